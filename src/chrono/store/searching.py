"""Full-text search: what people type, into what FTS5 reads; hits with the words found."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from chrono.model import ArticleRef
from chrono.store.articles import REFERENCE, reference

_MARK_ON, _MARK_OFF = "\ue000", "\ue001"
_TERM = re.compile(r'(-?)"([^"]*)"?(\*?)|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a search found its words, the best first.

    `spans` are the words found, as half-open offsets of `quote`. An event made or retitled by
    a person may be found by its title or note alone: `article` and `mention` are then None.
    """

    event: int
    title: str
    quote: str
    spans: tuple[tuple[int, int], ...]
    mention: int | None = None
    article: ArticleRef | None = None


def match_expression(query: str) -> str:
    """Turn what a person typed into an FTS5 expression; it can never be a wrong one.

    All words must be there; words in double quotes together; `-word` must not be there; a star
    at the end stands for any ending. Case and accents do not count.

    >>> match_expression('cessez-le-feu "mer Noire" -Oslo négoci*')
    '"cessez-le-feu" "mer Noire" "négoci" * NOT "Oslo"'
    >>> match_expression('-rien'), match_expression(' " ')
    ('', '')
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for found in _TERM.finditer(query.replace("\0", " ")):
        minus, phrase, star, word = found.groups()
        if word is not None:
            minus, word = ("-", word[1:]) if word.startswith("-") else ("", word)
            star, phrase = ("*", word.rstrip("*")) if word.endswith("*") else ("", word)
        phrase = phrase.replace('"', " ").strip()
        if not re.search(r"\w", phrase):
            continue
        term = f'"{phrase}"' + (" *" if star else "")
        (unwanted if minus else wanted).append(term)
    if not wanted:
        return ""
    return " ".join([" ".join(wanted), *(f"NOT {term}" for term in unwanted)])


def events_matching(connection: sqlite3.Connection, query: str) -> set[int]:
    """Find the events whose title or note has the words, or one of whose mentions has."""
    found = _matching(connection, "events_text", query)
    expression = match_expression(query)
    if expression:
        rows = connection.execute(
            "SELECT DISTINCT m.event_id FROM statements_text t"
            " JOIN mentions m ON m.statement_id = t.rowid WHERE statements_text MATCH ?",
            (expression,),
        )
        found |= {number for (number,) in rows}
    return found


def _matching(connection: sqlite3.Connection, table: str, query: str) -> set[int]:
    expression = match_expression(query)
    if not expression:
        return set()
    rows = connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,))
    return {number for (number,) in rows}


def search(
    connection: sqlite3.Connection, query: str, limit: int, *, include_hidden: bool
) -> tuple[Hit, ...]:
    """Find the quotes that have the words, then the titles and notes that alone have them."""
    expression = match_expression(query)
    if not expression:
        return ()
    shown = "NOT e.withdrawn" + ("" if include_hidden else " AND NOT e.hidden")
    article = ", ".join(f"a.{column}" for column in REFERENCE.split(", "))
    hits = [
        Hit(event, title, *unmarked(quote), mention, reference(columns))
        for event, title, mention, quote, *columns in connection.execute(
            "SELECT e.id, e.title, s.id,"
            f" highlight(statements_text, 1, '{_MARK_ON}', '{_MARK_OFF}'), {article}"
            " FROM statements_text"
            " JOIN statements s ON s.id = statements_text.rowid"
            " JOIN mentions m ON m.statement_id = s.id"
            " JOIN events e ON e.id = m.event_id"
            " JOIN articles a ON a.id = s.article_id"
            f" WHERE statements_text MATCH ? AND {shown} ORDER BY rank, s.id LIMIT ?",
            (expression, limit),
        )
    ]
    seen = {hit.event for hit in hits}
    for event, title, marked, note in connection.execute(
        f"SELECT e.id, e.title, highlight(events_text, 0, '{_MARK_ON}', '{_MARK_OFF}'),"
        f" highlight(events_text, 1, '{_MARK_ON}', '{_MARK_OFF}')"
        " FROM events_text JOIN events e ON e.id = events_text.rowid"
        f" WHERE events_text MATCH ? AND {shown} ORDER BY rank, e.id LIMIT ?",
        (expression, limit),
    ):
        if event not in seen:
            hits.append(Hit(event, title, *unmarked(note if _MARK_ON in note else marked)))
    return tuple(hits[:limit])


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""Take the marks out of a highlighted text; give where they were.

    >>> unmarked("un \ue000cessez\ue001 là")
    ('un cessez là', ((3, 9),))
    """
    text = ""
    spans: list[tuple[int, int]] = []
    for part in marked.split(_MARK_ON):
        found, mark, after = part.partition(_MARK_OFF)
        if mark:
            spans.append((len(text), len(text) + len(found)))
        text += found + after
    return text, tuple(spans)
