"""From a word to its lexemes: one dictionary look-up, whatever the word's spelling.

Every spelling that a form may take in print (lower case, capitalised, in capitals, capitals
without accents) is entered when the lexicon is built, so that nothing is folded while reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Flag, auto
from typing import Any

from chrono.frozen import frozen
from chrono.grammar.text import fold, folded, pieces, unaccent


@frozen
class Lexeme:
    """One reading of a word: a grammar category and a value."""

    category: str
    value: Any = None


class Spelling(Flag):
    """Which spellings a form may take besides its own."""

    ANY = 0
    ACCENTED = auto()  # lower case only with its accents: "dès" is not "des"
    NO_CAPITAL = auto()  # not with a capital: "Mars" is a planet, "Avril" a name


@frozen
class Entry:
    """Forms that share their lexemes. `strong` words start an island, the others only join one."""

    forms: tuple[str, ...]
    lexemes: tuple[Lexeme, ...]
    strong: bool = True
    spelling: Spelling = Spelling.ANY


@frozen
class Word:
    """What the dictionary knows of a spelling: its folded form and its lexemes."""

    folded: str
    lexemes: tuple[Lexeme, ...] = ()


@frozen
class Phrase:
    """A form of several pieces: "après-midi", "d'ores et déjà"."""

    folded: tuple[str, ...]
    lexeme: Lexeme


def spellings(form: str, spelling: Spelling = Spelling.ANY) -> set[str]:
    """The spellings of a one-piece form.

    >>> sorted(spellings("août"))
    ['AOUT', 'AOÛT', 'Aout', 'Août', 'aout', 'août']
    >>> sorted(spellings("dès", Spelling.ACCENTED))
    ['DES', 'DÈS', 'Dès', 'dès']
    """
    bare = unaccent(form)
    found = {form, form.upper(), bare.upper()}
    if Spelling.ACCENTED not in spelling:
        found.add(bare)
    if Spelling.NO_CAPITAL not in spelling:
        found |= {f[:1].upper() + f[1:] for f in found if f[1:] == f[1:].lower()}
    return found


class Lexicon:
    """The dictionary of a language, built once from its entries and its rules' own words."""

    __slots__ = ("beside", "phrases", "strong", "words")

    def __init__(self, entries: Iterable[Entry], rule_words: Iterable[str]) -> None:
        self.words: dict[str, Word] = {}
        self.strong: set[str] = set()
        self.phrases: dict[str, tuple[Phrase, ...]] = {}
        phrases: dict[str, list[Phrase]] = {}
        readings: dict[str, dict[Lexeme, None]] = {}
        triggers: dict[str, set[tuple[bool, str]]] = {}
        for entry in entries:
            for form in entry.forms:
                parts = [p for p in pieces(form) if not p.isspace()]
                if len(parts) > 1:
                    key = tuple(fold(p) for p in parts)
                    for lexeme in entry.lexemes:
                        phrases.setdefault(key[0], []).append(Phrase(key, lexeme))
                    for part in parts:
                        for s in spellings(part):
                            readings.setdefault(s, {})
                    if entry.strong:
                        self._add_trigger(parts, triggers)
                    continue
                for s in spellings(parts[0], entry.spelling):
                    readings.setdefault(s, {}).update(dict.fromkeys(entry.lexemes))
                    if entry.strong:
                        self.strong.add(s)
        for word in rule_words:
            strict = (
                Spelling.ACCENTED if fold(word) == word and not word.isascii() else Spelling.ANY
            )
            for s in spellings(word, strict) if word.isalpha() else {word}:
                readings.setdefault(s, {})
        for sign in "'’ʼ‘´-‐‑–—−«»“”„°º":
            readings.setdefault(sign, {})
        # A word that is strong by itself needs no neighbour.
        self.beside = {
            s: (
                frozenset([word for after, word in found if not after]),
                frozenset([word for after, word in found if after]),
            )
            for s, found in triggers.items()
            if s not in self.strong
        }
        self.strong |= set(self.beside)
        for s, lexemes in readings.items():
            self.words[s] = Word(fold(s), tuple(lexemes))
        self.phrases = {
            first: tuple(sorted(found, key=lambda p: -len(p.folded)))
            for first, found in phrases.items()
        }

    @staticmethod
    def _add_trigger(parts: list[str], triggers: dict[str, set[tuple[bool, str]]]) -> None:
        """Lets a phrase start an island at its longest word, beside the word next to that."""
        at = max(range(len(parts)), key=lambda k: len(parts[k]))
        after = at + 1 < len(parts)
        beside = at + 1 if after else at - 1
        if parts[beside] == "-":  # which a space may stand for
            beside += 1 if after else -1
        neighbour = fold(parts[beside])
        for s in spellings(parts[at]):
            triggers.setdefault(s, set()).add((after, neighbour))

    def beside_its_phrase(self, parts: list[str], at: int) -> bool:
        """Whether a piece that only phrases make strong has a word of one of them beside it."""
        before, after = self.beside[parts[at]]
        return (bool(after) and _stands(parts, at + 1, 1, after)) or (
            bool(before) and _stands(parts, at - 1, -1, before)
        )


def _stands(parts: list[str], k: int, step: int, words: frozenset[str]) -> bool:
    """Whether the first piece from a place on that is no white space is a word, or a hyphen."""
    if 0 <= k < len(parts) and parts[k].isspace():
        k += step
    return 0 <= k < len(parts) and (parts[k] in _HYPHENS or folded(parts[k]) in words)


_HYPHENS = frozenset("-‐‑–")
