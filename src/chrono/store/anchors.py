"""Which statement is which: across editions of a text, removals, and readings of a new engine.

A statement is known by its article and its anchor: its words, the time words that date it, and
its number among equals. Offsets are no part of it, so that a line put before changes nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from chrono.model import Basis, Statement
from chrono.store.articles import folded


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a statement is known by within its article."""

    key: str
    quote: str
    time: str


def time_words(statement: Statement) -> str:
    """Give the words that date a statement; where none do, what dates it instead."""
    if statement.timex is not None:
        return statement.timex.text
    return "" if statement.basis is Basis.TIMEX else statement.basis.value


def anchors(article_key: str, statements: Iterable[Statement]) -> tuple[Anchor, ...]:
    """Give the anchors of an article's statements, in their order.

    >>> from chrono.model import Status
    >>> told = Statement(0, 9, "Il pleut.", "Il pleut", Status.PAST)
    >>> one, two = anchors("a", [told, told])
    >>> one.key == two.key, one.key.startswith("a/")
    (False, True)
    """
    seen: Counter[str] = Counter()
    found = []
    for statement in statements:
        words = f"{folded(statement.quote)}\x1f{folded(time_words(statement))}"
        seen[words] += 1
        digest = hashlib.blake2b(
            f"{words}\x1f{seen[words]}".encode("utf-8", "surrogatepass"), digest_size=8
        ).hexdigest()
        found.append(Anchor(f"{article_key}/{digest}", statement.quote, time_words(statement)))
    return tuple(found)
