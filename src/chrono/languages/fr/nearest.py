"""The verb group nearest to a time expression: before it rather than after, in its own clause."""

from __future__ import annotations

from chrono.languages.fr.groups import QUOTES, STRONG, SUBORDINATORS, Group, announced_by
from chrono.languages.fr.plans import is_inserted, quotes
from chrono.languages.fr.reporting import Cue
from chrono.languages.fr.words import RELATIVES

# How far a verb is from the expression: a word counts 1, these signs count more.
_COMMA = 4
_CLAUSE = 12
_BEYOND = 3 * _CLAUSE
_WEIGHTS = {
    **dict.fromkeys((*STRONG, *SUBORDINATORS), _CLAUSE),
    **dict.fromkeys((",", *QUOTES), _COMMA),
    ";": _BEYOND,  # what stands beyond it is a sentence of its own
}
AFTER = 3


def nearest(low: list[str], groups: list[Group], a: int, b: int) -> Group | None:
    """The verb group that governs what stands from `a` to `b`; None where none is near enough."""
    if not groups:
        return None
    best: Group | None = None
    least = 10_000
    # "entendu lundi, puis mardi, il sera jugé": what came first goes on.
    also = _CLAUSE if a and "puis" in low[max(0, a - 2) : a] else 0
    # "a perdu lundi, et samedi, il jouera"; "a perdu lundi et, samedi, jouera": a clause begins.
    opens = low[b : b + 1] == [","] and low[max(0, a - 2) : a] in ([",", "et"], ["et", ","])
    if a and low[a - 1] == "et" and any(g.start == b and not g.loose for g in groups):
        opens = True  # "a quitté le club et lundi signera à Metz"
    # "sera servi, dit la carte, le 2, mais la salle fuyait": a clause of its own.
    but = _CLAUSE if low[b : b + 1] == [","] and low[b + 1 : b + 2] == ["mais"] else 0
    inside = _in_relative(low, groups, a)
    quoted = False
    far = [0]
    total = 0
    for word in low:
        weight = _WEIGHTS.get(word, 1)
        if weight == _COMMA and word != ",":
            quoted = True
        total += weight
        far.append(total)
    for group in groups:
        if group.end <= a:
            cost = far[a] - far[group.end] + opens * _CLAUSE
        elif group.aside[0] and group.aside[0] <= a < group.aside[1]:
            cost = far[a] - far[group.aside[0]]
        else:
            cost = max(0, far[group.start] - far[b]) + AFTER + also + but
            if cost >= _BEYOND and ";" in low[b : group.start]:
                cost += _CLAUSE  # "la gare a fermé lundi ; l'école, mardi ; la poste fermera jeudi"
            if inside and "," in low[b : group.start]:
                cost += _CLAUSE  # ", que l'on disait prêt lundi, ne viendra pas"
            if a > 1 and not is_inserted(low, a) and reports(low, b, group):
                cost += 2 * _CLAUSE
            joined = low[b : b + 1] == ["et"] and group.start - b <= 2
            if joined and low[group.start - 1] in _CLITICS:
                cost += _CLAUSE  # "a réuni mille élus le 2 et promet": another verb of the subject
        if quoted and cost >= _COMMA and quotes(low, group, a):
            continue  # « sauver Noël », disait-il: said from without
        if group.loose and quoted and group.end <= a and cost > _COMMA:
            cost -= (_COMMA - 1) * _of_names(low[group.end : a])
        if group.loose and cost > (6 if group.end <= a else 2) + also:
            continue
        if group.loose and not also and group.end <= a and "," in low[group.end : a]:
            continue
        if cost < least:
            best, least = group, cost
    return best


def of_own_clause(low: list[str], groups: list[Group], b: int) -> Group | None:
    """The verb of the clause that a time opens past a comma: ": le 4 mai, le toit avait cédé".

    None where nothing follows but who says so.
    """
    if low[b : b + 1] != [","]:
        return None
    for group in groups:
        if group.start > b and not group.loose:
            apart = not STRONG.isdisjoint(low[b : group.start]) or "." in low[b : group.start]
            return None if apart or reports(low, b, group) else group
    return None


def _of_names(words: list[str]) -> int:
    """How many quotation marks stand around names in some words: "par « Le Temps » et « Sept »"."""
    opened = words.count("«")
    return 2 * opened if opened and opened == words.count("»") else 0


# What may stand between the "et" that joins two verbs and the second of them.
_CLITICS = frozenset("et ne n ' ’ se s y en le la les l".split())


def _in_relative(low: list[str], groups: list[Group], a: int) -> bool:
    """Whether the verb before a time is that of a relative clause that a comma opened."""
    verb = next((g for g in reversed(groups) if g.end <= a and not g.loose), None)
    if verb is None or "," in low[verb.end : a]:
        return False
    for k in range(verb.start - 1, max(0, verb.start - 8), -1):
        if low[k] in RELATIVES:
            return low[k - 1] == ","
        if low[k] == ",":
            return False
    return False


def reports(low: list[str], b: int, group: Group) -> bool:
    """An inserted clause that reports speech ("…, a précisé M. X") governs nothing of it."""
    k = group.start - 1
    while k >= b and low[k] in ("'", "’", "-", "t", "s", "l", "le"):
        k -= 1
    opened = k >= b - 1 and (low[k] in (",", "comme") or low[k] in QUOTES)
    said = low[group.end - 1]
    if said == "fait" and low[group.end : group.end + 1] in (["savoir"], ["connaître"]):
        return opened
    return opened and Cue.SAYING in announced_by(said)[0]


def distance(low: list[str], first: int, last: int) -> int:
    """How far two places are, in words and in what stands between them."""
    return sum([_WEIGHTS.get(word, 1) for word in low[first:last]])
