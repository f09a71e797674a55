"""The forms of French verbs: which tenses a word can be, and whether it is more often a noun.

They are looked up in the table of `conjugations`, and what a word was found to be is remembered.

News is full of words that look like verbs. Those that never are one there ("bus", "vers") have no
reading here; those that mostly are something else ("annonce", "fin des soldes") keep their
readings and are *weak*: believe them only with a subject pronoun, "ne", "se" or an auxiliary
beside them. Both lists are in `verbs.homographs.txt`, with the reason for each group.

>>> names(readings("annoncera"))
('future',)
>>> names(readings("annonçait")), names(readings("annoncées"))
(('imperfect',), ('past-participle',))
>>> lemmas("vus"), lemmas("suis")
(('voir',), ('suivre', 'être'))
>>> readings("opéra") & Tense.FUTURE, is_weak("opéra"), readings("bus")
(0, True, 0)
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from chrono.frozen import acyclic
from chrono.languages.fr.conjugations import (
    PERSONS,
    TENSE_NAMES,
    TENSES,
    Person,
    Tense,
    fold,
    folded_table,
    resource,
    table,
)
from chrono.memory import keep

__all__ = [
    "AUXILIARIES",
    "Form",
    "Person",
    "Tense",
    "auxiliary",
    "fold",
    "form_of",
    "is_weak",
    "lemmas",
    "names",
    "persons",
    "readings",
    "readings_folded",
]


_SINGULAR_SPEAKERS: Final = 3  # je and tu

AUXILIARIES: Final = ("aller", "avoir", "devoir", "falloir", "pouvoir", "venir", "être")
"""The verbs whose forms build other tenses, or say that something is to come or may be."""


@cache
def _homographs() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are no verbs, and those that are weak ones."""
    never: set[str] = set()
    weak: set[str] = set()
    into = weak
    for line in resource("verbs.homographs.txt").splitlines():
        text = line.partition("#")[0].strip()
        if text == "[never]":
            into = never
        elif text == "[weak]":
            into = weak
        else:
            into.update(text.split())
    return frozenset(never), frozenset(weak)


@cache
def _folded_homographs() -> tuple[frozenset[str], frozenset[str]]:
    never, weak = _homographs()
    return frozenset(map(fold, never)), frozenset(map(fold, weak))


def _normal(form: str) -> str:
    low = form.lower()
    return low.replace("oeu", "œu") if "oeu" in low else low


class _Lists:
    """What is looked up for every word: the table, the lists of homographs, the auxiliaries."""

    __slots__ = ("auxiliaries", "never", "table", "weak")

    def __init__(self) -> None:
        self.table = table()
        self.never, self.weak = _homographs()
        self.auxiliaries = _auxiliaries()


@cache
def _lists() -> _Lists:
    return _Lists()


@acyclic
class Form:
    """What a word is as a form of verbs; `form_of` makes it.

    `tenses` are bits of `Tense`, 0 for no form of a known verb, `persons` bits of `Person`; `weak`,
    `lemmas` and `auxiliary` are as the functions of these names have it; `is_verb` tells a form of
    any verb.
    """

    __slots__ = ("auxiliary", "is_verb", "lemmas", "persons", "tenses", "weak")

    def __init__(self, word: str) -> None:
        known = _lists()
        normal = _normal(word)
        is_none = not normal or normal in known.never
        readings = [] if is_none else known.table.find(normal)
        bits = 0
        if readings:
            for _, more in readings:
                bits |= more
            if bits & Tense.PAST_PARTICIPLE and not bits >> PERSONS & ~_SINGULAR_SPEAKERS:
                # "pris", "mis", "connus" are participles; "je pris" is for novels.
                bits &= TENSES & ~Tense.FINITE
        elif len(normal) >= _LONG and not is_none and normal.startswith(_PREFIXES):
            bits = _of_base(normal)
        lemmas = [infinitive for infinitive, _ in readings]
        self.lemmas = tuple(sorted(set(lemmas))) if len(lemmas) > 1 else tuple(lemmas)
        self.tenses = bits & TENSES
        self.persons = bits >> PERSONS
        # "les comptes", "des marques": news says "tu" to nobody.
        self.weak = self.persons == Person.SECOND_SINGULAR or normal in known.weak
        self.auxiliary = known.auxiliaries.get(word)
        self.is_verb = (self.tenses != 0 or self.auxiliary is not None) and word[:1].isalpha()


_FORMS: dict[str, Form] = {}


def form_of(word: str) -> Form:
    """Return what a word is as a form of verbs, remembering the words of late."""
    found = _FORMS.get(word)
    return found if found is not None else keep(_FORMS, word, Form(word))


# News makes verbs of verbs faster than any table: "réinaugurera", "coanimeront", "dépublié".
_PREFIXES: Final = ("auto", "co", "cyber", "dé", "inter", "pré", "re", "ré", "sous", "sur", "télé")
_LONG: Final = 8
_PLAIN: Final = Tense.FUTURE | Tense.CONDITIONAL | Tense.IMPERFECT | Tense.INFINITIVE


def _of_base(form: str) -> int:
    """The bits of a known verb's form behind a prefix, where its ending leaves no doubt."""
    known = _lists()
    bits = 0
    for prefix in _PREFIXES:
        if not form.startswith(prefix):
            continue
        base = form[len(prefix) :]
        if base not in known.weak and base not in known.never:
            for _, more in known.table.find(_normal(base)):
                bits |= more
    if form.endswith("èrent"):
        kept = Tense.SIMPLE_PAST
    elif form.endswith(("é", "ée", "és", "ées")) and not form.endswith(("ité", "ités")):
        kept = Tense.PAST_PARTICIPLE
    else:
        kept = _PLAIN
    return bits & (kept | ~TENSES) if bits & kept else 0


def readings(form: str) -> int:
    """Return the bits of `Tense` that the form can have, 0 if it is no form of a known verb.

    Accents count; case does not. Words that in news never are verbs give 0 (see the module), and
    what is a participle or of the first two persons singular ("pris") is a participle.

    >>> names(readings("dit"))
    ('present', 'simple-past', 'past-participle')
    >>> names(readings("réinventoriera")), readings("cosinus")
    (('future',), 0)
    """
    return form_of(form).tenses


@lru_cache(maxsize=1 << 14)
def readings_folded(form: str) -> int:
    """Return the bits of `Tense` that the form can have if its accents were left out.

    For text in capitals: "ANNONCE" can be "annonce" or "annoncé". A word counts as no verb only
    if each of its spellings is none.

    >>> names(readings_folded("ANNONCE"))
    ('present', 'subjunctive-present', 'imperative', 'past-participle')
    """
    plain = fold(form)
    if not plain or plain in _folded_homographs()[0]:
        return 0
    bits = 0
    for _, more in folded_table().find(plain):
        bits |= more
    return bits & TENSES


def persons(form: str) -> int:
    """Return the bits of `Person` that the finite readings of the form can have.

    >>> persons("annonceront") == Person.THIRD_PLURAL, persons("annoncer")
    (True, 0)
    """
    return form_of(form).persons


def lemmas(form: str) -> tuple[str, ...]:
    """Return the infinitives that have this form, sorted; none for a word that is no verb.

    >>> lemmas("prévoit"), lemmas("lundi")
    (('prévoir',), ())
    """
    return form_of(form).lemmas


def is_weak(form: str) -> bool:
    """Tell whether the form, though a verb's, mostly is something else in news.

    Listed words are; so is what can only be a second person singular: see `verbs.homographs.txt`.

    >>> is_weak("annonce"), is_weak("annonçait")
    (True, False)
    """
    return form_of(form).weak


@cache
def _auxiliaries() -> dict[str, dict[str, int]]:
    verbs = table()
    found: dict[str, dict[str, int]] = {}
    for stem, numbers in verbs.stems.items():
        for number in numbers:
            infinitive = stem + verbs.infinitive[number]
            if infinitive in AUXILIARIES:
                for ending, bits in verbs.endings[number].items():
                    found.setdefault(stem + ending, {})[infinitive] = bits & TENSES
    return found


def auxiliary(form: str) -> dict[str, int] | None:
    """Return the verbs of `AUXILIARIES` that have the form, each with its bits of `Tense`.

    >>> auxiliary("sera") == {"être": Tense.FUTURE}, auxiliary("lundi")
    (True, None)
    """
    return form_of(form).auxiliary


def names(bits: int) -> tuple[str, ...]:
    """Return the names of the tenses in `bits`, for people.

    >>> names(Tense.FUTURE | Tense.PRESENT)
    ('present', 'future')
    """
    return tuple(name for bit, name in enumerate(TENSE_NAMES) if bits >> bit & 1)
