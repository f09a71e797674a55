"""The way of one article: text to mentions, mentions to resolutions, resolutions to statements.

Pure: the same text and the same publication date give the same reading, anywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple

from chrono.errors import InputError
from chrono.focus import Context
from chrono.grammar.sentences import quotations, sentence
from chrono.grammar.text import Cut, Offsets, blocks
from chrono.mentions import Found, Mention, Reader, Resolved
from chrono.model import Anchor, Article, Direction, Granularity, Reading, Resolution, Timex
from chrono.resolve import Sight, resolve, resolve_with_parts
from chrono.resolve.elided import lacks_month, with_month
from chrono.resolve.shifts import eve_of
from chrono.resolve.spoken import counts_from_speech, day_told, is_weekday
from chrono.tense import UNDECIDED, ClauseTense
from chrono.terms import Clock, Cycle, Day, DayPart, Month, Range, Season, Shift, Term, Year

LANGUAGES = ("fr",)


@cache
def reader(language: str) -> Reader:
    """The reader of a language, built at first use."""
    if language == "fr":
        from chrono.languages.fr import french

        return Reader(french())
    raise InputError(f"language {language!r} is not known; known: {', '.join(LANGUAGES)}")


def extract(
    text: str,
    *,
    published: date | datetime | None,
    language: str = "fr",
    timezone: str = "Europe/Paris",
) -> tuple[Timex, ...]:
    """The time expressions of a text, resolved, in the order of the text.

    `published` is the publication day, or instant, local to `timezone`; None leaves relative
    dates unresolved. Offsets are in code points, half open; bounds are inclusive. Never raises
    for any text. Raises `InputError` for a language that is not known.

    >>> [t.resolution.value for t in extract("Il viendra jeudi.", published=date(2025, 3, 18))]
    ['2025-03-20']
    """
    return tuple(iterate(text, published=published, language=language, timezone=timezone))


def iterate(
    text: str,
    *,
    published: date | datetime | None,
    language: str = "fr",
    timezone: str = "Europe/Paris",
) -> Iterator[Timex]:
    """As `extract`, one by one, in memory that does not grow with the text."""
    at: time | None = None
    if isinstance(published, datetime):
        at = published.time()
        published = published.date()
    context = Context(published, at, timezone)
    found_by = reader(language)
    for start, end in blocks(text):
        piece_of_text = text[start:end]
        pieces = found_by.cut(piece_of_text)
        quotes = "«" in piece_of_text or '"' in piece_of_text or "“" in piece_of_text
        block = _Block(text, pieces, start, quotes, found_by)
        yield from block.timexes(context)
        context = block.context


def read(article: Article) -> Reading:
    """An article's time expressions and statements.

    Its header lines (`body_start`) are passed over, so that offsets stay those of the whole text.
    """
    from chrono.chronicle.statements import statements

    publication = article.publication
    published: date | datetime | None = publication.on
    if publication.on is not None and publication.at is not None:
        published = datetime.combine(publication.on, publication.at)
    body = article.text[article.body_start :]
    found = extract(body, published=published, language=article.language, timezone=article.timezone)
    timexes = tuple(moved(t, article.body_start) for t in found) if article.body_start else found
    return Reading(article, timexes, statements(article, timexes))


def moved(timex: Timex, by: int) -> Timex:
    """A time expression so many code points further on."""
    return replace(
        timex,
        start=timex.start + by,
        end=timex.end + by,
        parts=tuple(moved(p, by) for p in timex.parts),
    )


class _Speech(NamedTuple):
    """Of a sentence: which of its pieces are quoted, and the past days that it tells outside.

    The days stand with their number among the mentions of the block, and whether they are remote.
    """

    sentence: tuple[int, int]
    quoted: list[bool]
    days: list[tuple[int, Term, bool]]


class _Block:
    """One block of text on its way through focus and tense."""

    __slots__ = (
        "context",
        "masked",
        "mentions",
        "parts",
        "pieces",
        "places",
        "quotes",
        "reader",
        "sentence",
        "speech",
        "text",
    )

    def __init__(self, text: str, pieces: Cut, start: int, quotes: bool, found_by: Reader) -> None:
        self.text = text
        self.pieces = pieces
        self.parts = pieces.parts
        self.places = Offsets(pieces.written, start)
        self.reader = found_by
        self.context = Context(None)
        self.sentence = (0, 0)
        self.speech: _Speech | None = None
        self.mentions: list[Mention] = []
        self.masked: set[int] = set()
        self.quotes = quotes

    def timexes(self, context: Context) -> Iterator[Timex]:
        """The time expressions of the block; `context` afterwards is that of its end."""
        mentions = self.mentions = self.reader.mentions(self.pieces)
        masked = self.masked
        for mention in mentions:
            masked.update(range(mention.first, mention.last + 1))
        tense = UNDECIDED
        read = -1  # the mention whose clause was read last
        for k, mention in enumerate(mentions):
            if context.year is not None and not self._same_sentence(mention):
                context = context.with_year(None, context.year_leads)
            if lacks_month(mention.found.term):
                mention = self._with_month(k)
            found = mention.found
            direction = lean = Direction.UNKNOWN
            back = found.from_focus and context.is_ahead
            if back or (found.needs_direction and not (found.hangs and self._settled(context))):
                if read < k - 1 or not self._goes_on(k):
                    tense = self._tense(k)
                read = k
                if tense.lean:
                    lean, tense = tense.direction, UNDECIDED
                elif not (tense.loose and (found.hangs or back)):
                    direction = tense.direction
            else:
                tense = UNDECIDED
            if tense.loose and context.is_at_year and not context.year_leads:
                context = context.with_year(None, False)  # "fondé en 1998 et vendu en mai"
            speech: date | None = None
            if self.quotes and counts_from_speech(found.term):
                speech = self._spoken_on(k, context)
            told = context.year
            clause = context.looking(direction, lean, speech)
            timex, then = self._timex(mention, context, clause, tense)
            if speech is None:
                context = then  # what somebody said of a day does not move the narrative there
            if context.year is not None and context.year != told:
                self._same_sentence(mention)
                # "En 2022, …"
                context = context.with_year(context.year, self._leads(mention))
            yield timex
        self.context = context

    @staticmethod
    def _settled(context: Context) -> bool:
        """Whether a clock time surely hangs on publication: then the clause need not be read."""
        return context.focus is None or context.focus == context.published

    def _same_sentence(self, mention: Mention) -> bool:
        """Whether a mention stands in the sentence of the one before; moves on to its own."""
        if self.sentence[0] <= mention.first < self.sentence[1]:
            return True
        self.sentence = sentence(self.pieces, mention.first, self.reader.language.abbreviations)
        return False

    def _leads(self, mention: Mention) -> bool:
        """Whether a mention is the first of its sentence, or after a short word ("En 2019")."""
        words = 0
        for k in range(mention.first - 1, self.sentence[0] - 1, -1):
            words += 0 if self.parts[k].isspace() else 1 if len(self.parts[k]) < 4 else 2
            if words > 1:
                return False
        return True

    def _goes_on(self, k: int) -> bool:
        """Whether a time follows another one in its clause: "à 14 h, à 16 h et à 18 h"."""
        mention, before = self.mentions[k], self.mentions[k - 1]
        if not (mention.found.hangs and before.found.hangs):
            return False
        gap = self.parts[before.last + 1 : mention.first]
        return (
            len(gap) < 8
            and all(len(piece) <= 2 or piece.isspace() for piece in gap)
            and self._same_sentence(mention)
        )

    def _with_month(self, k: int) -> Mention:
        """A mention of a day with the month that a day soon after it in its sentence tells."""
        mention = self.mentions[k]
        found, term = mention.found, mention.found.term
        assert isinstance(term, Day)
        self._same_sentence(mention)
        for after in self.mentions[k + 1 : k + 4]:
            if after.first - mention.last > _NEAR_MONTH or after.first >= self.sentence[1]:
                break
            whole = with_month(term, after.found.term)
            if whole is not None:
                lent = found.with_term(whole, found.right)
                self.mentions[k] = Mention(mention.first, mention.last, lent, mention.places)
                break
            if not lacks_month(after.found.term):
                break
        return self.mentions[k]

    def _tense(self, k: int) -> ClauseTense:
        """The direction of the clause around a mention.

        Its verb is not sought far off, nor past many other mentions.
        """
        mentions = self.mentions
        mention = mentions[k]
        self._same_sentence(mention)
        first, last = self.sentence
        first = max(first, mention.first - _WINDOW)
        past = _MENTIONS_OF_HANGING if mention.found.hangs else _MENTIONS
        if k >= past:
            first = max(first, mentions[k - past].last + 1)
        last = min(last, mention.last + _WINDOW)
        if k + past < len(mentions):
            last = min(last, mentions[k + past].first)
        last = max(last, mention.last + 1)
        self.reader.steps += (last - first) // 2
        full = _is_full(mention.found.term)
        return self.reader.language.tense(
            self.parts, (first, last), (mention.first, mention.last), self.masked, full
        )

    def _spoken_on(self, k: int, context: Context) -> date | None:
        """The day on which a quotation was spoken, for "demain" inside of it.

        The sentence must give it outside of the quotation, in the past: « … demain », a dit hier X.
        """
        if context.published is None:
            return None
        mention = self.mentions[k]
        self._same_sentence(mention)
        if self.speech is None or self.speech.sentence != self.sentence:
            self.speech = self._speech()
        speech = self.speech
        if not speech.quoted[mention.first - self.sentence[0]]:
            return None
        at = bisect_left(speech.days, k, key=lambda told: told[0])
        behind = speech.days[max(0, at - _DAYS_NEAR) : at]
        weekday = is_weekday(mention.found.term)
        for _, day, remote in (*speech.days[at : at + _DAYS_NEAR], *reversed(behind)):
            told = resolve(day, context.looking(Direction.PAST, Direction.UNKNOWN, None))
            over = told.bounds is not None and told.bounds.latest <= context.published
            if told.bounds is not None and over and (remote or not weekday):
                return told.bounds.earliest
        return None

    def _speech(self) -> _Speech:
        """What the sentence at hand quotes, and the past days that it tells for itself."""
        first, last = self.sentence
        quoted = quotations(self.parts, first, last)
        self.reader.steps += len(quoted)
        mentions = self.mentions
        days: list[tuple[int, Term, bool]] = []
        if True not in quoted:
            return _Speech(self.sentence, quoted, days)
        for k in range(bisect_left(mentions, first, key=lambda m: m.first), len(mentions)):
            mention = mentions[k]
            if mention.first >= last:
                break
            day = day_told(mention.found.term)
            if day is None or quoted[mention.first - first]:
                continue
            tense = self._tense(k)
            if tense.direction is Direction.PAST:
                days.append((k, day, tense.remote))
        return _Speech(self.sentence, quoted, days)

    def _timex(
        self, mention: Mention, context: Context, clause: Context, tense: ClauseTense
    ) -> tuple[Timex, Context]:
        found = mention.found
        resolution, of_parts = _resolved(found, clause)
        places, text = self.places, self.text
        start, end = places.at(mention.first), places.at(mention.last + 1)
        parts: tuple[Timex, ...] = ()
        if of_parts:
            made = []
            for simple, part in zip(found.parts, of_parts, strict=True):
                a = places.at(mention.places[simple.left])
                b = places.at(mention.places[simple.right - 1] + 1)
                made.append(
                    Timex(a, b, text[a:b], part, found.rule, tense.direction, tense.cue, (), simple)
                )
            parts = tuple(made)
        timex = Timex(
            start, end, text[start:end], resolution, found.rule, tense.direction, tense.cue,
            parts, found,
        )  # fmt: skip
        return timex, _advance(context, found.term, resolution)


def _is_full(term: Term | None) -> bool:
    """Whether a term is a day and month without its year, or a time on such a day."""
    if isinstance(term, (Clock, DayPart)):
        return _is_full(term.day)
    if isinstance(term, Range):
        return _is_full(term.first)
    return isinstance(term, Day) and term.month is not None and term.year is None


_NEAR_MONTH = 24  # pieces from a day without its month to the one that tells it
_DAYS_NEAR = 4  # days to either side of a quoted expression that it may have been spoken on
_WINDOW = 72  # pieces to either side that a verb is looked for in
_MENTIONS = 3  # a verb is sought up to so many other mentions away, to either side
_MENTIONS_OF_HANGING = 2  # as much for a time whose day the text gave before


def _resolved(found: Found, clause: Context) -> Resolved:
    """What an expression means, and its parts; remembered until it sees another context."""
    sight = found.sight
    if sight is Sight.ALL:
        return _anew(found, clause)
    seen: Hashable = None
    if sight is not Sight.NOTHING:
        month = clause.period if clause.year is not None and sight is Sight.YEAR else None
        year = clause.year if sight is Sight.YEAR else None
        seen = (
            clause.published, clause.direction, clause.lean, clause.speech, year,
            clause.year_leads, month,
        )  # fmt: skip
    if found.resolved is None or seen != found.seen:
        found.resolved = _anew(found, clause)
        found.seen = seen
    return found.resolved


def _anew(found: Found, clause: Context) -> Resolved:
    if not found.parts:
        return resolve(found.term, clause), ()
    return resolve_with_parts(found.term, [part.term for part in found.parts], clause)


def _tells_year(term: Term) -> bool:
    """Whether a term is a year, or a month or a season of one."""
    return isinstance(term, Year) or (isinstance(term, (Month, Season)) and term.year is not None)


def _advance(context: Context, term: Term, resolution: Resolution) -> Context:
    """The context after a mention: only a year told as such lends itself to what follows."""
    if isinstance(term, (Shift, Cycle)) and term.n < 0 and resolution.anchor is Anchor.FOCUS:
        return context  # "la veille" looks back from the main event, which stays in mind
    whole_year = resolution.granularity is Granularity.YEAR and resolution.mod is None
    if whole_year or _tells_year(term):
        year, bounds = context.year, resolution.bounds
        told = whole_year or resolution.anchor is Anchor.EXPLICIT
        if told and bounds is not None and (resolution.open or not resolution.alternatives):
            year = bounds.earliest.year
        return context.advance(resolution, year)
    year = None if isinstance(term, Day) else context.year
    return context.advance(resolution, year, eve_of(term, context))


__all__ = ["LANGUAGES", "extract", "iterate", "moved", "read", "reader"]
