"""Verb groups: the finite verbs of a sentence with their auxiliaries, tense and negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from chrono.chronicle import french
from chrono.chronicle.sentences import Word, phrase_at
from chrono.languages.fr.verbs import Person, Tense, is_weak, lemmas, persons, readings


class Form(StrEnum):
    """What the form of a verb group says about time and reality."""

    PRESENT = "present"
    PAST = "past"
    IMPERFECT = "imperfect"
    PLUPERFECT = "pluperfect"
    RECENT = "recent past"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    CONDITIONAL_PAST = "past conditional"
    DUTY = "devoir"
    DUTY_PAST = "devait"
    EXPECTED = "devrait"
    MAY = "pouvoir"
    MIGHT = "pourrait"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


PAST_FORMS = frozenset({Form.PAST, Form.IMPERFECT, Form.PLUPERFECT, Form.RECENT})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: the places `first` to `last` (inclusive) of its words.

    `head` is the place of the word that says what happens; `lemmas` its infinitives;
    `inverted` where the subject follows ("a-t-il dit"), `pronoun` where a subject pronoun
    stands before it.
    """

    first: int
    last: int
    head: int
    form: Form
    lemmas: frozenset[str]
    finite: bool = True
    passive: bool = False
    negated: bool = False
    inverted: bool = False
    pronoun: bool = False
    reflexive: bool = False
    plural: bool = False

    def with_participle(self, at: int, lemmas: frozenset[str]) -> Group:
        """Return the group of a participle that shares this one's auxiliary: "arrêté et ‹jugé›"."""
        return replace(
            self, first=at, last=at, head=at, lemmas=lemmas, inverted=False, pronoun=False,
            finite=self.form is not Form.PARTICIPLE,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reading:
    bits: int
    lemmas: frozenset[str]
    persons: int
    weak: bool


@lru_cache(maxsize=65_536)
def _read(form: str) -> _Reading:
    bits = readings(form)
    return _Reading(
        bits, frozenset(lemmas(form)) if bits else frozenset(), persons(form), is_weak(form)
    )


_INVERSIONS = (
    "-t-il",
    "-t-elle",
    "-t-on",
    "-t-ils",
    "-t-elles",
    "-il",
    "-elle",
    "-on",
    "-ils",
    "-elles",
    "-je",
    "-nous",
    "-vous",
    "-ce",
)


def base(word: Word) -> tuple[str, bool]:
    """Return the verb of a word, and whether its subject is tied to it: "dit-il"."""
    if "-" in word.low:
        for tail in _INVERSIONS:
            if word.low.endswith(tail):
                return word.low[: -len(tail)], True
    return word.low, False


def is_participle(word: Word) -> bool:
    """Tell whether a word can be a past participle."""
    return bool(_read(word.low).bits & Tense.PAST_PARTICIPLE)


def is_infinitive(word: Word) -> bool:
    """Tell whether a word can be an infinitive."""
    return bool(_read(word.low).bits & Tense.INFINITIVE) and not word.is_name


def is_present_participle(word: Word) -> bool:
    """Tell whether a word can be a present participle."""
    return bool(_read(word.low).bits & Tense.PRESENT_PARTICIPLE) and word.low not in french.NO_VERB


def is_finite(form: str) -> bool:
    """Tell whether a word can be a finite verb."""
    return bool(_read(form).bits & Tense.FINITE)


def infinitives(word: Word) -> frozenset[str]:
    """Return the infinitives of the verbs that a word can be."""
    return _read(word.low).lemmas


def groups(words: Sequence[Word], skip: frozenset[int] = frozenset()) -> list[Group]:
    """Return the finite verb groups of a sentence, in order. `skip` are places of time words."""
    found: list[Group] = []
    place = 0
    while place < len(words):
        group = None if place in skip else _group(words, place, skip)
        if group is None:
            place += 1
        else:
            found.append(group)
            place = group.last + 1
    return found


def _group(words: Sequence[Word], place: int, skip: frozenset[int]) -> Group | None:
    word = words[place]
    form, inverted = base(word)
    reading = _read(form)
    if not reading.bits & Tense.FINITE or not _stands_as_verb(
        words, place, reading, inverted, skip
    ):
        return None
    clitics = _clitics(words, place)
    negated = any(words[at].low in ("ne", "n'") for at in clitics)
    reflexive = any(words[at].low in ("se", "s'") for at in clitics)
    first = clitics[0] if clitics else place
    pronoun = first > 0 and words[first - 1].low in french.SUBJECTS
    plural = bool(reading.persons & Person.THIRD_PLURAL)
    tense = _tense(reading)
    head, last, kind, names, passive = _build(words, place, skip, reading, tense, reflexive)
    return Group(
        first, last, head, kind, names, True, passive, negated, inverted, pronoun, reflexive, plural
    )


def _clitics(words: Sequence[Word], place: int) -> list[int]:
    at = place
    while at > 0 and words[at - 1].low in french.CLITICS and place - at < 3:
        at -= 1
    return list(range(at, place))


def _is_aside(words: Sequence[Word], place: int) -> bool:
    """Whether a comma closes what begins here, right before a verb."""
    for at in range(place + 1, len(words) - 1):
        if words[at].low == ",":
            after = at + 1
            while after + 1 < len(words) and words[after].low in french.CLITICS:
                after += 1
            return is_finite(words[after].low) and not _read(words[after].low).weak
    return False


# "tout a commencé", "tout bascule"
_AFTER_ALL = frozenset(
    {"avoir", "être", "aller", "devoir", "pouvoir", "commencer", "débuter", "basculer", "changer"}
)


def _stands_as_verb(
    words: Sequence[Word], place: int, reading: _Reading, inverted: bool, skip: frozenset[int]
) -> bool:
    word = words[place]
    if inverted:
        return True
    if word.low in french.NO_VERB or word.text == "A":
        return False
    before = words[place - 1] if place else None
    clitics = _clitics(words, place)
    first = clitics[0] if clitics else place
    subject = words[first - 1].low if first else ""
    sure = subject in french.SUBJECTS or any(words[at].low in french.SURE_CLITICS for at in clitics)
    sure = sure or (subject == "tout" and not reading.lemmas.isdisjoint(_AFTER_ALL))
    if not reading.persons & Person.THIRD and subject not in ("je", "j'", "nous", "vous", "tu"):
        return False
    if sure:
        return True
    if word.is_name and place:
        return False
    auxiliary = bool(reading.lemmas & {"être", "avoir"})
    if reading.weak and not auxiliary:
        said = place > 1 and before is not None and before.low == ","
        return said and words[place - 2].low in french.CLOSING_QUOTES  # « … », glisse X
    if before is None:
        return False
    if before.low == "," and reading.bits & Tense.PAST_PARTICIPLE and _is_aside(words, place):
        return bool(reading.lemmas & french.SPEECH)  # "le pont, ‹interdit› lundi, a rouvert"
    if before.low in french.NO_VERB_AFTER_PRESENT and reading.bits & Tense.PRESENT:
        return False
    number = before.low[:1].isdigit() and place - 1 not in skip  # of a year or an hour it is none
    if before.low in french.NO_VERB_AFTER or number:
        if not auxiliary:
            return False
        if before.low in ("en", "y", "ce", "tous", "leur"):
            return True
        having = "avoir" in reading.lemmas
        return (having and before.low in ("l'", "les")) or subject in (
            "que",
            "qu'",
            "comme",
            "dont",
        )
    only_participle = reading.bits & Tense.PAST_PARTICIPLE
    if only_participle and not auxiliary:
        # "dit", "fait", "pris": participle or present. Believe the verb after a name or a comma.
        return before.is_name or before.low in ('"', "»", ",", "”")
    return True


def _tense(reading: _Reading) -> int:
    for tense in (
        Tense.FUTURE,
        Tense.CONDITIONAL,
        Tense.IMPERFECT,
        Tense.PRESENT,
        Tense.SIMPLE_PAST,
        Tense.SUBJUNCTIVE_PRESENT,
        Tense.SUBJUNCTIVE_IMPERFECT,
    ):
        if reading.bits & tense:
            return int(tense)
    return int(Tense.PRESENT)


_SIMPLE = {
    Tense.FUTURE: Form.FUTURE,
    Tense.CONDITIONAL: Form.CONDITIONAL,
    Tense.IMPERFECT: Form.IMPERFECT,
    Tense.SIMPLE_PAST: Form.PAST,
}
_COMPOUND = {
    Tense.FUTURE: Form.FUTURE,
    Tense.CONDITIONAL: Form.CONDITIONAL_PAST,
    Tense.IMPERFECT: Form.PLUPERFECT,
}


def _build(
    words: Sequence[Word],
    place: int,
    skip: frozenset[int],
    reading: _Reading,
    tense: int,
    reflexive: bool,
) -> tuple[int, int, Form, frozenset[str], bool]:
    """Return head, last place, form, infinitives and voice of the group that begins at a place."""
    form, _ = base(words[place])
    if reading.lemmas & {"avoir", "être"} and form not in ("suit",):
        being = "être" in reading.lemmas
        at = _ahead(words, place, skip, is_participle)
        if at is not None:
            return _compound(words, at, skip, tense, being, reflexive)
    infinitive = _ahead(words, place, skip, is_infinitive)
    if infinitive is not None:
        modal = _modal(words, place, infinitive, reading, tense)
        if modal is not None:
            head, last, passive = _inner(words, infinitive, skip)
            return head, last, modal, infinitives(words[head]), passive
    return place, place, _SIMPLE.get(tense, Form.PRESENT), reading.lemmas, False


_HELPERS = frozenset({"devoir", "pouvoir", "falloir", "laisser", "faire"})


def _compound(
    words: Sequence[Word], at: int, skip: frozenset[int], tense: int, being: bool, reflexive: bool
) -> tuple[int, int, Form, frozenset[str], bool]:
    passive = being and not reflexive
    if words[at].low == "été":
        inner = _ahead(words, at, skip, is_participle)
        if inner is None:
            return at, at, _COMPOUND.get(tense, Form.PAST), frozenset({"être"}), False
        return inner, inner, _COMPOUND.get(tense, Form.PAST), infinitives(words[inner]), True
    names = infinitives(words[at])
    moving = bool(names & french.ETRE_VERBS)
    if being and not reflexive and not moving:
        return at, at, _SIMPLE.get(tense, Form.PRESENT), names, True
    head, last = at, at
    if names & _HELPERS:
        inner = _ahead(words, at, skip, is_infinitive)
        told = inner is not None and words[inner].low in french.LET_KNOW  # "a laissé ‹entendre›"
        if inner is not None and (told or not names & {"laisser", "faire"}):
            head, last, passive = _inner(words, inner, skip)
            names = infinitives(words[head])
    return head, last, _COMPOUND.get(tense, Form.PAST), names, passive and not moving


def _inner(words: Sequence[Word], at: int, skip: frozenset[int]) -> tuple[int, int, bool]:
    """Return head, last place and voice of an infinitive: "être hospitalisé" is a passive."""
    if words[at].low in ("être", "avoir"):
        inner = _ahead(words, at, skip, is_participle)
        if inner is not None:
            return inner, inner, words[at].low == "être"
    return at, at, False


def _modal(
    words: Sequence[Word], place: int, infinitive: int, reading: _Reading, tense: int
) -> Form | None:
    verbs = reading.lemmas
    between = {words[at].low for at in range(place + 1, infinitive)}
    prepositional = between & {"de", "d'", "à"}
    if "venir" in verbs and between & {"de", "d'"}:
        return Form.RECENT if tense != Tense.FUTURE else Form.FUTURE
    if prepositional:
        return None
    if "aller" in verbs:
        return Form.FUTURE if tense == Tense.PRESENT else Form.DUTY_PAST
    if "devoir" in verbs:
        return {
            Tense.PRESENT: Form.DUTY,
            Tense.IMPERFECT: Form.DUTY_PAST,
            Tense.CONDITIONAL: Form.EXPECTED,
            Tense.FUTURE: Form.FUTURE,
        }.get(tense, Form.PAST)
    if "pouvoir" in verbs:
        return {
            Tense.PRESENT: Form.MAY,
            Tense.CONDITIONAL: Form.MIGHT,
            Tense.FUTURE: Form.FUTURE,
            Tense.IMPERFECT: Form.IMPERFECT,
        }.get(tense, Form.PAST)
    if "faire" in verbs or "laisser" in verbs or "falloir" in verbs:
        return _SIMPLE.get(tense, Form.PRESENT)
    return None


def _ahead(
    words: Sequence[Word],
    place: int,
    skip: frozenset[int],
    wanted: object,
) -> int | None:
    """Return the place of the first word ahead that is wanted, past adverbs and time words."""
    assert callable(wanted)
    commas = 0
    inserted = place  # the last word of a phrase that is put in
    for at in range(place + 1, min(len(words), place + 12)):
        word = words[at]
        if at in skip or at <= inserted:
            continue
        phrase = phrase_at(words, at, french.INSERTED_BY_FIRST)
        if phrase:
            inserted = at + len(phrase) - 1
            continue
        previous = words[at - 1].low
        if wanted(word) and not word.is_name and word.low not in ("mort",):
            if (
                previous in french.DETERMINERS
                and at - 1 > place
                and previous not in ("l'", "la", "le", "les", "leur")
            ):
                return None
            return at
        if word.low in french.BETWEEN or word.low.endswith("ment"):
            continue
        if word.low == "," and commas < 2:
            commas += 1
            continue
        if commas % 2 == 1 and word.low not in french.BREAKS_GROUP and at - place < 8:
            continue
        return None
    return None
