"""A sentence with its times: the statements that it makes, before they are dated.

Quotes are contiguous and end where a clause ends. A title can leave words out that stand between
(a relative clause, the time of another statement), and names a subject that the clause shares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind, Tree, clauses
from chrono.chronicle.governing import (
    LONGEST_QUOTE,
    Governed,
    Government,
    Time,
    governments,
    part_of,
    phrase_start,
    verb_of,
)
from chrono.chronicle.sentences import Word, words
from chrono.chronicle.status import kind_of, status_of
from chrono.chronicle.titles import LONGEST, name_in, title_of
from chrono.chronicle.verbal import Form, Group
from chrono.model import Article, Basis, Kind, Statement, Status, Timex

_EVENT_FORMS = frozenset(
    {Form.PAST, Form.RECENT, Form.PLUPERFECT, Form.FUTURE, Form.DUTY, Form.EXPECTED, Form.MIGHT,
     Form.CONDITIONAL_PAST, Form.DUTY_PAST}
)  # fmt: skip
_OPENERS = frozenset({",", ";", ":", "et", "mais", "ou", "puis", "or", "-", "–", "—", ".", "…"})
_CLOSERS = frozenset({",", ";", ":", "et", "mais", "-", "–", "—", ".", "!", "?", "«", "("})
_PURPOSE = frozenset({"pour", "afin", "avant"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the last sentence spoke of: the one name of its subject, its gender, if certain."""

    name: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is dated."""

    start: int
    end: int
    title: str
    status: Status
    kind: Kind
    cue: str
    timex: Timex | None = None


class Scene:
    """One sentence: its clause tree, its times, and whom the sentence before spoke of."""

    def __init__(
        self,
        article: Article,
        start: int,
        end: int,
        timexes: Sequence[Timex],
        dated: Sequence[Timex],
        before: Subject,
    ) -> None:
        self.article = article
        self.published = article.published_on
        self.words = words(article.text, start, end)
        self.before = before
        spans = [(timex.start, timex.end) for timex in timexes]
        inside = {
            n
            for n, word in enumerate(self.words)
            if any(one < word.end and word.start < two for one, two in spans)
        }
        self.tree: Tree = clauses(self.words, frozenset(inside))
        self.times = sorted(self._times(dated), key=lambda time: time.first)
        self.governed = governments(self.tree, self.times)
        self.subject = self._subject()

    # -- what others ask ------------------------------------------------------------------------

    def statements(self) -> Iterator[Statement]:
        """Yield the dated statements and, where its event has no date, the undated one."""
        text = self.article.text
        for draft in self._dated():
            assert draft.timex is not None
            yield Statement(
                draft.start, draft.end, text[draft.start : draft.end], draft.title, draft.status,
                draft.kind, Basis.TIMEX, draft.timex, draft.timex.resolution, draft.cue,
            )  # fmt: skip
        undated = self._undated()
        if undated is not None:
            yield Statement(
                undated.start, undated.end, text[undated.start : undated.end], undated.title,
                undated.status, undated.kind, Basis.UNDATED, None, None, undated.cue,
            )  # fmt: skip

    def lede(self) -> Draft | None:
        """Return the main clause as the article's own news, dated by its time if it has one."""
        main = self._main()
        if not self.words:
            return None
        clause = self.tree.clauses[main]
        group = clause.verb
        government = self._news_time(main)
        first, last = self._extent(main, None)
        last = self._with_story(main, last)
        start, end = self._fit(first, last, self._must(group, None))
        timex = government.time.timex if government else None
        bounds = timex.bounds if timex else None
        off = group is not None and group.lemmas & (french.CANCEL_LEMMAS | french.POSTPONE_SURE)
        nominal = bool(off) and government is not None and government.how is not Governed.CLAUSE
        at = government.time.first if government and government.clause == main else None
        status, cue = status_of(
            self.tree, clause, group, bounds, self.published, at=at, nominal=nominal
        )
        if timex is None and status in (Status.ONGOING, Status.PAST) and group is not None:
            status = self._status_today(group, status)
        kind = kind_of(self.tree, clause, group)
        title = self._title(self._places(main, None), main)
        return Draft(start, end, title, status, kind, cue, timex)

    # -- times and verbs --------------------------------------------------------------------------

    def _times(self, dated: Iterable[Timex]) -> Iterator[Time]:
        for timex in dated:
            inside = [
                n for n, w in enumerate(self.words) if w.start < timex.end and timex.start < w.end
            ]
            if inside and not self._hangs_on_noun(inside[-1]):
                yield Time(timex, inside[0], inside[-1])

    def _hangs_on_noun(self, last: int) -> bool:
        """Whether a time is counted from an event: "quatre mois après ‹sa nomination›"."""
        if last + 1 >= len(self.words) or self.words[last].low not in ("après", "avant"):
            return False
        return self.words[last + 1].low in french.DETERMINERS

    def _main(self) -> int:
        for number, clause in enumerate(self.tree.clauses):
            if clause.kind is ClauseKind.MAIN and clause.verbs:
                return number
        return 0

    def _news_time(self, main: int) -> Government | None:
        """Return the time of the lede: the one nearest to its verb.

        Where the news is that something is called off, it is the day of that thing.
        """
        verb = self.tree.clauses[main].verb
        own = [g for g in self.governed if g.clause == main]
        clausal = [g for g in own if g.how is Governed.CLAUSE]
        if clausal:
            at = verb.head if verb is not None else 0
            return min(_sharpest(clausal), key=lambda g: abs(g.time.first - at))
        off = french.CANCEL_LEMMAS | french.POSTPONE_SURE
        if verb is not None and verb.lemmas & off and len(own) == 1:
            return own[0]
        occurred = [
            g
            for g in own
            if g.how is Governed.PARTICIPLE
            and g.group is not None
            and g.group.lemmas & french.OCCUR
            and (verb is None or g.time.first < verb.first)
        ]
        if occurred:
            return occurred[0]  # "L'explosion survenue mardi a fait deux morts"
        return self._spoken_on(main)

    def _spoken_on(self, main: int) -> Government | None:
        """Take the day on which the news was told, where only that is given.

        "X est mort, a annoncé mardi sa famille": the event is not later than that day, and the
        article is. A news that is to come has no day by that.
        """
        verb = self.tree.clauses[main].verb
        if verb is None or self.published is None:
            return None
        if verb.form not in (Form.PAST, Form.PRESENT, Form.RECENT):
            return None
        for government in self.governed:
            clause = self.tree.clauses[government.clause]
            bounds = government.time.timex.bounds
            if clause.kind is not ClauseKind.INCISE or bounds is None:
                continue
            if bounds.earliest == bounds.latest and bounds.latest <= self.published:
                return government
        return None

    def _status_today(self, group: Group, status: Status) -> Status:
        """Say the status of a lede without a time: the present is going on."""
        if group.form is Form.PRESENT and status is not Status.PLANNED:
            return Status.ONGOING
        return status

    def _dated(self) -> Iterator[Draft]:
        shares: dict[tuple[int, int], list[Government]] = {}
        for government in self.governed:
            if government.how is Governed.CLAUSE:
                shares.setdefault((government.clause, self._share(government)), []).append(
                    government
                )
            else:
                yield self._phrase(government)
        for (number, share), together in sorted(
            shares.items(), key=lambda item: item[1][0].time.first
        ):
            yield from self._clause(number, share, _sharpest(together))

    def _share(self, government: Government) -> int:
        """Return the last verb phrase before which another time comes: they share one statement.

        "a été pris à partie et agressé hier": both verbs; "fermée en juillet et rouvrira en août":
        each its own.
        """
        parts = sorted(
            {g.part for g in self.governed
             if g.clause == government.clause and g.how is Governed.CLAUSE}
        )  # fmt: skip
        return parts.index(government.part)

    # -- statements -------------------------------------------------------------------------------

    def _phrase(self, government: Government) -> Draft:
        """Make the statement of a noun or a participle with its time."""
        clause = self.tree.clauses[government.clause]
        first, last = government.first, government.last
        if government.how is Governed.NOUN:
            group: Group | None = clause.verb
        else:
            group = government.group
        bounds = government.time.timex.bounds
        status, cue = status_of(
            self.tree, clause, group, bounds, self.published,
            at=government.time.first, nominal=government.how is Governed.NOUN,
        )  # fmt: skip
        if government.how is Governed.NOUN and status in (
            Status.PAST,
            Status.ONGOING,
            Status.PLANNED,
        ):
            cue = ""
        kind = Kind.EVENT
        if government.how is Governed.PARTICIPLE:
            kind = kind_of(self.tree, clause, group)
            if group is not None and self.words[group.head].low in french.PLAN_PARTICIPLES:
                kind = Kind.EVENT
        if status in (Status.CANCELLED, Status.POSTPONED):
            reach = self._called_off_by(government.clause)
            if last < reach and self._length(first, reach) <= LONGEST_QUOTE:
                last = reach
        start, end = self._fit(first, last, (government.time.first, government.time.last))
        title = self._title(list(range(first, last + 1)), government.clause)
        return Draft(start, end, title, status, kind, cue, government.time.timex)

    def _clause(self, number: int, share: int, together: list[Government]) -> Iterator[Draft]:
        clause = self.tree.clauses[number]
        parts = self._parts(number, share)
        for government in together:
            group = verb_of(clause, government.part)
            first, last = self._extent(number, parts)
            places = self._places(number, parts)
            if len(together) > 1:
                first, last, places = self._divided(government, together, first, last, places)
            times = (government.time.first, government.time.last)
            start, end = self._fit(first, last, self._must(group, times))
            bounds = government.time.timex.bounds
            status, cue = status_of(
                self.tree, clause, group, bounds, self.published, at=government.time.first
            )
            kind = kind_of(self.tree, clause, group)
            if status in (Status.CANCELLED, Status.POSTPONED):
                reach = self._called_off_by(number)
                end = self._reach_to(start, end, reach)
                places = [*places, *range(max(places) + 1, reach + 1)] if reach > last else places
            title = self._title(places, number)
            yield Draft(start, end, title, status, kind, cue, government.time.timex)

    def _undated(self) -> Draft | None:
        """Make the statement of a main clause that tells an event and has no time."""
        number = self._main()
        clause = self.tree.clauses[number]
        group = clause.verb
        if group is None or group.form not in _EVENT_FORMS or group.lemmas == {"être"}:
            return None
        if any(g.clause == number for g in self.governed if g.how is Governed.CLAUSE):
            return None
        kind = kind_of(self.tree, clause, group)
        if kind is Kind.SPEECH and self.governed:
            return None  # what was said is dated, and told by that
        first, last = self._extent(number, None)
        start, end = self._fit(first, last, self._must(group, None))
        status, cue = status_of(self.tree, clause, group, None, self.published)
        title = self._title(self._places(number, None), number)
        return Draft(start, end, title, status, kind, cue)

    def _called_off_by(self, number: int) -> int:
        """Return the last place of the verb that calls a thing off, in its clause or around."""
        off = french.CANCEL_LEMMAS | french.POSTPONE_SURE
        while number >= 0:
            clause = self.tree.clauses[number]
            for verb in clause.verbs:
                if verb.lemmas & off:
                    return verb.last
            number = clause.parent
        return -1

    def _reach_to(self, start: int, end: int, place: int) -> int:
        """Return the end of a quote that goes on to a place, if it may be so long."""
        if place < 0 or self.words[place].end <= end:
            return end
        return self.words[place].end if self.words[place].end - start <= LONGEST_QUOTE else end

    # -- extents ----------------------------------------------------------------------------------

    def _parts(self, number: int, share: int) -> tuple[int, int] | None:
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

    def _own(self, number: int, parts: tuple[int, int] | None) -> list[int]:
        clause = self.tree.clauses[number]
        own = [n for n in sorted(clause.own) if n >= clause.start]
        if parts is not None:
            own = [n for n in own if parts[0] <= part_of(clause, n) <= parts[1]]
        while own and self.words[own[0]].low in _OPENERS and self.words[own[0]].low != '"':
            own.pop(0)
        while own and self.words[own[-1]].low in _CLOSERS:
            own.pop()
        return own or [clause.first]

    def _extent(self, number: int, parts: tuple[int, int] | None) -> tuple[int, int]:
        """Return the first and the last place of the quote of a clause."""
        clause = self.tree.clauses[number]
        own = self._own(number, parts)
        first, last = own[0], own[-1]
        whole = parts is None or parts[1] >= len(clause.splits)
        if whole:
            last = self._with_next(number, self._with_trailing(number, last))
        if parts is None or parts[0] == 0:
            first = self._with_antecedent(clause, first)
        if clause.kind is ClauseKind.INCISE:
            first = self._with_told(number, first)
        return first, last

    def _with_next(self, number: int, last: int) -> int:
        """Take in the line that a time alone stands over: "samedi, à 18 h 30 : messe à X"."""
        clause = self.tree.clauses[number]
        times = self._time_places()
        bare = all(
            n in times or not self.words[n].is_word or self.words[n].low in french.PREPOSITIONS
            for n in clause.own
        )
        if clause.verbs or clause.kind is not ClauseKind.MAIN or not bare:
            return last
        for inner in self.tree.clauses[number + 1 :]:
            if inner.kind is ClauseKind.MAIN:
                timed = any(inner.first <= time.first <= inner.last for time in self.times)
                return last if timed else self._trim(inner.last)
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
                last = max(last, self._trim(inner.last))
        return last

    def _trim(self, last: int) -> int:
        while last > 0 and self.words[last].low in _CLOSERS:
            last -= 1
        return last

    def _with_antecedent(self, clause: Clause, first: int) -> int:
        """Begin a relative or a participle clause at the noun that it says something of."""
        tied = clause.kind is ClauseKind.RELATIVE and self._opener(clause) != "ce"
        participle = clause.kind is ClauseKind.PARTICIPLE and (
            clause.verb is not None and clause.verb.passive
        )
        if not (tied or participle) or clause.first == 0:
            return first
        start = phrase_start(self.tree, clause.first - 1)
        around = self.tree.clauses[clause.parent]
        subject = self._subject_places(clause.parent)
        verb = around.verb
        before_verb = verb is None or clause.first < verb.first
        aside = clause.after_comma or self.words[start - 1].low == ","
        if subject and before_verb and start > subject[0] and aside:
            return subject[0]  # "La marche de X contre Y, qui devait …": it is the march
        return start

    def _opener(self, clause: Clause) -> str:
        return self.words[clause.first].low

    def _with_told(self, number: int, first: int) -> int:
        """Begin a verb of saying at what was said, unless that has a time of its own."""
        told = self.tree.clauses[number].parent
        start = self.tree.clauses[told].start if told >= 0 else first
        if any(start <= time.first < first for time in self.times):
            return first
        room = self.words[-1].end - self.words[start].start <= LONGEST_QUOTE
        return start if room else first

    def _must(self, group: Group | None, times: tuple[int, int] | None) -> tuple[int, int]:
        """Return the places that a quote has to hold: the verb and the time."""
        at = [*(times or ())]
        if group is not None:
            at += [group.first, group.last]
        return (min(at), max(at)) if at else (0, 0)

    def _fit(self, first: int, last: int, must: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of a quote, at most `LONGEST_QUOTE` characters, ends whole."""
        last = max(last, must[1])
        first = min(first, must[0])
        if self._length(first, last) > LONGEST_QUOTE:
            last = self._cut_right(first, last, max(must[1], first))
        if self._length(first, last) > LONGEST_QUOTE:
            first = self._cut_left(first, last, must[0])
        while self._length(first, last) > LONGEST_QUOTE and last > first:
            last -= 1
        start, end = self.words[first].start, self.words[last].end
        text = self.article.text
        if text.count("«", start, end) > text.count("»", start, end):
            close = text.find("»", end, end + 3)
            end = close + 1 if close >= 0 and close + 1 - start <= LONGEST_QUOTE else end
        return start, min(end, start + LONGEST_QUOTE)

    def _length(self, first: int, last: int) -> int:
        return self.words[last].end - self.words[first].start

    def _cut_right(self, first: int, last: int, least: int) -> int:
        ends = [
            n - 1
            for n in range(least + 1, last + 1)
            if self.words[n].low in (",", "(", ";", ":")
            or self.tree.home[n] != self.tree.home[n - 1]
        ]
        fitting = [n for n in ends if self._length(first, n) <= LONGEST_QUOTE]
        return max(fitting) if fitting else (min(ends) if ends else least)

    def _cut_left(self, first: int, last: int, most: int) -> int:
        starts = [n + 1 for n in range(first, most) if self.words[n].low in (",", ")", "»")]
        fitting = [n for n in starts if self._length(n, last) <= LONGEST_QUOTE]
        return min(fitting) if fitting else most

    def _divided(
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
                begin = self._segment_start(together[number - 1].time.last + 1, begin)
            starts.append(begin)
        begin = starts[at]
        stop = starts[at + 1] - 1 if at + 1 < len(starts) else last
        if at and self.words[begin].low in _PURPOSE:
            return begin, stop, list(range(begin, stop + 1))
        if at + 1 < len(starts) and self.words[starts[at + 1]].low in _PURPOSE:
            kept = [n for n in places if n <= stop]
            return first, self._trim(stop), kept
        kept = []
        for n in places:
            owner = max((k for k, start in enumerate(starts) if start <= n), default=-1)
            fronted = owner >= 0 and starts[owner] < verb
            if owner in (-1, at) or (fronted and n > together[owner].time.last):
                kept.append(n)
        return first, last, kept

    def _segment_start(self, after: int, before: int) -> int:
        for n in range(after, before):
            if self.words[n].low in _PURPOSE:
                return n
        for n in range(before - 1, after - 1, -1):
            if self.words[n].low in (",", "et", "puis", "ou", "mais"):
                return n
        return before

    # -- titles -----------------------------------------------------------------------------------

    def _places(self, number: int, parts: tuple[int, int] | None) -> list[int]:
        """Return the places of the words that a title of a clause is made of."""
        clause = self.tree.clauses[number]
        first, last = self._extent(number, parts)
        whole = list(range(first, last + 1))
        if clause.kind is ClauseKind.INCISE:
            whole = self._own(number, parts)
        if clause.kind is ClauseKind.RELATIVE and self._opener(clause) in french.OBJECT_RELATIVES:
            whole = self._own(number, parts)
        elif clause.kind is ClauseKind.RELATIVE:
            whole = [
                n
                for n in whole
                if not clause.first <= n < clause.start and self.words[n].low != ","
            ]
        if self._text_length(whole) > LONGEST:
            own = self._own(number, parts)
            lead = [n for n in whole if n < own[0]]
            told = [n for n in whole if n > own[-1] and self._is_told(n)]
            whole = [*lead, *self._without_gaps(own), *told]
        if parts is not None and parts[0] > 0:
            whole = [*self._subject_places(number), *whole]
        return whole

    def _with_story(self, number: int, last: int) -> int:
        """Take in, for the lede, what else it says of its news, up to another time."""
        for child in self.tree.children(number):
            inner = self.tree.clauses[child]
            if inner.kind is ClauseKind.INCISE or inner.first > last + 2:
                break
            if any(inner.first <= time.first <= inner.last for time in self.times):
                break
            last = max(last, self._trim(inner.last))
        return last

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

    def _subject_places(self, number: int) -> list[int]:
        """Return the places of the subject of a clause, without what stands before it."""
        clause = self.tree.clauses[number]
        verb = clause.verb
        if verb is None:
            return []
        own = [n for n in sorted(clause.own) if clause.start <= n < verb.first]
        if clause.kind is ClauseKind.RELATIVE and clause.first > 0:
            return list(range(phrase_start(self.tree, clause.first - 1), clause.first))
        chunks: list[list[int]] = [[]]
        for n in own:
            if self.words[n].low == ",":
                chunks.append([])
            elif self.words[n].is_word or self.words[n].low == ".":
                chunks[-1].append(n)
        times = self._time_places()
        for chunk in chunks:
            start = [n for n in chunk if n not in times]
            while start and (
                self.words[start[0]].low in french.CONNECTIVES
                or self.words[start[0]].low.endswith("ment")
            ):
                start.pop(0)
            if start and self.words[start[0]].low not in french.PREPOSITIONS - {"des", "du", "d'"}:
                return start
        return []

    def _title(self, places: Sequence[int], number: int) -> str:
        """Write a title from the words at some places, with a certain name for a pronoun."""
        clause = self.tree.clauses[number]
        replaced: dict[int, str] = {}
        places = list(places)
        verb = clause.verb
        if clause.kind is ClauseKind.INCISE and verb is not None:
            places = self._upright(number, verb)
        if clause.kind is ClauseKind.THAT and verb is not None and verb.form is Form.INFINITIVE:
            above = self.tree.clauses[clause.parent]
            subject = self._subject_places(clause.parent)
            if subject and verb.first in places and above.verb is not None:
                tense = {"avoir": ("a", "ont"), "être": ("est", "sont")}[self.words[verb.first].low]
                replaced[verb.first] = tense[above.verb.plural and not _one(self, subject)]
                places = [*subject, *places]
        pronoun = next((n for n in places if self.words[n].low in ("il", "elle")), None)
        if pronoun is not None and pronoun in places[:3] and verb is not None:
            name = self._name_for(number, self.words[pronoun].low)
            if name and not verb.lemmas & french.IMPERSONAL:
                replaced[pronoun] = name
        heads = [n for group in clause.verbs[:1] for n in range(group.first, group.last + 1)]
        if verb is not None and self._text_length(places) > LONGEST:
            places = self._without_front(number, places, verb)
        if verb is not None and self._text_length(places) > LONGEST:
            places = self._without_apposition(places, verb)
        shown = [n for n in heads if n in places]
        return title_of(self._join(places, replaced), self._join(shown, replaced))

    def _without_front(self, number: int, places: list[int], verb: Group) -> list[int]:
        """Leave out what stands before the subject, up to its comma."""
        subject = self._subject_places(number)
        if not subject or subject[0] not in places or subject[0] > verb.first:
            return places
        commas = [n for n in places if n < subject[0] and self.words[n].low == ","]
        return [n for n in places if n >= subject[0]] if commas else places

    def _without_apposition(self, places: list[int], verb: Group) -> list[int]:
        """Leave out what stands between the subject's first words and its verb."""
        lead = [n for n in places if n < verb.first]
        gaps = [
            k for k, n in enumerate(lead) if self.words[n].low == "," or k and lead[k - 1] != n - 1
        ]
        starts = bool(lead) and self.words[lead[0]].low not in french.PREPOSITIONS - {"des", "du"}
        if not gaps or not gaps[0] or not starts:
            return places
        if any(n in self._time_places() for n in lead[: gaps[0]]):
            return places
        return [*lead[: gaps[0]], *(n for n in places if n >= verb.first)]

    def _time_places(self) -> set[int]:
        return {n for time in self.times for n in range(time.first, time.last + 1)}

    def _upright(self, number: int, verb: Group) -> list[int]:
        """Put the subject of a verb of saying before it: "a dit jeudi M. X"."""
        own = self._own(number, None)
        after = [n for n in own if n > verb.last]
        times = self._time_places()
        front = [n for n in own if verb.first <= n <= verb.last]
        said = []
        while after and (after[0] in times or self.words[after[0]].low in ("à", "dans")):
            said.append(after.pop(0))
        subject: list[int] = []
        for n in after:
            if n in times or self.words[n].low in (",", '"', "«", "lors", "pendant", "devant"):
                break
            subject.append(n)
        late = [n for n in after if n in times]
        return [*subject, *front, *said, *late] if subject and not verb.inverted else own

    def _join(self, places: Sequence[int], replaced: dict[int, str]) -> str:
        text = ""
        for at, n in enumerate(places):
            word = self.words[n]
            if at:
                previous = places[at - 1]
                between = self.article.text[self.words[previous].end : word.start]
                tied = (previous == n - 1 and not between) or self.words[previous].text[-1] in "'’"
                if not tied and word.low not in (",", "."):
                    text += " "
            text += replaced.get(n, word.text)
        return text

    # -- who --------------------------------------------------------------------------------------

    def _subject(self) -> Subject:
        speaker = self._speaker()
        if speaker.name:
            return speaker
        number = self._main()
        places = self._subject_places(number)
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
        if not name or (not gender and " " not in name):
            return Subject()
        return Subject(name, gender)

    def _name_beside(self, places: Sequence[int]) -> str:
        """Return the name that follows a subject between commas: "Le ministre, ‹Paul X›, a dit"."""
        after = places[-1] + 1
        if after >= len(self.words) or self.words[after].low != ",":
            return ""
        run: list[Word] = []
        for n in range(after + 1, len(self.words)):
            if self.words[n].low == ",":
                return name_in(run)
            if not self.words[n].is_name and self.words[n].low not in ("de", "du", "."):
                return ""
            run.append(self.words[n])
        return ""

    def _speaker(self) -> Subject:
        """Return who speaks in an incise: "…", a dit Mme X."""
        for number, clause in enumerate(self.tree.clauses):
            verb = clause.verb
            if clause.kind is not ClauseKind.INCISE or verb is None or verb.inverted:
                continue
            head = [self.words[n] for n in self._own(number, None) if n > verb.last][:6]
            stop = next((n for n, word in enumerate(head) if word.low == ","), len(head))
            name = name_in(head[:stop])
            low = head[0].low if head else ""
            gender = {"m": "m", "mme": "f", "le": "m", "la": "f"}.get(low, "")
            if name and (gender or " " in name):
                return Subject(name, gender)
        return Subject()

    def _name_for(self, number: int, pronoun: str) -> str:
        gender = "m" if pronoun == "il" else "f"
        if number != self._main():
            known = self.subject if self.tree.clauses[number].parent == self._main() else Subject()
        else:
            known = self.before
        return known.name if known.name and known.gender in ("", gender) else ""


def _one(scene: Scene, subject: Sequence[int]) -> bool:
    """Whether a subject is singular by its first word."""
    return scene.words[subject[0]].low in ("le", "la", "l'", "un", "une", "m", "mme")


def _sharpest(together: list[Government]) -> list[Government]:
    """Leave out times that hold another one: "mardi … vers 21 h 45" is one time, the finer."""
    kept = []
    for government in together:
        bounds = government.time.timex.bounds
        assert bounds is not None
        holds = False
        for other in together:
            inner = other.time.timex.bounds
            if other is government or inner is None:
                continue
            wide = (bounds.latest - bounds.earliest).days, bounds.start_time is None
            fine = (inner.latest - inner.earliest).days, inner.start_time is None
            if bounds == inner and together.index(other) < together.index(government):
                holds = True  # "mardi …, au lendemain de la démission": one day, told twice
            inside = bounds.earliest <= inner.earliest and inner.latest <= bounds.latest
            holds = holds or (inside and wide > fine)
        if not holds:
            kept.append(government)
    return kept
