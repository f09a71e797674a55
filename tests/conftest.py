"""What several test modules share: running commands in a folder of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chrono.cli import main

MONDAY = """Le sommet de Rome aura lieu dimanche

Publié le 17 mars 2025 à 9h00

Le sommet de Rome sur l'eau potable aura lieu dimanche, a annoncé lundi le ministre Paul Dury.
"""
TUESDAY = """Rome : le sommet sur l'eau reporté

18/03/2025

Le ministre Paul Dury est arrivé mardi à Rome. Le gouvernement a repoussé le sommet le 31 février.
"""


class Run:
    """Runs commands in a folder of their own, in this process."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd

    def __call__(self, *arguments: object, code: int = 0) -> str:
        """Run a command, hold its exit code, give its standard output; `err` has the rest."""
        assert main([str(a) for a in arguments]) == code, self._capfd.readouterr().err
        said = self._capfd.readouterr()
        self.err = said.err
        return said.out

    def json(self, *arguments: object) -> object:
        """Run a command with --json, give what it prints."""
        return json.loads(self(*arguments, "--json"))


@pytest.fixture
def run(  # the two articles are monday.txt and tuesday.txt there
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("CHRONO_TIMELINES", "CHRONO_PLUGINS_DIR", "CHRONO_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "monday.txt").write_text(MONDAY, encoding="utf-8")
    (tmp_path / "tuesday.txt").write_text(TUESDAY, encoding="utf-8")
    return Run(capfd)
