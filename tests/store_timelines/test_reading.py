"""Filters, search, exports: what is read of a timeline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.errors import ExportError, InputError, StoreError
from chrono.model import Granularity, Kind, Status
from chrono.store import Filter, Timeline
from chrono.store.searching import match_expression, unmarked


@pytest.fixture
def full(timeline, london, riyadh, make):
    timeline.add(london)
    timeline.add(riyadh)
    timeline.add(
        make.reading(
            "Cessez-le-feu à Genève",
            (
                "Un cessez-le-feu négocié à Genève entrera en vigueur la semaine prochaine.",
                "la semaine prochaine",
                (date(2025, 3, 31), date(2025, 4, 6)),
                Status.PLANNED,
            ),
            (
                "Le ministre a déclaré jeudi vouloir la paix.",
                "jeudi",
                date(2025, 3, 27),
                Status.PAST,
                Kind.SPEECH,
            ),
            published=date(2025, 3, 28),
            source="geneve.txt",
        )
    )
    return timeline


def titles(events):
    return [event.title.split()[0:3] for event in events]


@pytest.mark.parametrize(
    ("choices", "count"),
    [
        ({}, 6),
        ({"since": "2025-03-24"}, 3),
        ({"since": date(2025, 4, 1), "until": "2025-04-02"}, 1),
        ({"until": "2025-03-23"}, 2),
        ({"until": "2025-03"}, 5),
        ({"since": "2026"}, 0),
        ({"status": "planned"}, 1),
        ({"status": ["planned", Status.PAST]}, 6),
        ({"status": "planned,past", "kind": "speech"}, 1),
        ({"kind": Kind.EVENT}, 5),
        ({"query": "cessez-le-feu geneve"}, 1),
        ({"query": "pourparlers"}, 1),
        ({"source": "example.org"}, 3),
        ({"source": ["geneve.txt", "example.com"]}, 4),
        ({"source": "https://www.example.com/ryad"}, 2),
        ({"min_precision": Granularity.WEEK}, 5),
        ({"min_precision": "day"}, 4),
        ({"top": 2}, 2),
        ({"top": 99}, 5),
        ({"article": 3}, 2),
        ({"as_of": "2025-03-20"}, 3),
        ({"as_of": "2025-03-24", "since": "2025-03-23"}, 2),
        ({"person": "Trump"}, 1),
        ({"place": "Arabie"}, 1),
        ({"place": "Trump"}, 0),
        ({"query": "pourparlers", "source": "geneve.txt"}, 0),
    ],
)
def test_filters(full, choices, count):
    events = full.events(**choices)
    assert len(events) == count
    assert list(full.events(Filter.of(**choices))) == list(events)
    chronology = full.chronology(**choices)
    assert list(chronology.events) == [e for e in events if e in chronology.events]
    if choices:
        cited = {
            m.article.id
            for e in (*chronology.events, *chronology.undated_events)
            for m in e.mentions
        }
        assert {a.id for a in chronology.articles} == cited


def test_what_has_no_date_is_always_counted(full):
    assert full.chronology(since="2025-03-23", top=1).undated == 1
    assert len(full.chronology(since="2025-03-23", top=1).events) == 1
    assert full.chronology(status="planned").undated == 0


def test_the_order_of_time(full):
    days = [e.resolution.bounds.earliest for e in full.chronology().events]
    assert days == sorted(days)


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "jeudi"},
        {"since": "2025-02-30"},
        {"status": "peut-être"},
        {"kind": "x"},
        {"top": 0},
        {"top": "x"},
        {"min_precision": "jour"},
        {"include_hidden": "peut-être"},
        {"colour": "red"},
    ],
)
def test_a_filter_that_is_not_understood_is_named(full, wrong):
    (name,) = wrong
    with pytest.raises(InputError, match=name.replace("_", "[-_]")):
        full.events(**wrong)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8).filter(
    lambda text: text.strip() == text
)


@given(
    st.builds(
        Filter,
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        as_of=st.none() | st.dates(),
        status=st.sets(st.sampled_from(Status)).map(lambda s: tuple(sorted(s))),
        kind=st.sets(st.sampled_from(Kind)).map(lambda s: tuple(sorted(s))),
        tag=st.sets(words).map(lambda s: tuple(sorted(s))),
        source=st.sets(words).map(lambda s: tuple(sorted(s))),
        query=words,
        min_precision=st.none() | st.sampled_from(Granularity),
        top=st.none() | st.integers(1, 99),
        article=st.none() | st.integers(1, 99),
        include_hidden=st.booleans(),
    )
)
def test_a_filter_survives_its_texts(wanted):
    assert Filter.from_options(wanted.to_options()) == wanted


def test_search(full):
    (hit,) = full.search("cessez le FEU genève")
    assert [hit.quote[a:b] for a, b in hit.spans] == ["cessez-le-feu", "Genève"] or [
        hit.quote[a:b] for a, b in hit.spans
    ] == ["cessez", "le", "feu", "Genève"]
    assert hit.article.source == "geneve.txt"
    assert full.event(hit.event).mentions[0].id == hit.mention
    assert {h.title for h in full.search("negoci*")} == {hit.title}
    assert full.search("pourparlers -dimanche") == ()
    assert len(full.search("pourparlers")) == 2
    assert len(full.search("pourparlers", limit=1)) == 1
    made = full.new(date="2025", title="Traité de l'Élysée", note="signé à Paris")
    (found,) = full.search("elysee")
    assert (found.event, found.article) == (made.id, None)
    assert [found.quote[a:b] for a, b in found.spans] == ["Élysée"]
    (noted,) = full.search('"signe à paris"')
    assert noted.quote == "signé à Paris"
    full.edit(made.id, title="Traité d'amitié")
    assert full.search("elysee") == ()


@given(st.text(max_size=30))
def test_no_query_is_wrong(query):
    with Timeline.open(":memory:") as timeline:
        timeline.new(date="2025", title="X")
        assert timeline.search(query) in ((),) or match_expression(query)
        timeline.events(query=query)


@given(st.lists(st.tuples(st.text("ab ", max_size=4), st.text("cd", min_size=1, max_size=3))))
def test_marks(parts):
    marked = "".join(f"{a}\ue000{b}\ue001" for a, b in parts)
    text, spans = unmarked(marked)
    assert text == "".join(a + b for a, b in parts)
    assert [text[a:b] for a, b in spans] == [b for _, b in parts]


def test_export(full):
    content = full.export("json", since="2025-03-23")
    assert content.startswith(b"{")
    assert full.export("json", since="2025-03-23") == content
    with pytest.raises(ExportError):
        full.export("nonsense")


def test_later_references_make_an_event_matter(timeline, make):
    told = ("Le traité a été signé jeudi à Rome.", "jeudi", date(2025, 3, 20))
    timeline.add(make.reading("Rome", told))
    (event,) = timeline.events()
    for day in (25, 26, 27):
        timeline.add(
            make.reading(
                f"Suite {day}",
                (f"La bourse numéro {day} a fermé le 20 mars.", "le 20 mars", date(2025, 3, 20)),
                published=date(2025, 3, day),
                source=f"{day}.txt",
            )
        )
    later = timeline.event(event.id)
    assert later.score > event.score
    assert later.score_why
    assert (later.sequence, later.modified_at) == (event.sequence, event.modified_at)
    assert next(e for e in timeline.events() if e.id == event.id) == later
    assert timeline.events(as_of="2025-03-20") == (event,)


def test_reading_a_timeline_that_is_busy_waits(full):
    with Timeline.open(full.path) as other, other._database.write():
        assert len(full.events()) == 6  # a reader does not wait for a writer that has not stored


def test_closed_is_closed(full):
    full.close()
    with pytest.raises(StoreError):
        full.events()
