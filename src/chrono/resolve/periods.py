"""Whole units, and parts of them: thirds, the nth of a period, the last few."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from chrono.dates import (
    add_days,
    by_days,
    iso,
    month_bounds,
    months_bounds,
    week_bounds,
    years_bounds,
)
from chrono.model import Bounds, Granularity, Mod, Resolution, TimexType
from chrono.resolve.recurring import a_day
from chrono.resolve.write import anchored, bounds_edtf, whole
from chrono.terms import NthIn, Third, Unit

G = Granularity
_GRANULARITY = {
    Unit.DAY: G.DAY, Unit.WEEK: G.WEEK, Unit.WEEKEND: G.WEEKEND, Unit.MONTH: G.MONTH,
    Unit.QUARTER: G.QUARTER, Unit.HALF: G.HALF, Unit.YEAR: G.YEAR, Unit.DECADE: G.DECADE,
    Unit.CENTURY: G.CENTURY, Unit.MILLENNIUM: G.MILLENNIUM, Unit.FORTNIGHT: G.FORTNIGHT,
}  # fmt: skip
_MODS = {
    Third.START: Mod.START, Third.MID: Mod.MID, Third.END: Mod.END,
    Third.FIRST_HALF: Mod.START, Third.SECOND_HALF: Mod.END,
}  # fmt: skip
_INDEX = {Third.START: 0, Third.MID: 1, Third.END: 2}


def unit_bounds(unit: Unit, n: int, base: date) -> Bounds | None:
    """The nth whole unit from the one that holds a day; None outside of the calendar."""
    if unit is Unit.DAY:
        day = add_days(base, n)
        return Bounds(day, day) if day else None
    if unit is Unit.WEEK:
        return week_bounds(base, n)
    if unit is Unit.WEEKEND:
        week = week_bounds(base, n)
        return Bounds(week.latest - by_days(1), week.latest) if week else None
    if unit is Unit.MONTH:
        return month_bounds(base.year, base.month + n)
    if unit is Unit.QUARTER:
        first = 3 * ((base.month - 1) // 3 + n) + 1
        return months_bounds(base.year, first, first + 2)
    if unit is Unit.HALF:
        first = 6 * ((base.month - 1) // 6 + n) + 1
        return months_bounds(base.year, first, first + 5)
    if unit is Unit.FORTNIGHT:
        day = add_days(base, 15 * n)
        end = add_days(day, 14) if day else None
        return Bounds(day, end) if day and end else None
    if unit is Unit.YEAR:
        return years_bounds(base.year + n, base.year + n)
    if unit is Unit.DECADE:
        start = base.year // 10 * 10 + 10 * n
        return years_bounds(start, start + 9)
    size = 100 if unit is Unit.CENTURY else 1000
    start = (base.year - 1) // size * size + 1 + size * n
    return years_bounds(start, start + size - 1)


def cycle(unit: Unit, n: int, base: date) -> Resolution | None:
    """The nth whole unit from the one that holds a day."""
    bounds = unit_bounds(unit, n, base)
    return whole(bounds, _GRANULARITY[unit]) if bounds else None


def recent(unit: Unit, n: int, base: date) -> Bounds | None:
    """The n whole units before the one that holds a day (n < 0), or after it."""
    if unit not in _GRANULARITY:
        return None
    first, last = (n, -1) if n < 0 else (1, n)
    a, b = unit_bounds(unit, first, base), unit_bounds(unit, last, base)
    return Bounds(a.earliest, b.latest) if a and b else None


def part_of(period: Resolution, third: Third) -> Resolution:
    """The beginning, middle or end of a period (design, section 3): bounds narrowed, `mod` set."""
    if period.alternatives:
        return replace(
            _narrowed(period, third),
            alternatives=tuple(part_of(r, third) for r in period.alternatives),
        )
    return _narrowed(period, third)


def _narrowed(period: Resolution, third: Third) -> Resolution:
    if period.bounds is None:
        return replace(period, mod=_MODS[third])
    bounds = third_bounds(period.bounds, period.granularity, third)
    return Resolution(
        period.type, period.value, bounds, period.granularity, _MODS[third],
        bounds_edtf(bounds, None), period.anchor, period.alternatives, period.open, period.why,
    )  # fmt: skip


def third_bounds(bounds: Bounds, granularity: Granularity | None, third: Third) -> Bounds:
    """The days of a third of a period.

    >>> april = Bounds(date(2025, 4, 1), date(2025, 4, 30))
    >>> third_bounds(april, Granularity.MONTH, Third.MID).latest
    datetime.date(2025, 4, 20)
    """
    first, last = bounds.earliest, bounds.latest
    if third in (Third.FIRST_HALF, Third.SECOND_HALF):
        return _half(bounds, granularity, third is Third.SECOND_HALF)
    k = _INDEX[third]
    if granularity is G.MONTH:
        starts, ends = (1, 11, 21), (10, 20, last.day)
        return Bounds(first.replace(day=starts[k]), first.replace(day=ends[k]))
    if granularity is G.YEAR:
        months = ((1, 3), (5, 8), (10, 12))[k]
        return months_bounds(first.year, *months) or bounds
    if granularity is G.WEEK:
        a, b = ((0, 1), (2, 3), (4, 6))[k]
        return Bounds(first + by_days(a), first + by_days(b))
    if granularity is G.DECADE:
        a, b = ((0, 3), (4, 6), (7, 9))[k]
        return years_bounds(first.year + a, first.year + b) or bounds
    if granularity in (G.CENTURY, G.MILLENNIUM):
        size = (last.year - first.year + 1) // 100
        a, b = ((0, 33), (33, 67), (67, 100))[k]
        return years_bounds(first.year + a * size, first.year + b * size - 1) or bounds
    if granularity is G.QUARTER:
        return month_bounds(first.year, first.month + k) or bounds
    if granularity is G.HALF:
        return months_bounds(first.year, first.month + 2 * k, first.month + 2 * k + 1) or bounds
    days = (last - first).days + 1
    cuts = (0, days // 3, 2 * days // 3, days)
    return Bounds(first + by_days(cuts[k]), first + by_days(max(cuts[k + 1] - 1, cuts[k])))


def _half(bounds: Bounds, granularity: Granularity | None, second: bool) -> Bounds:
    """The first or second half of a period, cut between years or months where it has them."""
    first, last = bounds.earliest, bounds.latest
    years = last.year - first.year + 1
    if years > 1 and granularity in (G.DECADE, G.CENTURY, G.MILLENNIUM):
        middle = first.year + years // 2
        return (
            years_bounds(*((middle, last.year) if second else (first.year, middle - 1))) or bounds
        )
    if granularity is G.YEAR:
        return months_bounds(first.year, *((7, 12) if second else (1, 6))) or bounds
    days = (last - first).days + 1
    cut = first + by_days((days + 1) // 2)
    return Bounds(cut, last) if second else Bounds(first, cut - by_days(1))


def nth_in(term: NthIn, period: Resolution) -> Resolution | None:
    """The nth weekday or unit of a period; -1 the last. None where the period has no such."""
    bounds = period.bounds
    if bounds is None:
        return None
    first, last, n = bounds.earliest, bounds.latest, term.n
    if term.weekday is not None:
        if n > 0:
            day = add_days(first, (term.weekday - first.isoweekday()) % 7 + 7 * (n - 1))
        else:
            day = add_days(last, -((last.isoweekday() - term.weekday) % 7) + 7 * (n + 1))
        if day is None or not first <= day <= last:
            return None
        return a_day(day, period.anchor)
    unit = term.unit
    assert unit is not None
    if unit is Unit.FORTNIGHT and period.granularity is G.MONTH:
        half = (
            Bounds(first, first.replace(day=15)) if n == 1 else Bounds(first.replace(day=16), last)
        )
        return _stretch(half, G.FORTNIGHT, period)
    start = first if n > 0 else last
    found = unit_bounds(unit, n - 1 if n > 0 else n + 1, start)
    if found is None:
        return None
    if unit is Unit.WEEKEND and n > 0 and found.earliest < first:
        found = unit_bounds(unit, n, start)
        if found is None:
            return None
    if unit in (Unit.WEEK, Unit.WEEKEND):
        if unit is Unit.WEEK and n > 0:
            # "la première semaine de mars" is its first seven days, whatever day they begin on.
            begin = first + by_days(7 * (n - 1))
            week = Bounds(begin, min(begin + by_days(6), last))
            return _stretch(week, G.WEEK, period) if begin <= last else None
        if unit is Unit.WEEK:
            last += by_days(7 * (n + 1))
            return _stretch(Bounds(last - by_days(6), last), G.WEEK, period)
        whole_one = unit_bounds(unit, 0, start)
        if n < 0 and whole_one is not None and whole_one.earliest > last:
            found = unit_bounds(unit, n, start)
    if found is None or found.earliest > last or found.earliest < first:
        return None
    return anchored(whole(found, _GRANULARITY[unit]), period.anchor)


def _stretch(bounds: Bounds, granularity: Granularity, period: Resolution) -> Resolution:
    value = f"{iso(bounds.earliest)}/{iso(bounds.latest)}"
    return Resolution(
        TimexType.DATE, value, bounds, granularity, None, bounds_edtf(bounds, None), period.anchor
    )
