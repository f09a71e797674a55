"""Holidays by name and year: fixed ones, Sundays, those after Easter, those of other calendars.

The computus is python-dateutil's, the Hebrew calendar pyluach's, the Islamic one hijridate's
(Umm al-Qura; the day that French Muslims keep may differ by one). The names are the lexicon's.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from chrono.dates import easter, make_day
from chrono.model import Bounds

_FIXED = {
    "new_year": (1, 1), "epiphany": (1, 6), "candlemas": (2, 2), "valentine": (2, 14),
    "labour_day": (5, 1), "victory_day": (5, 8), "music_day": (6, 21), "saint_john": (6, 24),
    "bastille_day": (7, 14), "assumption": (8, 15), "halloween": (10, 31),
    "all_saints": (11, 1), "all_souls": (11, 2),
    "armistice": (11, 11), "saint_nicholas": (12, 6), "christmas_eve": (12, 24),
    "christmas": (12, 25), "new_years_eve": (12, 31),
}  # fmt: skip
_EASTER = {
    "mardi_gras": -47, "ash_wednesday": -46, "palm_sunday": -7, "maundy_thursday": -3,
    "good_friday": -2, "easter": 0, "easter_monday": 1, "ascension": 39, "pentecost": 49,
    "whit_monday": 50, "mid_lent": -24,
}  # fmt: skip
# Sundays of a month: the month, which one of it, and the year of the law that set it.
_SUNDAYS = {"grandmothers_day": (3, 1, 1987), "fathers_day": (6, 3, 1952)}
_MOTHERS_DAY_SINCE = 1950
_HEBREW = {
    "rosh_hashanah": (7, 1, 2),
    "yom_kippur": (7, 10, 1),
    "passover": (1, 15, 8),
    "hanukkah": (9, 25, 8),
}
_ISLAMIC = {"ramadan": (9, 1), "eid_al_fitr": (10, 1), "eid_al_adha": (12, 10)}


@lru_cache(maxsize=2048)
def holiday(name: str, year: int) -> Bounds | None:
    """The days of a holiday that begins in a Gregorian year, or None where it is not known.

    >>> holiday("ascension", 2025).earliest
    datetime.date(2025, 5, 29)
    """
    if name in _FIXED:
        day = make_day(year, *_FIXED[name])
        return Bounds(day, day) if day else None
    if name in _EASTER:
        sunday = easter(year)
        if sunday is None:
            return None
        day = sunday + timedelta(days=_EASTER[name])
        return Bounds(day, day)
    if name in _SUNDAYS:
        month, nth, since = _SUNDAYS[name]
        return _single(_sunday(year, month, nth)) if year >= since else None
    if name == "mothers_day":
        return _single(_mothers_day(year)) if year >= _MOTHERS_DAY_SINCE else None
    if name in _HEBREW:
        return _hebrew(name, year)
    return _islamic(name, year)


def _single(day: date | None) -> Bounds | None:
    return Bounds(day, day) if day else None


def _sunday(year: int, month: int, nth: int) -> date | None:
    """The first, second, … Sunday of a month."""
    first = make_day(year, month, 1)
    return first + timedelta(days=7 * nth - first.isoweekday()) if first else None


def _mothers_day(year: int) -> date | None:
    """The last Sunday of May, or the first of June where that is Pentecost (law of 24 May 1950).

    >>> holiday("mothers_day", 2025).earliest, holiday("mothers_day", 2023).earliest
    (datetime.date(2025, 5, 25), datetime.date(2023, 6, 4))
    """
    june, sunday = _sunday(year, 6, 1), easter(year)
    if june is None or sunday is None:
        return None
    last = june - timedelta(days=7)
    return june if last == sunday + timedelta(days=_EASTER["pentecost"]) else last


def _hebrew(name: str, year: int) -> Bounds | None:
    from pyluach.dates import HebrewDate

    if not 1600 <= year <= 2200:
        return None
    month, first, length = _HEBREW[name]
    for hebrew_year in (year + 3760, year + 3761):
        found: date = HebrewDate(hebrew_year, month, first).to_pydate()
        if found.year == year:
            return Bounds(found, found + timedelta(days=length - 1))
    return None


def _islamic(name: str, year: int) -> Bounds | None:
    from hijridate import Gregorian, Hijri

    if name not in _ISLAMIC or not 1926 <= year <= 2075:
        return None
    month, first = _ISLAMIC[name]
    start = Gregorian(year, 1, 1).to_hijri().year
    for hijri_year in (start, start + 1):
        found = Hijri(hijri_year, month, first)
        day = date(*found.to_gregorian().datetuple())
        if day.year == year:
            length = found.month_length() if name == "ramadan" else 1
            return Bounds(day, day + timedelta(days=length - 1))
    return None
