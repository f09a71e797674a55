"""The values that chrono gives are frozen dataclasses, whether the engine is compiled or not."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from datetime import date

import pytest

import chrono
from chrono.terms import Day, Month, Season

TIMEXES = chrono.extract(
    "Il est venu hier, du 3 au 5 mai 2025 ou lundi.", published=date(2025, 3, 20)
)


@pytest.mark.parametrize("value", [*TIMEXES, *[t.resolution for t in TIMEXES], Day(day=3)], ids=str)
def test_a_value_goes_through_pickle_and_copy(value: object) -> None:
    for same in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert same == value
        assert hash(same) == hash(value)
        assert repr(same).partition("(")[0] == type(value).__name__


def test_a_value_cannot_be_changed_but_replaced() -> None:
    timex = TIMEXES[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        timex.start = 3  # type: ignore[misc]
    moved = dataclasses.replace(timex, start=3)
    assert (moved.start, moved.derivation) == (3, timex.derivation)
    assert moved != timex
    assert [field.name for field in dataclasses.fields(timex)][:4] == [
        "start", "end", "text", "resolution",
    ]  # fmt: skip


def test_values_match_patterns_and_differ_by_kind() -> None:
    match TIMEXES[0]:
        case chrono.Timex(text="hier", resolution=chrono.Resolution(value=value)):
            assert value == "2025-03-19"
        case _:
            pytest.fail("no pattern matched")
    assert Month(3) != Season(3)
    assert len({Day(day=3), Day(day=3), Month(3)}) == 2


def test_how_a_time_was_read_is_told_when_asked() -> None:
    timex = TIMEXES[0]
    assert timex.term == "Cycle(unit=day, n=-1)"
    assert timex.derivation[0].startswith("‹jour› expression → TIMEX")
    assert timex.derived == chrono.Derived(timex.term, timex.derivation)
    assert timex.derived != chrono.Derived(timex.term, ())
