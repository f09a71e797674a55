"""French verb groups in two parts: what stands between an auxiliary and its verb.

"Il a, mardi, rejeté", "a mardi à Lyon rejeté", "vient, hier, d'annoncer", "a-t-il, mardi, rejeté".
"""

from __future__ import annotations

from chrono.languages.fr.groups import STRONG
from chrono.languages.fr.verbs import Tense, readings

_ADVERBS = frozenset(
    "pas plus jamais point rien déjà encore toujours bien aussi également ainsi enfin finalement "
    "donc même tous tout toutes toute été elle il ils elles on été d abord ensuite notamment "
    "en y l la le les lui leur t ne n souvent aujourd hui hier surtout à nouveau presque trop "
    "beaucoup peu mieux mal longtemps tôt tard nouveau eux s se m me ni guère certes pourtant "
    "cependant néanmoins toutefois parfois vite soudain aussitôt volontiers".split()
)

# "là" stands for the bracket before the time in question.
CLOSING = {",": ",", "(": ")", "là": ")", "–": "–", "—": "—", "-": "-"}
_WITHIN = 18  # words of what stands between an auxiliary and its participle


def apart(low: list[str], k: int, hidden: set[int], wanted: int) -> tuple[int, int]:
    """Where what parts an auxiliary from its verb begins, and where it ends; (0, 0): nothing.

    It stands between signs ("a, mardi, rejeté", "vient, mardi, de rejeter"), or is an adverbial
    without ("a mardi à Lyon rejeté", "a de son côté rejeté").
    """
    n = len(low)
    closing = CLOSING.get(low[k]) if k < n else None
    if closing is None:
        return _phrase_apart(low, k, hidden) if wanted == Tense.PAST_PARTICIPLE else (0, 0)
    for m in range(k + 1, min(n, k + _WITHIN)):
        word = low[m]
        if word == closing:
            at = skip(low, m + 1, hidden)
            if at < n and low[at] != closing and is_verb(low, at, wanted):
                return k, m + 1
        elif word in STRONG:
            break
    return 0, 0


def _phrase_apart(low: list[str], k: int, hidden: set[int]) -> tuple[int, int]:
    """Of an adverbial between auxiliary and participle, where it begins and ends: no object is."""
    if k >= len(low) or low[k] not in LEADING:
        return 0, 0
    for m in range(k + 1, min(len(low), k + 9)):
        word, before = low[m], low[m - 1]
        if m in hidden or word in ("'", "’", "-"):
            continue
        led = before in LEADING or before in _ARTICLES or before in ("'", "’")
        if not word[0].isalpha() or (word in _ARTICLES and not led):
            return 0, 0
        if not led and _is_participle(low, m):
            return k, m
    return 0, 0


# Begins an adverbial, and goes on with it.
LEADING = frozenset(
    "à au aux en dans sur chez devant par sous près lors sans pour avec de d du des entre".split()
)
_ARTICLES = frozenset("le la les l un une ce cette ces son sa ses leur leurs deux trois".split())
_COUNTING = frozenset("un une des deux trois quatre cinq plusieurs".split())


def is_verb(low: list[str], k: int, wanted: int) -> bool:
    """Whether a word is the participle or the infinitive ("de" and one) that an auxiliary wants."""
    if wanted == Tense.PAST_PARTICIPLE:
        return _is_participle(low, k)
    while k < len(low) and low[k] in ("de", "d", "'", "’", "se", "s", "y", "en", "être", "avoir"):
        k += 1
    return k < len(low) and bool(readings(low[k]) & (Tense.INFINITIVE | Tense.PAST_PARTICIPLE))


def _is_participle(low: list[str], k: int) -> bool:
    word = low[k]
    if not word[0].isalpha() or (k and low[k - 1] in _COUNTING):
        return False
    return bool(readings(word) & Tense.PAST_PARTICIPLE) or word.endswith(("é", "és", "ée", "ées"))


def skip(low: list[str], k: int, hidden: set[int], most: int = 6) -> int:
    """The next word that is no adverb, pronoun or sign inside of a verb group."""
    n = len(low)
    for _ in range(most):
        if k >= n:
            return n
        word = low[k]
        if (
            k in hidden
            or word in ("-", "'", "’")
            or word in _ADVERBS
            or (word.endswith("ment") and len(word) > 6)
            or (word == "de" and k + 1 < n and low[k + 1] == "nouveau")
        ):
            k += 1
        elif word == "peut" and low[k + 1 : k + 3] == ["-", "être"]:
            k += 3
        else:
            return k
    return k
