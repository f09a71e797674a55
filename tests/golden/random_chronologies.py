"""Hypothesis strategies for chronologies, hostile ones included."""

from __future__ import annotations

from datetime import UTC, date

from hypothesis import strategies as st

from chrono.model import (
    ArticleRef,
    Basis,
    Bounds,
    Change,
    Chronology,
    Event,
    EventMention,
    Granularity,
    Kind,
    Mod,
    Publication,
    Resolution,
    Statement,
    Status,
    TimexType,
)

HOSTILE = [
    "BEGIN:VEVENT\r\nEND:VEVENT", "a\\nb;c,d:e\"f", "<script>alert(1)</script>", "[x](http://e.x)",
    "![i](javascript:1)", "# titre", "1. un", "- li", "> q", "***", "`code`", "&amp; &#60;",
    "http://a.example/<b>", "www.example.org", "~~s~~", "a\u2028b\x85c", "\ud800", "\x00\x07\x7f",
    "\u202egauche", "=cmd|' /C calc'!A0", "| a | b |\n|---|---|", "</b>", "\\", "*", "**a",
    "é" * 80, "🏛️" * 40, "a" * 200, "\t", "$x$", "    code", "[a]: http://b", "a  \nb", "<a@b.c>",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join),
)
urls = st.none() | st.sampled_from(
    ["https://example.org/a b?c=<d>&é", "javascript:alert(1)", "http://x\r\nSUMMARY:y", "x", "",
     "https://e.x/%zz)(\\", "https://[::1/", "https://e.x/a*b_c*d"]
)  # fmt: skip
instants = st.datetimes(timezones=st.just(UTC))
zones = st.sampled_from(["Europe/Paris", "America/New_York", "Asia/Kathmandu", "UTC"])
languages = st.sampled_from(["fr", "en", "de"])
publications = st.builds(
    Publication,
    st.none() | st.dates(),
    st.none() | st.times(),
    st.sampled_from(["option", "header", "line", "dateline", "undated"]),
    texts,
    st.none() | st.dates(),
    st.none() | st.times(),
)
articles = st.builds(
    ArticleRef, st.integers(1, 99), texts, urls, texts, languages, zones, publications, instants
)


def _bounds() -> st.SearchStrategy[Bounds]:
    near = st.dates(date(2025, 3, 1), date(2025, 5, 1))
    days = st.lists(near | st.dates(), min_size=2, max_size=2).map(sorted)
    clocks = st.none() | st.times()
    return st.builds(lambda d, s, e: Bounds(d[0], d[1], s, e), days, clocks, clocks)


values = st.sampled_from(
    ["2025-03-20", "2025-03-20T14:30", "2025-W13", "2025-03-19TNI", "2025-03-20TMO", "BC0052",
     "PAST_REF", "196X", "a/b", "2025-FA", "P3Y"]
)  # fmt: skip


def _simple(
    alternatives: st.SearchStrategy[tuple[Resolution, ...]],
) -> st.SearchStrategy[Resolution]:
    return st.builds(
        Resolution,
        st.sampled_from(TimexType),
        values,
        st.none() | _bounds(),
        st.none() | st.sampled_from(Granularity),
        st.none() | st.sampled_from(Mod),
        st.none() | st.sampled_from(["2025-03-20", "{a,b}", "a/b"]),
        alternatives=alternatives,
        open=st.booleans(),
        why=st.lists(texts, max_size=2).map(tuple),
    )


resolutions = _simple(st.lists(_simple(st.just(())), max_size=3).map(tuple))
statements = st.builds(
    Statement,
    st.integers(0, 99),
    st.integers(100, 200),
    texts,
    texts,
    st.sampled_from(Status),
    st.sampled_from(Kind),
    st.sampled_from(Basis),
    st.none(),
    st.none() | resolutions,
    texts,
)
events = st.builds(
    Event,
    st.integers(1, 999),
    st.uuids().map(lambda u: f"{u}@chrono"),
    texts,
    st.none() | resolutions,
    st.sampled_from(Status),
    st.sampled_from(Kind),
    st.lists(st.builds(EventMention, st.integers(1, 99), statements, articles), max_size=2).map(
        tuple
    ),
    instants,
    instants,
    st.integers(0, 9),
    st.floats(),
    st.lists(texts, max_size=2).map(tuple),
    st.booleans(),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(texts, max_size=3).map(tuple),
    texts,
    st.booleans(),
    st.lists(st.builds(Change, st.none() | st.dates(), instants, texts, texts), max_size=2).map(
        tuple
    ),
    st.lists(texts, max_size=2).map(tuple),
)
chronologies = st.builds(
    Chronology,
    texts,
    st.lists(events, max_size=3, unique_by=lambda e: e.uid).map(tuple),
    st.lists(articles, max_size=2).map(tuple),
    instants,
    languages,
    zones,
    texts,
    st.integers(0, 5),
)
