"""One SQLite file: opened with care, written in whole transactions, its errors in plain words.

The journal is SQLite's rollback journal, not a write-ahead log: a timeline is then always one
file that can be copied or mailed, and can be read from a folder that cannot be written. Adding
an article is short, so readers and a second writer wait their turn (`BUSY_SECONDS`).
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from chrono.errors import InputError, NewerDatabase, NotFound, StoreError
from chrono.store import schema
from chrono.store.places import MEMORY

BUSY_SECONDS = 30.0
"""How long a writer waits for another before it gives up, in seconds."""

CACHE_KIB = 32 * 1024

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


class Database:
    """An open timeline file. `read` and `write` give the connection within a transaction."""

    def __init__(self, path: Path | None, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._writing = False

    @property
    def name(self) -> str:
        """The name of the timeline: that of its file, without the ending."""
        return MEMORY.strip(":") if self.path is None else self.path.stem

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Give one consistent state of the timeline, whatever another process adds meanwhile."""
        with plain_errors(self.path):
            if self.connection.in_transaction:
                yield self.connection
                return
            with self._transaction("BEGIN"):
                yield self.connection

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a transaction that is stored whole or not at all.

        It waits for another writer. Raises StoreError where nothing could be stored.
        """
        with plain_errors(self.path):
            if self._writing:
                yield self.connection
                return
            self._writing = True
            try:
                with self._transaction("BEGIN IMMEDIATE"):
                    yield self.connection
            finally:
                self._writing = False

    @contextlib.contextmanager
    def trial(self) -> Iterator[sqlite3.Connection]:
        """Give a transaction whose writes are taken back at the end."""
        with plain_errors(self.path):
            self._writing = True
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            finally:
                self._writing = False
                _roll_back(self.connection)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextlib.contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.connection.execute(begin)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:  # Ctrl-C too: nothing may stay half done
            _roll_back(self.connection)
            raise


def _roll_back(connection: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.Error):  # a full disk has rolled back by itself
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextlib.contextmanager
def plain_errors(path: Path | None) -> Iterator[None]:
    """Turn what SQLite and the system say into a StoreError of one plain line.

    A text that no database can hold is an InputError.
    """
    name = MEMORY if path is None else str(path)
    try:
        yield
    except UnicodeEncodeError as error:
        raise InputError(
            f"the text has half characters (lone surrogates, as at {error.start}); read it with"
            " its right encoding"
        ) from error
    except sqlite3.Error as error:
        raise StoreError(f"{name}: {in_plain_words(error)}") from error
    except OSError as error:
        raise StoreError(f"{name}: {error.strerror or error}") from error


def in_plain_words(error: sqlite3.Error) -> str:
    """Say what an error of SQLite means for the person who meets it.

    >>> in_plain_words(sqlite3.OperationalError("database or disk is full"))
    'the disk is full; nothing was stored'
    """
    said = str(error)
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL") or "is full" in said:
        return "the disk is full; nothing was stored"
    if name.startswith("SQLITE_READONLY") or "readonly" in said:
        return "the timeline is read-only; nothing was stored"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or "locked" in said:
        return "another program keeps the timeline busy; try again in a moment"
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "malformed" in said:
        return f"the timeline is damaged ({said}); restore it from a backup"
    if name.startswith("SQLITE_CANTOPEN") or "unable to open" in said:
        return "the timeline cannot be opened or written here"
    if name.startswith("SQLITE_IOERR"):
        return f"the disk cannot be read or written ({said}); nothing was stored"
    return f"the timeline could not be used ({said})"


Filler = Callable[[sqlite3.Connection], None]
"""Fills a new timeline, or completes one that was migrated, inside the open transaction."""


def open_database(path: Path | None, *, create: bool, found: Filler, grown: Filler) -> Database:
    """Open a timeline file; None is one in memory.

    A missing file is made where `create` is True, whole or not at all, with what `found` writes
    in it; else NotFound is raised. A file of an older version is brought to this one, after a
    copy to `NAME.db.bak-VERSION`; `grown` then completes it. What is not a timeline is refused,
    untouched: StoreError; what a newer chrono wrote: NewerDatabase.
    """
    if path is None:
        database = Database(None, _connect(MEMORY))
        with database.write() as connection:
            _lay_out(connection, found)
        return database
    with plain_errors(path):
        empty = _look_at(path, create=create)
        if empty is None:
            _make(path, found)
        connection = _connect(str(path))
        try:
            if empty:
                _fill_empty(path, connection, found)
            _bring_up(path, connection, grown)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection)


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    return connection


def _look_at(path: Path, *, create: bool) -> bool | None:
    """Say whether the file is empty (None: there is none); raise for what is not a timeline.

    It reads the header itself: SQLite would replay the journal of a stranger's database.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        if create:
            return None
        raise NotFound(f"{path}: there is no such timeline yet; `chrono add` makes it") from None
    except IsADirectoryError:
        raise StoreError(f"{path} is a folder, not a timeline") from None
    except NotADirectoryError:
        raise StoreError(f"{path.parent} is not a folder") from None
    if not header:
        return True
    if not header.startswith(_MAGIC):
        raise StoreError(f"{path} is not a timeline (no SQLite database); it was left as it is")
    if len(header) < _HEADER or int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise StoreError(
            f"{path} is not a timeline (a database of another program); it was left as it is"
        )
    _check_version(path, int.from_bytes(header[60:64], "big"))
    return False


def _check_version(path: Path, version: int) -> None:
    if version > schema.VERSION:
        raise NewerDatabase(
            f"{path} was written by a newer chrono (version {version}, this one reads up to "
            f"{schema.VERSION}); update chrono; it was left as it is"
        )


def _make(path: Path, found: Filler) -> None:
    """Make a new timeline beside its place and link it in: nobody ever sees half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}.new")
    try:
        connection = _connect(str(draft))
        try:
            connection.execute("BEGIN IMMEDIATE")
            _lay_out(connection, found)
            connection.execute("COMMIT")
        finally:
            connection.close()
        _put_in_place(draft, path)
    finally:
        for left in (draft, draft.with_name(draft.name + "-journal")):
            left.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    """Give the draft its name, unless another process was faster."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            draft.rename(path)


def _fill_empty(path: Path, connection: sqlite3.Connection, found: Filler) -> None:
    """Make an empty file a timeline."""
    with Database(path, connection).write():
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            _lay_out(connection, found)


def _lay_out(connection: sqlite3.Connection, found: Filler) -> None:
    schema.create(connection)
    found(connection)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _bring_up(path: Path, connection: sqlite3.Connection, grown: Filler) -> None:
    """Migrate an older timeline, after a backup, in one transaction."""
    if _version(connection) == schema.VERSION:
        return
    connection.execute("PRAGMA foreign_keys = OFF")  # a migration replaces tables
    with Database(path, connection).write():
        version = _version(connection)  # another process may have been faster
        _check_version(path, version)
        if version < schema.VERSION:
            if version not in schema.MIGRATIONS:
                raise StoreError(f"{path}: a timeline of version {version} cannot be read")
            _back_up(path, connection, version)
            schema.upgrade(connection, version)
            grown(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _back_up(path: Path, connection: sqlite3.Connection, version: int) -> Path:
    """Copy the timeline as it is; an earlier backup is never written over."""
    number, backup = 1, path.with_name(f"{path.name}.bak-{version}")
    while backup.exists():
        number += 1
        backup = path.with_name(f"{path.name}.bak-{version}-{number}")
    draft = backup.with_name(f".{backup.name}.new")
    draft.unlink(missing_ok=True)
    # A second connection: the first holds the write lock, which readers may share.
    source, copy = sqlite3.connect(path, timeout=BUSY_SECONDS), sqlite3.connect(draft)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    draft.rename(backup)
    return backup
