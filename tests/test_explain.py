"""`chrono explain` says why: words, rules, meaning, direction and its cue, anchor, result."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest


def explained(run: Any, text: str, *options: object) -> list[dict[str, Any]]:
    found: Any = run.json("explain", text, "--published", "2025-03-20", *options)
    timexes: list[dict[str, Any]] = found["timexes"]
    return timexes


def facts(said: str) -> dict[str, list[str]]:
    """The lines of the text form, by their label."""
    found: dict[str, list[str]] = {}
    for line in said.splitlines():
        if line.startswith("  "):
            label, _, value = line[2:].partition(" ")
            if label == "in":
                label, value = "in words", value.strip().removeprefix("words")
            found.setdefault(label, []).append(value.strip())
    return found


def test_a_weekday_by_the_tense_of_its_clause(run: Any) -> None:
    said = run("explain", "Le maire se rendra samedi à Brest.", "--published", "2025-03-20")
    assert said.splitlines()[0].split() == ["*samedi*", "19–25"]
    found = facts(said)
    assert any("‹jour de semaine›" in step for step in found["rule"])
    assert found["rule"][-1] == "WEEKDAY 6"
    assert "Day" in found["meaning"][0]
    assert found["direction"] == ["future: “rendra”"]
    assert found["anchor"] == ["publication"]
    assert found["TIMEX3"] == ["DATE 2025-03-22"]
    assert found["bounds"] == ["2025-03-22 … 2025-03-22"]
    assert found["in words"] == ["samedi 22 mars 2025"]
    assert found["EDTF"] == ["2025-03-22"]


def test_a_weekday_as_json(run: Any) -> None:
    (timex,) = explained(run, "Le maire s'est rendu samedi à Brest.")
    assert timex["text"] == "samedi"
    assert (timex["start"], timex["end"]) == (21, 27)
    assert timex["derivation"][0].startswith("‹jour› expression → TIMEX")
    assert timex["derivation"][-1].split() == ["WEEKDAY", "6"]
    assert timex["rule"] == "‹jour de semaine›"
    assert (timex["direction"], timex["cue"]) == ("past", "est rendu")
    assert timex["anchor"] == "publication"
    assert (timex["type"], timex["value"]) == ("DATE", "2025-03-15")


def test_the_lines_of_a_derivation_are_a_tree(run: Any) -> None:
    (timex,) = explained(run, "Il est mort dans la nuit de lundi à mardi.")
    depths = [len(step) - len(step.lstrip()) for step in timex["derivation"]]
    assert depths[0] == 0
    assert all(after <= before + 2 for before, after in pairwise(depths))
    assert [step.strip() for step in timex["derivation"] if "WEEKDAY" in step] == [
        "WEEKDAY 1",
        "WEEKDAY 2",
    ]


def test_a_composed_expression_shows_its_parts(run: Any) -> None:
    text = "La rencontre aura lieu samedi ou dimanche."
    found = facts(run("explain", text, "--published", "2025-03-20"))
    assert found["part"] == ["“samedi” DATE 2025-03-22", "“dimanche” DATE 2025-03-23"]
    assert found["either"] == ["DATE 2025-03-22", "DATE 2025-03-23"]
    (timex,) = explained(run, text)
    assert [part["text"] for part in timex["parts"]] == ["samedi", "dimanche"]
    assert [part["value"] for part in timex["parts"]] == ["2025-03-22", "2025-03-23"]
    assert timex["rule"] == "‹moment› ou ‹moment›"


def test_an_open_date_shows_both_candidates(run: Any) -> None:
    found = facts(run("explain", "Concert samedi", "--published", "2025-03-20"))
    assert found["open"] == ["DATE 2025-03-22", "DATE 2025-03-15"]
    assert "direction" not in found
    (timex,) = explained(run, "Concert samedi")
    assert timex["open"] is True
    assert timex["direction"] == "unknown"
    assert [each["value"] for each in timex["alternatives"]] == ["2025-03-22", "2025-03-15"]


def test_what_hangs_on_the_narrative_says_so(run: Any) -> None:
    first, second = explained(run, "Elle disparaît le 12 août 2003. La veille, elle riait.")
    assert (first["anchor"], second["anchor"]) == ("explicit", "focus")
    assert second["value"] == "2003-08-11"


def test_without_a_publication_day_a_relative_date_stays_unresolved(run: Any) -> None:
    said = run("explain", "Il part demain.")
    found = facts(said)
    assert "bounds" not in found
    assert "in words" not in found
    assert found["rule"][-1] == "DEICTIC 1"
    timexes: Any = run.json("explain", "Il part demain.")
    (timex,) = timexes["timexes"]
    assert "earliest" not in str(timex.get("bounds") or "")
    assert timex["derivation"]


def test_a_duration_has_a_value_and_no_day(run: Any) -> None:
    (timex,) = explained(run, "Le chantier a duré deux ans et demi.")
    assert (timex["type"], timex["value"]) == ("DURATION", "P2Y6M")
    assert any("‹n› ans et demi" in step for step in timex["derivation"])


@pytest.mark.parametrize("text", ["", "Il a 19 ans.", "Rien à dire."])
def test_where_there_is_no_time_it_says_so(run: Any, text: str) -> None:
    assert run("explain", text, "--published", "2025-03-20") == "No time expression.\n"
    assert explained(run, text) == []


def test_several_expressions_stand_apart(run: Any) -> None:
    said = run("explain", "Arrivé lundi, il repart demain.", "--published", "2025-03-20")
    blocks = said.split("\n\n")
    assert [block.split()[0] for block in blocks] == ["*lundi*", "*demain*"]
