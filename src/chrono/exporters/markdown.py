"""The Markdown exporter: a chronology that a person would publish, in CommonMark.

Whatever the articles hold comes out as text: every sign that CommonMark, GitHub's dialect or HTML
could take for syntax is escaped, and nothing of theirs begins a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from chrono.errors import ExportError
from chrono.exporters.sources import (
    address,
    article_title,
    counted,
    heading,
    is_dated,
    is_withdrawn,
    language_of,
    one_line,
    order,
    published,
    remark,
    said_otherwise,
    undated_count,
    utc,
)
from chrono.hookspecs import Exporter, Options, hookimpl
from chrono.model import Chronology, Event, Granularity
from chrono.wording import day_in_words, in_words, month_in_words, phrasebook, typeset

OPTIONS: Mapping[str, str] = {
    "title": "the title (default: that of the timeline)",
    "quotes": "how many quotes an event shows: a number, or all (default all)",
    "level": "the level of the title's heading, 1 to 4 (default 1)",
}
# Signs that begin a block need no escape: none of the articles' words stands at a line's start.
# The colon and the dot are those of addresses that GitHub makes into links by itself.
_SYNTAX = re.compile(
    r"([\\`*_{}\[\]<#~$]|&(?=[#a-z])|(?:(?<=http)|(?<=https)|(?<=ftp)|(?<=mailto)|(?<=xmpp)):)",
    re.IGNORECASE,
)
_WWW = re.compile(r"(?<=www)\.", re.IGNORECASE)
_MILLENNIUM, _CENTURY, _DECADE, _YEAR = range(4)
_COARSE = {
    Granularity.MILLENNIUM,
    Granularity.CENTURY,
    Granularity.DECADE,
    Granularity.YEAR,
    Granularity.HALF,
    Granularity.QUARTER,
    Granularity.SEASON,
}


def escape(text: str) -> str:
    r"""Text that CommonMark renders as it is, on one line.

    >>> print(escape("1 * 2 <b> [x](y)"))
    1 \* 2 \<b> \[x\](y)
    """
    return _WWW.sub(r"\.", _SYNTAX.sub(r"\\\1", one_line(text)))


def render(chronology: Chronology, options: Options) -> bytes:
    """Write a chronology as CommonMark (UTF-8), a list of events under years and months.

    Raises `ExportError` for an option with a value that cannot be.
    """
    quotes = options.get("quotes", "all")
    if quotes != "all" and not re.fullmatch(r"[0-9]{1,6}", quotes):
        raise ExportError(f"markdown: quotes must be a number or all, not {quotes!r}")
    level = options.get("level", "1")
    if level not in ("1", "2", "3", "4"):
        raise ExportError(f"markdown: level must be 1, 2, 3 or 4, not {level!r}")
    limit = None if quotes == "all" else int(quotes)
    blocks = [
        f"{'#' * int(level)} {escape(heading(chronology, options))}",
        *_blocks(chronology, int(level), limit),
    ]
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _blocks(chronology: Chronology, level: int, limit: int | None) -> Iterator[str]:
    language = chronology.language
    labels = phrasebook(language).labels
    yield _about(chronology)
    dated = [e for e in chronology.events if is_dated(e) and not is_withdrawn(e)]
    if not dated:
        yield labels["empty"]
    dated.sort(key=lambda e: (_section(e), _month(e), order(e)))
    for section, of_section in groupby(dated, key=_section):
        yield f"{'#' * (level + 1)} {escape(_section_name(section, language))}"
        for month, events in groupby(of_section, key=_month):
            if month:
                name = _capital(month_in_words(section[1], month, language))
                yield f"{'#' * (level + 2)} {escape(name)}"
            yield "\n".join(_item(e, chronology, limit) for e in events)
    if undated := undated_count(chronology):
        yield "---"
        yield f"*{escape(counted('undated', undated, language))}*"


def _about(chronology: Chronology) -> str:
    language = chronology.language
    labels = phrasebook(language).labels
    articles = len(chronology.articles)
    key = ("subject_none", "subject_article")[articles] if articles < 2 else "subject_articles"
    day = day_in_words(utc(chronology.revised_at).date(), language)
    return typeset(f"{labels[key].format(n=articles)} {labels['revised'].format(x=day)}", language)


def _section(event: Event) -> tuple[int, int, int]:
    """The section of an event, in the order of time: era, first year, and how fine.

    Before our era all are in one; a millennium, a century and a decade each have their own, before
    the first of their years.
    """
    resolution = event.resolution
    if resolution is None or resolution.bounds is None:
        return 0, 0, 0
    first, last = resolution.bounds.earliest.year, resolution.bounds.latest.year
    match resolution.granularity:
        case Granularity.MILLENNIUM:
            return 1, (last - 1) // 1000 * 1000 + 1, _MILLENNIUM
        case Granularity.CENTURY:
            return 1, (last - 1) // 100 * 100 + 1, _CENTURY
        case Granularity.DECADE:
            return 1, first // 10 * 10, _DECADE
        case _:
            return 1, first, _YEAR


def _section_name(section: tuple[int, int, int], language: str) -> str:
    book = phrasebook(language)
    era, year, unit = section
    if not era:
        return book.labels["before_era"]
    if unit == _MILLENNIUM:
        name = book.millennium(year // 1000 + 1)
    elif unit == _CENTURY:
        name = book.century(year // 100 + 1)
    elif unit == _DECADE:
        name = book.decade.format(n=year)
    else:
        name = str(year) if year >= 1000 else book.early_year.format(n=year)
    return typeset(_capital(name), language)


def _month(event: Event) -> int:
    """The month that an event stands under, or 0 for what is no finer than a quarter."""
    resolution = event.resolution
    if resolution is None or resolution.bounds is None:
        return 0
    first, last = resolution.bounds.earliest, resolution.bounds.latest
    one_month = (first.year, first.month) == (last.year, last.month)
    return 0 if resolution.granularity in _COARSE and not one_month else first.month


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _item(event: Event, chronology: Chronology, limit: int | None) -> str:
    """One event: the date, the title, then each quote with its source as a nested list."""
    language = language_of(event, chronology)
    labels = phrasebook(language).labels
    words = escape(typeset(_capital(in_words(event.resolution, language)), language))
    title = escape(event.title) or "…"
    notes = [remark(event, language), labels["conflict_short"] if event.conflict else ""]
    told = ", ".join(n for n in notes if n)
    lines = [f"- **{words}** — {title}" + (f" *({escape(told)})*" if told else "")]
    around = typeset(labels["quote"], language)
    for mention in event.mentions[:limit]:
        article = mention.article
        source = escape(article_title(article, language))
        if url := address(article.url):
            source = f"[{source}](<{url}>)"
        quote = escape(mention.statement.quote)
        if quote.casefold() == title.casefold():
            quote = ""  # told already
        said = f"{around.format(x=quote)} — " if quote else ""
        when = escape(typeset(published(article, language), language))
        otherwise = escape(typeset(said_otherwise(mention, event, language), language))
        lines.append(f"  - {said}{source}, {when}" + (f" ({otherwise})" if otherwise else ""))
    return "\n".join(lines)


@hookimpl
def register_exporters() -> Sequence[Exporter]:
    """The Markdown format."""
    media_type = "text/markdown; charset=utf-8; variant=CommonMark"
    return [Exporter("markdown", ".md", media_type, render, options=OPTIONS)]
