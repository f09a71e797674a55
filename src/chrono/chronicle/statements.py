"""Statements: one thing said to happen at one time, with the exact quote.

A statement is the clause that a time expression governs. Title and lede tell the article's own
news: they stand on the publication day, or on the day that the lede gives. A sentence that tells
an event and has no date is kept undated; it never borrows a day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from chrono.chronicle.headings import Subject
from chrono.chronicle.ledes import find_lede
from chrono.chronicle.scenes import Scene
from chrono.chronicle.sentences import sentences
from chrono.chronicle.titles import title_of
from chrono.model import (
    Anchor,
    Article,
    Basis,
    Bounds,
    Granularity,
    Resolution,
    Statement,
    Timex,
    TimexType,
)


def statements(article: Article, timexes: Sequence[Timex]) -> tuple[Statement, ...]:
    """Return the statements of an article: the lede first, then in the order of the text.

    `timexes` are the time expressions of ``article.text``, composed ones whole. Statements
    without a date come with ``basis`` "undated", in their place in the text.
    """
    body = sentences(article.text, article.body_start)
    starts = [timex.start for timex in timexes]
    lede = find_lede(article, body, starts)
    dated = [timex for timex in _dated(timexes) if timex.start >= lede.body_start]
    dated_starts = [timex.start for timex in dated]
    found: list[Statement] = []
    first: Statement | None = None
    before = Subject()
    for number, sentence in enumerate(body):
        if number < lede.number:
            continue
        start = lede.start if number == lede.number else sentence.start
        scene = Scene(
            article,
            start,
            sentence.end,
            _between(timexes, starts, start, sentence.end),
            _between(dated, dated_starts, start, sentence.end),
            before,
        )
        if number == lede.number:
            first = _lede(article, scene, lede.title)
        for statement in scene.statements():
            if not _tells(article.text, statement.start, statement.end):
                continue
            if first is None or not _same(first, statement):
                found.append(statement)
        before = scene.subject
    return tuple(found) if first is None else (first, *found)


def _tells(text: str, start: int, end: int) -> bool:
    """Whether a quote holds a word at all."""
    return any(c.isalnum() for c in text[start:end])


def publication_day(day: date) -> Resolution:
    """Resolve what has no time words of its own to the publication day.

    >>> publication_day(date(2025, 3, 20)).value
    '2025-03-20'
    """
    return Resolution(
        TimexType.DATE,
        day.isoformat(),
        Bounds(day, day),
        Granularity.DAY,
        edtf=day.isoformat(),
        anchor=Anchor.PUBLICATION,
        why=("title and lede stand on the publication day",),
    )


def _dated(timexes: Sequence[Timex]) -> Iterator[Timex]:
    """Yield the time expressions that put something on a day, composed ones whole if they can."""
    for timex in timexes:
        if timex.resolution.type in (TimexType.DURATION, TimexType.SET):
            continue
        if timex.bounds is not None:
            yield timex
        else:
            yield from _dated(timex.parts)


def _between(timexes: Sequence[Timex], starts: list[int], start: int, end: int) -> list[Timex]:
    """Return those of the time expressions, in order of their starts, that lie in a span."""
    inside = timexes[bisect_left(starts, start) : bisect_left(starts, end)]
    return [timex for timex in inside if timex.end <= end]


def _same(lede: Statement, other: Statement) -> bool:
    """Whether a statement of the first sentence is the lede again."""
    if other.start < lede.start or other.end > lede.end:
        return False
    if other.timex is lede.timex or other.basis is Basis.UNDATED:
        return True
    if not lede.timex:
        return False
    same_span = (other.start, other.end) == (lede.start, lede.end)
    return (
        same_span
        and lede.timex is not None
        and other.resolution is not None
        and (other.resolution.bounds == lede.timex.bounds)
    )


def _lede(article: Article, scene: Scene, title: str) -> Statement | None:
    draft = scene.lede()
    if draft is None or not _tells(article.text, draft.start, draft.end):
        return None
    resolution: Resolution | None = None
    if draft.timex is not None:
        resolution = draft.timex.resolution
    elif article.published_on is not None:
        resolution = publication_day(article.published_on)
    return Statement(
        draft.start,
        draft.end,
        article.text[draft.start : draft.end],
        title_of(title) if title else draft.title,
        draft.status,
        draft.kind,
        Basis.PUBLICATION if resolution else Basis.UNDATED,
        draft.timex,
        resolution,
        draft.cue,
    )
