"""The documents: their examples run, their commands exist, their links lead somewhere."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from chrono.cli import app

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    path
    for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
    if path.name != "CHANGELOG.md"
]
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
COMMANDS = [name for commands in app.COMMANDS.values() for name, _, _ in commands]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_python_examples_give_what_they_show(name: str):
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    found = doctest.testfile(
        str(ROOT / name), module_relative=False, optionflags=flags, encoding="utf-8"
    )
    assert found.failed == 0


def code_lines(text: str) -> Iterator[str]:
    """The lines of code blocks, fenced and indented, with the continued ones joined."""
    fenced = False
    for line in text.replace("\\\n", " ").splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            yield line.strip().removeprefix("$ ")


def commands_in(name: str) -> list[str]:
    """The chrono commands that a document shows, pipes and comments cut off."""
    found = []
    for line in code_lines(text_of(name)):
        for part in re.split(r"\s\|\s|\s&&\s", line):
            bare = re.split(r"\s#\s", part)[0].split(" < ")[0].split(" > ")[0].strip()
            if re.match(r"chrono( |$)", bare):
                found.append(bare)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_commands_shown_are_commands(name: str):
    context = click.Context(app.chrono, info_name="chrono")
    for line in commands_in(name):
        words = [word for word in shlex.split(line)[1:] if word not in ("…", "...")]
        while words and words[0].startswith("-"):
            words = words[1:]
        if not words:
            continue
        command = app.chrono.get_command(context, words[0])
        assert command is not None, f"{name}: {line}"
        known = options_of(command)
        for word in words[1:]:
            option = word.split("=")[0]
            if re.fullmatch(r"--?[a-zA-Z][\w-]*", option):
                assert option in known, f"{name}: {line}: {option}"


def options_of(command: click.Command) -> set[str]:
    known = {"-h", "--help"}
    nested = list(getattr(command, "commands", {}).values())
    for one in (command, *nested):
        for parameter in one.params:
            if isinstance(parameter, click.Option):
                known |= {*parameter.opts, *parameter.secondary_opts}
    return known


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str):
    document = text_of("docs/cli.md")
    sections = re.split(r"^### ", document, flags=re.MULTILINE)
    (section,) = [s for s in sections if re.match(rf"`chrono {command}\b", s)]
    context = click.Context(app.chrono, info_name="chrono")
    found = app.chrono.get_command(context, command)
    assert found is not None
    shared = {"--help", "-h"}
    if "filters" in section:
        filters = document.split("## Filters")[1].split("\n## ")[0]
        section += filters
    if "--timeline" in options_of(found):
        shared |= {"-t", "--timeline"}
        assert "-t, --timeline" in document
    for option in options_of(found) - shared:
        if option.startswith("--"):
            assert re.search(rf"{option}(?![\w-])", section), f"{command}: {option}"


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_files(name: str):
    folder = (ROOT / name).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(name)):
        if not re.match(r"[a-z]+:|#", target):
            assert (folder / target.split("#")[0]).exists(), target


def test_the_readme_begins_with_what_it_is_a_picture_and_two_commands():
    head = text_of("README.md").split("## ")[0]
    assert head.index("chrono reads French news articles") < head.index("![")
    assert head.index("![") < head.index("make demo") < head.index("make test")
