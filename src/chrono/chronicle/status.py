"""What a clause says of its own reality, as of its article, and whether it tells or says.

The tense of the verb decides first, then words that call a thing off, deny it or doubt it, then
where its date lies from the publication day: nothing that is still to come is past.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind, Tree
from chrono.chronicle.fates import (
    TAKES_PLACE,
    Fate,
    Plan,
    fate_of,
    is_aimed,
    ought_to_have,
    plans,
    was_planned,
)
from chrono.chronicle.governing import Time
from chrono.chronicle.sentences import Word
from chrono.chronicle.verbal import PAST_FORMS, Form, Group, infinitives, is_infinitive
from chrono.model import Bounds, Kind, Status

_NEGATIONS = frozenset({"pas", "plus", "jamais", "aucun", "aucune"})
_NEAR_THAT = 5
_UNSAID = (Status.PLANNED, Status.POSTPONED, Status.CANCELLED)
_TO_COME = (Form.FUTURE, Form.DUTY, Form.EXPECTED, Form.MIGHT, Form.CONDITIONAL)


def kind_of(
    tree: Tree,
    clause: Clause,
    group: Group | None,
    status: Status = Status.PAST,
    at: int | None = None,
) -> Kind:
    """Tell whether a clause tells an event or that somebody said something.

    `status` is that of the clause and `at` the place of its time. What is announced for a day
    says nothing on that day ("la visite annoncée ‹pour jeudi›"). Verbs like "appeler" or
    "condamner" do both: they say something in an incise, before "que" and before a quotation.
    """
    if clause.kind is ClauseKind.INCISE:
        return Kind.SPEECH
    if group is not None and group.finite and _lets_know(tree.words, group):
        return Kind.SPEECH
    if group is None or not group.lemmas & french.SPEECH:
        return Kind.EVENT
    if group.passive and (status in _UNSAID or is_aimed(tree.words, at)):
        return Kind.EVENT
    if "promettre" in group.lemmas and status is Status.PLANNED:
        return Kind.EVENT
    if _announces_deed(tree, clause, group) or (group.reflexive and "déclarer" in group.lemmas):
        return Kind.EVENT
    if not group.lemmas <= french.SPEECH_LOOSE | _not_speech(group):
        return Kind.SPEECH
    after = group.last + 1
    that = any(
        child.kind is ClauseKind.THAT and group.last < child.first <= group.last + _NEAR_THAT
        for child in (tree.clauses[n] for n in tree.children(tree.clauses.index(clause)))
    )
    quoted = any(word.low in ('"', "«", "“") for word in tree.words[after : after + 2])
    return Kind.SPEECH if that or quoted else Kind.EVENT


def _announces_deed(tree: Tree, clause: Clause, group: Group) -> bool:
    """Whether a thing is announced, not a sentence said: "a annoncé mardi ‹sa démission›"."""
    if group.lemmas.isdisjoint(french.DEEDS):
        return False
    own = [n for n in clause.own if n > group.last]
    if group.passive:  # "‹le renvoi› a été confirmé", but "il a été confirmé que"
        return not any(tree.words[n].low in ("il", "c'", "cela") for n in clause.own[:3])
    after = next((n for n in own if _opens_object(tree.words, n)), None)
    if after is None or any(_opens_saying(tree.words[n]) for n in own if n < after):
        return False
    return not any(
        child.kind is ClauseKind.THAT and group.last < child.first < after for child in tree.clauses
    )


def _opens_saying(word: Word) -> bool:
    """Whether what is said begins with a word: a quotation, or "a promis de ‹raser› les tentes"."""
    return word.low in ('"', "«", ":") or is_infinitive(word)


def _opens_object(words: Sequence[Word], place: int) -> bool:
    """Whether a determiner opens what is announced, not whom it is told: "à ‹la› presse"."""
    low, before, after = (words[n].low for n in (place, place - 1, min(place + 1, len(words) - 1)))
    if low == "le" and after[0].isdigit():
        return False  # "a annoncé ‹le 2 mai›"
    if low[0].isdigit():
        return (
            before != "le"
            and words[place - 1].text[0].isalpha()
            and after[0].isalpha()
            and (
                before not in french.PREPOSITIONS | french.DETERMINERS
                and after not in french.TIME_WORDS
            )
        )
    return low in french.DETERMINERS - {"du"} and before not in french.PREPOSITIONS - {"des"}


def _lets_know(words: Sequence[Word], group: Group) -> bool:
    """Whether a verb says something by another one: "a laissé ‹entendre›", "fait ‹savoir›"."""
    told, after = words[group.head].low, words[group.head + 1 : group.head + 2]
    owned = told == "valoir" and any(word.low in french.DETERMINERS for word in after)
    if group.first == group.head or owned:
        return False  # "a fait valoir ‹ses droits›"
    by = frozenset[str]().union(*(infinitives(words[n]) for n in range(group.first, group.head)))
    return (told in french.LET_HEAR and "laisser" in by) or (
        told in french.LET_KNOW - french.LET_HEAR and "faire" in by
    )


def _not_speech(group: Group) -> frozenset[str]:
    return frozenset(group.lemmas - french.SPEECH)


def status_of(
    tree: Tree,
    clause: Clause,
    group: Group | None,
    bounds: Bounds | None,
    published: date | None,
    *,
    at: int | None = None,
    nominal: bool = False,
    fate: Fate | None = None,
) -> tuple[Status, str]:
    """Return the status of what a verb group says and the words that say so.

    `at` is the place of the first word of the time expression, if there is one; `nominal` says
    that the date hangs on a noun of the clause ("le sommet du 12 est annulé"); `fate` is what
    `fate_told` found to have become of it.
    """
    where = _where(bounds, published)
    words = tree.words
    planned = group is not None and not group.finite and plans(words, group, where, at)
    called_off = _called_off(words, clause, group, where, at, nominal or planned)
    if called_off is not None:
        return called_off
    if fate is not None:
        return fate.status, fate.cue
    if nominal or group is None:
        return _by_date(where), ""
    cue = " ".join(word.text for word in words[group.first : group.last + 1]).replace("' ", "'")
    if _denied(tree, clause):
        return Status.DENIED, cue
    if group.negated and group.finite and _is_negated(words, clause, group):
        if where == "after" and at and words[at - 1].low == "avant":
            if group.form in (Form.CONDITIONAL, Form.MIGHT):
                return _by_form(tree, clause, group, where), cue
            if not _has_no_subject(words, clause, group):
                return Status.PLANNED, cue  # "n'aura pas lieu avant mardi": from then on it may
        future = where in ("after", "none") and group.form not in PAST_FORMS
        if future and group.lemmas & TAKES_PLACE:
            return Status.CANCELLED, cue
        return _by_negation(tree, clause, group, where), cue
    doubt = _doubt(words, clause) or _left_open(tree, clause)
    if doubt:
        return Status.CONDITIONAL, doubt
    return _by_form(tree, clause, group, where, at), cue


def _where(bounds: Bounds | None, published: date | None) -> str:
    """Where a time lies from the publication day: "before", "after", "over" it, or "none"."""
    if bounds is None or published is None:
        return "none"
    if bounds.latest < published:
        return "before"
    if bounds.earliest > published:
        return "after"
    return "over"


def fate_told(
    tree: Tree, clause: Clause, group: Group | None, time: Time, times: Sequence[Time],
    published: date | None,
) -> Fate | None:  # fmt: skip
    """Find what became of a plan for a time, where the sentence with its `times` says so."""
    if group is None:
        return None
    return fate_of(Plan(tree, clause, group, _where(time.timex.bounds, published), time, times))


def _by_date(where: str) -> Status:
    return {"before": Status.PAST, "after": Status.PLANNED}.get(where, Status.ONGOING)


def _called_off(
    words: Sequence[Word],
    clause: Clause,
    group: Group | None,
    where: str,
    at: int | None,
    nominal: bool,
) -> tuple[Status, str] | None:
    if group is None:
        return None
    verb: Group | None
    if group.form is Form.PARTICIPLE and not nominal:
        off = group.lemmas & french.CALLED_OFF
        verb = group if off else None  # "le concert, annulé samedi"
    else:
        verb = _calling_off(clause, nominal, where)
    if verb is None or verb.negated:
        return None
    if verb.form in (Form.MIGHT, Form.CONDITIONAL) and where != "before":
        return Status.CONDITIONAL, words[verb.head].text  # "pourrait être annulé"
    cancels = not verb.lemmas & french.POSTPONE_SURE
    cue = words[verb.head].text
    moved = not cancels and not nominal and at is not None and at > group.last
    if moved and at is not None and _is_goal(words, at):
        return (Status.PAST if where == "before" else Status.PLANNED), cue
    if not nominal and group.form in PAST_FORMS and where in ("before", "over"):
        return Status.PAST, cue
    return (Status.CANCELLED if cancels else Status.POSTPONED), cue


def _calling_off(clause: Clause, nominal: bool, where: str) -> Group | None:
    """Return the verb of a clause that calls something off.

    "Supprimer" and "interdire" do where the thing was set for a day that is still to come.
    """
    for verb in clause.verbs:
        if verb.lemmas & french.CALLED_OFF:
            return verb
        loose = nominal and verb.passive and where != "before"
        if loose and verb.lemmas & french.CANCEL_LOOSE:
            return verb
    return None


def _is_goal(words: Sequence[Word], at: int) -> bool:
    """Whether a time is where something was moved to: "reporté ‹au› 2 juin"."""
    return any(words[n].low in ("à", "au", "aux", "pour") for n in range(max(0, at - 2), at + 1))


def _denied(tree: Tree, clause: Clause) -> bool:
    if clause.kind is not ClauseKind.THAT or clause.parent < 0:
        return False
    above = tree.clauses[clause.parent].verb
    return above is not None and bool(above.lemmas & french.DENIALS) and not above.negated


def _is_negated(words: Sequence[Word], clause: Clause, group: Group) -> bool:
    """Whether "ne" has its second half (alone it may be "ne … que", or say nothing)."""
    if any(word.low in _NEGATIONS for word in words[group.first : group.last + 3]):
        return True
    return _has_no_subject(words, clause, group)


def _by_negation(tree: Tree, clause: Clause, group: Group, where: str) -> Status:
    """Say the status of what is not so: what will not be is announced, and not denied.

    "Il n'exclut pas de partir en mai" leaves it open.
    """
    if group.lemmas & french.RULES_OUT and (not group.lemmas & {"interdire"} or group.reflexive):
        return Status.CONDITIONAL if where in ("after", "over") else Status.DENIED
    said = (
        group.form is Form.PRESENT
        and where == "after"
        and not _has_no_subject(tree.words, clause, group)
    )
    if where in ("after", "over") and (said or group.form in _TO_COME):
        return _by_form(tree, clause, group, where)
    return Status.DENIED


def _has_no_subject(words: Sequence[Word], clause: Clause, group: Group) -> bool:
    subject = [words[n].low for n in clause.own if n < group.first]
    return any(word in ("aucun", "aucune", "personne", "rien") for word in subject)


def _doubt(words: Sequence[Word], clause: Clause) -> str:
    for place in clause.own:
        low = words[place].low
        if low in french.RUMOUR_ADVERBS:
            return words[place].text
        if low in ("selon", "d'après"):
            near = [word.low for word in words[place + 1 : place + 5]]
            if any(word in french.RUMOUR_SOURCES for word in near):
                return " ".join(word.text for word in words[place : place + 3]).replace("' ", "'")
    return ""


def _left_open(tree: Tree, clause: Clause) -> str:
    """Return what leaves a clause open: "il ‹n'est pas exclu› que le sommet ait lieu"."""
    above = tree.clauses[clause.parent].verb if clause.parent >= 0 else None
    if clause.kind is not ClauseKind.THAT or above is None or not above.negated:
        return ""
    open_ = bool(above.lemmas & {"exclure", "écarter"})
    cue = " ".join(word.text for word in tree.words[above.first : above.last + 1])
    return cue.replace("' ", "'") if open_ else ""


def _by_form(tree: Tree, clause: Clause, group: Group, where: str, at: int | None = None) -> Status:
    form = group.form
    if form is Form.INFINITIVE and group.first == group.head and where in ("over", "none"):
        above = tree.clauses[clause.parent].verb if clause.parent >= 0 else None
        past = above is None or above.form in PAST_FORMS
        return Status.PAST if past else Status.PLANNED  # "avant de partir": as the rest
    if "promettre" in group.lemmas and where == "over" and _is_limit(tree.words, at):
        return Status.PLANNED  # "a promis une loi ‹d'ici la fin de l'année›"
    if form in (Form.PAST, Form.PLUPERFECT, Form.RECENT, Form.INFINITIVE):
        return Status.PLANNED if where == "after" else Status.PAST
    if form is Form.IMPERFECT:
        if was_planned(tree.words, group, where, at):
            return Status.PLANNED  # "l'ouverture était prévue en 2024": it may not have been
        return Status.PLANNED if where == "after" else Status.PAST
    if form in (Form.FUTURE, Form.DUTY, Form.EXPECTED, Form.DUTY_PAST):
        historic = where == "before" and form is Form.FUTURE
        return Status.PAST if historic else Status.PLANNED
    if ought_to_have(tree.words, group):
        return Status.PLANNED  # it was planned, and the title says that it is not kept
    if form in (Form.MAY, Form.MIGHT, Form.CONDITIONAL_PAST):
        return Status.CONDITIONAL
    if form is Form.CONDITIONAL:
        return Status.PLANNED if _is_future_in_past(tree, clause) else Status.CONDITIONAL
    if form is Form.PARTICIPLE:
        planned = was_planned(tree.words, group, where, at)
        kept = where == "before" and not _is_unkept(tree, clause, group)
        return Status.PLANNED if planned and not kept else _done_by_date(where)
    planned = group.passive and bool(group.lemmas & french.PLAN_LEMMAS)
    if planned and where != "before":
        return Status.PLANNED
    if group.lemmas & french.INTEND_LEMMAS and where == "after":
        return Status.PLANNED
    return _by_date(where)


def _is_limit(words: Sequence[Word], at: int | None) -> bool:
    """Whether a time is one by which a thing is to be: "‹avant› l'été", "‹d'ici› 2027"."""
    if at is None:
        return False
    near = [word.low for word in words[max(0, at - 2) : at + 2]]
    return is_aimed(words, at) or "ici" in near or "d'ici" in near


def _is_unkept(tree: Tree, clause: Clause, group: Group) -> bool:
    """Whether a plan in a subject did not come true: "le pont, attendu en mai, n'est pas livré"."""
    above = clause if group not in clause.verbs else tree.clauses[max(0, clause.parent)]
    verb = above.verb
    return (
        verb is not None
        and verb.negated
        and verb.first > group.last
        and _is_negated(tree.words, above, verb)
    )


def _done_by_date(where: str) -> Status:
    return Status.PLANNED if where == "after" else Status.PAST


def _is_future_in_past(tree: Tree, clause: Clause) -> bool:
    """Whether a conditional is the future of a past speech: "a annoncé que … aurait lieu"."""
    if clause.kind is not ClauseKind.THAT or clause.parent < 0:
        return False
    above = tree.clauses[clause.parent].verb
    return above is not None and above.form in PAST_FORMS | {Form.PARTICIPLE, Form.INFINITIVE}
