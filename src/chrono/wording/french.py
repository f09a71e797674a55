"""How French says dates: the phrasebook that `chrono.wording` reads.

Usage follows the "Lexique des règles typographiques en usage à l'Imprimerie nationale": "1er" for
the first of a month alone, small letters for days and months, Roman numerals for centuries,
"14 h 30" for clock times.
"""

from __future__ import annotations

import re

from chrono.model import Granularity, Mod, Status
from chrono.phrasebook import Phrasebook

NBSP = "\u00a0"
NARROW = "\u202f"


def roman(number: int) -> str:
    """Write a number in Roman numerals.

    >>> roman(19), roman(4)
    ('XIX', 'IV')
    """
    signs = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    out = ""
    for value, sign in signs:
        out += sign * (number // value)
        number %= value
    return out


def _ordinal(number: int) -> str:
    return "1er" if number == 1 else f"{number}e"


def _roman_ordinal(number: int) -> str:
    return "Ier" if number == 1 else f"{roman(number)}e"


def _clock(hour: int, minute: int, second: int) -> str:
    if second:
        return f"{hour} h {minute:02} min {second:02} s"
    return f"{hour} h {minute:02}" if minute else f"{hour} h"


def _of(phrase: str) -> str:
    return f"d'{phrase}" if phrase.startswith(tuple("aeiouéè")) else f"de {phrase}"


def _unit_span(a: str, b: str) -> str:
    return f"{_of(a)} à {b}"


def _unit_between(a: str, b: str) -> str:
    return f"entre {a} et {b}"


_UNITS = {
    "Y": ("an", "ans"),
    "M": ("mois", "mois"),
    "W": ("semaine", "semaines"),
    "D": ("jour", "jours"),
    "WE": ("week-end", "week-ends"),
    "DE": ("décennie", "décennies"),
    "CE": ("siècle", "siècles"),
    "ML": ("millénaire", "millénaires"),
    "Q": ("trimestre", "trimestres"),
    "H": ("semestre", "semestres"),
    "SP": ("printemps", "printemps"),
    "SU": ("été", "étés"),
    "FA": ("automne", "automnes"),
    "WI": ("hiver", "hivers"),
    "TH": ("heure", "heures"),
    "TM": ("minute", "minutes"),
    "TS": ("seconde", "secondes"),
}


def _count(unit: str, number: float) -> str:
    one, many = _UNITS.get(unit, ("", ""))
    if not one:
        return ""
    said = f"{number:g}".replace(".", ",")
    return f"{said} {one if number < 2 else many}"  # French: plural from two on


_BEFORE_SIGN = re.compile(r" (?=[:;?!»%€])")
_CLOCK = re.compile(r"(?<=\d) h\b(?: (?=\d\d\b))?")
_DAY_MONTH = re.compile(
    r"(?:(?<=\d)|(?<=1er)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre)\b)"
)
_CENTURY = re.compile(r"\b([IVXLCDM]+er?) (?=siècle|millénaire)")


def typeset(text: str) -> str:
    """Put non-breaking spaces where French typography wants them.

    >>> typeset("« Le 20 mars à 14 h 30 » ; XIXe siècle").replace(NBSP, "_").replace(NARROW, "-")
    '«_Le 20_mars à 14_h_30_»-; XIXe_siècle'
    """
    text = _BEFORE_SIGN.sub(NBSP, text).replace("« ", f"«{NBSP}")
    for sign in ";?!":
        text = text.replace(f"{NBSP}{sign}", f"{NARROW}{sign}")
    text = _CLOCK.sub(lambda m: m[0].replace(" ", NBSP), text)
    text = _DAY_MONTH.sub(NBSP, text)
    return _CENTURY.sub(rf"\1{NBSP}", text)


_PARTS = {Mod.START: "début", Mod.MID: "milieu", Mod.END: "fin"}
_BARE = (Granularity.MONTH, Granularity.YEAR)  # "avant mars 2025", without an article


def _article(phrase: str) -> tuple[str, str]:
    """The article of a unit in words, alone and after "de"."""
    if phrase.startswith("années"):
        return "les ", "des "
    if phrase.startswith(("semaine", "quinzaine", "nuit")):
        return "la ", "de la "
    if phrase.startswith(("été", "automne", "hiver", "an ")):
        return "l'", "de l'"
    return "le ", "du "


def _part(mod: Mod, unit: Granularity, phrase: str) -> str:
    """Say the beginning, middle or end of a unit: "mi-avril 2025", "fin des années 1960"."""
    if unit in _BARE:
        return f"mi-{phrase}" if mod is Mod.MID else f"{_PARTS[mod]} {phrase}"
    return f"{_PARTS[mod]} {_article(phrase)[1]}{phrase}"


_MODS = {
    Mod.APPROX: "vers {le}{x}",
    Mod.BEFORE: "avant {le}{x}",
    Mod.AFTER: "après {le}{x}",
    Mod.ON_OR_BEFORE: "au plus tard {le}{x}",
    Mod.ON_OR_AFTER: "à partir {du}{x}",
}
_QUANTITIES = {
    Mod.APPROX: "environ {x}",
    Mod.LESS_THAN: "moins de {x}",
    Mod.MORE_THAN: "plus de {x}",
    Mod.EQUAL_OR_LESS: "{x} au plus",
    Mod.EQUAL_OR_MORE: "{x} au moins",
}


def _mod(mod: Mod, unit: Granularity | None, phrase: str) -> str:
    """Say that something lies around, before or after a unit: "avant le 20 mars 2025"."""
    if unit is None or mod not in _MODS:
        return _QUANTITIES.get(mod, "{x}").format(x=phrase)
    bare = ("", _of(phrase).removesuffix(phrase))
    le, du = bare if unit in _BARE else _article(phrase)
    return _MODS[mod].format(le=le, du=du, x=phrase)


FRENCH = Phrasebook(
    code="fr",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    seasons={"SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver"},
    day_number=lambda n: "1er" if n == 1 else str(n),
    ordinal=_ordinal,
    century=lambda n: f"{_roman_ordinal(n)} siècle",
    millennium=lambda n: f"{_roman_ordinal(n)} millénaire",
    clock=_clock,
    span="du {a} au {b}",
    between="entre le {a} et le {b}",
    unit_span=_unit_span,
    unit_between=_unit_between,
    both="{a} et {b}",
    either="{a} ou {b}",
    open="{a} (ou {b})",
    detail="{x} ({a})",
    night="nuit du {a} au {b}",
    one_night="nuit du {a}",
    week="semaine du {a}",
    fortnight="quinzaine du {a}",
    weekend="week-end des {a} et {b}",
    quarter="{n} trimestre {x}",
    half="{n} semestre {x}",
    decade="années {n}",
    early_year="an {n}",
    bc="{x} avant J.-C.",
    at="{x} à {a}",
    about="vers {a}, {x}",
    hours="{x} de {a} à {b}",
    moments="du {a} au {b}",
    since_hour="{x} à partir de {a}",
    until_hour="{x} jusqu'à {a}",
    dayparts={
        "MO": "au matin",
        "MI": "à la mi-journée",
        "AF": "dans l'après-midi",
        "EV": "au soir",
        "NI": "dans la nuit",
        "DT": "en journée",
    },
    dayparts_mod={
        "MO": "de matinée",
        "MI": "de mi-journée",
        "AF": "d'après-midi",
        "EV": "de soirée",
        "NI": "de nuit",
        "DT": "de journée",
    },
    part_of_day={
        Mod.START: "en début {x}",
        Mod.MID: "en milieu {x}",
        Mod.END: "en fin {x}",
    },
    part=_part,
    mod=_mod,
    undated="sans date",
    past="dans le passé, sans date",
    present="à présent, sans date",
    future="à venir, sans date",
    count=_count,
    every_weekday="tous les {x}s",
    every_weekdays="du {a} au {b}, chaque semaine",
    every={
        "P1D": "tous les jours",
        "P1W": "toutes les semaines",
        "P1M": "tous les mois",
        "P1Y": "tous les ans",
        "XXXX-WXX-WE": "tous les week-ends",
        "XXXX-XX-XX": "tous les jours",
        "XXXX-WXX": "toutes les semaines",
        "XXXX-XX": "tous les mois",
        "XXXX": "tous les ans",
        "XXXX-XX-XXTMO": "tous les matins",
        "XXXX-XX-XXTAF": "tous les après-midi",
        "XXXX-XX-XXTEV": "tous les soirs",
        "XXXX-XX-XXTNI": "toutes les nuits",
    },
    status={
        Status.PAST: "passé",
        Status.ONGOING: "en cours",
        Status.PLANNED: "prévu",
        Status.CONDITIONAL: "à confirmer",
        Status.DENIED: "démenti",
        Status.POSTPONED: "reporté",
        Status.CANCELLED: "annulé",
    },
    status_told={
        Status.DENIED: r"démen[st]|réfut|contest|\bn(?:e\b|['’])",
        Status.POSTPONED: r"report|repouss|différ|ajourn|décal",
        Status.CANCELLED: r"annul|déprogramm|supprim",
    },
    labels={
        "colon": "{a} : {b}",
        "quote": "« {x} »",
        "withdrawn": "retiré de la chronologie",
        "date": "Date",
        "status": "Statut",
        "why": "D'où vient la date",
        "conflict": "Les sources ne s'accordent pas sur le jour",
        "conflict_short": "jour controversé",
        "note": "Note",
        "history": "Historique",
        "untitled": "article sans titre",
        "published": "publié le {x}",
        "unpublished": "sans date de publication",
        "person": "daté à la main",
        "by_publication": "date de publication de l'article",
        "subject_articles": "Chronologie tirée de {n} articles.",
        "subject_article": "Chronologie tirée d'un article.",
        "subject_none": "Chronologie sans article.",
        "revised": "Dernière modification : {x}.",
        "undated_one": "Une chose dite sans date est laissée de côté.",
        "undated_many": "{n} choses dites sans date sont laissées de côté.",
        "old_one": "Un événement antérieur à l'an 1000 est laissé de côté : "
        "les agendas ne savent pas le montrer.",
        "old_many": "{n} événements antérieurs à l'an 1000 sont laissés de côté : "
        "les agendas ne savent pas les montrer.",
        "before_era": "Avant notre ère",
        "empty": "Aucun événement daté.",
        "chronology": "Chronologie",
    },
    typeset=typeset,
)  # fmt: skip
