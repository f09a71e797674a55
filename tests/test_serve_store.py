"""Feeds of real timelines, with the built-in formats: what a subscriber gets, and when."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import icalendar
import pytest
import uvicorn

from chrono.plugins import create_plugin_manager
from chrono.serve import FolderLibrary, create_app
from chrono.serve.server import listen
from chrono.store import Timeline

LONG_AGO = datetime(2025, 3, 20, 14, 3, tzinfo=UTC)
PLUGINS = create_plugin_manager(load_entry_points=False)


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


class Site:
    """A server in a thread over a folder of timelines."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines: list[str] = []
        self.now = LONG_AGO

    def start(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def get(self, path: str, **headers: str) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{self.url}{path}", headers=sent)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    def titles(self, path: str) -> list[str]:
        """The titles of the events of a JSON feed."""
        answer = self.get(path)
        assert answer.status == 200, answer.body.decode()
        return [event["title"] for event in json.loads(answer.body)["events"]]

    def timeline(self, name: str = "sommet") -> Timeline:
        self.now += timedelta(minutes=1)
        return Timeline.open(name, folder=self.folder, clock=lambda: self.now)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path)
    with site.timeline() as timeline:
        timeline.new(date="2025-03-20", title="Réunion à Londres")
        timeline.new(date="2025-03-27", title="Sommet à Paris", status="planned")
    app = create_app(FolderLibrary(tmp_path), PLUGINS, report=site.lines.append)
    with listen("127.0.0.1", 0) as bound:
        config = uvicorn.Config(app, log_level="error", lifespan="on", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        site.start(bound.getsockname()[1])
        yield site
        server.should_exit = True
        thread.join(10)


def test_every_built_in_format_is_a_feed(site: Site) -> None:
    calendar = icalendar.Calendar.from_ical(site.get("/sommet.ics").body)
    assert {str(e["SUMMARY"]) for e in calendar.events} == {"Réunion à Londres", "Sommet à Paris"}
    kinds = {
        "ics": "text/calendar; charset=utf-8",
        "json": "application/json",
        "md": "text/markdown; charset=utf-8; variant=CommonMark",
    }
    for suffix, kind in kinds.items():
        answer = site.get(f"/sommet.{suffix}")
        assert answer.status == 200
        assert answer.headers["Content-Type"] == kind
        again = site.get(f"/sommet.{suffix}", If_None_Match=answer.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
    with site.timeline() as timeline:
        assert site.get("/sommet.md").body == timeline.export("markdown", plugins=PLUGINS)


def test_a_change_by_another_program_shows_at_once(site: Site) -> None:
    before = site.get("/sommet.ics")
    with site.timeline() as timeline:
        timeline.new(date="2025-04-02", title="Suite à Bruxelles")
    after = site.get("/sommet.ics", If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert "Suite à Bruxelles" in after.body.decode()
    assert (
        before.headers["Last-Modified"] < after.headers["Last-Modified"]
    )  # of one and the same day


def test_looking_at_a_timeline_changes_nothing(site: Site) -> None:
    before = site.get("/sommet.ics")
    with site.timeline() as timeline:
        timeline.events()
        timeline.chronology()
        timeline.save_view("prévu", timeline_filter(status="planned"))
    after = site.get("/sommet.ics")
    assert after.body == before.body
    for name in ("ETag", "Last-Modified"):
        assert after.headers[name] == before.headers[name]


def timeline_filter(**choices: str):
    from chrono.store import Filter

    return Filter.of(**choices)


def test_filters_and_views_choose(site: Site) -> None:
    assert site.titles("/sommet.json?since=2025-03-21") == ["Sommet à Paris"]
    assert site.titles("/sommet.json?until=2025-03-21") == ["Réunion à Londres"]
    assert site.titles("/sommet.json?status=planned,conditional") == ["Sommet à Paris"]
    assert len(site.titles("/sommet.json?status=planned&status=past")) == 2
    assert site.titles("/sommet.json?top=1&query=londres") == ["Réunion à Londres"]
    with site.timeline() as timeline:
        timeline.save_view("futur", timeline_filter(status="planned"))
    assert site.titles("/sommet.json?view=futur") == ["Sommet à Paris"]
    tags = {site.get(f"/sommet.ics{query}").headers["ETag"] for query in ("", "?top=1", "?top=2")}
    assert len(tags) >= 2


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("sinc=2025", "no such filter: sinc"),
        ("since=jeudi", "since"),
        ("top=-1", "top"),
        ("include-hidden=yes", "no such filter: include-hidden"),
        ("include_hidden=yes", "no such filter: include_hidden"),
    ],
)
def test_a_filter_that_is_not_understood_is_not_passed_over(
    site: Site, query: str, said: str
) -> None:
    answer = site.get(f"/sommet.json?{query}")
    assert answer.status == 400
    assert said in answer.body.decode()
    assert answer.body.count(b"\n") == 1


def test_a_view_that_is_not_there_is_said(site: Site) -> None:
    answer = site.get("/sommet.json?view=rien")
    assert answer.status == 404
    assert "rien" in answer.body.decode()


def test_what_a_person_hid_is_not_served(site: Site) -> None:
    with site.timeline() as timeline:
        (hidden, _) = timeline.events()
        timeline.hide(hidden.id)
    assert site.titles("/sommet.json") == ["Sommet à Paris"]
    with site.timeline() as timeline:
        timeline.undo()
    assert len(site.titles("/sommet.json")) == 2


def test_the_page_tells_of_each_timeline(site: Site) -> None:
    with site.timeline("autre") as timeline:
        timeline.new(date="2024-12", title="Décembre")
    (site.folder / "etranger.db").write_bytes(b"not a database" * 20)
    page = site.get("/")
    text = page.body.decode()
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script-src 'sha256-" in page.headers["Content-Security-Policy"]
    assert "2 events" in text
    assert "1 December 2024 – 31 December 2024" in text
    assert "etranger" in text
    assert site.get("/", If_None_Match=page.headers["ETag"]).status == 304
    with site.timeline("autre") as timeline:
        timeline.new(date="2024-11", title="Novembre")
    assert site.get("/", If_None_Match=page.headers["ETag"]).status == 200


def test_foreign_and_newer_databases_are_503_and_untouched(site: Site) -> None:
    foreign = site.folder / "foreign.db"
    with closing(sqlite3.connect(foreign)) as db, db:
        db.execute("CREATE TABLE t (x)")
    newer = site.folder / "newer.db"
    shutil.copy(site.folder / "sommet.db", newer)
    with closing(sqlite3.connect(newer)) as db:
        db.execute("PRAGMA user_version = 9999")
    before = [foreign.read_bytes(), newer.read_bytes()]
    for name, word in (("foreign", "another program"), ("newer", "newer chrono")):
        answer = site.get(f"/{name}.ics")
        assert answer.status == 503
        assert word in answer.body.decode()
        assert answer.body.count(b"\n") == 1
    assert [foreign.read_bytes(), newer.read_bytes()] == before
    assert site.get("/sommet.ics").status == 200


def test_a_timeline_whose_writer_was_killed_is_served_as_it_was(site: Site) -> None:
    before = site.get("/sommet.json")
    path, killed = site.folder / "sommet.db", site.folder / "killed.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("CREATE TABLE junk (x)")
        db.executemany("INSERT INTO junk VALUES (?)", [("x" * 5000,)] * 50)
        shutil.copy(path, killed)  # as a power cut would leave it: half written, with its journal
        shutil.copy(f"{path}-journal", f"{killed}-journal")
        db.execute("ROLLBACK")
    answer = site.get("/killed.json")
    assert answer.status == 200, answer.body.decode()
    assert json.loads(answer.body)["events"] == json.loads(before.body)["events"]
    assert not Path(f"{killed}-journal").exists()
