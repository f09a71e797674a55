"""Writing bounds down: TIMEX3 values (ISO 24617-1) and EDTF strings (ISO 8601-2, levels 0 to 2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from chrono.dates import iso, iso_week
from chrono.model import Anchor, Bounds, Granularity, Mod, Resolution, TimexType

_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_EDTF_SEASONS = {1: "21", 2: "22", 3: "23", 4: "24"}
_PART_CODE = {
    "dawn": "MO", "morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV",
    "night": "NI",
}  # fmt: skip
G = Granularity


def season_value(season: int, year: int) -> str:
    """The TIMEX3 value of a season: 2025-FA."""
    return f"{year:04d}-{_SEASONS[season]}"


def season_edtf(season: int, year: int) -> str:
    """The EDTF string of a season (level 1): 2025-23."""
    return f"{year:04d}-{_EDTF_SEASONS[season]}"


def year_value(year: int) -> str:
    """The TIMEX3 value of a year: before our era counted from 1 (TIMEX2, 2005), not as in EDTF.

    >>> year_value(800), year_value(0), year_value(-51)
    ('0800', 'BC0001', 'BC0052')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def daypart_value(day: date, part: str) -> str:
    """The TIMEX3 value of a part of a day: 2025-03-20TMO."""
    return f"{iso(day)}T{_PART_CODE[part]}"


_TWO = tuple([f"{n:02d}" for n in range(60)])  # two digits


def clock_text(at: time) -> str:
    """A clock time as TIMEX3 writes it, seconds only where they are told."""
    text = f"{_TWO[at.hour]}:{_TWO[at.minute]}"
    return f"{text}:{_TWO[at.second]}" if at.second else text


def _seconds(at: time) -> str:
    return f"{_TWO[at.hour]}:{_TWO[at.minute]}:{_TWO[at.second]}"


def period_value(bounds: Bounds, granularity: Granularity) -> str:
    """The TIMEX3 value of a whole unit of the calendar."""
    first, last = bounds.earliest, bounds.latest
    if granularity is G.DAY:
        return iso(first)
    if granularity is G.MONTH:
        return iso(first)[:7]
    if granularity is G.YEAR:
        return iso(first)[:4]
    if granularity is G.WEEK:
        return iso_week(first)
    if granularity is G.WEEKEND:
        return iso_week(first) + "-WE"
    if granularity is G.QUARTER:
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if granularity is G.HALF:
        return f"{first.year:04d}-H{1 if first.month < 7 else 2}"
    if granularity is G.DECADE:
        return f"{first.year // 10:03d}X"
    if granularity is G.CENTURY:
        return f"{(first.year - 1) // 100:02d}XX"
    if granularity is G.MILLENNIUM:
        return f"{(first.year - 1) // 1000}XXX"
    return f"{iso(first)}/{iso(last)}"


def bounds_edtf(bounds: Bounds, granularity: Granularity | None) -> str:
    """The EDTF string of bounds: the unit where EDTF has it, else an interval of days."""
    first, last = bounds.earliest, bounds.latest
    if bounds.start_time and bounds.start_time == bounds.end_time and first == last:
        return f"{iso(first)}T{_seconds(bounds.start_time)}"
    if first == last:
        return iso(first)
    if granularity is G.MONTH:
        return iso(first)[:7]
    if granularity is G.YEAR:
        return iso(first)[:4]
    if granularity is G.DECADE:
        return f"{first.year // 10:03d}X"
    return f"{iso(first)}/{iso(last)}"


def choice_edtf(resolutions: Sequence[Resolution], brackets: str) -> str | None:
    """One of several, ``[a,b..c]``, or all of them, ``{a,b..c}`` (EDTF level 2)."""
    members = []
    for r in resolutions:
        if r.bounds is None:
            return None
        first, last = r.bounds.earliest, r.bounds.latest
        if r.edtf and "/" not in r.edtf and len(r.edtf) <= 10:
            members.append(r.edtf)
        elif first == last:
            members.append(iso(first))
        else:
            members.append(f"{iso(first)}..{iso(last)}")
    return brackets[0] + ",".join(members) + brackets[1]


def interval(first: Resolution, last: Resolution, bounds: Bounds) -> tuple[str, str]:
    """The TIMEX3 value and the EDTF string of a range between two resolutions."""
    ends = [r.edtf if r.edtf and len(r.edtf) <= 10 and "/" not in r.edtf and "[" not in r.edtf
            else None for r in (first, last)]  # fmt: skip
    edtf = "/".join((ends[0] or iso(bounds.earliest), ends[1] or iso(bounds.latest)))
    if ends[0] is not None and ends[0] == ends[1]:
        edtf = ends[0]
    return f"{first.value}/{last.value}", edtf


def whole(
    bounds: Bounds,
    granularity: Granularity,
    mod: Mod | None = None,
    *,
    kind: TimexType = TimexType.DATE,
) -> Resolution:
    """A resolution to one whole unit."""
    return Resolution(
        kind, period_value(bounds, granularity), bounds, granularity, mod,
        bounds_edtf(bounds, granularity),
    )  # fmt: skip


def anchored(found: Resolution, anchor: Anchor) -> Resolution:
    """The same resolution with another anchor; spelled out, since it is needed all the time."""
    if found.anchor is anchor:
        return found
    return Resolution(
        found.type, found.value, found.bounds, found.granularity, found.mod, found.edtf, anchor,
        found.alternatives, found.open, found.why,
    )  # fmt: skip


def with_alternatives(found: Resolution, alternatives: tuple[Resolution, ...]) -> Resolution:
    """The same resolution as one of several candidates that the text leaves open."""
    return Resolution(
        found.type, found.value, found.bounds, found.granularity, found.mod, found.edtf,
        found.anchor, alternatives, True, found.why,
    )  # fmt: skip
