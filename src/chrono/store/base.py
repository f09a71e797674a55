"""An open timeline: its file, its clock, its transactions."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from chrono.errors import InputError, NotFound
from chrono.model import ArticleRef, Event
from chrono.store.database import Database, open_database
from chrono.store.outcome import KEPT_WITHDRAWN, forget_withdrawn
from chrono.store.places import DEFAULT_NAME, MEMORY, locate
from chrono.store.reading import Reader
from chrono.store.rows import Records

Clock = Callable[[], datetime]
"""Gives the present instant, with a time zone."""


def utc_now() -> datetime:
    """Give the present instant: the clock that a timeline has unless it is given another."""
    return datetime.now(UTC)


class TimelineFile:
    """A timeline as a file that is open: what all that is done with it rests on."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock
        self._records = Records(database.connection)

    @classmethod
    def open(
        cls,
        where: str | os.PathLike[str] = DEFAULT_NAME,
        *,
        folder: Path | None = None,
        create: bool = True,
        clock: Clock = utc_now,
    ) -> Self:
        """Open a timeline: a name in `folder` (see `places`), a path ending in `.db`, `:memory:`.

        A missing one is made where `create` is True. One of an older chrono is brought up to
        date, after a copy to `NAME.db.bak-VERSION`.

        Raises:
            InputError: the name is none.
            NotFound: there is no such timeline and `create` is False.
            NewerDatabase: a newer chrono wrote it.
            StoreError: it is no timeline, or cannot be read.

        """
        now = _instant(clock())

        def found(connection: sqlite3.Connection) -> None:
            values = {"uuid": str(uuid.uuid4()), "created_at": now, "revised_at": now}
            connection.executemany(
                "INSERT INTO meta (key, value) VALUES (?, ?)", sorted(values.items())
            )

        def grown(connection: sqlite3.Connection) -> None:
            stale = connection.execute("DELETE FROM meta WHERE key = 'stale'").rowcount
            if stale:
                cls._compare_all(connection, now)

        path = None if os.fspath(where) == MEMORY else locate(where, folder)
        return cls(open_database(path, create=create, found=found, grown=grown), clock)

    @staticmethod
    def _compare_all(connection: sqlite3.Connection, now: str) -> None:
        """Work out what follows from the statements: an upgrade may ask for it."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Its name: that of its file, without the ending."""
        return self._database.name

    @property
    def path(self) -> Path | None:
        """Its file; None for one in memory."""
        return self._database.path

    # --- how

    @contextmanager
    def _writing(self, now: datetime | None) -> Iterator[tuple[sqlite3.Connection, str]]:
        instant = _instant(self._clock() if now is None else now)
        try:
            with self._database.write() as connection:
                yield connection, instant
        except BaseException:
            self._records.clear()  # they may hold what was rolled back
            raise

    @contextmanager
    def _trying(self, now: datetime | None) -> Iterator[tuple[sqlite3.Connection, str]]:
        instant = _instant(self._clock() if now is None else now)
        with self._database.trial() as connection:
            yield connection, instant

    def _revised(self, connection: sqlite3.Connection, instant: str) -> None:
        """Note that the content changed; forget the content of what was withdrawn long ago."""
        connection.execute(
            "UPDATE meta SET value = max(value, ?) WHERE key = 'revised_at'", (instant,)
        )
        last = datetime.fromisoformat(instant) - KEPT_WITHDRAWN
        forget_withdrawn(connection, _instant(last))

    def _reader(self, connection: sqlite3.Connection) -> Reader:
        return Reader(connection, self._records)

    def _event(self, connection: sqlite3.Connection, number: int) -> Event:
        found = self._reader(connection).event(number)
        if found is None:
            raise NotFound(f"there is no event {number}")
        return found

    def _article_ref(self, connection: sqlite3.Connection, number: int) -> ArticleRef:
        found = self._reader(connection).article_refs([number])
        if not found:
            raise NotFound(f"there is no article {number}")
        return found[0]


def _instant(when: datetime) -> str:
    """Write an instant as the store keeps it: UTC, so that texts sort as instants do."""
    if when.tzinfo is None:
        raise InputError("an instant needs a time zone")
    return when.astimezone(UTC).isoformat(timespec="microseconds")
