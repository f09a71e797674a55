"""Statements, records and links between the store's rows and the values of the model."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from chrono import wire
from chrono.chronicle.records import Link, Record, Signature
from chrono.model import Basis, Kind, Resolution, Statement, Status
from chrono.store.articles import publisher

Row = tuple[Any, ...]

STATEMENT = (
    "s.start, s.end, s.quote, s.title, s.status, s.kind, s.basis, s.cue, s.resolution, s.timex"
)
"""The columns that `statement` reads, in this order."""

_RECORD = (
    f"SELECT s.id, s.key, a.key, a.url, s.known_on, s.lede, s.signature, {STATEMENT}"
    " FROM statements s JOIN articles a ON a.id = s.article_id"
)

_SAME = "="
"""Stands for the resolution of a statement where it is that of its timex."""

_CHUNK = 500

STATUS = {status.value: status for status in Status}
KIND = {kind.value: kind for kind in Kind}
_BASIS = {basis.value: basis for basis in Basis}


def statement(columns: Sequence[Any]) -> Statement:
    """Make a statement of the columns `STATEMENT`."""
    start, end, quote, title, status, kind, basis, cue, meant, timex = columns
    when = None if timex is None else wire.load_timex(timex)
    resolution: Resolution | None
    if meant is None:
        resolution = None
    elif meant == _SAME and when is not None:
        resolution = when.resolution
    else:
        resolution = wire.load_resolution(meant)
    return Statement(
        start,
        end,
        quote,
        title,
        STATUS[status],
        KIND[kind],
        _BASIS[basis],
        when,
        resolution,
        cue,
    )


def statement_columns(told: Statement) -> Row:
    """Give the columns `STATEMENT` of a statement."""
    if told.resolution is None:
        meant = None
    elif told.timex is not None and told.timex.resolution == told.resolution:
        meant = _SAME
    else:
        meant = wire.dump_resolution(told.resolution)
    return (
        told.start,
        told.end,
        told.quote,
        told.title,
        told.status.value,
        told.kind.value,
        told.basis.value,
        told.cue,
        meant,
        None if told.timex is None else wire.dump_timex(told.timex),
    )


def dumps(value: object) -> str:
    """Write plain values as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Records:
    """The records of a timeline by statement id, kept once read.

    `forget` must be told what was written; another process's writing empties it.
    """

    LIMIT = 20_000

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[int, Record] = {}
        self._version: int | None = None
        self.ids: dict[str, int] = {}

    def get(self, numbers: Iterable[int]) -> dict[int, Record]:
        """Read the records of statements; those that are gone are left out."""
        self._check()
        wanted = set(numbers)
        missing = sorted(number for number in wanted if number not in self._kept)
        if len(self._kept) + len(missing) > self.LIMIT:
            self.clear()
            missing = sorted(wanted)
        for row in select_in(self._connection, f"{_RECORD} WHERE s.id IN", missing):
            number, key, article, url, known_on, lede, signature, *columns = row
            self._kept[number] = Record(
                key=key,
                article=article,
                published_on=None if known_on is None else date.fromisoformat(known_on),
                statement=statement(columns),
                signature=Signature.from_json(json.loads(signature)),
                source=publisher(url),
                lede=bool(lede),
            )
            self.ids[key] = number
        return {number: self._kept[number] for number in sorted(wanted) if number in self._kept}

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop what was read of these statements."""
        for number in numbers:
            record = self._kept.pop(number, None)
            if record is not None:
                self.ids.pop(record.key, None)

    def clear(self) -> None:
        """Drop everything."""
        self._kept.clear()
        self.ids.clear()

    def _check(self) -> None:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self.clear()
            self._version = version


def links_of(
    connection: sqlite3.Connection, numbers: Iterable[int], keys: dict[int, str]
) -> tuple[Link, ...]:
    """Read the links among statements whose keys are given."""
    found = []
    rows = select_in(
        connection,
        "SELECT a, b, score, why, bridge, doubtful FROM links WHERE same AND a IN",
        numbers,
    )
    for a, b, score, why, bridge, doubtful in rows:
        if a in keys and b in keys:
            first, second = sorted((keys[a], keys[b]))
            found.append(Link(first, second, score, tuple(json.loads(why)), bridge, bool(doubtful)))
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))


def component(connection: sqlite3.Connection, start: Iterable[int]) -> set[int]:
    """Find everything that statements reach through links, themselves included."""
    reached: set[int] = set()
    front = set(start)
    while front:
        reached |= front
        near: set[int] = set()
        for one, other in (("a", "b"), ("b", "a")):
            query = f"SELECT {other} FROM links WHERE same AND {one} IN"
            rows = select_in(connection, query, front)
            near.update(number for (number,) in rows)
        front = near - reached
    return reached


def select_in(connection: sqlite3.Connection, query: str, values: Iterable[Any]) -> Iterator[Row]:
    """Run `QUERY (?, ?, …)` in slices that SQLite's limit on parameters allows."""
    listed = list(values)
    for first in range(0, len(listed), _CHUNK):
        part = listed[first : first + _CHUNK]
        marks = ", ".join("?" * len(part))
        yield from connection.execute(f"{query} ({marks})", part).fetchall()
