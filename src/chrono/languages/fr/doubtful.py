"""What may be a time or not, by itself: short numbers, signs between numbers, "h", "été"."""

from __future__ import annotations

from chrono.grammar.text import lower

_NOT_BEFORE_H = frozenset("h H".split())
# "été" as a participle: after these forms of avoir, or words in between.
_SUMMER = frozenset({"été", "Été", "ÉTÉ", "ETE"})
_BEEN = frozenset(
    "a ont avait avaient aurait auraient aura auront ai ayant avoir ait aient eut eurent avons "
    "avez aurons avais pas jamais déjà également aussi t il elle ils elles".split()
)
# Short for minutes, right after their number.
_MINUTES = frozenset({"min", "mn"})
# "0,2 % au troisième trimestre, après 0,4 % au deuxième": of what was told of just before.
_ORDINALS = frozenset({"premier", "second", "deuxième", "troisième", "quatrième"})
_DIVISIONS = frozenset({"trimestre", "semestre"})
_AFTER_ORDINAL = frozenset("et mais puis selon contre après avant avec".split())
_BACK = 60  # pieces from an ordinal to the quarter whose like it is
# The strong pieces that need a look at their neighbours.
DOUBTFUL = frozenset(
    {str(n) for n in range(1, 1000)}
    | {f"0{n}" for n in range(1, 10)}
    | {"/", ":"}
    | _NOT_BEFORE_H
    | _SUMMER
    | _MINUTES
    | _ORDINALS
)
# Wars by their years: "la guerre de 14-18".
_WARS = {"14": "18", "39": "45", "40": "45", "70": "71"}
_DAY_ARTICLES = frozenset({"le", "du", "au"})
_YEAR_CUES = frozenset("en depuis dès avant après jusqu'en fin début".split())


def confirm(parts: list[str], at: int) -> bool:
    """Whether a strong piece may start an island: a sign or a short number needs neighbours.

    >>> confirm(["14", "h", "30"], 1), confirm(["M", " ", "h"], 2)
    (True, False)
    """
    piece = parts[at]
    if "0" <= piece[0] <= "9":
        if at == 0 or parts[at - 1] == "\n" or piece[0] == "0":
            if parts[at + 1 : at + 4 : 2] == ["-", "-"]:
                return True  # "7-11-23"
            if parts[at + 1 : at + 4 : 2] == [".", "."] and _in_pairs(parts[at : at + 5 : 2]):
                return True  # "07.11.23", and not "1.2.10" of a table of contents
            if piece[0] == "0":
                return False
        before = lower(parts[at - 2]) if at > 1 else ""
        if before in _DAY_ARTICLES:
            return int(piece) <= 31
        if before == "les" or before == "des" or before == "aux":
            return int(piece) <= 31 and _another_number(parts, at)
        if before in _YEAR_CUES:
            return len(piece) > 1
        return piece in _WARS and parts[at + 1 : at + 3] == ["-", _WARS[piece]]
    if piece in _ORDINALS:
        return _is_elided(parts, at)
    left = parts[at - 1] if at else ""
    if piece in _SUMMER:
        if left == " ":
            left = parts[at - 2] if at > 1 else ""
        return left.lower() not in _BEEN
    if piece in _NOT_BEFORE_H or piece in _MINUTES:
        if left == " " or left == "\u00a0" or left == "\u202f" or left == "\n":
            left = parts[at - 2] if at > 1 else ""
        return left.isdecimal()
    right = parts[at + 1] if at + 1 < len(parts) else ""
    return left.isdecimal() and right.isdecimal()


def _is_elided(parts: list[str], at: int) -> bool:
    """Whether an ordinal is that of a quarter or a half of which the sentence told before."""
    if at < 2 or parts[at - 2] != "au":
        return False
    k = at + 1
    while k < len(parts) and parts[k] == " ":
        k += 1
    if k < len(parts) and parts[k][0].isalnum() and parts[k] not in _AFTER_ORDINAL:
        return False  # "au deuxième rang"
    for k in range(at - 3, max(-1, at - _BACK), -1):
        if parts[k] in _DIVISIONS:
            return True
        if parts[k] == "." or parts[k] == "\n":
            return False
    return False


def _in_pairs(numbers: list[str]) -> bool:
    return len(numbers) == 3 and all(len(n) == 2 and n.isdecimal() for n in numbers)


_JOINS = frozenset({"et", "ou", "puis"})


def _another_number(parts: list[str], at: int) -> bool:
    """Whether a number is joined to the next one: "les 25 et 26", "les 3, 4 et 5"."""
    following = [piece for piece in parts[at + 1 : at + 5] if not piece.isspace()]
    if len(following) < 2:
        return False
    return (following[0] == "," or following[0] in _JOINS) and following[1].isdecimal()
