"""French word lists of the chronicle: what joins clauses, who speaks, what calls a thing off."""

from __future__ import annotations

SUBJECTS = frozenset(
    "il elle ils elles on ce c' cela ça qui je j' tu nous vous celui-ci celle-ci ceux-ci "
    "celles-ci celui-là celle-là".split()
)
"""Pronouns that are subjects: a verb follows."""

CLITICS = frozenset("ne n' se s' y en le la les l' lui leur me m' te t' nous vous".split())
"""What may stand between a subject and its verb."""

SURE_CLITICS = frozenset("ne n' se s' me m' te y".split())

NO_VERB_AFTER = frozenset(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma mes "
    "ton ta tes notre nos votre vos chaque tout toute tous toutes plusieurs quelques aucun aucune "
    "à en par pour sans avec sur sous dans entre contre vers chez depuis dès selon après avant "
    "quel quelle quels quelles".split()
)
NO_VERB_AFTER_PRESENT = frozenset(
    "deux trois quatre cinq six sept huit neuf dix cent mille grand "
    "grande premier première nouveau nouvelle autre autres même".split()
)
"""Determiners and prepositions: what follows them is no finite verb."""

NO_VERB = frozenset(
    "entre contre vers sous outre dès sauf hors malgré été or car mais puis bon sur sens fin fois "
    "mars temps cours est-ce notre lors tels telle plus moins soit vis-à-vis voire plein pleine "
    "pendant suivant devant durant concernant".split()
)
"""Words whose verb reading is a trap in the places that a finite verb would have."""

BETWEEN = frozenset(
    "pas plus jamais rien point guère aussi également déjà bien encore toujours tout très trop "
    "tous toutes ainsi donc alors ensuite enfin même peu presque d'abord désormais notamment "
    "ne n' se s' y en le la les l' lui leur me m' te t' nous vous eux elle elles elle-même "
    "lui-même depuis lors cependant pourtant néanmoins certes surtout notamment plutôt "
    "toutefois vite d' de ailleurs outre nouveau fait effet été à peine mieux mal deçà quant parfois souvent tant".split()
)
"""What may stand between an auxiliary and its participle or infinitive (with -ment adverbs)."""

BREAKS_GROUP = frozenset("que qu' qui dont où et ou mais pour par dans avec sans".split())

ETRE_VERBS = frozenset(
    "aller venir arriver partir repartir entrer rentrer sortir monter descendre naître mourir "
    "décéder rester tomber retourner revenir devenir parvenir intervenir survenir advenir passer "
    "apparaître accourir retomber ressortir".split()
)
"""Verbs whose past is made with être: with others être + participle is a passive."""

SPEECH = frozenset(
    "accuser admettre affirmer ajouter alerter annoncer appeler applaudir argumenter arguer assurer "
    "attester avancer avertir avouer commenter concéder conclure condamner confier confirmer "
    "considérer constater contester critiquer croire déclarer décrire démentir dénoncer déplorer "
    "détailler dire estimer espérer évoquer exhorter exiger expliquer exposer exprimer féliciter "
    "fustiger hasarder indiquer informer insister interroger juger lancer louer marteler menacer "
    "mentionner mettre nier noter objecter observer plaider poursuivre préciser prédire préconiser "
    "prétendre prévenir proclamer promettre prôner protester raconter railler rapporter rappeler "
    "réaffirmer recommander reconnaître redire regretter réitérer réjouir relater relever remarquer "
    "répéter répliquer répondre reprocher résumer réclamer rétorquer révéler saluer signaler "
    "souhaiter soupirer souligner soutenir suggérer supplier témoigner tempérer tweeter twitter "
    "vanter inquiéter insurger indigner alarmer emporter enthousiasmer étonner".split()
)
"""Verbs of saying. Some say something only in an incise or with "que": see `SPEECH_LOOSE`."""

SPEECH_LOOSE = frozenset(
    "appeler avancer croire considérer décrire lancer mettre poursuivre répondre relever juger "
    "condamner emporter louer menacer mentionner interroger observer conclure exposer résumer "
    "reconnaître soutenir accuser rappeler noter inquiéter étonner confier protester exprimer "
    "témoigner promettre prévenir plaider informer espérer souhaiter constater reprocher passer "
    "contester alarmer applaudir exiger réclamer".split()
)
"""Verbs that tell an event as often as a speech: speech with "que", a quote, or in an incise."""

DENIALS = frozenset("démentir nier réfuter".split())

CANCEL_WORDS = (
    "annulé annulée annulés annulées annuler annule annulent annulera annulation abandonné "
    "abandonnée déprogrammé déprogrammée supprimé supprimée supprimés supprimées"
).split()

CANCEL_LEMMAS = frozenset("annuler déprogrammer".split())
POSTPONE_LEMMAS = frozenset("reporter repousser ajourner décaler différer retarder avancer".split())
POSTPONE_SURE = frozenset("reporter repousser ajourner décaler différer".split())

PLAN_LEMMAS = frozenset(
    "prévoir attendre programmer planifier fixer envisager annoncer convoquer agender".split()
)
"""Their participle says that a thing is to come: "une réunion prévue le 16"."""

PLAN_PARTICIPLES = frozenset(
    f"{stem}{ending}"
    for stem in ("prévu", "attendu", "programmé", "planifié", "convoqué", "agendé", "fixé")
    for ending in ("", "e", "s", "es")
)
INTEND_LEMMAS = frozenset(
    "compter entendre prévoir projeter apprêter préparer envisager vouloir souhaiter espérer "
    "promettre programmer planifier".split()
)

RUMOUR_SOURCES = frozenset(
    "médias presse rumeurs rumeur informations sources source journal quotidien site tabloïd "
    "indiscrétions observateurs témoins bruits".split()
)

ADVERBIAL = (
    ("alors", "que"),
    ("alors", "qu'"),
    ("tandis", "que"),
    ("tandis", "qu'"),
    ("après", "que"),
    ("après", "qu'"),
    ("avant", "que"),
    ("avant", "qu'"),
    ("depuis", "que"),
    ("depuis", "qu'"),
    ("pendant", "que"),
    ("pendant", "qu'"),
    ("dès", "que"),
    ("dès", "qu'"),
    ("parce", "que"),
    ("parce", "qu'"),
    ("bien", "que"),
    ("bien", "qu'"),
    ("afin", "que"),
    ("afin", "qu'"),
    ("pour", "que"),
    ("pour", "qu'"),
    ("sans", "que"),
    ("sans", "qu'"),
    ("même", "si"),
    ("au", "moment", "où"),
    ("à", "mesure", "que"),
    ("de", "sorte", "que"),
    ("si", "bien", "que"),
    ("après", "avoir"),
    ("après", "être"),
    ("après", "s'être"),
    ("avant", "de"),
    ("avant", "d'"),
)
"""Several words that open an adverbial clause."""

ADVERBIAL_WORDS = frozenset(
    "lorsque lorsqu' quand puisque puisqu' quoique quoiqu' car si comme".split()
)
RELATIVES = frozenset(
    "qui dont où lequel laquelle lesquels lesquelles auquel "
    "auxquels auxquelles duquel desquels desquelles".split()
)
COORDINATORS = frozenset("et mais ou puis or ni".split())

PREPOSITIONS = frozenset(
    "à au aux de du des d' en dans pour par avec sans sur sous chez vers contre entre pendant "
    "depuis dès lors selon après avant devant derrière jusqu' jusque malgré parmi près afin "
    "face suite grâce concernant durant hors".split()
)
DETERMINERS = frozenset(
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs notre nos votre vos "
    "plusieurs quelques chaque aucun aucune".split()
)
LOCATIVES = frozenset("à au aux en dans près sur vers depuis de d'".split())

PRONOUNS_TO_NAME = frozenset("il elle ils elles".split())

AGAIN = frozenset(
    "nouveau nouvel nouvelle nouveaux nouvelles deuxième troisième quatrième cinquième second "
    "seconde autre encore".split()
)
"""Words that say that this is another one of its kind."""

CONNECTIVES = frozenset(
    "cependant toutefois pourtant néanmoins mais et or puis ensuite enfin par ailleurs ainsi donc "
    "alors en outre de plus parallèlement auparavant".split()
)

EDITIONS = frozenset("édition éditions numéro page une".split())
"""Nouns whose "de ‹day›" tells no event: "notre édition d'hier"."""

UNIT_NOUNS = frozenset(
    "nuit soir matin matinée soirée journée jour semaine mois année date début fin milieu cours "
    "partir suite fois heure heures".split()
)

STOPS = frozenset("; : . ! ? ( ) que qu' lorsque quand".split())
"""What a subject does not reach across."""

BEFORE_RELATIVE = frozenset(
    "ce celui celle ceux celles à de par avec pour dans sur sans chez".split()
)
"""Words drawn into the relative clause that follows them."""

PLAIN_ADJECTIVES = frozenset("situé située âgé âgée né née basé basée âgés âgées".split())
"""Participles that open no clause after a comma: they describe."""

FRONTED = frozenset("à au aux en dans sur pour selon après avant lors depuis dès chez".split())
"""Prepositions that a coordinated clause with its own subject may begin with."""

RUMOUR_ADVERBS = frozenset(
    "probablement éventuellement peut-être possiblement vraisemblablement apparemment".split()
)

OFFICES = frozenset("premier première président présidente etat état ministre chef".split())
"""Words of offices that French writes with a capital letter: no names."""

INNER_PREPOSITIONS = frozenset("de d' du des à au aux en".split())
"""Prepositions that a noun phrase may hold inside."""

PHRASE_STOPS = frozenset(
    ", ; : . ! ? ( ) « \" que qu' qui dont où et ou mais puis selon lors pour par avec dans sur "
    "contre après avant depuis dès alors tandis ne n' se s' il elle ils elles on".split()
)
"""Words and signs at which a noun phrase ends."""

NO_PARTICIPLES = frozenset(
    "été eu fait dit mort parti suite vue vu compris étant passé passée permis lieu issue".split()
)
"""Participles that rarely stand behind a noun as such."""

NO_EVENTS = frozenset(
    "parlement gouvernement département appartement document argument monument règlement moment "
    "budget prix loi chiffre compte président présidente ministre maire candidat résultat taux "
    "niveau sondage image ménage village étage message personnage pourcentage page âge voiture "
    "nature température littérature peinture structure culture génération population situation "
    "position question version édition numéro journal élément salaire revenu code décret circulaire "
    "constitution traité texte rapport livre film album modèle".split()
)
"""Nouns (singular) that look like events and with a time are none, or not at that time."""

EVENTS = frozenset(
    "accident accord annonce appel arrestation arrivée assassinat assaut assemblée attaque attentat "
    "audience bataille bombardement braquage catastrophe cérémonie cessez-le-feu combat concert "
    "conférence conférences congrès conseil conflit coup coupe course crash crise crue cyclone "
    "débat débarquement défaite défilé démission départ discours drame échec échéance écrasement "
    "élection élections émeute enlèvement enterrement entretien épidémie épreuve éruption étape "
    "éclipse évasion examen exécution explosion exposition faillite festival fête feu finale "
    "frappe fusillade genèse génocide grève guerre incendie inondation incident indépendance "
    "intervention invasion investiture journée jugement krach lancement législatives libération "
    "manifestation marche mariage massacre match médiation meeting messe meurtre mobilisation mort "
    "municipales naissance naufrage négociation noces obsèques offensive opération ouragan ouverture "
    "pandémie panne pic pourparlers présidentielle présidentielles primaire procès prise promesse "
    "putsch raid rafle rassemblement rave référendum régionales rencontre rendez-vous rentrée "
    "représentation retour réunion révolte révolution rixe rupture sacre scrutin séance séisme "
    "session siège soirée sommet sortie tempête tentative tir tirage tournée tournoi traversée "
    "trêve tsunami tuerie vague venue verdict victoire viol visite vol vote européennes obsèque "
    "déclaration décision création perte chute hausse baisse équipée hommage commémoration".split()
)
"""Nouns that tell an event (most of them singular)."""

OBJECT_RELATIVES = frozenset("que qu' dont où".split())
"""Relatives whose clause has its own subject."""

IMPERSONAL = frozenset("falloir agir pleuvoir neiger sembler exister".split())
"""Verbs whose "il" is nobody."""
