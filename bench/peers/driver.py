"""The loop of a driver written in Python (the package's docstring tells the protocol)."""

from __future__ import annotations

import json
import sys
import time
from base64 import b64decode
from collections.abc import Callable
from typing import Any

Doc = tuple[str, str, str]
"""Id, publication day, text."""


def drive(
    version: str,
    count: Callable[[str, str], int],
    timexes: Callable[[str, str], list[dict[str, Any]]],
) -> None:
    """Answer commands. Both functions take the text and its publication day."""
    docs: list[Doc] = []
    _say({"version": version})
    for line in sys.stdin:
        command, *rest = line.rstrip("\n").split("\t")
        if command == "doc":
            docs.append((rest[0], rest[1], b64decode(rest[2]).decode()))
        elif command == "clear":
            docs.clear()
        elif command == "run":
            cpu, wall, found = time.process_time(), time.perf_counter(), 0
            for _, published, text in docs:
                found += count(text, published)
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            _say({"cpu": cpu, "wall": wall, "found": found})
        elif command == "extract":
            _say({"docs": [{"id": id_, "timexes": timexes(text, day)} for id_, day, text in docs]})


def _say(answer: object) -> None:
    print(json.dumps(answer, ensure_ascii=True), flush=True)
