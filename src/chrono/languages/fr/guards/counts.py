"""Numbers that count something are no dates: "2000 personnes", "lundi 12 %", "une minute de silence"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.guards.names import STREETS
from chrono.languages.fr.verbs import is_weak, readings_folded
from chrono.terms import (
    Day,
    Later,
    Length,
    Range,
    Unit,
    Year,
)  # fmt: skip

_BEFORE_YEAR = frozenset(
    "en de depuis des avant apres fin debut mi annee an courant horizon saison edition millesime "
    "jusqu'en jusqu vers printemps ete automne hiver exercice annees entre et ou a d rentree "
    "budget programme cru celui celle".split()
)


_NUMBERED = frozenset(
    "vol vols directive directives reglement amendement article dossier decret loi lois numero no "
    "peugeot boeing airbus ligne route page chambre lot pv ordonnance arrete circulaire resolution "
    "windows asteroide norme iso code poste".split()
)


_COUNTED_AFTER = frozenset(
    "au a aux et ou en dans par pour sur avec contre est a ont sera seront etait fut mais comme "
    "qui que dont ou lors grace selon apres avant afin ce cette le la les l un une des jusqu puis "
    "s se n ne y".split()
)


def no_count(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses four digits that count something: "2000 personnes", "1500 euros"."""
    if isinstance(term, Range) and isinstance(term.first, Year):
        return not any(w in _NUMBERED for w in near.before[-3:])
    if not isinstance(term, Year) or len(near.inside) != 1:
        return True
    if term.year < 0:
        return True
    before, after = near.before, near.after
    last = before[-1] if before else ""
    nxt = after[0] if after else ""
    if nxt in ("%", "€", "$", "°", "euros", "m", "km", "metres") or (
        nxt.isdigit() and last != "en"
    ):
        return False
    if (
        nxt in (",", ".")
        and len(after) > 1
        and after[1].isdigit()
        and not near.after_raw[0].isspace()
    ):
        return False
    if last.isdigit() or last in ("n", "no", "numero", "article", "$", "€", "+", "="):
        return False
    if any(w in _NUMBERED for w in before[-3:]) and last not in ("en", "de", "du", "depuis"):
        return False
    strong = last in ("en", "dès", "depuis", "annee", "an", "fin", "debut", "courant", "horizon", "annees",
                      "printemps", "ete", "automne", "hiver", "millesime", "exercice", "saison")  # fmt: skip
    if near.before_raw[-1:] in (["«"], ["“"]) and near.after_raw[:1] in (["»"], ["”"]):
        return False  # « 1984 »
    if last == "de" and (not nxt or not nxt[0].isalpha()):
        return 1100 <= term.year <= 2100
    if not nxt or not nxt[0].isalpha():
        return strong or (1700 <= term.year <= 2100)
    if strong:
        return nxt not in ("personnes", "exemplaires", "euros", "habitants", "kilometres")
    plausible = 1700 <= term.year <= 2100
    raw_next = near.after_raw[0] if near.after_raw else ""
    if raw_next[:1].isupper():
        return plausible and last in _BEFORE_YEAR
    if nxt in ("de", "d", "du", "des"):
        return plausible and last in _BEFORE_YEAR and last not in ("a",)
    return plausible and (nxt in _COUNTED_AFTER or (last in _BEFORE_YEAR and looks_finite(nxt)))


_AFTER_DAY = frozenset(
    "à au aux en dans pour et ou lors sur avec à dès par sera seront a ont est sont puis entre de "
    "devant contre afin vers chez où que qui comme jusqu ainsi mais tandis alors sauf".split()
)


# "appeler le 15", "composez le 18": numbers of the emergency services.
_CALLS = frozenset({"appel", "compo", "conta", "joind", "numer"})


def no_counted_day(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a day number that counts what follows: "lundi 12 %", "le 11 de départ"."""
    if not isinstance(term, Day) or term.day is None or term.month is not None:
        return True
    after = near.after
    if term.weekday is None:
        before = near.before
        if any(w[:5] in _CALLS for w in before[-3:]) or before[-1:] in (["devant"], ["derriere"]):
            return False
        if any(w in STREETS for w in after[:3]):
            return False
    if not after:
        return True
    nxt = after[0]
    if nxt in (",", ".") and len(after) > 1 and after[1].isdigit():
        return False
    if nxt in ("%", "°", "€", "$", "-", "/", ":", "h", "'", "+"):
        return False
    if nxt[0].isdigit():
        return False
    if not nxt[0].isalpha():
        return True
    if near.after_raw[0][:1].isupper():
        return False
    if nxt == "de":
        return False
    return nxt in _AFTER_DAY or (term.weekday is None and looks_finite(nxt) and not is_weak(nxt))


def looks_finite(word: str) -> bool:
    """Whether a folded word may be a verb, so that what stands before is its subject."""
    return bool(readings_folded(word)) and not word.endswith("s")


def no_single(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "un jour" and "une heure" as idioms, "un an" only where nothing measures."""
    if not isinstance(term, Length) or len(term.amounts) != 1:
        return True
    n, unit = term.amounts[0]
    inside = near.inside
    measured = bool(near.before) and near.before[-1] in ("pendant", "en", "durant", "apres")
    if (
        inside == ["une", "journee"]
        and not measured
        and near.after[:1]
        and (near.after[0] in ("de", "d") or near.after[0].isalpha())
    ):
        return False  # "une journée d'action", "une journée nationale"
    if inside == ["une", "annee"] and near.after[:1] and near.after[0].isdigit():
        return False
    if inside[-1:] in (["quinzaine"], ["huitaine"]) and near.after[:1] in (["de"], ["d"]):
        return False
    if n == 1 and unit is Unit.DAY and inside[:1] == ["un"]:
        return bool(near.before) and near.before[-1] in (
            "pendant",
            "en",
            "durant",
            "apres",
            "pour",
            "de",
            "d",
            "'",
            "depuis",
        )
    if n == 1 and unit is Unit.SECOND:
        return bool(near.before) and near.before[-1] in ("pendant", "en", "durant")
    return True


def no_compound(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "années-lumière", "minute de silence", "au plus tard"."""
    if isinstance(term, Later) and near.before[-1:] == ["au"]:
        return False
    if isinstance(term, Length):
        after = near.after
        if after[:2] == ["-", "lumiere"] or after[:1] == ["lumiere"]:
            return False
        if near.inside[-1] in ("minute", "minutes") and after[:2] == ["de", "silence"]:
            return False
    return True
