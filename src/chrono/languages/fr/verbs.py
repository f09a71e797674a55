"""The forms of French verbs: which tenses a word can be, and whether it is more often a noun.

The table `verbs.tsv` holds some 5,000 verbs as stems and endings (its header says where they come
from). A word is looked up by trying where its stem may end, longest first; nothing is made ahead,
so the table costs little to load (at the first look-up) and to keep.

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

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from chrono.frozen import acyclic
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


class Tense:
    """The bits of a reading. Plain integers: they are tested for every word of a text."""

    PRESENT: Final = 1
    IMPERFECT: Final = 2
    SIMPLE_PAST: Final = 4
    FUTURE: Final = 8
    CONDITIONAL: Final = 16
    SUBJUNCTIVE_PRESENT: Final = 32
    SUBJUNCTIVE_IMPERFECT: Final = 64
    IMPERATIVE: Final = 128
    INFINITIVE: Final = 256
    PRESENT_PARTICIPLE: Final = 512
    PAST_PARTICIPLE: Final = 1024

    FINITE: Final = 255
    """Any form with a person: what makes a clause."""


class Person:
    """The bits of `persons`."""

    FIRST_SINGULAR: Final = 1
    SECOND_SINGULAR: Final = 2
    THIRD_SINGULAR: Final = 4
    FIRST_PLURAL: Final = 8
    SECOND_PLURAL: Final = 16
    THIRD_PLURAL: Final = 32

    THIRD: Final = 36


_NAMES: Final = (
    "present",
    "imperfect",
    "simple-past",
    "future",
    "conditional",
    "subjunctive-present",
    "subjunctive-imperfect",
    "imperative",
    "infinitive",
    "present-participle",
    "past-participle",
)
_TENSES: Final = 0x7FF
_PERSONS: Final = 12  # the bits of the persons lie above those of the tenses
_IMPERATIVE_PERSONS: Final = (2, 8, 16)
_SINGULAR_SPEAKERS: Final = 3  # je and tu

AUXILIARIES: Final = ("aller", "avoir", "devoir", "falloir", "pouvoir", "venir", "être")
"""The verbs whose forms build other tenses, or say that something is to come or may be."""


class _Table:
    """Endings by conjugation, and the conjugations that each stem takes."""

    def __init__(self, text: str) -> None:
        self.endings: list[dict[str, int]] = []
        self.infinitive: list[str] = []
        self.stems: dict[str, tuple[int, ...]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}  # of endings of two letters or more, by these
        for number, block in enumerate(text.split("\n@")[1:]):
            endings: dict[str, int] = {}
            self.endings.append(endings)
            lines = block.split("\n")
            at = 1  # after the name
            while "\t" in lines[at]:
                tense, _, cells = lines[at].partition("\t")
                self._read(tense, cells.split(" "), endings)
                at += 1
            size = len(self.infinitive[number])
            # Sets and dicts as wholes: thousands of stems in a few milliseconds.
            stems = {verb[: len(verb) - size] for verb in lines[at:] if verb}
            shared = {stem: (*self.stems[stem], number) for stem in self.stems.keys() & stems}
            self.stems.update(dict.fromkeys(stems, (number,)))
            self.stems.update(shared)

    def _read(self, tense: str, cells: list[str], endings: dict[str, int]) -> None:
        bit = _NAMES.index(tense)
        finite = (1 << bit) & Tense.FINITE
        for place, cell in enumerate(cells):
            if cell == "-":
                continue
            person = 0
            if tense == "imperative":
                person = _IMPERATIVE_PERSONS[place]
            elif finite:
                person = 1 << place
            spellings = ["" if ending == "0" else ending for ending in cell.split("/")]
            if tense == "infinitive":
                self.infinitive.append(spellings[0])
            for ending in spellings:
                self._measure(ending)
                endings[ending] = endings.get(ending, 0) | 1 << bit | person << _PERSONS

    def _measure(self, ending: str) -> None:
        known = self.lengths.get(ending[-2:], ())
        if len(ending) > 1 and len(ending) not in known:
            self.lengths[ending[-2:]] = tuple(sorted((*known, len(ending))))

    def find(self, form: str) -> list[tuple[str, int]]:
        """Return the infinitives that have this form, each with its bits."""
        found: list[tuple[str, int]] = []
        size = len(form)
        for length in (0, 1, *self.lengths.get(form[-2:], ())):
            end = size - length
            numbers = self.stems.get(form[:end]) if end >= 0 else None
            if numbers is not None:
                ending = form[end:]
                for number in numbers:
                    bits = self.endings[number].get(ending, 0)
                    if bits:
                        found.append((form[:end] + self.infinitive[number], bits))
        return found

    def folded(self) -> _Table:
        """Return the same table with every accent dropped."""
        table = _Table("")
        table.infinitive = self.infinitive
        for endings in self.endings:
            plain: dict[str, int] = {}
            for ending, bits in endings.items():
                key = fold(ending)
                table._measure(key)
                plain[key] = plain.get(key, 0) | bits
            table.endings.append(plain)
        for stem, numbers in self.stems.items():
            key = fold(stem)
            table.stems[key] = (*table.stems.get(key, ()), *numbers)
        return table


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _table() -> _Table:
    return _Table(_resource("verbs.tsv"))


@cache
def _folded_table() -> _Table:
    return _table().folded()


@cache
def _homographs() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are no verbs, and those that are weak ones."""
    never: set[str] = set()
    weak: set[str] = set()
    into = weak
    for line in _resource("verbs.homographs.txt").splitlines():
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


def fold(form: str) -> str:
    """Return the form in lower case, without accents, its ligatures taken apart.

    >>> fold("ANNONCÉE"), fold("Œuvrer")
    ('annoncee', 'oeuvrer')
    """
    form = form.lower()
    if form.isascii():
        return form
    decomposed = unicodedata.normalize("NFD", form.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _normal(form: str) -> str:
    return form.lower().replace("oeu", "œu")


@acyclic
class Form:
    """What a word is as a form of verbs; `form_of` makes it.

    `tenses` are bits of `Tense`, 0 for no form of a known verb, `persons` bits of `Person`; `weak`,
    `lemmas` and `auxiliary` are as the functions of these names have it; `is_verb` tells a form of
    any verb.
    """

    __slots__ = ("auxiliary", "is_verb", "lemmas", "persons", "tenses", "weak")

    def __init__(self, word: str) -> None:
        normal = _normal(word)
        never, weak = _homographs()
        readings = _table().find(normal) if normal and normal not in never else []
        bits = 0
        if readings:
            for _, more in readings:
                bits |= more
            if bits & Tense.PAST_PARTICIPLE and not bits >> _PERSONS & ~_SINGULAR_SPEAKERS:
                # "pris", "mis", "connus" are participles; "je pris" is for novels.
                bits &= _TENSES & ~Tense.FINITE
        elif len(normal) >= _LONG and normal.startswith(_PREFIXES) and normal not in never:
            bits = _of_base(normal)
        lemmas = [infinitive for infinitive, _ in readings]
        self.lemmas = tuple(sorted(set(lemmas))) if len(lemmas) > 1 else tuple(lemmas)
        self.tenses = bits & _TENSES
        self.persons = bits >> _PERSONS
        # "les comptes", "des marques": news says "tu" to nobody.
        self.weak = self.persons == Person.SECOND_SINGULAR or normal in weak
        self.auxiliary = _auxiliaries().get(word)
        self.is_verb = word[:1].isalpha() and (self.tenses != 0 or self.auxiliary is not None)


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
    never, weak = _homographs()
    bits = 0
    for prefix in _PREFIXES:
        base = form[len(prefix) :]
        if form.startswith(prefix) and base not in weak and base not in never:
            for _, more in _table().find(_normal(base)):
                bits |= more
    if form.endswith("èrent"):
        kept = Tense.SIMPLE_PAST
    elif form.endswith(("é", "ée", "és", "ées")) and not form.endswith(("ité", "ités")):
        kept = Tense.PAST_PARTICIPLE
    else:
        kept = _PLAIN
    return bits & (kept | ~_TENSES) if bits & kept else 0


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
    for _, more in _folded_table().find(plain):
        bits |= more
    return bits & _TENSES


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
    table = _table()
    found: dict[str, dict[str, int]] = {}
    for stem, numbers in table.stems.items():
        for number in numbers:
            infinitive = stem + table.infinitive[number]
            if infinitive in AUXILIARIES:
                for ending, bits in table.endings[number].items():
                    found.setdefault(stem + ending, {})[infinitive] = bits & _TENSES
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
    return tuple(name for bit, name in enumerate(_NAMES) if bits >> bit & 1)
