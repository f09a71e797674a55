"""Sentences of French news, and the words of a sentence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.chronicle.sentences import LONGEST, sentences, words


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut. Il neige.", ["Il pleut.", "Il neige."]),
        ("M. Dorek est parti. Mme Roy aussi.", ["M. Dorek est parti.", "Mme Roy aussi."]),
        ("MM. A. Roy et B. Lind. Fin.", ["MM. A. Roy et B. Lind.", "Fin."]),
        ("St. Aubin, le Dr. Roy, art. 5.", ["St. Aubin, le Dr. Roy, art. 5."]),
        ("Un gain de 3.5 points. Rien.", ["Un gain de 3.5 points.", "Rien."]),
        ("Il y a 10.000 habitants. Voilà.", ["Il y a 10.000 habitants.", "Voilà."]),
        ("«Je pars. Je reste», dit-il.", ["«Je pars.", "Je reste», dit-il."]),
        ('Il l\'a dit. "Je pars." Elle rit.', ["Il l'a dit.", '"Je pars."', "Elle rit."]),
        ("Des systèmes (...) ont servi.", ["Des systèmes (...) ont servi."]),
        ("Il hésite... puis part. Bien.", ["Il hésite... puis part.", "Bien."]),
        ("Vraiment ? Oui !", ["Vraiment ?", "Oui !"]),
        ("Un titre sans point\n\nUn texte.", ["Un titre sans point", "Un texte."]),
        ("Un titre.\nUn texte.", ["Un titre.", "Un texte."]),
        (
            "Une ligne assez longue pour être coupée par un éditeur de texte,\net sa suite.",
            [
                "Une ligne assez longue pour être coupée par un éditeur de texte,\net sa suite.",
            ],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_words_keep_elisions_numbers_and_hyphens() -> None:
    text = "L'accord d'hier, dit-il, vaut 10.000 euros aujourd'hui"
    assert [w.text for w in words(text, 0, len(text))] == [
        "L'", "accord", "d'", "hier", ",", "dit-il", ",", "vaut", "10.000", "euros", "aujourd'hui",
    ]  # fmt: skip


def test_a_capital_a_at_the_head_is_a_preposition() -> None:
    assert words("A Londres, il a parlé", 0, 21)[0].low == "à"


def test_what_never_ends_is_cut() -> None:
    text = "mot " * 5000
    assert all(s.end - s.start <= LONGEST for s in sentences(text))


@given(st.text(alphabet=st.sampled_from("aA .!?\n«»\"'…()-,;1é"), max_size=200))
def test_sentences_are_in_order_and_hold_every_letter(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[s.start : s.end] for s in found)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
