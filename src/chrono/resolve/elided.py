"""What a term leaves out and others give: "en 2019 … en mars", "l'un le 10, l'autre le 17 mai"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from chrono.dates import make_day
from chrono.focus import Context
from chrono.terms import (
    AllOf,
    Clock,
    Day,
    DayPart,
    Division,
    Holiday,
    Month,
    OneOf,
    Part,
    Range,
    Season,
    Term,
    Year,
)


def dated(term: Term, year: int) -> Term | None:
    """The term with a year where it has room for one, else None.

    >>> dated(Month(3), 2025)
    Month(month=3, year=2025)
    """
    if isinstance(term, (Month, Season, Holiday)) and term.year is None:
        return replace(term, year=year)
    if isinstance(term, Day) and term.year is None and term.month is not None:
        return replace(term, year=year)
    if isinstance(term, Division) and term.year is None:
        return replace(term, year=Year(year))
    if isinstance(term, Part):
        inner = dated(term.term, year)
        return None if inner is None else Part(inner, term.third)
    if isinstance(term, DayPart) and term.day is not None:
        inner = dated(term.day, year)
        return None if inner is None else replace(term, day=inner)
    return None


_OF_LATE = 60  # days before publication that are news


def following_year(term: Term, context: Context, within: int | None = None) -> int | None:
    """The year in which a story of earlier years goes on to a date without its year.

    The first such date from the time told last on; None where that is of this year, or unknown.
    `within` so many days of that time it is, where it could as well be news of late.
    """
    told, published = context.period, context.published
    if told is None or published is None or told.year >= published.year:
        return None
    inner = term.day if isinstance(term, (DayPart, Clock)) and term.day is not None else term
    if isinstance(inner, Month) and inner.year is None:
        later = inner.month >= told.month
    elif isinstance(inner, Day) and inner.month is not None and inner.year is None:
        later = (inner.month, inner.day or 31) >= (told.month, told.day)
    elif isinstance(inner, Season) and inner.year is None:
        later = 3 * inner.season + 2 >= told.month
    else:
        return None
    year = told.year if later else told.year + 1
    if within is not None:
        day = _day_of(inner, year)
        this, last = _day_of(inner, published.year), _day_of(inner, published.year - 1)
        lately = this if this is not None and this <= published else last
        if day is None or lately is None or (day - told).days > within:
            return None
        if (published - lately).days < _OF_LATE:
            return None
    return year if year < published.year else None


def _day_of(term: Term, year: int) -> date | None:
    """A day and month in a year; None for other terms."""
    if not isinstance(term, Day) or term.month is None or term.day is None:
        return None
    return make_day(year, term.month, term.day)


def lacks_month(term: Term) -> bool:
    """Whether a term is a day told by its number alone, or with its weekday.

    >>> lacks_month(Day(day=10)), lacks_month(Day(weekday=4))
    (True, False)
    """
    return isinstance(term, Day) and term.day is not None and term.month is None


def with_month(term: Day, following: Term) -> Day | None:
    """The day in the month of one that follows it in the text; None where that one tells none.

    >>> with_month(Day(day=10), Day(day=17, month=12))
    Day(weekday=None, day=10, month=12, year=None)
    """
    first = following
    while isinstance(first, (AllOf, OneOf, Range)):
        inner = first.first if isinstance(first, Range) else first.terms[0]
        if inner is None:
            return None
        first = inner
    if not isinstance(first, Day) or first.month is None or first.day is None:
        return None
    if term.day is None or first.day <= term.day:
        return None
    return Day(term.weekday, term.day, first.month, first.year)
