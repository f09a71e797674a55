"""Marked texts: TimeML that parsers read, pages that show the text and hide nothing in it."""

from __future__ import annotations

import re
from datetime import date, time
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.markup import to_html, to_timeml
from chrono.model import (
    Anchor,
    Article,
    Bounds,
    Derived,
    Mod,
    Publication,
    Resolution,
    Timex,
    TimexType,
)

DAY = date(2025, 3, 20)
TEXT = 'Il a dénoncé jeudi les "plans". Le sommet aura lieu du 3 au 5 mai & <durera> trois jours.'


def article(text: str = TEXT, title: str = "Réunion <b>à Londres</b>") -> Article:
    return Article(title, text, Publication(DAY, time(14, 3), rule="header", quote="Publié <i>"))


def timex(text: str, words: str, kind: TimexType, value: str, **more: object) -> Timex:
    start = text.index(words)
    bounds = Bounds(DAY, DAY) if kind is TimexType.DATE else None
    keys = {"bounds": bounds, **{k: v for k, v in more.items() if k in ("mod", "anchor")}}
    rest = {k: v for k, v in more.items() if k not in keys}
    return Timex(start, start + len(words), words, Resolution(kind, value, **keys), **rest)  # type: ignore[arg-type]


def timexes() -> tuple[Timex, ...]:
    parts = (
        timex(TEXT, "3", TimexType.DATE, "2025-05-03"),
        timex(TEXT, "5 mai", TimexType.DATE, "2025-05-05"),
    )
    return (
        timex(TEXT, "jeudi", TimexType.DATE, "2025-03-20", anchor=Anchor.PUBLICATION,
              derived=Derived("", ('weekday "jeudi"', "<past>"))),
        timex(TEXT, "du 3 au 5 mai", TimexType.DATE, "2025-05-03/2025-05-05", parts=parts),
        timex(TEXT, "trois jours", TimexType.DURATION, "P3D", mod=Mod.APPROX),
    )  # fmt: skip


def text_of(document: str) -> str:
    element = ElementTree.fromstring(document.encode()).find("TEXT")
    assert element is not None
    return "".join(element.itertext())


def test_timeml_marks_the_simple_expressions_in_the_unchanged_text():
    document = to_timeml(article(), timexes())
    root = ElementTree.fromstring(document.encode())
    marked = [
        (t.text, t.get("type"), t.get("value"), t.get("mod"), t.get("anchorTimeID"))
        for t in root.findall("TEXT/TIMEX3")
    ]
    assert marked == [
        ("jeudi", "DATE", "2025-03-20", None, "t0"),
        ("3", "DATE", "2025-05-03", None, None),
        ("5 mai", "DATE", "2025-05-05", None, None),
        ("trois jours", "DURATION", "P3D", "APPROX", None),
    ]
    assert text_of(document) == TEXT
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert created.attrib == {
        "tid": "t0",
        "type": "TIME",
        "value": "2025-03-20T14:03",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    assert root.findtext("TITLE") == "Réunion <b>à Londres</b>"
    identifiers = [t.get("tid") for t in root.iter("TIMEX3")]
    assert len(set(identifiers)) == len(identifiers)


def test_an_undated_article_anchors_nothing():
    undated = Article("T", TEXT, Publication(None, rule="undated"))
    document = to_timeml(undated, timexes())
    assert "anchorTimeID" not in document
    assert "<DCT></DCT>" in document


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_makes_valid_timeml_and_comes_back(before: str, after: str):
    text = f"{before}jeudi{after}"
    found = timex(text, "jeudi", TimexType.DATE, before + '"<&' + after)
    document = to_timeml(article(text, title=after), (found,))
    legal = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    assert text_of(document) == legal.sub("\ufffd", text)


class Page(HTMLParser):
    """What a browser would show of a page, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.marks: list[str] = []
        self.tips: list[str] = []
        self.loads: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.loads += [given[k] or "" for k in ("src", "href") if k in given]
        if tag in ("script", "link", "img", "iframe"):
            self.loads.append(tag)
        if tag not in ("meta", "link", "br"):
            self._open.append(f"{tag}.{(given.get('class') or '').replace(' ', '.')}")
        if tag == "span" and "main" in [o.split(".")[0] for o in self._open]:
            if given.get("class") == "tip":
                self.tips.append("")
            elif given.get("class", "").startswith("t "):  # type: ignore[union-attr]
                self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().split(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if "main." not in self._open:
            return
        if self._open[-1] == "span.tip":
            self.tips[-1] += data
        elif self._open[-1] != "sup.":
            self.shown += data
            if self._open[-1].startswith("span.t."):
                self.marks[-1] += data


def page(text: str, found: tuple[Timex, ...], title: str = "T") -> Page:
    parsed = Page()
    parsed.feed(to_html(article(text, title), found))
    parsed.close()
    assert parsed._open == []
    return parsed


def test_the_page_marks_every_expression_and_says_why():
    shown = page(TEXT, timexes())
    assert shown.shown == TEXT
    assert shown.marks == ["jeudi", "du 3 au 5 mai", "trois jours"]
    assert "2025-03-20" in shown.tips[0]
    assert 'weekday "jeudi"\n<past>' in shown.tips[0]
    assert "part “5 mai”: DATE 2025-05-05" in shown.tips[1]
    assert "DURATION P3D, APPROX" in shown.tips[2]


def test_several_empty_lines_are_kept_and_not_shown():
    text = "jeudi\n\n \n\nFin.\n\nEncore."
    found = (timex(text, "jeudi", TimexType.DATE, "2025-03-20"),)
    assert page(text, found).shown == text
    document = to_html(article(text), found)
    assert '\n\n<span class="gap"> \n\n</span>Fin.\n\nEncore.' in document


def test_the_page_loads_nothing_and_prints():
    document = to_html(article(), timexes())
    assert all(link.startswith("#t") for link in page(TEXT, timexes()).loads)
    assert "@media print" in document
    assert "<b>à Londres</b>" not in document
    assert "Publié <i>" not in document
    for word in ("date", "time of day", "duration", "set, repeated", "vague"):
        assert word in document.split('class="legend"')[1].split("</ul>")[0]


def test_a_page_without_expressions_says_so():
    assert "No time expression was found." in to_html(article("Rien."), ())


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_comes_out_of_the_page_as_it_went_in(before: str, after: str):
    text = f"{before}jeudi{after}"
    found = timex(text, "jeudi", TimexType.DATE, "2025-03-20", derived=Derived("", (before, after)))
    shown = page(text, (found,), title=after).shown
    odd = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
    # An HTML parser reads CR LF and CR as LF
    assert shown.replace("\r", "\n") == odd.sub("\ufffd", text).replace("\r", "\n")


@pytest.mark.parametrize("render", [to_html, to_timeml])
def test_expressions_inside_one_another_do_not_break_the_marks(render: object):
    inner = timex(TEXT, "3 au 5", TimexType.DATE, "x")
    outer = timex(TEXT, "du 3 au 5 mai", TimexType.DATE, "y")
    document = render(article(), (inner, outer))  # type: ignore[operator]
    assert document.count("</TIMEX3>") == document.count("<TIMEX3")
