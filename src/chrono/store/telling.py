"""What is written of one event: what its statements tell, and over it a person's word."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from typing import Any

from chrono import wire
from chrono.chronicle.events import Cluster, EventContent, salience
from chrono.model import Kind, Resolution, Status
from chrono.store.corrections import Word
from chrono.store.outcome import references
from chrono.store.rows import dumps


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be written of one event.

    `content` and `group` are None for one that no article tells; `corrections` are the ids of
    those that `word` puts together; `by_person`: a person said
    what belongs together, so that it is no weak merge; `mentions` is what people see of its quotes.
    """

    content: EventContent | None
    group: Cluster | None
    word: Word
    corrections: tuple[int, ...]
    by_person: bool
    mentions: tuple[tuple[Any, ...], ...]


def make_event(connection: sqlite3.Connection, uid: str, founder: str, now: str) -> int:
    """Make the row of an event that is still to be told."""
    cursor = connection.execute(
        "INSERT INTO events"
        " (uid, founder, title, status, kind, content_hash, created_at, modified_at)"
        " VALUES (?, ?, '', ?, ?, '', ?, ?)",
        (uid, founder, Status.PAST.value, Kind.EVENT.value, now, now),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def score(
    connection: sqlite3.Connection,
    number: int,
    group: Cluster,
    earliest: str | None,
    latest: str | None,
) -> None:
    """Work out how much an event matters, as of now."""
    count = references(connection, earliest, latest)
    found = salience(group, count)
    connection.execute(
        "UPDATE events SET score = ?, score_why = ?, score_references = ?"
        " WHERE id = ? AND (score <> ? OR score_why <> ? OR score_references <> ?)",
        (
            found.score,
            dumps(found.why),
            count,
            number,
            found.score,
            dumps(found.why),
            count,
        ),
    )


def columns(told: Told) -> tuple[dict[str, Any], str]:
    """Give the columns of an event, and the hash of what of it people see."""
    content, word = told.content, told.word
    resolution: Resolution | None = word.date
    if resolution is None and content is not None:
        resolution = content.resolution
    bounds = resolution.bounds if resolution else None
    conflicts = content.conflicts if content and content.conflict and word.date is None else ()
    status = word.status or (content.status if content else Status.PAST)
    kind = word.kind or (content.kind if content else Kind.EVENT)
    found: dict[str, Any] = {
        "title": word.title if word.title is not None else content.title if content else "",
        "resolution": None if resolution is None else wire.dump_resolution(resolution),
        "earliest": bounds.earliest.isoformat() if bounds else None,
        "latest": bounds.latest.isoformat() if bounds else None,
        "status": status.value,
        "kind": kind.value,
        "conflicts": dumps(conflicts),
        "tags": dumps(word.tags),
        "note": word.note,
        "hidden": int(word.hidden),
        "manual": int(content is None),
    }
    seen = dumps([list(found.values()), told.mentions])
    found["merge_why"] = dumps(content.merge_why if content else ())
    found["history"] = dumps(
        [
            [
                None if entry.known_on is None else entry.known_on.isoformat(),
                entry.what,
                entry.record,
                entry.reason,
            ]
            for entry in (content.history if content else ())
        ]
    )
    found["corrections"] = dumps(told.corrections)
    settled = told.by_person or word.confirmed
    found["weak"] = int(bool(content and content.weak and not settled))
    return found, hashlib.blake2b(seen.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
