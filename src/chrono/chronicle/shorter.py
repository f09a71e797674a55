"""What a title leaves out where it would be too long: what stands between, never the verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chrono.chronicle import french
from chrono.chronicle.clauses import ClauseKind
from chrono.chronicle.dividing import Dividing
from chrono.chronicle.titles import LONGEST, hangs, name_places
from chrono.chronicle.verbal import Group, is_participle, is_present_participle

_SINGLE = frozenset({"le", "la", "l'", "un", "une", "m", "mme", "son", "sa", "ce", "cette"})
_CALLED = frozenset({"à", "au", "aux", "de", "d'", "que", "qu'"})
_APART = french.PREPOSITIONS - _CALLED - {"du", "des"} - french.BEFORE_TIME
_ABOUT = french.PREPOSITIONS - {"de", "du", "d'", "des"}


class Shorter(Dividing):
    """The words of a sentence that a title may do without."""

    def _join(self, places: Sequence[int], replaced: dict[int, str]) -> str:
        text = ""
        for at, n in enumerate(places):
            word = self.words[n]
            if at:
                previous = places[at - 1]
                between = self.text[self.words[previous].end : word.start]
                tied = (previous == n - 1 and not between) or self.words[previous].text[-1] in "'’"
                if not tied and replaced.get(n, word.low)[0] not in ",.":
                    text += " "
            text += replaced.get(n, word.text)
        return text

    def _text_length(self, places: Sequence[int]) -> int:
        return len(self._join(places, {}))

    def _without_gaps(self, own: list[int], subject: Sequence[int]) -> list[int]:
        """Leave out the commas around what was left out, but for that before the subject."""
        kept = []
        for at, n in enumerate(own):
            gap_before = at > 0 and own[at - 1] != n - 1
            gap_after = at + 1 < len(own) and own[at + 1] != n + 1
            begins = bool(subject) and subject[0] == n + 1
            if self.words[n].low == "," and (gap_before or gap_after) and not begins:
                continue
            kept.append(n)
        return kept

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
        if names and self.words[names[0]].low in french.PREPOSITIONS:
            return places  # "En Alsace, le conseil a": that is where
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
        end = self._list_end(lead, gaps, verb)
        return [*lead[:end], *(n for n in places if n >= verb.first)]

    def _list_end(self, lead: Sequence[int], gaps: Sequence[int], verb: Group) -> int:
        """Return how much of what stands before a verb is its subject.

        A plural verb has a whole list: "Lyon, Nantes et Lille, ‹placés en alerte,› sont".
        """
        first = self.words[lead[0]]
        second = self.words[lead[1]] if len(lead) > 1 else first
        named = first.is_name and (gaps[0] == 1 or second.is_name)
        single = first.low in _SINGLE or (named and first.low not in french.DETERMINERS)
        joined = any(self.words[n].low == "et" for n in lead[: gaps[0]])
        if not verb.plural or not single or joined:
            return gaps[0]
        for one, two in pairwise((*gaps, len(lead))):
            if any(self.words[n].low == "et" for n in lead[one:two]):
                return two
        return len(lead)

    def _with_content(
        self, number: int, places: list[int], verb: Group, room: int = LONGEST
    ) -> tuple[list[int], list[int]]:
        """Return the places of a title, and those of its verb and what it says, not to be cut.

        Where these are too far for a title, the subject is told by its name alone, or by its
        first words, and the time before what is said is left out.
        """
        needed = self._needed(number, places, verb)
        if self._text_length(places) <= room or self._reaches(places, needed, room):
            return places, needed
        places = self._with_short_subject(number, places, verb)
        if not self._reaches(places, self._needed(number, places, verb), room):
            places = self._untimed(places, verb)
        needed = self._needed(number, places, verb)
        if not self._reaches(places, needed, room):
            needed = [n for n in needed if n <= verb.last]
        return places, needed

    def _reaches(self, places: Sequence[int], needed: Sequence[int], room: int) -> bool:
        """Whether a title is long enough for some of its words."""
        return self._text_length([n for n in places if n <= needed[-1]]) <= room - 1

    def _needed(self, number: int, places: Sequence[int], verb: Group) -> list[int]:
        """The verb and the first words of what it says: "a laissé entendre lundi ‹qu'il irait›"."""
        needed = [n for n in places if verb.first <= n <= verb.last]
        after = [n for n in places if n > verb.last]
        said = [
            inner.verb
            for inner in (self.tree.clauses[child] for child in self.tree.children(number))
            if inner.kind is ClauseKind.THAT and inner.verb is not None and inner.first in after
        ]
        past = self._past_time(after, verb)
        for n in after:
            word = self.words[n]
            inside = bool(said) and n <= said[0].last
            if n < past and word.low == ",":
                needed.append(n)
                continue
            apart = not word.is_word or word.low in french.COORDINATORS | _APART
            if apart and n not in self.time_words and not inside:
                break
            needed.append(n)
            if inside and n < said[0].last:
                continue
            light = n in self.time_words or word.low in french.BEFORE_TIME or hangs(word)
            light = light or word.low in french.NUMBERS
            if not light and word.is_word and word.low not in french.BETWEEN:
                break
        return needed

    def _with_short_subject(self, number: int, places: list[int], verb: Group) -> list[int]:
        """Tell the subject by its name, without its office, or by its first words."""
        subject = [n for n in self.subject_places(number) if n in places and n < verb.first]
        if len(subject) < 3 or self.words[subject[0]].low not in french.DETERMINERS:
            return places
        if subject != list(range(subject[0], subject[-1] + 1)):
            return places
        kept = [subject[n] for n in name_places([self.words[n] for n in subject])]
        kept = kept if len(kept) > 1 else self._name_behind(subject[-1])
        if kept and kept[0] > subject[-1]:
            return [
                *(n for n in places if n < subject[0]),
                *kept,
                *(n for n in places if n >= verb.first),
            ]
        if len(kept) < 2:
            ends = (
                k
                for k, n in enumerate(subject[2:], 2)
                if self.words[n].low in _ABOUT
                or (
                    self._participles(n)
                    and not hangs(self.words[n - 1])
                    and not self.words[n - 1].is_name  # "les Nations unies"
                )
            )
            kept = subject[: next(ends, len(subject))]
            while kept and hangs(self.words[kept[-1]]):
                kept.pop()
            if len(kept) < 2:
                return places
        dropped = set(subject) - set(kept)
        return [n for n in places if n not in dropped]

    def _name_behind(self, last: int) -> list[int]:
        """The name between commas behind an office: "la ministre des Armées, ‹Anna Lind›,"."""
        if last + 1 >= len(self.words) or self.words[last + 1].low != ",":
            return []
        ends = (n for n in range(last + 2, len(self.words)) if self.words[n].low == ",")
        name = list(range(last + 2, next(ends, last + 2)))
        inner = french.NAME_PARTICLES
        named = all(self.words[n].is_name or self.words[n].low in inner for n in name)
        return name if named and len(name) > 1 and self.words[name[0]].is_name else []

    def _participles(self, place: int) -> bool:
        """Whether a participle stands at a place: "les otages ‹détenus› à Orcey"."""
        word = self.words[place]
        past = is_participle(word) and word.low not in french.NO_PARTICIPLES
        return not word.is_name and (past or is_present_participle(word))

    def _untimed(self, places: list[int], verb: Group) -> list[int]:
        """Leave out the time between a verb and what it says."""
        after = [n for n in places if n > verb.last]
        past = self._past_time(after, verb)
        start = next((n for n in after if n >= past), -1)
        if start < 0 or self.time_words.isdisjoint(range(verb.last + 1, start)):
            return places
        called = self.words[start].low in _CALLED and not (verb.passive or verb.reflexive)
        inserted = self.words[start - 1].low == ","
        if not (called or inserted) and self.tree.home[start] == self.tree.home[verb.first]:
            return places
        return [n for n in places if n <= verb.last or n >= start]

    def _past_time(self, after: Sequence[int], verb: Group) -> int:
        """Return the place past the time behind a verb, which may stand between commas."""
        opened = bool(after) and after[0] == verb.last + 1 and self.words[after[0]].low == ","
        for n in after[opened:]:
            if n in self.time_words or self.words[n].low in french.BEFORE_TIME:
                continue
            return n + 1 if opened and self.words[n].low == "," else n if not opened else 0
        return 0
