"""Durations, the last few units, and sets: what has a length and no place, or its own."""

from __future__ import annotations

from chrono.focus import Context
from chrono.lengths import duration_value
from chrono.model import Resolution, TimexType
from chrono.resolve.periods import recent as recent_units
from chrono.resolve.unresolved import anchor_of
from chrono.resolve.write import bounds_edtf
from chrono.terms import (
    After,
    Length,
    Recent,
    Repeat,
)


def length(term: Length, context: Context) -> Resolution:
    """A duration: no bounds, its value as written."""
    return Resolution(TimexType.DURATION, duration_value(term), mod=term.mod)


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
