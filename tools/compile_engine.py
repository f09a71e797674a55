"""The build hook that compiles the engine with mypyc: the same modules, as machine code.

Hatchling runs it for every wheel, so ``pip install .`` gives the fast engine. Where there is no C
compiler, or anything else fails, it says so and the wheel holds the modules as plain Python, which
pass the same tests. An editable install, for those who change the sources, is never compiled, nor
is one with ``CHRONO_PURE=1`` in the environment; ``CHRONO_COMPILED=1`` makes a failure an error.

The build works on a copy, in which some things are spelled out for the compiler (see `native`):
compiled modules beside the sources would hide every later change.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

# debug_level 0: symbols for a debugger make the library four times as large.
setup(
    name="engine",
    packages=[],
    ext_modules=mypycify(sys.argv[3:], opt_level="3", debug_level="0"),
    script_args=["build_ext", "--build-lib", sys.argv[1], "--build-temp", sys.argv[2]],
)
"""

# Calls within the library and to Python go straight to their place, not through a table: a tenth
# of the time. These are words of GCC and Clang on Linux; other systems do so by themselves.
FLAGS = "-fvisibility=hidden -fno-plt -fno-semantic-interposition"


class CompileEngine(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Adds the compiled modules to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say to hatchling what came of it."""
        if version != "standard" or os.environ.get("CHRONO_PURE"):
            return
        self._work = tempfile.mkdtemp(prefix="chrono-build-")
        try:
            built = compiled(Path(self.root), self.config["modules"], Path(self._work))
        except CompileError as problem:
            if os.environ.get("CHRONO_COMPILED"):
                raise
            self.app.display_warning(f"the engine is not compiled, but works: {problem}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for path, name in built:
            build_data["force_include"][str(path)] = name

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy, once the wheel is written."""
        shutil.rmtree(getattr(self, "_work", ""), ignore_errors=True)


class CompileError(Exception):
    """The engine could not be compiled."""


def compiled(root: Path, modules: Sequence[str], work: Path) -> list[tuple[Path, str]]:
    """The compiled libraries of modules (paths under ``src``), each with its place in a wheel.

    Raises `CompileError` with the last words of the compiler.
    """
    source, lib = work / "src", work / "lib"
    shutil.copytree(root / "src", source, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    (work / "setup.py").write_text(SETUP, encoding="utf-8")
    (work / "mypy.ini").write_text(
        "[mypy]\nignore_missing_imports = True\nfollow_imports_for_stubs = True\n", encoding="utf-8"
    )
    subprocess.run(
        [sys.executable, str(root / "tools" / "native.py"), str(source), *modules], check=True
    )
    environment = {**os.environ, "MYPYPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    if sys.platform == "linux":
        environment["CFLAGS"] = f"{os.environ.get('CFLAGS', '')} {FLAGS}".strip()
    run = subprocess.run(
        [
            sys.executable,
            str(work / "setup.py"),
            str(lib),
            str(work / "temp"),
            "--config-file",
            str(work / "mypy.ini"),
            *modules,
        ],
        cwd=source,
        env=environment,
        capture_output=True,
        text=True,
    )
    found = [path for path in lib.rglob("*") if path.suffix in (".so", ".pyd")]
    if run.returncode or not found:
        said = (run.stdout + run.stderr).strip().splitlines()
        raise CompileError(said[-1][:100] if said else "nothing was built")
    return [(path, path.relative_to(lib).as_posix()) for path in sorted(found)]
