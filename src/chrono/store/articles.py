"""Articles in the store: which stored one an article is, and how they are kept."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from chrono import wire
from chrono.model import Article, ArticleRef, Publication

SAME_ENOUGH = 0.6
"""Share of word triples from which two texts of one title or one source are one article."""

SAME_AT_ALL = 0.25
"""The same, where title and source agree and only the publication day differs."""

NEWEST = 20
"""How many articles of one title or one source are compared with a new one."""

REFERENCE = "id, title, url, source, language, timezone, publication, added_at"
"""The columns that `reference` reads."""

_UNNAMED = frozenset({"", "-"})


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored article: its row's id, its identity, what its content was."""

    id: int
    key: str
    content_hash: str
    published_on: str | None = None


def content_hash(article: Article) -> str:
    """Hash what an article says. The file that it came from is no part of it."""
    publication = article.publication
    days = (publication.on, publication.at, publication.updated_on, publication.updated_at)
    return _hash(
        article.title,
        article.text,
        article.url or "",
        article.language,
        article.timezone,
        *(moment.isoformat() if moment is not None else "" for moment in days),
    )


def article_key(article: Article) -> str:
    """Give the identity of a new article: its address, or its source, title and day."""
    if article.url:
        return _hash("url", article.url)[:16]
    day = article.published_on
    return _hash("file", article.source, article.title, day.isoformat() if day else "")[:16]


def find(connection: sqlite3.Connection, article: Article) -> Stored | None:
    """Find the stored article that this one is, unchanged or edited; None for a new one.

    The same content is the same article, whatever file it comes from; so is the same address.
    Without an address, an article of the same source and title is the same when it is of the
    same day or its text resembles; of the same source or title only, when it mostly agrees.
    """
    columns = "SELECT id, key, content_hash, published_on FROM articles"
    row = connection.execute(
        f"{columns} WHERE content_hash = ? ORDER BY id LIMIT 1", (content_hash(article),)
    ).fetchone()
    if row is None and article.url:
        row = connection.execute(
            f"{columns} WHERE url = ? ORDER BY id LIMIT 1", (article.url,)
        ).fetchone()
    if row is not None:
        return Stored(*row)
    return _find_alike(connection, article)


def _find_alike(connection: sqlite3.Connection, article: Article) -> Stored | None:
    day = article.published_on.isoformat() if article.published_on else None
    rows: dict[int, tuple[Any, ...]] = {}
    for column, value in (("title", article.title), ("source", article.source)):
        if value in _UNNAMED:
            continue
        for row in connection.execute(
            "SELECT id, key, content_hash, title, source, published_on, url, text"
            f" FROM articles WHERE {column} = ? ORDER BY id DESC LIMIT {NEWEST}",
            (value,),
        ):
            if article.url is None or row[6] is None:  # two addresses are two articles
                rows[row[0]] = row
    if not rows:
        return None
    best: tuple[float, int] | None = None
    words = _triples(article.text)
    for number, (_, _, _, title, source, published, _, text) in rows.items():
        alike = _resemblance(words, _triples(text))
        if (title, source) == (article.title, article.source) and source not in _UNNAMED:
            needed = 0.0 if published == day else SAME_AT_ALL
        else:
            needed = SAME_ENOUGH
        if alike >= needed and (best is None or (alike, -number) > best):
            best = (alike, -number)
    if best is None:
        return None
    chosen, key, kept, _, _, published, *_ = rows[-best[1]]
    return Stored(chosen, key, kept, published)


def insert(connection: sqlite3.Connection, article: Article, now: str) -> Stored:
    """Store a new article."""
    key = article_key(article)
    number = 1
    while connection.execute("SELECT 1 FROM articles WHERE key = ?", (key,)).fetchone():
        number += 1
        key = _hash(article_key(article), str(number))[:16]
    said = content_hash(article)
    cursor = connection.execute(
        "INSERT INTO articles (key, content_hash, title, text, url, source, language, timezone,"
        " publication, published_on, body_start, added_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, said, *_columns(article), now, now),
    )
    assert cursor.lastrowid is not None
    return Stored(cursor.lastrowid, key, said)


def update(connection: sqlite3.Connection, stored: Stored, article: Article, now: str) -> Stored:
    """Store an edited article in place of what it was, which goes to `article_versions`."""
    connection.execute(
        "INSERT INTO article_versions"
        " (article_id, content_hash, title, text, publication, replaced_at)"
        " SELECT id, content_hash, title, text, publication, ? FROM articles WHERE id = ?",
        (now, stored.id),
    )
    said = content_hash(article)
    connection.execute(
        "UPDATE articles SET content_hash = ?, title = ?, text = ?, url = ?, source = ?,"
        " language = ?, timezone = ?, publication = ?, published_on = ?, body_start = ?,"
        " updated_at = ? WHERE id = ?",
        (said, *_columns(article), now, stored.id),
    )
    return Stored(stored.id, stored.key, said, stored.published_on)


def load(connection: sqlite3.Connection, number: int) -> Article | None:
    """Read a stored article whole."""
    row = connection.execute(
        "SELECT title, text, publication, language, timezone, url, source, body_start"
        " FROM articles WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    title, text, publication, language, timezone, url, source, body_start = row
    return Article(
        title=title,
        text=text,
        publication=wire.load_publication(publication),
        language=language,
        timezone=timezone,
        url=url,
        source=source,
        body_start=body_start,
    )


def reference(row: Sequence[Any]) -> ArticleRef:
    """Make a reference of the columns `REFERENCE`."""
    number, title, url, source, language, timezone, publication, added_at = row
    return ArticleRef(
        id=number,
        title=title,
        url=url,
        source=source,
        language=language,
        timezone=timezone,
        publication=wire.load_publication(publication),
        added_at=datetime.fromisoformat(added_at),
    )


@lru_cache(maxsize=4096)
def publisher(url: str | None) -> str:
    """Name who published an article: the host of its address, or "" where it has none.

    >>> publisher("https://www.example.org/monde/1"), publisher(None)
    ('example.org', '')
    """
    if not url:
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def known_since(publication: Publication, *, edited: bool) -> date | None:
    """Say since when a reader could know a statement: for one of an edit, since that edit."""
    if edited and publication.updated_on is not None:
        return publication.updated_on
    return publication.on


def folded(text: str) -> str:
    """Fold case, accents and runs of spaces, for comparing.

    >>> folded("  Cessez-le-feu  À Genève ")
    'cessez-le-feu a geneve'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _columns(article: Article) -> tuple[object, ...]:
    day = article.published_on
    return (
        article.title,
        article.text,
        article.url,
        article.source,
        article.language,
        article.timezone,
        wire.dump_publication(article.publication),
        day.isoformat() if day else None,
        article.body_start,
    )


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    if len(words) < 3:
        return frozenset({tuple(words)})
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _resemblance(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> float:
    return len(one & two) / (len(one | two) or 1)


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
