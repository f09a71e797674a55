"""What a written TIMEX3 value covers: a second opinion, kept apart from the engine's own.

It shares no code with `chrono.dates` or `chrono.resolve`, so a fault there cannot hide here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from chrono.model import Bounds

_POINT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")
_DAY_PART = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|AF|EV|NI|MI)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})(?:-(\d\d)|-(Q[1-4])|-(H[12]))?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_SEASONS = {"SP": "0320-0620", "SU": "0621-0921", "FA": "0922-1220", "WI": "1221-0319"}
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
_CLOCK = {
    "MO": (time(6), time(12)),
    "AF": (time(12), time(18)),
    "EV": (time(18), time(23, 59)),
    "MI": (time(11), time(14)),
}
_THIRDS = {"START": 0, "MID": 1, "END": 2}
_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
# First and last year of the thirds of a decade, of a century; month of a year; clock of a part.
_DECADE_THIRDS = ((0, 3), (4, 6), (7, 9))
_CENTURY_THIRDS = ((1, 33), (34, 67), (68, 100))
_YEAR_THIRDS = ((1, 3), (5, 8), (10, 12))
_WEEK_THIRDS = ((1, 2), (3, 4), (5, 7))
_CLOCK_THIRDS = {
    "MO": ((6, 8), (8, 10), (10, 12)),
    "AF": ((12, 14), (14, 16), (16, 18)),
    "EV": ((18, 20), (20, 22), (22, 24)),
}


def parse_bounds(text: str) -> Bounds | None:
    """Read ``DAY``, ``DAYTHH:MM`` or ``A..B``; None where the text is something else.

    >>> parse_bounds("2025-03-20..2025-03-21T14:30").end_time
    datetime.time(14, 30)
    """
    first, _, last = text.partition("..")
    last = last or first
    if not (_POINT.fullmatch(first) and _POINT.fullmatch(last)):
        return None
    start, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    if end < start:
        raise ValueError(f"{text} ends before it begins")
    return Bounds(
        start.date(),
        end.date(),
        start.time() if "T" in first else None,
        end.time() if "T" in last else None,
    )


def bounds_of_value(value: str, mod: str | None) -> Bounds | None:
    """Give the bounds of a TIMEX3 value, or of the third of it that `mod` names.

    None for values that are on no calendar: durations, sets, vague references.

    >>> bounds_of_value("2025-W13", "START")
    Bounds(earliest=datetime.date(2025, 3, 24), latest=datetime.date(2025, 3, 25), ...)
    """
    third = _THIRDS.get(mod or "")
    if found := _DAY_PART.fullmatch(value):
        return _part_of_day(date.fromisoformat(found[1]), found[2], third)
    if found := _WEEK.fullmatch(value):
        first, last = (6, 7) if found[3] else (1, 7) if third is None else _WEEK_THIRDS[third]
        year, week = int(found[1]), int(found[2])
        return Bounds(
            date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
        )
    if found := _PART_OF_YEAR.fullmatch(value):
        year = int(found[1])
        if found[2]:
            return _month(year, int(found[2]), third)
        months = (1, 12) if third is None else _YEAR_THIRDS[third]
        first, last = _MONTHS.get(found[3] or found[4], months)
        return Bounds(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    if found := _SEASON.fullmatch(value):
        begin, end = _SEASONS[found[2]].split("-")
        year = int(found[1])
        return Bounds(
            date(year, int(begin[:2]), int(begin[2:])),
            date(year + (found[2] == "WI"), int(end[:2]), int(end[2:])),
        )
    if found := _DECADE.fullmatch(value):
        first, last = (0, 9) if third is None else _DECADE_THIRDS[third]
        return _years(int(found[1]) * 10, first, last)
    if found := _CENTURY.fullmatch(value):
        first, last = (1, 100) if third is None else _CENTURY_THIRDS[third]
        return _years(int(found[1]) * 100, first, last)
    return None


def _years(base: int, first: int, last: int) -> Bounds:
    return Bounds(date(base + first, 1, 1), date(base + last, 12, 31))


def _month(year: int, month: int, third: int | None) -> Bounds:
    length = monthrange(year, month)[1]
    first, last = (1, length) if third is None else ((1, 10), (11, 20), (21, length))[third]
    return Bounds(date(year, month, first), date(year, month, last))


def _part_of_day(day: date, part: str, third: int | None) -> Bounds:
    if part == "NI":
        return Bounds(day, day + timedelta(days=1))
    start, end = _CLOCK[part]
    if third is not None and part in _CLOCK_THIRDS:
        first, last = _CLOCK_THIRDS[part][third]
        start, end = time(first), time(last) if last < 24 else time(23, 59)
    return Bounds(day, day, start, end)
