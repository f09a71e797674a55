"""Times inside of a quotation, which count from the day on which it was spoken."""

from __future__ import annotations

from chrono.terms import (
    Clock,
    Cycle,
    Day,
    DayPart,
    Night,
    Origin,
    Part,
    Shift,
    Term,
    Unit,
    Which,
)


def counts_from_speech(term: Term | None) -> bool:
    """Whether a term means another day when it is said on another day.

    A bare weekday is left out: a speech of last week may mean one of this week.

    >>> counts_from_speech(Cycle(Unit.DAY, 1)), counts_from_speech(Day(weekday=1))
    (True, False)
    """
    if isinstance(term, (Cycle, Shift)):
        return True
    if isinstance(term, (DayPart, Clock)):
        return counts_from_speech(term.day)
    if isinstance(term, Night):
        return counts_from_speech(term.first)
    if isinstance(term, Which):
        return term.origin is Origin.PUBLICATION
    return isinstance(term, Part) and counts_from_speech(term.term)


def day_told(term: Term | None) -> Term | None:
    """The day that a term names or counts, for itself or for a time of it; None if it does not.

    >>> from chrono.terms import DayTime
    >>> str(day_told(DayPart(Cycle(Unit.DAY, -1), DayTime.EVENING)))
    'Cycle(unit=day, n=-1)'
    >>> day_told(Cycle(Unit.WEEK, -1)) is None
    True
    """
    if isinstance(term, (Clock, DayPart)):
        return day_told(term.day)
    if isinstance(term, (Cycle, Shift)):
        return term if term.unit is Unit.DAY and term.n <= 0 else None
    return term if isinstance(term, Day) else None
