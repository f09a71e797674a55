"""The CSV format, by itself and through chrono's plugin manager."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib import import_module
from pathlib import Path

import chrono_csv
import pytest

from chrono.errors import ExportError
from chrono.model import (
    ArticleRef,
    Bounds,
    Chronology,
    Event,
    EventMention,
    Granularity,
    Kind,
    Publication,
    Resolution,
    Statement,
    Status,
    TimexType,
)
from chrono.plugins import create_plugin_manager

NOW = datetime(2025, 3, 20, 15, 0, tzinfo=UTC)
ARTICLE = ArticleRef(
    1, "Réunion; à Londres", "https://example.org/a", "a.txt", "fr", "Europe/Paris",
    Publication(date(2025, 3, 20), time(14, 3)), NOW,
)  # fmt: skip
DAY = Resolution(
    TimexType.TIME,
    "2025-03-20T14:30",
    Bounds(date(2025, 3, 20), date(2025, 3, 20), time(14, 30), time(14, 30)),
    Granularity.MINUTE,
    edtf="2025-03-20T14:30:00",
)
SAID = Statement(0, 9, 'il a dit\n"oui"', "Titre", Status.PAST)
EVENT = Event(
    1, "u@chrono", "=1+1", DAY, Status.PAST, Kind.EVENT, (EventMention(1, SAID, ARTICLE),),
    NOW, NOW, tags=("a", "b"),
)  # fmt: skip
CHRONOLOGY = Chronology(
    "t",
    (EVENT, replace(EVENT, uid="v", resolution=None), replace(EVENT, uid="w", withdrawn=True)),
    (ARTICLE,),
    NOW,
)


def rows(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=delimiter))


def test_one_row_for_each_dated_event():
    assert rows(chrono_csv.render(CHRONOLOGY, {})) == [
        {
            "uid": "u@chrono",
            "earliest": "2025-03-20T14:30",
            "latest": "2025-03-20T14:30",
            "date": "jeudi 20 mars 2025 à 14 h 30",
            "edtf": "2025-03-20T14:30:00",
            "status": "past",
            "title": "'=1+1",
            "quotes": "1",
            "quote": 'il a dit\n"oui"',
            "source": "Réunion; à Londres",
            "url": "https://example.org/a",
            "published": "2025-03-20T14:03",
            "tags": "a, b",
        }
    ]


def test_the_bytes_are_always_the_same():
    assert chrono_csv.render(CHRONOLOGY, {}) == chrono_csv.render(CHRONOLOGY, {})
    assert b"\r\n" in chrono_csv.render(CHRONOLOGY, {})


def test_an_event_without_an_article():
    (row,) = rows(chrono_csv.render(replace(CHRONOLOGY, events=(replace(EVENT, mentions=()),)), {}))
    assert (row["quotes"], row["quote"], row["source"], row["published"]) == ("0", "", "", "")


@pytest.mark.parametrize(("name", "sign"), [("semicolon", ";"), ("tab", "\t"), ("|", "|")])
def test_delimiter(name: str, sign: str):
    content = chrono_csv.render(CHRONOLOGY, {"delimiter": name})
    assert content.startswith(f"uid{sign}earliest".encode())
    assert rows(content, sign)[0]["source"] == "Réunion; à Londres"


def test_bom_and_formulas():
    assert chrono_csv.render(CHRONOLOGY, {"bom": "yes"}).startswith(b"\xef\xbb\xbfuid")
    assert rows(chrono_csv.render(CHRONOLOGY, {"formulas": "keep"}))[0]["title"] == "=1+1"


@pytest.mark.parametrize(
    "options", [{"delimiter": "ab"}, {"delimiter": ""}, {"delimiter": '"'}, {"bom": "maybe"}]
)
def test_values_that_cannot_be(options: dict[str, str]):
    with pytest.raises(ExportError, match=r"^csv: "):
        chrono_csv.render(CHRONOLOGY, options)


def test_through_the_plugin_manager():
    folder = Path(chrono_csv.__file__).parents[1] / "chrono_csv"
    plugins = create_plugin_manager(load_entry_points=False)
    assert "csv" not in plugins.exporters
    # the entry point, as an installed package declares it
    project = tomllib.loads((folder.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    (module,) = project["entry-points"]["chrono"].values()
    (exporter,) = import_module(module).register_exporters()
    assert (exporter.name, exporter.suffix) == ("csv", ".csv")
    assert set(exporter.options) == {"delimiter", "bom", "formulas"}
