"""How right chrono is, beside its peers, on a corpus with a gold standard.

usage: python bench/accuracy.py --corpus DIR [--scorer FILE] [--peers NAME,NAME] [--keep DIR]

DIR has docs.jsonl ({"id", "text", "published"} a line) and gold.jsonl; the scorer is a program
that takes docs, gold and predictions and prints a table (default: DIR/../eval/score.py). What
each program found is turned into the scorer's JSON by its driver in `peers/`, read kindly: where a
program leaves two readings open, the nearer counts. `--keep` keeps the predictions.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from peers import Driver, choose
from speed import read_corpus


def main() -> None:
    """Run every peer over the corpus, then the scorer."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorer", type=Path, metavar="FILE")
    parser.add_argument("--peers", default="", metavar="NAME,NAME", help="these only")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the predictions there")
    options = parser.parse_args()
    scorer = options.scorer or options.corpus.resolve().parent / "eval" / "score.py"
    for needed in (options.corpus / "docs.jsonl", options.corpus / "gold.jsonl", scorer):
        if not needed.exists():
            raise SystemExit(f"{needed}: no such file")
    docs = read_corpus(options.corpus)
    with tempfile.TemporaryDirectory() as folder:
        keep = options.keep or Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        predictions = []
        for peer in choose([name.strip() for name in options.peers.split(",") if name.strip()]):
            if peer.absent:
                print(f"absent: {peer.name} ({peer.absent})")
                continue
            with Driver(peer) as driver:
                driver.load(docs)
                rows = driver.extract()
                print(f"{peer.name} {driver.version}")
            path = keep / f"{peer.name.replace(', ', '-').replace(' ', '-')}.jsonl"
            path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
            predictions.append(path)
        print(flush=True)
        command = [sys.executable, scorer, options.corpus / "docs.jsonl"]
        command += [options.corpus / "gold.jsonl", *predictions]
        raise SystemExit(subprocess.run([str(part) for part in command]).returncode)


if __name__ == "__main__":
    main()
