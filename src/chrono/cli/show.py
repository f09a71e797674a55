"""`chrono list`, `show`, `articles`, `timelines`: what is stored, for people and programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from chrono import wire
from chrono.cli import lines, output
from chrono.cli.filters import filter_options
from chrono.cli.opening import chosen_chronology, find_event, open_timeline
from chrono.cli.options import json_option, timeline_option
from chrono.errors import ChronoError
from chrono.exporters.json import to_json
from chrono.model import Chronology, Event, EventMention, Resolution
from chrono.store import Correction, Filter, Timeline, list_timelines, timelines_folder
from chrono.wording import in_words, status_in_words


@click.command("list")
@timeline_option
@filter_options
@click.option("--titles", is_flag=True, help="Leave out the quotes.")
@click.option("--undated", is_flag=True, help="Add the events without a date.")
@click.option("--hidden", is_flag=True, help="Add the events that you hid.")
@json_option
def list_command(
    timeline: str | None,
    chosen: Filter,
    view: str | None,
    titles: bool,
    undated: bool,
    hidden: bool,
    as_json: bool,
) -> None:
    """Show the chronology."""
    if hidden:
        chosen = replace(chosen, include_hidden=True)
    with open_timeline(timeline) as opened:
        chronology = chosen_chronology(opened, chosen, view)
    if as_json:
        output.as_json(to_json(chronology))
        return
    events = [*chronology.events, *(chronology.undated_events if undated else ())]
    output.styled(lines.chronology(events, chronology.language, quotes=not titles))
    if events:
        output.styled([()])
    output.styled([_summary(chronology, undated)])


def _summary(chronology: Chronology, undated: bool) -> output.Line:
    counts = [
        lines.counted(len(chronology.events), "event"),
        f"from {lines.counted(len(chronology.articles), 'article')}",
    ]
    if chronology.undated and not undated:
        counts.append(f"and {chronology.undated} without a date (--undated)")
    return ((" ".join(counts), output.FAINT),)


@click.command("show")
@click.argument("event")
@timeline_option
@json_option
def show_command(event: str, timeline: str | None, as_json: bool) -> None:
    """Show one event: quotes, sources, how each date was found.

    EVENT is the number that `chrono list` shows, or a UID.
    """
    with open_timeline(timeline) as opened:
        found = find_event(opened, event)
        corrections = opened.corrections(found.id)
        if as_json:
            output.as_json(_event_json(opened, found, corrections))
            return
    output.styled(_event_lines(found, corrections))


def _event_json(
    timeline: Timeline, event: Event, corrections: tuple[Correction, ...]
) -> dict[str, Any]:
    chronology = timeline.chronology(top=1)
    alone = replace(chronology, events=(event,), undated_events=(), undated=0, articles=())
    written = to_json(alone)
    found: dict[str, Any] = (written["events"] or written["undated"]["events"])[0]
    found["derivations"] = [
        {
            "mention": mention.id,
            "timex": wire.timex_to_json(mention.statement.timex),
            "derivation": list(mention.statement.timex.derivation),
            "direction": mention.statement.timex.direction.value,
            "cue": mention.statement.timex.cue,
        }
        for mention in event.mentions
        if mention.statement.timex is not None
    ]
    found["corrections"] = [
        {
            "id": one.id,
            "at": one.at.isoformat(),
            "what": one.in_words,
            "reason": one.reason,
            "undone": one.undone,
        }
        for one in corrections
    ]
    return found


def _event_lines(event: Event, corrections: tuple[Correction, ...]) -> Iterator[output.Line]:
    language = event.mentions[0].article.language if event.mentions else "fr"
    yield (lines.when(event, language), output.DATE), (f"  #{event.id}", output.FAINT)
    yield ((event.title, output.TITLE),)
    yield from _labelled("status", status_in_words(event.status, language))
    yield from _labelled("kind", event.kind.value)
    if event.resolution is not None:
        yield from _date(event.resolution, language)
    for label, value in (
        ("tags", " ".join(event.tags)),
        ("note", event.note),
        ("hidden", "yes, by you" if event.hidden else ""),
        ("withdrawn", "no article tells it any more" if event.withdrawn else ""),
        ("score", _score(event)),
        ("merged", "; ".join(event.merge_why)),
        ("uid", event.uid),
    ):
        if value:
            yield from _labelled(label, value)
    for conflict in event.conflicts:
        yield ("  disagree    ", output.WARNING), (conflict, "")
    for mention in event.mentions:
        yield ()
        yield from _mention(mention, language)
    if event.history or corrections:
        yield ()
    for change in event.history:
        day = change.known_on.isoformat() if change.known_on else change.at.date().isoformat()
        reason = f" ({change.reason})" if change.reason else ""
        yield from _labelled(day, f"{change.what}{reason}")
    for one in corrections:
        undone = ", undone" if one.undone else ""
        reason = f" ({one.reason})" if one.reason else ""
        yield from _labelled(one.at.date().isoformat(), f"{one.in_words}{reason}{undone}")


def _labelled(label: str, value: str) -> Iterator[output.Line]:
    yield (f"  {label:<12}", output.FAINT), (value, "")


def _score(event: Event) -> str:
    why = f" ({'; '.join(event.score_why)})" if event.score_why else ""
    return f"{event.score:.2f}{why}" if event.score or why else ""


def _date(resolution: Resolution, language: str) -> Iterator[output.Line]:
    bounds = wire.bounds_to_json(resolution.bounds)
    if bounds:
        yield from _labelled("bounds", f"{bounds['earliest']} … {bounds['latest']}")
    mod = f", mod {resolution.mod.value}" if resolution.mod is not None else ""
    yield from _labelled("TIMEX3", f"{resolution.type.value} {resolution.value}{mod}")
    if resolution.edtf:
        yield from _labelled("EDTF", resolution.edtf)
    for other in resolution.alternatives:
        yield from _labelled("either", in_words(other, language))


def _mention(mention: EventMention, language: str) -> Iterator[output.Line]:
    statement = mention.statement
    yield (f"  m{mention.id:<4} ", output.FAINT), *lines.quote(statement)
    yield ("        ", ""), (lines.source(mention.article), output.FAINT)
    said = in_words(statement.resolution, language, alternatives=False)
    status = f"{status_in_words(statement.status, language)}"
    cue = f", for “{statement.cue}”" if statement.cue else ""
    yield ("        ", ""), (said, output.DATE), (f"  ({status}{cue})", "")
    timex = statement.timex
    if timex is None:
        yield ("        ", ""), (f"dated by {statement.basis.value}", output.FAINT)
        return
    looks = f", looks {timex.direction.value}" + (f" (“{timex.cue}”)" if timex.cue else "")
    anchor = timex.resolution.anchor.value
    yield ("        ", ""), (f"“{timex.text}”: hangs on {anchor}{looks}", output.FAINT)
    for step in (*timex.derivation, *timex.resolution.why):
        yield ("          ", ""), (step.strip(), output.FAINT)


@click.command("articles")
@timeline_option
@json_option
def articles_command(timeline: str | None, as_json: bool) -> None:
    """List the articles of a timeline."""
    with open_timeline(timeline) as opened:
        if as_json:
            output.as_json(to_json(opened.chronology())["articles"])
            return
        refs = opened.article_refs()
    rows = [(str(ref.id), lines.published(ref.publication), lines.titled(ref)) for ref in refs]
    output.styled(lines.table(rows, ("no.", "published", "article")))
    output.styled([((lines.counted(len(refs), "article"), output.FAINT),)])


@click.command("timelines")
@json_option
def timelines_command(as_json: bool) -> None:
    """List the timelines."""
    names = list_timelines()
    found = [_about(name) for name in names]
    if as_json:
        output.as_json(found)
        return
    rows = [(one["name"], one.get("error") or one["holds"], one["path"]) for one in found]
    output.styled(lines.table(rows, ("name", "holds", "file")))
    if not names:
        output.text(f"no timeline in {timelines_folder()}; chrono add FILE makes one")


def _about(name: str) -> dict[str, Any]:
    path = timelines_folder() / f"{name}.db"
    about: dict[str, Any] = {"name": name, "path": str(path)}
    try:
        with open_timeline(name) as opened:
            chronology = opened.chronology()
    except ChronoError as error:
        return {**about, "error": str(error)}
    about["articles"] = len(chronology.articles)
    about["events"] = len(chronology.events)
    about["undated"] = chronology.undated
    articles = lines.counted(about["articles"], "article")
    about["holds"] = f"{lines.counted(about['events'], 'event')} from {articles}"
    return about
