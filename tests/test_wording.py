"""Dates in words: every type and granularity, in French and in English."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chrono.model import Anchor, Bounds, Granularity, Mod, Resolution, Status, TimexType
from chrono.wording import (
    BOOKS,
    day_in_words,
    in_words,
    is_uncertain,
    month_in_words,
    phrasebook,
    status_in_words,
    typeset,
)
from chrono.wording.french import NARROW, NBSP

G = Granularity


def res(
    value: str,
    first: str = "",
    last: str = "",
    grain: Granularity | None = G.DAY,
    mod: Mod | None = None,
    edtf: str | None = None,
    *alternatives: Resolution,
    open: bool = False,
) -> Resolution:
    """A resolution from ISO texts: days, or instants with minutes."""

    def split(text: str) -> tuple[date, time | None]:
        day, _, clock = text.partition("T")
        return date.fromisoformat(day), time.fromisoformat(clock) if clock else None

    bounds = None
    if first:
        (a, start), (b, end) = split(first), split(last or first)
        bounds = Bounds(a, b, start, end)
    kind = TimexType.DATE
    if value.startswith("P") and "_REF" not in value:
        kind = TimexType.DURATION
    return Resolution(kind, value, bounds, grain, mod, edtf, Anchor.EXPLICIT, alternatives, open)


SUNDAY = res("2025-03-23", "2025-03-23")
EARLY_WEEK = res("2025-W13", "2025-03-24", "2025-03-25", G.WEEK, Mod.START)
RANGE = "2025-05-03/2025-05-05"

CASES = [
    # days
    (res("2025-03-20", "2025-03-20"), "jeudi 20 mars 2025", "Thursday 20 March 2025"),
    (res("2025-05-01", "2025-05-01"), "jeudi 1er mai 2025", "Thursday 1 May 2025"),
    (res("0800-12-25", "0800-12-25"), "25 décembre 800", "25 December 800"),
    (
        res("2025-03-20", "2025-03-20", mod=Mod.APPROX),
        "vers le 20 mars 2025",
        "about 20 March 2025",
    ),
    (
        res("2025-03-20", "2025-03-20", mod=Mod.BEFORE),
        "avant le 20 mars 2025",
        "before 20 March 2025",
    ),
    (
        res("2025-03-20", "2025-01-01", "2025-03-20", mod=Mod.ON_OR_BEFORE),
        "au plus tard le 20 mars 2025",
        "by 20 March 2025",
    ),
    (res("", "2025-03-20", "9999-12-31"), "à partir du 20 mars 2025", "from 20 March 2025 on"),
    (res("", "0001-01-01", "2025-03-20"), "au plus tard le 20 mars 2025", "by 20 March 2025"),
    # several days: lasting, or one of them
    (res(RANGE, "2025-05-03", "2025-05-05"), "du 3 au 5 mai 2025", "3 to 5 May 2025"),
    (
        res("2025-04-30/2025-05-02", "2025-04-30", "2025-05-02"),
        "du 30 avril au 2 mai 2025",
        "30 April to 2 May 2025",
    ),
    (
        res("x/y", "2024-12-30", "2025-01-01"),
        "du 30 décembre 2024 au 1er janvier 2025",
        "30 December 2024 to 1 January 2025",
    ),
    (
        res("", "2025-03-23", "2025-03-25"),
        "entre le 23 et le 25 mars 2025",
        "between 23 and 25 March 2025",
    ),
    # alternatives, lists, candidates
    (
        res("", "2025-03-23", "2025-03-25", G.DAY, None, None, SUNDAY, EARLY_WEEK),
        "entre le 23 et le 25 mars 2025 (dimanche 23 mars ou du 24 au 25 mars)",
        "between 23 and 25 March 2025 (Sunday 23 March or 24 to 25 March)",
    ),
    (
        res(
            "",
            "2025-05-08",
            "2025-05-09",
            G.DAY,
            None,
            "[2025-05-08,2025-05-09]",
            res("2025-05-08", "2025-05-08"),
            res("2025-05-09", "2025-05-09"),
        ),
        "jeudi 8 ou vendredi 9 mai 2025",
        "Thursday 8 or Friday 9 May 2025",
    ),
    (
        res(
            "",
            "2025-05-03",
            "2025-05-04",
            G.DAY,
            None,
            "{2025-05-03,2025-05-04}",
            res("2025-05-03", "2025-05-03"),
            res("2025-05-04", "2025-05-04"),
        ),
        "samedi 3 et dimanche 4 mai 2025",
        "Saturday 3 and Sunday 4 May 2025",
    ),
    (
        res(
            "",
            "2025-03-23",
            "2025-04-10",
            G.DAY,
            None,
            None,
            SUNDAY,
            res("", "2025-04-08", "2025-04-10"),
        ),
        "dimanche 23 mars ou du 8 au 10 avril 2025",
        "Sunday 23 March or 8 to 10 April 2025",
    ),
    (
        res(
            "",
            "2025-03-23",
            "2025-05-31",
            G.DAY,
            None,
            None,
            SUNDAY,
            res("2025-05", "2025-05-01", "2025-05-31", G.MONTH),
        ),
        "dimanche 23 mars 2025 ou mai 2025",
        "Sunday 23 March 2025 or May 2025",
    ),
    (
        res(
            "2025-03-22",
            "2025-03-15",
            "2025-03-22",
            G.DAY,
            None,
            None,
            res("2025-03-22", "2025-03-22"),
            res("2025-03-15", "2025-03-15"),
            open=True,
        ),
        "samedi 22 mars 2025 (ou samedi 15 mars 2025)",
        "Saturday 22 March 2025 (or Saturday 15 March 2025)",
    ),
    (
        res("2025-05-03,2025-05-04", "2025-05-03", "2025-05-04", edtf="{2025-05-03,2025-05-04}"),
        "samedi 3 et dimanche 4 mai 2025",
        "Saturday 3 and Sunday 4 May 2025",
    ),
    (
        res("2012,2016", "2012-01-01", "2016-12-31", G.YEAR, edtf="{2012,2016}"),
        "2012 et 2016",
        "2012 and 2016",
    ),
    # weeks, week-ends, nights
    (
        res("2025-W13", "2025-03-24", "2025-03-30", G.WEEK),
        "semaine du 24 mars 2025",
        "week of 24 March 2025",
    ),
    (EARLY_WEEK, "début de la semaine du 24 mars 2025", "early week of 24 March 2025"),
    (
        res("", "2025-03-03", "2025-03-16", G.FORTNIGHT),
        "quinzaine du 3 mars 2025",
        "fortnight of 3 March 2025",
    ),
    (
        res("2025-W12-WE", "2025-03-22", "2025-03-23", G.WEEKEND),
        "week-end des 22 et 23 mars 2025",
        "weekend of 22 and 23 March 2025",
    ),
    (
        res("2025-W22-WE", "2025-05-31", "2025-06-01", G.WEEKEND),
        "week-end des 31 mai et 1er juin 2025",
        "weekend of 31 May and 1 June 2025",
    ),
    (
        res("2025-03-19TNI", "2025-03-19", "2025-03-20", G.NIGHT),
        "nuit du 19 au 20 mars 2025",
        "night of 19 to 20 March 2025",
    ),
    (
        res("2025-03-31TNI", "2025-03-31T20:00", "2025-04-01T06:00", G.NIGHT),
        "nuit du 31 mars au 1er avril 2025",
        "night of 31 March to 1 April 2025",
    ),
    # parts of the day, clock times
    (
        res("2025-03-20TMO", "2025-03-20T06:00", "2025-03-20T12:00", G.DAYPART),
        "jeudi 20 mars 2025 au matin",
        "Thursday 20 March 2025 in the morning",
    ),
    (
        res("2025-03-20TEV", "2025-03-20T18:00", "2025-03-20T20:00", G.DAYPART, Mod.START),
        "jeudi 20 mars 2025 en début de soirée",
        "Thursday 20 March 2025 early in the evening",
    ),
    (
        res("2025-03-20TAF", "2025-03-20T16:00", "2025-03-20T18:00", G.DAYPART, Mod.END),
        "jeudi 20 mars 2025 en fin d'après-midi",
        "Thursday 20 March 2025 late in the afternoon",
    ),
    (
        res("2025-03-20T14:30", "2025-03-20T14:30", "", G.MINUTE),
        "jeudi 20 mars 2025 à 14 h 30",
        "Thursday 20 March 2025 at 14:30",
    ),
    (
        res("2025-03-20T14", "2025-03-20T14:00", "2025-03-20T14:59", G.HOUR),
        "jeudi 20 mars 2025 à 14 h",
        "Thursday 20 March 2025 at 14:00",
    ),
    (
        res("2025-03-20T14:30", "2025-03-20T14:30", "", G.MINUTE, Mod.APPROX),
        "vers 14 h 30, jeudi 20 mars 2025",
        "Thursday 20 March 2025 at about 14:30",
    ),
    (
        res("", "2025-03-20T14:00", "2025-03-20T16:30", G.HOUR),
        "jeudi 20 mars 2025 de 14 h à 16 h 30",
        "Thursday 20 March 2025 from 14:00 to 16:30",
    ),
    (
        res("", "2025-12-31T22:00", "2026-01-01T02:00", G.HOUR),
        "du mercredi 31 décembre 2025 à 22 h au jeudi 1er janvier 2026 à 2 h",
        "Wednesday 31 December 2025 at 22:00 to Thursday 1 January 2026 at 02:00",
    ),
    (
        res("2025-03-20T10:02:07", "2025-03-20T10:02:07", "", G.SECOND),
        "jeudi 20 mars 2025 à 10 h 02 min 07 s",
        "Thursday 20 March 2025 at 10:02:07",
    ),
    # months and longer
    (res("2025-02", "2025-02-01", "2025-02-28", G.MONTH), "février 2025", "February 2025"),
    (
        res("2025-04", "2025-04-01", "2025-04-10", G.MONTH, Mod.START),
        "début avril 2025",
        "early April 2025",
    ),
    (
        res("2025-04", "2025-04-11", "2025-04-20", G.MONTH, Mod.MID),
        "mi-avril 2025",
        "mid-April 2025",
    ),
    (
        res("2025-04", "2025-04-21", "2025-04-30", G.MONTH, Mod.END),
        "fin avril 2025",
        "late April 2025",
    ),
    (
        res("2025-04", "2025-04-01", "2025-04-30", G.MONTH, Mod.BEFORE),
        "avant avril 2025",
        "before April 2025",
    ),
    (
        res("2025-04", "2025-04-01", "2025-04-30", G.MONTH, Mod.ON_OR_AFTER),
        "à partir d'avril 2025",
        "from April 2025 on",
    ),
    (
        res("2025-03/2025-05", "2025-03-01", "2025-05-31", G.MONTH),
        "de mars à mai 2025",
        "March to May 2025",
    ),
    (
        res("", "2025-08-01", "2025-10-31", G.MONTH),
        "entre août et octobre 2025",
        "between August and October 2025",
    ),
    (
        res("a/b", "2025-10-01", "2025-12-31", G.MONTH),
        "d'octobre à décembre 2025",
        "October to December 2025",
    ),
    (
        res("2024-Q2", "2024-04-01", "2024-06-30", G.QUARTER),
        "2e trimestre 2024",
        "2nd quarter of 2024",
    ),
    (res("2025-H1", "2025-01-01", "2025-06-30", G.HALF), "1er semestre 2025", "1st half of 2025"),
    (
        res("2024-Q2", "2024-04-01", "2024-04-30", G.QUARTER, Mod.START),
        "début du 2e trimestre 2024",
        "early 2nd quarter of 2024",
    ),
    (res("2025-FA", "2025-09-22", "2025-12-20", G.SEASON), "automne 2025", "autumn 2025"),
    (res("2025-WI", "2025-12-21", "2026-03-19", G.SEASON), "hiver 2025-2026", "winter 2025-2026"),
    (
        res("2025-SP", "2025-03-20", "2025-04-20", G.SEASON, Mod.START),
        "début du printemps 2025",
        "early spring 2025",
    ),
    (
        res("2025-SU", "2025-08-20", "2025-09-21", G.SEASON, Mod.END),
        "fin de l'été 2025",
        "late summer 2025",
    ),
    (res("2025", "2025-01-01", "2025-12-31", G.YEAR), "2025", "2025"),
    (res("2024", "2024-01-01", "2024-03-31", G.YEAR, Mod.START), "début 2024", "early 2024"),
    (res("2024", "2024-05-01", "2024-08-31", G.YEAR, Mod.MID), "mi-2024", "mid-2024"),
    (res("a/b", "2019-01-01", "2023-12-31", G.YEAR), "de 2019 à 2023", "2019 to 2023"),
    (res("", "2019-01-01", "2023-12-31", G.YEAR), "entre 2019 et 2023", "between 2019 and 2023"),
    (res("0800", "0800-01-01", "0800-12-31", G.YEAR), "an 800", "AD 800"),
    (res("196X", "1960-01-01", "1969-12-31", G.DECADE), "années 1960", "1960s"),
    (
        res("196X", "1967-01-01", "1969-12-31", G.DECADE, Mod.END),
        "fin des années 1960",
        "late 1960s",
    ),
    (res("196X/198X", "1960-01-01", "1989-12-31", G.DECADE), "de 1960 à 1989", "1960 to 1989"),
    (
        res("2024-Q1/2024-Q2", "2024-01-01", "2024-06-30", G.QUARTER),
        "de janvier à juin 2024",
        "January to June 2024",
    ),
    (res("18XX", "1801-01-01", "1900-12-31", G.CENTURY), "XIXe siècle", "19th century"),
    (res("18XX", "1800-01-01", "1899-12-31", G.CENTURY), "XIXe siècle", "19th century"),
    (res("00XX", "0001-01-01", "0100-12-31", G.CENTURY), "Ier siècle", "1st century"),
    (
        res("20XX", "2001-01-01", "2033-12-31", G.CENTURY, Mod.START),
        "début du XXIe siècle",
        "early 21st century",
    ),
    (res("2XXX", "2001-01-01", "3000-12-31", G.MILLENNIUM), "IIIe millénaire", "3rd millennium"),
    # bounds that are not those of the unit: the days are the truth
    (
        res("", "2025-04-03", "2025-04-17", G.MONTH),
        "entre le 3 et le 17 avril 2025",
        "between 3 and 17 April 2025",
    ),
    # without bounds
    (res("BC0052", grain=G.YEAR), "52 avant J.-C.", "52 BC"),
    (res("BC0044-03-15"), "15 mars 44 avant J.-C.", "15 March 44 BC"),
    (res("-0051", grain=G.YEAR), "52 avant J.-C.", "52 BC"),
    (res("0000", grain=G.YEAR), "1 avant J.-C.", "1 BC"),
    (res("-01XX", grain=G.CENTURY), "IIe siècle avant J.-C.", "2nd century BC"),
    (res("BC01"), "IIe siècle avant J.-C.", "2nd century BC"),
    (res("P3Y", grain=G.YEAR), "3 ans", "3 years"),
    (res("P1Y6M", grain=None), "1 an et 6 mois", "1 year and 6 months"),
    (res("PT1H30M", grain=None), "1 heure et 30 minutes", "1 hour and 30 minutes"),
    (res("P10D", grain=None, mod=Mod.APPROX), "environ 10 jours", "about 10 days"),
    (res("P2CE", grain=None), "2 siècles", "2 centuries"),
    (res("P1.5D", grain=None), "1,5 jour", "1.5 days"),
    (res("PXD", grain=None), "sans date", "undated"),
    (Resolution(TimexType.SET, "XXXX-WXX-1"), "tous les lundis", "every Monday"),
    (
        Resolution(TimexType.SET, "XXXX-WXX-2,XXXX-WXX-4"),
        "tous les mardis et tous les jeudis",
        "every Tuesday and every Thursday",
    ),
    (
        Resolution(TimexType.SET, "XXXX-WXX-2/XXXX-WXX-6"),
        "du mardi au samedi, chaque semaine",
        "Tuesday to Saturday, every week",
    ),
    (
        Resolution(
            TimexType.TIME,
            "1999-03-06T20:30,1999-03-07T15:00",
            Bounds(date(1999, 3, 6), date(1999, 3, 7), time(20, 30), time(15)),
            G.HOUR,
            edtf="{1999-03-06,1999-03-07}",
        ),
        "samedi 6 mars 1999 à 20 h 30 et dimanche 7 mars 1999 à 15 h",
        "Saturday 6 March 1999 at 20:30 and Sunday 7 March 1999 at 15:00",
    ),
    (
        Resolution(
            TimexType.TIME,
            "1999-03-06T20:00,1999-03-06T22:00",
            Bounds(date(1999, 3, 6), date(1999, 3, 6), time(20), time(22)),
            G.HOUR,
            edtf="{1999-03-06,1999-03-06}",
        ),
        "samedi 6 mars 1999 à 20 h et 22 h",
        "Saturday 6 March 1999 at 20:00 and 22:00",
    ),
    (Resolution(TimexType.SET, "P1M"), "tous les mois", "every month"),
    (res("PAST_REF", grain=None), "dans le passé, sans date", "in the past, undated"),
    (None, "sans date", "undated"),
]


@pytest.mark.parametrize(("when", "french", "english"), CASES, ids=[c[2] for c in CASES])
def test_words(when: Resolution | None, french: str, english: str) -> None:
    assert in_words(when) == french
    assert in_words(when, "en") == english


def test_the_weekday_can_be_left_out() -> None:
    assert in_words(res("2025-03-20", "2025-03-20"), weekday=False) == "20 mars 2025"
    assert (
        in_words(res("2025-03-20T14:30", "2025-03-20T14:30", "", G.MINUTE), weekday=False)
        == "20 mars 2025 à 14 h 30"
    )


def test_the_alternatives_can_be_left_out_where_a_range_says_enough() -> None:
    when = res("", "2025-03-23", "2025-03-25", G.DAY, None, None, SUNDAY, EARLY_WEEK)
    assert in_words(when, alternatives=False) == "entre le 23 et le 25 mars 2025"


def test_every_book_is_whole() -> None:
    keys = {frozenset(book.labels) for book in BOOKS.values()}
    assert len(keys) == 1
    for book in BOOKS.values():
        assert (len(book.months), len(book.weekdays), len(book.seasons)) == (12, 7, 4)
        assert set(book.status) == set(Status)


def test_a_language_without_a_book_is_told_in_english() -> None:
    assert phrasebook("de").code == "en"
    assert phrasebook("fr_CA").code == "fr"
    assert day_in_words(date(2025, 3, 20), "pt-BR", weekday=True) == "Thursday 20 March 2025"
    assert month_in_words(2025, 3) == "mars 2025"
    assert status_in_words(Status.CANCELLED, "en") == "cancelled"


def test_french_typography() -> None:
    said = typeset("du 1er mai à 14 h 30 ; le XIXe siècle : « oui » !")
    assert said == (
        f"du 1er{NBSP}mai à 14{NBSP}h{NBSP}30{NARROW}; le XIXe{NBSP}siècle{NBSP}: "
        f"«{NBSP}oui{NBSP}»{NARROW}!"
    )
    assert typeset("20 March: yes", "en") == "20 March: yes"


@pytest.mark.parametrize(
    ("when", "uncertain"),
    [
        (res("2025-03-20", "2025-03-20"), False),
        (res(RANGE, "2025-05-03", "2025-05-05"), False),
        (res("", "2025-03-23", "2025-03-25"), True),
        (res("2025-04", "2025-04-01", "2025-04-30", G.MONTH), False),
        (res("2025-04", "2025-04-01", "2025-04-10", G.MONTH, Mod.START), True),
        (res("", "2025-03-23", "2025-03-25", G.DAY, None, None, SUNDAY, EARLY_WEEK), True),
        (res("", "2025-03-23", "2025-03-25", G.DAY, None, "{..}", SUNDAY, EARLY_WEEK), False),
        (res("PAST_REF"), False),
        (res("xTAF", "2025-03-20T16:00", "2025-03-20T18:00", G.DAYPART, Mod.END), False),
        (res("x", "2025-03-20T16:00", "2025-03-20T16:00", G.HOUR, Mod.APPROX), True),
    ],
)
def test_what_is_uncertain(when: Resolution, uncertain: bool) -> None:
    assert is_uncertain(when) is uncertain


days = st.dates()
bounds = st.builds(
    lambda a, b, s, e: Bounds(min(a, b), max(a, b), s, e),
    days,
    days,
    st.none() | st.times(),
    st.none() | st.times(),
) | st.builds(Bounds, days, days, st.none() | st.times(), st.none() | st.times())
values = st.text(max_size=12) | st.sampled_from(
    ["2025-13", "2025-02-30", "0000", "BC0000-99-99", "BC99", "P", "PT", "P9999999999Y", "PXD",
     "XXXX-WXX-4", "2025-WI", "2025-FA", "2025-03-20TMO", "2025-03-19TNI", "2025-W13", "196X",
     "PRESENT_REF", "a/b", "P1.5DE"]
)  # fmt: skip
simple = st.builds(
    Resolution,
    st.sampled_from(TimexType),
    values,
    st.none() | bounds,
    st.none() | st.sampled_from(Granularity),
    st.none() | st.sampled_from(Mod),
    st.none() | st.sampled_from(["2025", "{a,b}", "[a,b]", "a/b", "{", ""]),
)
resolutions = st.recursive(
    simple,
    lambda inner: st.builds(
        Resolution,
        st.sampled_from(TimexType),
        values,
        st.none() | bounds,
        st.none() | st.sampled_from(Granularity),
        st.none() | st.sampled_from(Mod),
        st.none() | st.sampled_from(["{a,b}", "[a,b]"]),
        alternatives=st.lists(inner, max_size=4).map(tuple),
        open=st.booleans(),
    ),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(resolutions, st.sampled_from(["fr", "en", "xx", ""]), st.booleans(), st.booleans())
def test_never_raises_and_always_says_something(
    when: Resolution, language: str, weekday: bool, alternatives: bool
) -> None:
    said = in_words(when, language, weekday=weekday, alternatives=alternatives)
    assert said.strip()
    assert "\n" not in said
    assert "{" not in said
    assert "None" not in said
    assert typeset(said, language).replace(NBSP, " ").replace(NARROW, " ") == said
