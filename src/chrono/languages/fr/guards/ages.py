"""Ages are no durations: "19 ans", "une femme de 38 ans", "à 17 ans"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.verbs import Tense, is_weak, readings_folded
from chrono.terms import (
    After,
    AllOf,
    Length,
    Range,
    Unit,
)  # fmt: skip

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
    "sportif sportive athlete coureur tennisman fillettes nourrissons bambins bebes petits petites migrant migrante "
    "vainqueur vainqueurs laureat laureate gagnant gagnante champion championne".split()
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
    "collaboration partenariats reconduction equivalent longtemps temps prescription".split()
)


_PRISON = frozenset(
    "prison reclusion emprisonnement detention sursis fermes ferme travaux bannissement surete "
    "inegibilite ineligibilite captivite cachot bagne".split()
)


# What is told of a child with its months.
_GROWING = frozenset(
    "bebe bebes nourrisson nourrissons enfant enfants vaccin vaccins vaccination injection dose doses "
    "rappel marche marchait sevre sevrage".split()
)


# Whose age is told in days, weeks or months.
_YOUNG = frozenset(
    "bebe bebes nourrisson nourrissons fillette garconnet enfant enfants jumeaux jumelles souris rat "
    "rats chiot chiots chaton chatons veau veaux agneau agneaux poulain poussin poussins porcelet "
    "porcelets lionceau ourson girafon elephanteau foetus embryon embryons".split()
)


def _years(term: Any) -> float | None:
    """The number of years of a length of years alone."""
    if isinstance(term, Length) and term.amounts[0][1] is Unit.YEAR:
        return term.amounts[0][0]
    return None


_HAVING = frozenset(
    "a avait aura ont avaient ai aurait avais fete fetera ayant aient avoir".split()
)
_POSSESSIVES = frozenset({"ses", "mes", "nos", "leurs", "tes", "vos"})


_NO_AGES = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)


def no_age(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses ages: "19 ans", "une femme de 38 ans", "à 17 ans"."""
    if isinstance(term, Length) and term.amounts[0][1] in _NO_AGES:
        return True
    if isinstance(term, (AllOf, Length)) and not _AGED.isdisjoint(
        near.before[-8:] if isinstance(term, AllOf) else near.last[-3:]
    ):
        return False  # "l'âge légal passera de 62 à 64 ans"
    if isinstance(term, (AllOf, Length)) and "age" in near.after[:4]:
        return False  # "relève de 60 à 62 ans l'âge légal"
    if rule in ("il y a ‹durée› que", "les ‹n› ‹unités› suivants"):
        return True
    if isinstance(term, After):
        term = term.length
    if isinstance(term, (AllOf, Range)):
        if near.last[-1:] in (["les"], ["des"], ["aux"]) and "-" in near.inside:
            return not isinstance(term.terms[0] if isinstance(term, AllOf) else None, Length)
        first = term.terms[0] if isinstance(term, AllOf) else term.first
        if _years(first) and _have(near.before):
            return False  # "ils ont pour la plupart entre 75 et 90 ans"
        return no_age(first, rule, near) if isinstance(first, Length) else True
    if near.last[-1:] == ["eu"] and _years(term):
        return False
    if near.inside[0] in _POSSESSIVES and near.after[:1] not in (["de"], ["d"]):
        return False
    months = (
        isinstance(term, Length) and len(term.amounts) == 1 and term.amounts[0][1] is Unit.MONTH
    )
    years = _years(term)
    if isinstance(term, Length) and near.last[-1:] in (["de"], ["'"]):
        who = near.last[-2:-1] if near.last[-1] == "de" else near.last[-3:-2]
        if who and who[0] in _YOUNG and term.amounts[0][1] in (Unit.DAY, Unit.WEEK, Unit.MONTH):
            return False  # "un bébé de onze semaines", "des souris de six mois"
    if years is None and not months:
        return True
    if near.inside and near.inside[-1] in ("annees", "annee"):
        return True
    before, after = near.last, near.after
    last = before[-1] if before else ""
    last2 = before[-2] if len(before) > 1 else ""
    if any(w in _AGED for w in before[-3:]):
        return False
    if years and (after[:1] == ["revolus"] or after[:2] == ["bien", "sonnes"]):
        return last == "depuis"
    if years and after[:2] in (["et", "plus"], ["et", "moins"], ["ou", "plus"]):
        if near.inside[0] == "les" or last in ("les", "des", "aux"):
            return False  # "chez les 65 ans et plus"
    if years and years >= 2 and (_from_age_on(near) or _closes_with_age(near, years)):
        return False
    if years and last in (",", "(") and after[:3] == ["pour", "la", "plupart"]:
        return False
    if last in ("et", "ou") and last2.isdigit() and before[-3:-2] in (["les"], ["des"], ["aux"]):
        return False  # "les 12 et 15 ans"
    if last in ("et", "ou") and last2.isdigit() and before[-3:-2] in ([","], ["("]) and years:
        if after[:1] in ([","], [")"], ["."]):
            return False  # "les victimes, 12 et 15 ans, dormaient"
    if last == "d'" or (last == "'" and last2 == "d"):
        last = "de"
        last2 = before[-3] if len(before) > 2 else ""
    if after and after[0] in ("de", "d") and len(after) > 1:
        if after[1] in _PRISON or (after[1] in ("'",) and len(after) > 2 and after[2] in _PRISON):
            return True
        if after[0] == "de" and after[1] in ("moins", "plus") and years and years >= 12:
            return True
    if last == "de" and years and (last2 in _PERSONS or last2 in _COUNTED_BY_AGE):
        return False  # "un patient de 75 ans dont la tension monte"
    if months and last == "à" and near.inside[0].isdigit() and not _GROWING.isdisjoint(near.before):
        return False  # "une injection à 11 mois"
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
    if last == "de" and years and _is_filled(near, before):
        return True
    if (
        last == "de"
        and years is not None
        and (not _is_verb(last2) or _is_person(before))
        and near.inside
        and near.inside[0] not in ("plus", "moins", "pres", "environ")
        and (years != 1 and not any(w in _MEASURED for w in near.before[-5:-1]))
    ):
        return False
    if near.inside and near.inside[0] in ("plus", "moins"):
        if last in ("les", "des", "aux", "un", "une"):
            return False
        if last == "de" and years and years >= 12 and _is_of_age(before):
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
        ) or not _LASTING.isdisjoint(near.before[-8:])
    if last in ("les", "des", "aux") and near.inside[:1] in (["plus"], ["moins"]):
        return False
    if near.inside[:2] in (["les", "plus"], ["les", "moins"]):
        return False
    if isinstance(term, AllOf) or (near.inside and "-" in near.inside and last in ("les", "des")):
        return False
    if last in ("des", "aux") and near.inside and near.inside[0].isdigit():
        return False
    if (
        last2
        in (
            "a",
            "eu",
            "avait",
            "aura",
            "ont",
            "avaient",
            "fete",
            "fetera",
            "j",
            "ai",
            "ayant",
            "aient",
        )
        and last in ("tout", "bientot", "deja", "que")
        and years
        and years >= 3
    ):
        return False
    if (
        last in _HAVING
        and years
        and not (after and after[0] in ("de", "d", "pour", "plus", "moins", "a", "devant"))
    ):
        return False
    return True


# What is said of a person after the age, and what begins no noun without an article.
_OF_PERSON = frozenset(
    "nationalite origine origines confession religion mere pere parents sexe type souche corpulence "
    "taille race sang passage retour permanence la le l les son sa ses leur leurs notre nos cette ce cet un une "
    "chez plus moins pres trop".split()
)


def _is_filled(near: Neighbours, before: Any) -> bool:
    """Whether years are told with what they were full of: "privés de trois ans de salaire"."""
    after = near.after
    if after[:1] not in (["de"], ["d"]) or _is_person(before):
        return False
    k = 2 if after[1:2] in (["'"], ["’"]) else 1
    noun = after[k : k + 1]
    return (
        bool(noun)
        and noun[0].isalpha()
        and near.after_raw[k].islower()
        and noun[0] not in _OF_PERSON
    )


# What lasts so many years: "porter la durée de cotisation à 43 ans".
_LASTING = frozenset("condamne condamnee condamnes condamnees mandat peine duree durees".split())


def _not_a_person_before(near: Neighbours) -> bool:
    """A number of years in parentheses after a capitalised name or a person is an age."""
    raw = near.before_raw
    return not (len(raw) > 1 and (raw[-2][:1].isupper() or near.before[-2] in _PERSONS))


def _named_before(near: Neighbours) -> bool:
    raw = near.before_raw
    return len(raw) > 1 and raw[-2][:1].isupper()


def _from_age_on(near: Neighbours) -> bool:
    """Whether a public is told by its age: "dès 3 ans", "à partir de 6 ans", not "d'ancienneté"."""
    before, after = near.last, near.after
    if before[-1:] != ["dès"] and before[-3:] != ["à", "partir", "de"]:
        return False
    if after[:1] in (["de"], ["d"], ["du"]):
        return False
    return _MEASURED.isdisjoint(near.before[-6:-1])


_CLOSES = frozenset({".", ";", "!", "?", ")", "»"})
_YOUNGEST = 3  # years that somebody told of in the news has at least


def _closes_with_age(near: Neighbours, years: float) -> bool:
    """Whether a sentence closes with the age of whom it named last ("blesse un voisin, 47 ans").

    An age is in figures; what lasts is said of its measure, or of a verb.
    """
    before, after = near.before, near.after
    if len(before) < 2 or before[-1] != "," or not near.inside[0].isdigit() or years < _YOUNGEST:
        return False
    if after[:1] and after[0] not in _CLOSES:
        return False
    who = before[-2]
    if not who[0].isalpha() or who.endswith("ment") or not _MEASURED.isdisjoint(before[-4:-1]):
        return False
    return who in _PERSONS or not _is_verb(who) or _is_person(before)


def _person_behind(before: Any) -> bool:
    """ "un homme handicapé de 38 ans": an adjective or two between the person and the age."""
    return any(w in _PERSONS for w in before[-4:-1])


_DETERMINERS = frozenset(
    "un une le la l ' cet cette ce ces les des deux trois quatre cinq six son sa ses leur leurs "
    "jeune autre seul seule premier premiere premiers".split()
)
# Participles that name a thing: "un arrêté de deux ans", "une traversée de trois ans".
_THINGS = frozenset(
    "arrete traite suivi releve expose enonce delibere marche procede traversee montee avancee "
    "percee entree arrivee sortie tenue mise prise vue conduite revue reprise surprise promise "
    "retenue battue crue decouverte ouverture remise passe vecu acquis compromis sursis retard "
    "fait recul dit ecrit produit reduit duree differe poussee levee soiree tranchee dictee".split()
)


_PARTICIPLES = Tense.PAST_PARTICIPLE | Tense.PRESENT_PARTICIPLE


def _is_person(before: Any) -> bool:
    """ "une déléguée de 52 ans", "un passant de 30 ans": a participle that has an article."""
    if len(before) < 2:
        return False
    who = before[-2]
    named = len(before) > 2 and (before[-3] in _DETERMINERS or before[-3].isdigit())
    return named and who not in _THINGS and bool(readings_folded(who) & _PARTICIPLES)


# Who is counted by age: "les salariés de plus de 55 ans", "un locataire de moins de 30 ans".
_COUNTED_BY_AGE = frozenset(
    "salarie salariee employe employee chomeur chomeuse locataire patient patiente assure assuree "
    "usager travailleur travailleuse demandeur demandeuse apprenti apprentie stagiaire detenu "
    "detenue prisonnier electeur electrice spectateur malade voyageur voyageuse fonctionnaire "
    "enseignant enseignante professeur celibataire parent divorce francais francaise allocataire "
    "beneficiaire consommateur internaute client cliente etranger etrangere residente cadre "
    "retraite retraitee etudiant etudiante lyceen lyceenne collegien collegienne conducteur "
    "conductrice automobiliste motard cycliste pieton habitant habitante victime ouvrier ouvriere "
    "agriculteur medecin infirmier infirmiere joueur joueuse militaire soldat passager passagere "
    "touriste citoyen citoyenne pere mere sportif sportive population public".split()
)


def _is_of_age(before: Any) -> bool:
    """Whether "de plus de 50 ans" follows people: "un employé", "trois blessés", "des locataires".

    An adjective may stand between, and what is measured itself may not: "le bail d'un locataire".
    """
    if any(w in _MEASURED for w in before[-5:-1]):
        return False
    if any(w in _COUNTED_BY_AGE or w.removesuffix("s") in _COUNTED_BY_AGE for w in before[-3:-1]):
        return True
    return len(before) > 1 and before[-2].removesuffix("s") not in _THINGS and _is_person(before)


_BETWEEN = frozenset("entre de pour la plupart en moyenne tous toutes environ souvent deja".split())


def _have(before: list[str]) -> bool:
    """Whether somebody has what follows, with nothing between but "pour la plupart entre"."""
    k = len(before) - 1
    while k >= 0 and before[k] in _BETWEEN:
        k -= 1
    return k >= 0 and before[k] in _HAVING


def _is_verb(word: str) -> bool:
    """ "prolongé de trois ans", "sera d'au moins deux ans": a verb measures, a noun has an age."""
    return bool(readings_folded(word)) and not is_weak(word)
