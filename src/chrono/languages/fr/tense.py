"""French clauses: which verb governs a time expression, and where it looks.

A sentence is cut into clauses at subordinating words and strong signs. Verb groups (auxiliary
and participle, near future, modal and infinitive, participle alone) are read with the table of
verb forms; the nearest group of the expression's own clause decides, the one before it rather
than the one after. Grammar: Grevisse, *Le Bon Usage*, on the tenses (§§ 877-889) and the agreement
of tenses in reported speech (§ 898).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from chrono.languages.fr.reporting import ETRE, Cue, lemma_class
from chrono.languages.fr.verbs import Tense, auxiliaries, is_weak, lemmas, readings
from chrono.model import Direction
from chrono.tense import UNDECIDED, ClauseTense

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
UNKNOWN = Direction.UNKNOWN

# How far a verb is from the expression: a word counts 1, these signs count more.
_COMMA = 4
_CLAUSE = 12
_AFTER = 3
_REACH = 40

_SUBORDINATORS = frozenset(
    "que qu qui dont où lorsque lorsqu quand si alors tandis comme car puisque parce afin laquelle "
    "lequel lesquels lesquelles auquel auxquels duquel mais".split()
)
_QUOTES = frozenset('"«»“”')
_STRONG = frozenset(';:()[]"«»“”—–')
_ADVERBS = frozenset(
    "pas plus jamais point rien déjà encore toujours bien aussi également ainsi enfin finalement "
    "donc même tous tout toutes toute été elle il ils elles on été d abord ensuite notamment "
    "en y l la le les lui leur t ne n souvent aujourd hui hier surtout à nouveau presque trop "
    "beaucoup peu mieux mal longtemps tôt tard nouveau".split()
)
_REFLEXIVE = frozenset({"s", "se", "m", "me", "t", "te", "nous", "vous"})
_DETERMINERS = frozenset(
    "le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs mon ma mes ton ta "
    "tes notre nos votre vos quelques plusieurs chaque aucun aucune tout toute deux trois quatre "
    "cinq six sept huit neuf dix premier première deuxième nouveau nouvelle grand grande en par "
    "sans sous sur avec chez contre entre vers".split()
)
# Forms of verbs that are other words in news, whatever stands beside them.
_NO_VERBS = frozenset("puis absente absentes complète complètes secrète inquiète".split())
_PRONOUNS = frozenset("il elle ils elles on je j tu nous vous qui se s ne n y".split())
# Whose participle alone says that the thing is to come: "une réunion prévue lundi".
_PLANNED = frozenset(
    "prévoir programmer reprogrammer planifier fixer agender convoquer attendre envisager projeter "
    "escompter reporter repousser décaler ajourner différer renvoyer".split()
)
_PURPOSE = frozenset({"pour", "afin"})
_PRETERITE = Tense.IMPERFECT | Tense.SIMPLE_PAST | Tense.SUBJUNCTIVE_IMPERFECT


# What lasts until a day that is over: "la grève a duré jusqu'à vendredi".
_LASTED = frozenset(
    "duré couru resté restée restés restées régné travaillé vécu gouverné dirigé occupé exercé siégé "
    "combattu hésité continué perduré persisté dormi joué habité servi lutté tenu".split()
)


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb group: its words, where it looks, and whether it is a participle or an infinitive."""

    start: int
    end: int
    direction: Direction
    loose: bool = False  # a bare participle or infinitive: only near by
    moves: bool = False  # puts a thing on another day: "renvoyé à"
    until_past: bool = False  # says that something lasted: "jusqu'à" then looks back


def read(
    words: Sequence[str], start: int, end: int, masked: frozenset[int], full: bool = False
) -> ClauseTense:
    """The direction of the clause around ``words[start:end]``; see `chrono.tense.TenseReader`."""
    shift = max(0, start - _REACH)
    low = _lowered(words, shift, min(len(words), end + _REACH))
    a, b = start - shift, end - shift
    hidden = {m - shift for m in masked} | set(range(a, b))
    before = _preposition(low, a)
    if before == "depuis":
        return ClauseTense(PAST, "depuis")
    if before == "vivement":
        return ClauseTense(FUTURE, "vivement")
    if full and _of_noun(low, a):
        return UNDECIDED
    groups = _groups(low, hidden, a)
    noun = _after_noun(low, a) or _told_of_noun(low, a, b, groups)
    if noun is not None:
        return ClauseTense(noun, "après" if "après" in low[max(0, a - 14) : a] else "qui")
    best = _nearest(low, groups, a, b)
    if before in ("jusqu'à", "ici"):
        if before == "jusqu'à" and best is not None and best.direction is PAST and best.until_past:
            return ClauseTense(PAST, _quote(words, best, shift))
        return ClauseTense(FUTURE, "d'ici" if before == "ici" else "jusqu'à")
    if before == "pour" and (best is None or best.loose or best.direction is not PAST):
        return ClauseTense(FUTURE, "pour")
    if best is None:
        return ClauseTense(FUTURE, "dès") if before == "dès" else UNDECIDED
    if best.loose and before != "à" and low[best.end - 1][:5] in _PUT_OFF:
        return ClauseTense(PAST, _quote(words, best, shift))
    if (
        before == "à"
        and best.direction is PAST
        and best.end <= a
        and a - best.end <= 9
        and best.moves
    ):
        return ClauseTense(FUTURE, _quote(words, best, shift))
    if before == "dès" and best.direction is PRESENT:
        return ClauseTense(FUTURE, "dès")
    direction = best.direction
    if full and best.loose and direction is PAST and all(g.loose for g in groups):
        return UNDECIDED  # "portes ouvertes le 5 avril": no verb says when
    head = direction is FUTURE and best.loose and best.start == 0 and before != "pour"
    if head or (direction is UNKNOWN and not full):
        direction = _main_clause(low, groups, best, direction)
    return ClauseTense(direction, _quote(words, best, shift), best.loose)


def _main_clause(
    low: list[str], groups: list[_Group], best: _Group, direction: Direction
) -> Direction:
    """Where the main clause looks: "qui devait ouvrir lundi, a été annulé", "attendu lundi, il n'est
    pas venu".
    """
    for group in groups:
        if group.start > best.start and not group.loose and group.direction is not UNKNOWN:
            if group.direction is PAST and direction is FUTURE:
                return UNKNOWN  # "attendu samedi": it was to come when that was said
            return direction if group.direction is PRESENT else group.direction
    return direction


def _lowered(words: Sequence[str], first: int, last: int) -> list[str]:
    """The words in lower case; the "A" of "A6" is no verb."""
    low = [w.lower() for w in words[first:last]]
    for k in range(len(low) - 1):
        if low[k] == "a" and words[first + k] == "A" and low[k + 1].isdecimal():
            low[k] = "•"
    return low


def _quote(words: Sequence[str], group: _Group, shift: int) -> str:
    return (
        " ".join(words[group.start + shift : group.end + shift])
        .replace(" ' ", "'")
        .replace(" ’ ", "’")
    )


def _preposition(low: list[str], a: int) -> str:
    """The preposition before the expression that outranks the tense, or ""."""
    k = a - 1
    while k >= 0 and low[k] in ("le", "la", "les", "l", "'", "’", "ce", "au", "du", "à"):
        if low[k] == "au" and k >= 2 and low[k - 2] == "jusqu":
            return "jusqu'à"
        k -= 1
    if k < 0:
        return ""
    if low[k] in ("depuis", "dès"):
        return low[k]
    if low[k] in ("jusqu", "jusque") or (k >= 2 and low[k - 2] == "jusqu"):
        return "jusqu'à"
    if low[k] == "ici" and k >= 2 and low[k - 2] == "d":
        return "ici"
    if a and low[a - 1] in ("pour", "vivement"):
        return low[a - 1]
    if a and low[a - 1] in ("au", "à"):
        return "à"
    if low[k] == "partir" or (low[k] == "de" and k and low[k - 1] == "partir"):
        return "dès"
    return ""


def _of_noun(low: list[str], a: int) -> bool:
    """Whether the date belongs to a noun before it: "la fusillade du 26 octobre"."""
    if a < 2 or low[a - 1] != "du":
        return False
    noun = low[a - 2]
    if not noun[0].isalpha() or noun in (
        "partir",
        "compter",
        "cours",
        "lors",
        "dater",
        "près",
        "date",
    ):
        return False
    return not readings(noun) or is_weak(noun)


def _after_noun(low: list[str], a: int) -> Direction | None:
    """ "après la défaite aux élections de dimanche": what comes after a time looks back to it."""
    if a < 2 or low[a - 1] not in ("de", "du", "d", "'", "’"):
        return None
    for k in range(a - 2, max(-1, a - 14), -1):
        word = low[k]
        if word == "après" and (k == 0 or low[k - 1] not in ("d", "'", "’")):
            return PAST
        if word in _STRONG or word in _SUBORDINATORS or word == ",":
            return None
        if readings(word) & Tense.FINITE and not is_weak(word):
            return None
    return None


def _told_of_noun(low: list[str], a: int, b: int, groups: list[_Group]) -> Direction | None:
    """ "celles de samedi, qui ont tué": what is told of the noun that the date belongs to."""
    if a < 1 or low[a - 1] not in ("de", "du"):
        return None
    k = b + 1 if low[b : b + 1] == [","] else b
    if low[k : k + 1] not in (["qui"], ["dont"], ["où"]):
        return None
    for group in groups:
        if group.start > k:
            near = group.start - k <= 4 and not group.loose
            return group.direction if near and group.direction in (PAST, FUTURE) else None
    return None


def _nearest(low: list[str], groups: list[_Group], a: int, b: int) -> _Group | None:
    best: _Group | None = None
    least = 10_000
    for group in groups:
        if group.end <= a:
            cost = _cost(low, group.end, a)
        else:
            cost = _cost(low, b, group.start) + _AFTER
            if a > 1 and _reports(low, b, group):
                cost += 2 * _CLAUSE
        if group.loose and cost > (6 if group.end <= a else 2):
            continue
        if group.loose and group.end <= a and "," in low[group.end : a]:
            continue
        if cost < least:
            best, least = group, cost
    return best


def _reports(low: list[str], b: int, group: _Group) -> bool:
    """An inserted clause that reports speech: "…, a précisé M. X" does not govern what it reports."""
    k = group.start - 1
    while k >= b and low[k] in ("'", "’", "-", "t", "s"):
        k -= 1
    opened = k >= b - 1 and (low[k] == "," or low[k] in _QUOTES)
    return opened and Cue.SAYING in _classes(low[group.end - 1])[0]


def _cost(low: list[str], first: int, last: int) -> int:
    """How far two places are, in words and in what stands between them."""
    cost = 0
    for k in range(first, last):
        word = low[k]
        if word == "," or word in _QUOTES:
            cost += _COMMA
        elif word in _STRONG or word in _SUBORDINATORS:
            cost += _CLAUSE
        else:
            cost += 1
    # The clause that begins right before the expression is its own.
    return cost


@lru_cache(maxsize=1 << 14)
def _classes(form: str) -> tuple[frozenset[Cue], bool, bool]:
    """What the verbs of this form announce, whether one takes être, whether all plan."""
    cues: set[Cue] = set()
    found = lemmas(form)
    for lemma in found:
        cues |= lemma_class(lemma)
    planned = bool(found) and all(lemma in _PLANNED for lemma in found)
    return frozenset(cues), any(lemma in ETRE for lemma in found), planned


def _groups(low: list[str], hidden: set[int], a: int) -> list[_Group]:
    groups: list[_Group] = []
    k, n = 0, len(low)
    while k < n:
        word = low[k]
        if k in hidden or not word[0].isalpha():
            k += 1
            continue
        group = _group_at(low, k, hidden, a)
        if group is None:
            k += 1
        else:
            if not (
                group.loose and groups and not groups[-1].loose and groups[-1].end == group.start
            ):
                groups.append(group)  # "défileront unis": the participle is an attribute
            k = max(group.end, k + 1)
    return groups


def _skip(low: list[str], k: int, hidden: set[int], most: int = 6) -> int:
    """The next word that is no adverb, pronoun or sign inside of a verb group."""
    n = len(low)
    for _ in range(most):
        if k >= n:
            return n
        word = low[k]
        if (
            k in hidden
            or word in ("-", "'", "’")
            or word in _ADVERBS
            or (word.endswith("ment") and len(word) > 6)
            or (word == "de" and k + 1 < n and low[k + 1] == "nouveau")
        ):
            k += 1
        else:
            return k
    return k


def _group_at(low: list[str], k: int, hidden: set[int], a: int) -> _Group | None:
    word = low[k]
    if word in _NO_VERBS or (word == "été" and _is_noun(low, k)):
        return None
    aux = auxiliaries().get(word)
    if aux is not None and not (
        word in ("est", "été", "être", "avoir", "pouvoir", "devoir") and _is_noun(low, k)
    ):
        found = _auxiliary(low, k, aux, hidden)
        if found is not None:
            return found
    bits = readings(word)
    if not bits:
        return None
    if is_weak(word) and not _supported(low, k):
        return _near_participle(low, k, a, bits)
    if (
        bits & Tense.FINITE
        and k
        and low[k - 1]
        in (
            "le",
            "la",
            "les",
            "un",
            "une",
            "des",
            "du",
            "au",
            "aux",
            "de",
            "d",
            "ce",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
            "leurs",
        )
        and not (low[k - 1] in ("le", "la", "les") and k > 1 and low[k - 2] in _PRONOUNS)
        and not bits & (Tense.FUTURE | Tense.CONDITIONAL)
    ):
        # "la visite", "une rencontre": a noun, unless an object pronoun stands there.
        if not bits & Tense.INFINITIVE:
            return None
        bits &= Tense.INFINITIVE
    return _simple(low, k, bits)


def _near_participle(low: list[str], k: int, a: int, bits: int) -> _Group | None:
    """A participle that could be a noun, right before the time: "blessé samedi", "mort le 3"."""
    if not bits & Tense.PAST_PARTICIPLE or not 0 <= a - (k + 1) <= 4:
        return None
    if any(w in _STRONG or w == "," for w in low[k + 1 : a]):
        return None
    if k and (low[k - 1] in _DETERMINERS or low[k - 1] in _DEGREES):
        return None
    if k > 1 and low[k - 1] in ("'", "’") and low[k - 2] in ("l", "d"):
        return None
    return _Group(k, k + 1, PAST, True)


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
    return before in ("le", "du", "au", "ce", "un", "son", "leur", "'", "’")


def _supported(low: list[str], k: int) -> bool:
    """Whether a pronoun, ne or se stands before a word that mostly is a noun."""
    before = low[k - 1] if k else ""
    if before in ("'", "’") and k > 1:
        before = low[k - 2]
    if before in ("lui", "leur", "y", "en") and k > 1:
        before = low[k - 2]
    return before in _PRONOUNS


def _auxiliary(
    low: list[str], k: int, aux: tuple[tuple[str, int], ...], hidden: set[int]
) -> _Group | None:
    names = {name: bits for name, bits in aux}
    after = _skip(low, k + 1, hidden)
    nxt = low[after] if after < len(low) else ""
    nxt_bits = readings(nxt) if nxt and nxt[0].isalpha() else 0
    if not nxt_bits and nxt.endswith(("é", "és", "ée", "ées")):
        nxt_bits = Tense.PAST_PARTICIPLE  # of a verb too new for the table: "ont fuité"
    bits = 0
    for value in names.values():
        bits |= value
    if "avoir" in names or "être" in names:
        if low[k] in ("ayant", "étant"):
            return _Group(k, after + 1, PAST, True) if nxt_bits & Tense.PAST_PARTICIPLE else None
        been = any(w == "été" for w in low[k + 1 : after])
        if nxt_bits & Tense.PAST_PARTICIPLE and not (nxt == "été"):
            return _compound(low, k, after, names, bits, been)
        if been or (k + 1 < len(low) and low[k + 1] == "eu"):
            return _Group(k, k + 2, FUTURE if bits & Tense.FUTURE else PAST)
        return _simple(low, k, bits)
    follows = nxt_bits & Tense.INFINITIVE
    end = after + 1 if follows else k + 1
    if "aller" in names and follows:
        if bits & (Tense.PRESENT | Tense.IMPERFECT | Tense.FUTURE):
            return _Group(k, end, FUTURE)
    if "venir" in names and bits & (Tense.PRESENT | Tense.IMPERFECT):
        de = after < len(low) and low[after] in ("de", "d")
        if de and after + 1 < len(low):
            inf = _skip(low, after + 1, hidden)
            if inf < len(low) and readings(low[inf]) & Tense.INFINITIVE:
                return _Group(k, inf + 1, PAST)
    if (
        "devoir" in names or "pouvoir" in names or "falloir" in names
    ) and bits & ~Tense.PAST_PARTICIPLE:
        if low[k] in ("dû", "pu", "du"):
            return None
        if follows and low[after] in ("avoir", "être"):
            inner = _skip(low, after + 1, hidden)
            if (
                inner < len(low)
                and readings(low[inner]) & Tense.PAST_PARTICIPLE
                and low[after] == "avoir"
            ):
                return _Group(k, inner + 1, PAST)
            if inner < len(low) and readings(low[inner]) & Tense.PAST_PARTICIPLE:
                end = inner + 1
        if bits & Tense.IMPERFECT and "devoir" in names:
            return _Group(k, end, UNKNOWN)
        if bits & Tense.IMPERFECT:
            return _Group(k, end, PAST)
        if bits & Tense.SIMPLE_PAST and not bits & Tense.PRESENT:
            return _Group(k, end, PAST)
        return _Group(k, end, FUTURE)
    return _simple(low, k, bits)


def _compound(
    low: list[str], k: int, at: int, names: dict[str, int], bits: int, been: bool
) -> _Group:
    """Auxiliary and participle: a compound tense, or a passive."""
    participle = low[at]
    cues, takes_etre, plan = _classes(participle)
    end = at + 1
    lasting = participle in _LASTED
    if "avoir" in names and "être" not in names:
        if bits & Tense.FUTURE:
            # "Il aura fallu attendre": a future that looks back.
            return _Group(k, end, PAST if participle == "fallu" else FUTURE)
        if bits & Tense.INFINITIVE:
            return _Group(k, end, PAST, True)
        if been and plan:
            # "a été reporté à", "avait été fixé au": the plan is past, its day ahead.
            return _Group(k, end, FUTURE if bits & Tense.PRESENT else PAST)
        return _Group(k, end, PAST, moves=_moves(low, at, been), until_past=lasting)
    before = low[k - 1] if k else ""
    if before in ("'", "’") and k > 1:
        before = low[k - 2]
    if before == "y" and k > 1:
        before = low[k - 2]
    reflexive = before in _REFLEXIVE
    if bits & (Tense.FUTURE | Tense.CONDITIONAL):
        rumour = bits & Tense.CONDITIONAL and (takes_etre or reflexive)
        return _Group(k, end, PAST if rumour else FUTURE)
    if bits & Tense.INFINITIVE:
        return _Group(k, end, FUTURE if _purpose(low, k) else PRESENT, True)
    if plan and not reflexive:
        return _Group(
            k, end, PAST if bits & _PRETERITE and not _ahead_in_past(participle) else FUTURE
        )
    if takes_etre or reflexive or bits & _PRETERITE:
        return _Group(k, end, PAST, until_past=lasting)
    return _Group(k, end, PRESENT)


# Beginnings of participles that put a thing on another day.
_PUT_OFF = frozenset("renvo repor repou décal ajour diffé".split())
_MOVED = _PUT_OFF | frozenset("prolo recon fixé mis".split())


def _moves(low: list[str], at: int, been: bool) -> bool:
    return low[at][:5] in _MOVED or (been and low[at][:4] in ("mise", "avan"))


def _ahead_in_past(participle: str) -> bool:
    """ "était prévu lundi": what was planned may lie ahead of publication."""
    return participle[:4] in ("prév", "atte", "prog", "fixé", "conv")


def _purpose(low: list[str], k: int) -> bool:
    return any(w in _PURPOSE for w in low[max(0, k - 3) : k])


def _simple(low: list[str], k: int, bits: int) -> _Group | None:
    word = low[k]
    cues, _, plan = _classes(word)
    if bits & Tense.FUTURE:
        return _Group(k, k + 1, FUTURE)
    if bits & Tense.CONDITIONAL:
        return _Group(k, k + 1, FUTURE)
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
        return _Group(k, k + 1, FUTURE if plan else PAST, True)
    if bits & Tense.INFINITIVE:
        if _purpose(low, k):
            return _Group(k, k + 1, FUTURE, True)
        for m in range(k - 1, max(-1, k - 8), -1):
            if low[m] in _STRONG or low[m] in _SUBORDINATORS or low[m] in ("dû", "pu"):
                break
            if low[m][0].isalpha():
                announced, _, _ = _classes(low[m])
                if announced & {Cue.PLAN, Cue.INTENT, Cue.FORETELLING} and readings(low[m]):
                    return _Group(k, k + 1, FUTURE, True)
        return None
    if bits & _PRETERITE and not bits & Tense.PRESENT:
        return _Group(
            k,
            k + 1,
            PAST,
            until_past=word.startswith(("dur", "rest", "régn", "trav", "viv", "véc")),
        )
    if bits & (Tense.PRESENT | Tense.SUBJUNCTIVE_PRESENT | Tense.IMPERATIVE):
        return _Group(k, k + 1, PRESENT)
    return None
