"""From text to mentions: islands of time words, parsed once for each wording, with their places.

A mention is a span and a term; nothing here knows what day it is. Islands repeat ("jeudi", "hier
soir"), so their parses are kept, a bounded number of them, by their exact wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chrono.grammar.chart import LONGEST, Edge, Tokens
from chrono.grammar.language import Language, Neighbours
from chrono.grammar.lexicon import Word
from chrono.grammar.text import fold
from chrono.terms import After, AllOf, Clock, Cycle, Day, OneOf, Range, Shift, Term, Unit

_KEPT_PARSES = 20_000
_AROUND = 12  # words that a guard sees on either side


@dataclass(frozen=True, slots=True)
class Found:
    """An expression inside an island: where, what it means, and how that was composed.

    `left` to `right` are words of the island, half open; `parts` the simple expressions of a
    composed one, each with its own term.
    """

    left: int
    right: int
    term: Term
    rule: str
    parts: tuple[tuple[int, int, Term], ...]
    edge: Edge
    direct: bool  # whether the tense of the clause bears on it


@dataclass(slots=True)
class Mention:
    """An expression in a text: pieces `first` to `last` (inclusive) of its block."""

    first: int
    last: int
    found: Found
    places: Sequence[int]  # of the island's words, in pieces


class Reader:
    """Finds the mentions of texts in one language; keeps the parses of islands seen before."""

    __slots__ = ("_parses", "_word_of", "language", "steps")

    def __init__(self, language: Language) -> None:
        self.language = language
        self._parses: dict[tuple[str, ...], tuple[Found, ...]] = {}
        self.steps = 0

    def mentions(self, parts: list[str]) -> Iterator[Mention]:
        """The mentions among the pieces of a block, from left to right."""
        waiting: Mention | None = None
        for mention in self._simple(parts):
            if waiting is None:
                waiting = mention
            else:
                joined = _joined(parts, waiting, mention)
                if joined is None:
                    yield waiting
                    waiting = mention
                else:
                    waiting = joined
        if waiting is not None:
            yield waiting

    def _simple(self, parts: list[str]) -> Iterator[Mention]:
        lexicon = self.language.lexicon
        strong, words, confirm = lexicon.strong, lexicon.words, self.language.confirm
        done = 0  # the first piece not yet part of an island
        for at in [i for i, piece in enumerate(parts) if piece in strong]:
            if at < done:
                continue
            piece = parts[at]
            if not (piece.isalpha() and piece not in ("h", "H")) and not confirm(parts, at):
                continue
            places = self._island(parts, at, done, words)
            done = places[-1] + 1
            yield from self._parse(parts, places)

    def _island(
        self, parts: list[str], at: int, floor: int, words: dict[str, Word]
    ) -> list[int]:
        """The places of the words of the island around a strong piece."""
        left: list[int] = []
        k = at - 1
        while k >= floor and len(left) < LONGEST // 2:
            piece = parts[k]
            if piece in words or piece.isdecimal():
                left.append(k)
            elif not piece.isspace() or piece.count("\n") > 1:
                break
            k -= 1
        left.reverse()
        left.append(at)
        k, n = at + 1, len(parts)
        while k < n and len(left) < LONGEST:
            piece = parts[k]
            if piece in words or piece.isdecimal():
                left.append(k)
            elif not piece.isspace() or piece.count("\n") > 1:
                break
            k += 1
        return left

    def _parse(self, parts: list[str], places: list[int]) -> Iterator[Mention]:
        key = tuple(parts[places[0] : places[-1] + 1])
        found = self._parses.get(key)
        if found is None:
            found = self._read(parts, places)
            if len(self._parses) >= _KEPT_PARSES:
                self._parses.clear()
            self._parses[key] = found
        for one in found:
            mention = Mention(places[one.left], places[one.right - 1], one, places)
            if self._stands(parts, mention):
                yield mention

    def _read(self, parts: list[str], places: list[int]) -> tuple[Found, ...]:
        words = self.language.lexicon.words
        surfaces = tuple(parts[k] for k in places)
        tokens = Tokens(
            surfaces,
            tuple(words.get(s) or Word(s) for s in surfaces),
            tuple(i > 0 and places[i - 1] != k - 1 for i, k in enumerate(places)),
        )
        self.steps += len(places)
        out = []
        for edge in self.language.grammar.parse(tokens, self.language.lexicon):
            assert edge.flat is not None
            out.append(_found(edge))
        return tuple(out)

    def _stands(self, parts: list[str], mention: Mention) -> bool:
        near = neighbours(parts, mention)
        term, rule = mention.found.term, mention.found.rule
        return all(guard(term, rule, near) for guard in self.language.guards)


_LONGEST_EVENT = 14  # pieces between "après" and the date of the event that it names


def _joined(parts: list[str], first: Mention, second: Mention) -> Mention | None:
    """"cinq jours après" | "le séisme du" | "6 février": one expression, counted from the date."""
    term, base = first.found.term, second.found.term
    if not isinstance(term, After) or not isinstance(base, Day):
        return None
    gap = parts[first.last + 1 : second.first]
    words = [p for p in gap if not p.isspace()]
    if len(gap) > _LONGEST_EVENT or not words or fold(words[-1]) not in ("du", "de", "'"):
        return None
    if any(not w[0].isalnum() and w not in "'’-" for w in words):
        return None
    amounts = term.length.amounts
    n = amounts[0][0]
    if len(amounts) > 1 or n is None or n != int(n):
        return None
    shift = Shift(amounts[0][1], term.sign * int(n), base)
    found = Found(
        first.found.left, first.found.right, shift, first.found.rule, (), first.found.edge,
        second.found.direct,
    )  # fmt: skip
    return Mention(first.first, second.last, found, first.places)


def neighbours(parts: list[str], mention: Mention) -> Neighbours:
    """The words around a mention, in its sentence or beyond."""
    before = [p for p in parts[max(0, mention.first - 2 * _AROUND) : mention.first] if not p.isspace()]
    after = [p for p in parts[mention.last + 1 : mention.last + 1 + 2 * _AROUND] if not p.isspace()]
    inside = [p for p in parts[mention.first : mention.last + 1] if not p.isspace()]
    return Neighbours(
        [fold(p) for p in before], [fold(p) for p in inside], [fold(p) for p in after],
        after, before, inside,
    )  # fmt: skip


def _found(edge: Edge) -> Found:
    from chrono.resolve import needs_direction

    rule = edge.flat.rule.name if edge.flat else ""
    core = _named_rule(edge)
    parts = _parts(edge)
    return Found(edge.left, edge.right, edge.value, core or rule, parts, edge, needs_direction(edge.value))


def _named_rule(edge: Edge) -> str:
    """The rule that gives an expression its shape: the first below the top with a choice."""
    at = edge
    while at.flat is not None and len(at.children) == 1 and at.children[0].flat is not None:
        at = at.children[0]
    return at.flat.rule.name if at.flat is not None else ""


def _leaves(edge: Edge) -> list[tuple[int, int, Any]]:
    """The simple expressions below a composed edge, from left to right."""
    at = edge
    while at.flat is not None and not at.flat.rule.composed and len(at.children) == 1:
        at = at.children[0]
    parts = at.parts()
    if not parts:
        return []
    out: list[tuple[int, int, Any]] = []
    for left, right, child in parts:
        below = _leaves(child) if child.left == left and child.right == right else []
        out += below or [(left, right, child.value)]
    return out


def _flat_terms(term: Term) -> list[Term]:
    if isinstance(term, Range):
        return [t for end in (term.first, term.last) for t in (_flat_terms(end) if end else [Cycle(Unit.DAY, 0)])]
    if isinstance(term, (OneOf, AllOf)):
        return [t for one in term.terms for t in _flat_terms(one)]
    return [term]


def _parts(edge: Edge) -> tuple[tuple[int, int, Term], ...]:
    """Spans and terms of the parts; a day and its clock time are two."""
    leaves = _leaves(edge)
    if len(leaves) < 2:
        return ()
    terms = _flat_terms(edge.value)
    out: list[tuple[int, int, Term]] = []
    queue = list(terms)
    for left, right, value in leaves:
        is_day = isinstance(value, Term) and not isinstance(value, Clock)
        if queue and isinstance(queue[0], Clock) and is_day and queue[0].day is not None:
            out.append((left, right, queue[0].day if len(terms) == 1 else value))
        elif queue:
            out.append((left, right, queue.pop(0)))
        elif isinstance(value, Term):
            out.append((left, right, value))
    return tuple(out)
