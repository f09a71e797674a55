"""Who speaks, and what a title says of that: "Le maire : « Nous irons »"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chrono.chronicle import french
from chrono.chronicle.clauses import ClauseKind
from chrono.chronicle.sentences import Word
from chrono.chronicle.shorter import Shorter
from chrono.chronicle.titles import LONGEST, name_in, title_of
from chrono.chronicle.verbal import Group

_HOW = frozenset({"pourtant", "aussi", "également", "encore", "déjà", "alors", "ensuite", "ainsi"})
_WHERE = french.PREPOSITIONS - {"de", "du", "d'", "des", "à", "au", "aux"}
_ARTICLES = frozenset({"le", "la", "l'", "les"})
_LONGEST_SPEAKER = 40  # characters
_FEWEST = 2  # words of what somebody said
_ROOM = 24  # characters that it has in a title, at least
_MARKS = '«“"'
_AROUND = '«»“”" \u00a0\u202f-–—'


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the last sentence spoke of: the one name of its subject, its gender, if certain."""

    name: str = ""
    gender: str = ""


class Speakers(Shorter):
    """Who speaks in a sentence. `before` is whom the sentence before spoke of."""

    before: Subject

    def _spoken(self, number: int, verb: Group) -> str:
        """Write who says what: "Le maire : « Nous irons »"; "" if either is not at hand."""
        own = self.own(number, None)
        who = self.before.name if verb.inverted else self._says(number, verb)
        told = list(range(self._after_incise(number), own[0]))
        while told and self.words[told[-1]].low == ",":
            told.pop()
        if not (who or verb.inverted) or sum(self.words[n].is_word for n in told) < _FEWEST:
            return ""
        said = self.text[self.words[told[0]].start : self.words[told[-1]].end]
        quoted = said[0] in _MARKS
        room = LONGEST - len(who) - (7 if quoted else 3)
        if room < _ROOM:
            return ""
        predicate = ""
        if not quoted and len(said) > room:
            told, predicate = self._told_short(self._told_main(number, told), told, room)
            said = self._join(told, {})
        said = title_of(said.strip(_AROUND), predicate, longest=room)
        if quoted:
            return f"{who} : « {said} »" if who else f"« {said} »"
        if not who:
            return ""
        plain = french.DETERMINERS | french.SUBJECTS | french.PREPOSITIONS
        first = next(n for n in told if self.words[n].is_word)
        if self.words[first].low in plain:
            said = said[:1].lower() + said[1:]
        return f"{who} : {said}"

    def _told_main(self, number: int, told: Sequence[int]) -> int:
        """Return the first main clause of what was said, or the one that the incise stands in."""
        for at, clause in enumerate(self.tree.clauses):
            if clause.kind is ClauseKind.MAIN and clause.verb and clause.verb.first in told:
                return at
        return self.tree.clauses[number].parent

    def _told_short(self, number: int, told: list[int], room: int) -> tuple[list[int], str]:
        """Leave out what stands between in what was said, and return its predicate too."""
        verb = self.tree.clauses[number].verb if number >= 0 else None
        if verb is None or not verb.finite or verb.first not in told:
            return told, ""
        told = self._without_front(number, told, verb)
        if self._text_length(told) > room:
            told = self._without_apposition(told, verb)
        told, needed = self._with_content(number, told, verb, room)
        return told, self._join(needed, {})

    def _says(self, number: int, verb: Group) -> str:
        """Return who speaks in an incise, by name if there is one."""
        own = self._subject_behind(number, verb)
        where = (k for k, n in enumerate(own) if k and self.words[n].low in _WHERE)
        own = own[: next(where, len(own))]
        if not own:
            return ""
        name = name_in([self.words[n] for n in own]) or self._name_beside(own)
        whole = self._join(own, {}).partition("(")[0].strip(" )")
        article = self.words[own[0]].low in _ARTICLES and len(own) > 1
        if article and name == self.words[own[1]].text and len(whole) <= _LONGEST_SPEAKER:
            name = ""  # "l'Agence spatiale européenne", and not "Agence"
        who = name or whole
        return who[:1].upper() + who[1:]

    def _after_incise(self, number: int) -> int:
        """Return where what was said begins: behind another incise before this one."""
        ends = [c.last + 1 for c in self.tree.clauses[:number] if c.kind is ClauseKind.INCISE]
        return max(ends, default=0)

    def _subject_behind(self, number: int, verb: Group) -> list[int]:
        """The places of the subject that stands behind a verb of saying; none for a pronoun."""
        upright = self._upright(number, verb)
        return upright[: upright.index(verb.first)] if verb.first in upright else []

    def _upright(self, number: int, verb: Group) -> list[int]:
        """Put the subject of a verb of saying before it: "a dit jeudi M. X"."""
        own = self.own(number, None)
        after = [n for n in own if n > verb.last]
        times = self.time_places()
        front = [n for n in own if verb.first <= n <= verb.last]
        said = []
        while after and (after[0] in times or self.words[after[0]].low in _HOW):
            said.append(after.pop(0))
        if after and self.words[after[0]].low in french.PREPOSITIONS:
            # "a dit sur France 3 ‹la ministre›": past where it was said
            who = next((k for k, n in enumerate(after) if self._can_speak(n)), None)
            if who is not None:
                said, after = [*said, *after[:who]], after[who:]
        subject: list[int] = []
        for n in after:
            if n in times or self.words[n].low in (",", '"', "«", "lors", "pendant", "devant"):
                break
            subject.append(n)
        late = [n for n in after if n in times]
        return [*subject, *front, *said, *late] if subject and not verb.inverted else own

    def _can_speak(self, place: int) -> bool:
        """Whether a speaker begins at a place, and not where it was said: "à la barre ‹Paul X›"."""
        before, word = self.words[place - 1], self.words[place]
        if before.low in french.PREPOSITIONS:
            return False
        if word.is_name:
            return not before.is_name and before.low not in french.DETERMINERS
        return word.low in ("le", "la", "les", "l'", "un", "une", "m", "mme", "mm")

    def _name_beside(self, places: Sequence[int]) -> str:
        """Return the name that follows a subject between commas: "Le ministre, ‹Paul X›, a dit"."""
        after = places[-1] + 1
        if after >= len(self.words) or self.words[after].low != ",":
            return ""
        run: list[Word] = []
        for n in range(after + 1, len(self.words)):
            if self.words[n].low == ",":
                return name_in(run)
            if self.words[n].is_word:
                if not self.words[n].is_name and self.words[n].low not in ("de", "du"):
                    return ""
                run.append(self.words[n])
        return name_in(run)

    def _called(self, places: Sequence[int]) -> str:
        """A noun phrase as it is called within a sentence, its article without a capital."""
        return self._join(places, {places[0]: self.words[places[0]].low})

    def _speaker(self) -> Subject:
        """Return who speaks in an incise: "…", a dit Mme X."""
        for number, clause in enumerate(self.tree.clauses):
            verb = clause.verb
            if clause.kind is not ClauseKind.INCISE or verb is None or verb.inverted:
                continue
            own = self._subject_behind(number, verb)
            if not own:
                continue
            name = name_in([self.words[n] for n in own]) or self._name_beside(own)
            low = self.words[own[0]].low
            gender = {"m": "m", "mme": "f", "le": "m", "la": "f"}.get(low, "")
            if name and (gender or " " in name):
                return Subject(name, gender)
        return Subject()
