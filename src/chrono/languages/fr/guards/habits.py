"""Days of every month or week, where a habit is told.

"Le conseil se réunit le premier lundi du mois", "le musée est ouvert du mardi au samedi".
"""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.spelling import lowered
from chrono.languages.fr.verbgroups import verb_groups
from chrono.languages.fr.verbs import Tense, lemmas, readings, readings_folded
from chrono.languages.fr.words import WEEKDAYS
from chrono.model import Direction

HABITUAL = frozenset(
    {"le ‹nième› ‹jour› du mois", "le ‹nième› ‹jour› du mois de ‹heure› à ‹heure›"}
)
WEEKLY = frozenset({"de ‹moment› à ‹moment›", "du ‹jour› au ‹jour› de ‹heure› à ‹heure›"})

_HAVE = frozenset("a ont".split())
_ARE = frozenset({"est", "sont"})
_REFLEXIVE = frozenset({"s", "se", "'", "’"})
_ONCE = Tense.FUTURE | Tense.SIMPLE_PAST


def no_habit(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a single day where no verb tells of one: "se réunit le premier lundi du mois".

    A verb of the future or of the past does, and a line that has no other word.
    """
    if rule not in HABITUAL or near.fills_line:
        return True
    before, after = near.before, near.after
    return _tells_once(before) or _tells_once(after)


# What has opening hours, and what of a week repeats.
_OPEN = frozenset(
    "ouvert ouverte ouverts ouvertes ouverture visible visibles accessible accessibles horaires "
    "horaire permanence permanences tous toutes chaque".split()
)
# What one does once in the present of news: "le procès se tient du lundi au mercredi".
_HELD = frozenset(
    "tenir dérouler disputer jouer poursuivre réunir rassembler opposer organiser animer".split()
)
_MAY = frozenset({"peut", "peuvent"})
_ENDS = frozenset(".;!?")


def no_weekly(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses days of one week where a habit is told: "accueille le public du mardi au samedi".

    French has the article for both. A verb of the future or the past tells of one week, and so
    does what has no verb, unless something opens then: "sera fermé du mardi au jeudi".
    """
    if rule not in WEEKLY:
        return True
    inside = near.inside
    if inside[0] != "du" or inside[1] not in WEEKDAYS or inside[2:3] != ["au"]:
        return True
    if inside[3] not in WEEKDAYS or near.fills_line:
        return True
    low = lowered(near.before_raw)
    ends = [k for k, word in enumerate(low) if word in _ENDS]
    low = low[ends[-1] + 1 :] if ends else low
    told = [group for group in verb_groups(low, set(), len(low)) if not group.loose]
    if not told:
        return _OPEN.isdisjoint(low)
    verb = low[told[-1].start]
    if readings(verb) & (Tense.IMPERFECT | Tense.FUTURE):
        return _OPEN.isdisjoint(low[told[-1].start :])
    if told[-1].direction is not Direction.PRESENT and verb not in _MAY:
        return True
    return "lieu" in low[told[-1].end :] or not _HELD.isdisjoint(lemmas(verb))


def _tells_once(words: list[str]) -> bool:
    for k, word in enumerate(words):
        if not word[0].isalpha():
            continue
        aux = word in _HAVE or (word in _ARE and k > 0 and words[k - 1] in _REFLEXIVE)
        if aux and any(_is_participle(w) for w in words[k + 1 : k + 3]):
            return True
        bits = readings_folded(word)
        if bits & _ONCE and not bits & ~_ONCE:
            return True
    return False


def _is_participle(word: str) -> bool:
    return word[0].isalpha() and bool(readings_folded(word) & Tense.PAST_PARTICIPLE)
