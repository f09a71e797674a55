"""Names and idioms are no times: "Journal du Dimanche", "Paul Janvier", "Jeux d'hiver"."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours
from chrono.grammar.text import folded
from chrono.languages.fr.verbs import lemmas
from chrono.languages.fr.words import MONTHS, WEEKDAYS
from chrono.terms import (
    Clock,
    Day,
    DayPart,
    Holiday,
    Length,
    Month,
    Night,
    Range,
    Ref,
    Repeat,
    Season,
    Term,
    Which,
)  # fmt: skip

# Periodicals, when they stand as nouns.
_PAPERS = frozenset(
    "quotidien quotidiens hebdomadaire hebdomadaires mensuel mensuels trimestriel trimestriels "
    "bimestriel quotidienne biennale biennales triennale".split()
)


_ARTICLES = frozenset(
    "le un ce du au les des l ' de plusieurs d la aux ces deux grand grands une cette sa".split()
)


_TITLES = frozenset("journal tele jdd hebdo quotidien magazine emission".split())


_NAMED_TIMES = frozenset("Nuit Nuits Matin Matins Soir Soirs Soirée Journée Journées".split())


def _ends_title(before: list[str]) -> bool:
    """Whether what stands before belongs to a title: "Le Déjeuner de | midi", "sa Nuit d' | août"."""
    if before[-1:] == ["de"]:
        at = len(before) - 2
    elif before[-1:] in (["'"], ["’"]) and before[-2:-1] == ["d"]:
        at = len(before) - 3
    else:
        return False
    if at < 1 or not before[at][:1].isupper() or not before[at][1:2].islower():
        return False
    if before[at] in _NAMED_TIMES:
        return not _starts(before[:at])
    return before[at - 1] in ("Le", "La", "Les") and at > 1 and not _starts(before[: at - 1])


def no_name(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses names: "Paul Janvier", "Le Soir", "Midi olympique", "Toussaint Louverture"."""
    if isinstance(term, (Month, Clock)) and _ends_title(near.before_raw):
        return False
    if not near.capital and not isinstance(term, Holiday):
        indefinite = isinstance(term, Day) and near.previous(1) in (["un"], ["Un"])
        return not (indefinite and len(near.inside_raw) == 1)
    raw = near.inside_raw
    last = raw[-1]
    if last.isupper() and len(last) > 1:
        return True
    before, after = near.before_raw, near.after_raw
    nxt = after[0] if after else ""
    if len(raw) == 1 and raw[0][:1].isupper() and _is_person(before, nxt):
        return False
    if isinstance(term, Day) and len(raw) == 1 and nxt == "," and after[1:2]:
        if after[1] in _FELLOWS and after[2:3] in (["de"], ["d"], ["du"]):
            return False  # "Robinson et Vendredi, compagnon de …"
    if isinstance(term, Holiday):
        if len(raw) > 1:
            return True
        if len(before) > 1 and before[-1].istitle() and _leads_to_name(before[:-1]):
            return False  # "sourit Pascale Noël", and not "Joyeux Noël"
        return not (nxt[:1].isupper() and nxt[1:2].islower())
    if isinstance(term, Day) and len(raw) == 1 and before[-1:] in (["un"], ["Un"]):
        return False  # "un jeudi noir": some Thursday
    if last.istitle() and raw[0].istitle():
        inside = isinstance(term, DayPart) and raw[1:2] == ["-"]
        if inside or before[-3:-1] == ["-", "d"]:
            return False  # "au Point-du-Jour", "à Saint-Martin-d'Août"
    if isinstance(term, Month) and raw[0][:1].isupper() and before[-1:]:
        if before[-1] in _CRAFT:
            return False  # "la mission Mars 2020"
    if isinstance(term, Day) and len(raw) == 2 and _is_played(raw, before):
        return False
    head = raw[0] if len(raw) == 1 else last
    if not head[:1].isupper() or head.isupper():
        return True
    if isinstance(term, DayPart) and 1 < len(raw) < 4 and raw[0].lower() in ("l", "la", "le"):
        return False  # "une chapelle de l'Aube"
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
        if _starts(before) or near.starts_line:
            return True
        previous = before[-1] if before else ""
        if previous in ("de", "d", "du", "'", "’") and _of_a_name(before):
            return False  # "les Journées de Juin", "la révolution d'Octobre"
        if previous == "et" and len(before) > 1 and before[-2][:1].isupper():
            return _is_all_dates(before[-2])
        return previous.lower() in _BEFORE_DATE or not previous[:1].isalpha()
    return True


# Before the name of a person, and before the first name of a relation.
_CIVIL = frozenset(
    "Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Mgr MM Monsieur Madame Mademoiselle Maître Messieurs "
    "Mesdames mme monsieur madame".split()
)
_KIN = frozenset(
    "fils petit-fils frère mari époux compagnon cousin neveu oncle ami beau-frère prénommé".split()
)


def _leads_to_name(before: list[str]) -> bool:
    """Whether a name may follow within a sentence: "sourit", "M."."""
    civil = before[-1] in _CIVIL or (before[-1] == "." and before[-2:-1] == ["M"])
    return civil or before[-1].islower()


_SIGNED = frozenset("photo photos texte dessin par de et avec selon".split())


def _is_person(before: list[str], nxt: str) -> bool:
    """Whether a capitalised word is somebody: "M. Janvier", "Mme Juin", "son frère, Noël, …"."""
    if not before:
        return False
    if before[-1] == ".":
        titled = before[-2:-1] == ["M"] or (len(before) > 1 and before[-2] in _CIVIL)
        if len(before) > 2 and len(before[-2]) == 1 and before[-2].isupper() and not titled:
            return before[-3] == "(" or before[-3].lower() in _SIGNED  # "(Photo J. Mardi)"
        return titled and not (len(before) > 2 and before[-3].isdecimal())  # "3 M. Lundi, …"
    if before[-1] == ",":
        return nxt == "," and len(before) > 1 and before[-2] in _KIN
    return before[-1] in _CIVIL or before[-1] in _KIN


_FELLOWS = frozenset(
    "compagnon compagne ami amie serviteur servante valet personnage héros héroïne époux épouse "
    "mari femme frère sœur fils fille".split()
)


def no_names(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses names in a row: "MM. Juillet et Mars"."""
    return not (near.inside_raw[0][:1].isupper() and _is_person(near.before_raw, ""))


_CRAFT = frozenset("mission missions sonde rover robot programme vaisseau fusée opération".split())


def _of_a_name(before: list[str]) -> bool:
    """Whether what stands before "de" is itself a name, or what such names are given to."""
    at = -2 if before[-1] not in ("'", "’") else -3
    if len(before) < -at:
        return False
    noun = before[at]
    return (noun[:1].isupper() and not _starts(before[:at])) or folded(noun) in _GIVEN_MONTHS


def _is_played(raw: list[str], before: list[str]) -> bool:
    """Whether a numbered day with a capital is the name of those who play: "le duo Vendredi 13"."""
    numbered = raw[0].istitle() and raw[1].isdecimal()
    return numbered and bool(before) and folded(before[-1]) in _PLAYING


_PLAYING = frozenset(
    "compagnie troupe collectif groupe duo trio quatuor orchestre association studio label film "
    "roman piece album chanson serie bar cafe restaurant club".split()
)


_GIVEN_MONTHS = frozenset(
    "revolution journees conte contes enfants manifeste appel compagnie troupe collectif club "
    "cercle acteur actrice auteur autrice heros heroine realisateur realisatrice interprete film "
    "roman piece album chanson".split()
)


def _is_all_dates(word: str) -> bool:
    """Whether a capitalised word before "et" is itself a day or a month: "Samedi et Dimanche"."""
    return folded(word) in _DATE_WORDS


_DATE_WORDS = frozenset(folded(w) for w in (*WEEKDAYS, *MONTHS))


def _starts(before: Any) -> bool:
    """Whether a sentence or a title starts after these words."""
    return not before or before[-1] in _STARTING


_STARTING = frozenset('. ! ? : … « " “ - – — ) ; _ •'.split())


_BEFORE_DATE = frozenset(
    "le la ce en de depuis dès du au à et ou d l ' ’ chaque hier demain dès avant après jusqu jusqu'à "
    "fin début mi pour".split()
)


_HAVE = frozenset("A ONT AVAIT AVAIENT AURA AURONT AURAIT AYANT".split())


def no_spelled_season(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "ETE" in "A ETE ELU": in capitals the participle looks like the season.

    Nobody says "à été": so neither is "DU 19 OCTOBRE A ETE" a range.
    """
    season = term.last if isinstance(term, Range) else term
    if not isinstance(season, Season) or near.inside_raw[-1] not in ("ETE", "ÉTÉ"):
        return True
    words = near.inside_raw if isinstance(term, Range) else [*near.previous(1), "ETE"]
    return len(words) < 2 or words[-2] not in _HAVE


_TWO_O_CLOCK = frozenset({"quatorze", "14"})


def no_noon_at_two(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "chercher midi à quatorze heures": to make things harder than they are."""
    inside = near.inside
    if inside[0] not in _TWO_O_CLOCK and inside != ["midi"]:
        return True
    before, after = near.last, near.after
    if inside == ["midi"] and after[:1] == ["à"] and not _TWO_O_CLOCK.isdisjoint(after[1:2]):
        sought = near.before[-4:]
    elif inside[0] in _TWO_O_CLOCK and before[-2:] == ["midi", "à"]:
        sought = near.before[-6:-2]
    else:
        return True
    return not any(word.startswith("cherch") for word in sought)


_DETERMINERS = frozenset("ce cet cette le la l les fin debut mi".split())
_POSSESSED = frozenset("sa leur une".split())


def no_verbal_end(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "fin" where it belongs to the verb: "prendra fin ce week-end", "a mis fin cet été"."""
    if near.inside[0] != "fin" or near.inside[1] not in _DETERMINERS:
        return True  # "La ville a pris fin mars des mesures"
    before = [word.lower() for word in near.previous(3)]
    while before and before[-1].endswith("ment"):
        before.pop()
    return not before or not (
        before[-1] in _POSSESSED or {"prendre", "mettre"} & set(lemmas(before[-1]))
    )


def no_title(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses the names of papers, channels and shows: "Journal du Dimanche", "France 24"."""
    last_two = near.previous(2)
    before = [folded(w) for w in last_two]
    if rule == "‹déictique›" and near.after_raw[:2] == ["en", "France"] and near.capital:
        return _starts(last_two)  # "écrit Aujourd'hui en France"
    if isinstance(term, Night) and near.short and near.inside_raw[-1].istitle():
        return _starts(last_two) and near.inside_raw[0].istitle()  # "la Nuit de la lecture"
    if rule == "‹week-end›" and near.inside_raw[0] == "Le" and near.inside_raw[-1].istitle():
        return not last_two or not last_two[-1].islower()  # "le bar Le Week-End"
    inner: Term | None = term.term if isinstance(term, Which) else term
    if near.short and isinstance(inner, (Day, Repeat, Clock, DayPart)) and len(last_two) == 2:
        # "le magazine Samedi", "Journal du dimanche", and not "à la télé dimanche"
        if before[1] in _TITLES and near.capital:
            return False
        if (before[0] in _TITLES or before[1] in _TITLES) and last_two[0][:1].isupper():
            return False
    if rule == "annuel" and near.inside[0] in _PAPERS:
        return not (before and before[-1] in _ARTICLES)
    return not (isinstance(inner, (DayPart, Night)) and before[-1:] == ["bonne"])


def no_season_word(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses seasons in names: "Jeux d'hiver", "université d'été", "heure d'été"."""
    if not isinstance(term, Season):
        return True
    if rule == "passer le ‹saison›":
        return not near.inside_raw[-1].istitle()  # "attend l'Été indien": a title
    before = near.last
    joined = before[-2:]
    if (joined and joined[-1] in ("d", "'")) or (len(joined) == 2 and joined == ["d", "'"]):
        return False
    return True


def no_idiom(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses idioms: "du jour au lendemain", "mise à jour", "24 heures sur 24"."""
    inside, before, after = near.inside, near.last, near.after
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


_AFTER_EVENING = frozenset("un une deux trois plusieurs quelques à au en sur dans vers".split())


def no_evening_out(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "la soirée électorale" and "au soir du scrutin": of an event, not of a day."""
    if isinstance(term, DayPart) and term.day is None and rule == "au ‹partie›":
        if near.after[:1] in (["du"], ["de"], ["des"], ["d"]):
            return False
    if (
        isinstance(term, DayPart)
        and term.day is None
        and near.inside in (["la", "soiree"], ["la", "matinee"])
    ):
        if near.last and near.last[-1] in (
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
        if near.last[-1:] == ["pour"] and near.after[:1] and near.after[0] in _AFTER_EVENING:
            return True  # "annonce pour la soirée un trafic normal"
        return not near.after or near.after[0] in (",", ".", "et", "du", ";", ":", "ou")
    return True


_BEFORE_SOURCE = frozenset(
    "le la l les un une des ce cette ces son sa ses nos leur lui elle eux".split()
)


def no_source(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses "l'année d'après l'Insee" (who says it) and "Le Jour d'après" (a title)."""
    if near.inside[-1] not in ("apres", "avant") or near.inside[-3:-1] != ["d", "'"]:
        return True
    if near.inside_raw[-4].istitle():
        return False
    after = near.after_raw[:1]
    return not after or not (after[0][0].isupper() or near.after[0] in _BEFORE_SOURCE)
