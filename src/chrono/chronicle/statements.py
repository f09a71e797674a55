"""Statements: one thing said to happen at one time, with the exact quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chrono.model import Article, Basis, Statement, Status, Timex


def statements(article: Article, timexes: Sequence[Timex]) -> tuple[Statement, ...]:
    """The statements of an article, in the order of the text, the lede first.

    `timexes` are the time expressions of ``article.text`` (composed ones whole).
    """
    found = []
    for timex in timexes:
        if timex.bounds is None:
            continue
        start = article.text.rfind(".", 0, timex.start) + 1
        stop = article.text.find(".", timex.end)
        quote = article.text[start : stop if stop >= 0 else len(article.text)][:300]
        shift = len(quote) - len(quote.lstrip())
        quote = quote.strip()
        found.append(
            Statement(
                start + shift,
                start + shift + len(quote),
                quote,
                quote[:80],
                Status.PAST,
                basis=Basis.TIMEX,
                timex=timex,
                resolution=timex.resolution,
            )
        )
    return tuple(found)


def statement_json(statement: Statement) -> dict[str, Any]:
    """A statement as `chrono extract --batch --statements` writes it: offsets in code points.

    `time` is the extent of the time expression that dates it, or None (dated by the
    publication day, or undated).
    """
    timex = statement.timex
    return {
        "start": statement.start,
        "end": statement.end,
        "time": None if timex is None else {"start": timex.start, "end": timex.end},
        "title": statement.title,
        "status": statement.status.value,
        "kind": statement.kind.value,
    }
