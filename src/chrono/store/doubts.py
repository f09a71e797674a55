"""What a person should look at: `chrono review` walks through it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chrono.model import Event
from chrono.store.corrections import Action, Correction
from chrono.store.reading import Reader
from chrono.store.rows import Records


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
    records: Records,
    reader: Reader,
    corrections: Sequence[Correction],
    limit: int,
) -> list[Doubt]:
    """Find pairs of events that nearly were one, the newest first."""
    # Only this compares anything: the engine stays off the path of every other reading.
    from chrono.chronicle.similarity import similarity
    from chrono.store.keys import candidates

    apart = {
        frozenset({c.event, (c.data or {})["other"]})
        for c in corrections
        if c.action is Action.APART and not c.undone
    }
    homes: dict[int, int] = dict(
        connection.execute(
            "SELECT m.statement_id, m.event_id FROM mentions m JOIN events e ON e.id = m.event_id"
            " WHERE NOT e.withdrawn AND NOT e.hidden ORDER BY m.statement_id DESC"
        )
    )
    seen: set[frozenset[int]] = set()
    found: list[Doubt] = []
    for statement, home in homes.items():
        record = records.get([statement])[statement]
        near = {
            number
            for number in candidates(connection, record)
            if number in homes
            and homes[number] != home
            and frozenset({homes[number], home}) not in seen
        }
        for number, other in records.get(near).items():
            pair = frozenset({homes[number], home})
            if pair in seen:
                continue
            verdict = similarity(record, other)
            if not verdict.doubtful:
                continue
            seen.add(pair)
            first, second = reader.by_id(pair)
            if frozenset({first.uid, second.uid}) not in apart:
                found.append(Doubt(DoubtKind.NEAR_DUPLICATE, first, second, verdict.why))
            if len(found) >= limit:
                return found
    return found
