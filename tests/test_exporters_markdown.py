"""The Markdown: CommonMark that shows the articles' words as words, whatever they hold."""

from __future__ import annotations

import html
import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from chrono.errors import ExportError
from chrono.exporters import markdown
from chrono.exporters.sources import address, is_dated, is_withdrawn, one_line
from chrono.model import Chronology

GOLDEN = Path(__file__).parent / "golden"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"golden_{name}", GOLDEN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


golden = load("regenerate")
random = load("random_chronologies")
# the strictest reading, and the most eager one: tables, strikethrough as GitHub has them
READERS = [MarkdownIt("commonmark"), MarkdownIt("js-default", {"linkify": False, "html": True})]


def tokens(text: str, reader: MarkdownIt) -> Iterator[Token]:
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


def write(what: Chronology, **options: str) -> str:
    return markdown.render(what, options).decode("utf-8")


@given(st.one_of(random.texts, st.text(st.sampled_from("*_`[]()<>!#&~|\\\n -+=1.:/aéw$^\"'{}@"))))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    for reader in READERS:
        shown = reader.renderInline(f"« {markdown.escape(text)} »")
        assert "<" not in shown
        assert html.unescape(shown) == f"« {one_line(text)} »"


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(random.chronologies)
def test_nothing_but_ours_is_markup(what: Chronology) -> None:
    text = write(what)
    shown = [e for e in what.events if is_dated(e) and not is_withdrawn(e)]
    links = sum(bool(address(m.article.url)) for e in shown for m in e.mentions)
    for reader in READERS:
        found = list(tokens(text, reader))
        kinds = [t.type for t in found]
        assert kinds.count("strong_open") == len(shown)
        assert kinds.count("link_open") == links
        assert kinds.count("list_item_open") == len(shown) + sum(len(e.mentions) for e in shown)
        for foreign in (
            "html_inline", "html_block", "code_inline", "code_block", "fence", "image", "s_open",
            "blockquote_open", "table_open", "ordered_list_open", "hardbreak", "softbreak",
        ):  # fmt: skip
            assert foreign not in kinds
        for token in found:
            if token.type == "link_open":
                assert str(token.attrs["href"]).startswith(("http://", "https://"))


def test_the_headings_of_the_golden_file() -> None:
    reader = READERS[0]
    parsed = reader.parse(write(golden.CHRONOLOGY))
    headings = [(int(a.tag[1]), b.content) for a, b in pairwise(parsed) if a.type == "heading_open"]
    assert headings == [
        (1, "Ukraine & Europe, 2025"),
        (2, "Avant notre ère"),
        (2, "An 800"),
        (3, "Décembre 800"),
        (2, "XIXe\u00a0siècle"),
        (2, "Années 1960"),
        (2, "2014"),
        (2, "2024"),
        (2, "2025"),
        (3, "Février 2025"),
        (3, "Mars 2025"),
        (3, "Avril 2025"),
        (3, "Mai 2025"),
        (3, "Juin 2025"),
        (3, "Juillet 2025"),
        (3, "Décembre 2025"),
    ]


def test_what_is_left_out_is_said() -> None:
    text = write(golden.CHRONOLOGY)
    assert text.endswith("---\n\n*4 choses dites sans date sont laissées de côté.*\n")
    assert "Rien ne dit quand" not in text
    assert "Doublon" not in text
    assert "sans date" not in write(replace(golden.CHRONOLOGY, undated=0, events=()))


def test_the_title() -> None:
    assert write(golden.CHRONOLOGY, title="*Mon* titre").startswith("# \\*Mon\\* titre\n")
    nameless = replace(golden.CHRONOLOGY, title="")
    assert write(nameless).startswith("# golden\n")
    assert write(replace(nameless, name="default")).startswith("# Chronologie\n")


def test_an_empty_chronology_says_so() -> None:
    assert "Aucun événement daté." in write(replace(golden.CHRONOLOGY, events=()))


def test_the_words_are_those_of_the_articles_language() -> None:
    article = replace(golden.LONDON, language="en")
    english = replace(golden.CHRONOLOGY.events[0], mentions=(
        replace(golden.CHRONOLOGY.events[0].mentions[0], article=article),
    ))  # fmt: skip
    text = write(replace(golden.CHRONOLOGY, events=(english,), language="en"))
    assert "**Thursday 20 March 2025**" in text
    assert "## 2025\n\n### March 2025" in text
    assert "published 20 March 2025" in text


def test_how_many_quotes_and_which_level() -> None:
    text = write(golden.CHRONOLOGY, quotes="0", level="3")
    assert "  - " not in text
    assert text.startswith("### Ukraine")
    assert "##### Mars 2025" in text
    one = write(golden.CHRONOLOGY, quotes="1")
    assert one.count("  - ") == write(golden.CHRONOLOGY).count("  - ") - 1


@pytest.mark.parametrize("options", [{"quotes": "-1"}, {"quotes": "many"}, {"level": "5"}])
def test_option_values_that_cannot_be(options: dict[str, str]) -> None:
    with pytest.raises(ExportError, match=r"^markdown: "):
        markdown.render(golden.CHRONOLOGY, options)
