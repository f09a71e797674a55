"""What reading everything again changed: a diff that a person can refuse."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from chrono import wire
from chrono.model import Resolution, Status


@dataclass(frozen=True, slots=True)
class Brief:
    """An event in short, as it was or as it would be."""

    id: int
    uid: str
    title: str
    resolution: Resolution | None
    status: Status
    sequence: int


@dataclass(frozen=True, slots=True)
class Diff:
    """What a rebuild changed, or would change where `applied` is False.

    `added` and `gone` are events; `moved` those whose days changed, `changed` those that changed
    in anything else, each before and after. `articles` is how many were read again.
    """

    added: tuple[Brief, ...] = ()
    gone: tuple[Brief, ...] = ()
    moved: tuple[tuple[Brief, Brief], ...] = ()
    changed: tuple[tuple[Brief, Brief], ...] = ()
    articles: int = 0
    applied: bool = False

    def __bool__(self) -> bool:
        """Say whether there is any difference."""
        return bool(self.added or self.gone or self.moved or self.changed)


def briefs(connection: sqlite3.Connection) -> dict[int, Brief]:
    """Read all events in short."""
    return {
        number: Brief(
            number,
            uid,
            title,
            None if resolution is None else wire.load_resolution(resolution),
            Status(status),
            sequence,
        )
        for number, uid, title, resolution, status, sequence in connection.execute(
            "SELECT id, uid, title, resolution, status, sequence FROM events"
            " WHERE NOT withdrawn ORDER BY earliest IS NULL, earliest, id"
        )
    }


def compare(before: dict[int, Brief], after: dict[int, Brief], articles: int) -> Diff:
    """Tell two states of a timeline apart.

    >>> compare({}, {}, 3)
    Diff(added=(), gone=(), moved=(), changed=(), articles=3, applied=False)
    """
    moved: list[tuple[Brief, Brief]] = []
    changed: list[tuple[Brief, Brief]] = []
    for number, old in before.items():
        new = after.get(number)
        if new is None or new.sequence == old.sequence:
            continue
        same_days = (old.resolution and old.resolution.bounds) == (
            new.resolution and new.resolution.bounds
        )
        (changed if same_days else moved).append((old, new))
    return Diff(
        added=tuple(new for number, new in after.items() if number not in before),
        gone=tuple(old for number, old in before.items() if number not in after),
        moved=tuple(moved),
        changed=tuple(changed),
        articles=articles,
    )
