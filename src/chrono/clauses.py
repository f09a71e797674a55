"""The sentences around the mentions of a block: their tense, what they quote, and when it was said.

What is asked for more than once of a sentence or a mention is found once.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from chrono.expressions import Mention
from chrono.focus import Context
from chrono.grammar.sentences import quotations, sentence
from chrono.grammar.text import Cut
from chrono.mentions import Reader
from chrono.model import Direction
from chrono.resolve import resolve
from chrono.resolve.elided import lacks_month, with_month
from chrono.resolve.spoken import (
    counts_from_period,
    counts_from_speech,
    day_told,
    is_weekday,
    period_told,
)
from chrono.tense import UNDECIDED, ClauseTense
from chrono.terms import (
    Choice,
    Clock,
    Cycle,
    Day,
    DayPart,
    Origin,
    Range,
    Shift,
    Term,
    Unit,
    Which,
    Year,
)  # fmt: skip

_SINCE = frozenset({"depuis", "Depuis", "DEPUIS"})
_NEAR_MONTH = 24  # pieces from a day without its month to the one that tells it
_DAYS_NEAR = 4  # days to either side of a quoted expression that it may have been spoken on
_WINDOW = 72  # pieces to either side that a verb is looked for in
_MENTIONS = 3  # a verb is sought up to so many other mentions away, to either side
_MENTIONS_OF_HANGING = 2  # as much for a time whose day the text gave before
_ASIDE = 24  # pieces from the comma that opens an aside to the year in it
_TOLD_AFTER = 4  # mentions that may tell what comes after an earlier plan
_WEEKS_AHEAD = 62  # days
_SHORT = 4  # letters of the words that lead to a time: "en", "dès"


class _Speech:
    """Of a sentence: what it quotes, and the past times that it tells outside, once sought.

    These stand with their number among the mentions of the block.
    """

    __slots__ = ("days", "quoted", "sentence")

    def __init__(self, sentence: tuple[int, int], quoted: list[tuple[int, int]]) -> None:
        self.sentence = sentence
        self.quoted = quoted
        self.days: list[tuple[int, Term, bool]] | None = None

    def quotes(self, mention: Mention) -> bool:
        """Whether a mention is part of a quotation."""
        at = mention.first
        return True in [first <= at <= last for first, last in self.quoted]


class Clauses:
    """The mentions of a block of text, and the clauses around them."""

    __slots__ = (
        "_masked", "_pieces", "_reader", "_speech", "_tenses", "mentions",
    )  # fmt: skip

    def __init__(self, pieces: Cut, found_by: Reader) -> None:
        self._pieces = pieces
        self._reader = found_by
        self.mentions = found_by.mentions(pieces)
        self._masked = [False] * len(pieces.parts)  # whether a piece is part of a mention
        here = (0, 0)
        for mention in self.mentions:
            for k in range(mention.first, mention.last + 1):
                self._masked[k] = True
            if mention.first >= here[1]:
                here = sentence(pieces, mention.first, found_by.language.abbreviations)
            mention.sentence = here
        self._speech: _Speech | None = None
        self._tenses: dict[int, ClauseTense] = {}

    def read_tenses(self) -> None:
        """Read the clauses of the mentions that surely need it, one after the other.

        So the code that reads them stays at hand, and the same may be asked again at no cost.
        """
        for k, mention in enumerate(self.mentions):
            found = mention.found
            if found.needs_direction and not found.hangs and not lacks_month(found.term):
                self.tense(k)

    def follows(self, k: int) -> bool:
        """Whether a mention stands in the sentence of the one before."""
        return k > 0 and self.mentions[k - 1].first >= self.mentions[k].sentence[0]

    def leads(self, mention: Mention) -> bool:
        """Whether a mention is the first of its sentence, or after a short word ("En 2019")."""
        parts = self._pieces.parts
        words = 0
        for k in range(mention.first - 1, mention.sentence[0] - 1, -1):
            piece = parts[k]
            words += 0 if not piece[0].isalnum() else 1 if len(piece) < 4 else 2
            if words > 1:
                return False
        return True

    def goes_on(self, k: int) -> bool:
        """Whether a time follows another one in its clause: "à 14 h, à 16 h et à 18 h"."""
        mention, before = self.mentions[k], self.mentions[k - 1]
        if not (mention.found.hangs and before.found.hangs):
            return False
        gap = self._pieces.parts[before.last + 1 : mention.first]
        return (
            len(gap) < 8
            and all(len(piece) <= 2 or piece.isspace() for piece in gap)
            and self.follows(k)
        )

    def lend_month(self, k: int) -> Mention:
        """A mention of a day with the month that a day soon after it in its sentence tells."""
        mention = self.mentions[k]
        term = mention.found.term
        assert isinstance(term, Day)
        for after in self.mentions[k + 1 : k + 4]:
            if after.first - mention.last > _NEAR_MONTH or after.first >= mention.sentence[1]:
                break
            whole = with_month(term, after.found.term)
            if whole is not None:
                self.mentions[k] = mention.meaning(whole)
                self._tenses.pop(k, None)
                break
            if not lacks_month(after.found.term):
                break
        return self.mentions[k]

    def lend_day(self, k: int) -> Mention:
        """A mention of an eve before any day, counted from the one that its sentence then tells.

        "Arrivé la veille, il a été reçu mardi": if that one is over.
        """
        mention = self.mentions[k]
        term = mention.found.term
        if not isinstance(term, Shift) or term.n >= 0 or term.unit is not Unit.DAY:
            return mention
        after = self.mentions[k + 1] if k + 1 < len(self.mentions) else None
        day = day_told(after.found.term) if after is not None else None
        if after is None or day is None or after.first >= mention.sentence[1]:
            return mention
        tense = self.tense(k + 1)
        if tense.direction is Direction.PAST and not tense.loose:
            mention = self.mentions[k] = mention.meaning(replace(term, base=day))
            self._tenses[k] = tense
        return mention

    def is_aside(self, k: int) -> bool:
        """Whether the time before is told beside the main clause: "fondé en 1998, il a brûlé"."""
        if not self.follows(k):
            return False
        return self._opened(k) >= 0 or self.tense(k - 1).loose

    def is_relative(self, k: int) -> bool:
        """Whether a relative clause tells the time before: "l'usine, qui a brûlé en mai 2012,"."""
        at = self._opened(k) if self.follows(k) else -1
        if at < 0:
            return False
        return self._pieces.parts[at + 2].lower() in self._reader.language.relatives

    def _opened(self, k: int) -> int:
        """Where the comma is that opens what ends in the time before and a comma; -1 for none."""
        parts, before = self._pieces.parts, self.mentions[k - 1]
        if parts[before.last + 1 : before.last + 2] != [","]:
            return -1
        at, words = before.first - 1, 0
        first = max(before.sentence[0], before.first - _ASIDE)
        while at > first and parts[at] != ",":
            words += 0 if parts[at].isspace() else 1
            at -= 1
        # "l'usine, fermée en 2012, avait rouvert en mai"; not ", en 2012,"
        return at if parts[at] == "," and words > 1 else -1

    def is_since(self, mention: Mention) -> bool:
        """Whether a mention only tells since when something lasts: "fermé depuis le 28 juin"."""
        parts, k = self._pieces.parts, mention.first - 1
        while k > 0 and parts[k].isspace():
            k -= 1
        return k >= 0 and parts[k] in _SINCE

    def is_meant_next(self, k: int) -> bool:
        """Whether the next time is that very one: "absent depuis 2011. Cette année-là, …"."""
        term = self.mentions[k + 1].found.term if k + 1 < len(self.mentions) else None
        return isinstance(term, Cycle) and term.n == 0 and term.origin is Origin.FOCUS

    def is_name(self, mention: Mention) -> bool:
        """Whether a year follows a longer word that it numbers ("le budget 2026"), not "en"."""
        if not isinstance(mention.found.term, Year) or mention.first < 2:
            return False
        before = self._pieces.parts[mention.first - 2 : mention.first]
        return mention.first == mention.last and before[1] == " " and len(before[0]) > _SHORT

    def is_compared(self, mention: Mention) -> bool:
        """Whether a year is only what one compares with: "comme en 1989", "plus qu'en 2003"."""
        language, parts = self._reader.language, self._pieces.parts
        return language.compared(parts, mention.sentence[0], mention.first, mention.last)

    def is_of_next_week(self, k: int, published: date | None) -> bool:
        """Whether the weekday of publication follows a day to come that the same verb tells.

        Of a Thursday: "la Chambre votera mardi, le Sénat, lui, jeudi".
        """
        found = self.mentions[k].found
        term = found.term.day if isinstance(found.term, DayPart) else found.term
        if not isinstance(term, Day) or term.day is not None or published is None or found.parts:
            return False
        if term.weekday != published.isoweekday() or not self.follows(k):
            return False
        tense, before = self.tense(k), self.tense(k - 1)
        return tense.direction is before.direction is Direction.FUTURE and tense.cue == before.cue

    def in_next_week(self, k: int) -> Mention:
        """A mention of a weekday, as the first one after publication."""
        mention = self.mentions[k]
        term = mention.found.term
        if isinstance(term, DayPart):
            assert term.day is not None
            coming: Term = replace(term, day=Which(term.day, Choice.NEXT))
        else:
            coming = Which(term, Choice.NEXT)
        mention = self.mentions[k] = mention.meaning(coming)
        return mention

    def in_story(self, k: int) -> bool:
        """Whether another present told the time before: "est élu le 3 mai 1936 et meurt en mai"."""
        if not self.follows(k):
            return False
        before = self.tense(k - 1)
        return before.now and before.cue != self.tense(k).cue

    def came_before(self, k: int, context: Context) -> bool:
        """Whether a time is over since else it would come after the last one of its sentence.

        In November: "prévu en mai, puis en octobre, le festival se tiendra en décembre". A plan of
        the next weeks may rather have been brought forward.
        """
        mention = self.mentions[k]
        last = k
        for n in range(k + 1, min(len(self.mentions), k + 1 + _TOLD_AFTER)):
            if self.mentions[n].first >= mention.sentence[1]:
                break
            tense = self.tense(n)
            if tense.direction is Direction.FUTURE and not tense.earlier:
                last = n
        if last == k:
            return False
        ahead = context.looking(Direction.FUTURE, Direction.UNKNOWN, None)
        own = resolve(mention.found.term, ahead).bounds
        then = resolve(self.mentions[last].found.term, ahead).bounds
        if own is None or then is None or own.earliest <= then.latest:
            return False
        far = context.published is None or (own.earliest - context.published).days > _WEEKS_AHEAD
        return far or not self.tense(k).loose

    def tense(self, k: int) -> ClauseTense:
        """The direction of the clause around a mention; read once.

        Its verb is not sought far off, nor past many other mentions.
        """
        known = self._tenses.get(k)
        if known is not None:
            return known
        mentions = self.mentions
        mention = mentions[k]
        first, last = mention.sentence
        first = max(self._asked(mention), mention.first - _WINDOW)
        past = _MENTIONS_OF_HANGING if mention.found.hangs else _MENTIONS
        if k >= past:
            first = max(first, mentions[k - past].last + 1)
        last = min(last, mention.last + _WINDOW)
        if k + past < len(mentions):
            last = min(last, mentions[k + past].first)
        last = max(last, mention.last + 1)
        self._reader.steps += (last - first) // 2
        full = _is_full(mention.found.term)
        found = self._reader.language.tense(
            self._pieces.parts, (first, last), (mention.first, mention.last), self._masked, full
        )
        if found.likewise and k:
            found = self._tenses.get(k - 1, UNDECIDED)  # "Mardi, il a plu. Mercredi aussi."
        self._tenses[k] = found
        return found

    def _asked(self, mention: Mention) -> int:
        """Where the sentence of a mention begins, or the question that it answers alone."""
        parts = self._pieces.parts
        first, last = mention.sentence
        if last - first > mention.last - mention.first + 4 or not first:
            return first
        k = first - 1
        while k > 0 and parts[k].isspace():
            k -= 1
        alone = all(
            parts[n].isspace() or parts[n] == "."
            for n in (*range(first, mention.first), *range(mention.last + 1, last))
        )
        if parts[k] != "?" or not alone:
            return first
        return sentence(self._pieces, k - 1, self._reader.language.abbreviations)[0]

    def spoken_on(self, k: int, context: Context) -> date | None:
        """The day on which a quotation was spoken, for "demain" inside of it.

        The sentence must give it outside of the quotation, in the past: « … demain », a dit hier X.
        """
        mention = self.mentions[k]
        if not self._pieces.quotes or not counts_from_speech(mention.found.term):
            return None
        if context.published is None:
            return None
        speech = self._speech_around(mention)
        if not speech.quotes(mention):
            return None
        if speech.days is None:
            speech.days = self._days_told(speech, k)
        days = speech.days
        at = bisect_left(days, k, key=lambda told: told[0])
        behind = days[max(0, at - _DAYS_NEAR) : at]
        weekday = is_weekday(mention.found.term)
        for _, day, remote in (*days[at : at + _DAYS_NEAR], *reversed(behind)):
            if period_told(day) is not None:
                # Only "assurait X en mai" surely tells when that was said.
                if not remote or not counts_from_period(mention.found.term, day):
                    continue
            told = resolve(day, context.looking(Direction.PAST, Direction.UNKNOWN, None))
            over = told.bounds is not None and told.bounds.latest <= context.published
            if told.bounds is not None and over and (remote or not weekday):
                return told.bounds.earliest
        return None

    def is_quoted(self, k: int) -> bool:
        """Whether a mention stands within a quotation."""
        mention = self.mentions[k]
        return bool(self._pieces.quotes) and self._speech_around(mention).quotes(mention)

    def _speech_around(self, mention: Mention) -> _Speech:
        """What the sentence of a mention quotes; found once for all of its mentions."""
        where = mention.sentence
        if self._speech is None or self._speech.sentence != where:
            self._speech = _Speech(where, quotations(self._pieces, *where))
        return self._speech

    def _days_told(self, speech: _Speech, k: int) -> list[tuple[int, Term, bool]]:
        """The past days and months that the sentence of a mention tells, but for its quotations."""
        mentions = self.mentions
        first, last = speech.sentence
        self._reader.steps += last - first
        while k and mentions[k - 1].first >= first:
            k -= 1
        days: list[tuple[int, Term, bool]] = []
        while k < len(mentions) and mentions[k].first < last:
            term = mentions[k].found.term
            day = day_told(term) or period_told(term)
            if day is not None and not speech.quotes(mentions[k]):
                tense = self.tense(k)
                if tense.direction is Direction.PAST:
                    days.append((k, day, tense.remote))
            k += 1
        return days


def _is_full(term: Term | None) -> bool:
    """Whether a term is a day and month without its year, or a time on such a day."""
    if isinstance(term, (Clock, DayPart)):
        return _is_full(term.day)
    if isinstance(term, Range):
        return _is_full(term.first)
    return isinstance(term, Day) and term.month is not None and term.year is None


__all__ = ["Clauses"]
