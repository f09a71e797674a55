"""How much events matter, as of now or of a day: it moves with every later article."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from chrono.chronicle.ranking import Salience, salience
from chrono.chronicle.records import Cluster, Record, Signature
from chrono.model import Event, EventMention
from chrono.store.articles import publisher
from chrono.store.outcome import references

FEW = 20
"""Up to so many spans are looked up one by one."""

_NOTHING = Signature(None, None, {}, {})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention as it was read, and when it was learned."""

    key: str
    known_on: date | None
    added_at: datetime
    lede: bool
    mention: EventMention


def reference_counts(
    connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]], as_of: date | None
) -> dict[tuple[str, str], int]:
    """Count the later articles that name the days of each span of days."""
    spans = {(row[20], row[21]) for row in rows if row[20] is not None}
    if len(spans) <= FEW and as_of is None:
        return {span: references(connection, *span) for span in spans}
    query = (
        "SELECT x.earliest, x.latest, count(DISTINCT r.article_id)"
        " FROM (SELECT DISTINCT earliest, latest FROM events WHERE NOT withdrawn) x"
        " JOIN day_references r ON r.earliest BETWEEN x.earliest AND x.latest"
        " AND r.latest <= x.latest AND r.published_on > x.earliest"
    )
    values: tuple[str, ...] = ()
    if as_of is not None:
        query += " AND r.published_on <= ?"
        values = (as_of.isoformat(),)
    rows = connection.execute(f"{query} GROUP BY x.earliest, x.latest", values).fetchall()
    return {(earliest, latest): count for earliest, latest, count in rows}


def score_of(told: Sequence[Mentioned], count: int) -> Salience:
    """Work out the salience of an event from what tells it and how often its day is named."""
    return salience(Cluster(tuple(map(_light, told))), count)


def scored_on(
    connection: sqlite3.Connection,
    event: Event,
    told: Sequence[Mentioned],
    day: date,
    counts: Mapping[tuple[str, str], int],
) -> Event:
    """Give an event the score that it had on a day."""
    kept = [m for m in told if known_by(m.known_on, day)]
    bounds = event.resolution.bounds if event.resolution else None
    if not kept or bounds is None:
        return event
    span = (bounds.earliest.isoformat(), bounds.latest.isoformat())
    count = counts.get(span)
    if count is None:
        count = references(connection, *span, by=day)
    found = score_of(kept, count)
    return replace(event, score=found.score, score_why=found.why)


def known_by(known_on: date | None, day: date) -> bool:
    """Say whether something was known by a day; what has no day always was."""
    return known_on is None or known_on <= day


def _light(told: Mentioned) -> Record:
    """Make a record for `salience`, which compares nothing: its signature stays empty."""
    mention = told.mention
    return Record(
        told.key,
        str(mention.article.id),
        told.known_on,
        mention.statement,
        _NOTHING,
        publisher(mention.article.url),
        told.lede,
    )
