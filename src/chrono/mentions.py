"""From text to mentions: islands of time words, parsed once for each wording, with their places.

A mention is a span and a term; nothing here knows what day it is. Islands repeat ("jeudi", "hier
soir"), so their parses are kept, a bounded number of them, by their exact wording.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from chrono.explain import derivation
from chrono.frozen import acyclic
from chrono.grammar.chart import LONGEST, Edge, Grammar, Refusal, Tokens
from chrono.grammar.cutting import Sought
from chrono.grammar.islands import Island, Islands
from chrono.grammar.language import Guard, Language, Neighbours
from chrono.grammar.lexicon import Lexicon
from chrono.grammar.shapes import Recipe, recipe
from chrono.grammar.text import Cut, folded
from chrono.model import Derived, Resolution
from chrono.resolve import needs_direction, sight
from chrono.terms import (
    After,
    AllOf,
    Clock,
    Cycle,
    Day,
    DayPart,
    Holiday,
    OneOf,
    Origin,
    Part,
    Range,
    Season,
    Shift,
    Term,
    Unit,
)

KEPT_PARSES = 10_000
KEPT_RECIPES = 5_000
RECIPES_OF_A_SHAPE = 3  # "de 1998 à 2002" and "de 2002 à 1998" are composed otherwise
_LONGEST_KEPT = 4 * LONGEST  # pieces; more of them are white space

Resolved = tuple[Resolution, tuple[Resolution, ...]]


@acyclic
class Source:
    """An island that was read: from it the derivation of its expressions can be made again."""

    __slots__ = ("_grammar", "_lexicon", "_tokens")

    def __init__(self, grammar: Grammar, lexicon: Lexicon, tokens: Tokens) -> None:
        self._grammar = grammar
        self._lexicon = lexicon
        self._tokens = tokens

    def edge(self, nth: int) -> Edge:
        """Its nth expression, composed anew."""
        return self._grammar.parse(self._tokens, self._lexicon)[nth]


@acyclic
class Simple(Derived):
    """An expression with its own term: `left` to `right` are words of the island, half open."""

    __slots__ = ("left", "right", "term")

    def __init__(self, left: int, right: int, term: Term) -> None:
        self._term = ""
        self._steps = ()
        self.left = left
        self.right = right
        self.term = term

    @property
    def term_text(self) -> str:
        """Its term as text; made once."""
        if not self._term:
            self._term = str(self.term)
        return self._term


@acyclic
class Found(Simple):
    """An expression inside an island: where, what it means, and how that was composed.

    `left` to `right` are words of the island, half open; `parts` the simple expressions of a
    composed one. `from_focus` tells what is counted from the day that the text is at, `hangs` a
    time of that day; `source` is the island that it comes from, `nth` its number there.
    `known` is what it saw of a context last, and what it meant there.
    """

    __slots__ = (
        "from_focus", "guards", "hangs", "known", "needs_direction", "nth", "otherwise", "parts",
        "rule", "sight", "source",
    )  # fmt: skip

    def __init__(
        self, left: int, right: int, term: Term, rule: str, parts: tuple[Simple, ...],
        source: Source, nth: int, guards: tuple[Guard, ...],
    ) -> None:  # fmt: skip
        super().__init__(left, right, term)
        self.rule = rule
        self.parts = parts
        self.source = source
        self.nth = nth
        self.guards = guards
        self.otherwise: Found | None = None  # what stands there if a guard refuses this
        self.hangs = isinstance(term, (Clock, DayPart)) and term.day is None
        self.from_focus = (
            isinstance(term, Cycle) or (isinstance(term, Shift) and term.base is None)
        ) and term.origin is Origin.FOCUS
        self.needs_direction = needs_direction(term)
        self.sight = sight(term)
        self.known: tuple[Hashable, Resolved] | None = None

    def with_term(self, term: Term, right: int) -> Found:
        """The expression with another meaning, up to another word, and no guards or parts."""
        return Found(self.left, right, term, self.rule, (), self.source, self.nth, ())

    @property
    def steps(self) -> tuple[str, ...]:
        """How its words were composed, as lines; made once."""
        if not self._steps:
            self._steps = derivation(self.source.edge(self.nth))
        return self._steps


@acyclic
class Mention:
    """An expression in a text: pieces `first` to `last` (inclusive) of its block.

    `places` are those of the words of its island, `sentence` the pieces of its sentence, half open,
    once it is known.
    """

    __slots__ = ("first", "found", "last", "places", "sentence")

    def __init__(self, first: int, last: int, found: Found, places: list[int]) -> None:
        self.first = first
        self.last = last
        self.found = found
        self.places = places
        self.sentence = (0, 0)

    def meaning(self, found: Found) -> Mention:
        """The same place with another meaning."""
        other = Mention(self.first, self.last, found, self.places)
        other.sentence = self.sentence
        return other


class Reader:
    """Finds the mentions of texts in one language; keeps the parses of islands seen before.

    `steps` counts the work that texts made: the pieces that they were cut into, the words of
    their islands, the edges built of these, and the words of sentences that were read around them.
    """

    __slots__ = ("_islands", "_parses", "_recipes", "_sought", "language", "steps")

    def __init__(self, language: Language) -> None:
        self.language = language
        self._sought = Sought(language.lexicon.strong)
        self._islands = Islands(language)
        self._recipes: dict[tuple[int, ...], list[Recipe]] = {}
        self._parses: dict[tuple[str, ...], tuple[Found, ...]] = {}
        self.steps = 0

    def cut(self, text: str) -> Cut:
        """A text in pieces, as `mentions` takes it."""
        return self._sought.cut(text)

    def mentions(self, text: Cut) -> list[Mention]:
        """The mentions among the pieces of a block, from left to right."""
        parts = text.parts
        self.steps += len(parts)
        lexicon = self.language.lexicon
        beside = lexicon.beside
        confirm, doubtful = self.language.confirm, self.language.doubtful
        read: list[tuple[Island, tuple[Found, ...]]] = []
        done = 0  # the first piece not yet part of an island
        for at in text.likely:
            if at < done:
                continue
            piece = parts[at]
            if piece in doubtful and not confirm(parts, at):
                continue
            if piece in beside and not lexicon.beside_its_phrase(parts, at):
                continue
            island = self._islands.around(parts, at, done)
            if island is None:
                done = at + 1
                continue
            done = max(at, island.places[-1]) + 1
            read.append((island, self._found(parts, island)))
        # Step by step, each for all: so that its code stays at hand.
        out: list[Mention] = []
        for island, found in read:
            _add(text, island, found, out)
        return out

    def _found(self, parts: list[str], island: Island) -> tuple[Found, ...]:
        """The expressions of an island."""
        places = island.places
        self.steps += len(places)
        key = tuple(parts[places[0] : places[-1] + 1])
        found = self._parses.get(key)
        if found is None:
            found = self._read(parts, island)
            if len(self._parses) >= KEPT_PARSES:
                self._parses.clear()
            if len(key) <= _LONGEST_KEPT:
                self._parses[key] = found
        return found

    def _read(self, parts: list[str], island: Island) -> tuple[Found, ...]:
        """The expressions of an island, by the recipe of its shape or else by the chart."""
        grammar, lexicon = self.language.grammar, self.language.lexicon
        tokens = island.tokens(parts)
        shape = island.shape(tokens)
        built = grammar.built
        known = self._recipes.get(shape)
        edges: list[Edge] | None = None
        if known is not None:
            for one in known:
                edges = one.follow(grammar, tokens, lexicon)
                if edges is not None:
                    break
        if edges is None:
            refused: list[Refusal] = []
            edges = grammar.parse(tokens, lexicon, refused)
            made = recipe(grammar, tokens, lexicon, edges, refused)
            if made is not None:
                if len(self._recipes) >= KEPT_RECIPES:
                    self._recipes.clear()
                if known is None:
                    self._recipes[shape] = [made]
                elif len(known) < RECIPES_OF_A_SHAPE:
                    known.append(made)
        self.steps += grammar.built - built
        guards = self.language.guards
        source = Source(grammar, lexicon, tokens)
        return tuple([_found(edge, source, nth, guards) for nth, edge in enumerate(edges)])


def _add(text: Cut, island: Island, found: tuple[Found, ...], out: list[Mention]) -> None:
    """Adds the mentions of an island to those before it."""
    for one in found:
        mention = _confirmed(text, island.places, one)
        if mention is None:
            continue
        if out and type(out[-1].found.term) is After:
            joined = _joined(text.parts, out[-1], mention)
            if joined is not None:
                out[-1] = joined
                continue
        out.append(mention)


def _confirmed(text: Cut, places: list[int], one: Found) -> Mention | None:
    """The mention of an expression that its guards let stand, or of what it holds otherwise."""
    at: Found | None = one
    while at is not None:
        first, last = places[at.left], places[at.right - 1]
        if not at.guards:
            return Mention(first, last, at, places)
        near = Neighbours(text, first, last)
        if all([guard(at.term, at.rule, near) for guard in at.guards]):  # noqa: C419 (faster)
            return Mention(first, last, at, places)
        at = at.otherwise
    return None


_SMALL = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_LONGEST_EVENT = 14  # pieces between "après" and the date of the event that it names


def _joined(parts: list[str], first: Mention, second: Mention) -> Mention | None:
    """ "cinq jours après" | "le séisme du" | "6 février": one expression, counted from the date."""
    term, base = first.found.term, second.found.term
    if not isinstance(term, After) or not isinstance(base, Day):
        return None
    gap = parts[first.last + 1 : second.first]
    words = [p for p in gap if not p.isspace()]
    if len(gap) > _LONGEST_EVENT or not words or folded(words[-1]) not in ("du", "de", "'"):
        return None
    if any(not w[0].isalnum() and w not in "'’-" for w in words):
        return None
    amounts = term.length.amounts
    n = amounts[0][0]
    if len(amounts) > 1 or n is None or n != int(n) or amounts[0][1] in _SMALL:
        return None
    shift = Shift(amounts[0][1], term.sign * int(n), base)
    found = first.found.with_term(shift, first.found.right)
    return Mention(first.first, second.last, found, first.places)


def _found(
    edge: Edge, source: Source, nth: int, guards_of: Callable[[Any], tuple[Guard, ...]]
) -> Found:
    term: Term = edge.value
    guards = guards_of(term)
    last: Found | None = None
    rule = _named_rule(edge)
    found = Found(edge.left, edge.right, term, rule, _parts(edge), source, nth, guards)
    least: Term
    parts: tuple[Simple, ...] = ()
    if isinstance(term, Day) and term.weekday is not None and term.day and term.month is None:
        # "lundi 12" may be "lundi | 12 % de hausse": then the weekday is left.
        left, right, least = edge.left, edge.right - 1, Day(weekday=term.weekday)
        guards = guards_of(least)
    elif isinstance(term, Part) and (inner := _shaped(edge).children[-1]).value == term.term:
        # "prendra fin | ce week-end"
        left, right, least = inner.left, inner.right, inner.value
    elif isinstance(term, Range) and isinstance(term.last, Season) and found.parts:
        # "LA CHUTE DU 19 OCTOBRE | A ETE SUIVIE"
        first = found.parts[0]
        left, right, least = first.left, first.right, first.term
    elif isinstance(term, AllOf) and len(found.parts) == 2 and _is_dated(term.terms[0]):
        # "le 5 avril | et le 22 tonnes", "rue du 4-Septembre, | lundi"
        first, second = found.parts
        last = Found(
            second.left, second.right, second.term, rule, (), source, nth, guards_of(second.term)
        )
        left, right, least = first.left, first.right, first.term
        guards = guards_of(least)
    elif isinstance(term, Clock) and (right := _at_spelled_minutes(edge, term.minute)):
        # "mardi à 16 heures | vingt élus"
        left, least = edge.left, replace(term, minute=None)
        if found.parts:
            day, hour = found.parts[0], found.parts[-1].left
            parts = (day, Simple(hour, right, least))
    else:
        return found
    found.otherwise = Found(left, right, least, rule, parts, source, nth, guards)
    found.otherwise.otherwise = last
    return found


def _at_spelled_minutes(edge: Edge, minute: int | None) -> int:
    """Where the minutes in words at the end of a clock time begin; 0 if it has none."""
    at = edge
    while at.flat is not None:
        last = at.children[at.flat.last]
        if last.flat is None and last.category == "WORDNUM" and last.value == minute:
            return last.left
        at = last
    return 0


def _is_dated(term: Term) -> bool:
    return isinstance(term, Holiday) or (isinstance(term, Day) and term.month is not None)


def _named_rule(edge: Edge) -> str:
    """The rule that gives an expression its shape."""
    flat = _shaped(edge).flat
    return flat.rule.name if flat is not None else ""


def _shaped(edge: Edge) -> Edge:
    """The first edge below the top with a choice: the one that gives it its shape."""
    at = edge
    while at.flat is not None and len(at.children) == 1 and at.children[0].flat is not None:
        at = at.children[0]
    return at


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
        ends: list[Term] = []
        for end in (term.first, term.last):
            ends += _flat_terms(end) if end is not None else [Cycle(Unit.DAY, 0)]
        return ends
    if isinstance(term, (OneOf, AllOf)):
        return [t for one in term.terms for t in _flat_terms(one)]
    return [term]


def _parts(edge: Edge) -> tuple[Simple, ...]:
    """Spans and terms of the parts; a day and its clock time are two."""
    leaves = _leaves(edge)
    if len(leaves) < 2:
        return ()
    terms = _flat_terms(edge.value)
    out: list[Simple] = []
    queue = list(terms)
    days = list(dict.fromkeys([t.day for t in terms if isinstance(t, Clock) and t.day is not None]))
    for left, right, value in leaves:
        is_day = isinstance(value, Term) and not isinstance(value, Clock)
        head = queue[0] if queue else None
        if isinstance(head, Clock) and is_day and head.day is not None:
            out.append(Simple(left, right, days.pop(0) if days else value))
        elif queue:
            out.append(Simple(left, right, queue.pop(0)))
        elif isinstance(value, Term):
            out.append(Simple(left, right, value))
    return tuple(out)
