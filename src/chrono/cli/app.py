"""The group of commands, each loaded when it is called, and what becomes of every failure."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module

import click

from chrono import __version__
from chrono.cli.output import complain
from chrono.errors import ChronoError

COMMANDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Reading": (
        ("add", "add", "Read articles into a timeline."),
        ("extract", "extract", "Show the time expressions of a text, store nothing."),
        ("explain", "explain", "Show how the dates of a sentence are derived."),
    ),
    "The chronology": (
        ("list", "show", "Show the chronology."),
        ("show", "show", "Show one event: quotes, sources, how each date was found."),
        ("search", "find", "Search quotes and titles."),
        ("conflicts", "history", "Show where sources disagree on a day."),
        ("history", "history", "Show what was known of an event, and when."),
        ("view", "find", "Save, show and remove named filters."),
    ),
    "Out of it": (
        ("export", "export", "Write the timeline in a format."),
        ("formats", "export", "List the formats."),
        ("serve", "serve", "Serve calendar feeds and a page on this machine."),
    ),
    "Your word is final": (
        ("new", "correct", "Add an event of your own."),
        ("edit", "correct", "Correct an event."),
        ("hide", "correct", "Hide an event."),
        ("merge", "correct", "Make one event of two."),
        ("split", "correct", "Take mentions out of an event."),
        ("tag", "correct", "Tag an event."),
        ("undo", "correct", "Take your last correction back."),
        ("review", "review", "Go through what is doubtful, one key a decision."),
        ("rebuild", "rebuild", "Read every stored article again with the present engine."),
    ),
    "Housekeeping": (
        ("articles", "show", "List the articles of a timeline."),
        ("timelines", "show", "List the timelines."),
        ("remove", "remove", "Remove an article."),
        ("plugins", "export", "List the plugins, with their errors."),
    ),
}
"""Heading to commands: name, module of `chrono.cli` that holds it, its first help line."""

_HOMES = {name: home for commands in COMMANDS.values() for name, home, _ in commands}
_COMPLETION = "_CHRONO_COMPLETE"
_PIPE_CLOSED = 141
_INTERRUPTED = 130


class Commands(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the headings."""
        return list(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        home = _HOMES.get(cmd_name)
        if home is None:
            return None
        module = import_module(f"chrono.cli.{home}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name what comes near an unknown command."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], _HOMES, n=1)
            if near and not args[0].startswith("-"):
                said = f"{error.format_message()} Did you mean '{near[0]}'?"
                raise click.UsageError(said, ctx) from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under their headings, without importing any."""
        for heading, commands in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, text) for name, _, text in commands], col_max=12)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, "-V", "--version", message="chrono %(version)s")
@click.pass_context
def chrono(ctx: click.Context) -> None:
    """Turn news articles into chronologies: what happened, when, and who says so.

    A timeline is one SQLite file: timelines/default.db unless -t names another.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code; every failure becomes one line for people."""
    try:
        if _COMPLETION in os.environ:
            chrono.main(list(arguments), prog_name="chrono", complete_var=_COMPLETION)
        # Not `chrono.main`: it prints an empty line on Ctrl-C
        with chrono.make_context("chrono", list(arguments)) as context:
            chrono.invoke(context)
        sys.stdout.flush()
        return 0
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx is not None else "chrono"
        return _fail(f"{error.format_message()} Try '{path} --help'.", 2)
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except BrokenPipeError:
        return forget_output()
    except ChronoError as error:
        return _fail(str(error), 1)
    except OSError as error:
        return _os_failure(error)
    except Exception as error:
        return _bug(error)


def forget_output() -> int:
    """Keep the interpreter from complaining, as it exits, of a reader that went away."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _PIPE_CLOSED


def _os_failure(error: OSError) -> int:
    if os.environ.get("CHRONO_DEBUG"):
        traceback.print_exc()
    if error.errno == errno.ENOSPC:
        forget_output()
    what = error.strerror or str(error) or type(error).__name__
    return _fail(f"{error.filename}: {what}" if error.filename else what, 1)


def _bug(error: Exception) -> int:
    if os.environ.get("CHRONO_DEBUG"):
        traceback.print_exc()
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return _fail(f"a bug of chrono, not of yours: {said[:300]} (CHRONO_DEBUG=1 shows where)", 1)


def _fail(line: str, code: int) -> int:
    with suppress(OSError):
        complain(line)
    return code
