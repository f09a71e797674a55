"""The clauses of a sentence as a tree, and the stack that builds it from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chrono.chronicle.sentences import Word
from chrono.chronicle.verbal import Group

DEEPEST = 8
"""How deep clauses nest: no sentence goes further, but texts that are none can."""


class ClauseKind(StrEnum):
    """How a clause hangs on the one around it."""

    MAIN = "main"
    THAT = "that"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    INCISE = "incise"
    PARTICIPLE = "participle"
    ASIDE = "aside"


@dataclass(slots=True)
class Clause:
    """A clause: its words from `first` to `last` (inclusive), with what is nested between.

    `start` is the place after the word that opens it. `own` are the places of its own words;
    `verbs` its verb groups in order; `splits` the places where a verb with the same subject
    begins ("et ‹transporté›").
    """

    kind: ClauseKind
    parent: int
    first: int
    start: int
    last: int
    own: list[int] = field(default_factory=list)
    verbs: list[Group] = field(default_factory=list)
    splits: list[int] = field(default_factory=list)
    after_comma: bool = False

    @property
    def verb(self) -> Group | None:
        """Its first verb group."""
        return self.verbs[0] if self.verbs else None


@dataclass(frozen=True, slots=True)
class Tree:
    """The clauses of a sentence; `home` gives the clause of each word."""

    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    home: tuple[int, ...]

    def with_verb(self, number: int) -> int:
        """Return the nearest clause around that has a verb, or the clause itself if none has."""
        up = number
        while not self.clauses[up].verbs and self.clauses[up].parent >= 0:
            up = self.clauses[up].parent
        return up if self.clauses[up].verbs else number

    def children(self, number: int) -> list[int]:
        """Return the numbers of the clauses that hang directly on a clause."""
        return [
            n for n, clause in enumerate(self.clauses) if n != number and clause.parent == number
        ]


class Stack:
    """The clauses of a sentence while it is read; the stack holds the numbers of the open ones."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.clauses: list[Clause] = []
        self.home = [0] * len(words)
        self.stack: list[int] = []
        self.open(ClauseKind.MAIN, 0, 0)

    @property
    def now(self) -> Clause:
        """The clause that words go to at present."""
        return self.clauses[self.stack[-1]]

    def open(self, kind: ClauseKind, first: int, start: int, root: bool = False) -> None:
        """Open a clause under the present one, or beside the main clause where `root`."""
        if root:
            self.stack.clear()
        del self.stack[DEEPEST:]
        parent = self.stack[-1] if self.stack else -1
        before = self.words[first - 1].low if first else ""
        self.clauses.append(
            Clause(kind, parent, first, start, first, after_comma=before in (",", '"', "»", "”"))
        )
        self.stack.append(len(self.clauses) - 1)

    def close(self) -> None:
        """Close the innermost clause; the main one stays open."""
        if len(self.stack) > 1:
            self.stack.pop()

    def take(self, at: int) -> None:
        """Put a word into the innermost clause."""
        self.home[at] = self.stack[-1]
        self.now.own.append(at)
        for number in self.stack:
            self.clauses[number].last = max(self.clauses[number].last, at)

    def in_aside(self) -> bool:
        """Tell whether a bracket or a dash is open."""
        return any(self.clauses[number].kind is ClauseKind.ASIDE for number in self.stack)

    def close_aside(self) -> None:
        """Close everything up to the bracket or the dash that is open."""
        while len(self.stack) > 1:
            kind = self.now.kind
            self.close()
            if kind is ClauseKind.ASIDE:
                return

    def rehome(self, place: int) -> None:
        """Move a word that was taken already into the clause that has just been opened."""
        old = self.clauses[self.home[place]]
        if place in old.own:
            old.own.remove(place)
        self.home[place] = self.stack[-1]
        self.now.own.append(place)

    def close_like(self, kind: ClauseKind) -> ClauseKind | None:
        """Close clauses up to one like that which opens: "et que" goes on where "que" began.

        Returns the kind of the one that was closed last.
        """
        for depth in range(len(self.stack) - 1, 0, -1):
            found = self.clauses[self.stack[depth]]
            adverbial = kind is ClauseKind.THAT and found.kind is ClauseKind.ADVERBIAL
            if found.kind is kind or adverbial:
                del self.stack[depth:]
                return found.kind
        return None

    def is_dash(self, at: int) -> bool:
        """Tell whether a stroke is a dash, not a hyphen inside a word or a number."""
        word = self.words[at]
        before = self.words[at - 1] if at else None
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        tied = before is not None and before.end == word.start and before.is_word
        return not (tied and after is not None and after.start == word.end and after.is_word)

    def meet_dash(self, at: int) -> None:
        """Open an aside at the first of two dashes, close it at the second."""
        if self.in_aside():
            self.close_aside()
        elif any(
            self.words[n].low in ("-", "–", "—") and self.is_dash(n)
            for n in range(at + 1, len(self.words))
        ):
            self.open(ClauseKind.ASIDE, at, at + 1)
        elif at:
            self.open(ClauseKind.MAIN, at, at + 1, root=True)
