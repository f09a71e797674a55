"""French, as one value."""

from __future__ import annotations

from functools import cache

from chrono.grammar.chart import Grammar
from chrono.grammar.language import Language
from chrono.grammar.lexicon import Lexicon
from chrono.languages.fr import numbers, tense, words
from chrono.languages.fr.compared import is_compared
from chrono.languages.fr.displaced import is_displaced
from chrono.languages.fr.doubtful import DOUBTFUL, confirm
from chrono.languages.fr.guards import guards as guards_of
from chrono.languages.fr.rules import RULES


@cache
def french() -> Language:
    """The French language, built at first use."""
    grammar = Grammar(RULES, numbers.read)
    lexicon = Lexicon(words.entries(), grammar.words | numbers.WORDS)
    lexicon.strong |= {str(y) for y in range(numbers.FIRST_YEAR, numbers.LAST_YEAR + 1)}
    lexicon.strong |= DOUBTFUL
    return Language(
        "fr",
        lexicon,
        grammar,
        tense.read,
        guards_of,
        confirm,
        is_displaced,
        is_compared,
        numbers.inside,
        numbers.JOINED,
        DOUBTFUL,
        words.ABBREVIATIONS,
        words.LIVE,
        words.RELATIVES,
    )
