"""The contract between chrono and its plugins.

A plugin is a module (or any object) with functions marked `hookimpl` that bear the name of a hook
below. It is found through the entry-point group ``chrono``, or as a .py file of a plugins folder.
`docs/plugins.md` tells how to write one; `chrono.plugins` loads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pluggy

from chrono.errors import Problem
from chrono.model import Chronology

PROJECT = "chrono"
"""The pluggy project name, and the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

Options = Mapping[str, str]
"""What a person asked of an export: option name to value, both as text."""

Render = Callable[[Chronology, Options], bytes]
"""A chronology and options to the bytes of a file: pure, equal input gives equal bytes."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that a chronology can be written in.

    `name` is what people type (lower-case letters, digits, "-", "_"); `suffix` is that of its
    files, with the dot; `media_type` is its Content-Type. `render` must be pure: no clock, no
    disk, no network; the core writes files and serves feeds. It may raise `ExportError` with one
    line for people.

    The rest may be left out. `options` tells the options that `render` knows, name to meaning:
    others are then refused before `render` is called (None: `render` checks by itself).
    `check` looks at the finished bytes and gives warnings for people. `schema` gives a
    machine-readable description of the format, where there is one.

    >>> Exporter("count", ".txt", "text/plain", lambda c, o: b"%d" % len(c.events)).suffix
    '.txt'
    """

    name: str
    suffix: str
    media_type: str
    render: Render
    options: Mapping[str, str] | None = None
    check: Callable[[Chronology, Options, bytes], Sequence[Problem]] | None = None
    schema: Callable[[], str] | None = None


@hookspec
def register_exporters() -> Sequence[Exporter]:  # type: ignore[empty-body]
    """Give the exporters of this plugin."""
