"""What cannot be put on a day is kept, and said why."""

from __future__ import annotations

from chrono.focus import Context
from chrono.model import Anchor, Resolution, TimexType

_UNRESOLVED = "XXXX-XX-XX"


def unresolved(
    value: str = _UNRESOLVED, why: str = "", kind: TimexType = TimexType.DATE
) -> Resolution:
    """A time that cannot be put on a day: kept, and said why."""
    return Resolution(kind, value, why=(why,) if why else ())


def anchor_of(context: Context) -> Anchor:
    """What deictic words hang on: publication, or the day of speech inside of a quotation."""
    return Anchor.SPEECH if context.speech else Anchor.PUBLICATION
