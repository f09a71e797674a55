"""What a person should look at: `chrono review` walks through it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chrono.model import Event
from chrono.store.corrections import Action, Correction
from chrono.store.reading import Reader


class DoubtKind(StrEnum):
    """Why a person should look."""

    DIRECTION = "direction"
    CONFLICT = "conflict"
    WEAK_MERGE = "weak merge"
    NEAR_DUPLICATE = "near duplicate"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question: about one event, or about two that may be one (`other`)."""

    kind: DoubtKind
    event: Event
    other: Event | None = None
    why: tuple[str, ...] = ()


def doubts_of_one(events: Sequence[Event], corrections: Sequence[Correction]) -> list[Doubt]:
    """Find the events that are doubtful by themselves and that nobody confirmed."""
    settled = {c.event for c in corrections if c.action is Action.CONFIRM and not c.undone}
    found: list[Doubt] = []
    for event in events:
        if event.uid in settled:
            continue
        meant = event.resolution
        if meant is not None and meant.open and len(meant.alternatives) > 1:
            found.append(Doubt(DoubtKind.DIRECTION, event, why=meant.why))
        if event.conflict:
            found.append(Doubt(DoubtKind.CONFLICT, event, why=event.conflicts))
        if event.weak:
            found.append(Doubt(DoubtKind.WEAK_MERGE, event, why=event.merge_why))
    return found


def near_duplicates(
    connection: sqlite3.Connection,
    reader: Reader,
    corrections: Sequence[Correction],
    limit: int,
) -> list[Doubt]:
    """Find pairs of events that nearly were one, the likest first."""
    apart = {
        frozenset({c.event, (c.data or {})["other"]})
        for c in corrections
        if c.action is Action.APART and not c.undone
    }
    rows = connection.execute(
        "SELECT min(e.id, f.id), max(e.id, f.id), l.why, max(l.score), e.uid, f.uid FROM links l"
        " JOIN mentions m ON m.statement_id = l.a JOIN events e ON e.id = m.event_id"
        " JOIN mentions n ON n.statement_id = l.b JOIN events f ON f.id = n.event_id"
        " WHERE NOT l.same AND e.id <> f.id AND NOT e.hidden AND NOT f.hidden"
        " GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2"
    ).fetchall()
    pairs = [row for row in rows if frozenset(row[4:]) not in apart][:limit]
    events = {e.id: e for e in reader.by_id({n for row in pairs for n in row[:2]})}
    return [
        Doubt(DoubtKind.NEAR_DUPLICATE, events[one], events[other], tuple(json.loads(why)))
        for one, other, why, *_ in pairs
    ]
