"""The benchmarks measure what they say: the same made text, chrono behind the peers' protocol."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parent.parent / "bench"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(BENCH))
    before = set(sys.modules)

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield load
    for name in set(sys.modules) - before:
        if name.partition(".")[0] in ("peers", "news", "speed"):
            del sys.modules[name]


def test_made_news_are_the_same_for_the_same_seed_and_never_repeat(bench):
    news = bench("news")
    one, same, other = (news.characters(60_000, seed) for seed in (1, 1, 2))
    assert one == same
    assert not {doc.text for doc in one} & {doc.text for doc in other}
    sentences = [line for doc in one for line in doc.text.split(". ")]
    assert len(set(sentences)) > 0.99 * len(sentences)
    assert sum(len(doc.text) for doc in one) >= 60_000


def test_made_news_are_about_as_thick_with_dates_as_news(bench):
    from datetime import date

    from chrono.pipeline import extract

    docs = bench("news").characters(60_000, 3)
    found = sum(len(extract(d.text, published=date.fromisoformat(d.published))) for d in docs)
    assert 120 < sum(len(doc.text) for doc in docs) / found < 320


def test_hand_written_dispatches_are_read(bench):
    docs = bench("news").dispatches()
    assert len(docs) >= 12
    assert all(len(doc.published) == 10 and len(doc.text) > 400 for doc in docs)


def test_chrono_speaks_the_protocol(bench):
    peers = bench("peers")
    (chrono, *_) = peers.peers()
    with peers.Driver(chrono) as driver:
        driver.load([peers.Doc("a", "Il est né 😀 le 4 mars 1998 ; il part mardi.", "2025-03-20")])
        ran = driver.run()
        (found,) = driver.extract()
    assert driver.version
    assert ran["found"] == 2
    assert ran["cpu"] > 0
    spans = [(t["start"], t["end"], t["value"]) for t in found["timexes"]]
    assert spans == [(12, 26, "1998-03-04"), (37, 42, "2025-03-25")]


def test_an_unknown_peer_is_named(bench):
    with pytest.raises(SystemExit, match="no such peer: nobody"):
        bench("peers").choose(["nobody"])
