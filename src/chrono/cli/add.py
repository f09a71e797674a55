"""`chrono add`: articles into a timeline, and what they tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from chrono.cli import lines, output
from chrono.cli.options import About, about_options, check_about, json_option, timeline_option
from chrono.errors import InputError
from chrono.exporters.json import to_json
from chrono.model import Article, Chronology, Event
from chrono.readers import read_source
from chrono.store import Added, AddedStatus, Timeline, locate
from chrono.store.places import DEFAULT_NAME
from chrono.wording import day_in_words

LONGEST = 1_000_000
"""Characters of the longest text that is taken for an article: that of a long book."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article added, and the events that it tells."""

    source: str
    added: Added
    chronology: Chronology


@click.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@timeline_option
@about_options
@click.option("--title", help="Its title; for one FILE.")
@click.option("--url", help="Where it was published; for one FILE.")
@click.option("--dry-run", is_flag=True, help="Show what would be stored, store nothing.")
@json_option
def add_command(
    files: Sequence[str],
    timeline: str | None,
    published: date | datetime | None,
    undated: bool,
    lang: str | None,
    timezone: str,
    title: str | None,
    url: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Read articles into a timeline.

    FILE is a text file, or - for standard input. The same article again changes nothing; an
    edited version takes its place.
    """
    about = check_about(About(published, undated, title, url, lang, timezone))
    if len(files) > 1 and (title or url):
        raise click.UsageError("--title and --url are for one FILE at a time.")
    path = locate(timeline or DEFAULT_NAME)
    added: list[Added] = []
    written: list[dict[str, Any]] = []
    failures: list[str] = []
    shown = output.Teller()
    bar = output.progress("reading", len(files) if as_json else 0)
    with ExitStack() as stack, bar as advance:
        opened: Timeline | None = None
        for name in files:
            try:
                article = _read(name, about)
            except InputError as error:
                failures.append(str(error))
                output.complain(str(error))
            else:
                if opened is None:  # not before there is something to store
                    opened = stack.enter_context(_opened(path, dry_run))
                told = store(opened, name, article)
                added.append(told.added)
                if as_json:
                    written.append(_as_json(told))
                else:
                    shown.tell(told_lines(told))
            advance()
    if as_json:
        result = {"timeline": str(path), "stored": not dry_run, "articles": written}
        output.as_json({**result, "errors": failures})
    elif added:
        shown.tell([last_line(added, path, dry_run)])
    shown.end()
    if failures:
        raise click.exceptions.Exit(1)


@contextmanager
def _opened(path: Path, dry_run: bool) -> Iterator[Timeline]:
    """The timeline, or a copy of it that goes away."""
    if not dry_run:
        with Timeline.open(path) as timeline:
            yield timeline
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        if path.exists():
            with Timeline.open(path, create=False):
                pass  # says in plain words what may be wrong with it
            _copy(path, copy)
        with Timeline.open(copy) as timeline:
            yield timeline


def _copy(path: Path, copy: Path) -> None:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


def _read(name: str, about: About) -> Article:
    article, problems = read_source(
        name,
        published=about.published,
        undated=about.undated,
        title=about.title,
        url=about.url,
        language=about.lang,
        timezone=about.timezone,
        today=about.today(),
    )
    if len(article.text) > LONGEST:
        raise InputError(
            f"{name} has {len(article.text)} characters, an article at most {LONGEST}: add its "
            "articles one by one (chrono extract reads texts of any length)"
        )
    output.warn(problems)
    return article


def store(timeline: Timeline, name: str, article: Article) -> Told:
    """Add an article, and ask what it tells."""
    added = timeline.add(article)
    return Told(name, added, timeline.chronology(article=added.article.id))


def told_lines(told: Told) -> Iterator[output.Line]:
    """Say what an article tells: its title, its publication, its events."""
    article = told.added.article
    yield ((article.title, output.TITLE),)
    if told.added.status is AddedStatus.UNCHANGED:
        yield (("stored already, nothing changed", output.FAINT),)
        yield ()
        return
    publication = article.publication
    if publication.on is None:
        said = "undated: relative dates are not resolved"
    else:
        day = day_in_words(publication.on, article.language, weekday=True)
        at = f" {publication.at:%H:%M}" if publication.at is not None else ""
        found = f": “{publication.quote}”" if publication.quote else ""
        said = f"published {day}{at} ({publication.rule}{found})"
    yield ((said, output.FAINT),)
    yield ()
    events = told.chronology.events
    yield from lines.chronology(events, article.language, only_article=article.id)
    if events:
        yield ()


def last_line(added: Sequence[Added], path: Path, dry_run: bool) -> output.Line:
    """Say what was stored where."""
    fresh = [one for one in added if one.status is not AddedStatus.UNCHANGED]
    if not fresh:
        many = "the article is" if len(added) == 1 else f"all {len(added)} articles are"
        return (("nothing changed", output.GOOD), (f": {many} in {path} already", ""))
    verb = "would be stored" if dry_run else "stored"
    counts = [
        _count(fresh, AddedStatus.ADDED, "added"),
        _count(fresh, AddedStatus.UPDATED, "updated"),
        lines.counted(len(_dated(e for one in fresh for e in one.new)), "new event"),
        _some(len(_changed(fresh)), "event", "changed"),
        _some(len(_dated(e for one in fresh for e in one.gone)), "event", "withdrawn"),
        _some(sum(one.undated for one in fresh), "statement", "without a date"),
    ]
    return (
        (f"{verb} in {path}", output.GOOD),
        (": " + ", ".join(count for count in counts if count), ""),
    )


def _changed(fresh: Sequence[Added]) -> set[int]:
    made = {event.id for added in fresh for event in added.new}
    return _dated(event for added in fresh for event in added.changed) - made


def _dated(events: Iterable[Event]) -> set[int]:
    """The numbers of the events that stand on a day; the others are counted as statements."""
    return {event.id for event in events if event.resolution and event.resolution.bounds}


def _count(fresh: Sequence[Added], status: AddedStatus, verb: str) -> str:
    return _some(sum(added.status is status for added in fresh), "article", verb)


def _some(number: int, noun: str, rest: str) -> str:
    return f"{lines.counted(number, noun)} {rest}" if number else ""


def _as_json(told: Told) -> dict[str, Any]:
    added = told.added
    return {
        "file": told.source,
        "status": added.status.value,
        "statements": added.statements,
        "undated": added.undated,
        "new": _uids(added.new),
        "changed": _uids(added.changed),
        "withdrawn": _uids(added.gone),
        "chronology": to_json(told.chronology),
    }


def _uids(events: Sequence[Event]) -> list[str]:
    return [event.uid for event in events]
