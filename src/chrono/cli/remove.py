"""`chrono remove`: an article out of a timeline."""

from __future__ import annotations

import sys

import click

from chrono.cli import lines, output
from chrono.cli.opening import find_article, open_timeline, where
from chrono.cli.options import timeline_option
from chrono.errors import InputError


@click.command("remove")
@click.argument("article")
@timeline_option
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def remove_command(article: str, timeline: str | None, yes: bool) -> None:
    """Remove an article.

    ARTICLE is its number, its file or its address. What only it tells goes with it; what you
    decided is kept, and applies again when the article is added again.
    """
    with open_timeline(timeline) as opened:
        found = find_article(opened, article)
        told = len(opened.events(article=found.id, include_hidden=True))
        question = f"Remove {lines.source(found)}, which tells {lines.counted(told, 'event')}?"
        if not yes and not agrees(question, "--yes"):
            output.text("nothing removed")
            return
        opened.remove_article(found.id)
        output.text(f"removed from {where(opened)}: {lines.source(found)}")


def agrees(question: str, instead: str) -> bool:
    """Ask a person; where there is none to ask, say which option answers."""
    if not sys.stdin.isatty():
        raise InputError(f"no one to ask: say {instead}")
    return click.confirm(output.safe(question), err=True)
