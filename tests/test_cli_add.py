"""`chrono add` and what shows its results, as a person runs them, on real articles and files."""

from __future__ import annotations

import io
import os
import re
import sqlite3
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "timelines" / "example.txt"


def test_adding_prints_the_chronology_and_what_was_stored_where(run):
    out = run("add", "monday.txt").splitlines()
    assert out[0] == "Le sommet de Rome aura lieu dimanche"
    assert out[1] == (
        "published lundi 17 mars 2025 09:00 (header: “Publié le 17 mars 2025 à 9h00”)"
    )
    assert "dimanche 23 mars 2025" in out
    quotes = [line for line in out if line.strip().startswith("«")]
    assert any("aura lieu *dimanche*" in quote for quote in quotes)
    assert re.fullmatch(
        r"stored in timelines/default\.db: 1 article added, \d+ new events?.*", out[-1]
    )
    assert Path("timelines/default.db").exists()
    assert run.err == ""


def test_adding_again_says_that_nothing_changed(run):
    run("add", "monday.txt")
    before = Path("timelines/default.db").read_bytes()
    out = run("add", "monday.txt").splitlines()
    assert out[-1] == "nothing changed: the article is in timelines/default.db already"
    assert Path("timelines/default.db").read_bytes() == before


def test_an_edited_article_takes_the_place_of_the_old_one(run):
    run("add", "monday.txt")
    Path("monday.txt").write_text(
        Path("monday.txt").read_text(encoding="utf-8").replace("dimanche", "samedi"),
        encoding="utf-8",
    )
    out = run("add", "monday.txt")
    assert "samedi 22 mars 2025" in out
    assert "1 article updated" in out.splitlines()[-1]
    assert "dimanche 23 mars 2025" not in run("list")
    assert "1 article\n" in run("articles")


def test_several_articles_are_one_timeline(run):
    out = run("add", "monday.txt", "tuesday.txt", "-t", "rome")
    assert "stored in timelines/rome.db: 2 articles added" in out
    assert "all 2 articles are in timelines/rome.db already" in run(
        "add", "monday.txt", "tuesday.txt", "-t", "rome"
    )
    assert "from 2 articles" in run("list", "-t", "rome")


def test_one_bad_file_does_not_stop_the_others(run):
    out = run("add", "none.txt", "monday.txt", ".", code=1)
    assert "stored in timelines/default.db: 1 article added" in out
    assert (
        run.err == "chrono: none.txt: no such file\nchrono: . is a folder: name the files in it\n"
    )


def test_standard_input_is_read(run, monkeypatch: pytest.MonkeyPatch):
    text = "Titre\n\nIl arrive jeudi."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    out = run("add", "-", "--date", "2025-03-18", "--url", "https://example.org/a")
    assert "jeudi 20 mars 2025" in out
    assert "https://example.org/a" in run("articles")


def test_no_publication_date_is_an_error_that_says_what_to_do(run):
    Path("undated.txt").write_text("Titre\n\nIl est arrivé jeudi.\n", encoding="utf-8")
    assert run("add", "undated.txt", code=1) == ""
    assert re.fullmatch(r"chrono: undated\.txt: no .*--date .*--undated\n", run.err)
    assert not run("list", code=1)
    out = run("add", "undated.txt", "--undated")
    assert "undated: relative dates are not resolved" in out
    assert "jeudi" not in out.split("stored")[0].split("\n\n")[1]
    assert run("list").startswith("0 events from 1 article and")
    assert "« Il est arrivé jeudi »" in run("list", "--undated")


def test_a_dry_run_stores_nothing(run):
    out = run("add", "monday.txt", "--dry-run")
    assert "would be stored in timelines/default.db: 1 article added" in out
    assert not Path("timelines").exists()
    run("add", "monday.txt")
    before = Path("timelines/default.db").read_bytes()
    out = run("add", "monday.txt", "tuesday.txt", "--dry-run")
    assert "would be stored in timelines/default.db: 1 article added" in out
    assert Path("timelines/default.db").read_bytes() == before


def test_json_for_programs(run):
    added = run.json("add", "monday.txt")
    assert isinstance(added, dict)
    (article,) = added["articles"]
    assert (added["timeline"], added["stored"], added["errors"]) == (
        "timelines/default.db",
        True,
        [],
    )
    assert article["status"] == "added"
    events = {event["uid"] for event in article["chronology"]["events"]}
    assert events <= set(article["new"])
    listed = run.json("list")
    assert isinstance(listed, dict)
    assert {event["uid"] for event in listed["events"]} == events


def test_an_impossible_date_is_kept_as_text(run):
    out = run("add", "tuesday.txt")
    assert not re.search(r"^\S*31 février", out, re.MULTILINE)
    assert "31 février" in run("list", "--undated")


def test_a_date_in_the_future_is_warned_of(run):
    run("add", "monday.txt", "--date", "2125-03-17")
    assert "monday.txt: is published in the future: 2125-03-17" in run.err


def test_fifty_megabytes_are_no_article_and_said(run):
    Path("large.txt").write_text("Titre\n\n20/03/2025\n\n" + "Il pleut. " * 5_000_000)
    assert run("add", "large.txt", code=1) == ""
    assert re.fullmatch(r"chrono: large\.txt has 50000019 characters, .*\n", run.err)
    assert not Path("timelines").exists()


def test_wrong_usage_is_said(run):
    for arguments in (
        ["monday.txt", "--date", "hier"],
        ["monday.txt", "--date", "2025-02-31"],
        ["monday.txt", "--date", "2025-03-01", "--undated"],
        ["monday.txt", "tuesday.txt", "--title", "X"],
        [],
    ):
        assert run("add", *arguments, code=2) == ""
        assert re.fullmatch(r"chrono: .*Try 'chrono add --help'\.\n", run.err), run.err


@pytest.mark.parametrize("name", ["../out", "a/b", "", ".", "..", "/tmp/x", "a b", "x\0"])
def test_no_name_leads_out_of_the_folder(run, name: str, tmp_path: Path):
    assert run("add", "monday.txt", "-t", name, code=1 if name else 0) == "" or not name
    assert not list(tmp_path.parent.glob("*.db"))


def test_the_folder_can_be_moved(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("CHRONO_TIMELINES", str(tmp_path / "elsewhere"))
    run("add", "monday.txt")
    assert os.listdir(tmp_path / "elsewhere") == ["default.db"]
    run("add", "monday.txt", "-t", tmp_path / "own.db")
    assert (tmp_path / "own.db").exists()
    assert "default" in run("timelines")


def test_lists_take_filters(run):
    run("add", "monday.txt", "tuesday.txt")
    assert "dimanche 23 mars 2025" in run("list", "--since", "2025-03-20")
    assert "mardi 18 mars 2025" not in run("list", "--since", "2025-03-20")
    assert run("list", "--until", "2025-03-01").startswith("0 events")
    assert "prévu" in run("list", "--status", "planned,cancelled", "--status", "postponed")
    assert "mardi 18" not in run("list", "--as-of", "2025-03-17")
    assert run("list", "--query", "Dury").count("«") >= 1
    assert "«" not in run("list", "--titles")
    assert run("list", "--top", "1").splitlines()[-1].startswith("1 event from 1 article")
    for wrong in (["--since", "hier"], ["--status", "nothing"], ["--top", "none"]):
        assert run("list", *wrong, code=2) == ""


def test_showing_an_event_tells_how_each_date_was_found(run):
    run("add", "monday.txt")
    number = re.search(r"#(\d+) .*\n\s+« .*aura lieu \*dimanche\*", run("list"))
    assert number is not None
    out = run("show", number[1])
    assert "2025-03-23" in out
    assert "Le sommet de Rome aura lieu dimanche (2025-03-17 09:00, monday.txt)" in out
    assert "hangs on publication, looks future" in out
    shown = run.json("show", number[1])
    assert isinstance(shown, dict)
    assert shown["edtf"] == "2025-03-23"
    assert run("show", shown["uid"]) == out
    assert run("show", f"#{number[1]}") == out
    assert run("show", "999", code=1) == ""
    assert run.err == "chrono: there is no event 999\n"
    assert run("show", "nothing", code=1) == ""


def test_articles_can_be_removed(run, monkeypatch: pytest.MonkeyPatch):
    run("add", "monday.txt", "tuesday.txt")
    assert run("remove", "monday.txt", code=1) == ""
    assert run.err == "chrono: no one to ask: say --yes\n"
    assert "removed from timelines/default.db: Le sommet" in run("remove", "monday.txt", "--yes")
    assert "1 article\n" in run("articles")
    assert run("remove", "monday.txt", "--yes", code=1) == ""
    assert run.err == "chrono: there is no article 'monday.txt'; chrono articles lists them\n"
    run("remove", "2", "--yes")
    assert "0 articles" in run("articles")


def test_timelines_are_listed_with_what_is_wrong_with_them(run):
    assert run("timelines") == "no timeline in timelines; chrono add FILE makes one\n"
    run("add", "monday.txt")
    Path("timelines/broken.db").write_bytes(b"not a database, however long it may be" * 100)
    out = run("timelines")
    assert re.search(r"^default +\d+ events? from 1 article +timelines/default.db$", out, re.M)
    assert re.search(r"^broken .*timelines/broken.db$", out, re.M)


def test_an_empty_timeline_is_said(run):
    assert run("list", code=1) == ""
    assert re.fullmatch(r"chrono: .*default.*\n", run.err)


@pytest.mark.skipif(not (ROOT.parent / "shared" / "seed").exists(), reason="no seed article")
def test_the_seed_article_makes_its_chronology(run):
    out = run("add", ROOT.parent / "shared" / "seed" / "article.txt")
    for line in (
        "février 2025",
        "samedi 15 mars 2025",
        "mercredi 19 mars 2025",
        "nuit du 19 au 20 mars 2025",
        "jeudi 20 mars 2025",
        "entre le 23 et le 25 mars 2025",
    ):
        assert line in out.splitlines()


def test_a_timeline_is_an_sqlite_file(run):
    run("add", EXAMPLE)
    connection = sqlite3.connect("timelines/default.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
