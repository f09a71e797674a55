"""The words that say how real an event is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from chrono.languages.fr import reporting
from chrono.languages.fr.reporting import (
    ETRE,
    LOOSE,
    NOUNS,
    PHRASES,
    VERBS,
    Cue,
    form_class,
    is_loose,
    lemma_class,
    noun_class,
    phrases,
)
from chrono.languages.fr.verbs import Tense, lemmas, readings


@pytest.mark.parametrize("lemma", sorted(frozenset().union(*VERBS.values(), ETRE)))
def test_every_verb_is_known_to_the_table_of_verbs(lemma):
    assert readings(lemma) & Tense.INFINITIVE
    assert lemma in lemmas(lemma)


def test_every_loose_verb_is_listed():
    for cue, loose in LOOSE.items():
        assert loose < VERBS[cue], (cue, sorted(loose - VERBS[cue]))


def test_every_cue_is_said_by_some_word():
    assert set(VERBS) == set(Cue)
    assert set(PHRASES.values()) | {Cue.SAYING, Cue.FORETELLING} >= set(Cue)


def test_what_calls_off_puts_off_and_denies_is_kept_apart():
    sure = {cue: VERBS[cue] - LOOSE[cue] for cue in (Cue.CANCEL, Cue.POSTPONE, Cue.DENIAL)}
    assert not sure[Cue.CANCEL] & (sure[Cue.POSTPONE] | sure[Cue.DENIAL])
    assert not sure[Cue.POSTPONE] & sure[Cue.DENIAL]
    assert not sure[Cue.CANCEL] & VERBS[Cue.PLAN]
    assert not VERBS[Cue.DENIAL] & VERBS[Cue.PLAN]
    assert not NOUNS[Cue.CANCEL] & NOUNS[Cue.POSTPONE]


def test_words_are_written_as_they_are_looked_up():
    for noun in frozenset().union(*NOUNS.values()):
        assert noun == noun.lower().strip()
        assert " " not in noun
    for words in PHRASES:
        for word in words:
            assert word == word.lower().strip()
            assert "’" not in word
            assert "'" not in word[:-1], "an elided word stands by itself"


@pytest.mark.parametrize(
    ("form", "cue"),
    [
        ("a", Cue.OCCUR),
        ("annonce", Cue.SAYING),
        ("annoncé", Cue.FORETELLING),
        ("prévue", Cue.PLAN),
        ("attendus", Cue.PLAN),
        ("convoqués", Cue.PLAN),
        ("fixée", Cue.PLAN),
        ("annulée", Cue.CANCEL),
        ("abandonné", Cue.CANCEL),
        ("reportées", Cue.POSTPONE),
        ("ajourné", Cue.POSTPONE),
        ("dément", Cue.DENIAL),
        ("nie", Cue.DENIAL),
        ("pourrait", Cue.DOUBT),
        ("semble", Cue.DOUBT),
        ("débutera", Cue.BEGIN),
        ("continue", Cue.ONGOING),
        ("terminera", Cue.END),
        ("compte", Cue.INTENT),
        ("SOULIGNE", Cue.SAYING),
    ],
)
def test_forms(form, cue):
    assert cue in form_class(form)


@pytest.mark.parametrize("word", ["manger", "mange", "lundi", "", "table", "élu", "bus"])
def test_other_words_say_nothing(word):
    assert lemma_class(word) == form_class(word) == noun_class(word) == frozenset()


def test_loose():
    assert is_loose("lancer", Cue.SAYING)
    assert not is_loose("lancer", Cue.CANCEL)
    assert not is_loose("annuler", Cue.CANCEL)
    assert is_loose("supprimer", Cue.CANCEL)
    assert not is_loose("manger", Cue.SAYING)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("le sommet n' aura finalement pas lieu", [Cue.CANCEL]),
        ("le sommet aura lieu lundi", [Cue.OCCUR]),
        ("le vote est remis à plus tard", [Cue.POSTPONE]),
        ("la loi entrera en vigueur à compter du 1er mai", [Cue.BEGIN, Cue.PLAN]),
        ("selon la police , l' opération est en cours", [Cue.DOUBT, Cue.ONGOING]),
        ("il est prêt à partir", [Cue.PLAN]),
        ("il n' en est rien", [Cue.DENIAL]),
        ("la trêve a pris fin", [Cue.END]),
        ("il a l' intention de partir", [Cue.INTENT]),
        ("rien de tout cela", []),
        ("", []),
    ],
)
def test_phrases(text, cues):
    words = text.split()
    found = phrases(words)
    assert [cue for cue, _, _ in found] == cues
    assert all(0 <= start < end <= len(words) for _, start, end in found)
    assert all(a[2] <= b[1] for a, b in pairwise(found))


def test_no_phrase_is_listed_twice():
    """One in two lists would silently keep the last of its meanings."""
    texts = reporting._PHRASES.values()
    listed = [words for text in texts for words in reporting._read(text)]
    twice = sorted(words for words in set(listed) if listed.count(words) > 1)
    assert twice == []
