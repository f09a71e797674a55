"""Titles: the news stays in them, whatever they leave out."""

from __future__ import annotations

from datetime import date

import pytest

from chrono.chronicle.titles import title_of
from chrono.model import Article, Publication, Statement
from chrono.pipeline import read

THURSDAY = date(2025, 3, 20)
LEDE = "Le conseil s'est réuni dans le calme."


def body(text: str) -> list[Statement]:
    """The statements of a text that is not the lede."""
    found = read(Article("", f"{LEDE}\n\n{text}", Publication(THURSDAY))).statements
    return [one for one in found if one.start > len(LEDE)]


def title(text: str, time: str) -> str:
    """The title of what a text says of one of its times."""
    (found,) = [s.title for s in body(text) if s.timex is not None and s.timex.text == time]
    return found


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (  # an apposition goes, the predicate stays
            "Le vieux pont de la Roche, fermé depuis deux ans à cause des crues, a rouvert aux "
            "piétons, a indiqué lundi la commune.",
            "La commune : le vieux pont de la Roche a rouvert aux piétons",
        ),
        (
            "La gardienne de but, touchée au genou droit en fin de match, manquera la suite de la "
            "saison, a précisé lundi le club.",
            "Le club : la gardienne de but manquera la suite de la saison",
        ),
        (  # what is short enough is whole
            "Le pont, fermé en mai, a rouvert, a indiqué lundi la commune.",
            "La commune : le pont, fermé en mai, a rouvert",
        ),
        (  # the name of a body is whole
            "Le barrage a tenu, a indiqué lundi la Fédération nationale des pêcheurs.",
            "La Fédération nationale des pêcheurs : le barrage a tenu",
        ),
        (
            "Le barrage a tenu comme prévu, a indiqué lundi la ministre Anna Lind.",
            "Anna Lind : le barrage a tenu comme prévu",
        ),
    ],
)
def test_what_was_said_keeps_its_predicate_and_who_said_it(text: str, made: str) -> None:
    assert title(text, "lundi") == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "L'ancien trésorier général Milan Le Goff avait confié lundi au jury qu'il ne "
            "demanderait plus aucune aide.",
            "Milan Le Goff avait confié lundi au jury qu'il ne demanderait plus aucune aide",
        ),
        (
            "L'Autriche a laissé entendre lundi qu'elle pourrait fermer la route du col aux "
            "poids lourds durant l'été.",
            "L'Autriche a laissé entendre lundi qu'elle pourrait fermer la route du col…",
        ),
        (
            "Les ouvriers détachés par la société de gardiennage du port ont accusé lundi leurs "
            "chefs d'avoir menti.",
            "Les ouvriers ont accusé lundi leurs chefs d'avoir menti",
        ),
        (  # though it has a time of its own, and a statement
            "Le maire a confirmé lundi que la fête aurait lieu le 3 mai.",
            "Le maire a confirmé lundi que la fête aurait lieu le 3 mai",
        ),
    ],
)
def test_a_verb_keeps_what_it_says(text: str, made: str) -> None:
    assert title(text, "lundi") == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "L'Orne, la Sarthe et la Mayenne, touchées par de longues averses orageuses, sont "
            "repassées lundi en vigilance jaune.",
            "L'Orne, la Sarthe et la Mayenne sont repassées lundi en vigilance jaune",
        ),
        (
            "Les trois communes, touchées par de longues averses orageuses et la grêle, sont "
            "repassées lundi en vigilance jaune.",
            "Les trois communes sont repassées lundi en vigilance jaune",
        ),
    ],
)
def test_a_plural_verb_keeps_its_whole_subject(text: str, made: str) -> None:
    assert title(text, "lundi") == made


@pytest.mark.parametrize(
    ("text", "time", "made"),
    [
        (
            "Le gala avait été reporté à trois reprises en 2023.",
            "2023",
            "Le gala avait été reporté à trois reprises en 2023",
        ),
        (
            "Le jury rendra son avis comme prévu le 5 avril.",
            "le 5 avril",
            "Le jury rendra son avis comme prévu le 5 avril",
        ),
        ("La fête prévue le 5 avril est prête.", "le 5 avril", "La fête prévue le 5 avril"),
        (
            "Il rêve de la Coupe d'Asie des clubs, qui débutera le 5 avril.",
            "le 5 avril",
            "La Coupe d'Asie des clubs débutera le 5 avril",
        ),
        (
            "Il écrit au maire de Lyon, qui partira le 5 avril.",
            "le 5 avril",
            "Le maire de Lyon partira le 5 avril",
        ),
    ],
)
def test_a_time_within_a_phrase_leaves_it_whole(text: str, time: str, made: str) -> None:
    assert title(text, time) == made


def test_no_title_is_cut_within_an_hour_or_without_its_marks() -> None:
    text = "Ses obsèques seront célébrées vendredi 21 mars à 14 h 30 en la basilique"
    assert title_of(text, longest=55).endswith("vendredi 21 mars…")
    cut = title_of("Elle a dit : « nous irons tous ensemble voir ce pont »", longest=40)
    assert cut == "Elle a dit : « nous irons… »"
    assert title_of("Les deux otages du port ont été libérés", longest=32)[-8:] == "du port…"
