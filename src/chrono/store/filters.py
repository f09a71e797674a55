"""One filter for every command, every export, every feed and every saved view."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypedDict, TypeVar

from chrono.errors import InputError
from chrono.model import Granularity, Kind, Status

_E = TypeVar("_E", bound=StrEnum)

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Choices(TypedDict, total=False):
    """What `Filter.of` and `Timeline.events` understand."""

    since: date | str | None
    until: date | str | None
    as_of: date | str | None
    status: Status | str | Iterable[Status | str]
    kind: Kind | str | Iterable[Kind | str]
    tag: str | Iterable[str]
    source: str | Iterable[str]
    person: str | Iterable[str]
    place: str | Iterable[str]
    query: str
    min_precision: Granularity | str | None
    top: int | str | None
    article: int | str | None
    include_hidden: bool | str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events a chronology holds. The empty filter holds all but the hidden ones.

    `since` and `until` are inclusive days: an event is in when its span touches them. `as_of`
    shows the timeline as it was known at the end of that day, by the publication days of its
    articles. Of `status`, `kind`, `source`, `person` and `place` one of the values must fit; of
    `tag` all. `source` is the host, the address or the file of an article. `query` is searched
    in titles, quotes and notes. `min_precision` is the coarsest granularity that is let in.
    `top` keeps the events that matter most, in the order of time. `article` keeps what one
    article tells.
    """

    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    status: tuple[Status, ...] = ()
    kind: tuple[Kind, ...] = ()
    tag: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    query: str = ""
    min_precision: Granularity | None = None
    top: int | None = None
    article: int | None = None
    include_hidden: bool = False

    @classmethod
    def of(cls, **choices: Any) -> Filter:  # noqa: ANN401 - `Choices` says what they are
        """Make a filter of values or of their texts; one value will do where several may be.

        Days may be a year or a month too: `since` is then its first day, the others its last.
        Raises InputError that names the choice that is not understood.

        >>> Filter.of(since="2025-03", status="planned").since
        datetime.date(2025, 3, 1)
        """
        known = {field.name for field in fields(cls)}
        unknown = sorted(choices.keys() - known)
        if unknown:
            raise InputError(f"no such filter: {', '.join(unknown)}")
        made = {name: _READERS[name](name, value) for name, value in choices.items()}
        return cls(**{name: value for name, value in made.items() if value is not None})

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Filter:
        """Make a filter of texts, as in a query string or a saved view; lists have commas.

        >>> Filter.from_options({"status": "past,planned", "min-precision": "day"}).min_precision
        <Granularity.DAY: 'day'>
        """
        return cls.of(**{name.replace("-", "_"): value for name, value in options.items() if value})

    def to_options(self) -> dict[str, str]:
        """Give the texts that `from_options` reads back; what was not chosen is left out.

        >>> Filter.of(since="2025-03-20", top=15).to_options()
        {'since': '2025-03-20', 'top': '15'}
        """
        found: dict[str, str] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            if isinstance(value, tuple):
                text = ",".join(_escape(str(one)) for one in value)
            elif isinstance(value, date):
                text = value.isoformat()
            else:
                text = "yes" if value is True else str(value)
            found[field.name.replace("_", "-")] = text
        return found

    def over(self, other: Filter) -> Filter:
        """Give the other filter with this one's choices in place of its own.

        >>> Filter.of(top=3).over(Filter.of(top=9, query="sommet")).to_options()
        {'query': 'sommet', 'top': '3'}
        """
        chosen = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != field.default
        }
        return replace(other, **chosen)

    def __bool__(self) -> bool:
        """Say whether anything was chosen."""
        return self != Filter()


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,")


def _parts(text: str) -> list[str]:
    r"""Cut at commas; a backslash keeps a comma or a backslash.

    >>> _parts(r"Londres, \,virgule,C:\x")
    ['Londres', ',virgule', 'C:\\x']
    """
    found = [""]
    at = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in (",", "\\"):
            at += 1
            found[-1] += text[at]
        elif text[at] == ",":
            found.append("")
        else:
            found[-1] += text[at]
        at += 1
    return [part.strip() for part in found if part.strip()]


def _day(name: str, value: object) -> date | None:
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    found = _DAY.fullmatch(str(value).strip())
    if found is None:
        raise InputError(f"{_option(name)}: {value!r} is not a day like 2025-03-20")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    try:
        if name == "since":
            return date(year, month or 1, day or 1)
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError as error:
        raise InputError(f"{_option(name)}: {value!r} is not a day of the calendar") from error


def _listed(value: object) -> list[object]:
    if isinstance(value, StrEnum):
        return [value]
    if isinstance(value, str):
        return list(_parts(value))
    if isinstance(value, Iterable):
        return list(value)
    return [] if value is None else [value]


def _texts(name: str, value: object) -> tuple[str, ...]:
    del name
    return tuple(sorted({str(one).strip() for one in _listed(value) if str(one).strip()}))


def _enums(kind: type[_E]) -> Any:  # noqa: ANN401 - one of _READERS
    def read(name: str, value: object) -> tuple[_E, ...]:
        return tuple(sorted({_enum(kind, name, one) for one in _listed(value)}))

    return read


def _enum(kind: type[_E], name: str, value: object) -> _E:
    try:
        return kind(str(value).strip().lower())
    except ValueError as error:
        allowed = ", ".join(kind)
        raise InputError(f"{_option(name)}: {value!r} is none of {allowed}") from error


def _precision(name: str, value: object) -> Granularity | None:
    return None if value is None else _enum(Granularity, name, value)


def _count(name: str, value: object) -> int | None:
    if value is None:
        return None
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if number < 1:
        raise InputError(f"{_option(name)}: {value!r} is not a number from 1 on")
    return number


def _yes(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in {"yes", "true", "1", "on"}:
        return True
    if text in {"no", "false", "0", "off", ""}:
        return False
    raise InputError(f"{_option(name)}: {value!r} is neither yes nor no")


def _text(name: str, value: object) -> str:
    del name
    return "" if value is None else str(value).strip()


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


_READERS: Mapping[str, Any] = {
    "since": _day,
    "until": _day,
    "as_of": _day,
    "status": _enums(Status),
    "kind": _enums(Kind),
    "tag": _texts,
    "source": _texts,
    "person": _texts,
    "place": _texts,
    "query": _text,
    "min_precision": _precision,
    "top": _count,
    "article": _count,
    "include_hidden": _yes,
}
