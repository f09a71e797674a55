"""The example timeline: its exports and its picture are those that the program makes today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import icalendar
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def regenerate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("regenerate", ROOT / "tools" / "regenerate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_exports_of_the_example_are_up_to_date(regenerate: ModuleType):
    for name, content in regenerate.exports().items():
        assert (ROOT / "timelines" / name).read_bytes() == content, f"{name}: run make example"


def test_the_picture_is_up_to_date_and_loads_nothing(regenerate: ModuleType):
    written = (ROOT / "docs" / "add.svg").read_text(encoding="utf-8")
    assert written == regenerate.picture(), "run make example"
    ElementTree.fromstring(written)
    assert "url(http" not in written
    assert "href" not in written


def test_the_example_tells_what_its_article_says():
    """Held against the article by hand, not against the program."""
    calendar = icalendar.Calendar.from_ical((ROOT / "timelines" / "example.ics").read_bytes())
    days = {str(e.start)[:10] for e in calendar.events}
    assert {
        "1994-11-03",
        "2025-09-08",
        "2025-09-09",
        "2025-09-10",
        "2025-09-11",
        "2025-09-12",
        "2025-09-14",
        "2025-09-15",
        "2025-09-17",
        "2025-09-20",
        "2025-09-22",
    } <= days
