"""What a cluster says as one event: title, best date, status, conflicts, history.

The records of an event lie in one or more *phases*: those of a phase have compatible times. More
than one phase means that a plan was changed, or that sources disagree. The phase that holds is
the one to which the thing was moved, the one told as having happened, or the newest plan; days
are never averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from chrono.chronicle.records import Cluster, Record
from chrono.chronicle.times import compatible
from chrono.model import Kind, Resolution, Status

_RANK = {
    Status.CONDITIONAL: 1,
    Status.PLANNED: 2,
    Status.DENIED: 3,
    Status.ONGOING: 4,
    Status.PAST: 5,
    Status.POSTPONED: 6,
    Status.CANCELLED: 7,
}
_TOLD = frozenset({Status.PAST, Status.ONGOING})
_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What an article changed in what is known: `known_on` is its publication day.

    `record` is the key of the record that brought the change.
    """

    known_on: date | None
    what: str
    record: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EventContent:
    """An event as its records tell it; nothing in it depends on when or in what order they came.

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


@dataclass(frozen=True, slots=True)
class _State:
    """What is known at one moment: the phase that holds, its best record, the status."""

    best: Record
    status: Status
    source: Record
    rivals: tuple[tuple[Record, ...], ...] = ()


def event_content(group: Cluster) -> EventContent:
    """Say what the event is that a cluster tells."""
    records = group.records
    state = _state(records)
    headline = _headline(records, state)
    conflicts = tuple(_conflict_line(phase) for phase in state.rivals)
    return EventContent(
        keys=group.keys,
        title=headline.statement.title,
        resolution=state.best.statement.resolution,
        status=state.status,
        kind=_kind(records),
        headline=headline.key,
        conflict=bool(conflicts),
        conflicts=conflicts,
        history=_history(records),
        merge_why=group.why,
        weak=_is_weak(group),
    )


def _kind(records: Sequence[Record]) -> Kind:
    speech = all(record.statement.kind is Kind.SPEECH for record in records)
    return Kind.SPEECH if speech else Kind.EVENT


def _is_weak(group: Cluster) -> bool:
    """Whether some record is held by doubtful links alone."""
    if len(group.records) < 2:
        return False
    firm = {key for link in group.links if not link.doubtful for key in (link.a, link.b)}
    return any(record.key not in firm for record in group.records)


# -- dates ---------------------------------------------------------------------------------------


def _published(record: Record) -> date:
    return record.published_on or date.min


def _phases(records: Sequence[Record]) -> list[list[Record]]:
    """Divide records into phases, sharpest first, so that vague ones join a sharp one."""
    dated = [record for record in records if record.signature.earliest is not None]
    phases: list[list[Record]] = []
    for record in sorted(dated, key=lambda r: (_breadth(r), _published(r), r.key)):
        for phase in phases:
            if all(compatible(record, other) for other in phase):
                phase.append(record)
                break
        else:
            phases.append([record])
    return phases


def _breadth(record: Record) -> tuple[bool, int, float]:
    """How vague the time of a record is: borrowed last, then by days, then by hours."""
    bounds = record.statement.resolution.bounds if record.statement.resolution else None
    if bounds is None:
        return (True, 10**7, 0.0)
    days = (bounds.latest - bounds.earliest).days
    start = datetime.combine(date.min, bounds.start_time or time.min)
    end = datetime.combine(date.min, bounds.end_time or time(23, 59, 59))
    hours = (end - start).total_seconds() if bounds.start_time is not None else 86_400.0
    return (record.signature.borrowed, days, hours)


def _state(records: Sequence[Record]) -> _State:
    phases = _phases(records)
    if not phases:
        last = records[-1]
        return _State(last, last.statement.status, last)
    holding, rivals = _holding(phases)
    best = min(holding, key=lambda r: (_breadth(r), -_published(r).toordinal(), not r.lede, r.key))
    source = _status_record(records, holding)
    return _State(best, source.statement.status, source, rivals)


def _holding(
    phases: list[list[Record]],
) -> tuple[list[Record], tuple[tuple[Record, ...], ...]]:
    """Choose the phase that holds; the rivals are all phases where sources disagree."""
    if len(phases) == 1:
        return phases[0], ()
    told = [phase for phase in phases if any(r.signature.status in _TOLD for r in phase)]
    if len(told) == 1:
        return told[0], ()
    if told:
        return _strongest(told), tuple(tuple(phase) for phase in sorted(told, key=_first_day))
    moved = [phase for phase in phases if any(r.signature.moved for r in phase)]
    if moved:
        return max(moved, key=lambda phase: max(_newest(r) for r in phase if r.signature.moved)), ()
    newest = max(_published(record) for phase in phases for record in phase)
    current = [phase for phase in phases if any(_published(r) == newest for r in phase)]
    if len(current) == 1:
        return current[0], ()
    return _strongest(current), tuple(tuple(phase) for phase in sorted(current, key=_first_day))


def _newest(record: Record) -> tuple[date, str]:
    return (_published(record), record.key)


def _first_day(phase: Sequence[Record]) -> tuple[date, str]:
    return min((record.signature.earliest or date.max, record.key) for record in phase)


def _strongest(phases: Sequence[list[Record]]) -> list[Record]:
    """Return the phase of most articles, then most sources, then the newest, then the earliest."""
    return max(
        phases,
        key=lambda phase: (
            len({record.article for record in phase}),
            len({record.source for record in phase}),
            max(_published(record) for record in phase),
            -_first_day(phase)[0].toordinal(),
        ),
    )


def _conflict_line(phase: Sequence[Record]) -> str:
    first = min(phase, key=lambda r: (_breadth(r), _published(r), r.key))
    quote = " ".join(first.statement.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"
    articles = len({record.article for record in phase})
    said = f"{articles} articles" if articles > 1 else first.source or "one article"
    published = f", {first.published_on}" if first.published_on else ""
    return f"{_day_text(first)}: « {quote} » ({said}{published})"


def _day_text(record: Record) -> str:
    bounds = record.statement.resolution.bounds if record.statement.resolution else None
    if bounds is None:
        return "no date"
    if bounds.earliest == bounds.latest:
        return bounds.earliest.isoformat()
    return f"{bounds.earliest.isoformat()}/{bounds.latest.isoformat()}"


# -- status --------------------------------------------------------------------------------------


def _status_record(records: Sequence[Record], holding: Sequence[Record]) -> Record:
    """Return the record whose status the event has: the latest, but what happened stays so."""
    keys = {record.key for record in holding}
    moved = any(record.signature.moved for record in records)
    heard = [
        record
        for record in records
        if (record.key in keys and not (moved and record.statement.status is Status.POSTPONED))
        or record.statement.status is Status.CANCELLED
        or (record.statement.status is Status.POSTPONED and not moved)
    ]
    events = [record for record in heard if record.statement.kind is Kind.EVENT] or heard
    told = [record for record in events if record.statement.status in _TOLD]
    if told:
        since = min(_published(record) for record in told)
        events = [
            record
            for record in events
            if record.statement.status not in (Status.PLANNED, Status.CONDITIONAL, Status.POSTPONED)
            or _published(record) < since
        ]
    return max(
        events,
        key=lambda r: (_published(r), _RANK[r.statement.status], r.lede, r.key),
    )


# -- title ---------------------------------------------------------------------------------------


def _headline(records: Sequence[Record], state: _State) -> Record:
    """Choose the record that gives the title: of the status that holds, central, the first one."""

    def rank(record: Record) -> tuple[bool, bool, bool, bool, date, str]:
        return (
            record.statement.status is not state.status,
            record.statement.kind is Kind.SPEECH,
            not compatible(record, state.best) if record.signature.earliest else True,
            not record.lede,
            _published(record),
            record.key,
        )

    return min(records, key=rank)


# -- history -------------------------------------------------------------------------------------


def _history(records: Sequence[Record]) -> tuple[HistoryEntry, ...]:
    """Tell, by publication day, what was known and what changed."""
    entries: list[HistoryEntry] = []
    before: _State | None = None
    for day in sorted({_published(record) for record in records}):
        known = [record for record in records if _published(record) <= day]
        state = _state(known)
        brought = min(
            (record for record in known if _published(record) == day),
            key=lambda r: (r.key != state.source.key, r.key != state.best.key, not r.lede, r.key),
        )
        what = _what_changed(before, state)
        if what:
            entries.append(HistoryEntry(brought.published_on, what, brought.key, _reason(state)))
        before = state
    return tuple(entries)


def _what_changed(before: _State | None, state: _State) -> str:
    now = _day_text(state.best)
    if before is None:
        return f"{state.status.value}, {now}"
    changes = []
    if before.status is not state.status:
        changes.append(f"{before.status.value} → {state.status.value}")
    if _day_text(before.best) != now:
        changes.append(f"{_day_text(before.best)} → {now}")
    if bool(before.rivals) != bool(state.rivals):
        changes.append("sources disagree on the day" if state.rivals else "sources agree")
    return ", ".join(changes)


def _reason(state: _State) -> str:
    cue = state.source.statement.cue
    return f"“{cue}”" if cue else ""
