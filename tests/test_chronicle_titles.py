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


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (  # where nobody is named, what was done first is told too
            "Elle avait signé avant de se raviser devant le jury le 4 mars.",
            "Elle avait signé avant de se raviser devant le jury le 4 mars",
        ),
        (
            "Ivo Brenn avait signé avant de se raviser devant le jury le 4 mars.",
            "Ivo Brenn : se raviser devant le jury le 4 mars",
        ),
        (  # an apposition is no subject
            "Notaire de 52 ans, Anna Lind avait signé avant de se raviser le 4 mars.",
            "Anna Lind : se raviser le 4 mars",
        ),
        (
            "Après avoir fermé la route le 4 mars, les agents l'ont réparée.",
            "Les agents ont fermé la route le 4 mars",
        ),
        (
            "Après avoir été exposée le 4 mars, la toile partira.",
            "La toile a été exposée le 4 mars",
        ),
        (  # nobody did it
            "Après avoir fermé la route le 4 mars, il faut la réparer.",
            "Après avoir fermé la route le 4 mars",
        ),
    ],
)
def test_what_was_done_before_and_after_has_a_subject(text: str, made: str) -> None:
    assert title(text, "le 4 mars") == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Peint en 1911 à Orcey, puis perdu en 1920, un portrait sera vendu le 3 mai.",
            [
                "Un portrait, peint en 1911 à Orcey",
                "Un portrait, perdu en 1920",
                "Un portrait sera vendu le 3 mai",
            ],
        ),
        (
            "Bâtie en 1911 et agrandie en 1920, la halle fermera le 3 mai.",
            ["La halle, bâtie en 1911", "La halle, agrandie en 1920", "La halle fermera le 3 mai"],
        ),
        (
            "Il a vendu la halle, bâtie en 1911 et agrandie en 1920.",
            ["La halle, bâtie en 1911", "La halle, agrandie en 1920", "Il a vendu la halle"],
        ),
        ("Mais, repris en 1920, le voleur a avoué.", ["Le voleur, repris en 1920"]),
        (  # behind its noun it is of that noun
            "Le voleur, repris en 1920, a avoué le 3 mai.",
            ["Le voleur, repris en 1920", "Le voleur, repris en 1920, a avoué le 3 mai"],
        ),
        (  # two verbs share a time, or have one each
            "La halle, peinte et meublée en 1920, fermera.",
            ["La halle, peinte et meublée en 1920"],
        ),
    ],
)
def test_a_participle_before_its_subject_has_it(text: str, made: list[str]) -> None:
    found = [s.title for s in body(text)]
    assert [one for one in made if one not in found] == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "La capsule doit se poser mardi et se rallumer mercredi.",
            ["La capsule doit se poser mardi", "La capsule doit se rallumer mercredi"],
        ),
        (
            "Le maire va ouvrir mardi la halle puis fêter mercredi ses dix ans.",
            ["Le maire va ouvrir mardi la halle", "Le maire va fêter mercredi ses dix ans"],
        ),
        (
            "Le maire doit se rendre mardi à Orcey et mercredi à Valtin.",
            ["Le maire doit se rendre mardi à Orcey", "Le maire doit se rendre mercredi à Valtin"],
        ),
    ],
)
def test_a_second_infinitive_stands_for_the_first(text: str, made: list[str]) -> None:
    assert [s.title for s in body(text)] == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Il laisse un récit, Carnets du gué, qu'il avait peint en 2010.",
            "Carnets du gué, qu'il avait peint en 2010",
        ),
        (
            "Il a vendu la halle que la ville avait bâtie en 2010.",
            "La halle que la ville avait bâtie en 2010",
        ),
        ("C'est à Orcey qu'elle a joué en 2010.", "Elle a joué en 2010"),
        ("Il est plus tard que le club ne le croyait en 2010.", "Le club ne le croyait en 2010"),
        ("Il assure que la halle a brûlé en 2010.", "La halle a brûlé en 2010"),
    ],
)
def test_a_clause_has_the_object_before_it(text: str, made: str) -> None:
    assert title(text, "2010") == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Deux hommes sont soupçonnés d'avoir brûlé la halle en 2010.",
            "Deux hommes sont soupçonnés d'avoir brûlé la halle en 2010",
        ),
        (
            "Le maire a nié avoir reçu une lettre en 2010.",
            "Le maire a nié avoir reçu une lettre en 2010",
        ),
        (
            "Il sera jugé pour avoir brûlé la halle en 2010.",
            "Il sera jugé pour avoir brûlé la halle en 2010",
        ),
        (
            "Ivo Brenn, accusé d'avoir brûlé la halle en 2010, sera jugé.",
            "Ivo Brenn, accusé d'avoir brûlé la halle en 2010",
        ),
        (
            "Accusé d'avoir brûlé la halle en 2010, Ivo Brenn sera jugé.",
            "Ivo Brenn, accusé d'avoir brûlé la halle en 2010",
        ),
        (
            "Le maire a dit avoir reçu une lettre en 2010.",
            "Le maire a reçu une lettre en 2010",
        ),
    ],
)
def test_what_somebody_is_accused_of_is_not_told_as_done(text: str, made: str) -> None:
    assert title(text, "2010") == made


@pytest.mark.parametrize(
    ("text", "time", "made"),
    [
        ("En juin, la halle ouvrira le 12 mai.", "juin", "En juin, la halle ouvrira"),
        (
            "En Alsace, la halle ouvrira le 3 mai.",
            "le 3 mai",
            "En Alsace, la halle ouvrira le 3 mai",
        ),
        (
            "En travaux depuis mardi, la halle ouvrira le 3 mai.",
            "mardi",
            "En travaux depuis mardi",
        ),
        (
            "En travaux depuis mardi, la halle ouvrira le 3 mai.",
            "le 3 mai",
            "La halle ouvrira le 3 mai",
        ),
        (
            "Pour vol, usage de faux et recel, l'ancien notaire de la commune de Valtin a été "
            "condamné en 2010.",
            "2010",
            "L'ancien notaire de la commune de Valtin a été condamné en 2010",
        ),
        (
            "À la suite des averses de la nuit, qui ont fait monter toutes les rivières, la "
            "préfecture d'Orcey a fermé lundi les routes de la côte.",
            "lundi",
            "La préfecture d'Orcey a fermé lundi les routes de la côte",
        ),
    ],
)
def test_what_stands_before_a_subject_is_none(text: str, time: str, made: str) -> None:
    assert title(text, time) == made


@pytest.mark.parametrize(
    ("text", "time", "made"),
    [
        (
            "Le directeur général adjoint de l'Agence des Landes unies, Ivo Brenn, a appelé dès "
            "lundi les deux villes à une trêve.",
            "lundi",
            "Ivo Brenn a appelé dès lundi les deux villes à une trêve",
        ),
        (
            "Le chauffeur du car, qui venait de Valtin par la route de la côte, a été relâché, a "
            "indiqué lundi la ville.",
            "lundi",
            "La ville : le chauffeur du car a été relâché",
        ),
        (
            "La halle a été vidée lundi pour être repeinte en mai.",
            "mai",
            "La halle a été vidée pour être repeinte en mai",
        ),
        (
            "La mairie a annoncé lundi que la halle, qui doit recevoir un marché en avril, ne "
            "rouvrirait pas.",
            "lundi",
            "La mairie a annoncé lundi que la halle ne rouvrirait pas",
        ),
        (
            "La cycliste, âgée de 20 ans, a été percutée par un bus alors qu'elle traversait la "
            "rue, a précisé lundi le parquet.",
            "lundi",
            "Le parquet : la cycliste a été percutée par un bus",
        ),
        (
            "Renvoyé en 2010, puis repris, le gardien partira en mai.",
            "mai",
            "Le gardien partira en mai",
        ),
    ],
)
def test_a_title_has_somebody_and_what_was_done(text: str, time: str, made: str) -> None:
    assert title(text, time) == made


def test_no_title_is_cut_within_an_hour_or_without_its_marks() -> None:
    text = "Ses obsèques seront célébrées vendredi 21 mars à 14 h 30 en la basilique"
    assert title_of(text, longest=55).endswith("vendredi 21 mars…")
    cut = title_of("Elle a dit : « nous irons tous ensemble voir ce pont »", longest=40)
    assert cut == "Elle a dit : « nous irons… »"
    assert title_of("Les deux otages du port ont été libérés", longest=32)[-8:] == "du port…"


def test_a_subject_of_words_that_call_for_more_is_left_as_it_is() -> None:
    text = "Le la de la des " + "du grand " * 9 + "ont été vus lundi devant la mairie"
    assert all(0 < len(s.title) <= 80 for s in body(text))
