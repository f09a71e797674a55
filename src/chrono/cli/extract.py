"""`chrono extract`: the time expressions of a text, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from chrono import wire
from chrono.cli import batch, files, output
from chrono.cli.options import About, about_options, check_about
from chrono.markup import to_html, to_timeml
from chrono.model import Article, Reading, Timex, TimexType
from chrono.pipeline import read
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
    reading = read(article)
    if kind == "text" and target is None:
        output.styled(_lines(article, reading.timexes))
        return
    content = render(reading, kind, statements)
    if target is None:
        output.data(content)
    else:
        files.write_whole(target, content)


def render(reading: Reading, kind: str, statements: bool = False) -> bytes:
    """Write a reading in a format of `chrono extract`."""
    article, timexes = reading.article, reading.timexes
    if kind == "timeml":
        return to_timeml(article, timexes).encode("utf-8")
    if kind == "html":
        return to_html(article, timexes).encode("utf-8")
    if kind == "jsonl":
        lines = [wire.timex_to_json(timex) for timex in timexes]
        if statements:
            lines += [
                {"statement": wire.statement_to_json(statement)} for statement in reading.statements
            ]
        return b"".join(output.json_line(line) for line in lines)
    text = "".join("".join(piece for piece, _ in line) + "\n" for line in _lines(article, timexes))
    return text.encode("utf-8", "replace")


def _lines(article: Article, timexes: Sequence[Timex]) -> Iterator[output.Line]:
    published = article.publication.on
    said = "undated" if published is None else f"published {published.isoformat()}"
    yield (article.title, output.TITLE), (f"  ({said})", output.FAINT)
    width = max((len(_extent(timex)) for timex in timexes), default=0)
    for timex in timexes:
        yield _line(timex, width)
        for part in timex.parts:
            yield ("    ", ""), *_line(part, width)
    count = len(timexes)
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
