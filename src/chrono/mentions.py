"""From text to mentions: islands of time words, parsed once for each wording, with their places.

A mention is a span and a term; nothing here knows what day it is. Islands repeat ("jeudi", "hier
soir"), so their parses are kept, a bounded number of them, by their exact wording.
"""

from __future__ import annotations

from collections.abc import Callable

from chrono.expressions import Found, Mention, Source, found_at
from chrono.grammar.chart import LONGEST, Edge, Refusal
from chrono.grammar.cutting import Sought
from chrono.grammar.islands import Island, Islands
from chrono.grammar.language import Language, Neighbours
from chrono.grammar.shapes import Recipe, recipe
from chrono.grammar.text import Cut, folded
from chrono.terms import After, Day, Division, Elided, Range, Shift, Unit

KEPT_PARSES = 10_000
KEPT_RECIPES = 5_000
RECIPES_OF_A_SHAPE = 3  # "de 1998 à 2002" and "de 2002 à 1998" are composed otherwise
_LONGEST_KEPT = 4 * LONGEST  # pieces; more of them are white space


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
        islands: list[Island] = []
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
            islands.append(island)
        # Step by step, each for all: so that its code stays at hand.
        read = [self._found(parts, island) for island in islands]
        out: list[Mention] = []
        displaced = self.language.displaced
        for k, island in enumerate(islands):
            _add(text, island, read[k], displaced, out)
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
            made = recipe(edges, refused)
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
        return tuple([found_at(edge, source, nth, guards) for nth, edge in enumerate(edges)])


def _add(
    text: Cut,
    island: Island,
    found: tuple[Found, ...],
    displaced: Callable[[list[str], int], bool],
    out: list[Mention],
) -> None:
    """Adds the mentions of an island to those before it."""
    for one in found:
        mention = _confirmed(text, island.places, one)
        if mention is not None and type(mention.found.term) is Elided:
            mention = _like_before(out, mention)
        if mention is None:
            continue
        if out and type(out[-1].found.term) is After:
            joined = _joined(text.parts, out[-1], mention)
            if joined is not None:
                out[-1] = joined
                continue
        whole = mention.found
        if type(whole.term) is Range and len(whole.parts) == 2:
            if displaced(text.parts, mention.first):
                out += [_part(mention, 0), _part(mention, 1)]
                continue
        out.append(mention)
        if mention.found.rest is not None:
            after = _confirmed(text, island.places, mention.found.rest)
            if after is not None:
                out.append(after)


def _part(mention: Mention, nth: int) -> Mention:
    """One of the parts of a mention, for itself."""
    found, places = mention.found.part(nth), mention.places
    return Mention(places[found.left], places[found.right - 1], found, places)


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


_LIKE = 4  # mentions from a quarter to the one that is told as its like
_QUARTERS = 4


def _like_before(out: list[Mention], mention: Mention) -> Mention | None:
    """The number of a quarter or a half, counted from the one that the text told before."""
    term = mention.found.term
    assert isinstance(term, Elided)
    for before in reversed(out[-_LIKE:]):
        told = before.found.term
        if isinstance(told, Division) and told.unit in (Unit.QUARTER, Unit.HALF):
            n = term.number - told.number
            if not n or (told.unit is Unit.HALF and term.number > 2):
                return None
            if n == _QUARTERS - 1:
                n = -1  # "au premier trimestre, après 0,3 % au quatrième": of the year before
            return mention.meaning(Shift(told.unit, n, told))
    return None


_SMALL = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_LONGEST_EVENT = 18  # pieces between "après" and the date of the event that it names


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
    found = first.found.with_term(shift)
    return Mention(first.first, second.last, found, first.places)
