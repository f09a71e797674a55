"""Do two records tell the same event? The verdict depends on the two alone."""

from __future__ import annotations

from collections.abc import Iterable

from chrono.chronicle.records import Link, Record, Verdict

THRESHOLD = 0.4


def similarity(a: Record, b: Record) -> Verdict:
    """The verdict on a pair of records; symmetric."""
    one, two = a.signature, b.signature
    if one.earliest is None or two.earliest is None or one.latest is None or two.latest is None:
        return Verdict(0.0, False)
    if one.earliest > two.latest or two.earliest > one.latest:
        return Verdict(0.0, False)
    left, right = {**one.words, **one.names}, {**two.words, **two.names}
    shared = sorted(left.keys() & right.keys())
    total = sum({**left, **right}.values())
    score = sum(left[word] for word in shared) / total if total else 0.0
    return Verdict(score, score >= THRESHOLD, ("same day", "shares " + ", ".join(shared)))


def links(record: Record, candidates: Iterable[Record]) -> tuple[Link, ...]:
    """The links between a record and those of the candidates that tell the same event."""
    found = []
    for other in candidates:
        if other.key == record.key:
            continue
        verdict = similarity(record, other)
        if verdict.same:
            a, b = sorted((record.key, other.key))
            found.append(Link(a, b, verdict.score, verdict.why, verdict.bridge, verdict.doubtful))
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))
