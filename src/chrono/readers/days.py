"""Whole dates as headers print them: "20 mars 2025 à 14h03", "20/03/2025", "2025-03-20T14:03Z".

This is not the grammar of time expressions: a header never says "jeudi dernier". What is read
here is a year, a month, a day and an hour that stand in the text, day before month, nothing
relative and nothing guessed. A part that the text leaves out stays None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

_E = r"(?:[eéEÉ]\u0301?)"
_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\b\.?)"
)
_MONTH = (
    rf"(?:janv(?:ier)?|january|jan|f{_E}vrier|f{_E}vr?|february|feb|mars|march|mar|avril|avr|april"
    rf"|apr|mai|may|juin|june|jun|juillet|juil|july|jul|ao(?:[uû]|u\u0302)t|august|aug"
    rf"|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov"
    rf"|d{_E}cembre|d{_E}c|december|dec)\b\.?"
)
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])\s?(?:(?:heures?|[hH:])\s?(?P<minute>[0-5]\d)?(?::(?P<second>[0-5]\d))?)"
    r"(?:[.,]\d+)?\s?(?P<zone>Z\b|GMT\b|UTC\b|[+-]\d\d:?\d\d\b)?"
)
_JOIN = r"(?:\s*(?:,|-|–|—|\||à|a|at|T)\s*|\s+)"
_DATE = re.compile(
    rf"""
    (?<![\w/.-])
    (?:{_WEEKDAY}\s*,?\s+(?:le\s+)?)?
    (?:
        (?P<iso_year>\d{{4}})(?P<iso_cut>[-/.])(?P<iso_month>\d{{1,2}})
        (?:(?P=iso_cut)(?P<iso_day>\d{{1,2}}))?
      | (?P<num_day>\d{{1,2}})(?P<num_cut>[-/.])(?P<num_month>\d{{1,2}})
        (?:(?P=num_cut)(?P<num_year>\d{{4}}|\d\d))?
      | (?P<day>\d{{1,2}}|1\s?er|1ᵉʳ|premier)\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?
      | (?P<only_month>{_MONTH})\s+(?P<only_year>\d{{4}})
    )
    (?:{_JOIN}{_CLOCK})?
    (?!(?-i:[a-zà-ÿ])|[\d_/]|[.-]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan", "fev feb", "mar", "avr apr", "mai may", "juin june jun",
            "juil july jul", "aou aug", "sep", "oct", "nov", "dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a header states it; `start` and `end` are its place in the line.

    >>> stated, = find_dates("Publié le jeudi 20 mars 2025 à 14h03")
    >>> stated.day, stated.at
    (datetime.date(2025, 3, 20), datetime.time(14, 3))
    """

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day_of_month: int | None
    at: time | None = None
    offset: timedelta | None = None

    @property
    def day(self) -> date | None:
        """The day, or None where a part is missing or the calendar has no such day."""
        if self.year is None or self.day_of_month is None:
            return None
        try:
            return date(self.year, self.month, self.day_of_month)
        except ValueError:
            return None

    @property
    def moment(self) -> datetime | None:
        """The instant, aware where the text names an offset; None where it gives no hour."""
        if self.day is None or self.at is None:
            return None
        zone = None if self.offset is None else timezone(self.offset)
        return datetime.combine(self.day, self.at, zone)

    @property
    def impossible(self) -> bool:
        """True for a whole date that no calendar has, such as 31/02/2025."""
        whole = self.year is not None and self.day_of_month is not None
        return not 1 <= self.month <= 12 or (whole and self.day is None)

    def agrees_with(self, other: Stated) -> bool:
        """True unless both say a year, a month or a day, and not the same one."""
        return (
            self.month == other.month
            and (self.year is None or other.year is None or self.year == other.year)
            and (
                self.day_of_month is None
                or other.day_of_month is None
                or self.day_of_month == other.day_of_month
            )
        )

    def in_year(self, year: int) -> Stated:
        """This date in `year`, where it says none itself."""
        return replace(self, year=year) if self.year is None else self

    def local(self, zone: ZoneInfo) -> Stated:
        """This date on the clocks of `zone`, where it names an offset of its own."""
        moment = self.moment
        if moment is None or moment.tzinfo is None:
            return self
        try:
            there = moment.astimezone(zone)
        except OverflowError:  # the last or the first day that Python knows
            return self
        return replace(
            self,
            year=there.year,
            month=there.month,
            day_of_month=there.day,
            at=there.time(),
            offset=None,
        )


def find_dates(line: str) -> tuple[Stated, ...]:
    """The dates that a line states, in its order, whole or in part.

    >>> [s.text for s in find_dates("Mis à jour le 21/03/2025 à 9:12, publié le 1er mars 2025")]
    ['21/03/2025 à 9:12', '1er mars 2025']
    >>> find_dates("date 2025-03 Ukraine")[0].day_of_month is None
    True
    """
    return tuple(_stated(line))


def _stated(line: str) -> Iterator[Stated]:
    for match in _DATE.finditer(line):
        part = match.groupdict()
        if part["iso_year"]:
            year, month, day = part["iso_year"], int(part["iso_month"]), part["iso_day"]
        elif part["num_day"]:
            year, month, day = part["num_year"], int(part["num_month"]), part["num_day"]
            if year is None and part["num_cut"] != "/":
                continue  # "14.03" is a price or an hour before it is a day
        elif part["day"]:
            year, month, day = part["year"], _month(part["month"]), part["day"]
        else:
            year, month, day = part["only_year"], _month(part["only_month"]), None
        yield Stated(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            year=_year(year),
            month=month,
            day_of_month=_day_of_month(day),
            at=_clock(part["hour"], part["minute"], part["second"]),
            offset=_offset(part["zone"]),
        )


def _month(name: str) -> int:
    folded = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in folded if c.isalpha())
    return next(_MONTHS[letters[:n]] for n in (4, 3) if letters[:n] in _MONTHS)


def _year(digits: str | None) -> int | None:
    """The year of "2025" or "25"; two digits are of this century, or of the last from 70 on."""
    if digits is None:
        return None
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= 70 else 2000
    return year


def _day_of_month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdecimal() else 1


def _clock(hour: str | None, minute: str | None, second: str | None) -> time | None:
    if hour is None or int(hour) > 23:
        return None
    return time(int(hour), int(minute or 0), int(second or 0))


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone.upper() in ("Z", "GMT", "UTC"):
        return timedelta(0)
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    return sign * timedelta(hours=hours, minutes=minutes) if hours < 24 and minutes < 60 else None
