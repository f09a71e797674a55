"""Adding one by one, in any order, gives what clustering everything at once gives."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from chrono.chronicle.events import cluster
from chrono.model import Status
from chrono.store import Timeline

PEOPLE = ("Le ministre Dupont", "Le président Martin", "La maire Bernard", "L'armée russe")
DEEDS = ("inauguré un hôpital", "bombardé un pont ferroviaire", "signé un traité commercial")
PLANS = ("inaugurera un hôpital", "bombardera un pont ferroviaire", "signera un traité commercial")
PLACES = ("Londres", "Kharkiv", "Toulouse", "Ryad")


def readings(make, seed, count):
    dice = random.Random(seed)
    start = date(2025, 3, 1)
    found = []
    for number in range(count):
        published = start + timedelta(days=number // 2)
        lines = []
        for _ in range(dice.randint(1, 4)):
            day = published + timedelta(days=dice.randint(-4, 4))
            who, where, what = dice.choice(PEOPLE), dice.choice(PLACES), dice.randrange(len(DEEDS))
            words = f"le {day.day}"
            wide = (day, day + timedelta(days=dice.choice((0, 0, 0, 6, 25))))
            if day > published:
                told, status = f"{who} {PLANS[what]} à {where} {words}.", Status.PLANNED
            else:
                told, status = f"{who} a {DEEDS[what]} à {where} {words}.", Status.PAST
            if all(told != line[0] for line in lines):
                lines.append((told, words, wide, status))
        found.append(
            make.reading(
                f"Dépêche {number}",
                *lines,
                published=published,
                url=f"https://example.org/{number}",
            )
        )
    return found


def told_together(timeline):
    return {
        frozenset(m.statement.quote + m.article.title for m in e.mentions)
        for e in timeline.events()
    }


def at_once(timeline):
    connection = timeline._database.connection
    numbers = [number for (number,) in connection.execute("SELECT id FROM statements")]
    records = timeline._records.get(numbers)
    titles = dict(connection.execute("SELECT key, title FROM articles"))
    return {
        frozenset(r.statement.quote + titles[r.article] for r in group.records)
        for group in cluster(records.values())
    }


@pytest.mark.parametrize("seed", range(6))
def test_any_order_gives_the_same_events(make, seed):
    told = readings(make, seed, 16)
    shapes = []
    for order in range(3):
        mixed = told if order == 0 else random.Random(order).sample(told, len(told))
        with Timeline.open(":memory:") as timeline:
            for reading in mixed:
                timeline.add(reading)
            shapes.append(told_together(timeline))
            assert shapes[-1] == at_once(timeline)
    assert shapes[0] == shapes[1] == shapes[2]


def test_what_was_removed_leaves_no_trace(make):
    told = readings(make, 9, 12)
    with Timeline.open(":memory:") as timeline, Timeline.open(":memory:") as other:
        for reading in told:
            timeline.add(reading)
        for reading in told[:6]:
            other.add(reading)
        for ref in timeline.article_refs():
            if int(ref.title.split()[1]) >= 6:
                timeline.remove_article(ref.id)
        assert told_together(timeline) == told_together(other)
