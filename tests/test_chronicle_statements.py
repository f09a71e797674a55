"""What an article states: quotes, titles, status, kind, and what dates it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chrono.model import Article, Basis, Kind, Publication, Statement, Status
from chrono.pipeline import read

THURSDAY = date(2025, 3, 20)
SHARED = Path(os.environ.get("CHRONO_SHARED", Path(__file__).parents[2] / "shared"))


def told(text: str, title: str = "", day: date | None = THURSDAY) -> tuple[Statement, ...]:
    return read(Article(title, text, Publication(day))).statements


def body(text: str) -> list[Statement]:
    """The statements of a text that is not the lede."""
    lede = "Le conseil s'est réuni dans le calme."
    found = told(f"{lede}\n\n{text}")
    return [one for one in found if one.start > len(lede)]


def one(text: str, time: str) -> Statement:
    (found,) = [s for s in body(text) if s.timex is not None and s.timex.text == time]
    return found


# -- clauses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time", "quote"),
    [
        (
            "Le ministre a annoncé mardi que le scrutin aurait lieu en septembre.",
            "mardi",
            "Le ministre a annoncé mardi",
        ),
        (
            "Le ministre a annoncé mardi que le scrutin aurait lieu en septembre.",
            "septembre",
            "le scrutin aurait lieu en septembre",
        ),
        (
            "La piscine fermera en juillet et rouvrira ses portes le 4 août.",
            "juillet",
            "La piscine fermera en juillet",
        ),
        (
            "La piscine fermera en juillet et rouvrira ses portes le 4 août.",
            "le 4 août",
            "rouvrira ses portes le 4 août",
        ),
        (
            "Un homme a été secouru par un passant et conduit à l'hôpital mardi.",
            "mardi",
            "Un homme a été secouru par un passant et conduit à l'hôpital mardi",
        ),
        (
            "L'envoyé de l'ONU, qui s'est rendu mardi à Orcey, a quitté le pays mercredi.",
            "mardi",
            "L'envoyé de l'ONU, qui s'est rendu mardi à Orcey",
        ),
        (
            "La mairie a ouvert une enquête alors que deux usines avaient brûlé lundi.",
            "lundi",
            "deux usines avaient brûlé lundi",
        ),
        (
            "Une réunion prévue le 28 mars à Orcey doit préparer le vote.",
            "le 28 mars",
            "Une réunion prévue le 28 mars à Orcey",
        ),
        (
            "Les élections du 9 mars ont renforcé la majorité.",
            "9 mars",
            "Les élections du 9 mars",
        ),
        (
            "L'armée a abattu dix drones, a annoncé mercredi le commandement.",
            "mercredi",
            "L'armée a abattu dix drones, a annoncé mercredi le commandement",
        ),
    ],
)
def test_a_statement_is_the_clause_that_the_time_governs(text: str, time: str, quote: str) -> None:
    assert one(text, time).quote == quote


def test_two_times_of_one_verb_give_two_statements() -> None:
    found = body("Le président se rendra lundi à Berlin et mercredi à Rome.")
    assert [(s.timex.text if s.timex else "", s.title) for s in found] == [
        ("lundi", "Le président se rendra lundi à Berlin"),
        ("mercredi", "Le président se rendra mercredi à Rome"),
    ]


def test_durations_sets_and_vague_references_state_nothing_dated() -> None:
    found = body("La grève a duré trois semaines. Il vient tous les lundis. Il a plu récemment.")
    assert all(s.basis is Basis.UNDATED and s.resolution is None for s in found)


def test_a_time_counted_from_an_event_is_no_date() -> None:
    assert not [s for s in body("Il est parti deux mois après sa nomination.") if s.timex]


# -- status and kind -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le ministre a quitté Orcey mardi.", Status.PAST),
        ("Le ministre quittait Orcey mardi.", Status.PAST),
        ("Le ministre avait quitté Orcey mardi.", Status.PAST),
        ("Le ministre vient de quitter Orcey jeudi.", Status.PAST),
        ("Le ministre quittera Orcey samedi.", Status.PLANNED),
        ("Le ministre va quitter Orcey samedi.", Status.PLANNED),
        ("Le ministre doit quitter Orcey samedi.", Status.PLANNED),
        ("Le ministre devrait quitter Orcey samedi.", Status.PLANNED),
        ("Le ministre se rend samedi prochain à Orcey.", Status.PLANNED),
        ("Une visite du ministre est prévue samedi.", Status.PLANNED),
        ("Le congrès se tient jeudi à Orcey.", Status.ONGOING),
        ("Le ministre pourrait quitter Orcey samedi.", Status.CONDITIONAL),
        ("Le ministre aurait quitté Orcey mardi.", Status.CONDITIONAL),
        ("Selon plusieurs médias, le ministre a quitté Orcey mardi.", Status.CONDITIONAL),
        ("Le ministre a démenti avoir quitté Orcey mardi.", Status.DENIED),
        ("Le ministre n'a pas quitté Orcey mardi.", Status.DENIED),
        ("Le concert de samedi est annulé.", Status.CANCELLED),
        ("Le concert n'aura pas lieu samedi.", Status.CANCELLED),
        ("Le concert prévu samedi est annulé.", Status.CANCELLED),
        ("Le match de samedi est reporté.", Status.POSTPONED),
        ("Le match, qui devait avoir lieu samedi, est reporté.", Status.POSTPONED),
        ("La préfecture a annulé mardi le concert.", Status.PAST),
        ("Le concert n'aura pas lieu avant samedi.", Status.PLANNED),
        ("Le ministre n'est pas attendu à Orcey avant samedi.", Status.PLANNED),
        ("Aucun concert n'est attendu avant samedi.", Status.DENIED),
    ],
)
def test_status(text: str, status: Status) -> None:
    (found,) = [s for s in body(text) if s.timex is not None]
    assert found.status is status
    assert not found.cue or found.cue.split()[0] in text


def test_what_is_moved_has_two_days() -> None:
    found = body("Le match, qui devait avoir lieu samedi, est reporté au 4 avril.")
    assert [(s.timex.text, s.status) for s in found if s.timex] == [
        ("samedi", Status.POSTPONED),
        ("4 avril", Status.PLANNED),
    ]


def test_what_is_moved_from_one_day_to_another_lasts_no_month() -> None:
    found = body("Le match a été reporté du 22 mars au 4 avril.")
    assert [(s.timex.text, s.status, s.title) for s in found if s.timex] == [
        ("22 mars", Status.POSTPONED, "Le match a été reporté du 22 mars"),
        ("4 avril", Status.PLANNED, "Le match a été reporté au 4 avril"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le ministre a déclaré jeudi que tout allait bien.", Kind.SPEECH),
        ('"Tout va bien", a assuré jeudi M. Dorek.', Kind.SPEECH),
        ("Le Kremlin a dénoncé jeudi ces plans.", Kind.SPEECH),
        ("Le tribunal a condamné mardi M. Dorek à un an de prison.", Kind.EVENT),
        ("Le ministre a annoncé mardi sa démission.", Kind.EVENT),
        ("La fusée a été lancée mardi.", Kind.EVENT),
    ],
)
def test_speeches_are_told_from_events(text: str, kind: Kind) -> None:
    (found,) = [s for s in body(text) if s.timex is not None]
    assert found.kind is kind


# -- the lede ------------------------------------------------------------------------------------


def test_the_lede_stands_on_the_publication_day() -> None:
    first = told("Les ministres se retrouvent à Londres pour un sommet.", "Sommet à Londres")[0]
    assert first.basis is Basis.PUBLICATION
    assert first.timex is None
    assert first.title == "Sommet à Londres"
    assert first.status is Status.ONGOING
    assert first.resolution is not None
    assert first.resolution.bounds is not None
    assert first.resolution.bounds.earliest == first.resolution.bounds.latest == THURSDAY


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("Un homme a été tué mardi à Orcey.", date(2025, 3, 18), Status.PAST),
        (
            "Le poète Jan Roy est mort, a annoncé mercredi sa famille.",
            date(2025, 3, 19),
            Status.PAST,
        ),
        ("L'incendie survenu lundi à Orcey a fait deux morts.", date(2025, 3, 17), Status.PAST),
        ("Le concert prévu samedi à Orcey est annulé.", date(2025, 3, 22), Status.CANCELLED),
        ("ORCEY, 20 mars 2025 (ANC) - Le maire a été élu mardi.", date(2025, 3, 18), Status.PAST),
    ],
)
def test_the_lede_stands_on_the_day_that_it_gives(text: str, day: date, status: Status) -> None:
    first = told(text, "Un titre")[0]
    assert first.basis is Basis.PUBLICATION
    assert first.resolution is not None
    assert first.resolution.bounds is not None
    assert first.resolution.bounds.earliest == day
    assert first.status is status
    assert first.quote.startswith(("Un", "Le", "L'"))


def test_any_verb_behind_a_quotation_may_say_who_spoke() -> None:
    found = body("« Le pont fermera jeudi », s'emporte mardi la porte-parole, Anna Lind.")
    last = found[-1]
    assert (last.title, last.kind) == ("Anna Lind : « Le pont fermera jeudi »", Kind.SPEECH)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "« J'ai eu peur », a déclaré mardi à la barre Paul Renn.",
            "Paul Renn : « J'ai eu peur »",
        ),
        (
            "Le chantier durera six semaines, a précisé hier la commune.",
            "La commune : le chantier durera six semaines",
        ),
        (
            '"Nous tiendrons bon", a commenté lundi le directeur, Marc Ost, 52 ans.',
            "Marc Ost : « Nous tiendrons bon »",
        ),
        ("« Oui », a dit mardi le maire.", "Le maire a dit mardi"),
    ],
)
def test_the_title_of_what_was_said_tells_who_and_what(text: str, title: str) -> None:
    (found,) = [s for s in body(text) if s.timex]
    assert (found.title, found.kind) == (title, Kind.SPEECH)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Il est 6 h 42 lundi quand un bus se couche sur la route.",
            ["Un bus se couche sur la route"],
        ),
        (
            "Tout a commencé le 22 avril, lorsque la digue a cédé.",
            ["La digue a cédé"],
        ),
        ("Il est 8 heures, le marché s'éveille.", ["Il est 8 heures, le marché s'éveille"]),
        (
            "La Ville a promis lundi 12 bus de plus en 2026.",
            ["La Ville a promis lundi 12 bus de plus", "La Ville a promis 12 bus de plus en 2026"],
        ),
        (
            "Le groupe a publié mardi un bénéfice de 3 millions pour 2024.",
            [
                "Le groupe a publié mardi un bénéfice de 3 millions",
                "Le groupe a publié un bénéfice de 3 millions pour 2024",
            ],
        ),
    ],
)  # fmt: skip
def test_what_tells_only_when_leaves_its_title_to_what_happened(
    text: str, titles: list[str]
) -> None:
    assert [s.title for s in body(text) if s.timex] == titles


def test_a_place_in_capitals_is_no_lede() -> None:
    (found,) = told("ORCEY. Deux passants ont été blessés.", "Le conseil ferme le pont")
    assert found.quote == "Deux passants ont été blessés"


def test_the_lede_is_not_denied_by_its_first_verb() -> None:
    (found,) = told("Le leader n'a pas flanché, son dauphin si.", "Orcey s'incline")
    assert (found.title, found.status) == ("Orcey s'incline", Status.PAST)


def test_the_lede_is_first_and_told_once() -> None:
    found = told("Un homme a été tué mardi à Orcey.\n\nIl avait fui lundi.", "Un mort à Orcey")
    assert [s.basis for s in found] == [Basis.PUBLICATION, Basis.TIMEX]


def test_a_heading_in_the_text_gives_the_title() -> None:
    first = told("Un mort à Orcey.\nUn homme a été tué mardi.")[0]
    assert (first.title, first.quote) == ("Un mort à Orcey", "Un homme a été tué mardi")


def test_an_undated_article_borrows_no_day() -> None:
    found = told("Un homme a été tué à Orcey.", "Un mort", day=None)
    assert [(s.basis, s.resolution) for s in found] == [(Basis.UNDATED, None)]


def test_what_tells_an_event_without_a_date_is_kept_undated() -> None:
    (found,) = body("Deux passants ont été blessés.")
    assert (found.basis, found.status, found.resolution) == (Basis.UNDATED, Status.PAST, None)


# -- titles --------------------------------------------------------------------------------------


def test_a_pronoun_is_replaced_by_the_one_who_is_certain() -> None:
    found = body("Le ministre Milan Dorek a parlé. Il quittera Orcey samedi.")
    assert found[-1].title == "Milan Dorek quittera Orcey samedi"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Le Kremlin a parlé. Il recevra samedi Milan Dorek.",
            "Le Kremlin recevra samedi Milan Dorek",
        ),
        ("La Ville a parlé. Elle votera samedi.", "La Ville votera samedi"),
        ("La Banque de Belval a parlé. Elle votera samedi.", "La Banque de Belval votera samedi"),
        (
            "Le président de la République a parlé. Il quittera Orcey samedi.",
            "Le président de la République quittera Orcey samedi",
        ),
        ("Le directeur de la Poste a parlé. Il quittera Orcey samedi.", "Il quittera Orcey samedi"),
    ],
)
def test_a_pronoun_is_replaced_by_a_whole_name(text: str, title: str) -> None:
    assert body(text)[-1].title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Milan Dorek rouvrira en mai la terrasse du Longval, fermée jeudi.",
            "La terrasse du Longval, fermée jeudi",
        ),
        (
            "Milan Dorek a vu les usines du groupe Orval, fermées jeudi.",
            "Les usines du groupe Orval, fermées jeudi",
        ),
        (
            "Milan Dorek a vu le musée du quartier, rouvert jeudi.",
            "Le musée du quartier, rouvert jeudi",
        ),
    ],
)
def test_a_participle_has_its_noun_and_its_auxiliary(text: str, title: str) -> None:
    assert [s.title for s in body(text) if s.timex and s.timex.text == "jeudi"] == [title]


def test_a_name_before_the_subject_belongs_to_what_was_told_before() -> None:
    found = body("Réuni mardi autour du maire, Ivo Brenn, le conseil a voté jeudi la motion.")
    assert [s.title for s in found if s.timex] == [
        "Le conseil, réuni mardi autour du maire",
        "Le conseil a voté jeudi la motion",
    ]


@pytest.mark.parametrize(
    "aside",
    ["pour sa part", "de son côté", "à nouveau", "par ailleurs", "à l'unanimité", "quant à lui"],
)
def test_a_phrase_between_auxiliary_and_participle_parts_no_clause(aside: str) -> None:
    (found,) = body(f"Le conseil a {aside} voté jeudi la motion.")
    assert found.title == f"Le conseil a {aside} voté jeudi la motion"


@pytest.mark.parametrize(
    "before",
    [
        "Milan Dorek et Anna Lind ont parlé.",
        "La ministre Anna Lind a parlé.",
        "Le ministre a parlé.",
    ],
)
def test_a_pronoun_stays_where_nobody_is_certain(before: str) -> None:
    assert body(f"{before} Il quittera Orcey samedi.")[-1].title == "Il quittera Orcey samedi"


def test_no_title_begins_with_a_pronoun_and_a_sign() -> None:
    (found,) = [s for s in body("Arrêté jeudi à Orcey, il a avoué.") if s.timex]
    assert found.title == "Arrêté jeudi à Orcey"
    (found,) = [s for s in body("Il a avoué avant de se rétracter jeudi à Orcey.") if s.timex]
    assert found.title == "Il a avoué avant de se rétracter jeudi à Orcey"


def test_an_impersonal_pronoun_is_nobody() -> None:
    found = body("Le ministre Milan Dorek a parlé. Il faudra voter samedi.")
    assert found[-1].title.startswith("Il faudra")


def test_a_shared_subject_is_named() -> None:
    found = body("La piscine fermera en juillet et rouvrira ses portes le 4 août.")
    assert found[-1].title == "La piscine rouvrira ses portes le 4 août"


def test_a_perfect_infinitive_becomes_a_sentence() -> None:
    found = one("L'armée a annoncé jeudi avoir abattu mercredi dix drones.", "mercredi")
    assert found.quote == "avoir abattu mercredi dix drones"
    assert found.title == "L'armée a abattu mercredi dix drones"


LONG = (
    "Le président de la commission des affaires étrangères du Sénat, Jean-Baptiste de La Motte, "
    "a inauguré mardi à Saint-Étienne-de-Tinée un centre de 12.500 mètres carrés, consacré aux "
    "arts, qui accueillera des expositions, et pour lequel la région a dépensé 14,5 millions."
)


def test_titles_are_cut_at_a_phrase() -> None:
    title = body(LONG)[0].title
    assert len(title) <= 80
    assert "inauguré" in title
    words = title.rstrip("…").split()
    assert " ".join(words) in " ".join(LONG.replace(",", "").split()) or words[-1] in LONG


# -- always --------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Le ministre",
        "M. Dorek",
        "la Russie",
        "a annoncé",
        "sera",
        "est",
        "qui",
        "que",
        "alors que",
        "et",
        ", ",
        ". ",
        "mardi",
        "jeudi 3 avril",
        "en mars",
        "dans la nuit",
        "« ",
        "» ",
        '"',
        "(",
        ")",
        " - ",
        ":",
        "; ",
        "avoir abattu",
        "pour rencontrer",
        "annulé",
        "reporté au",
        "n'a pas",
        "il",
        "elle",
        "selon des médias",
        "prévue le 4 mai",
        "\n",
        "\n\n",
        "a-t-il dit",
        "1.200",
        "…",
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_exact_quotes_and_short_titles(text: str) -> None:
    for statement in told(text):
        assert statement.quote == text[statement.start : statement.end]
        assert 0 < len(statement.quote) <= 300
        assert len(statement.title) <= 80
        if statement.basis is Basis.UNDATED:
            assert statement.resolution is None


# -- measured ------------------------------------------------------------------------------------


def test_the_seed_article_has_the_status_that_a_reader_gives() -> None:
    seed = SHARED / "seed"
    if not seed.exists():
        pytest.skip(f"no {seed} (CHRONO_SHARED names its folder)")
    text = (seed / "article.txt").read_text(encoding="utf-8")
    start = text.index("Les chefs d'état-major")
    article = Article("Réunion à Londres", text, Publication(THURSDAY), body_start=start)
    found = read(article).statements
    wrong = []
    for line in (seed / "expected.tsv").read_text(encoding="utf-8").splitlines():
        cells = (line.split("\t") + [""] * 7)[:7]
        if line.startswith("#") or not line.strip() or cells[6] in ("duration", "vague"):
            continue
        at = text.index(cells[0])
        if not cells[1].startswith("("):
            at += cells[0].index(cells[1])
            here = [s for s in found if s.timex and s.timex.start <= at + 9 and at < s.timex.end]
        else:
            here = [s for s in found if s.start <= at < s.end]
        status = here[0].status.value if here else "nothing"
        if status != cells[6]:
            wrong.append(f"{cells[0]}: {status}, expected {cells[6]}")
    assert not wrong


def test_events_stand_under_their_day() -> None:
    if not (SHARED / "ftb-dev").exists():
        pytest.skip(f"no {SHARED / 'ftb-dev'} (CHRONO_SHARED names its folder)")
    bench = Path(__file__).parents[1] / "bench" / "chronology.py"
    done = subprocess.run(
        [sys.executable, str(bench), "--shared", str(SHARED), "--articles", "0"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = done.stdout.split("recall ")[1].split()
    assert float(figures[0]) >= 85
    assert float(figures[2]) >= 90


@pytest.mark.parametrize("text", ["(" * 9000, "il dit mardi que " * 500, "« " * 5000, ", " * 9000])
def test_what_is_no_prose_is_read_through(text: str) -> None:
    assert all(len(statement.quote) <= 300 for statement in told(text))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Le quai doit être livré fin 2029, le parc au printemps 2030.",
            ["Le quai doit être livré fin 2029", "Le parc doit être livré au printemps 2030"],
        ),
        (
            "Le taux doit revenir à 5,4 % en 2026 et sous les 3 % en 2029.",
            ["Le taux doit revenir à 5,4 % en 2026", "Le taux doit revenir sous les 3 % en 2029"],
        ),
        (
            "Le maire a inauguré un pont lundi et une école mardi.",
            ["Le maire a inauguré un pont lundi", "Le maire a inauguré une école mardi"],
        ),
        (
            "Elle recevra lundi le maire et mardi la préfète.",
            ["Elle recevra lundi le maire", "Elle recevra mardi la préfète"],
        ),
        (
            "Facteur dans la vallée de 1981 à 2019, le suspect a été arrêté jeudi.",
            ["Facteur dans la vallée de 1981 à 2019", "Le suspect a été arrêté jeudi"],
        ),
        (
            "Le guide, qui devient, en 1998, maire à Orcey, est mort lundi.",
            [
                "Le guide devient en 1998 maire à Orcey",
                "Le guide, qui devient, en 1998, maire à Orcey, est mort lundi",
            ],
        ),
    ],
)
def test_what_a_verb_says_of_each_time_is_told_whole(text: str, titles: list[str]) -> None:
    assert [s.title for s in body(text) if s.timex] == titles


def test_the_time_of_a_figure_compared_with_dates_nothing() -> None:
    assert not [s for s in body("Elle a recueilli 31 %, contre 23 % cinq ans plus tôt.") if s.timex]


def test_a_noun_in_a_title_has_its_article() -> None:
    (found,) = [s for s in body("Elle se souvient du scrutin de 2020.") if s.timex]
    assert found.title == "Le scrutin de 2020"


@pytest.mark.parametrize(
    "text",
    [
        "La gérante quittera ses fonctions à l'issue de l'assemblée du 18 juin 2026.",
        "Deux hommes ont été blessés lors de la marche de samedi.",
        "Au cours de la séance de lundi, le maire a démissionné.",
    ],
)
def test_an_occasion_with_its_day_dates_what_happened_then(text: str) -> None:
    (found,) = [s for s in body(text) if s.timex]
    assert found.title.rstrip("…") in text
    assert found.quote == text.rstrip(".")


def test_the_name_of_a_work_keeps_its_marks() -> None:
    (found,) = [s for s in body("Elle rejoue « Fosse 9 », sorti en 1967.") if s.timex]
    assert found.title == "« Fosse 9 », sorti en 1967"


def test_a_title_is_not_cut_within_a_street() -> None:
    text = (
        "Le trio de Paul Lay se produira vendredi à 20 h 30 au théâtre du Grain, 14, rue du 11-Mai."
    )
    (found,) = [s for s in body(text) if s.timex]
    assert found.title == "Le trio de Paul Lay se produira vendredi à 20 h 30 au théâtre du Grain"


def test_the_title_of_a_diary_is_that_of_none_of_its_items() -> None:
    text = (
        "Jazz. Un trio jouera vendredi.\n\nRock. Un duo jouera samedi.\n\nPhoto. Elle est visible."
    )
    first = told(text, "Nos trois idées")[0]
    assert first.title == "Un trio jouera vendredi"


def test_a_score_before_the_text_is_no_lede() -> None:
    first = told("Orcey - Valtin : 27-24. Les Bleus ont gagné dimanche.", "Orcey gagne")[0]
    assert first.quote == "Les Bleus ont gagné dimanche"


def test_what_might_be_called_off_is_not() -> None:
    (found,) = [s for s in body("Le bal du 15 août pourrait être annulé.") if s.timex]
    assert found.status is Status.CONDITIONAL


@pytest.mark.parametrize(
    "text", ["(", "avait « pour que contre fait , juin", "» a annoncé mardi", "«»"]
)
def test_scraps_are_told_by_some_words_or_not_at_all(text: str) -> None:
    for found in told(text):
        assert found.title
        assert any(c.isalnum() for c in found.quote)


def test_an_age_at_the_beginning_of_a_text_is_read_at_all() -> None:
    assert [s.timex for s in told("de 23 ans de ( ( y")] == [None]


def test_the_lede_has_the_day_on_which_those_met_who_decided() -> None:
    first = told("Réuni lundi soir à Orcey, le conseil a voté le budget.", "Le budget est voté")[0]
    assert first.timex is not None
    assert first.timex.text == "lundi soir"


@pytest.mark.parametrize(
    "text",
    [
        "Elle attire 40 % de plus qu'en 2019.",
        "C'est la première fois depuis 2012 que le club monte.",
        "Le club n'a plus gagné depuis 2012.",
        "Un échange a eu lieu, le premier depuis 2012.",
    ],
)
def test_what_one_compares_with_and_since_when_there_was_none_date_nothing(text: str) -> None:
    assert not [s for s in body(text) if s.timex]


def test_a_verb_of_the_future_with_a_time_ahead_governs_none_that_is_over() -> None:
    found = body("Le tarif augmentera le 1er mai, après une hausse de 6 % en 2023.")
    assert [s.timex.text for s in found if s.timex] == ["le 1er mai"]
    (alone,) = [s for s in body("Le peintre mourra en 1915.") if s.timex]
    assert alone.timex is not None


def test_a_time_since_when_something_lasts_dates_it() -> None:
    assert [s for s in body("Le col est fermé depuis mardi.") if s.timex]
