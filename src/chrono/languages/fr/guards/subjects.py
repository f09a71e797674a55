"""A time after "et" that is the subject of a verb of its own: "fermé en juin, et juillet sera pire"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.guards.counts import looks_finite
from chrono.languages.fr.verbs import is_weak
from chrono.terms import AllOf

JOINED = frozenset({"‹moment› et ‹moment›"})
"""The rules that join two times by "et"."""
_BEFORE_VERB = frozenset("n ne s se ' y".split())


def no_second_subject(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses to join two times by ", et" where a verb in the singular follows: a clause begins."""
    if rule not in JOINED or not isinstance(term, AllOf) or "," not in near.inside:
        return True
    inside = near.inside
    if not any(word == "et" and inside[k] == "," for k, word in enumerate(inside[1:])):
        return True
    after = near.after[:5]
    k = 0
    while k < len(after) and after[k] in _BEFORE_VERB:
        k += 1
    if k == len(after) or not after[k][0].isalpha() or after[k].endswith("nt"):
        return True
    return not looks_finite(after[k]) or (k == 0 and is_weak(after[k]))
