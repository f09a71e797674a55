"""Where the body of an article begins: past its title and its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chrono.chronicle.sentences import Sentence, words
from chrono.chronicle.verbal import groups
from chrono.model import Article

_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÝŒ][\w'’.\-]*"
    r"(?:[ ,/]+(?:[A-ZÀ-ÝŒ(]|\d|le\b|de\b|[a-zà-ÿ]+ \d{4}|\d{1,2}(?:er)? [a-zéû]+)"
    r"[\w'’.\-)]*){0,8}|\d{1,2}(?:er)? [a-zéû]+ \d{4})"
    r"\s*(?:\([A-Z][\w ,/.\-]*\))?[.,]?\s+[-–—_]+\s+(?=[A-ZÀ-ÝŒ«\"“0-9])"
)
_LONGEST_HEADING = 160
_LONGEST_PLACE = 40
_MANY = 3


@dataclass(frozen=True, slots=True)
class Lede:
    """The lede: the number of its sentence, where its text begins, the title of the article.

    `body_start` is where the text begins that is no heading and no dateline.
    """

    number: int
    start: int
    body_start: int
    title: str


def find_lede(article: Article, body: Sequence[Sentence], starts: Sequence[int] = ()) -> Lede:
    """Find the first sentence that tells something; headings before it can give the title.

    `starts` are where time expressions begin: what has one tells something.
    """
    title = article.title.strip()
    texts = [article.text[sentence.start : sentence.end] for sentence in body]
    if sum(map(_is_rubric, texts)) >= _MANY:
        title = ""  # of a diary: that of none of its items
    for number, sentence in enumerate(body):
        text = article.text[sentence.start : sentence.end]
        if _plain(text) == _plain(title):
            continue
        if _is_heading(article.text, sentence, body, number):
            title = title or text.rstrip(". ")
            continue
        timed = any(sentence.start <= start < sentence.end for start in starts)
        if number + 1 < len(body) and (_is_place(text) or (not timed and _is_rubric(text))):
            continue
        start = sentence.start
        dateline = _DATELINE.match(article.text, sentence.start, sentence.end)
        if dateline and dateline.end() < sentence.end and _is_dateline(dateline.group()):
            start = dateline.end()
        return Lede(number, start, start, title)
    return Lede(len(body), len(article.text), len(article.text), title)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text)).casefold()


def _is_dateline(text: str) -> bool:
    """Whether a match is a place and an agency or a day, not the subject of a sentence."""
    head = re.split(r"[ ,(.]", text.strip())[0]
    return len(text) <= 90 and (head.isupper() or "(" in text or bool(re.search(r"\d{4}", text)))


def _is_place(text: str) -> bool:
    """Whether a sentence is only where the article was written: "MONT-DE-MARSAN."."""
    place = text.rstrip(". ")
    return len(place) <= _LONGEST_PLACE and place.isupper() and not any(c.isdigit() for c in place)


def _is_rubric(text: str) -> bool:
    """Whether a sentence only names what follows: "Jazz.", "Orcey - Valtin : 2-1."."""
    short = len(text) <= _LONGEST_PLACE and text.endswith(".")
    return short and not groups(words(text, 0, len(text)))


def _is_heading(text: str, sentence: Sentence, body: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence is a line of its own, short, with more to come, and tells nothing."""
    following = body[number + 1] if number + 1 < len(body) else None
    if following is None or following.paragraph == sentence.paragraph:
        return False
    if sentence.end - sentence.start > _LONGEST_HEADING:
        return False
    if number and body[number - 1].paragraph == sentence.paragraph:
        return False
    if not sentence.closed:
        return True
    return not groups(words(text, sentence.start, sentence.end))
