"""The JSON: by its schema, deterministic, complete."""

from __future__ import annotations

import importlib.util
import json as stdlib_json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from chrono.errors import ExportError
from chrono.exporters import json
from chrono.model import Chronology
from chrono.plugins import create_plugin_manager

GOLDEN = Path(__file__).parent / "golden"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"golden_{name}", GOLDEN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


golden = load("regenerate")
random = load("random_chronologies")
SCHEMA = stdlib_json.loads(json.schema())
VALIDATOR = Draft202012Validator(SCHEMA)


def read(what: Chronology, **options: str) -> dict[str, Any]:
    return stdlib_json.loads(json.render(what, options))


def test_the_schema_is_one_and_the_exporter_gives_it() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    exporter = create_plugin_manager(load_entry_points=False).exporter("json")
    assert exporter.schema is not None
    assert exporter.schema() == json.schema()
    assert SCHEMA["properties"]["version"] == {"const": json.VERSION}


def test_the_golden_file_is_by_the_schema() -> None:
    VALIDATOR.validate(read(golden.CHRONOLOGY))


def test_the_schema_knows_every_key() -> None:
    """A key more, a key less, a value of another kind: none of it passes."""
    good = read(golden.CHRONOLOGY)
    for change in (
        lambda d: d.update(more=1),
        lambda d: d.pop("undated"),
        lambda d: d["events"][0].update(more=1),
        lambda d: d["events"][0].pop("uid"),
        lambda d: d["events"][0].pop("timex3"),
        lambda d: d["events"][0].update(status="perhaps"),
        lambda d: d["events"][3].update(earliest="20 mars"),
        lambda d: d["events"][3].pop("latest"),
        lambda d: d["events"][0]["quotes"][0].update(more=1),
        lambda d: d["events"][0]["quotes"][0]["article"].pop("published"),
        lambda d: d["articles"][0]["published_found_by"].pop("rule"),
    ):
        bad = stdlib_json.loads(stdlib_json.dumps(good))
        change(bad)
        assert not VALIDATOR.is_valid(bad)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(random.chronologies)
def test_any_chronology_is_by_the_schema(what: Chronology) -> None:
    found = read(what)
    VALIDATOR.validate(found)
    assert len(found["events"]) + len(found["undated"]["events"]) == len(what.events)
    assert json.render(replace(what, events=what.events[::-1]), {}) == json.render(what, {})


def test_an_event_carries_everything() -> None:
    (found,) = (e for e in read(golden.CHRONOLOGY)["events"] if e["conflict"])
    assert found["uid"] == "0195b3a4-0005@chrono"
    assert (found["earliest"], found["latest"]) == ("2025-03-23", "2025-03-25")
    assert found["granularity"] == "day"
    assert found["edtf"] == "[2025-03-23,2025-03-24..2025-03-25]"
    assert [a["timex3"]["value"] for a in found["alternatives"]] == ["2025-03-23", "2025-W13"]
    assert found["alternatives"][1]["timex3"]["mod"] == "START"
    assert found["status"] == "planned"
    assert found["date_in_words"].startswith("entre le 23 et le 25 mars 2025")
    assert [c["what"] for c in found["history"]] == ["found", "date 2025-03-24 told"]
    first, second = found["quotes"]
    assert first["text"][first["expression"]["start"] - first["start"] :].startswith("dimanche ou")
    assert first["article"]["url"] == "https://example.org/ukraine/londres?édition=1&page=2"
    assert first["article"]["published"] == "2025-03-20T14:03"
    assert first["article"]["published_found_by"]["rule"] == "header"
    assert second["article"]["updated"] == "2025-03-23"
    assert (second["status"], second["earliest"]) == ("conditional", "2025-03-24")


def test_offsets_stay_true_where_the_text_cannot_be_encoded() -> None:
    mention = golden.mention(1, "t", None, quote="a\ud800b")
    broken = replace(golden.CHRONOLOGY.events[0], mentions=(mention,))
    found = read(replace(golden.CHRONOLOGY, events=(broken,), withdrawn=()))
    assert found["events"][0]["quotes"][0]["text"] == "a\ufffdb"


def test_what_is_undated_is_kept_and_counted() -> None:
    found = read(golden.CHRONOLOGY)["undated"]
    assert found["count"] == 4
    assert [e["title"] for e in found["events"]] == ["An undated remark", "Rien ne dit quand"]
    assert "earliest" not in found["events"][0]


def test_indentation() -> None:
    assert json.render(golden.CHRONOLOGY, {"indent": "0"}).count(b"\n") == 1
    assert read(golden.CHRONOLOGY, indent="0") == read(golden.CHRONOLOGY)
    with pytest.raises(ExportError, match="indent must be a number"):
        json.render(golden.CHRONOLOGY, {"indent": "wide"})
