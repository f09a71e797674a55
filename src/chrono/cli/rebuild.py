"""`chrono rebuild`: every stored article read again, and what that would change."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from chrono.cli import lines, output
from chrono.cli.opening import open_timeline, where
from chrono.cli.options import json_option, timeline_option
from chrono.cli.remove import agrees
from chrono.model import Article, Reading
from chrono.pipeline import read
from chrono.store import Brief, Diff
from chrono.wording import in_words, status_in_words


@click.command("rebuild")
@timeline_option
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Show what would change, store nothing.")
@json_option
def rebuild_command(timeline: str | None, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Read every stored article again with the present engine.

    Shows what would change, and asks. No correction of yours is lost.
    """
    with open_timeline(timeline) as opened:
        count = len(opened.article_refs())
        kept: dict[Article, Reading] = {}
        with output.progress("reading again", count) as advance:

            def read_once(article: Article) -> Reading:
                if article not in kept:
                    kept[article] = read(article)
                    advance()
                return kept[article]

            diff = opened.rebuild(read_once)
        if not as_json:
            output.styled(_lines(diff))
        store = bool(diff) and not dry_run
        if store and not yes:
            if as_json or not sys.stdin.isatty():
                output.complain("nothing stored: --yes stores it")
                store = False
            else:
                store = agrees("Store this?", "--yes")
        if store:
            diff = opened.rebuild(read_once, apply=True)
        if as_json:
            output.as_json(_as_json(diff))
            return
        if not diff:
            said = f"nothing changes in {where(opened)}"
        elif diff.applied:
            said = f"stored in {where(opened)}"
        else:
            said = "nothing stored"
        read_again = lines.counted(diff.articles, "article")
        output.text(f"{said}: {read_again} read again")


def _lines(diff: Diff) -> Iterator[output.Line]:
    for brief in diff.added:
        yield ("+ ", output.GOOD), *_brief(brief)
    for brief in diff.gone:
        yield ("- ", output.WARNING), *_brief(brief)
    for before, after in diff.moved:
        yield ("> ", output.DATE), *_brief(after)
        words = f"{in_words(before.resolution)} → {in_words(after.resolution)}"
        yield ("      ", ""), (words, output.FAINT)
    for before, after in diff.changed:
        yield ("~ ", output.DATE), *_brief(after)
        yield from _changes(before, after)
    if diff:
        yield ()


def _brief(brief: Brief) -> tuple[output.Piece, ...]:
    return (
        (f"{f'#{brief.id}':>5} ", output.FAINT),
        (in_words(brief.resolution, alternatives=False), output.DATE),
        (f"  {brief.title}", ""),
    )


def _changes(before: Brief, after: Brief) -> Iterator[output.Line]:
    for old, new in (
        (before.title, after.title),
        (status_in_words(before.status), status_in_words(after.status)),
    ):
        if old != new:
            yield ("      ", ""), (f"{old} → {new}", output.FAINT)


def _as_json(diff: Diff) -> dict[str, object]:
    return {
        "stored": diff.applied,
        "articles": diff.articles,
        "added": [_brief_json(brief) for brief in diff.added],
        "gone": [_brief_json(brief) for brief in diff.gone],
        "moved": [[_brief_json(a), _brief_json(b)] for a, b in diff.moved],
        "changed": [[_brief_json(a), _brief_json(b)] for a, b in diff.changed],
    }


def _brief_json(brief: Brief) -> dict[str, object]:
    return {
        "uid": brief.uid,
        "number": brief.id,
        "title": brief.title,
        "date": in_words(brief.resolution),
        "edtf": brief.resolution.edtf if brief.resolution is not None else None,
        "status": brief.status.value,
    }
