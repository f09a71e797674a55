"""When two records can have happened, and whether they can be of the same time."""

from __future__ import annotations

from datetime import date, timedelta

from chrono.chronicle.records import Record, Signature
from chrono.model import Status


def span(own: Signature) -> tuple[date, date] | None:
    """Return the days on which a record can have happened.

    A record that has only its publication day may be told a day late.
    """
    if own.earliest is None or own.latest is None:
        return None
    if own.borrowed and own.status in (Status.PAST, Status.ONGOING) and own.earliest > date.min:
        return own.earliest - timedelta(days=1), own.latest
    return own.earliest, own.latest


def compatible(a: Record, b: Record) -> bool:
    """Tell whether two records can be of the same time: their days overlap."""
    one, two = span(a.signature), span(b.signature)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def apart_days(a: Record, b: Record) -> int:
    """Count the days between the times of two records: 0 where they touch or overlap."""
    one, two = span(a.signature), span(b.signature)
    if one is None or two is None:
        return 10**6
    return max(0, (one[0] - two[1]).days, (two[0] - one[1]).days)
