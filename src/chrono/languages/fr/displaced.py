"""What is put from one time on another: "reporté du 15 décembre au 10 janvier" lasts no month."""

from __future__ import annotations

from chrono.grammar.text import lower
from chrono.languages.fr.verbs import lemmas

# "reculer" may be said of prices, "déplacer" of a place for so long.
_PUTS_OFF = frozenset(
    "reporter décaler repousser avancer retarder ajourner différer reprogrammer renvoyer".split()
)
# What may stand between the verb and the first of the two times.
_BETWEEN = frozenset(
    "finalement donc encore une nouvelle fois à de nouveau ainsi même toutefois cependant in "
    "extremis d office".split()
)
_MOST = 8  # words of these, or between commas


def puts_off(form: str) -> bool:
    """Whether a verb of this form puts a thing on another time.

    >>> puts_off("reportée"), puts_off("jouée")
    (True, False)
    """
    return not _PUTS_OFF.isdisjoint(lemmas(form))


def is_displaced(parts: list[str], first: int) -> bool:
    """Whether the ends of a range are two times, from one of which a thing is put on the other.

    >>> is_displaced("le match est reporté du 3 au 5".split(), 4)
    True
    >>> is_displaced("le match est joué du 3 au 5".split(), 4)
    False
    """
    words = 0
    aside = False  # whether a comma closes what is put in: "décalé, faute de neige, du 3 au 5"
    k = first - 1
    while k >= 0:
        word = lower(parts[k])
        if not word.isspace():
            if aside:
                aside = word != ","
            elif puts_off(word):
                return True
            elif word == "," and not words:
                aside = True
            elif word not in _BETWEEN:
                return False
            words += 1
            if words > _MOST:
                return False
        k -= 1
    return False
