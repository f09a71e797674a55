"""French figures and their time: "les comptes du premier semestre", "la chute de mars"."""

from __future__ import annotations

from chrono.languages.fr.verbs import readings
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

# Quarters and halves, whose accounts appear when they are over.
DIVISIONS = frozenset("trimestre semestre".split())
_ACCOUNTS = frozenset(
    "comptes résultat résultats bilan chiffre chiffres affaires ventes bénéfice bénéfices profit "
    "profits perte pertes recettes revenus marge performance performances livraisons commandes "
    "immatriculations exportations importations encaissements dépenses".split()
)
_FORECAST = frozenset("prévision prévisions objectif objectifs estimation budget cible".split())
# Before "du" these belong to no noun: "au cours du premier semestre".
_IN_THE = frozenset("cours long terme issue partir compter lors dater près loin fin début".split())


def of_accounts(low: list[str], a: int) -> ClauseTense | None:
    """What a quarter that belongs to a noun says by that: None where it belongs to none.

    The verb is of the noun ("les comptes du premier semestre seront publiés jeudi"): the nearest
    quarter counts, or for accounts the one that is over.
    """
    if a > 1 and low[a - 1] in ("de", "'", "’"):
        return _of_month(low, a - 2 if low[a - 1] == "de" else a - 3)
    if a < 2 or low[a - 1] != "du" or not low[a - 2][0].isalpha() or low[a - 2] in _IN_THE:
        return None
    behind = low[max(0, a - 5) : a - 1]
    if _ACCOUNTS.isdisjoint(behind) or not _FORECAST.isdisjoint(behind):
        return UNDECIDED
    return ClauseTense(Direction.PAST, low[a - 2], lean=True)


def _of_month(low: list[str], k: int) -> ClauseTense | None:
    """What a month says of a figure: "les chiffres de mai" are told when it is over."""
    if k < 0 or low[k] not in _FIGURES or not _FORECAST.isdisjoint(low[max(0, k - 4) : k]):
        return None
    return ClauseTense(Direction.PAST, low[k])


_FIGURES = _ACCOUNTS | frozenset(
    "inflation chômage statistiques indice emploi croissance déficit production fréquentation "
    "relevé relevés trafic consommation".split()
)


def of_course(low: list[str], a: int, ahead: bool) -> ClauseTense | None:
    """What a month or a season says of a course: "le rebond de l'été" is told when it is over.

    `ahead` says that the verb looks ahead, as in "la hausse de mars sera limitée": then of what
    may be fixed beforehand the nearest month counts.

    >>> of_course("le rebond de l ' été".split(), 3, False).direction.name
    'PAST'
    """
    if a < 2 or low[a - 1] not in ("de", "du", "d", "'", "’"):
        return None
    k = a - 3 if low[a - 1] in ("'", "’") else a - 2
    if k > 0 and low[k] not in _COURSES and not readings(low[k]):
        k -= 1  # "le rebond spectaculaire de l'été"
    if k < 0 or (low[k] not in _COURSES and low[k] not in _SET_COURSES):
        return None
    if ahead and low[k] in _SET_COURSES:
        return UNDECIDED
    return ClauseTense(Direction.PAST, low[k])


# What nobody fixes beforehand, and what may be so.
_COURSES = frozenset(
    "rebond rebonds plongeon chute recul repli embellie sursaut envolée éclaircie flambée "
    "ralentissement accalmie effondrement dégringolade pertes pic creux redressement".split()
)
_SET_COURSES = frozenset("hausse baisse bond remontée augmentation".split())
SEASONS = frozenset("printemps été automne hiver".split())


def are_of_accounts(parts: list[str], first: int) -> bool:
    """Whether accounts are of what begins at a piece: "le bénéfice des trois premiers mois"."""
    low = [piece.lower() for piece in parts[max(0, first - 12) : first] if not piece.isspace()]
    owner = of_accounts([*low[:-1], "du"], len(low)) if low[-1:] == ["des"] else None
    return owner is not None and owner.lean
