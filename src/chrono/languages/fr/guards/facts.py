"""So long after a fact that a name stands for: "dix ans après Tchernobyl" is counted from no day."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours

COUNTED_FROM = frozenset({"‹durée› après", "‹durée› avant"})
"""The rules that count a length from the day that the narrative is at."""


def no_named_fact(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses to count from the narrative what a name at once after it tells: "après Tchernobyl"."""
    if rule not in COUNTED_FROM or near.pieces_after[:1] != [" "]:
        return True
    return not any(word[0].isupper() for word in near.after_raw[:1])
