"""`chrono serve`: the feeds and the page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from chrono.cli import output, plugged
from chrono.cli.options import timeline_option
from chrono.model import Chronology
from chrono.serve import DEFAULT_HOST, DEFAULT_PORT, run
from chrono.serve.library import FolderLibrary
from chrono.store import Filter, Timeline, locate, timelines_folder


@click.command("serve")
@click.option("--port", type=int, default=DEFAULT_PORT, show_default=True)
@click.option(
    "--host",
    default=DEFAULT_HOST,
    show_default=True,
    help="Any other than this machine's own lets others in.",
)
@timeline_option
@plugged.plugins_option
def serve_command(port: int, host: str, timeline: str | None, plugins_dir: str | None) -> None:
    """Serve calendar feeds and a page on this machine.

    Every timeline of the folder is served, or the one that -t names. Ctrl-C ends it.
    """
    plugins = plugged.load(plugins_dir)
    folder, only = timelines_folder(), None
    if timeline is not None:
        path = locate(timeline)
        with Timeline.open(path, create=False):
            folder, only = path.parent, (path.stem,)
    run(
        FolderLibrary(folder, _read, only=only),
        plugins,
        host=host,
        port=port,
        announce=lambda address: output.complain(f"serving {folder} at {address}"),
        report=output.complain,
    )


def _read(path: Path, query: Mapping[str, str]) -> Chronology:
    """A timeline as it is now, filtered by a query string."""
    options = dict(query)
    view = options.pop("view", "")
    with Timeline.open(path, create=False) as opened:
        base = opened.view(view) if view else Filter()
        return opened.chronology(Filter.from_options(options).over(base))
