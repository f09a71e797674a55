"""The command line: `chrono`.

`main` is the entry point. It serves the plain ``chrono``, ``--help`` and ``--version`` from a text
made beforehand (`_help`, kept equal by a test), because importing click alone costs more than
three times the start of a bare interpreter; everything else is in `chrono.cli.app`.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # the one of `typing` costs as much as an interpreter's start
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code.

    0: done. 1: one line on standard error says what failed. 2: wrong usage. 130: Ctrl-C.

    >>> main(["--version"])
    chrono 0.1.0
    0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):
        from chrono import __version__

        return _say(f"chrono {__version__}")
    if arguments in ([], ["--help"], ["-h"]) and _is_plain():
        from chrono.cli._help import HELP

        return _say(HELP)
    from chrono.cli.app import run

    return run(arguments)


def _say(text: str) -> int:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        from chrono.cli.app import forget_output

        return forget_output()
    except UnicodeEncodeError:
        print(text.encode("ascii", "replace").decode("ascii"))
    return 0


def _is_plain() -> bool:
    """Whether the help made beforehand will do: 80 columns, and no shell asks for completions."""
    import os

    if "_CHRONO_COMPLETE" in os.environ:
        return False
    try:
        return not sys.stdout.isatty() or os.get_terminal_size(sys.stdout.fileno()).columns >= 80
    except (OSError, ValueError):
        return True
