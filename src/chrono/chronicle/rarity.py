"""How rare a French word is, from the fixed table of the package `wordfreq`, and its stem.

The verdict on a pair of statements rests on this table alone, never on what else is in a
timeline: that is why the order of adding changes nothing.

Robyn Speer: *wordfreq*, version 3 (word frequencies up to 2021, which no longer change).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache

from chrono.grammar.text import fold


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COMMON = 5.75
"""Zipf frequency (log10 of the occurrences in a thousand million words) from which a word says
nothing of what is told."""

HEAVIEST = 3.6
"""The weight of a word that the table does not have."""


@cache
def _table() -> Mapping[str, float]:
    import wordfreq  # 0.3 s: only when something is merged

    table: Mapping[str, float] = wordfreq.get_frequency_dict("fr", wordlist="small")
    return table


@lru_cache(maxsize=65_536)
def weight(word: str) -> float:
    """Weigh a word of a text: 0 for a common one, up to `HEAVIEST` for one never met.

    >>> weight("le"), weight("grève") < weight("cessez-le-feu") <= HEAVIEST
    (0.0, True)
    """
    frequency = _table().get(word.lower())
    if frequency is None:
        parts = [part for part in word.lower().split("-") if part]
        known = [_table().get(part) for part in parts]
        if len(parts) > 1 and all(known):
            return min(HEAVIEST, 1.0 + max(weight(part) for part in parts))
        return HEAVIEST
    zipf = math.log10(frequency) + 9
    if zipf >= COMMON:
        return 0.0
    return round(min(HEAVIEST, max(0.3, 6.5 - zipf)), 3)


_ENDINGS = _listed(
    "issements issement atrices atrice ateurs ateur ations ation ements ement ments eraient "
    "erait eront aient antes ante ants ant erent erons euses euse eurs eur iques ique elles "
    "elle aux ales ale als al ees ee es er ez ait ent ir is it ie ies ions ion ite ites e s x"
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a word, folded: its forms and its next of kin share it, mostly.

    >>> stem("rencontrera") == stem("rencontre"), stem("manifestants") == stem("manifestation")
    (True, True)
    >>> stem("militaires"), stem("tirs")
    ('militair', 'tir')
    """
    plain = fold(word)
    if plain.endswith(("era", "era", "erai")) and len(plain) > 7:
        plain = plain[: plain.rindex("er")]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            plain = plain[: -len(ending)]
            break
    if plain[-2:-1] == plain[-1:] and len(plain) > 4:
        plain = plain[:-1]
    if len(plain) > 3 and plain.endswith(("s", "x")):
        plain = plain[:-1]
    return plain
