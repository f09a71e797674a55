"""What holds of any text: the engine never raises, its spans are true, and it forgets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chrono.grammar.text import blocks, pieces
from chrono.languages.fr import french
from chrono.languages.fr.corpus import Example, load
from chrono.languages.fr.words import entries
from chrono.model import Anchor, Resolution, Timex
from chrono.pipeline import extract, moved, reader

PUBLISHED = date(2025, 3, 20)
EXAMPLES = load()
SPELLINGS = sorted(french().lexicon.words)
FORMS = sorted({form for entry in entries() for form in entry.forms})
SIGNS = ["'", "’", "-", "–", "/", ":", ".", ",", ";", "(", ")", "«", "»", '"', "%", "€", "°", "\n"]
VERBS = ["a", "sera", "est", "prévu", "aura", "lieu", "dit", "avait", "va", "partir", "que", "qui"]

number = st.integers(0, 99).map(str) | st.integers(0, 2200).map(str) | st.integers(0).map(str)
word = (
    st.sampled_from(SPELLINGS)
    | st.sampled_from(FORMS)
    | st.sampled_from(SIGNS + VERBS)
    | number
    | st.sampled_from([each.text for each in EXAMPLES])
)
salad = st.lists(
    st.tuples(word, st.sampled_from([" ", " ", " ", "", "\u00a0", "\n", ", "])), max_size=25
)
texts = salad.map(lambda words: "".join(word + gap for word, gap in words)) | st.text(max_size=200)
publications = (
    st.none()
    | st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
    | st.datetimes(min_value=datetime(1800, 1, 1), max_value=datetime(2199, 12, 31))
    | st.just(PUBLISHED)
)


def resolutions(timex: Timex) -> Iterator[Resolution]:
    """The resolution of an expression, its alternatives, and those of its parts."""
    yield timex.resolution
    yield from timex.resolution.alternatives
    for part in timex.parts:
        yield from resolutions(part)


def meanings(found: tuple[Timex, ...]) -> list[tuple[str, object]]:
    """What was found, without its places."""
    return [(each.resolution.value, each.resolution.bounds) for each in found]


@settings(max_examples=400, deadline=None)
@given(text=texts, published=publications)
@example(text="au dernière semaine 2024", published=PUBLISHED)
@example(text="le 31 février, il y a 999999999 ans, dans 9999 siècles", published=PUBLISHED)
@example(text="hier", published=date(1, 1, 1))
@example(text="demain", published=date(9999, 12, 31))
@example(text="\ud800 lundi \x00", published=None)
def test_any_text_is_read_and_its_spans_are_true(
    text: str, published: date | datetime | None
) -> None:
    found = extract(text, published=published)
    at = 0
    for timex in found:
        assert at <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        inside = timex.start
        for part in timex.parts:
            assert inside <= part.start < part.end <= timex.end
            assert text[part.start : part.end] == part.text
            inside = part.end
        at = timex.end
        assert timex.derivation
        assert timex.rule
        for resolution in resolutions(timex):
            bounds = resolution.bounds
            if bounds is None:
                continue
            assert bounds.earliest <= bounds.latest
            if bounds.earliest == bounds.latest and bounds.start_time and bounds.end_time:
                assert bounds.start_time <= bounds.end_time


@settings(max_examples=150, deadline=None)
@given(text=texts, others=st.lists(texts, max_size=3), published=publications)
def test_what_was_read_before_leaves_no_trace(
    text: str, others: list[str], published: date | datetime | None
) -> None:
    first = extract(text, published=published)
    for other in others:
        extract(other, published=PUBLISHED)
    assert extract(text, published=published) == first
    reader.cache_clear()
    assert extract(text, published=published) == first


def test_a_fresh_reader_reads_the_corpus_as_one_that_read_it_backwards() -> None:
    reader.cache_clear()
    forwards = [extract(each.text, published=each.published) for each in EXAMPLES]
    backwards = [extract(each.text, published=each.published) for each in reversed(EXAMPLES)]
    assert forwards == backwards[::-1]


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_without_a_publication_day_nothing_hangs_on_it(text: str) -> None:
    for timex in extract(text, published=None):
        if timex.resolution.anchor is Anchor.PUBLICATION:
            assert timex.resolution.bounds is None, timex


@pytest.mark.parametrize(
    "text",
    ["Il part demain.", "Venu lundi.", "le 3 mai", "la semaine dernière", "à 14 h"],
)
def test_relative_dates_stay_unresolved_without_a_publication_day(text: str) -> None:
    (timex,) = extract(text, published=None)
    assert timex.resolution.bounds is None


def test_a_text_of_many_blocks_is_read_as_its_paragraphs_are() -> None:
    """Each with its own full date, so that nothing hangs on what stands before."""
    paragraphs = [
        f"Le {day} mai {year}, il pleut. « Nous partirons », dit-il, « le 3 juin {year + 1}. »\n\n"
        for year in range(1950, 2010)
        for day in range(2, 20)
    ]
    text = "".join(paragraphs)
    assert len(list(blocks(text))) > 2
    expected: list[Timex] = []
    at = 0
    for paragraph in paragraphs:
        expected += [moved(each, at) for each in extract(paragraph, published=PUBLISHED)]
        at += len(paragraph)
    found = extract(text, published=PUBLISHED)
    assert [(t.start, t.end, t.text, t.resolution.value) for t in found] == [
        (t.start, t.end, t.text, t.resolution.value) for t in expected
    ]
    assert len(found) == 2 * len(paragraphs)


@settings(max_examples=100, deadline=None)
@given(text=st.text() | texts, size=st.integers(1, 50))
def test_blocks_and_pieces_cover_the_text(text: str, size: int) -> None:
    spans = list(blocks(text, size))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert "".join(pieces(text)) == text


@pytest.mark.parametrize("between", [" ", "\n", ". ", "x"])
def test_a_long_text_without_paragraphs_keeps_its_offsets(between: str) -> None:
    text = between.join(["Il est né le 12 mai 1987"] * 3_000)
    found = extract(text, published=PUBLISHED)
    assert all(text[each.start : each.end] == each.text for each in found)
    if between != "x":
        assert sum(each.text == "le 12 mai 1987" for each in found) >= 2_990
    if between in ("\n", ". "):
        assert len(found) == 3_000


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.id)
def test_spellings_of_signs_and_accents_do_not_matter(example: Example) -> None:
    """Another apostrophe, or accents as marks of their own: the same values."""
    first = meanings(extract(example.text, published=example.published))
    text = example.text
    for other in (
        text.replace("'", "’"),
        text.replace("’", "'"),
        unicodedata.normalize("NFD", text),
        unicodedata.normalize("NFC", text),
    ):
        assert meanings(extract(other, published=example.published)) == first, other


@pytest.mark.parametrize(
    "text",
    [
        *("lundi dernier", "le 14 août 2024", "dans la nuit de lundi à mardi", "l'été dernier"),
        *("à la fin du mois de février", "deux ans et demi", "le deuxième trimestre 2024"),
        *("la semaine prochaine", "mardi à 14 h 30", "début décembre", "entre le 3 et le 5 mai"),
    ],
)
def test_capitals_do_not_matter(text: str) -> None:
    first = meanings(extract(text, published=PUBLISHED))
    assert first
    for other in (text.upper(), text.capitalize(), unaccented(text.upper())):
        assert meanings(extract(other, published=PUBLISHED)) == first


def unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
