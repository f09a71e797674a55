"""Events as lines for people: the date in words, the title, the quote with its time words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from chrono.cli.output import DATE, FAINT, QUOTE, TIME, TITLE, WARNING, Line, Piece
from chrono.model import ArticleRef, Event, EventMention, Kind, Publication, Statement, Status
from chrono.wording import in_words, is_told, status_in_words

_SURE = (Status.PAST, Status.ONGOING)


def when(event: Event, language: str) -> str:
    """The date of an event in words; one range where several readings make one."""
    return in_words(event.resolution, language, alternatives=False)


def chronology(
    events: Iterable[Event], language: str, *, only_article: int | None = None, quotes: bool = True
) -> Iterator[Line]:
    """Events under their dates, each with its quote.

    With `only_article` the quote is the one of that article; else the first that there is.
    """
    last = None
    for event in events:
        words = when(event, language)
        if words != last:
            yield ((words, DATE),)
            last = words
        yield heading(event, language)
        mention = _mention(event, only_article)
        if quotes and mention is not None and mention.statement.quote:
            yield ("        ", ""), *quote(mention.statement)


def heading(event: Event, language: str) -> Line:
    """One event in one line: its number, its title, what is not plain about it."""
    notes = []
    negated = event.status is Status.DENIED and is_told(event.status, event.title, language)
    if event.status not in _SURE and not negated:  # "n'a pas ouvert" needs no word more
        notes.append(status_in_words(event.status, language))
    if event.kind is Kind.SPEECH:
        notes.append("parole" if language == "fr" else "speech")
    if event.tags:
        notes.append(" ".join(f"#{tag}" for tag in event.tags))
    pieces: list[Piece] = [(f"  {f'#{event.id}':>5} ", FAINT), (event.title, TITLE)]
    if notes:
        pieces.append((f"  ({', '.join(notes)})", FAINT))
    if event.conflict:
        pieces.append(("  sources disagree", WARNING))
    if len(event.mentions) > 1:
        pieces.append((f"  ×{len(event.mentions)}", FAINT))
    return pieces


def quote(statement: Statement) -> Line:
    """A quote with its time words marked, its blanks made single."""
    start, end = 0, 0
    timex = statement.timex
    if timex is not None:
        start = min(max(timex.start - statement.start, 0), len(statement.quote))
        end = min(max(timex.end - statement.start, start), len(statement.quote))
    said = statement.quote
    pieces = (
        ("« ", FAINT),
        (one_line(said[:start]), QUOTE),
        (one_line(said[start:end]), TIME),
        (one_line(said[end:]), QUOTE),
        (" »", FAINT),
    )
    return tuple(piece for piece in pieces if piece[0])


def source(article: ArticleRef) -> str:
    """An article in a few words: its title, its day, its address."""
    day = published(article.publication)
    return f"{article.title} ({', '.join(part for part in (day, origin(article)) if part)})"


def origin(article: ArticleRef) -> str:
    """Where an article comes from: its address, else its file."""
    return article.url or ("standard input" if article.source == "-" else article.source)


def titled(article: ArticleRef) -> str:
    """An article's title, and where it comes from."""
    return f"{article.title}  {origin(article)}"


def published(publication: Publication) -> str:
    """A publication day and hour in ISO form, or "undated"."""
    if publication.on is None:
        return "undated"
    clock = f" {publication.at:%H:%M}" if publication.at is not None else ""
    return f"{publication.on.isoformat()}{clock}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(2, "event"), counted(0, "entry", "entries")
    ('1 event', '2 events', '0 entries')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def table(rows: Sequence[Sequence[str]], header: Sequence[str]) -> Iterator[Line]:
    """Rows in columns as wide as what stands in them; the last column is left as it is."""
    if not rows:
        return
    widths = [max(len(row[n]) for row in (header, *rows)) for n in range(len(header) - 1)]
    for number, row in enumerate((header, *rows)):
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        line = "  ".join((*cells, row[-1])).rstrip()
        yield ((line, FAINT if number == 0 else ""),)


def _order(event: Event) -> tuple[date, date, int]:
    bounds = None if event.resolution is None else event.resolution.bounds
    if bounds is None:
        return date.max, date.max, event.id
    return bounds.earliest, bounds.latest, event.id


def _mention(event: Event, only_article: int | None) -> EventMention | None:
    """The mention to quote: one that gives the event its date, if there is one."""
    told = [m for m in event.mentions if only_article in (None, m.article.id)]
    dating = [m for m in told if m.statement.resolution == event.resolution]
    return next(iter(dating or told), None)


def one_line(words: str) -> str:
    """Words with every run of blanks, line breaks among them, made one space."""
    if not words:
        return ""
    middle = " ".join(words.split())
    before = " " if words[0].isspace() else ""
    after = " " if words[-1].isspace() and middle else ""
    return f"{before}{middle}{after}"
