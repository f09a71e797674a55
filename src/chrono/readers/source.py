"""From a file, standard input or a string to an Article, with what was odd about it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from chrono.errors import InputError, NoPublicationDate, Problem
from chrono.model import Article, Publication
from chrono.readers import language as languages
from chrono.readers.days import find_dates
from chrono.readers.decode import decode
from chrono.readers.header import SENTENCE_END, Head, Statement, read_head

_RULES = ("header", "line", "dateline")
_PLACES = {"header": "the header", "line": "the line", "dateline": "the dateline"}
_TITLE = 80


def read_source(
    source: str | Path,
    *,
    published: date | datetime | None = None,
    undated: bool = False,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    timezone: str = "Europe/Paris",
    today: date | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[Article, tuple[Problem, ...]]:
    """Read the article in a file, or on standard input for "-".

    UTF-8 and UTF-16 are read by their marks or their shape, Windows-1252 and Latin-1 where the
    bytes are no UTF-8; an encoding other than UTF-8 is said as a problem. The other arguments
    are those of `read_text`.

    Raises InputError for what is missing, a folder, empty or binary, and NoPublicationDate.
    """
    name = str(source)
    data = _stdin(stdin) if name == "-" else _file(Path(source))
    label = "standard input" if name == "-" else name
    try:
        decoded = decode(data)
    except InputError as error:
        raise InputError(f"{label} {error}") from None
    article, problems = read_text(
        decoded.text,
        published=published,
        undated=undated,
        title=title,
        url=url,
        language=language,
        timezone=timezone,
        today=today,
        source=name,
    )
    if not decoded.usual:
        problems = (Problem(label, f"read as {decoded.encoding}, it is not UTF-8"), *problems)
    return article, problems


def read_text(
    text: str,
    *,
    published: date | datetime | None = None,
    undated: bool = False,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    timezone: str = "Europe/Paris",
    today: date | None = None,
    source: str = "",
) -> tuple[Article, tuple[Problem, ...]]:
    r"""Make an Article of a text: find its title, publication date and language.

    `published` outranks every date in the text (an aware datetime is put on the clocks of
    `timezone`); with `undated`, a text without a date is no error. `today` is only used to warn
    of a publication in the future.

    Raises NoPublicationDate where no date is found, and InputError for an unknown time zone or
    a language that chrono does not read.

    >>> article, problems = read_text("Titre\n\nPublié le 20 mars 2025 à 14h03\n\nLe corps.")
    >>> article.title, article.published_on, article.publication.at, article.publication.rule
    ('Titre', datetime.date(2025, 3, 20), datetime.time(14, 3), 'header')
    >>> article.text[article.body_start:]
    'Le corps.'
    """
    zone = _zone(timezone)
    label = "standard input" if source == "-" else source or "the text"
    head = read_head(text)
    problems: list[Problem] = []
    publication = _publication(head, published, zone, problems, label)
    if publication is None:
        if not undated:
            raise NoPublicationDate(_no_date(label, head))
        publication = Publication(on=None, rule="undated")
    if today is not None and publication.on is not None and publication.on > today:
        what = f"is published in the future: {publication.on} ({publication.quote or '--date'})"
        problems.append(Problem(label, what))
    body = text[head.body_start : head.body_start + 10_000]
    return (
        Article(
            title=title or head.title or _first_sentence(body),
            text=text,
            publication=publication,
            language=_language(body, language, head, problems, label),
            timezone=timezone,
            url=url or head.url,
            source=source,
            body_start=head.body_start,
        ),
        tuple(problems),
    )


def parse_published(words: str) -> date | datetime:
    """The day, or the instant, that a person gives as a publication date.

    ISO ("2025-03-20", "2025-03-20T14:03"), or as in a header ("20/03/2025", "20 mars 2025 à 14h").

    Raises InputError for anything else, and for a day that does not exist.

    >>> parse_published("20/03/2025")
    datetime.date(2025, 3, 20)
    """
    found = find_dates(words.strip())
    if len(found) != 1 or found[0].text != words.strip() or found[0].year is None:
        raise InputError(f"“{words}” is no date: write it as 2025-03-20 or 2025-03-20T14:03")
    stated = found[0]
    if stated.impossible:
        raise InputError(f"“{words}” is no day of the calendar")
    if stated.day is None:
        raise InputError(f"“{words}” names no day: write it as 2025-03-20")
    return stated.day if stated.moment is None else stated.moment


def _file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder: name the files in it")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
    except ValueError:  # a NUL in the name
        raise InputError(f"{str(path)!r} is no file name") from None


def _stdin(stream: BinaryIO | None) -> bytes:
    return (stream or sys.stdin.buffer).read()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InputError(f"no time zone is called “{name}”: write it as Europe/Paris") from None


def _publication(
    head: Head,
    option: date | datetime | None,
    zone: ZoneInfo,
    problems: list[Problem],
    label: str,
) -> Publication | None:
    said = [_local(statement, zone) for rule in _RULES for statement in _by_rule(head, rule)]
    year = next((s.stated.year for s in said if s.stated.year is not None), None)
    if year is not None:  # "date 2025-03" above "LONDRES, 20 mars (AFP) -"
        said = [replace(s, stated=s.stated.in_year(year)) for s in said]
    chosen = next((s for s in said if s.stated.day is not None), None)
    for statement in said:
        if statement.stated.impossible:
            what = f"“{statement.stated.text}” is no day of the calendar"
            problems.append(Problem(label, what))
    if option is not None:
        publication = _from_option(option, zone)
        _compare_option(publication, chosen, problems, label)
    elif chosen is not None:
        day = chosen.stated.day
        publication = Publication(on=day, at=chosen.stated.at, rule=chosen.rule, quote=chosen.quote)
        _compare(chosen, said, problems, label)
    else:
        return None
    return _with_update(publication, head, zone, problems, label)


def _by_rule(head: Head, rule: str) -> list[Statement]:
    return [statement for statement in head.published if statement.rule == rule]


def _local(statement: Statement, zone: ZoneInfo) -> Statement:
    return replace(statement, stated=statement.stated.local(zone))


def _from_option(option: date | datetime, zone: ZoneInfo) -> Publication:
    if isinstance(option, datetime):
        local = option.astimezone(zone) if option.tzinfo else option
        at = local.time().replace(tzinfo=None)
        return Publication(on=local.date(), at=at, rule="option")
    return Publication(on=option, rule="option")


def _compare_option(
    publication: Publication, chosen: Statement | None, problems: list[Problem], label: str
) -> None:
    if chosen is not None and chosen.stated.day != publication.on:
        what = f"--date says {publication.on}, {_PLACES[chosen.rule]} says “{chosen.stated.text}”"
        problems.append(Problem(label, f"{what}: --date is taken"))


def _compare(chosen: Statement, said: list[Statement], problems: list[Problem], label: str) -> None:
    for other in said:
        if other.stated.impossible or other.stated.agrees_with(chosen.stated):
            continue
        problems.append(
            Problem(
                label,
                f"{_PLACES[other.rule]} says “{other.stated.text}”, {_PLACES[chosen.rule]} says "
                f"“{chosen.stated.text}”: {chosen.stated.day} is taken",
            )
        )


def _with_update(
    publication: Publication, head: Head, zone: ZoneInfo, problems: list[Problem], label: str
) -> Publication:
    for statement in head.updated:
        stated = statement.stated.local(zone)
        if publication.on is not None:
            stated = stated.in_year(publication.on.year)
        if stated.day is None:
            continue
        if publication.on is not None and stated.day < publication.on:
            what = f"updated on {stated.day}, before it was published on {publication.on}"
            problems.append(Problem(label, what))
        return replace(publication, updated_on=stated.day, updated_at=stated.at)
    return publication


def _no_date(label: str, head: Head) -> str:
    impossible = [s.stated.text for s in head.published if s.stated.impossible]
    partial = [s.stated.text for s in head.published if s.stated.day is None]
    if impossible:
        found = f" (“{impossible[0]}” is no day of the calendar)"
    elif partial:
        found = f" (“{partial[0]}” names no day)"
    elif head.updated:
        found = f" (“{head.updated[0].stated.text}” is when it was updated)"
    elif head.unread:
        found = f" (“{head.unread[0]}” is no date)"
    else:
        found = ""
    return (
        f"{label}: no publication date found{found}; give it with --date 2025-03-20, "
        "or keep relative dates unresolved with --undated"
    )


def _language(
    body: str, option: str | None, head: Head, problems: list[Problem], label: str
) -> str:
    if option is not None:
        if option.casefold() not in languages.READ:
            name = languages.name(option.casefold())
            raise InputError(f"chrono reads French (fr) only, not {name}")
        return option.casefold()
    guessed = head.language or languages.guess(body)
    if guessed not in languages.READ:
        said = "says that it is" if head.language else "looks"
        what = f"{said} {languages.name(guessed)}: chrono reads French only, and may find nothing"
        problems.append(Problem(label, what))
    return languages.READ[0]


def _first_sentence(body: str) -> str:
    """Give a text without a title its first sentence as one, cut between words."""
    words = " ".join(SENTENCE_END.split(body.strip(), maxsplit=1)[0].split())
    if len(words) <= _TITLE:
        return words
    return words[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
