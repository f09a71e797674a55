"""Where a sentence begins and ends, and what stands between quotation marks.

Places are indices into the pieces of a text (see `chrono.grammar.text`).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, count

_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")


def quotations(parts: list[str], first: int, last: int) -> list[bool]:
    """Of each piece from `first` to `last`, whether it lies inside of quotation marks.

    >>> quotations(["«", "Oui", "»", " ", '"', "non"], 0, 6)
    [False, True, True, False, False, True]
    """
    out: list[bool] = []
    depth, straight = 0, False
    for piece in parts[first:last]:
        out.append(depth > 0 or straight)
        if piece in _OPENING:
            depth += 1
        elif piece in _CLOSING:
            depth = max(0, depth - 1)
        elif piece == '"':
            straight = not straight
    return out


_END = frozenset(".!?…\n")
_FARTHEST = 400  # pieces to either side


def sentence_ends(parts: list[str], abbreviations: frozenset[str] = frozenset()) -> list[int]:
    """The place after the last piece of each sentence; the last one is the number of pieces.

    >>> sentence_ends(["Oui", ".", " ", "M", ".", " ", "Leroy", " ", "part", "."], frozenset("M"))
    [2, 10]
    """
    signs = compress(count(), map(_END.__contains__, parts))
    out = [k + 1 for k in signs if _ends(parts, k, abbreviations)]
    if not out or out[-1] < len(parts):
        out.append(len(parts))
    return out


def sentence(ends: list[int], at: int) -> tuple[int, int]:
    """The pieces of the sentence around a place, half open, and no more than make sense."""
    k = bisect_right(ends, at)
    first = ends[k - 1] if k else 0
    last = ends[k] if k < len(ends) else at + 1
    return max(first, at - _FARTHEST), min(last, at + _FARTHEST)


def _ends(parts: list[str], k: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends with this sign or line break."""
    piece = parts[k]
    if piece == "\n":
        return _new_line(parts, k)
    after = k + 1
    n = len(parts)
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
    return before not in abbreviations and not (len(before) == 1 and before.isupper())


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
