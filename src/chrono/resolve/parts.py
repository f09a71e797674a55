"""A composed term and its parts, resolved together so that these fit the whole."""

from __future__ import annotations

from collections.abc import Sequence

from chrono.focus import Context
from chrono.model import Resolution
from chrono.resolve.composed import all_of, ends, members, one_of, spanned
from chrono.resolve.core import resolve
from chrono.terms import AllOf, Cycle, OneOf, Range, Term, Unit


def resolve_with_parts(
    term: Term, parts: Sequence[Term], context: Context
) -> tuple[Resolution, tuple[Resolution, ...]]:
    """What a composed term means, and each of its parts.

    The ends of a range and the members of a list are resolved together ("du lundi au vendredi"),
    what else is a part ("samedi" in "samedi à 8 h") on its own.
    """
    whole, together = _together(term, context)
    out: list[Resolution] = []
    for part in parts:
        fit = -1
        for k, (one, _) in enumerate(together):
            if one == part:
                fit = k
                break
        out.append(together.pop(fit)[1] if fit >= 0 else resolve(part, context))
    return whole, tuple(out)


def _together(term: Term, context: Context) -> tuple[Resolution, list[tuple[Term, Resolution]]]:
    """A term's resolution, and the simple terms that it joins, each with its own."""
    joined: list[tuple[Term, Resolution]] = []
    if isinstance(term, Range):
        first, last = ends(term, context, resolve)
        whole = spanned(first, last)
        _add(term.first or _TODAY, first, context, joined)
        _add(term.last or _TODAY, last, context, joined)
    elif isinstance(term, (OneOf, AllOf)):
        found = members(term.terms, context, resolve)
        whole = one_of(found) if isinstance(term, OneOf) else all_of(found)
        for one, resolution in zip(term.terms, found, strict=True):
            _add(one, resolution, context, joined)
    else:
        whole = resolve(term, context)
    return whole, joined


_TODAY = Cycle(Unit.DAY, 0)


def _add(
    term: Term, resolution: Resolution, context: Context, joined: list[tuple[Term, Resolution]]
) -> None:
    inner: list[tuple[Term, Resolution]] = []
    if isinstance(term, (Range, OneOf, AllOf)):
        inner = _together(term, context)[1]
    joined += inner or [(term, resolution)]


__all__ = ["resolve_with_parts"]
