"""`chrono extract` and `explain`: text, JSON Lines, TimeML, a page; the filter for pipelines."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chrono.cli import batch

KEYS = {
    "start", "end", "text", "type", "value", "mod", "earliest", "latest", "edtf",
    "alternatives", "anchor", "rule", "parts",
}  # fmt: skip


def ask(*lines: object, statements: bool = False, jobs: int = 1) -> list[dict[str, object]]:
    """Answer lines (JSON values, or raw bytes) as `chrono extract --batch` does."""
    raw = b"".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines
    )
    out = io.BytesIO()
    batch.filter_lines(io.BytesIO(raw), out, statements, "Europe/Paris", jobs)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def question(name: object, text: str, published: object = "2025-03-20") -> dict[str, object]:
    return {"id": name, "text": text, "published": published}


def test_each_line_is_answered_in_its_order():
    answers = ask(
        question("a", "Il est arrivé jeudi."), question(2, "Rien."), question(None, "Lundi.")
    )
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    ((timex,), nothing, _) = (answer["timexes"] for answer in answers)
    assert nothing == []
    assert timex["text"] == "jeudi"
    assert (timex["start"], timex["end"]) == (14, 19)
    assert (timex["type"], timex["value"]) == ("DATE", "2025-03-20")
    assert (timex["earliest"], timex["latest"]) == ("2025-03-20", "2025-03-20")
    assert timex["edtf"] == "2025-03-20"
    assert {"anchor", "rule"} <= timex.keys() <= KEYS


def test_offsets_are_in_code_points_and_the_text_is_not_changed():
    text = "\n\u2028  𝒜 é\u0301té\r\nIl vient «\xa0mercredi\xa0»\n"
    ((timex,),) = (answer["timexes"] for answer in ask(question(1, text)))
    assert text[timex["start"] : timex["end"]] == "mercredi" == timex["text"]


def test_parts_alternatives_and_absent_keys():
    text = "Il viendra dimanche ou lundi. La guerre dure depuis trois ans. Récemment, il a plu."
    either, duration, vague = ask(question(1, text))[0]["timexes"]
    assert [part["text"] for part in either["parts"]] == ["dimanche", "lundi"]
    assert [one["value"] for one in either["alternatives"]] == ["2025-03-23", "2025-03-24"]
    assert (either["earliest"], either["latest"]) == ("2025-03-23", "2025-03-24")
    assert (duration["type"], duration["value"]) == ("DURATION", "P3Y")
    assert vague["value"] == "PAST_REF"
    for timex in (duration, vague):
        assert not {"earliest", "latest", "edtf", "alternatives", "parts"} & timex.keys()
    for timex in (either, duration, vague):
        assert None not in timex.values()


def test_an_hour_of_publication_counts():
    answers = ask(
        question(1, "Il est venu hier.", "2025-03-20T23:30"),
        question(2, "Il est venu hier.", "2025-03-20T23:30:00"),
        question(3, "Il est venu jeudi.", None),
    )
    assert [a["timexes"][0].get("earliest") for a in answers] == ["2025-03-19", "2025-03-19", None]


@pytest.mark.parametrize(
    ("line", "name", "error"),
    [
        (b"not json\n", None, "no JSON"),
        (b"[1]\n", None, "no JSON object"),
        (b"\xff\xfe\n", None, "no UTF-8 at byte 0"),
        (b"[" * 100_000 + b"\n", None, ""),
        ({"id": 1, "published": "2025-03-20"}, 1, 'no "text"'),
        ({"id": 1, "text": 5, "published": "2025-03-20"}, 1, 'no "text"'),
        ({"id": 1, "text": "x"}, 1, 'no "published"'),
        ({"id": 1, "text": "x", "published": "hier"}, 1, "no ISO date"),
        ({"id": 1, "text": "x", "published": "2025-02-30"}, 1, "no ISO date"),
        ({"id": 1, "text": "x", "published": 20250320}, 1, "no ISO date"),
        ({"id": 1, "text": "x", "published": "2025-03-20", "lang": "en"}, 1, "French"),
    ],
)
def test_a_bad_line_is_answered_in_its_place_and_the_run_goes_on(
    line: object, name: object, error: str
):
    good = question("good", "Jeudi.")
    before, bad, after = ask(good, line, good)
    assert before == after
    assert before["id"] == "good"
    assert set(bad) == {"id", "error"}
    assert bad["id"] == name
    assert error in bad["error"]  # type: ignore[operator]
    assert "bug" not in bad["error"]  # type: ignore[operator]


def test_a_failure_of_the_engine_is_one_bad_line(monkeypatch: pytest.MonkeyPatch):
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(batch, "extract", failing)
    (answer,) = ask(question(1, "Jeudi."))
    assert answer == {"id": 1, "error": "a bug of chrono: ZeroDivisionError: oh"}


def test_odd_characters_come_through():
    answers = ask(question("\ud800", "jeudi \ud800\x00\u2028"), b"\n", b"  \n", question(2, ""))
    assert [answer["id"] for answer in answers] == ["\ud800", 2]


def test_processes_answer_as_one_does():
    lines = [question(n, f"Il arrive le {n % 28 + 1} avril.") for n in range(40)]
    assert ask(*lines, b"broken\n", jobs=3) == ask(*lines, b"broken\n")


def test_statements_are_added():
    text = "Le ministre a annoncé mardi que le scrutin aurait lieu en septembre."
    (answer,) = ask(question(1, text), statements=True)
    assert len(answer["statements"]) >= 2  # type: ignore[arg-type]
    for statement in answer["statements"]:  # type: ignore[attr-defined]
        assert set(statement) == {"start", "end", "time", "title", "status", "kind"}
        assert 0 <= statement["start"] < statement["end"] <= len(text)
        time = statement["time"]
        assert time is None or set(time) == {"start", "end"}
    assert "statements" not in ask(question(1, text))[0]


def test_an_answer_comes_before_the_next_question():
    """A program may hold a conversation with the filter: each answer is flushed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "chrono", "extract", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for n in range(3):
        process.stdin.write(json.dumps(question(n, "Il vient jeudi.")).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == n
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()


def test_memory_does_not_grow_with_the_documents():
    code = (
        "import io, json, resource, sys\n"
        "from chrono.cli import batch\n"
        "class Sink(io.RawIOBase):\n"
        "    def writable(self): return True\n"
        "    def write(self, data): return len(data)\n"
        "def lines(n):\n"
        "    for i in range(n):\n"
        "        text = f'Il est venu le {i % 28 + 1} mars {1900 + i % 200}. ' * 5\n"
        "        yield json.dumps({'id': i, 'text': text, 'published': '2025-03-20'}).encode()\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "batch.filter_lines(lines(200), Sink(), False, 'Europe/Paris')\n"
        "before = peak()\n"
        "batch.filter_lines(lines(1200), Sink(), False, 'Europe/Paris')\n"
        "print(peak() - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 4_000  # KiB


def test_people_see_the_expressions(run):
    out = run("extract", "monday.txt").splitlines()
    assert out[0] == "Le sommet de Rome aura lieu dimanche  (published 2025-03-17)"
    assert any(re.search(r"\*dimanche\*  DATE 2025-03-23  dimanche 23 mars 2025$", o) for o in out)
    assert out[-1] == f"{len(out) - 2} time expressions"
    assert not Path("timelines").exists()


def test_json_lines_hold_offsets_of_the_whole_text(run):
    text = Path("monday.txt").read_text(encoding="utf-8")
    lines = [
        json.loads(line) for line in run("extract", "monday.txt", "--format", "jsonl").splitlines()
    ]
    assert lines
    for timex in lines:
        assert text[timex["start"] : timex["end"]] == timex["text"]
    more = run("extract", "monday.txt", "--format", "jsonl", "--statements").splitlines()
    assert any("statement" in json.loads(line) for line in more)


def test_timeml_is_valid_and_holds_the_text(run):
    root = ElementTree.fromstring(run("extract", "monday.txt", "--format", "timeml").encode())
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == Path("monday.txt").read_text(encoding="utf-8")
    assert ("dimanche", "2025-03-23") in [(t.text, t.get("value")) for t in text.iter("TIMEX3")]


def test_a_page_is_written_whole(run):
    assert run("extract", "monday.txt", "--format", "html", "-o", "page.html") == ""
    page = Path("page.html").read_text(encoding="utf-8")
    HTMLParser().feed(page)
    assert page.startswith("<!DOCTYPE html>")
    assert "2025-03-23" in page
    assert run("extract", "monday.txt", "--format", "html") == page


def test_wrong_usage_is_said(run):
    run("extract", "monday.txt", "--format", "pdf", code=2)
    run("extract", "monday.txt", "--batch", code=2)
    run("extract", "none.txt", code=1)
    assert run.err == "chrono: none.txt: no such file\n"


def test_a_sentence_is_explained(run):
    sentence = "Il avait indiqué samedi que le scrutin aurait lieu en mai."
    out = run("explain", sentence, "--published", "2025-03-20")
    saturday, may = out.split("\n\n")
    assert saturday.startswith("*samedi*")
    for said in ("past: “avait indiqué”", "anchor    publication", "2025-03-15", "rule"):
        assert said in saturday
    assert re.search(r"direction future: ", may)
    found = run.json("explain", sentence, "--date", "20/03/2025")
    for timex in found["timexes"]:
        assert {"term", "direction", "cue", "derivation", "why"} <= timex.keys()
    assert found["timexes"][0]["cue"] == "avait indiqué"
    assert run("explain", "Rien.") == "No time expression.\n"
    run("explain", "Hier.", "--published", "hier", code=2)
