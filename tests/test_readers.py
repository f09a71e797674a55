"""Readers: bytes to text, files to articles, and what cannot be read."""

from __future__ import annotations

import io
import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.errors import InputError, NoPublicationDate
from chrono.readers import read_source, read_text
from chrono.readers.decode import decode
from chrono.readers.language import guess

DAY = date(2025, 3, 20)
TEXT = "Réunion à Londres\n\n20/03/2025\n\nLe sommet, où l’on parlera de sécurité, a été repoussé."


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", None),
        ("utf-8", b"\xef\xbb\xbf", None),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32"),
        ("cp1252", b"", "Windows-1252"),
    ],
)
def test_an_encoding_is_read_right_and_said(
    tmp_path: Path, codec: str, mark: bytes, name: str | None
):
    file = tmp_path / "article.txt"
    file.write_bytes(mark + TEXT.encode(codec))
    article, problems = read_source(file)
    assert article.text == TEXT
    assert article.title == "Réunion à Londres"
    assert article.published_on == DAY
    said = [str(problem) for problem in problems]
    assert said == ([] if name is None else [f"{file}: read as {name}, it is not UTF-8"])


def test_latin_1_and_latin_9_are_read_right():
    text = "À l'été, la sœur de M. Dupré est arrivée"
    assert decode("Été à Nîmes".encode("latin-1")).text == "Été à Nîmes"
    assert decode(text.encode("iso8859-15")).text == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str):
    if text.strip() and not text.startswith("\ufeff") and not text.startswith(("%PDF-", "GIF8")):
        assert decode(text.encode()).text == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_stay_as_they_are(newline: str):
    text = TEXT.replace("\n", newline)
    article, _ = read_text(text)
    assert article.text == text
    assert article.title == "Réunion à Londres"
    assert article.text[article.body_start :].startswith("Le sommet")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty: nothing but blanks"),
        (b"\xef\xbb\xbf", "is empty: nothing but blanks"),
        (b"Un texte\x00avec un NUL, en fran\xc3\xa7ais", "is not a text: NUL byte at 8"),
        (b"%PDF-1.7 ...", "is a PDF, not a text: give its text"),
        (b"PK\x03\x04...", "is a ZIP archive or an office document, not a text: give its text"),
        (bytes(range(1, 32)) * 20, "is not a text: it is full of control characters"),
        (b"\xff\xfe\x00\xd8\x41", "is marked as UTF-16, and breaks it at byte 2"),
        (
            "é".encode() * 40 + b"\x81\x8d",
            "is neither UTF-8, UTF-16 nor Windows-1252 (byte 80): save it as UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes, says: str):
    file = tmp_path / "article.txt"
    file.write_bytes(data)
    with pytest.raises(InputError) as refused:
        read_source(file, published=DAY)
    assert str(refused.value) == f"{file} {says}"


def test_a_program_is_refused():
    data = Path("/bin/ls").read_bytes() if Path("/bin/ls").exists() else os.urandom(100_000)
    with pytest.raises(InputError):
        decode(data)


def test_no_file_and_a_folder_are_said(tmp_path: Path):
    with pytest.raises(InputError, match=r"none\.txt: no such file$"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(InputError, match=r"is a folder: name the files in it$"):
        read_source(tmp_path)
    with pytest.raises(InputError, match="no file name"):
        read_source("a\0b")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path):
    file = tmp_path / "article.txt"
    file.write_text(TEXT)
    file.chmod(0)
    with pytest.raises(InputError, match="cannot be read: Permission denied"):
        read_source(file)


def test_standard_input_is_a_source():
    article, problems = read_source("-", stdin=io.BytesIO(TEXT.encode()))
    assert (article.source, article.published_on, problems) == ("-", DAY, ())
    with pytest.raises(InputError, match=r"^standard input is empty$"):
        read_source("-", stdin=io.BytesIO(b""))


@pytest.mark.parametrize("shape", ["lines", "one line"])
def test_fifty_megabytes_are_read_at_the_pace_of_the_disk(tmp_path: Path, shape: str):
    sentence = "Le sommet s'est tenu à Bruxelles, où les chefs d'État ont été reçus."
    glue = "\n\n" if shape == "lines" else " "
    body = glue.join([sentence] * (50_000_000 // (len(sentence) + 1)))
    file = tmp_path / "large.txt"
    file.write_text(f"Titre\n\n20/03/2025\n\n{body}", encoding="utf-8")
    begun = time.process_time()
    article, problems = read_source(file)
    assert time.process_time() - begun < 5
    assert (article.title, article.published_on, problems) == ("Titre", DAY, ())
    assert len(article.text) > 49_000_000


def test_the_time_stamp_of_the_file_is_never_a_date(tmp_path: Path):
    file = tmp_path / "2025-03-20.txt"
    file.write_text("Titre\n\nLe président est arrivé jeudi.", encoding="utf-8")
    with pytest.raises(NoPublicationDate, match=r"--date .* --undated"):
        read_source(file)
    article, _ = read_source(file, undated=True)
    assert article.published_on is None
    assert article.publication.rule == "undated"


def test_options_outrank_what_the_text_says():
    head = "Titre: A\nURL: https://example.org/a\nDate: 2025-03-20\n\nLe corps."
    article, problems = read_text(
        head,
        title="B",
        url="https://example.org/b",
        published=date(2025, 3, 21),
        timezone="Europe/Brussels",
        source="a.txt",
    )
    assert (article.title, article.url) == ("B", "https://example.org/b")
    assert (article.published_on, article.publication.rule) == (date(2025, 3, 21), "option")
    assert article.timezone == "Europe/Brussels"
    assert [str(problem) for problem in problems] == [
        "a.txt: --date says 2025-03-21, the header says “2025-03-20”: --date is taken"
    ]


def test_a_publication_in_the_future_is_warned_of():
    article, problems = read_text(TEXT, today=date(2025, 3, 19), source="a.txt")
    assert article.published_on == DAY
    assert [str(problem) for problem in problems] == [
        "a.txt: is published in the future: 2025-03-20 (20/03/2025)"
    ]
    assert read_text(TEXT, today=DAY)[1] == ()


def test_an_unknown_time_zone_is_said():
    for name in ("Europe/Pari", "../x", ""):
        with pytest.raises(InputError, match="no time zone is called"):
            read_text(TEXT, timezone=name)


ENGLISH = (
    "Summit\n\nDate: 2025-03-20\n\nThe leaders of the union have arrived in Brussels for a "
    "summit that is to be held on Thursday, and it was not clear what they will do with it."
)


def test_only_french_is_read_and_said():
    with pytest.raises(InputError, match=r"reads French .* not English"):
        read_text(ENGLISH, language="en")
    article, problems = read_text(ENGLISH, source="a.txt")
    assert [str(problem) for problem in problems] == [
        "a.txt: looks English: chrono reads French only, and may find nothing"
    ]
    assert article.language == "fr"
    assert read_text(ENGLISH, language="fr")[1] == ()
    assert read_text(TEXT)[1] == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Gipfel findet in Brüssel statt, und die Staats- und Regierungschefs sind in der "
         "Stadt, um über die Lage zu sprechen, die sich nicht gebessert hat.", "de"),
        ("La cumbre se celebra en Bruselas, y los jefes de los gobiernos de la Unión han llegado "
         "para hablar de las medidas que se tomarán por la guerra.", "es"),
        ("Il vertice si tiene a Bruxelles e i capi di governo della Unione sono arrivati per "
         "parlare di come la guerra possa finire con il sostegno degli alleati.", "it"),
        ("Trois blessés", "fr"),
        ("12 345", "fr"),
    ],
)  # fmt: skip
def test_the_language_is_guessed_from_little_words(text: str, language: str):
    assert guess(text) == language
