"""The golden files: one chronology of every kind of date, in the three formats.

After a change on purpose: ``python tests/golden/regenerate.py``, then read ``git diff
tests/golden``.
"""

from __future__ import annotations

import difflib
import importlib.util
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from chrono.plugins import create_plugin_manager

GOLDEN = Path(__file__).parent / "golden"


def load(name: str) -> ModuleType:
    """A module of the golden folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"golden_{name}", GOLDEN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


golden = load("regenerate")
PLUGINS = create_plugin_manager(load_entry_points=False)


@pytest.mark.parametrize("name", golden.FORMATS)
def test_equals_the_golden_file(name: str) -> None:
    file = GOLDEN / golden.FORMATS[name]
    found = PLUGINS.render(name, golden.CHRONOLOGY).content
    if found == file.read_bytes():
        return
    difference = difflib.unified_diff(
        file.read_bytes().decode().splitlines(),
        found.decode().splitlines(),
        f"{file.name} (golden)",
        f"{file.name} (now)",
        lineterm="",
    )
    pytest.fail(
        "\n".join([*difference, "", "on purpose? python tests/golden/regenerate.py"]),
        pytrace=False,
    )


@pytest.mark.parametrize("name", golden.FORMATS)
def test_the_order_of_the_events_does_not_matter(name: str) -> None:
    turned = replace(golden.CHRONOLOGY, events=golden.CHRONOLOGY.events[::-1])
    assert PLUGINS.render(name, turned).content == PLUGINS.render(name, golden.CHRONOLOGY).content
