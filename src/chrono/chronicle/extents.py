"""How far a quote reaches: the extents of clauses, and of their parts, in a sentence.

Quotes are contiguous, at most `LONGEST_QUOTE` characters long, and end where a clause ends.
Places are those of words in the sentence, both ends inclusive.
"""

from __future__ import annotations

from collections.abc import Sequence

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind, Tree
from chrono.chronicle.governing import (
    LONGEST_QUOTE,
    Governed,
    Government,
    Time,
    part_of,
)
from chrono.chronicle.phrases import antecedent, in_verb, is_nominal, phrase_start
from chrono.chronicle.verbal import Group

_OPENERS = frozenset({",", ";", ":", "et", "mais", "ou", "puis", "or", "-", "–", "—", ".", "…"})
_CLOSERS = frozenset(
    {",", ";", ":", "et", "mais", "puis", "ou", "-", "–", "—", ".", "!", "?", "«", "("}
)

_BARE = french.DETERMINERS | french.PREPOSITIONS | french.SUBJECTS
_AFTER_JOINING = frozenset({"ailleurs", "outre", "plus"})
_BEFORE = french.CONNECTIVES | french.BEFORE_TIME
_OFFICES_BEFORE = frozenset({"ancien", "ancienne", "fils", "fille", "natif", "native"})

Parts = tuple[int, int] | None
"""The first and the last verb phrase of a clause that are meant; None for the whole clause."""


class Extents:
    """A sentence as clauses and times, and how far each of its statements reaches."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        times: Sequence[Time],
        governed: Sequence[Government],
        time_words: frozenset[int],
    ) -> None:
        self.text = text
        self.tree = tree
        self.words = tree.words
        self.times = times
        self.governed = governed
        self.time_words = time_words

    def parts(self, number: int, share: int) -> tuple[int, int] | None:
        """Return the first and the last verb phrase of a share, or None for the whole clause."""
        clause = self.tree.clauses[number]
        timed = sorted(
            {g.part for g in self.governed if g.clause == number and g.how is Governed.CLAUSE}
        )
        if len(timed) < 2:
            return None
        first = 0 if share == 0 else timed[share - 1] + 1
        last = len(clause.splits) if share == len(timed) - 1 else timed[share]
        return (first, last)

    def own(self, number: int, parts: Parts) -> list[int]:
        """Return the places of a clause's own words, without the signs at both ends."""
        clause = self.tree.clauses[number]
        own = [n for n in sorted(clause.own) if n >= clause.start]
        if parts is not None:
            own = [n for n in own if parts[0] <= part_of(clause, n) <= parts[1]]
        while own and self.words[own[0]].low in _OPENERS and self.words[own[0]].low != '"':
            own.pop(0)
        while own and self.words[own[-1]].low in _CLOSERS:
            own.pop()
        return own or [clause.first]

    def extent(self, number: int, parts: Parts) -> tuple[int, int]:
        """Return the first and the last place of the quote of a clause."""
        clause = self.tree.clauses[number]
        own = self.own(number, parts)
        first, last = own[0], own[-1]
        whole = parts is None or parts[1] >= len(clause.splits)
        if whole:
            last = self._with_next(number, self._with_trailing(number, last))
        if parts is None or parts[0] == 0:
            first = self._with_antecedent(clause, first)
        if clause.kind is ClauseKind.RELATIVE and self.has_own_subject(clause) and parts is None:
            first = min(first, self.object_start(clause))
        if clause.kind is ClauseKind.INCISE:
            first = self._with_told(number, first)
        return first, last

    def _with_next(self, number: int, last: int) -> int:
        """Take in the line that a time alone stands over: "samedi, à 18 h 30 : messe à X"."""
        clause = self.tree.clauses[number]
        times = self.time_places()
        bare = all(
            n in times or not self.words[n].is_word or self.words[n].low in french.PREPOSITIONS
            for n in clause.own
        )
        if clause.verbs or clause.kind is not ClauseKind.MAIN or not bare:
            return last
        for inner in self.tree.clauses[number + 1 :]:
            if inner.kind is ClauseKind.MAIN:
                timed = any(inner.first <= time.first <= inner.last for time in self.times)
                return last if timed else self.trim(inner.last)
        return last

    def _with_trailing(self, number: int, last: int) -> int:
        """Take in what hangs on the end of a clause, unless it has a time of its own."""
        for child in self.tree.children(number):
            inner = self.tree.clauses[child]
            if inner.first <= last or inner.first > last + 2:
                continue
            tied = inner.kind is ClauseKind.THAT or (
                inner.kind is ClauseKind.RELATIVE and not inner.after_comma
            )
            if tied and not any(inner.first <= time.first <= inner.last for time in self.times):
                last = max(last, self.trim(inner.last))
        return last

    def with_story(self, number: int, last: int) -> int:
        """Take in, for the lede, what else it says of its news, up to another time."""
        for child in self.tree.children(number):
            inner = self.tree.clauses[child]
            if inner.kind is ClauseKind.INCISE or inner.first > last + 2:
                break
            if any(inner.first <= time.first <= inner.last for time in self.times):
                break
            last = max(last, self.trim(inner.last))
        return last

    def trim(self, last: int) -> int:
        """Return the last place before the signs and joining words that end at one."""
        while last > 0 and self.words[last].low in _CLOSERS:
            last -= 1
        return last

    def _with_antecedent(self, clause: Clause, first: int) -> int:
        """Begin a relative or a participle clause at the noun that it says something of."""
        tied = (
            clause.kind is ClauseKind.RELATIVE
            and self.opener(clause) != "ce"
            and not self.has_own_subject(clause)
        )
        participle = clause.kind is ClauseKind.PARTICIPLE and (
            clause.verb is not None and clause.verb.passive
        )
        if not (tied or participle) or clause.first == 0:
            return first
        if participle and self.is_detached(clause):
            return first
        if participle:
            start = antecedent(self.tree, clause.first)
        else:
            start = phrase_start(self.tree, clause.first - 1)
        around = self.tree.clauses[clause.parent]
        subject = self.subject_places(clause.parent)
        verb = around.verb
        before_verb = verb is None or clause.first < verb.first
        aside = clause.after_comma or self.words[start - 1].low == ","
        if subject and before_verb and start > subject[0] and aside:
            return subject[0]  # "La marche de X contre Y, qui devait …": it is the march
        return start

    def is_detached(self, clause: Clause) -> bool:
        """Whether a participle clause stands before its subject: "‹Pris mardi›, il a avoué"."""
        if clause.kind is not ClauseKind.PARTICIPLE or clause.parent < 0:
            return False
        subject = self.subject_places(clause.parent)
        if not subject or subject[0] <= clause.last:
            return False
        around = self.tree.clauses[clause.parent]
        return all(
            n in self.time_words or not self.words[n].is_word or self.words[n].low in _BEFORE
            for n in around.own
            if around.start <= n < clause.first
        )

    def lead(self, clause: Clause) -> int:
        """Return where the noun begins that a participle clause stands behind."""
        return self._with_antecedent(clause, clause.first)

    def opener(self, clause: Clause) -> str:
        """Return the first word of a clause, in lower case."""
        return self.words[clause.first].low

    def object_start(self, clause: Clause) -> int:
        """Return where the object begins of a clause: "‹le livre› qu'elle a écrit en 2010".

        Not what is set off by "c'est" (a place, a day), nor what may be no object at all; then it
        is where the clause itself begins.
        """
        if self.opener(clause) not in ("que", "qu'") or clause.first < 2 or clause.parent < 0:
            return clause.start
        last = clause.first - 1 - clause.after_comma
        first = phrase_start(self.tree, last)
        head, before = self.words[first], self.words[first - 1].low if first else ""
        noun = head.low in french.DETERMINERS or (head.is_name and first > 0)
        set_off = any(self.words[n].low in ("c'", "ce") for n in range(max(0, first - 5), first))
        timed = not self.time_words.isdisjoint(range(first, last + 1))
        verbal = any(in_verb(self.tree, n) for n in range(first, last + 1))
        if not noun or timed or verbal or before in french.COORDINATORS:
            return clause.start
        if not is_nominal(self.tree, last) or (set_off and before in french.PREPOSITIONS):
            return clause.start
        return first

    def has_own_subject(self, clause: Clause) -> bool:
        """Whether a relative clause has its own subject: "que Lyon recevra", "sur lequel il"."""
        low = self.opener(clause)
        if clause.start - clause.first > 1:
            return low in french.BEFORE_RELATIVE and low != "ce"
        return low in french.OBJECT_RELATIVES

    def _with_told(self, number: int, first: int) -> int:
        """Begin a verb of saying at what was said, unless that has a time of its own."""
        told = self.tree.clauses[number].parent
        start = self.tree.clauses[told].start if told >= 0 else first
        if any(start <= time.first < first for time in self.times):
            return first
        room = self.words[-1].end - self.words[start].start <= LONGEST_QUOTE
        return start if room else first

    def must(self, group: Group | None, times: Parts) -> tuple[int, int]:
        """Return the places that a quote has to hold: the verb and the time."""
        at = [*(times or ())]
        if group is not None:
            at += [group.first, group.last]
        return (min(at), max(at)) if at else (0, 0)

    def fit(self, first: int, last: int, must: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of a quote, at most `LONGEST_QUOTE` characters, ends whole."""
        last = max(last, must[1])
        first = min(first, must[0])
        if self.length(first, last) > LONGEST_QUOTE:
            last = self._cut_right(first, last, max(must[1], first))
        if self.length(first, last) > LONGEST_QUOTE:
            first = self._cut_left(first, last, must[0])
        while self.length(first, last) > LONGEST_QUOTE and last > first:
            last -= 1
        start, end = self.words[first].start, self.words[last].end
        text = self.text
        if text.count("«", start, end) > text.count("»", start, end):
            close = text.find("»", end, end + 3)
            end = close + 1 if close >= 0 and close + 1 - start <= LONGEST_QUOTE else end
        return start, min(end, start + LONGEST_QUOTE)

    def length(self, first: int, last: int) -> int:
        """Count the characters from one word to another."""
        return self.words[last].end - self.words[first].start

    def _cut_right(self, first: int, last: int, least: int) -> int:
        ends = [
            n - 1
            for n in range(least + 1, last + 1)
            if self.words[n].low in (",", "(", ";", ":")
            or self.tree.home[n] != self.tree.home[n - 1]
        ]
        fitting = [n for n in ends if self.length(first, n) <= LONGEST_QUOTE]
        return max(fitting) if fitting else (min(ends) if ends else least)

    def _cut_left(self, first: int, last: int, most: int) -> int:
        starts = [n + 1 for n in range(first, most) if self.words[n].low in (",", ")", "»")]
        fitting = [n for n in starts if self.length(n, last) <= LONGEST_QUOTE]
        return min(fitting) if fitting else most

    def called_off_by(self, number: int) -> int:
        """Return the last place of the verb that calls a thing off, in its clause or around."""
        while number >= 0:
            clause = self.tree.clauses[number]
            for verb in clause.verbs:
                if verb.lemmas & french.CALLED_OFF or (
                    verb.passive and verb.lemmas & french.CANCEL_LOOSE
                ):
                    return verb.last
            number = clause.parent
        return -1

    def reach_to(self, start: int, end: int, place: int) -> int:
        """Return the end of a quote that goes on to a place, if it may be so long."""
        if place < 0 or self.words[place].end <= end:
            return end
        return self.words[place].end if self.words[place].end - start <= LONGEST_QUOTE else end

    def subject_places(self, number: int) -> list[int]:
        """Return the places of the subject of a clause, without what stands before it."""
        clause = self.tree.clauses[number]
        verb = clause.verb
        if verb is None:
            return []
        own = [n for n in sorted(clause.own) if clause.start <= n < verb.first]
        if clause.kind is ClauseKind.RELATIVE and clause.first > 0:
            noun = range(phrase_start(self.tree, clause.first - 1), clause.first)
            return [n for n in noun if self.words[n].low != ","]
        chunks: list[list[int]] = [[]]
        for n in own:
            if self.words[n].low == ",":
                chunks.append([])
            elif self.words[n].is_word or self.words[n].low == ".":
                chunks[-1].append(n)
        if self._is_named_before(chunks) and not verb.plural:
            return chunks[-1]
        if self.is_said_before(chunks):
            return chunks[-1]
        for chunk in chunks:
            start = [n for n in chunk if n not in self.time_words]
            while start and self._is_joining(start):
                start.pop(0)
            bare = bool(start) and chunk is not chunks[-1] and self._is_office(start[0])
            if bare and (len(start) == 1 or self._goes_on(chunks[: chunks.index(chunk)])):
                continue  # "M. X, ‹maire›, le conseil a voté", "pour vol, ‹faux et recel›, il a"
            if start and self.words[start[0]].low not in french.PREPOSITIONS - {"des"}:
                return start
        return []

    def _is_named_before(self, chunks: Sequence[Sequence[int]]) -> bool:
        """Whether a bare name before the subject is that of somebody told of before it.

        "Réuni sous la présidence du maire, Ivo Brenn, ‹le conseil› a voté".
        """
        first = next((chunk for chunk in chunks if chunk), [])
        last = chunks[-1]
        if not last or first is last or not all(self.words[n].is_name for n in first):
            return False
        return self.words[last[0]].low in french.DETERMINERS - {"du", "des"}

    def _is_joining(self, start: Sequence[int]) -> bool:
        """Whether a clause is only joined by its first word: "‹ensuite› il", not "‹en› mai"."""
        low = self.words[start[0]].low
        after = self.words[start[1]].low if len(start) > 1 else ""
        if low in french.PREPOSITIONS:
            return after in _AFTER_JOINING  # "en outre", "de plus", "par ailleurs"
        return low in french.CONNECTIVES or low.endswith("ment")

    def _goes_on(self, before: Sequence[Sequence[int]]) -> bool:
        """Whether a list is begun that hangs on a preposition: "‹pour vol›, faux et recel"."""
        first = next((chunk for chunk in before if chunk), [])
        return bool(first) and self.words[first[0]].low in french.PREPOSITIONS

    def _is_office(self, place: int) -> bool:
        """Whether a word alone between commas is a common noun."""
        return not self.words[place].is_name and self.words[place].low not in _BARE

    def is_said_before(self, chunks: Sequence[Sequence[int]]) -> bool:
        """Whether a noun without an article only tells what the subject is.

        "Facteur à Orcey, ‹le suspect› a été jugé", "Ancien maire, ‹il› est mort".
        """
        first = next((chunk for chunk in chunks if chunk), [])
        last = chunks[-1]
        if first is last or not last or len(first) < 2 or self.words[first[0]].low in _BARE:
            return False
        if len(last) == 1 and self.words[last[0]].low in french.SUBJECTS:
            return True  # "Titulaire d'un CAP, ‹elle› a travaillé six ans"
        after = self.words[first[1]].low
        if self.words[first[-1]].low == "ans" and after == "de":
            return True  # "Avocate de 46 ans, ‹Anna Lind› a"
        told = after in french.PREPOSITIONS - {"de", "d'", "du", "des"}
        told = told or self.words[first[0]].low in _OFFICES_BEFORE
        return told and self.words[last[0]].low in french.DETERMINERS | french.SUBJECTS

    def time_places(self) -> set[int]:
        """Return the places of all time words."""
        return {n for time in self.times for n in range(time.first, time.last + 1)}
