"""Times that come again (weekdays, dates without a year, months, seasons, holidays).

Around a reference day a recurring term has an instance that ended before it, perhaps one that
holds it, and one that begins after it. The direction of the clause, or "dernier" and "prochain",
picks among these; where nothing does, both candidates are kept, the nearer first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from chrono.dates import by_days, iso, iso_week, make_day, month_bounds, months_bounds, week_bounds
from chrono.frozen import frozen
from chrono.holidays import holiday
from chrono.model import Anchor, Bounds, Direction, Granularity, Resolution, TimexType
from chrono.resolve.write import (
    bounds_edtf,
    period_value,
    season_edtf,
    season_value,
    whole,
    with_alternatives,
)
from chrono.terms import Choice, Day, Division, Holiday, Month, Season, Term, Unit

# First and last day of the astronomical seasons, as (month, day); winter ends in the next year.
_SEASONS = {
    1: ((3, 20), (6, 20)),
    2: ((6, 21), (9, 21)),
    3: ((9, 22), (12, 20)),
    4: ((12, 21), (3, 19)),
}
# A candidate that is this many times as far as the other one is no candidate.
_FAR = 3


@frozen
class Around:
    """The instances of a recurring term around a day, as bounds."""

    term: Term
    before: Bounds | None
    at: Bounds | None
    after: Bounds | None

    def make(self, bounds: Bounds) -> Resolution:
        """The resolution to one of the instances."""
        term = self.term
        if isinstance(term, Day):
            return a_day(bounds.earliest)
        if isinstance(term, Season):
            return _of_season(bounds, term.season)
        if isinstance(term, Holiday):
            return _of_holiday(bounds)
        return _of_division(bounds, term.unit if isinstance(term, Division) else Unit.MONTH)


def season_bounds(season: int, year: int) -> Bounds | None:
    """An astronomical season; a winter begins in `year` and ends in the next."""
    (m1, d1), (m2, d2) = _SEASONS[season]
    first = make_day(year, m1, d1)
    last = make_day(year + (season == 4), m2, d2)
    return Bounds(first, last) if first and last else None


def a_season(season: int, year: int) -> Resolution | None:
    """The resolution to one season."""
    bounds = season_bounds(season, year)
    return _of_season(bounds, season) if bounds else None


def _of_season(bounds: Bounds, season: int) -> Resolution:
    year = bounds.earliest.year
    return Resolution(
        TimexType.DATE, season_value(season, year), bounds, Granularity.SEASON,
        edtf=season_edtf(season, year),
    )  # fmt: skip


def a_holiday(name: str, year: int) -> Resolution | None:
    """The resolution to one holiday."""
    bounds = holiday(name, year)
    return _of_holiday(bounds) if bounds else None


def _of_holiday(bounds: Bounds) -> Resolution:
    if bounds.earliest == bounds.latest:
        return whole(bounds, Granularity.DAY)
    value = f"{iso(bounds.earliest)}/{iso(bounds.latest)}"
    return Resolution(
        TimexType.DATE, value, bounds, Granularity.DAY, edtf=bounds_edtf(bounds, None)
    )


def a_division(unit: Unit, number: int, year: int) -> Resolution | None:
    """The resolution to a quarter, a half or an ISO week of a year."""
    bounds = division_bounds(unit, number, year)
    return _of_division(bounds, unit) if bounds else None


def division_bounds(unit: Unit, number: int, year: int) -> Bounds | None:
    """The nth quarter, half, month or ISO week of a year."""
    if unit is Unit.QUARTER:
        return months_bounds(year, 3 * number - 2, 3 * number)
    if unit is Unit.HALF:
        return months_bounds(year, 6 * number - 5, 6 * number)
    if unit is Unit.MONTH:
        return month_bounds(year, number)
    first = make_day(year, 1, 4)
    return week_bounds(first, number - 1) if first else None


_DIVISIONS = {
    Unit.QUARTER: Granularity.QUARTER, Unit.HALF: Granularity.HALF, Unit.MONTH: Granularity.MONTH,
}  # fmt: skip


def _of_division(bounds: Bounds, unit: Unit) -> Resolution:
    granularity = _DIVISIONS.get(unit)
    if granularity is not None:
        return whole(bounds, granularity)
    return Resolution(
        TimexType.DATE,
        iso_week(bounds.earliest),
        bounds,
        Granularity.WEEK,
        edtf=bounds_edtf(bounds, None),
    )


def a_day(day: date, anchor: Anchor = Anchor.EXPLICIT) -> Resolution:
    """The resolution to one day."""
    written = iso(day)
    return Resolution(
        TimexType.DATE, written, Bounds(day, day), Granularity.DAY, None, written, anchor
    )


def _bounds(day: date | None) -> Bounds | None:
    return Bounds(day, day) if day is not None else None


def _in_year(term: Term, year: int) -> Bounds | None:
    """The instance of a term that comes every year; for a day with its weekday only if it fits."""
    if isinstance(term, Day):
        if term.month is None or term.day is None:
            return None
        day = make_day(year, term.month, term.day)
        if day is None or (term.weekday is not None and day.isoweekday() != term.weekday):
            return None
        return Bounds(day, day)
    if isinstance(term, Month):
        return month_bounds(year, term.month)
    if isinstance(term, Season):
        return season_bounds(term.season, year)
    if isinstance(term, Holiday):
        return holiday(term.name, year)
    return division_bounds(term.unit, term.number, year) if isinstance(term, Division) else None


def _yearly(term: Term, ref: date, reach: int = 2) -> Around:
    """The instances of what comes every year, sought so many years to either side."""
    before = at = after = None
    for year in range(ref.year - reach, ref.year + reach + 1):
        found = _in_year(term, year)
        if found is None:
            continue
        if found.latest < ref:
            before = found
        elif found.earliest > ref:
            after = found
            break
        else:
            at = found
    return Around(term, before, at, after)


def _weekday(term: Day, weekday: int, ref: date) -> Around:
    back = (ref.isoweekday() - weekday) % 7
    return Around(
        term,
        _bounds(ref - by_days(back or 7)),
        _bounds(ref) if back == 0 else None,
        _bounds(ref + by_days(7 - back)),
    )


def _days_of(term: Day, ref: date) -> Iterator[date]:
    """The days near the reference that fit a day without a month: "jeudi 20"."""
    assert term.day is not None
    for months in range(-6, 7):
        bounds = month_bounds(ref.year, ref.month + months)
        if bounds is None:
            continue
        day = make_day(bounds.earliest.year, bounds.earliest.month, term.day)
        if day and (term.weekday is None or day.isoweekday() == term.weekday):
            yield day


def around(term: Term, ref: date) -> Around | None:
    """The instances of a recurring term around a day; None where it does not recur."""
    if isinstance(term, Day):
        return _around_day(term, ref)
    if isinstance(term, (Month, Season, Holiday, Division)) and term.year is None:
        return _yearly(term, ref)
    return None


def _around_day(term: Day, ref: date) -> Around | None:
    if term.year is not None:
        return None
    if term.day is None:
        return _weekday(term, term.weekday, ref) if term.weekday is not None else None
    if term.month is None:
        days = list(_days_of(term, ref))
        return Around(
            term,
            _bounds(next((d for d in reversed(days) if d < ref), None)),
            _bounds(ref) if ref in days else None,
            _bounds(next((d for d in days if d > ref), None)),
        )
    if term.weekday is not None:
        # The weekday tells the year: the nearest one that fits, if one does at all.
        fit = _yearly(term, ref, 3)
        if fit.before or fit.at or fit.after:
            return fit
        term = Day(None, term.day, term.month)
    leap = (term.month, term.day) == (2, 29)
    return _yearly(term, ref, 9 if leap else 1)


def distance(bounds: Bounds, ref: date) -> int:
    """Days from a reference to the nearer end of a time; 0 inside of it."""
    if bounds.latest < ref:
        return (ref - bounds.latest).days
    return max(0, (bounds.earliest - ref).days)


def pick(
    found: Around, ref: date, direction: Direction, *, full: bool = False, rare: bool = False
) -> Resolution | None:
    """The instance that the direction asks for, or the candidates where nothing decides.

    The present tense looks ahead for a weekday ("se réunit samedi"); for a `full` date, of day and
    month, it may as well narrate ("le 3 février, il quitte Brest"): there the nearest one counts.
    A weekday with its number comes but twice in a year: it is `rare`, and a near one is meant.
    """
    before, at, after = found.before, found.at, found.after
    if at is not None:
        return found.make(at)
    if rare and before is not None and after is not None:
        past, coming = distance(before, ref), distance(after, ref)
        if max(past, coming) > _FAR * min(past, coming):
            return found.make(before if past < coming else after)
    if direction is Direction.PAST and before is not None:
        return found.make(before)
    ahead = direction is Direction.FUTURE or (direction is Direction.PRESENT and not full)
    if ahead and after is not None:
        return found.make(after)
    if before is None or after is None:
        one = after if before is None else before
        return found.make(one) if one is not None else None
    first, second = before, after
    if distance(after, ref) < distance(before, ref):
        first, second = after, before
    weekly = abs((first.earliest - second.earliest).days) <= 7
    if distance(second, ref) > _FAR * distance(first, ref) and not weekly:
        return found.make(first)
    nearest = found.make(first)
    return with_alternatives(nearest, (nearest, found.make(second)))


def leaning(found: Resolution, lean: Direction) -> Resolution:
    """An open resolution with the candidate first that a direction speaks for."""
    ways = sorted(found.alternatives, key=lambda r: r.bounds.earliest if r.bounds else date.max)
    if lean is Direction.FUTURE:
        ways.reverse()
    return with_alternatives(ways[0], tuple(ways))


def choose(found: Around, choice: Choice, ref: date, direction: Direction) -> Resolution | None:
    """The instance that "dernier", "prochain" or "ce" picks."""
    if choice is not Choice.THIS:
        one = found.before if choice is Choice.LAST else found.after
        return found.make(one) if one is not None else None
    return pick(found, ref, direction)


__all__ = [
    "Around",
    "a_day",
    "a_division",
    "a_holiday",
    "a_season",
    "around",
    "choose",
    "leaning",
    "period_value",
    "pick",
]
