"""Time expressions and statements as JSON, and back.

Two shapes, never mixed:

- `timex_to_json`, `statement_to_json`: what people and programs read from `chrono extract`.
  Flat, with bounds as ISO texts; keys that the text does not give are absent. One way only.
- `dump_*` and `load_*`: what the store keeps. Versioned, compact, and lossless:
  ``load_timex(dump_timex(t)) == t`` for every `Timex`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from chrono.errors import InputError, NewerDatabase
from chrono.model import (
    Anchor,
    Basis,
    Bounds,
    Derived,
    Direction,
    Granularity,
    Kind,
    Mod,
    Publication,
    Resolution,
    Statement,
    Status,
    Timex,
    TimexType,
)

VERSION = 1
"""The version of the stored shape: goes up when an older chrono could not read it."""

Json = dict[str, Any]

_DECODE = json.JSONDecoder().raw_decode
"""Reads a JSON text that begins at once, as `_write` writes it: faster than `json.loads`."""

# A timeline of ten thousand events reads some fifty thousand of these: a look-up in a dict takes
# a fifth of the time of `Enum(value)`.
_TYPES = {member.value: member for member in TimexType}
_GRANULARITIES = {member.value: member for member in Granularity}
_MODS = {member.value: member for member in Mod}
_ANCHORS = {member.value: member for member in Anchor}
_DIRECTIONS = {member.value: member for member in Direction}


def moment_to_json(day: date, clock: time | None) -> str:
    """Write a local day, or a local instant where there is a clock time, as ISO 8601.

    Minutes are enough unless the text gives seconds.

    >>> moment_to_json(date(2025, 3, 20), time(6)), moment_to_json(date(800, 12, 25), None)
    ('2025-03-20T06:00', '0800-12-25')
    """
    if clock is None:
        return day.isoformat()
    fine = "minutes" if not (clock.second or clock.microsecond) else "auto"
    return f"{day.isoformat()}T{clock.isoformat(fine)}"


def moment_from_json(text: str) -> tuple[date, time | None]:
    """Read the day, and the clock time where there is one, of an ISO 8601 text.

    Raises `InputError` where the text is neither.

    >>> moment_from_json("2025-03-20T06:00")
    (datetime.date(2025, 3, 20), datetime.time(6, 0))
    """
    try:
        if len(text) <= len("2025-03-20"):
            return date.fromisoformat(text), None
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"not an ISO 8601 day or instant: {text!r}") from error
    if when.tzinfo is not None:
        raise InputError(f"expected a local instant, without an offset: {text!r}")
    return when.date(), when.time()


def bounds_to_json(bounds: Bounds | None) -> Json:
    """Show `earliest` and `latest` (inclusive, local), or nothing at all.

    >>> bounds_to_json(Bounds(date(2025, 3, 20), date(2025, 3, 20), time(6), time(12)))
    {'earliest': '2025-03-20T06:00', 'latest': '2025-03-20T12:00'}
    """
    if bounds is None:
        return {}
    return {
        "earliest": moment_to_json(bounds.earliest, bounds.start_time),
        "latest": moment_to_json(bounds.latest, bounds.end_time),
    }


def resolution_to_json(resolution: Resolution) -> Json:
    """Show a resolution: type, value, mod, bounds, EDTF, its alternatives, its anchor.

    Absent keys stand for what the text does not give.
    """
    found = _reading(resolution)
    found["anchor"] = resolution.anchor.value
    return found


def timex_to_json(timex: Timex) -> Json:
    """Show a time expression as `chrono extract` writes it.

    Keys: start, end (code points, half open), text, type, value, mod, earliest, latest
    (inclusive, local ISO days or instants), edtf, alternatives, anchor, rule, parts (same keys).
    Absent keys stand for what the text does not give.

    >>> day = Bounds(date(2025, 3, 20), date(2025, 3, 20))
    >>> found = Resolution(TimexType.DATE, "2025-03-20", day, edtf="2025-03-20")
    >>> timex_to_json(Timex(24, 29, "jeudi", found, rule="weekday"))
    {'start': 24, 'end': 29, 'text': 'jeudi', 'type': 'DATE', 'value': '2025-03-20',
     'earliest': '2025-03-20', 'latest': '2025-03-20', 'edtf': '2025-03-20',
     'anchor': 'explicit', 'rule': 'weekday'}
    """
    found: Json = {"start": timex.start, "end": timex.end, "text": timex.text}
    found.update(resolution_to_json(timex.resolution))
    if timex.rule:
        found["rule"] = timex.rule
    if timex.parts:
        found["parts"] = [timex_to_json(part) for part in timex.parts]
    return found


def statement_to_json(statement: Statement) -> Json:
    """Show a statement as `chrono extract --batch --statements` writes it.

    `time` is the extent of its time expression, or None where the publication day dates it.
    """
    time_of = statement.timex
    return {
        "start": statement.start,
        "end": statement.end,
        "time": None if time_of is None else {"start": time_of.start, "end": time_of.end},
        "title": statement.title,
        "status": statement.status.value,
        "kind": statement.kind.value,
    }


def dump_resolution(resolution: Resolution) -> str:
    """Write a resolution as the store keeps it."""
    return _write(_pack_resolution(resolution))


@lru_cache(maxsize=8192)
def load_resolution(text: str) -> Resolution:
    """Read a stored resolution. Raises `NewerDatabase` for a shape from the future."""
    return _unpack_resolution(_read(text))


def dump_timex(timex: Timex) -> str:
    """Write a time expression as the store keeps it."""
    return _write(_pack_timex(timex))


def load_timex(text: str) -> Timex:
    """Read a stored time expression. Raises `NewerDatabase` for a shape from the future."""
    return _unpack_timex(_read(text))


def dump_statement(statement: Statement) -> str:
    """Write a statement as the store, or another process, keeps it."""
    packed: Json = {
        "span": [statement.start, statement.end],
        "quote": statement.quote,
        "title": statement.title,
        "status": statement.status.value,
    }
    if statement.kind is not Kind.EVENT:
        packed["kind"] = statement.kind.value
    if statement.basis is not Basis.TIMEX:
        packed["basis"] = statement.basis.value
    if statement.timex is not None:
        packed["timex"] = _pack_timex(statement.timex)
    if statement.resolution is not None:
        packed["resolution"] = _pack_resolution(statement.resolution)
    if statement.cue:
        packed["cue"] = statement.cue
    return _write(packed)


def load_statement(text: str) -> Statement:
    """Read a stored statement. Raises `NewerDatabase` for a shape from the future."""
    packed = _read(text)
    timex = packed.get("timex")
    resolution = packed.get("resolution")
    start, end = packed["span"]
    return Statement(
        start=start,
        end=end,
        quote=packed["quote"],
        title=packed["title"],
        status=Status(packed["status"]),
        kind=Kind(packed.get("kind", Kind.EVENT)),
        basis=Basis(packed.get("basis", Basis.TIMEX)),
        timex=None if timex is None else _unpack_timex(timex),
        resolution=None if resolution is None else _unpack_resolution(resolution),
        cue=packed.get("cue", ""),
    )


def dump_publication(publication: Publication) -> str:
    """Write a publication date as the store, or another process, keeps it."""
    packed: Json = {"rule": publication.rule}
    if publication.on is not None:
        packed["on"] = publication.on.isoformat()
    if publication.at is not None:
        packed["at"] = publication.at.isoformat()
    if publication.quote:
        packed["quote"] = publication.quote
    if publication.updated_on is not None:
        packed["updated_on"] = publication.updated_on.isoformat()
    if publication.updated_at is not None:
        packed["updated_at"] = publication.updated_at.isoformat()
    return _write(packed)


def load_publication(text: str) -> Publication:
    """Read a stored publication date."""
    packed = _read(text)
    return Publication(
        on=_day(packed.get("on")),
        at=_clock(packed.get("at")),
        rule=packed["rule"],
        quote=packed.get("quote", ""),
        updated_on=_day(packed.get("updated_on")),
        updated_at=_clock(packed.get("updated_at")),
    )


def _reading(resolution: Resolution) -> Json:
    found: Json = {"type": resolution.type.value, "value": resolution.value}
    if resolution.mod is not None:
        found["mod"] = resolution.mod.value
    found.update(bounds_to_json(resolution.bounds))
    if resolution.edtf is not None:
        found["edtf"] = resolution.edtf
    if resolution.alternatives:
        found["alternatives"] = [_reading(other) for other in resolution.alternatives]
    return found


def _write(packed: Json) -> str:
    return json.dumps({"v": VERSION, **packed}, ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> Json:
    packed: Json = _DECODE(text)[0]
    if packed.get("v", 0) > VERSION:
        raise NewerDatabase("this was written by a newer chrono: update chrono to read it")
    return packed


def _pack_resolution(resolution: Resolution) -> Json:
    packed: Json = {"type": resolution.type.value, "value": resolution.value}
    bounds = resolution.bounds
    if bounds is not None:
        packed["days"] = [bounds.earliest.isoformat(), bounds.latest.isoformat()]
        if bounds.start_time is not None:
            packed["from"] = bounds.start_time.isoformat()
        if bounds.end_time is not None:
            packed["to"] = bounds.end_time.isoformat()
    if resolution.granularity is not None:
        packed["granularity"] = resolution.granularity.value
    if resolution.mod is not None:
        packed["mod"] = resolution.mod.value
    if resolution.edtf is not None:
        packed["edtf"] = resolution.edtf
    if resolution.anchor is not Anchor.EXPLICIT:
        packed["anchor"] = resolution.anchor.value
    if resolution.alternatives:
        packed["alternatives"] = [_pack_resolution(other) for other in resolution.alternatives]
    if resolution.open:
        packed["open"] = True
    if resolution.why:
        packed["why"] = list(resolution.why)
    return packed


def _unpack_resolution(packed: Mapping[str, Any]) -> Resolution:
    bounds: Bounds | None = None
    if "days" in packed:
        earliest, latest = packed["days"]
        bounds = Bounds(
            date.fromisoformat(earliest),
            date.fromisoformat(latest),
            _clock(packed.get("from")),
            _clock(packed.get("to")),
        )
    granularity = packed.get("granularity")
    mod = packed.get("mod")
    others = packed.get("alternatives")
    return Resolution(
        _TYPES[packed["type"]],
        packed["value"],
        bounds,
        None if granularity is None else _GRANULARITIES[granularity],
        None if mod is None else _MODS[mod],
        packed.get("edtf"),
        _ANCHORS[packed.get("anchor", "explicit")],
        () if others is None else tuple(map(_unpack_resolution, others)),
        packed.get("open", False),
        tuple(packed.get("why", ())),
    )


def _pack_timex(timex: Timex) -> Json:
    packed: Json = {
        "span": [timex.start, timex.end],
        "text": timex.text,
        "resolution": _pack_resolution(timex.resolution),
    }
    if timex.rule:
        packed["rule"] = timex.rule
    if timex.term:
        packed["term"] = timex.term
    if timex.direction is not Direction.UNKNOWN:
        packed["direction"] = timex.direction.value
    if timex.cue:
        packed["cue"] = timex.cue
    if timex.parts:
        packed["parts"] = [_pack_timex(part) for part in timex.parts]
    if timex.derivation:
        packed["derivation"] = list(timex.derivation)
    return packed


def _unpack_timex(packed: Mapping[str, Any]) -> Timex:
    start, end = packed["span"]
    return Timex(
        start=start,
        end=end,
        text=packed["text"],
        resolution=_unpack_resolution(packed["resolution"]),
        rule=packed.get("rule", ""),
        direction=_DIRECTIONS[packed.get("direction", "unknown")],
        cue=packed.get("cue", ""),
        parts=tuple(_unpack_timex(part) for part in packed.get("parts", ())),
        derived=Derived(packed.get("term", ""), tuple(packed.get("derivation", ()))),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _clock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)
