"""How much an event matters: what an editor would print first."""

from __future__ import annotations

from dataclasses import dataclass

from chrono.chronicle.records import Cluster


@dataclass(frozen=True, slots=True)
class Salience:
    """The score of an event (0 or more, higher matters more) and the reasons, one line each."""

    score: float
    why: tuple[str, ...]


def salience(group: Cluster, references: int = 0) -> Salience:
    """The salience of an event.

    `references` is how many articles published after the event's first day have a time
    expression that names that day (or falls within the event's span).
    """
    articles = len({record.article for record in group.records})
    return Salience(float(articles + references), (f"told by {articles} articles",))
