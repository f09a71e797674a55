"""The JSON exporter: everything that the chronology knows, in a versioned shape.

`chronology.schema.json`, beside this file, describes it (JSON Schema, draft 2020-12). The version
goes up when a program that reads the present shape could not read the new one; keys may be added
at any time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any

from chrono.errors import ExportError
from chrono.exporters.sources import (
    every,
    finite,
    is_dated,
    language_of,
    order,
    timezone_of,
    undated_count,
    utc,
    whole,
)
from chrono.hookspecs import Exporter, Options, hookimpl
from chrono.model import ArticleRef, Change, Chronology, Event, EventMention, Resolution
from chrono.wire import moment_to_json
from chrono.wording import in_words

VERSION = 2
FORMAT = "chrono-chronology"

Json = dict[str, Any]


def schema() -> str:
    """The JSON Schema of what `render` writes, as text."""
    return files("chrono.exporters").joinpath("chronology.schema.json").read_text("utf-8")


def render(chronology: Chronology, options: Options) -> bytes:
    """Write a chronology as JSON (UTF-8, one trailing newline).

    Option `indent`: spaces of indentation, 0 to 8; 0 writes one line. Default 2.
    """
    indent = options.get("indent", "2")
    if indent not in tuple("012345678"):
        raise ExportError(f"json: indent must be a number from 0 to 8, not {indent!r}")
    text = json.dumps(
        to_json(chronology), ensure_ascii=False, indent=int(indent) or None, allow_nan=False
    )
    return whole(text).encode("utf-8") + b"\n"


def to_json(chronology: Chronology) -> Json:
    """The chronology as plain JSON values. Instants are UTC; days and clock times are local."""
    dated = sorted((e for e in chronology.events if is_dated(e)), key=order)
    withdrawn = sorted(every(chronology)[len(chronology.events) :], key=order)
    undated = [e for e in chronology.events if not is_dated(e)]
    listed = {e.uid for e in undated}
    undated += [e for e in chronology.undated_events if e.uid not in listed]
    undated.sort(key=lambda e: (e.created_at.isoformat(), e.uid))
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": chronology.name,
        "title": chronology.title,
        "language": chronology.language,
        "timezone": chronology.timezone,
        "revised_at": _instant(chronology.revised_at),
        "articles": [_article(a) for a in sorted(chronology.articles, key=lambda a: a.id)],
        "events": [_event(e, chronology) for e in dated],
        "undated": {
            "count": undated_count(chronology),
            "events": [_event(e, chronology) for e in undated],
        },
        "withdrawn": [_event(e, chronology) for e in withdrawn],
    }


def _instant(instant: datetime) -> str:
    return utc(instant).replace(tzinfo=None).isoformat() + "Z"


def _event(event: Event, chronology: Chronology) -> Json:
    language = language_of(event, chronology)
    return {
        "id": event.id,
        "uid": event.uid,
        "title": event.title,
        **_resolution(event.resolution),
        "date_in_words": in_words(event.resolution, language),
        "language": language,
        "timezone": timezone_of(event, chronology),
        "status": event.status.value,
        "kind": event.kind.value,
        "withdrawn": event.withdrawn,
        "hidden": event.hidden,
        "weak": event.weak,
        "score": round(finite(event.score), 6),
        "score_why": list(event.score_why),
        "tags": list(event.tags),
        "note": event.note,
        "conflict": event.conflict,
        "conflicts": list(event.conflicts),
        "quotes": [_quote(m) for m in event.mentions],
        "merge_why": list(event.merge_why),
        "history": [_change(c) for c in event.history],
        "sequence": event.sequence,
        "created_at": _instant(event.created_at),
        "modified_at": _instant(event.modified_at),
    }


def _resolution(resolution: Resolution | None) -> Json:
    """The keys of a date; absent ones stand for what the text does not give."""
    if resolution is None:
        return {}
    found: Json = {}
    if resolution.bounds is not None:
        bounds = resolution.bounds
        found["earliest"] = moment_to_json(bounds.earliest, bounds.start_time)
        found["latest"] = moment_to_json(bounds.latest, bounds.end_time)
    if resolution.granularity is not None:
        found["granularity"] = resolution.granularity.value
    if resolution.edtf:
        found["edtf"] = resolution.edtf
    timex3: Json = {"type": resolution.type.value, "value": resolution.value}
    if resolution.mod is not None:
        timex3["mod"] = resolution.mod.value
    found["timex3"] = timex3
    found["anchor"] = resolution.anchor.value
    if resolution.alternatives:
        found["alternatives"] = [_resolution(a) for a in resolution.alternatives]
        found["open"] = resolution.open
    if resolution.why:
        found["why"] = list(resolution.why)
    return found


def _quote(mention: EventMention) -> Json:
    said = mention.statement
    quote: Json = {
        "id": mention.id,
        "text": said.quote,
        "start": said.start,
        "end": said.end,
        "title": said.title,
        "status": said.status.value,
        "kind": said.kind.value,
        "basis": said.basis.value,
        **_resolution(said.resolution),
        "article": _article(mention.article),
    }
    if said.cue:
        quote["cue"] = said.cue
    if said.timex is not None:
        quote["expression"] = {
            "text": said.timex.text,
            "start": said.timex.start,
            "end": said.timex.end,
        }
    return quote


def _article(article: ArticleRef) -> Json:
    """An article; `published` with how it was found, or null for one that has no date."""
    publication = article.publication
    found: Json = {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "source": article.source,
        "language": article.language,
        "timezone": article.timezone,
        "published": moment_to_json(publication.on, publication.at) if publication.on else None,
        "published_found_by": {"rule": publication.rule, "quote": publication.quote},
        "added_at": _instant(article.added_at),
    }
    if publication.updated_on:
        found["updated"] = moment_to_json(publication.updated_on, publication.updated_at)
    return found


def _change(change: Change) -> Json:
    return {
        "known_on": change.known_on.isoformat() if change.known_on else None,
        "at": _instant(change.at),
        "what": change.what,
        "reason": change.reason,
    }


OPTIONS: Mapping[str, str] = {"indent": "spaces of indentation, 0 to 8 (0: one line; default 2)"}


@hookimpl
def register_exporters() -> Sequence[Exporter]:
    """The JSON format."""
    return [Exporter("json", ".json", "application/json", render, options=OPTIONS, schema=schema)]
