"""Which statement of before is which of now, and which one a correction is about."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from chrono.store.anchors import Anchor
from chrono.store.articles import folded

ALIKE = 72.0
"""The likeness (0 to 100) from which two quotes of one article are one, edited."""

SAME_TIME_WORDS = 8.0
"""What is added to the likeness of two quotes that have the same time words."""


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


def likeness(one: Anchor, two: Anchor) -> float:
    """Say how alike two anchors are, from 0 to 108."""
    score = fuzz.ratio(folded(one.quote), folded(two.quote))
    if one.time and folded(one.time) == folded(two.time):
        score += SAME_TIME_WORDS
    return float(score)


def attach(
    connection: sqlite3.Connection, article_key: str, statements: Mapping[int, Anchor]
) -> set[int]:
    """Tie the anchors that lost their statement to an article's statements, as they are now.

    Give the ids of the corrections that found one again.
    """
    loose = {
        number: (correction, Anchor(key, quote, time))
        for number, correction, key, quote, time in connection.execute(
            "SELECT id, correction_id, statement_key, quote, time FROM correction_anchors"
            " WHERE article_key = ? AND statement_id IS NULL",
            (article_key,),
        )
    }
    ids = list(statements)
    found: set[int] = set()
    by_correction: dict[int, dict[int, Anchor]] = {}
    for number, (correction, anchor) in loose.items():
        by_correction.setdefault(correction, {})[number] = anchor
    for correction, anchors in by_correction.items():
        for number, place in pair_up(anchors, list(statements.values())).items():
            connection.execute(
                "UPDATE correction_anchors SET statement_id = ? WHERE id = ?", (ids[place], number)
            )
            found.add(correction)
    return found
