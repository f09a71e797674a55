"""Numbers that count something are no dates: "2000 personnes", "lundi 12 %", "une minute de silence"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.guards.streets import STREETS
from chrono.languages.fr.verbs import is_weak, lemmas, readings_folded
from chrono.terms import (
    AllOf,
    Cycle,
    Day,
    Later,
    Length,
    OneOf,
    Range,
    Shift,
    Unit,
    Year,
)  # fmt: skip

_BEFORE_YEAR = frozenset(
    "en de depuis des avant apres fin debut mi annee an courant horizon saison edition millesime "
    "jusqu'en jusqu vers printemps ete automne hiver exercice annees entre et ou a d rentree "
    "budget programme cru celui celle promotion promo cuvee vendange recolte".split()
)


_NUMBERED = frozenset(
    "vol vols directive directives reglement amendement article dossier decret loi lois numero no "
    "peugeot boeing airbus ligne route page pages chambre lot pv ordonnance arrete circulaire resolution "
    "windows asteroide dossard norme iso code poste rn rd nationale departementale salle salles port "
    "ports parcelle casier matricule bus quai hangar hall parking discotheque bar".split()
)


_HER = frozenset("sa ma ta une la leur".split())  # a car's, mostly
_ROADS = frozenset("A C D E M N".split())


# Programs that number their versions by years; aircraft, vehicles and works with such a number.
_VERSIONED = frozenset(
    "Office Word Excel Access Outlook PowerPoint Exchange Works Project Visio Publisher FrontPage "
    "SharePoint Photoshop InDesign Illustrator AutoCAD SolidWorks Server Studio "
    "Mirage Falcon Gulfstream Rover Saab Ducati Cyberpunk".split()
)


_COUNTED_AFTER = frozenset(
    "au a à aux et ou en dans par pour sur avec contre est a ont sera seront etait fut mais comme "
    "qui que dont ou lors grace selon apres avant afin ce cette le la les l un une des jusqu puis "
    "s se n ne y".split()
)


def no_count(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses four digits that count something: "2000 personnes", "1500 euros"."""
    if isinstance(term, Range) and isinstance(term.first, Year):
        if near.last and near.last[-1].isdigit():
            return True  # "a conduit les cars de la ligne 14 de 1956 à 1984"
        return not any(w in _NUMBERED for w in near.last[-3:])
    if rule == "en ‹aa en lettres›":  # "en nonante-huit", and not "en nonante-huit tours"
        return not near.after or not near.after[0][0].isalpha() or near.after[0] in AFTER_DAY
    if not isinstance(term, Year) or len(near.inside) != 1:
        return True
    if term.year < 0:
        return True
    before, after = near.last, near.after
    last = before[-1] if before else ""
    nxt = after[0] if after else ""
    if nxt in ("%", "€", "$", "°", "euros", "m", "km", "metres") or (
        nxt.isdigit() and last != "en"
    ):
        return False
    if nxt == "-" and near.pieces_after[:1] == ["-"] and len(after) > 1 and after[1].isdigit():
        return False  # "la décision 2018-738"
    if (
        nxt in (",", ".")
        and len(after) > 1
        and after[1].isdigit()
        and near.pieces_after[1:2] == near.after_raw[1:2]
    ):
        return False
    if last in (",", ".") and _ends_decimal(near.pieces_before):
        return False  # "l'euro valait 1,1812 dollar"
    if rule == "en ‹aa›" and _is_plural_noun(nxt) and near.after_raw[0].islower():
        return False  # "la loi tient en 44 articles"
    if last.isdigit() or last in ("n", "no", "numero", "article", "$", "€", "+", "="):
        return False
    if near.before_raw[-1:] and near.before_raw[-1] in _VERSIONED:
        return False  # "écrit sous Word 2003"
    raw = near.before_raw[-1] if near.before_raw else ""
    if raw in _ROADS and before[-2:-1] in (["la"], ["'"]):
        return False  # "la D 2024", "l'A 2004"
    if len(raw) == 1 and raw.isupper() and raw not in "AÀYL":
        return False  # "le parking P 2000"
    if last in _HER or (raw == "Le" and before[-2:-1] and before[-2][0].isalpha()):
        return False  # "sa 2008", "la discothèque Le 1900"
    if any(w in _NUMBERED for w in before[-3:]) and last not in ("en", "de", "du", "depuis"):
        return False
    strong = last in ("en", "dès", "depuis", "annee", "an", "fin", "debut", "courant", "horizon", "annees",
                      "printemps", "ete", "automne", "hiver", "millesime", "exercice", "saison")  # fmt: skip
    if last == "à" and any(w[:5] in _MOVED for w in before[-4:-1]):
        return True  # "a reporté à 2028 des travaux"
    if near.before_raw[-1:] in (["«"], ["“"]) and near.after_raw[:1] in (["»"], ["”"]):
        return False  # « 1984 »
    if nxt == "," and last not in _BEFORE_YEAR and _is_by_somebody(near.after_raw[1:4]):
        return False  # "relire 1984, de George Orwell"
    if last == "de" and (not nxt or not nxt[0].isalpha()):
        return 1100 <= term.year <= 2100
    if not nxt or not nxt[0].isalpha():
        around = last in ("avant", "apres", "vers", "jusqu'en")
        return strong or around or (1700 <= term.year <= 2100)
    if strong:
        return nxt not in ("personnes", "exemplaires", "euros", "habitants", "kilometres")
    plausible = 1700 <= term.year <= 2100
    if plausible and _is_gone_through(near.previous(1)):
        return nxt in AFTER_DAY or nxt == "mieux" or nxt[-1] not in ("s", "x")
    raw_next = near.after_raw[0] if near.after_raw else ""
    if raw_next[:1].isupper():
        return plausible and last in _BEFORE_YEAR
    if nxt in ("de", "d", "du", "des"):
        return plausible and last in _BEFORE_YEAR and last not in ("a",)
    return plausible and (nxt in _COUNTED_AFTER or (last in _BEFORE_YEAR and looks_finite(nxt)))


def _is_by_somebody(after: list[str]) -> bool:
    """Whether words name an author: "de George Orwell", "d'Emmerich"."""
    name = after[1:] if after[:1] == ["de"] else after[2:] if after[:1] == ["d"] else []
    return bool(name) and name[0].istitle()


def _ends_decimal(pieces: list[str]) -> bool:
    """Whether a number stands before the sign that four digits follow with no space."""
    return len(pieces) > 1 and pieces[-2].isdecimal()


# Words in -s or -x that may follow a year, and are counted by no number.
_NO_PLURALS = frozenset(
    "puis plus moins mieux apres ils elles nous vous quelques plusieurs certains certaines deux "
    "trois six dix jamais depuis aupres pres ces parmi dehors nos vos mes tes eux".split()
)


def _is_plural_noun(word: str) -> bool:
    """Whether a folded word may be what two digits count: "en 44 articles", not "en 84 puis"."""
    if len(word) < 4 or not word.isalpha() or word[-1] not in "sx":
        return False
    return word not in AFTER_DAY and word not in _NO_PLURALS


# What one begins or ends: "entame 2003 en fanfare", "a bouclé 2002 sans perte".
_GONE_THROUGH = frozenset(
    "aborder entamer attaquer démarrer commencer débuter terminer finir boucler clôturer clore "
    "achever conclure".split()
)


def _is_gone_through(before: list[str]) -> bool:
    return bool(before) and not _GONE_THROUGH.isdisjoint(lemmas(before[0].lower()))


AFTER_DAY = frozenset(
    "à au aux en dans pour et ou lors sur avec à dès par sera seront a ont est sont puis entre de "
    "devant contre afin vers chez où que qui comme jusqu ainsi mais tandis alors sauf son sa ses "
    "leur leurs notre nos votre vos mon ma mes ce cet cette ces tout toute tous toutes sous sans "
    "malgre pendant durant depuis face suite avant apres via hors soit inclus compris le la l les "
    "un une du des selon grace faute bien deja encore seulement prochain dernier courant si "
    "quand lorsque car puisque parce sauf ni or pourvu presque aussi plutot toujours enfin ici ailleurs partout".split()
)


# "appeler le 15", "composez le 18": numbers of the emergency services.
_CALLS = frozenset({"appel", "compo", "conta", "joind", "numer"})


# What puts a thing on another day: "reportée au 20", "avancé au 12".
_MOVED = frozenset(
    "renvo repor repou decal ajour diffe prolo proro fixe fixee fixes recon avanc maint remis recul cale".split()
)
# Events that a bare day number tells apart: "le sommet du 12", "la lettre du 3".
_DATED_NOUNS = frozenset(
    "sommet ministres seance reunion match rencontre audience vote scrutin manifestation manif "
    "mobilisation journee nuit soiree matinee concert attentat attaque seisme accident incendie "
    "accord arrete communique lettre courrier decision election tour reveillon emission edition "
    "grand-messe conseil assemblee congres debat discours defile rassemblement greve referendum "
    "allocution annonce annonces frappe frappes bombardement raid fusillade drame derby finale "
    "fete bal conference note circulaire ordonnance jugement verdict proces perquisition "
    "convocation date datee dates date datant celle celui celles ceux".split()
)
_LIMITS = frozenset({"partir", "compter", "dater", "jusqu", "jusque", "ici", "autour"})


def _bare_day_fits(near: Neighbours) -> bool:
    """Whether what stands before "du 12" or "au 20" asks for a day: else it may be any number."""
    before = near.before
    back = [w for w in before[-5:-1] if w != "'"]
    if any(w in _LIMITS for w in back[-2:]):
        return True
    if before[-1] in ("au", "aux"):
        return any(w[:5] in _MOVED for w in before[-14:-1])
    return bool(back) and back[-1] in _DATED_NOUNS


# "passer du 5 au 7", "du tome 2 au 4": numbers that are no days.
_SCALES = frozenset(
    "passe passer passant passera grimp tome tomes taille tailles numero page pages".split()
)


def no_counted_range(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a range of bare numbers that are no days: "passer du 5 au 7"."""
    if not isinstance(term, Range) or not isinstance(term.first, Day) or term.first.day is None:
        return True
    if not isinstance(term.last, Day) or term.last.month is not None or term.last.weekday:
        return True
    if any(w in _SCALES for w in near.last[-3:]):
        return False
    return not _is_address(near.after[:3]) and not _is_counted(near)


def no_counted_day(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses a day number that counts what follows: "lundi 12 %", "le 11 de départ"."""
    if not isinstance(term, Day) or term.day is None or term.month is not None:
        return True
    if term.weekday is None:
        before = near.last
        called = near.before if near.before and near.before[0] == "composez" else before[-3:]
        if any(w[:5] in _CALLS for w in called) or before[-1:] in (["devant"], ["derriere"]):
            return False
        if _is_address(near.after[:3]):
            return False
        if (
            before[-1:] in (["du"], ["au"])
            and near.inside[0].isdigit()
            and not _bare_day_fits(near)
        ):
            return False
    elif near.after and _is_singular_verb(near.after[0]) and near.after_raw[0].islower():
        return True  # "lundi 12 marque": what 12 would count is a plural
    return not _is_counted(near, term.weekday is None)


def _is_singular_verb(word: str) -> bool:
    return word.isalpha() and word[-1] not in "xz" and looks_finite(word)


def _is_address(after: Sequence[str]) -> bool:
    """Whether a number is that of a house: "le 6 rue Haute", and not "le 6 dans un stade"."""
    return not STREETS.isdisjoint(after) and _PLACING.isdisjoint(after)


_PLACING = frozenset("dans sur a au en devant un une".split())


def _is_counted(near: Neighbours, bare: bool = True) -> bool:
    """Whether a day number counts what follows it; a verb may follow one that is `bare`."""
    after = near.after
    if not after:
        return False
    nxt = after[0]
    if nxt in (",", ".") and len(after) > 1 and after[1].isdigit():
        return True
    if nxt == ":" and near.pieces_after[0].isspace():
        return "".join(after[1:2]).isdigit()  # "retour le 17 : la salle est prête"
    if nxt in ("%", "°", "€", "$", "-", "/", ":", "h", "'", "+"):
        return True
    if nxt[0].isdigit():
        return True
    if not nxt[0].isalpha():
        return False
    if near.after_raw[0][:1].isupper() or nxt == "de":
        return True
    if nxt in AFTER_DAY or (nxt.endswith("ment") and len(nxt) > 6):
        return False
    return not (bare and looks_finite(nxt) and not is_weak(nxt))


def no_counted_days(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses bare numbers in a row that are no days: "les 12 et 15 ans", "les 3/4 et 5/8 des voix"."""
    if not isinstance(term, (AllOf, OneOf)):
        return True
    last = term.terms[-1]
    if not isinstance(last, Day) or last.day is None:
        return True
    if last.month is not None:
        of = near.after[:1] in (["de"], ["d"], ["du"], ["des"])
        return rule not in _NUMERIC_LISTS or not (of or _is_counted(near, bare=False))
    if last.weekday is not None:
        return True
    if near.after[:1] in (["de"], ["d"], ["du"], ["des"]):
        return False
    if near.after[:1] == ["-"] and near.pieces_after[0].isspace():
        return True  # "les 3 et 4 – stage de poterie"
    if near.last[-1:] in (["des"], ["aux"]) and not _bare_day_fits(near):
        return False
    return not _is_counted(near, bare=False)


# Rules whose last day is a mere number, or two of them with a stroke.
_NUMERIC_LISTS = frozenset(
    {"les ‹jj›/‹mm›", "le ‹jj›/‹mm› ou le ‹jj›/‹mm›", "‹date› et le ‹j›", "‹date› ou le ‹j›"}
)


_COUNTING = frozenset(
    "des plusieurs quelques de deux trois quatre cinq six sept huit neuf dix douze".split()
)


def no_counted_weekdays(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "huit dimanches par an": so many of them, or some, not each."""
    if rule == "les week-ends":  # "les week-ends de mai", "les week-ends prolongés"
        return near.after[:1] not in (["de"], ["d"], ["du"], ["des"], ["prolonges"])
    if rule != "les ‹jours de semaine›" or near.inside[0] == "les":
        return True
    last = near.previous(1)
    return not last or not (last[0].isdigit() or last[0].lower() in _COUNTING)


def no_score(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses the end of a score before a duration: "menait 21-16 à dix minutes du terme"."""
    if rule != "‹n› à ‹durée›":
        return True
    before = near.last[-2:]
    return len(before) < 2 or not before[0].isdecimal() or before[1] not in _SCORED


_SCORED = frozenset({"-", "–", "à", "a", "/"})


def looks_finite(word: str) -> bool:
    """Whether a folded word may be a verb, so that what stands before is its subject."""
    return bool(readings_folded(word)) and not word.endswith("s")


# After these a stretch of months begins with something else than the year.
_WITHIN = frozenset("pendant apres dans dont".split())
_OF_THAT = frozenset("de d du des qui ou que suivant suivants apres".split())


def no_other_beginning(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "les trois premiers mois de prison": they are not those of a year."""
    if rule != "les ‹n› premiers ‹unités›":
        return True
    if not _OF_THAT.isdisjoint(near.after[:1]):
        return False
    if near.inside[-1] != "mois":
        return True
    before = near.last[-1:]
    alone = not before or not before[0][0].isalpha()
    return _WITHIN.isdisjoint(before) and not (alone and near.after[:1] == [","])


# What may follow "une seconde" that is a time; another word is what comes second.
_AFTER_SECOND = AFTER_DAY | frozenset(
    "chrono entiere pres plus moins environ trop maximum minimum auparavant ensuite durant".split()
)


def _is_second_one(near: Neighbours) -> bool:
    """Whether "seconde" is an ordinal: "dans une seconde phase"."""
    if near.inside[-2:] != ["une", "seconde"] or not near.after:
        return False
    nxt = near.after[0]
    if not nxt[0].isalpha() or nxt in _AFTER_SECOND or (nxt.endswith("ment") and len(nxt) > 6):
        return False
    return not looks_finite(nxt) or is_weak(nxt)


_QUALITIES = frozenset("bon bonne grand grande petit petite gros grosse".split())
_MOMENTS = frozenset("minute minutes heure".split())
_NO_MINUTES = frozenset("silence verite gloire recueillement".split())


_BEFORE_ONE_DAY = frozenset("pendant en durant apres pour de d ' depuis".split())


def no_single(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "un jour" and "une heure" as idioms, "un an" only where nothing measures."""
    if not isinstance(term, Length) or len(term.amounts) != 1:
        return True
    n, unit = term.amounts[0]
    inside = near.inside
    measured = bool(near.last) and near.last[-1] in ("pendant", "en", "durant", "apres")
    if (
        inside == ["une", "journee"]
        and not measured
        and near.after[:1]
        and (near.after[0] in ("de", "d") or near.after[0].isalpha())
    ):
        return False  # "une journée d'action", "une journée nationale"
    if inside == ["une", "annee"] and near.after[:1] and near.after[0].isdigit():
        return False
    if n == 1 and unit is Unit.DAY and len(inside) > 2 and inside[1] in _QUALITIES:
        return measured  # "passer une bonne journée", "c'est un grand jour"
    if inside[-1:] in (["quinzaine"], ["huitaine"]) and near.after[:1] in (["de"], ["d"]):
        return False
    if n == 1 and unit is Unit.DAY and inside == ["un", "jour"]:
        return bool(near.last) and near.last[-1] in _BEFORE_ONE_DAY
    if n == 1 and unit is Unit.SECOND:
        return bool(near.last) and near.last[-1] in ("pendant", "en", "durant")
    return True


# What has a Roman number and is no century: "la fin du IIIe Reich", "la mairie du XVe".
_ROMAN_TOO = frozenset(
    "arrondissement congres republique reich legislature plan armee division concile sommet edition "
    "dynastie empire corps conference assises biennale festival".split()
)
_OF_PARIS = frozenset(
    "maire mairie habitants habitant elu elue elus rue rues quartier commissariat parc ecole ecoles "
    "riverains bars college lycee marche conseiller conseillere depute deputee candidat candidate "
    "adjoint restaurant policiers appartement immeuble square gymnase piscine creche".split()
)


def no_bare_century(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses Roman numbers that are no centuries: "le maire du XVe", "le IIIe Reich"."""
    if rule not in ("‹siècle› élidé", "fin du ‹siècle› élidé"):
        return True
    after = near.after
    if any(w in _OF_PARIS for w in near.last[-3:]):
        return False
    if not after or not after[0][0].isalpha():
        return True
    if near.after_raw[0][:1].isupper() or any(w in _ROMAN_TOO for w in after[:2]):
        return False
    return after[0] in _COUNTED_AFTER or looks_finite(after[0])


_SHOWS = frozenset({"le", "du", "au"})  # "le 20 heures": the news


# After "dans la semaine" these say which one: not that of publication.
_GOING_ON = frozenset(
    "de d du des qui ou suivant suivante precedent precedente meme ecoulee ecoule civile scolaire "
    "ayant dernier derniere".split()
)


def no_compound(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "années-lumière", "minute de silence", "au plus tard"."""
    last = near.inside[-1]
    if isinstance(term, (Length, Shift)):
        if last == "seconde" and _is_second_one(near):
            return False
        if last in _MOMENTS and near.after[:1] in (["de"], ["d"]):
            if not _NO_MINUTES.isdisjoint(near.after[1:2]):
                return False
    if rule in ("dans la semaine", "toute la semaine"):
        return near.after[:1] == [] or near.after[0] not in _GOING_ON
    if isinstance(term, (Cycle, Later, Shift)):
        if last in ("tard", "tot") and near.after[:1] == ["que"]:
            return False  # "plus tard que prévu"
        return not (isinstance(term, Later) and near.last[-1:] in (["au"], ["pas"]))
    if isinstance(term, Length):
        if last in ("annees", "annee"):
            return near.after[:2] != ["-", "lumiere"] and near.after[:1] != ["lumiere"]
        if last == "jours":  # "supprimer deux jours fériés": which days they are
            return near.after[:1] not in (["feries"], ["ferie"], ["chomes"])
        if last.startswith("nuit"):
            return near.after[:1] != ["blanches"]
        if last == "heures":
            shown = [*near.last[-1:], *near.inside][-3:]
            return len(shown) < 3 or shown[0] not in _SHOWS
    return True
