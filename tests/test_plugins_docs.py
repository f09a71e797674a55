"""docs/plugins.md tells the truth: its code runs, and every hook stands in it as it is."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from chrono import hookspecs
from chrono.hookspecs import PROJECT, Exporter
from chrono.plugins import Plugins, create_plugin_manager

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
HOOKS = {
    name: hook
    for name, hook in vars(hookspecs).items()
    if inspect.isfunction(hook) and hasattr(hook, f"{PROJECT}_spec")
}


def blocks(language: str, text: str = PAGE) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def section(title: str) -> str:
    found = PAGE.split(f"\n### {title}\n")
    assert len(found) == 2, f"docs/plugins.md has no heading ### {title}"
    return re.split(r"^#", found[1], maxsplit=1, flags=re.MULTILINE)[0]


def test_there_are_hooks() -> None:
    assert list(HOOKS) == ["register_exporters"]


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_documented_with_its_exact_signature(name: str) -> None:
    signature = str(inspect.signature(HOOKS[name])).replace("'", "")
    (code,) = blocks("python", section(f"`{name}`"))
    assert code == f"def {name}{signature}: ...\n"


def test_no_other_hook_is_documented() -> None:
    documented = re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE)
    assert documented == list(HOOKS)


def test_the_fields_of_an_exporter_are_documented() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(.*?)` \|", section("Exporter"), re.MULTILINE)
    fields = [(f.name, str(f.type).replace("|", r"\|")) for f in dataclasses.fields(Exporter)]
    assert rows == fields


def test_the_code_runs(tmp_path: Path) -> None:
    """In the order of the page, in one namespace; then what it defines is used."""
    names: dict[str, Any] = {}
    code = [c for c in blocks("python") if not c.startswith("def register_exporters() ->")]
    assert len(code) == 5
    for block in code:
        exec(compile(block, "docs/plugins.md", "exec"), names)
    (tmp_path / "plain.py").write_text(code[0], encoding="utf-8")
    names["test_plain"](tmp_path)

    wide = names["wide"]
    plugins = Plugins({"wide": wide}, _owners={"wide": ("wide.py",)})
    empty = names["Chronology"]("t", (), (), names["datetime"](2025, 3, 20), title="titre")
    assert plugins.render("wide", empty, {"width": "9"}).content == b"**titre**\n"
    assert names["check"](dataclasses.replace(empty, undated=1), {}, b"")
    assert names["describe"](empty) == []
    with pytest.raises(names["ExportError"], match="width must be a number"):
        plugins.render("wide", empty, {"width": "wide"})


def test_the_package_is_described_as_it_must_be() -> None:
    (toml,) = blocks("toml")
    assert tomllib.loads(toml)["project"]["entry-points"][PROJECT] == {"plain": "chrono_plain"}


def test_the_commands_know_the_plugin(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text(blocks("python")[0], encoding="utf-8")
    environment = os.environ | {"CHRONO_PLUGINS_DIR": str(tmp_path)}
    for command in ("plugins", "formats"):
        assert f"$ chrono {command}" in PAGE or f"`chrono {command}`" in PAGE
        done = subprocess.run(
            [sys.executable, "-m", "chrono", command],
            capture_output=True,
            text=True,
            env=environment,
        )
        assert done.returncode == 0, done.stderr
        assert "plain" in done.stdout


def test_the_example_package_works_where_it_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """plugins/chrono-csv by the entry point that its own pyproject declares."""
    package = ROOT / "plugins" / "chrono-csv"
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    info = tmp_path / "chrono_csv-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    points = "".join(f"{k} = {v}\n" for k, v in project["entry-points"][PROJECT].items())
    (info / "entry_points.txt").write_text(f"[{PROJECT}]\n{points}")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(package / "src"))
    plugins = create_plugin_manager()
    assert plugins.exporter("csv").suffix == ".csv"
    assert [p.source for p in plugins.plugins if "csv" in p.exporters] == ["chrono-csv"]


def test_the_example_package_passes_its_own_tests() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=ROOT / "plugins" / "chrono-csv",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
