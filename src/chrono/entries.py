"""Lists of hours or days, each the head of what is told of it.

The hours of a programme hang on the day above them; those of a live report are of the day of
publication, whatever day was told above. The days of a chronicle stand above their paragraphs.
"""

from __future__ import annotations

from chrono.expressions import Mention
from chrono.focus import Context
from chrono.grammar.text import Cut
from chrono.terms import Clock

_AFTER = frozenset(".:-–—|•])\n")  # signs after the hour of an entry, and the end of its line
_BEFORE = frozenset("-–—•*[(")  # signs before it
_ENTRIES = 3  # so many are held against each other
_EVENING, _DAWN = 18 * 60, 6 * 60  # minutes of the day
_TITLE = 60  # pieces that the title of a text may have


class Entries:
    """The hours and days of a block of text that head entries."""

    __slots__ = ("_live", "_mentions", "_parts")

    def __init__(self, pieces: Cut, mentions: list[Mention], live: frozenset[str]) -> None:
        self._parts = pieces.parts
        self._mentions = mentions
        self._live = live  # words of the language for a report that is told as things happen

    def starts_line(self, mention: Mention) -> bool:
        """Whether a mention is the first of its line."""
        parts = self._parts
        k = mention.first - 1
        while k >= 0 and parts[k].isspace():
            if "\n" in parts[k]:
                return True
            k -= 1
        return k < 0

    def is_head(self, mention: Mention) -> bool:
        """Whether a clock time heads what is told of it: "15 h 02. Le pont rouvre."."""
        if not isinstance(mention.found.term, Clock):
            return False
        parts = self._parts
        k = mention.last + 1
        while k < len(parts) and parts[k] == " ":
            k += 1
        if k < len(parts) and parts[k] not in _AFTER and not parts[k][0].isupper():
            return False
        k = mention.first - 1
        while k >= 0 and parts[k] != "\n":
            if parts[k] not in _BEFORE and not parts[k].isspace():
                return False
            k -= 1
        return True

    def is_alone(self, mention: Mention) -> bool:
        """Whether a mention is all of its line, as the day above a list of hours is."""
        if not self.starts_line(mention):
            return False
        parts = self._parts
        k = mention.last + 1
        while k < len(parts) and parts[k] != "\n":
            if parts[k] not in _AFTER and not parts[k].isspace():
                return False
            k += 1
        return True

    def heads_paragraph(self, mention: Mention) -> bool:
        """Whether a mention heads what is told of it: "Mardi 4 mars. Le juge est entendu."."""
        parts = self._parts
        k = mention.last + 1
        while k < len(parts) and parts[k] == " ":
            k += 1
        return (k == len(parts) or parts[k] in _AFTER) and self.starts_line(mention)

    def line_ends(self, k: int) -> int:
        """How many lines end between a mention and the one before it, empty ones left out."""
        parts = self._parts
        count, ended = 0, False
        for n in range(self._mentions[k - 1].last + 1, self._mentions[k].first):
            if parts[n] == "\n":
                count += not ended
                ended = True
            elif not parts[n].isspace():
                ended = False
        return count

    def is_live(self, k: int, context: Context) -> bool:
        """Whether the hour at the head of an entry is of the day of publication, despite the focus.

        So it is where the entries stand newest first, as nobody tells a day that is over, or where
        the title says so; but not right below a day of their own. A day ahead is a programme's:
        there it takes three entries to tell newest first from one channel after another.
        """
        told, published = context.focus, context.published
        if told is None or published is None or told == published or self._has_own_day(k):
            return False
        if told > published:
            return self._falls(k) > 1
        return self._falls(k) > 0 or self._is_titled_live()

    def _has_own_day(self, k: int) -> bool:
        """Whether a day stands on the line above an entry, or above the one before it."""
        mentions, parts = self._mentions, self._parts
        if k and self.is_alone(mentions[k - 1]):
            return True
        for n in range(k - 1, -1, -1):
            above = mentions[n]
            if above.found.hangs and self.is_head(above):
                break
            if "\n" in parts[above.first : above.last] and self.starts_line(above):
                return True  # "Mardi 4 mars\n22 h 10. …": the day and the first hour in one
        return False

    def is_newest_first(self, k: int) -> bool:
        """Whether an earlier hour heads the entry after this one."""
        return self._falls(k) > 0

    def _falls(self, k: int) -> int:
        """How often the hour of the next entry is an earlier one: none, once or twice.

        None where it is ever a later one. The last entry is held against the one before it.
        """
        mentions = self._mentions
        hours = [_minutes(mentions[k])]
        n = k + 1
        while n < len(mentions) and len(hours) < _ENTRIES:
            if mentions[n].found.hangs and self.is_head(mentions[n]):
                hours.append(_minutes(mentions[n]))
            n += 1
        n = k - 1
        while n >= 0 and len(hours) == 1:
            if mentions[n].found.hangs and self.is_head(mentions[n]):
                hours.insert(0, _minutes(mentions[n]))
            n -= 1
        falls = 0
        for n in range(1, len(hours)):
            if hours[n] > hours[n - 1]:
                return 0
            if hours[n] < hours[n - 1] and (hours[n - 1] < _EVENING or hours[n] >= _DAWN):
                falls += 1  # and not past midnight
        return falls

    def _is_titled_live(self) -> bool:
        for piece in self._parts[:_TITLE]:
            if piece == "\n":
                break
            if piece in self._live:
                return True
        return False


def _minutes(mention: Mention) -> int:
    term = mention.found.term
    assert isinstance(term, Clock)
    return term.hour * 60 + (term.minute or 0)


__all__ = ["Entries"]
