"""JSON round trips: what the store keeps comes back equal; what people read has the agreed keys."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono import wire
from chrono.errors import InputError, NewerDatabase
from chrono.model import (
    Anchor,
    Basis,
    Bounds,
    Derived,
    Direction,
    Granularity,
    Kind,
    Mod,
    Publication,
    Resolution,
    Statement,
    Status,
    Timex,
    TimexType,
)

words = st.text(max_size=20)
clocks = st.none() | st.times()
bounds = st.builds(
    lambda a, b, s, e: Bounds(min(a, b), max(a, b), s, e), st.dates(), st.dates(), clocks, clocks
)


def resolutions(depth: int = 1) -> st.SearchStrategy[Resolution]:
    inner = st.lists(resolutions(depth - 1), max_size=2).map(tuple) if depth else st.just(())
    return st.builds(
        Resolution,
        type=st.sampled_from(TimexType),
        value=words,
        bounds=st.none() | bounds,
        granularity=st.none() | st.sampled_from(Granularity),
        mod=st.none() | st.sampled_from(Mod),
        edtf=st.none() | words,
        anchor=st.sampled_from(Anchor),
        alternatives=inner,
        open=st.booleans(),
        why=st.lists(words, max_size=2).map(tuple),
    )


def timexes(depth: int = 1) -> st.SearchStrategy[Timex]:
    inner = st.lists(timexes(depth - 1), max_size=2).map(tuple) if depth else st.just(())
    return st.builds(
        Timex,
        start=st.integers(0, 10**8),
        end=st.integers(0, 10**8),
        text=words,
        resolution=resolutions(),
        rule=words,
        direction=st.sampled_from(Direction),
        cue=words,
        parts=inner,
        derived=st.builds(Derived, words, st.lists(words, max_size=2).map(tuple)),
    )


statements = st.builds(
    Statement,
    start=st.integers(0, 10**8),
    end=st.integers(0, 10**8),
    quote=words,
    title=words,
    status=st.sampled_from(Status),
    kind=st.sampled_from(Kind),
    basis=st.sampled_from(Basis),
    timex=st.none() | timexes(),
    resolution=st.none() | resolutions(),
    cue=words,
)


@given(resolutions(2))
def test_resolution_round_trip(resolution):
    assert wire.load_resolution(wire.dump_resolution(resolution)) == resolution


@given(timexes())
def test_timex_round_trip(timex):
    assert wire.load_timex(wire.dump_timex(timex)) == timex


@given(statements)
def test_statement_round_trip(statement):
    assert wire.load_statement(wire.dump_statement(statement)) == statement


@given(
    st.builds(
        Publication,
        on=st.none() | st.dates(),
        at=clocks,
        rule=words,
        quote=words,
        updated_on=st.none() | st.dates(),
        updated_at=clocks,
    )
)
def test_publication_round_trip(publication):
    assert wire.load_publication(wire.dump_publication(publication)) == publication


@given(st.dates(), clocks)
def test_moment_round_trip(day, clock):
    assert wire.moment_from_json(wire.moment_to_json(day, clock)) == (day, clock)


@given(timexes())
def test_reader_shape(timex):
    shown = wire.timex_to_json(timex)
    json.dumps(shown)
    every = {
        "start", "end", "text", "type", "value", "mod", "earliest", "latest",
        "edtf", "alternatives", "anchor", "rule", "parts",
    }  # fmt: skip
    assert set(shown) <= every
    assert None not in shown.values()
    assert ("earliest" in shown) == ("latest" in shown) == (timex.bounds is not None)


def test_reader_shape_of_an_alternative():
    sunday = Resolution(TimexType.DATE, "2025-03-23", Bounds(date(2025, 3, 23), date(2025, 3, 23)))
    start = Resolution(
        TimexType.DATE,
        "2025-W13",
        Bounds(date(2025, 3, 24), date(2025, 3, 25), time(6), None),
        mod=Mod.START,
    )
    both = Resolution(
        TimexType.DATE,
        "2025-03-23",
        Bounds(date(2025, 3, 23), date(2025, 3, 25)),
        edtf="[2025-03-23,2025-03-24..2025-03-25]",
        anchor=Anchor.PUBLICATION,
        alternatives=(sunday, start),
    )
    shown = wire.timex_to_json(Timex(3, 9, "x", both, parts=(Timex(3, 4, "y", sunday),)))
    assert shown["alternatives"] == [
        {
            "type": "DATE",
            "value": "2025-03-23",
            "earliest": "2025-03-23",
            "latest": "2025-03-23",
        },
        {
            "type": "DATE",
            "value": "2025-W13",
            "mod": "START",
            "earliest": "2025-03-24T06:00",
            "latest": "2025-03-25",
        },
    ]
    assert shown["anchor"] == "publication"
    assert [part["text"] for part in shown["parts"]] == ["y"]


def test_a_shape_from_the_future_is_refused():
    with pytest.raises(NewerDatabase):
        wire.load_resolution('{"v": 99, "type": "DATE", "value": "x"}')


@pytest.mark.parametrize("text", ["", "jeudi", "2025-02-30", "2025-03-20T06:00+01:00"])
def test_bad_moments(text):
    with pytest.raises(InputError):
        wire.moment_from_json(text)
