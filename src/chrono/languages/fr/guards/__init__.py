"""What looks like a time and is none: ages, streets, titles, counts, names.

Each guard gets the term, the name of its rule and the words around, and says whether the
expression may stand.
"""

from __future__ import annotations

from chrono.grammar.language import Guard
from chrono.languages.fr.guards.ages import no_age
from chrono.languages.fr.guards.counts import no_compound, no_count, no_counted_day, no_single
from chrono.languages.fr.guards.names import (
    no_evening_out,
    no_idiom,
    no_name,
    no_season_word,
    no_spelled_season,
    no_street,
    no_title,
)  # fmt: skip
from chrono.terms import (
    After,
    AllOf,
    Clock,
    Day,
    DayPart,
    Holiday,
    Later,
    Length,
    Month,
    Night,
    Range,
    Ref,
    Repeat,
    Season,
    Shift,
    Which,
    Year,
)  # fmt: skip

# The guards that each kind of term is shown to, the cheapest first.
GUARDS: dict[type, tuple[Guard, ...]] = {
    Day: (no_counted_day, no_name, no_street, no_title),
    Month: (no_name,),
    Holiday: (no_name, no_street),
    Which: (no_title,),
    Clock: (no_name, no_title),
    DayPart: (no_name, no_evening_out, no_title),
    Night: (no_title,),
    Repeat: (no_title,),
    Season: (no_spelled_season, no_season_word),
    Year: (no_count,),
    Range: (no_age, no_count),
    AllOf: (no_age,),
    After: (no_age,),
    Length: (no_compound, no_name, no_single, no_idiom, no_age),
    Later: (no_compound,),
    Ref: (no_name,),
    Shift: (no_idiom,),
}

__all__ = ["GUARDS"]
