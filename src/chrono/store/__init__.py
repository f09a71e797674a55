"""Timelines in SQLite: what was read, what a person decided, and the events that follow.

`Timeline` is the door; the rest are the values that it takes and gives. `docs/store.md` tells
how it is laid out and what it promises.
"""

from chrono.store.corrections import Action, Correction
from chrono.store.doubts import Doubt, DoubtKind
from chrono.store.filters import Choices, Filter
from chrono.store.outcome import Added, AddedStatus
from chrono.store.places import list_timelines, locate, timelines_folder
from chrono.store.rebuilding import Brief, Diff
from chrono.store.searching import Hit
from chrono.store.timeline import Timeline

__all__ = [
    "Action",
    "Added",
    "AddedStatus",
    "Brief",
    "Choices",
    "Correction",
    "Diff",
    "Doubt",
    "DoubtKind",
    "Filter",
    "Hit",
    "Timeline",
    "list_timelines",
    "locate",
    "timelines_folder",
]
