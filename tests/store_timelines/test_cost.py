"""What adding and listing cost does not grow with what is stored: counted, not timed."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta

from chrono.store import Timeline

PLACES = ("Londres", "Kharkiv", "Toulouse", "Ryad", "Oslo", "Varsovie", "Lille")
DEEDS = ("inauguré un hôpital", "bombardé un pont ferroviaire", "signé un traité commercial")


def story(make, number):
    """Three statements a day, each told again on the next two days."""
    day = date(2024, 1, 1) + timedelta(days=number // 2)
    lines = []
    for back in range(3):
        happened = day - timedelta(days=back)
        place = PLACES[happened.toordinal() % len(PLACES)]
        deed = DEEDS[happened.toordinal() % len(DEEDS)]
        words = f"le {happened.day}"
        lines.append((f"Le ministre Dupont a {deed} à {place} {words}.", words, happened))
    return make.reading(
        f"Dépêche {number}", *lines, published=day, url=f"https://example.org/{number}"
    )


@contextmanager
def counted(timeline):
    """Count the statements that SQLite runs, and the steps of its machine by the thousand."""
    connection = timeline._database.connection
    found = {"statements": 0, "steps": 0}

    def one(_):
        found["statements"] += 1

    def thousand():
        found["steps"] += 1

    connection.set_trace_callback(one)
    connection.set_progress_handler(thousand, 1000)
    try:
        yield found
    finally:
        connection.set_trace_callback(None)
        connection.set_progress_handler(None, 0)


def test_the_cost_of_adding_and_listing(make):
    with Timeline.open(":memory:") as timeline:
        costs, lists, sizes = {}, {}, {}
        for number in range(161):
            with counted(timeline) as cost:
                timeline.add(story(make, number))
            costs[number] = cost
            if number in (50, 160):
                with counted(timeline) as listing:
                    sizes[number] = len(timeline.events())
                lists[number] = listing
        early = max(costs[n]["statements"] for n in range(40, 51))
        late = max(costs[n]["statements"] for n in range(150, 161))
        assert late <= 1.1 * early
        assert max(costs[n]["steps"] for n in range(150, 161)) <= 3 + 1.5 * max(
            costs[n]["steps"] for n in range(40, 51)
        )
        assert sizes[160] > 2.5 * sizes[50]
        assert lists[160]["statements"] < 40
