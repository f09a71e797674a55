"""What a language gives so that dates can be put into its words: tables and patterns, no logic.

`chrono.wording` holds the logic, `chrono.wording.french` and its like the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chrono.model import Granularity, Mod, Status


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The words and patterns of one language. Patterns are for `str.format`.

    In patterns {a} and {b} are the two ends of something, {x} a whole phrase, {n} a number
    already in the form of the language.
    """

    code: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Monday first."""
    seasons: Mapping[str, str]
    """SP, SU, FA, WI to the name."""

    day_number: Callable[[int], str]
    ordinal: Callable[[int], str]
    """Of quarters and half-years."""
    century: Callable[[int], str]
    millennium: Callable[[int], str]
    clock: Callable[[int, int, int], str]
    """Hour, minute, second to words; second is 0 where the text gives none."""

    span: str
    """From day {a} to day {b}, both told, lasting."""
    between: str
    """Some time from {a} to {b}."""
    unit_span: Callable[[str, str], str]
    """From one month, year … to another, lasting."""
    unit_between: Callable[[str, str], str]
    both: str
    """{a} and {b}, the last two of a list of days."""
    either: str
    """{a} or {b}, the last two of a choice."""
    open: str
    """The nearer candidate {a}, the others {b}."""
    detail: str
    """{x} with the detail {a}."""
    night: str
    one_night: str
    week: str
    fortnight: str
    weekend: str
    quarter: str
    half: str
    decade: str
    early_year: str
    """A year before 1000, which is no date by itself: "an 800"."""
    bc: str
    """A year {x} before our era."""
    at: str
    """A day {x} at a clock time {a}."""
    about: str
    """A day {x} at about a clock time {a}."""
    hours: str
    """A day {x} from clock time {a} to {b}."""
    moments: str
    """From the instant {a} to the instant {b}."""
    since_hour: str
    until_hour: str
    dayparts: Mapping[str, str]
    """MO, MI, AF, EV, NI, DT to what follows the day."""
    dayparts_mod: Mapping[str, str]
    """The same, after a beginning, middle or end: {x} of what."""
    part_of_day: Mapping[Mod, str]
    part: Callable[[Mod, Granularity, str], str]
    """Beginning, middle or end of a whole unit, already in words."""
    mod: Callable[[Mod, Granularity | None, str], str]
    """Around, before, after … a phrase that names a unit; None: a duration."""

    undated: str
    past: str
    present: str
    future: str
    count: Callable[[str, float], str]
    """A unit of a TIMEX3 duration ("Y", "M", "W", "D", "TH", "TM" …) and how many."""
    every_weekday: str
    every_weekdays: str
    every: Mapping[str, str]
    """The value of a TIMEX3 set, as it is, to words."""

    status: Mapping[Status, str]
    status_told: Mapping[Status, str]
    """A regular expression of the words in a title that tell the status already."""
    labels: Mapping[str, str]
    """What exporters write around the events; see `wording/french.py` for the keys."""
    typeset: Callable[[str], str]
    """Put the non-breaking spaces of the language into plain text."""
