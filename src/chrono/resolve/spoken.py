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

    >>> counts_from_speech(Cycle(Unit.DAY, 1)), counts_from_speech(Day(weekday=1))
    (True, True)
    >>> counts_from_speech(Day(day=3, month=5))
    False
    """
    if isinstance(term, (Cycle, Shift)):
        return True
    if isinstance(term, (DayPart, Clock)):
        return counts_from_speech(term.day)
    if isinstance(term, Night):
        return counts_from_speech(term.first)
    if isinstance(term, Which):
        return term.origin is Origin.PUBLICATION
    if isinstance(term, Part):
        return counts_from_speech(term.term)
    return is_weekday(term)


def is_weekday(term: Term | None) -> bool:
    """Whether a term is a bare weekday, or a time on it.

    « Nous voterons mardi », a dit dimanche X: that may be a Tuesday after publication. Only what
    "avait dit dimanche X" surely counts from then.
    """
    if isinstance(term, (DayPart, Clock)):
        return is_weekday(term.day)
    if isinstance(term, Night):
        return is_weekday(term.first)
    return isinstance(term, Day) and term.weekday is not None and term.day is None


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
