"""From clusters to events: a person's merges and splits, and which event a group is.

Pure. A node is a statement's key, or `manual_node(uid)` for an event made by a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chrono.chronicle.events import Cluster, Link, Record

_MANUAL = "event:"


def manual_node(uid: str) -> str:
    """Give the node that stands for an event made by a person."""
    return _MANUAL + uid


def manual_uid(node: str) -> str | None:
    """Give the uid of the event that a node stands for; None for a statement."""
    return node.removeprefix(_MANUAL) if node.startswith(_MANUAL) else None


@dataclass(frozen=True, slots=True)
class Merge:
    """A person said: what these nodes tell and what those tell is one event."""

    left: frozenset[str]
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Split:
    """A person said: what these nodes tell is not what the rest tells."""

    out: frozenset[str]
    rest: frozenset[str]


Ruling = Merge | Split


@dataclass(frozen=True, slots=True)
class Group:
    """The nodes of one event. `out`: a person took them out of another event."""

    nodes: frozenset[str]
    out: bool = False

    @property
    def first(self) -> str:
        """Its first node: what groups are told apart by."""
        return min(self.nodes)


@dataclass(frozen=True, slots=True)
class Claimant:
    """A stored event: what it told up to now, and the node that it began with."""

    id: int
    founder: str
    nodes: frozenset[str]


def regroup(
    clusters: Sequence[Cluster],
    manual: Iterable[str],
    rulings: Sequence[Ruling],
    links: Sequence[Link] = (),
) -> tuple[Group, ...]:
    """Apply a person's rulings, in their order, to what the machine put together.

    A statement that came after a split joins the side that it is linked to more strongly, the
    rest where neither is.
    """
    groups = [Group(frozenset(cluster.keys)) for cluster in clusters]
    groups += [Group(frozenset({node})) for node in sorted(set(manual))]
    for ruling in rulings:
        if isinstance(ruling, Merge):
            _merge(groups, ruling)
        else:
            _split(groups, ruling, links)
    return tuple(sorted(groups, key=lambda group: group.first))


def _home(groups: Sequence[Group], nodes: frozenset[str]) -> Group | None:
    """Find the group that holds most of the nodes."""
    held = [group for group in groups if group.nodes & nodes]
    return min(held, key=lambda g: (-len(g.nodes & nodes), g.first), default=None)


def _merge(groups: list[Group], ruling: Merge) -> None:
    left, right = _home(groups, ruling.left), _home(groups, ruling.right)
    if left is None or right is None or left is right:
        return
    groups.remove(left)
    groups.remove(right)
    groups.append(Group(left.nodes | right.nodes, out=left.out and right.out))


def _split(groups: list[Group], ruling: Split, links: Sequence[Link]) -> None:
    for group in tuple(groups):
        out, rest = group.nodes & ruling.out, group.nodes & ruling.rest
        if not out or not rest:
            continue
        pull: defaultdict[str, float] = defaultdict(float)
        for link in links:
            for node, other in ((link.a, link.b), (link.b, link.a)):
                pull[node] += (other in out) * link.score - (other in rest) * link.score
        out |= {node for node in group.nodes - out - rest if pull[node] > 0}
        groups.remove(group)
        groups.append(Group(frozenset(out), out=True))
        groups.append(Group(group.nodes - out, out=group.out))


def claim(groups: Sequence[Group], claimants: Iterable[Claimant]) -> dict[int, int]:
    """Say which stored event each group goes on as: place of the group to id of the event.

    The oldest event chooses first, among the groups that hold something it told: the one that
    it began with, else the one that holds most. A group that a person took out of an event does
    not go on as that event while another does.
    """
    owner: dict[int, int] = {}
    for claimant in sorted(claimants, key=lambda claimant: claimant.id):
        choices = [
            (
                group.out and group.nodes != claimant.nodes,
                claimant.founder not in group.nodes,
                -len(group.nodes & claimant.nodes),
                group.first,
                place,
            )
            for place, group in enumerate(groups)
            if place not in owner and group.nodes & claimant.nodes
        ]
        if choices:
            owner[min(choices)[-1]] = claimant.id
    return owner


def cluster_of(
    group: Group, records: Mapping[str, Record], clusters: Mapping[str, Cluster]
) -> Cluster | None:
    """Give the cluster of a group: the machine's where it is the same, else one put together.

    None where the group holds no statement.
    """
    keys = sorted(node for node in group.nodes if node in records)
    if not keys:
        return None
    parts = {clusters[key].keys: clusters[key] for key in keys}
    if len(parts) == 1 and clusters[keys[0]].keys == tuple(keys):
        return clusters[keys[0]]
    kept = set(keys)
    order = sorted(
        (records[key] for key in keys), key=lambda r: (r.published_on or date.max, r.key)
    )
    why = [line for part in parts.values() if set(part.keys) <= kept for line in part.why]
    links = [
        link for part in parts.values() for link in part.links if link.a in kept and link.b in kept
    ]
    return Cluster(tuple(order), (*dict.fromkeys(why), "a person said so"), tuple(links))
