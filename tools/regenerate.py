"""Write anew what is made from the program: the help text, the example's exports, the picture.

Run by ``make example``; the tests compare, so a change in what users see shows up in a diff.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from chrono.cli import app  # noqa: E402

EXAMPLE = ROOT / "timelines" / "example.txt"
FORMATS = {"ical": "example.ics", "json": "example.json", "markdown": "example.md"}
CLOCK = datetime(2025, 9, 12, 16, 30, tzinfo=UTC)
"""The instant that the example timeline was made at: a fixed one, so that it can be compared."""


def help_module() -> str:
    """The source of `chrono.cli._help`: what click would print, made beforehand."""
    context = app.chrono.make_context("chrono", ["list"], resilient_parsing=True)
    context.terminal_width = 80
    return (
        '"""What `chrono --help` prints. Written by tools/regenerate.py: edit `chrono.cli.app`."""\n'
        f'\nHELP = """\\\n{context.get_help()}"""\n'
    )


def main() -> None:
    """Write all of it."""
    help_file = ROOT / "src" / "chrono" / "cli" / "_help.py"
    help_file.write_text(help_module(), encoding="utf-8")


if __name__ == "__main__":
    main()
