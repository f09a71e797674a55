"""What looks like a time and is none: ages, streets, titles, counts, names.

Each guard gets the term, the name of its rule and the words around, and says whether the
expression may stand.
"""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Guard, Neighbours
from chrono.grammar.text import folded
from chrono.languages.fr.verbs import is_weak, readings_folded
from chrono.languages.fr.words import MONTHS, WEEKDAYS
from chrono.terms import (
    After,
    AllOf,
    Clock,
    Day,
    DayPart,
    Holiday,
    Later,
    Length,
    Month,
    Night,
    Range,
    Ref,
    Repeat,
    Season,
    Shift,
    Term,
    Unit,
    Which,
    Year,
)  # fmt: skip

_NOT_LINKED = frozenset({"pont", "cours", "ecole"})
_STREETS = frozenset(
    "rue avenue boulevard place square quai allee impasse pont gare station metro lycee college "
    "ecole cours chemin passage faubourg residence hopital stade bd av".split()
)
# What holidays lend their names to: "l'île de Pâques", "l'accord du Vendredi saint".
_NAMED_AFTER = frozenset(
    "accord accords ile iles oeuf oeufs lapin lapins marche marches pere sapin sapins conte contes "
    "traite".split()
)
# After these a number of years is an age.
_AGED = frozenset("age agee ages agees ainee cadet".split())
_PERSONS = frozenset(
    "homme femme garcon garconnet fille fillette adolescent adolescente enfant enfants bebe jeune "
    "jeunes personne personnes mineur mineure mineurs retraite retraitee octogenaire etudiant "
    "etudiante lyceen lyceenne collegien automobiliste motard cycliste pieton conducteur "
    "conductrice ressortissant ressortissante suspect suspecte victime individu individus hommes "
    "femmes filles garcons adolescents adolescentes passager passagere ouvrier chauffeur pere mere "
    "fils frere soeur epouse mari veuve veuf artiste chanteur chanteuse acteur actrice joueur "
    "joueuse attaquant defenseur gardien milieu ailier gens adultes adulte senior seniors "
    "trentenaire quadragenaire quinquagenaire sexagenaire septuagenaire militant eleve eleves "
    "voisin voisine habitant habitante touriste alpiniste randonneur randonneuse policier gendarme "
    "jumeau jumeaux jumelle jumelles nourrisson bambin petit petite triples quadruples pensionnaire "
    "militaire soldat infirmiere medecin avocat agriculteur patron chef ministre president "
    "journaliste ecrivain romancier candidat candidate cheval chien nageur nageuse skieur skieuse "
    "sportif sportive athlete coureur tennisman fillettes migrant migrante".split()
)
# What is measured in years or months: "une peine de deux ans", "au bout de trois mois".
_MEASURED = frozenset(
    "peine peines plan plans mandat mandats contrat contrats periode periodes duree durees delai "
    "delais bail baux sursis prison reclusion regne guerre absence carriere experience retard "
    "programme cycle formation convention credit credits pret prets garantie moratoire embargo "
    "conge conges anciennete existence travaux travail negociations negociation recherche "
    "recherches mariage vie service fidelite attente report pause silence exil partenariat "
    "concession horizon terme sejour echeance total minimum maximum interdiction suspension "
    "ineligibilite obligation obligations procedure bataille conflit crise ecart moyenne bout cours "
    "lors dela moins plus pres captivite detention emprisonnement calvaire lutte efforts effort "
    "discussions tractations enquete investigations chantier stage tournee mission prolongation "
    "extension supplement treve cessez feu abstinence engagement blocus siege occupation "
    "dictature pouvoir mobilisation greve conflits combats etudes scolarite alternance "
    "apprentissage rang suite rythme espace avance preavis reflexion gestation reclamation "
    "fermeture quarantaine isolement confinement convalescence arret cooperation relation "
    "relations dialogue proces instruction souffrance persecution sanctions sanction licence bac "
    "abonnement location emprunt option options essai clause cdd cdi saison saisons prime preuve "
    "collaboration partenariats reconduction".split()
)
_PRISON = frozenset(
    "prison reclusion emprisonnement detention sursis fermes ferme travaux bannissement surete "
    "inegibilite ineligibilite captivite cachot bagne".split()
)


def _years(term: Any) -> float | None:
    """The number of years of a length of years alone."""
    if isinstance(term, Length) and term.amounts[0][1] is Unit.YEAR:
        return term.amounts[0][0]
    return None


_POSSESSIVES = frozenset({"ses", "mes", "nos", "leurs", "tes", "vos"})


def no_age(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses ages: "19 ans", "une femme de 38 ans", "à 17 ans"."""
    if any(w in _AGED for w in near.before[-3:]) and isinstance(term, (AllOf, Length)):
        return False
    if isinstance(term, After):
        term = term.length
    if isinstance(term, (AllOf, Range)):
        if near.before[-1:] in (["les"], ["des"], ["aux"]) and "-" in near.inside:
            return not isinstance(term.terms[0] if isinstance(term, AllOf) else None, Length)
        first = term.terms[0] if isinstance(term, AllOf) else term.first
        return no_age(first, rule, near) if isinstance(first, Length) else True
    if near.before[-1:] == ["eu"] and _years(term):
        return False
    if near.inside[0] in _POSSESSIVES and near.after[:1] not in (["de"], ["d"]):
        return False
    months = (
        isinstance(term, Length) and len(term.amounts) == 1 and term.amounts[0][1] is Unit.MONTH
    )
    years = _years(term)
    if years is None and not months:
        return True
    if near.inside and near.inside[-1] in ("annees", "annee"):
        return True
    before, after = near.before, near.after
    last = before[-1] if before else ""
    last2 = before[-2] if len(before) > 1 else ""
    if any(w in _AGED for w in before[-3:]):
        return False
    if last == "d'" or (last == "'" and last2 == "d"):
        last = "de"
        last2 = before[-3] if len(before) > 2 else ""
    if after and after[0] in ("de", "d") and len(after) > 1:
        if after[1] in _PRISON or (after[1] in ("'",) and len(after) > 2 and after[2] in _PRISON):
            return True
        if after[0] == "de" and after[1] in ("moins", "plus") and years and years >= 12:
            return True
    if after and after[0] in ("ferme", "fermes", "avec", "dont", "apres", "avant", "plus"):
        return True
    if (
        last in ("(",)
        and after
        and after[0] in (")", ",")
        and years
        and years >= 1
        and months is False
    ):
        return _not_a_person_before(near)
    if not before and after[:1] == [","] and not months:
        return False
    if (
        last == ","
        and after
        and after[0] in (",", ".", ")", ";")
        and not months
        and _named_before(near)
    ):
        return False
    if last == "," and after and after[0] == "," and not months and years and years >= 3:
        return False
    if last in ("de", "des", "les") and (last2 in _PERSONS or _person_behind(before)):
        return False
    if (
        last == "de"
        and years is not None
        and not _is_verb(last2)
        and near.inside
        and near.inside[0] not in ("plus", "moins", "pres", "environ")
        and (years != 1 and not any(w in _MEASURED for w in before[-5:-1]))
    ):
        return False
    if near.inside and near.inside[0] in ("plus", "moins") and last in ("les", "des", "aux"):
        return False
    if last in _POSSESSIVES and years and after[:1] not in (["de"], ["d"]):
        return False
    if (
        last in ("les", "des", "aux", "ses", "mes", "nos")
        and near.inside[:1]
        and near.inside[0].isdigit()
        and "premier" not in near.inside
    ):
        return last not in ("des",)
    if last == "à" and years and 3 <= years <= 110 and not (after and after[0] in ("de", "d")):
        return last2 in (
            "condamne",
            "condamnee",
            "condamnes",
            "condamnees",
            "porte",
            "portee",
            "prolonge",
            "prolongee",
            "fixe",
            "fixee",
            "reduit",
            "reduite",
            "limite",
            "limitee",
            "ecope",
            "ramene",
            "ramenee",
            "etale",
        ) or any(
            w in ("condamne", "condamnee", "condamnes", "condamnees", "mandat", "peine")
            for w in before[-8:]
        )
    if last in ("les", "des", "aux") and near.inside[:1] in (["plus"], ["moins"]):
        return False
    if near.inside[:2] in (["les", "plus"], ["les", "moins"]):
        return False
    if isinstance(term, AllOf) or (near.inside and "-" in near.inside and last in ("les", "des")):
        return False
    if last in ("des", "aux") and near.inside and near.inside[0].isdigit():
        return False
    if (
        last2 in ("a", "eu", "avait", "aura", "ont", "avaient", "fete", "fetera", "j", "ai")
        and last in ("tout", "bientot", "deja", "que")
        and years
        and years >= 3
    ):
        return False
    if (
        last in ("a", "avait", "aura", "ont", "avaient", "ai", "aurait", "avais", "fete", "fetera")
        and years
        and not (after and after[0] in ("de", "d", "pour", "plus", "moins", "a"))
    ):
        return False
    return True


def _not_a_person_before(near: Neighbours) -> bool:
    """A number of years in parentheses after a capitalised name is an age."""
    raw = near.before_raw
    return not (len(raw) > 1 and raw[-2][:1].isupper())


def _named_before(near: Neighbours) -> bool:
    raw = near.before_raw
    return len(raw) > 1 and raw[-2][:1].isupper()


def _person_behind(before: Any) -> bool:
    """ "un homme handicapé de 38 ans": an adjective or two between the person and the age."""
    return any(w in _PERSONS for w in before[-4:-1])


def no_street(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses dates in the names of streets and squares: "rue du 4-Septembre"."""
    if not isinstance(term, (Day, Holiday)):
        return True
    if isinstance(term, Holiday) and any(w in _NAMED_AFTER for w in near.before[-3:]):
        return False
    if isinstance(term, Day) and term.day is None:
        return True
    before = near.before
    if before and before[-1] in _STREETS and before[-1] not in ("place", "cours", "pont"):
        return False
    linked = before and before[-1] in ("du", "de", "des", "la", "l", "'")
    return not (linked and any(w in _STREETS and w not in _NOT_LINKED for w in before[-3:-1]))


_BEFORE_YEAR = frozenset(
    "en de depuis des avant apres fin debut mi annee an courant horizon saison edition millesime "
    "jusqu'en jusqu vers printemps ete automne hiver exercice annees entre et ou a d rentree "
    "budget programme cru celui celle".split()
)
_NUMBERED = frozenset(
    "vol vols directive directives reglement amendement article dossier decret loi lois numero no "
    "peugeot boeing airbus ligne route page chambre lot pv ordonnance arrete circulaire resolution "
    "asteroide norme iso code poste".split()
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
    strong = last in ("en", "depuis", "annee", "an", "fin", "debut", "courant", "horizon", "annees",
                      "printemps", "ete", "automne", "hiver", "millesime", "exercice", "saison")  # fmt: skip
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
    return plausible and (nxt in _COUNTED_AFTER or (last in _BEFORE_YEAR and _looks_finite(nxt)))


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
        if any(w in _STREETS for w in after[:3]):
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
    return nxt in _AFTER_DAY or (term.weekday is None and _looks_finite(nxt) and not is_weak(nxt))


def _is_verb(word: str) -> bool:
    """ "prolongé de trois ans", "sera d'au moins deux ans": a verb measures, a noun has an age."""
    return bool(readings_folded(word)) and not is_weak(word)


def _looks_finite(word: str) -> bool:
    return bool(readings_folded(word)) and not word.endswith("s")


# Periodicals, when they stand as nouns.
_PAPERS = frozenset(
    "quotidien quotidiens hebdomadaire hebdomadaires mensuel mensuels trimestriel trimestriels "
    "bimestriel quotidienne".split()
)
_ARTICLES = frozenset(
    "le un ce du au les des l ' de plusieurs d la aux ces deux grand grands".split()
)
_TITLES = frozenset("journal tele jdd hebdo quotidien magazine emission".split())


def no_name(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses names: "Paul Janvier", "Le Soir", "Midi olympique", "Toussaint Louverture"."""
    raw = near.inside_raw
    last = raw[-1]
    if last.isupper() and len(last) > 1:
        return True
    before, after = near.before_raw, near.after_raw
    nxt = after[0] if after else ""
    if isinstance(term, Holiday):
        if raw[0] not in ("la", "La", "le", "Le", "l", "L", "les", "Les") and any(
            w.startswith("Saint") for w in raw
        ):
            return before[-1:] in (["la"], ["La"]) or len(raw) > 4
        return not (nxt[:1].isupper() and nxt[1:2].islower()) if len(raw) == 1 else True
    head = raw[0] if len(raw) == 1 else last
    if not head[:1].isupper() or head.isupper():
        return True
    if isinstance(term, (DayPart, Clock)) and len(raw) <= 2:
        return (
            len(raw) == 1 and head in ("Midi", "Minuit") and nxt in (",", ":") and _starts(before)
        )
    if isinstance(term, Length):
        return False
    if isinstance(term, Ref) and rule == "l'avenir":
        return False
    if isinstance(term, (Day, Month)) and len(raw) == 1:
        if nxt[:1].isupper():
            return _starts(before) and not nxt[1:2].islower()
        if nxt in ("noir", "saint", "libre"):
            return False
        if before[-1:] == ["-"] and len(before) > 1 and before[-2][:1].isupper():
            return False
        if _starts(before):
            return True
        previous = before[-1] if before else ""
        if previous == "et" and len(before) > 1 and before[-2][:1].isupper():
            return _is_all_dates(before[-2])
        return previous.lower() in _BEFORE_DATE or not previous[:1].isalpha()
    return True


def _is_all_dates(word: str) -> bool:
    """Whether a capitalised word before "et" is itself a day or a month: "Samedi et Dimanche"."""
    return folded(word) in _DATE_WORDS


_DATE_WORDS = frozenset(folded(w) for w in (*WEEKDAYS, *MONTHS))


def _starts(before: Any) -> bool:
    """Whether a sentence or a title starts after these words."""
    return not before or before[-1] in (
        ".",
        "!",
        "?",
        ":",
        "…",
        "«",
        '"',
        "“",
        "-",
        "–",
        "—",
        ")",
        ";",
        "_",
        "•",
    )


_BEFORE_DATE = frozenset(
    "le la ce en de depuis dès du au à et ou d l ' ’ chaque hier demain dès avant après jusqu jusqu'à "
    "fin début mi pour".split()
)


def no_spelled_season(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "ETE" in "A ETE ELU": in capitals the participle looks like the season."""
    if not isinstance(term, Season) or near.inside_raw[-1] not in ("ETE", "ÉTÉ"):
        return True
    return not (
        near.before_raw[-1:] in (["A"], ["ONT"], ["AVAIT"])
        and near.after
        and bool(readings_folded(near.after[0]))
    )


def no_title(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses the names of papers, channels and shows: "Journal du Dimanche", "France 24"."""
    before = near.before
    inner: Term | None = term.term if isinstance(term, Which) else term
    if isinstance(inner, (Day, Repeat, Clock, DayPart)) and len(near.inside) <= 2:
        if (
            any(w in _TITLES for w in before[-2:])
            and near.before_raw[-2:-1]
            and (near.before_raw[-2][:1].isupper() or before[-1] in _TITLES)
        ):
            return False
    if rule == "annuel" and near.inside[0] in _PAPERS:
        return not (before and before[-1] in _ARTICLES)
    if isinstance(inner, (DayPart, Night)) and before and before[-1] == "bonne":
        return False
    return True


def no_season_word(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses seasons in names: "Jeux d'hiver", "université d'été", "heure d'été"."""
    if not isinstance(term, Season):
        return True
    before = near.before
    joined = before[-2:]
    if (joined and joined[-1] in ("d", "'")) or (len(joined) == 2 and joined == ["d", "'"]):
        return False
    return True


def no_idiom(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses idioms: "du jour au lendemain", "mise à jour", "24 heures sur 24"."""
    inside, before, after = near.inside, near.before, near.after
    if inside and inside[-1] == "lendemain" and before[-1:] == ["au"] and "jour" in before[-3:]:
        return False
    if (
        isinstance(term, Length)
        and after[:1] == ["sur"]
        and len(after) > 1
        and after[1].isdigit()
        and (inside and inside[0].isdigit() and after[1] == inside[0])
    ):
        return False
    return True


def no_single(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "un jour" and "une heure" as idioms, "un an" only where nothing measures."""
    if not isinstance(term, Length) or len(term.amounts) != 1:
        return True
    n, unit = term.amounts[0]
    inside = near.inside
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


def no_evening_out(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "la soirée électorale": an evening as an event, not as a time."""
    if (
        isinstance(term, DayPart)
        and term.day is None
        and near.inside in (["la", "soiree"], ["la", "matinee"])
    ):
        if near.before and near.before[-1] in (
            "dans",
            "durant",
            "pendant",
            "toute",
            "de",
            "cours",
            "apres",
            "dès",
            "jusque",
        ):
            return True
        return not near.after or near.after[0] in (",", ".", "et", "du", ";", ":", "ou")
    return True


# The guards that each kind of term is shown to, the cheapest first.
GUARDS: dict[type, tuple[Guard, ...]] = {
    Day: (no_counted_day, no_name, no_street, no_title, no_idiom),
    Month: (no_name,),
    Holiday: (no_name, no_street),
    Which: (no_title,),
    Clock: (no_name, no_title),
    DayPart: (no_name, no_evening_out, no_title),
    Night: (no_title,),
    Repeat: (no_title,),
    Season: (no_spelled_season, no_season_word),
    Year: (no_count,),
    Range: (no_age, no_count),
    AllOf: (no_age,),
    After: (no_age,),
    Length: (no_compound, no_name, no_single, no_idiom, no_age),
    Later: (no_compound,),
    Ref: (no_name,),
    Shift: (no_idiom,),
}
