"""The tables of a timeline, in versions, and the way from each version to the next.

What was read (`articles`, `statements`) is kept apart from what a person decided
(`corrections`, append-only) and from what follows from both (`links`, `mentions`, `events`).
A version, once released, is never edited: add the next one and the way to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

APPLICATION_ID = 0x4368726E
"""`PRAGMA application_id` of every timeline: "Chrn"."""

VERSION = 2
"""The version that this program writes, in `PRAGMA user_version`."""

READ = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,           -- identity: stays when the text is edited
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    timezone TEXT NOT NULL,
    publication TEXT NOT NULL,          -- JSON
    published_on TEXT,                  -- ISO day
    body_start INTEGER NOT NULL,
    added_at TEXT NOT NULL,             -- UTC
    updated_at TEXT NOT NULL
);
CREATE INDEX articles_by_content ON articles (content_hash);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_title ON articles (title);
CREATE INDEX articles_by_source ON articles (source);

CREATE TABLE article_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    publication TEXT NOT NULL,
    replaced_at TEXT NOT NULL
);
CREATE INDEX versions_by_article ON article_versions (article_id);
"""

STATEMENTS = """
CREATE TABLE statements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE,           -- article key / anchor
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    basis TEXT NOT NULL,
    cue TEXT NOT NULL,
    resolution TEXT,                    -- JSON; '=' where it is that of the timex
    timex TEXT,                         -- JSON
    earliest TEXT,                      -- ISO days, inclusive
    latest TEXT,
    lede INTEGER NOT NULL,
    known_on TEXT,                      -- ISO day: since when a reader could know
    added_at TEXT NOT NULL,
    signature TEXT NOT NULL             -- JSON: what it is compared by
);
CREATE INDEX statements_by_article ON statements (article_id, ordinal);
CREATE INDEX statements_by_knowledge ON statements (known_on);
"""

FOLLOWS = """
CREATE TABLE index_keys (
    key INTEGER NOT NULL,               -- hash of a day and a rare word
    statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    PRIMARY KEY (key, statement_id)
) WITHOUT ROWID;
CREATE INDEX index_keys_by_statement ON index_keys (statement_id);

CREATE TABLE links (
    a INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    same INTEGER NOT NULL,              -- 0: they nearly tell the same event
    score REAL NOT NULL,
    why TEXT NOT NULL,                  -- JSON
    bridge TEXT NOT NULL,
    doubtful INTEGER NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX links_backwards ON links (b, a);

CREATE TABLE day_references (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    published_on TEXT,
    PRIMARY KEY (earliest, latest, article_id)
) WITHOUT ROWID;
CREATE INDEX day_references_by_article ON day_references (article_id);

CREATE TABLE mentions (
    statement_id INTEGER PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
    event_id INTEGER NOT NULL REFERENCES events (id)
);
CREATE INDEX mentions_by_event ON mentions (event_id, statement_id);

CREATE TABLE event_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER NOT NULL REFERENCES events (id),
    at TEXT NOT NULL,                   -- when it was learned
    known_on TEXT,                      -- since when a reader could know
    what TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX history_by_event ON event_history (event_id);

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    event TEXT NOT NULL,                -- uid
    reason TEXT NOT NULL,
    data TEXT NOT NULL,                 -- JSON
    undoes INTEGER REFERENCES corrections (id)
);
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER corrections_remain BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TABLE correction_anchors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    correction_id INTEGER NOT NULL REFERENCES corrections (id),
    role TEXT NOT NULL,
    article_key TEXT NOT NULL,
    statement_key TEXT NOT NULL,
    quote TEXT NOT NULL,
    time TEXT NOT NULL,
    statement_id INTEGER REFERENCES statements (id) ON DELETE SET NULL
);
CREATE INDEX anchors_by_correction ON correction_anchors (correction_id);
CREATE INDEX anchors_by_article ON correction_anchors (article_key);
CREATE INDEX anchors_by_statement ON correction_anchors (statement_id);

CREATE TABLE views (
    name TEXT PRIMARY KEY,
    filter TEXT NOT NULL,               -- JSON
    created_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE statements_text USING fts5(
    title, quote, content='statements', content_rowid='id',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER statements_text_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_text (rowid, title, quote) VALUES (new.id, new.title, new.quote);
END;
CREATE TRIGGER statements_text_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_text (statements_text, rowid, title, quote)
    VALUES ('delete', old.id, old.title, old.quote);
END;
CREATE TRIGGER statements_text_update AFTER UPDATE OF title, quote ON statements BEGIN
    INSERT INTO statements_text (statements_text, rowid, title, quote)
    VALUES ('delete', old.id, old.title, old.quote);
    INSERT INTO statements_text (rowid, title, quote) VALUES (new.id, new.title, new.quote);
END;

CREATE VIRTUAL TABLE events_text USING fts5(
    title, note, content='events', content_rowid='id',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER events_text_insert AFTER INSERT ON events BEGIN
    INSERT INTO events_text (rowid, title, note) VALUES (new.id, new.title, new.note);
END;
CREATE TRIGGER events_text_delete AFTER DELETE ON events BEGIN
    INSERT INTO events_text (events_text, rowid, title, note)
    VALUES ('delete', old.id, old.title, old.note);
END;
CREATE TRIGGER events_text_update AFTER UPDATE OF title, note ON events BEGIN
    INSERT INTO events_text (events_text, rowid, title, note)
    VALUES ('delete', old.id, old.title, old.note);
    INSERT INTO events_text (rowid, title, note) VALUES (new.id, new.title, new.note);
END;
"""

EVENTS = """
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    founder TEXT NOT NULL,              -- key of the statement that it began with
    title TEXT NOT NULL,
    resolution TEXT,                    -- JSON
    earliest TEXT,                      -- ISO days, inclusive
    latest TEXT,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    conflicts TEXT NOT NULL DEFAULT '[]',
    merge_why TEXT NOT NULL DEFAULT '[]',
    history TEXT NOT NULL DEFAULT '[]',
    weak INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    note TEXT NOT NULL DEFAULT '',
    corrections TEXT NOT NULL DEFAULT '[]',  -- JSON: ids of those that apply
    hidden INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    manual INTEGER NOT NULL DEFAULT 0,  -- made by a person, with no article
    score REAL NOT NULL DEFAULT 0,
    score_why TEXT NOT NULL DEFAULT '[]',
    score_references INTEGER NOT NULL DEFAULT 0,
    content_hash TEXT NOT NULL,
    sequence INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
);
CREATE INDEX events_by_day ON events (earliest, id);
CREATE INDEX events_by_founder ON events (founder);
"""

TABLES = READ + STATEMENTS + EVENTS + FOLLOWS
"""Everything, as a new timeline gets it."""


def create(connection: sqlite3.Connection) -> None:
    """Lay out a new timeline, inside the transaction that is open."""
    run(connection, TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def run(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside the transaction that is open (`executescript` would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.strip() and sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Bring a timeline of an older version to this one, inside the transaction that is open."""
    for number in range(version, VERSION):
        MIGRATIONS[number](connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _from_1(connection: sqlite3.Connection) -> None:
    """From one event a statement to events that many articles tell.

    Version 1 had `statements.event_id` and neither links nor corrections. Each old event keeps
    its id, uid and time stamps; the founder is its first statement. Signatures are left empty,
    and `meta.stale` asks for the statements to be compared when the timeline is opened.
    """
    # sqlite-utils copies a table into its new shape, which ALTER TABLE cannot do.
    from sqlite_utils import Database

    connection.execute("CREATE TEMP TABLE old_mentions AS SELECT id, event_id FROM statements")
    statements = Database(connection, recursive_triggers=False).table("statements")
    statements.add_column("signature", str, not_null_default="")
    statements.add_column("lede", int, not_null_default=0)
    statements.add_column("known_on", str)
    statements.add_column("added_at", str, not_null_default="")
    connection.execute(
        "UPDATE statements SET"
        " known_on = (SELECT published_on FROM articles WHERE id = article_id),"
        " added_at = (SELECT added_at FROM articles WHERE id = article_id)"
    )
    _reshape(connection, "statements", STATEMENTS)
    connection.execute(
        "CREATE TEMP TABLE old_events AS SELECT *, coalesce(("
        " SELECT s.key FROM old_mentions m JOIN statements s ON s.id = m.id"
        " WHERE m.event_id = events.id ORDER BY s.id LIMIT 1), '') AS founder FROM events"
    )
    connection.execute("DROP TABLE events")
    run(connection, EVENTS)
    connection.execute(
        "INSERT INTO events (id, uid, founder, title, resolution, earliest, latest, status, kind,"
        " content_hash, sequence, created_at, modified_at)"
        " SELECT id, uid, founder, title, resolution, earliest, latest, status, kind,"
        " content_hash, sequence, created_at, modified_at FROM old_events"
    )
    run(connection, FOLLOWS)
    connection.execute("INSERT INTO events_text (events_text) VALUES ('rebuild')")
    connection.execute("INSERT INTO statements_text (statements_text) VALUES ('rebuild')")
    connection.execute(
        "INSERT INTO mentions (statement_id, event_id) SELECT id, event_id FROM old_mentions"
    )
    connection.execute("INSERT INTO meta (key, value) VALUES ('stale', '1')")
    connection.execute("DROP TABLE old_events")
    connection.execute("DROP TABLE old_mentions")


def _reshape(connection: sqlite3.Connection, table: str, script: str) -> None:
    """Copy a table into the shape that the script gives it; columns go by name."""
    connection.execute(f"CREATE TEMP TABLE reshaped AS SELECT * FROM {table}")
    connection.execute(f"DROP TABLE {table}")
    run(connection, script)
    names = ", ".join(
        row[1] for row in connection.execute(f"SELECT * FROM pragma_table_info('{table}')")
    )
    connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM reshaped")
    connection.execute("DROP TABLE reshaped")


MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}
"""The way from each version to the next."""
