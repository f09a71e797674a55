"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from chrono.errors import InputError
from chrono.readers import parse_published

F = TypeVar("F", bound=Callable[..., Any])


def published(words: str) -> date | datetime:
    """Read a publication date as a person writes it; a wrong one is wrong usage."""
    try:
        return parse_published(words)
    except InputError as error:
        raise click.BadParameter(str(error)) from None


def day(words: str) -> date:
    """Read a day; an hour with it is wrong usage."""
    found = published(words)
    if isinstance(found, datetime):
        raise click.BadParameter(f"“{words}” names an hour: a day is enough")
    return found


@dataclass(frozen=True, slots=True)
class About:
    """What a person says of an article that outranks what its text says."""

    published: date | datetime | None = None
    undated: bool = False
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    timezone: str = "Europe/Paris"

    def today(self) -> date:
        """The present day in the time zone of the article."""
        try:
            return datetime.now(ZoneInfo(self.timezone)).date()
        except (KeyError, ValueError, OSError):
            return datetime.now().date()  # the reader says what is wrong with the zone


def timeline_option(command: F) -> F:
    """Add -t, --timeline."""
    return click.option(
        "-t",
        "--timeline",
        metavar="NAME",
        default=None,
        help="The timeline: a name below timelines/, or a path that ends in .db. [default]",
    )(command)


def about_options(command: F) -> F:
    """Add what can be said of an article: --date, --undated, --lang, --timezone."""
    for option in reversed(
        (
            click.option(
                "--date",
                "published",
                type=published,
                metavar="DATE",
                help="When it was published: 2025-03-20, 2025-03-20T14:03, or 20/03/2025.",
            ),
            click.option(
                "--undated",
                is_flag=True,
                help="Take it without a publication date: relative dates stay unresolved.",
            ),
            click.option("--lang", metavar="CODE", help="Its language; fr is what is read."),
            click.option(
                "--timezone",
                default="Europe/Paris",
                show_default=True,
                metavar="ZONE",
                help="The time zone of its days and hours.",
            ),
        )
    ):
        command = option(command)
    return command


def json_option(command: F) -> F:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def check_about(about: About) -> About:
    """Refuse what contradicts itself."""
    if about.published is not None and about.undated:
        raise click.UsageError("--date and --undated contradict each other.")
    return about
