"""Where a sentence begins and ends, and what stands between quotation marks.

Places are indices into the pieces of a text (see `chrono.grammar.text`).
"""

from __future__ import annotations

_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")


def quoted(parts: list[str], first: int, at: int) -> bool:
    """Whether a place of a sentence lies inside of quotation marks."""
    depth, straight = 0, False
    for piece in parts[first:at]:
        if piece in _OPENING:
            depth += 1
        elif piece in _CLOSING:
            depth = max(0, depth - 1)
        elif piece == '"':
            straight = not straight
    return depth > 0 or straight


_END = frozenset(".!?…")
_FARTHEST = 400  # pieces to either side


def sentence(
    parts: list[str], at: int, abbreviations: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """The pieces of the sentence around a place, half open."""
    first = at
    floor = max(0, at - _FARTHEST)
    while first > floor:
        piece = parts[first - 1]
        if piece != " " and not piece.isalnum() and _ends(parts, first - 1, abbreviations):
            break
        first -= 1
    last, ceiling = at, min(len(parts), at + _FARTHEST)
    while last < ceiling:
        piece = parts[last]
        if piece != " " and not piece.isalnum() and _ends(parts, last, abbreviations):
            return first, last + 1
        last += 1
    return first, last


def _ends(parts: list[str], k: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends with this piece."""
    piece = parts[k]
    if piece not in _END:
        return "\n" in piece and (piece.count("\n") > 1 or _new_line(parts, k))
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
    """A single line break ends a sentence where a capital follows a line without a full stop."""
    return (
        k + 1 < len(parts)
        and not parts[k + 1][0].islower()
        and k > 0
        and parts[k - 1] not in (",", "-")
    )
