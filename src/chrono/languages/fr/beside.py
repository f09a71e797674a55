"""What the words right beside a time tell of its direction, whatever the verb is."""

from __future__ import annotations

from chrono.languages.fr.adjacent import NEAR_BY, told_by
from chrono.languages.fr.clause import FIRST_PLAN, Clause
from chrono.languages.fr.displaced import puts_off
from chrono.languages.fr.figures import DIVISIONS, SEASONS, of_accounts, of_course
from chrono.languages.fr.nearest import nearest, of_own_clause
from chrono.languages.fr.plans import faces, is_over_limit, is_remote, is_to_be_met
from chrono.languages.fr.successive import is_printed, then_as_well
from chrono.languages.fr.verbgroups import verb_groups
from chrono.languages.fr.verbless import (
    after_noun,
    announced,
    compared,
    happened,
    has_dated,
    is_state,
    of_noun,
    told_of_noun,
    won,
)
from chrono.languages.fr.verbs import lemmas
from chrono.languages.fr.words import MONTHS, WEEKDAYS
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

PAST, FUTURE, UNKNOWN = Direction.PAST, Direction.FUTURE, Direction.UNKNOWN


_LINKS = frozenset({"à", "au", "aux", "de", "du", "d", "des"})


def by_words_around(clause: Clause) -> ClauseTense | None:
    """What a preposition, a limit or a noun beside the time decides alone."""
    low, a, b, before = clause.low, clause.a, clause.b, clause.before
    if before == "depuis":
        near_by = low[max(0, a - NEAR_BY) : a]  # "la ville qu'il dirigeait depuis mars"
        return ClauseTense(PAST, "depuis", remote=any(is_remote(w) for w in near_by))
    if before == "à" and a > 1 and low[a - 2][:9] == "rétroacti":
        return ClauseTense(PAST, low[a - 2])
    limit = "au plus tard" if low[b : b + 3] == ["au", "plus", "tard"] else ""
    if limit or before in ("vivement", "au plus tard"):
        found = _by_limit(clause, limit)
        if found is not None:
            return found
    if a > 1 and low[a - 2] in ("remontant", "datant") and low[a - 1] in _LINKS:
        return ClauseTense(PAST, low[a - 2])  # "sera jugé pour des faits remontant à juin"
    if low[a - 2 : a] == ["il", "est"] and low[b : b + 1] in (["quand"], ["lorsque"]):
        return ClauseTense(PAST, "il est")  # "il est 6 h 42 lundi quand un car se couche"
    ahead = _of_what_is_ahead(low, a)
    if ahead:
        return ClauseTense(FUTURE, ahead, lean=ahead in _DAYS)
    if faces(low, a):
        return ClauseTense(FUTURE, low[a - 2])
    if compared(low, a) and (low[a] not in WEEKDAYS or low[a - 1] == "de"):
        return ClauseTense(PAST, low[a - 1])
    if has_dated(low, a):
        return ClauseTense(PAST, low[a - 2])
    if not clause.full and (happened(low, a) or won(low, a)):
        return ClauseTense(PAST, low[a - 2])
    if not clause.full and a and clause.dated and is_state(low, a - 1):
        return UNDECIDED  # "absent dimanche, il rejouera mercredi": the nearest one
    if low[b + 1 : b + 2] == [","] and low[b] in ("passée", "passées", "passés", "passé"):
        return ClauseTense(PAST, low[b])  # "les fêtes de décembre passées, …"
    if clause.numbered and (clause.full or b == a + 1) and of_noun(low, a):
        return UNDECIDED
    return None


# What can only be done from then on.
_PAYABLE = frozenset(
    "payable payables applicable applicables livrable livrables exigible exigibles remboursable "
    "remboursables recouvrable recouvrables".split()
)
_ELECTIONS = frozenset(
    "municipales législatives européennes régionales cantonales départementales sénatoriales "
    "élections présidentielle élection primaire scrutin".split()
)
_DAYS = frozenset({"journée", "journées"})
_CALLING = frozenset("décréter appeler annoncer proclamer programmer décider convoquer".split())


def _of_what_is_ahead(low: list[str], a: int) -> str:
    """The word that puts a time ahead: "payable en mars", "candidate aux municipales de mars".

    So does a day that one calls for: "a décrété une journée de deuil vendredi".
    """
    if a < 3:
        return ""
    if low[a - 1] in ("en", "à", "au", "dès", "le") and low[a - 2] in _PAYABLE:
        return low[a - 2]
    if low[a - 2 : a] == ["sans", "attendre"]:
        return "attendre"
    if low[a - 1] in ("de", "du") and low[a - 2] in _ELECTIONS:
        stands = any(word.startswith("candidat") for word in low[max(0, a - 8) : a - 2])
        return low[a - 2] if stands else ""
    if low[a - 3] in _DAYS and low[a - 2] in ("de", "d"):
        called = any(not _CALLING.isdisjoint(lemmas(w)) for w in low[max(0, a - 10) : a - 3])
        return low[a - 3] if called else ""
    return ""


def _by_limit(clause: Clause, limit: str) -> ClauseTense | None:
    """What is to be done by a time is ahead, if it was not done: "vendredi au plus tard"."""
    low, a = clause.low, clause.a
    ordering = verb_groups(low, clause.hidden, a)
    ordered = nearest(low, ordering, a, clause.b)
    if ordered is not None and is_over_limit(low, ordered):
        return clause.by(ordered, UNKNOWN)
    told = ordered is not None and limit and ordered.direction is PAST
    if ordered is None or not told or is_to_be_met(low, ordered, ordering):
        return ClauseTense(FUTURE, limit or clause.before)
    return None


def by_noun_before(clause: Clause) -> ClauseTense | None:
    """What the noun that a time belongs to decides, once the verbs around are known."""
    low, a, b, groups = clause.low, clause.a, clause.b, clause.groups
    if clause.full and a and low[a - 1] == ":":
        verb = of_own_clause(low, groups, b)
        if verb is None:
            return UNDECIDED  # "ils ont fixé une date : le 22 mars"
        return told_by(clause.words, low, verb, verb.direction)
    said = announced(low, clause.hidden, a) if clause.dated else None
    if said is not None:
        return said
    noun = after_noun(low, a) or told_of_noun(low, a, b, groups)
    if noun is not None:
        return ClauseTense(noun, "après" if "après" in low[max(0, a - 14) : a] else "qui")
    if clause.numbered and not clause.full and then_as_well(low, clause.hidden, a, groups):
        return ClauseTense(UNKNOWN, likewise=True)
    if is_printed(low, a, groups):
        return ClauseTense(PAST, low[a - 1])
    return None


def by_owner(clause: Clause) -> ClauseTense | None:
    """What has a course of its own: seasons, accounts, what is put from one day on another."""
    low, a, b, best = clause.low, clause.a, clause.b, clause.best
    last = low[b - 1]
    if last in SEASONS or last in MONTHS:
        ahead = best is not None and best.direction is FUTURE
        course = of_course(low, a, ahead) if b <= a + 3 and not low[a].isdecimal() else None
        if course is not None:
            return course
    if last in DIVISIONS or (b == a + 1 and low[a] in MONTHS):
        owner = of_accounts(low, a)
        if owner is not None:
            ahead = best is not None and best.direction is FUTURE and not best.loose
            if ahead and owner.lean:
                return ClauseTense(PAST, owner.cue)  # it may still go on: "paraîtront jeudi"
            return UNDECIDED if ahead else owner
    if low[b : b + 1] in (["au"], ["à"]) and low[a - 1] in ("du", "de") and best is not None:
        if best.end < a and puts_off(low[best.end - 1]):
            return FIRST_PLAN  # "reporté du 15 décembre au 10 janvier": the nearest one before
    if low[b : b + 1] == ["ayant"] and low[a - 1] in ("de", "du") and a:
        return UNDECIDED  # "la séance de mardi ayant été annulée, une autre aura lieu jeudi"
    return None
