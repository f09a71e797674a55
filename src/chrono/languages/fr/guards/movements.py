"""Movements that a day gave its name to: "l'Alliance du 14 Mars", "le Mouvement du 23 Mars"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.terms import Day

_MOVEMENTS = frozenset(
    "alliance mouvement mouvements coalition front forces mouvance camp bloc collectif brigade "
    "brigades organisation coordination martyrs groupe groupes".split()
)


def no_movement(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses the name of a movement, in which the noun or the month has a capital.

    "Le mouvement du 14 mars", in small letters, is what happened on that day.
    """
    if not isinstance(term, Day) or term.month is None or term.year is not None:
        return True
    before = near.previous(3)
    if len(before) < 2 or before[-1] != "du" or before[-2].lower() not in _MOVEMENTS:
        return True
    month = near.inside_raw[-1]
    if month.istitle():
        return False
    within = before[0][0].islower() or before[0] in ("'", "’")
    return month.isupper() or not (len(before) > 2 and within and before[-2].istitle())
