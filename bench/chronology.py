"""Measure the chronology: dates of events, merging, the time an article takes, the database.

    python bench/chronology.py --shared ../shared --articles 10000

Prints tables. A timing never fails. `--shared` is the folder that holds `ftb-dev` and `eval`
(default: the environment's CHRONO_SHARED, else the folder beside the checkout); without it that
part is left out, and says so.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from generate_articles import articles

from chrono.model import Article, Event, Publication
from chrono.pipeline import read
from chrono.store import Timeline
from chrono.wire import statement_to_json

WINDOW = 50
"""How many articles a timing is the median of."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    here = Path(__file__).resolve().parent.parent
    default = Path(os.environ.get("CHRONO_SHARED", here.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=default)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=Path, help="write the worst wrong merges here")
    args = parser.parse_args()
    links(args.shared)
    if args.articles:
        grow(args.articles, args.seed, args.errors)


def links(shared: Path) -> None:
    """Print how often an event word stands in a statement under its own date."""
    docs = shared / "ftb-dev" / "docs.jsonl"
    if not docs.exists():
        print(f"links: left out, no {docs}\n")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in docs.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            article = Article("", row["text"], Publication(date.fromisoformat(row["published"])))
            told = [statement_to_json(statement) for statement in read(article).statements]
            out.write(json.dumps({"id": row["id"], "statements": told}, ensure_ascii=False) + "\n")
        out.flush()
        print("events under their day (French TimeBank, development half; goal 85 / 90)")
        done = subprocess.run(
            [
                sys.executable,
                str(shared / "eval" / "links_score.py"),
                str(docs),
                str(shared / "ftb-dev" / "links.jsonl"),
                out.name,
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        print(done.stdout)


def grow(count: int, seed: int, errors: Path | None) -> None:
    """Add generated articles to a real timeline; print times, size, and how well it merged."""
    made = list(articles(count, seed))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        reading: list[float] = []
        adding: list[float] = []
        truth: dict[str, list[dict[str, int]]] = {}
        with Timeline.open(str(path)) as timeline:
            for row in made:
                article = Article(
                    row["title"],
                    row["text"],
                    Publication(date.fromisoformat(row["published"])),
                    url=row["url"],
                    source=row["url"],
                )
                truth[row["url"]] = row["truth"]
                began = time.perf_counter()
                what = read(article)
                half = time.perf_counter()
                timeline.add(what)
                reading.append(half - began)
                adding.append(time.perf_counter() - half)
            began = time.perf_counter()
            events = timeline.events()
            listing = time.perf_counter() - began
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    print(f"a timeline of {count} generated articles (seed {seed})")
    print(f"{'article':>10}{'read ms':>10}{'add ms':>10}")
    for place in _places(count):
        window = slice(max(0, place - WINDOW), place + WINDOW)
        print(
            f"{place:>10}{1000 * statistics.median(reading[window]):>10.2f}"
            f"{1000 * statistics.median(adding[window]):>10.2f}"
        )
    print(f"all: {sum(reading) + sum(adding):.0f} s; list every event: {listing:.2f} s")
    print(f"database: {size / 1e6:.1f} MB, {size / count / 1000:.1f} kB an article\n")
    merging(events, truth, errors)


def _places(count: int) -> list[int]:
    return [place for place in (100, 300, 1000, 3000, 10_000, 30_000) if place < count] + [count]


def merging(
    events: Iterable[Event], truth: dict[str, list[dict[str, int]]], errors: Path | None
) -> None:
    """Print precision, recall and F1 of the pairs of mentions that were put together."""
    placed: list[tuple[int, int, str]] = []
    for event in events:
        if event.resolution is None:
            continue
        for mention in event.mentions:
            url = mention.article.url or ""
            told = _told(truth.get(url, ()), mention.statement.start)
            if told is not None:
                placed.append((event.id, told, f"{url}  {mention.statement.quote}"))
    ours = Counter(event for event, _, _ in placed)
    theirs = Counter(told for _, told, _ in placed)
    both = Counter((event, told) for event, told, _ in placed)
    right, found, wanted = (sum(map(_pairs, counts.values())) for counts in (both, ours, theirs))
    precision, recall = right / max(1, found), right / max(1, wanted)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"merging: {len(placed)} mentions of {len(theirs)} happenings in {len(ours)} events")
    print(f"{'':>10}{'precision':>10}{'recall':>10}{'F1':>10}   (goal 0.9)")
    print(f"{'pairs':>10}{precision:>10.3f}{recall:>10.3f}{score:>10.3f}")
    if errors is not None:
        errors.write_text("\n".join(_errors(placed)), encoding="utf-8")


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _told(spans: Sequence[dict[str, int]], at: int) -> int | None:
    for span in spans:
        if span["start"] <= at < span["end"]:
            return span["event"]
    return None


def _errors(placed: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """Yield the mentions of events that mix happenings, and of happenings torn apart."""
    by_event: dict[int, list[Any]] = {}
    by_told: dict[int, list[Any]] = {}
    for event, told, text in placed:
        by_event.setdefault(event, []).append((told, text))
        by_told.setdefault(told, []).append((event, text))
    for event, mentions in sorted(by_event.items()):
        if len({told for told, _ in mentions}) > 1:
            yield f"mixed {event}"
            yield from (f"    {told}: {text}" for told, text in sorted(mentions))
    for told, mentions in sorted(by_told.items()):
        if len({event for event, _ in mentions}) > 1:
            yield f"torn {told}"
            yield from (f"    {event}: {text}" for event, text in sorted(mentions))


if __name__ == "__main__":
    main()
