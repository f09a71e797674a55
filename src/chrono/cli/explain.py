"""`chrono explain`: why a date is what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import click

from chrono import wire
from chrono.cli import output
from chrono.cli.options import json_option
from chrono.cli.options import published as published_type
from chrono.model import Direction, Resolution, Timex
from chrono.pipeline import extract
from chrono.wording import in_words


@click.command("explain")
@click.argument("text")
@click.option(
    "--published",
    "--date",
    type=published_type,
    metavar="DATE",
    help="The day that relative dates hang on; without it they stay unresolved.",
)
@click.option("--timezone", default="Europe/Paris", show_default=True, metavar="ZONE")
@json_option
def explain_command(
    text: str, published: date | datetime | None, timezone: str, as_json: bool
) -> None:
    """Show how the dates of a sentence are derived.

    For each expression: its words, the rules that read them, the meaning they give, where the
    clause looks and by which cue, what the date hangs on, and the result.
    """
    timexes = extract(text, published=published, timezone=timezone)
    if as_json:
        output.as_json({"timexes": [_as_json(timex) for timex in timexes]})
    elif not timexes:
        output.text("No time expression.")
    else:
        output.styled(_lines(timexes))


def _as_json(timex: Timex) -> dict[str, Any]:
    found = wire.timex_to_json(timex)
    found["term"] = timex.term
    found["direction"] = timex.direction.value
    found["cue"] = timex.cue
    found["open"] = timex.resolution.open
    found["derivation"] = list(timex.derivation)
    found["why"] = list(timex.resolution.why)
    return found


def _lines(timexes: Sequence[Timex]) -> Iterator[output.Line]:
    for number, timex in enumerate(timexes):
        if number:
            yield ()
        yield (timex.text, output.TIME), (f"  {timex.start}–{timex.end}", output.FAINT)
        for label, value in _facts(timex):
            yield (f"  {label:<10}", output.FAINT), (value, "")


def _facts(timex: Timex) -> Iterator[tuple[str, str]]:
    for step in timex.derivation or (timex.rule,):
        yield "rule", step
    if timex.term:
        yield "meaning", timex.term
    if timex.direction is not Direction.UNKNOWN or timex.cue:
        yield "direction", f"{timex.direction.value}{f': “{timex.cue}”' if timex.cue else ''}"
    yield "anchor", timex.resolution.anchor.value
    for step in timex.resolution.why:
        yield "why", step
    yield from _result(timex.resolution)
    for part in timex.parts:
        yield "part", f"“{part.text}” {part.resolution.type.value} {part.resolution.value}"


def _result(resolution: Resolution) -> Iterator[tuple[str, str]]:
    mod = f", mod {resolution.mod.value}" if resolution.mod is not None else ""
    yield "TIMEX3", f"{resolution.type.value} {resolution.value}{mod}"
    if resolution.bounds is not None:
        bounds = wire.bounds_to_json(resolution.bounds)
        yield "bounds", f"{bounds['earliest']} … {bounds['latest']}"
        yield "in words", in_words(resolution)
    if resolution.edtf:
        yield "EDTF", resolution.edtf
    for other in resolution.alternatives:
        yield "open" if resolution.open else "either", f"{other.type.value} {other.value}"
