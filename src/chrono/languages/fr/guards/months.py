"""Months that are names too, at the head of what is told of them: "Mars fut sec".

With a capital "Mars" is the planet, and "Avril" a singer: the month is what was hot or wet, what
beats a record, what is held against other months.
"""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours

HEADING = "‹mois› en tête"

_BEING = frozenset("est etait fut sera serait reste resta restera".split())
_HAVING = frozenset("a avait aura aurait".split())
_BEATING = frozenset("bat battu battra pulverise pulverisera etabli etablit signe egale".split())
_DEGREES = frozenset(
    "plus moins aussi tres trop assez plutot encore egalement particulierement anormalement "
    "exceptionnellement remarquablement bien".split()
)
_SUPERLATIVE = frozenset("plus moins pire meilleur mois".split())
# What a month is, and no planet, which is feminine.
_WEATHERED = frozenset(
    "chaud froid sec pluvieux humide doux frais ensoleille gris maussade calme noir faste clement "
    "charge mauvais bon difficile meurtrier arrose venteux orageux neigeux catastrophique "
    "desastreux excellent mediocre terrible decevant creux marque".split()
)


def no_month_at_head(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a capitalised "Mars" or "Avril" of which nothing is said that months are."""
    if rule != HEADING:
        return True
    before = near.before_raw
    if before and not near.starts_line and before[-1] not in _OPENING:
        return False
    after = [word for word in near.after if word not in ("n", "'")]
    k = 0
    if after[:1] and after[0] in _HAVING:
        k = 1
        if after[1:2] == ["pas"]:
            k += 1
        if after[k : k + 1] == ["vu"]:
            return True
        if not _BEATING.isdisjoint(after[k : k + 2]):
            return _beats(after)
        if after[k : k + 1] != ["ete"]:
            return False
        k += 1
    elif not _BEATING.isdisjoint(after[:1]):
        return _beats(after)
    elif after[:1] and after[0] in _BEING:
        k = 1
    else:
        return False
    if after[k : k + 1] == ["pas"]:
        k += 1
    told = after[k : k + 3]
    if told[:1] in (["le"], ["un"]):
        return not _SUPERLATIVE.isdisjoint(told[1:])
    if told[:1] and told[0] in _DEGREES:
        told = told[1:]
    return told[:1] != [] and told[0] in _WEATHERED


def _beats(after: list[str]) -> bool:
    return "record" in after[:6] or "records" in after[:6]


_OPENING = frozenset('.!?:…«"“-–—;•')
