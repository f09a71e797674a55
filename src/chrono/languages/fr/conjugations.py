"""The table of French verbs: stems and endings by conjugation, and what a form can be by them.

The table `verbs.tsv` holds some 5,000 verbs (its header says where they come from). A form is
looked up by trying where its stem may end, as its last letters have it; no forms are made ahead,
so the table costs little to load (at the first look-up) and to keep.

>>> table().find("vus"), table().find("lundi")
([('voir', 1024)], [])
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from chrono.memory import keep

__all__ = [
    "PERSONS",
    "TENSES",
    "TENSE_NAMES",
    "Person",
    "Table",
    "Tense",
    "fold",
    "folded_table",
    "resource",
    "table",
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


TENSE_NAMES: Final = (
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
TENSES: Final = 0x7FF
PERSONS: Final = 12  # the bits of the persons lie above those of the tenses
_IMPERATIVE: Final = (2, 8, 16)


class Table:
    """Endings by conjugation, and the conjugations that each stem takes."""

    def __init__(self, text: str) -> None:
        self.endings: list[dict[str, int]] = []
        self.infinitive: list[str] = []
        self.stems: dict[str, tuple[int, ...]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}  # of endings, by their last three letters
        self._cuts: dict[str, tuple[int, ...]] = {}  # of endings that words end with, by the same
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
        bit = TENSE_NAMES.index(tense)
        finite = (1 << bit) & Tense.FINITE
        for place, cell in enumerate(cells):
            if cell == "-":
                continue
            person = 0
            if tense == "imperative":
                person = _IMPERATIVE[place]
            elif finite:
                person = 1 << place
            spellings = ["" if ending == "0" else ending for ending in cell.split("/")]
            if tense == "infinitive":
                self.infinitive.append(spellings[0])
            for ending in spellings:
                self._measure(ending)
                endings[ending] = endings.get(ending, 0) | 1 << bit | person << PERSONS

    def _measure(self, ending: str) -> None:
        known = self.lengths.get(ending[-3:], ())
        if ending and len(ending) not in known:
            self.lengths[ending[-3:]] = tuple(sorted((*known, len(ending))))

    def _cuts_of(self, last: str) -> tuple[int, ...]:
        """How long the endings may be of words with these last three letters."""
        known = self._cuts.get(last)
        if known is None:
            known = (0,)
            for k in range(len(last)):
                known += self.lengths.get(last[k:], ())
            keep(self._cuts, last, known)
        return known

    def find(self, form: str) -> list[tuple[str, int]]:
        """Return the infinitives that have this form, each with its bits."""
        found: list[tuple[str, int]] = []
        size = len(form)
        for length in self._cuts_of(form[-3:]):
            end = size - length
            numbers = self.stems.get(form[:end]) if end >= 0 else None
            if numbers is not None:
                ending = form[end:]
                for number in numbers:
                    bits = self.endings[number].get(ending, 0)
                    if bits:
                        found.append((form[:end] + self.infinitive[number], bits))
        return found

    def folded(self) -> Table:
        """Return the same table with every accent dropped."""
        table = Table("")
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


def resource(name: str) -> str:
    """Return the text of a file beside this module."""
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def table() -> Table:
    """Return the table of verbs, read at first use."""
    return Table(resource("verbs.tsv"))


@cache
def folded_table() -> Table:
    """Return the same without accents, made at first use."""
    return table().folded()


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
