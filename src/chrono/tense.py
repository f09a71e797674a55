"""From a clause to a direction: it looks back from the publication day, or ahead.

The reading of clauses is a language's own (see `chrono.languages`); this module says what is
asked of it.
"""

from __future__ import annotations

from typing import Protocol

from chrono.frozen import frozen
from chrono.model import Direction


@frozen
class ClauseTense:
    """Where a clause looks, and the words that say so ("" where none do).

    `loose` where these are a participle or an infinitive, which a main clause may outrank; `lean`
    where a noun only makes one way the likelier one, and the other one stays open; `remote` where
    the past is told as one that is closed ("avait dit", "disait"); `narrates` where it goes on from
    the time told last ("naquit", "c'était"); `now` where the verb is a present, and be it one that
    tells what is over; `likewise` where the clause only goes on from the sentence before;
    `earlier` where what the sentence tells last came, or is to come, after it.
    """

    direction: Direction
    cue: str = ""
    loose: bool = False
    lean: bool = False
    remote: bool = False
    narrates: bool = False
    now: bool = False
    likewise: bool = False
    earlier: bool = False


UNDECIDED = ClauseTense(Direction.UNKNOWN)


class TenseReader(Protocol):
    """Reads the tense of the clause around an expression."""

    def __call__(
        self,
        parts: list[str],
        clause: tuple[int, int],
        own: tuple[int, int],
        masked: list[bool],
        full: bool,
    ) -> ClauseTense:
        """The direction for an expression of a text cut into pieces.

        `clause` are the first piece that may matter and the one after the last; `own` the first
        and the last piece of the expression; `masked` tells of each piece whether it is part of
        one. `full` says that the expression is a day and month, which may belong to a noun ("les
        orages du 18 août") rather than to the verb.
        """
        ...
