"""Which words a time expression governs: a clause, a verb phrase, a participle or a noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chrono.chronicle import french
from chrono.chronicle.clauses import Clause, ClauseKind, Tree
from chrono.chronicle.dateless import is_of_comparison, is_since
from chrono.chronicle.phrases import antecedent, in_verb, is_nominal, phrase_start
from chrono.chronicle.sentences import Word, joins_between
from chrono.chronicle.verbal import Form, Group, infinitives, is_participle
from chrono.model import Granularity, Timex

LONGEST_QUOTE = 300
"""The most characters that a quote has."""

_FINE = frozenset(
    {
        Granularity.DAY,
        Granularity.NIGHT,
        Granularity.DAYPART,
        Granularity.HOUR,
        Granularity.MINUTE,
        Granularity.SECOND,
        Granularity.WEEKEND,
    }
)


_CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND})


class Governed(StrEnum):
    """What a time expression hangs on."""

    CLAUSE = "clause"
    PARTICIPLE = "participle"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Time:
    """A dated time expression in a sentence: the places of its first and last word."""

    timex: Timex
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Government:
    """What a time expression governs: a clause and a verb in it, or a noun phrase.

    `part` counts the verbs that share a subject: those of one part share the time.
    """

    time: Time
    how: Governed
    clause: int
    part: int = 0
    group: Group | None = None
    first: int = 0
    last: int = 0


def governments(
    tree: Tree, times: Sequence[Time], published: date | None = None
) -> list[Government]:
    """Find what each time expression governs, in order; those that govern nothing are left out.

    `published` tells what is over: no verb of the future that has a time ahead governs that too.
    """
    places = frozenset(n for time in times for n in range(time.first, time.last + 1))
    found = []
    for time in times:
        government = _government(tree, time, places)
        if government is not None:
            found.append(government)
    lasting = {n for n, word in enumerate(tree.words) if word.low == "depuis"}
    return [
        one for one in found if one.time.first - 1 in lasting or not _is_over(one, found, published)
    ]


def _is_over(one: Government, found: Sequence[Government], published: date | None) -> bool:
    """Whether a time is over that stands beside one ahead, with a verb of the future.

    "Les tarifs augmenteront le 1er janvier, après une hausse ‹en 2023›".
    """
    if published is None or one.how is not Governed.CLAUSE or not _ends_before(one, published):
        return False
    if one.group is None or one.group.form is not Form.FUTURE:
        return False
    return any(
        other.group is one.group and other is not one and not _ends_before(other, published)
        for other in found
    )


def _ends_before(one: Government, published: date) -> bool:
    bounds = one.time.timex.bounds
    return bounds is not None and bounds.latest < published


def _government(tree: Tree, time: Time, places: frozenset[int]) -> Government | None:
    number = tree.home[time.first]
    if is_of_comparison(tree, time.first) or is_since(tree, time.first):
        return None
    noun = _noun_before(tree, time)
    if noun is not None and _is_occasion(tree, noun):
        noun = None  # "quittera ses fonctions ‹à l'issue de l'assemblée› du 18 juin"
    if noun is not None:
        if tree.words[noun].low in french.STAND_INS:
            own = [n for n in tree.clauses[number].own if n >= tree.clauses[number].start]
            return Government(
                time, Governed.NOUN, tree.with_verb(number), first=min(own), last=time.last
            )
        if not _tells_event(tree.words[noun], time.timex):
            return None
        return Government(
            time,
            Governed.NOUN,
            tree.with_verb(number),
            first=phrase_start(tree, noun),
            last=_tail(tree, time.last, places),
        )
    aside = _apposition(tree, time)
    if aside is not None:
        return Government(
            time, Governed.NOUN, tree.with_verb(number), first=aside[0], last=aside[1]
        )
    participle = _participle_before(tree, time)
    if participle is not None:
        word = tree.words[participle]
        group = Group(
            participle, participle, participle, Form.PARTICIPLE, infinitives(word), False, True
        )
        return Government(
            time,
            Governed.PARTICIPLE,
            tree.with_verb(number),
            group=group,
            first=antecedent(tree, participle),
            last=_reach(tree, time.last),
        )
    if tree.clauses[number].kind is ClauseKind.ASIDE and not tree.clauses[number].verbs:
        if not _tells_aside(tree, time, places):
            return None
        return Government(time, Governed.CLAUSE, number)
    number = _told_when(tree, tree.with_verb(number), places)
    clause = tree.clauses[number]
    part = part_of(clause, time.first)
    return Government(time, Governed.CLAUSE, number, part, verb_of(clause, part))


_NOBODY = frozenset({"il", "c'", "ce", "ça", "tout"})
_OPENED = frozenset({"être", "commencer", "débuter", "basculer"})


def _told_when(tree: Tree, number: int, places: frozenset[int]) -> int:
    """Return the clause that tells what happened then: "il est 6 h 42 ‹quand un car se couche›".

    The same of "tout a commencé le 3 mai, lorsque …": what stands around tells the time alone.
    """
    clause = tree.clauses[number]
    verb = clause.verb
    if verb is None or clause.kind is not ClauseKind.MAIN or not verb.lemmas & _OPENED:
        return number
    told = [
        tree.words[n].low
        for n in clause.own
        if n not in places and not verb.first <= n <= verb.last and tree.words[n].is_word
    ]
    rest = [low for low in told if low not in french.PREPOSITIONS | french.DETERMINERS]
    if not rest or not _NOBODY.issuperset(rest):
        return number
    for child in tree.children(number):
        inner = tree.clauses[child]
        if inner.kind is ClauseKind.ADVERBIAL and tree.words[inner.first].low in _WHEN:
            return child if inner.verb is not None else number
    return number


_WHEN = frozenset({"quand", "lorsque", "lorsqu'"})


def _apposition(tree: Tree, time: Time) -> tuple[int, int] | None:
    """Return the noun phrase with its apposition that a time is in: "X, en vigueur depuis lundi,".

    A time alone between two commas belongs to the clause ("X a, mardi, annoncé").
    """
    clause = tree.clauses[tree.home[time.first]]
    verb = clause.verb
    if verb is None or time.last > verb.first or clause.kind is ClauseKind.PARTICIPLE:
        return None
    own = sorted(clause.own)
    before = [n for n in own if n < time.first and tree.words[n].low == ","]
    after = [n for n in own if time.last < n < verb.first and tree.words[n].low == ","]
    if not before or not after:
        return None
    opens, closes = before[-1], after[0]
    inside = [n for n in own if opens < n < time.first and tree.words[n].is_word]
    plain = [n for n in inside if tree.words[n].low not in french.PREPOSITIONS]
    if not plain or opens <= clause.start:
        return None
    first = phrase_start(tree, opens - 1)
    if tree.words[first].low in french.PREPOSITIONS - {"des", "du"}:
        return None
    return first, closes - 1


def _tells_aside(tree: Tree, time: Time, places: frozenset[int]) -> bool:
    """Whether an aside without a verb tells something: "(en mars à Orcey)", not "(1914-1918)"."""
    if time.timex.resolution.granularity in _CLOCK:
        return False
    own = [tree.words[n] for n in tree.clauses[tree.home[time.first]].own if n not in places]
    told = [word for word in own if word.is_word and word.low not in french.PREPOSITIONS]
    return bool(told) and not any(word.low in french.EDITIONS for word in told)


def part_of(clause: Clause, place: int) -> int:
    """Count the verb phrase that a place is in: 0 before the first split."""
    return sum(1 for split in clause.splits if split < place)


def verb_of(clause: Clause, part: int) -> Group | None:
    """Return the verb of a verb phrase of a clause."""
    inside = [verb for verb in clause.verbs if part_of(clause, verb.first) == part]
    return inside[0] if inside else clause.verb


# -- nouns -----------------------------------------------------------------------------------


def _noun_before(tree: Tree, time: Time) -> int | None:
    """Return the place of the noun that the time qualifies: "les ‹élections› du 13 juin"."""
    at = time.first - 1
    if at < 1 or tree.words[at].low not in ("de", "du", "d'", "des"):
        return None
    at -= 1
    while at > 0 and tree.words[at].low in ('"', "»", "”"):
        at -= 1
    noun = at
    if not is_nominal(tree, noun):
        return None
    # "élections ‹européennes› de 2004", "la course-poursuite ‹organisée› de mardi"
    while noun > 0 and _is_adjective_of(tree, noun):
        noun -= 1
    head = _head_noun(tree, noun)
    if tree.words[head].low in french.UNIT_NOUNS or tree.words[noun].low in french.UNIT_NOUNS:
        return None
    return head


_OCCASIONS = frozenset({"issue", "occasion", "cours", "terme", "fin", "lors"})


def _is_occasion(tree: Tree, noun: int) -> bool:
    """Whether a noun with its time tells when the clause around happens: "lors du scrutin"."""
    if tree.clauses[tree.with_verb(tree.home[noun])].verb is None:
        return False
    at = noun - 1
    while at > 0 and tree.words[at].low in ("de", "du", "d'", "des", "la", "l'", "le", "les"):
        at -= 1
    word, before = tree.words[at].low, tree.words[at - 1].low if at else ""
    linked = at < noun - 1 and tree.words[at + 1].low in ("de", "du", "d'", "des")
    return linked and word in _OCCASIONS and (word == "lors" or before in ("l'", "au", "la"))


def _is_adjective_of(tree: Tree, place: int) -> bool:
    """Whether a word looks like an adjective after its noun."""
    before = tree.words[place - 1]
    if not is_nominal(tree, place - 1) or (before.is_name and not before.low.islower()):
        return False
    return before.low not in french.DETERMINERS and tree.words[place].low not in french.EVENTS


def _head_noun(tree: Tree, place: int) -> int:
    """Return the head of a phrase: of "la prise d'otages de l'OPEP" it is "prise"."""
    best = place
    at = place
    while at > 1 and not _tells_event_word(tree.words[best]):
        step = at - 1
        while step > 0 and tree.words[step].low in french.DETERMINERS - {"des", "du"}:
            step -= 1
        if tree.words[step].low not in ("de", "du", "des", "d'"):
            break
        at = step - 1
        while at > 0 and is_nominal(tree, at) and _is_adjective_of(tree, at):
            at -= 1
        if at < 0 or not is_nominal(tree, at):
            break
        best = at
    return best if _tells_event_word(tree.words[best]) else place


def _tells_event_word(word: Word) -> bool:
    low = word.low
    singular = low[:-1] if low.endswith(("s", "x")) else low
    return (
        low in french.EVENTS
        or singular in french.EVENTS
        or (
            low not in french.NO_EVENTS
            and singular not in french.NO_EVENTS
            and singular.endswith(("tion", "sion", "ment", "age", "ture", "erie"))
        )
    )


def _tells_event(word: Word, timex: Timex) -> bool:
    """Whether "‹noun› de ‹time›" tells an event: by the noun, or because the time is a day."""
    low = word.low
    singular = low[:-1] if low.endswith(("s", "x")) else low
    if low in french.EDITIONS or low in french.NO_EVENTS or singular in french.NO_EVENTS:
        return False
    return _tells_event_word(word) or timex.resolution.granularity in _FINE


_WHERE = frozenset({"à", "au", "aux", "en", "dans", "entre"})


def _tail(tree: Tree, last: int, places: frozenset[int]) -> int:
    """Return where a noun phrase with its time ends: "d'aujourd'hui ‹en Allemagne›"."""
    after = last + 1
    if after >= len(tree.words) or tree.words[after].low not in _WHERE:
        return last
    end = last
    for at in range(after, min(len(tree.words), after + 7)):
        word = tree.words[at]
        if at in places or word.low in french.PHRASE_STOPS or not word.is_word or in_verb(tree, at):
            break
        if tree.home[at] != tree.home[last]:
            break
        if at > after and word.low in ("à", "en", "dans", "pour", "par", "avec", "sur"):
            break
        end = at
    while end > last and (
        tree.words[end].low in french.PREPOSITIONS or tree.words[end].low in french.DETERMINERS
    ):
        end -= 1
    return end


# -- participles -----------------------------------------------------------------------------


def _participle_before(tree: Tree, time: Time) -> int | None:
    """Return the place of a participle after its noun that the time follows: "prévue le 16"."""
    at = time.first - 1
    steps = 0
    while at > 0 and steps < 3 and tree.words[at].low in french.BEFORE_TIME:
        at -= 1
        steps += 1
    if at < 1:
        return None
    word = tree.words[at]
    if (
        not is_participle(word)
        or word.is_name
        or in_verb(tree, at)
        or word.low in french.NO_PARTICIPLES
    ):
        return None
    clause = tree.clauses[tree.home[at]]
    if clause.kind is ClauseKind.PARTICIPLE and clause.start == at:
        return None
    if word.low in french.DESCRIBING and clause.verb is not None and clause.verb.last < at:
        return None  # "publiera ses prévisions ‹détaillées› le 12 mai"
    before = tree.words[at - 1]
    nominal = is_nominal(tree, at - 1) or before.low in ('"', "»", ")")
    return at if nominal else None


def _reach(tree: Tree, last: int) -> int:
    """Return where a participle phrase ends: before a comma, a verb or another clause."""
    end = last
    for at in range(last + 1, len(tree.words)):
        word = tree.words[at]
        if tree.home[at] != tree.home[last] or in_verb(tree, at):
            break
        stops = word.low in french.PARTICIPLE_STOPS and not joins_between(tree.words, at)
        if stops or not word.is_word:
            break
        end = at
    while end > last and tree.words[end].low in french.PREPOSITIONS | french.DETERMINERS:
        end -= 1
    return end
