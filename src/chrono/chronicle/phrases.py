"""Noun phrases: where one begins, and which one a participle says something of."""

from __future__ import annotations

from chrono.chronicle import french
from chrono.chronicle.clauses import Tree
from chrono.chronicle.verbal import is_infinitive

_OF = ("du", "des")
_OPENS_NAME = frozenset({"la", "le", "l'", ",", "«"})


def phrase_start(tree: Tree, place: int) -> int:
    """Return where the noun phrase begins that ends at a place."""
    at = place
    if tree.words[at].low == "," and at:
        at -= 1
    home = tree.home[at]
    while at > 0:
        before = tree.words[at - 1]
        here = tree.words[at].low
        if in_verb(tree, at - 1) or tree.home[at - 1] != home:
            break
        title = before.low == "." and at > 1 and tree.words[at - 2].low in french.TIED
        if before.low in french.PHRASE_STOPS and not title:
            break
        joined = here in _OF and _ends_first_name(tree, at - 1, home)
        if here in french.DETERMINERS and before.low not in ("de", "d'", "du", "des", "à"):
            if not joined:
                break
        if is_infinitive(before) and at > 1 and tree.words[at - 2].low == "à":
            break  # "recevra à dîner ‹Anna Lind›, qui"
        if before.low in french.PREPOSITIONS - french.INNER_PREPOSITIONS - french.DETERMINERS:
            break
        if here in ("du", "des", "au", "aux") and not is_nominal(tree, at - 1):
            break
        at -= 1
    while at < place and tree.words[at].low in ("de", "d'", "à", "au", "aux"):
        at += 1
    inner = at and is_nominal(tree, at - 1) and tree.home[at - 1] == home
    if inner and at < place and tree.words[at].low in ("du", "des"):
        at += 1
    return at


def _ends_first_name(tree: Tree, place: int, home: int) -> bool:
    """Whether a name ends at a place that "des" may go on: "la Coupe ‹d'Afrique› des nations"."""
    opens = tree.words[place - 1].low if place and tree.home[place - 1] == home else ""
    if tree.words[place].is_name and opens in _OPENS_NAME:
        return True  # "la ‹Ligue› des champions", "son roman, ‹Carnets› du gué"
    of = tree.words[place - 1].low if place > 1 else ""
    if of not in ("de", "d'", "du") or tree.home[place - 2] != home:
        return False
    head = tree.words[place - 2]
    before = tree.words[place - 3].low if place > 2 else ""
    return head.is_name and before in ("la", "le", "l'", "une", "un", "du", "de", "à")


def antecedent(tree: Tree, participle: int) -> int:
    """Return where the noun phrase begins that a participle says something of.

    The nearest one, unless it does not agree: in "son investiture par le Parlement ‹prévue›" the
    Parliament is no she. Behind a comma it is the whole: "le musée du quartier, ‹rouvert›".
    """
    low = tree.words[participle].low
    last = participle - 1
    if participle > 4 and tree.words[last - 1].low == "ans":
        last -= 3  # "Ivo Brenn, 44 ans, ‹joint›"
    elif last > 1 and tree.words[last].low in ("abord", "d'abord", "initialement"):
        last -= 1 + (tree.words[last - 1].low == "d'")  # "la fête, d'abord ‹prévue› hier"
    first = phrase_start(tree, last)
    for _ in range(2):
        of = bool(first) and tree.words[first - 1].low in _OF
        opener = tree.words[first - of].low  # "la terrasse du ‹Longchamp›, fermée"
        whole = of and tree.words[participle - 1].low == ","
        feminine = low.rstrip("s").endswith("e")
        clash = (
            (feminine and opener in ("le", "un", "du", "au", "ce", "cet"))
            or (not feminine and opener in ("la", "une", "cette"))
            or (low.endswith("s") and opener in ("le", "la", "un", "une") and low[-2:] == "es")
        )
        before = first - 1
        if (
            not (clash or whole)
            or before < 1
            or tree.words[before].low not in ("par", "de", "avec", "à", "pour", *_OF)
        ):
            break
        if tree.home[before] != tree.home[first] or in_verb(tree, before - 1):
            break
        first = phrase_start(tree, before - 1)
    return first


def is_nominal(tree: Tree, place: int) -> bool:
    """Whether a word may be a noun or an adjective."""
    word = tree.words[place]
    if not word.is_word or word.low[:1].isdigit() or word.low in french.PREPOSITIONS:
        return False
    if word.low in french.DETERMINERS or word.low in french.SUBJECTS or word.low in french.BETWEEN:
        return False
    if word.low == "comme" or word.low in french.NUMBERS:
        return False  # "comme prévu le 5", "à deux reprises en 2023": no participle of these
    return not in_verb(tree, place) and not is_infinitive(word)


def in_verb(tree: Tree, place: int) -> bool:
    """Whether a word is part of a finite verb group."""
    return any(verb.first <= place <= verb.last for clause in tree.clauses for verb in clause.verbs)
