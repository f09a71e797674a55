"""A person's decisions, written into a timeline within one transaction."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from chrono.errors import InputError, NotFound
from chrono.store import corrections as decided
from chrono.store.corrections import Action, Correction, Role
from chrono.store.events import Events
from chrono.store.outcome import Outcome
from chrono.store.rows import Records
from chrono.store.telling import make_event


class Deciding:
    """Writes corrections and what follows from them."""

    def __init__(
        self, connection: sqlite3.Connection, records: Records, now: str, reason: str
    ) -> None:
        self._connection = connection
        self._records = records
        self._now = now
        self._reason = reason.strip()

    def about(
        self, action: Action, event: int, data: Mapping[str, Any] | None = None
    ) -> tuple[int, Outcome]:
        """Decide something on one event."""
        uid = self._uid(event)
        number = self._append(action, uid, data, {Role.EVENT: self._told_by(event)})
        return number, self._follow([event])

    def new(self, data: Mapping[str, Any]) -> tuple[int, int, Outcome]:
        """Make an event that no article tells; give the correction's id and the event's."""
        uid = str(uuid.uuid5(self._timeline(), f"new/{self._next_correction()}"))
        event = make_event(self._connection, uid, f"event:{uid}", self._now)
        number = self._append(Action.NEW, uid, data, {})
        outcome = self._follow([event])
        outcome.changed.discard(event)
        outcome.new.add(event)
        self._connection.execute("UPDATE events SET sequence = 0 WHERE id = ?", (event,))
        return number, event, outcome

    def merge(self, into: int, other: int) -> tuple[int, Outcome]:
        """Say that two events are one."""
        if into == other:
            raise InputError(f"event {into} cannot be merged with itself")
        return self._on_two(Action.MERGE, into, other)

    def apart(self, one: int, other: int) -> tuple[int, Outcome]:
        """Say that two events are two, whatever comes."""
        if one == other:
            raise InputError(f"event {one} is one event: use split")
        return self._on_two(Action.APART, one, other)

    def split(self, event: int, mentions: Iterable[int]) -> tuple[int, Outcome]:
        """Take mentions out of an event; together they are another."""
        uid = self._uid(event)
        told = self._told_by(event)
        out = set(mentions)
        if not out:
            raise InputError("say which mentions to take out")
        strangers = sorted(out - told)
        if strangers:
            listed = ", ".join(map(str, strangers))
            raise NotFound(f"event {event} has no mention {listed}")
        if out == told:
            raise InputError(f"event {event} would have nothing left: leave one mention in it")
        number = self._append(Action.SPLIT, uid, None, {Role.OUT: out, Role.EVENT: told - out})
        return number, self._follow([event])

    def undo(self, correction: int | None) -> tuple[Correction, int, Outcome]:
        """Take a correction back, the last one by default; give it, the undo's id, what came of it.

        Undoing an undo brings its correction back.
        """
        known = decided.load_all(self._connection)
        if correction is None:
            open_ = [c for c in known if not c.undone and c.action is not Action.UNDO]
            if not open_:
                raise NotFound("there is nothing to undo")
            chosen = open_[-1]
        else:
            named = [c for c in known if c.id == correction]
            if not named:
                raise NotFound(f"there is no correction {correction}")
            chosen = named[0]
            if chosen.undone:
                raise InputError(f"correction {correction} is undone already")
        reach = self._reach(chosen, known)
        number = decided.append(
            self._connection,
            Action.UNDO,
            chosen.event,
            now=self._now,
            reason=self._reason,
            undoes=chosen.id,
        )
        outcome = Outcome()
        keeper = self._keeper()
        if reach:
            outcome = keeper.refresh(events=reach, why="undone by a person")
        return chosen, number, outcome

    # --- how

    def _on_two(self, action: Action, one: int, other: int) -> tuple[int, Outcome]:
        uids = self._uid(one), self._uid(other)
        number = self._append(
            action,
            uids[0],
            {"other": uids[1]},
            {Role.EVENT: self._told_by(one), Role.OTHER: self._told_by(other)},
        )
        why = f"merged by a person into event {min(one, other)}" if action is Action.MERGE else ""
        return number, self._follow([one, other], why)

    def _append(
        self,
        action: Action,
        uid: str,
        data: Mapping[str, Any] | None,
        targets: Mapping[Role, Iterable[int]],
    ) -> int:
        return decided.append(
            self._connection,
            action,
            uid,
            now=self._now,
            reason=self._reason,
            data=data,
            targets=targets,
        )

    def _follow(self, events: Iterable[int], why: str = "") -> Outcome:
        return self._keeper().refresh(events=events, why=why)

    def _keeper(self) -> Events:
        return Events(self._connection, self._records, now=self._now)

    def _reach(self, chosen: Correction, known: Iterable[Correction]) -> set[int]:
        """Find the events that a correction is about, by uid and by what they tell."""
        names = {chosen.event, (chosen.data or {}).get("other")}
        ids = {chosen.id}
        while chosen.undoes is not None:  # an undo is about what it undid
            chosen = next(c for c in known if c.id == chosen.undoes)
            names |= {chosen.event, (chosen.data or {}).get("other")}
            ids.add(chosen.id)
        found: set[int] = set()
        for uid in names - {None}:
            found |= self._column("SELECT id FROM events WHERE uid = ?", uid)
        for number in ids:
            found |= self._column(
                "SELECT DISTINCT m.event_id FROM correction_anchors c"
                " JOIN mentions m ON m.statement_id = c.statement_id WHERE c.correction_id = ?",
                number,
            )
        return found

    def _uid(self, event: int) -> str:
        row = self._connection.execute(
            "SELECT uid, withdrawn FROM events WHERE id = ?", (event,)
        ).fetchone()
        if row is None:
            raise NotFound(f"there is no event {event}")
        if row[1]:
            raise NotFound(f"event {event} was withdrawn: `chrono history {event}` says why")
        return str(row[0])

    def _told_by(self, event: int) -> set[int]:
        return self._column("SELECT statement_id FROM mentions WHERE event_id = ?", event)

    def _column(self, query: str, *values: object) -> set[int]:
        return {number for (number,) in self._connection.execute(query, values)}

    def _timeline(self) -> uuid.UUID:
        query = "SELECT value FROM meta WHERE key = 'uuid'"
        return uuid.UUID(self._connection.execute(query).fetchone()[0])

    def _next_correction(self) -> int:
        query = "SELECT coalesce(max(id), 0) + 1 FROM corrections"
        return int(self._connection.execute(query).fetchone()[0])
