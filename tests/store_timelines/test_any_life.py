"""Whatever a timeline lives through, it stays whole and keeps a person's word."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from chrono.store import Action, Timeline

WHO = ("Le ministre Dupont", "Le président Martin", "La maire Bernard")
DID = ("inauguré un hôpital", "signé un traité commercial", "visité une centrale électrique")
WHERE = ("Londres", "Kharkiv", "Toulouse")


MAKING = []


@pytest.fixture(autouse=True)
def making(make):
    MAKING[:] = [make]


def reading(number, edition):
    dice = random.Random(number * 7 + edition // 2)
    lines = []
    for _ in range(dice.randint(1, 3)):
        day = date(2025, 3, 3) + timedelta(days=dice.randint(0, 3))
        told = f"{dice.choice(WHO)} a {dice.choice(DID)} à {dice.choice(WHERE)} le {day.day} mars."
        if edition % 2:
            told = told.replace(" a ", " a déjà ")
        if all(told != line[0] for line in lines):
            lines.append((told, f"le {day.day} mars", day))
    return MAKING[0].reading(
        f"Dépêche {number}",
        *lines,
        published=date(2025, 3, 8),
        url=f"https://example.org/{number}",
    )


class Life(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.now = datetime(2025, 3, 8, tzinfo=UTC)
        self.timeline = Timeline.open(":memory:", clock=self.tick)
        self.titles = {}

    def tick(self):
        self.now += timedelta(minutes=1)
        return self.now

    def teardown(self):
        if hasattr(self, "timeline"):
            self.timeline.close()

    def pick(self, number):
        events = self.timeline.events(include_hidden=True)
        return events[number % len(events)]

    def any_event(self):
        return bool(self.timeline.events(include_hidden=True))

    @rule(number=st.integers(0, 4), edition=st.integers(0, 3))
    def add(self, number, edition):
        self.timeline.add(reading(number, edition))

    @precondition(lambda self: self.timeline.article_refs())
    @rule(number=st.integers(0, 9))
    def remove(self, number):
        refs = self.timeline.article_refs()
        self.timeline.remove_article(refs[number % len(refs)].id)

    @precondition(any_event)
    @rule(number=st.integers(0, 9), word=st.sampled_from("xyz"))
    def edit(self, number, word):
        self.timeline.edit(self.pick(number).id, title=word)

    @precondition(any_event)
    @rule(number=st.integers(0, 9))
    def hide(self, number):
        self.timeline.hide(self.pick(number).id)

    @precondition(any_event)
    @rule(one=st.integers(0, 9), two=st.integers(0, 9))
    def merge(self, one, two):
        a, b = self.pick(one), self.pick(two)
        if a.id != b.id:
            merged = self.timeline.merge(a.id, b.id)
            assert {m.id for m in merged.mentions} == {m.id for m in (*a.mentions, *b.mentions)}

    @precondition(any_event)
    @rule(number=st.integers(0, 9), place=st.integers(0, 3))
    def split(self, number, place):
        event = self.pick(number)
        if len(event.mentions) > 1:
            out = event.mentions[place % len(event.mentions)].id
            rest, taken = self.timeline.split(event.id, [out])
            assert [m.id for m in taken.mentions] == [out]
            assert {m.id for m in rest.mentions} == {m.id for m in event.mentions} - {out}
            assert rest.uid == event.uid

    @rule()
    def new(self):
        self.timeline.new(date="2025-03-05", title="neuf")

    @precondition(lambda self: any(not c.undone for c in self.timeline.corrections()))
    @rule(number=st.integers(0, 9))
    def undo(self, number):
        left = [c for c in self.timeline.corrections() if not c.undone]
        self.timeline.undo(left[number % len(left)].id)

    @rule()
    def rebuild(self):
        readings = {}
        for ref in self.timeline.article_refs():
            number = int(ref.url.rpartition("/")[2])
            text = self.timeline.article(ref.id).text
            readings[text] = next(
                r for r in (reading(number, e) for e in range(4)) if r.article.text == text
            )
        before = self.timeline.chronology()
        diff = self.timeline.rebuild(lambda article: readings[article.text], apply=True)
        assert not diff, diff
        assert self.timeline.chronology() == before

    @invariant()
    def it_is_whole(self):
        if not hasattr(self, "timeline"):
            return
        connection = self.timeline._database.connection
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert not connection.execute(
            "SELECT id FROM statements WHERE id NOT IN (SELECT statement_id FROM mentions)"
        ).fetchall()
        assert not connection.execute(
            "SELECT m.event_id FROM mentions m JOIN events e ON e.id = m.event_id WHERE e.withdrawn"
        ).fetchall()
        assert not connection.execute(
            "SELECT id FROM events WHERE NOT withdrawn AND NOT manual"
            " AND id NOT IN (SELECT event_id FROM mentions)"
        ).fetchall()

    @invariant()
    def a_persons_word_stands(self):
        if not hasattr(self, "timeline"):
            return
        alive = {e.uid: e for e in self.timeline.events(include_hidden=True)}
        last = {}
        for correction in self.timeline.corrections():
            if correction.action is Action.EDIT and not correction.undone:
                last[correction.event] = correction.data["title"]
        for uid, title in last.items():
            if uid in alive:
                assert alive[uid].title in {title, *last.values()}


Life.TestCase.settings = settings(max_examples=25, stateful_step_count=14, deadline=None)
test_life = Life.TestCase
