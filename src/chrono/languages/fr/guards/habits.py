"""A day of every month, where a habit is told: "le conseil se réunit le premier lundi du mois"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.verbs import Tense, readings_folded

HABITUAL = frozenset({"le ‹nième› ‹jour› du mois"})

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
