"""What a title leaves out where it would be too long: what stands between, never the verb."""

from __future__ import annotations

from collections.abc import Sequence

from chrono.chronicle import french
from chrono.chronicle.dividing import Dividing
from chrono.chronicle.verbal import Group


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
                if not tied and word.low not in (",", "."):
                    text += " "
            text += replaced.get(n, word.text)
        return text

    def _text_length(self, places: Sequence[int]) -> int:
        return sum(len(self.words[n].text) + 1 for n in places)

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
