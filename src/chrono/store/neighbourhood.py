"""All that a change reaches: what is linked with it, and what a person tied to that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chrono.chronicle.records import Link, Record
from chrono.store.corrections import Action, Correction, Role
from chrono.store.grouping import Merge, Ruling, Split, manual_node
from chrono.store.rows import Records, component, links_of, select_in

_RULINGS = frozenset({Action.MERGE, Action.SPLIT, Action.APART})


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The statements, by key, and the events that have to be worked out together.

    `manual` are the nodes of events that a person made; `rulings` the merges and splits.
    """

    records: Mapping[str, Record]
    ids: Mapping[str, int]
    links: tuple[Link, ...]
    events: frozenset[int]
    rulings: tuple[Ruling, ...]
    manual: frozenset[str]


class Survey:
    """Looks around in a timeline."""

    def __init__(
        self, connection: sqlite3.Connection, records: Records, corrections: Sequence[Correction]
    ) -> None:
        self._connection = connection
        self._records = records
        self._made = {c.event for c in corrections if c.action is Action.NEW}
        self._rulings = {c.id: c for c in corrections if c.action in _RULINGS}

    def around(self, statements: set[int], asked: set[int]) -> Neighbourhood:
        """Find all that these statements and events reach."""
        reached: set[int] = set()
        events = set(asked)
        ruled: set[int] = set()
        front = set(statements)
        while True:
            reached |= component(self._connection, front - reached)
            events |= self._column("SELECT event_id FROM mentions WHERE statement_id IN", reached)
            front = self._column("SELECT statement_id FROM mentions WHERE event_id IN", events)
            known = len(events)
            if self._rulings:
                tied, touched, made = self._ruled(reached | front, events)
                ruled |= touched
                events |= made
                front |= tied
            if front <= reached and len(events) == known:
                break
        records = self._records.get(reached)
        keys = {number: record.key for number, record in records.items()}
        uids = self.uids(events).values()
        return Neighbourhood(
            records={record.key: record for record in records.values()},
            ids={record.key: number for number, record in records.items()},
            links=links_of(self._connection, reached, keys),
            events=frozenset(events),
            rulings=tuple(self._as_rulings(ruled, keys)),
            manual=frozenset(manual_node(uid) for uid in uids if uid in self._made),
        )

    def uids(self, events: Iterable[int]) -> dict[int, str]:
        """Read the uids of events."""
        return dict(select_in(self._connection, "SELECT id, uid FROM events WHERE id IN", events))

    def _ruled(self, statements: set[int], events: set[int]) -> tuple[set[int], set[int], set[int]]:
        """Find what merges and splits tie to these: statements, corrections, manual events."""
        touched = self._rulings.keys() & self._column(
            "SELECT correction_id FROM correction_anchors WHERE statement_id IN", statements
        )
        uids = set(self.uids(events).values())
        touched |= {number for number, c in self._rulings.items() if _named(c) & uids}
        tied = self._column(
            "SELECT statement_id FROM correction_anchors"
            " WHERE statement_id IS NOT NULL AND correction_id IN",
            touched,
        )
        named = set().union(*(_named(self._rulings[number]) for number in touched)) & self._made
        return tied, touched, self._column("SELECT id FROM events WHERE uid IN", named)

    def _as_rulings(self, corrections: set[int], keys: Mapping[int, str]) -> Iterator[Ruling]:
        for number in sorted(corrections):
            correction = self._rulings[number]
            sides: dict[str, set[str]] = {role.value: set() for role in Role}
            for role, statement in self._connection.execute(
                "SELECT role, statement_id FROM correction_anchors"
                " WHERE correction_id = ? AND statement_id IS NOT NULL",
                (number,),
            ):
                if statement in keys:
                    sides[role].add(keys[statement])
            other = (correction.data or {}).get("other")
            if correction.event in self._made:
                sides[Role.EVENT].add(manual_node(correction.event))
            if other in self._made:
                sides[Role.OTHER].add(manual_node(other))
            event, second, out = (
                frozenset(sides[role]) for role in (Role.EVENT, Role.OTHER, Role.OUT)
            )
            if correction.action is Action.MERGE:
                yield Merge(event, second)
            elif correction.action is Action.SPLIT:
                yield Split(out, event)
            else:
                yield Split(second, event)

    def _column(self, query: str, values: Iterable[object]) -> set[int]:
        return {number for (number,) in select_in(self._connection, query, values)}


def _named(correction: Correction) -> set[str]:
    other = (correction.data or {}).get("other")
    return {correction.event, other} if other else {correction.event}
