"""Times in the paragraphs of a chronicle, each below the day that it tells of.

"12 mars. … Un témoin mourra le 3 avril.", "Mardi 4 mars. … Jeudi, le juge démissionne."
"""

from __future__ import annotations

from datetime import date

from chrono.focus import Context
from chrono.model import Direction, Resolution
from chrono.resolve.core import resolve
from chrono.resolve.spoken import day_told
from chrono.tense import ClauseTense
from chrono.terms import Day, Range, Term


def heads(term: Term, resolution: Resolution, context: Context) -> bool:
    """Whether a day, or a range of days, told with its month is over: it may head a paragraph."""
    last = term.last if isinstance(term, Range) else term
    if not isinstance(last, Day) or last.day is None or last.month is None:
        return False
    bounds, published = resolution.bounds, context.published
    return bounds is not None and published is not None and bounds.latest < published


def in_chronicle(term: Term, clause: Context, day: date, tense: ClauseTense) -> Context:
    """The context of a time in a paragraph that a past day heads: it may count from that day.

    So does a weekday that is not told in the future, and a day and month that is, if they are over
    then. What is told by the way ("le juge, saisi jeudi") or as closed lies before.
    """
    told = day_told(term)
    if not isinstance(told, Day) or told.year is not None or clause.published is None:
        return clause
    ahead = clause.direction is Direction.FUTURE
    if ahead if told.day is None else told.month is None or not ahead:
        return clause
    back = clause.direction is Direction.PAST and (tense.loose or tense.remote)
    way = Direction.PAST if back else Direction.FUTURE
    from_there = clause.looking(way, Direction.UNKNOWN, day)
    bounds = resolve(told, from_there).bounds
    return from_there if bounds is not None and bounds.latest <= clause.published else clause


__all__ = ["heads", "in_chronicle"]
