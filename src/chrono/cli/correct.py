"""`chrono new`, `edit`, `hide`, `merge`, `split`, `tag`, `undo`: a person's word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from chrono.cli import lines, output
from chrono.cli.opening import event_number, mention_number, open_timeline, where
from chrono.cli.options import timeline_option
from chrono.errors import InputError
from chrono.model import Event, Kind, Status
from chrono.store import Correction, Timeline

F = TypeVar("F", bound=Callable[..., Any])

_STATUS = click.Choice([str(status) for status in Status])
_DATE = "2025-03-20, 2025-03, 2025, 2025-03-20T14:30, or two as 2025-03-23/2025-03-25."


def reason_option(command: F) -> F:
    """Add --reason."""
    return click.option("--reason", default="", metavar="TEXT", help="Why; it is kept.")(command)


@click.command("new")
@click.option("--date", required=True, metavar="DATE", help=_DATE)
@click.option("--title", required=True, metavar="TITLE")
@click.option("--status", type=_STATUS, default=str(Status.PAST), show_default=True)
@click.option(
    "--kind",
    type=click.Choice([str(kind) for kind in Kind]),
    default=str(Kind.EVENT),
    show_default=True,
)
@click.option("--note", metavar="TEXT")
@click.option("--tag", "tags", multiple=True, metavar="TAG")
@reason_option
@timeline_option
def new_command(
    date: str,
    title: str,
    status: str,
    kind: str,
    note: str | None,
    tags: tuple[str, ...],
    reason: str,
    timeline: str | None,
) -> None:
    """Add an event of your own."""
    with open_timeline(timeline, create=True) as opened:
        event = opened.new(
            date=date, title=title, status=status, kind=kind, note=note, tags=tags, reason=reason
        )
        _say(opened, "added", event)


@click.command("edit")
@click.argument("event")
@click.option("--date", metavar="DATE", help=_DATE)
@click.option("--title", metavar="TITLE")
@click.option("--status", type=_STATUS)
@click.option("--note", metavar="TEXT", help="A note of yours; empty takes it away.")
@reason_option
@timeline_option
def edit_command(
    event: str,
    date: str | None,
    title: str | None,
    status: str | None,
    note: str | None,
    reason: str,
    timeline: str | None,
) -> None:
    """Correct an event.

    Articles added later do not change what you said.
    """
    if (date, title, status, note) == (None,) * 4:
        raise click.UsageError("Say what to change: --date, --title, --status or --note.")
    with open_timeline(timeline) as opened:
        edited = opened.edit(
            event_number(opened, event),
            date=date,
            title=title,
            status=status,
            note=note,
            reason=reason,
        )
        _say(opened, "corrected", edited)


@click.command("hide")
@click.argument("events", nargs=-1, required=True, metavar="EVENT...")
@click.option("--show", is_flag=True, help="Show them again.")
@reason_option
@timeline_option
def hide_command(events: tuple[str, ...], show: bool, reason: str, timeline: str | None) -> None:
    """Hide an event."""
    with open_timeline(timeline) as opened:
        for number in [event_number(opened, name) for name in events]:
            decide = opened.unhide if show else opened.hide
            _say(opened, "shown again" if show else "hidden", decide(number, reason=reason))


@click.command("merge")
@click.argument("events", nargs=-1, required=True, metavar="A B...")
@reason_option
@timeline_option
def merge_command(events: tuple[str, ...], reason: str, timeline: str | None) -> None:
    """Make one event of two.

    It goes on as the older of them.
    """
    if len(events) < 2:
        raise click.UsageError("Name two events or more.")
    with open_timeline(timeline) as opened:
        first, *others = [event_number(opened, name) for name in events]
        merged = opened.event(first)
        for other in others:
            merged = opened.merge(merged.id, other, reason=reason)
        _say(opened, "merged", merged)


@click.command("split")
@click.argument("event")
@click.argument("mentions", nargs=-1, required=True, metavar="MENTION...")
@reason_option
@timeline_option
def split_command(event: str, mentions: tuple[str, ...], reason: str, timeline: str | None) -> None:
    """Take mentions out of an event.

    They become one event of their own. `chrono show EVENT` numbers the mentions.
    """
    with open_timeline(timeline) as opened:
        numbers = [mention_number(name) for name in mentions]
        left, taken = opened.split(event_number(opened, event), numbers, reason=reason)
        _say(opened, "left", left)
        _say(opened, "taken out", taken)


@click.command("tag")
@click.argument("event")
@click.argument("tags", nargs=-1, required=True, metavar="TAG...")
@click.option("--remove", is_flag=True, help="Take the tags away.")
@reason_option
@timeline_option
def tag_command(
    event: str, tags: tuple[str, ...], remove: bool, reason: str, timeline: str | None
) -> None:
    """Tag an event."""
    with open_timeline(timeline) as opened:
        number = event_number(opened, event)
        for tag in tags:
            decide = opened.untag if remove else opened.tag
            found = decide(number, tag.removeprefix("#"), reason=reason)
        _say(opened, "untagged" if remove else "tagged", found)


@click.command("undo")
@click.argument("correction", required=False, metavar="[CORRECTION]")
@click.option("--list", "show", is_flag=True, help="List all corrections, the oldest first.")
@reason_option
@timeline_option
def undo_command(correction: str | None, show: bool, reason: str, timeline: str | None) -> None:
    """Take your last correction back.

    CORRECTION, a number that --list shows, names another. An undo can be undone too.
    """
    with open_timeline(timeline) as opened:
        if show:
            _list(opened.corrections())
            return
        undone = opened.undo(_number(correction), reason=reason)
        output.text(f"undone in {where(opened)}: {undone.id}, {undone.in_words}")


def _number(correction: str | None) -> int | None:
    if correction is None:
        return None
    if not (correction.isascii() and correction.isdigit() and len(correction) < 19):
        raise InputError(f"{correction!r} is no correction: chrono undo --list numbers them")
    return int(correction)


def _list(corrections: tuple[Correction, ...]) -> None:
    rows = []
    for one in corrections:
        state = "undone" if one.undone else "waits for its article" if one.orphaned else ""
        what = one.in_words + (f" ({one.reason})" if one.reason else "")
        rows.append((str(one.id), f"{one.at:%Y-%m-%d %H:%M}", state, what))
    output.styled(lines.table(rows, ("no.", "at (UTC)", "", "what")))
    output.styled([((lines.counted(len(rows), "correction"), output.FAINT),)])


def _say(timeline: Timeline, done: str, event: Event) -> None:
    """What was done, where, and what the event is now."""
    language = event.mentions[0].article.language if event.mentions else "fr"
    output.styled(
        [
            ((f"{done} in {where(timeline)}", output.GOOD),),
            ((lines.when(event, language), output.DATE),),
            lines.heading(event, language),
        ]
    )
