"""Idioms that hold words of time and tell none: "c'est le jour et la nuit", "peintre du dimanche"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.grammar.text import folded, pieces
from chrono.languages.fr.numbers import WORDS

# The rule of an expression, how it reads, and the words before and after that make an idiom of it.
_SAYINGS: tuple[tuple[str, str, str, str], ...] = (
    # What differs so much, what nobody cares for, what takes for ever
    ("la nuit", "la nuit", "le jour et", ""),
    ("l'an ‹n›", "l'an quarante", "", ""),
    ("‹n› ‹unité›", "cent sept ans", "attendre", ""),
    ("‹n› ‹unité›", "cent sept ans", "attendra", ""),
    ("‹n› ‹unité›", "107 ans", "attendre", ""),
    ("‹n› ‹unité›", "107 ans", "attendra", ""),
    # "Ça ne date pas d'hier", "il n'est pas né d'hier", "ce n'est pas demain la veille"
    ("‹déictique›", "hier", "pas d'", ""),
    ("‹déictique›", "hier", "pas né d'", ""),
    ("‹déictique›", "hier", "pas née d'", ""),
    ("‹déictique›", "hier", "pas nés d'", ""),
    ("‹déictique›", "hier", "pas à", ""),
    ("‹déictique›", "hier", "si c'était", ""),
    ("‹déictique›", "demain", "pas", "la veille"),
    ("la veille", "la veille", "pas demain", ""),
    ("les ‹durée›", "ces quatre matins", "de", ""),
    ("les ‹durée›", "les quatre matins", "tous", ""),
    # "D'une minute à l'autre", "un jour après l'autre"
    ("‹n› ‹unité›", "une minute", "d'", "à l'autre"),
    ("‹n› ‹unité›", "une heure", "d'", "à l'autre"),
    ("‹n› ‹unité›", "un jour", "d'", "à l'autre"),
    ("‹n› ‹unité›", "une semaine", "d'", "à l'autre"),
    ("‹n› ‹unité›", "un mois", "d'", "à l'autre"),
    ("‹n› ‹unité›", "une année", "d'", "à l'autre"),
    ("‹n› ‹unité›", "une saison", "d'", "à l'autre"),
    ("‹n› ‹unité›", "un an", "d'", "sur l'autre"),
    ("‹n› ‹unité›", "une année", "d'", "sur l'autre"),
    ("‹n› ‹unité›", "un mois", "d'", "sur l'autre"),
    ("‹n› ‹unité›", "une saison", "d'", "sur l'autre"),
    ("‹n› ‹unité›", "un jour", "d'", "sur l'autre"),
    ("‹durée› après un fait", "un jour", "", "après l'autre"),
    ("‹n› ‹unité›", "un jour", "héros d'", ""),
    ("‹n› ‹unité›", "un jour", "roi d'", ""),
    ("‹n› ‹unité›", "un jour", "reine d'", ""),
    ("toutes les ‹unités›", "chaque jour", "à", "suffit"),
    ("un quart d'heure", "quart d'heure", "mauvais", ""),
    ("un quart d'heure", "quart d'heure", "sale", ""),
    ("un quart d'heure", "quart d'heure", "", "de gloire"),
    ("un quart d'heure", "quart d'heure", "", "de célébrité"),
    ("un quart d'heure", "quart d'heure", "", "américain"),
    # Months, feasts and noon in sayings
    ("en ‹mois›", "avril", "poisson d'", ""),
    ("en ‹mois›", "avril", "poissons d'", ""),
    ("en ‹mois›", "avril", "en", ", ne te découvre"),
    ("en ‹mois›", "mai", "en", ", fais ce qu"),
    ("‹mois› nu", "mars", "comme", "en carême"),
    ("‹fête›", "noël", "", "au balcon"),
    ("‹fête›", "pâques", "", "aux tisons"),
    ("‹fête›", "pâques", "à", "ou à la trinité"),
    ("midi", "midi", "démon de", ""),
    ("midi", "midi", "", "à sa porte"),
    ("midi", "midi", "", "à leur porte"),
    ("référence vague", "pour l'instant", "", "présent"),
)


_Words = tuple[str, ...]


def _words(phrase: str) -> _Words:
    return tuple([folded(piece) for piece in pieces(phrase) if not piece.isspace()])


def _by_rule() -> dict[str, dict[_Words, list[tuple[_Words, _Words]]]]:
    found: dict[str, dict[_Words, list[tuple[_Words, _Words]]]] = {}
    for rule, inside, before, after in _SAYINGS:
        around = (_words(before), _words(after))
        found.setdefault(rule, {}).setdefault(_words(inside), []).append(around)
    return found


_IDIOMS = _by_rule()
IDIOMATIC = frozenset({"‹jour de semaine›", "au ‹partie›", *_IDIOMS})
"""The rules whose expressions may be part of an idiom."""
# Who does on a Sunday what others have learnt, and what is worn then.
_OF_SUNDAY = frozenset(
    "chauffeur chauffeurs conducteur conducteurs automobiliste automobilistes peintre peintres "
    "bricoleur bricoleurs sportif sportifs cycliste cyclistes historien historiens poete poetes "
    "marin marins jardinier jardiniers philosophe philosophes stratege strateges habit habits "
    "habille habilles endimanche pecheur pecheurs pilote pilotes ecrivain ecrivains".split()
)
_KINDS = frozenset("beau triste sombre froid simple petit nouveau vrai autre".split())
# What belongs to a part of the day as a kind of its own: "des cours du soir", "la presse du matin".
_OF_PART = frozenset(
    "cours etoile presse journal journaux robe robes tenue equipe equipes ecole ecoles rosee "
    "quotidien quotidiens vacation vacations".split()
)


def no_idiom_of_time(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses idioms: "le jour et la nuit", "pas né d'hier", "un chauffeur du dimanche"."""
    if rule == "‹jour de semaine›":
        before = near.previous(2)
        if before[:1] in (["un"], ["Un"]) and before[-1] in _KINDS:
            return False  # "un beau mardi": some Tuesday
        if before[-1:] != ["du"] or near.inside[0] != "dimanche" or len(before) < 2:
            return True
        return folded(before[0]) not in _OF_SUNDAY
    if rule == "au ‹partie›":
        before = near.previous(2)
        if before[-1:] != ["du"] or near.inside[0] not in ("soir", "matin") or len(before) < 2:
            return True
        return folded(before[0]) not in _OF_PART
    known = _IDIOMS.get(rule)
    if known is None:
        return True
    for leading, following in known.get(tuple(near.inside), ()):
        led = not leading or tuple(near.last[-len(leading) :]) == leading
        if led and (not following or tuple(near.after[: len(following)]) == following):
            return False
    return True


def no_count_before(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "ans passés" after a number that is an age: "80 ans passés"."""
    if rule != "ces ‹unités› derniers" or near.inside[0] in ("les", "ces"):
        return True
    last = near.last
    return not last or not (last[-1].isdecimal() or last[-1] in WORDS)
