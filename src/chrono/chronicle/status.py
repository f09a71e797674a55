"""What a clause says of its own reality, as of its article, and whether it tells or says.

The tense of the verb decides first, then words that call a thing off, deny it or doubt it, then
where its date lies from the publication day: nothing that is still to come is past.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind, Tree
from chrono.chronicle.sentences import Word
from chrono.chronicle.verbal import PAST_FORMS, Form, Group
from chrono.model import Bounds, Kind, Status

_NEGATIONS = frozenset({"pas", "plus", "jamais", "aucun", "aucune"})
_NEAR_THAT = 5
_TAKES_PLACE = frozenset({"avoir", "tenir", "dérouler"})


def kind_of(tree: Tree, clause: Clause, group: Group | None) -> Kind:
    """Tell whether a clause tells an event or that somebody said something.

    Verbs like "appeler" or "condamner" do both: they say something in an incise, before "que"
    and before a quotation.
    """
    if clause.kind is ClauseKind.INCISE:
        return Kind.SPEECH
    if group is None or not group.lemmas & french.SPEECH:
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
    if group.lemmas.isdisjoint({"annoncer", "signaler"}):
        return False
    own = [n for n in clause.own if n > group.last]
    after = next((n for n in own if tree.words[n].low in french.DETERMINERS), None)
    if after is None or any(tree.words[n].low in ('"', "«", ":") for n in own if n < after):
        return False
    return not any(
        child.kind is ClauseKind.THAT and group.last < child.first < after for child in tree.clauses
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
) -> tuple[Status, str]:
    """Return the status of what a verb group says and the words that say so.

    `at` is the place of the first word of the time expression, if there is one; `nominal` says
    that the date hangs on a noun of the clause ("le sommet du 12 est annulé").
    """
    where = _where(bounds, published)
    words = tree.words
    planned = group is not None and not group.finite and _plans(words, group)
    called_off = _called_off(words, clause, group, where, at, nominal or planned)
    called_off = called_off or _subject_called_off(tree, clause, where)
    if called_off is not None:
        return called_off
    if nominal or group is None:
        return _by_date(where), ""
    cue = " ".join(word.text for word in words[group.first : group.last + 1]).replace("' ", "'")
    if _denied(tree, clause):
        return Status.DENIED, cue
    if group.negated and group.finite and _is_negated(words, clause, group):
        if where == "after" and at and words[at - 1].low == "avant":
            if not _has_no_subject(words, clause, group):
                return Status.PLANNED, cue  # "n'aura pas lieu avant mardi": from then on it may
        future = where in ("after", "none") and group.form not in PAST_FORMS
        if future and group.lemmas & _TAKES_PLACE:
            return Status.CANCELLED, cue
        return Status.DENIED, cue
    doubt = _doubt(words, clause)
    if doubt:
        return Status.CONDITIONAL, doubt
    return _by_form(tree, clause, group, where), cue


def _where(bounds: Bounds | None, published: date | None) -> str:
    """Where a time lies from the publication day: "before", "after", "over" it, or "none"."""
    if bounds is None or published is None:
        return "none"
    if bounds.latest < published:
        return "before"
    if bounds.earliest > published:
        return "after"
    return "over"


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
        off = group.lemmas & (french.CANCEL_LEMMAS | french.POSTPONE_SURE)
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
        if verb.lemmas & (french.CANCEL_LEMMAS | french.POSTPONE_SURE):
            return verb
        loose = nominal and verb.passive and where != "before"
        if loose and verb.lemmas & french.CANCEL_LOOSE:
            return verb
    return None


def _subject_called_off(tree: Tree, clause: Clause, where: str) -> tuple[Status, str] | None:
    """Say that what a clause inside a subject plans is called off by the verb of the subject.

    "Le marathon, ‹qui devait avoir lieu le 5 octobre›, est reporté."
    """
    if clause.kind not in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE) or where == "before":
        return None
    above = tree.clauses[clause.parent] if clause.parent >= 0 else None
    if above is None or above.verb is None or clause.first > above.verb.first:
        return None
    if not any(_plans(tree.words, verb) for verb in clause.verbs):
        return None
    return _called_off(tree.words, above, above.verb, "after", None, nominal=True)


def _plans(words: Sequence[Word], group: Group) -> bool:
    if group.form is Form.PARTICIPLE:
        return words[group.head].low in french.PLAN_PARTICIPLES
    return group.form in (
        Form.DUTY_PAST,
        Form.DUTY,
        Form.FUTURE,
        Form.EXPECTED,
        Form.CONDITIONAL,
    ) or (group.passive and bool(group.lemmas & french.PLAN_LEMMAS))


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


def _by_form(tree: Tree, clause: Clause, group: Group, where: str) -> Status:
    form = group.form
    if form is Form.INFINITIVE and group.first == group.head and where in ("over", "none"):
        above = tree.clauses[clause.parent].verb if clause.parent >= 0 else None
        past = above is None or above.form in PAST_FORMS
        return Status.PAST if past else Status.PLANNED  # "avant de partir": as the rest
    if form in (Form.PAST, Form.PLUPERFECT, Form.RECENT, Form.INFINITIVE):
        return Status.PLANNED if where == "after" else Status.PAST
    if form is Form.IMPERFECT:
        return Status.PLANNED if where == "after" else Status.PAST
    if form in (Form.FUTURE, Form.DUTY, Form.EXPECTED, Form.DUTY_PAST):
        historic = where == "before" and form is Form.FUTURE
        return Status.PAST if historic else Status.PLANNED
    if form in (Form.MAY, Form.MIGHT, Form.CONDITIONAL_PAST):
        return Status.CONDITIONAL
    if form is Form.CONDITIONAL:
        return Status.PLANNED if _is_future_in_past(tree, clause) else Status.CONDITIONAL
    if form is Form.PARTICIPLE:
        planned = tree.words[group.head].low in french.PLAN_PARTICIPLES
        return Status.PLANNED if planned and where != "before" else _done_by_date(where)
    planned = group.passive and bool(group.lemmas & french.PLAN_LEMMAS)
    if planned and where != "before":
        return Status.PLANNED
    if group.lemmas & french.INTEND_LEMMAS and where == "after":
        return Status.PLANNED
    return _by_date(where)


def _done_by_date(where: str) -> Status:
    return Status.PLANNED if where == "after" else Status.PAST


def _is_future_in_past(tree: Tree, clause: Clause) -> bool:
    """Whether a conditional is the future of a past speech: "a annoncé que … aurait lieu"."""
    if clause.kind is not ClauseKind.THAT or clause.parent < 0:
        return False
    above = tree.clauses[clause.parent].verb
    return above is not None and above.form in PAST_FORMS | {Form.PARTICIPLE, Form.INFINITIVE}
