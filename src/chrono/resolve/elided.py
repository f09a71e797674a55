"""Days told without their month, which a later one gives: "l'un le 10, l'autre le 17 décembre"."""

from __future__ import annotations

from chrono.terms import AllOf, Day, OneOf, Range, Term


def lacks_month(term: Term) -> bool:
    """Whether a term is a day told by its number alone, or with its weekday.

    >>> lacks_month(Day(day=10)), lacks_month(Day(weekday=4))
    (True, False)
    """
    return isinstance(term, Day) and term.day is not None and term.month is None


def with_month(term: Day, following: Term) -> Day | None:
    """The day in the month of one that follows it in the text; None where that one tells none.

    >>> with_month(Day(day=10), Day(day=17, month=12))
    Day(weekday=None, day=10, month=12, year=None)
    """
    first = following
    while isinstance(first, (AllOf, OneOf, Range)):
        inner = first.first if isinstance(first, Range) else first.terms[0]
        if inner is None:
            return None
        first = inner
    if not isinstance(first, Day) or first.month is None or first.day is None:
        return None
    if term.day is None or first.day <= term.day:
        return None
    return Day(term.weekday, term.day, first.month, first.year)
