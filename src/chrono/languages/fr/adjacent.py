"""The French verb that a time expression follows at once: then no other comes nearer."""

from __future__ import annotations

from chrono.grammar.text import lower
from chrono.languages.fr.groups import Group
from chrono.languages.fr.nearest import AFTER, distance
from chrono.languages.fr.plans import is_now, is_remote, is_turn, narrates, preposition
from chrono.languages.fr.presents import is_said
from chrono.languages.fr.spelling import from_capitals, lowered
from chrono.languages.fr.verbgroups import may_end_group, verb_groups
from chrono.languages.fr.verbless import after_noun
from chrono.model import Direction
from chrono.tense import ClauseTense

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
UNKNOWN = Direction.UNKNOWN

# Auxiliaries that may be parted from their participle.
_WAITING = frozenset(
    "a ont ai avons avez avait avaient aura auront aurait auraient eut eurent est sont était "
    "étaient sera seront serait seraient fut furent avoir être".split()
)
# What leads to a time that may belong to a noun or to a verb that follows, or outranks the tense.
_LEADING = frozenset("de du d ' ’ et depuis dès pour vivement avant au à attendre".split())
_IFS = frozenset({"si", "s"})
NEAR_BY = 16  # words before an expression, enough for the verb group that it follows


def right_before(parts: list[str], first: int, own: int, masked: list[bool]) -> ClauseTense | None:
    """The tense of the verb that the expression follows, if it does: then no other comes nearer."""
    near: list[int] = []
    ends = False  # whether one of the last words may end a verb group
    k = own - 1
    while k >= first and len(near) < NEAR_BY:
        piece = parts[k]
        if piece != " " and not piece.isspace():
            if len(near) == AFTER + 1 and not ends:
                return None
            if not near and lower(piece) in _LEADING:
                return None
            ends = ends or may_end_group(lower(piece))
            near.append(k)
        k -= 1
    if not ends:
        return None
    near.reverse()
    a = len(near)
    words = [parts[k] for k in near]
    low = lowered([*words, parts[own]])
    if parts[own].isupper():
        low = from_capitals(low)
    if not a or preposition(low, a):
        return None
    if after_noun(low, a) is not None:
        return None
    low.pop()
    groups = verb_groups(low, {n for n, k in enumerate(near) if masked[k]}, a)
    if not groups:
        return None
    group = groups[-1]
    if (
        group.loose
        or group.plan
        or group.direction is UNKNOWN
        or distance(low, group.end, a) > AFTER
    ):
        return None
    if is_remote(low[group.start]) and (is_turn(low, group) or not _IFS.isdisjoint(low)):
        return None
    if group.direction is PAST and "si" in low[: group.start]:
        return None  # "si rien n'a bougé mercredi, …"
    if low[group.start] in ("serait", "seraient", "allait", "allaient"):
        return None  # "il jure qu'elle serait partie", "il allait fermer mardi quand elle a surgi"
    if group.moves and group.direction is FUTURE:
        return ClauseTense(PAST, quote(words, group))  # "a été reporté mardi", and not "à mardi"
    if group.end == group.start + 1 and low[group.start] in _WAITING:
        return None  # "a mardi rejeté": the participle may be still to come
    if group.direction is PRESENT and group.end == a and is_said(low, group.start):
        return ClauseTense(PAST, quote(words, group))  # "dénonce mardi"
    return told_by(words, low, group, group.direction)


def told_by(words: list[str], low: list[str], group: Group, direction: Direction) -> ClauseTense:
    """What a verb group says of the clause that looks in a direction by it."""
    remote = is_remote(low[group.start])
    goes_on = direction is PAST and narrates(low, group)
    now = is_now(low, group)
    return ClauseTense(direction, quote(words, group), group.loose, False, remote, goes_on, now)


def quote(words: list[str], group: Group) -> str:
    """The words of a verb group, as they stand, without what parts them."""
    if group.end == group.start + 1:
        return words[group.start]
    first, last = group.aside if group.aside[1] else (group.end, group.end)
    joined = " ".join((*words[group.start : first], *words[last : group.end]))
    return joined.replace(" ' ", "'").replace(" ’ ", "’")
