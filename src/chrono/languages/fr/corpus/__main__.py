"""Show what fails in the corpus: ``python -m chrono.languages.fr.corpus [-v] [-q] [FILE[:LINE]…]``.

One block of two or more short lines for each failing example, then the pass rate of each file.
FILE is the name of a file of the corpus, with or without `.txt`, or any path; `:LINE` picks one
line, `:12-40` some. `-v` adds the derivation, and the traceback where the engine raised; `-q`
prints the rates only; `-m N` stops printing after N failures; `-k WORD` keeps the lines with WORD.
The corpus stands below the engine and does not know it: `--engine` names one, as text.
"""

from __future__ import annotations

import argparse
import pkgutil
import sys
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from chrono.languages.fr.corpus import CorpusError, Example, load, parse
from chrono.languages.fr.corpus.check import Outcome, origin, run, shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return 1 when something fails (2 for a corpus that cannot be read)."""
    parser = argparse.ArgumentParser(prog="python -m chrono.languages.fr.corpus")
    parser.add_argument("files", nargs="*", metavar="FILE[:LINE[-LINE]]")
    parser.add_argument("-v", "--verbose", action="store_true", help="print derivations")
    parser.add_argument("-q", "--quiet", action="store_true", help="print the rates only")
    parser.add_argument("-m", "--most", type=int, default=None, help="print at most N failures")
    parser.add_argument("-k", "--keep", default="", help="only the lines that contain this")
    parser.add_argument(
        "-e",
        "--engine",
        default="chrono.pipeline:extract",
        metavar="MODULE:FUNCTION",
        help="what to run, with the signature of the default (%(default)s)",
    )
    options = parser.parse_args(arguments)
    extract = pkgutil.resolve_name(options.engine)
    try:
        examples = [each for each in _chosen(options.files) if options.keep in each.text]
    except (CorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    total, passed = Counter[str](), Counter[str]()
    printed = 0
    for example in examples:
        outcome = run(example, extract)
        total[example.file] += 1
        passed[example.file] += not outcome.faults
        if outcome.faults and not options.quiet:
            printed += 1
            if options.most is None or printed <= options.most:
                print(_block(outcome, verbose=options.verbose))
    for file in total:
        print(_rate(file, passed[file], total[file]))
    if len(total) != 1:
        print(_rate("all", passed.total(), total.total()))
    return int(passed.total() < total.total())


def _rate(name: str, passed: int, total: int) -> str:
    share = 100 * passed / total if total else 0.0
    return f"{name:<18} {passed:>5} of {total:>5}  {share:5.1f} %"


def _chosen(names: Sequence[str]) -> list[Example]:
    if not names:
        return list(load())
    chosen: list[Example] = []
    for name in names:
        stem, colon, lines = name.partition(":")
        inside = Path(__file__).parent / f"{stem.removesuffix('.txt')}.txt"
        path = inside if inside.exists() else Path(stem)
        first, _, last = lines.partition("-")
        for example in parse(path.read_text(encoding="utf-8"), file=path.name):
            if not colon or int(first) <= example.line <= int(last or first):
                chosen.append(example)
    return chosen


def _block(outcome: Outcome, *, verbose: bool) -> str:
    example = outcome.example
    text = example.text.replace("\n", "\\n")
    lines = [f"{example.id}  {text}   (@ {example.published.isoformat()[:16]})"]
    lines += [f"    {fault}" for fault in outcome.faults]
    if verbose:
        for got in outcome.found:
            lines.append(f"      found [{got.text}] {shown(got)} <{origin(got)}> {got.term}")
            lines += [f"        {step}" for step in got.derivation]
            lines += [f"        why: {step}" for step in got.resolution.why]
        if outcome.error is not None:
            lines += [f"      {line}" for line in traceback.format_exception(outcome.error)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
