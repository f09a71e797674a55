"""What a reader has in mind at a place of the text: the publication day, and the day told last.

A `Context` is frozen; `advance` gives the next one. The focus starts at publication and moves to
every single, precise day that the text tells outside of a doubt.
"""

from __future__ import annotations

from datetime import date, time

from chrono.frozen import frozen
from chrono.model import Bounds, Direction, Granularity, Resolution

_DAYLIKE = frozenset(
    {Granularity.DAY, Granularity.DAYPART, Granularity.NIGHT, Granularity.HOUR, Granularity.MINUTE,
     Granularity.SECOND}
)  # fmt: skip


_ONE_MONTH = 45  # days of what goes on from one month into the next at most
_LATE, _EVENING = time(23, 59), time(18)


def _crosses(bounds: Bounds) -> bool:
    """Whether a time goes on from one month into the next one."""
    first, last = bounds.earliest, bounds.latest
    return first.month != last.month and (last - first).days <= _ONE_MONTH


@frozen
class Context:
    """What an expression is resolved against.

    `focus` is the last full day told (None: none yet, publication counts); `year` the year told
    last in the same sentence, for months that follow it (and for days where it `year_leads`, at the
    head of the sentence); `speech` the day on which a
    quotation was spoken, inside of it; `period` the beginning of the last time told, however long;
    `clock` the last clock time told on the day of the focus; `lean` the likelier direction where
    none decides; `past` the last full day told that does not lie ahead; `eve` the day from which
    "le lendemain" has just counted, where "le surlendemain" counts from as well; `until` the last
    day of the time told last, if that went from one month on into another; `ahead` the last full
    day told that lies ahead.
    """

    published: date | None
    published_at: time | None = None
    timezone: str = "Europe/Paris"
    focus: date | None = None
    year: int | None = None
    year_leads: bool = False
    direction: Direction = Direction.UNKNOWN
    speech: date | None = None
    period: date | None = None
    clock: time | None = None
    lean: Direction = Direction.UNKNOWN
    past: date | None = None
    eve: date | None = None
    until: date | None = None
    ahead: date | None = None

    @property
    def here(self) -> date | None:
        """The day that deictic words count from: of speech in a quotation, or of publication."""
        return self.speech or self.published

    @property
    def told(self) -> date | None:
        """The day that the narrative is at."""
        return self.focus or self.published

    @property
    def is_ahead(self) -> bool:
        """Whether the narrative is at a day after publication."""
        return self.focus is not None and self.published is not None and self.focus > self.published

    @property
    def is_at_year(self) -> bool:
        """Whether the year in mind was told without a month (or with January)."""
        year, period = self.year, self.period
        return year is not None and period == date(year, 1, 1)

    def looking(self, direction: Direction, lean: Direction, speech: date | None) -> Context:
        """The context of a clause: where it looks, and the day on which it was spoken."""
        return Context(
            self.published, self.published_at, self.timezone, self.focus, self.year,
            self.year_leads, direction, speech, self.period, self.clock, lean, self.past, self.eve,
            self.until, self.ahead,
        )  # fmt: skip

    def towards(self, direction: Direction) -> Context:
        """The same context, looking one way."""
        return self.looking(direction, self.lean, self.speech)

    def seen_from(self, day: date, direction: Direction) -> Context:
        """The context of a time that is counted from another day, as if published on it."""
        return Context(
            day, self.published_at, self.timezone, None, None, self.year_leads, direction, None,
            self.period, self.clock, self.lean, self.past, until=self.until, ahead=self.ahead,
        )  # fmt: skip

    def at_publication(self) -> Context:
        """The context of a text that has told nothing yet."""
        return Context(self.published, self.published_at, self.timezone)

    def after_clock(self, clock: time | None) -> Context:
        """The same context once a clock time was told, so that one past midnight can follow."""
        return Context(
            self.published, self.published_at, self.timezone, self.focus, self.year,
            self.year_leads, self.direction, self.speech, self.period, clock, self.lean, self.past,
            self.eve, self.until, self.ahead,
        )  # fmt: skip

    def with_year(self, year: int | None, leads: bool) -> Context:
        """The same context with another year in mind."""
        return Context(
            self.published, self.published_at, self.timezone, self.focus, year, leads,
            self.direction, self.speech, self.period, self.clock, self.lean, self.past, self.eve,
            self.until, self.ahead,
        )  # fmt: skip

    def advance(self, resolution: Resolution, year: int | None, eve: date | None = None) -> Context:
        """The context after an expression was told that leaves `year` in mind.

        Nothing else is left of an expression without bounds, or with a choice of them.
        """
        bounds = resolution.bounds
        if bounds is None or (resolution.alternatives and not resolution.open):
            return self if year == self.year else self.with_year(year, self.year_leads)
        focus, clock, past, ahead = self.focus, self.clock, self.past, self.ahead
        if resolution.granularity in _DAYLIKE:
            clock = None if focus != bounds.earliest else clock
            focus = bounds.earliest
            if self.published is not None and focus <= self.published:
                past = focus
            else:
                ahead = focus
            if resolution.granularity is Granularity.NIGHT:
                clock = _LATE
            elif bounds.start_time is not None and (
                bounds.start_time == bounds.end_time or bounds.start_time >= _EVENING
            ):
                clock = bounds.start_time
        long = bounds.earliest is not bounds.latest
        goes_on = long and resolution.granularity is Granularity.DAY and _crosses(bounds)
        return Context(
            self.published, self.published_at, self.timezone, focus, year, self.year_leads,
            Direction.UNKNOWN, None, bounds.earliest, clock, past=past,
            eve=eve or (self.eve if focus == self.focus else None),
            until=bounds.latest if goes_on else None, ahead=ahead,
        )  # fmt: skip
