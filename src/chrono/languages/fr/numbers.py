"""French numbers, in digits and in words, as the chart's first edges.

Source of the system of number words: Grevisse, *Le Bon Usage*, §§ 595-602; the spellings of
1990 (hyphens everywhere) and the older ones (hyphens below cent) are both read.
"""

from __future__ import annotations

from typing import Any

from chrono.grammar.chart import Tokens
from chrono.memory import keep

UNITS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
WORDS = frozenset(UNITS) | frozenset(TENS) | {"cent", "cents", "mille", "mil"}

FIRST_YEAR, LAST_YEAR = 1000, 2199


def read(tokens: Tokens, start: int) -> list[tuple[int, str, Any]]:
    """The number edges that start at a word: (end, category, value).

    NUM any number; DAYNUM 1 to 31, MONTHNUM 1 to 12 with at most two digits; YEAR4 a year of four
    digits; YEAR2 two digits; HOURNUM 0 to 24; MIN two digits below 60; WORDNUM one in words.
    """
    word = tokens.words[start].folded
    if word.isdecimal() and word.isascii():
        return _digits(tokens, start, word)
    if word in WORDS:
        return _words(tokens, start)
    return []


# What a number of several pieces may be that none of its pieces is: "2,5", "10 000".
JOINED = frozenset({"NUM", "DECIMAL", "WORDNUM", "WORDYEAR"})
_JOINING = WORDS | {"et", "-"}


def inside(left: str, right: str) -> bool:
    """Whether two folded words may stand side by side within a number.

    >>> inside("10", "000"), inside("2", ","), inside("vingt", "et"), inside("juin", "1944")
    (True, True, True, False)
    """
    if left in _JOINING:
        return right in _JOINING
    if left[0].isdecimal():
        return right in (",", ".") or (len(right) == 3 and right.isdecimal())
    return left in (",", ".") and right.isdecimal() and len(right) <= 2


_ALONE: dict[tuple[str, int], list[tuple[int, str, Any]]] = {}


def _digits(tokens: Tokens, start: int, word: str) -> list[tuple[int, str, Any]]:
    if len(word) > 9:
        return []
    end = start + 1
    after = tokens.words[end].folded if end < len(tokens.words) else ""
    if after and (after in ",." or after[0].isdecimal()):
        return _read_digits(tokens, start, word)
    found = _ALONE.get((word, end))
    if found is None:
        found = keep(_ALONE, (word, end), _read_digits(tokens, start, word))
    return found


def _read_digits(tokens: Tokens, start: int, word: str) -> list[tuple[int, str, Any]]:
    value = int(word)
    end = start + 1
    n = len(tokens.words)
    grouped = end < n and tokens.spaced[end] and len(word) <= 3  # 10 000 ans
    group = tokens.words[end].folded if grouped else ""
    grouped = len(group) == 3 and group.isdecimal()
    found: list[tuple[int, str, Any]] = [(end, "NUM", value), (end, "INT", value)]
    if len(word) <= 2:
        if 1 <= value <= 31:
            found.append((end, "DAYNUM", value))
        if 1 <= value <= 12:
            found.append((end, "MONTHNUM", value))
        if value <= 24:
            found.append((end, "HOURNUM", value))
    if len(word) == 2:
        if not grouped:  # "en mai 12 000 visiteurs"
            found.append((end, "YEAR2", value))
        if value < 60:
            found.append((end, "MIN", value))
    if len(word) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        found.append((end, "YEAR4", value))
    if len(word) == 3:
        found.append((end, "YEAR3", value))
    if end + 1 < n and tokens.words[end].folded in ",." and not tokens.spaced[end]:
        fraction = tokens.words[end + 1].folded
        if fraction.isdecimal() and not tokens.spaced[end + 1] and len(fraction) <= 2:
            found.append((end + 2, "DECIMAL", float(f"{word}.{fraction}")))
    if grouped:
        found.append((end + 1, "NUM", value * 1000 + int(group)))
    return found


def _words(tokens: Tokens, start: int) -> list[tuple[int, str, Any]]:
    value, end = spelled(tokens, start)
    if end == start:
        return []
    found: list[tuple[int, str, Any]] = [(end, "NUM", value), (end, "WORDNUM", value)]
    if FIRST_YEAR <= value <= LAST_YEAR and end - start > 1:
        found.append((end, "WORDYEAR", value))
    return found


def spelled(tokens: Tokens, start: int) -> tuple[int, int]:
    """A number in words that starts here: its value and where it ends (`start` if none does)."""
    n = len(tokens.words)
    total = current = 0
    at = start
    last = ""  # the class of the word before: "", unit, ten, hundred, thousand
    while at < n:
        word = tokens.words[at].folded
        step = at
        if word == "-" and last and at + 1 < n and not tokens.spaced[at]:
            step += 1
            word = tokens.words[step].folded
        if word == "et" and last == "ten" and step + 1 < n:
            ahead = step + 1
            if tokens.words[ahead].folded == "-" and ahead + 1 < n:
                ahead += 1
            if tokens.words[ahead].folded in ("un", "une", "onze"):
                step, word = ahead, tokens.words[ahead].folded
        if word in UNITS and last not in ("unit",):
            small = UNITS[word]
            if last == "ten" and current % 100 not in (60, 80) and small >= 10:
                break
            current += small
            last = "unit" if small != 10 else "dix"
            if small == 4:
                last = "four"
        elif last == "dix" and word in ("sept", "huit", "neuf"):
            current += UNITS[word]
            last = "unit"
        elif last == "four" and word in ("vingt", "vingts"):
            current = current - 4 + 80
            last = "ten"
        elif word in TENS and last in ("", "hundred", "thousand"):
            current += TENS[word]
            last = "ten"
        elif word in ("cent", "cents") and last in ("", "unit", "four", "thousand", "dix"):
            current = (current or 1) * 100
            last = "hundred"
        elif word in ("mille", "mil") and total == 0:
            total = (current or 1) * 1000
            current = 0
            last = "thousand"
        else:
            break
        at = step + 1
    return (total + current, at) if last else (0, start)
