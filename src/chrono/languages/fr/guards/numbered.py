"""Bare numbers that tell apart what a sentence has counted: "les lots sont vendus, sauf le 3"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.guards.counts import AFTER_DAY, looks_finite
from chrono.languages.fr.numbers import WORDS
from chrono.languages.fr.verbs import lemmas

NUMBERED_RULES = frozenset({"le ‹j›", "le ‹j› et le ‹j›", "le ‹j› ou le ‹j›"})

COUPLED = frozenset({"les ‹j› et ‹date›"})
"""The rules that take a bare number for a day of the month of the date after it."""

# What has numbers as its names.
_NUMBERED = frozenset(
    "articles amendements alineas chapitres lots numeros titres paragraphes points dossards "
    "candidats chars boxes quais postes wagons stands voies appartements chambres".split()
)
# What picks one out of them.
_PICKED = frozenset("seul seule seuls seules sauf hormis excepte dont".split())
_OUT_OF = frozenset("des sur parmi de ses leurs ces les".split())
_IN_A_ROW = frozenset({"le", ",", "et", "ou", "ni"})


def no_numbered(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses the numbers of what was counted before: "des douze lots, le 4 et le 7 sont vendus"."""
    if rule not in NUMBERED_RULES or near.inside[0] != "le" or not near.inside[1].isdigit():
        return True
    before = near.before
    noun = next((k for k, word in enumerate(before) if word in _NUMBERED), -1)
    if noun < 0 or "." in before[noun:]:
        return True
    last = len(before) - 1
    while last > noun and (before[last] in _IN_A_ROW or before[last].isdigit()):
        last -= 1
    if before[last] in _PICKED:
        return False
    counted = noun > 1 and (before[noun - 1].isdigit() or before[noun - 1] in WORDS)
    if not counted or before[noun - 2] not in _OUT_OF or "," not in before[last:]:
        return True
    return not (near.after and looks_finite(near.after[0]))


def no_number_apart(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a number in words before a date that has its own article: "venus à trois, le 4 mai"."""
    if rule not in COUPLED or near.inside[0] not in WORDS:
        return True
    return (*near.inside, *near.after[:2])[1:3] != (",", "le")


SHORT_SEASON = frozenset({"‹saison› ‹aa›"})

_AUXILIARIES = 3  # words back from "été": "a, en effet, été"


def no_counted_season(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses numbers that count: "l'été 40 % de baisse", "il a été 98 fois"; not "l'été 98"."""
    if rule not in SHORT_SEASON:
        return True
    after = near.after
    if after and after[0][0].isalnum() and after[0] not in AFTER_DAY and not looks_finite(after[0]):
        return False
    if after[:1] in (["%"], ["€"], ["$"], ["°"], ["-"], ["/"]):
        return False
    if near.inside[0] != "ete":
        return True
    return not any("avoir" in lemmas(word.lower()) for word in near.previous(_AUXILIARIES))
