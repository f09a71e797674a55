"""Times counted from another one: "il y a dix jours", "deux ans plus tard", "trois jours après"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from chrono.dates import add_days, shift_months
from chrono.focus import Context
from chrono.lengths import duration_value
from chrono.model import Anchor, Bounds, Direction, Granularity, Mod, Resolution, TimexType
from chrono.resolve.periods import cycle
from chrono.resolve.recurring import (
    a_day,
)
from chrono.resolve.unresolved import anchor_of, unresolved
from chrono.resolve.write import anchored, bounds_edtf
from chrono.terms import (
    Clock,
    Cycle,
    Day,
    DayPart,
    Holiday,
    Length,
    Month,
    Origin,
    Season,
    Shift,
    Term,
    Unit,
)

G = Granularity
Resolve = Callable[[Term, Context], Resolution]

_COARSE = frozenset({Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.QUARTER, Unit.HALF})


def _base(origin: Origin, context: Context, unit: Unit) -> tuple[date | None, Anchor]:
    if origin is Origin.FOCUS:
        period = context.period if unit in _COARSE else None
        if context.is_ahead and context.direction is Direction.PAST:
            # "La veille, on avait défilé", after a day to come: not the eve of that one.
            if period is None or period == context.focus:
                return context.past or context.published, Anchor.FOCUS
        if context.direction is Direction.FUTURE and _looks_back(context):
            # "jouera samedi, après un report le 11. Une semaine plus tard, il recevra …"
            if context.ahead is not None and (period is None or period == context.focus):
                return context.ahead, Anchor.FOCUS
        if period is not None:
            return period, Anchor.FOCUS
        return context.told, Anchor.FOCUS
    return context.here, anchor_of(context)


_OF_LATE = 60  # days; from an older day a future goes on as one of history


def _looks_back(context: Context) -> bool:
    """Whether the narrative is at a day of late."""
    focus, published = context.focus, context.published
    if focus is None or published is None:
        return False
    return 0 <= (published - focus).days <= _OF_LATE


def cycle_from(term: Cycle, context: Context) -> Resolution:
    """A whole unit counted from the one that holds the origin."""
    base, anchor = _base(term.origin, context, term.unit)
    if base is None:
        return unresolved(why="no publication date")
    if term.n > 1 and term.origin is Origin.FOCUS and context.focus is context.period is None:
        # "Quarante ans après, le mystère demeure": counted from what is not told.
        return _only_length(term)
    found = cycle(term.unit, term.n, base)
    return anchored(found, anchor) if found else unresolved(why="outside of the calendar")


def _only_length(term: Cycle | Shift) -> Resolution:
    length = Length(((float(abs(term.n)), term.unit),))
    return Resolution(TimexType.DURATION, duration_value(length))


_SECONDS = {Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}


_EARLY, _LATE = 6, 18


def eve_of(term: Term, context: Context) -> date | None:
    """The day that "le lendemain", or a time on it, counts from; None for other terms.

    Told of an evening, "à 3 heures" is past midnight: its "lendemain" is that of the evening.
    """
    if isinstance(term, Clock) and term.day is None:
        late = context.clock is not None and context.clock.hour >= _LATE
        return context.told if late and term.hour < _EARLY else None
    if isinstance(term, (Clock, DayPart)):
        return eve_of(term.day, context) if term.day is not None else None
    if isinstance(term, Shift) and term.n == 1 and term.unit is Unit.DAY and term.base is None:
        return context.told
    return None


def shift(term: Shift, context: Context, resolve: Resolve) -> Resolution:
    """A time so and so long before or after another one."""
    if term.base is not None:
        inner = _nearest_base(term, term.base, context, resolve)
        if inner.bounds is None:
            return unresolved(why="what it counts from is not dated")
        base, anchor = inner.bounds.earliest, inner.anchor
        if term.n > 0:
            base = inner.bounds.latest if inner.granularity is not G.DAY else base
        start = inner.bounds.start_time
    else:
        found, anchor = _base(term.origin, context, term.unit)
        if found is None:
            return unresolved(why="no publication date")
        base = found
        if context.eve is not None and term.unit is Unit.DAY:
            at = context.clock
            if (term.n == 2 and term.exact) or (
                term.n == 1 and at is not None and at.hour < _EARLY
            ):
                base = context.eve  # "le lendemain, … ; le surlendemain, …"
        start = context.clock if term.origin is Origin.FOCUS else context.published_at
    if term.unit in _SECONDS:
        told = term.base is None and context.focus is not None
        return _shift_clock(term, base, start, anchor, told)
    if term.exact or term.unit is Unit.DAY or term.base is not None:
        day = _moved(base, term.unit, term.n)
        if day is None:
            return unresolved(why="outside of the calendar")
        coarse = term.unit is not Unit.DAY and not term.exact and term.base is not None
        if coarse and inner.granularity not in (G.DAY, G.DAYPART, G.HOUR, G.MINUTE):
            moved = cycle(term.unit, 0, day)
            return anchored(moved, anchor) if moved else unresolved()
        return a_day(day, anchor)
    moved = cycle(term.unit, term.n, base)
    return anchored(moved, anchor) if moved else unresolved(why="outside of the calendar")


_ANNIVERSARY = 21  # days before it that a text may look back to what happened


def _nearest_base(term: Shift, base: Term, context: Context, resolve: Resolve) -> Resolution:
    """What a time is counted from: the nearest one that puts the time where its clause looks.

    "Dix jours avant Noël, les rayons étaient vides", told on the 20th: the Noël that is to come.
    "Deux ans après l'accident du 4 mai", told this May: that of the year before last.
    """
    way, ref = context.direction, context.here
    if term.unit is Unit.YEAR and term.n > 0 and ref is not None and context.year is None:
        then = _moved(ref, Unit.YEAR, -term.n) if isinstance(base, Day) else None
        if then is not None and way is not Direction.FUTURE and _comes_yearly(base):
            if way is Direction.PAST:  # the anniversary may be a few days ahead
                return resolve(base, context.seen_from(add_days(then, _ANNIVERSARY) or then, way))
            return resolve(base, context.seen_from(then, Direction.UNKNOWN))
    inner = resolve(base, context)
    if ref is None or way is Direction.UNKNOWN or not _comes_yearly(base):
        return inner
    other = resolve(base, context.towards(_OTHER_WAY[way]))
    one, two = _counted(term, inner), _counted(term, other)
    if one is None or two is None or one == two or inner.bounds is None or other.bounds is None:
        return inner
    if way is Direction.PRESENT:
        return other if abs((two - ref).days) < abs((one - ref).days) else inner
    to_one, to_two = inner.bounds.earliest - ref, other.bounds.earliest - ref
    fits = two >= ref if way is Direction.FUTURE else two <= ref
    return other if fits and abs(to_two.days) < abs(to_one.days) else inner


_OTHER_WAY = {
    Direction.PAST: Direction.FUTURE, Direction.FUTURE: Direction.PAST,
    Direction.PRESENT: Direction.PAST,
}  # fmt: skip


def _counted(term: Shift, base: Resolution) -> date | None:
    """The day that is so long before or after another time; of clock times none."""
    if base.bounds is None or term.unit in _SECONDS:
        return None
    day = base.bounds.latest if term.n > 0 else base.bounds.earliest
    return _moved(day, term.unit, term.n)


def _comes_yearly(term: Term) -> bool:
    if isinstance(term, Day):
        return term.month is not None and term.year is None
    return isinstance(term, (Holiday, Month, Season)) and term.year is None


def _moved(base: date, unit: Unit, n: int) -> date | None:
    if unit in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
        return add_days(base, n * {Unit.DAY: 1, Unit.FORTNIGHT: 15}.get(unit, 7))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120,
              Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000}[unit]  # fmt: skip
    return shift_months(base, n * months)


def _shift_clock(
    term: Shift, base: date, start: time | None, anchor: Anchor, told: bool
) -> Resolution:
    if start is None:
        hours = term.n * _SECONDS[term.unit] / _SECONDS[Unit.HOUR]
        day = add_days(base, int(hours / 24))  # "sous 48 heures" is in two days
        if day is None:
            return unresolved(why="outside of the calendar")
        if anchor is Anchor.FOCUS:
            return a_day(day, anchor) if told and hours % 24 == 0 else _only_length(term)
        return replace(a_day(day), type=TimexType.TIME, anchor=anchor, mod=Mod.APPROX)
    try:
        at = datetime.combine(base, start) + timedelta(seconds=term.n * _SECONDS[term.unit])
    except OverflowError:
        return unresolved(why="outside of the calendar")
    bounds = Bounds(at.date(), at.date(), at.time(), at.time())
    value = at.strftime("%Y-%m-%dT%H:%M")
    granularity = G.HOUR if term.unit is Unit.HOUR else G.MINUTE
    return Resolution(
        TimexType.TIME, value, bounds, granularity, None, bounds_edtf(bounds, G.MINUTE), anchor
    )
