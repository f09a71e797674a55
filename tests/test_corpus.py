"""The French corpus: what it asks of the engine, and that it asks well."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from chrono.languages.fr.corpus import CorpusError, Example, Expected, load, parse
from chrono.languages.fr.corpus.__main__ import main
from chrono.languages.fr.corpus.check import compare, origin, run, shown
from chrono.languages.fr.corpus.values import bounds_of_value, parse_bounds
from chrono.model import Resolution, Timex, TimexType
from chrono.pipeline import extract

EXAMPLES = load()
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = dict(
    zip(
        (
            *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
            *("août", "septembre", "octobre", "novembre", "décembre"),
        ),
        range(1, 13),
        strict=True,
    )
)
DAY_OF_MONTH = re.compile(rf"\b(\d{{1,2}})(?:er)?\s({'|'.join(MONTHS)})\b")

COUNTED_FROM = re.compile(" (après|avant) l|eille d")  # a day that the expression names


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_every_line_reads_as_it_should(example: Example) -> None:
    outcome = run(example, extract)
    if not outcome.faults:
        return
    lines = [f"{example.id} @ {example.published}", f"text: {example.text}"]
    lines += [f"want: [{want.text}] {want.reading}" for want in example.expected] or [
        "want: nothing"
    ]
    for got in outcome.found:
        lines.append(f"got:  [{got.text}] {shown(got)} <{origin(got)}> {got.term}")
        lines += [f"        {step}" for step in (*got.derivation, *got.resolution.why)]
    lines += [f"fault: {fault}" for fault in outcome.faults]
    if outcome.error is not None:
        raise AssertionError("\n".join(lines)) from outcome.error
    pytest.fail("\n".join(lines), pytrace=False)


def test_the_corpus_is_large_and_has_both_polarities_in_every_file() -> None:
    assert len(EXAMPLES) > 1000
    positive = Counter(each.file for each in EXAMPLES if each.positive)
    negative = Counter(each.file for each in EXAMPLES if not each.positive)
    assert positive.keys() == negative.keys()


def test_no_line_stands_twice() -> None:
    counted = Counter((each.text, each.published) for each in EXAMPLES)
    assert [key for key, count in counted.items() if count > 1] == []


def _days(want: Expected) -> set[date]:
    """All the days that a reading names: its bounds, its other candidate, its parts."""
    spans = [want.bounds, want.open, *(bounds_of_value(part, None) for part in want.parts)]
    spans += [parse_bounds(part) for part in want.parts]
    return {day for span in spans if span for day in (span.earliest, span.latest)}


@pytest.mark.parametrize("file", sorted({each.file for each in EXAMPLES}))
def test_weekdays_and_days_of_the_month_agree_with_the_calendar(file: str) -> None:
    wrong: list[str] = []
    for example in (each for each in EXAMPLES if each.file == file):
        for want in example.expected:
            days = _days(want)
            if not days or COUNTED_FROM.search(want.text):
                continue
            text = want.text.lower().replace("\u00a0", " ").replace("\u202f", " ")
            if "nuit" in text:  # an hour of a night is on one of the two days that it names
                days |= {day + timedelta(days=n) for day in days for n in (-1, 1)}
            names = set(re.findall("|".join(WEEKDAYS), text))
            dates = {(int(day), MONTHS[month]) for day, month in DAY_OF_MONTH.findall(text)}
            if not names <= {WEEKDAYS[day.weekday()] for day in days} or not dates <= {
                (day.day, day.month) for day in days
            }:
                wrong.append(f"{example.id} [{want.text}] {want.reading}")
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Il vient [samedi]. => nothing", "1 brackets, 0 readings"),
        ("Il vient [samedi. => 2025-03-22", "never closed"),
        ("Il vient [sam[edi]]. => 2025-03-22", "a bracket inside a bracket"),
        ("Il vient [samedi].", "no ' => '"),
        ("Il vient [samedi]. => 2025-03-22 | valeur=2025", "unknown or repeated option"),
        ("Il vient [samedi]. => 2025-03-22..2025-03-20", "ends before it begins"),
        ("Il vient [samedi]. => 2025-02-30..2025-03-02", "day"),
    ],
)
def test_a_bad_line_is_named(line: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match="(?s)bad.txt:2: .*" + re.escape(complaint)):
        list(parse(f"@ 2025-03-20\n{line}\n", file="bad.txt"))


def test_a_line_needs_a_publication_day() -> None:
    with pytest.raises(CorpusError, match="no '@ DAY'"):
        list(parse("Il a 19 ans. => nothing"))


def _found(text: str, words: str, value: str) -> Timex:
    start = text.index(words)
    resolution = Resolution(TimexType.DATE, value, bounds_of_value(value, None))
    if resolution.bounds is None:
        resolution = Resolution(TimexType.DATE, value, parse_bounds(value))
    return Timex(start, start + len(words), words, resolution, rule="weekday")


def test_comparing_names_each_fault() -> None:
    (example,) = parse("@ 2025-03-20\nIl part [samedi] à [Noël]. => 2025-03-22 ; 2025-12-25")
    right = (
        _found(example.text, "samedi", "2025-03-22"),
        _found(example.text, "Noël", "2025-12-25"),
    )
    assert compare(example, right) == ()
    faults = compare(
        example,
        (
            _found(example.text, "Il", "2025"),
            _found(example.text, "samedi", "2025-03-15"),
            _found(example.text, "à Noël", "2025-12-25"),
        ),
    )
    assert [fault.split()[0] for fault in faults] == ["[samedi]", "extent:", "superfluous"]
    assert "bounds want 2025-03-22 got 2025-03-15" in faults[0]


def test_open_candidates_are_compared_in_order() -> None:
    (example,) = parse("@ 2025-03-20\nConcert [samedi] => 2025-03-22 | open=2025-03-15")
    near, far = (_found(example.text, "samedi", f"2025-03-{day}").resolution for day in (22, 15))

    def timex(*alternatives: Resolution) -> Timex:
        resolution = Resolution(
            TimexType.DATE, near.value, near.bounds, alternatives=alternatives, open=True
        )
        return Timex(8, 14, "samedi", resolution)

    assert compare(example, (timex(near, far),)) == ()
    assert compare(example, (timex(far, near),)) != ()


def test_an_engine_that_raises_is_a_fault_of_the_line() -> None:
    def broken(text: str, **options: object) -> tuple[Timex, ...]:
        raise ZeroDivisionError("by design")

    outcome = run(EXAMPLES[0], broken)
    assert outcome.faults == ("raised ZeroDivisionError: by design",)


def test_the_command_prints_a_rate_for_each_file(
    capsys: pytest.CaptureFixture[str], tmp_path: pytest.TempPathFactory
) -> None:
    assert main(["core", "core:1-20", "-q"]) in (0, 1)
    assert re.search(r"^core\.txt +\d+ of +\d+ +\d+\.\d %$", capsys.readouterr().out, re.MULTILINE)
    assert main(["no such file"]) == 2
