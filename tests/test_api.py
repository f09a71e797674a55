"""The public API: every name is exported, documented and typed, and costs nothing until used."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import chrono

ROOT = Path(__file__).parents[1]
DOCUMENTED = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
FUNCTIONS = [n for n in chrono.__all__ if inspect.isfunction(getattr(chrono, n))]


@pytest.mark.parametrize("name", chrono.__all__)
def test_a_public_name_is_there_and_documented(name: str):
    value = getattr(chrono, name)
    assert f"\n### `{name}`\n" in DOCUMENTED
    if inspect.isclass(value) or inspect.isfunction(value):
        assert inspect.getdoc(value), f"{name} has no docstring"
    assert name in dir(chrono)


def test_nothing_else_is_documented_as_public():
    assert set(re.findall(r"^### `(\w+)`$", DOCUMENTED, re.MULTILINE)) == set(chrono.__all__)


def test_no_other_name_is_there():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        chrono.nothing  # noqa: B018


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_is_typed_and_its_signature_documented(name: str):
    function = getattr(chrono, name)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    section = DOCUMENTED.split(f"### `{name}`")[1].split("\n### ")[0]
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty
        assert re.search(rf"\b{parameter.name}\b", section), f"{name}: {parameter.name}"


def test_the_package_is_typed():
    assert (ROOT / "src" / "chrono" / "py.typed").exists()


def test_the_version_is_the_one_of_the_package():
    assert chrono.__version__ == version("chrono-timeline")


def test_importing_chrono_loads_next_to_nothing():
    code = "import sys; before = {*sys.modules}; import chrono; print(*{*sys.modules} - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"__future__", "chrono"}


def test_the_errors_are_drawn_as_they_are():
    tree = DOCUMENTED.split("```\nChronoError\n")[1].split("```")[0]
    errors = [
        getattr(chrono, name)
        for name in chrono.__all__
        if inspect.isclass(getattr(chrono, name))
        and issubclass(getattr(chrono, name), chrono.ChronoError)
    ]
    drawn = ["ChronoError", *re.findall(r"─ (\w+)", tree)]
    assert sorted(drawn) == sorted(error.__name__ for error in errors)
