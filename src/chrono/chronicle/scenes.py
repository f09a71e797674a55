"""A sentence with its times: the statements that it makes, before they are dated.

Quotes are contiguous and end where a clause ends. A title can leave words out that stand between
(a relative clause, the time of another statement), and names a subject that the clause shares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chrono.chronicle import french
from chrono.chronicle.clauses import ClauseKind, clauses
from chrono.chronicle.fates import Fate, fate_of_noun
from chrono.chronicle.governing import (
    LONGEST_QUOTE,
    Governed,
    Government,
    Time,
    governments,
    verb_of,
)
from chrono.chronicle.headings import Headings, Subject
from chrono.chronicle.sentences import Word, words
from chrono.chronicle.status import fate_told, kind_of, status_of
from chrono.chronicle.titles import LONGEST, uncontracted
from chrono.chronicle.verbal import Form, Group
from chrono.model import Article, Basis, Kind, Statement, Status, Timex

_EVENT_FORMS = frozenset(
    {Form.PAST, Form.RECENT, Form.PLUPERFECT, Form.FUTURE, Form.DUTY, Form.EXPECTED, Form.MIGHT,
     Form.CONDITIONAL_PAST, Form.DUTY_PAST}
)  # fmt: skip
_GATHERED = frozenset({"réunir", "rassembler"})


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


class Scene(Headings):
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
        parts = words(article.text, start, end)
        spans = [(timex.start, timex.end) for timex in timexes]
        inside = {
            n
            for n, word in enumerate(parts)
            if any(one < word.end and word.start < two for one, two in spans)
        }
        tree = clauses(parts, frozenset(inside))
        times = sorted(_times(parts, dated), key=lambda time: time.first)
        super().__init__(
            article.text,
            tree,
            times,
            governments(tree, times, article.published_on),
            frozenset(inside),
        )
        self.published = article.published_on
        self.before = before
        self.subject = self.whom()

    def statements(self) -> Iterator[Statement]:
        """Yield the dated statements and, where its event has no date, the undated one."""
        text = self.text
        dated = list(self._dated())
        for draft in dated:
            assert draft.timex is not None
            yield Statement(
                draft.start, draft.end, text[draft.start : draft.end], draft.title, draft.status,
                draft.kind, Basis.TIMEX, draft.timex, draft.timex.resolution, draft.cue,
            )  # fmt: skip
        undated = self._undated(dated)
        if undated is not None:
            yield Statement(
                undated.start, undated.end, text[undated.start : undated.end], undated.title,
                undated.status, undated.kind, Basis.UNDATED, None, None, undated.cue,
            )  # fmt: skip

    def lede(self) -> Draft | None:
        """Return the main clause as the article's own news, dated by its time if it has one."""
        main = self.main()
        if not self.words:
            return None
        clause = self.tree.clauses[main]
        group = clause.verb
        government = self._news_time(main)
        first, last = self.extent(main, None)
        last = self.with_story(main, last)
        start, end = self.fit(first, last, self.must(group, None))
        timex = government.time.timex if government else None
        bounds = timex.bounds if timex else None
        off = group is not None and group.lemmas & french.CALLED_OFF
        inside = government is not None and government.clause == main
        phrase = government is not None and government.how is not Governed.CLAUSE
        nominal = bool(off) and (phrase or (government is not None and not inside))
        at = government.time.first if government and inside else None
        fate = self._fate(government) if government is not None else None
        status, cue = status_of(
            self.tree, clause, group, bounds, self.published, at=at, nominal=nominal, fate=fate
        )
        if fate is not None:
            end = self.reach_to(start, end, fate.last)
        if status is Status.DENIED:
            status, cue = Status.PAST, ""  # the headline's news is not what its first verb denies
        if timex is None and status in (Status.ONGOING, Status.PAST) and group is not None:
            status = self._status_today(group, status)
        kind = kind_of(self.tree, clause, group, status, at)
        title = self.title(self.places(main, None), main)
        return Draft(start, end, title, status, kind, cue, timex)

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
        if verb is not None and verb.lemmas & french.CALLED_OFF and len(own) == 1:
            return own[0]
        off = [g for g in self.governed if self._is_called_off(g, verb)]
        if len(off) == 1:
            return off[0]
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
        for g in self.governed:
            clause = self.tree.clauses[g.clause]
            beside = clause.kind is ClauseKind.PARTICIPLE and clause.parent == main
            if beside and clause.verb is not None and clause.verb.lemmas & _GATHERED:
                return g  # "Réuni lundi soir, le conseil a voté le budget"
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

    def _phrase(self, government: Government) -> Draft:
        """Make the statement of a noun or a participle with its time."""
        clause = self.tree.clauses[government.clause]
        first, last = government.first, government.last
        if government.how is Governed.NOUN:
            group: Group | None = clause.verb
        else:
            group = government.group
        bounds = government.time.timex.bounds
        fate = self._fate(government)
        status, cue = status_of(
            self.tree, clause, group, bounds, self.published,
            at=government.time.first, nominal=government.how is Governed.NOUN, fate=fate,
        )  # fmt: skip
        if government.how is Governed.NOUN and status in (
            Status.PAST,
            Status.ONGOING,
            Status.PLANNED,
        ):
            cue = ""
        kind = Kind.EVENT
        if government.how is Governed.PARTICIPLE:
            kind = kind_of(self.tree, clause, group, status, government.time.first)
        if fate is not None or status in (Status.CANCELLED, Status.POSTPONED):
            reach = self._reach_of(government.clause, fate)
            if last < reach and self.length(first, reach) <= LONGEST_QUOTE:
                last = reach
            first = self._with_fate(government, fate, first, last)
        start, end = self.fit(first, last, (government.time.first, government.time.last))
        title = self.title(list(range(first, last + 1)), government.clause)
        if government.how is Governed.NOUN:
            title = uncontracted(title)
        return Draft(start, end, title, status, kind, cue, government.time.timex)

    def _clause(self, number: int, share: int, together: list[Government]) -> Iterator[Draft]:
        clause = self.tree.clauses[number]
        parts = self.parts(number, share)
        for government in together:
            group = verb_of(clause, government.part)
            first, last = self.extent(number, parts)
            places = self.places(number, parts)
            if len(together) > 1:
                first, last, places = self.divided(government, together, first, last, places)
            times = (government.time.first, government.time.last)
            start, end = self.fit(first, last, self.must(group, times))
            bounds = government.time.timex.bounds
            fate = self._fate(government)
            status, cue = status_of(
                self.tree, clause, group, bounds, self.published,
                at=government.time.first, fate=fate,
            )  # fmt: skip
            kind = kind_of(self.tree, clause, group, status, government.time.first)
            told = number
            if status in (Status.CANCELLED, Status.POSTPONED):
                whole = self._with_fate(government, fate, first, last)
                if whole < first:  # the title is that of the clause it begins in
                    first, start, told = whole, self.words[whole].start, self.tree.home[whole]
                    places = list(range(first, last + 1))
                reach = self._reach_of(number, fate)
                end = self.reach_to(start, end, reach)
                if reach > last and self.length(first, reach) <= LONGEST:
                    places = list(range(first, reach + 1))
                elif reach > last and fate is None:
                    places = [*places, *range(max(places) + 1, reach + 1)]
            title = self.title(places, told)
            yield Draft(start, end, title, status, kind, cue, government.time.timex)

    def _fate(self, government: Government) -> Fate | None:
        """Find what the sentence says became of what a verb plans for a time."""
        clause = self.tree.clauses[government.clause]
        if government.how is Governed.NOUN:
            return fate_of_noun(self.tree, clause, government.time)
        return fate_told(
            self.tree, clause, government.group, government.time, self.times, self.published
        )

    def _with_fate(self, government: Government, fate: Fate | None, first: int, last: int) -> int:
        """Return where a quote begins that tells what became of a plan, else `first`.

        "‹La mairie a annulé› le bal qui devait se tenir lundi", where that has no day of its own;
        "‹celui› qui devait ouvrir lundi est reporté".
        """
        if fate is None:
            return first
        begin = self.tree.clauses[government.clause].first
        if fate.last >= government.time.first or fate.last < 0:
            return begin if self.words[begin].low in french.STAND_INS else first
        number = self.tree.home[fate.last]
        if any(g.clause == number and g.how is Governed.CLAUSE for g in self.governed):
            return first
        begin = self.extent(number, None)[0]
        return begin if begin < first and self.length(begin, last) <= LONGEST_QUOTE else first

    def _is_called_off(self, government: Government, verb: Group | None) -> bool:
        """Whether a verb says that what is planned for a time will not be then."""
        fate = self._fate(government)
        if fate is None or verb is None or fate.status is Status.DENIED:
            return False
        return verb.first <= fate.last

    def _reach_of(self, number: int, fate: Fate | None) -> int:
        """Return the last place of what says that a thing is called off, or -1."""
        return self.called_off_by(number) if fate is None else fate.last

    def _undated(self, dated: Sequence[Draft]) -> Draft | None:
        """Make the statement of a main clause that tells an event and has no time."""
        number = self.main()
        clause = self.tree.clauses[number]
        group = clause.verb
        if group is None or group.form not in _EVENT_FORMS or group.lemmas == {"être"}:
            return None
        if any(g.clause == number for g in self.governed if g.how is Governed.CLAUSE):
            return None
        if any(draft.start <= self.words[group.head].start < draft.end for draft in dated):
            return None  # "la marche prévue samedi est interdite": told by that
        kind = kind_of(self.tree, clause, group)
        if kind is Kind.SPEECH and self.governed:
            return None  # what was said is dated, and told by that
        first, last = self.extent(number, None)
        start, end = self.fit(first, last, self.must(group, None))
        status, cue = status_of(self.tree, clause, group, None, self.published)
        if group.negated and status is Status.DENIED:
            return None  # nothing happened
        title = self.title(self.places(number, None), number)
        return Draft(start, end, title, status, kind, cue)


def _times(parts: Sequence[Word], dated: Iterable[Timex]) -> Iterator[Time]:
    for timex in dated:
        inside = [n for n, w in enumerate(parts) if w.start < timex.end and timex.start < w.end]
        if inside and not _hangs_on_noun(parts, inside[-1]):
            yield Time(timex, inside[0], inside[-1])


def _hangs_on_noun(parts: Sequence[Word], last: int) -> bool:
    """Whether a time is counted from an event: "quatre mois après ‹sa nomination›"."""
    if last + 1 >= len(parts) or parts[last].low not in ("après", "avant"):
        return False
    return parts[last + 1].low in french.DETERMINERS


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
