"""The signature of a statement, and the keys by which a store finds candidates for it."""

from __future__ import annotations

import re
from datetime import timedelta

from chrono.chronicle.records import Record, Signature
from chrono.model import Article, Statement

LONGEST_SPAN_BY_DAY = 10
"""Spans of up to so many days are indexed by the day; longer ones by the month or the year."""


def signature(statement: Statement, article: Article) -> Signature:
    """The signature of a statement of an article; it depends on the two alone."""
    bounds = statement.resolution.bounds if statement.resolution else None
    words = {word.casefold(): 1.0 for word in re.findall(r"\w{5,}", statement.quote)}
    names = {word.casefold(): 2.0 for word in re.findall(r"\b[A-Z]\w{3,}", statement.quote)}
    return Signature(
        earliest=bounds.earliest if bounds else None,
        latest=bounds.latest if bounds else None,
        words={word: weight for word, weight in words.items() if word not in names},
        names=names,
        status=statement.status,
        kind=statement.kind,
        start=statement.start,
        end=statement.end,
    )


def index_keys(record: Record) -> tuple[str, ...]:
    """The keys under which a store files the record, sorted: time × rare word."""
    return _keys(record, "d")


def probe_keys(record: Record) -> tuple[str, ...]:
    """The keys to look up among the stored index keys for candidates, sorted."""
    return _keys(record, "d")


def _keys(record: Record, prefix: str) -> tuple[str, ...]:
    own = record.signature
    if own.earliest is None or own.latest is None:
        return ()
    days = min((own.latest - own.earliest).days, LONGEST_SPAN_BY_DAY)
    words = sorted([*own.words, *own.names])
    return tuple(
        f"{prefix}:{own.earliest + timedelta(days=n)}|{word}"
        for n in range(days + 1)
        for word in words
    )
