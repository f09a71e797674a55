"""`resolve`: a term held against a context, kind by kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from chrono.dates import add_days, iso, make_day, years_bounds
from chrono.focus import Context
from chrono.model import Anchor, Bounds, Direction, Granularity, Resolution, TimexType
from chrono.resolve.composed import all_of, ends, members, one_of, spanned
from chrono.resolve.durations import after, length, recent, repeat
from chrono.resolve.elided import dated
from chrono.resolve.periods import cycle, nth_in, part_of
from chrono.resolve.recurring import (
    a_day,
    a_division,
    a_holiday,
    a_season,
    around,
    choose,
    leaning,
    pick,
)
from chrono.resolve.shifts import cycle_from, shift
from chrono.resolve.times import clock, day_part, night
from chrono.resolve.unresolved import anchor_of, unresolved
from chrono.resolve.write import anchored, whole, year_value
from chrono.terms import (
    About,
    After,
    AllOf,
    Century,
    Choice,
    Clock,
    Cycle,
    Day,
    DayPart,
    Decade,
    Division,
    Elided,
    Fixed,
    Holiday,
    Later,
    Length,
    Month,
    Night,
    NthIn,
    OneOf,
    Origin,
    Part,
    PeriodOf,
    Range,
    Recent,
    Ref,
    Repeat,
    Season,
    Shift,
    Term,
    Unit,
    WeeksOn,
    Which,
    Year,
)

G = Granularity


def resolve(term: Term, context: Context) -> Resolution:
    """What a term means in a context. Never raises for a well-formed term.

    >>> from datetime import date
    >>> resolve(Day(weekday=4), Context(date(2025, 3, 20))).value
    '2025-03-20'
    """
    return _KINDS[type(term)](term, context)


def _recurring(term: Term, context: Context) -> Resolution:
    ref = context.here
    if ref is None:
        return unresolved(_template(term), "no publication date")
    leads = context.year_leads or not (isinstance(term, Day) and term.month is not None)
    if context.year is not None and leads and _year_fits(context, ref):
        named = dated(term, context.year + _goes_round(term, context))
        if named is not None:
            return replace(resolve(named, context), why=(f"year {context.year} told before",))
    if isinstance(term, Day) and term.weekday is None and term.month is None:
        in_month = _in_told_month(term, context)
        if in_month is not None:
            return in_month
    found = around(term, ref)
    if found is None:
        return unresolved(_template(term), "no such date")
    if isinstance(term, Division) and context.lean is Direction.PAST and found.before is not None:
        return replace(found.make(found.before), anchor=anchor_of(context))  # of accounts: over
    if isinstance(term, Division) and context.direction is Direction.FUTURE and found.at:
        if found.after is not None and _nearly_over(found.at, ref):
            return replace(found.make(found.after), anchor=anchor_of(context))
    full = isinstance(term, Day) and bool(term.month)
    rare = isinstance(term, Day) and bool(term.weekday and term.day)
    picked = pick(found, ref, context.direction, full=full, rare=rare)
    if picked is None:
        return unresolved(_template(term), "no such date")
    if picked.open and context.lean is not Direction.UNKNOWN:
        picked = leaning(picked, context.lean)
    return anchored(picked, anchor_of(context))


_HALF_YEAR = 6


def _nearly_over(at: Bounds, ref: date) -> bool:
    """Whether but a tenth of a half or a quarter is left: what is planned then is of the next."""
    return 10 * (at.latest - ref).days < (at.latest - at.earliest).days


def _goes_round(term: Term, context: Context) -> int:
    """1 for a month of the year after the one told: "en octobre 2019 … en janvier"."""
    told = context.period
    if told is None or not isinstance(term, Month) or (told.month, told.day) == (1, 1):
        return 0
    return int(told.year == context.year and told.month - term.month >= _HALF_YEAR)


def _in_told_month(term: Day, context: Context) -> Resolution | None:
    """ "le 5 mars … le 11": a bare number is of the month told last, if the direction lets it."""
    told, ref = context.period, context.here
    if told is None or ref is None or term.day is None:
        return None
    if context.until is not None and term.day < told.day:
        told = context.until  # "du 29 mars au 5 avril, puis du 12 au 19"
    day = make_day(told.year, told.month, term.day)
    way = context.lean if context.direction is Direction.UNKNOWN else context.direction
    if day is None or (way is Direction.PAST and day > ref):
        return None
    if way is Direction.FUTURE and day < ref:
        return None
    return a_day(day, Anchor.FOCUS)


def _year_fits(context: Context, ref: date) -> bool:
    """Whether a year told before may complete a date: not one of the past for what is to come."""
    assert context.year is not None
    if context.direction is Direction.FUTURE:
        return context.year >= ref.year
    if context.direction is Direction.PRESENT and not context.year_leads:
        return context.year >= ref.year  # "entamé en 2020, il s'achève en mars"
    return context.direction is not Direction.PAST or context.year <= ref.year


def _template(term: Term) -> str:
    if isinstance(term, Day):
        if term.weekday is not None and term.day is None:
            return f"XXXX-WXX-{term.weekday}"
        month = f"{term.month:02d}" if term.month else "XX"
        day = f"{term.day:02d}" if term.day else "XX"
        return f"{_year_text(term.year)}-{month}-{day}"
    if isinstance(term, Month):
        return f"{_year_text(term.year)}-{term.month:02d}"
    if isinstance(term, Season):
        return "XXXX-" + ("SP", "SU", "FA", "WI")[term.season - 1]
    return "XXXX"


def _year_text(year: int | None) -> str:
    return "XXXX" if year is None else year_value(year)


def _day(term: Day, context: Context) -> Resolution:
    if term.year is None or term.month is None or term.day is None:
        if (
            term.day is not None
            and term.month is not None
            and make_day(2024, term.month, term.day) is None
        ):
            return unresolved(_template(term), "no such day in the calendar")
        return _recurring(term, context)
    day = make_day(term.year, term.month, term.day)
    if day is None:
        return unresolved(_template(term), "no such day in the calendar")
    found = a_day(day)
    if term.weekday is not None and day.isoweekday() != term.weekday:
        return replace(found, why=("the weekday in the text is not the weekday of this date",))
    return found


def _month(term: Month, context: Context) -> Resolution:
    if term.year is None:
        return _recurring(term, context)
    return a_division(Unit.MONTH, term.month, term.year) or unresolved(_template(term))


def _year(term: Year, context: Context) -> Resolution:
    if term.year < 1:
        text, edtf = year_value(term.year), f"-{-term.year:04d}" if term.year else "0000"
        return Resolution(TimexType.DATE, text, None, G.YEAR, edtf=edtf, why=("before our era",))
    bounds = years_bounds(term.year, term.year)
    return whole(bounds, G.YEAR) if bounds else unresolved(str(term.year))


def _decade(term: Decade, context: Context) -> Resolution:
    bounds = years_bounds(term.start, term.start + 9)
    return whole(bounds, G.DECADE) if bounds else unresolved(str(term.start))


def _century(term: Century, context: Context) -> Resolution:
    n = term.number
    if n < 1:
        return Resolution(
            TimexType.DATE, f"BC{-n - 1:02d}", None, G.CENTURY, why=("before our era",)
        )
    bounds = years_bounds(100 * n - 99, 100 * n)
    return whole(bounds, G.CENTURY) if bounds else unresolved("XXXX")


def _division(term: Division, context: Context) -> Resolution:
    if term.year is None:
        return _recurring(term, context)
    year = resolve(term.year, context)
    if year.bounds is None:
        return unresolved("XXXX", "no publication date")
    found = a_division(term.unit, term.number, year.bounds.earliest.year)
    return anchored(found, year.anchor) if found else unresolved()


def _elided(term: Elided, context: Context) -> Resolution:
    return unresolved("XXXX", "its unit is not told")


def _season(term: Season, context: Context) -> Resolution:
    if term.year is None:
        return _recurring(term, context)
    return a_season(term.season, term.year) or unresolved(_template(term))


def _holiday(term: Holiday, context: Context) -> Resolution:
    if term.year is None:
        return _recurring(term, context)
    return a_holiday(term.name, term.year) or unresolved(why="not known for that year")


def _shift(term: Shift, context: Context) -> Resolution:
    return shift(term, context, resolve)


def _which(term: Which, context: Context) -> Resolution:
    inner = term.term
    if isinstance(inner, Night):
        return night(inner, context, resolve, term.choice)
    from_focus = term.origin is Origin.FOCUS
    ref = context.told if from_focus else context.here
    if from_focus and isinstance(inner, Season):
        ref = context.period or ref
        if term.choice is Choice.THIS and ref is not None:  # "cet été-là"
            return _season(Season(inner.season, ref.year), context)
    elif from_focus and isinstance(inner, Day) and inner.month is not None:
        ref = context.period or ref  # "né en mai 1980, baptisé le 3 juin suivant"
    if ref is None:
        return unresolved(_template(inner), "no publication date")
    if isinstance(inner, Cycle):
        return anchored(_weekend(ref, term.choice, context.direction), anchor_of(context))
    if isinstance(inner, Part):
        whole_one = resolve(Which(inner.term, term.choice), context)
        return part_of(whole_one, inner.third)
    found = around(inner, ref)
    if found is None:
        return resolve(inner, context)
    picked = choose(found, term.choice, ref, context.direction)
    anchor = Anchor.FOCUS if from_focus else anchor_of(context)
    return anchored(picked, anchor) if picked else unresolved(_template(inner))


def _weekend(ref: date, choice: Choice, direction: Direction) -> Resolution:
    """ "ce week-end": the one of this ISO week; told in the past before it, the one just over."""
    here, last = cycle(Unit.WEEKEND, 0, ref), cycle(Unit.WEEKEND, -1, ref)
    after = cycle(Unit.WEEKEND, 1, ref)
    assert here is not None
    assert last is not None
    assert here.bounds is not None
    begun = ref >= here.bounds.earliest
    if choice is Choice.LAST:
        return last
    if choice is Choice.NEXT:
        return after if begun and after is not None else here
    early = ref.isoweekday() < 4  # from Thursday on one speaks of the coming one
    return last if direction is Direction.PAST and early else here


def _weeks_on(term: WeeksOn, context: Context) -> Resolution:
    ref = context.here
    found = around(term.term, ref) if ref else None
    if found is None or found.after is None:
        return unresolved(why="no publication date")
    day = add_days(found.after.earliest, 7 * term.weeks)
    return a_day(day, anchor_of(context)) if day else unresolved()


def _period_of(term: PeriodOf, context: Context) -> Resolution:
    inner = resolve(term.term, context)
    if inner.bounds is None:
        return inner
    day = inner.bounds.earliest
    if term.unit is Unit.WEEKEND:
        if inner.bounds.earliest.isoweekday() == 7 or inner.bounds.earliest.isoweekday() < 3:
            day = add_days(day, -7) or day if day.isoweekday() < 3 else day
        if inner.granularity is not G.DAY or inner.bounds.earliest != inner.bounds.latest:
            return inner
    found = cycle(term.unit, 0, day)
    if found is None:
        return inner
    if inner.alternatives:
        return replace(found, anchor=inner.anchor, alternatives=tuple(
            c for r in inner.alternatives
            if r.bounds and (c := cycle(term.unit, 0, r.bounds.earliest))
        ), open=inner.open)  # fmt: skip
    return anchored(found, inner.anchor)


def _part(term: Part, context: Context) -> Resolution:
    return part_of(resolve(term.term, context), term.third)


def _nth(term: NthIn, context: Context) -> Resolution:
    return nth_in(term, resolve(term.period, context)) or unresolved(
        why="no such day in the period"
    )


def _day_part(term: DayPart, context: Context) -> Resolution:
    return day_part(term, context, resolve)


def _clock(term: Clock, context: Context) -> Resolution:
    return clock(term, context, resolve)


def _night(term: Night, context: Context) -> Resolution:
    return night(term, context, resolve, None)


def _range(term: Range, context: Context) -> Resolution:
    return spanned(*ends(term, context, resolve))


def _one_of(term: OneOf, context: Context) -> Resolution:
    return one_of(members(term.terms, context, resolve))


def _all_of(term: AllOf, context: Context) -> Resolution:
    return all_of(members(term.terms, context, resolve))


def _ref(term: Ref, context: Context) -> Resolution:
    return Resolution(TimexType.DATE, term.refers.value, anchor=anchor_of(context))


def _later(term: Later, context: Context) -> Resolution:
    told = context.told
    value = iso(told) if told else "XXXX-XX-XX"
    return Resolution(TimexType.DATE, value, mod=term.mod, anchor=Anchor.FOCUS)


def _about(term: About, context: Context) -> Resolution:
    inner = resolve(term.term, context)
    edtf = (
        inner.edtf + "~"
        if inner.edtf and inner.edtf[-1].isdigit() and "/" not in inner.edtf
        else inner.edtf
    )
    return replace(inner, mod=term.mod, edtf=edtf)


def _fixed(term: Fixed, context: Context) -> Resolution:
    return Resolution(TimexType.DATE, term.value, why=("recognised, not put on a day",))


_KINDS: dict[type[Term], Callable[[Any, Context], Resolution]] = {
    Day: _day, Month: _month, Year: _year, Decade: _decade, Century: _century,
    Division: _division, Season: _season, Holiday: _holiday, Cycle: cycle_from, Shift: _shift,
    Which: _which, WeeksOn: _weeks_on, PeriodOf: _period_of, Part: _part, NthIn: _nth,
    DayPart: _day_part, Clock: _clock, Night: _night, Range: _range, OneOf: _one_of,
    AllOf: _all_of, Length: length, Recent: recent, Repeat: repeat, Ref: _ref, Later: _later,
    About: _about, After: after, Fixed: _fixed, Elided: _elided,
}  # fmt: skip


__all__ = ["resolve"]
