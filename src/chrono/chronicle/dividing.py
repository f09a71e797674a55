"""A verb phrase with several times, divided among them: each statement keeps its own words."""

from __future__ import annotations

from collections.abc import Sequence

from chrono.chronicle import french
from chrono.chronicle.extents import Extents
from chrono.chronicle.governing import Government
from chrono.chronicle.titles import LONGEST
from chrono.chronicle.verbal import Group, is_infinitive

_JOINS = frozenset({",", "et", "puis", "ou", "mais"})
_PURPOSE = frozenset({"pour", "afin", "avant"})
# What stands before and after the time from which a thing is put on another one.
_FROM_TO = frozenset({("du", "au"), ("de", "à"), ("de", "au"), ("du", "à")})


class Dividing(Extents):
    """The extents of a sentence, and the parts of its verb phrases that have a time each."""

    def divided(
        self,
        government: Government,
        together: list[Government],
        first: int,
        last: int,
        places: list[int],
    ) -> tuple[int, int, list[int]]:
        """Divide a verb phrase with several times among them.

        "se rendra mardi à Paris et jeudi à Lyon": each takes its own time with what follows it.
        "mardi à Paris pour rencontrer jeudi M. X": the purpose is a statement of its own.
        """
        at = together.index(government)
        group = government.group
        verb = group.last if group is not None else first
        starts = []
        for number, other in enumerate(together):
            begin = other.time.first
            if number:
                after = together[number - 1].time.last + 1
                front = self.words[first : together[number - 1].time.first]
                alone = all(word.low in french.PREPOSITIONS for word in front)
                if alone and group is not None and after <= group.first <= group.last < begin:
                    after = group.last + 1  # "‹En mai›, la halle ouvrira ‹le 3›": one verb
                begin = self._segment_start(after, begin)
            while begin > first and self.words[begin - 1].low in french.BEFORE_TIME:
                begin -= 1
            follows = self.words[min(other.time.last + 1, last)].low
            if begin > first and (self.words[begin - 1].low, follows) in _FROM_TO:
                begin -= 1
            starts.append(begin)
        begin = starts[at]
        stop = starts[at + 1] - 1 if at + 1 < len(starts) else last
        if group is None and at:  # a list without a verb: each its own line
            while begin < stop and self.words[begin].low in _JOINS:
                begin += 1
            return begin, self.trim(stop), list(range(begin, self.trim(stop) + 1))
        purpose = self.words[begin].low in _PURPOSE and begin + 1 < government.time.first
        if at and purpose:
            own = list(range(begin, stop + 1))
            return begin, stop, self._with_means(group, places, starts, together[0], own)
        if at + 1 < len(starts) and (group is None or self.words[starts[at + 1]].low in _PURPOSE):
            kept = [n for n in places if n <= stop]
            return first, self.trim(stop), kept
        subject = self.subject_places(government.clause)
        if subject and together[0].time.last < subject[0] and self._is_beside(first, subject):
            # "Facteur à Orcey de 1981 à 2019, ‹le suspect› a été jugé jeudi"
            places = [n for n in places if (n >= subject[0] if at else n < subject[0] - 1)]
        if at and group is not None:
            gapped = self._gapped(group, together, at, begin, places)
            if gapped:
                return first, last, gapped
        second = self._second_infinitive(group, begin) if at and group is not None else []
        if second:
            own = [n for n in places if n < second[0] or second[1] <= n <= stop]
            return first, last, own
        shared = at > 0 and self._share_object(together[at - 1].time.last + 1, begin)
        kept = []
        for n in places:
            owner = max((k for k, start in enumerate(starts) if start <= n), default=-1)
            fronted = owner >= 0 and starts[owner] < verb
            joins = at > 0 and n == begin and self.words[n].low in _JOINS
            told = owner >= 0 and n > together[owner].time.last
            theirs = owner in (-1, at) or (told and (fronted or (shared and owner == at - 1)))
            if theirs and not joins:
                kept.append(n)
        while kept and self.words[kept[-1]].low in _JOINS:
            kept.pop()
        return first, last, kept

    def _is_beside(self, first: int, subject: Sequence[int]) -> bool:
        """Whether what begins a clause is only said of its subject."""
        before = [n for n in range(first, subject[0]) if self.words[n].is_word]
        if before and self.words[first].low == "en" and first + 1 not in self.time_words:
            return True  # "En travaux depuis mardi, ‹la halle› ouvrira jeudi"
        return bool(before) and self.is_said_before([before, subject])

    def _gapped(
        self, group: Group, together: list[Government], at: int, begin: int, places: list[int]
    ) -> list[int]:
        """Return the words of a part whose verb was told before, or none if it is no such part.

        "doit être livré fin 2029, ‹le parc› au printemps 2030": another subject; "revient à 5,4 %
        en mai et ‹sous les 3 %› en juin": another complement.
        """
        time = together[at].time
        own = [n for n in range(begin, time.first) if self.words[n].low not in _JOINS]
        while own and self.words[own[-1]].low in french.BEFORE_TIME:
            own.pop()
        before = together[at - 1].time
        if not own or before.first < group.last or self.words[begin].low not in _JOINS:
            return []
        rest = [n for n in places if n >= own[0]]
        told = [n for n in places if group.last < n < before.first]
        while told and self.words[told[-1]].low in french.BEFORE_TIME:
            told.pop()
        noun = self.words[own[0]].low in french.DETERMINERS or self.words[own[0]].is_name
        phrase = self.words[own[0]].low in french.PREPOSITIONS
        if told and (noun or phrase):
            alike = (self.words[told[0]].low in french.PREPOSITIONS) == phrase
            return [n for n in places if n <= group.last] + rest if alike else []
        if noun and begin == before.last + 1:
            verb = list(range(group.first, group.last + 1))
            return own + verb + [n for n in rest if n > own[-1]]
        return []

    def _with_means(
        self,
        group: Group | None,
        places: Sequence[int],
        starts: Sequence[int],
        time: Government,
        own: list[int],
    ) -> list[int]:
        """Tell what is done for a purpose: "‹le pont a fermé› pour être repeint en mai"."""
        if group is None or starts[0] <= group.last:
            return own
        before = [n for n in places if n < starts[1]]
        told = [n for n in before if not starts[0] <= n <= time.time.last]
        for shown in (told, [n for n in told if n <= group.last]):
            if sum(len(self.words[n].text) + 1 for n in (*shown, *own)) <= LONGEST:
                return [*shown, *own]
        return own

    def _second_infinitive(self, group: Group, begin: int) -> list[int]:
        """Where two infinitives begin: "doit ‹partir› lundi et ‹rentrer› mardi".

        None where what is joined is no infinitive that shares its verb with another.
        """
        if self.words[begin].low not in _JOINS:
            return []
        second = begin + 1
        while self.words[second].low in french.CLITICS | _JOINS and second + 1 < len(self.words):
            second += 1
        inner = range(group.first + 1, min(begin, group.last + 3))
        first = next((n for n in inner if is_infinitive(self.words[n])), None)
        if first is None or not is_infinitive(self.words[second]):
            return []
        while first - 1 > group.first and self.words[first - 1].low in french.CLITICS:
            first -= 1
        while self.words[second - 1].low in french.CLITICS:
            second -= 1
        return [first, second]

    def _share_object(self, after: int, before: int) -> bool:
        """Whether what stands between two times belongs to both: "a promis lundi ‹un pont› en mai".

        Not where something joins the second: "mardi à Paris et jeudi à Lyon".
        """
        between = [self.words[n].low for n in range(after, before + 1)]
        if len(between) < 2 or between[0] in french.PREPOSITIONS - {"des"}:
            return False  # "se rendra lundi ‹à Berlin› mercredi à Rome"
        return _JOINS.isdisjoint(between)

    def _segment_start(self, after: int, before: int) -> int:
        for n in range(after, before):
            if self.words[n].low in _PURPOSE:
                return n
        for n in range(before - 1, after - 1, -1):
            if self.words[n].low in _JOINS:
                return n
        return before
