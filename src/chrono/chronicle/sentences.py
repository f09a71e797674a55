"""Sentences and words of a French text, with their offsets.

Sentences are found paragraph by paragraph. A full stop ends none after an abbreviation, an
initial or inside a number; a line break ends one unless the text is wrapped at a fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chrono.chronicle import french

LONGEST = 3_000
"""A sentence has no more characters: what goes on for longer is a list or no text at all."""

_END = re.compile(r"[.!?…]+(?:[)\]»”\"']|\s+[»”])*(?=\s|$)|(?<=\s)\.(?=[A-ZÀ-Ý][a-zà-ÿ])")
_NEXT = re.compile(r"\s*(?:[-–—•_*]\s*)?[«“\"'(\[]?\s*[A-ZÀ-ÝŒÆ0-9]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.$")
_LINES = re.compile(r"[^\n]+")
_WRAPPED = range(56, 110)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the text, half open; `paragraph` counts from 0; `closed` by a final sign."""

    start: int
    end: int
    paragraph: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign. `low` is lower case with plain apostrophes."""

    text: str
    start: int
    end: int
    low: str

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return self.text[:1].isalnum()


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """Cut ``text[start:end]`` into sentences, in order; white space around them is left out.

    >>> text = "M. X est à Paris. «Il y reste», dit J. Y. à 14.30. Fin"
    >>> [text[s.start:s.end] for s in sentences(text)]
    ['M. X est à Paris.', '«Il y reste», dit J. Y. à 14.30.', 'Fin']
    """
    found = []
    for number, (first, last) in enumerate(
        _paragraphs(text, start, len(text) if end is None else end)
    ):
        for one, two in _cut(text, first, last):
            closed = text[two - 1 : two] in ".!?…»”\"')"
            found.append(Sentence(one, two, number, closed))
    return tuple(found)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in _LINES.finditer(text, start, end)]
    first: int | None = None
    before = (0, 0)
    for line in lines:
        if not text[line[0] : line[1]].strip():
            if first is not None:
                yield first, before[1]
            first = None
            continue
        if first is not None and not _goes_on(text, before, line):
            yield first, before[1]
            first = None
        first = line[0] if first is None else first
        before = line
    if first is not None:
        yield first, before[1]


def _goes_on(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line continues the one before: the break is then only white space."""
    if text.count("\n", before[1], line[0]) > 1:
        return False
    head = text[line[0] : line[1]].lstrip()
    tail = text[before[0] : before[1]].rstrip()
    if head[:1].islower():
        return True
    if tail[-1:] in ".!?…:»”":
        return len(tail) in _WRAPPED and tail[-1:] not in ":"
    return len(tail) in _WRAPPED


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop < end and not _NEXT.match(text, stop, end):
            continue
        if stop < end and match.group().startswith(".") and not match.group().startswith(".."):
            before = _WORD_BEFORE.search(text, max(first, match.start() - 14), match.start() + 1)
            word = before.group(1) if before else ""
            initial = len(word) == 1 and word.isupper()
            if (
                initial
                and before
                and text[max(0, before.start(1) - 2) : before.start(1)][:1].isdigit()
            ):
                initial = False  # "la carte à 20 F. Réservez"
            if initial or word.lower() in french.ABBREVIATIONS:
                continue
        if match.group().startswith("...") and text[match.start() - 1 : match.start()] == "(":
            continue
        yield from _stripped(text, first, stop)
        first = stop
    yield from _stripped(text, first, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


_TOKEN = re.compile(
    r"aujourd['’]hui|quelqu['’]une?s?|presqu['’]île"
    r"|(?:(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])['’])(?=\w|[«\"“])"
    r"|\d+(?:[.,  ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:[-‑][^\W_]+)*"
    r"|\.\.\.|[^\w\s]",
    re.IGNORECASE,
)


def words(text: str, start: int, end: int) -> list[Word]:
    """Cut ``text[start:end]`` into words, numbers and signs; elided words keep the apostrophe.

    >>> [w.text for w in words("L'accord, dit-il, a 10.000 mots", 0, 31)]
    ["L'", 'accord', ',', 'dit-il', ',', 'a', '10.000', 'mots']
    """
    return [
        Word(m.group(), m.start(), m.end(), _low(m.group()))
        for m in _TOKEN.finditer(text, start, end)
    ]


def _low(word: str) -> str:
    if word == "A":
        return "à"  # capitals go without accents in print; no verb begins a sentence so
    return word.lower().replace("’", "'").replace("‑", "-")


def phrase_at(
    part: Sequence[Word], at: int, phrases: Mapping[str, Sequence[tuple[str, ...]]]
) -> tuple[str, ...]:
    """The first of some phrases, by their first words, that stands at a place; () for none.

    >>> cut = "elle a de plus en plus ri"
    >>> phrase_at(words(cut, 0, len(cut)), 2, {"de": (("de", "même"), ("de", "plus"))})
    ('de', 'plus')
    """
    for phrase in phrases.get(part[at].low, ()):
        if tuple([word.low for word in part[at : at + len(phrase)]]) == phrase:
            return phrase
    return ()


_BETWEEN = 8  # words from "entre" to its "et"


def joins_between(part: Sequence[Word], at: int) -> bool:
    """Whether a word is the "et" of an "entre" before it: it ends no clause.

    >>> cut = "interdit entre Valence et Orange"
    >>> joins_between(words(cut, 0, len(cut)), 3)
    True
    """
    if part[at].low != "et":
        return False
    for k in range(at - 1, max(-1, at - 1 - _BETWEEN), -1):
        if part[k].low == "entre":
            return True
        if part[k].low in ("et", ",", ";"):
            return False
    return False
