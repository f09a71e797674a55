"""Expressions of islands: where they stand, what they mean, and how that was composed.

An expression belongs to the wording of an island, and is shared by all texts that have it; a
mention is one in a text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from chrono.explain import derivation
from chrono.frozen import acyclic
from chrono.grammar.chart import Edge, Grammar, Tokens
from chrono.grammar.language import Guard
from chrono.grammar.lexicon import Lexicon
from chrono.model import Derived, Resolution
from chrono.resolve import needs_direction, sight
from chrono.terms import (
    AllOf,
    Clock,
    Cycle,
    Day,
    DayPart,
    Holiday,
    Length,
    Month,
    NthIn,
    OneOf,
    Origin,
    Part,
    Range,
    Repeat,
    Season,
    Shift,
    Term,
    Unit,
)

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
        "rest", "rule", "sight", "source",
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
        self.rest: Found | None = None  # what stands after it as well
        hour = term.first if isinstance(term, Range) else term  # "de 8 h à 14 h"
        self.hangs = isinstance(hour, (Clock, DayPart)) and hour.day is None
        unit = term.term if isinstance(term, Part) else term  # "la fin de la semaine précédente"
        self.from_focus = (
            isinstance(unit, Cycle) or (isinstance(unit, Shift) and unit.base is None)
        ) and unit.origin is Origin.FOCUS
        self.needs_direction = needs_direction(term)
        self.sight = sight(term)
        self.known: tuple[Hashable, Resolved] | None = None

    def with_term(self, term: Term) -> Found:
        """The expression with another meaning, and no guards or parts."""
        return Found(self.left, self.right, term, self.rule, (), self.source, self.nth, ())

    def part(self, nth: int) -> Found:
        """One of its parts as an expression of its own."""
        part = self.parts[nth]
        return Found(part.left, part.right, part.term, self.rule, (), self.source, self.nth, ())

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

    def meaning(self, term: Term) -> Mention:
        """The same place with another meaning."""
        other = Mention(self.first, self.last, self.found.with_term(term), self.places)
        other.sentence = self.sentence
        return other


def found_at(
    edge: Edge, source: Source, nth: int, guards_of: Callable[[Any, str], tuple[Guard, ...]]
) -> Found:
    """The nth expression of an island, and what stands there if its guards refuse it."""
    term: Term = edge.value
    rule = _named_rule(edge)
    guards = guards_of(term, rule)
    last: Found | None = None
    found = Found(edge.left, edge.right, term, rule, _parts(edge), source, nth, guards)
    least: Term
    parts: tuple[Simple, ...] = ()
    if isinstance(term, Day) and term.weekday is not None and term.day and term.month is None:
        # "lundi 12" may be "lundi | 12 % de hausse": then the weekday is left.
        left, right, least = edge.left, edge.right - 1, Day(weekday=term.weekday)
        guards = guards_of(least, rule)
    elif isinstance(term, Part) and (inner := _shaped(edge).children[-1]).value == term.term:
        # "prendra fin | ce week-end"
        left, right, least = inner.left, inner.right, inner.value
    elif isinstance(term, Range) and isinstance(term.last, Season) and found.parts:
        # "LA CHUTE DU 19 OCTOBRE | A ETE SUIVIE"
        first = found.parts[0]
        left, right, least = first.left, first.right, first.term
    elif isinstance(term, Range) and guards and (week := _of_week(term)):
        # "ouvert | du mardi au samedi": of every week
        left, right, least = edge.left, edge.right, Repeat(week)
        guards = guards_of(least, rule)
    elif isinstance(term, AllOf) and _is_of_minutes(term.terms[-1]) and found.parts:
        # "menait 3-1 à | dix minutes du terme"; years would be ages, refused as a whole
        only = found.parts[-1]
        left, right, least = only.left, only.right, only.term
        guards = guards_of(least, rule)
    elif isinstance(term, AllOf) and len(found.parts) == 2 and _is_dated(term.terms[0]):
        # "le 5 avril | et le 22 tonnes", "rue du 4-Septembre, | lundi"
        first, second = found.parts
        last = _alone(second, rule, source, nth, guards_of)
        left, right, least = first.left, first.right, first.term
        guards = guards_of(least, rule)
    elif (
        isinstance(term, AllOf)
        and len(found.parts) == 2
        and _is_named([part.term for part in found.parts])
    ):
        # "il a plu en mai, | et juin sera pire"
        found.otherwise = _alone(found.parts[0], rule, source, nth, guards_of)
        found.otherwise.rest = _alone(found.parts[1], rule, source, nth, guards_of)
        return found
    elif isinstance(term, AllOf) and len(found.parts) > 2 and _is_dated(found.parts[0].term):
        # "rue du 4-Septembre, | lundi et mardi", "rue du 8-Mai, | jeudi, de 8 h à 10 h"
        others = term.terms[1:]
        left, right = found.parts[1].left, edge.right
        least = others[0] if len(others) == 1 else AllOf(others)
        parts = _parts_of_rest(found.parts[1:], others)
        guards = guards_of(least, rule)
    elif isinstance(term, Clock) and (right := _at_spelled_minutes(edge, term.minute)):
        # "mardi à 16 heures | vingt élus"
        left, least = edge.left, replace(term, minute=None)
        if found.parts:
            day, hour = found.parts[0], found.parts[-1].left
            parts = (day, Simple(hour, right, least))
    elif isinstance(term, Length) and (told := _as_hour(edge, term)) is not None:
        # "ferme à 18 heures, sauf à Paris (20 heures)", "neuf heures et quart"
        left, right, least = edge.left, edge.right, told
        guards = guards_of(least, rule)
    elif isinstance(term, (Cycle, Shift)) and (length := _length_of(edge)) is not None:
        # "dix ans | après Tchernobyl"
        left, right, least = length.left, length.right, length.value
        guards = guards_of(least, rule)
    elif isinstance(term, Cycle) and guards and (days := _days_back(edge)):
        # "avait promis | la veille | de céder"
        left, right, least = edge.left, edge.right, Shift(Unit.DAY, days)
        guards = guards_of(least, rule)
    elif isinstance(term, NthIn) and term.weekday and guards:
        # "le conseil se réunit | le premier lundi du mois": of every month
        left, right, least = edge.left, edge.right, Repeat(f"XXXX-WXX-{term.weekday}")
        guards = guards_of(least, rule)
    else:
        return found
    found.otherwise = Found(left, right, least, rule, parts, source, nth, guards)
    found.otherwise.otherwise = last
    return found


def _alone(
    part: Simple, rule: str, source: Source, nth: int,
    guards_of: Callable[[Any, str], tuple[Guard, ...]],
) -> Found:  # fmt: skip
    """A part as an expression of its own."""
    guards = guards_of(part.term, rule)
    return Found(part.left, part.right, part.term, rule, (), source, nth, guards)


def _parts_of_rest(parts: tuple[Simple, ...], others: tuple[Term, ...]) -> tuple[Simple, ...]:
    """The parts of what is left of a list without its first member; none if they are not plain."""
    if len(others) == len(parts):
        return parts if len(parts) > 1 else ()
    hours = others[0]
    if len(others) > 1 or len(parts) != 3 or not isinstance(hours, Range) or hours.first is None:
        return ()
    day, opens, closes = parts
    first = Simple(opens.left, opens.right, hours.first)
    return (day, first, Simple(closes.left, closes.right, hours.last or hours.first))


def _length_of(edge: Edge) -> Edge | None:
    """The length that an expression counts from the narrative by: "dix ans" in "dix ans après"."""
    both = _shaped(edge).children
    return both[0] if len(both) == 2 and isinstance(both[0].value, Length) else None


def _days_back(edge: Edge) -> int:
    """How many days an eve is before the narrative, as a negative number; 0 if it is none."""
    found = [child.value for child in _shaped(edge).children if child.category == "VEILLE"]
    return int(found[0]) if found else 0


def _as_hour(edge: Edge, length: Length) -> Clock | None:
    """The time of the clock that a number of hours, and of minutes, alone may tell."""
    n, unit = length.amounts[0]
    if unit is not Unit.HOUR or n is None or n != int(n) or n >= _HOURS:
        return None
    if len(length.amounts) == 1:
        both = _shaped(edge).children
        alone = len(both) == 2 and both[0].left == edge.left and both[1].right == edge.right
        return Clock(int(n)) if alone and edge.right == edge.left + 2 else None
    minutes, small = length.amounts[1]
    if len(length.amounts) > 2 or small is not Unit.MINUTE or minutes is None or length.mod:
        return None
    return Clock(int(n), int(minutes))


_HOURS = 24


def _of_week(span: Range) -> str:
    """The set of the days from one of the week to another, if a range tells no more of them.

    Of hours on the nth weekday of the month, that weekday.
    """
    days: list[int] = []
    for end in (span.first, span.last):
        day = end.day if isinstance(end, Clock) else end
        if isinstance(day, NthIn) and day.weekday:
            return f"XXXX-WXX-{day.weekday}"
        if not isinstance(day, Day) or day.day is not None or day.weekday is None:
            return ""
        days.append(day.weekday)
    return f"XXXX-WXX-{days[0]}/XXXX-WXX-{days[1]}"


def _is_of_minutes(term: Term) -> bool:
    return isinstance(term, Length) and term.amounts[0][1] is Unit.MINUTE


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


def _is_named(terms: list[Term]) -> bool:
    """Whether terms are months, or days of the week, and no numbers that may count."""
    return all(isinstance(t, Month) or (isinstance(t, Day) and t.day is None) for t in terms)


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
