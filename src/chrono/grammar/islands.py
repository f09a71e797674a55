"""Islands of time words: where a text is worth parsing, and which words could belong together.

An island is a run of words around a strong one, each of which may stand beside the next within one
expression, as the patterns of the grammar have it. What no pattern lets stand side by side falls
apart here, and what could neither begin nor end an expression beside the next word of it is trimmed
off: no edge of the chart could cover it. So islands are short, and come back: "mardi à 7 h 50"
whatever is around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from chrono.frozen import acyclic
from chrono.grammar.chart import LONGEST, ROOT, Grammar, Tokens, phrase_end
from chrono.grammar.language import Language
from chrono.grammar.lexicon import Lexicon, Phrase, Word

ANY = -1  # all leaves, as bits
_SMALL = (2, 3)  # letters of the words that only stand before others: "de", "les"
_KEPT_NUMBERS = 4  # digits; the links of longer numbers are made anew


class Kind:
    """What may stand beside the same: the spellings of a word, the numbers of one shape.

    `before` tells of kinds whether this one may stand before them, once it was asked.
    """

    __slots__ = ("before",)

    def __init__(self) -> None:
        self.before: dict[Kind, bool] = {}


@acyclic
class Link:
    """What a spelling may stand beside.

    `starts`, `ends` and `follows` are sets of leaves, as bits: those that the word may begin, those
    that it may end, and those that may come after it. `opens` are the leaves before which an
    expression may begin with the word, `closes` those after which one may end with it (`ANY`: it
    needs none; 0: it may not). Spellings of one `shape` differ in their values only, but for the
    `phrases` that they begin, which have numbers of their own.
    """

    __slots__ = ("closes", "ends", "follows", "kind", "opens", "phrases", "shape", "starts", "word")

    def __init__(
        self,
        word: Word,
        starts: int,
        ends: int,
        follows: int,
        opens: int,
        closes: int,
        shape: int,
        kind: Kind,
        phrases: tuple[tuple[int, Phrase], ...],
    ) -> None:
        self.word = word
        self.starts = starts
        self.ends = ends
        self.follows = follows
        self.kind = kind
        self.opens = opens
        self.closes = closes
        self.shape = shape
        self.phrases = phrases


class _Leaves:
    """The leaves of a grammar (words and categories), which begin and end what, as bits."""

    def __init__(self, grammar: Grammar) -> None:
        self.bits: dict[str, int] = {}
        inner: dict[str, list[tuple[str, str]]] = {}
        followers: dict[str, set[str]] = {}
        for flat in grammar.flats:
            names = [symbol.name for symbol in flat.symbols]
            for name in (*names, flat.rule.out):
                self.bits.setdefault(name, 1 << len(self.bits))
            inner.setdefault(flat.rule.out, []).append((names[0], names[-1]))
            for name, after in pairwise(names):
                followers.setdefault(name, set()).add(after)
        first = self._closed({out: {a for a, _ in ends} for out, ends in inner.items()})
        last = self._closed({out: {b for _, b in ends} for out, ends in inner.items()})
        self.opening = self._at_edge(grammar, 0, first)
        self.closing = self._at_edge(grammar, -1, last)
        self.follows: dict[str, int] = dict.fromkeys(self.bits, 0)
        for name, afters in followers.items():
            may_follow = self.union(first, afters)
            for leaf, bit in self.bits.items():
                if last[name] & bit:
                    self.follows[leaf] |= may_follow

    def _closed(self, inner: dict[str, set[str]]) -> dict[str, int]:
        """Of each name, all leaves that it may begin (or end) with, however deep."""
        found = dict(self.bits)
        grown = True
        while grown:
            grown = False
            for out, names in inner.items():
                bits = found[out]
                for name in names:
                    bits |= found[name]
                if bits != found[out]:
                    found[out] = bits
                    grown = True
        return found

    @staticmethod
    def _at_edge(grammar: Grammar, edge: int, reach: dict[str, int]) -> dict[str, int]:
        """Of each name at an edge of whole expressions, the leaves that may stand beside it there.

        `edge` is 0 for the beginning, -1 for the end; `reach` are the leaves that a name may begin
        (or end) with. A context, as the "de" of "au lendemain de", is at the edge only beside what
        it is a context of; `ANY` is of what may be an expression by itself.
        """
        beside = 1 if edge == 0 else -2
        found = {ROOT: ANY}
        grown = True
        while grown:
            grown = False
            for flat in grammar.flats:
                if flat.rule.out in found:
                    name, alone = flat.symbols[edge].name, len(flat.symbols) == 1
                    more = found[flat.rule.out] if alone else reach[flat.symbols[beside].name]
                    bits = found.get(name, 0) | more
                    if bits != found.get(name):
                        found[name] = bits
                        grown = True
        return found

    @staticmethod
    def union(sets: dict[str, int], names: Iterable[str]) -> int:
        """The union of the sets of these names; of a name that no pattern has, none."""
        bits = 0
        for name in names:
            bits |= sets.get(name, 0)
        return bits


class Islands:
    """Cuts islands out of texts of one language."""

    __slots__ = (
        "_ended", "_in_number", "_joined", "_kinds", "_leaves", "_links", "_numbers",
        "_pairs", "_phrases", "_shapes",
    )  # fmt: skip

    def __init__(self, language: Language) -> None:
        lexicon = language.lexicon
        self._leaves = _Leaves(language.grammar)
        self._numbers = language.grammar.numbers
        self._in_number = language.in_number
        self._joined = language.joined_numbers
        self._pairs = _phrase_pairs(lexicon)
        self._shapes: dict[tuple[object, ...], int] = {}
        self._kinds: dict[object, Kind] = {}
        self._phrases: dict[str, list[tuple[int, Phrase]]] = {}
        self._ended: dict[str, set[str]] = {}
        number = 0
        for first, found in lexicon.phrases.items():
            for phrase in found:
                number += 1
                self._phrases.setdefault(first, []).append((number, phrase))
                self._ended.setdefault(phrase.folded[-1], set()).add(phrase.lexeme.category)
        made: dict[Word, Link] = {}
        self._links: dict[str, Link] = {}
        for surface, word in lexicon.words.items():
            if word not in made:
                made[word] = self._link(word)
            self._links[surface] = made[word]

    def _link(self, word: Word) -> Link:
        categories = tuple([lexeme.category for lexeme in word.lexemes])
        numbers = self._numbers(Tokens((word.folded,), (word,), (False,)), 0)
        alone = {"=" + word.folded, *categories}
        joined: set[str] = set()  # what it may be a part of, with others beside it
        if numbers:
            alone |= {category for _, category, _ in numbers}
            joined |= self._joined
        phrases = tuple(self._phrases.get(word.folded, ()))
        begun = {phrase.lexeme.category for _, phrase in phrases}
        ended = self._ended.get(word.folded, set())
        leaves = self._leaves
        starts = leaves.union(leaves.bits, alone | joined | begun)
        ends = leaves.union(leaves.bits, alone | joined | ended)
        opens, closes = leaves.union(leaves.opening, alone), leaves.union(leaves.closing, alone)
        if leaves.union(leaves.opening, joined | begun):
            opens = ANY
        if leaves.union(leaves.closing, joined | ended):
            closes = ANY
        key: tuple[object, ...] = (word.folded, *categories)
        is_number = False
        if "=" + word.folded not in self._leaves.bits:
            if not numbers:
                key = ("", *categories)
            elif word.folded.isdecimal():
                is_number = True
                key = (len(word.folded), *[category for _, category, _ in numbers])
        shape = self._shapes.setdefault(key, len(self._shapes))
        return Link(
            word,
            starts,
            ends,
            leaves.union(leaves.follows, alone | joined | ended),
            opens,
            closes,
            shape,
            self._kinds.setdefault(shape if is_number else word.folded, Kind()),
            phrases,
        )

    def link(self, piece: str) -> Link | None:
        """The link of a piece; any number has one; None ends an island."""
        found = self._links.get(piece)
        if found is None and not 57 < ord(piece[0]) < 128 and piece.isdecimal():
            found = self._link(Word(piece))
            if len(piece) <= _KEPT_NUMBERS and piece.isascii():
                self._links[piece] = found
        return found

    def beside(self, left: Link, right: Link) -> bool:
        """Whether two words may stand side by side within an expression."""
        known = left.kind.before
        found = known.get(right.kind)
        if found is None:
            found = known[right.kind] = self._may(left, right)
        return found

    def _may(self, left: Link, right: Link) -> bool:
        if left.follows & right.starts:
            return True
        one, other = left.word.folded, right.word.folded
        return (one, other) in self._pairs or self._in_number(one, other)

    def around(self, parts: list[str], at: int, floor: int) -> Island | None:
        """The island around a strong piece, no further left than `floor`; None if there is none."""
        strong = self.link(parts[at])
        if strong is None:
            return None
        places: list[int] = []
        links: list[Link] = []
        self._reach(parts, at, strong, -1, floor - 1, LONGEST // 2, places, links)
        places.reverse()
        links.reverse()
        places.append(at)
        links.append(strong)
        self._reach(parts, at, strong, 1, len(parts), LONGEST, places, links)
        first, last = 0, len(links)
        while first < last:
            opens = links[first].opens
            if opens == ANY or (first + 1 < last and opens & links[first + 1].starts):
                break
            first += 1
        while first < last:
            closes = links[last - 1].closes
            if closes == ANY or (first + 1 < last and closes & links[last - 2].ends):
                break
            last -= 1
        if first == last:
            return None
        return Island(places[first:last], links[first:last])

    def _reach(
        self, parts: list[str], at: int, strong: Link, step: int, stop: int, most: int,
        places: list[int], links: list[Link],
    ) -> None:  # fmt: skip
        """Adds the words that follow one another from a place on, up to so many in all."""
        near = strong
        broken = False  # an empty line ends an island, a line break before a capital may
        k = at + step
        while k != stop and len(places) < most:
            piece = parts[k]
            if piece != " ":
                link = self.link(piece)
                if link is not None:
                    if not (self.beside(link, near) if step < 0 else self.beside(near, link)):
                        break
                    if broken and step > 0 and self._parted(near, piece):
                        break
                    if (
                        broken
                        and step < 0
                        and self._parted(link, parts[places[-1] if places else at])
                    ):
                        break
                    places.append(k)
                    links.append(link)
                    near = link
                    broken = False
                elif not piece.isspace() or (piece == "\n" and broken):
                    break
                else:
                    broken = broken or piece == "\n"
            k += step

    def _parted(self, above: Link, first: str) -> bool:
        r"""Whether a word that begins a line begins a sentence: it may after what can end one.

        "9 h 30\nHier, …", and not "la veille de\nNoël": that capital is none of a sentence.
        """
        if not first[0].isupper() or (len(first) > 1 and first.isupper()):
            return False
        ends = above.closes == ANY or (above.closes and len(above.word.folded) not in _SMALL)
        return bool(ends) and first.lower() in self._links


@acyclic
class Island:
    """The words of an island: their places among the pieces of the text, and their links."""

    __slots__ = ("links", "places")

    def __init__(self, places: list[int], links: list[Link]) -> None:
        self.places = places
        self.links = links

    def tokens(self, parts: list[str]) -> Tokens:
        """Its words as the chart gets them."""
        places = self.places
        return Tokens(
            tuple([parts[k] for k in places]),
            tuple([link.word for link in self.links]),
            tuple([k > 0 and places[k] - places[k - 1] > 1 for k in range(len(places))]),
        )

    def shape(self, tokens: Tokens) -> tuple[int, ...]:
        """What islands have in common that differ in values only: "3 mai" and "12 mars"."""
        out: list[int] = []
        for k, link in enumerate(self.links):
            out.append(2 * link.shape + tokens.spaced[k])
            for number, phrase in link.phrases:
                end = phrase_end(phrase.folded, tokens, k)
                if end:
                    out.append(-LONGEST * number - end)
        return tuple(out)


def _phrase_pairs(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """The words that stand side by side within a phrase, with or without its hyphens."""
    pairs: set[tuple[str, str]] = set()
    for found in lexicon.phrases.values():
        for phrase in found:
            parts = phrase.folded
            for k in range(1, len(parts)):
                pairs |= {(parts[k - 1], parts[k]), (parts[k - 1], "-"), ("-", parts[k])}
                if parts[k] == "-" and k + 1 < len(parts):
                    pairs.add((parts[k - 1], parts[k + 1]))
    return frozenset(pairs)
