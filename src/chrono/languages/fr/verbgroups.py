"""French verb groups: auxiliary and participle, near future, modal and infinitive, participle.

Each group is read with the table of verb forms, and says where it looks from the publication day.
Grammar: Grevisse, *Le Bon Usage*, on the tenses (§§ 877-889) and the agreement of tenses in
reported speech (§ 898).
"""

from __future__ import annotations

from chrono.languages.fr.anterior import regrets, will_have
from chrono.languages.fr.groups import STRONG, Group, announced_by
from chrono.languages.fr.infinitives import infinitive, is_purpose, meant, past_infinitive
from chrono.languages.fr.parted import CLOSING, LEADING, apart, is_verb, skip
from chrono.languages.fr.presents import befell, is_believed
from chrono.languages.fr.verbs import Form, Tense, form_of, readings
from chrono.model import Direction

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
UNKNOWN = Direction.UNKNOWN

_REFLEXIVE = frozenset({"s", "se", "m", "me", "t", "te", "nous", "vous"})


_DETERMINERS = frozenset(
    "le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs mon ma mes ton "
    "ta tes notre nos votre vos quelques plusieurs chaque aucun aucune tout toute deux trois "
    "quatre cinq six sept huit neuf dix premier première deuxième nouveau nouvelle grand grande "
    "en par sans sous sur avec chez contre entre vers".split()
)


_BEFORE_NOUN = frozenset(
    "le la les un une des du au aux de d ce cette ces son sa ses leurs".split()
)


# Forms of verbs that are other words in news, whatever stands beside them.
_NO_VERBS = frozenset("puis agenda absente absentes complète complètes secrète inquiète".split())


_PRONOUNS = frozenset("il elle ils elles on je j tu nous vous qui se s ne n y".split())


_PRETERITE = Tense.IMPERFECT | Tense.SIMPLE_PAST | Tense.SUBJUNCTIVE_IMPERFECT


# What lasts until a day that is over: "la grève a duré jusqu'à vendredi".
_LASTED = frozenset(
    "duré couru resté restée restés restées régné travaillé vécu gouverné dirigé occupé exercé "
    "siégé plu neigé stagné reculé progressé baissé grimpé augmenté diminué oscillé patienté "
    "résisté combattu hésité continué perduré persisté dormi joué habité servi lutté tenu "
    "débattu débattue débattus débattues discuté discutée discutés discutées négocié négociée "
    "négociés négociées manifesté bombardé bombardée pilonné pilonnée dansé chanté veillé".split()
)


# "ont appelé à une journée d'action le 20": what is called for is still to come.
_CALLED = frozenset({"appelé", "appelée", "appelés", "invité", "convié"})


def may_end_group(word: str) -> bool:
    """Whether a lower-case word may be the last of a verb group; true rather than false."""
    return form_of(word).is_verb or word == "eu" or word.endswith(("é", "és", "ée", "ées"))


def verb_groups(low: list[str], hidden: set[int], a: int) -> list[Group]:
    """The verb groups of lower-case words.

    `hidden` are the places of time words, `a` is where the time in question begins.
    """
    groups: list[Group] = []
    k, n = 0, len(low)
    leap, landing = -1, 0  # where the participle of an auxiliary stands that was read before
    while k < n:
        if k == leap:
            k = landing
            continue
        form = form_of(low[k])
        if not form.is_verb or k in hidden:
            k += 1  # most words are no forms of verbs
            continue
        told = bool(groups) and groups[-1].direction is PAST and not groups[-1].loose
        group = _group_at(low, k, form, hidden, a, told)
        if group is None:
            k += 1
        else:
            follows = bool(groups) and groups[-1].end == group.start and not groups[-1].loose
            if told and group.direction is not PAST and regrets(low, groups[-1], group):
                group.direction, group.loose = PAST, False  # "aurait voulu y être lundi"
            if not (group.loose and follows) or is_believed(low, groups[-1], group):
                groups.append(group)  # "défileront unis": the participle is an attribute
            k = max(group.end, k + 1)
            if group.aside[0] < group.aside[1] < group.end:
                leap, landing = group.aside[1], k
                k = group.aside[0]
    return groups


# Participles that make a set phrase with the noun before: they tell how, and of no time.
_SET_PHRASES = {
    "closes": ("portes",), "ouvertes": ("portes",), "fermés": ("guichets", "yeux"),
    "clos": ("huis",), "croisés": ("bras",), "liés": ("poings",), "liées": ("mains",),
    "baissée": ("tête",), "armée": ("main",), "restreint": ("comité",),
}  # fmt: skip


def _group_at(
    low: list[str], k: int, form: Form, hidden: set[int], a: int, told: bool
) -> Group | None:
    word = low[k]
    if k and word in _SET_PHRASES and low[k - 1] in _SET_PHRASES[word]:
        return None
    if word in _NO_VERBS or (word == "été" and _is_noun(low, k)):
        return None
    if (
        word == "passé"
        and k + 1 == a
        and low[a : a + 1] in (["le"], ["la"], ["l"], ["les"], ["noël"], ["pâques"])
        and low[k - 1 : k] in ([], [","])
    ):
        return None  # "passé le 15 juin, il sera trop tard": after it
    if word == "délibéré" and not k:
        return None  # "Délibéré le 3 juin": when it is told
    if word == "devant" and not is_verb(low, k + 1, Tense.INFINITIVE):
        return None
    aux = form.auxiliary
    if aux is not None and not (
        word in ("est", "été", "être", "avoir", "pouvoir", "devoir") and _is_noun(low, k)
    ):
        found = _auxiliary(low, k, aux, hidden)
        if found is not None:
            return found
    bits = form.tenses
    if not bits:
        return None
    if form.weak and not _supported(low, k):
        return _near_participle(low, k, a, bits)
    if (
        bits & Tense.FINITE
        and k
        and low[k - 1] in _BEFORE_NOUN
        and not (low[k - 1] in ("le", "la", "les") and k > 1 and low[k - 2] in _PRONOUNS)
        and not bits & (Tense.FUTURE | Tense.CONDITIONAL)
        and not (bits & _PRETERITE == bits and low[k - 1] in ("le", "la", "les"))
    ):
        # "la visite", "une rencontre": a noun, unless an object pronoun stands there.
        if not bits & Tense.INFINITIVE:
            return None
        bits &= Tense.INFINITIVE
    return _simple(low, k, bits, told)


def _near_participle(low: list[str], k: int, a: int, bits: int) -> Group | None:
    """A participle that could be a noun, right before the time: "blessé samedi", "mort le 3"."""
    reach = 8 if k and low[k - 1] == "," else 4  # ", relevé de 1,5 % le 1er février"
    if not bits & Tense.PAST_PARTICIPLE or not 0 <= a - (k + 1) <= reach:
        return None
    if any(w in STRONG or w == "," for w in low[k + 1 : a]):
        return None
    if k and (low[k - 1] in _DETERMINERS or low[k - 1] in _DEGREES):
        return None
    if k > 1 and low[k - 1] in ("'", "’") and low[k - 2] in ("l", "d"):
        return None
    return Group(k, k + 1, PAST, True)


_DEGREES = frozenset("très plus moins assez trop si peu fort aussi tout toute".split())


def _is_noun(low: list[str], k: int) -> bool:
    word, before = low[k], low[k - 1] if k else ""
    if word == "été":
        return before in ("l", "'", "’", "cet", "en", "d", "un", "chaque", "fin", "début", "mi")
    if word == "est":
        return (
            before in ("l", "'", "’")
            and k > 1
            and low[k - 2] in ("l", "d", "à")
            and (k + 1 >= len(low) or low[k + 1] in ("de", "du", "des", ",", ".", "et"))
        )
    elided = before in ("'", "’") and k > 1 and low[k - 2] == "l"
    return elided or before in ("le", "du", "au", "ce", "un", "son", "leur")


def _supported(low: list[str], k: int) -> bool:
    """Whether a pronoun, ne or se stands before a word that mostly is a noun."""
    before = low[k - 1] if k else ""
    if before in ("'", "’") and k > 1:
        before = low[k - 2]
    if before in ("lui", "leur", "y", "en") and k > 1:
        before = low[k - 2]
    return before in _PRONOUNS


def _auxiliary(low: list[str], k: int, names: dict[str, int], hidden: set[int]) -> Group | None:
    after = skip(low, k + 1, hidden)
    aside = (0, 0)
    wanted = Tense.PAST_PARTICIPLE if "avoir" in names or "être" in names else Tense.INFINITIVE
    if after < len(low) and not (low[after][0].isalpha() and readings(low[after]) & wanted):
        for m in range(k + 1, after + 1):
            if m not in hidden and (low[m] in CLOSING or low[m] in LEADING):
                aside = apart(low, m, hidden, wanted)
                if aside[1]:
                    after = skip(low, aside[1], hidden)
                    break
    nxt = low[after] if after < len(low) else ""
    nxt_bits = readings(nxt) if nxt and nxt[0].isalpha() else 0
    if nxt in ("tu", "tus") and low[max(0, k - 2) : k] in (["s", "'"], ["s", "’"]):
        nxt_bits = Tense.PAST_PARTICIPLE  # "s'est tu"
    if not nxt_bits and nxt.endswith(("é", "és", "ée", "ées")):
        nxt_bits = Tense.PAST_PARTICIPLE  # of a verb too new for the table: "ont fuité"
    bits = 0
    for value in names.values():
        bits |= value
    if "avoir" in names or "être" in names:
        if low[k] in ("ayant", "étant"):
            return Group(k, after + 1, PAST, True) if nxt_bits & Tense.PAST_PARTICIPLE else None
        been = any(w == "été" for w in low[k + 1 : after])
        if nxt_bits & Tense.PAST_PARTICIPLE and nxt != "été":
            return _parted(_compound(low, k, after, names, bits, been, hidden), aside)
        if been or (k + 1 < len(low) and low[k + 1] == "eu"):
            ahead = bool(bits & Tense.FUTURE)
            return will_have(low, k, k + 1, lasted=False) if ahead else Group(k, k + 2, PAST)
        return _simple(low, k, bits)
    follows = nxt_bits & Tense.INFINITIVE
    end = after + 1 if follows else k + 1
    if "aller" in names and follows:
        if bits & (Tense.PRESENT | Tense.IMPERFECT | Tense.FUTURE):
            return _parted(Group(k, end, FUTURE), aside)
    if "venir" in names and bits & (Tense.PRESENT | Tense.IMPERFECT):
        if follows and low[after - 1] in ("'", "’") and low[after - 2] == "d":
            return _parted(Group(k, after + 1, PAST), aside)
        de = after < len(low) and low[after] in ("de", "d")
        if de and after + 1 < len(low):
            inf = skip(low, after + 1, hidden)
            if inf < len(low) and readings(low[inf]) & Tense.INFINITIVE:
                return _parted(Group(k, inf + 1, PAST), aside)
    if (
        "devoir" in names or "pouvoir" in names or "falloir" in names
    ) and bits & ~Tense.PAST_PARTICIPLE:
        if low[k] in ("dû", "pu", "du"):
            return None
        if bits & Tense.PRESENT_PARTICIPLE:
            return Group(k, end, UNKNOWN, True)  # "ne pouvant se réunir lundi": the main verb tells
        over = False  # "doit avoir oublié", and not "devrait avoir fini"
        if follows and low[after] in ("avoir", "être"):
            inner = skip(low, after + 1, hidden)
            if inner < len(low) and readings(low[inner]) & Tense.PAST_PARTICIPLE:
                end = inner + 1
                firm = "devoir" not in names or not bits & (Tense.CONDITIONAL | Tense.FUTURE)
                over = low[after] == "avoir" and firm
        direction = FUTURE
        if bits & Tense.IMPERFECT and "devoir" in names and not over:
            direction = UNKNOWN
        elif over or (bits & _PRETERITE and not bits & Tense.PRESENT):
            direction = PAST
        return _parted(Group(k, end, direction), aside)
    return _simple(low, k, bits)


def _parted(group: Group, aside: tuple[int, int]) -> Group:
    group.aside = aside
    return group


def _compound(
    low: list[str], k: int, at: int, names: dict[str, int], bits: int, been: bool, hidden: set[int]
) -> Group:
    """Auxiliary and participle: a compound tense, or a passive."""
    participle = low[at]
    _cues, takes_etre, plan = announced_by(participle)
    end = at + 1
    lasting = participle in _LASTED or (participle == "pu" and not _extends(low, end))
    if "avoir" in names and "être" not in names:
        if bits & Tense.CONDITIONAL and participle == "dû":
            return Group(k, end, UNKNOWN)  # "aurait dû s'ouvrir lundi": past, or called off before
        if bits & Tense.FUTURE:
            first = not any(n < k for n in hidden)
            return will_have(low, k, at, lasted=lasting and first)
        if bits & Tense.INFINITIVE:
            return past_infinitive(low, k, end)
        if been and plan:
            # "a été reporté à", "avait été fixé au": the plan is past, its day ahead.
            ahead = bool(bits & Tense.PRESENT)
            moves = ahead and participle[:5] in PUT_OFF
            return Group(k, end, FUTURE if ahead else PAST, plan=not ahead, moves=moves)
        calls = participle in _CALLED and _calls_for(low, end, hidden)
        return Group(k, end, PAST, plan=calls, moves=_moves(low, at, been), until_past=lasting)
    before = low[k - 1] if k else ""
    if before in ("'", "’") and k > 1:
        before = low[k - 2]
    if before == "y" and k > 1:
        before = low[k - 2]
    reflexive = before in _REFLEXIVE
    if before in ("nous", "vous"):  # "vous êtes battue", "rendez-vous est donné": no pronouns
        reflexive = k > 1 and low[k - 2] == before
    if bits & (Tense.FUTURE | Tense.CONDITIONAL):
        if not (takes_etre or reflexive):
            return Group(k, end, FUTURE)
        if bits & Tense.CONDITIONAL:
            return Group(k, end, PAST)  # a rumour
        return will_have(low, k, at, lasted=lasting)
    if bits & Tense.INFINITIVE:
        if reflexive or takes_etre:
            return past_infinitive(low, k, end)
        return Group(k, end, FUTURE if is_purpose(low, k) else PRESENT, True)
    if plan and not reflexive:
        was = bool(bits & _PRETERITE)
        past = was and not _ahead_in_past(participle)
        return Group(k, end, PAST if past else FUTURE, plan=was)
    if takes_etre or reflexive or bits & _PRETERITE:
        return Group(k, end, PAST, until_past=lasting)
    return Group(k, end, PRESENT)


def _calls_for(low: list[str], end: int, hidden: set[int]) -> bool:
    """Whether "à" follows, past times and few other words: "ont appelé mercredi à la grève"."""
    seen = 0
    for k in range(end, min(len(low), end + 12)):
        if k in hidden:
            continue
        if low[k] == "à":
            follows = readings(low[k + 1]) if k + 1 < len(low) and low[k + 1][0].isalpha() else 0
            return seen == 0 or bool(follows & Tense.INFINITIVE)
        seen += 1
        if seen > 5 or low[k] in STRONG or low[k] == ",":
            return False
    return False


# Beginnings of participles that put a thing on another day.
PUT_OFF = frozenset("renvo repor repou décal ajour diffé".split())


_MOVED = PUT_OFF | frozenset("prolo proro recon fixé mis".split())


def _moves(low: list[str], at: int, been: bool) -> bool:
    word = low[at]  # "a avancé le scrutin au 9 mai"
    return word[:5] in _MOVED or word[:6] == "avancé" or (been and word[:4] == "mise")


def _extends(low: list[str], k: int) -> bool:
    """Whether what follows puts an end off: "ont pu prolonger le bail jusqu'en juin"."""
    return any(w[:5] in _MOVED or w[:5] in ("obten", "étend", "maint") for w in low[k : k + 3])


def _ahead_in_past(participle: str) -> bool:
    """ "était prévu lundi": what was planned may lie ahead of publication."""
    return participle[:4] in ("prév", "atte", "prog", "fixé", "conv")


# "un arrêté interdisant la marche de samedi": what is ruled on is mostly to come.
_RULING = frozenset(
    "interdisant autorisant prévoyant annonçant fixant convoquant reportant repoussant programmant "
    "imposant ordonnant appelant invitant obligeant permettant exigeant réclamant".split()
)


def _simple(low: list[str], k: int, bits: int, told: bool = False) -> Group | None:
    word = low[k]
    _cues, _, plan = announced_by(word)
    if bits & Tense.FUTURE:
        return Group(k, k + 1, FUTURE)
    if bits & Tense.CONDITIONAL:
        return Group(k, k + 1, FUTURE)
    if (
        bits & Tense.PAST_PARTICIPLE
        and not (bits & Tense.FINITE and _supported(low, k))
        and word not in ("dit", "fait", "écrit", "conduit", "produit")
    ):
        if word == "été" or (
            k and low[k - 1] in _DETERMINERS and low[k - 1] not in ("par", "de", "d")
        ):
            return None
        if k > 1 and low[k - 1] in ("'", "’") and low[k - 2] in ("l", "d"):
            return None
        if k and (low[k - 1] in _DEGREES or low[k - 1] in ("annonce", "annoncent")):
            return None
        lasted = word in _LASTED  # "a reculé, puis stagné jusqu'à mai"
        return Group(k, k + 1, FUTURE if plan else PAST, True, until_past=lasted)
    if bits & Tense.INFINITIVE:
        return infinitive(low, k, told)
    if bits & Tense.PRESENT_PARTICIPLE and word in _RULING:
        return Group(k, k + 1, UNKNOWN, True)
    if bits & _PRETERITE and not bits & Tense.PRESENT:
        plan_ends = meant(low, k)
        if plan_ends:
            return Group(k, plan_ends, UNKNOWN)
        return Group(
            k,
            k + 1,
            PAST,
            plan=word.startswith("expir"),
            until_past=word.startswith(("dur", "rest", "régn", "trav", "viv", "véc")),
        )
    if word in ("expire", "expirent"):
        return Group(k, k + 1, FUTURE)  # what ends so is still to end
    if bits & (Tense.PRESENT | Tense.SUBJUNCTIVE_PRESENT | Tense.IMPERATIVE):
        return Group(k, k + 1, PAST if befell(low, k) else PRESENT)
    return None
