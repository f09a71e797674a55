"""Hostile text costs no more steps a character than ten times plain news, however long it is.

A step is a piece that the text was cut into, a word of an island, an edge that a rule built, or a
word of a sentence that was read for its tense: what the time goes into, counted, not measured.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chrono.grammar.text import pieces
from chrono.languages.fr import french
from chrono.languages.fr.words import entries
from chrono.pipeline import iterate, reader

PUBLISHED = date(2025, 3, 20)
# Plain prose of local news, as thick with dates as such prose is: one in some 250 characters.
NEWS = """La commune de Saint-Aubin envisage de rénover son école, dont le toit laisse passer la \
pluie. Le conseil municipal a débattu mardi soir du financement, sans parvenir à un \
accord. La maire, qui conduit une liste d'union, plaide pour un emprunt, tandis que \
l'opposition réclame que l'on vende d'abord l'ancienne perception. « Nous ne pouvons pas \
attendre que les plafonds s'effondrent », a dit l'adjointe chargée des bâtiments. Des \
parents d'élèves avaient manifesté samedi devant la mairie, banderoles à la main, pour \
demander des salles provisoires. Une commission doit rendre son avis avant l'été. Les \
enseignants, eux, ont écrit à l'inspection académique, qui n'a pas répondu. Le \
département et la région pourraient chacun prendre en charge un tiers de la dépense, à \
condition que le dossier leur parvienne avec l'étude thermique, que la commune n'a pas \
encore commandée. Les travaux commenceraient en septembre. Le bâtiment, construit en \
1932 par un architecte du pays, abrite huit classes, une bibliothèque et une cantine. Il \
n'a connu qu'une seule rénovation d'importance, et les fenêtres d'origine laissent \
entrer le froid. Plusieurs habitants s'inquiètent aussi du bruit et de la circulation \
que le chantier entraînera dans une rue déjà étroite, où deux autobus ne se croisent \
qu'avec peine.
"""
TIMES_NEWS = 10


def steps(text: str) -> float:
    """The steps that a text makes a character, in a reader that has read nothing before."""
    reader.cache_clear()
    for _ in iterate(text, published=PUBLISHED):
        pass
    return reader("fr").steps / len(text)


@cache
def most() -> float:
    """The steps a character that a hostile text may make."""
    return TIMES_NEWS * steps(NEWS)


def repeated(text: str, length: int) -> str:
    """A text over and over, so and so long."""
    return (text * (length // len(text) + 1))[:length]


def random_words(words: Sequence[str], length: int, between: str = " ") -> str:
    """Words in an order that never repeats, the same ones in each run."""
    chance = random.Random(20250320)
    out, size = [], 0
    while size < length:
        out.append(chance.choice(words))
        size += len(out[-1]) + len(between)
    return between.join(out)


def numbered(form: str, length: int) -> str:
    """A form filled with numbers that never repeat in the same order."""
    chance = random.Random(1)
    out, size = [], 0
    while size < length:
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1900, 2100)
        out.append(form.format(day=day, month=month, year=year, hour=chance.randint(0, 23)))
        size += len(out[-1]) + 1
    return " ".join(out)


REPEATED = (
    *("lundi ou ", "lundi\n", "lundi. ", '" lundi ', "« hier ", "ou « ", "lundi ou « "),
    *("« lundi » ", "de mercredi à ", "entre mardi et ", "du 3 au ", "et demi ", "trois quarts "),
    *("cent mille ", "1", "1 ", "1 h ", "à 14h ", "14h30 ", "1/2/", "1:2:", "1.2.", "1-2-"),
    *("2025", "2025 ", "en 2025 ", "le 1 ", "le 1 le 2 ", "3 mai, ", "lundi, mardi et ", "lundi, "),
    *("h ", "l'", "à ", "(", '"', "«", "\u0301", "e\u0301 ", "lundi\u0301\u0301 ", "\u200d"),
    *("😀 lundi ", "\x00", "\ud800", "٣ mai ", "a", "é", "lundi", " ", "\n", "\t \t", "\r\n"),
    *(". ", ".)", "! ", '." ', "- ", "M. ", ". - \n", "a été ", "il a été prévu lundi que "),
    *("que lundi que ", "dit-il hier », ", "en 2024, lundi, ", "trois jours après "),
    *("trois jours après le vol du 3 mai ", "la veille de ", "XXe siècle ", "fin ", "il y a "),
    *("deux ans et ", "tous les lundis ", "dans la nuit de ", "début de la fin de ", "depuis "),
)
FORMS = (
    *("le {day}/{month}/{year},", "le {day} mai {year},", "à {hour}h{day:02},", "le {day}"),
    *("{day} ans et {month} mois,", "du {day} au {month} mai au", "{day}", "{day}{month}{year}"),
    "{year}",
)
COMMON = (
    *("lundi", "mardi", "3", "mai", "2024", "juin", "matin", "soir", "et", "ou", ",", "à", "du"),
    *("de", "au", "le", "la", "les", "dans", "nuit", "semaine", "dernière", "prochaine", "14", "h"),
    *("30", "heures", "deux", "trois", "ans", "jours", "hier", "demain", "avant", "après", "plus"),
    *("tard", "fin", "début", "mois", "année", "été", "hiver", "«", "»", "(", ")"),
)
WORDS = tuple(
    sorted({form for entry in entries() for form in entry.forms} | french().grammar.words)
)


@pytest.mark.parametrize("text", REPEATED)
def test_a_text_over_and_over(text: str) -> None:
    assert steps(repeated(text, 20_000)) <= most()


@pytest.mark.parametrize("form", FORMS)
def test_numbers_without_end(form: str) -> None:
    assert steps(numbered(form, 8_000)) <= most()


@pytest.mark.parametrize("between", [" ", ", ", "", "\n", " « ", ". "])
@pytest.mark.parametrize("words", [COMMON, WORDS], ids=["common", "all"])
def test_words_of_time_in_any_order(words: Sequence[str], between: str) -> None:
    assert steps(random_words(words, 12_000, between)) <= most()


@settings(max_examples=80, deadline=None)
@given(
    words=st.lists(st.sampled_from(COMMON) | st.sampled_from(WORDS), min_size=1, max_size=6),
    between=st.sampled_from([" ", ", ", "", "\n", " ou ", " à "]),
)
@example(words=["8-Mai"], between=" ")
def test_any_few_words_over_and_over(words: list[str], between: str) -> None:
    assert steps(repeated(between.join(words) + between, 4_000)) <= most()


@pytest.mark.parametrize(
    "text", ["lundi ou ", "1", "de mercredi à ", "e\u0301", "« hier ", "lundi\n", "\n", "à 14h "]
)
def test_steps_a_character_do_not_grow_with_the_text(text: str) -> None:
    """From two blocks to many: what a block costs, each block of a megabyte does."""
    assert steps(repeated(text, 160_000)) <= 1.1 * steps(repeated(text, 32_000)) + 0.01


def test_steps_count_what_is_done() -> None:
    """No fewer than the pieces of the text, more for words of time, and more again for a verb."""
    assert steps("bras " * 200) * 1_000 >= len(pieces("bras " * 200))
    plain, dated, verbs = (
        steps(text) * len(text)
        for text in ("Il vient ici.", "Il vient au printemps 2025", "Il vient vendredi 3 mai")
    )
    assert plain < dated < verbs
