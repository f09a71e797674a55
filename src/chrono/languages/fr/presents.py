"""French verbs whose present in news tells what is over: "Lens bat Nice samedi".

The present of the other verbs looks ahead ("reçoit samedi Nice"): what they say can be arranged
beforehand. Nobody announces a defeat, a death or a conviction for a day to come. The lists were
written by hand from the headlines of sport, of courts and of news in brief.
"""

from __future__ import annotations

from functools import lru_cache

from chrono.languages.fr.groups import Group, has_elided_if
from chrono.languages.fr.reporting import Cue, lemma_class
from chrono.languages.fr.verbs import Tense, lemmas, readings

# Results, accidents, crimes and judgments, in the active.
_BEFALL = frozenset(
    "battre vaincre écraser étriller terrasser surclasser humilier éliminer détrôner remporter "
    "décrocher arracher conquérir concéder rafler empocher triompher chuter trébucher craquer "
    "sombrer égaliser dominer mourir périr succomber décéder blesser poignarder abattre percuter "
    "renverser faucher dérailler chavirer exploser ravager dévaster endommager détruire anéantir "
    "tuer assassiner échapper écoper capoter démissionner limoger acquitter relaxer condamner "
    "écrouer incarcérer interpeller agresser cambrioler braquer invalider censurer retoquer "
    "perdre gagner réussir encaisser pulvériser intercepter neutraliser démanteler saisir déjouer "
    "secourir repêcher dérober rejeter dégringoler bondir plonger flamber disparaître frôler rater "
    "survivre secouer frapper".split()
)
# The same with "se": without it they are arranged ("impose", "qualifie").
_BEFALL_ITSELF = frozenset(
    "imposer incliner qualifier offrir effondrer écrouler éteindre suicider noyer évader "
    "échouer hisser adjuger".split()
)
_MADE = frozenset("fait font".split())
_FALLING = frozenset("tomber chuter plier capoter exploser dérailler plonger bondir".split())
_LOSSES = frozenset(
    "mort morts morte mortes blessé blessés blessée blessées victime victimes disparu disparus "
    "dégâts".split()
)
# Of those who say: what they say then is to come, and so may be their day.
_PROMISING = frozenset(
    "annoncer promettre prédire pronostiquer anticiper augurer espérer craindre redouter souhaiter "
    "prévenir menacer proposer publier révéler dévoiler écrire lancer reprendre poursuivre "
    "continuer enchaîner emporter interroger trouver exposer détailler résumer communiquer "
    "témoigner protester plaider informer notifier conclure réagir indigner insurger".split()
)
_IFS = frozenset("si que qu quand lorsque lorsqu".split())
_IF_WITHIN = 7


@lru_cache(maxsize=1 << 12)
def _kinds(form: str) -> tuple[bool, bool, bool]:
    """Of a form: whether it tells what befell, does so with "se", says something."""
    found = lemmas(form)
    says = any(Cue.SAYING in lemma_class(lemma) for lemma in found)
    return (
        not _BEFALL.isdisjoint(found),
        not _BEFALL_ITSELF.isdisjoint(found),
        says and _PROMISING.isdisjoint(found),
    )


def befell(low: list[str], k: int) -> bool:
    """Whether the verb in the present at a place tells what is over; not behind "si" or "que".

    >>> befell("lens bat nice".split(), 1), befell("si lens bat nice".split(), 2)
    (True, False)
    >>> befell("nice s ' impose".split(), 3), befell("le feu fait deux morts".split(), 2)
    (True, True)
    """
    word = low[k]
    plain, itself, _ = _kinds(word)
    if itself and not plain:
        before = [w for w in low[max(0, k - 2) : k] if w not in ("'", "’")]
        plain = before[-1:] in (["s"], ["se"])
    elif word in _MADE:
        after = low[k + 1 : k + 2]
        plain = after != [] and after[0] in _FALLING
        plain = plain or not _LOSSES.isdisjoint(low[k + 1 : k + 6])
    elif word in ("emporte", "emportent"):
        plain = k > 1 and low[k - 2] == "l"
    return plain and not _supposed(low, k)


# Whose present states what a time that is over has brought.
_STATING = frozenset(
    "dénombrer recenser déplorer constater enregistrer totaliser comptabiliser accuser".split()
)


def states(form: str) -> bool:
    """Whether a verb in the present states what has been: "dénombre", "déplorent".

    >>> states("déplorent"), states("attendent"), states("déploreront")
    (True, False, False)
    """
    return not _STATING.isdisjoint(lemmas(form)) and bool(readings(form) & Tense.PRESENT)


def _supposed(low: list[str], k: int) -> bool:
    behind = low[max(0, k - _IF_WITHIN) : k]
    if not _IFS.isdisjoint(behind):
        return True
    return has_elided_if(behind)


_BELIEVING = frozenset("croire dire savoir penser supposer présumer imaginer".split())


def is_believed(low: list[str], verb: Group, participle: Group) -> bool:
    """Whether a participle tells what is believed of somebody: "que l'on croit noyé samedi"."""
    if verb.end != verb.start + 1 or not readings(low[participle.start]) & Tense.PAST_PARTICIPLE:
        return False
    before = low[verb.start - 1] if verb.start else ""
    return before not in ("se", "'", "’") and not _BELIEVING.isdisjoint(lemmas(low[verb.start]))


def is_said(low: list[str], k: int) -> bool:
    """Whether a verb says something, so that the day right after it is that of the speech.

    >>> is_said(["dénonce"], 0), is_said(["promet"], 0), is_said("qu il avoue".split(), 2)
    (True, False, False)
    """
    said = _kinds(low[k])[2] and bool(readings(low[k]) & Tense.PRESENT)
    return said and not _supposed(low, k)
