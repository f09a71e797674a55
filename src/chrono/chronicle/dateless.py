"""Times that date nothing: those of figures compared with, and since when a thing was no more."""

from __future__ import annotations

from chrono.chronicle import french
from chrono.chronicle.phrases import in_verb
from chrono.chronicle.trees import Tree

_FIRST = frozenset(
    {"fois", "premier", "première", "premiers", "premières", "précédent", "record", "pire"}
)
_COMPARED = 7  # words from "contre" or "plus" to the time of the figure that they name
_DEGREES = frozenset({"plus", "moins", "autant", "aussi", "mieux", "davantage"})


def is_since(tree: Tree, place: int) -> bool:
    """Whether a time only tells since when there was no such thing: "le premier ‹depuis mai›"."""
    at = _before(tree, place)
    if at < 1 or tree.words[at].low != "depuis":
        return False
    if any(word.low in _FIRST for word in tree.words[max(0, at - 2) : at]):
        return True
    verb = tree.clauses[tree.with_verb(tree.home[place])].verb
    return verb is not None and verb.negated and verb.first < at


def is_of_comparison(tree: Tree, place: int) -> bool:
    """Whether a time is that of what is compared with: "31 %, contre 23 % ‹en 2019›"."""
    before = _before(tree, place)
    if before > 1 and tree.words[before].low in ("qu'", "que"):
        near = tree.words[max(0, before - _COMPARED) : before]
        return any(word.low in _DEGREES for word in near)
    for at in range(place - 2, max(-1, place - 2 - _COMPARED), -1):
        if tree.words[at].low == "contre":
            return tree.words[at + 1].text[0].isdigit()
        if tree.words[at].low in (",", ";", ":") or in_verb(tree, at):
            return False
    return False


def _before(tree: Tree, place: int) -> int:
    """The place of the last word before a time but for "en", "le" and the like; -1 for none."""
    at = place - 1
    while at >= 0 and (tree.words[at].low in french.DETERMINERS or tree.words[at].low in _IN):
        at -= 1
    return at


_IN = frozenset({"en", "à", "au", "aux"})
