"""`chrono conflicts` and `chrono history`: who says what, and what was known when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from chrono.cli import lines, output
from chrono.cli.filters import filter_options
from chrono.cli.opening import chosen_chronology, find_event, open_timeline
from chrono.cli.options import json_option, timeline_option
from chrono.exporters.json import to_json
from chrono.model import Change, Event
from chrono.store import Filter
from chrono.wording import in_words, status_in_words


@click.command("conflicts")
@timeline_option
@filter_options
@json_option
def conflicts_command(
    timeline: str | None, chosen: Filter, view: str | None, as_json: bool
) -> None:
    """Show where sources disagree on a day."""
    with open_timeline(timeline) as opened:
        chronology = chosen_chronology(opened, chosen, view)
    found = [event for event in chronology.events if event.conflict]
    if as_json:
        written = to_json(chronology)
        uids = {event.uid for event in found}
        output.as_json([event for event in written["events"] if event["uid"] in uids])
        return
    for event in found:
        output.styled(_conflict(event, chronology.language))
    said = f"sources disagree on {lines.counted(len(found), 'event')}" if found else "no conflict"
    output.styled([((said, output.FAINT),)])


def _conflict(event: Event, language: str) -> Iterator[output.Line]:
    yield lines.heading(event, language)
    for mention in event.mentions:
        words = in_words(mention.statement.resolution, language, alternatives=False)
        yield ("        ", ""), (words, output.DATE)
        yield ("          ", ""), *lines.quote(mention.statement)
        yield ("          ", ""), (lines.source(mention.article), output.FAINT)
    yield ()


@click.command("history")
@click.argument("event")
@timeline_option
@json_option
def history_command(event: str, timeline: str | None, as_json: bool) -> None:
    """Show what was known of an event, and when.

    EVENT is the number that `chrono list` shows, or a UID.
    """
    with open_timeline(timeline) as opened:
        found = find_event(opened, event)
        history = opened.history(found.id)
    if as_json:
        output.as_json([_as_json(change) for change in history])
        return
    output.styled(_lines(found, history))


def _as_json(change: Change) -> dict[str, str | None]:
    return {
        "known_on": None if change.known_on is None else change.known_on.isoformat(),
        "at": change.at.isoformat(),
        "what": change.what,
        "reason": change.reason,
    }


def _lines(event: Event, history: Iterable[Change]) -> Iterator[output.Line]:
    language = event.mentions[0].article.language if event.mentions else "fr"
    yield lines.heading(event, language)
    for change in history:
        day = (change.known_on or change.at.date()).isoformat()
        yield (f"  {day}  ", output.FAINT), (change.what, ""), *_reason(change)
    now = f"{lines.when(event, language)}, {status_in_words(event.status, language)}"
    yield ("  now         ", output.FAINT), (now, output.DATE)
    if event.withdrawn:
        yield (("  withdrawn: no article tells it any more", output.WARNING),)


def _reason(change: Change) -> tuple[output.Piece, ...]:
    return ((f"  ({change.reason})", output.FAINT),) if change.reason else ()
