"""Which terms the tense of their clause bears on."""

from __future__ import annotations

from chrono.terms import (
    About,
    AllOf,
    Choice,
    Clock,
    Day,
    DayPart,
    Division,
    Holiday,
    Month,
    Night,
    NthIn,
    OneOf,
    Part,
    PeriodOf,
    Range,
    Season,
    Shift,
    Term,
    WeeksOn,
    Which,
)


def needs_direction(term: Term) -> bool:
    """Whether the tense of its clause bears on what a term means.

    >>> from chrono.terms import Cycle, Unit
    >>> needs_direction(Day(weekday=4)), needs_direction(Cycle(Unit.DAY, -1))
    (True, False)
    """
    if isinstance(term, (Day, Month, Season, Holiday, Division)):
        return term.year is None
    if isinstance(term, Which):
        return term.choice is Choice.THIS or isinstance(term.term, Night)
    if isinstance(term, Night):
        return True
    if isinstance(term, (DayPart, Clock)):
        return term.day is None or needs_direction(term.day)
    if isinstance(term, (Part, PeriodOf, About, WeeksOn)):
        return needs_direction(term.term)
    if isinstance(term, NthIn):
        return needs_direction(term.period)
    if isinstance(term, Range):
        return any(t is not None and needs_direction(t) for t in (term.first, term.last))
    if isinstance(term, (OneOf, AllOf)):
        return any(needs_direction(t) for t in term.terms)
    if isinstance(term, Shift):
        return term.base is not None and needs_direction(term.base)
    return False
