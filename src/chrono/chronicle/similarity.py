"""Do two records tell the same event? The verdict depends on the two alone.

What two statements share is weighed by rarity: the share of the lighter statement that the other
one also has, and of both together. Their times must be compatible; the places where they happen,
and the numbers that they count, must not contradict each other. Where all agrees but the day, and
the days are near, the two are held together by a bridge: sources that disagree, or a plan that
was changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from rapidfuzz.distance import Levenshtein

from chrono.chronicle.records import Link, Record, Signature, Verdict
from chrono.chronicle.signatures import NEAR
from chrono.chronicle.times import apart_days, compatible, span
from chrono.model import Kind, Status

THRESHOLD = 0.40
"""The score from which two records with compatible times tell the same event."""

WITHIN_ARTICLE = 0.55
"""The same within one article, where telling one thing twice is rarer than telling two."""

COARSE = 0.48
"""The same where one of the times is a month or more."""

BRIDGE = 0.62
"""The same where the days differ, and are near."""

MOVED = 0.34
"""The same where one of the two says that the thing was put off to its day."""

LEAST = 4.0
"""The least weight that two records must share."""

LEAST_BRIDGE = 7.5
"""The least weight that they must share if their days differ."""

DOUBTFUL = 0.08
"""Verdicts within so much of the threshold are for a person to look at."""

_TOLLS = frozenset({"mort", "bless", "victim", "disparu", "tue", "personn"})
_STORY = 0.12
_FROM_CONTEXT = 1.2
_AGAIN = 1.0
_TITLES = 0.8
_BRIDGE_CONTENT = 0.6
_BRIDGE_JOINT = 0.5
_OTHER_NAME = 2.0


def similarity(a: Record, b: Record) -> Verdict:
    """Give the verdict on a pair of records; symmetric, and of nothing but the two."""
    if b.key < a.key:
        a, b = b, a
    one, two = a.signature, b.signature
    if span(one) is None or span(two) is None:
        return Verdict(0.0, False)
    if a.article == b.article and _overlap(one, two) and not (one.moved or two.moved):
        return Verdict(0.0, False)
    # What the title and the lede name is common to all that one article tells.
    apart = a.article != b.article
    shared, weight_ = _shared(one, two, context=apart)
    if weight_ < LEAST:
        return Verdict(0.0, False)
    score = _score(one, two, shared, weight_, context=apart)
    clash = _clash(one, two, set(shared))
    why = _why(one, two, shared)
    if compatible(a, b):
        return _verdict_same_time(a, b, score, weight_, clash, why, shared)
    if clash:
        return Verdict(round(score, 4), False, why)
    bridge = _bridge(a, b, score, weight_, shared)
    same = bool(bridge)
    return Verdict(
        round(score, 4),
        same,
        (_bridge_why(bridge, a, b), *why[1:]) if same else why,
        bridge,
        doubtful=same and bridge == "near",
    )


def links(record: Record, candidates: Iterable[Record]) -> tuple[Link, ...]:
    """Return the links between a record and those of the candidates that tell the same event."""
    found = []
    for other in candidates:
        if other.key == record.key:
            continue
        verdict = similarity(record, other)
        if verdict.same:
            a, b = sorted((record.key, other.key))
            found.append(Link(a, b, verdict.score, verdict.why, verdict.bridge, verdict.doubtful))
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))


# -- what they share -----------------------------------------------------------------------------


def _shared(one: Signature, two: Signature, *, context: bool) -> tuple[dict[str, float], float]:
    """Return what two signatures share, with its weight, and the sum of it."""
    shared: dict[str, float] = {}
    for name, heavy in one.names.items():
        if name in two.names:
            shared[name] = min(heavy, two.names[name])
        elif name in two.words:
            shared[name] = min(heavy, two.words[name])
        else:
            alike = _spelled_alike(name, one, two)
            if alike:
                shared[name] = heavy
    for name, heavy in two.names.items():
        if name not in shared and name in one.words:
            shared[name] = min(heavy, one.words[name])
    for word in one.words.keys() & two.words.keys():
        shared[word] = min(one.words[word], two.words[word])
    for number in one.numbers & two.numbers:
        shared[number] = 2.0
    # "La mairie a rouvert mardi": which one is for the title and the lede to say.
    for own, other in ((one, two), (two, one)):
        if context and not own.names:
            for name in own.context & (other.names.keys() | other.context):
                shared.setdefault(name, _FROM_CONTEXT)
    if one.again and two.again:
        shared["nouveau"] = _AGAIN
    return shared, fsum(shared.values())


def _spelled_alike(name: str, own: Signature, other: Signature) -> str:
    """Return a name of the other that is this one in another spelling ("Zelenskyy").

    Towns are told apart by one letter; people are spelled in many ways, mostly at the end.
    """
    if len(name) < 7 or name in own.places:
        return ""
    for candidate in other.names:
        if candidate[:5] != name[:5] or candidate in other.places:
            continue
        if Levenshtein.distance(name, candidate, score_cutoff=1) <= 1:
            return candidate
    return ""


def _score(
    one: Signature, two: Signature, shared: dict[str, float], weight_: float, *, context: bool
) -> float:
    total_one = _total(one)
    total_two = _total(two)
    if not weight_ or not total_one or not total_two:
        return 0.0
    small, large = sorted((total_one, total_two))
    # A short statement is contained in much by chance: count it as if it said a little more.
    contained = min(1.0, weight_ / max(small, 6.0))
    joint = weight_ / max(small + large - weight_, 6.0)
    score = max(0.6 * contained + 0.4 * min(1.0, joint), _TITLES * _core_score(one, two, shared))
    score *= 0.6 + 0.4 * min(1.0, 2 * _name_ratio(one, two, shared))
    score *= max(0.2, 1 - 1.2 * _names_at_odds(one, two, shared))
    score *= 0.7 + 0.3 * min(1.0, 2 * _content_ratio(one, two, shared))
    if one.kind is not two.kind:
        score *= 0.8
    elif one.kind is Kind.SPEECH and not any(name in shared for name in one.names):
        score *= 0.7
    story = one.context & two.context
    if context and story:
        score += min(_STORY, 0.04 * len(story))
    return min(1.0, score)


def _core_score(one: Signature, two: Signature, shared: dict[str, float]) -> float:
    """Score the titles alone: what each statement is about, without what it tells besides."""
    common = fsum(shared[key] for key in shared if key in one.core and key in two.core)
    small, large = sorted((_core_total(one), _core_total(two)))
    contained = common / max(small, 6.0)
    joint = common / max(small + large - common, 6.0)
    return 0.6 * min(1.0, contained) + 0.4 * min(1.0, joint)


def _core_total(own: Signature) -> float:
    weights = {**own.words, **own.names}
    return fsum(weights[key] for key in own.core if key in weights)


def _names_apart(one: Signature, two: Signature, shared: dict[str, float]) -> float:
    """Return the weight of the names that only the one has, or only the other: the lesser."""
    only_one = fsum(one.names[key] for key in one.names if key not in shared)
    known = shared.keys() | {_spelled_alike(key, one, two) for key in one.names}
    only_two = fsum(two.names[key] for key in two.names if key not in known)
    return min(only_one, only_two)


def _names_at_odds(one: Signature, two: Signature, shared: dict[str, float]) -> float:
    """Return the part of the names that the two do not share, each having its own: 0 to 1."""
    apart = _names_apart(one, two, shared)
    if apart < _OTHER_NAME:
        return 0.0
    told = fsum(shared[key] for key in shared if key in one.names or key in two.names)
    return apart / (apart + told)


def _name_ratio(one: Signature, two: Signature, shared: dict[str, float]) -> float:
    """Return how much of the names of the one with fewer the other names too."""
    if not one.names or not two.names:
        return 0.5
    told = fsum(shared[key] for key in shared if key in one.names or key in two.names)
    least = min(fsum(one.names.values()), fsum(two.names.values()))
    return min(1.0, told / least)


def _content_ratio(one: Signature, two: Signature, shared: dict[str, float]) -> float:
    """Return how much of what the poorer of the two tells, names apart, the other tells too."""
    common = [key for key in shared if key in one.words or key in two.words or "|" in key]
    told = fsum(shared[key] for key in common)
    least = min(_content(one), _content(two))
    return min(1.0, told / least) if least else 0.5


def _content_joint(one: Signature, two: Signature, shared: dict[str, float]) -> float:
    """Return how much of what the two tell together, names apart, both tell."""
    common = [key for key in shared if key in one.words or key in two.words or "|" in key]
    told = fsum(shared[key] for key in common)
    whole = _content(one) + _content(two) - told
    return told / whole if whole > 0 else 0.0


def _content(own: Signature) -> float:
    return fsum((*own.words.values(), *(2.0 for _ in own.numbers)))


def _total(own: Signature) -> float:
    values = (*own.words.values(), *own.names.values(), *(2.0 for _ in own.numbers))
    return fsum(values)


def _clash(one: Signature, two: Signature, shared: set[str]) -> str:
    """Return what contradicts: another place, another count of the same thing."""
    if one.places and two.places and not one.places & two.places:
        outside = (one.places | two.places) & shared
        around = (one.places & (two.context | two.names.keys())) | (
            two.places & (one.context | one.names.keys())
        )
        if not outside and not around:
            return "another place"
    elif not one.places or not two.places:
        own = one.places or two.places
        other = two if one.places else one
        if own and other.context and not own & other.context and not own & other.names.keys():
            return "another place"
    return _other_count(one, two, _TOLLS)


def _other_count(one: Signature, two: Signature, but: frozenset[str] = frozenset()) -> str:
    """Return what the two count differently; a toll can rise from one article to the next."""
    counts = dict(number.partition("|")[::2][::-1] for number in sorted(one.numbers))
    for number in sorted(two.numbers):
        count, _, noun = number.partition("|")
        if noun in counts and counts[noun] != count and noun not in but:
            return f"another number of {noun}"
    return ""


def _overlap(one: Signature, two: Signature) -> bool:
    return one.start < two.end and two.start < one.end


# -- verdicts ------------------------------------------------------------------------------------


def _verdict_same_time(
    a: Record,
    b: Record,
    score: float,
    weight_: float,
    clash: str,
    why: tuple[str, ...],
    shared: dict[str, float],
) -> Verdict:
    one, two = a.signature, b.signature
    threshold = THRESHOLD
    if not (_narrow(one) and _narrow(two)):
        threshold = COARSE
    if a.article == b.article:
        threshold = WITHIN_ARTICLE
    if one.borrowed != two.borrowed:
        threshold += 0.03
    if clash:
        score *= 0.5
    same = score >= threshold and weight_ >= LEAST and len(shared) >= 2 and not clash
    near = abs(score - threshold) < DOUBTFUL
    return Verdict(round(score, 4), same, why, "", doubtful=near and weight_ >= LEAST)


def _narrow(own: Signature) -> bool:
    assert own.earliest is not None
    assert own.latest is not None
    return (own.latest - own.earliest).days <= 10


def _bridge(a: Record, b: Record, score: float, weight_: float, shared: dict[str, float]) -> str:
    """Return the bridge that holds two records of different days together, if there is one."""
    one, two = a.signature, b.signature
    if one.kind is Kind.SPEECH or two.kind is Kind.SPEECH:
        return ""
    if one.moved != two.moved:
        new, old = (one, two) if one.moved else (two, one)
        told = old.status in (Status.PLANNED, Status.POSTPONED, Status.CANCELLED)
        if told and score >= MOVED and weight_ >= LEAST and len(shared) >= 2:
            return "moved" if old.earliest != new.earliest else ""
    if not (one.sharp and two.sharp) or a.article == b.article or one.again != two.again:
        return ""
    if apart_days(a, b) > NEAR.days or score < BRIDGE or weight_ < LEAST_BRIDGE:
        return ""
    content = [word for word in shared if word in one.words and word in two.words]
    named = [word for word in shared if word in one.names or word in two.names]
    if not content or not named or len(content) + len(named) < 3:
        return ""
    if min(_content_ratio(one, two, shared), _name_ratio(one, two, shared)) < _BRIDGE_CONTENT:
        return ""
    if _content_joint(one, two, shared) < _BRIDGE_JOINT:
        return ""
    if _names_apart(one, two, shared) >= _OTHER_NAME / 2 or _other_count(one, two):
        return ""
    if one.borrowed or two.borrowed:
        return ""
    return "" if _recurs(a, b) else "near"


def _recurs(a: Record, b: Record) -> bool:
    """Whether two past records are told as late after their day: then each is news of its own.

    A daily strike, a nightly attack: Wednesday's paper tells Tuesday's, Thursday's Wednesday's.
    """
    one, two = a.signature, b.signature
    if a.published_on is None or b.published_on is None:
        return True
    if one.status is Status.PLANNED or two.status is Status.PLANNED:
        return False
    assert one.latest is not None
    assert two.latest is not None
    return (a.published_on - one.latest) == (b.published_on - two.latest)


# -- reasons -------------------------------------------------------------------------------------


def _why(one: Signature, two: Signature, shared: dict[str, float]) -> tuple[str, ...]:
    listed = sorted(shared, key=lambda key: (-shared[key], key))[:6]
    reasons = [_time_why(one, two)]
    if listed:
        forms = {**two.forms, **one.forms}
        reasons.append("shares " + ", ".join(forms.get(key, key) for key in listed))
    return tuple(reasons)


def _time_why(one: Signature, two: Signature) -> str:
    if (one.earliest, one.latest) == (two.earliest, two.latest):
        return "same day" if one.earliest == one.latest else "same time"
    if span(one) is None or span(two) is None:
        return "no time"
    first, second = span(one), span(two)
    assert first is not None
    assert second is not None
    overlap = first[0] <= second[1] and second[0] <= first[1]
    return "compatible times" if overlap else "different days"


def _bridge_why(bridge: str, a: Record, b: Record) -> str:
    if bridge == "moved":
        old, new = (b, a) if a.signature.moved else (a, b)
        return f"moved from {old.signature.earliest} to {new.signature.earliest}"
    days = apart_days(a, b)
    return f"days differ by {days}, all else agrees"
