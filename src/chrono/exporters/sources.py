"""What the exporters share: clean text, usable addresses, where an event's words come from."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from chrono.hookspecs import Options
from chrono.model import (
    ArticleRef,
    Basis,
    Chronology,
    Event,
    EventMention,
    Granularity,
    Resolution,
    Status,
)
from chrono.wording import (
    day_in_words,
    in_words,
    is_told,
    is_uncertain,
    phrasebook,
    status_in_words,
    year_before_era,
)

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# control characters, and the marks that turn the direction of what follows them
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile("[ \t\n]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_UNSURE = (Status.CONDITIONAL, Status.DENIED, Status.POSTPONED, Status.CANCELLED)


def clean(text: str) -> str:
    r"""Text that any format can carry: no control characters, no lone surrogates, breaks as \n.

    >>> clean("a\r\nb\x00c\u2028d")
    'a\nbc\nd'
    """
    return whole(_CONTROLS.sub("", _BREAKS.sub("\n", text)))


def whole(text: str) -> str:
    """Text that can be encoded: a lone surrogate becomes U+FFFD, so that offsets stay true."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    r"""Clean text on one line; non-breaking spaces stay.

    >>> one_line(" a\n\n b ")
    'a b'
    """
    return _SPACES.sub(" ", clean(text)).strip()


def address(url: str | None) -> str | None:
    """A web address that is safe to write anywhere, percent-encoded; None for anything else.

    >>> address("https://example.org/à la une"), address("javascript:alert(1)")
    ('https://example.org/%C3%A0%20la%20une', None)
    """
    if not url or not _ADDRESS.match(url.strip()):
        return None
    return quote(clean(url.strip()), safe="%/:?#[]@!$&'()*+,;=-._~")


def language_of(event: Event, chronology: Chronology) -> str:
    """The language that an event is told in: that of its first article."""
    return event.mentions[0].article.language if event.mentions else chronology.language


def timezone_of(event: Event, chronology: Chronology) -> str:
    """The time zone that an event's clock times are local to.

    That of the article whose date the event has; the chronology's where no article gives it.
    """
    for mention in event.mentions:
        if mention.statement.resolution == event.resolution:
            return mention.article.timezone
    return chronology.timezone


def is_tentative(event: Event) -> bool:
    """Whether it is not sure that the event is so, on that day.

    Uncertain dates, open candidates, a conflict of sources; and what is rumoured, denied,
    postponed or called off.
    """
    if event.conflict or event.status in _UNSURE:
        return True
    return event.resolution is not None and is_uncertain(event.resolution)


def remark(event: Event, language: str) -> str:
    """The word on an event's status that its title must not go without, or ""."""
    if event.status not in _UNSURE or is_told(event.status, event.title, language):
        return ""
    return status_in_words(event.status, language)


def before_era(resolution: Resolution | None) -> int | None:
    """The year before our era that a date without bounds stands for, or None.

    The value counts as astronomers do (0000 is 1 BC), or stands behind BC.

    >>> from chrono.model import TimexType
    >>> before_era(Resolution(TimexType.DATE, "-0051"))
    52
    """
    if resolution is None or resolution.bounds is not None:
        return None
    return year_before_era(resolution.value)


def every(chronology: Chronology) -> tuple[Event, ...]:
    """The events of a chronology, then those lately taken back, which are marked as withdrawn."""
    back = (e if is_withdrawn(e) else replace(e, withdrawn=True) for e in chronology.withdrawn)
    return (*chronology.events, *back)


def is_withdrawn(event: Event) -> bool:
    """Whether an event was taken back: nothing tells it any more, or a person hid it."""
    return event.withdrawn or event.hidden


def is_dated(event: Event) -> bool:
    """Whether an event has a place in time."""
    resolution = event.resolution
    if resolution is None:
        return False
    return resolution.bounds is not None or before_era(resolution) is not None


def order(event: Event) -> tuple[int, int, int, str, float, str]:
    """What events are sorted by: time, the coarse before the fine, then the score, then the uid."""
    resolution = event.resolution
    if resolution is None:
        return (2, 0, 0, "", 0, event.uid)
    if resolution.bounds is None:
        return (0, -(before_era(resolution) or 0), 0, "", 0, event.uid)
    bounds = resolution.bounds
    clock = bounds.start_time.isoformat() if bounds.start_time else ""
    first, last = bounds.earliest.toordinal(), bounds.latest.toordinal()
    if resolution.granularity is Granularity.NIGHT:  # comes after the day that it begins on
        last, clock = first, clock or "20"
    return (1, first, -last, clock, -finite(event.score), event.uid)


def finite(score: float) -> float:
    """A score that can be sorted and written; 0 for what is no number."""
    return score if math.isfinite(score) else 0.0


def undated_count(chronology: Chronology) -> int:
    """How many things are told without a date, and so left out."""
    undated = sum(not (is_dated(e) or is_withdrawn(e)) for e in chronology.events)
    return max(chronology.undated, len(chronology.undated_events)) + undated


def counted(key: str, number: int, language: str) -> str:
    """A label that has a form for one and a form for many."""
    labels = phrasebook(language).labels
    return labels[f"{key}_one" if number == 1 else f"{key}_many"].format(n=number)


def heading(chronology: Chronology, options: Options) -> str:
    """The name that a chronology goes by among people: as asked, or its title, or its name."""
    for name in (options.get("title", ""), chronology.title, chronology.name):
        if (said := one_line(name)) and said != "default":
            return said
    return phrasebook(chronology.language).labels["chronology"]


def published(article: ArticleRef, language: str) -> str:
    """When an article was published, in words: "publié le 20 mars 2025"."""
    labels = phrasebook(language).labels
    day = article.publication.on
    if day is None:
        return labels["unpublished"]
    return labels["published"].format(x=day_in_words(day, language))


def said_otherwise(mention: EventMention, event: Event, language: str) -> str:
    """What one article says of the event's status and date where the event came out otherwise.

    The statuses and dates that an event went through, in words; "" where the article agrees.
    """
    said = mention.statement
    words = in_words(said.resolution, language)
    told = []
    if said.status is not event.status:
        told.append(status_in_words(said.status, language))
    if said.resolution is not None and words != in_words(event.resolution, language):
        told.append(words)
    return ", ".join(told)


def reasons(event: Event, language: str) -> tuple[str, ...]:
    """Where the date of an event comes from, step by step."""
    labels = phrasebook(language).labels
    why = event.resolution.why if event.resolution else ()
    for mention in event.mentions:
        said = mention.statement
        if said.resolution == event.resolution and said.basis is Basis.PUBLICATION:
            return (*why, labels["by_publication"])
        if said.resolution == event.resolution and said.basis is Basis.PERSON:
            return (*why, labels["person"])
    return why


def article_title(article: ArticleRef, language: str) -> str:
    """The title of an article, or a word that it has none."""
    return one_line(article.title) or phrasebook(language).labels["untitled"]


def utc(instant: datetime) -> datetime:
    """An instant in UTC, to the second; one without a zone is taken for UTC."""
    known = instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    return known.replace(microsecond=0)


def years(events: Iterable[Event]) -> tuple[int, ...]:
    """The years in which the events begin, sorted."""
    bounds = (e.resolution.bounds for e in events if e.resolution is not None)
    return tuple(sorted({b.earliest.year for b in bounds if b is not None}))
