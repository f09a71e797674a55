"""What French sentences say around a verb group: what a plan came to, and what its clause hangs on.

"Prévu lundi, n'aura lieu que jeudi", "une fois élu mardi, il devra", "d'abord fixé au 20": such
clauses look elsewhere than their verbs say alone.
"""

from __future__ import annotations

from chrono.languages.fr.groups import Group, announced_by, has_elided_if
from chrono.languages.fr.reporting import Cue
from chrono.languages.fr.verbless import by_noun, has_ahead, is_holding
from chrono.languages.fr.verbs import Tense, lemmas, readings
from chrono.languages.fr.words import WEEKDAYS
from chrono.model import Direction

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
UNKNOWN = Direction.UNKNOWN


def is_condition(low: list[str], best: Group) -> bool:
    """ "Une fois élu mardi, il devra": what has to come before something to come."""
    before = low[max(0, best.start - 6) : best.start]
    return "," not in before and ("fois" in before or not _ONCE.isdisjoint(before))


_ONCE = frozenset("sitôt aussitôt dès".split())


def is_beginning(low: list[str], group: Group) -> bool:
    """Whether a group tells a beginning or an end, which a plan has as well."""
    return bool(announced_by(low[group.end - 1])[0] & {Cue.BEGIN, Cue.END})


def is_negated(low: list[str], group: Group) -> bool:
    """ "n'a rien su": what was not lasted."""
    return not _NOT.isdisjoint(low[max(0, group.start - 3) : group.start])


def quotes(low: list[str], group: Group, a: int) -> bool:
    """Whether a verb of speech stands outside of the quotation that holds a time, or inside."""
    between = low[group.end : a] if group.end <= a else low[a : group.start]
    if between and group.end <= a and opens_quote(between):
        between = between[:-1]  # it may be all that is quoted: "promet « mardi »"
    signs = between.count("«") - between.count("»") + between.count("“") - between.count("”")
    return (signs != 0 or between.count('"') % 2 == 1) and _says(low, group)


def opens_quote(words: list[str]) -> bool:
    """Whether the last of some words opens a quotation: not in "disait « prêt » lundi"."""
    last = words[-1]
    return last in ("«", "“") or (last == '"' and words.count('"') % 2 == 1)


def is_remote(form: str) -> bool:
    """Whether a verb group that begins so tells a closed past: "avait dit", "disait"."""
    return form in WAS or bool(readings(form) & Tense.IMPERFECT)


def narrates(low: list[str], group: Group) -> bool:
    """Whether a verb of the past goes on from the time told last: "naquit", "c'était".

    The simple past is the tense of stories in order; a form that may be a present is none of it.
    """
    form = low[group.start]
    if form == "était":
        k = group.start - 1
        return k > 0 and (low[k] == "on" or (low[k] in ("'", "’") and low[k - 1] == "c"))
    return readings(form) & _STORY == Tense.SIMPLE_PAST


def is_now(low: list[str], group: Group) -> bool:
    """Whether a verb is a present, and be it one that tells what is over: "meurt", "est élu"."""
    if group.loose or low[group.start] in ("date", "datent", "remonte", "remontent"):
        return False
    if group.direction is not PAST:
        return group.direction is PRESENT
    return group.end == group.start + 1 and readings(low[group.start]) & _STORY == Tense.PRESENT


_STORY = Tense.SIMPLE_PAST | Tense.PRESENT | Tense.PAST_PARTICIPLE


def is_supposed(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "S'il était élu mardi, il démissionnerait": the imperfect after "si" is of what may come."""
    behind = low[max(0, best.start - 7) : best.start]
    elided = any(w == "s" and "il" in behind[n : n + 3] for n, w in enumerate(behind))
    if "si" not in behind and not elided:
        return False
    tense = readings(low[best.start])
    if tense & Tense.PRESENT and is_negated(low, best) and best.end > best.start + 1:
        # "si rien n'a bougé mercredi, nous voterons"
        return any(g is not best and g.direction is FUTURE and not g.loose for g in groups)
    if low[best.start] in ("avait", "avaient") or not tense & Tense.IMPERFECT:
        return False
    return any(
        g is not best and g.direction is FUTURE and readings(low[g.start]) & Tense.CONDITIONAL
        for g in groups
    )


def is_said_of(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "a confirmé que le col rouvrait mardi": of a beginning or an end the imperfect is open.

    So is what would be over: "avait juré qu'elle serait partie en mai".
    """
    would = low[best.start] in ("serait", "seraient") and best.end > best.start + 1
    if not would and not is_turn(low, best):
        return False
    for k in range(best.start - 1, max(0, best.start - 7), -1):
        if low[k] in ("que", "qu"):
            said = [g for g in groups if g.end <= k and g.direction is PAST and _says(low, g)]
            return any(g.end in (k, k - 1) or (would and g.end > k - 5) for g in said)
    return False


def is_in_vain(low: list[str], best: Group) -> bool:
    """ "Attendu en vain dimanche": what was to come did not."""
    return "vain" in low[best.end : best.end + 2] or "vainement" in low[best.end : best.end + 1]


def is_turn(low: list[str], group: Group) -> bool:
    """Whether a group is a beginning or an end in the imperfect: "rouvrait"."""
    if group.end != group.start + 1 or not readings(low[group.start]) & Tense.IMPERFECT:
        return False
    return bool(announced_by(low[group.start])[0] & {Cue.BEGIN, Cue.END})


def _says(low: list[str], group: Group) -> bool:
    return Cue.SAYING in announced_by(low[group.end - 1])[0]


def promises(form: str) -> bool:
    """ "a promis un vote pour mars": what is promised is ahead."""
    return bool(announced_by(form)[0] & {Cue.FORETELLING, Cue.PLAN, Cue.POSTPONE})


def heads(low: list[str], a: int, b: int, best: Group) -> bool:
    """ "Ouverture lundi d'un musée que la ville rêvait": the noun is all of the main clause."""
    k = a - 2 if low[a - 1] in ("le", "ce", ",") else a - 1
    if k < 0 or (k and low[k - 1] not in (":", "»", ".", "-", "–", "—")):
        return False
    relative = any(low[m] in ("que", "qu", "qui", "dont", "où") for m in range(b, best.start))
    return relative and by_noun(low, k + 1, b) is FUTURE


def is_dated(hidden: set[int], a: int, b: int) -> bool:
    """Whether the sentence tells another time: of the day that took the place of the first one."""
    return len(hidden) > b - a


def is_dated_after(hidden: set[int], groups: list[Group]) -> bool:
    """Whether a future is dated by what follows it: "reçus lundi, ils défileront jeudi"."""
    return any(g.direction is FUTURE and not g.loose and any(n > g.start for n in hidden)
               for g in groups)  # fmt: skip


def orders(form: str) -> bool:
    """Whether a verb of the past bears on what was to come then: "a ordonné", "a été annulée"."""
    return bool(announced_by(form)[0] & _ORDERS)


def is_set_by(low: list[str], a: int, b: int, best: Group) -> bool:
    """ "La reprise lundi avait été promise": the day is that of the noun, not of the verb."""
    if best.loose or "été" not in low[best.start : best.end] or "," in low[b : best.start]:
        return False
    return has_ahead(low, a) and _of_noun_alone(low, a) and orders(low[best.end - 1])


def _of_noun_alone(low: list[str], a: int) -> bool:
    return a > 1 and low[a - 1][0].isalpha() and low[a - 1] not in ("de", "du")


def is_awaited(low: list[str], best: Group) -> bool:
    """ "On n'espérait rien avant mars": what was not awaited so soon."""
    if best.loose or best.direction is not PAST or not is_remote(low[best.start]):
        return False
    return is_negated(low, best) and not _AWAITING.isdisjoint(lemmas(low[best.end - 1]))


_AWAITING = frozenset("attendre espérer prévoir escompter envisager imaginer".split())
_ORDERS = frozenset({Cue.PLAN, Cue.INTENT, Cue.FORETELLING, Cue.CANCEL, Cue.POSTPONE})


def is_over_limit(low: list[str], ordered: Group) -> bool:
    """ "Il fallait répondre au plus tard le 6": a limit that was set, and may be over."""
    form = low[ordered.start]
    if ordered.loose or form in ("avait", "avaient") or not readings(form) & Tense.IMPERFECT:
        return False
    return ordered.direction is not FUTURE


def is_to_be_met(low: list[str], ordered: Group, groups: list[Group]) -> bool:
    """ "A exigé une réponse vendredi au plus tard": a verb of the past with a limit ahead."""
    asks = low[ordered.start] in ("a", "ont") and orders(low[ordered.end - 1])
    return asks or is_missing(low, ordered, groups)


def is_missing(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "Si rien n'a été signé avant lundi, le port fermera": what has not been done by then."""
    if best.loose or best.direction is not PAST or not is_negated(low, best):
        return False
    if not readings(low[best.start]) & Tense.PRESENT:
        return False
    behind = low[max(0, best.start - 10) : best.start]
    supposed = "si" in behind or has_elided_if(behind)
    return supposed and any(g.direction is FUTURE and not g.loose for g in groups)


def is_put_off(low: list[str], hidden: set[int], a: int, b: int) -> bool:
    """Whether the other time of the sentence is a weekday: a plan of the same days."""
    return any(low[n] in WEEKDAYS for n in hidden if not a <= n < b)


def is_off_now(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "Qui devait jouer lundi, est reporté": what is called off now was still to come."""
    for group in groups:
        if group.start > best.start and low[group.start] in ("est", "sont"):
            if announced_by(low[group.end - 1])[0] & {Cue.CANCEL, Cue.POSTPONE}:
                return True
    return False


_NOT = frozenset({"n", "ne"})
_ONLY = frozenset({"que", "qu", "avant"})  # "n'a lieu que jeudi", "n'aura pas lieu avant jeudi"


def replaced(low: list[str], best: Group, groups: list[Group]) -> Direction | None:
    """Where a plan looks that came to nothing: "prévu pour mardi, n'aura lieu que jeudi".

    So does what is "promis pour mai" and "n'est pas attendu avant juin".
    """
    for group in groups:
        if group.start <= best.start or group.loose:
            continue
        only = not _ONLY.isdisjoint(low[group.end : group.end + 2])
        negated = not _NOT.isdisjoint(low[max(0, group.start - 4) : group.start])
        if only and negated:
            return PAST if group.direction is PAST else UNKNOWN
        return None
    return None


def main_clause(
    low: list[str], groups: list[Group], best: Group, direction: Direction
) -> Direction:
    """Where the main clause looks: "qui devait ouvrir lundi, a été annulé"."""
    for group in groups:
        if group.start > best.start and not group.loose and group.direction is not UNKNOWN:
            if group.direction is PAST and direction is FUTURE:
                return UNKNOWN  # "attendu samedi": it was to come when that was said
            if direction is UNKNOWN and low[group.start] in ("a", "ont"):
                return UNKNOWN  # "devait parler lundi, mais la séance a été renvoyée au 8"
            return direction if group.direction is PRESENT else group.direction
    return direction


WAS = frozenset("avait avaient était étaient fut furent eut eurent".split())


def leads(best: Group, b: int) -> bool:
    """ "Jusqu'à lundi, rien n'avait filtré": the limit stands before a verb of the past."""
    return best.start >= b and not best.loose


def went_on(low: list[str], a: int, b: int, best: Group) -> bool:
    """Whether a verb of the past lasted until what follows it: that limit is past as well.

    "Une loi débattue jusque dans la nuit de mardi": "jusque" tells how far a thing went.
    """
    if leads(best, b) or is_negated(low, best):
        return True
    return low[a - 1] == "jusque" and not (best.plan or best.moves or is_holding(low, best))


def is_aside(low: list[str], a: int, b: int, best: Group) -> bool:
    """Whether a verb only follows, past a comma: "puis le 11 janvier, l'affaire sera jugée"."""
    if best.start < b or "," not in low[b : best.start] or not a:
        return False
    k = a - 1
    while k and low[k] in ("le", "du", "au"):
        k -= 1
    return low[k][0].isalpha() and low[k] not in ("à", "en", "dès", "mais", "et") and k > 0


# Beginnings of the verbs that look ahead: "les yeux rivés sur dimanche".
_FACING = ("riv", "tourn", "tendu", "braqu", "fixé", "focalis", "concentr")


def faces(low: list[str], a: int) -> bool:
    """ "Le regard fixé sur dimanche", "le bureau se tourne vers mai": still to come."""
    return a > 1 and low[a - 1] in ("sur", "vers") and low[a - 2].startswith(_FACING)


def came_about(low: list[str], group: Group) -> bool:
    """ "s'est finalement tenu", "a eu lieu": what was put off is over."""
    return low[group.end - 1] in _HELD and not group.loose


def is_moved_since(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "Fixé au 3 puis au 10, devait finalement se tenir le 20": only the last day is left."""
    for group in groups:
        if group.start > best.start and not group.loose:
            if "finalement" in low[max(0, group.start - 2) : group.end + 2]:
                return True
            between = low[best.end : group.start]
            then = between.index("puis") if "puis" in between else len(between)
            return between[then + 1 : then + 2] in (["au"], ["le"], ["pour"])
    return False


_HELD = frozenset(
    "tenu tenue tenus tenues eu déroulé déroulée joué jouée joués jouées disputé".split()
)


def called_off_before(low: list[str], best: Group, groups: list[Group]) -> bool:
    """ "prévu jeudi, avait été annulé": called off before another past, and so itself past."""
    after = next((g for g in groups if g.start > best.start and not g.loose), None)
    if after is None:
        return False
    if (
        after.direction is PAST
        and low[after.start - 2] == "n"
        and low[after.end : after.end + 1] == ["que"]
    ):
        return True  # "attendue mardi, n'est tombée que jeudi"
    if low[after.start] not in ("avait", "avaient"):
        return False
    return bool(announced_by(low[after.end - 1])[0] & {Cue.CANCEL, Cue.POSTPONE})


def is_inserted(low: list[str], a: int) -> bool:
    """ "elle qui, lundi encore, jurait": the commas are those of the time, not of a speech."""
    return low[a - 1] == "," and low[a - 2] in ("qui", "il", "elle", "ils", "elles", "on")


def preposition(low: list[str], a: int) -> str:
    """The preposition before the expression that outranks the tense, or ""."""
    if a == 1 and low[0] == "à" and low[a] in WEEKDAYS and len(low) <= a + 2:
        return "vivement"  # "À lundi !"
    k = a - 1
    while k >= 0 and low[k] in ("le", "la", "les", "l", "'", "’", "ce", "au", "du", "à"):
        if low[k] == "au" and k >= 2 and low[k - 2] == "jusqu":
            return "jusqu'à"
        k -= 1
    if k < 0:
        return ""
    if low[k] in ("depuis", "dès"):
        return low[k]
    if low[k] in ("jusqu", "jusque") or (k >= 2 and low[k - 2] == "jusqu"):
        return "jusqu'à"
    if low[k] == "ici" and k >= 2 and low[k - 2] == "d":
        return "ici"
    if a and low[a - 1] in ("pour", "vivement", "avant"):
        return low[a - 1]
    if low[k] == "que" and low[max(0, k - 3) : k] == ["pas", "plus", "tard"]:
        if k == 3 or low[k - 4] == ",":
            return ""  # "pas plus tard que mardi, il niait"
    if low[k] in ("tard", "que") and k and low[k - 1] in ("plus", "tard"):
        return "au plus tard"
    if a and low[a - 1] in ("au", "à"):
        return "à"
    if low[k] in _FROM or (low[k] == "de" and k and low[k - 1] in _FROM):
        return "dès"
    return ""


_FROM = frozenset("partir compter dater".split())
