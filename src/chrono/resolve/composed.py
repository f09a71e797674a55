"""Ranges, lists and alternatives: each end is resolved, and they must fit each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from chrono.dates import by_days, iso
from chrono.focus import Context
from chrono.model import Anchor, Bounds, Direction, Granularity, Resolution, TimexType
from chrono.resolve.write import anchored, choice_edtf, interval
from chrono.terms import Clock, Day, DayPart, Holiday, Month, Range, Term

Resolve = Callable[[Term, Context], Resolution]


def _publication(context: Context) -> Resolution:
    here = context.here
    if here is None:
        return Resolution(TimexType.DATE, "XXXX-XX-XX", anchor=Anchor.PUBLICATION)
    written = iso(here)
    return Resolution(
        TimexType.DATE,
        written,
        Bounds(here, here),
        Granularity.DAY,
        edtf=written,
        anchor=Anchor.PUBLICATION,
    )


def ends(term: Range, context: Context, resolve: Resolve) -> tuple[Resolution, Resolution]:
    """The two ends of a range, so chosen that the second one does not lie before the first."""
    if term.first is None:
        first = _publication(context)
        assert term.last is not None
        last = resolve(term.last, context.towards(Direction.FUTURE))
        return first, last
    if term.last is None:
        return resolve(term.first, context.towards(Direction.PAST)), _publication(context)
    if context.direction is Direction.PRESENT and _just_over(term, context, resolve):
        context = context.towards(Direction.PAST)
    first = _settled(resolve(term.first, context))
    last = _settled(resolve(term.last, context))
    if first.bounds is None or last.bounds is None:
        return first, last
    begin, end = first.bounds, last.bounds
    one_day = isinstance(term.last, Clock) and term.last.day in (None, _day_of(term.first))
    if isinstance(term.first, Clock) and one_day:
        if _clock_key(last) < _clock_key(first) and end.earliest == begin.earliest:
            last = _next_day(last)
        return first, last
    dated = isinstance(term.first, Day) and isinstance(term.last, Day) and term.last.year is None
    if dated and context.direction is Direction.PAST:
        under_way = _under_way(term, begin, context, resolve)
        if under_way is not None:
            return first, anchored(under_way, last.anchor)
    if end.latest < begin.earliest or _loose(term.first) or _loose(term.last) or dated:
        first, last = _fitted(term, first, last, context, resolve)
    return first, last


_JUST = 45  # days since the end of months that are still the talk of the day


def _just_over(term: Range, context: Context, resolve: Resolve) -> bool:
    """Whether months have passed of late: "chiffrent leurs pertes entre mars et mai", in June."""
    first, last, here = term.first, term.last, context.here
    if not isinstance(first, Month) or not isinstance(last, Month) or here is None:
        return False
    if first.year is not None or last.year is not None or first.month <= here.month <= last.month:
        return False
    end = resolve(last, context.towards(Direction.PAST)).bounds
    return end is not None and 0 < (here - end.latest).days <= _JUST


_LONGEST_SPAN = 184  # days of what goes on from one date to another of the same year


def _under_way(term: Range, begin: Bounds, context: Context, resolve: Resolve) -> Resolution | None:
    """The last day of a span that has begun and goes on: "la foire (6-16 mai) a ouvert"."""
    here = context.here
    first, last = term.first, term.last
    if here is None or not isinstance(first, Day) or not isinstance(last, Day):
        return None
    if first.month is None or last.month is None or first.year is not None:
        return None
    end = resolve(last, context.seen_from(begin.latest, Direction.FUTURE))
    if end.bounds is None or not begin.earliest <= here <= end.bounds.latest:
        return None
    return end if (end.bounds.latest - begin.earliest).days <= _LONGEST_SPAN else None


_RECURRING = (Day, Month, Holiday)


def _loose(term: Term) -> bool:
    """A weekday alone: its week follows from the other end."""
    day = _day_of(term)
    return isinstance(day, Day) and day.day is None


def _day_of(term: Term) -> Term:
    """The day that a time of it names, or the term."""
    return term.day if isinstance(term, (Clock, DayPart)) and term.day is not None else term


def _settles_first(term: Range, context: Context) -> bool:
    """Whether the last end is sure, so that the first one is sought before it."""
    assert term.last is not None
    if _loose(term.last):
        return context.direction is Direction.PAST
    return True


def _begins_nearer(term: Range, begin: Bounds, end: Bounds, context: Context) -> bool:
    """Whether nothing but nearness decides, and the first end is the nearer one."""
    here = context.here
    if here is None or context.direction in (Direction.PAST, Direction.FUTURE):
        return False
    if not all(isinstance(t, Day) and t.month is not None for t in (term.first, term.last)):
        return False
    return abs((begin.earliest - here).days) < abs((end.latest - here).days)


def _fitted(
    term: Range, first: Resolution, last: Resolution, context: Context, resolve: Resolve
) -> tuple[Resolution, Resolution]:
    assert first.bounds is not None
    assert last.bounds is not None
    assert last.bounds is not None
    assert term.first is not None
    assert term.last is not None
    begin, end = first.bounds, last.bounds
    recurring = all(isinstance(_day_of(t), _RECURRING) for t in (term.first, term.last))
    if not recurring:
        return first, last
    if _settles_first(term, context) and not _begins_nearer(term, begin, end, context):
        before = context.seen_from(end.earliest, Direction.PAST)
        first = anchored(resolve(term.first, before), first.anchor)
    else:
        after = context.seen_from(begin.latest, Direction.FUTURE)
        last = anchored(resolve(term.last, after), last.anchor)
    return first, last


def _settled(resolution: Resolution) -> Resolution:
    """The first candidate of an open resolution: a range has only one pair of ends."""
    if resolution.open and resolution.alternatives:
        return resolution.alternatives[0]
    return resolution


def _clock_key(resolution: Resolution) -> str:
    assert resolution.bounds is not None
    return str(resolution.bounds.start_time)


def _next_day(resolution: Resolution) -> Resolution:
    assert resolution.bounds is not None
    bounds = resolution.bounds
    day = bounds.earliest + by_days(1)
    moved = Bounds(day, day, bounds.start_time, bounds.end_time)
    old, new = iso(bounds.earliest), iso(day)
    return replace(
        resolution, bounds=moved, value=resolution.value.replace(old, new),
        edtf=resolution.edtf.replace(old, new) if resolution.edtf else None,
    )  # fmt: skip


def spanned(first: Resolution, last: Resolution) -> Resolution:
    """From the earliest of the first end to the latest of the second."""
    if first.bounds is None or last.bounds is None or first.bounds.earliest > last.bounds.latest:
        return Resolution(
            TimexType.DATE, f"{first.value}/{last.value}", why=("an end is not dated",)
        )
    a, b = first.bounds, last.bounds
    bounds = Bounds(a.earliest, b.latest, a.start_time, b.end_time)
    value, edtf = interval(first, last, bounds)
    kind = TimexType.TIME if last.type is TimexType.TIME else TimexType.DATE
    granularity = last.granularity
    return Resolution(kind, value, bounds, granularity, None, edtf, last.anchor)


def _hull(resolutions: Iterable[Resolution]) -> Bounds | None:
    found = [r.bounds for r in resolutions if r.bounds is not None]
    if not found:
        return None
    first = min(found, key=lambda b: (b.earliest, str(b.start_time or "")))
    last = max(found, key=lambda b: (b.latest, str(b.end_time or "24")))
    return Bounds(first.earliest, last.latest, first.start_time, last.end_time)


_HALF_YEAR = 6


def members(terms: tuple[Term, ...], context: Context, resolve: Resolve) -> tuple[Resolution, ...]:
    """The members of a list or an alternative, in the order of the text."""
    found: list[Resolution] = []
    previous: date | None = None
    for term in terms:
        r = resolve(term, context)
        if r.open and previous is not None:
            # After a day that is settled the next one told is the first one that follows.
            later = [x for x in r.alternatives if x.bounds and x.bounds.earliest > previous]
            r = later[0] if later else r
        elif r.open and len(terms) > 1:
            r = _settled(r)
        if (
            _loose(term)
            and r.bounds
            and previous
            and r.bounds.earliest < previous
            and (context.direction is not Direction.PAST)
        ):
            day = r.bounds.earliest + by_days(7)
            written = iso(day)
            r = replace(r, value=written, edtf=written, bounds=Bounds(day, day))
        if _in_next_year(term, r, previous):
            assert previous is not None
            after = context.seen_from(previous, Direction.FUTURE)
            r = replace(resolve(term, after), anchor=r.anchor)
        if found and isinstance(term, Clock) and term.day is None and _past_midnight(found[-1], r):
            r = _next_day(r)
        found.append(r)
        previous = r.bounds.earliest if r.bounds else previous
    if len(found) > 1 and isinstance(terms[0], Day):
        found[0] = _beside(terms[0], found[0], found[1], context, resolve)
    return tuple(found)


_FAR_OFF = 300  # days between two of a list that surely are not of one plan
_NEAR_BY = 62  # days before the next one that a weekday and its number may lie


def _beside(
    term: Day, r: Resolution, following: Resolution, context: Context, resolve: Resolve
) -> Resolution:
    """The first day of a list, if it went to a far year for its weekday to agree: near the next.

    "Mardi 5, puis le 11 mai": the month may not be the one that only the next day tells.
    """
    if term.weekday is None or term.month is None or term.year is not None:
        return r
    if r.bounds is None or following.bounds is None:
        return r
    then = following.bounds.earliest
    if abs((then - r.bounds.earliest).days) < _FAR_OFF:
        return r
    before = context.seen_from(then, Direction.PAST)
    near = resolve(replace(term, month=None), before)
    if near.bounds is None or not 0 < (then - near.bounds.earliest).days <= _NEAR_BY:
        near = resolve(replace(term, weekday=None), before)
    return anchored(near, r.anchor)


def _in_next_year(term: Term, r: Resolution, previous: date | None) -> bool:
    """Whether a date goes round into the next year: "les 25 décembre et 1er janvier"."""
    if not isinstance(term, Day) or term.month is None or term.year is not None:
        return False
    if previous is None or previous.month - term.month < _HALF_YEAR or r.bounds is None:
        return False
    return r.bounds.earliest < previous


def _past_midnight(before: Resolution, r: Resolution) -> bool:
    """Whether a clock time follows one of the evening before: "à 23 h et à 1 h"."""
    a, b = before.bounds, r.bounds
    if a is None or b is None or a.start_time is None or b.start_time is None:
        return False
    late = a.start_time.hour >= 18 and b.start_time.hour < 6 and a.earliest >= b.earliest
    return late or (a.start_time.hour < 6 and a.earliest > b.earliest and b.start_time.hour < 18)


def one_of(found: tuple[Resolution, ...]) -> Resolution:
    """An alternative: bounds from the earliest to the latest, the readings kept."""
    bounds = _hull(found)
    kind = TimexType.TIME if all(r.type is TimexType.TIME for r in found) else TimexType.DATE
    return Resolution(
        kind, "|".join(r.value for r in found), bounds, found[-1].granularity, None,
        choice_edtf(found, "[]"), found[-1].anchor, found,
    )  # fmt: skip


def all_of(found: tuple[Resolution, ...]) -> Resolution:
    """A list: bounds from the first to the last; each member is a part of its own."""
    kind = found[0].type
    return Resolution(
        kind, ",".join(r.value for r in found), _hull(found), found[-1].granularity, None,
        choice_edtf(found, "{}"), found[-1].anchor,
    )  # fmt: skip
