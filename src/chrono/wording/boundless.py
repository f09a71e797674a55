"""Dates without bounds in words: before our era, durations, sets, vague references."""

from __future__ import annotations

import re

from chrono.model import Resolution, TimexType
from chrono.phrasebook import Phrasebook
from chrono.wording.days import joined

_ASTRONOMICAL = re.compile(r"(?:-(?=\d)|(?=0000))(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_BC_VALUE = re.compile(r"BC(\d{2,4})(?:-(\d\d)(?:-(\d\d))?)?")
_DURATION = re.compile(r"(T)?(\d+(?:\.\d+)?)(DE|CE|ML|WE|SP|SU|FA|WI|[YMWDQHS])")
_SET_WEEKDAYS = re.compile(r"XXXX-WXX-([1-7])(?:/XXXX-WXX-([1-7]))?")


def boundless_words(r: Resolution, book: Phrasebook) -> str:
    """Say a date that has no bounds."""
    if r.type is TimexType.DATE and (phrase := _era_words(r.value, book)):
        return phrase
    if r.type is TimexType.DURATION:
        return _duration(r, book)
    if r.type is TimexType.SET:
        told = [_SET_WEEKDAYS.fullmatch(value) for value in r.value.split(",")]
        weekly = [_weekly(found, book) for found in told if found]
        if len(weekly) == len(told):
            return joined(weekly, book.both)
        return book.every.get(r.value, book.undated)
    vague = {"PAST_REF": book.past, "PRESENT_REF": book.present, "FUTURE_REF": book.future}
    return vague.get(r.value, book.undated)


def _weekly(found: re.Match[str], book: Phrasebook) -> str:
    """A weekday of every week, or the days from one to another."""
    first, *last = [book.weekdays[int(n) - 1] for n in found.groups() if n]
    if last:
        return book.every_weekdays.format(a=first, b=last[0])
    return book.every_weekday.format(x=first)


def year_before_era(value: str) -> int | None:
    """The year before our era that a TIMEX3 value begins in, or None.

    Years are counted as astronomers do, so that 0000 is 1 BC, or stand behind BC.

    >>> year_before_era("-0051"), year_before_era("BC0052"), year_before_era("-00XX")
    (52, 52, 100)
    >>> year_before_era("2025")
    """
    found = _before_era(value)
    return found[0] * found[1] if found else None


def _before_era(value: str) -> tuple[int, int] | None:
    """How many of how many years (1, 10, 100) before our era."""
    if found := re.match(r"-(\d\d)XX$", value):
        return int(found[1]) + 1, 100
    if found := re.match(r"-(\d{3})X$", value):
        return int(found[1]), 10
    if found := _ASTRONOMICAL.fullmatch(value):
        return int(found[1]) + 1, 1
    if found := _BC_VALUE.fullmatch(value):
        number = int(found[1])
        return {2: (number + 1, 100), 3: (number, 10), 4: (number, 1)}[len(found[1])]
    return None


def _era_words(value: str, book: Phrasebook) -> str | None:
    """A year, decade or century before our era, with its month and day where they are told."""
    found = _before_era(value)
    if found is None:
        return None
    number, unit = found
    if unit == 100:
        phrase = book.century(number)
    elif unit == 10:
        phrase = book.decade.format(n=number * 10)
    else:
        phrase = str(number)
        match = _ASTRONOMICAL.fullmatch(value) or _BC_VALUE.fullmatch(value)
        month, day = (int(g or 0) for g in match.groups()[1:]) if match else (0, 0)
        if 1 <= month <= 12:
            phrase = f"{book.months[month - 1]} {phrase}"
            if day:
                phrase = f"{book.day_number(day)} {phrase}"
    return book.bc.format(x=phrase)


def _duration(r: Resolution, book: Phrasebook) -> str:
    counts = []
    clock = False
    for mark, number, unit in _DURATION.findall(r.value):
        clock = clock or bool(mark)
        timed = f"T{unit}" if clock and unit in "HMS" else unit
        counts.append(book.count(timed, float(number)))
    if not counts or not all(counts):
        return book.undated
    phrase = joined(counts, book.both)
    return phrase if r.mod is None else book.mod(r.mod, None, phrase)
