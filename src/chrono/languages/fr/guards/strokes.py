"""Numbers with a stroke: a day of a calendar ("Tournée : 17/6 Metz, 24/6 Gand"), or a mere number."""

from __future__ import annotations

from typing import Any

from chrono.grammar.language import Neighbours

# Rules whose day may be any numbers: it is one that is all of its line.
_ALONE = frozenset({"‹jj›/‹mm›", "‹jj›-‹mm›-‹aa› seul"})
STROKED = _ALONE | {"les ‹jj›/‹mm›"}
"""The rules that read numbers with a stroke."""
# What announces a row of days.
_CALENDARS = frozenset(
    "tournee tournees date dates agenda concert concerts calendrier permanence permanences sortie "
    "sorties etape etapes seance seances representation representations stage stages marche "
    "marches brocante brocantes conference conferences collecte collectes ramassage horaires "
    "programme programmation escales escale vacances fermeture fermetures spectacle spectacles "
    "depart departs visites visite ateliers atelier reunions reunion matchs".split()
)
_MONTHS = 12  # what is more than that before a stroke is no mark, score or share
_MANY = 3  # days of a row that go on in order, and no scores


def no_stroke_alone(term: Any, rule: str, near: Neighbours) -> bool:
    """Refuses numbers with strokes that are no day: "3/4" of a list, "24/12" within a line, "1/2"."""
    if rule in _ALONE:
        day, month = near.inside[0], near.inside[2]
        numbers = rule == "‹jj›/‹mm›" and len(day) + len(month) < 4
        if not numbers and near.fills_line:
            return True
        return rule == "‹jj›/‹mm›" and _is_in_calendar(near)
    return rule not in STROKED


def _is_in_calendar(near: Neighbours) -> bool:
    """Whether other days stand in its line, each before a place, a name or an hour."""
    after = near.after_raw
    leads = _leads_entry(after)
    if not leads and after and after[0][0].isalpha() and after[0] != "et":
        return False
    left, right = near.pieces_before, near.pieces_after
    if "\n" in left:
        left = left[len(left) - left[::-1].index("\n") :]
    if "\n" in right:
        right = right[: right.index("\n")]
    before, behind = _days(left), _days(right)
    if before is None or behind is None or not (before or behind):
        return False
    days = [*before, (int(near.inside[2]), int(near.inside[0])), *behind]
    surely = max([day for _, day in days]) > _MONTHS
    announced = not _CALENDARS.isdisjoint(near.before)
    if not leads:
        return surely and announced
    return surely or announced or (len(days) > _MANY and days == sorted(set(days)))


_SIGNS = frozenset('à au aux : ( - – , « "'.split())


def _leads_entry(after: list[str]) -> bool:
    """Whether a place, a name or an hour begins here: "Lille", "à Lille", "« Elle »", "14 h"."""
    if not after:
        return False
    first = after[1] if after[0] in _SIGNS and len(after) > 1 else after[0]
    return first[0].isupper() or (first.isdecimal() and "h" in after[1:3])


def _days(pieces: list[str]) -> list[tuple[int, int]] | None:
    """The months and days among some pieces; None where numbers with strokes are none."""
    found: list[tuple[int, int]] = []
    for k in range(1, len(pieces) - 1):
        if pieces[k] == "/" and pieces[k - 1].isdecimal() and pieces[k + 1].isdecimal():
            day, month = int(pieces[k - 1][:3]), int(pieces[k + 1][:3])
            if not (1 <= day <= 31 and 1 <= month <= _MONTHS):
                return None
            found.append((month, day))
    return found
