"""Interval arithmetic on days and times, and the only place that imports pendulum.

Days are proleptic Gregorian. Intervals are `chrono.model.Bounds`: both ends inclusive.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, datetime, time, timedelta

from chrono.memory import keep
from chrono.model import Bounds

FIRST_YEAR, LAST_YEAR = 1, 9999


_NEAR = 400
_DELTAS = tuple([timedelta(days=n) for n in range(-_NEAR, _NEAR + 1)])  # slow to make


def by_days(n: int) -> timedelta:
    """So many days, to add to a date.

    >>> date(2025, 2, 28) + by_days(1)
    datetime.date(2025, 3, 1)
    """
    return _DELTAS[n + _NEAR] if -_NEAR <= n <= _NEAR else timedelta(days=n)


def add_days(day: date, n: int) -> date | None:
    """The day n days on, or None outside of the calendar."""
    try:
        return day + by_days(n)
    except OverflowError:
        return None


_DAYS: dict[int, date | None] = {}


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day.

    >>> make_day(2025, 2, 31) is None
    True
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    key = 10_000 * year + 100 * month + day
    if key in _DAYS:
        return _DAYS[key]
    try:
        found = date(year, month, day)
    except ValueError:
        return keep(_DAYS, key, None)
    return keep(_DAYS, key, found)


_TEXTS: dict[date, str] = {}


def iso(day: date) -> str:
    """The day as ISO 8601 has it: 2025-03-20."""
    found = _TEXTS.get(day)
    return found if found is not None else keep(_TEXTS, day, day.isoformat())


_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


_MONTHS: dict[int, Bounds] = {}


def month_bounds(year: int, month: int) -> Bounds | None:
    """A month; months outside 1 to 12 count on into other years.

    >>> month_bounds(2025, 0).earliest
    datetime.date(2024, 12, 1)
    """
    key = 12 * year + month
    found = _MONTHS.get(key)
    if found is not None:
        return found
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = 29 if month == 2 and isleap(year) else _LAST_DAYS[month - 1]
    return keep(_MONTHS, key, Bounds(date(year, month, 1), date(year, month, last)))


def months_bounds(year: int, first: int, last: int) -> Bounds | None:
    """From one month of a year to another."""
    a, b = month_bounds(year, first), month_bounds(year, last)
    return Bounds(a.earliest, b.latest) if a and b else None


def years_bounds(first: int, last: int) -> Bounds | None:
    """From 1 January of one year to 31 December of another."""
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    return Bounds(date(first, 1, 1), date(last, 12, 31))


def week_bounds(day: date, n: int = 0) -> Bounds | None:
    """The ISO week n weeks from the one that holds the day.

    >>> week_bounds(date(2025, 3, 20), 1).earliest
    datetime.date(2025, 3, 24)
    """
    monday = add_days(day, 7 * n - day.weekday())
    sunday = add_days(monday, 6) if monday else None
    return Bounds(monday, sunday) if monday and sunday else None


def iso_week(day: date) -> str:
    """The ISO 8601 week of a day: 2025-W12."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shift_months(day: date, n: int) -> date | None:
    """The same day n months on, or the last one of that month.

    >>> shift_months(date(2025, 3, 31), -1)
    datetime.date(2025, 2, 28)
    """
    found = month_bounds(day.year, day.month + n)
    return found.earliest.replace(day=min(day.day, found.latest.day)) if found else None


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (computus, by python-dateutil)."""
    from dateutil.easter import easter as computus

    return computus(year) if 1583 <= year <= 4099 else None


def offset_of(zone: str) -> int | None:
    """The minutes from UTC that a zone tells as a number; None for one that has a name.

    >>> offset_of("-300"), offset_of("Europe/Paris")
    (-300, None)
    """
    return int(zone) if zone.lstrip("-").isdecimal() else None


def in_zone(day: date, clock: time, source: str, target: str) -> datetime | None:
    """A clock time of one zone as the local time of another.

    Zones are IANA names; the first may be an offset from UTC in minutes, as text.

    >>> in_zone(date(2025, 3, 20), time(20, 0), "UTC", "Europe/Paris")
    datetime.datetime(2025, 3, 20, 21, 0)
    >>> in_zone(date(2025, 3, 20), time(20, 0), "-300", "Europe/Paris")
    datetime.datetime(2025, 3, 21, 2, 0)
    """
    import pendulum

    offset = offset_of(source)
    zone = source if offset is None else offset / 60
    at = pendulum.datetime(
        day.year, day.month, day.day, clock.hour, clock.minute, clock.second, tz=zone
    )
    local = at.in_timezone(target)
    return datetime(local.year, local.month, local.day, local.hour, local.minute, local.second)
