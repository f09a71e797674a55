"""Durations, the last few units, and sets: what has a length and no place, or its own."""

from __future__ import annotations

from chrono.focus import Context
from chrono.model import Resolution, TimexType
from chrono.resolve.periods import recent as recent_units
from chrono.resolve.unresolved import anchor_of
from chrono.resolve.write import bounds_edtf
from chrono.terms import (
    After,
    Length,
    Recent,
    Repeat,
    Unit,
)


def length(term: Length, context: Context) -> Resolution:
    """A duration: no bounds, its value as written."""
    return Resolution(TimexType.DURATION, duration_value(term), mod=term.mod)


_LETTERS = {
    Unit.SECOND: (True, "S", 1), Unit.MINUTE: (True, "M", 1), Unit.HOUR: (True, "H", 1),
    Unit.DAY: (False, "D", 1), Unit.WEEK: (False, "W", 1), Unit.MONTH: (False, "M", 1),
    Unit.QUARTER: (False, "M", 3), Unit.HALF: (False, "M", 6), Unit.YEAR: (False, "Y", 1),
    Unit.DECADE: (False, "Y", 10), Unit.CENTURY: (False, "Y", 100),
    Unit.MILLENNIUM: (False, "Y", 1000), Unit.WEEKEND: (False, "WE", 1),
    Unit.FORTNIGHT: (False, "D", 15),
}  # fmt: skip


def duration_value(length: Length) -> str:
    """The TIMEX3 value of a duration (ISO 8601 duration; X for an unknown number).

    >>> duration_value(Length(((2.0, Unit.YEAR), (6.0, Unit.MONTH))))
    'P2Y6M'
    """
    date_part = clock_part = ""
    for n, unit in length.amounts:
        of_clock, letter, times = _LETTERS[unit]
        text = ("X" if n is None else f"{n * times:g}") + letter
        if of_clock:
            clock_part += text
        else:
            date_part += text
    return "P" + date_part + ("T" + clock_part if clock_part else "")


def after(term: After, context: Context) -> Resolution:
    """A duration from an event that is not dated."""
    return length(term.length, context)


def recent(term: Recent, context: Context) -> Resolution:
    """The last or the next few units, with their bounds."""
    value = duration_value(Length(((float(abs(term.n)), term.unit),)))
    if context.here is None:
        return Resolution(TimexType.DURATION, value)
    bounds = recent_units(term.unit, term.n, context.here)
    return Resolution(
        TimexType.DURATION, value, bounds, None, None,
        bounds_edtf(bounds, None) if bounds else None, anchor_of(context),
    )  # fmt: skip


def repeat(term: Repeat, context: Context) -> Resolution:
    """A set."""
    return Resolution(TimexType.SET, term.value)
