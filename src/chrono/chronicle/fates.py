"""What became of a plan, where its sentence says so: called off, moved to a day, or not held.

A plan is told beside its fate: in a relative clause or behind a comma inside the subject ("le
sommet, ‹prévu en mars›, se tiendra en mai"), or before "mais".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind, Tree
from chrono.chronicle.governing import Time
from chrono.chronicle.sentences import Word
from chrono.chronicle.verbal import PAST_FORMS, Form, Group, infinitives, is_participle
from chrono.model import Status

TAKES_PLACE = frozenset({"avoir", "tenir", "dérouler"})
_NEAR = 4  # words between a plan and the "initialement" that goes with it
_SO = (Form.PAST, Form.PRESENT, Form.PLUPERFECT, Form.RECENT)
_HE = frozenset({"il", "elle", "ils", "elles"})
_INDEFINITE = frozenset({"un", "une", "des", "d'", "deux", "plusieurs", "certains", "certaines"})
_ASIDE = frozenset({"à", "au", "aux", "pour", "avec", "dans", "en", "par", "sur", "contre"})
_OWED = (Form.DUTY, Form.DUTY_PAST, Form.PARTICIPLE, Form.CONDITIONAL_PAST)
_DOUBTED = (Form.MIGHT, Form.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Fate:
    """The status of a plan, the word that says so, and the place of that word."""

    status: Status
    cue: str
    last: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a verb group plans in a clause, at a time (None where it has none).

    `times` are all the times of the sentence; `where` the time lies from the publication day.
    """

    tree: Tree
    clause: Clause
    group: Group
    where: str
    time: Time | None = None
    times: Sequence[Time] = ()

    @property
    def number(self) -> int:
        """The number of its clause."""
        return self.tree.clauses.index(self.clause)


def plans(words: Sequence[Word], group: Group, where: str, at: int | None) -> bool:
    """Whether a verb group says that a thing is to come, or was."""
    return was_planned(words, group, where, at) or (
        where != "before"
        and (
            group.form in (Form.DUTY, Form.FUTURE, Form.EXPECTED, Form.CONDITIONAL)
            or (group.passive and group.finite and bool(group.lemmas & french.PLAN_LEMMAS))
        )
    )


def was_planned(words: Sequence[Word], group: Group, where: str, at: int | None) -> bool:
    """Whether a verb group tells of a plan as such, which may not stand any more.

    "Annoncée ‹pour› jeudi" is a plan, "annoncée jeudi" was said on that day.
    """
    low = words[group.head].low
    if group.form is Form.PARTICIPLE:
        return low in french.PLAN_PARTICIPLES or (
            low in french.PLAN_LOOSE and (where == "after" or is_aimed(words, at))
        )
    if group.form is Form.DUTY_PAST or ought_to_have(words, group):
        return True
    told = low in french.PLAN_PARTICIPLES or (low in french.PLAN_LOOSE and is_aimed(words, at))
    return told and group.passive and group.form in (Form.IMPERFECT, Form.PLUPERFECT)


def ought_to_have(words: Sequence[Word], group: Group) -> bool:
    """Whether a thing was to be and was not: "‹aurait dû› être signé"."""
    inside = (words[n].low for n in range(group.first, group.last + 1))
    return group.form is Form.CONDITIONAL_PAST and any(low in ("dû", "du") for low in inside)


def is_aimed(words: Sequence[Word], at: int | None) -> bool:
    """Whether a time is one that a thing is meant for: "annoncé ‹pour le› 3 mai"."""
    if at is None:
        return False
    return any(words[n].low in ("pour", "avant", "d'ici") for n in range(max(0, at - 2), at))


def fate_of(plan: Plan) -> Fate | None:
    """Find what the sentence says became of a plan, or None where it says nothing."""
    words = plan.tree.words
    at = plan.time.first if plan.time else None
    if not plans(words, plan.group, plan.where, at):
        return None
    old = was_planned(words, plan.group, plan.where, at)
    person = words[plan.group.head].low in french.PLANS_OF_PEOPLE
    past = plan.where == "before" and plan.group.finite
    loose = french.CANCEL_PLANS if person or past else french.CANCEL_LOOSE
    for number, verb in _sequels(plan, old):
        fate = called_off(plan.tree, plan.tree.clauses[number], verb, loose)
        fate = fate or _not_held(words, verb)
        if fate is None and old:
            fate = _moved(plan, number, verb)
        if fate is not None:
            return fate
    return _by_noun(plan) or (_first_meant(plan) if old else None)


# -- where it is told ----------------------------------------------------------------------------


def _sequels(plan: Plan, old: bool) -> Iterator[tuple[int, Group]]:
    """Yield the verbs that may tell the fate of a plan, each with the number of its clause."""
    clause, number, tree = plan.clause, plan.number, plan.tree
    inside = plan.group.form is Form.PARTICIPLE and plan.group not in clause.verbs
    if inside:  # "le sommet ‹prévu jeudi› est annulé": in the subject, without a comma
        yield from ((number, verb) for verb in clause.verbs[:1] if verb.first > plan.group.last)
    elif clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE) and clause.parent >= 0:
        above = tree.clauses[clause.parent]
        if above.verb is not None and clause.first < above.verb.first:
            yield from ((clause.parent, verb) for verb in above.verbs)
    if not old or not plan.group.finite:
        return
    if clause.kind is ClauseKind.ADVERBIAL and _is_contrast(tree, clause, plan.group):
        above = tree.clauses[clause.parent]
        yield from ((clause.parent, verb) for verb in above.verbs)
    for verb in clause.verbs:
        splits = [at for at in clause.splits if plan.group.last < at < verb.first]
        if splits and tree.words[splits[-1]].low == "mais":
            yield number, verb
    for after, other in enumerate(tree.clauses):
        if other.first <= plan.group.last or not other.verbs:
            continue
        opener, joint = tree.words[other.first].low, tree.words[max(0, other.first - 1)].low
        beside = other.parent == clause.parent and opener == "mais" and not _is_another(tree, other)
        again = other.parent == clause.parent and opener == "qui" and joint in ("et", "mais")
        before = other.parent == number and opener == "avant"
        he = after == number + 1 and other.parent == clause.parent and _begins_with_he(tree, other)
        if beside or again or before or he:  # "devait ouvrir lundi ‹avant d'être annulé›"
            yield after, other.verbs[0]


def _is_contrast(tree: Tree, clause: Clause, group: Group) -> bool:
    """Whether a plan is told against what came of it: "‹alors qu'il devait› ouvrir en 2024"."""
    subject = tree.words[group.first - 1].low
    return tree.words[clause.first].low == "alors" and clause.parent >= 0 and subject in _HE


def _is_another(tree: Tree, clause: Clause) -> bool:
    """Whether a clause after "mais" has a subject of its own: "mais ‹un autre train› …"."""
    return any(tree.words[n].low in _INDEFINITE for n in clause.own[1:2])


def _begins_with_he(tree: Tree, clause: Clause) -> bool:
    """Whether a clause goes on with the same subject: "…, ‹il› se tiendra en mai"."""
    verb = clause.verb
    first = [n for n in clause.own if tree.words[n].is_word][:1]
    return verb is not None and first == [verb.first - 1] and tree.words[first[0]].low in _HE


def called_off(tree: Tree, clause: Clause, verb: Group, loose: frozenset[str]) -> Fate | None:
    """Say that a verb calls off what is its subject: "est annulé", "a vu sa visite annulée".

    Those of `loose` do in the passive.
    """
    words = tree.words
    place, lemmas, passive = verb.head, verb.lemmas, verb.passive
    if verb.negated:
        return None
    if "voir" in lemmas:
        found = _seen(tree, clause, verb)
        if found is None:
            return None
        place, lemmas, passive = found, infinitives(words[found]), True
    elif verb.form is Form.INFINITIVE and lemmas == {"être"} and place + 1 < len(words):
        place, lemmas, passive = place + 1, infinitives(words[place + 1]), True
    if not passive and not _is_own(words, verb):
        return None
    moved = lemmas & french.POSTPONE_SURE or (passive and lemmas & french.POSTPONE_LEMMAS)
    if not (moved or lemmas & french.CANCEL_LEMMAS or (passive and lemmas & loose)):
        return None
    if verb.form in _DOUBTED:
        return Fate(Status.CONDITIONAL, words[place].text, place)  # "pourrait être annulé"
    return Fate(Status.POSTPONED if moved else Status.CANCELLED, words[place].text, place)


def _seen(tree: Tree, clause: Clause, verb: Group) -> int | None:
    """Return the participle of "a vu ‹son rendez-vous annulé›", or None."""
    own = [n for n in clause.own if verb.last < n <= verb.last + 2 + _NEAR]
    if not own or tree.words[own[0]].low not in french.POSSESSIVES:
        return None
    return next((n for n in own[2:] if is_participle(tree.words[n])), None)


def _is_own(words: Sequence[Word], verb: Group) -> bool:
    """Whether an active verb calls off what is its subject's own: "a annulé ‹sa venue›"."""
    before = [words[n].low for n in range(verb.first, verb.head)]
    if verb.reflexive or any(low in ("l'", "les", "le", "la") for low in before):
        return True
    for at in range(verb.last + 1, min(len(words), verb.last + 1 + _NEAR)):
        if not words[at].is_word and not words[at].low[0].isalnum():
            break
        if words[at].low in french.DETERMINERS and words[at - 1].low not in french.PREPOSITIONS:
            return words[at].low in french.POSSESSIVES
    return True  # "a annulé ‹en raison d'une blessure›"


def _not_held(words: Sequence[Word], verb: Group) -> Fate | None:
    """Say that a plan is not kept: "n'aura pas lieu", but not "n'aura pas lieu avant mai"."""
    if not verb.negated or not verb.lemmas & TAKES_PLACE:
        return None
    behind = range(verb.last + 1, min(len(words), verb.last + 1 + _NEAR))
    after = [words[n].low for n in behind]
    between = [words[n].low for n in range(verb.first, verb.last + 1)]
    held = verb.reflexive or "lieu" in after
    none = any(low in french.NEVERS for low in after + between)
    if not held or not none or any(low in ("avant", "que", "qu'") for low in after):
        return None
    last = max((n for n in behind if words[n].low in french.NEVERS | {"lieu"}), default=verb.last)
    return Fate(Status.CANCELLED, words[verb.head].text, last)


def fate_of_noun(tree: Tree, clause: Clause, time: Time) -> Fate | None:
    """Find what a clause says of a noun with its day: "le vote du 3 mai ‹n'aura pas lieu›"."""
    verb = clause.verb
    if verb is None or tree.home[time.first] != tree.home[verb.first]:
        return None
    if verb.last < time.first:
        return _settled(tree.words, verb, time.first)
    fate = _not_held(tree.words, verb)
    if fate is not None and verb.form in PAST_FORMS:
        return Fate(Status.DENIED, fate.cue, fate.last)  # no plan: it was said to be, and was not
    return fate


def _moved(plan: Plan, number: int, verb: Group) -> Fate | None:
    """Say that another day takes the place of the plan: "prévu en mai, ‹se tiendra en juin›".

    That it is another day alone does not say so ("le maire, attendu lundi, part mercredi"): the
    thing must take place then, or "initialement", "finalement", "pas avant" or "ne … que" stand by.
    """
    if plan.time is None or plan.time.timex.bounds is None:
        return None
    words, was = plan.tree.words, plan.time.timex.bounds
    first = _is_first_meant(plan)
    for time in plan.times:
        now = time.timex.bounds
        if plan.tree.home[time.first] != number or time is plan.time or now is None:
            continue
        if plan.group.first < time.first < verb.first and number == plan.number:
            continue
        later, earlier = now.earliest > was.latest, now.latest < was.earliest
        if not later and not (first and earlier):
            continue
        if first or _takes_over(plan.tree, number, plan.group, verb, time):
            return Fate(Status.POSTPONED, words[plan.group.head].text, -1)
    return None


def _takes_over(tree: Tree, number: int, group: Group, verb: Group, time: Time) -> bool:
    words = tree.words
    own = [words[n].low for n in tree.clauses[number].own]
    before = [words[n].low for n in range(max(0, time.first - 3), time.first)]
    if "finalement" in own:
        return True
    if verb.negated:
        return any(low in ("avant", "que", "qu'") for low in before)
    if verb.passive and verb.lemmas & french.RESETS:
        return any(low in ("à", "au", "pour") for low in before)
    same = verb.lemmas & group.lemmas - {"être", "avoir", "faire", "aller"}
    if same and verb.form is Form.FUTURE and not {"aussi", "également", "encore"} & set(own):
        return True  # "qui devait parler mardi, ‹parlera› mercredi"
    held = verb.reflexive or "lieu" in own
    return held and bool(verb.lemmas & TAKES_PLACE) and _is_right_behind(tree, verb, time)


def _is_right_behind(tree: Tree, verb: Group, time: Time) -> bool:
    """Whether only a place or an adverb parts a verb from its time: "se tiendra ‹à Orcey› le 3"."""
    light = (french.PREPOSITIONS | french.DETERMINERS | french.BETWEEN | {"lieu"}) - {"avant"}
    between = (tree.words[n] for n in range(verb.last + 1, time.first))
    return time.first > verb.last and all(
        word.low in light or word.low.endswith("ment") or word.is_name for word in between
    )


def _is_first_meant(plan: Plan) -> bool:
    """Whether "initialement" stands by a plan: it is no more what it was."""
    words, at = plan.tree.words, plan.time.first if plan.time else plan.group.last
    near = range(max(0, plan.group.first - 3), max(at, plan.group.last + 1))
    return any(
        words[n].low in french.INITIALLY or (words[n].low == "origine" and words[n - 1].low == "l'")
        for n in near
        if words[n].low != ","
    )


def _first_meant(plan: Plan) -> Fate | None:
    """Say that what "devait ‹initialement› ouvrir en mars" was moved, where it ends with that.

    Where more follows, the place or the way may be what changed.
    """
    if plan.time is None or not plan.group.finite or not _is_first_meant(plan):
        return None
    after = (n for n in plan.clause.own if n > plan.time.last)
    if plan.group.negated or any(plan.tree.words[n].is_word for n in after):
        return None
    return Fate(Status.POSTPONED, plan.tree.words[plan.group.head].text, -1)


def _by_noun(plan: Plan) -> Fate | None:
    """Say what a noun before a relative does: "a annoncé ‹le report› du vote, qui devait"."""
    clause, words = plan.clause, plan.tree.words
    inside = plan.group.form is Form.PARTICIPLE
    if clause.parent >= 0 and clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
        above, end = plan.tree.clauses[clause.parent], clause.first
    elif inside and plan.group not in clause.verbs:
        above, end = clause, plan.group.first
    else:
        return None
    verb = above.verb
    if verb is None or verb.negated or verb.first > end:
        return None
    if clause.kind is ClauseKind.RELATIVE or clause.after_comma:
        fate = _by_verb(plan, verb, end)
        if fate is not None:
            return fate
    return _settled(words, verb, end)


def _by_verb(plan: Plan, verb: Group, end: int) -> Fate | None:
    """Say what a verb does to its object: "a annulé ‹le bal, qui devait se tenir lundi›"."""
    words = plan.tree.words
    off = verb.lemmas & french.CALLED_OFF and not verb.passive and verb.form in _SO
    if not off or plan.group.form not in _OWED or verb.last >= end - 2:
        return None
    if any(words[n].low in _ASIDE for n in range(verb.last + 1, end)):
        return None  # "a reporté son aide ‹à l'usine qui doit ouvrir›"
    moved = bool(verb.lemmas & french.POSTPONE_SURE)
    status = Status.POSTPONED if moved else Status.CANCELLED
    return Fate(status, words[verb.head].text, verb.last)


def _settled(words: Sequence[Word], verb: Group, end: int) -> Fate | None:
    """Say what a verb settles of a thing that ends at a place: "a annoncé ‹le report› du vote"."""
    if verb.negated or not verb.lemmas & french.SETTLES or verb.form not in _SO:
        return None
    for at in range(end - 3, verb.last, -1):
        low = words[at].low
        if low in (",", "et", "ou"):
            return None
        if words[at + 1].low in ("de", "du", "des", "d'"):
            if low in french.POSTPONE_NOUNS:
                return Fate(Status.POSTPONED, words[at].text, at)
            if low in french.CANCEL_NOUNS:
                return Fate(Status.CANCELLED, words[at].text, at)
    return None
