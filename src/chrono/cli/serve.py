"""`chrono serve`: the feeds and the page."""

from __future__ import annotations

import click

from chrono.cli import lines, output, plugged
from chrono.cli.options import timeline_option
from chrono.serve import DEFAULT_HOST, DEFAULT_PORT, run
from chrono.serve.library import FolderLibrary
from chrono.store import Timeline, locate, timelines_folder


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
    library = FolderLibrary(folder, only=only)
    run(
        library,
        plugins,
        host=host,
        port=port,
        announce=lambda address: output.text(
            f"Serving {lines.counted(len(library.names()), 'timeline')} at {address} (Ctrl-C stops)"
        ),
        report=output.complain,
    )
