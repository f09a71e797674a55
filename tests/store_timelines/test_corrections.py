"""A person's word is final: it outlives what is read, and can be taken back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from chrono.chronicle.records import Verdict
from chrono.errors import InputError, NotFound, StoreError
from chrono.model import Resolution, Status, TimexType
from chrono.store import Action, Filter, Timeline, adding


def find(timeline, words, **choices):
    (found,) = [e for e in timeline.events(**choices) if words in e.title]
    return found


@pytest.fixture
def full(timeline, london, riyadh):
    timeline.add(london)
    timeline.add(riyadh)
    return timeline


def test_an_edit_stands_over_what_is_read(full, london, riyadh):
    event = find(full, "pourparlers")
    edited = full.edit(
        event.id,
        date="2025-03-24",
        title="Pourparlers de Ryad",
        status="cancelled",
        note="vu avec l'agence",
        reason="annoncé le 22",
    )
    assert edited.title == "Pourparlers de Ryad"
    assert edited.resolution.bounds.earliest == date(2025, 3, 24)
    assert edited.resolution.why == ("given by a person",)
    assert edited.status is Status.CANCELLED
    assert edited.note == "vu avec l'agence"
    assert edited.sequence == event.sequence + 1
    assert edited.modified_at > event.modified_at
    (correction,) = full.corrections()
    assert (correction.action, correction.reason) == (Action.EDIT, "annoncé le 22")
    assert correction.event == event.uid
    # An edited edition of the article, its removal and its return change nothing of it.
    more = replace(
        riyadh, article=replace(riyadh.article, text=riyadh.article.text + "\n\nEncore.\n")
    )
    full.add(more)
    assert find(full, "Ryad").status is Status.CANCELLED
    for ref in full.article_refs():
        full.remove_article(ref.id)
    assert full.events() == ()
    assert [c.orphaned for c in full.corrections()] == [True]
    full.add(riyadh)
    back = find(full, "Pourparlers de Ryad")
    assert back.status is Status.CANCELLED
    assert [c.orphaned for c in full.corrections()] == [False]


def test_an_edit_finds_its_quote_in_an_edited_text(timeline, make):
    line = ("Un incendie a ravagé jeudi un entrepôt de Rouen.", "jeudi", date(2025, 3, 20))
    timeline.add(make.reading("Incendie", line))
    event = find(timeline, "incendie")
    timeline.tag(event.id, "Rouen")
    (ref,) = timeline.article_refs()
    timeline.remove_article(ref.id)
    other = (
        "Un violent incendie a ravagé jeudi un entrepôt de Rouen.",
        "jeudi",
        date(2025, 3, 20),
    )
    timeline.add(make.reading("Incendie", other))
    assert find(timeline, "incendie").tags == ("Rouen",)


def test_hide_and_unhide(full):
    event = find(full, "Kremlin")
    assert full.hide(event.id, reason="hors sujet").hidden
    assert not any("Kremlin" in e.title for e in full.events())
    assert not any("Kremlin" in e.title for e in full.chronology().events)
    assert full.chronology().withdrawn == ()
    assert full.search("Kremlin") == ()
    assert find(full, "Kremlin", include_hidden=True).hidden
    assert full.search("Kremlin", include_hidden=True)
    assert not full.unhide(event.id).hidden
    assert find(full, "Kremlin").sequence == event.sequence + 2


def test_merge_goes_on_as_the_older_and_undo_restores_both(full):
    kremlin, quake = find(full, "Kremlin"), find(full, "séisme")
    merged = full.merge(quake.id, kremlin.id, reason="le même")
    assert merged.id == min(kremlin.id, quake.id)
    assert merged.uid == kremlin.uid
    assert len(merged.mentions) == 2
    gone = full.event(quake.id)
    assert gone.withdrawn
    assert any("merged by a person" in c.reason for c in gone.history)
    assert [e.id for e in full.chronology().withdrawn] == [quake.id]
    full.undo()
    assert find(full, "Kremlin").uid == kremlin.uid
    back = full.event(quake.id)
    assert (back.uid, back.withdrawn, back.title) == (quake.uid, False, quake.title)
    assert [c.undone for c in full.corrections()] == [True, False]
    # An undo is undone like anything else.
    full.undo(full.corrections()[-1].id)
    assert len(full.event(kremlin.id).mentions) == 2
    assert full.event(quake.id).withdrawn


def test_a_merge_outlives_removal_and_return(full, london):
    kremlin, quake = find(full, "Kremlin"), find(full, "séisme")
    full.merge(kremlin.id, quake.id)
    number = next(a.id for a in full.article_refs() if "Londres" in a.title)
    full.remove_article(number)
    assert len(find(full, "séisme").mentions) == 1
    assert [c.orphaned for c in full.corrections()] == [True]
    full.add(london)
    merged = next(
        e
        for e in full.events()
        if len({m.article.id for m in e.mentions}) == 2
        and any("Kremlin" in m.statement.quote for m in e.mentions)
    )
    assert any("séisme" in m.statement.quote for m in merged.mentions)
    assert [c.orphaned for c in full.corrections()] == [False]


def test_split_outlives_new_articles(full, make):
    event = find(full, "pourparlers")
    first, second = event.mentions
    rest, taken = full.split(event.id, [second.id], reason="autre réunion")
    assert rest.uid == event.uid
    assert [m.id for m in rest.mentions] == [first.id]
    assert [m.id for m in taken.mentions] == [second.id]
    assert taken.uid != event.uid
    full.add(
        make.reading(
            "Pourparlers à Ryad, suite",
            (
                "Les pourparlers russo-américains se sont tenus dimanche en Arabie saoudite.",
                "dimanche",
                date(2025, 3, 23),
            ),
            published=date(2025, 3, 25),
            source="suite.txt",
        )
    )
    assert first.id in {m.id for m in full.event(rest.id).mentions}
    assert second.id in {m.id for m in full.event(taken.id).mentions}
    assert second.id not in {m.id for m in full.event(rest.id).mentions}
    full.undo()
    assert {first.id, second.id} <= {m.id for m in full.event(event.id).mentions}
    assert full.event(taken.id).withdrawn


def test_apart_keeps_two_events_two(timeline, make):
    def told(source, day):
        return make.reading(
            f"Frappe {source}",
            ("Une frappe a visé jeudi un immeuble de Kharkiv.", "jeudi", date(2025, 3, 20)),
            published=day,
            source=source,
        )

    timeline.add(told("a.txt", date(2025, 3, 20)))
    timeline.add(told("b.txt", date(2025, 3, 21)))
    (event,) = timeline.events()
    one, other = timeline.split(event.id, [event.mentions[1].id])
    timeline.undo()
    timeline.undo(timeline.corrections()[-1].id)
    assert not timeline.event(other.id).withdrawn
    kept, also = timeline.apart(one.id, other.id)
    assert (kept.id, also.id) == (one.id, other.id)


def test_a_new_event_has_no_article(timeline, london):
    event = timeline.new(
        date="2025-03-23/2025-03-25",
        title="Sommet  prévu",
        status="planned",
        note="agenda",
        tags=["sommet", "UE"],
        reason="agenda de l'Élysée",
    )
    assert event.mentions == ()
    assert event.title == "Sommet prévu"
    assert event.tags == ("UE", "sommet")
    assert event.status is Status.PLANNED
    assert event.sequence == 0
    assert event.resolution.bounds.latest == date(2025, 3, 25)
    timeline.add(london)
    timeline.rebuild(lambda article: london, apply=True)
    assert timeline.event(event.id) == event
    assert timeline.edit(event.id, date="2025-03-24").resolution.value == "2025-03-24"
    merged = timeline.merge(event.id, find(timeline, "Kremlin").id)
    assert (merged.id, merged.title) == (event.id, "Sommet prévu")
    assert len(merged.mentions) == 1
    timeline.undo()
    assert timeline.event(event.id).mentions == ()
    assert not find(timeline, "Kremlin").withdrawn
    (new,) = [c for c in timeline.corrections() if c.action is Action.NEW]
    timeline.undo(new.id)
    assert timeline.event(event.id).withdrawn
    assert [c.orphaned for c in timeline.corrections() if c.action is Action.EDIT] == [True]


def test_tags(full):
    event = find(full, "Kremlin")
    full.tag(event.id, "russie")
    assert full.tag(event.id, "europe").tags == ("europe", "russie")
    assert [e.id for e in full.events(tag="russie")] == [event.id]
    assert [e.id for e in full.events(tag=["russie", "europe"])] == [event.id]
    assert full.events(tag=["russie", "asie"]) == ()
    assert full.untag(event.id, "russie").tags == ("europe",)
    with pytest.raises(NotFound):
        full.untag(event.id, "russie")


def test_corrections_are_append_only(full):
    full.hide(find(full, "Kremlin").id)
    with sqlite3.connect(full.path) as other:
        for sql in ("DELETE FROM corrections", "UPDATE corrections SET reason = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                other.execute(sql)
    other.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": "jeudi"},
        {"date": "2025-02-30"},
        {"date": "2025-03-25/2025-03-23"},
        {"date": Resolution(TimexType.DATE, "PAST_REF")},
        {"title": " "},
        {"title": "x" * 501},
        {"status": "peut-être"},
        {},
    ],
)
def test_what_is_not_understood_changes_nothing(full, wrong):
    event = find(full, "Kremlin")
    with pytest.raises(InputError):
        full.edit(event.id, **wrong)
    assert full.corrections() == ()
    assert full.event(event.id) == event


def test_what_is_not_there(full):
    event = find(full, "Kremlin")
    with pytest.raises(NotFound):
        full.hide(99)
    with pytest.raises(NotFound):
        full.undo()
    with pytest.raises(NotFound):
        full.undo(7)
    with pytest.raises(InputError):
        full.merge(event.id, event.id)
    with pytest.raises(InputError):
        full.split(event.id, [event.mentions[0].id])
    with pytest.raises(NotFound):
        full.split(event.id, [99])
    with pytest.raises(StoreError):
        full.event(99)
    assert full.corrections() == ()


def test_history_names_the_corrections(full):
    event = find(full, "Kremlin")
    full.edit(event.id, title="Le Kremlin dénonce", reason="trop long")
    lines = full.history(event.id)
    assert ("edited: title", "trop long") in [(c.what, c.reason) for c in lines]


def test_rebuild_shows_what_would_change_and_keeps_every_word(full, london, riyadh):
    edited = full.edit(find(full, "Kremlin").id, title="Dénonciation")
    tagged = full.tag(find(full, "pourparlers").id, "paix")
    readings = {r.article.url: r for r in (london, riyadh)}
    read = lambda article: readings[article.url]  # noqa: E731
    assert not full.rebuild(read)

    def better(article):
        """An engine that has the quake a day later, drops one statement, finds another."""
        reading = readings[article.url]
        if article.url == london.article.url:
            return replace(reading, statements=reading.statements[:2])
        quake = reading.statements[1]
        later = replace(
            quake.resolution,
            value="2025-03-25",
            bounds=replace(
                quake.resolution.bounds, earliest=date(2025, 3, 25), latest=date(2025, 3, 25)
            ),
        )
        title = replace(quake, start=0, end=12, quote=article.text[:12], title="Titre")
        return replace(
            reading, statements=(reading.statements[0], replace(quake, resolution=later), title)
        )

    state = full.chronology()
    diff = full.rebuild(better)
    assert diff
    assert not diff.applied
    assert full.chronology() == state, "a dry run must leave no trace"
    ((before, after),) = diff.moved
    assert (before.id, after.id) == (find(full, "séisme").id,) * 2
    assert after.resolution.value == "2025-03-25"
    assert [b.title for b in diff.gone] == [
        "Le président avait été accueilli récemment par Donald Trump"
    ]
    assert [b.title for b in diff.added] == ["Titre"]
    assert full.rebuild(better, apply=True).moved == diff.moved
    assert full.event(edited.id).title == "Dénonciation"
    assert full.event(tagged.id).tags == ("paix",)
    assert not full.rebuild(better, apply=True)
    assert [c.orphaned for c in full.corrections()] == [False, False]


def test_a_persons_word_stands_on_every_day(full):
    event = find(full, "pourparlers")
    full.edit(event.id, title="Pourparlers de Ryad")
    (then,) = [e for e in full.events(as_of="2025-03-21") if e.id == event.id]
    assert (then.title, then.status) == ("Pourparlers de Ryad", Status.PLANNED)
    assert len(then.mentions) == 1
    made = full.new(date="2025-04", title="Élections")
    assert [e.id for e in full.events(as_of="2000-01-01")] == [made.id]


def test_views(full):
    wanted = Filter.of(query="pourparlers", until="2025-04", status=["past", "planned"])
    full.save_view("sommet", wanted)
    assert full.views() == {"sommet": wanted}
    assert full.view("sommet") == wanted
    assert len(full.events(full.view("sommet"))) == 1
    full.save_view("sommet", Filter.of(top=1))
    assert full.view("sommet").top == 1
    with pytest.raises(NotFound, match="sommet"):
        full.view("autre")
    with pytest.raises(InputError):
        full.save_view("../x", wanted)
    full.drop_view("sommet")
    assert full.views() == {}


def test_confirmed_is_no_longer_doubtful(tmp_path, make):
    with Timeline.open(tmp_path / "d.db") as timeline:
        near, far = make.when(date(2025, 3, 13)), make.when(date(2025, 3, 20))
        reading = make.reading(
            "Visite", ("Le ministre en visite jeudi.", "jeudi", date(2025, 3, 20))
        )
        both = replace(near, alternatives=(near, far), open=True)
        told = replace(reading.statements[0], resolution=both)
        timeline.add(replace(reading, statements=(told,)))
        (doubt,) = timeline.doubts()
        assert doubt.kind == "direction"
        timeline.confirm(doubt.event.id)
        assert timeline.doubts() == ()


def test_near_duplicates_are_asked_about_once(tmp_path, make, monkeypatch):
    nearly = Verdict(0.5, False, ("same day",), doubtful=True)
    monkeypatch.setattr(adding, "similarity", lambda one, other: nearly)

    def told(place, source):
        return make.reading(
            f"Traité de {place}",
            (
                f"Le ministre Dupont a signé un traité commercial à {place} le 6.",
                "le 6",
                date(2025, 3, 6),
            ),
            published=date(2025, 3, 6),
            source=source,
        )

    with Timeline.open(tmp_path / "n.db") as timeline:
        timeline.add(told("Ryad", "a.txt"))
        timeline.add(told("Toulouse", "b.txt"))
        one, other = timeline.events()
        (doubt,) = timeline.doubts()
        assert doubt.kind == "near duplicate"
        assert (doubt.event.id, doubt.other.id) == (one.id, other.id)
        assert doubt.why == ("same day",)
        timeline.apart(one.id, other.id)
        assert timeline.doubts() == ()
        timeline.undo()
        assert len(timeline.doubts()) == 1
        merged = timeline.merge(one.id, other.id)
        assert len(merged.mentions) == 2
        assert timeline.doubts() == ()
        assert timeline.doubts(limit=1) == ()


def test_rebuild_leaves_alone_what_changed_meanwhile(full, london, riyadh, make):
    readings = {r.article.url: r for r in (london, riyadh)}

    def read(article):
        """While the engine reads, somebody removes one article."""
        with Timeline.open(full.path) as other:
            for ref in other.article_refs():
                if ref.url == london.article.url:
                    other.remove_article(ref.id)
        return readings[article.url]

    numbers = [a.id for a in full.article_refs()]
    texts = {number: full.article(number) for number in numbers}
    full.article = texts.__getitem__
    diff = full.rebuild(read, apply=True)
    del full.article
    assert diff.added == ()
    assert [a.url for a in full.article_refs()] == [riyadh.article.url]
    assert all(m.article.url == riyadh.article.url for e in full.events() for m in e.mentions)
