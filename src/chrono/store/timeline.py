"""`Timeline`: a chronology that grows with every article, in one SQLite file."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Unpack

from chrono.errors import InputError, NotFound
from chrono.model import (
    Article,
    ArticleRef,
    Change,
    Chronology,
    Event,
    Kind,
    Reading,
    Resolution,
    Status,
)
from chrono.store import articles
from chrono.store import corrections as decided
from chrono.store.adding import Added, AddedStatus, Adding
from chrono.store.corrections import Action, Correction
from chrono.store.database import Database, open_database
from chrono.store.deciding import Deciding, one_line, said
from chrono.store.doubts import Doubt, doubts_of_one, near_duplicates
from chrono.store.events import KEPT_WITHDRAWN, Outcome, forget_withdrawn
from chrono.store.filters import Choices, Filter
from chrono.store.places import DEFAULT_NAME, MEMORY, check_name, locate
from chrono.store.reading import Reader, orphaned
from chrono.store.rebuilding import Diff, briefs, compare
from chrono.store.rows import Records, dumps
from chrono.store.searching import Hit, search

if TYPE_CHECKING:
    from chrono.plugins import Plugins

Clock = Callable[[], datetime]
"""Gives the present instant, with a time zone."""


def utc_now() -> datetime:
    """Give the present instant: the clock that a timeline has unless it is given another."""
    return datetime.now(UTC)


class Timeline:
    """A timeline: articles, what they tell, the events that follow, and a person's corrections.

    Open it with `Timeline.open`; it is a context manager. Every change is one transaction. The
    instants of changes are UTC; `now` may be given to each of them, else the clock is asked.
    All methods raise StoreError where the file cannot be read or written.

    >>> with Timeline.open(":memory:") as timeline:
    ...     made = timeline.new(date="2025-03-20", title="Sommet à Londres")
    ...     [event.title for event in timeline.events(since="2025-03")]
    ['Sommet à Londres']
    """

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
    ) -> Timeline:
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
                Adding(connection, Records(connection), now).compare_all()

        path = None if os.fspath(where) == MEMORY else locate(where, folder)
        return cls(open_database(path, create=create, found=found, grown=grown), clock)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Timeline:
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
            number, status, outcome = Adding(connection, self._records, instant).add(reading)
            if status is not AddedStatus.UNCHANGED:
                self._revised(connection, instant)
            return self._added(connection, number, status, outcome)

    def remove_article(self, number: int, *, now: datetime | None = None) -> ArticleRef:
        """Remove an article with all that it tells. What a person decided is kept."""
        with self._writing(now) as (connection, instant):
            gone = self._article_ref(connection, number)
            Adding(connection, self._records, instant).remove(number)
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
            adding = Adding(connection, self._records, instant)
            for number, reading in readings.items():
                adding.read_again(number, reading)
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
                found += near_duplicates(connection, self._records, reader, corrections, room)
        return tuple(found)

    # --- a person's word

    def edit(
        self,
        number: int,
        *,
        date: Resolution | str | None = None,
        title: str | None = None,
        status: Status | str | None = None,
        note: str | None = None,
        reason: str = "",
        now: datetime | None = None,
    ) -> Event:
        """Say what an event's date, title, status or note is; articles change it no more."""
        data = said(date=date, title=title, status=status, note=note)
        if not data:
            raise InputError("say what to change: a date, a title, a status or a note")
        return self._decide(Action.EDIT, number, data, reason, now)

    def hide(self, number: int, *, reason: str = "", now: datetime | None = None) -> Event:
        """Leave an event out of every list and export."""
        return self._decide(Action.HIDE, number, None, reason, now)

    def unhide(self, number: int, *, reason: str = "", now: datetime | None = None) -> Event:
        """Show a hidden event again."""
        return self._decide(Action.UNHIDE, number, None, reason, now)

    def tag(self, number: int, tag: str, *, reason: str = "", now: datetime | None = None) -> Event:
        """Give an event a tag."""
        return self._decide(Action.TAG, number, {"tag": one_line(tag, "tag")}, reason, now)

    def untag(
        self, number: int, tag: str, *, reason: str = "", now: datetime | None = None
    ) -> Event:
        """Take a tag off an event."""
        if one_line(tag, "tag") not in self.event(number).tags:
            raise NotFound(f"event {number} has no tag {tag!r}")
        return self._decide(Action.UNTAG, number, {"tag": one_line(tag, "tag")}, reason, now)

    def confirm(self, number: int, *, reason: str = "", now: datetime | None = None) -> Event:
        """Say that an event is right as it is: it is no longer among the doubts."""
        return self._decide(Action.CONFIRM, number, None, reason, now)

    def merge(
        self, one: int, other: int, *, reason: str = "", now: datetime | None = None
    ) -> Event:
        """Say that two events are one; it goes on as the older of them."""
        with self._deciding(reason, now) as (connection, deciding):
            deciding.merge(one, other)
            return self._event(connection, min(one, other))

    def apart(
        self, one: int, other: int, *, reason: str = "", now: datetime | None = None
    ) -> tuple[Event, Event]:
        """Say that two events are two, whatever articles come."""
        with self._deciding(reason, now) as (connection, deciding):
            deciding.apart(one, other)
            return self._event(connection, one), self._event(connection, other)

    def split(
        self,
        number: int,
        mentions: Iterable[int],
        *,
        reason: str = "",
        now: datetime | None = None,
    ) -> tuple[Event, Event]:
        """Take mentions out of an event; give what is left of it, and the event that they are."""
        out = sorted(set(mentions))
        with self._deciding(reason, now) as (connection, deciding):
            deciding.split(number, out)
            (taken,) = connection.execute(
                "SELECT event_id FROM mentions WHERE statement_id = ?", (out[0],)
            ).fetchone()
            return self._event(connection, number), self._event(connection, taken)

    def new(
        self,
        *,
        date: Resolution | str,
        title: str,
        status: Status | str = Status.PAST,
        kind: Kind | str = Kind.EVENT,
        note: str | None = None,
        tags: Iterable[str] = (),
        reason: str = "",
        now: datetime | None = None,
    ) -> Event:
        """Make an event that no article tells."""
        data = said(date=date, title=title, status=status, kind=kind, note=note, tags=tags)
        with self._deciding(reason, now) as (connection, deciding):
            _, number, _ = deciding.new(data)
            return self._event(connection, number)

    def undo(
        self, correction: int | None = None, *, reason: str = "", now: datetime | None = None
    ) -> Correction:
        """Take a correction back, the last one by default, and give it; undoing is undone alike."""
        with self._deciding(reason, now) as (_, deciding):
            undone, _, _ = deciding.undo(correction)
            return replace(undone, undone=True)

    def corrections(self, event: int | None = None) -> tuple[Correction, ...]:
        """List what a person decided, the oldest first; of one event, or of all."""
        with self._database.read() as connection:
            uid = None if event is None else self._event(connection, event).uid
            known = decided.load_all(connection)
            lost = orphaned(connection, known)
        return tuple(
            replace(c, orphaned=c.id in lost)
            for c in known
            if uid is None or uid in (c.event, (c.data or {}).get("other"))
        )

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

    @contextmanager
    def _deciding(
        self, reason: str, now: datetime | None
    ) -> Iterator[tuple[sqlite3.Connection, Deciding]]:
        with self._writing(now) as (connection, instant):
            yield connection, Deciding(connection, self._records, instant, reason)
            self._revised(connection, instant)

    def _decide(
        self,
        action: Action,
        number: int,
        data: Mapping[str, Any] | None,
        reason: str,
        now: datetime | None,
    ) -> Event:
        with self._deciding(reason, now) as (connection, deciding):
            deciding.about(action, number, data)
            return self._event(connection, number)

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


def _instant(when: datetime) -> str:
    """Write an instant as the store keeps it: UTC, so that texts sort as instants do."""
    if when.tzinfo is None:
        raise InputError("an instant needs a time zone")
    return when.astimezone(UTC).isoformat(timespec="microseconds")
