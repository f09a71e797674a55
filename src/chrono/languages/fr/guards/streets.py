"""Dates that streets, squares and halls are named after are no times: "rue du 4-Septembre"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.terms import AllOf, Clock, Day, Holiday, OneOf, Range

_NOT_LINKED = frozenset({"pont", "cours", "ecole"})


STREETS = frozenset(
    "rue avenue boulevard place square quai allee impasse pont gare station metro lycee college "
    "ecole cours chemin passage faubourg residence hopital stade bd av rues avenues boulevards "
    "places squares quais".split()
)
_PLURAL_STREETS = frozenset("rues avenues boulevards places squares quais".split())


# What holidays lend their names to: "l'île de Pâques", "la guerre du Kippour".
_NAMED_AFTER = frozenset(
    "accord accords ile iles oeuf oeufs lapin lapins marche marches pere sapin sapins conte contes "
    "traite".split()
)
_FOUGHT = frozenset("guerre guerres insurrection soulevement rebellion massacre massacres".split())
_LINKS = (["de"], ["du"], ["d"], ["'"])


# Where people live and pray that a feast gave its name to: "le quartier de l'Ascension".
_PARISHES = frozenset(
    "quartier eglise chapelle basilique cathedrale abbaye couvent paroisse cimetiere communaute "
    "soeurs clinique mont".split()
)


# What a day that is spelled as a name may name, beside a street: "salle du 11-Novembre".
_HALLS = frozenset(
    "salle salles editions caserne parc gymnase theatre librairie cinema villa esplanade bataillon "
    "carrefour complexe foyer cite maternite clinique hotel bibliotheque mediatheque collectif "
    "association mouvement camp ecole ecoles giratoire parking arret tram rotonde mail jardin "
    "lotissement ehpad halle rocade viaduc tunnel point".split()
)


def _is_hall(near: Neighbours) -> bool:
    """Whether a hyphenated day is the name of what stands before: "salle du 11-Novembre"."""
    before = near.last
    if "-" not in near.inside or before[-1:] != ["du"]:
        return False
    return any(word in _HALLS for word in before[-3:-1])


def _is_hyphenated(near: Neighbours) -> bool:
    """Whether a hyphen joins a name to what stands before: "Place-du-11-Novembre"."""
    before = near.pieces_before[-4:]
    return "-" in near.inside and before[1:] == ["-", "du", "-"] and before[0].isalpha()


_ARTICLES_INSIDE = frozenset({"le", "la", "les", "l"})


def no_street(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses dates in the names of streets and squares: "rue du 4-Septembre"."""
    if not isinstance(term, (Day, Holiday)):
        return True
    if isinstance(term, Holiday):
        reach = -3 if near.last[-1:] in _LINKS else -1
        if not _NAMED_AFTER.isdisjoint(near.last[reach:]):
            return False  # "les œufs de Pâques"; not "des œufs seront cachés à Pâques"
        if term.year is None and not _FOUGHT.isdisjoint(near.last[reach:-1]):
            return False
        if near.last[-1:] in _LINKS and not _PARISHES.isdisjoint(near.last[-2:-1]):
            return False
    if isinstance(term, Day) and term.day is None:
        return True
    if _is_hall(near) or _is_hyphenated(near):
        return False
    before = near.last
    if rule == "‹j›-‹Mois›-‹aaaa›" and before[-1:] == ["du"]:
        return not near.inside_raw[2].istitle()  # "au rond-point du 3-Mai-1945"
    if "-" in near.inside and before[-2:] == ["pont", "du"]:
        return isinstance(term, Holiday)  # "le pont du 25-Avril", and not that of a feast
    if near.inside[0] in _ARTICLES_INSIDE and before[-1:] != ["de"]:
        return True  # "quittera la gare le lundi de Pentecôte"
    if before and before[-1] in STREETS and before[-1] not in ("place", "cours", "pont"):
        return False
    if before[-2:] == ["et", "du"] and not _PLURAL_STREETS.isdisjoint(near.before[-8:]):
        return False  # "les rues du 4-Septembre et du 8-Mai"
    linked = before and before[-1] in ("du", "de", "des", "la", "l", "'")
    return not (linked and any(w in STREETS and w not in _NOT_LINKED for w in before[-3:-1]))


def no_street_first(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a list that begins with the name of a street: "rue du 4-Septembre, lundi matin"."""
    if not isinstance(term, (AllOf, OneOf)):
        return True
    first = term.terms[0]
    if isinstance(first, Range) and isinstance(first.first, Clock):
        first = first.first.day or first  # "rue du 4-Septembre, lundi, de 8 h à 9 h"
    return no_street(first, rule, near)
