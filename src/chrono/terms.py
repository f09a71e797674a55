"""The algebra of meaning: what a time expression says, before it is held against a calendar.

No language and no publication day in it: "jeudi", "Thursday" and "Donnerstag" are all
``Day(weekday=4)``. Terms are frozen, hashable, and print as they are built, so that a derivation
can be read. Weekdays are ISO numbers, 1 for Monday to 7 for Sunday.
"""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

from chrono.frozen import frozen
from chrono.model import Mod


class Unit(StrEnum):
    """Units of the calendar and the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class Origin(StrEnum):
    """What a relative term counts from."""

    PUBLICATION = "publication"
    FOCUS = "focus"


class Choice(StrEnum):
    """Which instance of a recurring time: "dernier", "prochain", "ce"."""

    LAST = "last"
    NEXT = "next"
    THIS = "this"


class Third(StrEnum):
    """Which part of a period: "début", "milieu", "fin"."""

    START = "start"
    MID = "mid"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class DayTime(StrEnum):
    """Parts of the day."""

    DAWN = "dawn"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Refers(StrEnum):
    """Vague references (TimeML)."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@frozen
class Term:
    """A meaning. The base of all terms."""

    def __str__(self) -> str:
        """As it is built, without what it leaves open.

        >>> print(Clock(14, day=Day(weekday=4)))
        Clock(hour=14, day=Day(weekday=4))
        """
        kind = type(self)
        if kind not in _FIELDS:
            _FIELDS[kind] = tuple([(field.name, field.default) for field in fields(self)])
        shown = [
            f"{name}={_shown(value)}"
            for name, default in _FIELDS[kind]
            if (value := getattr(self, name)) is not None and value != default
        ]
        return f"{kind.__name__}({', '.join(shown)})"


_FIELDS: dict[type, tuple[tuple[str, object], ...]] = {}


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join([_shown(one) for one in value])})"
    return repr(value) if type(value) is str else str(value)


@frozen
class Day(Term):
    """A day, as far as the text gives it: "jeudi", "20 mars", "le jeudi 20 mars 2025"."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None


@frozen
class Month(Term):
    """A month of the Gregorian calendar, with or without its year."""

    month: int
    year: int | None = None


@frozen
class Year(Term):
    """A year; negative years are astronomical: 52 BC is -51."""

    year: int


@frozen
class Decade(Term):
    """The ten years from `start` on."""

    start: int


@frozen
class Century(Term):
    """A century by its number: 19 is 1801 to 1900; negative ones are before our era."""

    number: int


@frozen
class Division(Term):
    """The nth quarter, half, week or month of a year; `year` None for the nearest."""

    unit: Unit
    number: int
    year: Term | None = None


@frozen
class Elided(Term):
    """The nth of such quarters or halves as the text told before: "après 0,4 % au premier"."""

    number: int


@frozen
class Season(Term):
    """An astronomical season, 1 spring to 4 winter (a winter bears the year that it begins in)."""

    season: int
    year: int | None = None


@frozen
class Holiday(Term):
    """A holiday by name, see `chrono.holidays`; `year` None for the nearest."""

    name: str
    year: int | None = None


@frozen
class Cycle(Term):
    """The nth whole unit from the one that holds the origin: Cycle(WEEK, -1) is last week."""

    unit: Unit
    n: int
    origin: Origin = Origin.PUBLICATION


@frozen
class Shift(Term):
    """A time so and so long after (or, negative, before) another term or the origin."""

    unit: Unit
    n: int
    base: Term | None = None
    origin: Origin = Origin.FOCUS
    exact: bool = False


@frozen
class Which(Term):
    """A recurring term of which "dernier", "prochain" or "ce" picks the instance."""

    term: Term
    choice: Choice
    origin: Origin = Origin.PUBLICATION


@frozen
class WeeksOn(Term):
    """A weekday so many weeks after the coming one: "lundi en huit"."""

    term: Term
    weeks: int


@frozen
class PeriodOf(Term):
    """The unit that holds a day: "la semaine du 18 août"."""

    unit: Unit
    term: Term


@frozen
class NthIn(Term):
    """The nth weekday, day or unit of a period: "le premier lundi de mars"; -1 is the last."""

    n: int
    period: Term
    weekday: int | None = None
    unit: Unit | None = None


@frozen
class Part(Term):
    """The beginning, middle or end of a period."""

    term: Term
    third: Third


@frozen
class DayPart(Term):
    """A part of a day; `day` None for the day that the text is at."""

    day: Term | None
    part: DayTime
    third: Third | None = None


@frozen
class Clock(Term):
    """A clock time; `day` None for the day that the text is at.

    `zone` is an IANA name or an offset in minutes as text, None for the article's own.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    day: Term | None = None
    zone: str | None = None
    approx: bool = False

    def on(self, day: Term) -> Clock:
        """The same time on a day."""
        return Clock(self.hour, self.minute, self.second, day, self.zone, self.approx)

    def roughly(self) -> Clock:
        """About that time."""
        return Clock(self.hour, self.minute, self.second, self.day, self.zone, True)


@frozen
class Night(Term):
    """The night from one day to the next; `second` None: the night of `first`."""

    first: Term | None
    second: Term | None = None


@frozen
class Range(Term):
    """From the start of one term to the end of another; None is the publication day."""

    first: Term | None
    last: Term | None


@frozen
class OneOf(Term):
    """One of several times: "dimanche ou lundi"."""

    terms: tuple[Term, ...]


@frozen
class AllOf(Term):
    """Each of several times: "les 3 et 4 mai"."""

    terms: tuple[Term, ...]


@frozen
class Length(Term):
    """A duration: amounts by unit, n None for "plusieurs"; not a time by itself."""

    amounts: tuple[tuple[float | None, Unit], ...]
    mod: Mod | None = None


@frozen
class After(Term):
    """A duration counted from an event that is told, not dated: "trois jours après l'attentat".

    `sign` is 1 after, -1 before it. Where the event's own date follows it becomes a `Shift`.
    """

    length: Length
    sign: int = 1


@frozen
class Recent(Term):
    """The n whole units before (n < 0) or after publication: "les trois derniers jours"."""

    unit: Unit
    n: int


@frozen
class Repeat(Term):
    """A set (TimeML SET): `value` as TIMEX3 writes it."""

    value: str


@frozen
class Ref(Term):
    """A vague reference to the past, present or future."""

    refers: Refers


@frozen
class Later(Term):
    """Vaguely after or before what was just told: "plus tard"."""

    mod: Mod


@frozen
class About(Term):
    """A term with a modifier: "vers le 20 mars"."""

    term: Term
    mod: Mod


@frozen
class Fixed(Term):
    """A time recognised but not put on a day: only its TIMEX3 value is known."""

    value: str
    granularity: str = "day"
