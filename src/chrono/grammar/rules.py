r"""Rules as values, and the small notation their patterns are written in.

A pattern is a row of symbols:

    MONTH             an edge of that category (capitals)
    mois              that word, compared folded (lower case, no accents)
    (a|b c|MONTH)     one of several rows; (x|) or (x)? or x? may be left out
    ~                 no white space at this place
    <en>              context: must stand there, but is not part of the expression
    {les DAY}         the extent of one simple part of a composed expression
    \(                the sign itself

The producer gets the values of the categories in order, and returns the value of the new edge,
or None where the pieces do not fit together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chrono.frozen import frozen
from chrono.grammar.text import fold, pieces

PLAIN, CONTEXT = -1, -2


@frozen
class Symbol:
    """One place of a flat pattern. `zone` is PLAIN, CONTEXT or the number of a part."""

    name: str
    glued: bool = False
    zone: int = PLAIN

    @property
    def is_word(self) -> bool:
        """Whether the symbol stands for a word, not for a category."""
        return self.name.startswith("=")


def itself(value: Any) -> Any:
    """The producer of a rule whose edges mean what the one category of its pattern means.

    >>> itself(14)
    14
    """
    return value


@frozen
class Rule:
    """A named way to compose edges: `pattern` into an edge of category `out`.

    `priority` decides between readings of the same words; `composed` marks rules whose edges
    consist of simple parts.
    """

    name: str
    pattern: str
    out: str
    produce: Callable[..., Any]
    priority: int = 0
    composed: bool = False


@frozen
class Flat:
    """One expansion of a rule's pattern: no options, no alternatives.

    `valued` are the places whose values the producer gets, `first` and `last` the outermost places
    that belong to the expression; looked up once, for they are asked for with every edge. `zones`
    are the places of each part that its braces mark, `members` those of its categories. `passes`:
    its only value is passed on as it is (see `itself`), and no producer need be called.
    """

    rule: Rule
    symbols: tuple[Symbol, ...]
    number: int
    valued: tuple[int, ...]
    first: int
    last: int
    zones: tuple[tuple[int, ...], ...]
    members: tuple[int, ...]
    passes: bool


def flats(rule: Rule) -> list[Flat]:
    """The expansions of a rule's pattern."""
    found: list[Flat] = []
    for number, symbols in enumerate(expand(rule.pattern)):
        own = [k for k, symbol in enumerate(symbols) if symbol.zone != CONTEXT]
        valued = tuple(k for k, symbol in enumerate(symbols) if not symbol.is_word)
        last = max(symbol.zone for symbol in symbols)
        marked = [[k for k, s in enumerate(symbols) if s.zone == z] for z in range(last + 1)]
        zones = tuple(tuple(places) for places in marked if places)
        members = tuple(k for k in own if not symbols[k].is_word)
        found.append(
            Flat(
                rule, symbols, number, valued, own[0], own[-1], zones, members,
                rule.produce is itself and len(valued) == 1,
            )
        )  # fmt: skip
    return found


class _Reader:
    """Reads one pattern into its expansions."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = _split(source)
        self.at = 0
        self.part = 0

    def read(self) -> list[tuple[Symbol, ...]]:
        rows = self.alternatives(PLAIN)
        if self.at != len(self.tokens):
            raise ValueError(f"unbalanced pattern: {self.source}")
        return rows

    def alternatives(self, zone: int) -> list[tuple[Symbol, ...]]:
        rows = self.row(zone)
        while self.peek() == "|":
            self.at += 1
            rows = rows + self.row(zone)
        return rows

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def row(self, zone: int) -> list[tuple[Symbol, ...]]:
        rows: list[tuple[Symbol, ...]] = [()]
        glued = False
        while self.peek() not in ("", "|", ")", ">", "}"):
            token = self.tokens[self.at]
            self.at += 1
            if token == "~":
                glued = True
                continue
            if token in "(<{":
                inner_zone = zone
                if token == "<":
                    inner_zone = CONTEXT
                elif token == "{":
                    inner_zone = self.part
                    self.part += 1
                choices = self.alternatives(inner_zone)
                self.at += 1
            elif token[0].isupper():
                choices = [(Symbol(token, False, zone),)]
            else:
                words = [p for p in pieces(token.replace("\\", "")) if not p.isspace()]
                choices = [tuple(Symbol("=" + fold(w), k > 0, zone) for k, w in enumerate(words))]
            if self.peek() == "?":
                self.at += 1
                choices = [*choices, ()]
            if glued:
                choices = [_glue_first(c) for c in choices]
                glued = False
            rows = [r + c for r in rows for c in choices]
        return rows


def _glue_first(row: tuple[Symbol, ...]) -> tuple[Symbol, ...]:
    if not row:
        return row
    first = row[0]
    return (Symbol(first.name, True, first.zone), *row[1:])


def _split(source: str) -> list[str]:
    out: list[str] = []
    word = ""
    escaped = False
    for c in source:
        if c == "\\" and not escaped:
            escaped = True
            continue
        if escaped:
            word += "\\" + c
            escaped = False
        elif c in " (|)<>{}?~":
            if word:
                out.append(word)
            word = ""
            if c != " ":
                out.append(c)
        else:
            word += c
    if word:
        out.append(word)
    return out


def expand(pattern: str) -> tuple[tuple[Symbol, ...], ...]:
    """All flat patterns of a pattern, shortest first, without repeats.

    >>> [" ".join(s.name for s in row) for row in expand("(le|) MONTH YEAR?")]
    ['MONTH', '=le MONTH', 'MONTH YEAR', '=le MONTH YEAR']
    """
    rows = dict.fromkeys(_Reader(pattern).read())
    if () in rows:
        raise ValueError(f"a pattern that matches nothing: {pattern}")
    return tuple(sorted(rows, key=len))


def words_of(pattern: str) -> set[str]:
    """The words and signs of a pattern, as written.

    >>> sorted(words_of("(dès|à) l'été MONTH"))
    ["'", 'dès', 'l', 'à', 'été']
    """
    return {
        piece
        for token in _split(pattern)
        if token not in "(|)<>{}?~" and not token[0].isupper()
        for piece in pieces(token.replace("\\", ""))
    }
