"""Merging: symmetric, explained, in any order the same, without chains; what events then say."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chrono.chronicle.clusters import all_links
from chrono.chronicle.events import (
    Cluster,
    EventContent,
    Record,
    Signature,
    chronicle,
    cluster,
    event_content,
    index_keys,
    known_on,
    links,
    probe_keys,
    salience,
    signature,
    similarity,
)
from chrono.model import Article, Basis, Kind, Publication, Status
from chrono.pipeline import read

_numbers = count()


def records(day: date, text: str, title: str = "", source: str = "") -> list[Record]:
    number = next(_numbers)
    article = Article(title, text, Publication(day))
    return [
        Record(
            f"{number:04}/{place:02}",
            str(number),
            day,
            statement,
            signature(statement, article),
            source=source,
            lede=statement.basis is Basis.PUBLICATION,
        )
        for place, statement in enumerate(read(article).statements)
    ]


def record(day: date, text: str, title: str = "", source: str = "") -> Record:
    return records(day, text, title, source)[0]


def events(found: Iterable[Record]) -> list[EventContent]:
    return [content for content in chronicle(found) if content.resolution is not None]


MAR = date(2025, 3, 1)
A = (date(2025, 3, 4), "Une explosion a fait deux blessés lundi dans une usine chimique d'Orcey.")
B = (date(2025, 3, 5), "L'explosion survenue lundi dans une usine chimique d'Orcey a fait un mort.")


def test_the_verdict_is_symmetric_and_says_why() -> None:
    a, b = record(*A), record(*B)
    one, two = similarity(a, b), similarity(b, a)
    assert one == two
    assert one.same
    assert one.why[0] == "same day"
    assert one.why[1].startswith("shares ")
    assert "Orcey" in one.why[1]
    assert "explosion" in one.why[1]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Une explosion a fait deux blessés lundi dans une usine chimique de Belmare.",
            "another town",
        ),
        (
            "Une explosion a fait deux blessés mercredi 26 février dans une usine d'Orcey.",
            "another day",
        ),
        ("Le maire d'Orcey a inauguré lundi une école.", "another thing in the same town"),
        ("Le ministre Paul Roy s'est rendu lundi à Vilmare.", "nothing in common"),
    ],
)
def test_look_alikes_stay_apart(text: str, why: str) -> None:
    assert not similarity(record(*A), record(date(2025, 3, 4), text)).same, why


def test_a_daily_thing_is_news_of_its_own_each_day() -> None:
    told = "Des drones ont attaqué {} le port de Sarleven, faisant des dégâts importants."
    one = record(date(2025, 3, 5), told.format("mardi"))
    two = record(date(2025, 3, 6), told.format("mercredi"))
    assert not similarity(one, two).same


def test_a_signature_survives_json() -> None:
    for one in records(*A, title="Explosion à Orcey"):
        again = Signature.from_json(json.loads(json.dumps(one.signature.to_json())))
        assert again == one.signature


def test_linked_records_share_a_key() -> None:
    found = [record(*A), record(*B), record(date(2025, 3, 20), A[1].replace("lundi", "en mars"))]
    for one in found:
        for two in found:
            if one is not two and similarity(one, two).same:
                assert set(probe_keys(one)) & set(index_keys(two))


def test_a_month_meets_its_days() -> None:
    one = record(*A)
    two = record(
        date(2025, 4, 9),
        "L'explosion d'une usine chimique d'Orcey avait fait deux blessés en mars.",
    )
    assert similarity(one, two).same
    assert set(probe_keys(one)) & set(index_keys(two))
    assert set(probe_keys(two)) & set(index_keys(one))
    (content,) = events([one, two])
    assert content.resolution is not None
    assert content.resolution.value == "2025-03-03"  # the sharper one


# -- clusters ------------------------------------------------------------------------------------

TOWNS = ("Orcey", "Belmare", "Tarsac")
TOLD = (
    "Une explosion a fait deux blessés {} dans une usine chimique de {}.",
    "L'explosion survenue {} dans une usine de {} a fait deux blessés.",
    "Les cheminots ont manifesté {} devant la gare de {}.",
    "La manifestation des cheminots aura lieu {} à {}.",
)


@st.composite
def stories(draw: st.DrawFn) -> list[Record]:
    found: list[Record] = []
    for _ in range(draw(st.integers(2, 9))):
        day = MAR + timedelta(days=draw(st.integers(0, 6)))
        said = draw(st.sampled_from(("lundi", "mardi", "jeudi", "en mars", "le 4 mars")))
        text = draw(st.sampled_from(TOLD)).format(said, draw(st.sampled_from(TOWNS)))
        found.extend(records(day, text))
    return found


@given(stories(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_any_order_gives_the_same_clusters(found: list[Record], dice: random.Random) -> None:
    first = cluster(found)
    assert sorted(key for group in first for key in group.keys) == sorted(r.key for r in found)
    shuffled = found[:]
    dice.shuffle(shuffled)
    assert cluster(shuffled) == first


@given(stories())
@settings(max_examples=25, deadline=None)
def test_a_component_alone_gives_the_same_clusters(found: list[Record]) -> None:
    """What the store relies on: it clusters again only what new records reach through links."""
    everything = {group.keys for group in cluster(found)}
    chosen = all_links(found)
    reached = {found[0].key}
    grown = True
    while grown:
        more = {k for link in chosen if {link.a, link.b} & reached for k in (link.a, link.b)}
        grown = not more <= reached
        reached |= more
    part = [one for one in found if one.key in reached]
    assert {group.keys for group in cluster(part, chosen)} <= everything


@given(stories())
@settings(max_examples=25, deadline=None)
def test_times_of_an_event_are_compatible_or_bridged(found: list[Record]) -> None:
    for group in cluster(found):
        if any(link.bridge for link in group.links):
            continue
        dated = [r.signature for r in group.records if r.signature.earliest is not None]
        latest_start = max((s.earliest for s in dated if s.earliest), default=MAR)
        earliest_end = min((s.latest for s in dated if s.latest), default=date.max)
        assert latest_start - timedelta(days=1) <= earliest_end


def test_no_chain_through_a_vague_record() -> None:
    """ "En mars" fits both strikes; the strikes stay two."""
    told = "Les cheminots de Valbrune ont fait grève {}."
    one = record(date(2025, 3, 7), told.format("jeudi"))
    two = record(date(2025, 3, 21), told.format("jeudi"))
    vague = record(date(2025, 5, 2), told.format("en mars"))
    for found in ([one, two, vague], [vague, two, one]):
        homes = {key: group.keys for group in cluster(found) for key in group.keys}
        assert homes[one.key] != homes[two.key]


def test_links_of_one_record() -> None:
    a, b = record(*A), record(*B)
    (link,) = links(a, [a, b])
    assert (link.a, link.b) == tuple(sorted((a.key, b.key)))


# -- what an event says --------------------------------------------------------------------------


def test_planned_then_dated_then_past_is_one_event_with_its_history() -> None:
    found = [
        *records(
            date(2025, 4, 3),
            "Les délégations varène et toslandaise se retrouveront à Genève dimanche ou en tout "
            "début de semaine prochaine.",
        ),
        *records(
            date(2025, 4, 4),
            "Les délégations varène et toslandaise se retrouveront lundi à Genève.",
        ),
        *records(
            date(2025, 4, 8),
            "Les délégations varène et toslandaise se sont retrouvées lundi à Genève.",
        ),
    ]
    (content,) = events(found)
    assert (content.status, content.conflict) == (Status.PAST, False)
    assert content.resolution is not None
    assert content.resolution.value == "2025-04-07"
    assert [entry.known_on for entry in content.history] == [
        date(2025, 4, 3),
        date(2025, 4, 4),
        date(2025, 4, 8),
    ]
    assert content.history[-1].what == "planned → past"
    (group,) = cluster(found)
    before = known_on(group, date(2025, 4, 3))
    assert before is not None
    assert event_content(before).status is Status.PLANNED
    assert known_on(group, date(2025, 4, 1)) is None


def test_sources_that_disagree_are_a_conflict_with_each_quote() -> None:
    told = "Un immeuble de quatre étages s'est effondré {} dans le centre de Tarsac."
    found = [
        record(date(2025, 3, 5), told.format("mardi"), source="a.example"),
        record(date(2025, 3, 6), told.format("lundi"), source="b.example"),
        record(date(2025, 3, 6), told.format("mardi"), source="c.example"),
    ]
    (content,) = events(found)
    assert content.conflict
    assert content.resolution is not None
    assert content.resolution.value == "2025-03-04"  # two against one, never averaged
    assert len(content.conflicts) == 2
    assert content.conflicts[0].startswith("2025-03-03: « Un immeuble")
    assert "b.example" in content.conflicts[0]
    assert content.conflicts[1].startswith("2025-03-04: « Un immeuble")


def test_what_happened_stays_past() -> None:
    found = [
        record(date(2025, 3, 5), "Le sommet de Sarleven sur la pêche s'est tenu mardi."),
        record(date(2025, 3, 6), "Le sommet de Sarleven sur la pêche était prévu le 4 mars 2025."),
    ]
    (content,) = events(found)
    assert content.status is Status.PAST


def test_a_title_is_from_a_record_of_the_status_that_holds() -> None:
    found = [
        record(
            date(2025, 3, 3), "Le concert de Lina Moreau aura lieu samedi à Valmont.", "Concert"
        ),
        record(
            date(2025, 3, 6),
            "Le concert de Lina Moreau prévu samedi à Valmont est annulé.",
            "Concert annulé",
        ),
    ]
    (content,) = events(found)
    assert (content.status, content.title) == (Status.CANCELLED, "Concert annulé")


def test_speeches_are_one_kind() -> None:
    found = record(date(2025, 3, 6), "Le roi est content.\n\nIl a déclaré mercredi que tout va.")
    assert event_content(Cluster((found,))).kind is Kind.EVENT


# -- salience ------------------------------------------------------------------------------------


def test_salience_grows_with_articles_sources_and_later_mentions() -> None:
    one = Cluster((record(*A, source="a.example"),))
    two = Cluster((*one.records, record(*B, source="b.example")))
    assert salience(one).score < salience(two).score < salience(two, references=4).score
    assert salience(two, references=4).why == (
        "told by 2 articles of 2 sources",
        "in the title or lede of 2 articles",
        "its day is named by 4 later articles",
        "told over 2 days",
    )
