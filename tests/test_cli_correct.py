"""A person's word on the command line: corrections, review, rebuild, views, search, exports."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chrono.store import Timeline


def numbers(run) -> dict[str, str]:
    """Title to event number, as `chrono list` shows them."""
    found = re.findall(r"^ +#(\d+) (.*?)(?:  [(×].*)?$", run("list"), re.MULTILINE)
    return {title: number for number, title in found}


def press(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))


def test_an_event_of_ones_own(run):
    out = run("new", "--date", "2025-04-12", "--title", "Sommet de Rome", "--tag", "rome")
    assert out.splitlines() == [
        "added in timelines/default.db",
        "samedi 12 avril 2025",
        "     #1 Sommet de Rome  (#rome)",
    ]
    assert "Sommet de Rome" in run("list", "--tag", "rome")
    run("new", "--date", "bientôt", "--title", "X", code=1)
    assert "is not a date" in run.err
    run("new", "--title", "X", code=2)


def test_corrections_stand_over_what_articles_say(run):
    run("new", "--date", "2025-04-12", "--title", "Sommet")
    out = run("edit", "1", "--date", "2025-04-13", "--title", "Sommet de Rome", "--reason", "vu")
    assert "dimanche 13 avril 2025" in out
    assert "vu" in run("history", "1")
    assert run("edit", "1", code=2) == ""
    assert run("edit", "7", "--note", "x", code=1) == ""
    assert run("tag", "1", "italie", "#eau").endswith("(#eau #italie)\n")
    assert run("tag", "1", "eau", "--remove").endswith("(#italie)\n")
    assert run("tag", "1", "eau", "--remove", code=1) == ""
    run("hide", "1")
    assert run("list").startswith("0 events")
    assert "Sommet de Rome" in run("list", "--hidden")
    run("hide", "1", "--show")
    assert "Sommet de Rome" in run("list")


def test_undo_takes_the_last_correction_back(run):
    run("new", "--date", "2025-04-12", "--title", "Sommet")
    run("edit", "1", "--title", "Autre")
    listed = run("undo", "--list")
    assert "edited: title" in listed
    assert run("undo") == "undone in timelines/default.db: 2, edited: title\n"
    assert "Sommet" in run("list")
    assert "undone" in run("undo", "--list")
    assert run("undo", "9", code=1) == ""
    assert run("undo", "x", code=1) == ""


def test_events_are_merged_and_split(run):
    run("add", "monday.txt", "tuesday.txt")
    run("new", "--date", "2025-03-18", "--title", "Arrivée")
    ids = numbers(run)
    mine = ids["Arrivée"]
    other = next(n for title, n in ids.items() if "sommet sur l'eau reporté" in title)
    out = run("merge", other, mine)
    assert out.startswith("merged in timelines/default.db")
    assert len(numbers(run)) == len(ids) - 1
    run("undo")
    assert numbers(run) == ids
    assert run("merge", mine, code=2) == ""
    assert run("merge", mine, mine, code=1) == ""
    mention = re.search(r"^  m(\d+)", run("show", other), re.MULTILINE)
    assert mention is not None
    assert run("split", other, f"m{mention[1]}", code=1) == ""
    assert "nothing left" in run.err
    assert run("split", other, "x", code=1) == ""


def test_views_are_named_filters(run):
    run("add", "monday.txt", "tuesday.txt")
    assert run("view", "list") == "no saved view; chrono view save NAME makes one\n"
    out = run("view", "save", "rome", "--query", "Rome", "--since", "2025-03-20")
    assert out == "saved in timelines/default.db: rome is --since '2025-03-20' --query 'Rome'\n"
    assert run("list", "-v", "rome") == run("list", "--query", "Rome", "--since", "2025-03-20")
    assert run("list", "-v", "rome", "--until", "2025-03-20").startswith("0 events")
    assert "rome" in run("view", "list")
    assert run.json("view", "list") == {"rome": {"since": "2025-03-20", "query": "Rome"}}
    assert run("view", "show", "rome") == "--since '2025-03-20' --query 'Rome'\n"
    exported = json.loads(run("export", "json", "-v", "rome"))
    assert {event["title"] for event in exported["events"]} <= set(numbers(run))
    run("view", "remove", "rome")
    assert run("list", "-v", "rome", code=1) == ""
    assert run("view", "save", "empty", code=2) == ""


def test_search_marks_what_it_found(run):
    run("add", "monday.txt", "tuesday.txt")
    out = run("search", "REPOUSSE", "sommét")
    assert "*repoussé*" in out
    assert "*sommet*" in out
    assert "tuesday.txt" in out
    assert "1 place" in out
    assert run("search", "rien*").endswith("nothing found\n")
    (hit,) = run.json("search", "repoussé le sommet")
    found = [hit["quote"][start:end] for start, end in hit["found"]]
    assert {"repoussé", "sommet"} <= set(found)
    assert run("search", code=2) == ""


def test_conflicts_and_history_tell_who_says_what(run):
    run("add", "monday.txt")
    assert run("conflicts") == "no conflict\n"
    assert run.json("conflicts") == []
    number = next(iter(numbers(run).values()))
    assert "2025-03-17" in run("history", number)
    assert run.json("history", number)[0]["known_on"] == "2025-03-17"


def doubtful(run) -> int:
    """A timeline with one event whose day is open: before or after publication."""
    Path("open.txt").write_text(
        "Titre\n\n20/03/2025\n\nLe texte. Réunion samedi à Rome, en présence de Paul Dury.\n",
        encoding="utf-8",
    )
    run("add", "open.txt")
    doubts = run.json("review")
    if not doubts:
        pytest.skip("nothing is doubtful in this sentence")
    return int(doubts[0]["event"])


def test_review_is_one_key_a_decision(run, monkeypatch: pytest.MonkeyPatch):
    doubtful(run)
    assert "Which day is meant?" in run("review", "--list")
    press("q", monkeypatch)
    assert "0 decisions stored in timelines/default.db" in run("review")
    press("x\n2", monkeypatch)
    out = run("review")
    assert "[2]" in out
    assert "1 decision stored" in out
    assert run.json("review") == []
    assert run("review").startswith("nothing is doubtful")
    run("undo")
    assert len(run.json("review")) == 1
    press("c", monkeypatch)
    assert "right as it is" in run("review")
    assert run.json("review") == []


def test_review_ends_with_its_input(run, monkeypatch: pytest.MonkeyPatch):
    doubtful(run)
    press("", monkeypatch)
    assert "0 decisions stored" in run("review")
    press("s", monkeypatch)
    assert "skipped" in run("review")


def test_review_reads_single_keys_from_a_terminal(run):
    doubtful(run)
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "chrono", "review"],
        stdin=child, stdout=child, stderr=child, env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(child)
    seen = b""
    pressed = False
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            read = os.read(parent, 4096)
        except OSError:  # the other end is closed
            break
        if not read:
            break
        seen += read
        if not pressed and b"leave" in seen:
            time.sleep(0.2)
            os.write(parent, b"h")
            pressed = True
    assert process.wait(20) == 0
    os.close(parent)
    assert b"1 decision stored" in seen
    assert b"\x1b[" in seen  # colours on a terminal


def test_rebuild_shows_what_would_change_and_can_be_refused(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    run("add", "monday.txt", "tuesday.txt")
    assert run("rebuild") == "nothing changes in timelines/default.db: 2 articles read again\n"
    from chrono.model import Article, Reading
    from chrono.pipeline import read

    def worse(article: Article) -> Reading:
        found = read(article)
        return Reading(article, found.timexes, found.statements[:1])

    monkeypatch.setattr("chrono.cli.rebuild.read", worse)
    before = run("list")
    out = run("rebuild")
    assert re.search(r"^- ", out, re.MULTILINE)
    assert out.endswith("nothing stored: 2 articles read again\n")
    assert run("list") == before
    assert run("rebuild", "--dry-run") == out
    diff = run.json("rebuild", "--dry-run")
    assert diff["gone"]
    assert not diff["stored"]
    assert "stored in timelines/default.db: 2 articles read again" in run("rebuild", "--yes")
    assert run("list") != before


def test_exports_honour_filters_and_are_written_whole(run):
    run("add", "monday.txt", "tuesday.txt")
    assert run("export", "ical", "-o", "out.ics") == ""
    assert Path("out.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run("export", "ical").replace("\r\n", "\n").startswith("BEGIN:VCALENDAR\n")
    everything = json.loads(run("export", "json"))
    some = json.loads(run("export", "json", "--since", "2025-03-20"))
    assert 0 < len(some["events"]) < len(everything["events"])
    assert run("export", "markdown", "--until", "2000").count("«") == 0
    run("export", "ical", "-o", "none/out.ics", code=1)
    run("export", "ical", "-O", "year", code=2)
    run("export", "ical", "-O", "yaer=2025", code=1)
    run("export", "pdf", code=1)
    assert re.fullmatch(r"chrono: there is no format 'pdf'; there are: .*\n", run.err)
    assert sorted(os.listdir()) == ["monday.txt", "out.ics", "timelines", "tuesday.txt"]


def test_the_schema_is_printed(run):
    schema = json.loads(run("export", "json", "--schema"))
    assert "$schema" in schema
    assert run("export", "markdown", "--schema", code=1) == ""
    assert run.err == "chrono: the format 'markdown' has no schema\n"


def test_a_schema_that_fails_is_one_line(run, tmp_path: Path):
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "bad.py").write_text(
        "import chrono\n\n"
        "@chrono.hookimpl\n"
        "def register_exporters():\n"
        "    return [chrono.Exporter('bad', '.x', 'a/b', print, schema=lambda: 1 / 0)]\n"
    )
    run("export", "bad", "--schema", "--plugins-dir", str(folder), code=1)
    assert run.err.count("\n") == 1
    assert run.err.startswith("chrono: the schema of format 'bad' failed: ZeroDivisionError")


def test_formats_and_plugins_are_listed(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "broken.py").write_text("import nothing_of_this_name\n")
    (folder / "count.py").write_text(
        "import chrono\n\n"
        "@chrono.hookimpl\n"
        "def register_exporters():\n"
        "    render = lambda chronology, options: b'%d' % len(chronology.events)\n"
        "    return [chrono.Exporter('count', '.txt', 'text/plain', render)]\n"
    )
    run("new", "--date", "2025-04-12", "--title", "Sommet")
    assert run("export", "count", "--plugins-dir", folder) == "1"
    assert "broken.py" in run.err
    monkeypatch.setenv("CHRONO_PLUGINS_DIR", str(folder))
    out = run("formats")
    assert "count" in out
    assert "broken.py" in run.err
    listed = {one["name"]: one for one in run.json("plugins")["plugins"]}
    assert "nothing_of_this_name" in listed["broken.py"]["error"]
    assert listed["count.py"]["exporters"] == ["count"]
    assert "error: cannot be loaded" in run("plugins")
    assert {"ical", "json", "markdown", "count"} <= {one["name"] for one in run.json("formats")}


def test_python_says_the_same(run):
    run("add", "monday.txt")
    with Timeline.open("default") as timeline:
        assert [event.id for event in timeline.events()]
        assert timeline.export("json").decode() == run("export", "json")
