"""What one member of a range, a list or an alternative gives another: month, year, day, weekday."""

from __future__ import annotations

from dataclasses import replace

from chrono.terms import (
    AllOf,
    Clock,
    Cycle,
    Day,
    DayPart,
    Division,
    Holiday,
    Month,
    Night,
    NthIn,
    OneOf,
    Range,
    Season,
    Shift,
    Term,
    Unit,
    Which,
)


def completed(a: Term, b: Term) -> Term:
    """The first of two with the month or the year that only the second one gives."""
    if isinstance(a, Day) and isinstance(b, Day):
        if a.month is None and a.day and b.day and b.month and a.day >= b.day:
            # "vendredi 30 et mardi 4 octobre": of the month before, which the weekday may tell.
            if a.weekday is not None and b.year is None:
                return a
            earlier = b.month - 1 or 12
            return replace(a, month=earlier, year=b.year and b.year - (earlier == 12))
        month = a.month if a.month is not None or a.day is None else b.month
        year = a.year if a.year is not None or month is None else b.year
        if year is not None and b.month is not None and month is not None and a.year is None:
            later = (month, a.day or 1) > (b.month, b.day or 31)
            year = year - 1 if later else year
        return Day(a.weekday, a.day, month, year)
    if isinstance(a, Month) and isinstance(b, Month) and a.year is None and b.year is not None:
        return Month(a.month, b.year - 1 if a.month > b.month else b.year)
    if isinstance(a, Season) and isinstance(b, Season) and a.year is None and b.year is not None:
        return Season(a.season, b.year - 1 if a.season > b.season else b.year)
    if isinstance(a, Month) and a.year is None and isinstance(b, NthIn) and b.unit is Unit.MONTH:
        period = b.period  # "d'avril à juin de l'année suivante"
        if isinstance(period, Cycle) and period.unit is Unit.YEAR and b.n > 0:
            whole = replace(period, n=period.n - 1) if a.month > b.n else period
            return NthIn(a.month, whole, None, Unit.MONTH)
    if isinstance(a, (Day, Month)) and isinstance(b, Which):
        inner = completed(a, b.term)
        return Which(inner, b.choice)
    if isinstance(a, Division) and isinstance(b, Division) and a.year is None:
        return replace(a, year=b.year)
    return a


def continued(a: Term, b: Term) -> Term:
    """The second of two with what only the first one gives: "samedi à 14 h et 16 h"."""
    if isinstance(a, Range):
        assert a.last is not None
        a = a.last
    if isinstance(a, Clock) and a.day is not None:
        return on_day(b, a.day)
    if isinstance(a, Day) and isinstance(b, Day) and a.month and a.day and b.day and not b.month:
        return Day(b.weekday, b.day, a.month, a.year) if b.day > a.day else b
    return b


def on_day(term: Term, day: Term) -> Term:
    """A clock time, or a stretch of them, on a day; what names a day itself stays."""
    if isinstance(term, Clock) and term.day is None:
        return term.on(day)
    if isinstance(term, Range) and term.first is not None and term.last is not None:
        return Range(on_day(term.first, day), on_day(term.last, day))
    if isinstance(term, AllOf):
        return AllOf(tuple([on_day(one, day) for one in term.terms]))
    return term


def not_always(day: Day) -> bool:
    """Whether numbers with a stroke are a day, and not "24/7", "7/7"."""
    return (day.day, day.month) not in ((24, 7), (7, 7))


def of_clock(term: Term) -> bool:
    """Whether a term is a clock time, or only made of clock times."""
    if isinstance(term, Range):
        return isinstance(term.first, Clock) and isinstance(term.last, Clock)
    return isinstance(term, Clock)


def days(
    first: Day, last: Term, make: type[AllOf] | type[OneOf] | type[Range]
) -> AllOf | OneOf | Range | None:
    """ "les 3 et 4 mai", "du 3 au 5 mai": bare numbers take the month of the last one."""
    assert first.day is not None
    inner = last.term if isinstance(last, Which) else last
    head: Term
    if isinstance(inner, NthIn) and inner.unit is Unit.DAY:  # "du 3 au 5 du mois prochain"
        if first.day >= inner.n or first.weekday is not None:
            return None
        head = replace(inner, n=first.day)
    elif (
        not isinstance(inner, Day)
        or inner.day is None
        or inner.month is None
        or (first.day >= inner.day and (make is not Range or first.day == inner.day))
    ):
        return None
    elif first.day > inner.day:
        month, year = inner.month - 1 or 12, inner.year
        if year is not None and month == 12:
            year -= 1
        head = Day(first.weekday, first.day, month, year)
    else:
        head = Day(first.weekday, first.day, inner.month, inner.year)
    if isinstance(last, Which):
        head = Which(head, last.choice)
    if make is Range:
        return Range(head, last)
    return AllOf((head, last)) if make is AllOf else OneOf((head, last))


def chain(first: Day, rest: Term) -> Term | None:
    """A bare number before a list of days: "les 8, 9 et 10 juin"."""
    if not isinstance(rest, (AllOf, OneOf)):
        return None
    found = days(first, rest.terms[0], AllOf)
    if not isinstance(found, AllOf):
        return None
    terms = (found.terms[0], *rest.terms)
    return AllOf(terms) if isinstance(rest, AllOf) else OneOf(terms)


def fits(a: Term, b: Term) -> bool:
    """Whether two terms may stand in one list: like with like, or both on days that they name."""
    return kind(a) == kind(b) or (_on_a_day(a) and _on_a_day(b))


def _on_a_day(term: Term) -> bool:
    if isinstance(term, (Clock, DayPart)):
        return term.day is not None
    if isinstance(term, Night):
        return term.first is not None
    return kind(term) == "day"


def kind(term: Term) -> str:
    """What a list may hold beside it: days with days, times of the clock with such times."""
    if isinstance(term, (AllOf, OneOf)):
        return kind(term.terms[-1])
    if isinstance(term, Which):
        return kind(term.term)
    if isinstance(term, (Day, Shift, Holiday)) or (
        isinstance(term, Cycle) and term.unit is Unit.DAY
    ):
        return "day"
    if isinstance(term, (DayPart, Night)):
        return "daypart"
    return type(term).__name__
