"""The French future perfect: what will be done by then, or what has come of it; and regrets.

"Quand il aura fini lundi" is to come, "il n'aura pas tenu un an" sums up what is over (Grevisse,
*Le Bon Usage*, § 888). With neither sign the nearest day counts, before or ahead.
"""

from __future__ import annotations

from chrono.languages.fr.groups import STRONG, Group
from chrono.model import Direction

PAST, FUTURE, UNKNOWN = Direction.PAST, Direction.FUTURE, Direction.UNKNOWN

_REACH = 10
# What has to be done before something to come.
_BY_THEN = frozenset(
    "quand lorsque lorsqu dès aussitôt sitôt fois après ici si tant bientôt avant demain".split()
)
_DENYING = frozenset({"n", "ne"})


def will_have(low: list[str], k: int, at: int, lasted: bool) -> Group:
    """The group of "aura" at `k` and its participle; `lasted`: of what went on until a day.

    >>> will_have("n ' aura pas gagné".split(), 2, 4, False).direction.name
    'PAST'
    >>> will_have("quand il aura gagné".split(), 2, 3, False).direction.name
    'FUTURE'
    """
    end = at + 1
    for m in range(k - 1, max(-1, k - _REACH), -1):
        if low[m] in _BY_THEN:
            return Group(k, end, FUTURE)
        if low[m] in STRONG:
            break
    summed = lasted or low[at] == "fallu" or "été" in low[k + 1 : end]
    summed = summed or not _DENYING.isdisjoint(low[max(0, k - 4) : k])
    return Group(k, end, PAST if summed else UNKNOWN, until_past=lasted)


_WOULD_HAVE = frozenset("aurais aurait aurions auriez auraient".split())
_WISHED = frozenset(
    "voulu aimé souhaité préféré désiré adoré espéré fallu pu mérité apprécié valu".split()
)
_OF_THAT = 9  # words from "que" to its verb


def regrets(low: list[str], before: Group, group: Group) -> bool:
    """Whether what a verb group tells was wished for in vain: "aurait voulu être là lundi".

    >>> words = "il aurait voulu y être".split()
    >>> regrets(words, Group(1, 3, Direction.PAST), Group(4, 5, Direction.FUTURE))
    True
    """
    if low[before.start] not in _WOULD_HAVE or low[before.end - 1] not in _WISHED:
        return False
    between = low[before.end : group.start]
    if "," in between or not STRONG.isdisjoint(between):
        return False
    return len(between) < (_OF_THAT if between[:1] in (["que"], ["qu"]) else 4)
