"""The values of lengths of time: ISO 8601 durations, as TIMEX3 writes them."""

from __future__ import annotations

from chrono.terms import Length, Unit

# Of the clock or not, the letter of ISO 8601, and how many of it make one.
DURATION_UNITS = {
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
    >>> duration_value(Length(((4e8, Unit.YEAR),)))
    'P400000000Y'
    """
    date_part = clock_part = ""
    for n, unit in length.amounts:
        of_clock, letter, times = DURATION_UNITS[unit]
        text = ("X" if n is None else _plain(n * times)) + letter
        if of_clock:
            clock_part += text
        else:
            date_part += text
    return "P" + date_part + ("T" + clock_part if clock_part else "")


def _plain(n: float) -> str:
    return str(int(n)) if n == int(n) else f"{n:g}"
