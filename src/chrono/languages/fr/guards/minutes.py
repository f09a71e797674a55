"""Numbers in words after an hour count what follows them: "à 16 heures vingt élus ont voté"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.guards.counts import AFTER_DAY
from chrono.languages.fr.numbers import WORDS
from chrono.terms import Clock

# Words in -s or -x that may follow a clock time and are no nouns.
_NO_PLURAL = frozenset(
    "alors apres tres trop plus moins puis pas jamais toujours ailleurs desormais lors vers nous "
    "vous ils elles certains quelques plusieurs ces ses mes tes nos vos leurs des les aux tous "
    "toutes sous sans dans mais dès depuis precises tapantes locales francaises hors "
    "sauf".split()
)


def no_counted_minutes(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses minutes in words that count what follows: "à 16 heures vingt élus ont voté"."""
    if not isinstance(term, Clock) or term.minute is None or near.inside[-1] not in WORDS:
        return True
    after = near.after
    if not after:
        return True
    nxt = after[0]
    if nxt in ("%", "€") or after[:2] == ["pour", "cent"]:
        return False
    if nxt in ("à", "contre", "sur") and term.minute < 10:
        return after[1] not in WORDS if len(after) > 1 else True  # "deux à un"
    if nxt[-1] not in "sx" or nxt in _NO_PLURAL or not near.after_raw[0].islower():
        return True
    return len(nxt) < 3 or nxt in AFTER_DAY
