"""The index page: escaped, self-contained, complete for assistive technology."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from chrono.serve.feeds import Shelf
from chrono.serve.page import POLICY, Address, FormatLink, index_page

LOCAL = Address("http", "127.0.0.1:8321", local=True)
PUBLIC = Address("https", "chronologies.example", public=True)
FORMATS = (
    FormatLink("ical", "ics", "text/calendar"),
    FormatLink("json", "json", "application/json"),
)
VOID = {"meta", "link", "input", "br"}


class Page(HTMLParser):
    """Elements with their attributes, and whether they nest."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, str] = {}
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text[self.open[-1]] = self.text.get(self.open[-1], "") + data

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.elements if name == tag)


def page(*shelves: Shelf, address: Address = LOCAL) -> Page:
    parsed = Page(index_page(shelves, FORMATS, address).decode())
    assert parsed.open == []
    return parsed


SHELF = Shelf(
    "sommet",
    "Sommet de Londres",
    events=14,
    articles=1,
    undated=2,
    first=date(2025, 3, 1),
    last=date(2025, 4, 30),
    changed=datetime(2025, 3, 21, 9, 4, tzinfo=UTC),
)


def test_it_says_what_there_is_and_where() -> None:
    source = index_page([SHELF], FORMATS, LOCAL).decode()
    for words in (
        "Sommet de Londres",
        "14 events",
        "1 article<",
        "1 March 2025 – 30 April 2025",
        "2 without a date",
        '<time datetime="2025-03-21T09:04:00Z">',
        'href="webcal://127.0.0.1:8321/sommet.ics"',
        'value="http://127.0.0.1:8321/sommet.ics"',
        'href="/sommet.json"',
        "on your own machine",
    ):
        assert words in source, words
    assert "google.com" not in source


def test_calendars_on_the_web_are_offered_where_they_can_come() -> None:
    links = [a["href"] or "" for a in page(SHELF, address=PUBLIC).all("a")]
    assert any("cid=webcal%3A%2F%2Fchronologies.example%2Fsommet.ics" in a for a in links)
    assert any("url=https%3A%2F%2Fchronologies.example%2Fsommet.ics" in a for a in links)


def test_calendars_on_the_web_are_not_offered_what_they_cannot_reach() -> None:
    source = index_page([SHELF], FORMATS, Address("http", "192.168.1.4:8321")).decode()
    assert "google.com" not in source
    assert "on your own machine" not in source
    assert "webcal://192.168.1.4:8321/sommet.ics" in source


def test_no_timeline_yet() -> None:
    source = index_page([], FORMATS, LOCAL).decode()
    assert "chrono add article.txt" in source
    assert "How to subscribe" not in source


def test_nothing_is_loaded_from_elsewhere() -> None:
    parsed = page(SHELF, address=PUBLIC)
    assert not [e for e in parsed.elements if e[1].get("src")]
    assert [a["href"] for a in parsed.all("link")] == ["data:,"]
    style, script = parsed.text["style"], parsed.text["script"]
    assert "url(" not in style
    assert "@import" not in style
    for source in (style, script):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in POLICY
    assert not [e for e in parsed.elements if any(name.startswith("on") for name in e[1])]
    assert not [e for e in parsed.elements if "style" in e[1]]


def test_it_can_be_heard_and_tabbed_through() -> None:
    parsed = page(SHELF, Shelf("autre"), Shelf("casse", trouble="casse.db: broken"))
    assert next(parsed.all("html"))["lang"] == "en"
    assert len(list(parsed.all("h1"))) == len(list(parsed.all("main"))) == 1
    ids = [e[1]["id"] for e in parsed.elements if "id" in e[1]]
    assert len(ids) == len(set(ids))
    for article in parsed.all("article"):
        assert article["aria-labelledby"] in ids
    labelled = {label["for"] for label in parsed.all("label")}
    for field in parsed.all("input"):
        assert field["id"] in labelled
    assert not [e for e in parsed.elements if "tabindex" in e[1]]


def contrast(a: str, b: str) -> float:
    """The contrast of two colours (WCAG 2.2, 1.4.3)."""

    def light(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = digits if len(digits) == 6 else "".join(2 * d for d in digits)
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_can_be_told_apart_in_light_and_dark() -> None:
    style = page().text["style"]
    palettes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    assert len(palettes) == 2
    for palette in palettes:
        colour = dict(re.findall(r"--([\w-]+): (#\w+)", palette))
        for ink, ground in (
            ("ink", "ground"),
            ("ink", "sheet"),
            ("soft", "ground"),
            ("soft", "sheet"),
            ("accent", "sheet"),
            ("accent", "ground"),
            ("on-accent", "accent"),
            ("wrong", "wrong-ground"),
        ):
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_whatever_a_timeline_is_called_it_stays_text(
    name: str, title: str, trouble: str, host: str
) -> None:
    shelves = (Shelf(f"{name}<script>\"'", title), Shelf(name, trouble=trouble))
    plain = (Shelf("a", "a" if title else ""), Shelf("a", trouble="a" if trouble else ""))
    address = Address("http", host, local=True)
    source = index_page(shelves, FORMATS, address).decode(errors="replace")
    tags = [e[0] for e in Page(source).elements]
    small = tags.count("small")
    assert [t for t in tags if t != "small"] == [
        e[0] for e in page(*plain, address=LOCAL).elements if e[0] != "small"
    ]
    assert small <= 1
