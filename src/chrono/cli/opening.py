"""Opening timelines, and naming what is in them, as people do on the command line."""

from __future__ import annotations

from pathlib import Path

from chrono.errors import InputError, NotFound
from chrono.model import ArticleRef, Chronology, Event
from chrono.store import Filter, Timeline
from chrono.store.places import DEFAULT_NAME


def open_timeline(name: str | None, *, create: bool = False) -> Timeline:
    """Open the timeline that -t names, or the default one."""
    return Timeline.open(name or DEFAULT_NAME, create=create)


def where(timeline: Timeline) -> str:
    """Tell where a timeline is stored."""
    return str(timeline.path or "memory")


def chosen_chronology(timeline: Timeline, chosen: Filter, view: str | None) -> Chronology:
    """Give the chronology that filters choose, over those of a saved view."""
    base = timeline.view(view) if view else Filter()
    return timeline.chronology(chosen.over(base))


def event_number(timeline: Timeline, name: str) -> int:
    """Find the event that a person names: 12, #12, or its UID."""
    digits = name.removeprefix("#")
    if digits.isascii() and digits.isdigit() and len(digits) < 19:
        return int(digits)
    for event in timeline.events(include_hidden=True):
        if event.uid == name:
            return event.id
    raise NotFound(f"there is no event {name!r}; chrono list shows the numbers")


def find_event(timeline: Timeline, name: str) -> Event:
    """Give the event that a person names."""
    return timeline.event(event_number(timeline, name))


def mention_number(name: str) -> int:
    """Read the number of a mention, as `chrono show` prints it: 3, or m3."""
    digits = name.removeprefix("m")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        raise InputError(f"{name!r} is no mention: chrono show EVENT numbers them")
    return int(digits)


def find_article(timeline: Timeline, name: str) -> ArticleRef:
    """Find the article that a person names: its number, its address, or its file."""
    refs = timeline.article_refs()
    digits = name.removeprefix("#")
    if digits.isascii() and digits.isdigit():
        found = [ref for ref in refs if ref.id == int(digits)]
    else:
        found = [ref for ref in refs if name in (ref.url, ref.source)] or [
            ref for ref in refs if Path(ref.source).name == name or ref.title == name
        ]
    if not found:
        raise NotFound(f"there is no article {name!r}; chrono articles lists them")
    if len(found) > 1:
        numbers = ", ".join(str(ref.id) for ref in found)
        raise InputError(f"several articles are called {name!r}: name one of {numbers}")
    return found[0]
