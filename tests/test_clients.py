"""Real calendar programs subscribe to a real server: vdirsyncer, khal, ical.js, Radicale.

`bash tests/clients/setup` installs them (into $CHRONO_CLIENTS, by default .clients/). Without them
these tests are skipped, and with CHRONO_REQUIRE_CLIENTS=1 they fail.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "timelines" / "example.txt"
PARIS = ZoneInfo("Europe/Paris")
SECOND = """Sommet de Londres : une nouvelle réunion le 14 mai

Publié le 2 avril 2025 à 9h30

Une nouvelle réunion des chefs militaires aura lieu le 14 mai à Bruxelles, a annoncé mercredi le
ministère des Armées. Les travaux avaient commencé le 20 mars.
"""

RECUR = """
import json, sys, icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = recurring_ical_events.of(calendar).between((1001, 1, 1), (2100, 1, 1))
print(json.dumps([[str(e["UID"]), e.start.isoformat(), e.end.isoformat()] for e in events]))
"""


@dataclass(frozen=True)
class Clients:
    """Where the programs are."""

    folder: Path

    def program(self, name: str) -> str:
        return str(self.folder / "venv" / "bin" / name)


@pytest.fixture(scope="module")
def clients() -> Clients:
    folder = Path(os.environ.get("CHRONO_CLIENTS") or ROOT / ".clients").absolute()
    needed = [folder / "venv" / "bin" / name for name in ("vdirsyncer", "khal", "radicale")]
    needed.append(folder / "node_modules" / "ical.js")
    if missing := [path.name for path in needed if not path.exists()]:
        why = f"calendar programs are missing ({', '.join(missing)}): bash tests/clients/setup"
        if os.environ.get("CHRONO_REQUIRE_CLIENTS") == "1":
            pytest.fail(why)
        pytest.skip(why)
    return Clients(folder)


@dataclass(frozen=True)
class Server:
    """A running ``chrono serve`` and how to give its timelines more."""

    url: str
    env: dict[str, str]
    process: subprocess.Popen[str]

    def fetch(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=20) as answer:
            body: bytes = answer.read()
            return body

    def add(self, *arguments: str, text: str = "") -> None:
        chrono(self.env, "add", *arguments, text=text)


def chrono(env: dict[str, str], *arguments: str, text: str = "") -> bytes:
    """Run chrono as a stranger would; its standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "chrono", *arguments],
        input=text.encode(),
        capture_output=True,
        env=env,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def first_address(process: subprocess.Popen[str]) -> str:
    """The address that a server announces."""
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            return found.group()
    raise AssertionError(f"no address announced; it ended with {process.wait(10)}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served") / "timelines"
    env = {**os.environ, "CHRONO_TIMELINES": str(folder), "NO_COLOR": "1"}
    env.pop("CHRONO_PLUGINS_DIR", None)
    chrono(env, "add", "-t", "exemple", str(EXAMPLE))
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "chrono", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=env,
    )
    try:
        yield Server(first_address(process), env, process)
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=20)
        assert process.returncode == 0, said  # Ctrl-C is how one stops it: no error
        assert "Traceback" not in said


def dated(moment: date) -> tuple[date, str]:
    """The day in Paris, and the clock time or nothing."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(PARIS)
        return moment.date(), f"{moment:%H:%M}"
    return moment, ""


def dated_text(text: str) -> tuple[date, str]:
    """The same of a day or an instant in ISO form."""
    return dated(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text))


def events(feed: bytes) -> list[tuple[date, str, str]]:
    """Day, clock time and summary of every event, by icalendar."""
    calendar = icalendar.Calendar.from_ical(feed)
    assert not calendar.errors
    assert not [error for event in calendar.events for error in event.errors]
    return sorted((*dated(e.start), str(e["SUMMARY"])) for e in calendar.events)


def test_icalendar_reads_it_without_complaint(server: Server) -> None:
    feed = server.fetch("exemple.ics")
    assert len(events(feed)) >= 3
    assert chrono(server.env, "export", "ical", "-t", "exemple") == feed


def test_ical_js_reads_the_same(server: Server, clients: Clients) -> None:
    feed = server.fetch("exemple.ics")
    run = subprocess.run(
        ["node", str(ROOT / "tests" / "clients" / "parse.cjs"), str(clients.folder)],
        input=feed,
        capture_output=True,
    )
    assert run.returncode == 0, run.stderr.decode()
    read = json.loads(run.stdout)
    calendar = icalendar.Calendar.from_ical(feed)
    ours = {str(e["UID"]): e for e in calendar.events}
    assert read["name"] == str(calendar["NAME"])
    assert read["refresh"] == "PT6H"
    assert len(read["events"]) == len(ours)
    for event in read["events"]:
        own = ours[event["uid"]]
        assert event["summary"] == str(own["SUMMARY"])
        assert event["description"] == str(own["DESCRIPTION"])
        assert event["status"] == str(own["STATUS"])
        assert event["transparent"]
        assert event["whole_days"] == (not isinstance(own.start, datetime))
        assert event["start"] == own.start.isoformat().replace("+00:00", "Z")
        assert event["end"] == own.end.isoformat().replace("+00:00", "Z")


def test_recurring_ical_events_finds_each_once(server: Server, clients: Clients) -> None:
    feed = server.fetch("exemple.ics")
    python = clients.program("python")
    run = subprocess.run([python, "-c", RECUR], input=feed, capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    found = sorted((uid, *map(dated_text, times)) for uid, *times in json.loads(run.stdout))
    calendar = icalendar.Calendar.from_ical(feed)
    assert found == sorted((str(e["UID"]), dated(e.start), dated(e.end)) for e in calendar.events)


class Subscriber:
    """khal on a folder that vdirsyncer keeps equal to a feed."""

    def __init__(self, folder: Path, url: str, clients: Clients) -> None:
        self.clients = clients
        self.calendar = folder / "calendar"
        self.calendar.mkdir(parents=True)
        self.env = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
        self.env |= {"XDG_DATA_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache")}
        self.sync_config = folder / "vdirsyncer.conf"
        self.sync_config.write_text(
            f"""[general]
status_path = "{folder}/status/"
[pair feed]
a = "web"
b = "disk"
collections = null
conflict_resolution = "a wins"
[storage web]
type = "http"
url = "{url}"
[storage disk]
type = "filesystem"
path = "{self.calendar}"
fileext = ".ics"
"""
        )
        self.khal_config = folder / "khal.conf"
        self.khal_config.write_text(
            f"""[calendars]
[[feed]]
path = {self.calendar}
readonly = True
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %d.%m.
longdateformat = %Y-%m-%d
datetimeformat = %d.%m. %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
        )
        self._run("vdirsyncer", "-c", str(self.sync_config), "discover")

    def _run(self, program: str, *arguments: str) -> str:
        done = subprocess.run(
            [self.clients.program(program), *arguments],
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def sync(self) -> str:
        return self._run("vdirsyncer", "-c", str(self.sync_config), "sync")

    def listed(self, first: date, last: date) -> list[tuple[date, str, str]]:
        """What khal shows: day and clock time of the start, and title."""
        form = "{start-date-long}|{start-time}|{title}{nl}"
        until = (last + timedelta(days=400)).isoformat()
        out = self._run(
            *("khal", "-c", str(self.khal_config), "list", "--once", "--day-format", ""),
            *("--format", form, first.isoformat(), until),
        )
        rows = [line.split("|", 2) for line in out.splitlines() if line.count("|") >= 2]
        return sorted((date.fromisoformat(day), at, title) for day, at, title in rows)

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.calendar.iterdir()}


def test_khal_subscribes_over_http_through_vdirsyncer(
    server: Server, clients: Clients, tmp_path: Path
) -> None:
    server.add("-t", "suivi", str(EXAMPLE))
    subscriber = Subscriber(tmp_path / "subscriber", f"{server.url}suivi.ics", clients)
    subscriber.sync()
    expected = events(server.fetch("suivi.ics"))
    first, last = expected[0][0], expected[-1][0]
    assert subscriber.listed(first, last) == expected

    files = subscriber.files()
    subscriber.sync()
    assert subscriber.files() == files, "a second look found changes where there were none"

    server.add("-t", "suivi", "-", text=SECOND)
    subscriber.sync()
    more = events(server.fetch("suivi.ics"))
    assert len(more) > len(expected)
    assert subscriber.listed(min(first, more[0][0]), more[-1][0]) == more


def test_a_caldav_server_takes_the_calendar_and_gives_it_back(
    server: Server, clients: Clients, tmp_path: Path
) -> None:
    feed = server.fetch("exemple.ics")
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = tmp_path / "radicale.conf"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n"
        f"[storage]\nfilesystem_folder = {tmp_path / 'radicale'}\n[logging]\nlevel = error\n"
    )
    log = (tmp_path / "radicale.log").open("wb")
    radicale = subprocess.Popen(
        [clients.program("radicale"), "-C", str(config)], stdout=log, stderr=log
    )
    try:
        user = {"Authorization": "Basic " + base64.b64encode(b"jean:").decode()}
        kind = {"Content-Type": "text/calendar; charset=utf-8"}
        wait_for(port)
        assert ask(port, "PUT", "/jean/exemple/", feed, user | kind)[0] == 201
        status, back = ask(port, "GET", "/jean/exemple/", None, user)
        assert status == 200
        assert events(back) == events(feed)
        assert uids(back) == uids(feed)
    finally:
        radicale.terminate()
        radicale.wait(20)
        log.close()


def uids(feed: bytes) -> set[str]:
    return {str(event["UID"]) for event in icalendar.Calendar.from_ical(feed).events}


def wait_for(port: int) -> None:
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens on port {port}")


def ask(
    port: int, method: str, path: str, body: bytes | None, headers: dict[str, str]
) -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
