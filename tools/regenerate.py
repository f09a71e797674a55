"""Write anew what is made from the program: the help text, the example's exports, the picture.

Run by ``make example``; the tests compare, so a change in what users see shows up in a diff.
"""

from __future__ import annotations

import io
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rich._export_format import CONSOLE_SVG_FORMAT  # noqa: E402
from rich.console import Console  # noqa: E402

from chrono.cli import add, app, output  # noqa: E402
from chrono.model import Article  # noqa: E402
from chrono.plugins import create_plugin_manager  # noqa: E402
from chrono.readers import read_source  # noqa: E402
from chrono.store import Timeline  # noqa: E402

EXAMPLE = ROOT / "timelines" / "example.txt"
FORMATS = ("ical", "json", "markdown")
CLOCK = datetime(2025, 9, 12, 16, 30, tzinfo=UTC)
"""The instant that the example timeline was made at: a fixed one, so that it can be compared."""
IDENTITY = "6f1f3a52-6c8e-4c1c-9d5f-2f8f0c7a1e11"
"""The identity of the example timeline, which its UIDs follow from; others have a random one."""
WIDTH = 100


def help_module() -> str:
    """The source of `chrono.cli._help`: what click would print, made beforehand."""
    context = app.chrono.make_context("chrono", ["list"], resilient_parsing=True)
    context.terminal_width = 80
    return (
        '"""What `chrono --help` prints: made by tools/regenerate.py of `chrono.cli.app`."""\n'
        f'\nHELP = """\\\n{context.get_help()}"""\n'
    )


@contextmanager
def example_timeline() -> Iterator[Timeline]:
    """An empty timeline that is the same each time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.db"
        with Timeline.open(path, clock=lambda: CLOCK):
            pass
        connection = sqlite3.connect(path)
        with connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'uuid'", (IDENTITY,))
        connection.close()
        with Timeline.open(path, clock=lambda: CLOCK) as timeline:
            yield timeline


def example() -> Article:
    """The example article, its source written as a person in the checkout would."""
    article, problems = read_source(EXAMPLE)
    assert not problems
    return replace(article, source=EXAMPLE.relative_to(ROOT).as_posix())


def exports() -> dict[str, bytes]:
    """The example in every built-in format: file name to content."""
    plugins = create_plugin_manager(load_entry_points=False)
    with example_timeline() as timeline:
        add.store(timeline, EXAMPLE.name, example())
        return {
            f"example{plugins.exporters[name].suffix}": timeline.export(name, plugins=plugins)
            for name in FORMATS
        }


def picture() -> str:
    """What `chrono add` prints for the example on a terminal, as an SVG."""
    console = Console(
        record=True, width=WIDTH, force_terminal=True, color_system="truecolor", file=io.StringIO()
    )
    path = EXAMPLE.relative_to(ROOT)
    with example_timeline() as timeline:
        told = add.store(timeline, str(path), example())
    console.print(f"$ chrono add {path}", highlight=False)
    output.styled(add.told_lines(told), console)
    output.styled([add.last_line([told.added], Path("timelines/default.db"), False)], console)
    # Without its web fonts: a README loads nothing from elsewhere, nor does its reader
    frame = re.sub(r",\s*url\([^)]*\) format\(\"[a-z0-9]+\"\)", "", CONSOLE_SVG_FORMAT)
    return console.export_svg(title="chrono", unique_id="chrono", code_format=frame)


def main() -> None:
    """Write all of it."""
    help_file = ROOT / "src" / "chrono" / "cli" / "_help.py"
    help_file.write_text(help_module(), encoding="utf-8")
    for name, content in exports().items():
        (EXAMPLE.parent / name).write_bytes(content)
    (ROOT / "docs" / "add.svg").write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
