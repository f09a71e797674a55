"""What a change did, and what all parts of the store know of events. Light: no engine in it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from chrono.model import ArticleRef, Event

KEPT_WITHDRAWN = timedelta(days=30)
"""How long a withdrawn event is remembered with its content, after the timeline's last change."""


class AddedStatus(StrEnum):
    """What adding an article did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article did: the events that it made, changed, and withdrew.

    `statements` counts what the article tells, `undated` what of it has no date.
    """

    article: ArticleRef
    status: AddedStatus
    new: tuple[Event, ...] = ()
    changed: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()
    statements: int = 0
    undated: int = 0


@dataclass(slots=True)
class Outcome:
    """The ids of the events that a change made, changed, and withdrew."""

    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def references(
    connection: sqlite3.Connection,
    earliest: str | None,
    latest: str | None,
    *,
    by: date | None = None,
) -> int:
    """Count the later articles that name a day of an event; `by`: those published by that day."""
    if earliest is None or latest is None:
        return 0
    (count,) = connection.execute(
        "SELECT count(DISTINCT article_id) FROM day_references"
        " WHERE earliest BETWEEN ? AND ? AND latest <= ? AND published_on > ?"
        " AND published_on <= ?",
        (earliest, latest, latest, earliest, (by or date.max).isoformat()),
    ).fetchone()
    return int(count)


def forget_withdrawn(connection: sqlite3.Connection, before: str) -> None:
    """Empty the rows of events that were withdrawn long ago; their ids and uids stay theirs."""
    connection.execute(
        "UPDATE events SET title = '', resolution = NULL, earliest = NULL, latest = NULL,"
        " conflicts = '[]', merge_why = '[]', history = '[]', tags = '[]', note = '',"
        " score = 0, score_why = '[]', content_hash = ''"
        " WHERE withdrawn AND modified_at < ? AND content_hash <> ''",
        (before,),
    )


def story(text: str) -> list[tuple[date | None, str, str, str]]:
    """Read a stored history: known on, what, key of the record, reason."""
    return [
        (None if day is None else date.fromisoformat(day), what, record, reason)
        for day, what, record, reason in json.loads(text)
    ]
