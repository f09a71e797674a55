"""The rules of French, by what they speak of, from words to whole expressions.

Categories, from small to large: D0 a day without article; DAY a day; PERIOD anything longer;
DAYPART and CLOCK times of a day; MOMENT any of these; TIMEX what may stand as an expression.
"""

from chrono.grammar.rules import Rule
from chrono.languages.fr.rules import (
    calendar,
    clock,
    composed,
    durations,
    lists,
    periods,
    references,
    relative,
)

RULES: tuple[Rule, ...] = (
    *calendar.RULES,
    *relative.RULES,
    *periods.RULES,
    *clock.RULES,
    *composed.RULES,
    *lists.RULES,
    *durations.RULES,
    *references.RULES,
)

__all__ = ["RULES"]
