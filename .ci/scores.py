"""Measure chrono on the shared corpora and hold the scores against the floors.

The corpora stand in the folder $CHRONO_SHARED (by default ../shared beside the checkout) and are
no part of the project; where there is none, nothing is measured and that is said.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CHRONO_SHARED") or ROOT.parent / "shared")
FLOORS = json.loads((ROOT / ".ci" / "floors.json").read_text(encoding="utf-8"))


def extract(lines: bytes, target: Path, *options: str) -> None:
    """Run `chrono extract --batch` over JSON lines."""
    command = [sys.executable, "-m", "chrono", "extract", "--batch", *options]
    target.write_bytes(subprocess.run(command, input=lines, capture_output=True, check=True).stdout)


def scorer(name: str, *arguments: str | Path) -> str:
    """Run a scorer of the shared folder and give what it prints."""
    command = [sys.executable, str(SHARED / "eval" / name), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.stderr:
        print(done.stderr, file=sys.stderr)
    return done.stdout


def seed(work: Path) -> dict[str, float]:
    """The seed article: the share of its rows that are right, less one for each extra date."""
    article, expected = SHARED / "seed" / "article.txt", SHARED / "seed" / "expected.tsv"
    row = scorer("seed_check.py", article, expected, "--row")
    extract(row.encode(), work / "seed.jsonl")
    said = scorer("seed_check.py", article, expected, work / "seed.jsonl")
    print(said, end="")
    found = re.search(r"seed: (\d+)/(\d+) right, (\d+) extra", said)
    if found is None:
        return {"seed": 0.0}
    right, total, extra = map(int, found.groups())
    return {"seed": 100 * (right - extra) / total}


def timexes(work: Path) -> dict[str, float]:
    """Relaxed, strict and value F1 on the development half of the French TimeBank."""
    corpus = SHARED / "ftb-dev"
    docs = corpus / "docs.jsonl"
    extract(docs.read_bytes(), work / "chrono.jsonl", "--statements")
    said = scorer("score.py", docs, corpus / "gold.jsonl", work / "chrono.jsonl")
    print(said, end="")
    raw = scorer("score.py", docs, corpus / "gold.jsonl", work / "chrono.jsonl", "--json")
    summary = json.loads(raw)["chrono"]
    return {name: 100 * summary[name]["F1"] for name in ("relaxed", "strict", "value")}


def links(work: Path) -> dict[str, float]:
    """How often an event word stands in a statement that carries its date."""
    corpus = SHARED / "ftb-dev"
    said = scorer(
        "links_score.py", corpus / "docs.jsonl", corpus / "links.jsonl", work / "chrono.jsonl"
    )
    print(said, end="")
    found = re.search(r"recall ([\d.]+)\s+precision ([\d.]+)", said)
    recall, precision = map(float, found.groups()) if found else (0.0, 0.0)
    return {"links recall": recall, "links precision": precision}


def main() -> int:
    """Measure, print, compare."""
    if not (SHARED / "eval").is_dir():
        print(f"no scores: there is no folder {SHARED / 'eval'}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        scores = {**seed(work), **timexes(work), **links(work)}
    fallen = {name: floor for name, floor in FLOORS.items() if scores.get(name, 0.0) < floor}
    print()
    for name, score in scores.items():
        mark = "  UNDER ITS FLOOR" if name in fallen else ""
        print(f"{name:16} {score:6.1f}   floor {FLOORS.get(name, 0.0):6.1f}{mark}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
