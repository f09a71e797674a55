"""The words of a clause as the readers of verbs take them: in lower case, with their accents."""

from __future__ import annotations

from chrono.grammar.text import lower
from chrono.languages.fr.verbs import Tense, auxiliary, readings, readings_folded


def lowered(words: list[str]) -> list[str]:
    """The words in lower case; the "A" of "A6" is no verb, and at the head "A la" is "À la"."""
    low = []
    spelled = False
    for word in words:
        low.append(lower(word))
        spelled = spelled or word == "A"
    if spelled:
        if words[0] == "A" and low[1:2] in (["la"], ["l"]):
            low[0] = "à"
        for k in range(len(low) - 1):
            if words[k] == "A" and low[k] == "a" and low[k + 1].isdecimal():
                low[k] = "•"
    return low


def whole_numbers(low: list[str]) -> None:
    """Make no commas of those of numbers: "relevé de 0,3 %".

    >>> words = "relevé de 0 , 3 % , puis".split()
    >>> whole_numbers(words)
    >>> " ".join(words)
    'relevé de 0 . 3 % , puis'
    """
    for k, word in enumerate(low):
        if word == "," and low[k - 1].isdecimal() and low[k + 1 : k + 2]:
            low[k] = "." if low[k + 1].isdecimal() else ","


def from_capitals(low: list[str]) -> list[str]:
    """The words of a headline in capitals, with the accents that they left out."""
    low = [_accented(word) for word in low]
    for k in range(1, len(low)):  # "A ETE SUIVIE"
        if low[k] == "ete" and "avoir" in (auxiliary(low[k - 1]) or ()):
            low[k] = "été"
    for k in range(len(low) - 1):  # "MARDI A LYON", but "MACRON A PROMIS"
        if low[k] == "a" and not readings_folded(low[k + 1]) & Tense.PAST_PARTICIPLE:
            low[k] = "à"
    return low


def _accented(word: str) -> str:
    """A participle in capitals without its accent: "FERMEES"."""
    for plain, end in (("ees", "ées"), ("ee", "ée"), ("es", "és")):
        if word.endswith(plain):
            found = word[: -len(plain)] + end
            return found if readings(found) & Tense.PAST_PARTICIPLE else word
    return word
