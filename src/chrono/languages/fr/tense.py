"""French clauses: which verb governs a time expression, and where it looks.

A sentence is cut into clauses at subordinating words and strong signs; its verb groups are read
(`verbgroups`), and the nearest one of the expression's own clause decides: the one before it rather
than the one after. Cases that outrank it are asked first, one after the other.
"""

from __future__ import annotations

from chrono.languages.fr.adjacent import right_before
from chrono.languages.fr.beside import by_noun_before, by_owner, by_words_around
from chrono.languages.fr.bounded import (
    by_dated_noun,
    by_end,
    by_limit_before,
    by_purpose,
    by_what_came_of_it,
    without_verb,
)
from chrono.languages.fr.clause import Clause
from chrono.languages.fr.clefts import uncleft, unrestrict
from chrono.languages.fr.figures import are_of_accounts
from chrono.languages.fr.governed import by_verb
from chrono.languages.fr.nearest import nearest
from chrono.languages.fr.plans import preposition
from chrono.languages.fr.presents import states
from chrono.languages.fr.spelling import from_capitals, lowered, whole_numbers
from chrono.languages.fr.successive import past_relative
from chrono.languages.fr.verbgroups import verb_groups
from chrono.languages.fr.verbless import BEGINNINGS
from chrono.languages.fr.words import MONTHS
from chrono.model import Direction
from chrono.tense import ClauseTense

PAST, PRESENT = Direction.PAST, Direction.PRESENT

_REACH = 40  # words to either side


def read(
    parts: list[str],
    clause: tuple[int, int],
    own: tuple[int, int],
    masked: list[bool],
    full: bool = False,
) -> ClauseTense:
    """The direction of the clause around an expression; see `chrono.tense.TenseReader`."""
    found = _read(parts, clause, own, masked, full)
    if parts[own[0]] in ("un", "Un") and parts[own[1]] in MONTHS:
        # "cela suit un mois de mai pluvieux": as it was, or as it will be
        after = found.loose and parts[max(0, own[0] - 2)].lower() == "après"
        if found.direction is PRESENT or after:
            return ClauseTense(PAST, found.cue, found.loose, lean=True)
    if found.direction is PRESENT and parts[own[1]] in MONTHS and states(found.cue):
        return ClauseTense(PAST, found.cue)  # "dénombre 30 accidents entre mars et mai"
    if parts[own[1]] in BEGINNINGS and "premiers" in parts[own[0] : own[1]]:
        told = found.direction is PRESENT or are_of_accounts(parts, own[0])
        return ClauseTense(PAST, found.cue, found.loose, found.lean) if told else found
    return found


def _read(
    parts: list[str],
    around: tuple[int, int],
    own: tuple[int, int],
    masked: list[bool],
    full: bool,
) -> ClauseTense:
    begins, ends = own
    limited = ends + 4 < len(parts) and parts[ends + 2] == "au" and parts[ends + 4] == "plus"
    if not full and not limited:
        at_once = right_before(parts, around[0], begins, masked)
        if at_once is not None:
            return at_once
    clause = _clause(parts, around, own, masked, full)
    found = by_words_around(clause)
    if found is not None:
        return found
    low, a, b = clause.low, clause.a, clause.b
    unrestrict(low, a)
    groups = clause.groups = uncleft(low, verb_groups(low, clause.hidden, a))
    found = by_noun_before(clause)
    if found is not None:
        return found
    best = clause.best = past_relative(low, a, b, nearest(low, groups, a, b), groups)
    found = (
        by_owner(clause)
        or by_end(clause)
        or by_dated_noun(clause)
        or by_limit_before(clause)
        or by_what_came_of_it(clause)
        or by_purpose(clause)
    )
    if found is not None:
        return found
    return without_verb(clause) if best is None else by_verb(clause, best)


def _clause(
    parts: list[str],
    around: tuple[int, int],
    own: tuple[int, int],
    masked: list[bool],
    full: bool,
) -> Clause:
    """The words around an expression, up to `_REACH` to either side."""
    first, last = around
    begins, ends = own
    near = _before(parts, first, begins)
    a = len(near)
    b = 0
    for k in range(begins, last):
        piece = parts[k]
        if piece == " " or piece.isspace():
            continue
        near.append(k)
        if k == ends:
            b = len(near)
        elif b and len(near) >= b + _REACH:
            break
    words = [parts[k] for k in near]
    low = lowered(words)
    if words[a].isupper() or (words[b - 1].isupper() and len(words[b - 1]) > 2):
        low = from_capitals(low)
    whole_numbers(low)
    hidden = {n for n, k in enumerate(near) if masked[k]}
    for n in range(a, b):
        hidden.add(n)
    before = preposition(low, a)
    if a and low[a - 1] == "(":
        low[a - 1] = "là"  # "à peine rentré (mercredi)": as if there were no bracket
    return Clause(words, low, hidden, a, b, before, full)


def _before(parts: list[str], first: int, begins: int) -> list[int]:
    """The places of the words from `first` on before an expression, the last `_REACH` of them."""
    near: list[int] = []
    k = begins - 1
    while k >= first and len(near) < _REACH:
        piece = parts[k]
        if piece != " " and not piece.isspace():
            near.append(k)
        k -= 1
    near.reverse()
    return near
