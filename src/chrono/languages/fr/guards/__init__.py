"""What looks like a time and is none: ages, streets, titles, counts, names.

Each guard gets the term, the name of its rule and the words around, and says whether the
expression may stand.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from chrono.grammar.language import Guard
from chrono.languages.fr.guards.ages import no_age
from chrono.languages.fr.guards.brackets import (
    ALONE,
    BRACKETED,
    no_hour_alone,
    no_hour_in_brackets,
    only_alone,
    only_in_brackets,
)
from chrono.languages.fr.guards.counts import (
    no_bare_century,
    no_compound,
    no_count,
    no_counted_day,
    no_counted_days,
    no_counted_range,
    no_counted_weekdays,
    no_other_beginning,
    no_score,
    no_single,
)
from chrono.languages.fr.guards.eves import EVE_OF, no_eve_of_deed
from chrono.languages.fr.guards.facts import COUNTED_FROM, no_named_fact
from chrono.languages.fr.guards.habits import HABITUAL, WEEKLY, no_habit, no_weekly
from chrono.languages.fr.guards.idioms import IDIOMATIC, no_count_before, no_idiom_of_time
from chrono.languages.fr.guards.minutes import no_counted_minutes
from chrono.languages.fr.guards.months import HEADING, no_month_at_head
from chrono.languages.fr.guards.movements import no_movement
from chrono.languages.fr.guards.names import (
    no_evening_out,
    no_idiom,
    no_name,
    no_names,
    no_noon_at_two,
    no_season_word,
    no_source,
    no_spelled_season,
    no_title,
    no_verbal_end,
)  # fmt: skip
from chrono.languages.fr.guards.numbered import (
    COUPLED,
    NUMBERED_RULES,
    SHORT_SEASON,
    no_counted_season,
    no_number_apart,
    no_numbered,
)  # fmt: skip
from chrono.languages.fr.guards.streets import no_street, no_street_first
from chrono.languages.fr.guards.strokes import STROKED, no_stroke_alone
from chrono.languages.fr.guards.subjects import JOINED, no_second_subject
from chrono.languages.fr.guards.titles import no_quoted_title
from chrono.terms import (
    After,
    AllOf,
    Century,
    Clock,
    Cycle,
    Day,
    DayPart,
    Holiday,
    Later,
    Length,
    Month,
    Night,
    NthIn,
    OneOf,
    Part,
    Range,
    Ref,
    Repeat,
    Season,
    Shift,
    Which,
    Year,
)  # fmt: skip

# The guards that each kind of term is shown to, the cheapest first.
_GUARDS: dict[type, tuple[Guard, ...]] = {
    Month: (no_month_at_head, no_name, no_idiom_of_time, no_quoted_title),
    Holiday: (no_name, no_street, no_idiom_of_time, no_quoted_title),
    Which: (no_title, no_source, no_quoted_title),
    Clock: (
        no_name,
        only_in_brackets,
        only_alone,
        no_noon_at_two,
        no_idiom_of_time,
        no_counted_minutes,
        no_title,
        no_quoted_title,
    ),
    DayPart: (no_name, no_idiom_of_time, no_evening_out, no_title, no_quoted_title),
    Night: (no_title, no_idiom_of_time, no_quoted_title),
    Repeat: (no_title, no_idiom_of_time, no_counted_weekdays, no_quoted_title),
    Season: (no_spelled_season, no_season_word, no_counted_season, no_quoted_title),
    Year: (no_count, no_idiom_of_time, no_quoted_title),
    Range: (
        no_age,
        no_count,
        no_counted_range,
        no_other_beginning,
        no_spelled_season,
        no_weekly,
        no_habit,
        no_quoted_title,
    ),
    AllOf: (
        no_second_subject,
        no_score,
        no_age,
        no_names,
        no_counted_days,
        no_number_apart,
        no_numbered,
        no_street_first,
        no_quoted_title,
    ),
    NthIn: (no_habit,),
    OneOf: (no_counted_days, no_numbered, no_street_first, no_quoted_title),
    After: (no_age, no_idiom_of_time, no_quoted_title),
    Length: (
        no_compound,
        no_hour_in_brackets,
        no_hour_alone,
        no_name,
        no_idiom_of_time,
        no_count_before,
        no_single,
        no_idiom,
        no_age,
        no_quoted_title,
    ),
    Later: (no_compound, no_quoted_title),
    Ref: (no_name, no_idiom_of_time, no_quoted_title),
    Cycle: (
        no_title,
        no_compound,
        no_named_fact,
        no_source,
        no_idiom_of_time,
        no_eve_of_deed,
        no_quoted_title,
    ),
    Century: (no_bare_century, no_quoted_title),
    Part: (no_bare_century, no_verbal_end, no_quoted_title),
    Shift: (no_compound, no_named_fact, no_idiom_of_time, no_idiom, no_quoted_title),
}
_WEEKDAY: tuple[Guard, ...] = (no_name, no_idiom_of_time, no_title, no_quoted_title)
_DATE: tuple[Guard, ...] = (
    no_name,
    no_number_apart,
    no_stroke_alone,
    no_street,
    no_movement,
    no_title,
    no_quoted_title,
)
_NUMBERED_DAY: tuple[Guard, ...] = (no_counted_day, no_numbered, *_DATE)


ONLY_FOR: dict[Guard, frozenset[str]] = {
    no_bare_century: frozenset({"‹siècle› élidé", "fin du ‹siècle› élidé"}),
    no_count_before: frozenset({"ces ‹unités› derniers"}),
    no_counted_weekdays: frozenset({"les ‹jours de semaine›", "les week-ends"}),
    no_eve_of_deed: frozenset({EVE_OF}),
    no_habit: HABITUAL,
    no_hour_alone: ALONE,
    no_hour_in_brackets: BRACKETED,
    no_idiom_of_time: IDIOMATIC,
    no_month_at_head: frozenset({HEADING}),
    no_number_apart: COUPLED,
    no_counted_season: SHORT_SEASON,
    no_named_fact: COUNTED_FROM,
    no_numbered: NUMBERED_RULES,
    no_other_beginning: frozenset({"les ‹n› premiers ‹unités›"}),
    no_score: frozenset({"‹n› à ‹durée›"}),
    no_second_subject: JOINED,
    no_stroke_alone: STROKED,
    no_weekly: WEEKLY,
    only_alone: ALONE,
    only_in_brackets: BRACKETED,
}
"""The rules whose expressions a guard may refuse; others it lets stand, and is not asked."""


def guards(term: Any, rule: str) -> tuple[Guard, ...]:
    """The guards that may refuse a term that a rule made, the cheapest first."""
    if isinstance(term, Day):
        if term.day is None:
            return _for_rule(_WEEKDAY, rule)
        return _for_rule(_NUMBERED_DAY if term.month is None else _DATE, rule)
    return _for_rule(_GUARDS.get(type(term), ()), rule)


@cache
def _for_rule(guards: tuple[Guard, ...], rule: str) -> tuple[Guard, ...]:
    return tuple([g for g in guards if g not in ONLY_FOR or rule in ONLY_FOR[g]])


__all__ = ["ONLY_FOR", "guards"]
