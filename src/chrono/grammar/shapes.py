"""Islands of one shape are composed alike: the chart is made for the first, the next one follows.

"le 3 mai à 14 h" and "le 12 mars à 9 h" differ in values, not in what their words may be. What the
chart chose for the first is noted as a recipe, with what the rules refused on the way. The recipe
is followed with the values of the next one, and given up where a rule refuses what it took before,
or takes what it refused: then the chart decides again. So the outcome is the chart's.
"""

from __future__ import annotations

from collections.abc import Sequence

from chrono.frozen import acyclic
from chrono.grammar.chart import Edge, Grammar, Tokens, produced
from chrono.grammar.lexicon import Lexicon
from chrono.grammar.rules import Flat

_MOST_STEPS = 48  # what needs more is seldom met twice


@acyclic
class Step:
    """One edge of a recipe: the nth reading at a word, or a pattern over earlier steps.

    A `reading` below 0 is one of a number, counted from the last.
    """

    __slots__ = ("flat", "needs", "reading", "start")

    def __init__(
        self, start: int, reading: int, flat: Flat | None = None, needs: tuple[int, ...] = ()
    ) -> None:
        self.start = start
        self.reading = reading
        self.flat = flat
        self.needs = needs


@acyclic
class Recipe:
    """How the expressions of an island were composed, without their values."""

    __slots__ = ("_chosen", "_refused", "_steps")

    def __init__(
        self, steps: list[Step], chosen: list[int], refused: list[tuple[Flat, tuple[int, ...]]]
    ) -> None:
        self._steps = steps
        self._chosen = chosen
        self._refused = refused

    def follow(self, grammar: Grammar, tokens: Tokens, lexicon: Lexicon) -> list[Edge] | None:
        """The best edges of an island of this shape; None where its values ask for the chart."""
        made: list[Edge] = []
        for step in self._steps:
            flat = step.flat
            if flat is None:
                made.append(grammar.reading(tokens, step.start, lexicon, step.reading))
                continue
            row = tuple([made[k] for k in step.needs])
            value = produced(flat, row)
            if value is None:
                return None
            made.append(Edge(flat.rule.out, row[0].start, row[-1].end, value, flat, row))
        for flat, needs in self._refused:
            if produced(flat, [made[k] for k in needs]) is not None:
                return None
        grammar.built += len(self._steps)
        return [made[k] for k in self._chosen]


def recipe(
    chosen: Sequence[Edge], refused: Sequence[tuple[Flat, tuple[Edge, ...]]]
) -> Recipe | None:
    """The recipe of what the chart chose and refused; None if it is too long to be of use."""
    steps: list[Step] = []
    known: dict[int, int] = {}  # by the identity of an edge

    def noted(edge: Edge) -> int:
        found = known.get(id(edge))
        if found is not None:
            return found
        if edge.flat is None:
            step = Step(edge.start, edge.nth)
        else:
            step = Step(edge.start, 0, edge.flat, tuple([noted(child) for child in edge.children]))
        steps.append(step)
        known[id(edge)] = len(steps) - 1
        return len(steps) - 1

    best = [noted(edge) for edge in chosen]
    against = [(flat, tuple([noted(edge) for edge in row])) for flat, row in refused]
    return Recipe(steps, best, against) if len(steps) <= _MOST_STEPS else None
