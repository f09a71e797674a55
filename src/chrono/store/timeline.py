"""`Timeline`: a chronology that grows with every article, in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

from chrono.errors import NotFound
from chrono.model import Article, ArticleRef, Change, Chronology, Event, Reading
from chrono.store import articles
from chrono.store import corrections as decided
from chrono.store.doubts import Doubt, doubts_of_one, near_duplicates
from chrono.store.filters import Choices, Filter
from chrono.store.outcome import Added, AddedStatus, Outcome
from chrono.store.persons import Corrected
from chrono.store.places import check_name
from chrono.store.rebuilding import Diff, briefs, compare
from chrono.store.rows import Records, dumps
from chrono.store.searching import Hit, search

if TYPE_CHECKING:
    from chrono.plugins import Plugins
    from chrono.store.adding import Adding


class Timeline(Corrected):
    """A timeline: articles, what they tell, the events that follow, and a person's corrections.

    Open it with `Timeline.open`; it is a context manager. Every change is one transaction. The
    instants of changes are UTC; `now` may be given to each of them, else the clock is asked.
    All methods raise StoreError where the file cannot be read or written.

    >>> with Timeline.open(":memory:") as timeline:
    ...     made = timeline.new(date="2025-03-20", title="Sommet à Londres")
    ...     [event.title for event in timeline.events(since="2025-03")]
    ['Sommet à Londres']
    """

    @staticmethod
    def _compare_all(connection: sqlite3.Connection, now: str) -> None:
        _adding(connection, Records(connection), now).compare_all()

    # --- articles

    def add(self, what: Reading | Article, *, now: datetime | None = None) -> Added:
        """Add an article, read or to be read; the same again changes nothing.

        An edited version takes the place of the old one, whose text is kept.
        """
        article = what.article if isinstance(what, Reading) else what
        with self._database.read() as connection:
            stored = articles.find(connection, article)
            if stored is not None and stored.content_hash == articles.content_hash(article):
                return self._added(connection, stored.id, AddedStatus.UNCHANGED, Outcome())
        reading = what if isinstance(what, Reading) else _read(what)
        with self._writing(now) as (connection, instant):
            number, status, outcome = _adding(connection, self._records, instant).add(reading)
            if status is not AddedStatus.UNCHANGED:
                self._revised(connection, instant)
            return self._added(connection, number, status, outcome)

    def remove_article(self, number: int, *, now: datetime | None = None) -> ArticleRef:
        """Remove an article with all that it tells. What a person decided is kept."""
        with self._writing(now) as (connection, instant):
            gone = self._article_ref(connection, number)
            _adding(connection, self._records, instant).remove(number)
            self._revised(connection, instant)
            return gone

    def article_refs(self) -> tuple[ArticleRef, ...]:
        """List the articles, the first published first."""
        with self._database.read() as connection:
            return self._reader(connection).article_refs()

    def article(self, number: int) -> Article:
        """Give an article as it was read. Raises NotFound."""
        with self._database.read() as connection:
            found = articles.load(connection, number)
        if found is None:
            raise NotFound(f"there is no article {number}")
        return found

    def versions(self, number: int) -> tuple[str, ...]:
        """Give the texts that an article had before it was edited, the oldest first."""
        with self._database.read() as connection:
            self._article_ref(connection, number)
            rows = connection.execute(
                "SELECT text FROM article_versions WHERE article_id = ? ORDER BY id", (number,)
            )
            return tuple(text for (text,) in rows)

    def rebuild(
        self,
        read: Callable[[Article], Reading] | None = None,
        *,
        apply: bool = False,
        now: datetime | None = None,
    ) -> Diff:
        """Read every stored article again with the present engine; give what that changes.

        Nothing is stored unless `apply` is True: look at the diff first. No correction is lost.
        """
        with self._database.read() as connection:
            ids = [
                number for (number,) in connection.execute("SELECT id FROM articles ORDER BY id")
            ]
        again = _read if read is None else read
        readings = {number: again(self.article(number)) for number in ids}
        opened = self._writing(now) if apply else self._trying(now)
        with opened as (connection, instant):
            before = briefs(connection)
            _adding(connection, self._records, instant).read_again(readings)
            diff = compare(before, briefs(connection), len(readings))
            if apply and diff:
                self._revised(connection, instant)
        self._records.clear()
        return replace(diff, applied=apply)

    # --- events

    def events(self, filter: Filter | None = None, **choices: Unpack[Choices]) -> tuple[Event, ...]:
        """List events in the order of time, those without a date last.

        `choices` are those of `Filter`, as values or texts, over those of `filter`. Events
        without a date are left out where a span, a precision or a top is chosen.
        """
        wanted = _filter(filter, choices)
        with self._database.read() as connection:
            dated, undated = self._reader(connection).events(wanted)
        timed = wanted.since or wanted.until or wanted.min_precision or wanted.top
        return tuple(dated if timed else [*dated, *undated])

    def chronology(self, filter: Filter | None = None, **choices: Unpack[Choices]) -> Chronology:
        """Give the chronology that exporters render: one consistent state, filtered and sorted."""
        wanted = _filter(filter, choices)
        with self._database.read() as connection:
            return self._reader(connection).chronology(self.name, wanted)

    def event(self, number: int) -> Event:
        """Give one event, also a hidden or withdrawn one. Raises NotFound."""
        with self._database.read() as connection:
            return self._event(connection, number)

    def history(self, number: int) -> tuple[Change, ...]:
        """Tell how what is known of an event changed, its corrections included. Raises NotFound."""
        with self._database.read() as connection:
            event = self._event(connection, number)
            person = [
                Change(None, c.at, c.in_words + (" (undone since)" if c.undone else ""), c.reason)
                for c in decided.load_all(connection)
                if event.uid in (c.event, (c.data or {}).get("other"))
            ]
        return tuple(
            sorted([*event.history, *person], key=lambda c: (c.known_on or c.at.date(), c.at))
        )

    def conflicts(self, **choices: Unpack[Choices]) -> tuple[Event, ...]:
        """List the events on whose day sources disagree."""
        return tuple(event for event in self.events(**choices) if event.conflict)

    def search(
        self, query: str, *, limit: int = 50, include_hidden: bool = False
    ) -> tuple[Hit, ...]:
        """Find quotes, titles and notes by their words, the best first; accents do not count."""
        with self._database.read() as connection:
            return search(connection, query, limit, include_hidden=include_hidden)

    def doubts(self, limit: int = 200) -> tuple[Doubt, ...]:
        """List what a person should look at: open directions, conflicts, weak merges, twins."""
        with self._database.read() as connection:
            reader = self._reader(connection)
            corrections = decided.load_all(connection)
            dated, undated = reader.events(Filter())
            found = doubts_of_one([*dated, *undated], corrections)[:limit]
            room = limit - len(found)
            if room:
                found += near_duplicates(connection, reader, corrections, room)
        return tuple(found)

    # --- views

    def save_view(self, name: str, filter: Filter, *, now: datetime | None = None) -> None:
        """Keep a filter under a name, in place of what had it."""
        check_name(name)
        with self._writing(now) as (connection, instant):
            connection.execute(
                "INSERT INTO views (name, filter, created_at) VALUES (?, ?, ?)"
                " ON CONFLICT (name) DO UPDATE SET filter = excluded.filter,"
                " created_at = excluded.created_at WHERE filter <> excluded.filter",
                (name, dumps(filter.to_options()), instant),
            )

    def views(self) -> Mapping[str, Filter]:
        """Give all saved filters by name, sorted."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, filter FROM views ORDER BY name").fetchall()
        return {name: Filter.from_options(json.loads(text)) for name, text in rows}

    def view(self, name: str) -> Filter:
        """Give a saved filter. Raises NotFound that names those there are."""
        views = self.views()
        if name not in views:
            known = ", ".join(views) or "none"
            raise NotFound(f"there is no view {name!r} in {self.name}; there are: {known}")
        return views[name]

    def drop_view(self, name: str) -> None:
        """Forget a saved filter. Raises NotFound."""
        self.view(name)
        with self._database.write() as connection:
            connection.execute("DELETE FROM views WHERE name = ?", (name,))

    # --- exports

    def export(
        self,
        format: str,
        filter: Filter | None = None,
        *,
        options: Mapping[str, str] | None = None,
        plugins: Plugins | None = None,
        **choices: Unpack[Choices],
    ) -> bytes:
        """Give the chronology in a format, as an exporter writes it. Raises ExportError."""
        if plugins is None:
            from chrono.plugins import create_plugin_manager

            plugins = create_plugin_manager()
        return plugins.render(format, self.chronology(filter, **choices), options).content

    # --- how

    def _added(
        self, connection: sqlite3.Connection, number: int, status: AddedStatus, outcome: Outcome
    ) -> Added:
        reader = self._reader(connection)
        (statements, undated) = connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE earliest IS NULL)"
            " FROM statements WHERE article_id = ?",
            (number,),
        ).fetchone()
        return Added(
            article=self._article_ref(connection, number),
            status=status,
            new=reader.by_id(outcome.new),
            changed=reader.by_id(outcome.changed - outcome.new),
            gone=reader.by_id(outcome.gone),
            statements=statements,
            undated=undated,
        )


def _read(article: Article) -> Reading:
    # The engine is not needed to look at a timeline.
    from chrono.pipeline import read

    return read(article)


def _filter(base: Filter | None, choices: Choices) -> Filter:
    chosen = Filter.of(**choices)
    return chosen if base is None else chosen.over(base)


def _adding(connection: sqlite3.Connection, records: Records, instant: str) -> Adding:
    # Nor is what compares statements.
    from chrono.store.adding import Adding

    return Adding(connection, records, instant)
