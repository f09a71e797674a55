"""Islands of time words, and the chart that composes them.

An island is a run of words that the lexicon knows, around at least one that speaks of time. The
chart composes its words bottom-up, from right to left, so that every edge to the right of a
place is complete when a rule starts there; the work is bounded by the length of an island, which
is cut at `LONGEST` words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from chrono.frozen import acyclic, frozen
from chrono.grammar.lexicon import Lexicon, Word
from chrono.grammar.rules import Flat, Rule, flats, words_of

LONGEST = 32
MOST_EDGES_A_PLACE = 160
ROOT = "TIMEX"


@acyclic
class Edge:
    """A stretch of an island with a category and a value, and how it was composed.

    `start` to `end` are the words that it covers, `left` to `right` those that belong to the
    expression (contexts left out). All count words of the island, half open. A word is the `nth`
    of the readings at its place; those of numbers are counted from the last one, which is -1.
    """

    __slots__ = (
        "category", "children", "end", "flat", "left", "nth", "rank", "right", "start", "value",
    )  # fmt: skip

    def __init__(
        self,
        category: str,
        start: int,
        end: int,
        value: Any,
        flat: Flat | None = None,
        children: tuple[Edge, ...] = (),
    ) -> None:
        self.category = category
        self.start = start
        self.end = end
        self.value = value
        self.flat = flat
        self.children = children
        self.nth = 0
        if flat is None:
            self.left = start
            self.right = end
            self.rank = 0
        else:
            self.left = children[flat.first].left
            self.right = children[flat.last].right
            highest = children[0].rank
            for child in children:
                if child.rank > highest:
                    highest = child.rank
            self.rank = flat.rule.priority + highest

    @property
    def rule(self) -> Rule | None:
        """The rule that made it; None for a word."""
        return self.flat.rule if self.flat is not None else None

    def parts(self) -> tuple[tuple[int, int, Edge], ...]:
        """The simple expressions of a composed edge: left, right, and the edge they come from."""
        if self.flat is None or not self.flat.rule.composed:
            return ()
        children = self.children
        if not self.flat.zones:
            single = [children[k] for k in self.flat.members]
            return tuple([(child.left, child.right, child) for child in single])
        found: list[tuple[int, int, Edge]] = []
        for places in self.flat.zones:
            zone = [children[k] for k in places]
            whole = [child for child in zone if child.flat is not None]
            found.append((zone[0].left, zone[-1].right, whole[-1] if whole else zone[-1]))
        return tuple(found)


@frozen
class Tokens:
    """The words of an island: folded, their dictionary entries, and whether space stands before."""

    surfaces: tuple[str, ...]
    words: tuple[Word, ...]
    spaced: tuple[bool, ...]


Refusal = tuple[Flat, tuple[Edge, ...]]
NumberReader = Callable[[Tokens, int], Sequence[tuple[int, str, Any]]]


@acyclic
class State:
    """A place in the patterns that share their first symbols: what may follow, what ends here.

    The patterns of a grammar are one tree, so that a common beginning is matched once.
    """

    __slots__ = ("ends", "following")

    def __init__(self) -> None:
        self.following: dict[str, list[tuple[bool, State]]] = {}  # name: (glued, what follows)
        self.ends: list[Flat] = []

    def after(self, name: str, glued: bool) -> State:
        """The state after one more symbol, made if need be."""
        found = self.following.setdefault(name, [])
        for same, state in found:
            if same == glued:
                return state
        state = State()
        found.append((glued, state))
        return state


class Grammar:
    """The rules of a language, as one tree of their patterns.

    `built` counts the edges that its rules made so far, those already known among them.
    """

    __slots__ = ("_start", "built", "flats", "numbers", "rules", "words")

    def __init__(self, rules: Sequence[Rule], numbers: NumberReader) -> None:
        self.rules = tuple(rules)
        self.numbers = numbers
        self.built = 0
        self._start: dict[str, State] = {}
        every: list[Flat] = []
        words: set[str] = set()
        for rule in rules:
            words |= words_of(rule.pattern)
            for flat in flats(rule):
                state = self._start.setdefault(flat.symbols[0].name, State())
                for symbol in flat.symbols[1:]:
                    state = state.after(symbol.name, symbol.glued)
                state.ends.append(flat)
                every.append(flat)
        self.flats = tuple(every)
        self.words = frozenset(words)

    def parse(
        self, tokens: Tokens, lexicon: Lexicon, refused: list[Refusal] | None = None
    ) -> list[Edge]:
        """The best non-overlapping root edges of an island, from left to right."""
        return choose(self.edges(tokens, lexicon, refused), len(tokens.words))

    def edges(
        self, tokens: Tokens, lexicon: Lexicon, refused: list[Refusal] | None = None
    ) -> list[dict[str, list[Edge]]]:
        """All edges by the place where they start, and there by category.

        What a rule refused to compose is added to `refused`.
        """
        if refused is None:
            refused = []
        n = len(tokens.words)
        chart: list[dict[str, list[Edge]]] = [{} for _ in range(n + 1)]
        spaced = tokens.spaced
        for start in range(n - 1, -1, -1):
            here = chart[start]
            agenda = self.readings(tokens, start, lexicon)
            words = len(agenda)
            count = again = 0
            while agenda and count < MOST_EDGES_A_PLACE:
                edge = agenda.pop()
                same = here.get(edge.category)
                if same is None:
                    here[edge.category] = [edge]
                elif not _placed(same, edge):
                    again += 1
                    continue
                count += 1
                state = self._start.get(edge.category)
                if state is not None:
                    _extend(state, (edge,), chart, spaced, agenda, refused)
            self.built += count + again - words
        return chart

    def readings(self, tokens: Tokens, start: int, lexicon: Lexicon) -> list[Edge]:
        """What the words at a place may be by themselves; as many for any island of one shape."""
        word = tokens.words[start]
        found = [Edge("=" + word.folded, start, start + 1, None)]
        found += [Edge(x.category, start, start + 1, x.value) for x in word.lexemes]
        for phrase in lexicon.phrases.get(word.folded, ()):
            end = phrase_end(phrase.folded, tokens, start)
            if end:
                found.append(Edge(phrase.lexeme.category, start, end, phrase.lexeme.value))
        for nth in range(1, len(found)):
            found[nth].nth = nth
        numbers = self.numbers(tokens, start)
        nth = -len(numbers)
        for end, category, value in numbers:
            edge = Edge(category, start, end, value)
            edge.nth = nth
            found.append(edge)
            nth += 1
        return found

    def reading(self, tokens: Tokens, start: int, lexicon: Lexicon, nth: int) -> Edge:
        """The nth of `readings`, without the others where it can be; numbers count from the end."""
        if nth < 0:
            end, category, value = self.numbers(tokens, start)[nth]
            return Edge(category, start, end, value)
        word = tokens.words[start]
        if nth == 0:
            return Edge("=" + word.folded, start, start + 1, None)
        if nth <= len(word.lexemes):
            lexeme = word.lexemes[nth - 1]
            return Edge(lexeme.category, start, start + 1, lexeme.value)
        return self.readings(tokens, start, lexicon)[nth]


def phrase_end(folded: tuple[str, ...], tokens: Tokens, start: int) -> int:
    """Where a phrase ends that starts here, or 0. A hyphen may be a space, or the reverse.

    Not behind a number, though: "14 juillet" is a day, only "14-Juillet" its name.
    """
    at = start
    if len(folded) > 1 and folded[1] != "-":
        if start + 1 >= len(tokens.words) or tokens.words[start + 1].folded not in (folded[1], "-"):
            return 0
    for k, part in enumerate(folded):
        if at < len(tokens.words) and tokens.words[at].folded == part:
            at += 1
        elif (
            part == "-"
            and k
            and not folded[0][0].isdecimal()
            and at < len(tokens.words)
            and tokens.spaced[at]
        ):
            continue
        elif (
            k
            and at + 1 < len(tokens.words)
            and tokens.words[at].folded == "-"
            and tokens.words[at + 1].folded == part
        ):
            at += 2
        else:
            return 0
    return at


def _placed(same: list[Edge], edge: Edge) -> bool:
    """Puts an edge among those of its category, unless an equal reading is there already.

    Of equal readings the one of the higher priority stays, and what is built on it follows.
    """
    for k, other in enumerate(same):
        if (
            other.end == edge.end
            and other.value == edge.value
            and (other.left == edge.left and other.right == edge.right)
        ):
            if edge.rank <= other.rank:
                return False
            same[k] = edge
            return True
    same.append(edge)
    return True


def produced(flat: Flat, row: Sequence[Edge]) -> Any:
    """The value that a rule makes of a row of edges; None if it refuses them."""
    produce, valued = flat.rule.produce, flat.valued
    if flat.passes:
        return row[valued[0]].value
    # Spelled out for one and two values: a call with a list of them costs twice as much.
    if len(valued) == 1:
        return produce(row[valued[0]].value)
    if len(valued) == 2:
        return produce(row[valued[0]].value, row[valued[1]].value)
    return produce(*[row[k].value for k in valued])


def _extend(
    state: State,
    row: tuple[Edge, ...],
    chart: list[dict[str, list[Edge]]],
    spaced: tuple[bool, ...],
    agenda: list[Edge],
    refused: list[Refusal],
) -> None:
    """Completes the patterns that end with the row of edges, and follows those that go on."""
    for flat in state.ends:
        value = produced(flat, row)
        if value is None:
            refused.append((flat, row))
        else:
            agenda.append(Edge(flat.rule.out, row[0].start, row[-1].end, value, flat, row))
    following = state.following
    place = row[-1].end
    if not following or place >= len(spaced):
        return
    for name, edges in chart[place].items():
        ways = following.get(name)
        if ways is None:
            continue
        for glued, further in ways:
            if glued and spaced[place]:
                continue
            for edge in edges:
                _extend(further, row + (edge,), chart, spaced, agenda, refused)  # noqa: RUF005 (faster)


def choose(chart: list[dict[str, list[Edge]]], n: int) -> list[Edge]:
    """The non-overlapping root edges that cover most words, with the fewest expressions."""
    best = _best(chart, n)
    out: list[Edge] = []
    at = 0
    while at < n:
        edge_here = best[at][1]
        if edge_here is None:
            at += 1
        else:
            out.append(edge_here)
            at = edge_here.end
    return out


def rivals(chart: list[dict[str, list[Edge]]], n: int) -> list[tuple[Edge, Edge]]:
    """Chosen root edges, each with another of the same words and worth, but another meaning.

    A grammar whose priorities decide has none.
    """
    best = _best(chart, n)
    return [
        (pick, edge)
        for pick in choose(chart, n)
        for edge in chart[pick.start][ROOT]
        if _worth(edge) + best[edge.end][0] == best[pick.start][0] and edge.value != pick.value
    ]


def _best(chart: list[dict[str, list[Edge]]], n: int) -> list[tuple[int, Edge | None]]:
    """From each place on, the highest sum of worths, and the root edge to begin with, if any."""
    best: list[tuple[int, Edge | None]] = [(0, None)] * (n + 1)
    for start in range(n - 1, -1, -1):
        score, pick = best[start + 1][0], None
        for edge in chart[start].get(ROOT, ()):
            worth = _worth(edge) + best[edge.end][0]
            if worth > score:
                score, pick = worth, edge
        best[start] = (score, pick)
    return best


def _worth(edge: Edge) -> int:
    """What a root edge is worth: its words, a little for its contexts, its rules' priorities."""
    return 100 * (edge.right - edge.left) + 5 * (edge.end - edge.start) - 50 + edge.rank


__all__ = [
    "LONGEST",
    "ROOT",
    "Edge",
    "Grammar",
    "NumberReader",
    "Refusal",
    "Tokens",
    "choose",
    "phrase_end",
    "produced",
    "rivals",
]
