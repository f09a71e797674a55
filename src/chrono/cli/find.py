"""`chrono search` and `chrono view`: finding things, and keeping what finds them."""

from __future__ import annotations

from collections.abc import Iterator

import click

from chrono.cli import lines, output
from chrono.cli.filters import filter_options
from chrono.cli.opening import open_timeline, where
from chrono.cli.options import json_option, timeline_option
from chrono.store import Filter, Hit


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@timeline_option
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@json_option
def search_command(words: tuple[str, ...], timeline: str | None, limit: int, as_json: bool) -> None:
    """Search quotes and titles.

    All WORDS must be there, whatever their case and accents; "several words" together; -word
    not (after --); word* with any ending.
    """
    query = _query(words)
    with open_timeline(timeline) as opened:
        hits = opened.search(query, limit=limit)
    if as_json:
        output.as_json([_as_json(hit) for hit in hits])
        return
    for hit in hits:
        output.styled(_lines(hit))
    found = lines.counted(len(hits), "place") if hits else "nothing found"
    output.styled([((found, output.FAINT),)])


def _query(words: tuple[str, ...]) -> str:
    """One query of several arguments: the shell took the quotes off "several words"."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "event": hit.event,
        "title": hit.title,
        "quote": hit.quote,
        "found": [list(span) for span in hit.spans],
        "mention": hit.mention,
        "article": hit.article.id if hit.article is not None else None,
    }


def _lines(hit: Hit) -> Iterator[output.Line]:
    yield (f"{f'#{hit.event}':>5} ", output.FAINT), (hit.title, output.TITLE)
    yield ("      ", ""), *_marked(hit)
    if hit.article is not None:
        yield ("      ", ""), (lines.source(hit.article), output.FAINT)


def _marked(hit: Hit) -> Iterator[output.Piece]:
    at = 0
    for start, end in hit.spans:
        yield lines.one_line(hit.quote[at:start]), output.QUOTE
        yield lines.one_line(hit.quote[start:end]), output.TIME
        at = end
    yield lines.one_line(hit.quote[at:]), output.QUOTE


@click.group("view")
def view_command() -> None:
    """Save, show and remove named filters."""


@view_command.command("save")
@click.argument("name")
@timeline_option
@filter_options
def save(name: str, timeline: str | None, chosen: Filter, view: str | None) -> None:
    """Save filters under a NAME; -v begins from those of another view."""
    with open_timeline(timeline) as opened:
        whole = chosen.over(opened.view(view)) if view else chosen
        if not whole:
            raise click.UsageError("Give at least one filter to save.")
        opened.save_view(name, whole)
        output.text(f"saved in {where(opened)}: {name} is {_said(whole)}")


@view_command.command("list")
@timeline_option
@json_option
def list_views(timeline: str | None, as_json: bool) -> None:
    """List the saved views."""
    with open_timeline(timeline) as opened:
        views = opened.views()
    if as_json:
        output.as_json({name: chosen.to_options() for name, chosen in views.items()})
        return
    output.styled(lines.table([(n, _said(c)) for n, c in views.items()], ("view", "filters")))
    if not views:
        output.text("no saved view; chrono view save NAME makes one")


@view_command.command("show")
@click.argument("name")
@timeline_option
def show_view(name: str, timeline: str | None) -> None:
    """Show the filters of a view."""
    with open_timeline(timeline) as opened:
        output.text(_said(opened.view(name)))


@view_command.command("remove")
@click.argument("name")
@timeline_option
def remove_view(name: str, timeline: str | None) -> None:
    """Forget a view."""
    with open_timeline(timeline) as opened:
        opened.drop_view(name)
        output.text(f"forgotten in {where(opened)}: {name}")


def _said(chosen: Filter) -> str:
    """Filters as one would type them."""
    return " ".join(f"--{name} {value!r}" for name, value in chosen.to_options().items())
