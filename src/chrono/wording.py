"""Dates in words, as a person would write them.

The logic is here and knows no language; the words are the `Phrasebook` of each. Spaces are plain:
`typeset` puts in the non-breaking ones, for print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from chrono.languages.en.wording import ENGLISH
from chrono.languages.fr.wording import FRENCH
from chrono.model import Bounds, Granularity, Mod, Resolution, Status, TimexType
from chrono.phrasebook import Phrasebook

BOOKS = {book.code: book for book in (FRENCH, ENGLISH)}

_GREGORIAN = date(1582, 10, 15)  # before it, the weekday that we could compute was not lived
_PARTS = (Mod.START, Mod.MID, Mod.END)
_CLOCKS = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)
_DAYPART = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")
_SEASON = re.compile(r"-(SP|SU|FA|WI)$")
_DAY_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_BC_VALUE = re.compile(r"BC(\d{2,4})(?:-(\d\d)(?:-(\d\d))?)?")
_DURATION = re.compile(r"(T)?(\d+(?:\.\d+)?)(DE|CE|ML|WE|SP|SU|FA|WI|[YMWDQHS])")
_SET_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_SHORT_CHOICE = timedelta(days=31)
_DAY = timedelta(days=1)


def phrasebook(language: str) -> Phrasebook:
    """The phrasebook of a language ("fr", "fr-CA"), the English one where there is none.

    >>> phrasebook("fr-CA").code, phrasebook("xx").code
    ('fr', 'en')
    """
    return BOOKS.get(language.lower().split("-")[0].split("_")[0], ENGLISH)


def in_words(
    resolution: Resolution | None,
    language: str = "fr",
    *,
    weekday: bool = True,
    alternatives: bool = True,
) -> str:
    """Say a date in words; never raises, whatever the resolution holds.

    `weekday` names the weekday of single days. `alternatives` False leaves out the several
    readings where one range says enough ("entre le 23 et le 25 mars 2025").

    >>> day = Bounds(date(2025, 3, 20), date(2025, 3, 20))
    >>> in_words(Resolution(TimexType.DATE, "2025-03-20", day, Granularity.DAY))
    'jeudi 20 mars 2025'
    >>> april = Bounds(date(2025, 4, 1), date(2025, 4, 10))
    >>> in_words(Resolution(TimexType.DATE, "2025-04", april, Granularity.MONTH, Mod.START))
    'début avril 2025'
    >>> in_words(Resolution(TimexType.DATE, "BC0052"), "en")
    '52 BC'
    >>> in_words(None)
    'sans date'
    """
    book = phrasebook(language)
    if resolution is None:
        return book.undated
    if resolution.alternatives:
        return _several(resolution, book, weekday, alternatives)
    if resolution.bounds is None:
        return _boundless(resolution, book)
    return _bounded(resolution, resolution.bounds, book, weekday)


def day_in_words(day: date, language: str = "fr", *, weekday: bool = False) -> str:
    """Say one day in words.

    >>> day_in_words(date(2025, 5, 1)), day_in_words(date(2025, 5, 1), "en", weekday=True)
    ('1er mai 2025', 'Thursday 1 May 2025')
    """
    return _day(day, phrasebook(language), weekday)


def month_in_words(year: int, month: int, language: str = "fr") -> str:
    """Say one month in words: "mars 2025"."""
    return f"{phrasebook(language).months[month - 1]} {year}"


def status_in_words(status: Status, language: str = "fr") -> str:
    """Say a status in words.

    >>> status_in_words(Status.CONDITIONAL), status_in_words(Status.PLANNED)
    ('à confirmer', 'prévu')
    """
    return phrasebook(language).status[status]


def typeset(text: str, language: str = "fr") -> str:
    """Put the non-breaking spaces of the language's typography into plain text."""
    return phrasebook(language).typeset(text)


def is_uncertain(resolution: Resolution) -> bool:
    """Whether the date is one of several days that the text leaves open, rather than a length.

    "dimanche ou lundi", "début avril", "entre lundi et mercredi" are; "du 3 au 5 mai", "jeudi",
    "les 3 et 4 mai" are not, nor is a month or a year that the text names as such.
    """
    if resolution.alternatives:
        return not _is_list(resolution)
    bounds = resolution.bounds
    if bounds is None:
        return False
    if resolution.mod is not None:
        return True
    return (
        resolution.granularity in (None, Granularity.DAY)
        and bounds.latest > bounds.earliest
        and not _lasts(resolution)
    )


# --- one date ------------------------------------------------------------------------------


def _bounded(r: Resolution, bounds: Bounds, book: Phrasebook, weekday: bool) -> str:
    # the first and the last day that there are stand for no bound, unless a unit ends there
    if date.min == bounds.earliest or bounds.latest == date.max:
        if named := _unit(r, bounds, book):
            return named
        return _half_open(bounds, book)
    part = _DAYPART.search(r.value)
    if part and bounds.earliest == bounds.latest and r.granularity is not Granularity.NIGHT:
        return _daypart(r, bounds.earliest, part[1], book, weekday)
    if r.granularity is not Granularity.NIGHT and (bounds.start_time or bounds.end_time):
        return _timed(r, bounds, book, weekday)
    if r.mod is not None and r.mod not in _PARTS:
        return _modified(r, r.mod, bounds, book)
    named = _unit(r, bounds, book)
    return named or _days(bounds.earliest, bounds.latest, _lasts(r), book, weekday)


def _half_open(bounds: Bounds, book: Phrasebook) -> str:
    if bounds.latest < date.max:
        return book.mod(Mod.ON_OR_BEFORE, Granularity.DAY, _day(bounds.latest, book))
    if bounds.earliest > date.min:
        return book.mod(Mod.ON_OR_AFTER, Granularity.DAY, _day(bounds.earliest, book))
    return book.undated


def _day(
    day: date, book: Phrasebook, weekday: bool = False, month: bool = True, year: bool = True
) -> str:
    words = [book.weekdays[day.weekday()]] if weekday and day >= _GREGORIAN else []
    words.append(book.day_number(day.day))
    if month:
        words.append(book.months[day.month - 1])
    if year:
        words.append(str(day.year))
    return " ".join(words)


def _days(
    first: date, last: date, lasting: bool, book: Phrasebook, weekday: bool, year: bool = True
) -> str:
    """One day, or two ends: what both share is told once, at the second."""
    if first >= last:
        return _day(first, book, weekday, year=year)
    same_year = first.year == last.year
    a = _day(first, book, month=not same_year or first.month != last.month, year=not same_year)
    b = _day(last, book, year=year or not same_year)
    return (book.span if lasting else book.between).format(a=a, b=b)


def _daypart(r: Resolution, day: date, part: str, book: Phrasebook, weekday: bool) -> str:
    if r.mod is not None and r.mod in book.part_of_day:
        said = book.part_of_day[r.mod].format(x=book.dayparts_mod[part])
    else:
        said = book.dayparts[part]
    return f"{_day(day, book, weekday)} {said}"


def _clock(clock: time, book: Phrasebook) -> str:
    return book.clock(clock.hour, clock.minute, clock.second)


def _timed(r: Resolution, bounds: Bounds, book: Phrasebook, weekday: bool) -> str:
    start, end = bounds.start_time, bounds.end_time
    if bounds.earliest < bounds.latest:
        a, b = _day(bounds.earliest, book, weekday), _day(bounds.latest, book, weekday)
        a = book.at.format(x=a, a=_clock(start, book)) if start else a
        b = book.at.format(x=b, a=_clock(end, book)) if end else b
        return book.moments.format(a=a, b=b)
    day = _day(bounds.earliest, book, weekday)
    before = r.mod in (Mod.BEFORE, Mod.ON_OR_BEFORE)
    after = r.mod in (Mod.AFTER, Mod.ON_OR_AFTER)
    if start is None or (before and end is not None):
        return book.until_hour.format(x=day, a=_clock(end or time(0), book))
    if end is None or after:
        return book.since_hour.format(x=day, a=_clock(start, book))
    # "à 14 h" may be kept as 14:00…14:59: within what the text names, it is one moment
    one_moment = r.granularity in _CLOCKS and "/" not in r.value and start.hour == end.hour
    if start == end or one_moment:
        pattern = book.about if r.mod is Mod.APPROX else book.at
        return pattern.format(x=day, a=_clock(start, book))
    return book.hours.format(x=day, a=_clock(start, book), b=_clock(end, book))


def _modified(r: Resolution, mod: Mod, bounds: Bounds, book: Phrasebook) -> str:
    """Around, before, after: of what the value names, where it names something."""
    unit = r.granularity or Granularity.DAY
    named = _named_bounds(r.value) or bounds
    phrase = _unit(r, named, book)
    if phrase is None:
        unit = Granularity.DAY
        if mod is Mod.APPROX and named.earliest < named.latest:
            return _days(named.earliest, named.latest, False, book, False)
        late = mod in (Mod.AFTER, Mod.ON_OR_BEFORE)
        phrase = _day(named.latest if late else named.earliest, book)
    return book.mod(mod, unit, phrase)


def _named_bounds(value: str) -> Bounds | None:
    """The bounds of the year, month or day that a TIMEX3 value writes out, or None."""
    found = _DAY_VALUE.fullmatch(value)
    if not found:
        return None
    year, month, day = (int(g) if g else 0 for g in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Bounds(first, first)
    return Bounds(first, _month_end(first if month else date(year, 12, 1)))


# --- units ---------------------------------------------------------------------------------


def _unit(r: Resolution, bounds: Bounds, book: Phrasebook) -> str | None:
    """The unit by its name, its beginning or end if `mod` says so; None if the bounds differ."""
    name = _UNITS.get(r.granularity) if r.granularity else None
    if name is None or r.granularity is None:
        return None
    phrase = name(r, bounds.earliest, bounds.latest, book)
    if phrase is not None and r.mod in _PARTS:
        return book.part(r.mod, r.granularity, phrase)
    return phrase


def _is_part(r: Resolution) -> bool:
    return r.mod in _PARTS


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < 9999 else None
    return following - _DAY if following else date(9999, day.month, 31 if day.month == 12 else 28)


def _spans_months(first: date, last: date, count: int) -> bool:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return first.day == 1 and last == _month_end(last) and months == count


def _night(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    if first >= last:
        return book.one_night.format(a=_day(first, book))
    same_year = first.year == last.year
    a = _day(first, book, month=not same_year or first.month != last.month, year=not same_year)
    return book.night.format(a=a, b=_day(last, book))


def _week(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    monday = first - timedelta(first.weekday()) if first.toordinal() > 7 else first
    whole = first == monday and last - first == timedelta(6)
    inside = _is_part(r) and last - monday < timedelta(7)
    return book.week.format(a=_day(monday, book)) if whole or inside else None


def _fortnight(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    whole = timedelta(13) <= last - first <= timedelta(14)
    return book.fortnight.format(a=_day(first, book)) if whole and not _is_part(r) else None


def _weekend(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    if first.weekday() != 5 or last - first != _DAY:
        return None
    same_year = first.year == last.year
    a = _day(first, book, month=first.month != last.month, year=not same_year)
    return book.weekend.format(a=a, b=_day(last, book))


def _month(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    same = (first.year, first.month) == (last.year, last.month)
    if same and (_is_part(r) or _spans_months(first, last, 1)):
        return f"{book.months[first.month - 1]} {first.year}"
    if same or _is_part(r) or first.day != 1 or last != _month_end(last):
        return None
    a = book.months[first.month - 1] + ("" if first.year == last.year else f" {first.year}")
    b = f"{book.months[last.month - 1]} {last.year}"
    return (book.unit_span if _lasts(r) else book.unit_between)(a, b)


def _portion(length: int, pattern: str) -> Callable[..., str | None]:
    """Quarters and half-years: `pattern` is the phrasebook's field for them."""

    def name(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
        inside = (
            first.year == last.year and (first.month - 1) // length == (last.month - 1) // length
        )
        if not inside or not (_is_part(r) or _spans_months(first, last, length)):
            return None
        number = book.ordinal((first.month - 1) // length + 1)
        phrase: str = getattr(book, pattern).format(n=number, x=first.year)
        return phrase

    return name


def _season(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    found = _SEASON.search(r.value)
    if not found or last - first > timedelta(100):
        return None
    year = str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    return f"{book.seasons[found[1]]} {year}"


def _year_name(year: int, book: Phrasebook) -> str:
    return str(year) if year >= 1000 else book.early_year.format(n=year)


def _year(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if first.year == last.year:
        return _year_name(first.year, book) if whole or _is_part(r) else None
    if not whole:
        return None
    a, b = str(first.year), str(last.year)
    return (book.unit_span if _lasts(r) else book.unit_between)(a, b)


def _decade(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    if first.year // 10 != last.year // 10 or not (_is_part(r) or last.year - first.year == 9):
        return None
    return book.decade.format(n=first.year // 10 * 10)


def _century(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    number = (last.year - 1) // 100 + 1
    # 1801…1900 as historians count, or 1800…1899 as EDTF's 18XX does
    inside = (number - 1) * 100 <= first.year and last.year <= number * 100
    return (
        book.century(number) if inside and (_is_part(r) or last.year - first.year == 99) else None
    )


def _millennium(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    number = (last.year - 1) // 1000 + 1
    inside = (number - 1) * 1000 <= first.year and last.year <= number * 1000
    whole = _is_part(r) or last.year - first.year >= 998
    return book.millennium(number) if inside and whole else None


_UNITS: dict[Granularity, Callable[[Resolution, date, date, Phrasebook], str | None]] = {
    Granularity.NIGHT: _night,
    Granularity.WEEK: _week,
    Granularity.FORTNIGHT: _fortnight,
    Granularity.WEEKEND: _weekend,
    Granularity.MONTH: _month,
    Granularity.QUARTER: _portion(3, "quarter"),
    Granularity.HALF: _portion(6, "half"),
    Granularity.SEASON: _season,
    Granularity.YEAR: _year,
    Granularity.DECADE: _decade,
    Granularity.CENTURY: _century,
    Granularity.MILLENNIUM: _millennium,
}


# --- several dates -------------------------------------------------------------------------


def _is_list(r: Resolution) -> bool:
    """Whether the alternatives are all meant ("les 3 et 4 mai"), as EDTF's braces say."""
    return not r.open and (r.edtf or "").startswith("{")


def _lasts(r: Resolution) -> bool:
    """Whether the bounds are the ends of something that lasts, as an interval's slash says."""
    return "/" in r.value or "/" in (r.edtf or "")


def _several(r: Resolution, book: Phrasebook, weekday: bool, detail: bool) -> str:
    if r.open:
        nearer, *others = (_alone(a, book, weekday) for a in r.alternatives)
        return book.open.format(a=nearer, b=_joined(others, book.either)) if others else nearer
    if len(r.alternatives) == 1:
        return _alone(r.alternatives[0], book, weekday)
    if _is_list(r):
        return _joined(_items(r.alternatives, book, weekday, year=True), book.both)
    ends = _continuous(r.alternatives)
    if ends is None:
        return _joined(_items(r.alternatives, book, weekday, year=True), book.either)
    between = _days(*ends, False, book, False)
    if not detail:
        return between
    said = _joined(_items(r.alternatives, book, weekday, year=False), book.either)
    return book.detail.format(x=between, a=said)


def _alone(r: Resolution, book: Phrasebook, weekday: bool) -> str:
    return in_words(r, book.code, weekday=weekday)


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return last.format(a=", ".join(words[:-1]), b=words[-1])


def _plain_days(r: Resolution) -> tuple[date, date] | None:
    """The days of an alternative that is told by days alone, or None."""
    bounds = r.bounds
    fine = r.granularity in (None, Granularity.DAY) and r.mod is None
    if bounds is None or r.alternatives or bounds.start_time or bounds.end_time:
        return None
    if fine or (r.granularity is Granularity.WEEK and _is_part(r)):
        return bounds.earliest, bounds.latest
    return None


def _items(
    resolutions: Sequence[Resolution], book: Phrasebook, weekday: bool, year: bool
) -> list[str]:
    """Each alternative in words; what neighbours share is told once, at the last."""
    days = [_plain_days(r) for r in resolutions]
    plain = [d for d in days if d is not None]
    if len(plain) < len(days):
        return [_alone(r, book, weekday) for r in resolutions]
    one_year = len({d.year for pair in plain for d in pair}) == 1
    single = all(first == last for first, last in plain)
    one_month = one_year and single and len({first.month for first, _ in plain}) == 1
    told = []
    for number, (first, last) in enumerate(plain, 1):
        final = number == len(plain)
        with_year = not one_year or (final and year)
        if single:
            told.append(_day(first, book, weekday, not one_month or final, with_year))
        else:
            told.append(_days(first, last, True, book, weekday, with_year))
    return told


def _continuous(resolutions: Sequence[Resolution]) -> tuple[date, date] | None:
    """The ends of alternatives that follow each other without a gap, over a month at most.

    None where single days are enough to tell ("le 8 ou le 9 mai").
    """
    days = sorted(d for r in resolutions if (d := _plain_days(r)) is not None)
    if len(days) < len(resolutions) or all(first == last for first, last in days):
        return None
    end = days[0][1]
    for first, last in days[1:]:
        if first > date.min and first - _DAY > end:
            return None
        end = max(end, last)
    start = days[0][0]
    return (start, end) if end - start <= _SHORT_CHOICE and end > start else None


# --- no days -------------------------------------------------------------------------------


def _boundless(r: Resolution, book: Phrasebook) -> str:
    if found := _BC_VALUE.fullmatch(r.value):
        return _before_era(found[1], found[2], found[3], book)
    if r.type is TimexType.DURATION:
        return _duration(r, book)
    if r.type is TimexType.SET:
        if weekday := _SET_WEEKDAY.fullmatch(r.value):
            return book.every_weekday.format(x=book.weekdays[int(weekday[1]) - 1])
        return book.every.get(r.value, book.undated)
    vague = {"PAST_REF": book.past, "PRESENT_REF": book.present, "FUTURE_REF": book.future}
    return vague.get(r.value, book.undated)


def _before_era(year: str, month: str | None, day: str | None, book: Phrasebook) -> str:
    """A year, decade or century before our era; TIMEX3 writes it BC and two to four digits."""
    number = int(year)
    if len(year) == 2:
        phrase = book.century(number + 1)
    elif len(year) == 3:
        phrase = book.decade.format(n=number * 10)
    else:
        phrase = str(number)
    if month and 1 <= int(month) <= 12:
        phrase = f"{book.months[int(month) - 1]} {phrase}"
        if day and int(day):
            phrase = f"{book.day_number(int(day))} {phrase}"
    return book.bc.format(x=phrase)


def _duration(r: Resolution, book: Phrasebook) -> str:
    counts = []
    clock = False
    for mark, number, unit in _DURATION.findall(r.value):
        clock = clock or bool(mark)
        timed = f"T{unit}" if clock and unit in "HMS" else unit
        counts.append(book.count(timed, float(number)))
    if not counts or not all(counts):
        return book.undated
    phrase = _joined(counts, book.both)
    return phrase if r.mod is None else book.mod(r.mod, None, phrase)
