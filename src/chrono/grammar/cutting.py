"""Cutting a text into pieces, and seeing on the way which of them are worth a look.

The regex of `chrono.grammar.text` says what a piece is. Compiled, a text is read code point by code
point instead: words that were seen before are known by their letters, so that no string is made
for them, nor looked up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Final, cast

from chrono.frozen import acyclic
from chrono.grammar.text import MARKS, QUOTES, STOPS, Cut, marked, pieces

if TYPE_CHECKING:
    from mypy_extensions import i64  # a machine integer, for the compiler; an int to Python


@acyclic
class Known:
    """A piece that a text had of late.

    `first` and `last` are its letters, seven in each, where it is `exact`: at most fourteen letters
    of Latin-1. `size` counts them, `sought` tells whether they are worth a look.
    """

    __slots__ = ("exact", "first", "last", "piece", "size", "sought")

    def __init__(
        self, piece: str, first: i64, last: i64, size: i64, exact: bool, sought: bool
    ) -> None:
        self.piece = piece
        self.first = first
        self.last = last
        self.size = size
        self.exact = exact
        self.sought = sought


class Sought:
    """A set of words to look for in texts; the pieces of late are remembered, a bounded number."""

    __slots__ = ("_known", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._known = [Known("", 0, 0, 0, False, False)] * _PLACES

    def cut(self, text: str) -> Cut:
        """A text in pieces.

        >>> found = Sought(["jeudi", "14"]).cut("Le 14. Jeudi, jeudi.")
        >>> [found.parts[k] for k in found.likely], found.stops
        (['14', 'jeudi'], [3, 9])
        """
        if _COMPILED:
            found = self.cut_by_code_points(text)
            return self._cut_with_marks(text) if found is None else found
        if marked(text):
            return self._cut_with_marks(text)
        parts = pieces(text)
        return self._look_through(parts, parts)

    def _cut_with_marks(self, text: str) -> Cut:
        """A text whose accents stand behind their letters."""
        written = pieces(text)
        composed = [unicodedata.normalize("NFC", piece) for piece in written]
        return self._look_through(composed, written)

    def _look_through(self, parts: list[str], written: list[str]) -> Cut:
        words = self.words
        likely = [k for k, piece in enumerate(parts) if piece in words]
        stops = [k for k, piece in enumerate(parts) if piece in STOPS]
        quotes = [k for k, piece in enumerate(parts) if piece in QUOTES]
        return Cut(parts, likely, stops, quotes, written, [])

    def cut_by_code_points(self, text: str) -> Cut | None:
        """As `cut`, and faster once it is compiled; None for a text with marks of their own.

        >>> Sought([]).cut_by_code_points("le 14h30, jeudi").parts
        ['le', ' ', '14', 'h', '30', ',', ' ', 'jeudi']
        """
        kinds, narrow = _kinds()
        # One byte a code point; what is not Latin-1 stands as "?", and is looked at in the text.
        raw = text.encode("latin-1", "replace")
        known = self._known
        parts: list[str] = []
        likely: list[int] = []
        stops: list[int] = []
        quotes: list[int] = []
        starts: list[int] = []
        at: i64 = 0
        size: i64 = len(text)
        while at < size:
            code: i64 = raw[at]
            kind: i64 = narrow[code]
            if kind == _WIDE:
                code = ord(text[at])
                kind = kinds[code] if code < _PLANE else _OTHER
            end: i64 = at + 1
            if kind == _SPACE:
                parts.append(" ")
                at = end
                continue
            first: i64 = 0
            last: i64 = code
            widest: i64 = code
            if kind == _STOP:
                stops.append(len(parts))
            elif kind == _QUOTE:
                quotes.append(len(parts))
            elif kind == _MARK:
                return None
            elif kind != _OTHER:
                wide = kind == _WHITE or code > 255
                if not wide:
                    end, first, last = _run(raw, narrow, at, size)
                    wide = end < size and raw[end] == _UNKNOWN
                if wide:
                    end, first, last, widest = _wide_run(text, kinds, at)
            exact = widest < 256 and end - at <= 14
            mixed: i64 = first * 31 ^ last
            place: i64 = ((mixed ^ mixed >> 28) * 0x9E3779B1 >> 20) & (_PLACES - 1)
            found = known[place]
            if not (
                found.last == last
                and found.first == first
                and found.size == end - at
                and found.exact == exact
                and (exact or _stands(found.piece, text, at))
            ):
                piece = text[at:end]
                found = Known(piece, first, last, end - at, exact, piece in self.words)
                known[place] = found
            if found.sought:
                likely.append(len(parts))
                starts.append(at)
            parts.append(found.piece)
            at = end
        return Cut(parts, likely, stops, quotes, parts, starts)


_PLACES: Final = 0x1000
_SEVEN: Final = (1 << 56) - 1  # seven code points of Latin-1


def _run(raw: bytes, narrow: bytes, at: i64, size: i64) -> tuple[i64, i64, i64]:
    """Where a run of Latin-1 of one kind ends, and its letters: the first and the last seven."""
    first: i64 = 0
    last: i64 = raw[at]
    kind: i64 = narrow[last]
    end: i64 = at + 1
    while end < size:
        code: i64 = raw[end]
        next_kind: i64 = narrow[code]
        if next_kind != kind:
            break
        first = (first << 8 | last >> 48) & _SEVEN
        last = (last << 8 | code) & _SEVEN
        end += 1
    return end, first, last


def _wide_run(text: str, kinds: bytes, at: i64) -> tuple[i64, i64, i64, i64]:
    """As `_run`, of any code points; and the bits that these have. White space may hold spaces."""
    size: i64 = len(text)
    first: i64 = 0
    last: i64 = ord(text[at])
    widest: i64 = last
    kind: i64 = kinds[last] if last < _PLANE else _OTHER
    end: i64 = at + 1
    while end < size:
        code: i64 = ord(text[end])
        next_kind: i64 = kinds[code] if code < _PLANE else _OTHER
        if next_kind != kind and not (kind == _WHITE and next_kind == _SPACE):
            break
        widest |= code
        first = (first << 8 | last >> 48) & _SEVEN
        last = (last << 8 | code) & _SEVEN
        end += 1
    return end, first, last, widest


def _stands(word: str, text: str, at: i64) -> bool:
    """Whether a text goes on with a word at a place; it is long enough."""
    k: i64 = 0
    size: i64 = len(word)
    while k < size:
        if ord(word[k]) != ord(text[at + k]):
            return False
        k += 1
    return True


_OTHER: Final = 0
_LETTER: Final = 1
_DIGIT: Final = 2
_SPACE: Final = 3
_WHITE: Final = 4
_STOP: Final = 5
_QUOTE: Final = 6
_MARK: Final = 7
_WIDE: Final = 8
_UNKNOWN: Final = 63  # what stands for a code point that is not Latin-1
_PLANE: Final = 0x10000


def _kind(code: int) -> int:
    c = chr(code)
    if c.isalpha():
        return _LETTER
    if "0" <= c <= "9":
        return _DIGIT
    if c == " ":
        return _SPACE
    if c in STOPS:
        return _STOP
    if c in QUOTES:
        return _QUOTE
    if c in MARKS:
        return _MARK
    return _WHITE if c.isspace() else _OTHER


@cache
def _kinds() -> tuple[bytes, bytes]:
    """What each code point of the Basic Multilingual Plane is, and each of Latin-1 by its byte."""
    kinds = bytes([_kind(code) for code in range(_PLANE)])
    return kinds, bytes([_WIDE if code == _UNKNOWN else kinds[code] for code in range(256)])


# A function that mypyc compiled is none of Python's.
_COMPILED = not isinstance(cast(object, _stands), FunctionType)
