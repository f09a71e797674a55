"""The stored events, kept up to date with what is read and what a person decided.

Only what a change reaches is worked out again: the statements that the new ones are linked
with, what a person tied to these, and the events that they told.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from chrono.chronicle.events import cluster, event_content
from chrono.store import corrections as decided
from chrono.store.corrections import Action, Correction, Role, word_on
from chrono.store.grouping import (
    Claimant,
    Group,
    claim,
    cluster_of,
    manual_node,
    manual_uid,
    regroup,
)
from chrono.store.neighbourhood import Neighbourhood, Survey
from chrono.store.outcome import Outcome
from chrono.store.rows import Records, select_in
from chrono.store.telling import Told, make_event, score
from chrono.store.telling import columns as columns_of

_ABOUT_ONE = frozenset(
    {
        Action.EDIT,
        Action.NEW,
        Action.HIDE,
        Action.UNHIDE,
        Action.TAG,
        Action.UNTAG,
        Action.CONFIRM,
    }
)
"""Corrections of what one event says, not of which statements tell it."""

_WHOLE = frozenset({Action.HIDE, Action.CONFIRM})
"""Those that must not go along into an event that tells more than the person saw."""


class Events:
    """Keeps the events of a timeline up to date, within one transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        records: Records,
        *,
        now: str,
        known_on: date | None = None,
    ) -> None:
        self._connection = connection
        self._records = records
        self._now = now
        self._known_on = known_on
        self._corrections = [c for c in decided.load_all(connection) if not c.undone]
        self._survey = Survey(connection, records, self._corrections)
        self._timeline = uuid.UUID(
            connection.execute("SELECT value FROM meta WHERE key = 'uuid'").fetchone()[0]
        )

    def refresh(
        self, statements: Iterable[int] = (), events: Iterable[int] = (), *, why: str = ""
    ) -> Outcome:
        """Work out again what these statements and events reach; give what came of it."""
        dirty, asked = set(statements), set(events)
        near = self._survey.around(dirty, asked)
        base = cluster(near.records.values(), near.links)
        of_key = {key: part for part in base for key in part.keys}
        groups = regroup(base, near.manual, near.rulings, near.links)
        claimants, uids = self._claimants(near)
        owners = claim(groups, claimants)
        outcome = Outcome()
        homes = self._homes(groups, owners, uids, near.ids, outcome)
        before = {claimant.id: claimant.nodes for claimant in claimants}
        self._move_mentions(groups, homes, near.ids)
        for number in sorted(near.events - set(homes.values())):
            self._withdraw(number, why, outcome)
        targets = self._targets(groups, homes, near.ids)
        touched = {
            place
            for place, group in enumerate(groups)
            if homes[place] in outcome.new
            or homes[place] in asked
            or homes[place] not in before
            or before[homes[place]] != group.nodes
            or targets[place]
            or any(near.ids.get(node) in dirty for node in group.nodes)
        }
        mentions = self._mentions([groups[place] for place in touched], near.ids)
        for place in sorted(touched):
            group = groups[place]
            part = cluster_of(group, near.records, of_key)
            told = Told(
                None if part is None else event_content(part),
                part,
                word_on(targets[place]),
                tuple(correction.id for correction in targets[place]),
                part is not None and part is not of_key[part.keys[0]],
                tuple(mentions[node] for node in sorted(group.nodes) if node in mentions),
            )
            self._write(homes[place], told, outcome)
        return outcome

    # --- which event a group is

    def _claimants(self, near: Neighbourhood) -> tuple[list[Claimant], dict[int, str]]:
        keys = {number: key for key, number in near.ids.items()}
        nodes: dict[int, set[str]] = {number: set() for number in near.events}
        rows = select_in(
            self._connection,
            "SELECT event_id, statement_id FROM mentions WHERE event_id IN",
            near.events,
        )
        for event, statement in rows:
            nodes[event].add(keys[statement])
        found = []
        uids: dict[int, str] = {}
        rows = select_in(
            self._connection,
            "SELECT id, uid, founder, withdrawn FROM events WHERE id IN",
            near.events,
        )
        for number, uid, founder, withdrawn in rows:
            uids[number] = uid
            if manual_node(uid) in near.manual:
                nodes[number].add(manual_node(uid))
            if not withdrawn:
                found.append(Claimant(number, founder, frozenset(nodes[number])))
        return found, uids

    def _homes(
        self,
        groups: Sequence[Group],
        owners: Mapping[int, int],
        uids: Mapping[int, str],
        ids: Mapping[str, int],
        outcome: Outcome,
    ) -> dict[int, int]:
        """Give each group its event: the one it goes on as, one that comes back, or a new one.

        New events are numbered in the order of their first statements.
        """
        homes = dict(owners)
        by_uid = {uid: number for number, uid in uids.items()}
        firsts = {
            place: min((ids[node] for node in group.nodes if node in ids), default=0)
            for place, group in enumerate(groups)
            if place not in homes
        }
        for place in sorted(firsts, key=lambda place: (firsts[place], place)):
            group = groups[place]
            mine = [by_uid[uid] for node in group.nodes if (uid := manual_uid(node)) in by_uid]
            free = [number for number in mine if number not in homes.values()]
            if free:
                homes[place] = min(free)
                continue
            rows = select_in(
                self._connection,
                "SELECT id FROM events WHERE withdrawn AND founder IN",
                sorted(group.nodes),
            )
            back = {number for (number,) in rows} - set(homes.values())
            homes[place] = min(back) if back else self._make(group, firsts[place], outcome)
        return homes

    def _make(self, group: Group, first: int, outcome: Outcome) -> int:
        """Make the row of a new event; its uid comes of what it began with, never of its text."""
        row = self._connection.execute(
            "SELECT key FROM statements WHERE id = ?", (first,)
        ).fetchone()
        founder = group.first if row is None else str(row[0])
        uid, number = str(uuid.uuid5(self._timeline, founder)), 1
        while self._connection.execute("SELECT 1 FROM events WHERE uid = ?", (uid,)).fetchone():
            number += 1
            uid = str(uuid.uuid5(self._timeline, f"{founder}#{number}"))
        made = make_event(self._connection, uid, founder, self._now)
        outcome.new.add(made)
        return made

    def _move_mentions(
        self, groups: Sequence[Group], homes: Mapping[int, int], ids: Mapping[str, int]
    ) -> None:
        self._connection.executemany(
            "INSERT INTO mentions (statement_id, event_id) VALUES (?, ?)"
            " ON CONFLICT (statement_id) DO UPDATE SET event_id = excluded.event_id"
            " WHERE event_id <> excluded.event_id",
            [
                (ids[node], homes[place])
                for place, group in enumerate(groups)
                for node in group.nodes
                if node in ids
            ],
        )

    # --- what a person said of it

    def _targets(
        self, groups: Sequence[Group], homes: Mapping[int, int], ids: Mapping[str, int]
    ) -> list[list[Correction]]:
        """Find the corrections of each group's event, in their order.

        A correction is about the event of its uid while there is one, else about the one that
        most of what it was about went into. Hiding goes along only where it covers most of
        that event: it must not hide what the person did not see.
        """
        found: list[list[Correction]] = [[] for _ in groups]
        if not self._corrections:
            return found
        uids = self._survey.uids(homes.values())
        place_of = {uids[number]: place for place, number in homes.items()}
        merged = {
            uid: place
            for place, group in enumerate(groups)
            for node in group.nodes
            if (uid := manual_uid(node)) is not None and uid not in place_of
        }
        lost: list[Correction] = []
        for correction in self._corrections:
            if correction.action not in _ABOUT_ONE:
                continue
            if correction.event in place_of:
                found[place_of[correction.event]].append(correction)
            elif correction.event not in merged:
                lost.append(correction)
            elif correction.action not in _WHOLE:
                found[merged[correction.event]].append(correction)
        held = self._held(lost, groups, homes, ids) if lost else {}
        for correction in lost:
            if correction.id in held:
                place, covered = held[correction.id]
                if correction.action not in _WHOLE or 2 * covered > len(groups[place].nodes):
                    found[place].append(correction)
        own = {place: uids[number] for place, number in homes.items()}

        def rank(correction: Correction, place: int) -> tuple[bool, bool, int]:
            """What made the event first, its own making last of these; then what was said of it."""
            made = correction.action is Action.NEW
            return not made, made and correction.event == own[place], correction.id

        return [sorted(part, key=partial(rank, place=n)) for n, part in enumerate(found)]

    def _held(
        self,
        lost: Sequence[Correction],
        groups: Sequence[Group],
        homes: Mapping[int, int],
        ids: Mapping[str, int],
    ) -> dict[int, tuple[int, int]]:
        """Find the groups that hold most of what corrections of withdrawn events were about."""
        statements = [ids[node] for group in groups for node in group.nodes if node in ids]
        rows = select_in(
            self._connection,
            "SELECT DISTINCT correction_id FROM correction_anchors WHERE statement_id IN",
            statements,
        )
        near = {number for (number,) in rows}
        places = {number: place for place, number in homes.items()}
        found: dict[int, tuple[int, int]] = {}
        for correction in lost:
            if correction.id not in near or self._alive(correction.event):
                continue
            event, covered = self._connection.execute(
                "SELECT m.event_id, count(*) FROM correction_anchors c"
                " JOIN mentions m ON m.statement_id = c.statement_id"
                " WHERE c.correction_id = ? AND c.role = ? GROUP BY m.event_id"
                " ORDER BY count(*) DESC, m.event_id LIMIT 1",
                (correction.id, Role.EVENT.value),
            ).fetchone() or (None, 0)
            if event in places:
                found[correction.id] = (places[event], covered)
        return found

    def _alive(self, uid: str) -> bool:
        query = "SELECT 1 FROM events WHERE uid = ? AND NOT withdrawn"
        return self._connection.execute(query, (uid,)).fetchone() is not None

    def _mentions(
        self, groups: Iterable[Group], ids: Mapping[str, int]
    ) -> dict[str, tuple[Any, ...]]:
        """Read what an event shows of its mentions: part of its content."""
        rows = select_in(
            self._connection,
            "SELECT s.key, s.quote, s.title, s.status, s.resolution, s.timex, a.id, a.title,"
            " a.url, a.publication"
            " FROM statements s JOIN articles a ON a.id = s.article_id WHERE s.id IN",
            [ids[node] for group in groups for node in group.nodes if node in ids],
        )
        return {row[0]: row for row in rows}

    # --- writing

    def _write(self, number: int, told: Told, outcome: Outcome) -> None:
        columns, content_hash = columns_of(told)
        row = self._connection.execute(
            f"SELECT {', '.join(columns)}, content_hash, withdrawn FROM events WHERE id = ?",
            (number,),
        ).fetchone()
        stored = row[: len(columns)]
        kept_hash, withdrawn = row[len(columns) :]
        if kept_hash != content_hash or withdrawn:
            fresh = number in outcome.new
            self._connection.execute(
                "UPDATE events SET content_hash = ?, withdrawn = 0, modified_at = ?,"
                " sequence = sequence + ? WHERE id = ?",
                (content_hash, self._now, 0 if fresh else 1, number),
            )
            if not fresh:
                outcome.changed.add(number)
            if withdrawn and not fresh:
                self.remember(number, "brought back", "")
        if stored != tuple(columns.values()):
            names = ", ".join(f"{name} = ?" for name in columns)
            self._connection.execute(
                f"UPDATE events SET {names} WHERE id = ?", (*columns.values(), number)
            )
        if told.group is not None:
            score(self._connection, number, told.group, columns["earliest"], columns["latest"])

    def _withdraw(self, number: int, why: str, outcome: Outcome) -> None:
        cursor = self._connection.execute(
            "UPDATE events SET withdrawn = 1, modified_at = ?, sequence = sequence + 1"
            " WHERE id = ? AND NOT withdrawn",
            (self._now, number),
        )
        if cursor.rowcount:
            outcome.gone.add(number)
            self.remember(number, "withdrawn", why)

    def remember(self, number: int, what: str, reason: str) -> None:
        """Write a line into an event's history."""
        self._connection.execute(
            "INSERT INTO event_history (event_id, at, known_on, what, reason)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                number,
                self._now,
                None if self._known_on is None else self._known_on.isoformat(),
                what,
                reason,
            ),
        )
