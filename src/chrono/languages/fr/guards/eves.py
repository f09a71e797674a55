"""The eve of what is told, or of what one is about to do: "avait promis la veille de céder"."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from chrono.grammar.language import Neighbours
from chrono.grammar.text import lower
from chrono.languages.fr.verbs import Tense, lemmas, readings

EVE_OF = "à la veille de"

# Verbs that say of what one will or shall do, or has done, with "de" and an infinitive; those that
# are as often said alone ("finir", "parler") are none of them.
_OF_DEEDS = frozenset(
    "accepter accuser ambitionner blâmer charger choisir commander conjurer conseiller contraindre "
    "convenir décider déconseiller défendre demander dispenser dissuader empêcher enjoindre "
    "envisager éviter exiger féliciter feindre implorer interdire inculper jurer manquer menacer "
    "mériter négliger obtenir offrir omettre ordonner oublier persuader permettre prier projeter "
    "promettre proposer recommander refuser regretter reprocher risquer sommer soupçonner suggérer "
    "supplier suspecter tâcher tenter".split()
)
# What may stand between "de" and its infinitive.
_PRONOUNS = frozenset(
    "d de ' ’ ne n pas plus rien jamais tout se s me m te t nous vous le la l les lui leur y en".split()
)
_VERBAL = Tense.PAST_PARTICIPLE | Tense.IMPERFECT | Tense.SIMPLE_PAST


@lru_cache(maxsize=1 << 10)
def _is_of_deeds(form: str) -> bool:
    return not _OF_DEEDS.isdisjoint(lemmas(form)) and bool(readings(form) & _VERBAL)


def no_eve_of_deed(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses the eve of what the infinitive tells where the verb before takes it: "refusé la veille de venir"."""
    before = near.previous(2) if rule == EVE_OF else []
    if not before or not _is_of_deeds(lower(before[-1])):
        return True
    for word in near.after_raw:
        low = lower(word)
        if low not in _PRONOUNS:
            return not readings(low) & Tense.INFINITIVE
    return True
