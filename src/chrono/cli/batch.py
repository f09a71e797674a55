"""`chrono extract --batch`: a filter, one JSON line in, one JSON line out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, datetime
from functools import partial
from queue import Queue
from threading import Thread
from typing import Any, BinaryIO

from chrono import wire
from chrono.cli.output import json_line
from chrono.errors import ChronoError, InputError
from chrono.model import Article, Basis, Publication
from chrono.pipeline import LANGUAGES, extract, read


def filter_lines(
    lines: BinaryIO, out: BinaryIO, statements: bool, timezone: str, jobs: int = 1
) -> None:
    """Answer each line of `lines` on `out`, in order, with memory that does not grow.

    A line that cannot be answered gets ``{"id", "error"}`` in its place. Blank lines are not
    lines of data. With `jobs` above one the work goes to that many processes.
    """
    work = partial(answer, statements=statements, timezone=timezone)
    if jobs > 1:
        _in_processes(lines, out, work, jobs)
        return
    for line in lines:
        if line.strip():
            out.write(work(line))
            out.flush()


def _in_processes(
    lines: BinaryIO, out: BinaryIO, work: Callable[[bytes], bytes], jobs: int
) -> None:
    waiting: Queue[Future[bytes] | None] = Queue(maxsize=4 * jobs)
    failures: list[BaseException] = []

    def write() -> None:
        # Another thread, so that an answer never waits for the next question
        while (future := waiting.get()) is not None:
            if failures:
                future.cancel()
                continue
            try:
                out.write(future.result())
                out.flush()
            except BaseException as error:
                failures.append(error)

    with ProcessPoolExecutor(jobs) as pool:
        writer = Thread(target=write, name="writer")
        writer.start()
        try:
            for line in lines:
                if failures:
                    break
                if line.strip():
                    waiting.put(pool.submit(work, line))
        finally:
            waiting.put(None)
            writer.join()
    if failures:
        raise failures[0]


def answer(line: bytes, *, statements: bool = False, timezone: str = "Europe/Paris") -> bytes:
    r"""Answer one line: its time expressions, or what is wrong with it.

    >>> answer(b'{"id": 7, "text": "Rien.", "published": "2025-03-20"}')
    b'{"id": 7, "timexes": []}\n'
    >>> answer(b'{"id": 8, "text": "Rien."}')
    b'{"id": 8, "error": "no \\"published\\" (an ISO date or datetime, or null)"}\n'
    """
    name: Any = None
    try:
        asked = _parse(line)
        name = asked.get("id")
        return json_line({"id": name, **_answer(asked, statements, timezone)})
    except ChronoError as error:
        return json_line({"id": name, "error": str(error)})
    except RecursionError:
        return json_line({"id": name, "error": "nested too deeply"})
    except Exception as error:  # one bad line never ends the run
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return json_line({"id": name, "error": f"a bug of chrono: {said[:300]}"})


def _parse(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"no UTF-8 at byte {error.start}") from None
    except ValueError as error:
        raise InputError(f"no JSON: {error}") from None
    if not isinstance(asked, dict):
        raise InputError("no JSON object")
    return asked


def _answer(asked: Mapping[str, Any], statements: bool, timezone: str) -> dict[str, Any]:
    text = asked.get("text")
    if not isinstance(text, str):
        raise InputError('no "text"')
    language = asked.get("lang") or LANGUAGES[0]
    if language not in LANGUAGES:
        raise InputError(f'"lang" is {language!r}: chrono reads French ("fr") only')
    published = _published(asked)
    if not statements:
        timexes = extract(text, published=published, language=language, timezone=timezone)
        return {"timexes": [wire.timex_to_json(timex) for timex in timexes]}
    reading = read(_article(text, published, language, timezone))
    return {
        "timexes": [wire.timex_to_json(timex) for timex in reading.timexes],
        "statements": [  # one without a time would read as dated by the publication day
            wire.statement_to_json(statement)
            for statement in reading.statements
            if statement.basis is not Basis.UNDATED
        ],
    }


def _published(asked: Mapping[str, Any]) -> date | datetime | None:
    if "published" not in asked:
        raise InputError('no "published" (an ISO date or datetime, or null)')
    value = asked["published"]
    if value is None:
        return None
    try:
        day, clock = wire.moment_from_json(value)
    except (InputError, TypeError, AttributeError):
        raise InputError(f'"published" is {value!r}: no ISO date or datetime') from None
    return day if clock is None else datetime.combine(day, clock)


def _article(text: str, published: date | datetime | None, language: str, timezone: str) -> Article:
    if published is None:
        publication = Publication(None, rule="undated")
    elif isinstance(published, datetime):
        publication = Publication(published.date(), published.time())
    else:
        publication = Publication(published)
    # The whole text is body: a batch line has no head of its own
    return Article("", text, publication, language, timezone)
