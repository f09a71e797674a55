"""The rules and the words of French, each held to account by the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from chrono.grammar.chart import ROOT, Edge, Grammar, Tokens, rivals
from chrono.grammar.islands import Islands
from chrono.grammar.language import Neighbours
from chrono.grammar.lexicon import Word
from chrono.grammar.rules import Rule, expand
from chrono.grammar.text import pieces
from chrono.languages.fr import french, numbers
from chrono.languages.fr.corpus import load
from chrono.languages.fr.guards import ONLY_FOR
from chrono.languages.fr.rules import RULES
from chrono.languages.fr.words import entries
from chrono.mentions import Reader

ENTRIES = entries()
# What the number reader makes of digits and of words; `test_the_number_reader` holds this list.
NUMBERS = frozenset(
    {
        *("NUM", "INT", "DECIMAL", "DAYNUM", "MONTHNUM", "HOURNUM", "MIN"),
        *("YEAR2", "YEAR3", "YEAR4", "WORDNUM", "WORDYEAR"),
    }
)


def tokens_of(text: str) -> Tokens:
    """The words of a text as the chart gets them."""
    known = french().lexicon.words
    surfaces, spaced = [], []
    space = False
    for piece in pieces(text):
        if not piece.isspace():
            surfaces.append(piece)
            spaced.append(space)
        space = piece.isspace()
    words = tuple(known.get(surface) or Word(surface) for surface in surfaces)
    return Tokens(tuple(surfaces), words, tuple(spaced))


def edges_below(edge: Edge) -> list[Edge]:
    """An edge and all that it was composed of."""
    return [edge, *(below for child in edge.children for below in edges_below(child))]


def consumed() -> dict[str, set[str]]:
    """The categories that the patterns ask for, and by which rules."""
    found: dict[str, set[str]] = {}
    for rule in RULES:
        for row in expand(rule.pattern):
            for symbol in row:
                if not symbol.is_word:
                    found.setdefault(symbol.name, set()).add(rule.name)
    return found


def produced() -> dict[str, set[str]]:
    """The categories that words, numbers and rules give, and from where."""
    found: dict[str, set[str]] = {name: {"the number reader"} for name in NUMBERS}
    for entry in ENTRIES:
        for lexeme in entry.lexemes:
            found.setdefault(lexeme.category, set()).add(f"the word {entry.forms[0]!r}")
    for rule in RULES:
        found.setdefault(rule.out, set()).add(rule.name)
    return found


def reachable() -> frozenset[str]:
    """The categories that can be part of a whole expression, from the root down."""
    inputs: dict[str, set[str]] = {}
    for rule in RULES:
        names = {s.name for row in expand(rule.pattern) for s in row if not s.is_word}
        inputs.setdefault(rule.out, set()).update(names)
    found, queue = {ROOT}, [ROOT]
    while queue:
        new = inputs.get(queue.pop(), set()) - found
        found |= new
        queue += new
    return frozenset(found)


def test_every_rule_takes_part_in_an_expression_of_the_corpus() -> None:
    reader = Reader(french())
    fired = {
        edge.rule.name
        for example in load()
        for mention in reader.mentions(reader.cut(example.text))
        for edge in edges_below(mention.found.source.edge(mention.found.nth))
        if edge.rule is not None
    }
    assert [rule.name for rule in RULES if rule.name not in fired] == []


def test_rules_have_names_of_their_own() -> None:
    counted = Counter(rule.name for rule in RULES)
    assert [name for name, count in counted.items() if count > 1] == []


def test_what_patterns_ask_for_is_made() -> None:
    made = produced()
    assert {name: rules for name, rules in consumed().items() if name not in made} == {}


def test_what_is_made_is_asked_for() -> None:
    asked = consumed()
    assert {
        name: makers for name, makers in produced().items() if name not in asked and name != ROOT
    } == {}


def test_every_category_leads_to_a_whole_expression() -> None:
    reached = reachable()
    assert {name: makers for name, makers in produced().items() if name not in reached} == {}


def test_every_form_of_the_lexicon_becomes_what_its_entry_says() -> None:
    language = french()
    lost: list[tuple[str, str]] = []
    for entry in ENTRIES:
        for form in entry.forms:
            found = language.grammar.edges(tokens_of(form), language.lexicon)[0]
            for lexeme in entry.lexemes:
                values = [edge.value for edge in found.get(lexeme.category, ())]
                if lexeme.value not in values:
                    lost.append((form, lexeme.category))
    assert lost == []


def test_no_word_is_entered_twice_with_one_meaning() -> None:
    counted = Counter(
        (form, lexeme.category, str(lexeme.value))
        for entry in ENTRIES
        for form in entry.forms
        for lexeme in entry.lexemes
    )
    assert [key for key, count in counted.items() if count > 1] == []


def test_the_number_reader_makes_the_categories_named_here() -> None:
    texts = ("3", "24", "68", "800", "1968", "2,5", "10 000", "trois", "mil neuf cent quatorze")
    made = {category for text in texts for _, category, _ in numbers.read(tokens_of(text), start=0)}
    assert made == NUMBERS


def undecided(grammar: Grammar, tokens: Tokens) -> list[str]:
    """Where the priorities of a grammar leave two readings of the words equal."""
    chart = grammar.edges(tokens, french().lexicon)
    return [
        f"{' '.join(tokens.surfaces[one.start : one.end])}: {one.value} or {other.value}"
        for one, other in rivals(chart, len(tokens.words))
    ]


def islands_of(text: str) -> Iterator[Tokens]:
    """All islands of a text, each of its words being strong."""
    islands, parts = Islands(french()), pieces(text)
    done = 0
    for at in range(len(parts)):
        island = islands.around(parts, at, done) if at >= done else None
        if island is not None:
            yield island.tokens(parts)
            done = max(at, island.places[-1]) + 1


def test_priorities_leave_one_best_reading_of_every_positive() -> None:
    text = "\n\n".join(example.text for example in load() if example.positive)
    found = [one for tokens in islands_of(text) for one in undecided(french().grammar, tokens)]
    assert found == []


def test_a_tie_would_be_seen() -> None:
    """Two rules of one priority that read the same words differently are rivals."""
    ties = (
        Rule("one", "DEICTIC", ROOT, lambda n: ("one", n)),
        Rule("other", "DEICTIC", ROOT, lambda n: ("other", n)),
    )
    assert len(undecided(Grammar(ties, numbers.read), tokens_of("hier"))) == 1
    decided = Grammar((ties[0], replace(ties[1], priority=1)), numbers.read)
    assert undecided(decided, tokens_of("hier")) == []
    assert [edge.value for edge in decided.parse(tokens_of("hier"), french().lexicon)] == [
        ("other", -1)
    ]


def test_of_equal_readings_the_one_of_the_higher_priority_is_built_upon() -> None:
    rules = (
        Rule("plain", "DEICTIC", "DAY", lambda n: n),
        Rule("better", "DEICTIC", "DAY", lambda n: n, 5),
        Rule("day", "DAY", ROOT, lambda n: n),
    )
    for ordered in (rules, rules[::-1]):
        (edge,) = Grammar(ordered, numbers.read).parse(tokens_of("hier"), french().lexicon)
        assert edge.rank == 5
        assert [below.rule.name for below in edges_below(edge) if below.rule] == ["day", "better"]


def test_guards_let_stand_what_other_rules_made() -> None:
    reader = Reader(french())
    for example in load():
        text = reader.cut(example.text)
        for mention in reader.mentions(text):
            near = Neighbours(text, mention.first, mention.last)
            term, rule = mention.found.term, mention.found.rule
            for guard, rules in ONLY_FOR.items():
                assert rule in rules or guard(term, rule, near), (guard, example.text)
