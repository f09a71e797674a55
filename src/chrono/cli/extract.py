"""`chrono extract`: the time expressions of a text, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from chrono import wire
from chrono.cli import batch, files, output
from chrono.cli.options import About, about_options, check_about
from chrono.markup import to_html, to_timeml
from chrono.model import Article, Timex, TimexType
from chrono.pipeline import iterate, moved, read
from chrono.readers import read_source
from chrono.wording import in_words


@click.command("extract")
@click.argument("file", required=False, metavar="[FILE]")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "jsonl", "timeml", "html"]),
    default="text",
    show_default=True,
    help="text for people, jsonl for programs, timeml (TIMEX3 tags), html (a marked page).",
)
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), help="Write to a file.")
@about_options
@click.option(
    "--batch",
    "is_batch",
    is_flag=True,
    help='Filter JSON Lines {"id", "text", "published"} from standard input.',
)
@click.option("--statements", is_flag=True, help="Add the statements (batch and jsonl).")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Processes of --batch.",
)
def extract_command(
    file: str | None,
    kind: str,
    target: Path | None,
    published: date | datetime | None,
    undated: bool,
    lang: str | None,
    timezone: str,
    is_batch: bool,
    statements: bool,
    jobs: int,
) -> None:
    """Show the time expressions of a text, store nothing.

    FILE is a text file, or - for standard input.
    """
    about = check_about(About(published, undated, None, None, lang, timezone))
    if is_batch:
        if file not in (None, "-") or target is not None or published is not None:
            raise click.UsageError("--batch reads standard input, and takes dates from its lines.")
        batch.filter_lines(sys.stdin.buffer, sys.stdout.buffer, statements, timezone, jobs)
        return
    if file is None and sys.stdin.isatty():
        raise click.UsageError("Name a FILE, or - for standard input.")
    article, problems = read_source(
        file or "-",
        published=about.published,
        undated=about.undated,
        language=about.lang,
        timezone=about.timezone,
        today=about.today(),
    )
    output.warn(problems)
    if target is not None:
        files.write_whole(target, b"".join(render(article, kind, statements)))
    elif kind == "text":
        output.styled(_lines(article))
    else:
        for piece in render(article, kind, statements):
            output.data(piece)


def render(article: Article, kind: str, statements: bool = False) -> Iterator[bytes]:
    """Write the time expressions of an article in a format of `chrono extract`, piece by piece."""
    if kind == "timeml":
        yield to_timeml(article, tuple(_timexes(article))).encode("utf-8")
    elif kind == "html":
        yield to_html(article, tuple(_timexes(article))).encode("utf-8")
    elif kind == "text":
        for line in _lines(article):
            yield ("".join(piece for piece, _ in line) + "\n").encode("utf-8", "replace")
    elif statements:
        reading = read(article)
        for timex in reading.timexes:
            yield output.json_line(wire.timex_to_json(timex))
        for statement in reading.statements:
            yield output.json_line({"statement": wire.statement_to_json(statement)})
    else:
        for timex in _timexes(article):
            yield output.json_line(wire.timex_to_json(timex))


def _timexes(article: Article) -> Iterator[Timex]:
    """The time expressions of the body, one by one: a text may be as long as one likes."""
    publication = article.publication
    published: date | datetime | None = publication.on
    if publication.on is not None and publication.at is not None:
        published = datetime.combine(publication.on, publication.at)
    found = iterate(
        article.text[article.body_start :],
        published=published,
        language=article.language,
        timezone=article.timezone,
    )
    for timex in found:
        yield moved(timex, article.body_start)


def _lines(article: Article) -> Iterator[output.Line]:
    published = article.publication.on
    said = "undated" if published is None else f"published {published.isoformat()}"
    yield (article.title, output.TITLE), (f"  ({said})", output.FAINT)
    width = 2 * len(str(len(article.text))) + 1
    count = 0
    for timex in _timexes(article):
        yield _line(timex, width)
        for part in timex.parts:
            yield ("    ", ""), *_line(part, width)
        count += 1
    yield ((f"{count} time expression{'s' if count != 1 else ''}", output.FAINT),)


def _extent(timex: Timex) -> str:
    return f"{timex.start}–{timex.end}"


def _line(timex: Timex, width: int) -> output.Line:
    resolution = timex.resolution
    mod = f" {resolution.mod.value}" if resolution.mod is not None else ""
    if resolution.bounds is None:
        words = "on no day" if resolution.type in (TimexType.DATE, TimexType.TIME) else ""
    else:
        words = in_words(resolution)
    return (
        (f"{_extent(timex):>{width}}  ", output.FAINT),
        (" ".join(timex.text.split()), output.TIME),
        (f"  {resolution.type.value} {resolution.value}{mod}", ""),
        (f"  {words}" if words else "", output.DATE),
    )
