"""What chrono finds, as frozen values: articles, time expressions, statements, events.

Offsets are in code points of the article's `text`, half open: ``text[start:end]``.
Days and clock times are local to the article's time zone. Bounds are inclusive.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from chrono.frozen import acyclic, frozen


class TimexType(StrEnum):
    """The type of a TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """The `mod` attribute of a TIMEX3 (ISO 24617-1)."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Granularity(StrEnum):
    """How fine the text is about a time: the unit that it names, coarse to fine."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    FORTNIGHT = "fortnight"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    NIGHT = "night"
    DAYPART = "daypart"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Anchor(StrEnum):
    """What a time expression hangs on."""

    PUBLICATION = "publication"
    FOCUS = "focus"
    EXPLICIT = "explicit"
    SPEECH = "speech"


class Direction(StrEnum):
    """Where the clause looks from the publication day."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What is said of a statement's reality, as of its article."""

    PAST = "past"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """Whether a statement tells what happened, or who said something."""

    EVENT = "event"
    SPEECH = "speech"


class Basis(StrEnum):
    """What a statement's date comes from."""

    TIMEX = "timex"
    PUBLICATION = "publication"
    UNDATED = "undated"
    PERSON = "person"


@frozen
class Bounds:
    """The earliest and the latest day, both inclusive, with clock times where the text has them.

    `start_time` belongs to `earliest`, `end_time` to `latest`; None means the whole day.
    """

    earliest: date
    latest: date
    start_time: time | None = None
    end_time: time | None = None


@frozen
class Resolution:
    """What a time expression means, given the publication day, the tense and the narrative.

    `bounds` is the truth; `value` (TIMEX3), `edtf` (ISO 8601-2) and `mod` are ways to write it.
    `bounds` is None for durations, sets, vague references, and what could not be resolved.
    `alternatives` are the readings of "X ou Y", or the candidates that the text leaves open;
    `open` is True only in the second case (the first alternative is then the nearer one).
    """

    type: TimexType
    value: str
    bounds: Bounds | None = None
    granularity: Granularity | None = None
    mod: Mod | None = None
    edtf: str | None = None
    anchor: Anchor = Anchor.EXPLICIT
    alternatives: tuple[Resolution, ...] = ()
    open: bool = False
    why: tuple[str, ...] = ()


@acyclic
class Derived:
    """How a time expression came to its meaning, as text: its term, and the steps of the grammar.

    Most readers never ask: the engine has a kind of its own that makes the texts when asked for.
    Two are equal if their texts are.
    """

    __slots__ = ("_steps", "_term")

    def __init__(self, term: str = "", steps: tuple[str, ...] = ()) -> None:
        self._term = term
        self._steps = steps

    @property
    def term_text(self) -> str:
        """The meaning before it was held against a calendar."""
        return self._term

    @property
    def steps(self) -> tuple[str, ...]:
        """The rules that composed it, the top one first, each step in by two spaces."""
        return self._steps

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Derived):
            return NotImplemented
        return self.term_text == other.term_text and self.steps == other.steps

    def __hash__(self) -> int:
        return hash(self.term_text)

    def __repr__(self) -> str:
        return f"Derived({self.term_text!r}, {self.steps!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return (Derived, (self.term_text, self.steps))


_UNTOLD = Derived()


@frozen
class Timex:
    """A resolved time expression in a text: TIMEX3 with its extent.

    `parts` are the simple expressions of a composed one, in the order of the text. `rule` is the
    grammar rule at the top of its derivation; `direction` and `cue` say where its clause looks and
    which words decided that; `derived` how it came to its meaning.
    """

    start: int
    end: int
    text: str
    resolution: Resolution
    rule: str = ""
    direction: Direction = Direction.UNKNOWN
    cue: str = ""
    parts: tuple[Timex, ...] = ()
    derived: Derived = _UNTOLD

    @property
    def bounds(self) -> Bounds | None:
        """The bounds of its resolution, or None."""
        return self.resolution.bounds

    @property
    def term(self) -> str:
        """Its meaning before resolution, as text."""
        return self.derived.term_text

    @property
    def derivation(self) -> tuple[str, ...]:
        """The rules that composed it, the top one first, each step in by two spaces."""
        return self.derived.steps


@frozen
class Publication:
    """When an article was published, and how that was found.

    `at` is a day, or a local instant where the source gives the hour; None with "undated".
    `rule` is one of "option", "header", "line", "dateline", "undated"; `quote` are the words.
    """

    on: date | None
    at: time | None = None
    rule: str = "option"
    quote: str = ""
    updated_on: date | None = None
    updated_at: time | None = None


@frozen
class Article:
    """A news article as it was read. `source` is its file name or "-"; `text` is never changed."""

    title: str
    text: str
    publication: Publication
    language: str = "fr"
    timezone: str = "Europe/Paris"
    url: str | None = None
    source: str = ""
    body_start: int = 0

    @property
    def published_on(self) -> date | None:
        """The publication day, or None for an article added as undated."""
        return self.publication.on


@frozen
class Statement:
    """One thing said to happen at one time: the clause that a time expression governs.

    `quote` is exactly ``article.text[start:end]``; `title` is short enough for a calendar.
    `timex` is None where the date is the publication day, or where there is none (`basis`).
    """

    start: int
    end: int
    quote: str
    title: str
    status: Status
    kind: Kind = Kind.EVENT
    basis: Basis = Basis.TIMEX
    timex: Timex | None = None
    resolution: Resolution | None = None
    cue: str = ""


@frozen
class Reading:
    """An article read: its time expressions and its statements, in the order of the text."""

    article: Article
    timexes: tuple[Timex, ...]
    statements: tuple[Statement, ...]


@frozen
class ArticleRef:
    """A stored article as an event or a list names it."""

    id: int
    title: str
    url: str | None
    source: str
    language: str
    timezone: str
    publication: Publication
    added_at: datetime


@frozen
class EventMention:
    """A statement of a stored article that tells an event; `id` is stable across rebuilds."""

    id: int
    statement: Statement
    article: ArticleRef


@frozen
class Change:
    """One entry of an event's history: what was known from when on, and by which article."""

    known_on: date | None
    at: datetime
    what: str
    reason: str = ""


@frozen
class Event:
    """What happened or will happen, once, however many articles tell it.

    `resolution` is its best date (None: undated). `uid` never changes. `sequence`, `created_at`
    and `modified_at` (UTC) change only when the content does. `conflict` is True when sources
    disagree on the day: each mention then keeps its own. `withdrawn`: nothing tells it any more
    (it was merged, or its article removed); `hidden`: a person hid it; `weak`: its merging is
    doubtful and a person should look at it.
    """

    id: int
    uid: str
    title: str
    resolution: Resolution | None
    status: Status
    kind: Kind
    mentions: tuple[EventMention, ...]
    created_at: datetime
    modified_at: datetime
    sequence: int = 0
    score: float = 0.0
    score_why: tuple[str, ...] = ()
    conflict: bool = False
    conflicts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    withdrawn: bool = False
    history: tuple[Change, ...] = ()
    merge_why: tuple[str, ...] = ()
    hidden: bool = False
    weak: bool = False


@frozen
class Chronology:
    """An immutable view of a timeline, filtered and sorted: what an exporter renders.

    `revised_at` (UTC) is the instant of the last change of content; the same timeline and the
    same filters give an equal chronology. `undated` counts the statements that have no date.
    `withdrawn` are the events that were taken back in the 30 days before the timeline's last
    change: none of them is in `events`; a calendar feed says of them that they are cancelled.
    """

    name: str
    events: tuple[Event, ...]
    articles: tuple[ArticleRef, ...]
    revised_at: datetime
    language: str = "fr"
    timezone: str = "Europe/Paris"
    title: str = ""
    undated: int = 0
    undated_events: tuple[Event, ...] = ()
    withdrawn: tuple[Event, ...] = ()
