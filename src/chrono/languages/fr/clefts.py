"""French sentences whose "que" parts no clauses: cleft or restricted.

"C'est mardi que l'on saura" says in two clauses what is one: the verb after "que" is the only one
that tells. In "n'a été entendu que mardi" there is but one clause.
"""

from __future__ import annotations

from chrono.languages.fr.groups import STRONG, Group

_IS = frozenset("est sont était étaient sera seront fut".split())
_RELATIVES = frozenset("qui que qu dont".split())
_REACH = 14  # words from "c'est" to its "qui"


def is_presenting(low: list[str], k: int) -> bool:
    """Whether "est" at a place presents: "c'est", "ce sont", "ce n'est"."""
    if low[k] not in _IS:
        return False
    before = low[max(0, k - 4) : k]
    while before and before[-1] in ("'", "’", "n", "ne"):
        before.pop()
    return before[-1:] in (["c"], ["ce"])


def uncleft(low: list[str], groups: list[Group]) -> list[Group]:
    """The groups without "c'est" where it is cleft; its "qui" no longer parts clauses in `low`.

    >>> from chrono.model import Direction
    >>> words = "vendredi , c ' est un autre qui a gagné".split()
    >>> is_, won = Group(4, 5, Direction.PRESENT), Group(8, 10, Direction.PAST)
    >>> uncleft(words, [is_, won]) == [won], words[7]
    (True, 'et')
    """
    for n, group in enumerate(groups):
        if group.end == group.start + 1 and is_presenting(low, group.start):
            at = _relative(low, group.end)
            if at and any(other.start > at and not other.loose for other in groups):
                low[at] = "et"
                return groups[:n] + groups[n + 1 :]
    return groups


def unrestrict(low: list[str], a: int) -> None:
    """Make nothing of the "que" of "ne … que" before the time at `a`: it parts no clauses.

    >>> words = "il n ' a été entendu que mardi".split()
    >>> unrestrict(words, 7)
    >>> words[6]
    'et'
    """
    for k in range(a - 1, max(-1, a - 5), -1):
        if low[k] in ("que", "qu"):
            before = low[max(0, k - 10) : k]
            if ("n" in before or "ne" in before) and _NEGATIONS.isdisjoint(before):
                low[k] = "et"
            return


_NEGATIONS = frozenset("pas rien guère point personne que qu".split())


def _relative(low: list[str], first: int) -> int:
    """The place of the "qui" or "que" that a cleft goes on with; 0 if it does not."""
    for k in range(first, min(len(low), first + _REACH)):
        if low[k] in STRONG:
            return 0
        if low[k] in _RELATIVES:
            return 0 if low[k - 1] == "," else k
    return 0
