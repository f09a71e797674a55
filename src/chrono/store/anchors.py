"""Which statement is which: across editions of a text, removals, and readings of a new engine.

A statement is known by its article and its anchor: its words, the time words that date it, and
its number among equals. Offsets are no part of it, so that a line put before changes nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from chrono.model import Basis, Statement
from chrono.store.articles import folded

ALIKE = 72.0
"""The likeness (0 to 100) from which two quotes of one article are one, edited."""

SAME_TIME_WORDS = 8.0
"""What is added to the likeness of two quotes that have the same time words."""


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


def pair_up(old: Mapping[int, Anchor], new: Sequence[Anchor]) -> dict[int, int]:
    """Match the anchors of before with those of now: id before to place now, each once.

    Equal anchors first; then those whose quotes are alike enough, the likest first.
    """
    places = {anchor.key: place for place, anchor in enumerate(new)}
    found = {number: places[a.key] for number, a in old.items() if a.key in places}
    taken = set(found.values())
    left = {number: a for number, a in old.items() if number not in found}
    free = [place for place in range(len(new)) if place not in taken]
    if not left or not free:
        return found
    likeness = _likeness()
    pairs = sorted(
        (-score, number, place)
        for number, a in left.items()
        for place in free
        if (score := likeness(a, new[place])) >= ALIKE
    )
    for _, number, place in pairs:
        if number not in found and place not in taken:
            found[number] = place
            taken.add(place)
    return found


def _likeness() -> Callable[[Anchor, Anchor], float]:
    # Only an edited text needs it: kept off the path of every other command.
    from rapidfuzz import fuzz

    def likeness(one: Anchor, two: Anchor) -> float:
        score = fuzz.ratio(folded(one.quote), folded(two.quote))
        if one.time and folded(one.time) == folded(two.time):
            score += SAME_TIME_WORDS
        return float(score)

    return likeness
