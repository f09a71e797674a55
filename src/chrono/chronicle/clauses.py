"""The clauses of a sentence, by the words that open and close them.

A clause tree is built in one pass from left to right. Conjunctions, relatives, participles after
a comma and inverted verbs of saying open clauses; commas and the verbs of the clause around close
them. Verbs that share their subject ("a été arrêté et conduit") stay in one clause: whether they
are two is for the time expressions to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chrono.chronicle import french
from chrono.chronicle.sentences import Word, joins_between, phrase_at
from chrono.chronicle.trees import Clause, ClauseKind, Stack, Tree
from chrono.chronicle.verbal import (
    Form,
    Group,
    groups,
    infinitives,
    is_infinitive,
    is_participle,
    is_present_participle,
)

__all__ = ["Clause", "ClauseKind", "Tree", "clauses"]


_BESIDE = frozenset({ClauseKind.THAT, ClauseKind.ADVERBIAL, ClauseKind.MAIN})
"""Kinds beside which a coordinated clause with its own subject can stand."""

_BEFORE_PERFECT = frozenset({"n'", "ne", "pas", "s'", "en", "y", "l'", "les"})


class _Builder(Stack):
    """Reads the words once, from left to right."""

    def __init__(self, words: Sequence[Word], time_words: frozenset[int]) -> None:
        super().__init__(words)
        self.times = time_words
        self.verbs = {group.first: group for group in groups(words, time_words)}
        self.in_verb = {
            at for group in self.verbs.values() for at in range(group.first, group.last + 1)
        }
        self.comma = -1
        self.inserted = -1  # the comma behind a time that parts a verb from what it says
        self.resume = 0

    def build(self) -> Tree:
        at = 0
        if self.begins_with_participle():
            self.pending(0)
        while at < len(self.words):
            if at not in self.times and at >= self.resume:
                self.step(at)
            self.take(at)
            at += 1
        return Tree(tuple(self.words), tuple(self.clauses), tuple(self.home))

    def step(self, at: int) -> None:
        word = self.words[at].low
        if at in self.verbs:
            self.meet_verb(at)
        elif at in self.in_verb:
            return
        elif word in ("(", "["):
            self.open(ClauseKind.ASIDE, at, at + 1)
        elif word in (")", "]"):
            self.close_aside()
        elif word in (";", ":") and not self.in_aside():
            if at + 1 < len(self.words):
                self.open(ClauseKind.MAIN, at, at + 1, root=True)
        elif word in ("-", "–", "—") and self.is_dash(at):
            self.meet_dash(at)
        elif word == ",":
            self.meet_comma(at)
        elif self.opens_adverbial(at):
            return
        elif word in french.RELATIVES or (word in ("que", "qu'") and self.is_clause_ahead(at + 1)):
            self.meet_relative(at)
        elif word in french.COORDINATORS and not joins_between(self.words, at):
            self.meet_coordinator(at)
        elif self.is_perfect_infinitive(at):
            self.meet_perfect_infinitive(at)

    def meet_comma(self, at: int) -> None:
        if at == self.inserted or self.is_inserted(at):
            return
        self.comma = at
        while len(self.stack) > 1 and self.closes_at_comma():
            self.close()
        ahead = at + 1
        while ahead < len(self.words) and self.words[ahead].low in ('"', "»", "«", "”", "“"):
            ahead += 1
        if ahead >= len(self.words) or ahead in self.verbs:
            return
        # "le match, ‹d'abord prévu› samedi", "Volé hier, ‹puis rendu›, X"
        ends = ("ment", "abord", "d'") if self.now.verbs else ("ment", "abord", "d'", "puis")
        while ahead + 1 < len(self.words) and self.words[ahead].low.endswith(ends):
            ahead += 1
        word = self.words[ahead]
        if word.is_name or word.low in french.PLAIN_ADJECTIVES:
            return
        if (is_participle(word) or is_present_participle(word)) and self.is_participial(ahead):
            self.pending(ahead)

    def is_inserted(self, at: int) -> bool:
        """Whether a time alone parts a verb from its object: "devient, ‹deux ans après›, juge"."""
        verb = self.now.verb
        begin = at + 1 + (self.words[min(at + 1, len(self.words) - 1)].low in french.BEFORE_TIME)
        end = begin
        while end in self.times:
            end += 1
        if end == begin or end + 1 >= len(self.words) or self.words[end].low != ",":
            return False
        if verb is None or verb.last != at - 1 or end + 1 in self.verbs:
            return False
        self.inserted = end
        return True

    def pending(self, ahead: int) -> None:
        """Open a participle clause that begins at a place just ahead."""
        word = self.words[ahead]
        names = infinitives(word)
        self.open(ClauseKind.PARTICIPLE, ahead, ahead)
        form = Form.PARTICIPLE
        self.now.verbs.append(
            Group(ahead, ahead, ahead, form, names, finite=False, passive=is_participle(word))
        )

    def begins_with_participle(self) -> bool:
        """Whether a participle stands before the subject: "‹Né le 3 mars à Tulle›, M. X a …"."""
        if len(self.words) < 3 or not (
            is_participle(self.words[0]) or is_present_participle(self.words[0])
        ):
            return False
        comma = next((n for n, word in enumerate(self.words) if word.low == ","), None)
        return comma is not None and bool(self.verbs) and comma < min(self.verbs)

    def is_participial(self, at: int) -> bool:
        """Whether a participle after a comma has something after it that it governs."""
        after = self.words[at + 1].low if at + 1 < len(self.words) else "."
        after = "puis" if self.words[at - 1].low == "puis" else after
        return at + 1 in self.times or after not in (",", "et", "ou", ".", '"', "»")

    def closes_at_comma(self) -> bool:
        clause = self.now
        around = self.clauses[clause.parent]
        if clause.kind is ClauseKind.INCISE:
            return not self.names_speaker(self.comma + 1)
        if clause.kind is ClauseKind.PARTICIPLE:
            return True
        if clause.kind in (ClauseKind.RELATIVE, ClauseKind.ADVERBIAL):
            return bool(clause.verbs) and (clause.after_comma or not around.verbs)
        if clause.kind is ClauseKind.THAT:
            return bool(clause.verbs) and not any(verb.finite for verb in around.verbs)
        return False

    def names_speaker(self, at: int) -> bool:
        """Whether a name or an age follows in apposition: "a dit le maire, ‹Paul X›, ‹52 ans›"."""
        if at >= len(self.words) or at in self.times:
            return False
        word = self.words[at]
        first = self.now.first
        if first > 1 and self.words[first - 2].low in french.CLOSING_QUOTES:
            return self.next_verb(at) is None  # « … », a dit X, ‹en visite à Lyon›
        if word.text[0].isdigit():
            return at + 1 < len(self.words) and self.words[at + 1].low == "ans"
        return word.is_name and self.next_verb(at) is None

    def opens_adverbial(self, at: int) -> bool:
        word = self.words[at].low
        phrase = phrase_at(self.words, at, french.ADVERBIAL_BY_FIRST)
        if phrase:
            self.open(ClauseKind.ADVERBIAL, at, at + len(phrase))
            self.resume = at + len(phrase)
            if phrase[-1] in ("avoir", "être"):
                self.give_verb(at + len(phrase) - 1, is_participle)
            elif phrase[-1] in ("de", "d'"):
                self.give_verb(at + len(phrase) - 1, is_infinitive)
            return True
        if word not in french.ADVERBIAL_WORDS or not self.is_clause_ahead(at + 1):
            return False
        if word == "comme" and is_participle(self.words[at + 1]) and at + 1 not in self.verbs:
            return False  # "comme prévu"
        before = self.words[at - 1].low if at else ","
        if word == "si" and before not in (",", "et", "mais", "que", "«", '"'):
            return False
        if word == "car" and before in french.NO_VERB_AFTER:
            return False  # "le car"
        self.open(ClauseKind.ADVERBIAL, at, at + 1)
        return True

    def is_clause_ahead(self, at: int) -> bool:
        """Whether a finite verb follows before the clause could end."""
        for place in range(at, len(self.words)):
            if place in self.verbs:
                return True
            if place in self.times:
                continue
            if self.words[place].low in (";", ":", ".", "!", "?"):
                return False
        return False

    def meet_relative(self, at: int) -> None:
        word = self.words[at].low
        first = at
        while first > 0 and at - first < 3 and self.words[first - 1].low in french.BEFORE_RELATIVE:
            if word in ("que", "qu'") and self.words[first - 1].low != "ce":
                break
            first -= 1
        before = self.words[first - 1].low if first else ""
        that = word in ("que", "qu'")
        kind = ClauseKind.RELATIVE
        if that and self.follows_verb(first):
            kind = ClauseKind.THAT
        if before in french.COORDINATORS or (before == "," and self.now.verbs):
            closed = self.close_like(ClauseKind.THAT if that else ClauseKind.RELATIVE)
            kind = closed or kind
        self.open(kind, first, at + 1)
        for place in range(first, at):
            self.rehome(place)

    def follows_verb(self, at: int) -> bool:
        """Whether "que" completes a verb: the last verb or participle before it, near enough."""
        for place in range(at - 1, max(-1, at - 9), -1):
            if place in self.in_verb:
                return True
            word = self.words[place]
            if place in self.times or word.low in (",", '"', "»") or word.low in french.BETWEEN:
                continue
            if is_present_participle(word) or is_participle(word) or is_infinitive(word):
                return self.words[place - 1].low not in french.DETERMINERS
            return self.now.verb is not None and bool(self.now.verb.lemmas & french.SPEECH)
        return False

    def meet_coordinator(self, at: int) -> None:
        ahead = at + 1
        while ahead < len(self.words) and (
            ahead in self.times
            or self.words[ahead].low in (",", '"', "«", "»")
            or self.words[ahead].low in french.BETWEEN - french.CLITICS
        ):
            ahead += 1
        if ahead >= len(self.words):
            return
        place = self.next_verb(at + 1)
        if not self.now.verbs:
            return
        if place is not None and place == self.next_verb(ahead) and self.words[ahead:place] == []:
            self.now.splits.append(at)
            return
        word = self.words[ahead]
        compound = self.now.verbs[-1].first != self.now.verbs[-1].head
        compound |= self.now.kind is ClauseKind.PARTICIPLE  # "fondé en 1921 et ‹rénové›"
        if ahead not in self.verbs and compound and is_participle(word) and not word.is_name:
            self.now.splits.append(at)
            shared = self.now.verbs[-1]
            self.now.verbs.append(shared.with_participle(ahead, infinitives(word)))
            return
        waiting = any(not self.clauses[number].verbs for number in self.stack)
        if place is None or waiting or self.is_incise(place, self.verbs[place]):
            return
        if self.is_subject(ahead, place):
            while len(self.stack) > 1 and self.now.kind not in _BESIDE:
                self.close()
            parent = self.now
            kind = parent.kind
            self.close()
            self.open(
                kind if kind is not ClauseKind.INCISE else ClauseKind.MAIN,
                at,
                at + 1,
                root=kind is ClauseKind.MAIN,
            )

    def next_verb(self, at: int) -> int | None:
        """Return the place of the next finite verb with nothing between that opens a clause."""
        for place in range(at, len(self.words)):
            if place in self.times:
                continue
            if place in self.verbs:
                return place
            low = self.words[place].low
            if low in french.STOPS or low in french.RELATIVES:
                return None
        return None

    def is_subject(self, first: int, verb: int) -> bool:
        """Whether the words before a verb can be its subject."""
        word = self.words[first]
        opens = french.DETERMINERS | french.SUBJECTS | french.FRONTED
        start = word.is_name or word.low in opens or word.low[:1].isdigit()
        return verb > first and (start or self.verbs[verb].pronoun)

    def is_perfect_infinitive(self, at: int) -> bool:
        low = self.words[at].low
        if low not in ("avoir", "être") or at + 1 >= len(self.words):
            return False
        verb = self.now.verb
        if verb is None or not verb.lemmas & (french.SPEECH | {"penser", "nier", "savoir"}):
            return False
        return any(
            is_participle(self.words[n]) for n in range(at + 1, min(len(self.words), at + 4))
        )

    def meet_perfect_infinitive(self, at: int) -> None:
        head = next(n for n in range(at + 1, at + 4) if is_participle(self.words[n]))
        if self.words[head].low == "été" and head + 1 < len(self.words):
            head = head + 1 if is_participle(self.words[head + 1]) else head
        first = at
        while first and self.words[first - 1].low in _BEFORE_PERFECT:
            first -= 1
        negated = any(self.words[n].low in ("n'", "ne") for n in range(first, at))
        self.open(ClauseKind.THAT, first, first)
        for place in range(first, at):
            self.rehome(place)
        been = self.words[head - 1].low == "été"
        names = infinitives(self.words[head])
        self.now.verbs.append(Group(at, head, head, Form.INFINITIVE, names, False, been, negated))

    def give_verb(self, at: int, wanted: Callable[[Word], bool]) -> None:
        """Give a clause like "après avoir ‹rencontré›", "avant de ‹partir›" its verb."""
        for head in range(at + 1, min(len(self.words), at + 4)):
            if wanted(self.words[head]):
                first = at if wanted is is_participle else head
                names = infinitives(self.words[head])
                self.now.verbs.append(Group(first, head, head, Form.INFINITIVE, names, False))
                return

    def meet_verb(self, at: int) -> None:
        group = self.verbs[at]
        if self.is_incise(at, group):
            self.open(ClauseKind.INCISE, at, at)
            self.now.verbs.append(group)
            return
        if self.now.verbs and not (
            self.now.splits and self.now.splits[-1] > self.now.verbs[-1].first
        ):
            self.find_room(at, group)
        self.now.verbs.append(group)

    def is_incise(self, at: int, group: Group) -> bool:
        """Whether a verb of saying stands before its subject, after a comma or a quotation."""
        before = self.words[at - 1].low if at else ""
        after_quote = before == "," and at > 1 and self.words[at - 2].low in french.CLOSING_QUOTES
        if group.form is Form.INFINITIVE or not (group.lemmas & french.INCISE_VERBS or after_quote):
            return False  # « … », soupire M. X
        if group.inverted:
            return True
        if group.passive or before not in french.TELLING_SIGNS or group.pronoun:
            return False
        if before != "," or (after_quote and group.lemmas & french.INCISE_VERBS):
            return True
        after = group.last + 1
        while after < len(self.words) and (
            after in self.times or self.words[after].low in french.BEFORE_SPEAKER
        ):
            after += 1
        word = self.words[min(after, len(self.words) - 1)]
        return (word.is_name or word.low in french.DETERMINERS) and self.was_told(at)

    def was_told(self, at: int) -> bool:
        """Whether what stands before an incise is whole: its clause has its verb, or is a quote."""
        quoted = any(word.low in french.QUOTES for word in self.words[:at])
        return bool(self.now.verbs) or quoted

    def find_room(self, at: int, group: Group) -> None:
        """A second verb: it belongs to a clause around that has none, or begins a new one."""
        for depth in range(len(self.stack) - 2, -1, -1):
            if not self.clauses[self.stack[depth]].verbs:
                del self.stack[depth + 1 :]
                return
        if group.pronoun or self.comma > self.now.verbs[-1].last:
            first = (
                group.first - 1
                if group.pronoun and self.comma < self.now.verbs[-1].last
                else self.comma
            )
            parent_kind = self.now.kind
            root = parent_kind is ClauseKind.MAIN
            if not root:
                self.close()
            self.open(parent_kind, first, first + (self.words[first].low == ","), root=root)
            for place in range(first, at):
                self.rehome(place)


def clauses(words: Sequence[Word], time_words: frozenset[int] = frozenset()) -> Tree:
    """Build the clause tree of a sentence. `time_words` are the places inside time expressions.

    >>> from chrono.chronicle.sentences import words as cut
    >>> text = "Le ministre a annoncé mardi que le scrutin aurait lieu en septembre."
    >>> tree = clauses(cut(text, 0, len(text)))
    >>> [(c.kind.value, text[tree.words[c.start].start:tree.words[c.last].end])
    ...  for c in tree.clauses]
    [('main', 'Le ministre a annoncé mardi que le scrutin aurait lieu en septembre.'),
     ('that', 'le scrutin aurait lieu en septembre.')]
    """
    return _Builder(words, time_words).build()
