"""Records to clusters: the same set of records gives the same clusters, in whatever order.

Links are taken strongest first. Two clusters join where enough of their records are linked and
their times are compatible as wholes: every record with every other, or by a bridge between them
(a plan that was moved, sources that disagree on the day). Links that were refused are tried again
until nothing changes, since a bridge can come later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from chrono.chronicle.records import Cluster, Link, Record
from chrono.chronicle.signatures import NEAR, index_keys, probe_keys
from chrono.chronicle.similarity import links as links_of
from chrono.chronicle.times import apart_days, compatible

DENSITY = 0.25
"""The part of the pairs between two clusters that must be linked, at least, for them to join."""


def all_links(records: Iterable[Record]) -> tuple[Link, ...]:
    """Find every link between the records through the index keys, sorted by keys."""
    shelf: defaultdict[str, list[Record]] = defaultdict(list)
    ordered = sorted(records, key=lambda record: record.key)
    for record in ordered:
        for key in index_keys(record):
            shelf[key].append(record)
    found: set[Link] = set()
    for record in ordered:
        candidates = {other.key: other for key in probe_keys(record) for other in shelf[key]}
        found.update(links_of(record, candidates.values()))
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))


def cluster(records: Iterable[Record], links: Iterable[Link] | None = None) -> tuple[Cluster, ...]:
    """Return the clusters of the records, sorted by first key; each record is in exactly one.

    `links` are those between the records, where they are known already (links to records that
    are not given are ignored); None works them out.
    """
    known = {record.key: record for record in records}
    chosen = all_links(known.values()) if links is None else tuple(links)
    usable = sorted(
        {link for link in chosen if link.a in known and link.b in known},
        key=_order,
    )
    home = _agglomerate(known, usable)
    groups = {tuple(sorted(keys)) for keys in home.values()}
    inside: defaultdict[int, list[Link]] = defaultdict(list)
    for link in usable:
        if home[link.a] is home[link.b]:
            inside[id(home[link.a])].append(link)
    return tuple(
        _cluster([known[key] for key in keys], inside[id(home[keys[0]])]) for keys in sorted(groups)
    )


def _agglomerate(known: dict[str, Record], usable: list[Link]) -> dict[str, set[str]]:
    home = {key: {key} for key in known}
    by_record: defaultdict[str, list[Link]] = defaultdict(list)
    for link in usable:
        by_record[link.a].append(link)
        by_record[link.b].append(link)
    waiting = usable
    while waiting:
        refused = []
        for link in waiting:
            one, two = home[link.a], home[link.b]
            if one is two:
                continue
            around = sorted({other for key in one | two for other in by_record[key]}, key=_order)
            if _may_join(known, one, two, around):
                joined = one | two
                for key in joined:
                    home[key] = joined
            else:
                refused.append(link)
        if len(refused) == len(waiting):
            break
        waiting = refused
    return home


def _order(link: Link) -> tuple[float, str, str]:
    return (-link.score, link.a, link.b)


def _may_join(known: dict[str, Record], one: set[str], two: set[str], around: list[Link]) -> bool:
    """Whether two clusters can be one. `around` are the links of their records."""
    both = one | two
    crossing = {
        (link.a, link.b) for link in around if (link.a in one) != (link.a in two) and link.b in both
    } - {(link.a, link.b) for link in around if (link.a in one) == (link.b in one)}
    bridges = [link for link in around if link.bridge and link.a in both and link.b in both]
    linked = pairs = 0
    for first in sorted(one):
        for second in sorted(two):
            a, b = known[first], known[second]
            if compatible(a, b):
                pairs += 1
                linked += (min(first, second), max(first, second)) in crossing
            elif not any(_carries(known, link, a, b) for link in bridges):
                return False
    return linked >= DENSITY * pairs


def _carries(known: dict[str, Record], link: Link, a: Record, b: Record) -> bool:
    """Whether a bridge also holds two other records together, each at one of its ends."""
    first, second = known[link.a], known[link.b]
    ends = (compatible(a, first) and compatible(b, second)) or (
        compatible(a, second) and compatible(b, first)
    )
    if not ends:
        return False
    if link.bridge == "moved":
        return True
    return apart_days(a, b) <= NEAR.days and a.article != b.article


def _cluster(records: list[Record], links: list[Link]) -> Cluster:
    order = sorted(records, key=lambda r: (r.published_on or date.max, r.key))
    ordered = tuple(sorted(links, key=_order))
    why: list[str] = []
    for link in ordered:
        line = ", ".join(link.why)
        if line not in why:
            why.append(line)
    return Cluster(tuple(order), tuple(why[:6]), ordered)


def known_on(group: Cluster, day: date) -> Cluster | None:
    """Return the cluster as known at the end of a day: without what was published later.

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
