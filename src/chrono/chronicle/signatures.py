"""The signature of a statement, and the keys by which a store finds candidates for it.

Keys pair a time with a rare word. Sharp times are filed by the day and asked for by the days
around (a conflict is a few days wide); weeks by each day; months and years under their own name.
What was moved, and what it was moved from, meet without a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from chrono.chronicle import french
from chrono.chronicle.rarity import stem, weight
from chrono.chronicle.records import Record, Signature
from chrono.chronicle.sentences import Word, words
from chrono.chronicle.verbal import is_finite
from chrono.grammar.text import fold
from chrono.languages.fr.verbs import lemmas
from chrono.model import Article, Basis, Granularity, Kind, Statement, Status

NEAR = timedelta(days=3)
"""How far apart sources can put one event and still be held to disagree on its day."""

LONGEST_BY_DAY = 10
"""Spans of up to so many days are filed by the day; longer ones by the month or the year."""

_BY_DAY, _BY_MONTH, _MOVED = 10, 4, 6
_SHARP = frozenset(
    {
        Granularity.DAY,
        Granularity.NIGHT,
        Granularity.DAYPART,
        Granularity.HOUR,
        Granularity.MINUTE,
        Granularity.SECOND,
    }
)
_FIRST_NAME = 0.4
_PLACE_BEFORE = frozenset({"à", "a", "près", "dans", "en", "vers", "sur"})


def signature(statement: Statement, article: Article) -> Signature:
    """Work out the signature of a statement of an article; it depends on the two alone."""
    bounds = statement.resolution.bounds if statement.resolution else None
    parts = _parts(statement)
    forms: dict[str, str] = {}
    content, names, places, numbers = _read(parts, forms)
    borrowed = statement.basis is Basis.PUBLICATION and statement.timex is None
    if statement.basis is Basis.PUBLICATION:
        # The title tells the same news as the lede: what only it names belongs to both.
        more = _read(words(article.title, 0, len(article.title)), forms)
        content = {**more[0], **content}
        names = {**more[1], **names}
        places |= more[2]
        numbers |= more[3]
    core = _read(words(statement.title, 0, len(statement.title)), {})
    earliest = bounds.earliest if bounds else None
    latest = bounds.latest if bounds else None
    granularity = statement.resolution.granularity if statement.resolution else None
    few = earliest is not None and latest is not None and (latest - earliest).days <= 1
    return Signature(
        earliest=earliest,
        latest=latest,
        words={key: value for key, value in sorted(content.items()) if key not in names},
        names=dict(sorted(names.items())),
        places=frozenset(places),
        numbers=frozenset(numbers),
        context=_context(
            article.title, article.text[article.body_start : article.body_start + 400]
        ),
        sharp=granularity in _SHARP or few,
        borrowed=borrowed,
        status=statement.status,
        kind=statement.kind,
        start=statement.start,
        end=statement.end,
        moved=_moved(statement),
        core=frozenset((core[0].keys() | core[1].keys()) & (content.keys() | names.keys())),
        forms={key: form for key, form in sorted(forms.items()) if key != form},
        again=any(word.low in french.AGAIN for word in parts),
    )


def index_keys(record: Record) -> tuple[str, ...]:
    """Return the keys under which a store files the record, sorted."""
    return tuple(sorted(set(_index(record.signature))))


def probe_keys(record: Record) -> tuple[str, ...]:
    """Return the keys to look up among the stored index keys for candidates, sorted."""
    return tuple(sorted(set(_probe(record.signature))))


def _index(own: Signature) -> Iterator[str]:
    if own.earliest is None or own.latest is None:
        return
    rare = _rarest(own, _BY_DAY)
    span = (own.latest - own.earliest).days
    if span <= LONGEST_BY_DAY:
        for day in _days(own, timedelta(0)):
            yield from (f"d:{day}|{word}" for word in rare)
        for month in sorted({own.earliest.isoformat()[:7], own.latest.isoformat()[:7]}):
            yield from (f"m:{month}|{word}" for word in rare[:_BY_MONTH])
    else:
        for span_name in _coarse(own):
            yield from (f"c:{span_name}|{word}" for word in rare)
    if own.moved or own.status in (Status.PLANNED, Status.POSTPONED, Status.CANCELLED):
        side = "to" if own.moved else "from"
        yield from (f"{side}|{one}+{two}" for one, two in _pairs(rare))


def _probe(own: Signature) -> Iterator[str]:
    if own.earliest is None or own.latest is None:
        return
    rare = _rarest(own, _BY_DAY)
    span = (own.latest - own.earliest).days
    if span <= LONGEST_BY_DAY:
        around = NEAR if own.sharp else timedelta(0)
        for day in _days(own, around):
            yield from (f"d:{day}|{word}" for word in rare)
        for month in sorted({own.earliest.isoformat()[:7], own.latest.isoformat()[:7]}):
            yield from (f"c:{month}|{word}" for word in rare)
    else:
        for span_name in _coarse(own):
            yield from (f"c:{span_name}|{word}" for word in rare)
            yield from (f"m:{span_name}|{word}" for word in rare)
    if own.moved or own.status in (Status.PLANNED, Status.POSTPONED, Status.CANCELLED):
        side = "from" if own.moved else "to"
        yield from (f"{side}|{one}+{two}" for one, two in _pairs(rare))


def _pairs(rare: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Pair the rarest words: without a day, one word alone would find half a timeline."""
    return combinations(sorted(rare[:_MOVED]), 2)


def _days(own: Signature, around: timedelta) -> Iterator[str]:
    assert own.earliest is not None
    assert own.latest is not None
    back = timedelta(days=1) if own.borrowed else timedelta(0)
    day = max(own.earliest - date.min, around + back) - around - back + date.min
    last = own.latest
    for _ in range((last - day).days + around.days + 1):
        yield day.isoformat()
        if day == date.max:
            return
        day += timedelta(days=1)


def _coarse(own: Signature) -> tuple[str, ...]:
    """Name a long span: its months where it has few, its years else, or itself if ages."""
    assert own.earliest is not None
    assert own.latest is not None
    months = (own.latest.year - own.earliest.year) * 12 + own.latest.month - own.earliest.month
    if months <= 3:
        names = []
        for n in range(months + 1):
            year, month = divmod(own.earliest.month - 1 + n, 12)
            names.append(f"{own.earliest.year + year:04}-{month + 1:02}")
        return tuple(names)
    if own.earliest.year == own.latest.year:
        return (f"{own.earliest.year:04}",)
    return (f"{own.earliest.isoformat()}/{own.latest.isoformat()}",)


def _rarest(own: Signature, most: int) -> tuple[str, ...]:
    weights = {**own.words, **own.names}
    return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:most])


# -- what the words of a quote say ---------------------------------------------------------------


def _parts(statement: Statement) -> list[Word]:
    """Cut the quote into words, without its time words."""
    parts = words(statement.quote, 0, len(statement.quote))
    timex = statement.timex
    if timex is None:
        return parts
    start, end = timex.start - statement.start, timex.end - statement.start
    return [word for word in parts if word.end <= start or word.start >= end]


_Read = tuple[dict[str, float], dict[str, float], set[str], set[str]]


def _read(parts: list[Word], forms: dict[str, str]) -> _Read:
    """Return the content words, names, places and numbers among some words.

    `forms` takes in how each of them is written, the first time.
    """
    content: dict[str, float] = {}
    names: dict[str, float] = {}
    places: set[str] = set()
    numbers: set[str] = set()
    for at, word in enumerate(parts):
        before = parts[at - 1].low if at else ""
        if not word.is_word or word.low in french.TIME_WORDS:
            continue
        number = french.NUMBERS.get(word.low) or (
            word.text.replace(" ", "").replace("\u202f", "") if word.text[0].isdigit() else ""
        )
        if number:
            noun = _counted(parts, at)
            if noun:
                key = f"{number.replace('.', '')}|{noun}"
                numbers.add(key)
                forms.setdefault(key, _counting(parts, at))
            continue
        if _is_name(parts, at):
            key = _name_key(word.text)
            if key:
                heavy = max(1.2, weight(word.text) * 1.1)
                if at + 1 < len(parts) and _is_name(parts, at + 1):
                    heavy *= _FIRST_NAME  # there are many Nadias
                names[key] = max(names.get(key, 0.0), round(heavy, 3))
                forms.setdefault(key, word.text)
                if _is_place(parts, at, before):
                    places.add(key)
            continue
        heavy = weight(word.low)
        if heavy and len(word.low) > 2 and not _is_light(word.low):
            key = stem(_kin(word.low))
            content[key] = heavy
            forms.setdefault(key, word.low)
    return content, names, places, numbers


@lru_cache(maxsize=16_384)
def _is_light(low: str) -> bool:
    """Whether any statement can have the word: empty verbs, verbs of saying, adverbs of course."""
    verbs = set(lemmas(low))
    return low in french.LIGHT_WORDS or (bool(verbs) and verbs <= french.LIGHT_VERBS)


def _kin(low: str) -> str:
    """Bring a word to the noun that tells the same event: "réunis", "se réunir" to "réunion"."""
    for lemma in lemmas(low):
        noun = french.NOUN_OF.get(lemma)
        if noun:
            return noun
    return french.SAME_AS.get(low, low)


def _counting(parts: list[Word], at: int) -> str:
    """Return a number with what it counts, as written: "trente pays"."""
    taken = [parts[at].text]
    for word in parts[at + 1 : at + 4]:
        taken.append(word.text)
        if word.low not in ("de", "d'", "autres", "autre") and word.low not in french.NUMBERS:
            break
    return " ".join(taken).replace("' ", "'")


def _counted(parts: list[Word], at: int) -> str:
    """Return the stem of the noun that a number counts, "" where there is none near."""
    for word in parts[at + 1 : at + 4]:
        if word.low in ("de", "d'", "autres", "autre", "%") or word.low in french.NUMBERS:
            if word.low == "%":
                return "%"
            continue
        if not word.is_word or word.low in french.TIME_WORDS | french.PREPOSITIONS:
            return ""
        if word.low in ("ans", "an", "euros", "dollars"):
            return word.low[:2]
        return stem(word.low)
    return ""


@lru_cache(maxsize=16_384)
def _is_common(low: str) -> bool:
    """Whether a word at the head of a sentence is one that French uses without a capital."""
    return low in french.FUNCTION_WORDS or is_finite(low) or weight(low) < 2.6


def _is_name(parts: list[Word], at: int) -> bool:
    word = parts[at]
    if not word.is_name or len(word.text) < 2 or word.low in french.NO_NAMES:
        return False
    if at == 0 or parts[at - 1].low in ('"', "«", "“", ".", ":"):
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following is not None and following.is_name and word.low not in french.FUNCTION_WORDS:
            return True
        return not _is_common(word.low)
    return True


def _is_place(parts: list[Word], at: int, before: str) -> bool:
    if before in _PLACE_BEFORE:
        return True
    first = at
    while first > 0 and parts[first - 1].is_name:
        first -= 1
    if first and parts[first - 1].low in ("au", "aux") and at == first:
        return True
    return bool(first) and first != at and parts[first - 1].low in _PLACE_BEFORE


def _name_key(text: str) -> str:
    key = fold(text).replace(".", "")
    return key if len(key) > 1 else ""


@lru_cache(maxsize=256)
def _context(title: str, opening: str) -> frozenset[str]:
    """Return the names in the title and the opening of an article: what the story is about."""
    found: set[str] = set()
    for text in (title, opening):
        _, names, _, _ = _read(words(text, 0, len(text)), {})
        found |= names.keys()
    return frozenset(found)


def _moved(statement: Statement) -> bool:
    """Whether a statement gives the new day of something that was put off."""
    if statement.kind is not Kind.EVENT or statement.status is not Status.PLANNED:
        return False
    return any(lemmas_of & french.POSTPONE_LEMMAS for lemmas_of in _lemmas(statement.cue.split()))


def _lemmas(cue: Iterable[str]) -> Iterator[frozenset[str]]:
    for word in cue:
        yield frozenset(lemmas(word))
