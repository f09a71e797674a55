"""What is written to a terminal or a pipe: styled lines, plain where no one sees colours.

A line is a sequence of pieces, (text, style). The style is a rich style or "". rich itself is
only imported for a terminal.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol
from unicodedata import category

from chrono.errors import Problem

Piece = tuple[str, str]
Line = Sequence[Piece]

QUOTE = "italic"
TIME = "bold reverse"
DATE = "bold cyan"
FAINT = "dim"
WARNING = "yellow"
GOOD = "green"
TITLE = "bold"
_INVISIBLE = "\r\xad\u200b\u200c\u200d\u2060\ufeff"


class Console(Protocol):
    """The little of `rich.console.Console` that is used here."""

    def print(self, *objects: object, highlight: bool | None = None) -> None:
        """Print objects."""


def styled(lines: Iterable[Line], console: Console | None = None) -> None:
    """Print lines: with their styles on a terminal, as plain text elsewhere.

    A line that begins with a blank piece is indented by it as a whole. `console` is for pictures
    of the output; it is then always styled.
    """
    if console is None and not has_colour():
        for line in lines:
            text("".join(_plain(piece) for piece in line))
        return
    from rich.console import Console as RichConsole
    from rich.padding import Padding
    from rich.text import Text

    target = console or RichConsole(highlight=False)
    for line in lines:
        if not line:
            target.print()
            continue
        pieces = list(line)
        indent = len(pieces.pop(0)[0]) if pieces and not pieces[0][0].strip() else 0
        rendered = Text()
        for piece, style in pieces:
            rendered.append(safe(piece), style or None)
        target.print(Padding(rendered, (0, 0, 0, indent), expand=False), highlight=False)


def _plain(piece: Piece) -> str:
    """A piece without colours: the time words between asterisks, so that they still stand out."""
    words, style = piece
    return f"*{safe(words)}*" if style == TIME else safe(words)


class Teller:
    """Prints lines while other work goes on; a reader that goes away does not end that work."""

    def __init__(self) -> None:
        self._left: BrokenPipeError | None = None

    def tell(self, lines: Iterable[Line]) -> None:
        """Print lines, as long as someone reads."""
        if self._left is None:
            try:
                styled(lines)
            except BrokenPipeError as error:
                self._left = error

    def end(self) -> None:
        """Raise BrokenPipeError if the reader went away, now that the work is done."""
        if self._left is not None:
            raise self._left


def text(line: str) -> None:
    """Print one line of plain text, whatever the encoding of the terminal."""
    try:
        print(line, flush=True)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        print(line.encode(encoding, "replace").decode(encoding), flush=True)


def data(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def as_json(value: object) -> None:
    """Print a value as JSON for other programs: UTF-8, indented, one final newline."""
    data(json_line(value, indent=2))


def json_line(value: object, *, indent: int | None = None) -> bytes:
    r"""Give a value as JSON in UTF-8, with its newline.

    A lone surrogate, which UTF-8 cannot hold, makes the line ASCII.

    >>> json_line({"id": "é\ud800"})
    b'{"id": "\\u00e9\\ud800"}\n'
    """
    line = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        return f"{line}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(value, indent=indent)}\n".encode("ascii")


def safe(words: str) -> str:
    r"""Words without what would steer a terminal: an article may hold escape sequences.

    >>> safe("a\x1b[31mb\u202ec")
    'a�[31mb�c'
    """
    if words.isprintable():
        return words
    return "".join(_safe(character) for character in words)


def _safe(character: str) -> str:
    if character.isprintable() or character in "\n\t" or category(character) == "Zs":
        return character
    return "" if character in _INVISIBLE else "\ufffd"


def warn(problems: Iterable[Problem]) -> None:
    """Report problems on standard error, one line each."""
    for problem in problems:
        complain(f"warning: {problem}")


def complain(said: str) -> None:
    """Say one line on standard error, with the name of the program before it."""
    line = safe(" ".join(f"chrono: {said}".split()))
    try:
        print(line, file=sys.stderr, flush=True)
    except UnicodeEncodeError:
        print(ascii(line)[1:-1], file=sys.stderr, flush=True)


def has_colour() -> bool:
    """Whether standard output shows styles: a terminal, and no NO_COLOR (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


@contextmanager
def progress(what: str, total: int) -> Iterator[Advance]:
    """Show on standard error how far a long work is; nothing where that is no terminal."""
    if total < 2 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield Advance()
        return
    from rich.console import Console as RichConsole
    from rich.progress import Progress

    with Progress(console=RichConsole(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield _BarAdvance(lambda steps: bar.advance(task, steps))


class Advance:
    """Tells that one more piece of the work is done."""

    def __call__(self, steps: int = 1) -> None:
        """Nothing is shown."""


class _BarAdvance(Advance):
    def __init__(self, move: Callable[[int], None]) -> None:
        self._move = move

    def __call__(self, steps: int = 1) -> None:
        """Move the bar."""
        self._move(steps)
