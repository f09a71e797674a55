"""What a French sentence tells in its order: plans in a row, what comes before its main verb.

"D'abord fixé en mai, reporté à juin, se tiendra en août", "après un pic le 3, le froid reviendra".
"""

from __future__ import annotations

from chrono.languages.fr.groups import STRONG, SUBORDINATORS, Group, announced_by
from chrono.languages.fr.nearest import reports
from chrono.languages.fr.reporting import Cue
from chrono.languages.fr.verbgroups import PUT_OFF
from chrono.languages.fr.verbless import by_noun, has_ahead
from chrono.languages.fr.words import MONTHS, RELATIVES
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

PAST, FUTURE = Direction.PAST, Direction.FUTURE

_AT_FIRST = frozenset("abord initialement primitivement originellement".split())


def is_first_plan(low: list[str], best: Group) -> bool:
    """ "d'abord fixé au 20": it was put on another day since."""
    if not _AT_FIRST.isdisjoint(low[max(0, best.start - 1) : best.end + 3]):
        return True
    after = low[best.end : best.end + 4]  # "au départ", and not "au départ de Nice"
    origin = after == ["à", "l", "'", "origine"] or after == ["à", "l", "’", "origine"]
    return origin or (after[:2] == ["au", "départ"] and after[2:3] not in (["de"], ["du"], ["d"]))


def is_put_off_since(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "Programmé en mai, décalé à octobre, se jouera en mars": each plan came before the next."""
    row = [g for g in groups if g.loose and (g.plan or g.direction is FUTURE)]
    main = next((g for g in groups if g.start > best.start and not g.loose), None)
    if main is None or main.direction is not FUTURE or best not in row:
        return False
    moved = [g for g in row if g.start < main.start and low[g.end - 1][:5] in PUT_OFF]
    return any(g is not row[0] and g.start >= best.start for g in moved)


def befell_since(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "Convoqué mardi puis relâché, il sera jugé": what befell after it is over, and so is it."""
    if not best.loose or best.direction is not FUTURE:
        return False
    then = next((g for g in groups if g.start > best.start), None)
    if then is None or not then.loose:
        return False
    between = low[best.end : then.start]
    if low[then.start] == "être" and "avant" not in between:
        return False  # but "attendu lundi avant d'être dérouté"
    if low[then.start] != "être" and ("puis" not in between or then.direction is not PAST):
        return False
    return not announced_by(low[then.end - 1])[0] & _PLANNING


def is_overdue(low: list[str], b: int) -> bool:
    """ "Promise pour décembre, la passerelle n'est toujours pas posée": that may well be over."""
    after = low[b:]
    if after[:1] != [","]:
        return False
    for k in range(1, len(after) - 1):
        if after[k] in _CLOSING:
            return False
        if after[k : k + 2] in (["toujours", "pas"], ["pas", "encore"], ["fait", "attendre"]):
            return True
        if after[k : k + 3] == ["fait", "toujours", "attendre"] or after[k] in _LATE:
            return True
    return False


_LATE = frozenset("tarde tardent traîne traînent piétine piétinent".split())
_CLOSING = frozenset(".;!?")

_PLANNING = frozenset({Cue.CANCEL, Cue.POSTPONE, Cue.PLAN})

# Participles of what was printed or said on a day.
_PRINTED = (
    "paru",
    "publié",
    "imprim",
    "relaté",
    "relay",
    "rapport",
    "révél",
    "dévoil",
    "cité",
    "interview",
)
_PLACED = frozenset({"dans", "au", "par"})


def then_as_well(low: list[str], hidden: set[int], a: int, groups: list[Group]) -> bool:
    """ "Reçus le 3 mai, puis de nouveau le 17, ils signeront": of the verb that told the first."""
    behind = [n for n in hidden if n < a]
    told = max(behind) if behind else a
    between = low[told + 1 : a]
    if "puis" not in between or len(between) > _THEN or not STRONG.isdisjoint(between):
        return False
    return not any(told < g.start < a for g in groups)


_THEN = 8  # words from one day to the next that "puis" adds


def is_printed(low: list[str], a: int, groups: list[Group]) -> bool:
    """ "Paru au Journal officiel de lundi, l'arrêté s'appliquera": of the day when it came out."""
    if low[a - 1] not in ("de", "du") or not a:
        return False
    group = next((g for g in reversed(groups) if g.end <= a), None)
    if group is None or not group.loose or not low[group.end - 1].startswith(_PRINTED):
        return False
    between = low[group.end : a]
    return len(between) < 12 and "," not in between and not _PLACED.isdisjoint(between[:2])


def is_before_main(low: list[str], a: int, b: int, best: Group, groups: list[Group]) -> bool:
    """ "Après un pic vers le 9, le froid reviendra": what comes after it is the main clause."""
    if low[0] != "après" or best.start < b or best.loose or best.direction is not FUTURE:
        return False
    return "," not in low[:a] and "," in low[b : best.start] and groups[0].start >= b


def is_of_participle(low: list[str], a: int, b: int, groups: list[Group], full: bool) -> bool:
    """ "Les chevaux arrivés après le 2 mai seront testés": the day parts those that the verb means.

    It may be over or still to come, whatever the verb says: the nearest one. So it is between the
    commas of a participle that opens the sentence: "venus à trois, le 20 mars, ils concluront".
    """
    if not groups or not (full or (b == a + 1 and low[a] in MONTHS)):
        return False
    if a > 1 and low[a - 1] == "," and low[b : b + 1] == [","]:
        head = groups[0]
        if head.start == 0 and head.loose and head.direction is PAST and head.end < a - 1:
            return "," not in low[head.end : a - 1] and all(g.start > a for g in groups[1:])
    if a < 2 or low[a - 1] not in _PARTING:
        return False
    own = [g for g in groups if g.end < a]
    if not own or any(not g.loose for g in own) or own[-1].direction is not PAST:
        return False
    if "," in low[own[-1].end : a] or not STRONG.isdisjoint(low[own[-1].end : a]):
        return False
    main = next((g for g in groups if g.start >= b), None)
    if main is None or main.loose or main.direction is not FUTURE:
        return False
    return _JOINTS.isdisjoint(low[b : main.start])


_PARTING = frozenset({"après", "avant"})


def is_ranked(low: list[str], a: int, b: int, best: Group) -> bool:
    """ "La chute de lundi est la plus forte depuis 2008": it is told when it is known."""
    if best.start != b or low[b : b + 1] not in (["est"], ["reste"]) or a < 2:
        return False
    if low[a - 1] not in ("de", "du") or has_ahead(low, a):
        return False
    after = low[best.end : best.end + 12]
    if after[:1] not in (["le"], ["la"], ["l"]) or "depuis" not in after:
        return False
    return "," not in after[: after.index("depuis")]


def unreported(low: list[str], b: int, groups: list[Group]) -> list[Group]:
    """The verb groups without those that only say who says so."""
    return [group for group in groups if group.start < b or not reports(low, b, group)]


_PLACED_BEFORE = frozenset({"à", "au", "aux"})


def _has_no_main_verb(low: list[str], a: int, b: int, best: Group, groups: list[Group]) -> bool:
    """ "Mardi, récital de Bo, qui avait chanté ici": a notice, and what is told of its noun."""
    if a > 1 or best.loose or best.start <= b or low[b : b + 1] != [","]:
        return False
    if RELATIVES.isdisjoint(low[max(b + 2, best.start - 4) : best.start]):
        return False
    return not any(g is not best and not g.loose for g in groups)


def past_relative(
    low: list[str], a: int, b: int, best: Group | None, groups: list[Group]
) -> Group | None:
    """ "Mardi, ceux qui ont gagné seront fêtés": the main verb, past the one of the relative."""
    if a > 1 or best is None or best.loose or best.start <= b or low[b : b + 1] != [","]:
        return best
    if RELATIVES.isdisjoint(low[max(b + 2, best.start - 4) : best.start]):
        return best
    main = next((g for g in groups if g.start >= best.end and not g.loose), None)
    if main is None or not _JOINTS.isdisjoint(low[best.end : main.start]):
        return best
    return main


_JOINTS = SUBORDINATORS | STRONG | {",", "et", "ou"}


def _makes_room(low: list[str], b: int) -> bool:
    """ "Mardi, place au tango": what a programme goes on with."""
    return low[b + 1 : b + 2] == ["place"] and not _PLACED_BEFORE.isdisjoint(low[b + 2 : b + 3])


def _reports_notice(low: list[str], a: int, b: int, best: Group, groups: list[Group]) -> bool:
    """ "Halte fermée du 4 au 9, a dit la SNCF": who said so governs nothing of it."""
    if best.start < b or best.direction is not PAST or "," not in low[b : best.start]:
        return False
    return not any(g.end <= a and not g.loose for g in groups) and reports(low, b, best)


def of_notice(
    low: list[str],
    a: int,
    b: int,
    best: Group,
    groups: list[Group],
    full: bool,
    numbered: bool,
) -> ClauseTense | None:
    """Where a notice without a verb looks; None if there is no notice."""
    if not full and _has_no_main_verb(low, a, b, best, groups):
        return ClauseTense(FUTURE if _makes_room(low, b) else by_noun(low, a, b), "", lean=True)
    if not _reports_notice(low, a, b, best, groups):
        return None
    told_of = by_noun(low, a, b)
    if told_of is FUTURE or (low[a] == "du" and "au" in low[a:b] and told_of is not PAST):
        return ClauseTense(FUTURE, "", lean=True)  # "deuil du 3 au 5, a décrété le ministre"
    return UNDECIDED if told_of is Direction.UNKNOWN and numbered else None
