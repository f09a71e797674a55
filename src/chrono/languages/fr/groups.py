"""A French verb group as a value, what a verb announces, and the words that part clauses."""

from __future__ import annotations

from chrono.frozen import acyclic
from chrono.languages.fr.reporting import ETRE, Cue, lemma_class
from chrono.languages.fr.verbs import lemmas
from chrono.memory import keep
from chrono.model import Direction

SUBORDINATORS = frozenset(
    "que qu qui dont où lorsque lorsqu quand si alors tandis comme car puisque parce afin laquelle "
    "lequel lesquels lesquelles auquel auxquels duquel mais".split()
)
QUOTES = frozenset('"«»“”')
STRONG = frozenset(';:()[]"«»“”—–')


def has_elided_if(words: list[str]) -> bool:
    """Whether "s'il" or "s'ils" stands among lower-case words.

    >>> has_elided_if("s ' ils jouent".split()), has_elided_if("il s ' en va".split())
    (True, False)
    """
    return True in [
        word == "s" and words[n + 2 : n + 3] in (["il"], ["ils"]) for n, word in enumerate(words)
    ]


# Whose participle alone says that the thing is to come: "une réunion prévue lundi".
_PLANNED = frozenset(
    "prévoir programmer reprogrammer planifier fixer agender convoquer attendre envisager projeter "
    "escompter espérer redouter reporter repousser décaler ajourner différer renvoyer".split()
)


@acyclic
class Group:
    """A verb group: its words, where it looks, and whether it is a participle or an infinitive.

    `loose` is a bare participle or infinitive, which governs only near by; `plan` announces or asks
    for what is to come ("prévu", "a appelé à"); `moves` puts a thing on another day ("renvoyé à");
    `until_past` says that something lasted, so that "jusqu'à" looks back. `aside` are the places of
    what stands between auxiliary and participle ("a, mardi à Lyon, rejeté"), (0, 0) if nothing
    does; it may hold groups of its own.
    """

    __slots__ = ("aside", "direction", "end", "loose", "moves", "plan", "start", "until_past")

    def __init__(
        self,
        start: int,
        end: int,
        direction: Direction,
        loose: bool = False,
        plan: bool = False,
        moves: bool = False,
        until_past: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.direction = direction
        self.loose = loose
        self.plan = plan
        self.moves = moves
        self.until_past = until_past
        self.aside = (0, 0)


Announced = tuple[frozenset[Cue], bool, bool]
_ANNOUNCED: dict[str, Announced] = {}


def announced_by(form: str) -> Announced:
    """What the verbs of this form announce, whether one takes être, whether all plan."""
    found = _ANNOUNCED.get(form)
    return found if found is not None else keep(_ANNOUNCED, form, _announced_by(form))


def _announced_by(form: str) -> Announced:
    cues: set[Cue] = set()
    found = lemmas(form)
    for lemma in found:
        cues |= lemma_class(lemma)
    planned = bool(found) and all(lemma in _PLANNED for lemma in found)
    return frozenset(cues), any(lemma in ETRE for lemma in found), planned
