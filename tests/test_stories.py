"""Every story under tests/stories comes out as the chronology that its `expected` file draws.

A story is a folder of articles, 1.txt to N.txt, as a person would add them. A line of `expected`
is an event (speeches and what has no date are left out)::

    first day[/last day] | status [conflict] | articles that tell it | words that it holds

and a line ``history | words | entry ; entry`` is how the event with those words became known.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

from chrono.chronicle.events import (
    Cluster,
    EventContent,
    Record,
    cluster,
    event_content,
    signature,
)
from chrono.grammar.text import fold
from chrono.model import Basis, Kind, Resolution
from chrono.pipeline import read
from chrono.readers import read_source
from chrono.store import Timeline

STORIES = sorted(path for path in (Path(__file__).parent / "stories").iterdir() if path.is_dir())


@dataclass(frozen=True)
class Line:
    days: str
    status: str
    articles: str
    text: str


def told(story: Path) -> list[Record]:
    records = []
    for path in sorted(story.glob("*.txt"), key=lambda path: int(path.stem)):
        article, problems = read_source(path)
        assert not problems, problems
        for number, statement in enumerate(read(article).statements):
            records.append(
                Record(
                    key=f"{path.stem}/{number:02}",
                    article=path.stem,
                    published_on=article.published_on,
                    statement=statement,
                    signature=signature(statement, article),
                    lede=statement.basis is Basis.PUBLICATION,
                )
            )
    return records


def days(resolution: Resolution) -> str:
    bounds = resolution.bounds
    assert bounds is not None
    one, two = bounds.earliest.isoformat(), bounds.latest.isoformat()
    if resolution.value == one[:7]:
        return one[:7]
    return one if one == two else f"{one}/{two}"


def drawn(records: list[Record]) -> list[tuple[Line, Cluster, EventContent]]:
    lines = []
    for group in cluster(records):
        content = event_content(group)
        if content.kind is Kind.SPEECH or content.resolution is None:
            continue
        articles = " ".join(sorted({record.article for record in group.records}))
        words = " ".join([content.title, *(r.statement.quote for r in group.records)])
        status = content.status.value + (" conflict" if content.conflict else "")
        lines.append((Line(days(content.resolution), status, articles, words), group, content))
    return sorted(lines, key=lambda item: (item[2].order, item[0].articles))


def expected(story: Path) -> tuple[list[Line], list[tuple[str, str]]]:
    lines, histories = [], []
    for row in (story / "expected").read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        cells = [" ".join(cell.split()) for cell in row.split("|")]
        if cells[0] == "history":
            histories.append((cells[1], cells[2]))
        else:
            lines.append(Line(*cells))
    return lines, histories


def holds(words: str, text: str) -> bool:
    return all(fold(word.strip()) in fold(text) for word in words.split(","))


def readable(lines: list[Line], known: list[Line]) -> list[str]:
    """Write lines for a diff: found ones with the words of the expected one that they match."""
    out = []
    for line in lines:
        twin = next(
            (
                k
                for k in known
                if (k.days, k.status, k.articles) == (line.days, line.status, line.articles)
                and holds(k.text, line.text)
            ),
            None,
        )
        out.append(
            f"{line.days:<24}| {line.status:<14} | {line.articles:<8} | "
            f"{twin.text if twin else line.text[:110]}"
        )
    return out


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_story(story: Path) -> None:
    wanted, histories = expected(story)
    records = told(story)
    found = drawn(records)
    got = readable([line for line, _, _ in found], wanted)
    want = readable(wanted, wanted)
    if sorted(got) != sorted(want):
        diff = unified_diff(sorted(want), sorted(got), "expected", "found", lineterm="", n=20)
        pytest.fail(f"{story.name}:\n" + "\n".join(diff), pytrace=False)
    for words, history in histories:
        content = next(
            content
            for line, group, content in found
            if holds(words, line.text) and len(group.records) > 1
        )
        entries = " ; ".join(entry.what for entry in content.history if entry.what)
        assert entries == history, story.name


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_any_order_gives_the_same_events(story: Path) -> None:
    records = told(story)
    first = {group.keys for group in cluster(records)}
    for seed in range(5):
        shuffled = records[:]
        random.Random(seed).shuffle(shuffled)
        assert {group.keys for group in cluster(shuffled)} == first


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_a_timeline_grows_into_the_same_events(story: Path) -> None:
    """Article by article, in another order: the store clusters again only what is linked."""
    wanted = {(line.days, line.status, line.articles) for line, _, _ in drawn(told(story))}
    paths = sorted(story.glob("*.txt"))
    random.Random(story.name).shuffle(paths)
    found = set()
    with Timeline.open(":memory:") as timeline:
        for path in paths:
            timeline.add(read_source(path)[0])
        for event in timeline.events(kind="event"):
            if event.resolution is None:
                continue
            articles = " ".join(sorted({Path(m.article.source).stem for m in event.mentions}))
            status = event.status.value + (" conflict" if event.conflict else "")
            found.add((days(event.resolution), status, articles))
    assert found == wanted


def test_there_are_stories_enough() -> None:
    assert len(STORIES) >= 6
