"""Where a sentence begins and ends, and what stands between quotation marks.

Places are indices into the pieces of a text (see `chrono.grammar.text`).
"""

from __future__ import annotations

from chrono.grammar.text import Cut, first_from

_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")


def quotations(text: Cut, first: int, last: int) -> list[tuple[int, int]]:
    """What lies between quotation marks from `first` to `last`: places, both ends inclusive.

    >>> from chrono.grammar.cutting import Sought
    >>> quotations(Sought([]).cut("«Oui» «non"), 0, 6)
    [(1, 2), (5, 5)]
    """
    quotes = text.quotes
    out: list[tuple[int, int]] = []
    depth, straight, begun = 0, False, -1
    k = first_from(quotes, first)
    while k < len(quotes) and quotes[k] < last:
        at = quotes[k]
        piece = text.parts[at]
        if piece in _OPENING:
            depth += 1
        elif piece in _CLOSING:
            depth = max(0, depth - 1)
        else:
            straight = not straight
        if begun < 0:
            begun = at + 1 if depth or straight else -1
        elif not depth and not straight:
            out.append((begun, at))
            begun = -1
        k += 1
    if begun >= 0:
        out.append((begun, last - 1))
    return out


_FARTHEST = 400  # pieces to either side


def sentence(text: Cut, at: int, abbreviations: frozenset[str] = frozenset()) -> tuple[int, int]:
    """The pieces of the sentence around a place, half open, and no more than make sense.

    >>> from chrono.grammar.cutting import Sought
    >>> text = Sought([]).cut("Oui. M. Leroy part. Non")
    >>> sentence(text, 6, frozenset("M"))
    (2, 10)
    """
    parts, stops = text.parts, text.stops
    first = max(0, at - _FARTHEST)
    last = min(len(parts), at + _FARTHEST)
    near = first_from(stops, at)
    k = near - 1
    while k >= 0 and stops[k] >= first:
        if _ends(parts, stops[k], abbreviations):
            first = stops[k] + 1
            break
        k -= 1
    k = near
    while k < len(stops) and stops[k] < last:
        if _ends(parts, stops[k], abbreviations):
            last = stops[k] + 1
            break
        k += 1
    return first, last


def _ends(parts: list[str], k: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends with this sign or line break."""
    piece = parts[k]
    if piece == "\n":
        return _new_line(parts, k)
    after = k + 1
    n = len(parts)
    if after + 1 < n and parts[after] == " " and parts[after + 1][0].isalpha():
        after += 1  # as mostly
    else:
        while after < n and parts[after] in "»”\")'":
            after += 1
        if after < n and not parts[after].isspace():
            return False
        while after < n and (parts[after].isspace() or parts[after] in '«“"-–—('):
            after += 1
    if after < n and parts[after][0].islower():
        return False
    if piece != "." or not k:
        return True
    before = parts[k - 1]
    if len(before) == 1 and before.isupper():
        return k > 2 and parts[k - 3].isdecimal()  # "L. Blum", but "la carte à 20 F. Réservez"
    return before not in abbreviations


def starts_line(parts: list[str], at: int) -> bool:
    r"""Whether nothing but white space stands before a piece in its line.

    >>> starts_line(["Un", "\n", " ", "deux"], 3), starts_line(["Un", " ", "deux"], 2)
    (True, False)
    """
    k = at - 1
    while k >= 0 and parts[k].isspace():
        if parts[k] == "\n":
            return True
        k -= 1
    return k < 0


def _new_line(parts: list[str], k: int) -> bool:
    """Whether a line break ends a sentence: an empty line does, or a capital after it."""
    after = k + 1
    while after < len(parts) and parts[after].isspace():
        if parts[after] == "\n":
            return True
        after += 1
    if after >= len(parts):
        return True
    return not parts[after][0].islower() and k > 0 and parts[k - 1] not in (",", "-")
