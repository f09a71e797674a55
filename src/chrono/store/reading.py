"""From the rows to what people see: events, chronologies, references."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from chrono import wire
from chrono.chronicle.ranking import Salience
from chrono.chronicle.records import Cluster
from chrono.model import (
    ArticleRef,
    Change,
    Chronology,
    Event,
    EventMention,
    Granularity,
    Resolution,
)
from chrono.store import corrections as decided
from chrono.store.articles import REFERENCE, reference
from chrono.store.choosing import MANY, Chooser
from chrono.store.corrections import Correction, word_on
from chrono.store.filters import Filter
from chrono.store.outcome import KEPT_WITHDRAWN, story
from chrono.store.rows import KIND, STATEMENT, STATUS, Records, select_in, statement
from chrono.store.scoring import Mentioned, known_by, reference_counts, score_of, scored_on
from chrono.store.searching import events_matching

_EVENT = (
    "id, uid, title, resolution, status, kind, conflicts, merge_why, history, weak, tags, note,"
    " hidden, withdrawn, score, score_why, score_references, sequence, created_at, modified_at,"
    " earliest, latest, corrections"
)

_FINENESS = {granularity: place for place, granularity in enumerate(Granularity)}


@dataclass(slots=True)
class Reader:
    """Reads a timeline within one transaction: one consistent state."""

    connection: sqlite3.Connection
    records: Records
    _articles: dict[int, ArticleRef] = field(default_factory=dict)

    def events(self, wanted: Filter) -> tuple[list[Event], list[Event]]:
        """Read the dated events that fit, in the order of time, and the undated ones."""
        rows = Chooser(self.connection, _EVENT).rows(wanted)
        found = self._load(rows, as_of=wanted.as_of)
        found = [event for event in found if _fits(event, wanted)]
        dated = [event for event in found if _bounds(event) is not None]
        undated = [event for event in found if _bounds(event) is None]
        dated = [event for event in dated if _in_span(event, wanted)]
        if wanted.top is not None:
            dated = sorted(dated, key=lambda e: (-e.score, _order(e)))[: wanted.top]
        return sorted(dated, key=_order), sorted(undated, key=lambda e: e.id)

    def event(self, number: int) -> Event | None:
        """Read one event, withdrawn or hidden ones too."""
        rows = self.connection.execute(
            f"SELECT {_EVENT} FROM events WHERE id = ?", (number,)
        ).fetchall()
        return next(iter(self._load(rows)), None)

    def by_id(self, numbers: Iterable[int]) -> tuple[Event, ...]:
        """Read events by id, in the order of the ids."""
        rows = list(
            select_in(
                self.connection, f"SELECT {_EVENT} FROM events WHERE id IN", sorted(set(numbers))
            )
        )
        return tuple(sorted(self._load(rows), key=lambda event: event.id))

    def withdrawn(self, wanted: Filter, last: datetime) -> tuple[Event, ...]:
        """Read the events that were taken back lately, of those that the filter would hold."""
        told = (wanted.tag, wanted.source, wanted.person, wanted.place, wanted.article)
        if wanted.as_of is not None or any(told):
            return ()
        rows = self.connection.execute(
            f"SELECT {_EVENT} FROM events WHERE withdrawn AND NOT hidden AND content_hash <> ''"
            " AND modified_at >= ? ORDER BY id",
            ((last - KEPT_WITHDRAWN).isoformat(),),
        ).fetchall()
        found = [
            event
            for event in self._load(rows)
            if _fits(event, wanted) and _bounds(event) is not None and _in_span(event, wanted)
        ]
        if wanted.query:
            matching = events_matching(self.connection, wanted.query)
            found = [event for event in found if event.id in matching]
        return tuple(sorted(found, key=_order))

    def article_refs(self, numbers: Iterable[int] | None = None) -> tuple[ArticleRef, ...]:
        """Read references to articles, the first published first; None: all."""
        if numbers is None:
            self._read_articles(
                self.connection.execute(f"SELECT {REFERENCE} FROM articles").fetchall()
            )
            found = list(self._articles.values())
        else:
            found = [self._articles[number] for number in self._known_articles(numbers)]
        return tuple(sorted(found, key=lambda a: (a.publication.on or date.max, a.id)))

    def chronology(self, name: str, wanted: Filter) -> Chronology:
        """Read a chronology: what an exporter renders."""
        meta = dict(self.connection.execute("SELECT key, value FROM meta"))
        revised = datetime.fromisoformat(meta["revised_at"])
        dated, undated = self.events(wanted)
        cited = {m.article.id for event in (*dated, *undated) for m in event.mentions}
        articles = self.article_refs(cited if wanted else None)
        return Chronology(
            name=name,
            events=tuple(dated),
            articles=articles,
            revised_at=revised,
            language=_most([article.language for article in articles], "fr"),
            timezone=_most([article.timezone for article in articles], "Europe/Paris"),
            title=meta.get("title", ""),
            undated=sum(max(1, len(event.mentions)) for event in undated),
            undated_events=tuple(undated),
            withdrawn=self.withdrawn(wanted, revised),
        )

    # --- loading

    def _load(self, rows: Sequence[tuple[Any, ...]], as_of: date | None = None) -> list[Event]:
        numbers = [row[0] for row in rows]
        mentions = self._mentions(numbers)
        logged = self._logged(numbers)
        counts = reference_counts(self.connection, rows, as_of)
        decisions = {c.id: c for c in decided.load_all(self.connection)} if as_of else {}
        found: list[Event] = []
        for row in rows:
            told = mentions.get(row[0], [])
            span = (row[20], row[21])
            scored = None
            if as_of is None and told and counts.get(span, 0) != row[16]:
                scored = score_of(told, counts.get(span, 0))
            event = self._event(row, told, logged.get(row[0], []), scored)
            if as_of is not None:
                words = [decisions[number] for number in json.loads(row[22])]
                known = self._as_known(event, told, as_of, words)
                if known is None:
                    continue
                event = scored_on(self.connection, known, told, as_of, counts)
            found.append(event)
        return found

    def _event(
        self,
        row: tuple[Any, ...],
        told: Sequence[Mentioned],
        logged: Sequence[Change],
        scored: Salience | None,
    ) -> Event:
        (
            number, uid, title, resolution, status, kind, conflicts, merge_why, history, weak,
            tags, note, hidden, withdrawn, score, score_why, _, sequence, created, modified, *_,
        ) = row  # fmt: skip
        created_at = datetime.fromisoformat(created)
        learned = {m.key: m.added_at for m in told}
        changes = [
            Change(known_on, learned.get(record, created_at), what, reason)
            for known_on, what, record, reason in (story(history) if history != "[]" else ())
        ]
        if logged:
            changes = sorted([*changes, *logged], key=lambda c: (c.known_on or c.at.date(), c.at))
        disagree = _lines(conflicts)
        return Event(
            id=number,
            uid=uid,
            title=title,
            resolution=None if resolution is None else wire.load_resolution(resolution),
            status=STATUS[status],
            kind=KIND[kind],
            mentions=tuple(m.mention for m in told),
            created_at=created_at,
            modified_at=datetime.fromisoformat(modified),
            sequence=sequence,
            score=score if scored is None else scored.score,
            score_why=_lines(score_why) if scored is None else scored.why,
            conflict=bool(disagree),
            conflicts=disagree,
            tags=_lines(tags),
            note=note,
            withdrawn=bool(withdrawn),
            history=tuple(changes),
            merge_why=_lines(merge_why),
            hidden=bool(hidden),
            weak=bool(weak),
        )

    def _mentions(self, numbers: Sequence[int]) -> dict[int, list[Mentioned]]:
        query = (
            "SELECT m.event_id, s.id, s.article_id, s.key, s.known_on, s.added_at, s.lede,"
            f" {STATEMENT}"
            " FROM mentions m JOIN statements s ON s.id = m.statement_id"
        )
        if len(numbers) > MANY:
            wanted = set(numbers)
            rows = [row for row in self.connection.execute(query) if row[0] in wanted]
        else:
            rows = list(select_in(self.connection, f"{query} WHERE m.event_id IN", numbers))
        self._known_articles({row[2] for row in rows})
        found: dict[int, list[Mentioned]] = {}
        for event, number, article, key, known_on, added_at, lede, *columns in rows:
            mention = EventMention(number, statement(columns), self._articles[article])
            day = None if known_on is None else date.fromisoformat(known_on)
            told = Mentioned(key, day, datetime.fromisoformat(added_at), bool(lede), mention)
            found.setdefault(event, []).append(told)
        for listed in found.values():
            if len(listed) > 1:
                listed.sort(key=lambda m: (m.known_on or date.max, m.key))
        return found

    def _logged(self, numbers: Sequence[int]) -> dict[int, list[Change]]:
        found: dict[int, list[Change]] = {}
        query = "SELECT event_id, known_on, at, what, reason FROM event_history"
        if len(numbers) > MANY:
            rows: Iterable[tuple[Any, ...]] = self.connection.execute(query)
        else:
            rows = select_in(self.connection, f"{query} WHERE event_id IN", numbers)
        for event, known_on, at, what, reason in rows:
            day = None if known_on is None else date.fromisoformat(known_on)
            found.setdefault(event, []).append(
                Change(day, datetime.fromisoformat(at), what, reason)
            )
        return found

    # --- as known on a day

    def _as_known(
        self, event: Event, told: Sequence[Mentioned], day: date, words: Sequence[Correction]
    ) -> Event | None:
        """Give the event as its articles up to a day tell it; a person's word stands over it."""
        kept = [m for m in told if known_by(m.known_on, day)]
        if told and not kept:
            return None
        event = replace(event, history=tuple(c for c in event.history if known_by(c.known_on, day)))
        if len(kept) == len(told):
            return event
        # Only a timeline as it was on another day needs the engine.
        from chrono.chronicle.content import event_content

        records = self.records.get(m.mention.id for m in kept)
        content = event_content(Cluster(tuple(records[m.mention.id] for m in kept)))
        word = word_on(words)
        learned = {m.key: m.added_at for m in kept}
        resolution = word.date or content.resolution
        conflict = content.conflict and word.date is None
        return replace(
            event,
            title=word.title if word.title is not None else content.title,
            resolution=resolution,
            status=word.status or content.status,
            kind=word.kind or content.kind,
            mentions=tuple(m.mention for m in kept),
            conflict=conflict,
            conflicts=content.conflicts if conflict else (),
            merge_why=content.merge_why,
            history=tuple(
                Change(h.known_on, learned.get(h.record, event.created_at), h.what, h.reason)
                for h in content.history
            ),
            weak=content.weak,
        )

    # --- articles

    def _known_articles(self, numbers: Iterable[int]) -> list[int]:
        wanted = sorted(set(numbers))
        missing = [number for number in wanted if number not in self._articles]
        if len(missing) > MANY:
            self._read_articles(
                self.connection.execute(f"SELECT {REFERENCE} FROM articles").fetchall()
            )
        elif missing:
            self._read_articles(
                select_in(self.connection, f"SELECT {REFERENCE} FROM articles WHERE id IN", missing)
            )
        return [number for number in wanted if number in self._articles]

    def _read_articles(self, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            self._articles[row[0]] = reference(row)


def _lines(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def _bounds(event: Event) -> Any:  # noqa: ANN401 - Bounds, or None
    return None if event.resolution is None else event.resolution.bounds


def _order(event: Event) -> tuple[date, time, date, int]:
    bounds = _bounds(event)
    if bounds is None:
        return date.max, time.min, date.max, event.id
    return bounds.earliest, bounds.start_time or time.min, bounds.latest, event.id


def _fits(event: Event, wanted: Filter) -> bool:
    if wanted.status and event.status not in wanted.status:
        return False
    if wanted.kind and event.kind not in wanted.kind:
        return False
    return not wanted.tag or set(wanted.tag) <= set(event.tags)


def _in_span(event: Event, wanted: Filter) -> bool:
    bounds = _bounds(event)
    if wanted.since is not None and bounds.latest < wanted.since:
        return False
    if wanted.until is not None and bounds.earliest > wanted.until:
        return False
    return wanted.min_precision is None or _fine_enough(event.resolution, wanted.min_precision)


def _fine_enough(resolution: Resolution | None, least: Granularity) -> bool:
    if resolution is None or resolution.granularity is None:
        return False
    return _FINENESS[resolution.granularity] >= _FINENESS[least]


def _most(values: Sequence[str], default: str) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else default
