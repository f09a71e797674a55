"""Times that come again (weekdays, dates without a year, months, seasons, holidays).

Around a reference day a recurring term has an instance that ended before it, perhaps one that
holds it, and one that begins after it. The direction of the clause, or "dernier" and "prochain",
picks among these; where nothing does, both candidates are kept, the nearer first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chrono.dates import iso_week, make_day, month_bounds, months_bounds, week_bounds
from chrono.holidays import holiday
from chrono.model import Bounds, Direction, Granularity, Resolution, TimexType
from chrono.resolve.write import bounds_edtf, period_value, season_edtf, season_value, whole
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


@dataclass(frozen=True, slots=True)
class Around:
    """The instances of a recurring term around a day: each a resolution or None."""

    before: Resolution | None
    at: Resolution | None
    after: Resolution | None


def season_bounds(season: int, year: int) -> Bounds | None:
    """An astronomical season; a winter begins in `year` and ends in the next."""
    (m1, d1), (m2, d2) = _SEASONS[season]
    first = make_day(year, m1, d1)
    last = make_day(year + (season == 4), m2, d2)
    return Bounds(first, last) if first and last else None


def a_season(season: int, year: int) -> Resolution | None:
    """The resolution to one season."""
    bounds = season_bounds(season, year)
    if bounds is None:
        return None
    return Resolution(
        TimexType.DATE, season_value(season, year), bounds, Granularity.SEASON,
        edtf=season_edtf(season, year),
    )  # fmt: skip


def a_holiday(name: str, year: int) -> Resolution | None:
    """The resolution to one holiday."""
    bounds = holiday(name, year)
    if bounds is None:
        return None
    granularity = Granularity.DAY if bounds.earliest == bounds.latest else Granularity.MONTH
    if granularity is Granularity.DAY:
        return whole(bounds, granularity)
    value = f"{bounds.earliest.isoformat()}/{bounds.latest.isoformat()}"
    return Resolution(
        TimexType.DATE, value, bounds, Granularity.DAY, edtf=bounds_edtf(bounds, None)
    )


def a_division(unit: Unit, number: int, year: int) -> Resolution | None:
    """The resolution to a quarter, a half or an ISO week of a year."""
    if unit is Unit.QUARTER:
        bounds = months_bounds(year, 3 * number - 2, 3 * number)
        return whole(bounds, Granularity.QUARTER) if bounds else None
    if unit is Unit.HALF:
        bounds = months_bounds(year, 6 * number - 5, 6 * number)
        return whole(bounds, Granularity.HALF) if bounds else None
    if unit is Unit.MONTH:
        bounds = month_bounds(year, number)
        return whole(bounds, Granularity.MONTH) if bounds else None
    first = make_day(year, 1, 4)
    week = week_bounds(first, number - 1) if first else None
    if week is None:
        return None
    return Resolution(
        TimexType.DATE,
        iso_week(week.earliest),
        week,
        Granularity.WEEK,
        edtf=bounds_edtf(week, None),
    )


def a_day(day: date) -> Resolution:
    """The resolution to one day."""
    iso = day.isoformat()
    return Resolution(TimexType.DATE, iso, Bounds(day, day), Granularity.DAY, edtf=iso)


def _yearly(make: Callable[[int], Resolution | None], ref: date, reach: int = 1) -> Around:
    before = at = after = None
    for year in range(ref.year - reach - 1, ref.year + reach + 2):
        found = make(year)
        if found is None or found.bounds is None:
            continue
        if found.bounds.latest < ref:
            before = found
        elif found.bounds.earliest > ref:
            if after is None:
                after = found
        else:
            at = found
    return Around(before, at, after)


def _weekday(weekday: int, ref: date) -> Around:
    back = (ref.isoweekday() - weekday) % 7
    at = a_day(ref) if back == 0 else None
    return Around(a_day(ref - timedelta(days=back or 7)), at, a_day(ref + timedelta(days=7 - back)))


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
    if isinstance(term, Month) and term.year is None:
        return _yearly(lambda y: a_division(Unit.MONTH, term.month, y), ref)
    if isinstance(term, Season) and term.year is None:
        return _yearly(lambda y: a_season(term.season, y), ref)
    if isinstance(term, Holiday) and term.year is None:
        return _yearly(lambda y: a_holiday(term.name, y), ref)
    if isinstance(term, Division) and term.year is None:
        return _yearly(lambda y: a_division(term.unit, term.number, y), ref)
    return None


def _around_day(term: Day, ref: date) -> Around | None:
    if term.year is not None:
        return None
    if term.day is None:
        return _weekday(term.weekday, ref) if term.weekday is not None else None
    if term.month is None:
        days = list(_days_of(term, ref))
        return Around(
            next((a_day(d) for d in reversed(days) if d < ref), None),
            a_day(ref) if ref in days else None,
            next((a_day(d) for d in days if d > ref), None),
        )
    day, month, weekday = term.day, term.month, term.weekday

    def make(year: int) -> Resolution | None:
        found = make_day(year, month, day)
        return a_day(found) if found else None

    def fitting(year: int) -> Resolution | None:
        found = make(year)
        fits = found and found.bounds and found.bounds.earliest.isoweekday() == weekday
        return found if fits else None

    if weekday is not None:
        # The weekday tells the year: the nearest one that fits, if one does at all.
        fit = _yearly(fitting, ref, 2)
        if fit.before or fit.at or fit.after:
            return fit
    return _yearly(make, ref, 8 if (month, day) == (2, 29) else 1)


def distance(resolution: Resolution, ref: date) -> int:
    """Days from a reference to the nearer end of a resolution; 0 inside of it."""
    bounds = resolution.bounds
    assert bounds is not None
    if bounds.latest < ref:
        return (ref - bounds.latest).days
    return max(0, (bounds.earliest - ref).days)


def pick(
    found: Around, ref: date, direction: Direction, *, full: bool = False
) -> Resolution | None:
    """The instance that the direction asks for, or the candidates where nothing decides.

    The present tense looks ahead for a weekday ("se réunit samedi"); for a `full` date, of day and
    month, it may as well narrate ("le 3 février, il quitte Brest"): there the nearest one counts.
    """
    near = sorted(
        (r for r in (found.before, found.after) if r is not None), key=lambda r: distance(r, ref)
    )
    if found.at is not None:
        return found.at
    if direction is Direction.PAST and found.before is not None:
        return found.before
    ahead = direction is Direction.FUTURE or (direction is Direction.PRESENT and not full)
    if ahead and found.after is not None:
        return found.after
    if not near:
        return None
    first = near[0]
    if len(near) == 1 or (
        distance(near[1], ref) > _FAR * distance(first, ref) and not _weekly(first, near[1])
    ):
        return first
    return replace(first, alternatives=tuple(near), open=True)


def leaning(found: Resolution, lean: Direction) -> Resolution:
    """An open resolution with the candidate first that a direction speaks for."""
    ways = sorted(found.alternatives, key=lambda r: r.bounds.earliest if r.bounds else date.max)
    if lean is Direction.FUTURE:
        ways.reverse()
    return replace(ways[0], alternatives=tuple(ways), open=True)


def _weekly(a: Resolution, b: Resolution) -> bool:
    return (
        abs((a.bounds.earliest - b.bounds.earliest).days) <= 7 if a.bounds and b.bounds else False
    )


def choose(found: Around, choice: Choice, ref: date, direction: Direction) -> Resolution | None:
    """The instance that "dernier", "prochain" or "ce" picks."""
    if choice is Choice.LAST:
        return found.before
    if choice is Choice.NEXT:
        return found.after
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
