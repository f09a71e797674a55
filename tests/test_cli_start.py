"""Starting: the help made beforehand is the one click prints, and it costs next to nothing."""

from __future__ import annotations

import importlib.util
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from chrono import __version__
from chrono.cli import _help, app, main

ROOT = Path(__file__).parents[1]
NAMES = [name for commands in app.COMMANDS.values() for name, _, _ in commands]


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "chrono", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_the_help_made_beforehand_is_up_to_date():
    spec = importlib.util.spec_from_file_location("regenerate", ROOT / "tools" / "regenerate.py")
    assert spec is not None
    assert spec.loader is not None
    regenerate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(regenerate)
    written = (ROOT / "src" / "chrono" / "cli" / "_help.py").read_text(encoding="utf-8")
    assert written == regenerate.help_module(), "run make example"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_plain_help_is_served_without_click(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"{_help.HELP}\n"


def test_click_prints_the_same_help(capsys: pytest.CaptureFixture[str]):
    assert app.run(["--help"]) == 0
    assert capsys.readouterr().out == f"{_help.HELP}\n"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]):
    for arguments in (["--version"], ["-V"]):
        assert main(arguments) == 0
        assert app.run(arguments) == 0
        assert capsys.readouterr().out == f"chrono {__version__}\n" * 2


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_there_with_its_help(name: str, capsys: pytest.CaptureFixture[str]):
    context = click.Context(app.chrono, info_name="chrono")
    command = app.chrono.get_command(context, name)
    assert command is not None
    assert command.name == name
    (text,) = [t for commands in app.COMMANDS.values() for n, _, t in commands if n == name]
    assert command.get_short_help_str(limit=200) == text
    assert app.run([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Usage: chrono {name}")
    assert max(map(len, said.splitlines())) <= 80


def test_an_unknown_command_is_named_with_what_comes_near():
    done = run("lst")
    assert done.returncode == 2
    assert done.stderr == (
        "chrono: No such command 'lst'. Did you mean 'list'? Try 'chrono --help'.\n"
    )


def test_a_wrong_option_is_one_line():
    done = run("add", "--nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"chrono: No such option.*Try 'chrono add --help'\.\n", done.stderr)


def test_help_and_import_start_within_three_times_of_a_bare_interpreter():
    commands = {
        "bare": ["-c", "pass"],
        "help": ["-c", "import sys; from chrono.cli import main; sys.exit(main(['--help']))"],
        "import": ["-c", "import chrono"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(7):
        for name, arguments in commands.items():
            begun = time.perf_counter()
            subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - begun)
    bare = statistics.median(times["bare"])
    assert statistics.median(times["help"]) < 3 * bare
    assert statistics.median(times["import"]) < 3 * bare


def test_the_help_loads_no_heavy_module():
    code = "import sys; from chrono.cli import main; main(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"click", "rich", "re", "json", "sqlite3", "pluggy", "chrono.pipeline"}


def test_a_reader_that_goes_away_is_no_news():
    command = f"'{sys.executable}' -m chrono --help | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (0, 141)
