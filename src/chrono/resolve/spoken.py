"""Times inside of a quotation, which count from the day on which it was spoken."""

from __future__ import annotations

from chrono.terms import (
    Clock,
    Cycle,
    Day,
    DayPart,
    Month,
    Night,
    Origin,
    Part,
    Shift,
    Term,
    Unit,
    Which,
    Year,
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


_OF_MONTHS = frozenset({Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR})


def period_told(term: Term | None) -> Term | None:
    """The month or year that a term names, or a part of one; None if it does not."""
    inner = term.term if isinstance(term, Part) else term
    return term if isinstance(inner, (Month, Year)) else None


def counts_from_period(term: Term | None, told: Term) -> bool:
    """Whether a term can be counted from so long a time as was told: a month from a month.

    « … à la fin du mois », assurait X en mai; not "demain".

    >>> from chrono.terms import Third
    >>> counts_from_period(Part(Cycle(Unit.MONTH, 0), Third.END), Month(5))
    True
    >>> counts_from_period(Cycle(Unit.DAY, 1), Month(5))
    False
    """
    inner = term.term if isinstance(term, Part) else term
    if not isinstance(inner, Cycle):
        return False
    of = told.term if isinstance(told, Part) else told
    return inner.unit is Unit.YEAR if isinstance(of, Year) else inner.unit in _OF_MONTHS
