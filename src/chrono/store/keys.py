"""The index by which a statement finds those that may tell the same event."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping

from chrono.chronicle.events import Record, index_keys, probe_keys
from chrono.store.rows import select_in


def hashed(key: str) -> int:
    """Hash an index key to 63 bits. A collision makes one candidate more, no wrong link."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8"), digest_size=8).digest(), "big") >> 1


def file_under_keys(connection: sqlite3.Connection, records: Mapping[int, Record]) -> None:
    """File records under their index keys, in place of those they were filed under."""
    connection.executemany(
        "DELETE FROM index_keys WHERE statement_id = ?", [(number,) for number in records]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO index_keys (key, statement_id) VALUES (?, ?)",
        sorted(
            (hashed(key), number)
            for number, record in records.items()
            for key in index_keys(record)
        ),
    )


def candidates(connection: sqlite3.Connection, record: Record) -> set[int]:
    """Find the statements filed under a key that the record is probed by."""
    keys = sorted({hashed(key) for key in probe_keys(record)})
    return {
        number
        for (number,) in select_in(
            connection, "SELECT DISTINCT statement_id FROM index_keys WHERE key IN", keys
        )
    }
