"""What of a context a term looks at: so much of it has to be the same for the same meaning."""

from __future__ import annotations

from enum import IntEnum

from chrono.terms import (
    About,
    AllOf,
    Century,
    Clock,
    Cycle,
    Day,
    DayPart,
    Decade,
    Division,
    Fixed,
    Holiday,
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
    Term,
    Which,
    Year,
)


class Sight(IntEnum):
    """How far a term sees: to no context, the day of publication, the year told, or all of it."""

    NOTHING = 0
    DAY = 1
    YEAR = 2
    ALL = 3


def sight(term: Term) -> Sight:
    """How much of its context decides what a term means; rather too much than too little.

    >>> from chrono.terms import Unit
    >>> sight(Year(1968)).name, sight(Cycle(Unit.DAY, -1)).name, sight(Clock(14)).name
    ('NOTHING', 'DAY', 'ALL')
    """
    if isinstance(term, (Year, Decade, Century, Length, Repeat, Fixed)):
        return Sight.NOTHING
    if isinstance(term, Day):
        if term.year is not None and term.month is not None and term.day is not None:
            return Sight.NOTHING
        if term.day is None and term.weekday is not None:
            return Sight.DAY
        return Sight.ALL if term.month is None else Sight.YEAR
    if isinstance(term, (Month, Season, Holiday)):
        return Sight.YEAR if term.year is None else Sight.NOTHING
    if isinstance(term, Division):
        return Sight.YEAR if term.year is None else sight(term.year)
    if isinstance(term, Cycle):
        return Sight.DAY if term.origin is Origin.PUBLICATION else Sight.ALL
    if isinstance(term, (Recent, Ref)):
        return Sight.DAY
    if isinstance(term, Which):
        if term.origin is Origin.FOCUS:
            return Sight.ALL
        return _farthest(Sight.DAY, sight(term.term))
    if isinstance(term, DayPart):
        return Sight.ALL if term.day is None else sight(term.day)
    if isinstance(term, Clock):
        return Sight.ALL if term.day is None or term.zone is not None else sight(term.day)
    if isinstance(term, (Part, About, PeriodOf)):
        return sight(term.term)
    if isinstance(term, NthIn):
        return sight(term.period)
    if isinstance(term, Range):
        return _farthest(_of_end(term.first), _of_end(term.last))
    if isinstance(term, Night) and term.first is not None:
        first = sight(term.first)
        return first if term.second is None else _farthest(first, sight(term.second))
    if isinstance(term, (OneOf, AllOf)):
        farthest = Sight.NOTHING
        for one in term.terms:
            farthest = _farthest(farthest, sight(one))
        return farthest
    return Sight.ALL


def _of_end(term: Term | None) -> Sight:
    return Sight.DAY if term is None else sight(term)


def _farthest(first: Sight, second: Sight) -> Sight:
    return first if first >= second else second


__all__ = ["Sight", "sight"]
