"""Times in the titles of works are none: « Dimanche à la campagne », « Les Contes du lundi »."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.languages.fr.groups import announced_by
from chrono.languages.fr.reporting import Cue
from chrono.languages.fr.verbs import Tense, is_weak, lemmas, readings
from chrono.terms import AllOf

_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_MARKS = _OPENING | {'"'}
_MOST_WORDS = 9
# Who speaks for himself names no work.
_SPEAKERS = frozenset("je j tu nous vous on il ils elle elles c ça mon ma mes notre nos".split())
# The first words of what is shouted, written on a door or answered.
_CALLS = frozenset(
    "tous toutes non oui stop rendez à pas plus jamais merci bravo vive vivement fermé fermée ouvert "
    "ouverte fermeture ouverture grève reprise retour départ réouverture depuis dès d'ici avant après "
    "mais et donc alors pourquoi quand comment voilà enfin encore toujours bienvenue complet".split()
)
_DETERMINERS = frozenset("le la les l un une des du de d au aux ce cette ces son sa ses".split())


def no_quoted_title(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses what stands in a quoted title, and lets stand what stands in quoted speech.

    A title begins with a capital, is short, has no verb and no full stop, and nobody says it.
    """
    if not near.follows_quote:
        return True
    left = near.pieces_before
    if isinstance(term, AllOf) and not _MARKS.isdisjoint(near.inside_raw):
        return not near.inside_raw[0][:1].isupper()  # « Vendredi 13 » et « Halloween »
    opened = _opening(left)
    if opened < 0:
        return True
    right = near.pieces_after
    closed = _closing(right)
    if closed < 0:
        return True
    head = [p for p in left[opened + 1 :] if not p.isspace()]
    tail = [p for p in right[:closed] if not p.isspace()]
    leading = _words(left[:opened])
    around = leading[-3:], _words(right[closed + 1 :])[:6]
    named = not _WORKS.isdisjoint(around[0]) or _is_credited(leading, bool(head or tail))
    named = named or _is_listed(leading, around[1]) or _is_shown(leading)
    if not head and tail[:1] == [","] and not named:
        # « Samedi, tous à Paris », but "elle joue dans « Minuit, place Pigalle »"
        called = any(word.lower() in _CALLS for word in tail)
        return called or not _stands_as_name(near, left[:opened]) or _is_said(*around)
    if not head and not tail and not named and not _goes_on(around[1]):
        return not _stands_as_name(near, left[:opened]) or _is_said(*around)
    words = [*head, *near.inside_raw, *tail]
    begins = words[0][0].isupper() or (
        words[0].isdecimal() and (named or _heads(leading, tail, around[1]))
    )
    counted = sum(word[0].isalnum() for word in words)
    if counted > _MOST_WORDS or not begins or words[-1] in ".!?…":
        return True
    low = [w.lower() for w in words]
    if low[0] in _CALLS or not _SPEAKERS.isdisjoint(low):
        return True
    if any(_is_finite(low, k) for k in range(len(low))):
        return True
    return not named and _is_said(*around)


def _stands_as_name(near: Neighbours, before: list[str]) -> bool:
    """Whether a quotation with a capital stands within a sentence as a noun: "a vu « Samedi »"."""
    words = [p for p in before if not p.isspace() and p not in "'’"]  # "l'autrice d'« Un jour »"
    within = bool(words) and (words[-1][:1].islower() or words[-1] in ("Dans", "Avec"))
    return within and near.inside_raw[0][:1].isupper()


def _words(pieces: list[str]) -> list[str]:
    return [p.lower() for p in pieces if not p.isspace()]


_WORKS = frozenset(
    "film roman livre album pièce chanson spectacle exposition série émission festival tableau "
    "documentaire épisode épisodes recueil essai opéra ballet podcast titre intitulé intitulée intitulés intitulées "
    "baptisé baptisée baptisés baptisées rebaptisé rebaptisée surnommé surnommée dénommé dénommée "
    "nommé nommée titré titrée nom".split()
)
# Who makes a work or plays in it; what is won with one, or makes known.
_ARTISTS = frozenset(
    "réalisateur réalisatrice cinéaste acteur actrice comédien comédienne romancier romancière "
    "interprète scénariste héros héroïne rôle rôles vedette".split()
)
_PRIZES = frozenset(
    "palme oscar oscars césar césars primé primée primés récompensé récompensée couronné couronnée "
    "lauréat lauréate révélé révélée révélés révélées".split()
)
_CREDITED = 8


def _is_credited(leading: list[str], longer: bool) -> bool:
    """Whether somebody is known by what is quoted: "révélée par « 3 jours à Rome »".

    `longer` says that the quotation holds more than a time, which alone may be somebody's words:
    "l'acteur revient dans « 24 heures »".
    """
    last = leading[-1:]
    near = leading[-_CREDITED:]
    if "," in near:
        near = near[len(near) - near[::-1].index(",") :]
    if last == ["pour"]:
        return not _PRIZES.isdisjoint(near)
    if last == ["dans"] and not longer:
        return False
    through = last in (["par"], ["avec"], ["dans"], ["de"]) or leading[-2:] == ["grâce", "à"]
    return through and not (_ARTISTS.isdisjoint(near[-3:]) and _PRIZES.isdisjoint(near))


def _is_shown(leading: list[str]) -> bool:
    """Whether what is quoted is shown or broadcast: "diffusera à 21 h « 24 heures chrono »"."""
    near = leading[-_CREDITED:]
    return any(word[0].isalpha() and not _SHOWING.isdisjoint(lemmas(word)) for word in near)


_SHOWING = frozenset({"diffuser", "rediffuser", "projeter", "programmer", "ressortir"})


def _is_listed(leading: list[str], after: list[str]) -> bool:
    """Whether another quotation stands beside in a row of titles: « 1900 », « Vendredi 13 »."""
    if after[:1] not in ([","], ["et"], ["ou"]) or _MARKS.isdisjoint(after[1:2]):
        return False
    return not leading or leading[-1] in (":", "\n", "»", "et", ",", "dans", "de", "avec", ".")


def _goes_on(after: list[str]) -> bool:
    """Whether a verb follows at once, its subject the quotation, or what joins another name."""
    if after[:1] in (["et"], ["ou"], ["de"], ["d"]):
        return True
    return bool(after) and after[0].isalpha() and bool(readings(after[0]) & Tense.FINITE)


def _heads(leading: list[str], tail: list[str], after: list[str]) -> bool:
    """Whether a quotation opens its sentence, whose verb follows: « 24 heures chrono » revient.

    A length alone is somebody's: « 48 heures » et pas une de plus.
    """
    if not tail or (leading and leading[-1] not in _ENDS) or after[:1] in (["de"], ["d"]):
        return False
    if after[:1] in (["et"], ["ou"]):
        return not _MARKS.isdisjoint(after[1:2])
    return _goes_on(after)


_ENDS = frozenset({".", "!", "?", "\n", ":"})


def _opening(left: list[str]) -> int:
    """The place of the quotation mark that is still open at the end of these pieces, or -1."""
    for k in range(len(left) - 1, -1, -1):
        piece = left[k]
        if piece in _OPENING:
            return k
        if piece in _CLOSING or piece == "\n":
            return -1
        if piece == '"':
            return k if k == 0 or left[k - 1].isspace() or left[k - 1] in "('’" else -1
    return -1


def _closing(right: list[str]) -> int:
    """The place of the mark that closes the quotation, or -1."""
    for k, piece in enumerate(right):
        if piece in _CLOSING or piece == '"':
            return k
        if piece in _OPENING or piece == "\n":
            return -1
    return -1


def _is_finite(low: list[str], k: int) -> bool:
    """Whether a word of a quotation is its verb."""
    word = low[k]
    if not word[0].isalpha() or not readings(word) & Tense.FINITE or is_weak(word):
        return False
    before = low[k - 1] if k else ""
    if before in ("'", "’") and k > 1:
        before = low[k - 2]
    return before not in _DETERMINERS


def _is_said(before: list[str], after: list[str]) -> bool:
    """Whether the words around a quotation say that somebody speaks it."""
    if before[-1:] == [":"] or (after[:1] == [":"] and (not before or before[-1] in _ENDS)):
        return True
    if before[-1:] == ["dans"]:
        return False
    if any(w.isalpha() and _says(w) for w in before[-2:]):
        return True
    if not after:
        return False
    if after[0] == "," and after[1:2] != ["et"]:
        verbs = [w for w in after[1:5] if w[0].isalpha() and readings(w) & Tense.FINITE]
        return verbs[:1] == after[1:2] or "a" in after[1:5] or any(not is_weak(w) for w in verbs)
    return _says(after[0]) or "-" in after[:4]


def _says(word: str) -> bool:
    return Cue.SAYING in announced_by(word)[0] and bool(readings(word) & Tense.FINITE)
