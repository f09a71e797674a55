"""What a person decided: append-only, with time and reason, and final."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from chrono import wire
from chrono.model import Kind, Resolution, Status
from chrono.store.rows import dumps, select_in


class Action(StrEnum):
    """What a person did."""

    EDIT = "edit"
    HIDE = "hide"
    UNHIDE = "unhide"
    MERGE = "merge"
    SPLIT = "split"
    NEW = "new"
    TAG = "tag"
    UNTAG = "untag"
    APART = "apart"
    CONFIRM = "confirm"
    UNDO = "undo"


class Role(StrEnum):
    """What the statements that a correction names are to it."""

    EVENT = "event"
    OTHER = "other"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision. `event` is the uid of the event that it was about; `at` is UTC.

    `undone`: a later one took it back. `orphaned`: nothing is left of what it was about; it is
    kept, and applies again when the article is added again.
    """

    id: int
    at: datetime
    action: Action
    event: str
    reason: str = ""
    data: Mapping[str, Any] | None = None
    undoes: int | None = None
    undone: bool = False
    orphaned: bool = False

    @property
    def in_words(self) -> str:
        """What was decided, in a few words."""
        data = self.data or {}
        match self.action:
            case Action.EDIT:
                return "edited: " + ", ".join(sorted(data))
            case Action.MERGE:
                return "merged by a person"
            case Action.SPLIT:
                return "split by a person"
            case Action.NEW:
                return "made by a person"
            case Action.TAG:
                return f"tagged “{data.get('tag', '')}”"
            case Action.UNTAG:
                return f"tag “{data.get('tag', '')}” removed"
            case Action.APART:
                return "kept apart from another by a person"
            case Action.CONFIRM:
                return "confirmed by a person"
            case Action.UNDO:
                return f"correction {self.undoes} undone"
            case _:
                return f"{self.action.value} by a person"


@dataclass(frozen=True, slots=True)
class Word:
    """All that a person said of one event. None: nothing was said of it."""

    title: str | None = None
    date: Resolution | None = None
    status: Status | None = None
    kind: Kind | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    hidden: bool = False
    confirmed: bool = False


def load_all(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """Read all corrections, the oldest first, with those marked that were undone.

    An undo that was itself undone counts no more.
    """
    found = [
        Correction(
            number,
            datetime.fromisoformat(at),
            Action(action),
            event,
            reason,
            json.loads(data),
            undoes,
        )
        for number, at, action, event, reason, data, undoes in connection.execute(
            "SELECT id, at, action, event, reason, data, undoes FROM corrections ORDER BY id"
        )
    ]
    undone: set[int] = set()
    for correction in reversed(found):
        if correction.undoes is not None and correction.id not in undone:
            undone.add(correction.undoes)
    return tuple(replace(c, undone=c.id in undone) for c in found)


def append(
    connection: sqlite3.Connection,
    action: Action,
    event: str,
    *,
    now: str,
    reason: str,
    data: Mapping[str, Any] | None = None,
    undoes: int | None = None,
    targets: Mapping[Role, Iterable[int]] | None = None,
) -> int:
    """Write a correction down, with the statements that it is about; give its id."""
    cursor = connection.execute(
        "INSERT INTO corrections (at, action, event, reason, data, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (now, action.value, event, reason, dumps(dict(data or {})), undoes),
    )
    number = cursor.lastrowid
    assert number is not None
    for role, statements in (targets or {}).items():
        rows = select_in(
            connection,
            "SELECT s.id, s.key, a.key, s.quote, s.timex, s.basis"
            " FROM statements s JOIN articles a ON a.id = s.article_id WHERE s.id IN",
            statements,
        )
        connection.executemany(
            "INSERT INTO correction_anchors"
            " (correction_id, role, article_key, statement_key, quote, time, statement_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (number, role.value, article, key, quote, _time(timex, basis), statement)
                for statement, key, article, quote, timex, basis in rows
            ],
        )
    return number


def _time(timex: str | None, basis: str) -> str:
    if timex is not None:
        return wire.load_timex(timex).text
    return "" if basis == "timex" else basis


def word_on(corrections: Sequence[Correction]) -> Word:
    """Put together what corrections say of one event, the later over the earlier."""
    title: str | None = None
    date: Resolution | None = None
    status: Status | None = None
    kind: Kind | None = None
    note = ""
    tags: set[str] = set()
    hidden = confirmed = False
    for correction in corrections:
        data = correction.data or {}
        match correction.action:
            case Action.EDIT | Action.NEW:
                title = data.get("title", title)
                status = Status(data["status"]) if "status" in data else status
                kind = Kind(data["kind"]) if "kind" in data else kind
                note = data.get("note", note)
                if "date" in data:
                    date = wire.load_resolution(dumps(data["date"]))
                tags.update(data.get("tags", ()))
            case Action.TAG:
                tags.add(data["tag"])
            case Action.UNTAG:
                tags.discard(data["tag"])
            case Action.HIDE:
                hidden = True
            case Action.UNHIDE:
                hidden = False
            case Action.CONFIRM:
                confirmed = True
            case _:
                pass
    return Word(title, date, status, kind, note, tuple(sorted(tags)), hidden, confirmed)


def orphaned(connection: sqlite3.Connection, corrections: Sequence[Correction]) -> set[int]:
    """Find the corrections of which nothing is left: their event is withdrawn, and all its quotes.

    A merge or a split needs something left on both of its sides.
    """
    alive = {uid for (uid,) in connection.execute("SELECT uid FROM events WHERE NOT withdrawn")}
    sides: dict[int, Counter[str]] = {}
    for number, role, left in connection.execute(
        "SELECT correction_id, role, count(statement_id) FROM correction_anchors"
        " GROUP BY correction_id, role"
    ):
        sides.setdefault(number, Counter())[role] = left
    found: set[int] = set()
    for correction in corrections:
        if correction.undone or correction.action is Action.UNDO:
            continue
        held = sides.get(correction.id, Counter())
        there: Mapping[str, bool] = {role: held[role] > 0 for role in held}
        if len(there) > 1:
            if not all(there.values()):
                found.add(correction.id)
        elif correction.event not in alive and not any(there.values()):
            found.add(correction.id)
    return found
