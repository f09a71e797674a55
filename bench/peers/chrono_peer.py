"""Driver of chrono itself."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from types import BuiltinFunctionType
from typing import Any

from driver import drive

from chrono.pipeline import extract
from chrono.wire import timex_to_json


def count(text: str, published: str) -> int:
    """How many expressions there are."""
    return len(extract(text, published=date.fromisoformat(published)))


def timexes(text: str, published: str) -> list[dict[str, Any]]:
    """The expressions as ``chrono extract --batch`` writes them."""
    return [timex_to_json(t) for t in extract(text, published=date.fromisoformat(published))]


if __name__ == "__main__":
    compiled = isinstance(extract, BuiltinFunctionType)
    drive(version("chrono-timeline") + " compiled" * compiled, count, timexes)
