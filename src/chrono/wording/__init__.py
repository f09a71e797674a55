"""Dates in words, as a person would write them.

The logic is here and knows no language; the words are the `Phrasebook` of each. Spaces are plain:
`typeset` puts in the non-breaking ones, for print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from chrono.model import Bounds, Granularity, Mod, Resolution, Status
from chrono.phrasebook import Phrasebook
from chrono.wording.boundless import boundless_words, year_before_era
from chrono.wording.days import (
    ONE_DAY,
    PARTS,
    clock_words,
    day_words,
    days_words,
    is_part,
    joined,
    lasts,
    named_bounds,
)
from chrono.wording.english import ENGLISH
from chrono.wording.french import FRENCH
from chrono.wording.units import unit_words

__all__ = [
    "BOOKS",
    "day_in_words",
    "in_words",
    "is_told",
    "is_uncertain",
    "listed",
    "month_in_words",
    "phrasebook",
    "status_in_words",
    "typeset",
    "year_before_era",
]

BOOKS = {book.code: book for book in (FRENCH, ENGLISH)}

_CLOCKS = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)
_WITHIN_A_DAY = (Granularity.NIGHT, Granularity.DAYPART, *_CLOCKS)
_DAYPART = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")
_SHORT_CHOICE = timedelta(days=31)


def phrasebook(language: str) -> Phrasebook:
    """The phrasebook of a language ("fr", "fr-CA"), the English one where there is none.

    >>> phrasebook("fr-CA").code, phrasebook("xx").code
    ('fr', 'en')
    """
    return BOOKS.get(language.lower().split("-")[0].split("_")[0], ENGLISH)


def in_words(
    resolution: Resolution | None,
    language: str = "fr",
    *,
    weekday: bool = True,
    alternatives: bool = True,
) -> str:
    """Say a date in words; never raises, whatever the resolution holds.

    `weekday` names the weekday of single days. `alternatives` False leaves out the several
    readings where one range says enough ("entre le 23 et le 25 mars 2025").

    >>> from chrono.model import TimexType
    >>> day = Bounds(date(2025, 3, 20), date(2025, 3, 20))
    >>> in_words(Resolution(TimexType.DATE, "2025-03-20", day, Granularity.DAY))
    'jeudi 20 mars 2025'
    >>> april = Bounds(date(2025, 4, 1), date(2025, 4, 10))
    >>> in_words(Resolution(TimexType.DATE, "2025-04", april, Granularity.MONTH, Mod.START))
    'début avril 2025'
    >>> in_words(Resolution(TimexType.DATE, "BC0052"), "en")
    '52 BC'
    >>> in_words(None)
    'sans date'
    """
    book = phrasebook(language)
    if resolution is None:
        return book.undated
    if resolution.alternatives:
        return _several(resolution, resolution.alternatives, book, weekday, alternatives)
    if members := listed(resolution):
        return _several(resolution, members, book, weekday, alternatives)
    if resolution.bounds is None:
        return boundless_words(resolution, book)
    return _bounded(resolution, resolution.bounds, book, weekday)


def day_in_words(day: date, language: str = "fr", *, weekday: bool = False) -> str:
    """Say one day in words.

    >>> day_in_words(date(2025, 5, 1)), day_in_words(date(2025, 5, 1), "en", weekday=True)
    ('1er mai 2025', 'Thursday 1 May 2025')
    """
    return day_words(day, phrasebook(language), weekday)


def month_in_words(year: int, month: int, language: str = "fr") -> str:
    """Say one month in words: "mars 2025"."""
    return f"{phrasebook(language).months[month - 1]} {year}"


def status_in_words(status: Status, language: str = "fr") -> str:
    """Say a status in words.

    >>> status_in_words(Status.CONDITIONAL), status_in_words(Status.PLANNED)
    ('à confirmer', 'prévu')
    """
    return phrasebook(language).status[status]


def is_told(status: Status, title: str, language: str = "fr") -> bool:
    """Whether a title says a status itself.

    >>> is_told(Status.CANCELLED, "La foire est annulée"), is_told(Status.DENIED, "La foire")
    (True, False)
    """
    told = phrasebook(language).status_told.get(status)
    return told is not None and re.search(told, title, re.IGNORECASE) is not None


def typeset(text: str, language: str = "fr") -> str:
    """Put the non-breaking spaces of the language's typography into plain text."""
    return phrasebook(language).typeset(text)


def is_uncertain(resolution: Resolution) -> bool:
    """Whether the date is one of several days that the text leaves open, rather than a length.

    "dimanche ou lundi", "début avril", "entre lundi et mercredi" are; "du 3 au 5 mai", "jeudi",
    "les 3 et 4 mai" are not, nor is a month or a year that the text names as such.
    """
    if resolution.alternatives or _is_list(resolution):
        return not _is_list(resolution)
    bounds = resolution.bounds
    if bounds is None:
        return False
    if resolution.mod is not None:  # "en fin d'après-midi" is as sure as "l'après-midi"
        return not (resolution.mod in PARTS and resolution.granularity in _WITHIN_A_DAY)
    return (
        resolution.granularity in (None, Granularity.DAY)
        and bounds.latest > bounds.earliest
        and not lasts(resolution)
    )


# --- one date ------------------------------------------------------------------------------


def _bounded(r: Resolution, bounds: Bounds, book: Phrasebook, weekday: bool) -> str:
    # the first and the last day that there are stand for no bound, unless a unit ends there
    if date.min == bounds.earliest or bounds.latest == date.max:
        if named := unit_words(r, bounds, book):
            return named
        return _half_open(bounds, book)
    part = _DAYPART.search(r.value)
    if part and bounds.earliest == bounds.latest and r.granularity is not Granularity.NIGHT:
        return _daypart(r, bounds.earliest, part[1], book, weekday)
    if r.granularity is not Granularity.NIGHT and (bounds.start_time or bounds.end_time):
        return _timed(r, bounds, book, weekday)
    if r.mod is not None and r.mod not in PARTS:
        return _modified(r, r.mod, bounds, book)
    named = unit_words(r, bounds, book)
    return named or days_words(
        bounds.earliest, bounds.latest, lasts(r) or _is_list(r), book, weekday
    )


def _half_open(bounds: Bounds, book: Phrasebook) -> str:
    if bounds.latest < date.max:
        return book.mod(Mod.ON_OR_BEFORE, Granularity.DAY, day_words(bounds.latest, book))
    if bounds.earliest > date.min:
        return book.mod(Mod.ON_OR_AFTER, Granularity.DAY, day_words(bounds.earliest, book))
    return book.undated


def _daypart(r: Resolution, day: date, part: str, book: Phrasebook, weekday: bool) -> str:
    if r.mod is not None and r.mod in book.part_of_day:
        said = book.part_of_day[r.mod].format(x=book.dayparts_mod[part])
    else:
        said = book.dayparts[part]
    return f"{day_words(day, book, weekday)} {said}"


def _timed(r: Resolution, bounds: Bounds, book: Phrasebook, weekday: bool) -> str:
    start, end = bounds.start_time, bounds.end_time
    if bounds.earliest < bounds.latest:
        a, b = day_words(bounds.earliest, book, weekday), day_words(bounds.latest, book, weekday)
        a = book.at.format(x=a, a=clock_words(start, book)) if start else a
        b = book.at.format(x=b, a=clock_words(end, book)) if end else b
        return book.moments.format(a=a, b=b)
    day = day_words(bounds.earliest, book, weekday)
    before = r.mod in (Mod.BEFORE, Mod.ON_OR_BEFORE)
    after = r.mod in (Mod.AFTER, Mod.ON_OR_AFTER)
    if start is None or (before and end is not None):
        return book.until_hour.format(x=day, a=clock_words(end or time(0), book))
    if end is None or after:
        return book.since_hour.format(x=day, a=clock_words(start, book))
    # "à 14 h" may be kept as 14:00…14:59: within what the text names, it is one moment
    one_moment = r.granularity in _CLOCKS and "/" not in r.value and start.hour == end.hour
    if start == end or one_moment:
        pattern = book.about if r.mod is Mod.APPROX else book.at
        return pattern.format(x=day, a=clock_words(start, book))
    return book.hours.format(x=day, a=clock_words(start, book), b=clock_words(end, book))


def _modified(r: Resolution, mod: Mod, bounds: Bounds, book: Phrasebook) -> str:
    """Around, before, after: of what the value names, where it names something."""
    unit = r.granularity or Granularity.DAY
    named = named_bounds(r.value) or bounds
    phrase = unit_words(r, named, book)
    if phrase is None:
        unit = Granularity.DAY
        if mod is Mod.APPROX and named.earliest < named.latest:
            return days_words(named.earliest, named.latest, False, book, False)
        late = mod in (Mod.AFTER, Mod.ON_OR_BEFORE)
        phrase = day_words(named.latest if late else named.earliest, book)
    return book.mod(mod, unit, phrase)


# --- several dates -------------------------------------------------------------------------


def _is_list(r: Resolution) -> bool:
    """Whether several dates are all meant ("les 3 et 4 mai"), as EDTF's braces say."""
    return not r.open and ((r.edtf or "").startswith("{") or "," in r.value)


def listed(r: Resolution) -> tuple[Resolution, ...]:
    """The members of a list by its value, if it holds dates or moments alone; else none.

    >>> from chrono.model import TimexType
    >>> both = Resolution(TimexType.DATE, "2025-05-03,2025-05-09", edtf="{2025-05-03,2025-05-09}")
    >>> [str(member.bounds.earliest) for member in listed(both) if member.bounds]
    ['2025-05-03', '2025-05-09']
    """
    values = r.value.split(",") if _is_list(r) else []
    bounds = [named_bounds(value) for value in values]
    if len(values) < 2 or None in bounds:
        return ()
    return tuple(
        Resolution(r.type, value, found, _UNITS.get(len(value), Granularity.MINUTE))
        for value, found in zip(values, bounds, strict=True)
    )


_UNITS = {4: Granularity.YEAR, 7: Granularity.MONTH, 10: Granularity.DAY}


def _several(
    r: Resolution,
    alternatives: Sequence[Resolution],
    book: Phrasebook,
    weekday: bool,
    detail: bool,
) -> str:
    if r.open:
        nearer, *others = (_alone(a, book, weekday) for a in alternatives)
        return book.open.format(a=nearer, b=joined(others, book.either)) if others else nearer
    if len(alternatives) == 1:
        return _alone(alternatives[0], book, weekday)
    if _is_list(r):
        return joined(_items(alternatives, book, weekday, year=True), book.both)
    ends = _continuous(alternatives)
    if ends is None:
        return joined(_items(alternatives, book, weekday, year=True), book.either)
    between = days_words(*ends, False, book, False)
    if not detail:
        return between
    said = joined(_items(alternatives, book, weekday, year=False), book.either)
    return book.detail.format(x=between, a=said)


def _alone(r: Resolution, book: Phrasebook, weekday: bool) -> str:
    return in_words(r, book.code, weekday=weekday)


def _plain_days(r: Resolution) -> tuple[date, date] | None:
    """The days of an alternative that is told by days alone, or None."""
    bounds = r.bounds
    fine = r.granularity in (None, Granularity.DAY) and r.mod is None
    if bounds is None or r.alternatives or bounds.start_time or bounds.end_time:
        return None
    if fine or (r.granularity is Granularity.WEEK and is_part(r)):
        return bounds.earliest, bounds.latest
    return None


def _items(
    resolutions: Sequence[Resolution], book: Phrasebook, weekday: bool, year: bool
) -> list[str]:
    """Each alternative in words; what neighbours share is told once, at the last."""
    days = [_plain_days(r) for r in resolutions]
    plain = [d for d in days if d is not None]
    if len(plain) < len(days):
        said = [_alone(r, book, weekday) for r in resolutions]
        day = resolutions[0].bounds
        if day is None or any(not _is_moment(r, day.earliest) for r in resolutions):
            return said
        # "samedi 6 mars à 20 h et 22 h"
        return [said[0], *[clock_words(_start(r), book) for r in resolutions[1:]]]
    one_year = len({d.year for pair in plain for d in pair}) == 1
    single = all(first == last for first, last in plain)
    one_month = one_year and single and len({first.month for first, _ in plain}) == 1
    told = []
    for number, (first, last) in enumerate(plain, 1):
        final = number == len(plain)
        with_year = not one_year or (final and year)
        if single:
            told.append(day_words(first, book, weekday, not one_month or final, with_year))
        else:
            told.append(days_words(first, last, True, book, weekday, with_year))
    return told


def _is_moment(r: Resolution, day: date) -> bool:
    """Whether a resolution is a moment of a day."""
    bounds = r.bounds
    at = bounds is not None and bounds.start_time is not None
    return at and bounds is not None and bounds.earliest == bounds.latest == day


def _start(r: Resolution) -> time:
    return (r.bounds.start_time if r.bounds else None) or time(0)


def _continuous(resolutions: Sequence[Resolution]) -> tuple[date, date] | None:
    """The ends of alternatives that follow each other without a gap, over a month at most.

    None where single days are enough to tell ("le 8 ou le 9 mai").
    """
    days = sorted(d for r in resolutions if (d := _plain_days(r)) is not None)
    if len(days) < len(resolutions) or all(first == last for first, last in days):
        return None
    end = days[0][1]
    for first, last in days[1:]:
        if first > date.min and first - ONE_DAY > end:
            return None
        end = max(end, last)
    start = days[0][0]
    return (start, end) if end - start <= _SHORT_CHOICE and end > start else None
