"""French word lists of the chronicle: what joins clauses, who speaks, what calls a thing off."""

from __future__ import annotations

from chrono.languages.fr.reporting import ETRE, LOOSE, NOUNS, VERBS, Cue


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _agreeing(text: str) -> frozenset[str]:
    """Participles with their feminines and plurals."""
    return frozenset(
        f"{stem}{ending}" for stem in text.split() for ending in ("", "e", "s", "es")
    ) | {f"{stem}es" for stem in text.split() if stem.endswith("s")}


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split("|"))


def _by_first(phrases: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        first: tuple(phrase for phrase in phrases if phrase[0] == first)
        for first in sorted({phrase[0] for phrase in phrases})
    }


SUBJECTS = _set(
    "il elle ils elles on ce c' cela ça qui je j' tu nous vous celui-ci celle-ci ceux-ci "
    "celles-ci celui-là celle-là"
)
"""Pronouns that are subjects: a verb follows."""

CLITICS = _set("ne n' se s' y en le la les l' lui leur me m' te t' nous vous")
"""What may stand between a subject and its verb."""

SURE_CLITICS = _set("ne n' se s' me m' te y")

NO_VERB_AFTER = _set(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma "
    "mes ton ta tes notre nos votre vos chaque tout toute tous toutes plusieurs quelques "
    "aucun aucune à en par pour sans avec sur sous dans entre contre vers chez depuis dès "
    "selon après avant quel quelle quels quelles"
)
NO_VERB_AFTER_PRESENT = _set(
    "deux trois quatre cinq six sept huit neuf dix cent mille grand grande premier première "
    "nouveau nouvelle autre autres même"
)
"""Determiners and prepositions: what follows them is no finite verb."""

NO_VERB = _set(
    "entre contre vers sous outre dès sauf hors malgré été or car mais puis bon sur sens fin "
    "fois mars temps cours est-ce notre lors tels telle plus moins soit vis-à-vis voire "
    "plein pleine pendant suivant devant durant concernant"
)
"""Words whose verb reading is a trap in the places that a finite verb would have."""

BETWEEN = _set(
    "pas plus jamais rien point guère aussi également déjà bien encore toujours tout très "
    "trop tous toutes ainsi donc alors ensuite enfin même peu presque d'abord désormais "
    "notamment ne n' se s' y en le la les l' lui leur me m' te t' nous vous eux elle elles "
    "elle-même lui-même depuis lors cependant pourtant néanmoins certes surtout notamment "
    "plutôt toutefois vite d' de ailleurs outre nouveau fait effet été à peine mieux mal "
    "deçà quant parfois souvent tant"
)
"""What may stand between an auxiliary and its participle or infinitive (with -ment adverbs)."""

INSERTED = _phrases(
    "pour sa part | pour leur part | pour ma part | pour notre part | de son côté | de leur côté | "
    "de mon côté | de notre côté | à son tour | à leur tour | à plusieurs reprises | à nouveau | "
    "une nouvelle fois | une fois de plus | dans la foulée | par la suite | par ailleurs | "
    "en revanche | en outre | d' autre part | dans un premier temps | en même temps | en partie | "
    "pour l' instant | pour le moment | sans surprise | à l' unanimité | au passage"
)
"""Phrases that may stand there too: "a ‹pour sa part› voté"."""

INSERTED_BY_FIRST = _by_first(INSERTED)

BREAKS_GROUP = _set("que qu' qui dont où et ou mais pour par dans avec sans")

ETRE_VERBS = ETRE
"""Verbs whose past is made with être: with others être + participle is a passive."""

SPEECH = VERBS[Cue.SAYING]
"""Verbs of saying. Some say something only in an incise or with "que": see `SPEECH_LOOSE`."""

SPEECH_LOOSE = LOOSE[Cue.SAYING]
"""Verbs that tell an event as often as a speech: speech with "que", a quote, or in an incise."""

DEEDS = _set("annoncer signaler confirmer promettre assurer")
"""Verbs of saying that with an object tell a deed: "a promis ‹un audit›"."""

LET_HEAR = _set("entendre comprendre")
LET_KNOW = LET_HEAR | _set("savoir valoir remarquer observer")
"""Infinitives that say something behind "laisser" or "faire": "a laissé ‹entendre›"."""

RULES_OUT = _set("exclure écarter interdire")
DENIALS = VERBS[Cue.DENIAL] - LOOSE[Cue.DENIAL]
CANCEL_LEMMAS = VERBS[Cue.CANCEL] - LOOSE[Cue.CANCEL]
CANCEL_LOOSE = LOOSE[Cue.CANCEL]
POSTPONE_SURE = VERBS[Cue.POSTPONE] - LOOSE[Cue.POSTPONE]
CALLED_OFF = CANCEL_LEMMAS | POSTPONE_SURE
"""Verbs that say of a thing that it will not be then, whatever stands around them."""
POSTPONE_LEMMAS = POSTPONE_SURE | _set("retarder avancer différer")
PLAN_LEMMAS = VERBS[Cue.PLAN] - LOOSE[Cue.PLAN] - _set("devoir aller apprêter falloir")
"""Their participle says that a thing is to come: "une réunion prévue le 16"."""

PLAN_PARTICIPLES = _agreeing(
    "prévu attendu programmé reprogrammé planifié convoqué agendé fixé envisagé escompté"
)
PLAN_LOOSE = _agreeing("annoncé promis espéré souhaité projeté organisé inscrit calé")
"""Participles of a plan where its day is to come or "pour" aims at it; else of an act."""

PLANS_OF_PEOPLE = _agreeing("attendu convoqué")
"""Participles of `PLAN_PARTICIPLES` that mostly go with people: who is suspended is no plan."""

CANCEL_PLANS = _set("supprimer abandonner enterrer")
"""Of `CANCEL_LOOSE` those that do away with a plan even where its day is past."""

CANCEL_NOUNS = NOUNS[Cue.CANCEL] - _set("retrait désistement boycott")
POSTPONE_NOUNS = NOUNS[Cue.POSTPONE] - _set("retard sursis")
SETTLES = _set(
    "annoncer décider confirmer acter officialiser entraîner provoquer obtenir voter adopter"
)
"""Verbs whose object is so: "a annoncé ‹le report›", not "a réclamé ‹le report›"."""

RESETS = _set("renvoyer remettre déplacer reprogrammer replanifier fixer")
"""Verbs that give a thing another day: "l'audience a été ‹renvoyée› au 3 mai"."""

POSSESSIVES = _set("son sa ses leur leurs")
INITIALLY = _set("abord d'abord initialement primitivement originellement originairement")
NEVERS = _set("pas plus jamais")
INTEND_LEMMAS = VERBS[Cue.INTENT] - LOOSE[Cue.INTENT]

RUMOUR_SOURCES = _set(
    "médias presse rumeurs rumeur informations sources source journal quotidien site tabloïd "
    "indiscrétions observateurs témoins bruits"
)

ADVERBIAL = _phrases(
    "alors que | alors qu' | tandis que | tandis qu' | après que | après qu' | avant que | "
    "avant qu' | depuis que | depuis qu' | pendant que | pendant qu' | dès que | dès qu' | "
    "parce que | parce qu' | bien que | bien qu' | afin que | afin qu' | pour que | pour qu' | "
    "sans que | sans qu' | même si | au moment où | à mesure que | de sorte que | si bien que | "
    "après avoir | après être | après s' être | pour avoir | pour s' être | avant de | "
    "avant d'"
)
"""Several words that open an adverbial clause."""

ADVERBIAL_BY_FIRST = _by_first(ADVERBIAL)

ADVERBIAL_WORDS = _set("lorsque lorsqu' quand puisque puisqu' quoique quoiqu' car si comme")
RELATIVES = _set(
    "qui dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel "
    "desquels desquelles"
)
COORDINATORS = _set("et mais ou puis or ni")

PREPOSITIONS = _set(
    "à au aux de du des d' en dans pour par avec sans sur sous chez vers contre entre "
    "pendant depuis dès lors selon après avant devant derrière jusqu' jusque malgré parmi "
    "près afin face suite grâce concernant durant hors"
)
DETERMINERS = _set(
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs notre nos votre vos "
    "plusieurs quelques chaque aucun aucune"
)


AGAIN = _set(
    "nouveau nouvel nouvelle nouveaux nouvelles deuxième troisième quatrième cinquième "
    "second seconde autre encore"
)
"""Words that say that this is another one of its kind."""

CONNECTIVES = _set(
    "cependant toutefois pourtant néanmoins mais et or puis ensuite enfin par ailleurs ainsi "
    "donc alors en outre de plus parallèlement auparavant"
)

EDITIONS = _set("édition éditions numéro page une")
"""Nouns whose "de ‹day›" tells no event: "notre édition d'hier"."""

UNIT_NOUNS = _set(
    "nuit soir matin matinée soirée journée jour semaine mois année date début fin milieu "
    "cours partir suite fois heure heures"
)

STOPS = _set("; : . ! ? ( ) que qu' lorsque quand")
"""What a subject does not reach across."""

BEFORE_RELATIVE = _set("ce celui celle ceux celles à de par avec pour dans sur sans chez")
"""Words drawn into the relative clause that follows them."""

PLAIN_ADJECTIVES = _set("situé située âgé âgée né née basé basée âgés âgées")
"""Participles that open no clause after a comma: they describe."""

FRONTED = _set("à au aux en dans sur pour selon après avant lors depuis dès chez")
"""Prepositions that a coordinated clause with its own subject may begin with."""

RUMOUR_ADVERBS = _set(
    "probablement éventuellement peut-être possiblement vraisemblablement apparemment"
)

OFFICES = _set("premier première président présidente etat état ministre chef")
"""Words of offices that French writes with a capital letter: no names."""

INNER_PREPOSITIONS = _set("de d' du des à au aux en")
"""Prepositions that a noun phrase may hold inside."""

PHRASE_STOPS = _set(
    ", ; : . ! ? ( ) « que qu' qui dont où et ou mais puis selon lors pour par avec dans sur "
    "contre après avant depuis dès alors tandis ne n' se s' il elle ils elles on"
) | {'"'}
"""Words and signs at which a noun phrase ends."""

NO_PARTICIPLES = _set(
    "été eu fait dit mort morts morte mortes blessés faits parti suite vue vu compris étant "
    "passé passée permis lieu issue"
)
"""Participles that rarely stand behind a noun as such."""

DESCRIBING = _agreeing("détaillé chiffré consolidé actualisé")
"""Participles that tell what an object is like more often than what was done to it."""

NO_EVENTS = _set(
    "parlement gouvernement département appartement document argument monument règlement "
    "moment budget prix loi chiffre compte président présidente ministre maire candidat "
    "résultat taux niveau sondage image ménage village étage message personnage pourcentage "
    "page âge voiture nature température littérature peinture structure culture génération "
    "population situation position question version édition numéro journal élément salaire "
    "revenu code décret circulaire constitution traité texte rapport livre film album modèle"
)
"""Nouns (singular) that look like events and with a time are none, or not at that time."""

EVENTS = _set(
    "accident accord annonce appel arrestation arrivée assassinat assaut assemblée attaque "
    "attentat audience bataille bombardement braquage catastrophe cérémonie cessez-le-feu "
    "combat concert conférence conférences congrès conseil conflit coup coupe course crash "
    "crise crue cyclone débat débarquement défaite défilé démission départ discours drame "
    "échec échéance écrasement élection élections émeute enlèvement enterrement entretien "
    "épidémie épreuve éruption étape éclipse évasion examen exécution explosion exposition "
    "faillite festival fête feu finale frappe fusillade genèse génocide grève guerre "
    "incendie inondation incident indépendance intervention invasion investiture journée "
    "jugement krach lancement législatives libération manifestation marche mariage massacre "
    "match médiation meeting messe meurtre mobilisation mort municipales naissance naufrage "
    "négociation noces obsèques offensive opération ouragan ouverture pandémie panne pic "
    "pourparlers présidentielle présidentielles primaire procès prise promesse putsch raid "
    "rafle rassemblement rave référendum régionales rencontre rendez-vous rentrée "
    "représentation retour réunion révolte révolution rixe rupture sacre scrutin séance "
    "séisme session siège soirée sommet sortie tempête tentative tir tirage tournée tournoi "
    "traversée trêve tsunami tuerie vague venue verdict victoire viol visite vol vote "
    "européennes obsèque déclaration décision création perte chute hausse baisse équipée "
    "hommage commémoration"
)
"""Nouns that tell an event (most of them singular)."""

OBJECT_RELATIVES = _set("que qu' dont où")
"""Relatives whose clause has its own subject."""

IMPERSONAL = _set("falloir agir pleuvoir neiger sembler exister")
"""Verbs whose "il" is nobody."""

TIME_WORDS = _set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre jour jours semaine semaines mois an "
    "ans année années heure heures matin matinée soir soirée nuit midi minuit après-midi "
    "hier aujourd'hui demain veille lendemain prochain prochaine prochains dernier dernière "
    "derniers week-end h"
)
"""Words of time: they date an event and do not tell it."""

LIGHT_WORDS = _set(
    "être avoir faire lieu tenir devoir pouvoir aller après avant selon lors afin alors "
    "depuis dont encore ainsi aussi même plus moins très fait faits prévu prévue prévus "
    "prévues attendu attendue nouveau nouvelle premier première plusieurs quelques près plan "
    "point part cas cours partie cette ces leur leurs son ses eux elles celui celle ceux "
    "notamment également environ"
)
"""Words that any statement can have."""

NO_NAMES = _set(
    "m mm mme mmes mlle dr me mgr le la les un une des l' il elle ils elles on ce cette ces "
    "selon pour dans sur en au aux du de à a et mais afp reuters"
)
FUNCTION_WORDS = (
    NO_NAMES
    | PREPOSITIONS
    | DETERMINERS
    | SUBJECTS
    | CONNECTIVES
    | COORDINATORS
    | _set(
        "plus toujours depuis après avant alors quant quand lorsque si comme près deux trois "
        "quatre cinq six sept huit neuf dix cent mille environ certains certaines tous toutes "
        "tout toute pas ni"
    )
)

NUMBERS = {
    word: str(number)
    for number, listed in {
        2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit huitaine",
        9: "neuf", 10: "dix dizaine", 11: "onze", 12: "douze douzaine", 13: "treize",
        14: "quatorze", 15: "quinze quinzaine", 16: "seize", 20: "vingt vingtaine",
        30: "trente trentaine", 40: "quarante quarantaine", 50: "cinquante cinquantaine",
        60: "soixante soixantaine", 100: "cent centaine", 1000: "mille millier",
    }.items()
    for word in listed.split()
}  # fmt: skip
"""Number words that stand alone; compounds are seldom spelled out in news."""

NOUN_OF = {
    "réunir": "réunion", "retrouver": "réunion", "rencontrer": "rencontre",
    "démissionner": "démission", "exploser": "explosion", "attaquer": "attaque",
    "manifester": "manifestation", "élire": "élection", "voter": "vote", "visiter": "visite",
    "mourir": "mort", "décéder": "mort", "décès": "mort", "tuer": "mort",
    "arrêter": "arrestation", "interpeller": "arrestation", "ouvrir": "ouverture",
    "débuter": "ouverture", "commencer": "ouverture", "fermer": "fermeture",
    "signer": "signature", "négocier": "négociation", "bombarder": "bombardement",
    "frapper": "frappe", "évacuer": "évacuation", "condamner": "condamnation",
    "juger": "procès", "comparaître": "procès", "incendier": "incendie", "brûler": "incendie",
    "annuler": "annulation", "reporter": "report", "défiler": "défilé", "libérer": "libération",
    "enlever": "enlèvement", "dérailler": "déraillement", "inaugurer": "inauguration",
    "nommer": "nomination", "lancer": "lancement", "décoller": "décollage",
    "atterrir": "atterrissage", "adopter": "adoption", "retirer": "retrait",
}  # fmt: skip
"""The noun that tells the same event as a verb."""

SAME_AS = {
    "décès": "mort", "pourparlers": "négociation", "discussions": "négociation",
    "négociations": "négociation", "déflagration": "explosion", "détonation": "explosion",
    "grévistes": "grève", "débrayage": "grève", "sommet": "réunion", "rassemblement":
    "manifestation", "cortège": "manifestation", "scrutin": "élection", "séisme":
    "tremblement", "feu": "incendie", "sinistre": "incendie", "chefs": "chef",
    "dirigeants": "chef", "attentat": "attaque", "raid": "attaque", "assaut": "attaque",
}  # fmt: skip
"""Nouns that tell the same event in news, brought to one."""

STAND_INS = _set("celui celle ceux celles")
"""Pronouns that stand for a noun told before."""

PARTICIPLE_STOPS = _set("que qu' qui dont où mais puis selon alors tandis afin pour ne n' se s' et")
"""Words at which a participle phrase ends."""

LIGHT_VERBS = (SPEECH - SPEECH_LOOSE) | _set(
    "être avoir faire devoir pouvoir aller venir tenir vouloir falloir attendre prévoir "
    "mettre prendre donner rendre laisser passer sembler paraître rester"
)
"""Verbs that any statement can have."""

OCCUR = _set("survenir intervenir produire dérouler tenir perpétrer commettre organiser advenir")
"""Verbs whose participle only says that its noun took place."""

NAME_PARTICLES = _set("de du des d' la le l' ben bin al el von van der")
TIED = _set("m mm mme mmes mlle dr me mgr st ste n° no")
"""Titles that belong to the name that follows."""

AUXILIARIES = _set(
    "a ont avait avaient aura auront aurait auraient est sont était étaient été sera seront "
    "serait seraient va vont doit doivent peut peuvent"
)
"""Verbs after which no title ends: they call for another."""

BEFORE_TIME = _set(
    "en depuis dès avant pour à au vers le jusqu'au jusqu' ce cette initialement d'abord abord d' "
    "seulement déjà également officiellement"
)
"""What may stand between a participle and its time: "prévue ‹initialement le› 16"."""

ABBREVIATIONS = _set(
    "m mm mme mmes mlle mlles me mgr dr drs pr prs st ste sts stes gal gén col cne lt cdt sgt "
    "art al p pp vol n no nos bd av ave éd ed cf env ex fig janv févr fév avr juil sept oct "
    "nov déc tél vs jr sr hab min max adj prof"
)
"""Words after which a full stop ends no sentence (without the stop)."""

INCISE_VERBS = SPEECH | _set("apprendre")
CLOSING_QUOTES = _set("» ”") | {'"'}
QUOTES = CLOSING_QUOTES | _set("« “")
TELLING_SIGNS = CLOSING_QUOTES | {","}
"""What a verb of saying stands behind in an incise."""

BEFORE_SPEAKER = (BETWEEN - _set("la le les l'")) | {","}
"""What may stand between a verb of saying and who speaks."""
