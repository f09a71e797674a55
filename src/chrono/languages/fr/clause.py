"""A French clause around a time expression, as those who read its tense take it."""

from __future__ import annotations

from chrono.frozen import acyclic
from chrono.languages.fr.adjacent import quote
from chrono.languages.fr.groups import Group
from chrono.languages.fr.plans import is_dated
from chrono.model import Direction
from chrono.tense import ClauseTense

FIRST_PLAN = ClauseTense(Direction.UNKNOWN, loose=True, earlier=True)
"""Of a time that something was first planned for: the nearest one before what came of it."""

LEANS_BACK = ClauseTense(Direction.PAST, "", lean=True)
LEANS_AHEAD = ClauseTense(Direction.FUTURE, "", lean=True)


@acyclic
class Clause:
    """The words around a time expression, which stands from `a` to `b`, half open.

    `words` are as written, `low` in lower case; `hidden` are the places of the words of times;
    `before` is the preposition that outranks the tense, or "". `full` says that the expression is
    a day and month, `numbered` that it is a date in figures. `groups` are the verb groups, `best`
    is the one that governs the expression: both once they were read.
    """

    __slots__ = (
        "a", "b", "before", "best", "full", "groups", "hidden", "low", "numbered", "words",
    )  # fmt: skip

    def __init__(
        self, words: list[str], low: list[str], hidden: set[int], a: int, b: int, before: str,
        full: bool,
    ) -> None:  # fmt: skip
        self.words = words
        self.low = low
        self.hidden = hidden
        self.a = a
        self.b = b
        self.before = before
        self.full = full
        self.numbered = full or (b - a <= 2 and low[b - 1].isdecimal())
        self.groups: list[Group] = []
        self.best: Group | None = None

    @property
    def dated(self) -> bool:
        """Whether another time stands around the expression."""
        return is_dated(self.hidden, self.a, self.b)

    def by(
        self,
        verb: Group,
        direction: Direction,
        loose: bool = False,
        lean: bool = False,
        earlier: bool = False,
    ) -> ClauseTense:
        """A direction, said to come from a verb group."""
        return ClauseTense(direction, quote(self.words, verb), loose, lean, earlier=earlier)

    def any_ahead(self, loose: bool = False) -> bool:
        """Whether a verb looks ahead; participles and infinitives count if `loose`."""
        return any(g.direction is Direction.FUTURE and (loose or not g.loose) for g in self.groups)

    def any_told(self) -> bool:
        """Whether a finite verb looks back."""
        return any(g.direction is Direction.PAST and not g.loose for g in self.groups)

    def all_loose(self) -> bool:
        """Whether no verb group is finite."""
        return all(g.loose for g in self.groups)
