"""A person's word on a timeline: edits, merges, splits, new events, tags, and undoing them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chrono.errors import InputError, NotFound
from chrono.model import Event, Kind, Resolution, Status
from chrono.store import corrections as decided
from chrono.store.base import TimelineFile
from chrono.store.corrections import Action, Correction, orphaned
from chrono.store.given import one_line, said

if TYPE_CHECKING:
    from chrono.store.deciding import Deciding


class Corrected(TimelineFile):
    """A timeline that a person can correct. A correction is final, and can be taken back."""

    def edit(
        self,
        number: int,
        *,
        date: Resolution | str | None = None,
        title: str | None = None,
        status: Status | str | None = None,
        note: str | None = None,
        reason: str = "",
        now: datetime | None = None,
    ) -> Event:
        """Say what an event's date, title, status or note is; articles change it no more."""
        data = said(date=date, title=title, status=status, note=note)
        if not data:
            raise InputError("say what to change: a date, a title, a status or a note")
        return self._decide(Action.EDIT, number, data, reason, now)

    def hide(self, number: int, *, reason: str = "", now: datetime | None = None) -> Event:
        """Leave an event out of every list and export."""
        return self._decide(Action.HIDE, number, None, reason, now)

    def unhide(self, number: int, *, reason: str = "", now: datetime | None = None) -> Event:
        """Show a hidden event again."""
        return self._decide(Action.UNHIDE, number, None, reason, now)

    def tag(self, number: int, tag: str, *, reason: str = "", now: datetime | None = None) -> Event:
        """Give an event a tag."""
        return self._decide(Action.TAG, number, {"tag": one_line(tag, "tag")}, reason, now)

    def untag(
        self, number: int, tag: str, *, reason: str = "", now: datetime | None = None
    ) -> Event:
        """Take a tag off an event."""
        line = one_line(tag, "tag")
        with self._deciding(reason, now) as (connection, deciding):
            if line not in self._event(connection, number).tags:
                raise NotFound(f"event {number} has no tag {line!r}")
            deciding.about(Action.UNTAG, number, {"tag": line})
            return self._event(connection, number)

    def confirm(self, number: int, *, reason: str = "", now: datetime | None = None) -> Event:
        """Say that an event is right as it is: it is no longer among the doubts."""
        return self._decide(Action.CONFIRM, number, None, reason, now)

    def merge(
        self, one: int, other: int, *, reason: str = "", now: datetime | None = None
    ) -> Event:
        """Say that two events are one; it goes on as the older of them."""
        with self._deciding(reason, now) as (connection, deciding):
            deciding.merge(one, other)
            return self._event(connection, min(one, other))

    def apart(
        self, one: int, other: int, *, reason: str = "", now: datetime | None = None
    ) -> tuple[Event, Event]:
        """Say that two events are two, whatever articles come."""
        with self._deciding(reason, now) as (connection, deciding):
            deciding.apart(one, other)
            return self._event(connection, one), self._event(connection, other)

    def split(
        self,
        number: int,
        mentions: Iterable[int],
        *,
        reason: str = "",
        now: datetime | None = None,
    ) -> tuple[Event, Event]:
        """Take mentions out of an event; give what is left of it, and the event that they are."""
        out = sorted(set(mentions))
        with self._deciding(reason, now) as (connection, deciding):
            deciding.split(number, out)
            (taken,) = connection.execute(
                "SELECT event_id FROM mentions WHERE statement_id = ?", (out[0],)
            ).fetchone()
            return self._event(connection, number), self._event(connection, taken)

    def new(
        self,
        *,
        date: Resolution | str,
        title: str,
        status: Status | str = Status.PAST,
        kind: Kind | str = Kind.EVENT,
        note: str | None = None,
        tags: Iterable[str] = (),
        reason: str = "",
        now: datetime | None = None,
    ) -> Event:
        """Make an event that no article tells."""
        data = said(date=date, title=title, status=status, kind=kind, note=note, tags=tags)
        with self._deciding(reason, now) as (connection, deciding):
            _, number, _ = deciding.new(data)
            return self._event(connection, number)

    def undo(
        self, correction: int | None = None, *, reason: str = "", now: datetime | None = None
    ) -> Correction:
        """Take a correction back, the last one by default, and give it; undoing is undone alike."""
        with self._deciding(reason, now) as (_, deciding):
            undone, _, _ = deciding.undo(correction)
            return replace(undone, undone=True)

    def corrections(self, event: int | None = None) -> tuple[Correction, ...]:
        """List what a person decided, the oldest first; of one event, or of all."""
        with self._database.read() as connection:
            uid = None if event is None else self._event(connection, event).uid
            known = decided.load_all(connection)
            lost = orphaned(connection, known)
        return tuple(
            replace(c, orphaned=c.id in lost)
            for c in known
            if uid is None or uid in (c.event, (c.data or {}).get("other"))
        )

    # --- how

    @contextmanager
    def _deciding(
        self, reason: str, now: datetime | None
    ) -> Iterator[tuple[sqlite3.Connection, Deciding]]:
        # What follows from a decision takes the engine; to look at a timeline it is not needed.
        from chrono.store.deciding import Deciding

        with self._writing(now) as (connection, instant):
            yield connection, Deciding(connection, self._records, instant, reason)
            self._revised(connection, instant)

    def _decide(
        self,
        action: Action,
        number: int,
        data: Mapping[str, Any] | None,
        reason: str,
        now: datetime | None,
    ) -> Event:
        with self._deciding(reason, now) as (connection, deciding):
            deciding.about(action, number, data)
            return self._event(connection, number)
