"""The file of a timeline: foreign, newer, older, damaged, read-only, full, shared, killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest

from chrono.errors import InputError, NewerDatabase, NotFound, StoreError
from chrono.store import Timeline, list_timelines, locate, timelines_folder
from chrono.store.schema import VERSION

WORKER = """
    import sys, os
    from datetime import UTC, date, datetime
    from chrono.model import *
    from chrono.store import Timeline

    def reading(number, lines=1):
        title = f"Dépêche {number}"
        sentences = [f"Le ministre {number} est arrivé jeudi à la ville {n}." for n in range(lines)]
        text = title + chr(10) * 2 + " ".join(sentences)
        article = Article(title, text, Publication(date(2025, 3, 20)),
                          url=f"https://example.org/{number}")
        meant = Resolution(TimexType.DATE, "2025-03-20",
                           Bounds(date(2025, 3, 20), date(2025, 3, 20)), Granularity.DAY)
        found = []
        for sentence in sentences:
            start = text.index(sentence)
            begin = text.index("jeudi", start)
            timex = Timex(begin, begin + 5, "jeudi", meant)
            found.append(Statement(start, start + len(sentence), sentence, sentence[:80],
                                   Status.PAST, timex=timex, resolution=meant))
        return Reading(article, tuple(s.timex for s in found), tuple(found))
"""


def worker(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WORKER) + textwrap.dedent(code), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def whole(path):
    """Nothing is broken, nothing half there."""
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        homeless = connection.execute(
            "SELECT count(*) FROM statements WHERE id NOT IN (SELECT statement_id FROM mentions)"
        ).fetchone()
        assert homeless == (0,)
        told = "SELECT count(*) FROM statements GROUP BY article_id"
        return [count for (count,) in connection.execute(told)]
    finally:
        connection.close()


# --- where


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "a b",
        ".x",
        "-x",
        "x" * 101,
        "a\0b",
        ".db",
        "a\0.db",
    ],
)
def test_no_way_out_of_the_folder(name, tmp_path):
    with pytest.raises(InputError):
        Timeline.open(name, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_no_database_can_hold(timeline, london):
    half = replace(london, article=replace(london.article, title="Sommet \ud83d"))
    with pytest.raises(InputError, match="half characters"):
        timeline.add(half)
    assert timeline.events() == ()


def test_names_and_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert locate("default") == Path("timelines/default.db")
    assert locate("a/b.db") == Path("a/b.db")
    monkeypatch.setenv("CHRONO_TIMELINES", str(tmp_path / "elsewhere"))
    assert timelines_folder() == tmp_path / "elsewhere"
    assert list_timelines() == ()
    for name in ("été-2025", "default"):
        with Timeline.open(name) as timeline:
            assert timeline.name == name
    (tmp_path / "elsewhere" / "note.txt").write_text("x")
    assert list_timelines() == ("default", "été-2025")


def test_a_missing_timeline_is_made_only_when_asked(tmp_path):
    with pytest.raises(NotFound, match=r"x\.db"):
        Timeline.open("x", folder=tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()
    with Timeline.open("x", folder=tmp_path / "none"):
        pass
    assert [p.name for p in (tmp_path / "none").iterdir()] == ["x.db"]


def test_an_empty_file_becomes_a_timeline(tmp_path):
    path = tmp_path / "e.db"
    path.touch()
    with Timeline.open(path) as timeline:
        timeline.new(date="2025", title="X")
    whole(path)


# --- what it is


@pytest.mark.parametrize("content", [b"Il pleut.", b"SQLite format 3\0", b"\0" * 4096])
def test_what_is_no_timeline_is_left_alone(tmp_path, content):
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="left as it is") as caught:
        Timeline.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["x.db"]


def test_a_database_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "x.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE events (id)")
    connection.commit()
    connection.close()
    content = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Timeline.open(path)
    assert path.read_bytes() == content


def test_a_newer_timeline_is_left_alone(tmp_path):
    path = tmp_path / "x.db"
    Timeline.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(NewerDatabase, match="newer chrono"):
        Timeline.open(path)
    assert path.read_bytes() == content


def test_a_folder_or_a_file_in_the_way(tmp_path):
    (tmp_path / "x.db").mkdir()
    with pytest.raises(StoreError, match="folder"):
        Timeline.open(tmp_path / "x.db")
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        Timeline.open("x", folder=tmp_path / "file")


def test_a_damaged_timeline_says_so(tmp_path, london):
    path = tmp_path / "x.db"
    with Timeline.open(path) as timeline:
        timeline.add(london)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as caught, Timeline.open(path) as timeline:
        timeline.chronology()
    assert "\n" not in str(caught.value)


# --- an older one


def test_an_older_timeline_is_migrated_after_a_backup(tmp_path):
    path = tmp_path / "old.db"
    script = (Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    old = _dump(path)
    (tmp_path / "old.db.bak-1").write_text("an earlier backup")
    with Timeline.open(path) as timeline:
        first, second = timeline.events()
        assert (first.id, first.uid) == (1, "6d3b1f5e-0000-5000-8000-000000000001")
        assert (second.id, second.uid) == (2, "6d3b1f5e-0000-5000-8000-000000000002")
        assert (second.status, second.sequence) == ("planned", 3)
        assert second.mentions[0].statement.quote == (
            "Un sommet sur la sécurité de l'Ukraine réunira samedi à Paris trente chefs militaires."
        )
        assert second.mentions[0].statement.timex.text == "samedi"
        assert second.created_at.year == 2025
        assert timeline.article(1).text.startswith("Sommet à Paris")
        assert [h.event for h in timeline.search("sommet")] == [2]
        # It grows as one that was never old: the same event in the next article joins it.
        again = timeline.add(_second_article())
        assert [e.id for e in again.changed] == [2]
        assert len(timeline.event(2).mentions) == 2
    assert (tmp_path / "old.db.bak-1").read_text() == "an earlier backup"
    assert _dump(tmp_path / "old.db.bak-1-2") == old
    assert {p.name for p in tmp_path.iterdir()} == {"old.db", "old.db.bak-1", "old.db.bak-1-2"}
    whole(path)
    Timeline.open(tmp_path / "new.db").close()
    assert _columns(path) == _columns(tmp_path / "new.db")


def _dump(path):
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def _columns(path):
    connection = sqlite3.connect(path)
    try:
        return {
            (kind, name, tuple(map(tuple, connection.execute(f"PRAGMA table_info('{name}')"))))
            for kind, name in connection.execute("SELECT type, name FROM sqlite_master")
            if not name.startswith("sqlite_")
        }
    finally:
        connection.close()


def _second_article():
    from datetime import date

    from chrono.model import (
        Article,
        Bounds,
        Granularity,
        Publication,
        Reading,
        Resolution,
        Statement,
        Status,
        Timex,
        TimexType,
    )

    quote = "Le sommet sur la sécurité de l'Ukraine réunira samedi à Paris trente chefs militaires."
    text = f"Le sommet de Paris\n\n{quote}\n"
    article = Article(
        "Le sommet de Paris", text, Publication(date(2025, 3, 21)), source="b.txt", body_start=20
    )
    day = date(2025, 3, 22)
    meant = Resolution(TimexType.DATE, "2025-03-22", Bounds(day, day), Granularity.DAY)
    start, begin = text.index(quote), text.index("samedi")
    timex = Timex(begin, begin + 6, "samedi", meant)
    told = Statement(
        start, start + len(quote), quote, quote, Status.PLANNED, timex=timex, resolution=meant
    )
    return Reading(article, (timex,), (told,))


def test_a_migration_that_fails_changes_nothing(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8"))
    connection.close()
    content = path.read_bytes()
    from chrono.store import adding

    def fail(self):
        raise KeyboardInterrupt

    monkeypatch.setattr(adding.Adding, "compare_all", fail)
    with pytest.raises(KeyboardInterrupt):
        Timeline.open(path)
    assert path.read_bytes() == content


# --- what can go wrong while writing


def test_two_add_at_once_and_both_succeed(tmp_path):
    path = tmp_path / "t.db"
    code = """
        with Timeline.open(sys.argv[1]) as timeline:
            for number in range(int(sys.argv[2]), int(sys.argv[2]) + 8):
                timeline.add(reading(number, 3))
    """
    running = [worker(code, str(path), str(first)) for first in (0, 100, 200)]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    assert whole(path) == [3] * 24
    with Timeline.open(path) as timeline:
        assert sum(len(e.mentions) for e in timeline.events()) == 72


def test_kill_in_the_middle_leaves_it_whole(tmp_path):
    path = tmp_path / "t.db"
    code = """
        with Timeline.open(sys.argv[1]) as timeline:
            for number in range(10**6):
                timeline.add(reading(number, 4))
                print(number, flush=True)
    """
    for delay in (0.001, 0.004, 0.009):
        process = worker(code, str(path))
        for _ in range(12):
            assert process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with Timeline.open(path) as timeline:
            known = len(timeline.article_refs())
        assert known >= 12
        assert whole(path) == [4] * known
    assert list_timelines(tmp_path) == ("t",)


def test_kill_between_the_writes_of_one_add(tmp_path):
    path = tmp_path / "t.db"
    code = """
        from chrono.store import events
        with Timeline.open(sys.argv[1]) as timeline:
            timeline.add(reading(1))
            def die(*_, **__):
                os.kill(os.getpid(), 9)
            timeline._database.connection.execute("PRAGMA cache_size = 1")  # spill to the disk
            events.Events._move_mentions = die
            timeline.add(reading(2, 40))
    """
    process = worker(code, str(path))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors
    assert path.with_name("t.db-journal").exists()
    with Timeline.open(path) as timeline:
        assert [a.title for a in timeline.article_refs()] == ["Dépêche 1"]
    assert whole(path) == [1]


def test_ctrl_c_in_the_middle_leaves_it_whole(timeline, london, riyadh, monkeypatch):
    timeline.add(london)
    before = timeline.path.read_bytes()
    from chrono.store import events

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(events.Events, "_move_mentions", interrupted)
        with pytest.raises(KeyboardInterrupt):
            timeline.add(riyadh)
    assert timeline.path.read_bytes() == before
    assert len(timeline.add(riyadh).new) == 1


def test_a_full_disk_stores_nothing(timeline, london, riyadh):
    timeline.add(london)
    connection = timeline._database.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    text = "Le ministre est arrivé. " * 4000
    big = replace(riyadh, article=replace(riyadh.article, text=riyadh.article.text + text))
    with pytest.raises(StoreError, match="disk is full; nothing was stored") as caught:
        timeline.add(big)
    assert "\n" not in str(caught.value)
    assert [a.title for a in timeline.article_refs()] == [london.article.title]
    connection.execute("PRAGMA max_page_count = 1000000")
    assert timeline.add(big).statements == 2
    whole(timeline.path)


@pytest.fixture
def small_disk(tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(options, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no small disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_really_full_disk(small_disk, london):
    path = small_disk / "t.db"
    with Timeline.open(path) as timeline:
        timeline.add(london)
        (small_disk / "filler").write_bytes(b"x" * _room(small_disk))
        with pytest.raises(StoreError, match="nothing was stored"):
            timeline.new(date="2025", title="x" * 400, note="y" * 100_000)
        assert len(timeline.events()) == 3
    with pytest.raises(StoreError):
        Timeline.open(small_disk / "other.db")
    assert sorted(p.name for p in small_disk.iterdir()) == ["filler", "t.db"]
    (small_disk / "filler").unlink()
    whole(path)


def _room(place):
    status = os.statvfs(place)
    return status.f_bavail * status.f_frsize


def test_a_timeline_that_cannot_be_written_can_be_read(tmp_path, timeline, london):
    """As somebody else than root, who may write anywhere."""
    timeline.add(london)
    timeline.close()
    code = """
        from chrono.errors import StoreError
        with Timeline.open(":memory:") as warm:
            warm.add(reading(1))  # all modules are there before the rights are dropped
        if os.geteuid() == 0:
            os.setgroups([])
            os.setegid(65534)
            os.seteuid(65534)
        with Timeline.open(sys.argv[1]) as timeline:
            print(len(timeline.chronology().events))
            try:
                timeline.add(reading(1))
            except StoreError as error:
                print(error)
        try:
            Timeline.open(sys.argv[1].replace("t.db", "new.db"))
        except StoreError as error:
            print(error)
    """
    path = tmp_path / "t.db"
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    for place in tmp_path.parents:  # pytest's own folders let nobody else in
        if not place.stat().st_mode & 0o001:
            place.chmod(place.stat().st_mode | 0o011)
    process = worker(code, str(path))
    said, errors = process.communicate(timeout=60)
    tmp_path.chmod(0o755)
    lines = said.splitlines()
    assert process.returncode == 0, errors
    assert lines[0] == "2"
    assert "read-only; nothing was stored" in lines[1]
    assert "new.db" in lines[2]
    assert len(lines) == 3
    assert not list(tmp_path.glob(".*"))
