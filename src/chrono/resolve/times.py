"""Times of a day: clock times, parts of the day, nights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from chrono.dates import by_days, in_zone, iso, offset_of
from chrono.focus import Context
from chrono.model import Anchor, Bounds, Direction, Granularity, Mod, Resolution, TimexType
from chrono.resolve.write import bounds_edtf, clock_text, daypart_value
from chrono.terms import Choice, Clock, Day, DayPart, DayTime, Night, Term, Third

Resolve = Callable[[Term, Context], Resolution]
G = Granularity

# Hours of the parts of the day, and of their beginnings, middles and ends; the last minute of an
# evening is 23:59, since bounds are inclusive and midnight belongs to the next day.
_HOURS: dict[DayTime, tuple[time, time]] = {
    DayTime.DAWN: (time(5), time(7)), DayTime.MORNING: (time(6), time(12)),
    DayTime.MIDDAY: (time(11), time(14)), DayTime.AFTERNOON: (time(12), time(18)),
    DayTime.EVENING: (time(18), time(23, 59)),
}  # fmt: skip
_THIRDS: dict[tuple[DayTime, Third], tuple[time, time]] = {
    (DayTime.MORNING, Third.START): (time(6), time(8)),
    (DayTime.MORNING, Third.MID): (time(8), time(10)),
    (DayTime.MORNING, Third.END): (time(10), time(12)),
    (DayTime.AFTERNOON, Third.START): (time(12), time(14)),
    (DayTime.AFTERNOON, Third.MID): (time(14), time(16)),
    (DayTime.AFTERNOON, Third.END): (time(16), time(18)),
    (DayTime.EVENING, Third.START): (time(18), time(20)),
    (DayTime.EVENING, Third.MID): (time(20), time(22)),
    (DayTime.EVENING, Third.END): (time(22), time(23, 59)),
}
_MODS = {Third.START: Mod.START, Third.MID: Mod.MID, Third.END: Mod.END}


_LATELY = 6  # days before publication that the news is about


def _days(term: Term | None, context: Context, resolve: Resolve) -> Resolution | None:
    """The day that a time hangs on: its own, or the last one told, or publication."""
    if term is not None:
        return resolve(term, context)
    told = context.told
    if told is None:
        return None
    anchor = Anchor.FOCUS if context.focus else Anchor.PUBLICATION
    if context.published is not None and _contradicts(told, context):
        told, anchor = context.published, Anchor.PUBLICATION
        past = context.past
        if context.direction is Direction.PAST and past is not None:
            if (told - past).days <= _LATELY:
                told, anchor = past, Anchor.FOCUS  # told before the day that lies ahead
    written = iso(told)
    return Resolution(
        TimexType.DATE, written, Bounds(told, told), G.DAY, edtf=written, anchor=anchor
    )


def _contradicts(told: date, context: Context) -> bool:
    """Whether the clause looks the other way: "… le 10 mai 1981. X, qui parlera à 19 heures"."""
    published = context.published
    assert published is not None
    if context.direction is Direction.FUTURE:
        return told < published
    return context.direction is Direction.PAST and told > published


def _on_each(found: Resolution, make: Callable[[Resolution], Resolution]) -> Resolution:
    """The same time on each candidate day."""
    made = make(found)
    if found.alternatives:
        alternatives = tuple(make(r) for r in found.alternatives)
        return replace(made, alternatives=alternatives, open=found.open)
    return made


def day_part(term: DayPart, context: Context, resolve: Resolve) -> Resolution:
    """A part of a day, with its hours."""
    found = _days(term.day, context, resolve)
    mod = _MODS[term.third] if term.third else None
    if found is None or found.bounds is None:
        value = daypart_value(date(1, 1, 1), term.part.value).replace("0001-01-01", "XXXX-XX-XX")
        return Resolution(TimexType.TIME, value, mod=mod)
    hours = _THIRDS.get((term.part, term.third)) if term.third else None
    start, end = hours or _HOURS[term.part]

    def make(day: Resolution) -> Resolution:
        assert day.bounds is not None
        first, last = day.bounds.earliest, day.bounds.latest
        bounds = Bounds(first, last, start, end)
        return Resolution(
            TimexType.TIME, daypart_value(first, term.part.value), bounds, G.DAYPART, mod,
            bounds_edtf(Bounds(first, last), G.DAY), day.anchor, why=day.why,
        )  # fmt: skip

    return _on_each(found, make)


def clock(term: Clock, context: Context, resolve: Resolve) -> Resolution:
    """A clock time; one of another zone is brought to the article's."""
    at = time(term.hour, term.minute or 0, term.second or 0)
    granularity = G.HOUR if term.minute is None else G.MINUTE if term.second is None else G.SECOND
    mod = Mod.APPROX if term.approx else None
    found = _days(term.day, context, resolve)
    if found is None or found.bounds is None:
        return Resolution(TimexType.TIME, f"XXXX-XX-XXT{clock_text(at)}", mod=mod)

    def make(day: Resolution) -> Resolution:
        assert day.bounds is not None
        on, local = day.bounds.earliest, at
        if day.granularity is G.NIGHT and at < _NOON:
            on = day.bounds.latest  # "cette nuit à 3 heures": past midnight
        elif term.day is None and _after_midnight(at, context):
            on += by_days(1)
        named, suffix = on, ""
        if term.zone and term.zone != "local":
            suffix = _suffix(term.zone)
            moved = in_zone(on, at, term.zone, context.timezone)
            if moved:
                on, local = moved.date(), moved.time()
        bounds = Bounds(on, on, local, local)
        value = f"{iso(named)}T{clock_text(at)}{suffix}"
        return Resolution(
            TimexType.TIME, value, bounds, granularity, mod,
            bounds_edtf(bounds, granularity), day.anchor, why=day.why,
        )  # fmt: skip

    return _on_each(found, make)


def _suffix(zone: str) -> str:
    """How ISO 8601 writes a zone behind a clock time; "" for one that has but a name.

    >>> _suffix("UTC"), _suffix("-210"), _suffix("Europe/Paris")
    ('Z', '-03:30', '')
    """
    if zone == "UTC":
        return "Z"
    offset = offset_of(zone)
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


_SMALL_HOURS, _NOON = time(6), time(12)


def _after_midnight(at: time, context: Context) -> bool:
    """Whether a clock time belongs to the day after: told of a night or an evening, before dawn."""
    return at < _SMALL_HOURS and context.clock is not None and context.clock.hour >= 18


def _a_night(first: date, anchor: Anchor) -> Resolution:
    bounds = Bounds(first, first + by_days(1))
    return Resolution(
        TimexType.TIME, daypart_value(first, "night"), bounds, G.NIGHT, None,
        bounds_edtf(bounds, None), anchor,
    )  # fmt: skip


def _night_of(day: Resolution) -> Resolution:
    assert day.bounds is not None
    return _a_night(day.bounds.earliest, day.anchor)


def night(term: Night, context: Context, resolve: Resolve, choice: Choice | None) -> Resolution:
    """A night: it bears the date of the day that it begins on, and lies on two days."""
    if term.second is not None:
        return _night_between(term, context, resolve)
    if term.first is not None:
        found = resolve(term.first, context)
        if found.bounds is None:
            return replace(found, type=TimexType.TIME)
        return _on_each(found, _night_of)
    here = context.here
    told = here if choice is Choice.THIS else context.told  # "cette nuit" is of the day of speech
    if told is None or here is None:
        return Resolution(TimexType.TIME, "XXXX-XX-XXTNI")
    anchor = Anchor.FOCUS if context.focus and choice is None else Anchor.PUBLICATION
    yesterday = here - by_days(1)
    if choice is Choice.LAST:
        return _a_night(yesterday, Anchor.PUBLICATION)
    if choice is Choice.NEXT:
        return _a_night(here, Anchor.PUBLICATION)
    if told < here:
        return _a_night(told, anchor)
    if context.direction in (Direction.FUTURE, Direction.PRESENT):
        return _a_night(told, anchor)
    if context.direction is Direction.PAST:
        return _a_night(told - by_days(1), anchor)
    over, coming = _a_night(told - by_days(1), anchor), _a_night(told, anchor)
    return replace(over, alternatives=(over, coming), open=True)


def _night_between(term: Night, context: Context, resolve: Resolve) -> Resolution:
    assert term.first is not None
    assert term.second is not None
    second = resolve(term.second, context)
    if second.bounds is None:
        return replace(resolve(term.first, context), type=TimexType.TIME)
    first = second.bounds.earliest - by_days(1)
    if isinstance(term.first, Day) and isinstance(term.second, Day):
        weekday = term.first.weekday
        if weekday is not None and term.first.day is None and first.isoweekday() != weekday:
            # The two days are not consecutive: the first one told decides.
            alone = resolve(term.first, context)
            if alone.bounds is not None:
                return _a_night(alone.bounds.earliest, alone.anchor)
    if second.open:
        return replace(
            _a_night(first, second.anchor),
            alternatives=tuple(
                _a_night(r.bounds.earliest - by_days(1), r.anchor)
                for r in second.alternatives
                if r.bounds
            ),
            open=True,
        )
    return _a_night(first, second.anchor)
