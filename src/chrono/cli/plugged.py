"""The plugins as the command line uses them: where they are, and what is said of failures."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from chrono.cli import output
from chrono.plugins import Plugins, create_plugin_manager

F = TypeVar("F", bound=Callable[..., Any])

FOLDER_VARIABLE = "CHRONO_PLUGINS_DIR"


def plugins_option(command: F) -> F:
    """Add --plugins-dir."""
    return click.option(
        "--plugins-dir",
        metavar="FOLDER",
        help=f"A folder of plugins, .py files. [${FOLDER_VARIABLE}]",
    )(command)


def load(folder: str | None, *, report: bool = True) -> Plugins:
    """Load all plugins; those that fail are reported by name on standard error, and skipped."""
    plugins = create_plugin_manager(plugins_dir=folder or os.environ.get(FOLDER_VARIABLE) or None)
    if report:
        output.warn(plugins.problems)
    return plugins
