"""The way of one article: text to mentions, mentions to resolutions, resolutions to statements.

Pure: the same text and the same publication date give the same reading, anywhere.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache

from chrono.clauses import Clauses
from chrono.entries import Entries
from chrono.errors import InputError
from chrono.expressions import Found, Mention, Resolved
from chrono.focus import Context
from chrono.grammar.text import Cut, Offsets, blocks
from chrono.mentions import Reader
from chrono.model import Anchor, Article, Direction, Granularity, Reading, Resolution, Timex
from chrono.resolve import Sight, resolve, resolve_with_parts
from chrono.resolve.chronicled import in_chronicle
from chrono.resolve.elided import following_year, lacks_month
from chrono.resolve.shifts import eve_of
from chrono.resolve.write import anchored
from chrono.tense import UNDECIDED, ClauseTense
from chrono.terms import Cycle, Day, Month, Season, Shift, Term, Year

LANGUAGES = ("fr",)
_REACH_OF_STORY = 92  # days from one date of a story to the next that it tells without the year


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
        block = _Block(text, pieces, start, found_by)
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


class _Block:
    """One block of text on its way through focus and tense."""

    __slots__ = ("clauses", "context", "entries", "places", "text")

    def __init__(self, text: str, pieces: Cut, start: int, found_by: Reader) -> None:
        self.text = text
        self.places = Offsets(pieces, start)
        self.clauses = Clauses(pieces, found_by)
        self.entries = Entries(pieces, self.clauses.mentions, found_by.language.live)
        self.context = Context(None)

    def timexes(self, context: Context) -> Iterator[Timex]:
        """The time expressions of the block; `context` afterwards is that of its end."""
        clauses, entries = self.clauses, self.entries
        clauses.read_tenses()
        tense = UNDECIDED
        read = -1  # the mention whose clause was read last
        verbal = True  # whether a verb may tell the mention before
        outside: Context | None = None  # of a sentence, before the quotation that it is in
        for k, mention in enumerate(clauses.mentions):
            if context.year is not None and not clauses.follows(k):
                context = context.with_year(None, context.year_leads)
            if lacks_month(mention.found.term):
                mention = clauses.lend_month(k)
            context = entries.of_hour(k, context)
            if not clauses.follows(k):
                outside = None
            if clauses.is_quoted(k):
                outside = outside or context
            elif outside is not None:
                if mention.found.hangs:
                    context = outside  # « C'était hier », a-t-il dit à midi: not yesterday
                outside = None
            if context.focus is None and mention.found.from_focus:
                mention = clauses.lend_day(k)
            day = entries.day_of(k)
            found = mention.found
            direction = lean = Direction.UNKNOWN
            back = (
                found.from_focus
                and context.ahead is not None
                and (context.is_ahead or not clauses.follows(k))
            )
            if back or (found.needs_direction and not (found.hangs and self._settled(context))):
                if read < k - 1 or not clauses.goes_on(k):
                    tense = clauses.tense(k)
                read = k
                if tense.earlier and clauses.came_before(k, context):
                    direction = Direction.PAST
                elif tense.lean:
                    lean, tense = tense.direction, UNDECIDED
                elif not (tense.loose and (found.hangs or back)):
                    direction = tense.direction
                    if context.is_ahead and clauses.is_of_next_week(k, context.published):
                        mention = clauses.in_next_week(k)
                        found = mention.found
                listed = not (verbal or tense.cue) and lean is Direction.UNKNOWN
                if listed and context.is_ahead and clauses.follows(k):
                    lean = Direction.FUTURE  # "soleil vendredi, brume samedi, neige lundi"
                verbal = tense.cue != ""
            else:
                tense, verbal = UNDECIDED, True
            context = self._with_year(k, context, tense)
            speech = clauses.spoken_on(k, context)
            told = context.year
            clause = context.looking(direction, lean, speech)
            if day is not None and speech is None:
                clause = in_chronicle(found.term, clause, day, tense)
            timex, then = self._timex(mention, context, clause, tense)
            if clause.speech != speech:
                timex = _from_narrative(timex)
            # What somebody said of a day does not move the narrative there, nor since when a thing
            # lasts, once a day was told.
            lasts = context.focus is not None and clauses.is_since(mention)
            if speech is None and (not lasts or clauses.is_meant_next(k)):
                context = then
            if context.year is not None and context.year != told:
                # "En 2022, …" lends its year, "le budget 2026" and "comme en 2022" do not.
                name = clauses.is_name(mention) or clauses.is_compared(mention)
                leads = context.year_leads if name else clauses.leads(mention)
                context = context.with_year(told if name else context.year, leads)
            entries.tell(mention, timex.resolution, context)
            yield timex
        self.context = context

    def _with_year(self, k: int, context: Context, tense: ClauseTense) -> Context:
        """The context with the year that a narrative goes on in, or without one that is over."""
        clauses = self.clauses
        found = clauses.mentions[k].found
        if tense.loose and context.is_at_year and not context.year_leads:
            context = context.with_year(None, False)  # "fondé en 1998 et vendu en mai"
        told = tense.direction is Direction.PAST and not (tense.loose or tense.narrates)
        if told and context.is_at_year and not context.year_leads and clauses.is_aside(k):
            context = context.with_year(None, False)  # "fondé en 1998, il avait brûlé en mai"
        lent = context.year is not None and not context.year_leads
        if told and lent and not tense.remote and clauses.is_relative(k):
            context = context.with_year(None, False)  # ", qui ouvrit en mai 2007, a fermé en juin"
        if context.year is not None and not (context.year_leads or tense.remote):
            if found.needs_direction and clauses.is_since(clauses.mentions[k]):
                context = context.with_year(None, False)  # "élu en 2014, malade depuis mai"
        within: int | None = None
        goes_on = tense.narrates or tense.now
        if not goes_on and tense.direction is Direction.PAST and k:
            if clauses.mentions[k - 1].found.from_focus:
                goes_on, within = True, _REACH_OF_STORY  # it has just counted from its own day
        if goes_on and (context.year is None or not context.year_leads):
            year = following_year(found.term, context, within)
            if year is not None and (tense.narrates or within or clauses.in_story(k)):
                context = context.with_year(year, True)  # "né en 1841, … mourut en mai"
        return context

    @staticmethod
    def _settled(context: Context) -> bool:
        """Whether a clock time surely hangs on publication: then the clause need not be read."""
        return context.focus is None or context.focus == context.published

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
            for nth, simple in enumerate(found.parts):
                part = of_parts[nth]
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


def _from_narrative(timex: Timex) -> Timex:
    """The same expression, said to count from a day of the narrative."""
    return replace(
        timex,
        resolution=anchored(timex.resolution, Anchor.FOCUS),
        parts=tuple([_from_narrative(part) for part in timex.parts]),
    )


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
    known = found.known
    if known is None or known[0] != seen:
        known = found.known = (seen, _anew(found, clause))
    return known[1]


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
