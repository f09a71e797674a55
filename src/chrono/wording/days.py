"""Days and clock times in words: what all dates are made of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, time, timedelta

from chrono.model import Bounds, Mod, Resolution
from chrono.phrasebook import Phrasebook

PARTS = (Mod.START, Mod.MID, Mod.END)
ONE_DAY = timedelta(days=1)
_GREGORIAN = date(1582, 10, 15)  # before it, the weekday that we could compute was not lived
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::([0-5]\d))?")
_DAY_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def day_words(
    day: date, book: Phrasebook, weekday: bool = False, month: bool = True, year: bool = True
) -> str:
    """One day; what a neighbour tells already can be left out."""
    words = [book.weekdays[day.weekday()]] if weekday and day >= _GREGORIAN else []
    words.append(book.day_number(day.day))
    if month:
        words.append(book.months[day.month - 1])
    if year:
        words.append(str(day.year))
    return " ".join(words)


def days_words(
    first: date, last: date, lasting: bool, book: Phrasebook, weekday: bool, year: bool = True
) -> str:
    """One day, or two ends: what both share is told once, at the second."""
    if first >= last:
        return day_words(first, book, weekday, year=year)
    same_year = first.year == last.year
    a = day_words(first, book, month=not same_year or first.month != last.month, year=not same_year)
    b = day_words(last, book, year=year or not same_year)
    return (book.span if lasting else book.between).format(a=a, b=b)


def clock_words(clock: time, book: Phrasebook) -> str:
    """A clock time, to the second where it has seconds."""
    return book.clock(clock.hour, clock.minute, clock.second)


def named_bounds(value: str) -> Bounds | None:
    """The bounds of the year, month, day or minute that a TIMEX3 value writes out, or None."""
    if at := _MOMENT.fullmatch(value):
        on = named_bounds(at[1])
        clock = time(int(at[2]), int(at[3] or 0)) if int(at[2]) < 24 else time(0)
        return Bounds(on.earliest, on.latest, clock, clock) if on else None
    found = _DAY_VALUE.fullmatch(value)
    if not found:
        return None
    year, month, day = (int(g) if g else 0 for g in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Bounds(first, first)
    return Bounds(first, month_end(first if month else date(year, 12, 1)))


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def lasts(r: Resolution) -> bool:
    """Whether the bounds are the ends of something that lasts, as an interval's slash says."""
    return "/" in r.value or "/" in (r.edtf or "")


def is_part(r: Resolution) -> bool:
    """Whether the date is the beginning, middle or end of a unit."""
    return r.mod in PARTS


def joined(words: Sequence[str], last: str) -> str:
    """A list in words: commas, then the pattern for the last two."""
    if len(words) < 2:
        return "".join(words)
    return last.format(a=", ".join(words[:-1]), b=words[-1])
