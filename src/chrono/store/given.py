"""What a person gives to `chrono edit` and `chrono new`: dates, titles, states, tags."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from chrono import wire
from chrono.errors import InputError
from chrono.model import Anchor, Bounds, Granularity, Kind, Resolution, Status, TimexType

LONGEST_TITLE = 500

WHY = "given by a person"

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?:[:hH](\d{2}))?)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def given_date(text: str) -> Resolution:
    """Give the meaning of a date: a year, a month, a day, a day with a clock time, or two of them.

    Days are inclusive and local. Raises InputError for anything else, and for days that are in
    no calendar.

    >>> given_date("2025-03").bounds
    Bounds(earliest=datetime.date(2025, 3, 1), latest=datetime.date(2025, 3, 31), ...)
    >>> given_date("2025-03-23/2025-03-25").edtf
    '2025-03-23/2025-03-25'
    """
    whole = text.strip()
    ends = [end.strip() for end in re.split(r"\.\.|(?<=\d{4})/(?=\d{4})|(?<=\d)/(?=\d{4}-)", whole)]
    if len(ends) == 1:
        return _one(whole, ends[0])
    if len(ends) != 2:
        raise _not_understood(text)
    first, last = (_one(whole, end) for end in ends)
    if first.bounds is None or last.bounds is None or first.bounds.earliest > last.bounds.latest:
        raise InputError(f"{text!r}: the end is before the beginning")
    days = first.granularity is Granularity.DAY or last.granularity is Granularity.DAY
    return Resolution(
        type=TimexType.DATE,
        value=first.value,
        bounds=Bounds(
            first.bounds.earliest,
            last.bounds.latest,
            first.bounds.start_time,
            last.bounds.end_time,
        ),
        granularity=Granularity.DAY if days else last.granularity,
        edtf=f"{first.edtf}/{last.edtf}",
        anchor=Anchor.EXPLICIT,
        why=(WHY,),
    )


def _one(whole: str, text: str) -> Resolution:
    day_first = _DAY_FIRST.fullmatch(text)
    if day_first:
        day, month, year = day_first.groups()
        text = f"{year}-{int(month):02}-{int(day):02}"
    found = _ISO.fullmatch(text)
    if found is None:
        raise _not_understood(whole)
    year, month, day, hour, minute = found.groups()
    try:
        return _of(int(year), *(None if p is None else int(p) for p in (month, day, hour, minute)))
    except ValueError as error:
        raise InputError(f"{whole!r} is not in the calendar") from error


def _of(
    year: int, month: int | None, day: int | None, hour: int | None, minute: int | None
) -> Resolution:
    first = date(year, month or 1, day or 1)
    if day is not None:
        last, granularity, value = first, Granularity.DAY, first.isoformat()
    elif month is not None:
        last = first.replace(day=calendar.monthrange(year, month)[1])
        granularity, value = Granularity.MONTH, first.isoformat()[:7]
    else:
        last, granularity, value = date(year, 12, 31), Granularity.YEAR, first.isoformat()[:4]
    edtf = value
    clock: time | None = None
    end: time | None = None
    if hour is not None:
        clock = end = time(hour, minute or 0)
        granularity = Granularity.MINUTE
        if minute is None:
            granularity, end = Granularity.HOUR, time(hour, 59)
        value = f"{value}T{clock.isoformat('minutes')}"
    return Resolution(
        type=TimexType.DATE if clock is None else TimexType.TIME,
        value=value,
        bounds=Bounds(first, last, clock, end),
        granularity=granularity,
        edtf=edtf,
        anchor=Anchor.EXPLICIT,
        why=(WHY,),
    )


def _not_understood(text: str) -> InputError:
    return InputError(
        f"{text!r} is not a date: give 2025-03-20, 2025-03, 2025, 2025-03-20T14:30 or two of"
        " them as 2025-03-23/2025-03-25"
    )


def said(
    *,
    date: Resolution | str | None = None,
    title: str | None = None,
    status: Status | str | None = None,
    kind: Kind | str | None = None,
    note: str | None = None,
    tags: Iterable[str] = (),
) -> dict[str, Any]:
    """Check what a person says of an event, and give it as a correction keeps it.

    Raises InputError for what is not understood.

    >>> said(title=" Sommet  à Londres ", status="past")
    {'title': 'Sommet à Londres', 'status': 'past'}
    """
    data: dict[str, Any] = {}
    if date is not None:
        meant = given_date(date) if isinstance(date, str) else date
        if meant.bounds is None:
            raise InputError("a date without bounds dates nothing")
        data["date"] = json.loads(wire.dump_resolution(meant))
    if title is not None:
        data["title"] = one_line(title, "title")
    for name, value, allowed in (("status", status, Status), ("kind", kind, Kind)):
        if value is not None:
            try:
                data[name] = allowed(str(value)).value
            except ValueError as error:
                known = ", ".join(allowed)
                raise InputError(f"{value!r} is no {name}: there are {known}") from error
    if note is not None:
        data["note"] = note.strip()
    kept = sorted({one_line(tag, "tag") for tag in tags})
    if kept:
        data["tags"] = kept
    return data


def one_line(text: str, what: str) -> str:
    """Give a text as one line. Raises InputError where nothing is left, or too much."""
    line = " ".join(text.replace("\0", " ").split())
    if not line:
        raise InputError(f"the {what} is empty")
    if len(line) > LONGEST_TITLE:
        raise InputError(f"the {what} is longer than {LONGEST_TITLE} characters")
    return line
