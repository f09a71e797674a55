"""French words that say how real an event is: said, planned, called off, doubted, going on.

The classes are those of TimeML (ISO 24617-1) that matter to a chronology: REPORTING (`SAYING`),
I_ACTION and I_STATE (`PLAN`, `INTENT`, `DENIAL`, `DOUBT`), ASPECTUAL (`BEGIN`, `ONGOING`, `END`),
and French news agencies' ways to call a thing off or put it off. The lists were written by hand
for this package, from the verbs and nouns that agency style uses; a word that news also uses in
another sense says so in a comment, and stands in `LOOSE` if it then misleads.

Verbs are infinitives, nouns singular and plural as written, phrases sequences of lower-case
words in which an elided word keeps a straight apostrophe ("n'", "d'").

>>> lemma_class("prédire") == {Cue.SAYING, Cue.FORETELLING}
True
>>> form_class("reporté"), noun_class("annulation")
(frozenset({<Cue.POSTPONE: 'postpone'>}), frozenset({<Cue.CANCEL: 'cancel'>}))
>>> [(cue.value, start, end) for cue, start, end in
...  phrases("le match n' aura pas lieu dimanche".split())]
[('cancel', 2, 6)]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from chrono.languages.fr.verbs import lemmas

__all__ = [
    "ETRE",
    "LOOSE",
    "NOUNS",
    "PHRASES",
    "VERBS",
    "Cue",
    "form_class",
    "is_loose",
    "lemma_class",
    "noun_class",
    "phrases",
]


class Cue(StrEnum):
    """What a word says of the event that goes with it."""

    SAYING = "saying"
    """Somebody says something: the clause tells a speech, its content is a clause of its own."""
    FORETELLING = "foretelling"
    """What is said or meant, in the infinitive or as a noun, is still to come."""
    PLAN = "plan"
    """The thing is to come; its participle says so of a noun: "une réunion prévue lundi"."""
    INTENT = "intent"
    """The subject means to do what the infinitive says, or asks for it."""
    CANCEL = "cancel"
    """It will not be."""
    POSTPONE = "postpone"
    """It will be on another day than was said."""
    DENIAL = "denial"
    """Somebody says that it is not so."""
    DOUBT = "doubt"
    """It is said to be so, and not known to be."""
    BEGIN = "begin"
    """Its first day is told."""
    ONGOING = "ongoing"
    """It has begun and goes on."""
    END = "end"
    """Its last day is told."""
    OCCUR = "occur"
    """It takes place: the verb is empty, its subject is the event."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS: Final[Mapping[Cue, frozenset[str]]] = MappingProxyType(
    {
        Cue.SAYING: _set(
            # Saying, in the neutral verbs that agencies prefer,
            """dire déclarer affirmer annoncer indiquer préciser expliquer ajouter rapporter
            rappeler souligner signaler noter relever observer remarquer constater mentionner
            citer évoquer détailler décrire raconter relater exposer résumer commenter communiquer
            informer avertir prévenir alerter aviser notifier révéler dévoiler divulguer confier
            avouer reconnaître admettre concéder confirmer assurer certifier attester témoigner
            garantir soutenir prétendre répéter réitérer réaffirmer redire marteler insister
            proclamer décréter écrire publier tweeter twitter poster conclure reprendre poursuivre
            continuer enchaîner renchérir lancer"""
            # answering and asking,
            """ répondre rétorquer répliquer riposter objecter opposer interroger demander
            questionner interpeller réagir nuancer tempérer corriger rectifier"""
            # judging and wishing,
            """ estimer juger considérer penser croire trouver supposer présumer soupçonner
            espérer souhaiter craindre redouter regretter déplorer féliciter saluer
            applaudir louer vanter approuver critiquer dénoncer condamner fustiger blâmer railler
            accuser reprocher contester réfuter nier démentir rejeter protester indigner insurger
            étonner inquiéter alarmer réjouir plaider arguer argumenter avancer
            suggérer proposer préconiser recommander conseiller prôner"""
            # ordering and promising, and saying in a manner.
            """ ordonner exiger réclamer exhorter enjoindre sommer supplier implorer inviter
            promettre jurer menacer prédire pronostiquer anticiper augurer tonner ironiser
            plaisanter glisser lâcher soupirer murmurer crier hurler scander exclamer emporter"""
        ),
        Cue.FORETELLING: _set(
            """annoncer promettre prédire pronostiquer anticiper augurer menacer jurer prévenir
            prévoir proposer suggérer préconiser recommander ordonner exiger réclamer demander
            exhorter enjoindre sommer inviter espérer souhaiter craindre redouter garantir
            engager décréter décider confirmer"""
        ),
        Cue.PLAN: _set(
            # Set for a day (or a place): the participle is nearly always to come.
            """prévoir programmer reprogrammer planifier fixer agender convoquer attendre
            envisager projeter annoncer organiser préparer inscrire caler arrêter promettre
            escompter anticiper espérer destiner appeler"""
            # Obligation and near future, with an infinitive.
            """ devoir aller apprêter falloir"""
        ),
        Cue.INTENT: _set(
            """vouloir souhaiter compter entendre espérer envisager projeter prévoir préparer
            apprêter décider choisir promettre engager vouer ambitionner viser chercher tenter
            essayer proposer songer penser réfléchir tenir désirer rêver refuser accepter
            consentir appeler inviter demander exiger réclamer menacer"""
        ),
        Cue.CANCEL: _set(
            """annuler déprogrammer décommander supprimer abandonner renoncer interdire suspendre
            enterrer révoquer résilier abroger désister retirer rayer boycotter
            capoter échouer"""
        ),
        Cue.POSTPONE: _set(
            """reporter repousser ajourner décaler différer retarder remettre reculer avancer
            surseoir temporiser replanifier reprogrammer proroger prolonger"""
        ),
        Cue.DENIAL: _set("démentir nier réfuter contester récuser désavouer dénier"),
        Cue.DOUBT: _set(
            """sembler paraître pouvoir risquer soupçonner présumer supposer suspecter douter
            hésiter ignorer spéculer conjecturer croire laisser"""
        ),
        Cue.BEGIN: _set(
            """commencer débuter démarrer entamer ouvrir inaugurer lancer engager amorcer
            déclencher éclater enclencher initier étrenner recommencer reprendre redémarrer
            rouvrir relancer instaurer entrer mettre"""
        ),
        Cue.ONGOING: _set(
            """continuer poursuivre durer perdurer persister demeurer rester maintenir prolonger
            subsister traîner enliser intensifier étendre"""
        ),
        Cue.END: _set(
            """finir terminer achever cesser arrêter conclure clore clôturer fermer interrompre
            expirer prendre boucler lever"""
        ),
        Cue.OCCUR: _set("avoir tenir dérouler produire survenir intervenir arriver"),
    }
)
"""Infinitives by what they say. One verb can say several things."""

LOOSE: Final[Mapping[Cue, frozenset[str]]] = MappingProxyType(
    {
        # Speech only before "que", a quotation or in an incise ("…, poursuit-il"); else an act.
        Cue.SAYING: _set(
            """ajouter rappeler relever observer remarquer citer exposer informer aviser notifier
            confier reconnaître admettre soutenir prétendre publier poster conclure reprendre
            poursuivre continuer enchaîner lancer répondre riposter opposer interroger demander
            questionner interpeller réagir corriger rectifier tempérer juger considérer penser
            croire trouver supposer présumer soupçonner louer approuver condamner accuser rejeter
            protester inquiéter étonner alarmer réjouir plaider avancer proposer conseiller
            ordonner exiger réclamer exhorter enjoindre sommer supplier implorer inviter menacer
            anticiper augurer glisser lâcher crier hurler scander emporter écrire décréter
            prévenir avertir alerter saluer féliciter garantir contester nier mentionner évoquer
            décrire témoigner dévoiler divulguer communiquer renchérir craindre redouter
            espérer souhaiter"""
        ),
        # "fixer les prix", "appeler les secours", "arrêter un suspect": the date is of the act.
        Cue.PLAN: _set("arrêter appeler inscrire caler destiner organiser préparer espérer fixer"),
        # "supprimer 300 postes", "suspendre un agent": an event of its own, unless the thing
        # called off is one that was dated before.
        Cue.CANCEL: _set(
            """supprimer abandonner renoncer interdire suspendre enterrer révoquer résilier
            abroger désister retirer rayer boycotter capoter échouer"""
        ),
        # "avancer d'une heure" and "reculer de 2 %"; "remettre un prix", "remettre à plus tard".
        Cue.POSTPONE: _set("remettre reculer avancer retarder différer prolonger proroger"),
        Cue.DENIAL: _set("contester récuser désavouer"),
        Cue.DOUBT: _set("pouvoir risquer croire laisser paraître hésiter ignorer douter"),
        Cue.BEGIN: _set("lancer engager entrer mettre ouvrir reprendre relancer initier"),
        Cue.ONGOING: _set("rester demeurer étendre prolonger maintenir traîner durer"),
        Cue.END: _set("arrêter prendre lever conclure fermer boucler"),
        Cue.OCCUR: _set("avoir tenir produire arriver intervenir"),
        Cue.INTENT: _set("tenir entendre compter chercher viser choisir appeler accepter"),
    }
)
"""Those of `VERBS` whose other senses are as common: ask for more before believing them."""

ETRE: Final = _set(
    """aller venir revenir devenir parvenir intervenir survenir advenir arriver partir repartir
    entrer rentrer sortir ressortir monter remonter descendre redescendre naître renaître mourir
    décéder rester tomber retomber retourner passer repasser apparaître réapparaître paraître
    reparaître échoir"""
)
"""Verbs whose past takes être: with another verb, "est" and a participle are a passive."""

NOUNS: Final[Mapping[Cue, frozenset[str]]] = MappingProxyType(
    {
        Cue.SAYING: _set(
            """annonce annonces déclaration déclarations communiqué communiqués discours propos
            affirmation affirmations allocution allocutions conférence interview interviews
            entretien entretiens témoignage témoignages aveu aveux révélation révélations
            promesse promesses avertissement avertissements appel appels tweet tweets
            tribune tribunes"""
        ),
        Cue.PLAN: _set(
            """rendez-vous projet projets plan plans calendrier agenda programme échéance
            échéances préavis convocation convocations perspective perspectives préparatifs
            candidature candidatures prévision prévisions"""
        ),
        Cue.CANCEL: _set(
            """annulation annulations abandon suppression renoncement retrait déprogrammation
            désistement boycott"""
        ),
        Cue.POSTPONE: _set("report reports ajournement ajournements sursis retard décalage"),
        Cue.DENIAL: _set("démenti démentis dénégation dénégations"),
        Cue.DOUBT: _set(
            """rumeur rumeurs hypothèse hypothèses soupçon soupçons spéculation spéculations
            éventualité possibilité probabilité risque risques menace menaces"""
        ),
        Cue.BEGIN: _set(
            """début débuts ouverture lancement démarrage commencement inauguration entrée
            déclenchement reprise rentrée"""
        ),
        Cue.ONGOING: _set("poursuite maintien prolongation prolongement"),
        Cue.END: _set(
            """fin clôture fermeture achèvement cessation expiration dénouement issue terme
            conclusion levée interruption"""
        ),
    }
)
"""Nouns by what they say of the event that they govern ("l'annulation du sommet de lundi")."""

_PHRASES: Final[Mapping[Cue, str]] = MappingProxyType(
    {
        Cue.PLAN: """
            prêt à | prête à | prêts à | prêtes à | en vue de | en vue d' | en vue du
            appelé à | appelée à | appelés à | appelées à
            censé | censée | censés | censées | supposé | supposée | supposés | supposées
            sur le point de | sur le point d' | en passe de | en passe d' | en voie de | en voie d'
            à partir de | à partir du | à partir d' | à compter de | à compter du | à compter d'
            est à prévoir | sont à prévoir | à venir | au programme | à l' ordre du jour
            à l' agenda | au calendrier | au menu
            d' ici à | d' ici | d' ici au | dès que possible | sous peu | au plus tard
            en projet | en préparation | en prévision de | en prévision d' | en prévision du
            dans l' attente de | dans l' attente du | dans l' attente d'
            en attente de | en attente d' | en attente du | doit avoir lieu
            devrait avoir lieu | est attendu | est attendue | sont attendus | sont attendues
        """,
        Cue.INTENT: """
            a l' intention de | a l' intention d' | ont l' intention de | ont l' intention d'
            avoir l' intention de | avait l' intention de | avaient l' intention de
            dans le but de | dans le but d' | afin de | afin d' | a pour objectif de
            a décidé de | a décidé d' | ont décidé de | ont décidé d'
            candidat à | candidate à | candidats à | en quête de | en quête d'
        """,
        Cue.CANCEL: """
            n' aura pas lieu | n' auront pas lieu | n' aura finalement pas lieu
            n' auront finalement pas lieu | n' aura plus lieu | n' auront plus lieu
            n' aurait pas lieu | n' a pas eu lieu | n' ont pas eu lieu | n' aura donc pas lieu
            n' a finalement pas eu lieu | n' ont finalement pas eu lieu
            ne se tiendra pas | ne se tiendront pas | ne se tiendra plus
            ne se tiendra finalement pas
            ne se déroulera pas | ne se dérouleront pas | n' est plus prévu | n' est plus prévue
            n' est plus d' actualité | ne sont plus prévus | ne sont plus prévues
            n' est plus à l' ordre du jour | tombe à l' eau | est tombé à l' eau
            est tombée à l' eau | est passé à la trappe | mettre fin au projet
            jette l' éponge | a jeté l' éponge | sans suite | lettre morte | tourne court
            a tourné court | fait faux bond | a fait faux bond
        """,
        Cue.POSTPONE: """
            à une date ultérieure | à une date indéterminée | sine die | à plus tard
            à une autre date | remis à | remise à | remis au | remise au | remis à plus tard
            jusqu' à nouvel ordre | reporté à | reportée à | reporté au | reportée au
            reportés au | reportées au | pris du retard | prendra du retard | en suspens
        """,
        Cue.DENIAL: """
            n' est pas vrai | n' est pas exact | est faux | dément avoir | nie avoir | en aucun cas
            il n' a jamais été question | il n' est pas question | il n' en est rien
            contrairement à ce que | contrairement à ce qu' | rejette en bloc | nie en bloc
            sans fondement | dénué de fondement | dénuée de fondement | dénuées de fondement
        """,
        Cue.DOUBT: """
            selon | d' après | à en croire | aux dires de | aux dires d' | de source | de sources
            peut-être | peut être que | sans doute | probablement | éventuellement
            vraisemblablement | apparemment | possiblement | potentiellement | en principe
            il semble | il semblerait | il semble que | il se pourrait | il se peut | il paraît
            il est possible | il est probable | n' est pas exclu | n' est pas exclue
            n' exclut pas | n' excluent pas | sous réserve | sous réserve de | sous réserve du
            en cas de | en cas d' | au cas où | à condition que | à condition de | le cas échéant
            si tout va bien | sauf surprise | sauf imprévu | sauf coup de théâtre | a priori
            présumé | présumée | présumés | présumées | éventuel | éventuelle | éventuels
            éventuelles | hypothétique | hypothétiques | supposément | prétendu | prétendue
            potentiel | potentielle | potentiels | potentielles | probable | probables
            de bonne source | dit-on | semble-t-il | paraît-il | au conditionnel | non confirmé
            non confirmée | non confirmés | non confirmées | sous toutes réserves
        """,
        Cue.ONGOING: """
            en cours | toujours en cours | en train de | en train d' | actuellement | à ce jour
            en ce moment | à l' heure actuelle | pour l' instant | pour le moment
            en ce moment même
            se poursuit | se poursuivent | se poursuivait | se poursuivaient | est en cours
            sont en cours | bat son plein | battait son plein | battent leur plein | à l' œuvre
            toujours pas | encore en cours | reste en vigueur | en vigueur depuis
        """,
        Cue.BEGIN: """
            entre en vigueur | entrera en vigueur | entrent en vigueur | entreront en vigueur
            est entré en vigueur | est entrée en vigueur | sont entrés en vigueur
            sont entrées en vigueur | entré en vigueur | entrée en vigueur
            prend effet | prendra effet | prendre effet | a pris effet | coup d' envoi
            voit le jour | a vu le jour | verra le jour | se met en place
        """,
        Cue.END: """
            prend fin | prendra fin | prennent fin | prendront fin | a pris fin | ont pris fin
            prenait fin | mettre fin | met fin | mettra fin | a mis fin | mettre un terme
            met un terme | a mis un terme | arrive à échéance | arrivera à échéance
            arrive à son terme | arrivera à son terme | touche à sa fin
        """,
        Cue.OCCUR: """
            a lieu | ont lieu | aura lieu | auront lieu | avait lieu | avaient lieu | eut lieu
            eurent lieu | a eu lieu | ont eu lieu | avait eu lieu | avaient eu lieu | aurait lieu
            auraient lieu | avoir lieu | ayant lieu | se tient | se tiennent | se tiendra
            se tiendront | se tenait | se tenaient | s' est tenu | s' est tenue | se sont tenus
            se sont tenues | se déroule | se déroulent | se déroulera | se dérouleront
            se déroulait | se déroulaient | s' est déroulé | s' est déroulée | se sont déroulés
            se sont déroulées
        """,
    }
)


def _read(text: str) -> list[tuple[str, ...]]:
    lines = (line for line in text.splitlines() if line.strip())
    return [tuple(part.split()) for line in lines for part in line.split("|") if part.strip()]


PHRASES: Final[Mapping[tuple[str, ...], Cue]] = MappingProxyType(
    {words: cue for cue, text in _PHRASES.items() for words in _read(text)}
)
"""Set phrases, as words, by what they say. The longest one at a place counts."""

_LONGEST: Final = max(map(len, PHRASES))
_FIRST: Final = frozenset(words[0] for words in PHRASES)
_NONE: Final[frozenset[Cue]] = frozenset()


@cache
def _verbs() -> Mapping[str, frozenset[Cue]]:
    return _by_word(VERBS)


@cache
def _nouns() -> Mapping[str, frozenset[Cue]]:
    return _by_word(NOUNS)


def _by_word(table: Mapping[Cue, frozenset[str]]) -> Mapping[str, frozenset[Cue]]:
    words = frozenset[str]().union(*table.values())
    return {word: frozenset(c for c, listed in table.items() if word in listed) for word in words}


def lemma_class(lemma: str) -> frozenset[Cue]:
    """Return what the verb, given by its infinitive, says of its event; often nothing.

    >>> lemma_class("manger")
    frozenset()
    """
    return _verbs().get(lemma, _NONE)


def is_loose(lemma: str, cue: Cue) -> bool:
    """Tell whether the verb says `cue` only with more to show for it: see `LOOSE`.

    >>> is_loose("lancer", Cue.SAYING), is_loose("déclarer", Cue.SAYING)
    (True, False)
    """
    return lemma in LOOSE.get(cue, _NONE)


def form_class(form: str) -> frozenset[Cue]:
    """Return what a form of a verb says of its event, whichever of its verbs it is.

    >>> sorted(form_class("Annulées"))
    [<Cue.CANCEL: 'cancel'>]
    """
    return frozenset[Cue]().union(*map(lemma_class, lemmas(form)))


def noun_class(noun: str) -> frozenset[Cue]:
    """Return what the noun, singular or plural, says of the event that it governs.

    >>> sorted(noun_class("Report"))
    [<Cue.POSTPONE: 'postpone'>]
    """
    return _nouns().get(noun.lower(), _NONE)


def phrases(words: Sequence[str]) -> tuple[tuple[Cue, int, int], ...]:
    """Return the set phrases among lower-case words: (cue, first word, word after the last).

    They are in order and do not overlap; at each word the longest one is taken.

    >>> phrases(["la", "réunion", "se", "poursuit"])
    ((<Cue.ONGOING: 'ongoing'>, 2, 4),)
    """
    found: list[tuple[Cue, int, int]] = []
    at = 0
    while at < len(words):
        if words[at] in _FIRST:
            for size in range(min(_LONGEST, len(words) - at), 0, -1):
                cue = PHRASES.get(tuple(words[at : at + size]))
                if cue is not None:
                    found.append((cue, at, at + size))
                    at += size - 1
                    break
        at += 1
    return tuple(found)
