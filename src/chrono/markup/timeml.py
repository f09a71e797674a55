"""TimeML (ISO 24617-1): the text with a TIMEX3 element around every simple time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time
from xml.sax.saxutils import escape, quoteattr

from chrono.model import Anchor, Article, Timex

_SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
# Characters that XML 1.0 cannot hold at all, not even escaped (section 2.2)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_timeml(article: Article, timexes: Sequence[Timex]) -> str:
    """Write an article as a TimeML document, the publication date as its creation time ``t0``.

    A composed expression is written as its parts. Inside TEXT stands the whole text of the
    article, so that taking the tags away gives it back (characters that XML cannot hold
    become U+FFFD).

    >>> from chrono.model import Publication
    >>> from datetime import date
    >>> article = Article("A", "R&D", Publication(date(2025, 3, 20)))
    >>> print(to_timeml(article, ()).splitlines()[2])
    <DCT><TIMEX3 tid="t0" type="DATE" value="2025-03-20" temporalFunction="false"
     functionInDocument="CREATION_TIME">2025-03-20</TIMEX3></DCT>
    """
    attributes = (
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:noNamespaceSchemaLocation="{_SCHEMA}"'
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<TimeML {attributes}>",
        f"<DCT>{_creation_time(article)}</DCT>",
        f"<TITLE>{_text(article.title)}</TITLE>",
    )
    body = "".join(_tagged(article.text, timexes, article.published_on is not None))
    return "\n".join((*head, f"<TEXT>{body}</TEXT>", "</TimeML>", ""))


def simple(timexes: Sequence[Timex]) -> Iterator[Timex]:
    """Go through the simple expressions: the parts of a composed one in its stead."""
    for timex in timexes:
        if timex.parts:
            yield from simple(timex.parts)
        else:
            yield timex


def _creation_time(article: Article) -> str:
    publication = article.publication
    if publication.on is None:
        return ""
    value, kind = publication.on.isoformat(), "DATE"
    if publication.at is not None:
        value, kind = f"{value}T{publication.at:{_fine(publication.at)}}", "TIME"
    return (
        f'<TIMEX3 tid="t0" type="{kind}" value="{value}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{value}</TIMEX3>'
    )


def _fine(clock: time) -> str:
    return "%H:%M:%S" if clock.second else "%H:%M"


def _tagged(text: str, timexes: Sequence[Timex], dated: bool) -> Iterator[str]:
    at = 0
    for number, timex in enumerate(sorted(simple(timexes), key=lambda t: (t.start, t.end)), 1):
        if timex.start < at:  # one inside another: TIMEX3 elements do not nest
            continue
        yield _text(text[at : timex.start])
        yield f"<TIMEX3{_attributes(timex, number, dated)}>"
        yield _text(text[timex.start : timex.end])
        yield "</TIMEX3>"
        at = timex.end
    yield _text(text[at:])


def _attributes(timex: Timex, number: int, dated: bool) -> str:
    resolution = timex.resolution
    pairs = {"tid": f"t{number}", "type": resolution.type.value, "value": resolution.value}
    if resolution.mod is not None:
        pairs["mod"] = resolution.mod.value
    pairs["temporalFunction"] = str(resolution.anchor is not Anchor.EXPLICIT).lower()
    if resolution.anchor is Anchor.PUBLICATION and dated:
        pairs["anchorTimeID"] = "t0"
    return "".join(f" {name}={quoteattr(_sound(value))}" for name, value in pairs.items())


def _text(text: str) -> str:
    return escape(_sound(text), {"\r": "&#13;"})  # a bare CR would be read back as LF


def _sound(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
