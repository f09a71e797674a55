"""What the verb group that governs a time tells, where its sentence may say more than its form."""

from __future__ import annotations

from chrono.languages.fr.adjacent import told_by
from chrono.languages.fr.clause import FIRST_PLAN, LEANS_AHEAD, LEANS_BACK, Clause
from chrono.languages.fr.groups import Group
from chrono.languages.fr.plans import (
    WAS,
    called_off_before,
    came_about,
    is_aside,
    is_beginning,
    is_condition,
    is_dated_after,
    is_moved_since,
    is_off_now,
    is_put_off,
    is_said_of,
    is_supposed,
    main_clause,
)
from chrono.languages.fr.successive import (
    is_before_main,
    is_first_plan,
    is_of_participle,
    is_ranked,
    of_notice,
    unreported,
)
from chrono.languages.fr.verbgroups import PUT_OFF
from chrono.languages.fr.verbless import (
    by_noun,
    dates_back,
    has_ahead,
    is_done,
    is_held,
    is_holding,
    is_in_diary,
    is_occasion,
    is_over,
)
from chrono.languages.fr.verbs import Tense, readings
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
UNKNOWN = Direction.UNKNOWN


def by_verb(clause: Clause, best: Group) -> ClauseTense:
    """The direction of the clause that a verb group governs: the first case that fits it."""
    return (
        _beside_main(clause, best)
        or _in_diary(clause, best)
        or _as_planned(clause, best)
        or _from_then_on(clause, best)
        or _as_told(clause, best)
        or _by_main_clause(clause, best)
    )


def _beside_main(clause: Clause, best: Group) -> ClauseTense | None:
    """Of a time that belongs to a notice, an aside, a participle or a rank, not to the verb."""
    low, a, b, groups, full = clause.low, clause.a, clause.b, clause.groups, clause.full
    if is_before_main(low, a, b, best, groups):
        lost = any(is_over(word) for word in low[:a])  # "après une défaite samedi, jouera jeudi"
        return clause.by(best, PAST if lost else FUTURE, earlier=not lost)
    notice = of_notice(low, a, b, best, groups, full, clause.numbered)
    if notice is not None:
        return notice
    if (full and is_aside(low, a, b, best)) or is_of_participle(low, a, b, groups, full):
        return UNDECIDED
    if best.direction is PRESENT and is_ranked(low, a, b, best):
        return LEANS_BACK
    if best.direction is PRESENT and dates_back(low, best, a):
        return clause.by(best, PAST)
    return None


def _in_diary(clause: Clause, best: Group) -> ClauseTense | None:
    """Of participles that announce: "visites guidées dimanche", "la piscine, fermée du 5 au 9"."""
    if not best.loose:
        return None
    low, a, b = clause.low, clause.a, clause.b
    alone = clause.all_loose()
    if best.direction is PAST and alone:
        ahead = not clause.full and by_noun(low, best.end, b) is FUTURE
        if ahead and has_ahead(low, best.end) and not is_done(low, best):
            return LEANS_AHEAD
    if is_in_diary(low, best) and alone and best.end <= a:
        return clause.by(best, UNKNOWN)
    if best.direction is PAST and is_holding(low, best):
        if alone:
            return clause.by(best, FUTURE)
        if low[a] == "du" and "au" in low[a:b]:
            if clause.any_ahead(loose=True):
                return UNDECIDED  # "la piscine, fermée du 5 au 9, rouvrira le 10"
            if all(g.loose for g in unreported(low, b, clause.groups)):
                return clause.by(best, FUTURE, lean=True)
    return None


def _as_planned(clause: Clause, best: Group) -> ClauseTense | None:
    """Of a plan that was the first one, or that was moved: from where, or to where."""
    low, a, groups = clause.low, clause.a, clause.groups
    ahead = best.direction is FUTURE
    if ahead and (best.loose or best.plan) and is_first_plan(low, best):
        held = any(g.direction is PAST and came_about(low, g) for g in groups)
        return LEANS_BACK if held else FIRST_PLAN
    if best.loose and ahead:
        if called_off_before(low, best, groups):
            return clause.by(best, PAST)
        if clause.full and is_moved_since(low, best, groups):
            return FIRST_PLAN
    if _was_about_to(low, best, groups):
        return clause.by(best, PAST)  # "allait fermer samedi quand deux hommes ont surgi"
    if best.plan and low[best.start] in WAS and is_put_off(low, clause.hidden, a, clause.b):
        then = any(g.direction is FUTURE and g is not best and not g.loose for g in groups)
        if then and not clause.full:
            return clause.by(best, UNKNOWN)  # "était attendu lundi, viendra jeudi"
    moved = best.loose or (best.moves and ahead)
    if moved and clause.before != "à" and low[best.end - 1][:5] in PUT_OFF:
        return clause.by(best, PAST)
    if clause.before == "à" and best.direction is PAST and best.moves and 0 <= a - best.end <= 9:
        return clause.by(best, FUTURE, lean=clause.full)
    return None


def _was_about_to(low: list[str], best: Group, groups: list[Group]) -> bool:
    """Whether something happened "quand" what a verb tells was about to."""
    if not readings(low[best.start]) & Tense.IMPERFECT or best.direction not in (FUTURE, UNKNOWN):
        return False
    for group in groups:
        if group.start > best.start and group.direction is PAST and not group.loose:
            return not {"quand", "lorsque", "lorsqu"}.isdisjoint(low[best.end : group.start])
    return False


def _from_then_on(clause: Clause, best: Group) -> ClauseTense | None:
    """After "dès" and "à compter de"."""
    if clause.before != "dès":
        return None
    far = best.end <= clause.a - 4 and clause.any_ahead()
    if best.direction is PRESENT or far:
        # An hour of a day that was told may be in the present of a story: "défilent dès 9 heures".
        return ClauseTense(FUTURE, "dès", loose=not far)
    if clause.low[clause.a - 1] == "dès" or best.direction is not PAST:
        return None
    if clause.full and not best.loose:
        return UNDECIDED  # "ont voté la grève à compter du 2 mai": the nearest one
    if best.loose and clause.any_ahead():
        return ClauseTense(FUTURE, "dès")  # "vaudra pour les contrats signés à partir de mai"
    return None


def _as_told(clause: Clause, best: Group) -> ClauseTense | None:
    """Of what looks back by its form: a condition, an assumption, an occasion that was held."""
    if best.direction is not PAST:
        return None
    low, groups = clause.low, clause.groups
    alone = best.loose and not clause.any_told()  # a participle, beside no finite past
    if alone and is_condition(low, best) and clause.any_ahead():
        return clause.by(best, UNKNOWN if clause.dated else FUTURE)
    if is_supposed(low, best, groups):
        return clause.by(best, FUTURE)
    if is_said_of(low, best, groups):
        return clause.by(best, UNKNOWN)
    if not alone:
        return None
    if clause.full and is_occasion(low, best):
        return UNDECIDED  # "portes ouvertes le 5 avril", "le marathon, couru le 10 août, sera…"
    if not clause.any_ahead():
        return None
    in_diary = is_in_diary(low, best) and not is_dated_after(clause.hidden, groups)
    if is_held(low, best) or in_diary:
        # "le résultat du vote organisé mardi sera connu jeudi": the nearest one
        return clause.by(best, UNKNOWN)
    if clause.full and is_beginning(low, best):
        return LEANS_BACK  # "jouera le 9, après une trêve entamée le 2"
    return None


def _by_main_clause(clause: Clause, best: Group) -> ClauseTense:
    """The direction of the verb itself, or of its main clause where its form leaves it open."""
    low, a, full = clause.low, clause.a, clause.full
    direction = best.direction
    if full and best.plan and low[best.start] in ("a", "ont"):
        return clause.by(best, FUTURE, lean=True)  # "ont appelé à défiler le 5"
    if full and best.plan:
        return clause.by(best, UNKNOWN)  # the nearest day that fits
    head = direction is FUTURE and best.loose and best.start == 0 and clause.before != "pour"
    if head or direction is UNKNOWN:
        if direction is UNKNOWN and is_off_now(low, best, clause.groups):
            return clause.by(best, FUTURE, lean=True)
        main = main_clause(low, clause.groups, best, direction)
        if direction is UNKNOWN and main is PAST:
            # "qui devait jouer lundi, a renoncé": the nearest one, or of the year's the past one.
            lean = full and best.end <= a
            return clause.by(best, main if lean else UNKNOWN, lean=lean)
        if direction is UNKNOWN and main is FUTURE and clause.dated:
            # "qui devait parler lundi, parlera jeudi": the nearest one. Put off to May it is ahead.
            return clause.by(best, UNKNOWN)
        direction = direction if direction is UNKNOWN and full else main
    return told_by(clause.words, low, best, direction)
