"""French infinitives: purposes, what is asked for or allowed, and the infinitive of the past."""

from __future__ import annotations

from functools import lru_cache

from chrono.languages.fr.groups import STRONG, SUBORDINATORS, Group, announced_by
from chrono.languages.fr.parted import skip
from chrono.languages.fr.reporting import Cue
from chrono.languages.fr.verbs import Tense, is_weak, lemmas, readings
from chrono.model import Direction

PAST, FUTURE, UNKNOWN = Direction.PAST, Direction.FUTURE, Direction.UNKNOWN

_PURPOSE = frozenset({"pour", "afin"})
# "l'a autorisé mardi à s'absenter lundi": what is allowed or imposed is to come.
_LETTING = frozenset("autoriser obliger contraindre encourager convier habiliter pousser".split())
_WAS = frozenset("avait avaient était étaient".split())


@lru_cache(maxsize=1 << 12)
def _lets(form: str) -> bool:
    return not _LETTING.isdisjoint(lemmas(form))


def is_purpose(low: list[str], k: int) -> bool:
    """Whether an infinitive tells a purpose: "pour jouer samedi"."""
    return any(w in _PURPOSE for w in low[max(0, k - 3) : k])


def infinitive(low: list[str], k: int, told: bool) -> Group | None:
    """The group of an infinitive that says where it looks; None of one that does not.

    `told` says that the verb group before it is of the past.
    """
    if is_purpose(low, k):
        # "s'est envolé pour voir lundi le roi": over, or to come
        return Group(k, k + 1, UNKNOWN if told else FUTURE, True)
    if _is_due(low, k):
        return Group(k, k + 1, FUTURE, True)  # "un numéro à paraître jeudi"
    given = _given(low, k)
    if given:
        was = not _WAS.isdisjoint(low[max(0, given - 3) : given])
        return Group(k, k + 1, UNKNOWN if was else FUTURE, True)
    if "avant" in low[max(0, k - 4) : k]:
        return Group(k, k + 1, UNKNOWN, True)  # "avant de partir lundi": over, or to come
    for m in range(k - 1, max(-1, k - 8), -1):
        if low[m] in STRONG or low[m] in SUBORDINATORS or low[m] in ("dû", "pu"):
            break
        if low[m][0].isalpha():
            announced, _, _ = announced_by(low[m])
            asked = announced & {Cue.PLAN, Cue.INTENT, Cue.FORETELLING} and readings(low[m])
            if asked or _lets(low[m]):
                was = not _WAS.isdisjoint(low[max(0, m - 4) : m])
                return Group(k, k + 1, UNKNOWN if was else FUTURE, True)
    return None


# "A obtenu le droit de plaider lundi": what one may do from then on is to come.
_RIGHTS = frozenset(
    "droit chance mission possibilité permission autorisation ordre occasion privilège mandat "
    "consigne faculté tâche".split()
)
_GIVING = frozenset(
    "gagner obtenir recevoir donner accorder offrir décrocher conquérir arracher refuser valoir "
    "confier octroyer".split()
)
_OBJECTS = frozenset("le la les l ' ’ y en lui leur se s ne pas".split())


@lru_cache(maxsize=1 << 12)
def _gives(form: str) -> bool:
    return not _GIVING.isdisjoint(lemmas(form))


def _given(low: list[str], k: int) -> int:
    """Where the verb is that gives the right to what an infinitive tells; 0 if none does."""
    at = k - 1
    while at > 2 and low[at] in _OBJECTS:
        at -= 1
    if at < 3 or low[at] not in ("de", "d") or low[at - 1] not in _RIGHTS:
        return 0
    for m in range(at - 2, max(0, at - 6), -1):
        if low[m][0].isalpha() and _gives(low[m]):
            return m
    return 0


# What is still to do: "un numéro à paraître jeudi", "un siège à pourvoir dimanche".
_DUE = frozenset(
    "paraître reparaître venir suivre découvrir pourvoir élire disputer livrer diffuser retirer "
    "renouveler rembourser".split()
)
_TOIL = frozenset("mal peine difficulté difficultés manière façon".split())


def _is_due(low: list[str], k: int) -> bool:
    """Whether an infinitive behind "à" belongs to a noun, and not to a verb ("tarde à venir")."""
    if k < 2 or low[k - 1] != "à" or low[k] not in _DUE or low[k - 2] in _TOIL:
        return False
    noun = low[k - 2]
    return noun[0].isalpha() and (not readings(noun) or is_weak(noun))


# "Ceux qui comptaient partir jeudi": a plan that was made, for a day before or ahead.
_MEANING = frozenset("compter espérer souhaiter entendre".split())


def meant(low: list[str], k: int) -> int:
    """Where the infinitive ends that an imperfect at a place meant to do; 0 if it meant none.

    >>> meant("ils comptaient s ' asseoir".split(), 1)
    5
    """
    if _MEANING.isdisjoint(lemmas(low[k])) or not readings(low[k]) & Tense.IMPERFECT:
        return 0
    at = skip(low, k + 1, set())
    return at + 1 if at < len(low) and readings(low[at]) & Tense.INFINITIVE else 0


def past_infinitive(low: list[str], k: int, end: int) -> Group:
    """ "après s'être envolé" sets a scene; "dit avoir vu", "accusé d'avoir volé" tell an event."""
    at = k - 1
    while at >= 0 and low[at] in _BEFORE_INFINITIVE:
        at -= 1
    if at < 0 or low[at] in _SCENES:
        return Group(k, end, PAST, True)
    if not _HOPING.isdisjoint(lemmas(low[at])):
        return Group(k, end, FUTURE)  # "espère avoir fini lundi"
    return Group(k, end, PAST)


_BEFORE_INFINITIVE = frozenset(
    "' ’ d de ne n pas plus jamais s se m me nous y l le la les lui leur en t".split()
)
_SCENES = frozenset("après pour sans outre avant afin".split())
_HOPING = frozenset("espérer compter souhaiter vouloir promettre prévoir ambitionner".split())
