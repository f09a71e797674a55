"""Which events a filter lets in, as far as the database can say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chrono.store.articles import folded, publisher
from chrono.store.filters import Filter
from chrono.store.searching import events_matching

MANY = 400
"""From so many events on, everything is read in one sweep."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses the rows of events; `columns` are those that it reads, the id first."""

    connection: sqlite3.Connection
    columns: str

    def rows(self, wanted: Filter) -> list[tuple[Any, ...]]:
        """Read the rows of the events that may fit; those without a date are among them."""
        where = ["NOT withdrawn"]
        values: list[Any] = []
        if not wanted.include_hidden:
            where.append("NOT hidden")
        if wanted.as_of is None:
            # With `as_of` what is stored is not what is shown: `_fits` decides alone.
            if wanted.since is not None:
                where.append("(latest IS NULL OR latest >= ?)")
                values.append(wanted.since.isoformat())
            if wanted.until is not None:
                where.append("(earliest IS NULL OR earliest <= ?)")
                values.append(wanted.until.isoformat())
        query = f"SELECT {self.columns} FROM events WHERE {' AND '.join(where)}"
        chosen = self._chosen(wanted)
        if chosen is None:
            return self.connection.execute(query, values).fetchall()
        if len(chosen) > MANY:
            return [row for row in self.connection.execute(query, values) if row[0] in chosen]
        marks = ", ".join("?" * len(chosen))
        return self.connection.execute(
            f"{query} AND id IN ({marks})", [*values, *sorted(chosen)]
        ).fetchall()

    def _chosen(self, wanted: Filter) -> set[int] | None:
        """Find the events that words, names and sources choose; None: all."""
        sets: list[set[int]] = []
        if wanted.query:
            sets.append(events_matching(self.connection, wanted.query))
        if wanted.article is not None:
            sets.append(
                self._events_of("s.article_id = ?", wanted.article),
            )
        if wanted.source:
            sets.append(self._of_sources(wanted.source))
        for names, column in ((wanted.person, "names"), (wanted.place, "places")):
            if names:
                sets.append(set().union(*(self._naming(name, column) for name in names)))
        return set.intersection(*sets) if sets else None

    def _events_of(self, where: str, *values: object) -> set[int]:
        rows = self.connection.execute(
            "SELECT DISTINCT m.event_id FROM statements s"
            f" JOIN mentions m ON m.statement_id = s.id WHERE {where}",
            values,
        )
        return {number for (number,) in rows}

    def _of_sources(self, sources: Sequence[str]) -> set[int]:
        wanted = {folded(source) for source in sources}
        found: set[int] = set()
        for number, url, source in self.connection.execute("SELECT id, url, source FROM articles"):
            names = {folded(url or ""), folded(publisher(url)), folded(source)}
            names.add(folded(source.replace("\\", "/").rpartition("/")[2]))
            if wanted & names:
                found |= self._events_of("s.article_id = ?", number)
        return found

    def _naming(self, name: str, column: str) -> set[int]:
        """Find the events with a mention that names somebody or some place."""
        words = [word for word in folded(name).replace("-", " ").split() if word]
        if not words:
            return set()
        found: set[int] = set()
        rows = self.connection.execute(
            "SELECT m.event_id, s.signature, s.quote FROM statements s"
            " JOIN mentions m ON m.statement_id = s.id"
        )
        for event, text, quote in rows:
            if event in found or words[0] not in folded(quote):
                continue
            signature = json.loads(text or "{}")
            named = set(signature.get(column, ()))
            if column == "names":
                named -= set(signature.get("places", ()))
            parts = {part for one in named for part in folded(one).replace("-", " ").split()}
            if set(words) <= parts:
                found.add(event)
        return found
