"""What a cluster says as one event: title, best date, status, conflicts, history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chrono.chronicle.records import Cluster
from chrono.model import Kind, Resolution, Status


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What an article changed in what is known: `known_on` is its publication day."""

    known_on: date | None
    what: str
    record: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EventContent:
    """An event as its records tell it; nothing in it depends on when or in which order it was added.

    `resolution` is the best date: sharpest compatible, newest knowledge (None: undated).
    `status` is that of the latest article. `conflicts` holds one line for each day that sources
    give, with its quote, when they disagree; `conflict` says that there are some. `merge_why`
    says why the records were joined; `weak` that a person should look at it. `headline` is the
    key of the record that the title is from; `keys` are those of all records, sorted.
    """

    keys: tuple[str, ...]
    title: str
    resolution: Resolution | None
    status: Status
    kind: Kind
    headline: str
    conflict: bool = False
    conflicts: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    merge_why: tuple[str, ...] = ()
    weak: bool = False

    @property
    def order(self) -> tuple[date, date, tuple[str, ...]]:
        """What events are sorted by: first day, last day, keys; undated last."""
        bounds = self.resolution.bounds if self.resolution else None
        if bounds is None:
            return (date.max, date.max, self.keys)
        return (bounds.earliest, bounds.latest, self.keys)


def event_content(group: Cluster) -> EventContent:
    """The event that a cluster tells."""
    last = group.records[-1]
    return EventContent(
        keys=group.keys,
        title=last.statement.title,
        resolution=last.statement.resolution,
        status=last.statement.status,
        kind=last.statement.kind,
        headline=last.key,
        merge_why=group.why,
    )
