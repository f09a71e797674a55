"""Where served timelines come from: a folder of SQLite files, looked at anew on each request."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Collection, Hashable, Mapping
from pathlib import Path
from typing import Protocol

from chrono.errors import InputError, NotFound, StoreError
from chrono.model import Chronology
from chrono.store import Filter, Timeline, list_timelines
from chrono.store.database import in_plain_words
from chrono.store.places import SUFFIX

BUSY_SECONDS = 2.0
"""How long a reader waits for a writer before it gives up, in seconds."""


class Library(Protocol):
    """Timelines by name. Every method may be called from several threads."""

    def names(self) -> tuple[str, ...]:
        """The names of all timelines, sorted."""

    def stamp(self, name: str) -> Hashable:
        """A value that is equal between two calls only if the timeline has not changed.

        Raises NotFound for a name that is none of `names`, StoreError where it cannot be read.
        """

    def chronology(self, name: str, query: Mapping[str, str]) -> Chronology:
        """The timeline as it is now, filtered by `query`.

        Raises NotFound, StoreError, and InputError for a filter that is not understood.
        """


Reader = Callable[[Path, Mapping[str, str]], Chronology]
"""Reads the chronology of a database, filtered."""

NOT_SERVED = ("include-hidden", "include_hidden")
"""Filters that a feed does not have: what a person hid is not for subscribers."""


def read_timeline(path: Path, query: Mapping[str, str]) -> Chronology:
    """Read a timeline, with the filters of a query string over those of its `view`, if any.

    Raises InputError for a filter that is not understood, NotFound for a view that is not there,
    StoreError where the timeline cannot be read.
    """
    if refused := [name for name in NOT_SERVED if name in query]:
        raise InputError(f"no such filter: {refused[0]}")
    options = {name: value for name, value in query.items() if name != "view"}
    chosen = Filter.from_options(options)
    with Timeline.open(path, create=False) as timeline:
        view = query.get("view")
        return timeline.chronology(chosen.over(timeline.view(view)) if view else chosen)


class Watch:
    """Tells whether a database has changed, without reading it.

    SQLite's `PRAGMA data_version` moves when another connection commits, be it by a change in the
    file or in its write-ahead log; clocks and time stamps have no part in it. It speaks of the
    file that is open: where another has taken its place, the watch opens that one. The old file
    stays open until then, so its inode number cannot come back in between. It is opened for writing
    where that is allowed, though nothing is written: SQLite could not otherwise clean up after a
    program that was killed in the middle of a change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._openings = 0

    def stamp(self) -> tuple[int, int]:
        """The present version. Raises NotFound, StoreError."""
        with self._lock:
            try:
                status = os.stat(self._path)
                file = (status.st_dev, status.st_ino)
                if self._connection is None or file != self._file:
                    self._open(file)
                assert self._connection is not None
                (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            except FileNotFoundError:
                self._close()
                raise NotFound(f"{self._path.stem}: no such timeline") from None
            except OSError as error:
                self._close()
                raise StoreError(f"{self._path.name}: {error.strerror}") from error
            except sqlite3.Error as error:
                self._close()
                raise StoreError(f"{self._path.name}: {in_plain_words(error)}") from error
            return self._openings, int(version)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()

    def _open(self, file: tuple[int, int]) -> None:
        self._close()
        self._connection = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
        )
        self._file = file
        self._openings += 1

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        self._file = None


class FolderLibrary:
    """The timelines in a folder: every file NAME.db, as it is at the moment of asking.

    A name that is not among those in the folder is never made into a path, so none leads out
    of it. `only` restricts the library to some of them.
    """

    def __init__(
        self, folder: Path, *, only: Collection[str] | None = None, read: Reader = read_timeline
    ) -> None:
        self._folder = folder
        self._read = read
        self._only = None if only is None else frozenset(only)
        self._watches: dict[str, Watch] = {}
        self._lock = threading.Lock()

    def names(self) -> tuple[str, ...]:
        """The names of all timelines, sorted."""
        names = list_timelines(self._folder)
        return tuple(name for name in names if self._only is None or name in self._only)

    def stamp(self, name: str) -> tuple[int, int]:
        """Equal between two calls only if the timeline has not changed in between."""
        path = self._path(name)
        with self._lock:
            watch = self._watches.setdefault(name, Watch(path))
        return watch.stamp()

    def chronology(self, name: str, query: Mapping[str, str]) -> Chronology:
        """The timeline as it is now, filtered by `query`."""
        return self._read(self._path(name), query)

    def close(self) -> None:
        """Let go of all files."""
        with self._lock:
            for watch in self._watches.values():
                watch.close()
            self._watches.clear()

    def _path(self, name: str) -> Path:
        if name not in self.names():
            raise NotFound(f"there is no timeline “{name}” here")
        return self._folder / f"{name}{SUFFIX}"
