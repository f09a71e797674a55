"""Units of the calendar in words: weeks, months, seasons, years, centuries."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from chrono.model import Bounds, Granularity, Resolution
from chrono.phrasebook import Phrasebook
from chrono.wording.days import ONE_DAY, PARTS, day_words, is_part, lasts, month_end

_SEASON = re.compile(r"-(SP|SU|FA|WI)$")


def unit_words(r: Resolution, bounds: Bounds, book: Phrasebook) -> str | None:
    """The unit by its name, its beginning or end if `mod` says so; None if the bounds differ."""
    name = _UNITS.get(r.granularity) if r.granularity else None
    if name is None or r.granularity is None:
        return None
    phrase = name(r, bounds.earliest, bounds.latest, book)
    if phrase is None and not is_part(r) and r.granularity in _LONG:
        phrase = _year(r, bounds.earliest, bounds.latest, book) or _month(
            r, bounds.earliest, bounds.latest, book
        )
    if phrase is not None and r.mod in PARTS:
        return book.part(r.mod, r.granularity, phrase)
    return phrase


def _spans_months(first: date, last: date, count: int) -> bool:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return first.day == 1 and last == month_end(last) and months == count


def _night(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    if first >= last:
        return book.one_night.format(a=day_words(first, book))
    same_year = first.year == last.year
    a = day_words(first, book, month=not same_year or first.month != last.month, year=not same_year)
    return book.night.format(a=a, b=day_words(last, book))


def _week(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    monday = first - timedelta(first.weekday()) if first.toordinal() > 7 else first
    whole = first == monday and last - first == timedelta(6)
    inside = is_part(r) and last - monday < timedelta(7)
    return book.week.format(a=day_words(monday, book)) if whole or inside else None


def _fortnight(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    whole = timedelta(13) <= last - first <= timedelta(14)
    return book.fortnight.format(a=day_words(first, book)) if whole and not is_part(r) else None


def _weekend(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    if first.weekday() != 5 or last - first != ONE_DAY:
        return None
    same_year = first.year == last.year
    a = day_words(first, book, month=first.month != last.month, year=not same_year)
    return book.weekend.format(a=a, b=day_words(last, book))


def _month(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    same = (first.year, first.month) == (last.year, last.month)
    if same and (is_part(r) or _spans_months(first, last, 1)):
        return f"{book.months[first.month - 1]} {first.year}"
    if same or is_part(r) or first.day != 1 or last != month_end(last):
        return None
    a = book.months[first.month - 1] + ("" if first.year == last.year else f" {first.year}")
    b = f"{book.months[last.month - 1]} {last.year}"
    return (book.unit_span if lasts(r) else book.unit_between)(a, b)


def _portion(length: int, pattern: str) -> Callable[..., str | None]:
    """Quarters and half-years: `pattern` is the phrasebook's field for them."""

    def name(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
        inside = (
            first.year == last.year and (first.month - 1) // length == (last.month - 1) // length
        )
        if not inside or not (is_part(r) or _spans_months(first, last, length)):
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
        return _year_name(first.year, book) if whole or is_part(r) else None
    if not whole:
        return None
    a, b = str(first.year), str(last.year)
    return (book.unit_span if lasts(r) else book.unit_between)(a, b)


def _decade(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    if first.year // 10 != last.year // 10 or not (is_part(r) or last.year - first.year == 9):
        return None
    return book.decade.format(n=first.year // 10 * 10)


def _century(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    number = (last.year - 1) // 100 + 1
    # 1801…1900 as historians count, or 1800…1899 as EDTF's 18XX does
    inside = (number - 1) * 100 <= first.year and last.year <= number * 100
    return book.century(number) if inside and (is_part(r) or last.year - first.year == 99) else None


def _millennium(r: Resolution, first: date, last: date, book: Phrasebook) -> str | None:
    number = (last.year - 1) // 1000 + 1
    inside = (number - 1) * 1000 <= first.year and last.year <= number * 1000
    whole = is_part(r) or last.year - first.year >= 998
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
_LONG = (
    Granularity.SEASON,
    Granularity.QUARTER,
    Granularity.HALF,
    Granularity.DECADE,
    Granularity.CENTURY,
    Granularity.MILLENNIUM,
)
"""Units that are told by their months or years where several of them follow each other."""
