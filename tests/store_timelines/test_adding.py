"""Adding articles: new ones, the same again, edited ones, in any order; removing them."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from chrono.errors import InputError, NotFound
from chrono.model import Status
from chrono.store import AddedStatus, Timeline


def dump(path):
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()


def shape(timeline):
    """What a timeline tells, without what depends on the order of adding."""
    return sorted(
        (
            e.title,
            e.resolution and e.resolution.value,
            e.status,
            tuple(sorted(m.statement.quote for m in e.mentions)),
        )
        for e in timeline.events()
    )


def test_an_article_gives_events(timeline, london):
    added = timeline.add(london)
    assert added.status is AddedStatus.ADDED
    assert (added.statements, added.undated) == (3, 1)
    assert len(added.new) == 3
    first, second, undated = timeline.events()
    assert first.resolution.bounds.earliest == date(2025, 3, 20)
    assert second.status is Status.PLANNED
    assert undated.resolution is None or undated.resolution.bounds is None
    (mention,) = second.mentions
    assert mention.statement == london.statements[1]
    assert mention.article.url == london.article.url
    assert mention.article.publication == london.article.publication
    assert second.created_at == second.modified_at == added.article.added_at
    assert second.sequence == 0
    chronology = timeline.chronology()
    assert [e.id for e in chronology.events] == [first.id, second.id]
    assert [e.id for e in chronology.undated_events] == [undated.id]
    assert chronology.undated == 1
    assert chronology.name == "t"
    assert (chronology.language, chronology.timezone) == ("fr", "Europe/Paris")


def test_adding_again_changes_no_byte(timeline, london):
    timeline.add(london)
    bytes_before = hashlib.sha256(timeline.path.read_bytes()).digest()
    stamp = timeline.path.stat().st_mtime_ns
    again = timeline.add(london)
    assert again.status is AddedStatus.UNCHANGED
    assert (again.new, again.changed, again.gone) == ((), (), ())
    assert again.statements == 3
    other_file = replace(london, article=replace(london.article, source="copy.txt"))
    assert timeline.add(other_file).status is AddedStatus.UNCHANGED
    assert hashlib.sha256(timeline.path.read_bytes()).digest() == bytes_before
    assert timeline.path.stat().st_mtime_ns == stamp


def test_the_same_bytes_from_the_same_chronology(timeline, london, riyadh):
    timeline.add(london)
    timeline.add(riyadh)
    with Timeline.open(timeline.path) as other:
        assert other.chronology() == timeline.chronology()


def test_two_articles_one_event(timeline, london, riyadh):
    timeline.add(london)
    planned = next(e for e in timeline.events() if "pourparlers" in e.title)
    added = timeline.add(riyadh)
    assert [e.id for e in added.changed] == [planned.id]
    told = timeline.event(planned.id)
    assert told.uid == planned.uid
    assert told.status is Status.PAST
    assert len(told.mentions) == 2
    assert told.sequence == 1
    assert told.created_at == planned.created_at
    assert told.modified_at == added.article.added_at
    assert told.merge_why
    untouched = next(e for e in timeline.events() if "Kremlin" in e.title)
    assert (untouched.sequence, untouched.modified_at) == (0, untouched.created_at)


def test_the_order_of_adding_does_not_count(tmp_path, make, london, riyadh):
    third = make.reading(
        "Un séisme secoue le Japon",
        ("Le Japon a été frappé lundi par un séisme.", "lundi", date(2025, 3, 24)),
        published=date(2025, 3, 25),
        source="seisme.txt",
    )
    shapes = set()
    for number, order in enumerate(permutations([london, riyadh, third])):
        with Timeline.open(tmp_path / f"{number}.db") as timeline:
            for reading in order:
                timeline.add(reading)
            shapes.add(str(shape(timeline)))
    assert len(shapes) == 1


def test_an_edited_article_updates_and_keeps_the_old_text(timeline, make, london):
    first = timeline.add(london)
    before = {e.title: e for e in timeline.events()}
    edited = make.reading(
        "Ukraine : réunion à Londres, pourparlers dimanche",
        (
            "Des pourparlers entre Russes et Américains doivent se tenir en Arabie saoudite"
            " dimanche.",
            "dimanche",
            date(2025, 3, 23),
            Status.PLANNED,
        ),
        (
            "Le Kremlin a dénoncé jeudi les plans de militarisation de l'Europe.",
            "jeudi",
            date(2025, 3, 20),
        ),
        ("Un sommet se tiendra mardi à Bruxelles.", "mardi", date(2025, 3, 25), Status.PLANNED),
        url=london.article.url,
        updated=date(2025, 3, 21),
    )
    added = timeline.add(edited)
    assert added.status is AddedStatus.UPDATED
    assert added.article.id == first.article.id
    assert timeline.versions(first.article.id) == (london.article.text,)
    assert timeline.article(first.article.id) == edited.article
    assert len(added.new) == 1
    assert len(added.gone) == 1
    now = {e.title: e for e in timeline.events()}
    talks = next(e for e in now.values() if "pourparlers" in e.title)
    old_talks = next(e for e in before.values() if "pourparlers" in e.title)
    assert (talks.id, talks.uid) == (old_talks.id, old_talks.uid)
    assert talks.mentions[0].id == old_talks.mentions[0].id
    kremlin = next(e for e in now.values() if "Kremlin" in e.title)
    assert kremlin.mentions[0].statement == edited.statements[1]
    assert timeline.add(edited).status is AddedStatus.UNCHANGED
    # What an edit brought was not known on the day of publication.
    as_of = {e.title for e in timeline.events(as_of="2025-03-20")}
    assert "Un sommet se tiendra mardi à Bruxelles" not in as_of
    assert any("Kremlin" in title for title in as_of)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"url": None, "source": "a.txt"}, AddedStatus.UPDATED),
        ({"url": "https://other.example/x"}, AddedStatus.ADDED),
    ],
)
def test_which_article_it_is(timeline, make, change, status):
    line = ("Le Kremlin a dénoncé jeudi les plans de l'Europe.", "jeudi", date(2025, 3, 20))
    url = "https://one.example/x" if change.get("url") else None
    timeline.add(make.reading("Titre", line, url=url, source="a.txt"))
    again = make.reading("Titre", line, line, url=change.get("url"), source="a.txt")
    assert timeline.add(again).status is status


def test_a_column_of_one_title_is_many_articles(timeline, make):
    for day in (20, 21):
        reading = make.reading(
            "Ce que l'on sait",
            (f"Le ministre numéro {day} est arrivé jeudi.", "jeudi", date(2025, 3, day)),
            published=date(2025, 3, day),
            source="-",
        )
        assert timeline.add(reading).status is AddedStatus.ADDED


def test_removing_and_adding_again(timeline, london, riyadh):
    one = timeline.add(london)
    timeline.add(riyadh)
    uids = {e.id: e.uid for e in timeline.events()}
    removed = timeline.remove_article(one.article.id)
    assert removed.title == london.article.title
    left = timeline.events()
    assert {m.article.title for e in left for m in e.mentions} == {riyadh.article.title}
    gone = timeline.chronology().withdrawn
    assert {e.withdrawn for e in gone} == {True}
    assert len(gone) == 1  # the undated one has no day to be cancelled on
    with pytest.raises(NotFound):
        timeline.article(one.article.id)
    again = timeline.add(london)
    assert again.status is AddedStatus.ADDED
    assert {e.id: e.uid for e in timeline.events()} == uids
    assert timeline.chronology().withdrawn == ()
    with pytest.raises(NotFound):
        timeline.remove_article(99)


def test_withdrawn_events_go_after_thirty_days(timeline, london, riyadh):
    number = timeline.add(london).article.id
    timeline.remove_article(number, now=datetime(2025, 4, 1, tzinfo=UTC))
    assert len(timeline.chronology().withdrawn) == 2
    timeline.add(riyadh, now=datetime(2025, 4, 30, tzinfo=UTC))
    assert len(timeline.chronology().withdrawn) == 2
    timeline.new(date="2025-05", title="Plus tard", now=datetime(2025, 5, 2, tzinfo=UTC))
    assert timeline.chronology().withdrawn == ()


def test_an_article_is_read_when_it_is_added(timeline, london, monkeypatch):
    read = []
    import chrono.pipeline

    def fake(article):
        read.append(article)
        return london

    monkeypatch.setattr(chrono.pipeline, "read", fake)
    assert timeline.add(london.article).status is AddedStatus.ADDED
    assert timeline.add(london.article).status is AddedStatus.UNCHANGED
    assert len(read) == 1


def test_an_instant_needs_a_time_zone(timeline, london):
    with pytest.raises(InputError):
        timeline.add(london, now=datetime(2025, 3, 20))
    assert timeline.events() == ()


def test_an_undated_article(timeline, make):
    timeline.add(make.reading("Sans date", ("Il arrive.", "", None), published=None))
    (event,) = timeline.events()
    assert event.resolution is None
    assert timeline.chronology().undated == 1
    assert len(timeline.events(as_of="2020-01-01")) == 1


def test_history_tells_what_was_known_when(timeline, london, riyadh):
    timeline.add(london)
    timeline.add(riyadh)
    event = next(e for e in timeline.events() if "pourparlers" in e.title)
    days = [change.known_on for change in timeline.history(event.id)]
    assert days == sorted(days)
    then = next(e for e in timeline.events(as_of="2025-03-21") if e.id == event.id)
    assert then.status is Status.PLANNED
    assert len(then.mentions) == 1
    assert then.uid == event.uid
    assert not any("séisme" in e.title for e in timeline.events(as_of=date(2025, 3, 21)))
    assert timeline.events(as_of="2025-03-19") == ()
