"""What the merging of statements works on: records and their signatures.

A signature is all that a statement is compared by. It is worked out once, from the statement
and its article alone, and can be stored as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chrono.model import Kind, Statement, Status


@dataclass(frozen=True, slots=True)
class Signature:
    """What a statement is compared by: its days, its rare words, its names, its numbers.

    `earliest` and `latest` are inclusive days (None: undated); `sharp` is True where the text
    names a day or finer, `borrowed` where the day is the publication day for want of a better.
    `words` maps stems to a weight (rarer is heavier); `names` are folded words of people,
    places and bodies, with their weight; `places` those of `names` that say where; `numbers`
    are digits with the noun they count ("30 pays"). `context` are the names in the title of
    the article. `start` and `end` are the offsets of the quote. `moved` says that this is the new
    day of something put off, `again` that it is called another one of its kind. `core` are those
    of the words and names that the title has; `forms` how they are written, where a stem is
    another word.
    """

    earliest: date | None
    latest: date | None
    words: Mapping[str, float]
    names: Mapping[str, float]
    places: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    sharp: bool = True
    borrowed: bool = False
    status: Status = Status.PAST
    kind: Kind = Kind.EVENT
    start: int = 0
    end: int = 0
    moved: bool = False
    again: bool = False
    core: frozenset[str] = frozenset()
    forms: Mapping[str, str] = field(default_factory=dict, compare=False)

    def to_json(self) -> dict[str, Any]:
        """Write the signature as plain JSON values; `from_json` reads it back."""
        return {
            "earliest": self.earliest and self.earliest.isoformat(),
            "latest": self.latest and self.latest.isoformat(),
            "words": dict(self.words),
            "names": dict(self.names),
            "places": sorted(self.places),
            "numbers": sorted(self.numbers),
            "context": sorted(self.context),
            "sharp": self.sharp,
            "borrowed": self.borrowed,
            "status": self.status.value,
            "kind": self.kind.value,
            "start": self.start,
            "end": self.end,
            "moved": self.moved,
            "again": self.again,
            "core": sorted(self.core),
            "forms": dict(self.forms),
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Signature:
        """Read the signature that `to_json` wrote."""
        return cls(
            earliest=date.fromisoformat(row["earliest"]) if row["earliest"] else None,
            latest=date.fromisoformat(row["latest"]) if row["latest"] else None,
            words=dict(row["words"]),
            names=dict(row["names"]),
            places=frozenset(row["places"]),
            numbers=frozenset(row["numbers"]),
            context=frozenset(row["context"]),
            sharp=bool(row["sharp"]),
            borrowed=bool(row["borrowed"]),
            status=Status(row["status"]),
            kind=Kind(row["kind"]),
            start=int(row["start"]),
            end=int(row["end"]),
            moved=bool(row.get("moved", False)),
            again=bool(row.get("again", False)),
            core=frozenset(row.get("core", ())),
            forms=dict(row.get("forms", {})),
        )


@dataclass(frozen=True, slots=True)
class Record:
    """A statement among those of many articles.

    `key` is stable and unique (it breaks ties, so it must not depend on the order of adding);
    `article` identifies the article, `published_on` is its publication day (None: undated),
    `source` who published it (a host name, an agency, or ""). `lede` is True for the title and
    lede of the article.
    """

    key: str
    article: str
    published_on: date | None
    statement: Statement
    signature: Signature
    source: str = ""
    lede: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two records tell the same event, and why.

    `score` runs from 0 to 1. `same` is the verdict on the pair alone. `bridge` is "" where the
    times of the two are compatible; "moved" where one says that the other's time was given up
    for its own; "near" where they agree in all but the day (within three days): a conflict or
    a change of plan. `doubtful` marks a pair that a person should look at: it is just below
    or just above the threshold.
    """

    score: float
    same: bool
    why: tuple[str, ...] = ()
    bridge: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Two records, by their keys (`a` < `b`), that tell the same event on their own evidence."""

    a: str
    b: str
    score: float
    why: tuple[str, ...] = ()
    bridge: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """The records of one event, sorted by publication day and key, and why they were joined."""

    records: tuple[Record, ...]
    why: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its records, sorted."""
        return tuple(sorted(record.key for record in self.records))
