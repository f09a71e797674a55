"""French clauses without a verb: headlines, agendas, notices. Their nouns say where they look.

"Grève à la SNCF mardi" is announced, "Fusillade mardi à Nîmes" is told; "écoles fermées lundi" says
what will hold, "deux hommes arrêtés lundi" what was done. The lists were written by hand from the
nouns of notices and of news in brief.
"""

from __future__ import annotations

from chrono.languages.fr.groups import STRONG, SUBORDINATORS, Group
from chrono.languages.fr.verbs import Tense, is_weak, readings
from chrono.model import Direction
from chrono.tense import ClauseTense

# What is announced.
_AHEAD = frozenset(
    "grève grèves greve manifestation manifestations manif rassemblement marche débrayage préavis "
    "réunion conseil assemblée séance vote scrutin élection élections référendum débat audience "
    "procès verdict jugement sommet visite déplacement conférence colloque concert concerts "
    "spectacle loto brocante braderie greniers grenier kermesse bal fête festival "
    "messe obsèques cérémonie hommage commémoration inauguration ouverture réouverture fermeture "
    "reprise rentrée départ coupure coupures travaux collecte don permanence inscriptions atelier "
    "ateliers stage conférences projection match finale demi-finale quart quarts derby tournoi "
    "course randonnée soldes vigilance alerte orages averses neige pluie pluies vent verglas "
    "éclaircies soleil canicule rendez-vous réponse résultats dépouillement convocation "
    "envoi négociations pourparlers visite visites exposition vernissage portes journées animation "
    "animations repas marché foire initiation balade balades dédicace "
    "apéritif thé".split()
)
# What is told.
_BACK = frozenset(
    "fusillade incendie incendies accident accidents collision séisme secousse explosion "
    "explosions attentat attentats attaque attaques meurtre braquage cambriolage agression rixe "
    "crash naufrage avalanche glissement mort morts décès disparition victoire défaite nul "
    "démission limogeage arrestation interpellation interpellations condamnation relaxe "
    "acquittement bombardement bombardements frappe frappes raid émeutes émeute tuerie drame "
    "carambolage noyade inondations inondation éruption effondrement panne évasion "
    "événement événements incident incidents violences heurts débordements faits propos scènes "
    "missiles roquettes obus tirs pillages affrontements échauffourées bousculade "
    "tragédie catastrophe exploit viol assassinat prise saisie découverte tsunami tsunamis tornade "
    "tornades putsch sabotage sabotages déraillement enlèvement rapt secousses séismes avalanches "
    "meurtres fusillades émeutes agressions".split()
)
# Participles of what will hold on that day, where nothing else says when.
_HOLDING = (
    "ferm", "pertur", "suspen", "coup", "interdi", "annul", "interrom", "bloqu", "priv", "ouvert",
    "paralys", "limit", "rédui", "réserv", "offert", "déconseill", "mainten", "supprim", "modifi",
    "dévi", "invit", "rouvert", "réouvert", "réquisitionn", "neutralis", "altern", "barr",
    "réglement", "rétréci",
)  # fmt: skip
_BEFORE, _BEHIND = 9, 7


def by_noun(low: list[str], a: int, b: int) -> Direction:
    """Where the nearest telling noun looks, from what stands before rather than after."""
    belongs = a > 0 and low[a - 1] in ("de", "du")  # "les élections de dimanche" may be over
    for k in range(a - 1, max(-1, a - 1 - _BEFORE), -1):
        found = _of(low[k])
        if found is not Direction.UNKNOWN:
            return Direction.UNKNOWN if belongs else found
    for k in range(b, min(len(low), b + _BEHIND)):
        if low[k] in STRONG - {":"} or low[k] == ".":
            break
        found = _of(low[k])
        if found is not Direction.UNKNOWN:
            return found
    return Direction.UNKNOWN


def has_ahead(low: list[str], k: int) -> bool:
    """Whether a noun that announces stands right before a place: "visites guidées", "marché"."""
    return not _AHEAD.isdisjoint(low[max(0, k - 3) : k])


# What was done to a thing that is announced: "grève votée lundi", "manifestation dispersée".
_DONE = ("dépos", "levé", "voté", "dispers", "écourt", "perdu", "entam", "décidé")


def is_done(low: list[str], group: Group) -> bool:
    """Whether a participle tells what befell what a notice announces."""
    return low[group.end - 1].startswith(_DONE)


# Participles that are nouns too: "arrivée mardi du paquebot".
_HAPPENINGS = frozenset(
    "arrivée sortie mise reprise entrée venue tenue remise levée marché défilé veillée montée "
    "traversée plongée".split()
)


def is_happening(low: list[str], group: Group, groups: list[Group], b: int) -> bool:
    """Whether such a participle is the noun of a notice: nothing is said of whom it would be."""
    if low[group.start] not in _HAPPENINGS or not _is_apposed(low, group.start) or group.start > b:
        return False
    if group.start and low[group.start - 1] == ",":
        return False
    for other in groups:
        if other.start > b and not other.loose:
            return not SUBORDINATORS.isdisjoint(low[b : other.start])
    return True


def _of(word: str) -> Direction:
    if word in _AHEAD:
        return Direction.FUTURE
    return Direction.PAST if word in _BACK else Direction.UNKNOWN


def happened(low: list[str], a: int) -> bool:
    """Whether the time belongs to what happened: "l'accident de samedi"."""
    if a < 2 or low[a - 1] not in ("de", "du"):
        return False
    if low[a - 2] in _KNOWN or low[max(0, a - 4) : a - 1] == ["tremblement", "de", "terre"]:
        return True
    return low[a - 2] in _BACK or (a > 2 and low[a - 3] in _BACK and low[a - 2] not in _AHEAD)


# What is over where it has a day of its own; in a notice it may be foretold: "crue mardi".
_KNOWN = frozenset(
    "crue crues ouragan communiqué tweet tweets aveux révélations déclarations chute propos "
    "performance prestation échec succès revers fiasco déroute score".split()
)


# Before the noun "date"; after another word it is the verb.
_OF_A_DATE = frozenset(
    "la une cette sa leur ma ta notre votre toute quelle chaque aucune quelque à en de sans par "
    "et ou nouvelle première dernière prochaine même seule autre bonne mauvaise vraie ancienne "
    "meilleure double fameuse deuxième seconde troisième".split()
)


def has_dated(low: list[str], a: int) -> bool:
    """Whether the time is when a thing dates from: "la panne date de mars", no date of March.

    >>> has_dated("la panne date de".split(), 4), has_dated("la date de".split(), 3)
    (True, False)
    """
    if a < 3 or low[a - 2] != "date" or low[a - 1] not in ("de", "du"):
        return False
    return low[a - 3][0].isalpha() and low[a - 3] not in _OF_A_DATE


def dated_noun(low: list[str], a: int, b: int) -> int:
    """The place of a noun that a time parts from its complement; 0 if none does.

    >>> dated_noun("l ' envoi , lundi , d ' un avion".split(), 4, 5)
    2
    """
    k = a - 2 if low[a - 1] == "," else a - 1
    after = low[b + 1 : b + 2] if low[b : b + 1] == [","] else low[b : b + 1]
    if k < 1 or after not in (["de"], ["du"], ["des"], ["d"]) or not low[k][0].isalpha():
        return 0
    return k if low[k - 1] in _ARTICLES or low[k - 1] in ("'", "’") else 0


_ANNOUNCING = frozenset("annonce annonces confirmation promesse révélation".split())


def announced(low: list[str], hidden: set[int], a: int) -> ClauseTense | None:
    """Where a time looks in what a dated noun announces: "l'annonce, jeudi, de l'arrêt lundi".

    None where it stands in no such thing.
    """
    for k in range(a - 1, max(1, a - _BEFORE), -1):
        if low[k] not in ("de", "du", "des", "d"):
            continue
        m = k - 2 if low[k - 1] == "," else k - 1
        if m not in hidden:
            continue
        while m > 0 and (m in hidden or low[m] == ","):
            m -= 1
        if low[m] in _ANNOUNCING:
            return ClauseTense(_of(low[a - 1]), low[m])
    return None


_NONE = frozenset("pas rien aucun aucune nul nulle personne jamais".split())
_BEFORE_NONE = frozenset("toujours encore mais et donc alors".split())
_ENDS = frozenset(':.;,!?»"”)')
_OF_NONE = 10  # words from "pas" to the time


def is_not_before(low: list[str], a: int, b: int) -> bool:
    """Whether a clause without a verb says what will not be before a time: "Pas de bus avant mai".

    >>> is_not_before("rien avant lundi : il l ' a dit".split(), 2, 3)
    True
    >>> is_not_before("rien n ' a bougé avant lundi .".split(), 6, 7)
    False
    """
    if b < len(low) and low[b] not in _ENDS:
        return False
    for k in range(a - 2, max(-1, a - 2 - _OF_NONE), -1):
        word = low[k]
        if word in _NONE:
            at = k - 1 if k and low[k - 1] in _BEFORE_NONE else k
            return not at or low[at - 1] in STRONG or low[at - 1] in _ENDS
        if word == "," or word in STRONG or (readings(word) & Tense.FINITE and not is_weak(word)):
            return False
    return False


_ARTICLES = frozenset("le la les son sa ses leur leurs cette ce ces une un".split())


def is_over(noun: str) -> bool:
    """Whether a noun tells what is over: "la mort lundi de X"."""
    return noun in _BACK


# What a sentence says that is but a day and these: as the one before.
_LIKEWISE = frozenset("aussi également idem pareil rebelote bis itou".split())
_LED_BY = frozenset("et ni mais le la ce".split())


def is_likewise(low: list[str], a: int, b: int) -> bool:
    """Whether a sentence only goes on from the one before: "Mercredi non plus".

    >>> is_likewise("et jeudi aussi .".split(), 1, 2)
    True
    """
    if any(word not in _LED_BY for word in low[:a]):
        return False
    k = b + 1 if low[b : b + 1] == [","] else b
    if low[k : k + 2] in (["non", "plus"], ["de", "même"]):
        k += 2
    elif low[k : k + 1] and low[k] in _LIKEWISE:
        k += 1
    else:
        return False
    return k == len(low) or not low[k][0].isalnum()


# "Les neuf premiers mois": told in the present they are over.
BEGINNINGS = frozenset("mois trimestres".split())
_DEGREES = frozenset("plus moins mieux pire autant aussi supérieur inférieur".split())


def compared(low: list[str], a: int) -> bool:
    """Whether the time is what one compares with: "plus qu'en août", "par rapport à mai"."""
    k = max(0, a - 1)
    while k > 0 and low[k] in ("à", "au", "en", "le", "la", "l", "'", "’"):
        k -= 1
    if low[k] == "rapport":
        return True
    if low[k].startswith(_FORESEEN) and k > 1:
        return _is_against(low, k)
    if low[k] == "de" and k > 1 and low[k - 1] in ("celui", "celle", "ceux", "celles"):
        k -= 2  # "aussi violents que ceux de dimanche"
    degrees = [n for n in range(max(0, k - 6), k) if low[n] in _DEGREES and low[n - 1] != "au"]
    return low[k] in ("qu", "que") and bool(degrees)  # "au mieux, qu'en mai" compares nothing


def _is_against(low: list[str], k: int) -> bool:
    """ "Contre 5,5 % attendus en mai", "au lieu des 3 % prévus": a figure that others took over."""
    if low[k - 1] not in _OF_RATE and not low[k - 1].isdecimal():
        return False
    for n in range(k - 2, max(-1, k - 8), -1):
        if low[n] in _AGAINST:
            return low[n + 1][0].isdigit() and (low[n] == "contre" or low[n - 1] == "lieu")
    return False


_AGAINST = frozenset({"contre", "de", "des"})
_FORESEEN = ("attendu", "prévu", "espéré", "escompté", "anticipé", "estimé", "visé", "annoncé")
_OF_RATE = frozenset("% euros dollars points".split())


def dates_back(low: list[str], best: Group, a: int) -> bool:
    """ "La réunion remonte à juin": in the present, and of the past."""
    if low[best.end - 1] in _DATED:
        return True
    return (
        best.end < a
        and low[best.start] in _DATING
        and low[best.end] in ("à", "au", "de", "du", "d")
    )


_DATED = frozenset("daté datée datés datées".split())
_DATING = frozenset("remonte remontent date datent".split())


# Who won or lost did so before: "l'OM, vainqueur à Angers dimanche, revient à dix points".
_RESULTS = frozenset(
    "vainqueur vainqueurs victorieux victorieuse victorieuses auteur auteurs autrice buteur "
    "buteurs buteuse finaliste finalistes deuxième troisième médaillé médaillée sacré sacrée "
    "champion championne lauréat lauréate tombeur tombeurs révélation".split()
)


def won(low: list[str], a: int) -> bool:
    """Whether the time stands in an apposition that tells a result."""
    for k in range(a - 1, max(-1, a - 8), -1):
        word = low[k]
        if word in _RESULTS:
            return _is_apposed(low, k)
        if word == "," or word in STRONG:
            return False
    return False


# How somebody is or was that day.
_STATES = frozenset(
    "absent absente absents absentes forfait forfaits titulaire titulaires remplaçant remplaçante "
    "malade malades présent présente présents présentes candidat candidate opposé opposée opposés "
    "opposées exempt exempts".split()
)


def is_state(low: list[str], k: int) -> bool:
    """Whether an apposition says how somebody is, on that day or that one: "absent dimanche, …"."""
    return low[k] in _STATES and _is_apposed(low, k)


def _is_apposed(low: list[str], k: int) -> bool:
    return k == 0 or low[k - 1] in (",", ":", ".", "!", "?")


# Participles of what stands in a diary as well as in a report: "l'ex-ministre jugé lundi".
_IN_DIARY = ("jug", "rejug", "réuni", "entendu", "auditionn", "examin", "débattu", "discut", "reçu")


def is_in_diary(low: list[str], group: Group) -> bool:
    """Whether a participle alone leaves open if its day is over."""
    return low[group.end - 1].startswith(_IN_DIARY)


# Participles of what is held on its day, over or to come: "le marathon, couru le 10 août".
_OCCASIONS = (
    "cour", "disput", "jou", "organis", "célébr", "tenu", "donn", "propos", "consacr", "dédi",
    "commémor", "fêt", "férié", "chôm", "ouver", "appliqu", "vers", "réuni", "anim", "présent",
    "expos", "invit", "appel", "convi", "annonc", "promis", "diffus", "projet", "dispens",
    "distribu", "command", "retenu", "choisi",
)  # fmt: skip


def is_held(low: list[str], group: Group) -> bool:
    """Whether a participle says that something is held: of a plan as well as of what is over."""
    return low[group.end - 1].startswith(("organis", "invit", "propos", "disput", "jou"))


def is_occasion(low: list[str], group: Group) -> bool:
    """Whether a participle says what is held on a day, and not what befell."""
    word = low[group.end - 1]  # "marché nocturne le 4": the noun
    return word in _AHEAD or word.startswith(_OCCASIONS) or is_holding(low, group)


def is_holding(low: list[str], group: Group) -> bool:
    """Whether a participle says what holds for a time: "écoles fermées lundi"."""
    return low[group.end - 1].startswith(_HOLDING)


def of_noun(low: list[str], a: int) -> bool:
    """Whether the date belongs to a noun before it: "la fusillade du 26 octobre"."""
    if a < 2 or low[a - 1] != "du":
        return False
    noun = low[a - 2]
    if not noun[0].isalpha() or noun in ("partir", "compter", "cours", "lors", "dater", "près"):
        return False
    return not readings(noun) or is_weak(noun)


def after_noun(low: list[str], a: int) -> Direction | None:
    """ "après la défaite de dimanche", "depuis le malaise de jeudi": that looks back to it."""
    if a > 2 and low[a - 3] in ("depuis", "après") and low[a - 2] in _OWNED:
        return Direction.PAST  # "depuis son retour dimanche"
    if a < 2 or low[a - 1] not in ("de", "du", "d", "'", "’"):
        return None
    for k in range(a - 2, max(-1, a - 14), -1):
        word = low[k]
        if word == "depuis" or (word == "après" and (k == 0 or low[k - 1] not in ("d", "'", "’"))):
            return Direction.PAST
        if word in STRONG or word in SUBORDINATORS or word == ",":
            return None
        if readings(word) & Tense.FINITE and not is_weak(word):
            return None
    return None


_OWNED = frozenset("son sa ses leur leurs le la les l".split())


def told_of_noun(low: list[str], a: int, b: int, groups: list[Group]) -> Direction | None:
    """ "celles de samedi, qui ont tué": what is told of the noun that the date belongs to."""
    if a < 1 or low[a - 1] not in ("de", "du"):
        return None
    k = b + 1 if low[b : b + 1] == [","] else b
    if low[k : k + 1] not in (["qui"], ["dont"], ["où"]):
        return None
    for group in groups:
        if group.start > k:
            near = group.start - k <= 4 and not group.loose
            return (
                group.direction
                if near and group.direction in (Direction.PAST, Direction.FUTURE)
                else None
            )
    return None
