"""Years that one only compares with: "comme en 1989", "plus qu'en 2003"."""

from __future__ import annotations

_REACH = 16  # pieces before a year among which the words of a comparison are
_LEADING = frozenset("en à au aux de des du d l ' ’ été étés hiver hivers".split())
_LIKE = frozenset("comme contrairement rapport différence inverse opposé instar".split())
_DEGREES = frozenset("plus moins mieux pire pis davantage autant aussi si même mêmes".split())
_TOLD_OF = frozenset("où quand lorsque lorsqu qui dont année date".split())


def is_compared(parts: list[str], begins: int, first: int, last: int) -> bool:
    """Whether a year, from one piece to another, is what its sentence compares with.

    `begins` is where the sentence does.

    >>> is_compared("Comme en 1989 , il a plu".split(), 0, 2, 2)
    True
    >>> is_compared("Il a plu en 1989".split(), 0, 4, 4)
    False
    """
    k = first - 1
    least = max(begins, first - _REACH)
    while k >= least and (parts[k].isspace() or parts[k].lower() in _LEADING):
        k -= 1
    if k < least:
        return False
    head = parts[k].lower()
    if head in ("que", "qu"):
        if _DEGREES.isdisjoint([piece.lower() for piece in parts[least:k]]):
            return False
    elif head not in _LIKE:
        return False
    after = [p for p in parts[last + 1 : last + 5] if p != "," and p != " "]
    return _TOLD_OF.isdisjoint(after[:1])  # "comme en 2003, où …"
