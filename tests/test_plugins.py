"""Plugins: each on its own, whatever it does; none takes the program or another plugin down."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chrono.errors import ExportError, PluginError
from chrono.model import Chronology
from chrono.plugins import BUILT_IN, PluginInfo, Plugins, create_plugin_manager

EMPTY = Chronology("t", (), (), datetime(2025, 3, 20, tzinfo=UTC))
GOOD = """
from chrono.hookspecs import Exporter, hookimpl

@hookimpl
def register_exporters():
    return [Exporter("good", ".good", "text/plain", lambda chronology, options: b"good")]
"""
OWN = {"ical", "json", "markdown"}


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of plugin files from their texts."""

    def make(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
        return tmp_path

    return make


def load(plugins_dir: Path) -> Plugins:
    return create_plugin_manager(load_entry_points=False, plugins_dir=plugins_dir)


def info(plugins: Plugins, name: str) -> PluginInfo:
    (found,) = (p for p in plugins.plugins if p.name == name)
    return found


def exporting(body: str) -> str:
    return (
        "from chrono.hookspecs import Exporter, hookimpl\n"
        "@hookimpl\n"
        "def register_exporters():\n" + textwrap.indent(textwrap.dedent(body), "    ")
    )


# --- the built-in ones ---


def test_the_built_in_exporters_come_by_their_entry_points() -> None:
    plugins = create_plugin_manager()
    assert set(plugins.exporters) >= OWN
    own = info(plugins, "ical")
    assert (own.hooks, own.exporters, own.error) == (("register_exporters",), ("ical",), "")
    assert own.source == "chrono-timeline"
    assert own.version


def test_without_metadata_the_built_in_ones_are_there_all_the_same() -> None:
    plugins = create_plugin_manager(load_entry_points=False)
    assert set(plugins.exporters) == OWN
    assert plugins.problems == ()


def test_the_project_declares_what_the_fallback_names() -> None:
    import tomllib

    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))
    declared = project["project"]["entry-points"]["chrono"]
    assert declared == {point.name: point.value for point in BUILT_IN}


def test_two_managers_share_nothing(folder: Callable[..., Path]) -> None:
    assert "good" in load(folder(good=GOOD)).exporters
    assert "good" not in create_plugin_manager(load_entry_points=False).exporters


# --- plugins of a folder ---


def test_a_file_of_the_folder_adds_its_format(folder: Callable[..., Path]) -> None:
    plugins = load(folder(good=GOOD, _private="raise SystemExit"))
    assert plugins.problems == ()
    assert plugins.render("good", EMPTY).content == b"good"
    assert info(plugins, "good.py").exporters == ("good",)
    assert info(plugins, "good.py").source.endswith("good.py")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError: No module named"),
        ("def broken(:", "SyntaxError"),
        ("raise SystemExit(3)", "cannot be loaded: SystemExit: 3"),
        ("raise GeneratorExit", "cannot be loaded: GeneratorExit"),
        ("class Mine(BaseException): pass\nraise Mine('two\\nlines')", "Mine: two lines"),
        ("class E(Exception):\n  def __str__(self): 1/0\nraise E", "cannot be loaded: E"),
        ("x = 1", "has no hook"),
        ("def register_exporters(): return []", "has no hook: mark its functions with"),
        (
            "from chrono.hookspecs import hookimpl\n@hookimpl\ndef register_exporter(): pass",
            "unknown hook 'register_exporter'; did you mean 'register_exporters'?",
        ),
        (
            "from chrono.hookspecs import hookimpl\n@hookimpl\ndef xyz(): pass",
            "unknown hook 'xyz'; there are: register_exporters",
        ),
        (
            "from chrono.hookspecs import hookimpl\n@hookimpl\ndef register_exporters(app): pass",
            "breaks the contract: PluginValidationError",
        ),
        (
            "from chrono.hookspecs import hookimpl\n@hookimpl(wrapper=True)\n"
            "def register_exporters():\n  return (yield)",
            "register_exporters cannot be a wrapper",
        ),
        (exporting("1 / 0"), "register_exporters failed: ZeroDivisionError: division by zero"),
        (exporting("raise SystemExit"), "register_exporters failed: SystemExit"),
        (exporting("return None"), "gave NoneType, not a list"),
        (exporting("return 'csv'"), "gave str, not a list"),
        (exporting("yield 1"), "gave generator, not a list"),
        (exporting("return ['csv']"), "gave a str where an Exporter belongs"),
        (
            exporting("return [Exporter('A B', '.a', 'a/b', print)]"),
            "an exporter has the name 'A B', which cannot be one",
        ),
        (
            exporting("return [Exporter('../x', '.a', 'a/b', print)]"),
            "an exporter has the name '../x'",
        ),
        (
            exporting("return [Exporter('a', 'a', 'a/b', print)]"),
            "an exporter has the suffix 'a'",
        ),
        (
            exporting("return [Exporter('a', './/x', 'a/b', print)]"),
            "an exporter has the suffix './/x'",
        ),
        (
            exporting("return [Exporter('a', '.a', 'text/x\\r\\nX: y', print)]"),
            "an exporter has the media_type",
        ),
        (
            exporting("return [Exporter('a', '.a', 'a/b', None)]"),
            "the render of exporter 'a' cannot be called",
        ),
        (
            exporting("return [Exporter('a', '.a', 'a/b', print, check=1)]"),
            "the check of exporter 'a' cannot be called",
        ),
        (
            exporting("return [Exporter('a', '.a', 'a/b', print, options=['x'])]"),
            "the options of exporter 'a' are no mapping",
        ),
    ],
)
def test_a_bad_plugin_is_named_and_the_rest_goes_on(
    folder: Callable[..., Path], text: str, error: str
) -> None:
    plugins = load(folder(bad=text, good=GOOD))
    (problem,) = plugins.problems
    assert problem.where == "plugin bad.py"
    assert error in problem.what
    assert "\n" not in problem.what
    assert info(plugins, "bad.py").error == problem.what
    assert info(plugins, "good.py").error == ""
    assert set(plugins.exporters) == OWN | {"good"}


def test_a_good_exporter_beside_a_bad_one_stays(folder: Callable[..., Path]) -> None:
    body = "return [Exporter('ok', '.ok', 'a/b', lambda c, o: b''), 7]"
    plugins = load(folder(half=exporting(body)))
    assert "ok" in plugins.exporters
    assert "gave a int where" in info(plugins, "half.py").error


@pytest.mark.parametrize("text", ["raise KeyboardInterrupt", exporting("raise KeyboardInterrupt")])
def test_a_person_can_interrupt(folder: Callable[..., Path], text: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(folder(slow=text))


def test_no_such_folder(tmp_path: Path) -> None:
    plugins = load(tmp_path / "absent")
    (problem,) = plugins.problems
    assert problem.what == "no such folder of plugins"
    assert set(plugins.exporters) == OWN


def test_a_module_can_hold_dataclasses(folder: Callable[..., Path]) -> None:
    text = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass(slots=True)\nclass Row:\n    a: int\n"
    )
    assert load(folder(rows=text + GOOD)).problems == ()


def test_what_a_plugin_prints_does_not_reach_standard_output(
    folder: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder(loud="print('hello')\n" + exporting("print('again'); return []")))
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "hello\nagain\n")


# --- two of one name ---


def test_two_exporters_of_one_name_are_an_error_that_names_both(
    folder: Callable[..., Path],
) -> None:
    plugins = load(folder(one=GOOD, two=GOOD, fine=GOOD.replace('"good"', '"fine"')))
    assert set(plugins.exporters) == OWN | {"fine"}
    with pytest.raises(PluginError, match=r"'good' is claimed by 'one\.py' and 'two\.py'"):
        plugins.render("good", EMPTY)
    assert [p.where for p in plugins.problems] == ["plugin one.py", "plugin two.py"]


def test_a_plugin_cannot_quietly_replace_a_built_in_exporter(folder: Callable[..., Path]) -> None:
    plugins = load(folder(mine=GOOD.replace('"good"', '"ical"')))
    with pytest.raises(PluginError, match=r"'ical' is claimed by 'ical' and 'mine\.py'"):
        plugins.exporter("ical")


# --- rendering ---


@pytest.mark.parametrize(
    ("render", "error"),
    [
        ("lambda c, o: 1 / 0", "failed: ZeroDivisionError: division by zero"),
        ("lambda c, o: 'text'", "gave str, not bytes"),
        ("lambda c, o: None", "gave NoneType, not bytes"),
        ("lambda c: b''", "failed: TypeError"),
        ("lambda c, o: (_ for _ in ()).throw(SystemExit(1))", "failed: SystemExit: 1"),
    ],
)
def test_an_exporter_that_fails_is_one_line(
    folder: Callable[..., Path], render: str, error: str
) -> None:
    plugins = load(folder(bad=exporting(f"return [Exporter('bad', '.x', 'a/b', {render})]")))
    with pytest.raises(ExportError) as raised:
        plugins.render("bad", EMPTY)
    assert str(raised.value).startswith("the format 'bad' of plugin 'bad.py' ")
    assert error in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_check_that_fails_is_one_line_too(folder: Callable[..., Path]) -> None:
    body = "return [Exporter('bad', '.x', 'a/b', lambda c, o: b'', check=lambda *a: 1 / 0)]"
    with pytest.raises(ExportError, match="ZeroDivisionError"):
        load(folder(bad=exporting(body))).render("bad", EMPTY)


def test_an_error_for_people_passes_as_it_is(folder: Callable[..., Path]) -> None:
    text = (
        "from chrono.errors import ExportError\nfrom chrono.hookspecs import Exporter, hookimpl\n"
        "def render(c, o): raise ExportError('csv: no such delimiter')\n"
        "@hookimpl\ndef register_exporters(): return [Exporter('c', '.c', 'a/b', render)]"
    )
    with pytest.raises(ExportError, match=r"^csv: no such delimiter$"):
        load(folder(c=text)).render("c", EMPTY)


def test_schemas(folder: Callable[..., Path]) -> None:
    body = "return [Exporter('s', '.s', 'a/b', print, schema=lambda: 1 / 0)]"
    plugins = load(folder(s=exporting(body)))
    assert "chrono-chronology" in plugins.schema("json")
    with pytest.raises(ExportError, match="'markdown' has no schema"):
        plugins.schema("markdown")
    with pytest.raises(ExportError, match="schema of format 's' failed: ZeroDivisionError"):
        plugins.schema("s")


def test_no_such_format() -> None:
    plugins = create_plugin_manager(load_entry_points=False)
    with pytest.raises(ExportError, match="no format 'pdf'; there are: ical, json, markdown"):
        plugins.render("pdf", EMPTY)


def test_options_that_are_not_declared_reach_the_exporter(folder: Callable[..., Path]) -> None:
    body = "return [Exporter('o', '.o', 'a/b', lambda c, o: repr(dict(o)).encode())]"
    plugins = load(folder(o=exporting(body)))
    assert plugins.render("o", EMPTY, {"any": "thing"}).content == b"{'any': 'thing'}"


# --- plugins of other packages ---


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """Install a package of one module, as pip leaves it, for the length of a test."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def one(name: str, text: str, entry: str) -> None:
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        dist = tmp_path / f"{name}-1.2.3.dist-info"
        dist.mkdir()
        (dist / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2.3\n")
        (dist / "entry_points.txt").write_text(f"[chrono]\n{entry} = {name}\n")
        monkeypatch.delitem(sys.modules, name, raising=False)

    return one


def test_an_installed_package_adds_its_format(install: Callable[[str, str, str], None]) -> None:
    install("chrono_test_good", GOOD, "good")
    plugins = create_plugin_manager()
    assert plugins.render("good", EMPTY).content == b"good"
    found = info(plugins, "good")
    assert (found.version, found.source) == ("1.2.3", "chrono_test_good")
    assert "good" not in create_plugin_manager(load_entry_points=False).exporters


def test_an_installed_package_that_breaks_is_skipped(
    install: Callable[[str, str, str], None],
) -> None:
    install("chrono_test_bad", "import sys; sys.exit('no')", "bad")
    install("chrono_test_good", GOOD, "good")
    plugins = create_plugin_manager()
    assert set(plugins.exporters) >= OWN | {"good"}
    assert info(plugins, "bad").error == "cannot be loaded: SystemExit: no"


def test_two_packages_may_choose_one_plugin_name(
    install: Callable[[str, str, str], None],
) -> None:
    install("chrono_test_one", GOOD, "mine")
    install("chrono_test_two", GOOD.replace('"good"', '"other"'), "mine")
    plugins = create_plugin_manager()
    assert set(plugins.exporters) >= {"good", "other"}
    names = [p.name for p in plugins.plugins]
    assert "mine" in names
    assert "mine (chrono_test_two)" in names


def test_broken_metadata_of_some_package_hurts_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "chrono_test_broken-1.dist-info"
    broken.mkdir()
    (broken / "entry_points.txt").write_text("[chrono]\nno equals sign\n= no.name\nx = a b c\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert set(create_plugin_manager().exporters) >= OWN


# --- start-up ---


def test_loading_plugins_loads_nothing_heavy() -> None:
    program = (
        "import sys; from chrono.plugins import create_plugin_manager; "
        "p = create_plugin_manager(load_entry_points=False); "
        "print([m for m in sys.modules if m.split('.')[0] in "
        "('icalendar', 'pendulum', 'rich', 'sqlite_utils', 'starlette', 'wordfreq', 'click') "
        "or m.startswith(('chrono.grammar', 'chrono.languages', 'chrono.store'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
