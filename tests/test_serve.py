"""The feeds over real HTTP: a server on a socket, real databases, hand-made chronologies."""

from __future__ import annotations

import http.client
import json
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st

from chrono.errors import InputError, StoreError
from chrono.hookspecs import Exporter
from chrono.model import (
    Bounds,
    Chronology,
    Event,
    Granularity,
    Kind,
    Resolution,
    Status,
    TimexType,
)
from chrono.plugins import Plugins
from chrono.serve.app import create_app
from chrono.serve.conditional import entity_tag, http_date, matches, not_modified, read_http_date
from chrono.serve.feeds import Feeds
from chrono.serve.library import FolderLibrary
from chrono.serve.server import listen

START = datetime(2025, 3, 20, 13, 3, 7, 250_000, tzinfo=UTC)


def event(number: int, title: str) -> Event:
    day = date(2025, 3, number)
    resolution = Resolution(
        TimexType.DATE, day.isoformat(), Bounds(day, day), Granularity.DAY, edtf=day.isoformat()
    )
    return Event(
        number, f"uid-{number}", title, resolution, Status.PAST, Kind.EVENT, (), START, START
    )


def render_lines(chronology: Chronology, options: Mapping[str, str]) -> bytes:
    return "".join(f"{e.title}\n" for e in chronology.events).encode()


def render_json(chronology: Chronology, options: Mapping[str, str]) -> bytes:
    return json.dumps([e.title for e in chronology.events]).encode()


def render_badly(chronology: Chronology, options: Mapping[str, str]) -> bytes:
    raise ZeroDivisionError("on purpose")


EXPORTERS = {
    "ical": Exporter("ical", ".ics", "text/calendar", render_lines),
    "json": Exporter("json", ".json", "application/json", render_json),
    "bad": Exporter("bad", ".bad", "text/plain", render_badly),
}
PLUGINS = Plugins(EXPORTERS, _owners={name: (name,) for name in EXPORTERS})


def write(path: Path, *titles: str) -> None:
    """Put titles in a database, in the manner of a store."""
    with closing(sqlite3.connect(path, timeout=1)) as db, db:
        db.execute("PRAGMA journal_mode = WAL") if path.stem.startswith("wal") else None
        db.execute("CREATE TABLE IF NOT EXISTS event (title TEXT)")
        db.executemany("INSERT INTO event VALUES (?)", [(title,) for title in titles])


@dataclass
class Desk:
    """A folder of timelines, a clock that tests move, and what was reported."""

    folder: Path
    now: datetime = START + timedelta(hours=1)
    revised: datetime = START
    readings: int = 0
    lines: list[str] = field(default_factory=list)

    def read(self, path: Path, query: Mapping[str, str]) -> Chronology:
        self.readings += 1
        if unknown := [name for name in query if name != "since"]:
            raise InputError(f"unknown filter “{unknown[0]}”; there is: since")
        try:
            with closing(sqlite3.connect(path, timeout=0.2)) as db:
                titles = [title for (title,) in db.execute("SELECT title FROM event")]
        except sqlite3.Error as error:
            raise StoreError(f"{path.name}: {error}") from error
        events = tuple(event(number, title) for number, title in enumerate(titles, 1))
        return Chronology(path.stem, events, (), self.revised, title=titles[0] if titles else "")

    def library(self) -> FolderLibrary:
        return FolderLibrary(self.folder, read=self.read)


@contextmanager
def serving(desk: Desk, **options: object) -> Iterator[int]:
    """A server in a thread; gives its port."""
    app = create_app(
        desk.library(),
        PLUGINS,
        clock=lambda: desk.now,
        report=desk.lines.append,
        **options,  # type: ignore[arg-type]
    )
    with listen("127.0.0.1", 0) as bound:
        config = uvicorn.Config(app, log_level="error", lifespan="on", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        try:
            yield bound.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(10)
            assert not thread.is_alive()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


Ask = Callable[..., Answer]


def asker(port: int) -> Ask:
    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=sent)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    return ask


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    write(tmp_path / "sommet.db", "Les chefs militaires se réunissent")
    return Desk(tmp_path)


@pytest.fixture
def ask(desk: Desk) -> Iterator[Ask]:
    with serving(desk) as port:
        yield asker(port)


def test_a_feed_has_its_bytes_and_says_what_they_are(ask: Ask) -> None:
    answer = ask("/sommet.ics")
    assert answer.status == 200
    assert answer.text == "Les chefs militaires se réunissent\n"
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert answer.headers["Content-Disposition"] == 'inline; filename="sommet.ics"'
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["ETag"] == entity_tag(answer.body)
    assert answer.headers["Last-Modified"] == "Thu, 20 Mar 2025 13:03:07 GMT"
    assert ask("/sommet.json").headers["Content-Type"] == "application/json"


def test_head_says_the_same_without_the_bytes(ask: Ask) -> None:
    get, head = ask("/sommet.ics"), ask("/sommet.ics", "HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("ETag", "Last-Modified", "Content-Type", "Content-Length"):
        assert head.headers[name] == get.headers[name]


def test_a_client_that_has_the_feed_is_told_so(ask: Ask) -> None:
    etag = ask("/sommet.ics").headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*", f'W/"a,b" , W/{etag}'):
        answer = ask("/sommet.ics", If_None_Match=known)
        assert (answer.status, answer.body) == (304, b""), known
        assert answer.headers["ETag"] == etag
        assert "Content-Type" not in answer.headers
    for unknown in ('"other"', etag.strip('"'), ""):
        assert ask("/sommet.ics", If_None_Match=unknown).status == 200, unknown
    assert ask("/sommet.ics", "HEAD", If_None_Match=etag).status == 304


def test_the_date_counts_only_without_a_tag(ask: Ask) -> None:
    answer = ask("/sommet.ics")
    changed = answer.headers["Last-Modified"]
    assert ask("/sommet.ics", If_Modified_Since=changed).status == 304
    assert ask("/sommet.ics", If_Modified_Since="Thu, 20 Mar 2025 13:03:06 GMT").status == 200
    assert ask("/sommet.ics", If_Modified_Since="Fri, 20 Mar 2099 13:03:06 GMT").status == 200
    assert ask("/sommet.ics", If_Modified_Since="jeudi").status == 200
    both = ask("/sommet.ics", If_Modified_Since=changed, If_None_Match='"other"')
    assert both.status == 200


@pytest.mark.parametrize("name", ["sommet", "wal-sommet"])
def test_a_feed_changes_when_the_timeline_does_and_only_then(
    desk: Desk, ask: Ask, name: str
) -> None:
    path = desk.folder / f"{name}.db"
    write(path, "Un")
    first = ask(f"/{name}.ics")
    desk.now += timedelta(minutes=5)
    again = ask(f"/{name}.ics")
    assert again.body == first.body
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Last-Modified"] == first.headers["Last-Modified"]
    assert desk.readings == 1
    for number in range(20):  # faster than any time stamp of a file tells apart
        write(path, f"Plus {number}")
        assert f"Plus {number}\n" in ask(f"/{name}.ics").text
    assert ask(f"/{name}.ics", If_None_Match=first.headers["ETag"]).status == 200


def test_the_date_never_goes_back_and_moves_with_the_bytes(desk: Desk, ask: Ask) -> None:
    first = ask("/sommet.ics").headers["Last-Modified"]
    desk.revised = START - timedelta(days=3)  # as when its last event is deleted
    write(desk.folder / "sommet.db", "Deux")
    assert "Last-Modified" not in ask("/sommet.ics").headers  # this second is not over
    desk.now += timedelta(seconds=30)
    second = ask("/sommet.ics").headers["Last-Modified"]
    moments = [read_http_date(first), read_http_date(second)]
    assert None not in moments
    assert moments[0] < moments[1]  # type: ignore[operator]
    assert ask("/sommet.ics", If_Modified_Since=first).status == 200


def test_a_date_of_this_very_second_is_not_sent(desk: Desk, ask: Ask) -> None:
    desk.now = desk.revised + timedelta(milliseconds=300)
    answer = ask("/sommet.ics")
    assert "Last-Modified" not in answer.headers
    early = http_date(desk.revised)
    assert ask("/sommet.ics", If_Modified_Since=early).status == 200


def test_timelines_come_and_go(desk: Desk, ask: Ask) -> None:
    assert ask("/nouveau.ics").status == 404
    write(desk.folder / "nouveau.db", "Neuf")
    assert ask("/nouveau.ics").text == "Neuf\n"
    (desk.folder / "nouveau.db").unlink()
    assert ask("/nouveau.ics").status == 404
    write(desk.folder / "nouveau.db", "Autre")  # the inode number may be the same
    assert ask("/nouveau.ics").text == "Autre\n"


def test_names_may_have_accents(desk: Desk, ask: Ask) -> None:
    write(desk.folder / "été-2025.db", "Point")
    answer = ask("/%C3%A9t%C3%A9-2025.ics")
    assert answer.text == "Point\n"
    assert "filename*=UTF-8''%C3%A9t%C3%A9-2025.ics" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.ics",
        "/..%2Fsecret.ics",
        "/%2e%2e/secret.ics",
        "/..%5Csecret.ics",
        "//secret.ics",
        "/.ics",
        "/sommet%00.ics",
        "/sommet.db",
        "/sommet",
        "/.hidden.ics",
        "/" + "a" * 5000 + ".ics",
        "/folder.ics",
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    write(tmp_path / "secret.db", "Secret")
    inside = tmp_path / "timelines"
    inside.mkdir()
    write(inside / "sommet.db", "Public")
    write(inside / ".hidden.db", "Hidden")
    (inside / "folder.db").mkdir()
    with serving(Desk(inside)) as port:
        answer = asker(port)(path)
        assert answer.status == 404
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.text.count("\n") == 1
        assert "/ lists the timelines" in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PROPFIND", "OPTIONS"])
def test_only_reading_is_allowed(ask: Ask, method: str) -> None:
    for path in ("/sommet.ics", "/"):
        answer = ask(path, method)
        assert answer.status == 405
        assert answer.headers["Allow"] == "GET, HEAD"
        assert "GET or HEAD" in answer.text


def test_a_broken_timeline_leaves_the_others_alone(desk: Desk, ask: Ask) -> None:
    (desk.folder / "broken.db").write_bytes(b"this is no database at all" * 100)
    answer = ask("/broken.ics")
    assert answer.status == 503
    assert answer.text.startswith("broken.db: the timeline is damaged (file is not a database)")
    assert answer.headers["Retry-After"] == "30"
    assert answer.headers["Cache-Control"] == "no-store"
    assert ask("/sommet.ics").status == 200
    page = ask("/").text
    assert "file is not a database" in page
    assert "/sommet.ics" in page
    assert len([line for line in desk.lines if "broken" in line]) == 1, "said once, not each time"


def test_a_locked_timeline_is_said_to_be_locked(
    desk: Desk, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chrono.serve.library.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(desk.folder / "sommet.db", isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        answer = ask("/sommet.ics")
        assert answer.status == 503
        assert answer.text.startswith("sommet.db: another program keeps the timeline busy")
        assert answer.text.count("\n") == 1
        db.execute("COMMIT")
    assert ask("/sommet.ics").status == 200


def test_a_failing_format_is_named_and_the_others_go_on(desk: Desk, ask: Ask) -> None:
    answer = ask("/sommet.bad")
    assert answer.status == 500
    assert "'bad'" in answer.text
    assert "ZeroDivisionError: on purpose" in answer.text
    assert desk.lines
    assert ask("/sommet.ics").status == 200


def test_filters_are_handed_to_the_library(ask: Ask) -> None:
    assert ask("/sommet.ics?since=2025-03-01").status == 200
    answer = ask("/sommet.ics?sinc=2025-03-01")
    assert (answer.status, answer.text) == (400, "unknown filter “sinc”; there is: since\n")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8321", 200),
        ("LOCALHOST.", 200),
        ("[::1]:8321", 200),
        ("rebound.example", 421),
        ("127.0.0.1.rebound.example:8321", 421),
        ("[fe80::1]", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(ask: Ask, host: str, status: int) -> None:
    for path in ("/", "/sommet.ics"):
        assert ask(path, Host=host).status == status


def test_any_name_is_answered_where_others_may_come(desk: Desk) -> None:
    with serving(desk, hosts=None) as port:
        assert asker(port)("/sommet.ics", Host="news.example").status == 200
        page = asker(port)("/", Host="news.example").text
        assert "webcal://news.example/sommet.ics" in page
        assert "cid=webcal%3A%2F%2Fnews.example%2Fsommet.ics" in page


def test_many_at_once_are_all_served_and_the_timeline_is_read_once(desk: Desk) -> None:
    with serving(desk) as port:
        ask = asker(port)
        answers: list[Answer] = []
        threads = [
            threading.Thread(target=lambda: answers.append(ask("/sommet.ics"))) for _ in range(24)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert [answer.status for answer in answers] == [200] * 24
        assert desk.readings == 1


def test_what_is_kept_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chrono.serve.feeds.KEPT_BYTES", 150)
    feeds = Feeds(desk.library(), PLUGINS, lambda: desk.now, desk.lines.append)
    bodies = [feeds.get("sommet", "ics", {"since": str(year)}).body for year in range(1000, 1040)]
    assert len(set(bodies)) == 1
    assert desk.readings == 40
    feeds.get("sommet", "ics", {"since": "1039"})
    assert desk.readings == 40, "the last one is kept"
    feeds.get("sommet", "ics", {"since": "1000"})
    assert desk.readings == 41, "the first one is not"


def test_a_port_in_use_is_said_in_words() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"port {port} is in use"):
            listen("127.0.0.1", port)
    with pytest.raises(InputError, match="to 65535"):
        listen("127.0.0.1", 70_000)
    with pytest.raises(InputError, match="no such address"):
        listen("no host", 0)


def test_listening_is_on_the_loopback_address_only() -> None:
    with listen("127.0.0.1", 0) as bound:
        assert bound.getsockname()[0] == "127.0.0.1"
        assert bound.family == socket.AF_INET


TAGS = st.text(st.characters(min_codepoint=0x23, max_codepoint=0x7E), max_size=12).map(
    '"{}"'.format
)


@given(TAGS, st.lists(TAGS, max_size=4), st.booleans(), st.booleans())
def test_a_tag_matches_exactly_where_it_is_listed(
    tag: str, others: list[str], listed: bool, weak: bool
) -> None:
    known = [*others, tag] if listed else [other for other in others if other != tag]
    line = ", ".join(f"W/{t}" if weak else t for t in known)
    assert matches(tag, [line]) == listed


@given(st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1)), st.integers(-3, 3))
def test_a_304_by_date_is_never_given_for_an_older_copy(changed: datetime, late: int) -> None:
    changed = changed.replace(tzinfo=UTC)
    seen = http_date(changed + timedelta(seconds=late))
    told = not_modified(
        etag='"a"', changed=changed, now=changed + timedelta(days=1), if_modified_since=seen
    )
    assert told == (late >= 0)
