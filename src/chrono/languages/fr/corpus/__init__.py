r"""The corpus of French: examples and counter-examples beside the rules that they hold to account.

One example a line, in the `*.txt` files of this package (UTF-8)::

    # a comment, or the heading of a section
    @ 2025-03-20                       the publication day of the lines below (or `…T18:30`)
    Le Kremlin a dénoncé [jeudi] les plans. => 2025-03-20
    Rendez-vous [jeudi matin]. => 2025-03-20TMO
    [hier] ou [demain] => 2025-03-19 ; 2025-03-21
    Il a 19 ans. => nothing

Brackets mark the exact extent of each expression, and are no part of the text; ``\n`` stands
for a line break. What is found and not bracketed is as wrong as what is bracketed and not found.
After ``=>``, one reading for each bracket, in the order of the text, separated by `` ; ``:

- ``2025-03-20``, ``2025-03-20T14:30``: that day, that minute;
- ``2025-03-17..2025-03-19``: both inclusive, days or minutes;
- ``2025-03``, ``2025``, ``2025-W12``, ``2025-W12-WE``, ``2025-Q1``, ``2025-H1``, ``2025-SU``,
  ``196X``, ``18XX``, ``2025-03-20TMO`` (TAF, TEV, TNI, TMI): this TIMEX3 value with the bounds
  that it stands for, or those of the third of it that ``mod=START|MID|END`` names;
- any other TIMEX3 value (``P3Y``, ``XXXX-WXX-1``, ``PAST_REF``): that value and no bounds;
- ``kept``: recognised, whatever it means;
- ``nothing``: the line holds no expression at all.

Then, each behind `` | ``: ``value=``, ``mod=``, ``type=``, ``edtf=``, ``anchor=``;
``parts=a;b``, the values of the parts of a composed expression; ``open=``, the second of two
candidates that the text leaves open (the first is the nearer one); ``extent=loose`` where
careful linguists differ on the extent: an overlap is enough. ``value=*`` asks for no value.
What is not given is not asked, but for two things that follow from the reading: the value of a
single day or minute is that day or minute, and a value without bounds that begins with P and a
quantity is a DURATION, with XXXX a SET.

``python -m chrono.languages.fr.corpus`` shows what fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from chrono.languages.fr.corpus.values import bounds_of_value, parse_bounds
from chrono.model import Bounds

__all__ = ["CorpusError", "Example", "Expected", "files", "load", "parse"]

_OPTIONS = frozenset({"value", "mod", "type", "edtf", "anchor", "parts", "open", "extent"})
_TYPE_OF_VALUE = ((re.compile(r"P[\dXT]"), "DURATION"), (re.compile("XXXX"), "SET"))


class CorpusError(ValueError):
    """A line of the corpus that cannot be read; names file and line."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One expression that a line must give. What is None (or empty) is not asked for.

    Offsets are in code points of the example's text, half open. `bounded` is False for `kept`,
    where `bounds` says nothing; otherwise `bounds` None asks that there be none.
    """

    start: int
    end: int
    text: str
    reading: str
    bounded: bool = True
    bounds: Bounds | None = None
    value: str | None = None
    mod: str | None = None
    type: str | None = None
    edtf: str | None = None
    anchor: str | None = None
    parts: tuple[str, ...] = ()
    open: Bounds | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """One line of the corpus: a text, its publication day (or minute), what it must give."""

    file: str
    line: int
    text: str
    published: date | datetime
    expected: tuple[Expected, ...]

    @property
    def id(self) -> str:
        """Where the line is, as ``file:line``."""
        return f"{self.file}:{self.line}"

    @property
    def positive(self) -> bool:
        """Whether the line holds an expression at all."""
        return bool(self.expected)


def files() -> tuple[Path, ...]:
    """List the files of the corpus, by name."""
    return tuple(sorted(Path(__file__).parent.glob("*.txt")))


def load() -> tuple[Example, ...]:
    """All the examples, by file and line.

    Raises CorpusError for a line that cannot be read.

    >>> examples = load()
    >>> len({example.id for example in examples}) == len(examples) > 1000
    True
    """
    return tuple(
        example
        for path in files()
        for example in parse(path.read_text(encoding="utf-8"), file=path.name)
    )


def parse(source: str, *, file: str = "-") -> Iterator[Example]:
    r"""Yield the examples of a text in the form that the module describes.

    >>> lines = "@ 2025-03-20\nIl partira [samedi]. => 2025-03-22\nIl a 19 ans. => nothing\n"
    >>> one, two = parse(lines)
    >>> one.text, one.expected[0].text, one.expected[0].value, two.positive
    ('Il partira samedi.', 'samedi', '2025-03-22', False)
    """
    published: date | datetime | None = None
    for number, raw in enumerate(source.split("\n"), start=1):
        line = raw.strip(" \t\r")
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("@"):
                published = _published(line[1:].strip(" "))
                continue
            if published is None:
                raise CorpusError("no '@ DAY' above the first example")
            marked, arrow, readings = line.rpartition(" => ")
            if not arrow:
                raise CorpusError("no ' => '")
            text, extents = _extents(marked.replace("\\n", "\n"))
            yield Example(file, number, text, published, _expected(text, extents, readings))
        except ValueError as error:
            raise CorpusError(f"{file}:{number}: {error}") from error


def _published(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _extents(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the brackets out of a text, and tell where they were."""
    pieces: list[str] = []
    extents: list[tuple[int, int]] = []
    length, opened = 0, -1
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            if opened >= 0:
                raise CorpusError("a bracket inside a bracket")
            opened = length
        elif piece == "]":
            if opened < 0 or opened == length:
                raise CorpusError("a bracket that closes nothing")
            extents.append((opened, length))
            opened = -1
        else:
            pieces.append(piece)
            length += len(piece)
    if opened >= 0:
        raise CorpusError("a bracket that is never closed")
    return "".join(pieces), tuple(extents)


def _expected(
    text: str, extents: tuple[tuple[int, int], ...], readings: str
) -> tuple[Expected, ...]:
    given = () if readings.strip() == "nothing" else tuple(readings.split(" ; "))
    if len(given) != len(extents):
        raise CorpusError(f"{len(extents)} brackets, {len(given)} readings")
    return tuple(
        _reading(text, start, end, reading.strip())
        for (start, end), reading in zip(extents, given, strict=True)
    )


def _reading(text: str, start: int, end: int, reading: str) -> Expected:
    head, *rest = (piece.strip() for piece in reading.split(" | "))
    pairs = [piece.partition("=")[::2] for piece in rest]
    options = dict(pairs)
    if len(options) != len(pairs) or not options.keys() <= _OPTIONS:
        raise CorpusError(f"unknown or repeated option in {reading!r}")
    mod, value, kind = options.get("mod"), options.get("value"), options.get("type")
    bounds = None if head == "kept" else parse_bounds(head)
    if head == "kept":
        pass
    elif bounds is not None:
        # A single day or minute is its own value, unless the expression is made of parts.
        if value is None and ".." not in head and "parts" not in options:
            value = head
    else:
        bounds = bounds_of_value(head, mod)
        value = head if value is None else value
        if bounds is None and kind is None:
            kind = next((name for form, name in _TYPE_OF_VALUE if form.match(head)), None)
    parts = options.get("parts", "")
    other = options.get("open")
    return Expected(
        start,
        end,
        text[start:end],
        reading,
        bounded=head != "kept",
        bounds=bounds,
        value=None if value == "*" else value,
        mod=mod,
        type=kind,
        edtf=options.get("edtf"),
        anchor=options.get("anchor"),
        parts=tuple(parts.split(";")) if parts else (),
        open=None if other is None else parse_bounds(other) or bounds_of_value(other, None),
        loose=options.get("extent") == "loose",
    )
