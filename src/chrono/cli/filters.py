"""The filters that every command and every export share, and the named views of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from chrono.errors import InputError
from chrono.model import Granularity, Kind, Status
from chrono.store.filters import Filter

F = TypeVar("F", bound=Callable[..., Any])

_SEVERAL = ("tag", "source", "person", "place")
_OPTIONS = (
    click.option("--since", metavar="DAY", help="From this day on: 2025-03-20, 2025-03 or 2025."),
    click.option("--until", metavar="DAY", help="Up to this day, it included."),
    click.option("--as-of", metavar="DAY", help="As it was known at the end of that day."),
    click.option("--status", multiple=True, metavar="STATUS", help=", ".join(Status) + "."),
    click.option("--kind", multiple=True, metavar="KIND", help=", ".join(Kind) + "."),
    click.option("--tag", multiple=True, metavar="TAG", help="With this tag."),
    click.option("--source", multiple=True, metavar="SOURCE", help="Host, address or file."),
    click.option("--place", multiple=True, metavar="PLACE", help="Where it is known."),
    click.option("--person", multiple=True, metavar="PERSON", help="Where it is known."),
    click.option(
        "--min-precision",
        type=click.Choice([str(unit) for unit in Granularity]),
        metavar="UNIT",
        help="No date coarser than this: year, month, week, day …",
    ),
    click.option("--top", metavar="N", help="Only the N events that matter most."),
    click.option("--query", "-q", metavar="WORDS", help="With these words."),
    click.option("-v", "--view", metavar="NAME", help="With the filters of a saved view."),
)


def filter_options(command: F) -> F:
    """Add the filters; the command gets them as one `chosen: Filter`, and `view`, a name."""

    @wraps(command)
    def with_filter(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as it comes
        names = [name for name in Filter.__dataclass_fields__ if name in options]
        choices = {name: _value(name, options.pop(name)) for name in names}
        return command(*arguments, chosen=_filter(choices), **options)

    wrapped: Any = with_filter
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    found: F = wrapped
    return found


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - as click gives it
    if name in _SEVERAL:
        return value
    if isinstance(value, tuple):
        return ",".join(value)
    return value or None


def _filter(choices: dict[str, Any]) -> Filter:
    try:
        return Filter.of(**choices)
    except InputError as error:
        raise click.UsageError(str(error)) from None
