"""Records to clusters: the same set of records gives the same clusters, in whatever order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from chrono.chronicle.records import Cluster, Link, Record
from chrono.chronicle.signatures import index_keys, probe_keys
from chrono.chronicle.similarity import links as links_of


def all_links(records: Iterable[Record]) -> tuple[Link, ...]:
    """Every link between the records, found through the index keys, sorted by keys."""
    shelf: defaultdict[str, list[Record]] = defaultdict(list)
    found: set[Link] = set()
    for record in sorted(records, key=lambda record: record.key):
        candidates = {other.key: other for key in probe_keys(record) for other in shelf[key]}
        found.update(links_of(record, candidates.values()))
        for key in index_keys(record):
            shelf[key].append(record)
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))


def cluster(records: Iterable[Record], links: Iterable[Link] | None = None) -> tuple[Cluster, ...]:
    """Clusters of the records, sorted by their first key; each record is in exactly one.

    `links` are those between the records, where they are known already (links to records that
    are not given are ignored); None works them out.
    """
    known = {record.key: record for record in records}
    chosen = all_links(known.values()) if links is None else tuple(links)
    home = {key: {key} for key in known}
    for link in sorted(chosen, key=lambda link: (-link.score, link.a, link.b)):
        if link.a in home and link.b in home and home[link.a] is not home[link.b]:
            joined = home[link.a] | home[link.b]
            for key in joined:
                home[key] = joined
    groups = {tuple(sorted(keys)) for keys in home.values()}
    return tuple(_cluster([known[key] for key in keys]) for keys in sorted(groups))


def _cluster(records: list[Record]) -> Cluster:
    order = sorted(records, key=lambda r: (r.published_on or date.max, r.key))
    return Cluster(tuple(order))


def known_on(group: Cluster, day: date) -> Cluster | None:
    """The cluster as known at the end of a day: without what was published later.

    None where nothing had been published; records of undated articles are always known.
    """
    kept = tuple(
        record
        for record in group.records
        if record.published_on is None or record.published_on <= day
    )
    keys = {record.key for record in kept}
    links = tuple(link for link in group.links if link.a in keys and link.b in keys)
    return Cluster(kept, group.why, links) if kept else None
