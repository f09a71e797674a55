"""The rooms of the design: imports run downward, in no circle, at the top of modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "chrono"
FLOORS = (
    ("errors", "frozen", "memory"),
    ("model",),
    ("lengths", "terms", "dates", "phrasebook", "hookspecs", "wire", "holidays", "tense"),
    ("grammar",),
    ("languages",),
    ("focus", "resolve", "wording", "mentions", "expressions", "explain", "clauses", "entries"),
    ("chronicle",),
    ("pipeline", "readers", "markup"),
    ("exporters", "plugins"),
    ("store",),
    ("serve", "cli"),
    ("__main__",),
)
"""From the bottom to the top: a room imports from its own floor and those below."""
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

FORBIDDEN = {
    "grammar": {"dates", "languages"},
    "pipeline": {"store", "sqlite3", "sqlite_utils", "readers"},
    "exporters": {"store", "pipeline", "readers", "chronicle", "cli", "serve", "plugins"},
    "chronicle": {"sqlite3", "sqlite_utils"},
}
"""Room to what it must not know, whatever the floors say."""

HEAVY = {
    "convertdate", "dateutil", "hijridate", "icalendar", "pendulum", "pyluach", "rich",
    "sqlite_utils", "wordfreq",
}  # fmt: skip
"""Packages that may be imported where they are first used: nothing else should wait for them."""
LATE_IMPORTS = {
    # module: what of chrono and of Python it may import inside a function, and why
    "chrono": {"importlib"},  # public names are loaded when they are asked for
    "chrono.cli": {"os", "chrono", "chrono.cli._help", "chrono.cli.app"},  # start-up
    "chrono.pipeline": {"chrono.chronicle.statements", "chrono.languages.fr"},  # dates need neither
    "chrono.store.timeline": {  # looking at a timeline needs no engine, no plugin, no merging
        "chrono.pipeline", "chrono.plugins", "chrono.store.adding", "chrono.store.deciding",
    },
    "chrono.store.persons": {"chrono.store.deciding"},
    "chrono.store.reading": {"chrono.chronicle.content"},
}  # fmt: skip
LONGEST = 400
TABLES = {"languages"}
"""Rooms that hold tables of words, as long as the language needs."""

PURE_FLOOR = FLOOR_OF["pipeline"]
CLOCKS = {"now", "today", "utcnow"}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = ("chrono", *path.relative_to(SOURCE).with_suffix("").parts)
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


MODULES = modules()
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imported(node: ast.stmt) -> Iterator[str]:
    """The modules that an import statement loads."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"line {node.lineno}: relative import"
        base = node.module or ""
        for alias in node.names:
            full = f"{base}.{alias.name}"
            yield full if full in MODULES else base


def top_level(tree: ast.Module) -> Iterator[str]:
    """What is imported when a module is loaded; what only a type checker reads is left out."""

    def walk(body: list[ast.stmt]) -> Iterator[str]:
        for node in body:
            if isinstance(node, ast.If):
                if "TYPE_CHECKING" not in ast.unparse(node.test):
                    yield from walk(node.body)
                yield from walk(node.orelse)
            elif isinstance(node, ast.Try):
                yield from walk(node.body)
                for handler in node.handlers:
                    yield from walk(handler.body)
            else:
                yield from imported(node)

    return walk(tree.body)


def everywhere(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            yield from imported(node)


def test_every_room_has_its_floor():
    assert {room(module) for module in MODULES} - {""} <= set(FLOOR_OF)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "chrono"])
def test_imports_run_downward(module: str):
    mine = room(module)
    for other in everywhere(TREES[module]):
        its = room(other)
        if other.split(".")[0] == "chrono" and its:
            assert FLOOR_OF[its] <= FLOOR_OF[mine], f"{module} imports {other}, which is above it"
        forbidden = FORBIDDEN.get(mine, set())
        assert (its or other) not in forbidden, f"{mine} must not know {other}"


def test_no_import_runs_in_a_circle():
    graph = {
        name: {other for other in top_level(tree) if other in MODULES and other != name}
        for name, tree in TREES.items()
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join([*path[path.index(name) :], name])
        if name not in done:
            for other in sorted(graph[name]):
                # A package's own __init__ may gather its modules; they never import it back
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_only_the_room_of_dates_imports_pendulum():
    for name, tree in TREES.items():
        for other in everywhere(tree):
            if other.split(".")[0] == "pendulum":
                assert room(name) == "dates", name


@pytest.mark.parametrize("module", MODULES)
def test_functions_import_nothing_but_what_is_listed(module: str):
    late = {
        other
        for function in ast.walk(TREES[module])
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in ast.walk(function)
        if isinstance(node, ast.stmt)
        for other in imported(node)
    }
    light = {other for other in late if other.split(".")[0] not in HEAVY}
    assert light <= LATE_IMPORTS.get(module, set())


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_too_long(module: str):
    if room(module) in TABLES:
        pytest.skip("a table of words")
    lines = MODULES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST


@pytest.mark.parametrize(
    "module",
    [name for name in MODULES if 0 <= FLOOR_OF.get(room(name), 99) <= PURE_FLOOR],
)
def test_the_core_reads_no_clock(module: str):
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCKS, f"{module}, line {node.lineno}"


def test_no_compiled_module_hides_a_source():
    """The engine is compiled from a copy; built in place it would shadow every later change."""
    compiled = [*SOURCE.rglob("*.so"), *SOURCE.rglob("*.pyd")]
    assert not compiled, f"remove {compiled}"
