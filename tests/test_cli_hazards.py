"""What can go wrong around a command: signals, full disks, foreign files, others at work.

Each ends with one clear line and a whole database, nothing half-stored. Real processes, real
signals, real limits of the operating system.
"""

from __future__ import annotations

import ctypes
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SENTENCE = "Le {day} mars {year}, le maire de Lyon est arrivé à Rome pour la réunion numéro {n}. "
SMALL = "Titre {n}\n\n20/03/2025\n\nLe ministre numéro {n} est arrivé jeudi à Rome.\n"


def write_long(folder: Path) -> None:
    """An article that takes a while: 500 statements, each of its own day."""
    long = "".join(SENTENCE.format(day=n % 28 + 1, year=1500 + n, n=n) for n in range(500))
    (folder / "long.txt").write_text(f"Titre\n\n20/03/2025\n\n{long}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_long(tmp_path)
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(SMALL.format(n=n), encoding="utf-8")
    return tmp_path


def start(folder: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    environ = {k: v for k, v in os.environ.items() if not k.startswith("CHRONO_")}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "chrono", *arguments],
        **{
            "cwd": folder,
            "env": environ,
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
            **options,
        },
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    return process.returncode, out, err


def run(folder: Path, *arguments: str, **options: object) -> tuple[int, str, str]:
    return finish(start(folder, *arguments, **options))


def is_one_line(err: str) -> bool:
    return bool(re.fullmatch(r"chrono: [^\n]+\n", err))


def stored(folder: Path) -> tuple[int, int]:
    """How many articles and statements there are, after SQLite has looked at every page."""
    path = folder / "timelines" / "default.db"
    if not path.exists():
        return 0, 0
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        count = "SELECT count(*) FROM "
        (articles,) = connection.execute(f"{count}articles").fetchone()
        (statements,) = connection.execute(f"{count}statements").fetchone()
    finally:
        connection.close()
    return articles, statements


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, int]:
    """How long the long article takes to add, and how many statements it tells."""
    folder = tmp_path_factory.mktemp("whole")
    write_long(folder)
    begun = time.monotonic()
    code, _, err = run(folder, "add", "long.txt")
    assert (code, err) == (0, "")
    return time.monotonic() - begun, stored(folder)[1]


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_kill_9_leaves_all_of_an_article_or_nothing(
    folder: Path, whole: tuple[float, int], share: float
):
    assert run(folder, "add", "0.txt")[0] == 0
    before = stored(folder)
    process = start(folder, "add", "long.txt")
    time.sleep(whole[0] * share)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert stored(folder) in (before, (before[0] + 1, before[1] + whole[1]))
    code, _, err = run(folder, "add", "long.txt")
    assert (code, err) == (0, "")
    assert stored(folder) == (before[0] + 1, before[1] + whole[1])


@pytest.mark.parametrize("share", [0.7])
def test_ctrl_c_is_quiet_and_stores_all_or_nothing(
    folder: Path, whole: tuple[float, int], share: float
):
    process = start(folder, "add", "long.txt")
    time.sleep(whole[0] * share)
    process.send_signal(signal.SIGINT)
    code, out, err = finish(process)
    assert code in (0, 130)
    assert err == ""
    assert stored(folder) == (1, whole[1]) if out else stored(folder) in ((0, 0), (1, whole[1]))
    leftovers = [p.name for p in folder.glob("timelines/*") if p.name != "default.db"]
    assert [n for n in leftovers if not n.startswith("default.db-")] == []


def test_many_adds_at_once_all_arrive(folder: Path):
    processes = [start(folder, "add", f"{n}.txt") for n in range(4)]
    for process in processes:
        code, out, err = finish(process)
        assert (code, err) == (0, ""), out
    assert stored(folder)[0] == 4


def test_the_same_article_added_twice_at_once_is_stored_once(folder: Path):
    for process in [start(folder, "add", "1.txt") for _ in range(3)]:
        assert finish(process)[0] == 0
    assert stored(folder)[0] == 1


def without_rights() -> None:
    """Take root's power over file permissions from the process that is about to start."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2, 3):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def bound() -> dict[str, Callable[[], None]]:
    return {"preexec_fn": without_rights} if os.geteuid() == 0 else {}


def test_a_folder_that_cannot_be_written_is_one_line(folder: Path):
    (folder / "timelines").mkdir()
    (folder / "timelines").chmod(0o500)
    try:
        code, out, err = run(folder, "add", "1.txt", **bound())
    finally:
        (folder / "timelines").chmod(0o700)
    if code == 0:
        pytest.skip("this machine lets its root write everywhere")
    assert (code, out) == (1, "")
    assert is_one_line(err)
    assert "timelines" in err


def test_a_timeline_in_a_read_only_folder_can_still_be_read(folder: Path):
    assert run(folder, "add", "1.txt")[0] == 0
    _, listed, _ = run(folder, "list")
    for path in folder.glob("timelines/*"):
        path.chmod(0o400)
    (folder / "timelines").chmod(0o500)
    try:
        read = run(folder, "list", **bound())
        changed = run(folder, "add", "2.txt", **bound())
    finally:
        (folder / "timelines").chmod(0o700)
    assert read == (0, listed, "")
    if changed[0] != 0:  # else root writes everywhere
        assert is_one_line(changed[2])
        assert stored(folder)[0] == 1


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))


def test_a_disk_that_takes_no_more_is_one_line_and_nothing_stored(folder: Path):
    assert run(folder, "add", "1.txt")[0] == 0
    before = stored(folder)
    code, out, err = run(folder, "add", "long.txt", preexec_fn=limited)
    assert (code, out) == (1, "")
    assert is_one_line(err), err
    assert "bug" not in err
    assert stored(folder) == before


@pytest.mark.skipif(shutil.which("mount") is None or os.geteuid() != 0, reason="only root mounts")
def test_a_really_full_disk_is_one_line_and_nothing_stored(folder: Path):
    disk = folder / "timelines"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file systems can be mounted here")
    try:
        assert run(folder, "add", "1.txt")[0] == 0
        before = stored(folder)
        code, out, err = run(folder, "add", "long.txt")
        assert (code, out) == (1, "")
        assert is_one_line(err), err
        assert re.search(r"full|space", err)
        assert stored(folder) == before
        code, _, err = run(folder, "export", "json", "-o", "timelines/out.json")
        assert code == 0 or is_one_line(err)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_standard_output_that_takes_no_more_is_one_line(folder: Path):
    assert run(folder, "add", "1.txt")[0] == 0
    for arguments in (["list"], ["export", "json"], ["extract", "1.txt"], ["articles"]):
        with open("/dev/full", "w") as full:
            code, _, err = run(folder, *arguments, stdout=full)
        assert code == 1, arguments
        assert is_one_line(err), err
        assert "No space left on device" in err


def test_a_pipe_that_closes_is_no_news(folder: Path):
    assert run(folder, "add", "long.txt")[0] == 0
    reader, writer = os.pipe()
    process = start(folder, "list", stdout=writer)
    os.close(writer)
    os.close(reader)
    assert process.wait(60) == 141
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()


def test_a_pipe_that_closes_does_not_end_the_adding(folder: Path):
    reader, writer = os.pipe()
    os.close(reader)
    process = start(folder, "add", *[f"{n}.txt" for n in range(4)], stdout=writer)
    os.close(writer)
    code, _, err = finish(process)
    assert (code, err) == (141, "")
    assert stored(folder)[0] == 4


@pytest.mark.parametrize(
    "command",
    [["list"], ["add", "1.txt"], ["export", "ical"], ["show", "1"], ["articles"], ["search", "x"]],
)
def test_files_that_are_no_timeline_are_refused_and_left_alone(folder: Path, command: list[str]):
    def refused(path: Path) -> str:
        before = path.read_bytes()
        code, out, err = run(folder, *command, "-t", str(path))
        assert (code, out) == (1, ""), path
        assert is_one_line(err), err
        assert path.read_bytes() == before
        return err

    broken = folder / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"\xaa" * 8000)
    refused(broken)
    text = folder / "text.db"
    text.write_text("Ceci n'est pas une base.\n" * 100, encoding="utf-8")
    refused(text)
    foreign = folder / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE recipes (id INTEGER PRIMARY KEY, name TEXT)")
    connection.commit()
    connection.close()
    refused(foreign)
    assert run(folder, "add", "1.txt", "-t", "newer.db")[0] == 0
    newer = folder / "newer.db"
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    assert "newer" in refused(newer)


def test_a_timeline_that_is_a_folder_is_said(folder: Path):
    (folder / "odd.db").mkdir()
    code, out, err = run(folder, "add", "1.txt", "-t", "odd.db")
    assert (code, out) == (1, "")
    assert is_one_line(err)


def test_an_export_that_is_killed_leaves_the_old_file(folder: Path):
    assert run(folder, "add", "long.txt")[0] == 0
    target = folder / "out.json"
    target.write_bytes(b"old")
    for delay in (0.1, 0.25, 0.4):
        process = start(folder, "export", "json", "-o", "out.json")
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        content = target.read_bytes()
        assert content == b"old" or content.endswith(b"}\n")
