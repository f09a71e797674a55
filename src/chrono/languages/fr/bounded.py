"""What "jusqu'à", "d'ici", "avant" and "pour" make of the verb that governs a time, and plans."""

from __future__ import annotations

from chrono.languages.fr.clause import LEANS_AHEAD, LEANS_BACK, Clause
from chrono.languages.fr.figures import DIVISIONS
from chrono.languages.fr.plans import (
    WAS,
    heads,
    is_awaited,
    is_in_vain,
    is_missing,
    is_set_by,
    orders,
    promises,
    replaced,
    went_on,
)
from chrono.languages.fr.successive import (
    befell_since,
    is_first_plan,
    is_overdue,
    is_put_off_since,
    unreported,
)
from chrono.languages.fr.verbless import (
    by_noun,
    dated_noun,
    is_happening,
    is_likewise,
    is_not_before,
    is_over,
)
from chrono.languages.fr.words import HOLIDAY_ENDS, WEEKDAYS
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

PAST, FUTURE, UNKNOWN = Direction.PAST, Direction.FUTURE, Direction.UNKNOWN


def by_end(clause: Clause) -> ClauseTense | None:
    """After "jusqu'à" and "d'ici": ahead, but for what lasted until then."""
    low, a, b, best = clause.low, clause.a, clause.b, clause.best
    if clause.before == "ici":
        return ClauseTense(FUTURE, "d'ici")
    if clause.before != "jusqu'à":
        return None
    if low[max(0, a - 4) : a - 2][:1] in (["avait"], ["avaient"]):
        return UNDECIDED  # "il avait jusqu'à vendredi": over, or still to come
    if best is not None and best.direction is PAST:
        if best.until_past or "h" in low[a:b] or went_on(low, a, b, best):
            return clause.by(best, PAST)
        if low[best.start] in WAS and best.end < a:
            return LEANS_BACK  # "avait obtenu un délai jusqu'à vendredi"
    if best is not None and best.loose and best.direction is UNKNOWN:
        return LEANS_BACK  # "avait promis d'attendre jusqu'à vendredi"
    return ClauseTense(FUTURE, "jusqu'à")


def by_dated_noun(clause: Clause) -> ClauseTense | None:
    """Of a noun that has the time for its own ("la défaite de samedi"), or that a verb follows."""
    low, a, b, best = clause.low, clause.a, clause.b, clause.best
    at = dated_noun(low, a, b)
    if at and is_over(low[at]):
        return ClauseTense(PAST, low[at])
    if best is None:
        return None
    if at and best.direction is PAST and orders(low[best.end - 1]):
        return clause.by(best, UNKNOWN)  # "a ordonné l'évacuation, jeudi, d'un…"
    if best.start >= b and heads(low, a, b, best):
        return LEANS_AHEAD
    if best.start >= b and is_set_by(low, a, b, best):
        return clause.by(best, UNKNOWN)  # "la reprise lundi avait été promise"
    return None


def by_limit_before(clause: Clause) -> ClauseTense | None:
    """After "avant": ahead, where the verb only waits for it."""
    if clause.before != "avant":
        return None
    low, best = clause.low, clause.best
    if is_not_before(low, clause.a, clause.b):
        return ClauseTense(FUTURE, "avant")
    if best is not None and (is_awaited(low, best) or is_missing(low, best, clause.groups)):
        return clause.by(best, FUTURE)
    return None


def by_what_came_of_it(clause: Clause) -> ClauseTense | None:
    """Of what was planned: what its sentence tells of it since."""
    low, a, b, best, groups = clause.low, clause.a, clause.b, clause.best, clause.groups
    if best is None:
        return None
    if best.direction is FUTURE and is_in_vain(low, best):
        return clause.by(best, PAST)
    if not best.loose:
        return None
    if best.direction is FUTURE or clause.before == "pour":
        instead = replaced(low, best, groups)
        if instead is not None:
            return clause.by(best, instead, loose=True, earlier=True)
        if clause.before == "pour" and is_first_plan(low, best):
            return ClauseTense(FUTURE, "pour", loose=True, earlier=True)
        if is_put_off_since(low, best, groups):
            return clause.by(best, UNKNOWN, loose=True, earlier=True)
        if befell_since(low, best, groups):
            return clause.by(best, PAST)
        if best.end < a and is_overdue(low, b):
            return clause.by(best, UNKNOWN)
    if is_happening(low, best, unreported(low, b, groups), b):
        return LEANS_AHEAD
    return None


def by_purpose(clause: Clause) -> ClauseTense | None:
    """After "pour": ahead, unless a finite verb of the past governs it."""
    if clause.before != "pour":
        return None
    low, a, b, best = clause.low, clause.a, clause.b, clause.best
    was = best is not None and low[best.start] in WAS
    if clause.full or (low[b - 1] in HOLIDAY_ENDS and not was):
        return UNDECIDED
    if best is None or best.loose or best.direction is not PAST:
        return ClauseTense(FUTURE, "pour")
    if low[best.start : best.end] == ["est", "pris"]:  # "rendez-vous est pris pour juin"
        return ClauseTense(FUTURE, "pour")
    weekday = low[a] in WEEKDAYS and b == a + 1
    if not was and (weekday or promises(low[best.end - 1])):
        return ClauseTense(FUTURE, "pour")
    return None


def without_verb(clause: Clause) -> ClauseTense:
    """Where no verb is near enough: what the sentence before, a preposition or a noun tells."""
    low, a, b = clause.low, clause.a, clause.b
    if is_likewise(low, a, b):
        return ClauseTense(UNKNOWN, likewise=True)
    if clause.before in ("dès", "avant"):
        return ClauseTense(FUTURE, clause.before)
    noun = UNKNOWN if clause.full or low[b - 1] in DIVISIONS else by_noun(low, a, b)
    return UNDECIDED if noun is UNKNOWN else ClauseTense(noun, "", lean=True)
