"""The head of an article: its title, the lines that say when it was published, where its body is.

Read from the top, line by line, until the body begins. A publication date is only ever a line
that says so ("Publié le …", "Date: …", "date 2025-03 Titre"), a line that is nothing but a date,
or a dateline at the very start of the body; a date inside a sentence is never one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chrono.readers.days import Stated, find_dates

SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\bM\.)(?<!\bMM\.)(?<!\bMme\.)\s+(?=[^a-z])|\n\s*\n")
"""The blanks between two sentences, or two paragraphs."""
_LINES = 16
_LONG = 400
_TITLE = 250

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w'’ -]{1,28}?)\s*:\s*(?P<value>.*)", re.IGNORECASE | re.DOTALL
)
_LABELS = {
    "titre": "title", "title": "title", "headline": "title", "objet": "title",
    "url": "url", "lien": "url", "link": "url", "adresse": "url",
    "langue": "language", "language": "language", "lang": "language",
    "date": "date", "date de publication": "date", "date de parution": "date",
    "publication": "date", "publié": "date", "publié le": "date", "published": "date",
    "pubdate": "date", "parution": "date",
    "mis à jour": "other", "mise à jour": "other", "modifié": "other", "modifié le": "other",
    "source": "other", "agence": "other", "journal": "other", "auteur": "other",
    "auteure": "other", "auteurs": "other", "author": "other", "par": "other",
    "rubrique": "other", "section": "other", "catégorie": "other", "mots-clés": "other",
    "tags": "other", "copyright": "other", "crédit": "other", "temps de lecture": "other",
}  # fmt: skip
_PUBLISHED = re.compile(
    r"\b(?:publi(?:[ée]e?s?|cation|shed)|parue?|parution|mise? en ligne|diffus[ée]e?"
    r"|cr[ée][ée]e?|post[ée]e?d?|date|mis sur le site)(?!\w)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:mise? à jour|m[àa]j|modifi(?:[ée]e?|cation)|actualis[ée]e?|updated)(?!\w)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:[\s,.;:|•·()\[\]/–—-]|\b(?:le|la|à|a|au|et|de|du|on|at|en|dernière|première|initialement"
    r"|heure|heures|paris|locale|cet|cest|gmt)\b)*",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:par|by|avec|source|de notre|propos recueillis par|\(?(?:afp|reuters|ap|ats|belga)\)?)\b"
    r"[^.!?]{0,90}",
    re.IGNORECASE,
)
_MENU = re.compile(r"date\b\s*:?\s*", re.IGNORECASE)
_PLACE = r"[^\W\d_][\w'’./ -]{0,60}?"
_AGENCY = r"\((?:[\w'’ /&.-]{2,40})\)"
_BEFORE_DATELINE = re.compile(
    rf"(?:(?:{_AGENCY}\s*[-–—,]\s*)?(?:{_PLACE}(?:\s*,\s*{_PLACE}){{0,2}}\s*(?:{_AGENCY}\s*)?"
    rf"[,–—-]?\s*(?:le\s+)?)?)"
)
_AFTER_DATELINE = re.compile(rf"\s*(?:[(,]?\s*{_AGENCY})?\s*[.,]?\s*(?:[-–—]+|\s:)\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A date that the head states: by which rule, in which words, published or updated."""

    rule: str
    stated: Stated
    quote: str


@dataclass(slots=True)
class Head:
    """What the head of a text says; `body_start` is the offset where the body begins."""

    title: str = ""
    url: str | None = None
    language: str | None = None
    body_start: int = 0
    published: list[Statement] = field(default_factory=list)
    updated: list[Statement] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blanks around it, and what the one after it begins with."""

    start: int
    text: str
    next_start: int
    wrapped: bool
    last: bool


def read_head(text: str) -> Head:
    r"""Read the head of `text`; the text itself stays as it is.

    >>> head = read_head(" date 2025-03 Titre de l'article\n\n20/03/2025\n\nLe corps.")
    >>> head.title, [(s.rule, s.quote) for s in head.published], head.body_start
    ("Titre de l'article", [('header', 'date 2025-03'), ('line', '20/03/2025')], 46)
    """
    head = Head()
    lines = list(_lines(text))
    for at, line in enumerate(lines):
        if _is_header(line, head):
            head.body_start = line.next_start
        elif not head.title and _is_title(line):
            head.title = line.text
            head.body_start = line.next_start
        else:
            head.body_start = line.start
            _read_dateline(line, head)
            _read_below(lines[at + 1 :], head)
            break
    head.body_start = _skip_blanks(text, head.body_start)
    return head


def _lines(text: str) -> Iterator[_Line]:
    """The first lines that are not blank, cut where they are longer than any header."""
    spans: list[tuple[int, str, int]] = []
    at = 0
    while at < len(text) and len(spans) <= _LINES:
        end = _line_end(text, at)
        raw = text[at : min(end, at + _LONG)]
        stripped = raw.strip().lstrip("\ufeff")
        if stripped:
            spans.append((at + raw.index(stripped[0]), stripped, end))
        at = end + 1
    for n, (start, stripped, end) in enumerate(spans[:_LINES]):
        follower = spans[n + 1] if n + 1 < len(spans) else None
        adjacent = follower is not None and "\n" not in text[end + 1 : follower[0]]
        yield _Line(
            start=start,
            text=stripped,
            next_start=follower[0] if follower else len(text),
            wrapped=adjacent and follower is not None and _goes_on(follower[1]),
            last=follower is None,
        )


def _goes_on(line: str) -> bool:
    """Whether a line continues the sentence of the one above it."""
    return line[0].islower() and not _read_dates(line, Head()) and not _BYLINE.fullmatch(line)


def _line_end(text: str, at: int) -> int:
    ends = [end for end in (text.find("\n", at), text.find("\r", at, at + 100_000)) if end >= 0]
    return min(ends, default=len(text))


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_header(line: _Line, head: Head) -> bool:
    """Whether a line belongs to the head; what it says is then noted in `head`."""
    return (
        set(line.text) <= set("-=_*")
        or _read_dates(line.text, head)
        or _read_label(line.text, head)
        or _read_menu_line(line, head)
        or _is_place_and_date(line, head)
        or _is_byline(line, head)
    )


def _read_dates(line: str, head: Head) -> bool:
    """A line of nothing but dates and what they are: "Publié le …, mis à jour le …"."""
    dates = find_dates(line)
    if not dates:
        return False
    gaps = _gaps(line, dates)
    labels = [_label_of(gap) for gap in gaps[:-1]]
    if not all(_FILLER.fullmatch(_unlabelled(gap)) for gap in gaps[1:]):
        return False
    if not _FILLER.fullmatch(_unlabelled(gaps[0])):
        byline = _BYLINE.fullmatch(gaps[0].strip())
        if byline is None or len(line) > 200:
            return False
    first = True
    for label, stated in zip(labels, dates, strict=True):
        if label == "updated":
            head.updated.append(Statement("header", stated, line))
        elif label == "published":
            head.published.append(Statement("header", stated, line))
        elif first:
            head.published.append(Statement("line", stated, line))
        first = False
    return True


def _gaps(line: str, dates: tuple[Stated, ...]) -> list[str]:
    edges = [0, *(edge for date in dates for edge in (date.start, date.end)), len(line)]
    return [line[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _label_of(gap: str) -> str:
    """What the words before a date say that it is; the nearer label counts."""
    last = {"published": -1, "updated": -1}
    for name, pattern in (("published", _PUBLISHED), ("updated", _UPDATED)):
        for match in pattern.finditer(gap):
            last[name] = match.start()
    if max(last.values()) < 0:
        return ""
    return max(last, key=lambda name: last[name])


def _unlabelled(gap: str) -> str:
    return _UPDATED.sub(" ", _PUBLISHED.sub(" ", gap))


def _read_label(line: str, head: Head) -> bool:
    match = _LABEL.fullmatch(line)
    kind = _LABELS.get(match["label"].casefold()) if match else None
    if match is None or kind is None:
        return False
    value = match["value"].strip().strip("\"'").strip()
    if kind == "title":
        head.title = value or head.title
    elif kind == "url":
        head.url = value or None
    elif kind == "language":
        head.language = value[:2].casefold() or None
    elif kind == "date":
        if re.search(r"[^\W\d_]{3}", value) and not find_dates(value):
            # "Publication : ce que l'on sait" is a title, "Date: inconnue" is not
            if match["label"].casefold() != "date":
                return False
            head.unread.append(line)
        elif not _read_date_and_title(line, match.start("value"), head):
            head.unread.append(line)
    return True


def _read_menu_line(line: _Line, head: Head) -> bool:
    """Read "date 2025-03 Ukraine: réunion à Londres": a date, then the title on the same line."""
    menu = _MENU.match(line.text)
    if menu is not None and _read_date_and_title(line.text, menu.end(), head):
        return True
    if head.title or line.last or line.text.endswith((".", "…", "!", "?", ",", ";")):
        return False
    numeric = line.text[:1].isdigit() and line.text[1:2] != " "
    return (
        numeric
        and not re.match(r"\d+(?:er)?\s", line.text)
        and _read_date_and_title(line.text, 0, head)
    )


def _read_date_and_title(line: str, at: int, head: Head) -> bool:
    date = next(iter(find_dates(line)), None)
    if date is None or date.start != at:
        return False
    title = line[date.end :].lstrip(" \t\xa0:|–—-.,")
    if title and len(title) > _TITLE:
        return False
    head.published.append(Statement("header", date, line[: date.end]))
    head.title = head.title or title
    return True


def _is_place_and_date(line: _Line, head: Head) -> bool:
    """Whether a line is only "Paris, le 20 mars 2025"."""
    dates = find_dates(line.text)
    if len(dates) != 1 or line.last:
        return False
    before, after = _gaps(line.text, dates)
    comma = "," in before or "(" in after
    if not comma or after.strip(" .)") or not _is_place(before):
        return False
    head.published.append(Statement("dateline", dates[0], line.text))
    return True


def _is_place(before: str) -> bool:
    words = before.strip()
    return not words or (
        (words[0].isupper() or words[0] == "(") and bool(_BEFORE_DATELINE.fullmatch(before))
    )


def _is_byline(line: _Line, head: Head) -> bool:
    return (
        bool(head.title)
        and not line.last
        and not line.wrapped
        and len(line.text) < 90
        and bool(_BYLINE.fullmatch(line.text))
        and not find_dates(line.text)
        and not line.text.endswith((",", ";", ":"))
    )


def _is_title(line: _Line) -> bool:
    return (
        not line.last
        and not line.wrapped
        and len(line.text) <= _TITLE
        and not (line.text.endswith(".") and SENTENCE_END.search(line.text))
        and _dateline(line.text) is None
    )


def _dateline(line: str) -> tuple[Stated, int] | None:
    """The date of a dateline, "LONDRES, 20 mars 2025 (AFP) -", and where the text after it is."""
    for date in find_dates(line[:160])[:1]:
        before = line[: date.start]
        after = _AFTER_DATELINE.match(line, date.end)
        if after is not None and _is_place(before):
            return date, after.end()
    return None


def _read_dateline(line: _Line, head: Head) -> None:
    found = _dateline(line.text)
    if found is not None:
        date, end = found
        quote = line.text[:end].strip()
        head.published.append(Statement("dateline", date, quote))
        head.body_start = line.start + end


def _read_below(lines: list[_Line], head: Head) -> None:
    """The dates that stand under the first paragraph, as many sites print them.

    A line that is only a date counts there if it is the only one of its kind: several head the
    entries of a chronology.
    """
    if head.published:
        return
    below = Head()
    bare = []
    for line in lines[:6]:
        probe = Head()
        if not _read_dates(line.text, probe):
            continue
        if any(said.rule == "line" for said in probe.published):
            bare.append((line, probe))
        else:
            below.published += probe.published
            below.updated += probe.updated
    if not below.published and len(bare) == 1 and bare[0][0] is lines[0]:
        below.published += bare[0][1].published
    head.published += below.published
    head.updated += below.updated
