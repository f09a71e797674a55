"""Words and sentences of a text, with their offsets kept.

A text is cut into *pieces*: runs of letters, runs of digits, line breaks, other white space, and
single signs. The pieces joined are the text again, so an offset is a sum of lengths, and passing
over the words that say nothing about time stays in C.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from chrono.frozen import acyclic
from chrono.memory import keep


def _letters() -> str:
    r"""All letters of the Basic Multilingual Plane, as the inside of a character class.

    A class of ranges is one table look-up a character; ``[^\W\d_]`` is three tests.
    """
    ranges: list[str] = []
    first = -1
    for code in range(0x10000):
        if chr(code).isalpha():
            if first < 0:
                first = code
        elif first >= 0:
            ranges.append(f"\\u{first:04x}-\\u{code - 1:04x}")
            first = -1
    return "".join(ranges)


_LETTERS = _letters()
PIECE = re.compile(rf"[{_LETTERS}]+|[0-9]+| |\n|[^\S\n]+|.", re.DOTALL)
# Decomposed text (NFD, as some file systems write it) has marks that are no letters to `re`.
_PIECE_WITH_MARKS = re.compile(
    rf"[{_LETTERS}][{_LETTERS}\u0300-\u036f]*|[0-9]+| |\n|[^\S\n]+|.", re.DOTALL
)
# The marks of the Latin alphabets of Europe; looking for each is faster than a class of all.
MARKS = "\u0301\u0300\u0302\u0308\u0327\u0303\u030a\u030c\u030b\u0306\u0307\u0304\u0328\u0323"

_SIGNS = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
        "œ": "oe",
        "Œ": "oe",
        "ᵉ": "e",
        "ʳ": "r",
        "º": "o",
        "°": "o",
    }
)


def unaccent(word: str) -> str:
    """The word without its diacritics.

    >>> unaccent("Noël, février")
    'Noel, fevrier'
    """
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


# Small words that only their accent tells from another one; "A" as a word is "À" in print.
_DISTINCT = frozenset({"à", "dès", "où", "là", "dû"})


_FOLDS: dict[str, str] = {}
_LOWS: dict[str, str] = {}


def folded(word: str) -> str:
    """As `fold`, remembering the words of late."""
    found = _FOLDS.get(word)
    return found if found is not None else keep(_FOLDS, word, fold(word))


def lower(word: str) -> str:
    """The word in lower case, remembering the words of late."""
    found = _LOWS.get(word)
    return found if found is not None else keep(_LOWS, word, word.lower())


def fold(word: str) -> str:
    """The word as the grammar compares it: lower case, no diacritics, plain quotes and hyphens.

    Words that only their accent tells apart ("à", "dès", "où", "là") keep it.

    >>> fold("Février"), fold("’"), fold("1ᵉʳ"), fold("À"), fold("a")
    ('fevrier', "'", '1er', 'à', 'a')
    """
    if word.isascii():
        return "à" if word == "A" else word.lower()
    low = word.translate(_SIGNS).lower()
    if low in _DISTINCT:
        return low
    return unaccent(low)


def marked(text: str) -> bool:
    """Whether accents stand behind their letters, as marks of their own (NFD)."""
    return not text.isascii() and any([mark in text for mark in MARKS])  # noqa: C419 (faster)


def pieces(text: str) -> list[str]:
    """The pieces of a text; joined they are the text.

    >>> pieces("le 14h30, jeudi")
    ['le', ' ', '14', 'h', '30', ',', ' ', 'jeudi']
    """
    if marked(text):
        return _PIECE_WITH_MARKS.findall(text)
    return PIECE.findall(text)


STOPS = frozenset(".!?…\n")  # what may end a sentence
QUOTES = frozenset('"«»“”')


@acyclic
class Cut:
    """A text cut into pieces, with the places that are worth a look.

    `parts` are the pieces, their accents on their letters (NFC); `written` the same as the text
    has them; `likely` the places of those that are sought (see `chrono.grammar.cutting`), `stops`
    those of the signs and line breaks that may end a sentence, `quotes` those of quotation marks.
    `starts` are the offsets of the likely pieces, or none where they were not counted.
    """

    __slots__ = ("likely", "parts", "quotes", "starts", "stops", "written")

    def __init__(
        self,
        parts: list[str],
        likely: list[int],
        stops: list[int],
        quotes: list[int],
        written: list[str],
        starts: list[int],
    ) -> None:
        self.parts = parts
        self.likely = likely
        self.stops = stops
        self.quotes = quotes
        self.written = written
        self.starts = starts


def first_from(places: list[int], at: int) -> int:
    """The number of the first of these places, which rise, that is not before another one.

    As `bisect_left`, and sooner told once it is compiled.

    >>> first_from([3, 5, 9], 5), first_from([3, 5, 9], 10)
    (1, 3)
    """
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) // 2
        if places[middle] < at:
            low = middle + 1
        else:
            high = middle
    return low


class Offsets:
    """Where the pieces of a block begin, the first one at `start`.

    Few are asked for, and mostly from left to right: each is counted from the nearest one known.

    >>> from chrono.grammar.cutting import Sought
    >>> places = Offsets(Sought(["h"]).cut("le 14h30"), 100)
    >>> places.at(2), places.at(5), places.at(0)
    (103, 108, 100)
    """

    __slots__ = ("_at", "_likely", "_piece", "_start", "_text")

    def __init__(self, text: Cut, start: int) -> None:
        self._text = text
        self._start = start
        self._piece = 0
        self._at = start
        self._likely = -1  # of the likely pieces, the last one up to what was asked for last

    def at(self, piece: int) -> int:
        """The offset of a piece in the text; of the end, for the number of pieces."""
        text = self._text
        written, likely, starts = text.written, text.likely, text.starts
        near, at = self._piece, self._at
        if starts:
            k, size = self._likely, len(likely)
            while k + 1 < size and likely[k + 1] <= piece:
                k += 1
            while k >= 0 and likely[k] > piece:
                k -= 1
            self._likely = k
            far = piece - near if near < piece else near - piece
            if k >= 0 and piece - likely[k] < far:
                near, at = likely[k], self._start + starts[k]
                far = piece - near
            if k + 1 < size and likely[k + 1] - piece < far:
                near, at = likely[k + 1], self._start + starts[k + 1]
        for k in range(near, piece):
            at += len(written[k])
        for k in range(piece, near):
            at -= len(written[k])
        self._piece = piece
        self._at = at
        return at


_BLOCK_END = re.compile(r"\n\s*\n")


def blocks(text: str, size: int = 16_384) -> Iterator[tuple[int, int]]:
    r"""Spans that cover the text, each about `size` code points, cut between paragraphs.

    Where no paragraph ends in twice that size, the cut falls behind a line, a sentence or a word,
    or anywhere.

    >>> list(blocks("un\n\ndeux", 2))
    [(0, 4), (4, 8)]
    """
    start, end = 0, len(text)
    while end - start > 2 * size:
        found = _BLOCK_END.search(text, start + size - 1, start + 2 * size)
        if found:
            cut = found.end()
        else:
            cut = start + size
            for sign in ("\n", ". ", " "):
                at = text.rfind(sign, start + size, start + 2 * size)
                if at >= 0:
                    cut = at + len(sign)
                    break
        yield start, cut
        start = cut
    if start < end or not text:
        yield start, end
