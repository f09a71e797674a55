"""`chrono review`: what is doubtful, one key a decision."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

import click

from chrono.cli import lines, output
from chrono.cli.opening import open_timeline, where
from chrono.cli.options import json_option, timeline_option
from chrono.model import Event, Resolution
from chrono.store import Doubt, DoubtKind, Timeline
from chrono.wording import in_words

_QUESTIONS = {
    DoubtKind.DIRECTION: "Which day is meant?",
    DoubtKind.CONFLICT: "Sources disagree on the day. Which one is right?",
    DoubtKind.WEAK_MERGE: "Is this one event?",
    DoubtKind.NEAR_DUPLICATE: "Are these two one event?",
}
_REASON = "review"


class _Next(Enum):
    """What comes after a key."""

    QUESTION = auto()
    SAME = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class _Choice:
    """A key, what it means, and what it does; None decides nothing."""

    key: str
    meaning: str
    decide: Callable[[Timeline], object] | None = None


@click.command("review")
@timeline_option
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True)
@click.option("--list", "show", is_flag=True, help="Only list what is doubtful.")
@json_option
def review_command(timeline: str | None, limit: int, show: bool, as_json: bool) -> None:
    """Go through what is doubtful, one key a decision.

    Two candidate days, sources that disagree, near duplicates, weak merges. Each decision is
    stored at once; q leaves at any time.
    """
    with open_timeline(timeline) as opened:
        doubts = opened.doubts(limit)
        if as_json:
            output.as_json([_as_json(doubt) for doubt in doubts])
        elif show:
            for number, doubt in enumerate(doubts, 1):
                output.styled(_lines(doubt, number, len(doubts)))
            output.text(lines.counted(len(doubts), "doubt"))
        else:
            _walk(opened, doubts)


def _walk(timeline: Timeline, doubts: tuple[Doubt, ...]) -> None:
    decided = 0
    for number, doubt in enumerate(doubts, 1):
        if _is_settled(timeline, doubt):
            continue
        output.styled(_lines(doubt, number, len(doubts)))
        choices = {choice.key: choice for choice in _choices(doubt)}
        output.styled([tuple(_menu(choices))])
        next_, count = _ask(timeline, choices, decided)
        decided = count
        if next_ is _Next.LEAVE:
            break
    else:
        output.text("nothing more is doubtful" if doubts else "nothing is doubtful")
    output.text(f"{lines.counted(decided, 'decision')} stored in {where(timeline)}")


def _ask(timeline: Timeline, choices: Mapping[str, _Choice], decided: int) -> tuple[_Next, int]:
    """Wait for keys until one answers the question; count the decisions."""
    while True:
        key = _key()
        if key == "q":
            return _Next.LEAVE, decided
        if key in ("s", " "):
            output.text("skipped")
            return _Next.QUESTION, decided
        if key == "u" and decided:
            output.text(f"undone: {timeline.undo(reason=_REASON).in_words}")
            decided -= 1
            continue
        choice = choices.get(key)
        if choice is None or choice.decide is None:
            output.styled([tuple(_menu(choices))])
            continue
        choice.decide(timeline)
        output.styled([((choice.meaning, output.GOOD),)])
        return _Next.QUESTION, decided + 1


def _key() -> str:
    """One key, as it is pressed; from a pipe one character. The end of input leaves."""
    if sys.stdin.isatty():
        try:
            return click.getchar().lower()
        except EOFError:
            return "q"
    while (character := sys.stdin.read(1)) in ("\n", "\r"):
        pass
    return character.lower() or "q"


def _choices(doubt: Doubt) -> Iterator[_Choice]:
    event, other = doubt.event, doubt.other
    if doubt.kind is DoubtKind.NEAR_DUPLICATE and other is not None:
        yield _Choice("m", "merge", _merging(event, other))
        yield _Choice("a", "keep apart", _parting(event, other))
        return
    if doubt.kind in (DoubtKind.DIRECTION, DoubtKind.CONFLICT):
        for number, candidate in enumerate(_candidates(doubt), 1):
            words = in_words(candidate, _language(event))
            yield _Choice(str(number), words, _dating(event, candidate))
    if doubt.kind is DoubtKind.WEAK_MERGE:
        for number, mention in enumerate(event.mentions, 1):
            if number < 10:
                yield _Choice(str(number), f"m{mention.id} is another", _taking(event, mention.id))
    yield _Choice("c", "right as it is", _confirming(event))
    yield _Choice("h", "hide", _hiding(event))


def _candidates(doubt: Doubt) -> list[Resolution]:
    """The days to choose from: the open readings, or those of the sources."""
    resolution = doubt.event.resolution
    if doubt.kind is DoubtKind.DIRECTION and resolution is not None:
        return list(resolution.alternatives)[:9]
    found: list[Resolution] = []
    for mention in doubt.event.mentions:
        said = mention.statement.resolution
        if said is None or said.bounds is None:
            continue
        if said.bounds not in [one.bounds for one in found]:
            found.append(said)
    return found[:9]


def _merging(event: Event, other: Event) -> Callable[[Timeline], object]:
    return lambda timeline: timeline.merge(event.id, other.id, reason=_REASON)


def _parting(event: Event, other: Event) -> Callable[[Timeline], object]:
    return lambda timeline: timeline.apart(event.id, other.id, reason=_REASON)


def _dating(event: Event, day: Resolution) -> Callable[[Timeline], object]:
    return lambda timeline: timeline.edit(event.id, date=day, reason=_REASON)


def _taking(event: Event, mention: int) -> Callable[[Timeline], object]:
    return lambda timeline: timeline.split(event.id, [mention], reason=_REASON)


def _confirming(event: Event) -> Callable[[Timeline], object]:
    return lambda timeline: timeline.confirm(event.id, reason=_REASON)


def _hiding(event: Event) -> Callable[[Timeline], object]:
    return lambda timeline: timeline.hide(event.id, reason=_REASON)


def _is_settled(timeline: Timeline, doubt: Doubt) -> bool:
    """Whether an earlier decision of this walk already took an event of the question away."""
    events = [doubt.event] if doubt.other is None else [doubt.event, doubt.other]
    return any(now.withdrawn or now.hidden for now in (timeline.event(e.id) for e in events))


def _menu(choices: Mapping[str, _Choice]) -> Iterator[output.Piece]:
    yield "  ", ""
    for choice in choices.values():
        yield f"[{choice.key}] ", output.TITLE
        yield f"{choice.meaning}   ", ""
    yield "[s] skip   [u] undo   [q] leave", output.FAINT


def _lines(doubt: Doubt, number: int, total: int) -> Iterator[output.Line]:
    yield (f"{number}/{total}  ", output.FAINT), (_QUESTIONS[doubt.kind], output.WARNING)
    for event in (doubt.event, doubt.other):
        if event is None:
            continue
        language = _language(event)
        yield ("  ", ""), (lines.when(event, language), output.DATE)
        yield lines.heading(event, language)
        for mention in event.mentions:
            words = in_words(mention.statement.resolution, language, alternatives=False)
            yield (
                ("        ", ""),
                (f"m{mention.id} ", output.FAINT),
                *lines.quote(mention.statement),
                (f"  {words}", output.DATE),
            )
            yield ("          ", ""), (lines.source(mention.article), output.FAINT)
    for why in doubt.why:
        yield ("  ", ""), (why, output.FAINT)


def _language(event: Event) -> str:
    return event.mentions[0].article.language if event.mentions else "fr"


def _as_json(doubt: Doubt) -> dict[str, object]:
    return {
        "kind": doubt.kind.value,
        "event": doubt.event.id,
        "other": doubt.other.id if doubt.other is not None else None,
        "title": doubt.event.title,
        "candidates": [in_words(one) for one in _candidates(doubt)],
        "why": list(doubt.why),
    }
