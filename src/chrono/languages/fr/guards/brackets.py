"""Hours that look like a length: "ferme à 18 heures, sauf à Paris (20 heures)", and alone."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.terms import Clock, Length, Unit

BRACKETED = frozenset({"‹n› ‹unité›", "‹n› h"})
"""The rules of a number of hours, which may be an hour of the clock where brackets hold it."""

ALONE = frozenset(
    {"‹n› ans et demi", "‹n› heures et quart", "‹n› heures trois quarts", "‹n› heures ‹m›"}
)
"""The rules of hours and minutes in words, which are a time of the clock where nothing is beside."""

_SIGNS = frozenset({"h", "heures"})
_AT = frozenset({"à", "a", "et"})
_BUT = frozenset("sauf hormis excepte exception mais voire".split())
_PLACING = frozenset("à a en au aux".split())
_EARLIEST = 5  # an hour that shops, polls or trains keep; fewer hours rather last
_HOURS = 24


def no_hour_in_brackets(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses as a duration what is an hour of the clock: "à 18 heures, sauf à Paris (20 heures)"."""
    if rule not in BRACKETED or not isinstance(term, Length):
        return True
    return not _is_by_the_clock(term.amounts[0][0] or 0, near)


def only_in_brackets(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses as an hour of the clock what `no_hour_in_brackets` lets stand as a duration."""
    if rule not in BRACKETED or not isinstance(term, Clock):
        return True
    return _is_by_the_clock(term.hour, near)


def no_hour_alone(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses as a duration what fills a line as an hour of the clock: "neuf heures et quart"."""
    if rule not in ALONE or not isinstance(term, Length):
        return True
    hour, unit = term.amounts[0]
    if unit is not Unit.HOUR or not near.fills_line:
        return True
    return not _EARLIEST <= (hour or 0) < _HOURS


def only_alone(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses as an hour of the clock what `no_hour_alone` lets stand as a duration."""
    return rule not in ALONE or (term.hour >= _EARLIEST and near.fills_line)


def _is_by_the_clock(hour: float, near: Neighbours) -> bool:
    if hour < _EARLIEST or near.last[-1:] != ["("]:
        return False
    after, raw = near.after[:1], near.after_raw
    placed = after[:1] in (["à"], ["a"], ["en"]) and len(raw) > 1 and raw[1][:1].isupper()
    if after != [")"] and not placed:
        return False
    before = near.before
    for k in range(len(before) - 2, 1, -1):
        if before[k] in _SIGNS and before[k - 1].isdecimal() and before[k - 2] in _AT:
            between = before[k + 1 : -1]
            if placed or not _BUT.isdisjoint(between):
                return True
            written = near.before_raw[-2][:1].isupper()
            return written and len(between) > 1 and between[-2] in _PLACING
    return False
