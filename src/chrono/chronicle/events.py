"""From the statements of many articles to events: the interface that the store works with.

How a store keeps events up to date when an article arrives, at a cost that does not grow with
the size of the timeline:

1. make a `Record` of each statement (`signature` once, kept as JSON beside it);
2. store its `index_keys`; look up its `probe_keys` among the stored index keys: these are
   the candidates;
3. `links(record, candidates)` and store the links;
4. re-cluster only the records that the new ones reach through stored links, whole components:
   `cluster(records, links)`. Clusters never cross a component, so the result is the same as
   clustering everything at once, whatever the order of adding;
5. `event_content(cluster)` gives the event. "As known on day D" is `event_content` of the
   cluster without the records published after D (`known_on`).

`salience` is worked out when events are listed, from the content and from how many later
articles refer to the event's day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chrono.chronicle.clusters import cluster, known_on
from chrono.chronicle.content import EventContent, HistoryEntry, event_content
from chrono.chronicle.ranking import Salience, salience
from chrono.chronicle.records import Cluster, Link, Record, Signature, Verdict
from chrono.chronicle.signatures import index_keys, probe_keys, signature
from chrono.chronicle.similarity import links, similarity

__all__ = [
    "Cluster",
    "EventContent",
    "HistoryEntry",
    "Link",
    "Record",
    "Salience",
    "Signature",
    "Verdict",
    "chronicle",
    "cluster",
    "event_content",
    "index_keys",
    "known_on",
    "links",
    "probe_keys",
    "salience",
    "signature",
    "similarity",
]


def chronicle(records: Iterable[Record]) -> tuple[EventContent, ...]:
    """All events of a set of records, in memory, sorted by day: the whole way without a store.

    >>> chronicle([])
    ()
    """
    contents: Sequence[EventContent] = [event_content(group) for group in cluster(records)]
    return tuple(sorted(contents, key=lambda content: content.order))
