"""Run the measurements and write their tables into bench/README.md.

usage: python bench/report.py [--corpus DIR] [--only accuracy,peers,size,memory,start,chronology]

Takes about ten minutes. A table that is not measured again stays as it was, with its own date.
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
README = HERE / "README.md"
TITLES = {
    "accuracy": "Accuracy",
    "peers": "Speed beside the peers",
    "size": "Speed by the size of a document",
    "memory": "Memory by the number of documents",
    "start": "Start-up",
    "chronology": "Merging",
}


def commands(corpus: str) -> dict[str, list[str]]:
    """The command of each table."""
    with_corpus = ["--corpus", corpus] if corpus else []
    speed = ["bench/speed.py"]
    return {
        "accuracy": ["bench/accuracy.py", *with_corpus],
        "peers": [*speed, "peers", *with_corpus],
        "size": [*speed, "size"],
        "memory": [*speed, "memory"],
        "start": [*speed, "start"],
        "chronology": ["bench/chronology.py"],
    }


def machine() -> str:
    """What it ran on, in general words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = platform.python_version()
    return f"{cores} cores, {platform.machine()} {platform.system()}, Python {python}"


def revision() -> str:
    """The commit that was measured."""
    run = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True
    )
    return run.stdout.strip() or "no commit"


def measure(name: str, command: list[str]) -> str:
    """One table with its heading, command and date."""
    print(f"{name} …", file=sys.stderr)
    run = subprocess.run(
        [sys.executable, *command], cwd=HERE.parent, capture_output=True, text=True
    )
    if run.returncode:
        raise SystemExit(f"{name} failed:\n{run.stderr[-2000:]}")
    day = datetime.now(UTC).date().isoformat()
    shown = shlex.join(["python", *command])
    return (
        f"### {TITLES[name]}\n\n`{shown}`, {day}, commit {revision()}; {machine()}\n\n"
        f"{run.stdout.strip()}\n"
    )


def put(name: str, table: str) -> None:
    """Put a table between its marks."""
    text = README.read_text("utf-8")
    before, mark, rest = text.partition(f"<!-- {name} -->\n")
    if not mark:
        raise SystemExit(f"{README}: there is no place for {name}")
    _, end, after = rest.partition("<!-- / -->")
    README.write_text(before + mark + table + end + after, "utf-8")


def main() -> None:
    """Measure, and put the tables between their marks in the README."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", default="", metavar="DIR")
    parser.add_argument("--only", default="", metavar="NAME,NAME")
    options = parser.parse_args()
    wanted = [name for name in options.only.split(",") if name] or list(TITLES)
    if unknown := set(wanted) - set(TITLES):
        parser.error(f"no such table: {', '.join(sorted(unknown))}")
    for name, command in commands(options.corpus).items():
        if name not in wanted or (name == "accuracy" and not options.corpus):
            continue
        put(name, measure(name, command))


if __name__ == "__main__":
    main()
