"""Which date is the publication date, by which rule, in which words; and what never is."""

from __future__ import annotations

import os
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.errors import InputError, NoPublicationDate
from chrono.readers import parse_published, read_source, read_text
from chrono.readers.days import find_dates

SHARED = Path(os.environ.get("CHRONO_SHARED", Path(__file__).parents[2] / "shared"))
DAY = date(2025, 3, 20)
BODY = "Le président est arrivé jeudi à Oslo, où il a été reçu."


def head(*lines: str) -> str:
    return "\n\n".join([*lines, BODY])


@pytest.mark.parametrize(
    ("lines", "rule", "at", "quote"),
    [
        (["Titre", "20/03/2025"], "line", None, "20/03/2025"),
        (["Titre", "20/03/25"], "line", None, "20/03/25"),
        (["Titre", "20.03.2025"], "line", None, "20.03.2025"),
        (["Titre", "2025-03-20"], "line", None, "2025-03-20"),
        (["Titre", "2025/03/20 à 14h03"], "line", time(14, 3), "2025/03/20 à 14h03"),
        (["Titre", "jeudi 20 mars 2025"], "line", None, "jeudi 20 mars 2025"),
        (["Titre", "Jeudi 20 mars 2025, 14 h 03"], "line", time(14, 3),
         "Jeudi 20 mars 2025, 14 h 03"),
        (["Titre", "Le 20 MARS 2025"], "line", None, "Le 20 MARS 2025"),
        (["20/03/2025", "Titre"], "line", None, "20/03/2025"),
        (["Titre", "Par Jean Dupont, le 20 mars 2025"], "line", None,
         "Par Jean Dupont, le 20 mars 2025"),
        (["Titre", "Date: 2025-03-20"], "header", None, "Date: 2025-03-20"),
        (["Date : 20/03/2025", "Titre: Titre"], "header", None, "Date : 20/03/2025"),
        (["Titre", "Date: Thu, 20 Mar 2025 14:03:00 +0100"], "header", time(14, 3),
         "Date: Thu, 20 Mar 2025 14:03:00 +0100"),
        (["Titre", "Date: 2025-03-20T13:03:00Z"], "header", time(14, 3),
         "Date: 2025-03-20T13:03:00Z"),
        (["Titre", "Date: 2025-03-19T23:30:00Z"], "header", time(0, 30),
         "Date: 2025-03-19T23:30:00Z"),
        (["Titre", "Publié le 20 mars 2025 à 14h03"], "header", time(14, 3),
         "Publié le 20 mars 2025 à 14h03"),
        (["Titre", "publié le jeudi 20 mars 2025 à 14h"], "header", time(14, 0),
         "publié le jeudi 20 mars 2025 à 14h"),
        (["Titre", "Publié : 20/03/2025 - 14:03"], "header", time(14, 3),
         "Publié : 20/03/2025 - 14:03"),
        (["Titre", "PUBLIE LE 20 MARS 2025"], "header", None, "PUBLIE LE 20 MARS 2025"),
        (["Titre", "Par Le Monde avec AFP", "Publié le 20 mars 2025 à 14h03"], "header",
         time(14, 3), "Publié le 20 mars 2025 à 14h03"),
        (["Titre", "Un chapô qui dit tout en une phrase.", "Publié le 20 mars 2025"], "header",
         None, "Publié le 20 mars 2025"),
        (["date 2025-03-20 Titre"], "header", None, "date 2025-03-20"),
        (["20/03/2025 - Titre"], "header", None, "20/03/2025"),
        (["Titre", "Paris, le 20 mars 2025"], "line", None, "Paris, le 20 mars 2025"),
        (["Titre", "Nancy, le 20 mars 2025"], "dateline", None, "Nancy, le 20 mars 2025"),
    ],
)  # fmt: skip
def test_a_publication_date_is_found(lines: list[str], rule: str, at: time | None, quote: str):
    article, problems = read_text(head(*lines))
    publication = article.publication
    assert (publication.on, publication.at, publication.rule) == (DAY, at, rule)
    assert publication.quote == quote
    assert quote in article.text
    assert article.title == "Titre"
    assert problems == ()


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("LONDRES, 20 mars 2025 (AFP) - ", DAY),
        ("LONDRES (AFP), 20 mars 2025 — ", DAY),
        ("LONDRES, 20 mars 2025 – ", DAY),
        ("LONDRES, jeudi 20 mars 2025 (Reuters) - ", DAY),
        ("Aix-en-Provence, le 20 mars 2025 - ", DAY),
        ("Washington, Moscou, 20 mars 2025 (AFP) - ", DAY),
        ("(AFP) - LONDRES, 20 mars 2025 - ", DAY),
        ("22 juin 2012. - ", date(2012, 6, 22)),
        ("20/03/2025 - ", DAY),
    ],
)
@pytest.mark.parametrize("title", ["Titre\n\n", ""])
def test_a_dateline_begins_the_body(title: str, dateline: str, day: date):
    article, problems = read_text(title + dateline + BODY)
    assert (article.published_on, article.publication.rule) == (day, "dateline")
    assert article.publication.quote == dateline.strip()
    assert article.text[article.body_start :] == BODY
    assert article.title == ("Titre" if title else BODY)
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Publié le 20 mars 2025 à 14h03, mis à jour le 21 mars 2025 à 9h12", time(9, 12)),
        ("Mis à jour le 21/03/2025 à 09:12, publié le 20/03/2025 à 14:03", time(9, 12)),
        ("Publié le 20 mars 2025 à 14h03, modifié le 21 mars à 9h12", time(9, 12)),
        ("Publié le 20/03/2025 à 14:03\nModifié le 21/03/2025 à 09:12", time(9, 12)),
        ("Publié le : 20/03/2025 - 14:03Modifié le : 21/03/2025 - 09:12", time(9, 12)),
        ("Première publication : 20 mars 2025 à 14h03, actualisé le 21 mars 2025 à 9h12",
         time(9, 12)),
    ],
)  # fmt: skip
def test_published_and_updated_are_two_things(line: str, updated: time):
    publication = read_text(head("Titre", line))[0].publication
    assert (publication.on, publication.at) == (DAY, time(14, 3))
    assert (publication.updated_on, publication.updated_at) == (date(2025, 3, 21), updated)


@pytest.mark.parametrize(
    "text",
    [
        f"Titre\n\n{BODY}",
        "Titre\n\nLe 20 mars 2025, le président est arrivé.",
        "Publié le 20 mars 2025, le rapport de la Cour a surpris.\n\nLa suite.",
        "Titre\n\nDate: inconnue\n\nLe corps.",
        "Titre\n\nVoici les dates.\n\n20 mars 2024\n\nUne chose.\n\n21 mars 2025\n\nUne autre.",
        "Titre\n\n" + "Un paragraphe.\n\n" * 12 + "20/03/2025\n\nLe corps.",
        "2024, année olympique\n\nLe corps.",
        "Titre\n\nmars 2025\n\nLe corps.",
        "date 2025-03 Titre\n\nLe corps.",
        "Titre\n\nMis à jour le 21 mars 2025\n\nLe corps.",
        "Titre\n\nPublié hier à 14h03\n\nLe corps.",
        "Titre\n\n20 mars\n\nLe corps.",
    ],
)
def test_no_other_date_is_the_publication(text: str):
    with pytest.raises(NoPublicationDate, match=r"^the text: no publication date .*--undated$"):
        read_text(text)


def test_precedence_is_option_header_line_dateline():
    dateline = f"LONDRES, 17 mars 2025 (AFP) - {BODY}"
    text = f"Titre\n\nPublié le 19 mars 2025\n\n18/03/2025\n\n{dateline}"
    assert read_text(text, published=DAY)[0].publication.rule == "option"
    article, problems = read_text(text, source="a.txt")
    assert (article.published_on, article.publication.rule) == (date(2025, 3, 19), "header")
    assert [str(problem) for problem in problems] == [
        "a.txt: the line says “18/03/2025”, the header says “19 mars 2025”: 2025-03-19 is taken",
        "a.txt: the dateline says “17 mars 2025”, the header says “19 mars 2025”: "
        "2025-03-19 is taken",
    ]
    text = f"Titre\n\n18/03/2025\n\n{dateline}"
    assert read_text(text)[0].published_on == date(2025, 3, 18)


def test_a_month_in_the_header_and_a_day_below_it_agree_or_are_named():
    article, problems = read_text(head("date 2025-03 Titre", "20/03/2025"))
    assert (article.title, article.published_on, problems) == ("Titre", DAY, ())
    assert article.publication.quote == "20/03/2025"
    article, problems = read_text(head("date 2025-04 Titre", "20/03/2025"), source="a.txt")
    assert article.published_on == DAY
    assert [str(problem) for problem in problems] == [
        "a.txt: the header says “2025-04”, the line says “20/03/2025”: 2025-03-20 is taken"
    ]


def test_a_month_in_the_header_gives_a_dateline_its_year():
    article, problems = read_text(f"date 2025-03 Titre\n\nLONDRES, 20 mars (AFP) - {BODY}")
    assert (article.published_on, article.publication.rule, problems) == (DAY, "dateline", ())


@pytest.mark.parametrize("line", ["31/02/2025", "Publié le 31 février 2025", "03/20/2025"])
def test_an_impossible_day_is_no_publication(line: str):
    with pytest.raises(NoPublicationDate, match="is no day of the calendar"):
        read_text(head("Titre", line))
    article, problems = read_text(head("Titre", line, f"LONDRES, 20 mars 2025 (AFP) - {BODY}"))
    assert article.published_on == DAY
    assert len(problems) == 1
    assert "is no day of the calendar" in str(problems[0])


def test_an_update_before_the_publication_is_said():
    line = "Publié le 20 mars 2025, mis à jour le 19 mars 2025"
    _, problems = read_text(head("Titre", line))
    assert "before it was published" in str(problems[0])


def test_a_header_block_is_read():
    text = (
        "Titre : Réunion à Londres\nDate : 20/03/2025 à 14h03\nURL : https://example.org/a\n"
        f"Source : AFP\nLangue : fr\nAuteur : Jeanne Martin\n\n{BODY}"
    )
    article, problems = read_text(text)
    assert (article.title, article.url) == ("Réunion à Londres", "https://example.org/a")
    assert article.publication.at == time(14, 3)
    assert article.text[article.body_start :] == BODY
    assert problems == ()


def test_front_matter_is_read():
    article, _ = read_text(f'---\ntitle: "Réunion"\ndate: 2025-03-20\n---\n\n{BODY}')
    assert (article.title, article.published_on) == ("Réunion", DAY)
    assert article.text[article.body_start :] == BODY


def test_a_text_without_a_title_takes_its_first_sentence():
    article, _ = read_text(f"{BODY} M. Macron l'a dit.\nEt la suite.", published=DAY)
    assert article.title == BODY
    assert article.body_start == 0
    wrapped = "Le président a annoncé que la réunion\naurait lieu mercredi. Et après."
    article, _ = read_text(wrapped, published=DAY)
    assert article.title == "Le président a annoncé que la réunion aurait lieu mercredi."
    article, _ = read_text("mot " * 200, published=DAY)
    assert article.title.endswith("mot…")
    assert len(article.title) <= 81


def test_the_seed_article_is_read_as_a_careful_reader_does():
    source, expected = SHARED / "seed" / "article.txt", SHARED / "seed" / "expected.tsv"
    if not source.exists():
        pytest.skip(f"no seed article in {SHARED}")
    article, problems = read_source(source)
    titles = [
        line.removeprefix("# Title: ")
        for line in expected.read_text(encoding="utf-8").splitlines()
        if line.startswith("# Title: ")
    ]
    assert [article.title] == titles
    assert (article.published_on, article.publication.rule) == (DAY, "line")
    assert article.text[article.body_start :].startswith("Les chefs d'état-major")
    assert article.text == source.read_text(encoding="utf-8")
    assert problems == ()


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("2025-03-20", DAY),
        ("20/03/2025", DAY),
        ("20 mars 2025", DAY),
        ("2025-03-20T14:03", datetime(2025, 3, 20, 14, 3)),
        ("2025-03-20 14:03", datetime(2025, 3, 20, 14, 3)),
        ("20 mars 2025 à 14h03", datetime(2025, 3, 20, 14, 3)),
        ("2025-03-20T14:03:00+01:00", datetime.fromisoformat("2025-03-20T14:03:00+01:00")),
    ],
)
def test_a_person_writes_a_date_in_several_ways(words: str, published: date):
    assert parse_published(words) == published


@pytest.mark.parametrize(
    "words", ["", "hier", "2025", "2025-03", "31/02/2025", "20 mars", "2025-03-20 x"]
)
def test_what_is_no_date_is_refused(words: str):
    with pytest.raises(InputError):
        parse_published(words)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_any_day_is_read_back_from_its_usual_forms(day: date):
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    month = months.split()[day.month - 1]
    for words in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {month} {day.year}"):
        assert [stated.day for stated in find_dates(words)] == [day]


@given(st.text(alphabet="Titrejeudi 0123456789/-.:,()hà\n\r—", max_size=200))
def test_no_head_breaks_the_reader(text: str):
    article, _ = read_text(text, published=DAY)
    assert article.text == text
    assert 0 <= article.body_start <= len(text)
