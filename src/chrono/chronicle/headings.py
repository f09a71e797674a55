"""The titles of the clauses of a sentence: which words they keep, and who "il" is.

A title can leave out words that stand between (a relative clause, the time of another statement),
and names a subject that the clause shares. A pronoun is replaced only where one person or body
can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind
from chrono.chronicle.extents import Parts
from chrono.chronicle.sentences import Word
from chrono.chronicle.speakers import Speakers, Subject
from chrono.chronicle.titles import LONGEST, name_in, title_of
from chrono.chronicle.verbal import Form, Group, infinitives, is_finite, is_participle

__all__ = ["Headings", "Subject"]

_WORDS = 7  # of an office, at most

_TENSES = {"avoir": ("a", "ont"), "être": ("est", "sont")}
_DENYING = french.DENIALS | {"nier", "démentir", "contester", "réfuter"}
_PERSONS = frozenset({"il", "elle", "ils", "elles", "on"})
_BREAKS = french.PREPOSITIONS | french.COORDINATORS | {","}
_ARTICLES = {"du": "le", "au": "le", "des": "les", "aux": "les"}


class Headings(Speakers):
    """The titles of a sentence."""

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
            told = [*range(self.object_start(clause), clause.start), *whole]
            fits = parts is None and self._text_length(told) <= LONGEST
            whole = told if fits else whole
        elif clause.kind is ClauseKind.RELATIVE:
            whole = [
                n
                for n in whole
                if not clause.first <= n < clause.start and self.words[n].low != ","
            ]
        if parts is None or parts[1] >= len(clause.splits):
            whole = self._with_said(number, whole)
        if self._text_length(whole) > LONGEST:
            own = self.own(number, parts)
            lead = [n for n in whole if n < own[0]]
            told = [n for n in whole if n > own[-1] and self._is_told(n)]
            whole = [*lead, *self._without_gaps(own, self.subject_places(number)), *told]
        if clause.kind is ClauseKind.PARTICIPLE and parts is not None and parts[0] > 0:
            return [*range(self.lead(clause), clause.first), *whole]
        if parts is not None and parts[0] > 0:
            whole = [*self.subject_places(number), *self._auxiliary(clause, parts[0]), *whole]
        return whole

    def _with_said(self, number: int, whole: list[int]) -> list[int]:
        """Take in what is said, though it has a time of its own: "a confié lundi ‹qu'il irait›"."""
        for child in self.tree.children(number):
            inner = self.tree.clauses[child]
            if inner.kind is ClauseKind.THAT and inner.verb is not None:
                if whole[-1] < inner.first <= whole[-1] + 2:
                    told = list(range(inner.first, self.trim(inner.last) + 1))
                    if self._text_length([*whole, *told]) > LONGEST and inner.verb.finite:
                        own = self._without_gaps(self.own(child, None), self.subject_places(child))
                        if own[0] >= inner.start and inner.verb.first in own:
                            own = self._without_apposition(own, inner.verb)
                            told = [*range(inner.first, inner.start), *own]
                    return [*whole, *told]
        return whole

    def _auxiliary(self, clause: Clause, part: int) -> list[int]:
        """The auxiliary that a participle shares with the one before: "a vu X et ‹reçu› Y"."""
        if part >= len(clause.verbs):
            return []
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
            if self._is_alleged(above):
                places = self._with_charge(clause, places, replaced)
            elif subject and verb.first in places and above.verb is not None:
                tense = _TENSES[self.words[verb.first].low]
                replaced[verb.first] = tense[above.verb.plural and not _one(self.words, subject)]
                places = [*subject, *places]
        prefix = ""
        if clause.kind is ClauseKind.ADVERBIAL and verb is not None and not verb.finite:
            subject = self.subject_places(clause.parent)
            who = self._who(clause.parent, subject)
            done = self._done_before(clause, subject)
            if done:
                return self._title_done(clause, subject, places, done)
            prefix = f"{who} : " if who and verb.first in places else ""
            if self.tree.clauses[clause.parent].kind is ClauseKind.PARTICIPLE:
                places = self._with_charge(clause, places, replaced)
            elif not prefix and subject:
                places = self._with_main(clause, places)
        if self.is_detached(clause):
            subject = self.subject_places(clause.parent)
            who = self._who(clause.parent, subject)
            if who and subject[0] > places[-1]:
                replaced[places[0]] = self.words[places[0]].low
                prefix = f"{who}, "
        if clause.kind is ClauseKind.RELATIVE and verb is not None and 0 < places[0] < verb.first:
            article = _ARTICLES.get(self.words[places[0] - 1].low)
            if article and verb.plural == (article == "les"):
                replaced[places[0]] = f"{article} {self.words[places[0]].text}"
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
        if shown and verb is not None and not prefix:
            places, shown = self._with_content(number, places, verb)
        made = title_of(prefix + self._join(places, replaced), self._join(shown, replaced))
        return made or title_of(self._join(range(clause.first, clause.last + 1), {})) or "…"

    def _is_alleged(self, above: Clause) -> bool:
        """Whether what a verb says need not be so: "soupçonné d'avoir volé", "nie avoir volé"."""
        verb = above.verb
        if verb is None or above.kind is ClauseKind.PARTICIPLE:
            return True
        return verb.passive or verb.negated or bool(verb.lemmas & _DENYING)

    def _with_charge(
        self, clause: Clause, places: list[int], replaced: dict[int, str]
    ) -> list[int]:
        """Tell of whom it is said as well: "Deux hommes sont soupçonnés ‹d'avoir volé›"."""
        above = self.tree.clauses[clause.parent]
        if self.is_detached(above):
            replaced[above.start] = f", {self.words[above.start].low}"
            return [*self.subject_places(above.parent), *range(above.start, places[-1] + 1)]
        if above.kind is ClauseKind.PARTICIPLE:
            return [*range(self.lead(above), places[-1] + 1)]
        return self._with_main(clause, places)

    def _done_before(self, clause: Clause, subject: Sequence[int]) -> str:
        """The auxiliary of what was done before: "après ‹avoir› voté" is that somebody "‹a›" voted.

        "" where it is another's, or where it may not be true: "jugé ‹pour avoir› volé".
        """
        verb, above = clause.verb, self.tree.clauses[clause.parent].verb
        if verb is None or above is None or not subject or self.opener(clause) != "après":
            return ""
        low = self.words[subject[0]].low
        nobody = low in french.SUBJECTS and low not in _PERSONS
        if not above.finite or nobody or self._is_impersonal(above):
            return ""
        helper = self.words[verb.first].low
        many = above.plural and not _one(self.words, subject)
        if self.words[verb.first - 1].low == "s'":
            return "se sont" if many else "s'est"
        return _TENSES[helper][many] if helper in _TENSES else ""

    def _title_done(
        self, clause: Clause, subject: Sequence[int], places: Sequence[int], done: str
    ) -> str:
        """Tell what was done before: "Après avoir battu X" says that "les Verts ont battu X"."""
        who = self._who(clause.parent, subject) or self._join(subject, {})
        told = [n for n in places if n >= clause.start]
        return title_of(f"{who} {done} {self._join(told, {})}", f"{who} {done}")

    def _with_main(self, clause: Clause, places: list[int]) -> list[int]:
        """Tell what was done first too, where none is named: "Il a avoué ‹avant de fuir›"."""
        above = self.tree.clauses[clause.parent]
        verb = above.verb
        subject = self.subject_places(clause.parent)
        if verb is None or not subject or above.first > clause.first:
            return places
        own = [n for n in sorted(above.own) if subject[0] <= n < clause.first]
        inner = [n for n in range(clause.first, clause.start) if n not in places]
        if self._text_length([*own, *inner, *places]) > LONGEST:
            ends = (n for n in own if n > verb.last and self.words[n].low in _BREAKS)
            end = next(ends, clause.first)
            own = [n for n in own if n < end]
        return [*own, *inner, *places]

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
