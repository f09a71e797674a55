"""A language as one value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from chrono.grammar.chart import Grammar
from chrono.grammar.lexicon import Lexicon
from chrono.tense import TenseReader


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words of an expression and around it, folded and (`…_raw`) as written.

    The nearest one is the last of `before`, and the first of `after`.
    """

    before: Sequence[str]
    inside: Sequence[str]
    after: Sequence[str]
    after_raw: Sequence[str]
    before_raw: Sequence[str]
    inside_raw: Sequence[str]


Guard = Callable[[Any, str, Neighbours], bool]


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of a language: words, rules, tense, and what is never a date.

    `confirm` tells of a strong word whether its neighbours let it start an island; `guards` are
    asked last of every expression (term, rule name, neighbours) and each may refuse it.
    """

    code: str
    lexicon: Lexicon
    grammar: Grammar
    tense: TenseReader
    guards: tuple[Guard, ...]
    confirm: Callable[[list[str], int], bool]
