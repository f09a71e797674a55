"""Titles: what a statement says, short enough for a calendar.

A title is made of the words of its clause, never of others, but for a pronoun that stands for
somebody who is certain. It is cut where a phrase ends, never inside a name or a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chrono.chronicle import french
from chrono.chronicle.sentences import Word, words

LONGEST = 80
"""The most characters that a title has."""

_SPACE = re.compile(r"\s+")
_LEADING = re.compile(
    r"^(?:(?:cependant|toutefois|pourtant|néanmoins|mais|et|or|par ailleurs|ainsi|en outre|de plus"
    r"|parallèlement|enfin|d['’]autre part|de son côté|de leur côté|pour sa part|quant à lui)"
    r"\b\s*,?\s+)+",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?:,| au)\s*\d+$")  # the number of a house, without its street
_NAME_PARTICLES = french.NAME_PARTICLES
_TIED = french.TIED
_CALLING = frozenset({"il", "ils", "on", "je", "qui", "que", "dont", "où"})
_AUXILIARIES = french.AUXILIARIES


def title_of(text: str, verb: str = "", longest: int = LONGEST) -> str:
    """Make a title of the text of a clause; `verb` are the words before which it is not cut.

    >>> title_of("cependant, le  président russe a annulé hier une rencontre")
    'Le président russe a annulé hier une rencontre'
    """
    clean = _SPACE.sub(" ", text).strip(" ,;:-–—.")
    clean = _LEADING.sub("", clean)
    clean = _balance(clean)
    at = clean.find(verb) if verb else -1
    clean = shorten(clean, longest, at + len(verb) if at >= 0 else 0)
    return clean[:1].upper() + clean[1:]


_CONTRACTED = {"Du": "Le", "Au": "Le", "Des": "Les", "Aux": "Les"}


def uncontracted(title: str) -> str:
    """Give a noun that stands alone its article back.

    >>> uncontracted("Du scrutin de 2020"), uncontracted("Un scrutin")
    ('Le scrutin de 2020', 'Un scrutin')
    """
    first, space, rest = title.partition(" ")
    return _CONTRACTED.get(first, first) + space + rest


def _balance(text: str) -> str:
    """Drop quotation marks and brackets that have lost their partner."""
    if text.count("»") == text.count("«") + 1 and text.find("»") < (text.find("«") % len(text)):
        text = f"« {text}"  # its first word is that of a title of a work
    for one, two in (("«", "»"), ("“", "”"), ("(", ")")):
        if text.count(one) != text.count(two):
            text = text.replace(one, "").replace(two, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return _SPACE.sub(" ", text).strip(" ,;:-–—")


def shorten(text: str, longest: int = LONGEST, least: int = 0) -> str:
    """Cut a text to at most so many characters, at the end of a phrase; "…" where it goes on.

    It is not cut before `least` if it need not be. A quotation that it is cut in keeps its marks.

    >>> shorten("Le ministre a annoncé une réforme, pour répondre aux maires de France", 40)
    'Le ministre a annoncé une réforme'
    >>> shorten("Le ministre a rencontré le président Jean de La Fontaine", 48)
    'Le ministre a rencontré le président…'
    """
    if len(text) <= longest:
        return text
    parts = words(text, 0, len(text))
    best = loose = 0
    enough = max(longest // 2, least)
    for number, word in enumerate(parts[1:], 1):
        end = parts[number - 1].end
        if end > longest:
            break
        if _is_inside(parts, number):
            continue
        grade = _grade(parts, number)
        quoted = _is_quoted(text, end)
        if grade == 2 and end >= max(longest * 2 // 5, least) and not quoted:
            best = end
        room = longest - 2 * quoted
        goes_on = word.is_word or word.low in french.QUOTES
        if end < room and goes_on and not hangs(parts[number - 1]):
            loose = end if grade >= 1 or loose < enough else loose
    if best:
        return _balance(_HOUSE.sub("", text[:best]))
    cut = loose or text.rfind(" ", 0, longest - 1)
    if loose and _is_quoted(text, loose) and text[loose - 1] != "«":
        return f"{text[:loose]}… »"
    return _balance(text[: max(cut, 0)] or text[: longest - 1]) + "…"


def _is_quoted(text: str, end: int) -> bool:
    """Whether a place stands in a quotation that is closed behind it."""
    return text.count("«", 0, end) > text.count("»", 0, end) and "»" in text[end:]


def _grade(parts: Sequence[Word], number: int) -> int:
    """How good a place is to cut before a word: 2 a clause ends, 1 a phrase, 0 neither."""
    word = parts[number]
    if word.low in (",", ";", ":", "(", "-", "–", "—"):
        return 2
    if word.low in french.RELATIVES or word.low in ("alors", "tandis", "afin"):
        return 2
    if word.low in ("pour", "que", "qu'") or word.low in french.COORDINATORS:
        return 1
    return 1 if word.low in french.PREPOSITIONS else 0


def hangs(word: Word) -> bool:
    """Whether nothing can end after a word: it calls for the next."""
    return (
        word.low in french.PREPOSITIONS
        or word.low in french.DETERMINERS
        or word.low in french.COORDINATORS
        or word.low in french.CLITICS
        or word.low in _TIED
        or word.low in _AUXILIARIES
        or word.low in _CALLING
        or word.text.endswith(("'", "’"))
    )


def _is_inside(parts: Sequence[Word], number: int) -> bool:
    """Whether a cut before a word would fall inside a name or a number."""
    before, word = parts[number - 1], parts[number]
    if "-" in (before.text, word.text) and before.end == word.start:
        return True  # "rue du 18-Juin"
    if hangs(before) and before.low not in ("en", "y"):
        return True
    if before.low == "." and number > 1 and parts[number - 2].low in _TIED:
        return True
    if before.is_name and word.is_name:
        return True
    if before.is_name and word.low in _NAME_PARTICLES:
        return any(next_.is_name for next_ in parts[number + 1 : number + 3])
    digits = before.text[-1:].isdigit() or before.low in french.NUMBERS
    minutes = before.low in ("h", "heures") and word.text[:1].isdigit()  # "14 h ‹30›"
    return (digits and word.is_word) or minutes or word.low in ("%", ".")


def _belongs(part: Sequence[Word], first: int) -> bool:
    """Whether a name only says whose or of what: "le ministre ‹du Budget›", "‹de la Culture›"."""
    if first > 1 and part[first - 1].low in ("la", "l'"):
        return part[first - 2].low in ("de", "à")
    return first > 0 and part[first - 1].low in ("de", "du", "des", "d'", "à", "au", "en")


def name_in(part: Sequence[Word]) -> str:
    """Return the one name among the words of a subject, "" where there is none or more than one.

    >>> cut = "le Premier ministre britannique Keir Starmer"
    >>> name_in(words(cut, 0, len(cut)))
    'Keir Starmer'
    """
    text = ""
    for word in (part[place] for place in name_places(part)):
        gap = "" if word.low == "." or text.endswith(("'", "’")) or not text else " "
        text += gap + word.text
    return text if len(text) > 2 else ""


def name_places(part: Sequence[Word]) -> list[int]:
    """Return the places of the one name in a subject; none where there is none or more than one."""
    names: list[list[int]] = []
    run: list[int] = []
    for number, word in enumerate(part):
        title = word.low in _TIED or (word.low == "." and run and part[run[-1]].low in _TIED)
        begins = number == 0 and (word.low in french.DETERMINERS or word.low in french.PREPOSITIONS)
        if ((word.is_name or title) and not begins and word.low not in french.OFFICES) or (
            run
            and word.low in _NAME_PARTICLES
            and number + 1 < len(part)
            and part[number + 1].is_name
        ):
            run.append(number)
        elif run:
            if not _belongs(part, run[0]):
                names.append(run)
            run = []
    if run and not _belongs(part, run[0]):
        names.append(run)
    return names[0] if len(names) == 1 else []
