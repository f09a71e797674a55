"""What is written: files whole or not at all, lines that steer no terminal, failures in one."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import click
import pytest

from chrono.cli import app, files, output
from chrono.errors import ExportError, InputError, Problem


def test_a_file_is_written_whole(tmp_path: Path):
    target = tmp_path / "out.ics"
    files.write_whole(target, b"one")
    files.write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["out.ics"]


def test_a_file_has_the_permissions_that_any_new_file_has(tmp_path: Path):
    (tmp_path / "usual").write_bytes(b"")
    usual = (tmp_path / "usual").stat().st_mode
    files.write_whole(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == usual
    (tmp_path / "new").chmod(0o600)
    files.write_whole(tmp_path / "new", b"y")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_a_link_is_followed(tmp_path: Path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    files.write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "out.ics"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"out\.ics cannot be written: No space left on device$"):
        files.write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.ics"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_device_is_said():
    with pytest.raises(ExportError, match="No space left"):
        files.write_whole(Path("/dev/full"), b"new")


def test_no_folder_and_a_folder_are_said(tmp_path: Path):
    with pytest.raises(ExportError, match="no such folder"):
        files.write_whole(tmp_path / "none" / "out", b"x")
    with pytest.raises(ExportError, match="is a folder"):
        files.write_whole(tmp_path, b"x")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_said(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="Permission denied"):
        files.write_whole(tmp_path / "out", b"x")


def test_an_article_cannot_steer_the_terminal():
    assert output.safe("a\x1b]0;title\x07b") == "a\ufffd]0;title\ufffdb"
    assert output.safe("vers\u202egauche") == "vers\ufffdgauche"
    assert output.safe("14 h 30, l’été : oui\n") == "14 h 30, l’été : oui\n"
    assert output.safe("cé\u00adsure") == "césure"


def test_json_is_utf_8_unless_it_cannot_be():
    assert output.json_line({"a": "é"}) == '{"a": "é"}\n'.encode()
    line = output.json_line({"a": "é\ud800"})
    assert json.loads(line) == {"a": "é\ud800"}


def test_warnings_go_to_standard_error(capsys: pytest.CaptureFixture[str]):
    output.warn([Problem("a.txt", "two\nlines")])
    seen = capsys.readouterr()
    assert (seen.out, seen.err) == ("", "chrono: warning: a.txt: two lines\n")


@pytest.mark.parametrize(
    ("failure", "code", "line"),
    [
        (InputError("a.txt: no such file"), 1, "chrono: a.txt: no such file\n"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (OSError(errno.ENOSPC, "No space left on device", "x.db"), 1,
         "chrono: x.db: No space left on device\n"),
        (ZeroDivisionError("oh\nno"), 1,
         "chrono: a bug of chrono, not of yours: ZeroDivisionError: oh no "
         "(CHRONO_DEBUG=1 shows where)\n"),
        (click.UsageError("wrong"), 2, "chrono: wrong Try 'chrono explain --help'.\n"),
    ],
)  # fmt: skip
def test_a_failure_is_one_line_and_a_code(
    failure: BaseException,
    code: int,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    @click.command("explain")
    def failing() -> None:
        raise failure

    monkeypatch.setattr(app.Commands, "get_command", lambda *_: failing)
    monkeypatch.setattr(app, "forget_output", lambda: 141)
    monkeypatch.delenv("CHRONO_DEBUG", raising=False)
    assert app.run(["explain"]) == code
    seen = capsys.readouterr()
    assert (seen.out, seen.err) == ("", line)


def test_the_traceback_is_there_for_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    @click.command("explain")
    def failing() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app.Commands, "get_command", lambda *_: failing)
    monkeypatch.setenv("CHRONO_DEBUG", "1")
    assert app.run(["explain"]) == 1
    assert "Traceback" in capsys.readouterr().err
