"""Cutting islands and following recipes are shortcuts: the outcome is the chart's."""

from __future__ import annotations

import random
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chrono.grammar.chart import Edge, Tokens
from chrono.grammar.cutting import Sought
from chrono.grammar.islands import Islands
from chrono.grammar.lexicon import Word
from chrono.grammar.shapes import recipe
from chrono.grammar.text import PIECE, QUOTES, STOPS, Offsets, pieces
from chrono.languages.fr import french
from chrono.languages.fr.corpus import load
from chrono.languages.fr.words import MONTHS, WEEKDAYS

LANGUAGE = french()
ISLANDS = Islands(LANGUAGE)
NUMBERS = [str(n) for n in (0, 1, 2, 3, 7, 11, 12, 13, 24, 25, 31, 32, 45, 68, 99, 280, 1918, 2025)]
WORDS = sorted(LANGUAGE.lexicon.words)


def tokens_of(text: str) -> Tokens:
    """All words of a text that the lexicon knows, as one island."""
    surfaces: list[str] = []
    spaced: list[bool] = []
    space = False
    for piece in pieces(text):
        if not piece.isspace():
            surfaces.append(piece)
            spaced.append(space and len(surfaces) > 1)
        space = piece.isspace()
    known = LANGUAGE.lexicon.words
    return Tokens(tuple(surfaces), tuple(known.get(s) or Word(s) for s in surfaces), tuple(spaced))


def meanings(edges: list[Edge], tokens: Tokens) -> list[tuple[str, object]]:
    """What edges cover, and their values."""
    return [(" ".join(tokens.surfaces[e.left : e.right]), e.value) for e in edges]


def by_chart(tokens: Tokens) -> list[tuple[str, object]]:
    """What the chart finds in a row of words."""
    return meanings(LANGUAGE.grammar.parse(tokens, LANGUAGE.lexicon), tokens)


def by_islands(text: str) -> list[tuple[str, object]]:
    """What the chart finds in the islands of a text, all its words being strong."""
    parts = pieces(text)
    out: list[tuple[str, object]] = []
    done = 0
    for at in range(len(parts)):
        if at < done or parts[at].isspace():
            continue
        island = ISLANDS.around(parts, at, done)
        if island is None:
            continue
        out += by_chart(island.tokens(parts))
        done = max(at, island.places[-1]) + 1
    return out


def random_words(seed: int) -> str:
    """Ten words of the lexicon, numbers among them."""
    draw = random.Random(seed)
    return " ".join(draw.choice(WORDS if draw.random() < 0.6 else NUMBERS) for _ in range(10))


@pytest.mark.parametrize("seed", range(300))
def test_no_expression_reaches_over_the_edge_of_an_island(seed: int) -> None:
    text = random_words(seed)
    assert by_islands(text) == by_chart(tokens_of(text))


def test_random_words_hold_expressions_often_enough_to_tell() -> None:
    assert sum(bool(by_chart(tokens_of(random_words(seed)))) for seed in range(100)) > 30


def renumbered(text: str, draw: random.Random) -> str:
    """The text with other numbers, months and weekdays."""
    months, days = list(MONTHS), list(WEEKDAYS)
    out = []
    for piece in pieces(text):
        if piece.isdecimal() and len(piece) <= 4:
            piece = str(draw.randrange(1, 10 ** len(piece)))
        elif piece in months:
            piece = draw.choice(months)
        elif piece in days:
            piece = draw.choice(days)
        out.append(piece)
    return "".join(out)


EXPRESSIONS = sorted(
    {
        example.text[start:end]
        for example in load()
        for start, end in ((e.start, e.end) for e in example.expected)
        if any(c.isdecimal() for c in example.text[start:end])
    }
)


@given(st.sampled_from(EXPRESSIONS), st.integers(0, 1_000))
def test_a_recipe_gives_what_the_chart_gives(text: str, seed: int) -> None:
    grammar, lexicon = LANGUAGE.grammar, LANGUAGE.lexicon
    draw = random.Random(seed)
    first = ISLANDS.around(pieces(text), 0, 0)
    if first is None:
        return
    tokens = first.tokens(pieces(text))
    refused: list = []
    made = recipe(grammar.parse(tokens, lexicon, refused), refused)
    for _ in range(4):
        other_parts = pieces(renumbered(text, draw))
        other = ISLANDS.around(other_parts, 0, 0)
        if made is None or other is None:
            continue
        others = other.tokens(other_parts)
        if other.shape(others) != first.shape(tokens):
            continue
        followed = made.follow(grammar, others, lexicon)
        if followed is not None:
            assert meanings(followed, others) == by_chart(others)


def test_a_recipe_is_followed_where_only_values_differ() -> None:
    grammar, lexicon = LANGUAGE.grammar, LANGUAGE.lexicon
    texts = ("mardi 4 mars 2025 vers 8 h 35", "jeudi 5 juin 1997 vers 9 h 45")
    first, second = (ISLANDS.around(pieces(text), 0, 0) for text in texts)
    assert first is not None
    assert second is not None
    tokens, others = first.tokens(pieces(texts[0])), second.tokens(pieces(texts[1]))
    assert first.shape(tokens) == second.shape(others)
    refused: list = []
    made = recipe(grammar.parse(tokens, lexicon, refused), refused)
    assert made is not None
    followed = made.follow(grammar, others, lexicon)
    assert followed is not None
    assert [(" ".join(others.surfaces[e.left : e.right]), str(e.value)) for e in followed] == [
        (
            "jeudi 5 juin 1997 vers 9 h 45",
            "Clock(hour=9, minute=45, day=Day(weekday=4, day=5, month=6, year=1997), approx=True)",
        )
    ]


def test_words_that_no_pattern_lets_stand_together_fall_apart() -> None:
    parts = pieces("Et depuis le 24 septembre. Mardi à 7 h 50, la mairie")
    one = ISLANDS.around(parts, parts.index("septembre"), 0)
    other = ISLANDS.around(parts, parts.index("Mardi"), 0)
    assert one is not None
    assert other is not None
    assert [parts[k] for k in one.places] == ["depuis", "le", "24", "septembre"]
    assert [parts[k] for k in other.places][:5] == ["Mardi", "à", "7", "h", "50"]


SOUGHT = Sought(["jeudi", "14", "/", "é"])
# Some are alike in their last letters, or in the low bits of these.
LONG = "anticonstitutionnellement"
SNIPPETS = st.sampled_from(
    [
        *("jeudi", "14", "Jeudi", "4", "/", "é", " ", ".", "…", "«", "\n", LONG, LONG.upper()),
        *(f"à{LONG}", LONG[-14:], LONG[-15:], "œuvre", "Suvre", "\u0163", "c", "\0", "\u0153", "S"),
    ]
)


@given(
    st.text(alphabet=st.characters(), max_size=60)
    | st.text("aé 1\t\n\u00a0’.,𝒜", max_size=40)
    | st.lists(SNIPPETS, max_size=12).map("".join)
)
def test_cutting_by_code_points_gives_what_the_regex_gives(text: str) -> None:
    found = SOUGHT.cut_by_code_points(text)
    assert found.parts == found.written == PIECE.findall(text)
    assert found.stops == [k for k, piece in enumerate(found.parts) if piece in STOPS]
    assert found.quotes == [k for k, piece in enumerate(found.parts) if piece in QUOTES]
    offsets = [0, *accumulate(map(len, found.parts))]
    assert found.starts == [offsets[k] for k in found.likely]
    for text_cut in (found, SOUGHT.cut(text)):
        places = Offsets(text_cut, 7)
        whole = [0, *accumulate(map(len, text_cut.written))]
        assert [places.at(k) for k in (2, 9, 5, 0, 30) if k < len(whole)] == [
            7 + whole[k] for k in (2, 9, 5, 0, 30) if k < len(whole)
        ]
    assert found.likely == [k for k, p in enumerate(found.parts) if p in SOUGHT.words]
