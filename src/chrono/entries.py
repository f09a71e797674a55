"""Lists of hours or days, each the head of what is told of it.

The hours of a programme hang on the day above them; those of a live report are of the day of
publication, whatever day was told above. The days of a chronicle stand above their paragraphs.
"""

from __future__ import annotations

from datetime import date

from chrono.expressions import Mention
from chrono.focus import Context
from chrono.grammar.sentences import starts_line
from chrono.grammar.text import Cut
from chrono.model import Resolution
from chrono.resolve.chronicled import heads
from chrono.terms import Clock

_AFTER = frozenset(".:-–—|•])\n")  # signs after the hour of an entry, and the end of its line
_BEFORE = frozenset("-–—•*[(")  # signs before it
_ENTRIES = 3  # so many are held against each other
_EVENING, _DAWN = 18 * 60, 6 * 60  # minutes of the day
_TITLE = 60  # pieces that the title of a text may have


class Entries:
    """The hours and days of a block of text that head entries, asked for from the first on."""

    __slots__ = ("_above", "_day", "_live", "_mentions", "_newest_first", "_on_line", "_parts")

    def __init__(self, pieces: Cut, mentions: list[Mention], live: frozenset[str]) -> None:
        self._parts = pieces.parts
        self._mentions = mentions
        self._live = live  # words of the language for a report that is told as things happen
        self._above: Context | None = None  # of the first hour of a list of them
        self._newest_first = False  # whether these go back
        self._day: date | None = None  # of the paragraph of a chronicle
        self._on_line = False  # whether that one has a line of its own, just above

    def of_hour(self, k: int, context: Context) -> Context:
        """The context of a mention: of an hour in a list of them, the one of the day above it.

        So each hangs on that day, and not on one told in between.
        """
        mention = self._mentions[k]
        if mention.found.hangs and self.is_head(mention):
            if self._above is None:
                self._above = context.at_publication() if self.is_live(k, context) else context
                self._newest_first = self._falls(k) > 0
                return self._above
            return self._above if self._newest_first else self._above.after_clock(context.clock)
        if self._above is not None and starts_line(self._parts, mention.first):
            if not self._newest_first or self._is_alone(mention):
                self._above = None
        return context

    def day_of(self, k: int) -> date | None:
        """The day that heads the paragraph of a mention, in a chronicle; none in other texts."""
        if self._day is not None and self._line_ends(k) > self._on_line:
            self._day = None
        self._on_line = False
        return self._day

    def tell(self, mention: Mention, resolution: Resolution, context: Context) -> None:
        """Note what a mention means: a day may head the paragraph that follows."""
        if heads(mention.found.term, resolution, context) and self._heads_paragraph(mention):
            assert resolution.bounds is not None
            self._day, self._on_line = resolution.bounds.earliest, self._is_alone(mention)

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

    def _is_alone(self, mention: Mention) -> bool:
        """Whether a mention is all of its line, as the day above a list of hours is."""
        if not starts_line(self._parts, mention.first):
            return False
        parts = self._parts
        k = mention.last + 1
        while k < len(parts) and parts[k] != "\n":
            if parts[k] not in _AFTER and not parts[k].isspace():
                return False
            k += 1
        return True

    def _heads_paragraph(self, mention: Mention) -> bool:
        """Whether a mention heads what is told of it: "Mardi 4 mars. Le juge est entendu."."""
        parts = self._parts
        k = mention.last + 1
        while k < len(parts) and parts[k] == " ":
            k += 1
        return (k == len(parts) or parts[k] in _AFTER) and starts_line(self._parts, mention.first)

    def _line_ends(self, k: int) -> int:
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
        if k and self._is_alone(mentions[k - 1]):
            return True
        for n in range(k - 1, -1, -1):
            above = mentions[n]
            if above.found.hangs and self.is_head(above):
                break
            if "\n" in parts[above.first : above.last] and starts_line(parts, above.first):
                return True  # "Mardi 4 mars\n22 h 10. …": the day and the first hour in one
        return False

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
