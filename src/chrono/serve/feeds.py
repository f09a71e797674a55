"""Feeds: a timeline rendered in a format, kept until the timeline changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from chrono.hookspecs import Exporter
from chrono.model import Chronology
from chrono.plugins import BUILT_IN, Plugins
from chrono.serve.conditional import entity_tag
from chrono.serve.library import Library

Clock = Callable[[], datetime]
"""Gives the present instant, with a time zone."""

KEPT_BYTES = 64 * 1024 * 1024
"""How many bytes of rendered feeds are kept at once; the longest unused is dropped."""


Report = Callable[[str], None]
"""Is told one line for the people who run the server."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The bytes of a timeline in a format, and when they became these (UTC)."""

    body: bytes
    etag: str
    changed: datetime
    stamp: Hashable


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to say of one timeline. `trouble` is its error in one line, else empty."""

    name: str
    title: str = ""
    events: int = 0
    articles: int = 0
    undated: int = 0
    first: date | None = None
    last: date | None = None
    changed: datetime | None = None
    trouble: str = ""


def by_suffix(exporters: Iterable[Exporter]) -> dict[str, Exporter]:
    """The exporters by the ending of their address.

    Where two share an ending, the built-in one has it, else the first by name; the others go by
    their name.

    >>> def render(chronology, options): return b""
    >>> json = Exporter("json", ".json", "application/json", render)
    >>> events = Exporter("events", ".json", "application/json", render)
    >>> {ending: exporter.name for ending, exporter in by_suffix([events, json]).items()}
    {'json': 'json', 'events': 'events'}
    """
    built_in = {point.name for point in BUILT_IN}
    table: dict[str, Exporter] = {}
    for exporter in sorted(exporters, key=lambda e: (e.name not in built_in, e.name)):
        suffix = exporter.suffix.lstrip(".")
        table.setdefault(suffix if suffix not in table else exporter.name, exporter)
    return table


def content_type(media_type: str) -> str:
    """A media type with its character set, where it is one of text.

    >>> content_type("text/calendar"), content_type("application/json"), content_type("image/png")
    ('text/calendar; charset=utf-8', 'application/json', 'image/png')
    """
    if media_type.startswith("text/") and "charset" not in media_type.lower():
        return f"{media_type}; charset=utf-8"
    return media_type


class Feeds:
    """Renders feeds and keeps them. May be called from several threads."""

    def __init__(self, library: Library, plugins: Plugins, clock: Clock, report: Report) -> None:
        self.formats: Mapping[str, Exporter] = by_suffix(plugins.exporters.values())
        self._library = library
        self._plugins = plugins
        self._clock = clock
        self._report = report
        self._kept: OrderedDict[tuple[str, str, tuple[tuple[str, str], ...]], Feed] = OrderedDict()
        self._lock = threading.Lock()
        self._rendering: dict[str, threading.Lock] = {}
        self._shelves: dict[str, tuple[Hashable, Shelf]] = {}

    def split(self, address: str) -> tuple[str, str] | None:
        """The name of the timeline and the suffix of the format that an address names.

        The longest known suffix counts, so that names may have dots in them.
        """
        for suffix in sorted(self.formats, key=len, reverse=True):
            name = address.removesuffix(f".{suffix}")
            if name and name != address:
                return name, suffix
        return None

    def get(self, name: str, suffix: str, query: Mapping[str, str]) -> Feed:
        """The feed as the timeline is now.

        Raises NotFound, StoreError, InputError as the library does, and ExportError where the
        exporter fails.
        """
        key = (name, suffix, tuple(sorted(query.items())))
        with self._one_at_a_time(name):
            stamp = self._library.stamp(name)  # before the reading: what changes meanwhile is seen
            with self._lock:
                kept = self._kept.get(key)
                if kept is not None and kept.stamp == stamp:
                    self._kept.move_to_end(key)
                    return kept
            chronology = self._library.chronology(name, query)
            rendered = self._plugins.render(self.formats[suffix].name, chronology)
            for problem in rendered.problems:
                self._report(str(problem))
            body = rendered.content
            feed = self._successor(kept, body, chronology.revised_at.astimezone(UTC), stamp)
            with self._lock:
                self._kept[key] = feed
                self._kept.move_to_end(key)
                size = sum(len(one.body) for one in self._kept.values())
                while size > KEPT_BYTES and len(self._kept) > 1:
                    _, dropped = self._kept.popitem(last=False)
                    size -= len(dropped.body)
            return feed

    def shelf(self, name: str) -> Shelf:
        """What there is to say of the timeline as it is now. Raises NotFound, StoreError."""
        with self._one_at_a_time(name):
            stamp = self._library.stamp(name)  # before the reading: what changes meanwhile is seen
            kept = self._shelves.get(name)
            if kept is None or kept[0] != stamp:
                kept = (stamp, _shelf(name, self._library.chronology(name, {})))
                self._shelves[name] = kept
            return kept[1]

    def _one_at_a_time(self, name: str) -> threading.Lock:
        """A lock for each timeline: a crowd that asks at once has it read once."""
        with self._lock:
            return self._rendering.setdefault(name, threading.Lock())

    def _successor(
        self, kept: Feed | None, body: bytes, revised: datetime, stamp: Hashable
    ) -> Feed:
        """The feed that follows `kept`: its date never goes back, and moves where the bytes do."""
        etag = entity_tag(body)
        if kept is None:
            return Feed(body, etag, revised, stamp)
        if kept.etag == etag:
            return Feed(body, etag, max(kept.changed, revised), stamp)
        if revised.replace(microsecond=0) <= kept.changed.replace(microsecond=0):
            revised = max(kept.changed, self._clock().astimezone(UTC))
        return Feed(body, etag, revised, stamp)


def _shelf(name: str, chronology: Chronology) -> Shelf:
    dated = [
        event.resolution.bounds
        for event in chronology.events
        if event.resolution is not None and event.resolution.bounds is not None
    ]
    return Shelf(
        name,
        title=chronology.title,
        events=len(chronology.events),
        articles=len(chronology.articles),
        undated=chronology.undated,
        first=min((bounds.earliest for bounds in dated), default=None),
        last=max((bounds.latest for bounds in dated), default=None),
        changed=chronology.revised_at.astimezone(UTC),
    )
