"""What was read, into the store: new articles, edited ones, removed ones, new readings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from chrono.chronicle.events import Verdict, signature, similarity
from chrono.model import Article, Basis, Reading, Statement
from chrono.store import articles
from chrono.store.anchors import Anchor, anchors, time_words
from chrono.store.articles import Stored
from chrono.store.events import Events
from chrono.store.keys import candidates, file_under_keys
from chrono.store.outcome import AddedStatus, Outcome
from chrono.store.pairing import attach, pair_up
from chrono.store.rows import (
    STATEMENT,
    Records,
    dumps,
    select_in,
    statement,
    statement_columns,
)


class Adding:
    """Writes readings into a timeline, within one transaction."""

    def __init__(self, connection: sqlite3.Connection, records: Records, now: str) -> None:
        self._connection = connection
        self._records = records
        self._now = now

    def add(self, reading: Reading) -> tuple[int, AddedStatus, Outcome]:
        """Store an article and what it tells, or its edited version in place of the old."""
        article = reading.article
        stored = articles.find(self._connection, article)
        if stored is None:
            stored = articles.insert(self._connection, article, self._now)
            outcome = self._tell(stored, reading, edited=False)
            return stored.id, AddedStatus.ADDED, outcome
        if stored.content_hash == articles.content_hash(article):
            return stored.id, AddedStatus.UNCHANGED, Outcome()
        stored = articles.update(self._connection, stored, article, self._now)
        return stored.id, AddedStatus.UPDATED, self._tell(stored, reading, edited=True)

    def read_again(self, readings: Mapping[int, Reading]) -> Outcome:
        """Put new readings of stored articles in place of the old ones, all at once.

        An article that another process changed or removed meanwhile is left as it is.
        """
        dirty: set[int] = set()
        events: set[int] = set()
        for number, reading in readings.items():
            row = self._connection.execute(
                "SELECT key, content_hash FROM articles WHERE id = ?", (number,)
            ).fetchone()
            if row is None or row[1] != articles.content_hash(reading.article):
                continue
            reached, told = self._restate(Stored(number, *row), reading, edited=False)
            dirty |= reached
            events |= told
        left = self._column("SELECT id FROM statements WHERE id IN", dirty)
        keeper = Events(self._connection, self._records, now=self._now)
        return keeper.refresh(left, events, why="not found when the articles were read again")

    def remove(self, number: int) -> Outcome:
        """Remove an article and what it tells. Corrections stay, and wait for it."""
        title = self._connection.execute(
            "SELECT title FROM articles WHERE id = ?", (number,)
        ).fetchone()[0]
        gone = self._ids("SELECT id FROM statements WHERE article_id = ?", number)
        dirty, events = self._around(gone)
        self._records.forget(gone)
        self._drop(gone)
        self._connection.execute("DELETE FROM articles WHERE id = ?", (number,))
        keeper = Events(self._connection, self._records, now=self._now)
        return keeper.refresh(dirty, events, why=f"its article was removed: {title}")

    def compare_all(self) -> Outcome:
        """Work out signatures, links and events anew, of all that is stored."""
        for (number,) in self._connection.execute("SELECT id FROM articles ORDER BY id").fetchall():
            article = articles.load(self._connection, number)
            assert article is not None
            rows = self._connection.execute(
                f"SELECT s.id, {STATEMENT} FROM statements s WHERE article_id = ? ORDER BY ordinal",
                (number,),
            ).fetchall()
            told = {row[0]: statement(row[1:]) for row in rows}
            self._connection.executemany(
                "UPDATE statements SET signature = ?, lede = ? WHERE id = ?",
                [
                    (dumps(signature(one, article).to_json()), int(in_lede(one, article)), number)
                    for number, one in told.items()
                ],
            )
            self._file(set(told))
        everything = self._ids("SELECT id FROM statements")
        return Events(self._connection, self._records, now=self._now).refresh(everything)

    # --- one article's statements

    def _tell(self, stored: Stored, reading: Reading, *, edited: bool) -> Outcome:
        dirty, events = self._restate(stored, reading, edited=edited)
        keeper = Events(
            self._connection,
            self._records,
            now=self._now,
            known_on=articles.known_since(reading.article.publication, edited=edited),
        )
        return keeper.refresh(dirty, events, why=f"no longer told by: {reading.article.title}")

    def _restate(
        self, stored: Stored, reading: Reading, *, edited: bool
    ) -> tuple[set[int], set[int]]:
        """Write what an article tells now; give the statements and events that this reaches."""
        article = reading.article
        told = reading.statements
        now = anchors(stored.key, told)
        before = {
            number: (Anchor(key, one.quote, time_words(one)), one)
            for number, key, one in self._statements(stored.id)
        }
        places = pair_up({number: anchor for number, (anchor, _) in before.items()}, now)
        gone = before.keys() - places.keys()
        dirty, events = self._around(before)
        dirty -= gone
        self._drop(gone)
        if edited:
            self._republish(stored, article)
        known = articles.known_since(article.publication, edited=edited)
        kept_ids = {place: number for number, place in places.items()}
        self._rekey(before, places, now)
        ids: dict[int, Anchor] = {}
        for place, one in enumerate(told):
            number = kept_ids.get(place)
            columns = statement_columns(one)
            compared = dumps(signature(one, article).to_json())
            bounds = one.resolution.bounds if one.resolution else None
            days = (
                (bounds.earliest.isoformat(), bounds.latest.isoformat()) if bounds else (None,) * 2
            )
            shape = (place, *columns, *days, int(in_lede(one, article)), compared)
            if number is None:
                number = self._insert(stored.id, now[place].key, shape, known)
            else:
                self._update(number, shape)
            ids[number] = now[place]
        self._refer(stored.id, reading)
        self._records.forget([*gone, *ids])
        self._file(set(ids))
        attach(self._connection, stored.key, ids)
        return dirty | set(ids), events

    def _republish(self, stored: Stored, article: Article) -> None:
        """Where the publication day was corrected, what was known on it moves along."""
        day = article.published_on
        self._connection.execute(
            "UPDATE statements SET known_on = ? WHERE article_id = ? AND known_on IS ?",
            (day.isoformat() if day else None, stored.id, stored.published_on),
        )

    def _statements(self, article: int) -> list[tuple[int, str, Statement]]:
        rows = self._connection.execute(
            f"SELECT s.id, s.key, {STATEMENT} FROM statements s WHERE article_id = ?"
            " ORDER BY ordinal",
            (article,),
        )
        return [(number, key, statement(columns)) for number, key, *columns in rows]

    def _rekey(
        self,
        before: dict[int, tuple[Anchor, Statement]],
        places: dict[int, int],
        now: Sequence[Anchor],
    ) -> None:
        """Give statements whose words were edited their new keys; events go on under these."""
        moved = {
            number: (before[number][0].key, now[place].key)
            for number, place in places.items()
            if before[number][0].key != now[place].key
        }
        # By way of keys that nothing has: two statements may swap theirs.
        self._connection.executemany(
            "UPDATE statements SET key = '~' || id WHERE id = ?", [(number,) for number in moved]
        )
        self._connection.executemany(
            "UPDATE statements SET key = ? WHERE id = ?",
            [(new, number) for number, (_, new) in moved.items()],
        )
        founders = [
            (new, number)
            for old, new in moved.values()
            for number in self._ids("SELECT id FROM events WHERE founder = ?", old)
        ]
        self._connection.executemany("UPDATE events SET founder = ? WHERE id = ?", founders)

    def _insert(self, article: int, key: str, shape: tuple[object, ...], known: date | None) -> int:
        cursor = self._connection.execute(
            "INSERT INTO statements (article_id, key, known_on, added_at, ordinal, start, end,"
            " quote, title, status, kind, basis, cue, resolution, timex, earliest, latest, lede,"
            " signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article, key, known.isoformat() if known else None, self._now, *shape),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _update(self, number: int, shape: tuple[object, ...]) -> None:
        self._connection.execute(
            "UPDATE statements SET ordinal = ?, start = ?, end = ?, quote = ?, title = ?,"
            " status = ?, kind = ?, basis = ?, cue = ?, resolution = ?, timex = ?,"
            " earliest = ?, latest = ?, lede = ?, signature = ? WHERE id = ?",
            (*shape, number),
        )

    def _drop(self, gone: Iterable[int]) -> None:
        self._connection.executemany(
            "DELETE FROM statements WHERE id = ?", [(number,) for number in gone]
        )

    def _refer(self, article: int, reading: Reading) -> None:
        """Keep which days the article refers to: later mentions make an event matter."""
        self._connection.execute("DELETE FROM day_references WHERE article_id = ?", (article,))
        published = reading.article.published_on
        day = published.isoformat() if published else None
        spans = {
            (timex.bounds.earliest.isoformat(), timex.bounds.latest.isoformat())
            for timex in reading.timexes
            if timex.bounds is not None
        }
        self._connection.executemany(
            "INSERT INTO day_references (article_id, earliest, latest, published_on)"
            " VALUES (?, ?, ?, ?)",
            [(article, earliest, latest, day) for earliest, latest in sorted(spans)],
        )

    def _around(self, numbers: Iterable[int]) -> tuple[set[int], set[int]]:
        """Find the statements linked with these, and the events that these tell."""
        own = set(numbers)
        near: set[int] = set()
        for one, other in (("a", "b"), ("b", "a")):
            query = f"SELECT {other} FROM links WHERE same AND {one} IN"
            rows = select_in(self._connection, query, own)
            near.update(number for (number,) in rows)
        rows = select_in(
            self._connection, "SELECT DISTINCT event_id FROM mentions WHERE statement_id IN", own
        )
        return near - own, {number for (number,) in rows}

    def _file(self, numbers: set[int]) -> None:
        """Put statements into the index, and link them with what tells the same."""
        for column in ("a", "b"):
            self._connection.executemany(
                f"DELETE FROM links WHERE {column} = ?", [(number,) for number in numbers]
            )
        records = self._records.get(numbers)
        file_under_keys(self._connection, records)
        found: dict[tuple[int, int], Verdict] = {}
        for number, record in records.items():
            others = self._records.get(candidates(self._connection, record) - {number})
            for other_number, other in others.items():
                pair = min(number, other_number), max(number, other_number)
                if pair not in found:
                    verdict = similarity(record, other)
                    if verdict.same or verdict.doubtful:
                        found[pair] = verdict
        self._connection.executemany(
            "INSERT INTO links (a, b, same, score, why, bridge, doubtful)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (*pair, int(v.same), v.score, dumps(v.why), v.bridge, int(v.doubtful))
                for pair, v in sorted(found.items())
            ],
        )

    def _column(self, query: str, values: Iterable[int]) -> set[int]:
        return {number for (number,) in select_in(self._connection, query, values)}

    def _ids(self, query: str, *values: object) -> set[int]:
        return {number for (number,) in self._connection.execute(query, values)}


def in_lede(told: Statement, article: Article) -> bool:
    """Say whether a statement stands in the title or the first paragraph of its article."""
    if told.basis is Basis.PUBLICATION or told.start < article.body_start:
        return True
    text = article.text
    begin = article.body_start
    while begin < len(text) and text[begin].isspace():
        begin += 1
    end = text.find("\n\n", begin)
    return told.start < (end if end >= 0 else len(text))
