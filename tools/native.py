"""The engine's modules as mypyc likes them best: the same classes and constants, spelled out.

Run on the copy that is compiled (see `compile_engine`), never on the sources, which stay readable:

- A class made by ``@frozen`` (`chrono.frozen`) gets its ``__init__`` written out, and how it is
  compared. mypyc then makes a native class of it, twenty times as fast to make and to look into,
  and still a frozen dataclass. No such class has a subclass with other fields.
  What cannot be changed cannot come to hold itself: the garbage collector passes it over, as it
  does the values of classes marked ``@acyclic``.
- A member of an enum (``Granularity.DAY``) is looked up once for each module: as an attribute of
  its class it costs a look-up each time, in Python 3.11 a call.
- A module's constants, named in capitals and assigned once, by themselves or in a row, become
  ``Final``: a place in memory instead of a look-up in the module's dictionary.

Python runs the sources themselves to the same effect, only slower.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_ENUMS = frozenset({"Enum", "StrEnum", "IntEnum"})


def prepare(source: Path, modules: Iterable[str]) -> None:
    """Rewrite modules (paths under `source`) in place."""
    enums = _enums(source)
    for name in modules:
        path = source / name
        path.write_text(rewritten(path.read_text(encoding="utf-8"), enums), encoding="utf-8")


def _enums(source: Path) -> dict[str, frozenset[str]]:
    """The enums of a tree, each with its members."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted(source.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and _names(node.bases) & _ENUMS:
                found[node.name] = frozenset(
                    target.id
                    for line in node.body
                    if isinstance(line, ast.Assign)
                    for target in line.targets
                    if isinstance(target, ast.Name)
                )
    return found


def rewritten(source: str, enums: Mapping[str, frozenset[str]] | None = None) -> str:
    r"""The source of a module with its frozen classes and its enum members spelled out.

    >>> print(rewritten("@frozen\nclass Day:\n    n: int\n    on: bool = True\n"))
    from dataclasses import dataclass as _dataclass
    from typing import TYPE_CHECKING as _TYPE_CHECKING
    if _TYPE_CHECKING:
        from mypy_extensions import mypyc_attr as _mypyc_attr
    @_mypyc_attr(acyclic=True)
    @_dataclass(frozen=True, init=False, eq=False)
    class Day:
        n: int
        on: bool = True
        def __init__(self, n: int, on: bool = True) -> None:
            self.n = n  # type: ignore[misc]
            self.on = on  # type: ignore[misc]
        def __reduce__(self) -> tuple[object, ...]:
            return (Day, (self.n, self.on,))
        def __eq__(self, other: object) -> bool:
            return isinstance(other, Day) and self.n == other.n and self.on == other.on
        def __hash__(self) -> int:
            return hash((self.n, self.on,))
    <BLANKLINE>
    >>> enums = {"Unit": frozenset({"DAY"})}
    >>> print(rewritten("from chrono.terms import Unit\nU = Unit\nx = U.DAY\n", enums))
    from chrono.terms import Unit
    from typing import Final as _Final
    _Unit_DAY: _Final = Unit.DAY
    U = Unit
    x = _Unit_DAY
    <BLANKLINE>
    >>> print(rewritten("_FAR = 3\nNAMES: set[str] = set()\n"))
    from typing import Final as _Final
    _FAR: _Final = 3
    NAMES: _Final[set[str]] = set()
    <BLANKLINE>
    >>> print(rewritten("NEAR, FAR = 3, 9\n"))
    from typing import Final as _Final
    NEAR: _Final = 3
    FAR: _Final = 9
    <BLANKLINE>
    """
    source = _one_a_line(source)
    tree = ast.parse(source)
    edits = _Edits(source.encode())
    _spell_out_classes(tree, edits)
    members = _spell_out_members(tree, edits, enums or {})
    constants = _make_final(tree, edits)
    if members or constants:
        edits.add_after(_head(tree), "from typing import Final as _Final\n" + members)
    return edits.done().decode()


@dataclass(slots=True)
class _Edits:
    """Replacements in a source, by the places that `ast` gives: lines, and bytes in them."""

    source: bytes
    made: list[tuple[int, int, bytes]] = field(default_factory=list)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0]
        for line in self.source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def replace(self, node: ast.expr | ast.stmt, text: str) -> None:
        """Put a text in the place of a node."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = self.starts[node.lineno - 1] + node.col_offset
        last = self.starts[node.end_lineno - 1] + node.end_col_offset
        self.made.append((first, last, text.encode()))

    def add_after(self, line: int, text: str) -> None:
        """Put lines behind a line (counted from 1; 0 for the head of the module)."""
        self.made.append((self.starts[line], self.starts[line], text.encode()))

    def done(self) -> bytes:
        """The source with all replacements made."""
        out, at = b"", 0
        for first, last, text in sorted(self.made, key=lambda edit: edit[:2]):
            out += self.source[at:first] + text
            at = last
        return out + self.source[at:]


def _names(nodes: Iterable[ast.expr]) -> set[str]:
    return {node.id for node in nodes if isinstance(node, ast.Name)}


def _head(tree: ast.Module) -> int:
    """The last line of the imports at the head of a module, 0 where there are none."""
    lines = [n.end_lineno or 0 for n in tree.body if isinstance(n, (ast.Import, ast.ImportFrom))]
    return max(lines, default=0)


def _spell_out_classes(tree: ast.Module, edits: _Edits) -> None:
    marked = False
    fields: dict[str, list[ast.AnnAssign]] = {}  # of each frozen class, with those of its bases
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        marks = {d.id: d for d in node.decorator_list if isinstance(d, ast.Name)}
        if "acyclic" in marks:
            edits.replace(marks["acyclic"], "_mypyc_attr(acyclic=True)")
            marked = True
        if "frozen" not in marks:
            continue
        own = [n for n in node.body if isinstance(n, ast.AnnAssign)]
        every = [n for base in node.bases for n in fields.get(ast.unparse(base), ())] + own
        fields[node.name] = every
        eq = ", eq=False" if every else ""
        edits.replace(
            marks["frozen"], f"_mypyc_attr(acyclic=True)\n@_dataclass(frozen=True, init=False{eq})"
        )
        if not every:
            continue
        parameters, sets, names, same = "", "", "", ""
        for one in every:
            name = ast.unparse(one.target)
            default = f" = {ast.unparse(one.value)}" if one.value is not None else ""
            parameters += f", {name}: {ast.unparse(one.annotation)}{default}"
            sets += f"        self.{name} = {name}  # type: ignore[misc]\n"
            names += f"self.{name}, "
            same += f" and self.{name} == other.{name}"
        last = max((n.end_lineno or 0 for n in own), default=node.body[0].end_lineno or 0)
        edits.add_after(
            last,
            f"    def __init__(self{parameters}) -> None:\n{sets}"
            f"    def __reduce__(self) -> tuple[object, ...]:\n"
            f"        return ({node.name}, ({names.rstrip()}))\n"
            f"    def __eq__(self, other: object) -> bool:\n"
            f"        return isinstance(other, {node.name}){same}\n"
            f"    def __hash__(self) -> int:\n"
            f"        return hash(({names.rstrip()}))\n",
        )
    if fields or marked:
        edits.add_after(
            _head(tree),
            "from dataclasses import dataclass as _dataclass\n"
            "from typing import TYPE_CHECKING as _TYPE_CHECKING\n"
            "if _TYPE_CHECKING:\n"
            "    from mypy_extensions import mypyc_attr as _mypyc_attr\n",
        )


def _spell_out_members(tree: ast.Module, edits: _Edits, enums: Mapping[str, frozenset[str]]) -> str:
    """Puts constants in the place of members; gives the lines that define these."""
    known: dict[str, str] = {}  # the names of this module that stand for enums
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                if name.name in enums and name.asname is None:
                    known[name.name] = name.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            for target in node.targets:
                if isinstance(target, ast.Name) and node.value.id in known:
                    known[target.id] = known[node.value.id]
    used: dict[str, str] = {}
    for found in ast.walk(tree):
        if (
            isinstance(found, ast.Attribute)
            and isinstance(found.value, ast.Name)
            and found.value.id in known
            and found.attr in enums.get(known[found.value.id], ())
        ):
            enum = known[found.value.id]
            used[f"_{enum}_{found.attr}"] = f"{enum}.{found.attr}"
            edits.replace(found, f"_{enum}_{found.attr}")
    return "".join(f"{name}: _Final = {member}\n" for name, member in used.items())


def _one_a_line(source: str) -> str:
    """The source with each of a row of constants on its own line."""
    edits = _Edits(source.encode())
    for node in ast.parse(source).body:
        if (
            isinstance(node, ast.Assign)
            and len(node.targets) == 1
            and isinstance(row := node.targets[0], ast.Tuple)
            and isinstance(node.value, ast.Tuple)
            and all(isinstance(n, ast.Name) and _CONSTANT.fullmatch(n.id) for n in row.elts)
        ):
            pairs = zip(row.elts, node.value.elts, strict=True)
            lines = [f"{ast.unparse(name)} = {ast.unparse(value)}" for name, value in pairs]
            edits.replace(node, "\n".join(lines))
    return edits.done().decode()


_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")


def _make_final(tree: ast.Module, edits: _Edits) -> bool:
    """Declares the constants of a module final; whether it has any."""
    stores = Counter(
        found.id
        for found in ast.walk(tree)
        if isinstance(found, ast.Name) and isinstance(found.ctx, ast.Store)
    )
    any_made = False
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
        elif isinstance(node, ast.AnnAssign) and "Final" not in ast.unparse(node.annotation):
            target = node.target
        else:
            continue
        if not isinstance(target, ast.Name) or not _CONSTANT.fullmatch(target.id):
            continue
        if stores[target.id] > 1 or node.value is None:
            continue
        if isinstance(node, ast.AnnAssign):
            edits.replace(node.annotation, f"_Final[{ast.unparse(node.annotation)}]")
        elif isinstance(node.value, ast.Name):
            continue  # another name of a class or a function
        else:
            edits.replace(target, f"{target.id}: _Final")
        any_made = True
    return any_made


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), sys.argv[2:])
