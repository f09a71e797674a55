"""How fast chrono reads, beside its peers, on the same text and in one run.

usage: python bench/speed.py [--corpus DIR] [--peers NAME,NAME] [--runs N] [SECTION ...]

Sections (all of them by default):

  peers    characters a second of CPU time on one core, steady state, and start-up apart
  size     CPU time a character, one document from 1 kB to --largest
  memory   resident memory against the number of documents read
  start    ``import chrono`` and ``chrono --help`` beside a bare interpreter

What is measured, and how:

- CPU time of the process, its threads and its children, pinned to one core; wall time would
  measure the neighbours too.
- Steady state: each program first reads other text (`--warm` seconds of it) so that it is
  compiled, its tables are loaded and its caches have what they have of any text.
- *Fresh* text is read once: nothing of it can have been remembered. *Again* is the same text a
  second time: what a cache of whole words, phrases or dates is worth. The runs go round: each
  program reads part 1, then each reads part 2; medians over the parts.
- The text is made by `news.py` (endless, never the same twice); with --corpus, the documents of
  DIR/docs.jsonl too ({"id", "text", "published"} a line), else the dispatches of `texts/`.
  Programs that read less than a hundred thousand characters a second get the first part of each.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import news
from peers import Doc, Driver, Peer, choose

FAST, MIDDLE, SLOW = 1_000_000, 100_000, 8_000
"""Characters a part, by how fast a program is."""


@dataclass(slots=True)
class Measured:
    """Characters a second of CPU time, part by part."""

    peer: Peer
    version: str
    start: float
    part: int = FAST
    fresh: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    corpus: list[float] = field(default_factory=list)
    corpus_again: list[float] = field(default_factory=list)


def read_corpus(folder: Path) -> list[Doc]:
    """The documents of a folder's docs.jsonl."""
    with open(folder / "docs.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [Doc(row["id"], row["text"], str(row["published"])[:10]) for row in rows]


def first(docs: Sequence[Doc], size: int) -> list[Doc]:
    """The first documents, of together about `size` characters."""
    taken: list[Doc] = []
    for doc in docs:
        if size <= 0:
            break
        taken.append(doc)
        size -= len(doc.text)
    return taken


def length(docs: Sequence[Doc]) -> int:
    """Their characters."""
    return sum(len(doc.text) for doc in docs)


def start_seconds(peer: Peer, runs: int) -> float:
    """Wall seconds from nothing to the first answer; median."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        with Driver(peer) as driver:
            driver.load([Doc("a", "Il est arrivé mardi 4 mars.", "2025-03-20")])
            driver.run()
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def warm(driver: Driver, seconds: float) -> float:
    """Let a program read for some CPU seconds; its characters a second towards the end."""
    spent, pace, size = 0.0, 0.0, 2_000
    for seed in range(1000, 1200):
        docs = news.characters(size, seed)
        driver.load(docs)
        cpu = max(driver.run()["cpu"], 1e-6)
        spent, pace = spent + cpu, length(docs) / cpu
        if spent > seconds:
            break
        size = int(min(1_000_000, max(2_000, pace * seconds / 6)))
    return pace


def compare(chosen: Sequence[Peer], corpus: Sequence[Doc], options: argparse.Namespace) -> None:
    """The section `peers`."""
    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    parts = [news.characters(FAST, seed) for seed in range(1, options.runs + 1)]
    for peer in chosen:
        if peer.absent:
            print(f"absent: {peer.name} ({peer.absent})")
    present = [peer for peer in chosen if not peer.absent]
    with ExitStack() as stack:
        rows: list[tuple[Measured, Driver]] = []
        for peer in present:
            start = start_seconds(peer, 1 if peer.slow else 3)
            driver = stack.enter_context(Driver(peer, core=core))
            measured = Measured(peer, driver.version, start)
            pace = warm(driver, options.warm)
            measured.part = FAST if pace > 500_000 else MIDDLE if pace > 30_000 else SLOW
            rows.append((measured, driver))
        for number in range(options.runs):
            for measured, driver in rows:
                docs = first(parts[number], measured.part)
                driver.load(docs)
                measured.fresh.append(length(docs) / max(driver.run()["cpu"], 1e-6))
                measured.again.append(length(docs) / max(driver.run()["cpu"], 1e-6))
        for number in range(options.runs):
            for measured, driver in rows:
                docs = first(corpus, measured.part * 2)
                if number == 0 or measured.part > SLOW:
                    driver.load(docs)
                    if number == 0:
                        measured.corpus.append(length(docs) / max(driver.run()["cpu"], 1e-6))
                    if measured.part > SLOW:
                        rounds = max(1, measured.part // max(1, length(docs)) // 4)
                        cpu = sum(driver.run()["cpu"] for _ in range(rounds))
                        measured.corpus_again.append(rounds * length(docs) / max(cpu, 1e-6))
    print_comparison([measured for measured, _ in rows], corpus)


def print_comparison(rows: Sequence[Measured], corpus: Sequence[Doc]) -> None:
    """The table of the section `peers`, and the ratios."""
    own = [r for r in rows if r.peer.name.startswith("chrono") and r.peer.name != "chrono-node"]
    chrono = own[-1]  # compiled, where it is installed
    print("\nCharacters a second of CPU time, one core, medians; in brackets the slowest run.\n")
    print(
        "| program | version | fresh text | the same again | corpus | corpus again | start-up |"
        f" {chrono.peer.name} is faster by: fresh | again | corpus again |"
    )
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for row in rows:
        print(
            f"| {row.peer.name} | {row.version} | {_pace(row.fresh)} ({_pace([min(row.fresh)])})"
            f" | {_pace(row.again)} | {_pace(row.corpus)} | {_pace(row.corpus_again)}"
            f" | {row.start:.2f} s | {_ratio(chrono.fresh, row.fresh)}"
            f" | {_ratio(chrono.again, row.again)}"
            f" | {_ratio(chrono.corpus_again, row.corpus_again)} |"
        )
    print(
        f"\nFresh text: {len(rows[0].fresh)} parts of {FAST:,} characters (slower programs: "
        f"{MIDDLE:,} or {SLOW:,}); corpus: {length(corpus):,} in {len(corpus)} documents."
    )


def _pace(paces: Sequence[float]) -> str:
    return f"{statistics.median(paces):,.0f}" if paces else "–"


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    if not ours or not theirs:
        return "–"
    return f"{statistics.median(ours) / statistics.median(theirs):,.2f} ×"


def by_size(options: argparse.Namespace) -> None:
    """The section `size`: every document is cut from text that was not read before.

    Each line of the table reads half a million characters at least, in as many documents as that
    takes. From 10 MB on the text repeats itself after 5 MB: a program that remembers reads it a
    little faster.
    """
    from chrono.pipeline import extract

    day = date(2025, 3, 20)
    extract("\n\n".join(doc.text for doc in news.characters(1_000_000, 8)), published=day)
    block = "\n\n".join(doc.text for doc in news.characters(5_000_000, 7))
    print("\n| one document of | documents | CPU time a character | expressions |")
    print("|---:|---:|---:|---:|")
    cursor, size = 0, 1_000
    while size <= options.largest:
        documents = max(1, 500_000 // size)
        cpu, found = 0.0, 0
        for _ in range(documents):
            text = (block * (size // len(block) + 2))[cursor : cursor + size]
            cursor = (cursor + size) % len(block)
            gc.collect()
            began = time.process_time()
            found += len(extract(text, published=day))
            cpu += time.process_time() - began
        pace = cpu / documents / size * 1e9
        print(f"| {size:,} | {documents} | {pace:,.0f} ns | {found:,} |", flush=True)
        size = options.largest if size < options.largest < size * 10 else size * 10


def memory(options: argparse.Namespace) -> None:
    """The section `memory`: in a process of its own, so that nothing else weighs on it."""
    code = (
        "import sys, gc; sys.path.insert(0, sys.argv[1])\n"
        "from datetime import date\n"
        "import news\n"
        "from chrono.pipeline import extract\n"
        "page = __import__('os').sysconf('SC_PAGE_SIZE')\n"
        "marks = [int(n) for n in sys.argv[2:]]\n"
        "for number, doc in enumerate(news.articles(3), 1):\n"
        "    extract(doc.text, published=date.fromisoformat(doc.published))\n"
        "    if number in marks:\n"
        "        gc.collect()\n"
        "        pages = int(open('/proc/self/statm').read().split()[1])\n"
        "        print(number, pages * page, flush=True)\n"
        "        if number == marks[-1]: break\n"
    )
    marks = [100, 1_000, 5_000, 20_000][: 4 if options.documents >= 20_000 else 3]
    here = str(Path(__file__).parent)
    run = subprocess.run(
        [sys.executable, "-c", code, here, *map(str, marks)], capture_output=True, text=True
    )
    if run.returncode:
        raise SystemExit(run.stderr)
    print("\n| documents read | resident memory |\n|---:|---:|")
    for line in run.stdout.splitlines():
        number, size = map(int, line.split())
        print(f"| {number:,} | {size / 1e6:.1f} MB |")


def start(options: argparse.Namespace) -> None:
    """The section `start`: commands in turn, medians; CPU time of each, and the ratio."""
    chrono = str(Path(sys.executable).with_name("chrono"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import chrono'": [sys.executable, "-c", "import chrono"],
        "chrono --help": [chrono, "--help"],
        "chrono --version": [chrono, "--version"],
    }
    cpu: dict[str, list[float]] = {name: [] for name in commands}
    wall: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(max(11, options.runs)):
        for name, command in commands.items():
            before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            wall[name].append(time.perf_counter() - began)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            if done.returncode:
                raise SystemExit(f"{name}: {done.stderr.decode()}")
    bare = statistics.median(cpu["python -c pass"])
    print("\n| command | CPU time | wall time | of a bare interpreter |\n|---|---:|---:|---:|")
    for name in commands:
        seconds = statistics.median(cpu[name])
        print(
            f"| `{name}` | {seconds * 1e3:.0f} ms | {statistics.median(wall[name]) * 1e3:.0f} ms"
            f" | {seconds / bare:.2f} × |"
        )


def main() -> None:
    """Run the sections that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sections", nargs="*", metavar="SECTION")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="a folder with docs.jsonl")
    parser.add_argument("--peers", default="", metavar="NAME,NAME", help="these only")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    parser.add_argument("--warm", type=float, default=3.0, metavar="SECONDS")
    parser.add_argument("--largest", type=int, default=50_000_000, metavar="CHARACTERS")
    parser.add_argument("--documents", type=int, default=20_000, metavar="N")
    options = parser.parse_args()
    corpus = read_corpus(options.corpus) if options.corpus else news.dispatches()
    chosen = choose([name.strip() for name in options.peers.split(",") if name.strip()])
    sections: dict[str, Callable[[], None]] = {
        "peers": lambda: compare(chosen, corpus, options),
        "size": lambda: by_size(options),
        "memory": lambda: memory(options),
        "start": lambda: start(options),
    }
    if unknown := set(options.sections) - set(sections):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    for name in options.sections or sections:
        sections[name]()


if __name__ == "__main__":
    main()
