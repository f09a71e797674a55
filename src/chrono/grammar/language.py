"""A language as one value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chrono.frozen import acyclic, frozen
from chrono.grammar.chart import Grammar
from chrono.grammar.lexicon import Lexicon
from chrono.grammar.sentences import starts_line
from chrono.grammar.text import Cut, first_from, folded
from chrono.tense import TenseReader

_AROUND = 24  # pieces that a guard sees on either side
_NEXT = 12  # pieces after an expression that may be words for it


@acyclic
class Neighbours:
    """The words of an expression and around it, folded and (`…_raw`) as written.

    The nearest one is the last of `before`, and the first of `after`. Made when first asked for.
    """

    __slots__ = (
        "_after", "_after_raw", "_before", "_before_raw", "_first", "_inside", "_inside_raw",
        "_last", "_last_words", "_parts", "_quotes",
    )  # fmt: skip

    def __init__(self, text: Cut, first: int, last: int) -> None:
        self._parts = text.parts
        self._quotes = text.quotes
        self._first = first
        self._last = last
        self._before: list[str] | None = None
        self._before_raw: list[str] | None = None
        self._after: list[str] | None = None
        self._after_raw: list[str] | None = None
        self._inside: list[str] | None = None
        self._last_words: list[str] | None = None
        self._inside_raw: list[str] | None = None

    @property
    def capital(self) -> bool:
        """Whether the first or the last word of the expression begins with a capital."""
        parts = self._parts
        return parts[self._first][0].isupper() or parts[self._last][0].isupper()

    @property
    def short(self) -> bool:
        """Whether the expression has two words at most."""
        return self._last - self._first <= 2

    def previous(self, count: int) -> list[str]:
        """The last words before the expression, as written: `count` of them, or fewer."""
        out: list[str] = []
        k = self._first - 1
        while k >= 0 and len(out) < count and self._first - k <= _AROUND:
            piece = self._parts[k]
            if piece != " " and not piece.isspace():
                out.append(piece)
            k -= 1
        out.reverse()
        return out

    @property
    def follows_quote(self) -> bool:
        """Whether one of the pieces before is a quotation mark."""
        k = first_from(self._quotes, self._first)
        return k > 0 and self._quotes[k - 1] >= self._first - _AROUND

    @property
    def pieces_before(self) -> list[str]:
        """The pieces before the expression, white space among them; few of them."""
        return self._parts[max(0, self._first - _AROUND) : self._first]

    @property
    def pieces_after(self) -> list[str]:
        """The pieces after the expression, white space among them; few of them."""
        return self._parts[self._last + 1 : self._last + 1 + _AROUND]

    @property
    def before_raw(self) -> list[str]:
        """The words before, as written."""
        if self._before_raw is None:
            first = self._first
            found = self._parts[max(0, first - _AROUND) : first]
            self._before_raw = [p for p in found if p != " " and not p.isspace()]
        return self._before_raw

    @property
    def starts_line(self) -> bool:
        """Whether the expression is the first of its line."""
        return starts_line(self._parts, self._first)

    @property
    def fills_line(self) -> bool:
        """Whether the expression is all of its line."""
        parts, k = self._parts, self._last + 1
        while k < len(parts) and parts[k] != "\n":
            if not parts[k].isspace():
                return False
            k += 1
        return self.starts_line

    @property
    def last(self) -> list[str]:
        """The last four words before, folded: as good as `before`, and sooner made."""
        if self._last_words is None:
            self._last_words = [folded(p) for p in self.previous(4)]
        return self._last_words

    @property
    def before(self) -> list[str]:
        """The words before, folded."""
        if self._before is None:
            self._before = [folded(p) for p in self.before_raw]
        return self._before

    @property
    def after_raw(self) -> list[str]:
        """The words after, as written."""
        if self._after_raw is None:
            last = self._last
            found = self._parts[last + 1 : last + 1 + _NEXT]
            self._after_raw = [p for p in found if p != " " and not p.isspace()]
        return self._after_raw

    @property
    def after(self) -> list[str]:
        """The words after, folded."""
        if self._after is None:
            self._after = [folded(p) for p in self.after_raw]
        return self._after

    @property
    def inside_raw(self) -> list[str]:
        """The expression's own words, as written."""
        if self._inside_raw is None:
            found = self._parts[self._first : self._last + 1]
            self._inside_raw = [p for p in found if p != " " and not p.isspace()]
        return self._inside_raw

    @property
    def inside(self) -> list[str]:
        """The expression's own words, folded."""
        if self._inside is None:
            self._inside = [folded(p) for p in self.inside_raw]
        return self._inside


Guard = Callable[[Any, str, Neighbours], bool]


@frozen
class Language:
    """All that is known of a language: words, rules, tense, and what is never a date.

    `confirm` tells of a strong piece whether its neighbours let it start an island; `displaced` of
    a range, by its first piece, whether something is put from one of its ends on the other, so that
    they are two expressions ("reporté du 3 au 5 mai"); `compared` of a year, by the first piece of
    its sentence and its own, whether one only compares with it; `in_number` of two folded words
    whether they may stand side by side within a number, and `joined_numbers` are the categories
    that only several of them have together. `guards` gives the functions that an expression is
    shown to last, for its term and the name of its rule: each gets these and its neighbours, and
    may refuse it. A full stop after `abbreviations` ends no sentence. One of the words `live` in
    its title makes a text a report of what happens as it is written; one of `relatives` after a
    comma begins a relative clause.
    """

    code: str
    lexicon: Lexicon
    grammar: Grammar
    tense: TenseReader
    guards: Callable[[Any, str], tuple[Guard, ...]]
    confirm: Callable[[list[str], int], bool]
    displaced: Callable[[list[str], int], bool]
    compared: Callable[[list[str], int, int, int], bool]
    in_number: Callable[[str, str], bool]
    joined_numbers: frozenset[str]
    doubtful: frozenset[str]
    abbreviations: frozenset[str] = frozenset()
    live: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
