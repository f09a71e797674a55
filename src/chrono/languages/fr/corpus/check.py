"""Compare what an engine found in an example with what the example asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from chrono.languages.fr.corpus import Example, Expected
from chrono.model import Bounds, Resolution, Timex

Extract = Callable[..., Sequence[Timex]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one example: its faults (none: it passes), and all that was found."""

    example: Example
    faults: tuple[str, ...]
    found: tuple[Timex, ...] = ()
    error: Exception | None = None


def run(example: Example, extract: Extract) -> Outcome:
    """Run an engine on one example; an engine that raises is a fault like any other."""
    try:
        found = tuple(extract(example.text, published=example.published, language="fr"))
        return Outcome(example, compare(example, found), found)
    except Exception as error:
        return Outcome(example, (f"raised {type(error).__name__}: {error}",), error=error)


def compare(example: Example, found: Sequence[Timex]) -> tuple[str, ...]:
    r"""Say what differs, one line a fault: missing, superfluous, other extent, other reading.

    >>> from chrono.languages.fr.corpus import parse
    >>> example, = parse("@ 2025-03-20\nIl partira [samedi]. => 2025-03-22")
    >>> compare(example, ())
    ('missing [samedi] 2025-03-22',)
    """
    faults: list[str] = []
    left = list(found)
    for want in example.expected:
        got = _matching(want, left)
        if got is None:
            faults.append(f"missing [{want.text}] {want.reading}")
            continue
        left.remove(got)
        if not want.loose and (got.start, got.end) != (want.start, want.end):
            faults.append(f"extent: want [{want.text}] got [{got.text}]")
        if example.text[got.start : got.end] != got.text:
            faults.append(f"text of [{got.text}] is not what its offsets hold")
        differences = _differences(want, got)
        if differences:
            faults.append(f"[{want.text}] {'; '.join(differences)} <{origin(got)}>")
    faults += [f"superfluous [{got.text}] {shown(got)} <{origin(got)}>" for got in left]
    return tuple(faults)


def _matching(want: Expected, found: Sequence[Timex]) -> Timex | None:
    """Find the expression with the same extent, or else the one that overlaps most."""

    def overlap(timex: Timex) -> tuple[int, int]:
        shared = min(timex.end, want.end) - max(timex.start, want.start)
        return shared, -(timex.end - timex.start)

    best = max(found, key=overlap, default=None)
    return best if best is not None and overlap(best)[0] > 0 else None


def _differences(want: Expected, got: Timex) -> list[str]:
    resolution = got.resolution
    differences: list[str] = []

    def ask(name: str, wanted: str | None, actual: object) -> None:
        if wanted is not None and wanted != str(actual):
            differences.append(f"{name} want {wanted} got {actual}")

    if want.open is not None:
        candidates = tuple(_minutes(each.bounds) for each in resolution.alternatives)
        if not resolution.open or candidates != (_minutes(want.bounds), _minutes(want.open)):
            differences.append(f"open want {want.reading} got {shown(got)}")
    elif want.bounded and _minutes(_nearest(resolution)) != _minutes(want.bounds):
        differences.append(f"bounds want {span(want.bounds)} got {span(resolution.bounds)}")
    ask("value", want.value, _value(resolution))
    ask("mod", want.mod, resolution.mod)
    ask("type", want.type, resolution.type)
    ask("edtf", want.edtf, resolution.edtf)
    ask("anchor", want.anchor, resolution.anchor)
    parts = tuple(_value(part.resolution) for part in got.parts)
    if want.parts and parts != want.parts:
        differences.append(f"parts want {';'.join(want.parts)} got {';'.join(parts) or '-'}")
    return differences


def _nearest(resolution: Resolution) -> Bounds | None:
    if resolution.open and resolution.alternatives:
        return resolution.alternatives[0].bounds
    return resolution.bounds


def _value(resolution: Resolution) -> str:
    if resolution.open and resolution.alternatives:
        return resolution.alternatives[0].value
    return resolution.value


def _minutes(bounds: Bounds | None) -> tuple[datetime, datetime] | None:
    """See bounds as two minutes: a day without clock times runs from 00:00 to 23:59."""
    if bounds is None:
        return None
    start = datetime.combine(bounds.earliest, bounds.start_time or time(0))
    end = datetime.combine(bounds.latest, bounds.end_time or time(23, 59))
    return start.replace(second=0), end.replace(second=0)


def span(bounds: Bounds | None) -> str:
    """Write bounds as the corpus does."""
    if bounds is None:
        return "none"
    first, last = bounds.earliest.isoformat(), bounds.latest.isoformat()
    first += f"T{bounds.start_time:%H:%M}" if bounds.start_time else ""
    last += f"T{bounds.end_time:%H:%M}" if bounds.end_time else ""
    return first if first == last else f"{first}..{last}"


def shown(timex: Timex) -> str:
    """Write a found expression as the corpus would, with all that is known of it."""
    resolution = timex.resolution
    pieces = [span(resolution.bounds), f"value={resolution.value}", f"type={resolution.type}"]
    if resolution.mod:
        pieces.append(f"mod={resolution.mod}")
    if resolution.alternatives:
        word = "open" if resolution.open else "or"
        pieces.append(f"{word}=" + ";".join(span(each.bounds) for each in resolution.alternatives))
    if timex.parts:
        pieces.append("parts=" + ";".join(part.resolution.value for part in timex.parts))
    return " | ".join(pieces)


def origin(timex: Timex) -> str:
    """Tell where a reading comes from: rule, direction and its cue, in a few words."""
    cue = f" by {timex.cue!r}" if timex.cue else ""
    return f"{timex.rule or '?'}, {timex.direction}{cue}"
