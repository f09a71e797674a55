"""Readings made by hand, and timelines to add them to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from chrono.model import (
    Article,
    Basis,
    Bounds,
    Granularity,
    Kind,
    Publication,
    Reading,
    Resolution,
    Statement,
    Status,
    Timex,
    TimexType,
)
from chrono.store import Timeline

NOW = datetime(2025, 3, 20, 18, 0, tzinfo=UTC)


@dataclass
class Ticking:
    """A clock that goes on an hour each time it is asked."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


class Making:
    """Makes readings: each line is (sentence, time words, day or days, status)."""

    @staticmethod
    def when(first: date | None, last: date | None = None) -> Resolution:
        if first is None:
            return Resolution(TimexType.DATE, "PAST_REF")
        if last is None or last == first:
            return Resolution(
                TimexType.DATE,
                first.isoformat(),
                Bounds(first, first),
                Granularity.DAY,
                edtf=first.isoformat(),
            )
        return Resolution(
            TimexType.DATE,
            first.isoformat(),
            Bounds(first, last),
            Granularity.WEEK,
            edtf=f"{first}/{last}",
        )

    def reading(
        self,
        title: str,
        *lines: tuple,
        published: date | None = date(2025, 3, 20),
        url: str | None = None,
        source: str = "article.txt",
        updated: date | None = None,
    ) -> Reading:
        text = title + "\n\n" + "\n\n".join(line[0] for line in lines) + "\n"
        article = Article(
            title=title,
            text=text,
            publication=Publication(published, updated_on=updated),
            url=url,
            source=source,
            body_start=len(title) + 2,
        )
        statements, timexes = [], []
        at = len(title) + 2
        for sentence, words, days, *rest in lines:
            start = text.index(sentence, at)
            at = start + len(sentence)
            status = rest[0] if rest else Status.PAST
            kind = rest[1] if len(rest) > 1 else Kind.EVENT
            made = Statement(
                start, at, sentence, sentence.rstrip(".")[:80], status, kind, Basis.UNDATED
            )
            if words:
                first, last = days if isinstance(days, tuple) else (days, days)
                begin = text.index(words, start)
                timex = Timex(begin, begin + len(words), words, self.when(first, last))
                timexes.append(timex)
                made = replace(made, basis=Basis.TIMEX, timex=timex, resolution=timex.resolution)
            elif days is not None:
                made = replace(made, basis=Basis.PUBLICATION, resolution=self.when(days))
            statements.append(made)
        return Reading(article, tuple(timexes), tuple(statements))


@pytest.fixture
def make() -> Making:
    return Making()


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def timeline(tmp_path, clock) -> Iterator[Timeline]:
    with Timeline.open(tmp_path / "t.db", clock=clock) as opened:
        yield opened


@pytest.fixture
def london(make) -> Reading:
    return make.reading(
        "Ukraine: réunion à Londres",
        (
            "Le Kremlin a dénoncé jeudi les plans de militarisation de l'Europe.",
            "jeudi",
            date(2025, 3, 20),
        ),
        (
            "Des pourparlers russo-américains doivent se tenir en Arabie saoudite dimanche.",
            "dimanche",
            date(2025, 3, 23),
            Status.PLANNED,
        ),
        ("Le président avait été accueilli récemment par Donald Trump.", "récemment", None),
        url="https://www.example.org/londres",
    )


@pytest.fixture
def riyadh(make) -> Reading:
    return make.reading(
        "Pourparlers russo-américains à Ryad",
        (
            "Des pourparlers russo-américains se sont tenus dimanche en Arabie saoudite.",
            "dimanche",
            date(2025, 3, 23),
        ),
        ("Un séisme a frappé lundi le Japon.", "lundi", date(2025, 3, 24)),
        published=date(2025, 3, 24),
        url="https://www.example.com/ryad",
        source="ryad.txt",
    )
