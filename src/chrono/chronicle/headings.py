"""The titles of the clauses of a sentence: which words they keep, and who "il" is.

A title can leave out words that stand between (a relative clause, the time of another statement),
and names a subject that the clause shares. A pronoun is replaced only where one person or body
can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind
from chrono.chronicle.dividing import Dividing
from chrono.chronicle.extents import Parts
from chrono.chronicle.sentences import Word
from chrono.chronicle.titles import LONGEST, name_in, title_of
from chrono.chronicle.verbal import Form, Group, infinitives, is_finite, is_participle


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the last sentence spoke of: the one name of its subject, its gender, if certain."""

    name: str = ""
    gender: str = ""


_WORDS = 7  # of an office, at most
_HOW = frozenset({"pourtant", "aussi", "également", "encore", "déjà", "alors", "ensuite", "ainsi"})
_WHERE = french.PREPOSITIONS - {"de", "du", "d'", "des", "à", "au", "aux"}
_FEWEST = 2  # words of what somebody said
_ROOM = 24  # characters that it has in a title, at least
_MARKS = '«“"'
_AROUND = '«»“”" \u00a0\u202f-–—'


class Headings(Dividing):
    """The titles of a sentence. `before` is whom the sentence before spoke of."""

    before: Subject
    subject: Subject

    def places(self, number: int, parts: Parts) -> list[int]:
        """Return the places of the words that a title of a clause is made of."""
        clause = self.tree.clauses[number]
        first, last = self.extent(number, parts)
        whole = list(range(first, last + 1))
        if clause.kind is ClauseKind.INCISE:
            whole = self.own(number, parts)
        if clause.kind is ClauseKind.RELATIVE and self.has_own_subject(clause):
            whole = [n for n in self.own(number, parts) if n >= clause.start]
        elif clause.kind is ClauseKind.RELATIVE:
            whole = [
                n
                for n in whole
                if not clause.first <= n < clause.start and self.words[n].low != ","
            ]
        if self._text_length(whole) > LONGEST:
            own = self.own(number, parts)
            lead = [n for n in whole if n < own[0]]
            told = [n for n in whole if n > own[-1] and self._is_told(n)]
            whole = [*lead, *self._without_gaps(own), *told]
        if parts is not None and parts[0] > 0:
            whole = [*self.subject_places(number), *self._auxiliary(clause, parts[0]), *whole]
        return whole

    def _auxiliary(self, clause: Clause, part: int) -> list[int]:
        """The auxiliary that a participle shares with the one before: "a vu X et ‹reçu› Y"."""
        first, own = clause.verbs[0], clause.verbs[part]
        if own.first != own.head or not is_participle(self.words[own.head]) or not own.finite:
            return []
        if first.first == first.head or first.reflexive or first.form is not own.form:
            return []
        between = range(first.first, first.head)
        return [n for n in between if is_finite(self.words[n].low) or self.words[n].low == "été"]

    def _is_told(self, place: int) -> bool:
        """Whether a word stands in what was said: a clause with "que", and those in it."""
        number = self.tree.home[place]
        while number >= 0:
            if self.tree.clauses[number].kind is ClauseKind.THAT:
                return True
            number = self.tree.clauses[number].parent
        return False

    def _without_gaps(self, own: list[int]) -> list[int]:
        """Leave out the commas around what was left out."""
        kept = []
        for at, n in enumerate(own):
            gap_before = at > 0 and own[at - 1] != n - 1
            gap_after = at + 1 < len(own) and own[at + 1] != n + 1
            if self.words[n].low == "," and (gap_before or gap_after):
                continue
            kept.append(n)
        return kept

    def _text_length(self, places: Sequence[int]) -> int:
        return sum(len(self.words[n].text) + 1 for n in places)

    def title(self, places: Sequence[int], number: int) -> str:
        """Write a title from the words at some places, with a certain name for a pronoun."""
        clause = self.tree.clauses[number]
        replaced: dict[int, str] = {}
        places = list(places)
        verb = clause.verb
        if clause.kind is ClauseKind.MAIN and verb is not None:
            places = self._without_name(number, places)
        if clause.kind is ClauseKind.INCISE and verb is not None:
            spoken = self._spoken(number, verb)
            if spoken:
                return spoken
            places = self._upright(number, verb)
        if clause.kind is ClauseKind.THAT and verb is not None and verb.form is Form.INFINITIVE:
            above = self.tree.clauses[clause.parent]
            subject = self.subject_places(clause.parent)
            if subject and verb.first in places and above.verb is not None:
                tense = {"avoir": ("a", "ont"), "être": ("est", "sont")}[self.words[verb.first].low]
                replaced[verb.first] = tense[above.verb.plural and not _one(self.words, subject)]
                places = [*subject, *places]
        prefix = ""
        if clause.kind is ClauseKind.ADVERBIAL and verb is not None and not verb.finite:
            subject = self.subject_places(clause.parent)
            who = self._who(clause.parent, subject)
            prefix = f"{who} : " if who and verb.first in places else ""
        if clause.kind is ClauseKind.PARTICIPLE and clause.first == 0:
            subject = self.subject_places(clause.parent)
            who = self._who(clause.parent, subject)
            if who and subject[0] > places[-1]:
                replaced[places[0]] = self.words[places[0]].low
                prefix = f"{who}, "
        pronoun = next((n for n in places if self.words[n].low in ("il", "elle")), None)
        if pronoun is not None and pronoun in places[:3] and verb is not None:
            name = self._name_for(number, self.words[pronoun].low)
            if name and not self._is_impersonal(verb):
                replaced[pronoun] = name
        heads = [n for group in clause.verbs[:1] for n in range(group.first, group.last + 1)]
        if verb is not None and self._text_length(places) > LONGEST:
            places = self._without_front(number, places, verb)
        if verb is not None and verb.finite and self._text_length(places) > LONGEST:
            places = self._without_apposition(places, verb)
        shown = [n for n in heads if n in places]
        made = title_of(prefix + self._join(places, replaced), self._join(shown, replaced))
        return made or title_of(self._join(range(clause.first, clause.last + 1), {})) or "…"

    def _who(self, number: int, subject: Sequence[int]) -> str:
        """The subject of a clause as a title begins with it; a pronoun only if it is certain."""
        if len(subject) == 1 and self.words[subject[0]].low in french.SUBJECTS:
            low = self.words[subject[0]].low
            return self._name_for(number, low) if low in ("il", "elle") else ""
        return self._join(subject, {})

    def _is_impersonal(self, verb: Group) -> bool:
        """Whether "il" is nobody: "il faut voter", "il y a", "il s'agit"."""
        names = verb.lemmas.union(*(infinitives(w) for w in self.words[verb.first : verb.last + 1]))
        there = self.words[verb.first].low == "y" and "avoir" in names
        return there or bool(names & french.IMPERSONAL)

    def _without_front(self, number: int, places: list[int], verb: Group) -> list[int]:
        """Leave out what stands before the subject, up to its comma."""
        subject = self.subject_places(number)
        if not subject or subject[0] not in places or subject[0] > verb.first:
            return places
        commas = [n for n in places if n < subject[0] and self.words[n].low == ","]
        return [n for n in places if n >= subject[0]] if commas else places

    def _without_name(self, number: int, places: list[int]) -> list[int]:
        """Leave out a name that belongs to what was told before: "…, Ivo Brenn, ‹le conseil› a"."""
        subject = self.subject_places(number)
        front = [n for n in places if subject and n < subject[0]]
        names = [n for n in front if self.words[n].low != ","]
        told = names and not self.time_words & set(names)
        if not told or not all(self.words[n].is_name for n in names):
            return places
        return [n for n in places if n >= subject[0]]

    def _without_apposition(self, places: list[int], verb: Group) -> list[int]:
        """Leave out what stands between the subject's first words and its verb."""
        lead = [n for n in places if n < verb.first]
        gaps = [
            k
            for k, n in enumerate(lead)
            if self.words[n].low == "," or (k and lead[k - 1] != n - 1)
        ]
        if not gaps or not gaps[0]:
            return places
        first = self.words[lead[0]].low
        if first in french.PREPOSITIONS - {"des"} or self.time_words & set(lead[: gaps[0]]):
            return places
        return [*lead[: gaps[0]], *(n for n in places if n >= verb.first)]

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
        said = title_of(said.strip(_AROUND), longest=room)
        if quoted:
            return f"{who} : « {said} »" if who else f"« {said} »"
        if not who:
            return ""
        plain = french.DETERMINERS | french.SUBJECTS | french.PREPOSITIONS
        first = next(n for n in told if self.words[n].is_word)
        if self.words[first].low in plain:
            said = said[:1].lower() + said[1:]
        return f"{who} : {said}"

    def _says(self, number: int, verb: Group) -> str:
        """Return who speaks in an incise, by name if there is one."""
        upright = self._upright(number, verb)
        own = upright[: upright.index(verb.first)] if verb.first in upright else []
        where = (k for k, n in enumerate(own) if k and self.words[n].low in _WHERE)
        own = own[: next(where, len(own))]
        if not own:
            return ""
        name = name_in([self.words[n] for n in own]) or self._name_beside(own)
        who = name or self._join(own, {}).partition("(")[0].strip(" )")
        return who[:1].upper() + who[1:]

    def _after_incise(self, number: int) -> int:
        """Return where what was said begins: behind another incise before this one."""
        ends = [c.last + 1 for c in self.tree.clauses[:number] if c.kind is ClauseKind.INCISE]
        return max(ends, default=0)

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

    def _join(self, places: Sequence[int], replaced: dict[int, str]) -> str:
        text = ""
        for at, n in enumerate(places):
            word = self.words[n]
            if at:
                previous = places[at - 1]
                between = self.text[self.words[previous].end : word.start]
                tied = (previous == n - 1 and not between) or self.words[previous].text[-1] in "'’"
                if not tied and word.low not in (",", "."):
                    text += " "
            text += replaced.get(n, word.text)
        return text

    def main(self) -> int:
        """Return the number of the first main clause with a verb."""
        for number, clause in enumerate(self.tree.clauses):
            if clause.kind is ClauseKind.MAIN and clause.verbs:
                return number
        return 0

    def whom(self) -> Subject:
        """Return whom this sentence speaks of, if that is certain."""
        speaker = self._speaker()
        if speaker.name:
            return speaker
        number = self.main()
        places = self.subject_places(number)
        if not places:
            return Subject()
        head = [self.words[n] for n in places]
        if head[0].low in ("il", "elle"):
            return (
                self.before
                if self.before.gender in ("", "m" if head[0].low == "il" else "f")
                else Subject()
            )
        name = name_in(head) or self._name_beside(places)
        gender = ""
        if head[0].low in ("le", "un", "m", "son", "ce"):
            gender = "m"
        elif head[0].low in ("la", "une", "mme", "sa", "cette"):
            gender = "f"
        if not name and gender and head[1:] and head[1].low in french.OFFICES:
            # "Le président de la République a parlé. ‹Il› recevra …"
            whose = any(word.low in ("de", "du", "d'", "des") for word in head)
            if whose and len(places) <= _WORDS:
                return Subject(self._called(places), gender)
        if not name or (not gender and " " not in name):
            return Subject()
        if gender and self._join(places[1:], {}) == name and head[0].low in ("le", "la"):
            name = self._called(places)  # "la Ville", "le Kremlin", "la Bourse de Paris"
        return Subject(name, gender)

    def _called(self, places: Sequence[int]) -> str:
        """A noun phrase as it is called within a sentence, its article without a capital."""
        return self._join(places, {places[0]: self.words[places[0]].low})

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

    def _speaker(self) -> Subject:
        """Return who speaks in an incise: "…", a dit Mme X."""
        for number, clause in enumerate(self.tree.clauses):
            verb = clause.verb
            if clause.kind is not ClauseKind.INCISE or verb is None or verb.inverted:
                continue
            upright = self._upright(number, verb)
            own = upright[: upright.index(verb.first)]
            if not own:
                continue
            name = name_in([self.words[n] for n in own]) or self._name_beside(own)
            low = self.words[own[0]].low
            gender = {"m": "m", "mme": "f", "le": "m", "la": "f"}.get(low, "")
            if name and (gender or " " in name):
                return Subject(name, gender)
        return Subject()

    def _name_for(self, number: int, pronoun: str) -> str:
        gender = "m" if pronoun == "il" else "f"
        if number != self.main():
            known = self.subject if self.tree.clauses[number].parent == self.main() else Subject()
        else:
            known = self.before
        return known.name if known.name and known.gender in ("", gender) else ""


def _one(words: Sequence[Word], subject: Sequence[int]) -> bool:
    """Whether a subject is singular by its first word."""
    return words[subject[0]].low in ("le", "la", "l'", "un", "une", "m", "mme")
