"""The calendar: strictly RFC 5545, always the same bytes, honest about what it leaves out."""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chrono.errors import ExportError
from chrono.exporters import ical
from chrono.exporters.sources import clean, one_line
from chrono.model import (
    Basis,
    Bounds,
    Chronology,
    Event,
    Granularity,
    Kind,
    Resolution,
    Status,
    TimexType,
)
from chrono.plugins import create_plugin_manager

GOLDEN = Path(__file__).parent / "golden"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"golden_{name}", GOLDEN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


rfc5545 = load("rfc5545")
golden = load("regenerate")
random = load("random_chronologies")
STAMP = datetime(2025, 3, 20, 12, 0, tzinfo=UTC)


def chronology(*events: Event, **more: Any) -> Chronology:
    return Chronology("t", events, (), more.pop("revised_at", STAMP), **more)


def event(
    first: date,
    last: date | None = None,
    start: time | None = None,
    end: time | None = None,
    grain: Granularity | None = Granularity.DAY,
    **more: Any,
) -> Event:
    when = Resolution(TimexType.DATE, "", Bounds(first, last or first, start, end), grain)
    fields: dict[str, Any] = {
        "id": 1,
        "uid": "u@chrono",
        "title": "Titre",
        "resolution": when,
        "status": Status.PAST,
        "kind": Kind.EVENT,
        "mentions": (),
        "created_at": STAMP,
        "modified_at": STAMP,
    }
    return Event(**{**fields, **more})


def render(what: Chronology, **options: str) -> bytes:
    return ical.render(what, options)


def only(what: Chronology, **options: str) -> icalendar.Event:
    stream = render(what, **options)
    assert rfc5545.lint(stream) == []
    (found,) = icalendar.Calendar.from_ical(stream).events
    return found


# --- the linter knows a bad stream when it sees one ---

GOOD = render(chronology(event(date(2025, 3, 20))))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"\r\n", b"\n", "a bare CR or LF"),
        (b"SUMMARY:Titre", b"SUMMARY:" + b"x" * 80, "octets"),
        (b"SUMMARY:Titre", b"SUMMARY:a,b", "no text"),
        (b"SUMMARY:Titre", b"SUMMARY:a\\x", "no text"),
        (b"UID:u@chrono\r\n", b"", "UID stands 0 times"),
        (b"DTSTART;VALUE=DATE:20250320", b"DTSTART;VALUE=DATE:20250320T000000Z", "no date"),
        (b"DTSTART;VALUE=DATE:20250320", b"DTSTART;VALUE=DATE:20250230", "day is out of range"),
        (b"DTSTART;VALUE=DATE:20250320", b"DTSTART:20250320T000000Z", "differ in type"),
        (b"DTEND;VALUE=DATE:20250321", b"DTEND;VALUE=DATE:20250320", "not after DTSTART"),
        (b"DTSTAMP:20250320T120000Z", b"DTSTAMP:20250320T120000", "no instant in UTC"),
        (b"REFRESH-INTERVAL;VALUE=DURATION:", b"REFRESH-INTERVAL:", "without VALUE=DURATION"),
        (b"STATUS:CONFIRMED", b"STATUS:MAYBE", "not one of its values"),
        (b"END:VEVENT", b"END:VTODO", "without its BEGIN"),
        (b"SUMMARY:Titre", "SUMMARY:é".encode("latin-1"), "no UTF-8"),
        (b"CLASS:PUBLIC", b"CLASS PUBLIC", "no colon"),
    ],
)
def test_the_linter_finds(old: bytes, new: bytes, fault: str) -> None:
    assert rfc5545.lint(GOOD) == []
    assert old in GOOD
    assert any(fault in found for found in rfc5545.lint(GOOD.replace(old, new)))


# --- the whole ---


def test_the_golden_calendar_is_strict_and_read_by_icalendar() -> None:
    stream = render(golden.CHRONOLOGY)
    assert rfc5545.lint(stream) == []
    calendar = icalendar.Calendar.from_ical(stream)
    assert calendar.errors == []
    assert len(calendar.events) == 28
    assert all(found.errors == [] for found in calendar.events)
    # both are TEXT; icalendar knows neither, and leaves the escapes that others take away
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Ukraine & Europe\\, 2025"
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(random.chronologies)
def test_any_chronology_gives_a_strict_calendar(what: Chronology) -> None:
    stream = render(what)
    assert rfc5545.lint(stream) == []
    assert render(replace(what, events=what.events[::-1])) == stream
    for found in icalendar.Calendar.from_ical(stream).events:
        (source,) = (e for e in what.events if e.uid == found["UID"])
        assert one_line(source.title) in str(found["SUMMARY"])
        assert found["TRANSP"] == "TRANSPARENT"
        assert found["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"


BREAKS = st.sampled_from(["\\", "\n", "\r\n", "\\n", "\\N", "\\\\N", ",", ";", ":", '"', "é", "🏛️"])
WORDS = st.one_of(st.text(max_size=300), st.lists(BREAKS, max_size=90).map("".join))


@given(WORDS)
def test_any_words_are_read_back_as_they_were(value: str) -> None:
    tags = (value, f"{value},b")
    found = only(chronology(event(date(2025, 3, 20), title=value, note=f"x{value}x", tags=tags)))
    assert str(found["SUMMARY"]) == (one_line(value) or "…")
    assert f"Note : x{clean(value)}x" in str(found["DESCRIPTION"])
    assert set(found["CATEGORIES"].cats) == {one_line(tag) for tag in tags} - {""}


@given(WORDS)
def test_folding_cuts_no_character_and_loses_nothing(value: str) -> None:
    stream = render(chronology(title=value))
    pieces = stream.split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert "\r\n".join(piece.decode("utf-8") for piece in pieces).encode() == stream
    assert rfc5545.lint(stream) == []


def test_a_backslash_before_an_n_is_no_line_break() -> None:
    path = r"C:\News, C:\new, \\N; \\\N"
    found = only(chronology(event(date(2025, 3, 20), title=path, tags=(path,))))
    assert (str(found["SUMMARY"]), found["CATEGORIES"].cats) == (path, [path])
    # the fault of icalendar that `ical._text` goes around, which can go when this fails
    assert icalendar.vText(r"C:\News").to_ical() == rb"C:\news"


def test_uids_and_properties_come_in_the_order_of_the_exporter() -> None:
    calendar, _, rest = GOOD.decode().partition("BEGIN:VEVENT\r\n")
    names = [re.split("[:;]", line)[0] for line in rest.splitlines()]
    assert names[:6] == ["UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART"]
    assert rest.startswith("UID:u@chrono\r\nDTSTAMP:20250320T120000Z\r\n")
    assert calendar.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert "\r\nUID:" not in calendar
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n" in calendar
    assert b"DURATION:P1W\r\n" in render(chronology(), refresh="P1W")


# --- one event ---


def test_a_day_is_all_day_with_an_exclusive_end() -> None:
    found = only(chronology(event(date(2025, 3, 20))))
    assert (found.start, found.end) == (date(2025, 3, 20), date(2025, 3, 21))
    assert found["DTSTART"].params["VALUE"] == "DATE"
    assert found["STATUS"] == "CONFIRMED"


def test_a_week_lies_across_the_calendar_and_more_stands_on_its_first_day() -> None:
    week = only(chronology(event(date(2025, 3, 24), date(2025, 3, 30), grain=Granularity.WEEK)))
    assert (week.start, week.end) == (date(2025, 3, 24), date(2025, 3, 31))
    month = only(chronology(event(date(2025, 3, 1), date(2025, 3, 31), grain=Granularity.MONTH)))
    assert (month.start, month.end) == (date(2025, 3, 1), date(2025, 3, 2))
    assert month["SUMMARY"] == "mars 2025 : Titre"


@pytest.mark.parametrize(
    ("zone", "day", "start", "end", "expected"),
    [
        ("Europe/Paris", date(2025, 3, 20), time(14, 30), time(16), ("13:30", "15:00")),
        ("Europe/Paris", date(2025, 7, 14), time(14, 30), time(16), ("12:30", "14:00")),
        ("America/New_York", date(2025, 3, 20), time(9), time(10), ("13:00", "14:00")),
        # the hour that spring skips, and the one that autumn tells twice
        ("Europe/Paris", date(2025, 3, 30), time(2, 30), time(4), ("01:30", "02:00")),
        ("Europe/Paris", date(2025, 10, 26), time(2, 30), time(4), ("00:30", "03:00")),
    ],
)
def test_clock_times_are_utc(
    zone: str, day: date, start: time, end: time, expected: tuple[str, str]
) -> None:
    found = only(chronology(event(day, None, start, end), timezone=zone))
    assert (found.start.utcoffset(), found.start.strftime("%H:%M")) == (timedelta(), expected[0])
    assert found.end.strftime("%H:%M") == expected[1]


def test_a_clock_time_alone_has_a_length_to_be_drawn() -> None:
    minute = event(date(2025, 3, 20), None, time(14, 30), time(14, 30), Granularity.MINUTE)
    assert only(chronology(minute)).duration == ical.POINT
    hour = event(date(2025, 3, 20), None, time(14), time(14), Granularity.HOUR)
    assert only(chronology(hour)).duration == ical.HOUR
    since = only(chronology(event(date(2025, 3, 20), None, time(14), None)))
    assert (since.start.hour, since.end.hour) == (13, 23)


def test_the_zone_is_that_of_the_article_which_gives_the_date() -> None:
    (riyad,) = (e for e in golden.CHRONOLOGY.events if e.title == "Conférence de presse à Riyad")
    found = only(replace(golden.CHRONOLOGY, events=(riyad,), withdrawn=()))
    assert found.start == datetime(2025, 3, 24, 15, 0, tzinfo=UTC)


def test_the_last_day_there_is() -> None:
    found = only(chronology(event(date.max)))
    assert found.start == date.max
    assert "DTEND" not in found
    timed = event(date.max, None, time(23, 59), None)
    assert only(chronology(timed, timezone="America/New_York")).start == date.max


def test_stamps_come_from_the_event_alone() -> None:
    made, changed = STAMP - timedelta(days=2), STAMP - timedelta(days=1)
    found = only(
        chronology(event(date(2025, 3, 20), created_at=made, modified_at=changed, sequence=3))
    )
    assert (found["CREATED"].dt, found["DTSTAMP"].dt) == (made, changed)
    assert (found["LAST-MODIFIED"].dt, found["SEQUENCE"]) == (changed, 3)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.CONDITIONAL, "Titre (à confirmer)"),
        (Status.DENIED, "Titre (démenti)"),
        (Status.POSTPONED, "Titre (reporté)"),
        (Status.CANCELLED, "Titre (annulé)"),
    ],
)
def test_what_is_doubtful_is_tentative_and_said(status: Status, words: str) -> None:
    found = only(chronology(event(date(2025, 3, 20), status=status)))
    assert (found["STATUS"], found["SUMMARY"]) == ("TENTATIVE", words)


def test_a_title_that_tells_its_status_is_left_alone() -> None:
    called_off = event(date(2025, 3, 20), status=Status.CANCELLED, title="La foire est annulée")
    assert only(chronology(called_off))["SUMMARY"] == "La foire est annulée"
    denied = event(date(2025, 3, 20), status=Status.DENIED, title="La foire n'a pas ouvert")
    assert only(chronology(denied))["SUMMARY"] == "La foire n'a pas ouvert"


def test_alternatives_are_one_event_worded() -> None:
    a, b = (
        Resolution(TimexType.DATE, f"2025-05-0{n}", Bounds(day, day), Granularity.DAY)
        for n, day in ((8, date(2025, 5, 8)), (9, date(2025, 5, 9)))
    )
    both = Bounds(date(2025, 5, 8), date(2025, 5, 9))
    when = Resolution(TimexType.DATE, "", both, Granularity.DAY, alternatives=(a, b))
    found = only(chronology(event(date(2025, 5, 8), resolution=when)))
    assert (found.start, found.end) == (date(2025, 5, 8), date(2025, 5, 10))
    assert found["SUMMARY"] == "jeudi 8 ou vendredi 9 mai 2025 : Titre"
    assert found["STATUS"] == "TENTATIVE"
    assert "Date : jeudi 8 ou vendredi 9 mai 2025" in found["DESCRIPTION"]


def test_days_of_a_list_that_lie_apart_are_told() -> None:
    both = Bounds(date(2025, 5, 3), date(2025, 5, 8))
    edtf = "{2025-05-03,2025-05-08}"
    when = Resolution(TimexType.DATE, "2025-05-03,2025-05-08", both, Granularity.DAY, edtf=edtf)
    found = only(chronology(event(date(2025, 5, 3), resolution=when)))
    assert (found.start, found.end) == (date(2025, 5, 3), date(2025, 5, 9))
    assert found["SUMMARY"] == "samedi 3 et jeudi 8 mai 2025 : Titre"


def test_moments_of_several_days_are_days_in_a_calendar() -> None:
    both = Bounds(date(2025, 5, 3), date(2025, 5, 4), time(20, 30), time(15))
    edtf = "{2025-05-03,2025-05-04}"
    when = Resolution(
        TimexType.TIME, "2025-05-03T20:30,2025-05-04T15:00", both, Granularity.HOUR, edtf=edtf
    )
    found = only(chronology(event(date(2025, 5, 3), resolution=when)))
    assert (found.start, found.end) == (date(2025, 5, 3), date(2025, 5, 5))
    assert found["SUMMARY"].startswith("samedi 3 mai 2025 à 20 h 30 et dimanche 4 mai 2025 à 15 h")


def test_candidates_far_apart_stand_on_the_nearer() -> None:
    (reunion,) = (e for e in golden.CHRONOLOGY.events if e.title == "Réunion samedi")
    found = only(chronology(reunion))
    assert found.start == date(2025, 3, 22)
    assert found["SUMMARY"].startswith("samedi 22 mars 2025 (ou samedi 15 mars 2025) : ")


def test_a_conflict_is_tentative_and_told_with_every_quote() -> None:
    (talks,) = (e for e in golden.CHRONOLOGY.events if e.conflict)
    found = only(chronology(talks))
    assert found["STATUS"] == "TENTATIVE"
    assert "jour controversé" in found["SUMMARY"]
    assert all(one_line(m.statement.quote) in found["DESCRIPTION"] for m in talks.mentions)


def test_what_it_went_through_is_told() -> None:
    (talks,) = (e for e in golden.CHRONOLOGY.events if e.conflict)
    said = only(chronology(talks))["DESCRIPTION"]
    assert "publié le 22 mars 2025 (à confirmer, lundi 24 mars 2025)" in said
    assert "Historique :\n- 20 mars 2025 : found\n- 22 mars 2025 : date 2025-03-24 told" in said


def test_where_the_date_comes_from_is_told() -> None:
    first = golden.CHRONOLOGY.events[0]
    assert "D'où vient la date :\n- jeudi: a weekday\n" in only(chronology(first))["DESCRIPTION"]
    mention = replace(
        first.mentions[0],
        statement=replace(first.mentions[0].statement, basis=Basis.PUBLICATION),
    )
    told = only(chronology(replace(first, mentions=(mention,))))["DESCRIPTION"]
    assert told.endswith("- date de publication de l'article")


def test_a_withdrawn_event_is_cancelled_for_a_while_then_gone() -> None:
    gone = event(date(2025, 3, 20), withdrawn=True)
    soon, late = STAMP + timedelta(days=29), STAMP + timedelta(days=31)
    assert only(chronology(gone, revised_at=soon))["STATUS"] == "CANCELLED"
    assert b"VEVENT" not in render(chronology(gone, revised_at=late))
    back = chronology(withdrawn=(replace(gone, withdrawn=False),))
    assert only(back)["STATUS"] == "CANCELLED"
    hidden = event(date(2025, 3, 20), hidden=True)
    assert only(chronology(hidden))["STATUS"] == "CANCELLED"


def test_what_is_left_out_is_said() -> None:
    old = event(date(999, 12, 31))
    undated = event(date(2025, 1, 1), uid="v", resolution=None)
    what = chronology(old, undated, undated=2)
    stream = render(what)
    assert b"VEVENT" not in stream
    said = str(icalendar.Calendar.from_ical(stream)["DESCRIPTION"])
    assert "3 choses dites sans date sont laissées de côté." in said
    assert "Un événement antérieur à l'an 1000" in said
    (problem,) = ical.check(what, {}, stream)
    assert "before the year 1000" in problem.what


def test_the_links_of_articles_are_addresses_or_nothing() -> None:
    what = replace(golden.CHRONOLOGY, events=golden.CHRONOLOGY.events[:1], withdrawn=())
    assert only(what)["URL"] == "https://example.org/ukraine/londres?%C3%A9dition=1&page=2"
    assert b"javascript" not in render(golden.CHRONOLOGY)


# --- options ---


def test_a_year_at_a_time() -> None:
    what = golden.CHRONOLOGY
    years = {y: render(what, year=str(y)).count(b"BEGIN:VEVENT") for y in range(1800, 2026)}
    assert sum(years.values()) == render(what).count(b"BEGIN:VEVENT")
    assert years[2014] == years[2024] == 1
    assert b"X-WR-CALNAME:Ukraine & Europe\\, 2025 2014\r\n" in render(what, year="2014")


def test_the_name_can_be_given() -> None:
    assert b"NAME:Mon\\, agenda\r\n" in render(chronology(), title="Mon, agenda")


def test_source_and_refresh() -> None:
    calendar = icalendar.Calendar.from_ical(
        render(chronology(), source="https://example.org/a.ics", refresh="P1D")
    )
    assert calendar["SOURCE"] == calendar["URL"] == "https://example.org/a.ics"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(days=1)


@pytest.mark.parametrize(
    "options",
    [
        {"year": "twelve"},
        {"year": "٢٠٢٥"},
        {"year": "0999"},
        {"refresh": "6h"},
        {"refresh": "PT6H\r\nX:y"},
        {"source": "file:///etc/passwd"},
    ],
)
def test_option_values_that_cannot_be(options: dict[str, str]) -> None:
    with pytest.raises(ExportError, match=r"^ical: "):
        ical.render(chronology(), options)


def test_an_unknown_option_is_refused() -> None:
    plugins = create_plugin_manager(load_entry_points=False)
    with pytest.raises(ExportError, match="no option 'yaer'; did you mean 'year'"):
        plugins.render("ical", chronology(), {"yaer": "2025"})


def test_an_unknown_time_zone_is_said() -> None:
    with pytest.raises(ExportError, match="unknown time zone 'Mars/Olympus'"):
        render(chronology(event(date(2025, 3, 20), None, time(1)), timezone="Mars/Olympus"))


def test_a_large_feed_is_warned_of_with_a_way_out() -> None:
    many = tuple(event(date(2024 + n % 2, 1, 1), uid=f"{n}@x", note="é" * 200) for n in range(2500))
    plugins = create_plugin_manager(load_entry_points=False)
    rendered = plugins.render("ical", chronology(*many))
    assert len(rendered.content) > ical.LARGE
    (problem,) = rendered.problems
    assert "Google" in problem.what
    assert "year=" in problem.what
    assert plugins.render("ical", chronology(*many), {"year": "2024"}).problems == ()
