"""How much an event matters: what an editor would print first.

The features are those that predict journalists' own chronologies best: how many articles and
sources tell the event, how central it is to them, how often its day is named later on, and for
how long it is told (Tran, Alrifai, Quoc Nguyen: *Predicting Relevant News Events for Timeline
Summaries*, WWW 2013; later mentions of the day are the strongest).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from chrono.chronicle.records import Cluster
from chrono.model import Kind, Status


@dataclass(frozen=True, slots=True)
class Salience:
    """The score of an event (0 or more, higher matters more) and the reasons, one line each."""

    score: float
    why: tuple[str, ...]


def salience(group: Cluster, references: int = 0) -> Salience:
    """Work out the salience of an event.

    `references` is how many articles published after the event's first day have a time
    expression that names that day (or falls within the event's span).

    >>> salience(Cluster(()), references=3).why
    ('its day is named by 3 later articles',)
    """
    records = group.records
    articles = len({record.article for record in records})
    sources = len({record.source for record in records if record.source})
    ledes = len({record.article for record in records if record.lede})
    days = sorted(record.published_on for record in records if record.published_on)
    life = (days[-1] - days[0]).days if days else 0
    score = 2.0 * log2(1 + articles) if articles else 0.0
    why = [f"told by {_count(articles, 'article')}"] if articles else []
    if sources > 1:
        score += 1.5 * log2(sources)
        why[-1] += f" of {sources} sources"
    if ledes:
        score += 1.0 + log2(1 + ledes)
        why.append(f"in the title or lede of {_count(ledes, 'article')}")
    if references > 0:
        score += 2.0 * log2(1 + references)
        why.append(f"its day is named by {_count(references, 'later article')}")
    if life > 0:
        score += 0.5 * log2(1 + life)
        why.append(f"told over {_count(life + 1, 'day')}")
    if records and all(record.statement.kind is Kind.SPEECH for record in records):
        score *= 0.5
        why.append("only words, no deed: half")
    elif records and all(record.statement.status is Status.CONDITIONAL for record in records):
        score *= 0.7
        why.append("only a rumour: less")
    return Salience(round(score, 3), tuple(why))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
