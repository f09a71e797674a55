"""French clauses: which verb governs a time expression, and where it looks.

A sentence is cut into clauses at subordinating words and strong signs; its verb groups are read
(`verbgroups`), and the nearest one of the expression's own clause decides: the one before it rather
than the one after.
"""

from __future__ import annotations

from chrono.languages.fr.adjacent import NEAR_BY, quote, right_before, told_by
from chrono.languages.fr.clefts import uncleft, unrestrict
from chrono.languages.fr.displaced import puts_off
from chrono.languages.fr.figures import DIVISIONS, SEASONS, are_of_accounts, of_accounts, of_course
from chrono.languages.fr.nearest import nearest, of_own_clause
from chrono.languages.fr.plans import (
    WAS,
    called_off_before,
    came_about,
    faces,
    heads,
    is_aside,
    is_awaited,
    is_beginning,
    is_condition,
    is_dated,
    is_dated_after,
    is_in_vain,
    is_missing,
    is_moved_since,
    is_off_now,
    is_over_limit,
    is_put_off,
    is_remote,
    is_said_of,
    is_set_by,
    is_supposed,
    is_to_be_met,
    main_clause,
    orders,
    preposition,
    promises,
    replaced,
    went_on,
)  # fmt: skip
from chrono.languages.fr.presents import states
from chrono.languages.fr.spelling import from_capitals, lowered, whole_numbers
from chrono.languages.fr.successive import (
    befell_since,
    is_before_main,
    is_first_plan,
    is_of_participle,
    is_overdue,
    is_printed,
    is_put_off_since,
    is_ranked,
    of_notice,
    past_relative,
    then_as_well,
    unreported,
)  # fmt: skip
from chrono.languages.fr.verbgroups import PUT_OFF, verb_groups
from chrono.languages.fr.verbless import (
    BEGINNINGS,
    after_noun,
    announced,
    by_noun,
    compared,
    dated_noun,
    dates_back,
    happened,
    has_ahead,
    has_dated,
    is_done,
    is_happening,
    is_held,
    is_holding,
    is_in_diary,
    is_likewise,
    is_not_before,
    is_occasion,
    is_over,
    is_state,
    of_noun,
    told_of_noun,
    won,
)  # fmt: skip
from chrono.languages.fr.words import HOLIDAY_ENDS, MONTHS, WEEKDAYS
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
UNKNOWN = Direction.UNKNOWN

_REACH = 40
_FIRST_PLAN = ClauseTense(UNKNOWN, loose=True, earlier=True)


def read(
    parts: list[str],
    clause: tuple[int, int],
    own: tuple[int, int],
    masked: list[bool],
    full: bool = False,
) -> ClauseTense:
    """The direction of the clause around an expression; see `chrono.tense.TenseReader`."""
    found = _read(parts, clause, own, masked, full)
    if parts[own[0]] in ("un", "Un") and parts[own[1]] in MONTHS:
        # "cela suit un mois de mai pluvieux": as it was, or as it will be
        after = found.loose and parts[max(0, own[0] - 2)].lower() == "après"
        if found.direction is PRESENT or after:
            return ClauseTense(PAST, found.cue, found.loose, lean=True)
    if found.direction is PRESENT and parts[own[1]] in MONTHS and states(found.cue):
        return ClauseTense(PAST, found.cue)  # "dénombre 30 accidents entre mars et mai"
    if parts[own[1]] in BEGINNINGS and "premiers" in parts[own[0] : own[1]]:
        told = found.direction is PRESENT or are_of_accounts(parts, own[0])
        return ClauseTense(PAST, found.cue, found.loose, found.lean) if told else found
    return found


def _before(parts: list[str], first: int, begins: int) -> list[int]:
    """The places of the words from `first` on before an expression, the last `_REACH` of them."""
    near: list[int] = []
    k = begins - 1
    while k >= first and len(near) < _REACH:
        piece = parts[k]
        if piece != " " and not piece.isspace():
            near.append(k)
        k -= 1
    near.reverse()
    return near


def _read(
    parts: list[str],
    clause: tuple[int, int],
    own: tuple[int, int],
    masked: list[bool],
    full: bool,
) -> ClauseTense:
    first, last = clause
    begins, ends = own
    limited = ends + 4 < len(parts) and parts[ends + 2] == "au" and parts[ends + 4] == "plus"
    if not full and not limited:
        at_once = right_before(parts, first, begins, masked)
        if at_once is not None:
            return at_once
    near = _before(parts, first, begins)
    a = len(near)
    b = 0
    for k in range(begins, last):
        piece = parts[k]
        if piece == " " or piece.isspace():
            continue
        near.append(k)
        if k == ends:
            b = len(near)
        elif b and len(near) >= b + _REACH:
            break
    words = [parts[k] for k in near]
    low = lowered(words)
    if words[a].isupper() or (words[b - 1].isupper() and len(words[b - 1]) > 2):
        low = from_capitals(low)
    whole_numbers(low)
    hidden = {n for n, k in enumerate(near) if masked[k]}
    for n in range(a, b):
        hidden.add(n)
    before = preposition(low, a)
    if a and low[a - 1] == "(":
        low[a - 1] = "là"  # "à peine rentré (mercredi)": as if there were no bracket
    if before == "depuis":
        near_by = low[max(0, a - NEAR_BY) : a]  # "la ville qu'il dirigeait depuis mars"
        return ClauseTense(PAST, "depuis", remote=any(is_remote(w) for w in near_by))
    if before == "à" and a > 1 and low[a - 2][:9] == "rétroacti":
        return ClauseTense(PAST, low[a - 2])
    limit = "au plus tard" if low[b : b + 3] == ["au", "plus", "tard"] else ""
    if limit or before in ("vivement", "au plus tard"):
        ordering = verb_groups(low, hidden, a)
        ordered = nearest(low, ordering, a, b)
        if ordered is not None and is_over_limit(low, ordered):
            return ClauseTense(UNKNOWN, quote(words, ordered))
        told = ordered is not None and limit and ordered.direction is PAST
        if ordered is None or not told or is_to_be_met(low, ordered, ordering):
            return ClauseTense(FUTURE, limit or before)
    if faces(low, a):
        return ClauseTense(FUTURE, low[a - 2])
    if compared(low, a) and (low[a] not in WEEKDAYS or low[a - 1] == "de"):
        return ClauseTense(PAST, low[a - 1])
    if has_dated(low, a):
        return ClauseTense(PAST, low[a - 2])
    if not full and (happened(low, a) or won(low, a)):
        return ClauseTense(PAST, low[a - 2])
    if not full and a and is_dated(hidden, a, b) and is_state(low, a - 1):
        return UNDECIDED  # "absent dimanche, il rejouera mercredi": the nearest one
    if low[b + 1 : b + 2] == [","] and low[b] in ("passée", "passées", "passés", "passé"):
        return ClauseTense(PAST, low[b])  # "les fêtes de décembre passées, …"
    numbered = full or (b - a <= 2 and low[b - 1].isdecimal())
    if numbered and (full or b == a + 1) and of_noun(low, a):
        return UNDECIDED
    unrestrict(low, a)
    groups = uncleft(low, verb_groups(low, hidden, a))
    if full and a and low[a - 1] == ":":
        verb = of_own_clause(low, groups, b)
        if verb is None:
            return UNDECIDED  # "ils ont fixé une date : le 22 mars"
        return told_by(words, low, verb, verb.direction)
    said = announced(low, hidden, a) if is_dated(hidden, a, b) else None
    if said is not None:
        return said
    noun = after_noun(low, a) or told_of_noun(low, a, b, groups)
    if noun is not None:
        return ClauseTense(noun, "après" if "après" in low[max(0, a - 14) : a] else "qui")
    if numbered and not full and then_as_well(low, hidden, a, groups):
        return ClauseTense(UNKNOWN, likewise=True)
    if is_printed(low, a, groups):
        return ClauseTense(PAST, low[a - 1])
    best = past_relative(low, a, b, nearest(low, groups, a, b), groups)
    if low[b - 1] in SEASONS or low[b - 1] in MONTHS:
        ahead = best is not None and best.direction is FUTURE
        course = of_course(low, a, ahead) if b <= a + 3 and not low[a].isdecimal() else None
        if course is not None:
            return course
    if low[b - 1] in DIVISIONS or (b == a + 1 and low[a] in MONTHS):
        owner = of_accounts(low, a)
        if owner is not None:
            ahead = best is not None and best.direction is FUTURE and not best.loose
            if ahead and owner.lean:
                return ClauseTense(PAST, owner.cue)  # it may still go on: "paraîtront jeudi"
            return UNDECIDED if ahead else owner
    if low[b : b + 1] in (["au"], ["à"]) and low[a - 1] in ("du", "de") and best is not None:
        if best.end < a and puts_off(low[best.end - 1]):
            return _FIRST_PLAN  # "reporté du 15 décembre au 10 janvier": the nearest one before
    if low[b : b + 1] == ["ayant"] and low[a - 1] in ("de", "du") and a:
        return UNDECIDED  # "la séance de mardi ayant été annulée, une autre aura lieu jeudi"
    if before == "jusqu'à" and low[max(0, a - 4) : a - 2][:1] in (["avait"], ["avaient"]):
        return UNDECIDED  # "il avait jusqu'à vendredi": over, or still to come
    if before in ("jusqu'à", "ici"):
        lasted = best is not None and best.direction is PAST and before == "jusqu'à"
        if best is not None and lasted:
            if best.until_past or "h" in low[a:b] or went_on(low, a, b, best):
                return ClauseTense(PAST, quote(words, best))
        asked = best is not None and best.loose and best.direction is UNKNOWN
        if asked and before == "jusqu'à":
            return ClauseTense(PAST, "", lean=True)  # "avait promis d'attendre jusqu'à vendredi"
        if best is not None and lasted and low[best.start] in WAS and best.end < a:
            return ClauseTense(PAST, "", lean=True)  # "avait obtenu un délai jusqu'à vendredi"
        return ClauseTense(FUTURE, "d'ici" if before == "ici" else "jusqu'à")
    at = dated_noun(low, a, b)
    if at and is_over(low[at]):
        return ClauseTense(PAST, low[at])
    if at and best is not None and best.direction is PAST and orders(low[best.end - 1]):
        return ClauseTense(UNKNOWN, quote(words, best))  # "a ordonné l'évacuation, jeudi, d'un…"
    if best is not None and best.start >= b and heads(low, a, b, best):
        return ClauseTense(FUTURE, "", lean=True)
    if best is not None and best.start >= b and is_set_by(low, a, b, best):
        return ClauseTense(UNKNOWN, quote(words, best))  # "la reprise lundi avait été promise"
    if before == "avant" and is_not_before(low, a, b):
        return ClauseTense(FUTURE, before)
    if before == "avant" and best is not None and is_awaited(low, best):
        return ClauseTense(FUTURE, quote(words, best))
    if before == "avant" and best is not None and is_missing(low, best, groups):
        return ClauseTense(FUTURE, quote(words, best))
    if best is not None and best.direction is FUTURE and is_in_vain(low, best):
        return ClauseTense(PAST, quote(words, best))
    if best is not None and best.loose and (best.direction is FUTURE or before == "pour"):
        instead = replaced(low, best, groups)
        if instead is not None:
            return ClauseTense(instead, quote(words, best), loose=True, earlier=True)
        if before == "pour" and is_first_plan(low, best):
            return ClauseTense(FUTURE, "pour", loose=True, earlier=True)
        if is_put_off_since(low, best, groups):
            return ClauseTense(UNKNOWN, quote(words, best), loose=True, earlier=True)
        if befell_since(low, best, groups):
            return ClauseTense(PAST, quote(words, best))
        if best.end < a and is_overdue(low, b):
            return ClauseTense(UNKNOWN, quote(words, best))
    if best is not None and best.loose and is_happening(low, best, unreported(low, b, groups), b):
        return ClauseTense(FUTURE, "", lean=True)
    feast = before == "pour" and low[b - 1] in HOLIDAY_ENDS
    if before == "pour" and (full or (feast and (best is None or low[best.start] not in WAS))):
        return UNDECIDED
    if before == "pour" and (
        best is None
        or best.loose
        or best.direction is not PAST
        or low[best.start : best.end] == ["est", "pris"]  # "rendez-vous est pris pour juin"
        or (
            low[best.start] not in WAS
            and ((low[a] in WEEKDAYS and b == a + 1) or promises(low[best.end - 1]))
        )
    ):
        return ClauseTense(FUTURE, "pour")
    if best is None:
        if is_likewise(low, a, b):
            return ClauseTense(UNKNOWN, likewise=True)
        if before in ("dès", "avant"):
            return ClauseTense(FUTURE, before)
        noun = UNKNOWN if full or low[b - 1] in DIVISIONS else by_noun(low, a, b)
        return UNDECIDED if noun is UNKNOWN else ClauseTense(noun, "", lean=True)
    if is_before_main(low, a, b, best, groups):
        lost = any(is_over(word) for word in low[:a])  # "après une défaite samedi, jouera jeudi"
        return ClauseTense(PAST if lost else FUTURE, quote(words, best), earlier=not lost)
    notice = of_notice(low, a, b, best, groups, full, numbered)
    if notice is not None:
        return notice
    if (full and is_aside(low, a, b, best)) or is_of_participle(low, a, b, groups, full):
        return UNDECIDED
    if best.direction is PRESENT and is_ranked(low, a, b, best):
        return ClauseTense(PAST, "", lean=True)
    if best.direction is PRESENT and dates_back(low, best, a):
        return ClauseTense(PAST, quote(words, best))
    if best.loose and best.direction is PAST and all(g.loose for g in groups):
        announces = not full and by_noun(low, best.end, b) is FUTURE and has_ahead(low, best.end)
        if announces and not is_done(low, best):
            return ClauseTense(FUTURE, "", lean=True)  # "visites guidées dimanche"
    if best.loose and is_in_diary(low, best) and all(g.loose for g in groups) and best.end <= a:
        return ClauseTense(UNKNOWN, quote(words, best))
    if best.loose and best.direction is PAST and is_holding(low, best):
        if all(g.loose for g in groups):
            return ClauseTense(FUTURE, quote(words, best))
        if low[a] == "du" and "au" in low[a:b]:
            if any(g.direction is FUTURE for g in groups):
                return UNDECIDED  # "la piscine, fermée du 5 au 9, rouvrira le 10"
            if all(g.loose for g in unreported(low, b, groups)):
                return ClauseTense(FUTURE, quote(words, best), lean=True)
    planned = best.direction is FUTURE and (best.loose or best.plan)
    if planned and is_first_plan(low, best):
        held = any(g.direction is PAST and came_about(low, g) for g in groups)
        return ClauseTense(PAST, "", lean=True) if held else _FIRST_PLAN
    if best.loose and best.direction is FUTURE:
        if called_off_before(low, best, groups):
            return ClauseTense(PAST, quote(words, best))
        if full and is_moved_since(low, best, groups):
            return _FIRST_PLAN
    if best.plan and low[best.start] in WAS and is_put_off(low, hidden, a, b):
        ahead = any(g.direction is FUTURE and g is not best and not g.loose for g in groups)
        if ahead and not full:
            return ClauseTense(UNKNOWN, quote(words, best))  # "était attendu lundi, viendra jeudi"
    moved = best.loose or (best.moves and best.direction is FUTURE)
    if moved and before != "à" and low[best.end - 1][:5] in PUT_OFF:
        return ClauseTense(PAST, quote(words, best))
    if (
        before == "à"
        and best.direction is PAST
        and best.end <= a
        and a - best.end <= 9
        and best.moves
    ):
        return ClauseTense(FUTURE, quote(words, best), lean=full)
    far = best.end <= a - 4 and any(g.direction is FUTURE and not g.loose for g in groups)
    if before == "dès" and (best.direction is PRESENT or far):
        # An hour of a day that was told may be in the present of a story: "défilent dès 9 heures".
        return ClauseTense(FUTURE, "dès", loose=not far)
    direction = best.direction
    if before == "dès" and low[a - 1] != "dès" and full and direction is PAST and not best.loose:
        return UNDECIDED  # "ont voté la grève à compter du 2 mai": the nearest one
    if before == "dès" and low[a - 1] != "dès" and best.loose and direction is PAST:
        if any(g.direction is FUTURE and not g.loose for g in groups):
            return ClauseTense(FUTURE, "dès")  # "vaudra pour les contrats signés à partir de mai"
    told = any(g.direction is PAST and not g.loose for g in groups)
    if best.loose and direction is PAST and not told and is_condition(low, best):
        if any(g.direction is FUTURE and not g.loose for g in groups):
            dated = is_dated(hidden, a, b)
            return ClauseTense(UNKNOWN if dated else FUTURE, quote(words, best))
    if direction is PAST and is_supposed(low, best, groups):
        return ClauseTense(FUTURE, quote(words, best))
    if direction is PAST and is_said_of(low, best, groups):
        return ClauseTense(UNKNOWN, quote(words, best))
    if full and best.loose and direction is PAST and not told and is_occasion(low, best):
        return UNDECIDED  # "portes ouvertes le 5 avril", "le marathon, couru le 10 août, sera…"
    if (
        best.loose
        and direction is PAST
        and not told
        and (is_held(low, best) or (is_in_diary(low, best) and not is_dated_after(hidden, groups)))
    ):
        if any(g.direction is FUTURE and not g.loose for g in groups):
            # "le résultat du vote organisé mardi sera connu jeudi": the nearest one
            return ClauseTense(UNKNOWN, quote(words, best))
    if full and best.loose and direction is PAST and not told and is_beginning(low, best):
        if any(g.direction is FUTURE and not g.loose for g in groups):
            return ClauseTense(PAST, "", lean=True)  # "jouera le 9, après une trêve entamée le 2"
    if full and best.plan and low[best.start] in ("a", "ont"):
        return ClauseTense(FUTURE, quote(words, best), lean=True)  # "ont appelé à défiler le 5"
    if full and best.plan:
        return ClauseTense(UNKNOWN, quote(words, best))  # the nearest day that fits
    head = direction is FUTURE and best.loose and best.start == 0 and before != "pour"
    if head or direction is UNKNOWN:
        if direction is UNKNOWN and is_off_now(low, best, groups):
            return ClauseTense(FUTURE, quote(words, best), lean=True)
        main = main_clause(low, groups, best, direction)
        if direction is UNKNOWN and main is PAST:
            # "qui devait jouer lundi, a renoncé": the nearest one, or of the year's the past one.
            lean = full and best.end <= a
            return ClauseTense(main if lean else UNKNOWN, quote(words, best), lean=lean)
        if direction is UNKNOWN and main is FUTURE and is_dated(hidden, a, b):
            # "qui devait parler lundi, parlera jeudi": the nearest one. Put off to May it is ahead.
            return ClauseTense(UNKNOWN, quote(words, best))
        direction = direction if direction is UNKNOWN and full else main
    return told_by(words, low, best, direction)
