"""Lists and alternatives: "les 8, 9 et 10 juin", "demain ou, à défaut, lundi"."""

from __future__ import annotations

from dataclasses import replace

from chrono.grammar.rules import Rule, itself
from chrono.languages.fr.rules.completing import (
    chain,
    completed,
    continued,
    days,
    fits,
    kind,
    of_clock,
    on_day,
)
from chrono.terms import (
    AllOf,
    Century,
    Choice,
    Day,
    DayPart,
    Division,
    Month,
    OneOf,
    Range,
    Shift,
    Term,
    Unit,
    Which,
)


def _list(a: Term, b: Term) -> Term | None:
    """Like with like; each takes from the other what only that one says."""
    if not fits(a, b):
        return None
    return AllOf((completed(a, b), continued(a, b)))


def _three_days(a: int, b: int, last: Day) -> Term | None:
    """ "les 13-14-15 mai": days in a row."""
    two = days(Day(day=b), last, AllOf) if b == a + 1 else None
    return chain(Day(day=a), two) if two is not None else None


def _longer_list(a: Term, rest: Term) -> Term | None:
    """One more before a list: "lundi, mardi et jeudi"."""
    if not isinstance(rest, AllOf) or not fits(a, rest.terms[0]):
        return None
    return AllOf((completed(a, rest.terms[0]), *[continued(a, one) for one in rest.terms]))


def _either(a: Term, b: Term) -> Term | None:
    if kind(a) != kind(b):
        return OneOf((a, b))
    return OneOf((completed(a, b), continued(a, b)))


def _longer_choice(a: Term, rest: Term) -> Term | None:
    if not isinstance(rest, OneOf) or not fits(a, rest.terms[0]):
        return None
    return OneOf((completed(a, rest.terms[0]), *[continued(a, one) for one in rest.terms]))


def _clocks(a: Term, b: Term) -> Term | None:
    """ "samedi à 14 h et à 16 h": only times of the clock."""
    return _list(a, b) if of_clock(a) and of_clock(b) else None


def _hours(first: Range, rest: Term) -> Term | None:
    """ "de 9 h à midi et de 14 h à 17 h": stretches of one day, or each of its own."""
    more = rest.terms if isinstance(rest, AllOf) else (rest,)
    if not of_clock(first) or not all([of_clock(one) for one in more]):  # noqa: C419 (compiled)
        return None
    return AllOf((first, *[continued(first, one) for one in more]))


def _after_first(a: int, b: int) -> Term | None:
    """ "jeudi et vendredi prochains": the second follows the first, though it may come sooner."""
    first = Which(Day(weekday=a), Choice.NEXT)
    return AllOf((first, Shift(Unit.DAY, (b - a) % 7, first))) if a != b else None


def _before_next(a: int, b: int) -> Term | None:
    """ "mardi et mercredi derniers": counted back from the last one."""
    last = Which(Day(weekday=b), Choice.LAST)
    return AllOf((Shift(Unit.DAY, -((b - a) % 7), last), last)) if a != b else None


def _opened(day: Term, hours: Term) -> Term | None:
    """ "samedi, de 9 h à midi et de 14 h à 17 h"."""
    found = on_day(hours, day)
    return found if found != hours else None


def _sharing(a: Term, b: Term) -> Term | None:
    """ "au printemps et à l'été 2023": only where the first one needs the year of the second."""
    found = completed(a, b)
    return AllOf((found, b)) if kind(a) == kind(b) and found != a else None


def _numbered(first: int, second: int, make: type[AllOf] | type[OneOf]) -> Term | None:
    """Day numbers without a month: "les 25 et 26"."""
    return make((Day(day=first), Day(day=second))) if first < second <= 31 else None


def _more_numbers(first: int, rest: AllOf) -> Term | None:
    head = rest.terms[0]
    assert isinstance(head, Day)
    assert head.day is not None
    return AllOf((Day(day=first), *rest.terms)) if first < head.day else None


def _continued_day(first: Term, second: Day, make: type[AllOf] | type[OneOf]) -> Term | None:
    """ "le 7 mai et le 14": the second one is of the month of the first."""
    found = continued(first, second)
    return make((first, found)) if found != second else None


def _of_weekdays(found: Term) -> Term | None:
    """ "les vendredi 6, samedi 7 et dimanche 8 mai": the article belongs to all of them."""
    head = found.terms[0] if isinstance(found, AllOf) else None
    return found if isinstance(head, Day) and head.weekday and head.day else None


def _on_weekday(weekday: int, found: Term | None) -> Term | None:
    """ "les lundis 25 décembre et 1er janvier": each of the dates on that weekday."""
    if not isinstance(found, AllOf):
        return None
    terms: list[Term] = []
    for day in found.terms:
        if not isinstance(day, Day) or day.day is None or day.weekday not in (None, weekday):
            return None
        terms.append(replace(day, weekday=weekday))
    return AllOf(tuple(terms))


_DIVIDED = {Unit.QUARTER: 4, Unit.HALF: 2}


def _divisions(first: int, second: int, unit: Unit) -> Term | None:
    """ "les deuxième et troisième trimestres"."""
    if first < second <= _DIVIDED.get(unit, 0):
        return AllOf((Division(unit, first), Division(unit, second)))
    return None


def _more_divisions(first: int, rest: AllOf) -> Term | None:
    head = rest.terms[0]
    assert isinstance(head, Division)
    if not 0 < first < head.number:
        return None
    return AllOf((Division(head.unit, first), *rest.terms))


def _divisions_of(found: AllOf, year: Term) -> Term:
    terms = [replace(one, year=year) for one in found.terms if isinstance(one, Division)]
    return AllOf(tuple(terms))


def _centuries(first: int, second: int, make: type[AllOf] | type[OneOf]) -> Term | None:
    return make((Century(first), Century(second))) if first < second else None


# fmt: off
RULES = (
    # What joins: the signs around each member, and what is put in between, belong to it
    Rule("et", "(,|) (et|puis|et puis|ainsi que|mais aussi|&) (INSERTED|, INSERTED ,|)", "ET", lambda *_: True),
    Rule("et, sans et", ", INSERTED", "ET", lambda *_: True),
    Rule("et, entre guillemets", "\" ET \"", "ET", lambda _: True),
    Rule("et, après une glose", "\\( GLOSS \\) ET", "ET", lambda *_: True),
    Rule("ou", "(,|) (ou|ou bien|ou encore|ou alors|voire|sinon) (INSERTED|, INSERTED ,|)", "OR", lambda *_: True),
    Rule("ou, après un signe", "(\"|\\)) OR", "OR", lambda _: True),
    Rule("ou, avant un signe", "OR (\"|\\()", "OR", lambda _: True),
    Rule("ou, après une glose", "\\( GLOSS \\) OR", "OR", lambda *_: True),
    # Day numbers
    Rule("quantième", "(DAYNUM|FIRST_DAY)", "NUMDAY", lambda n: Day(day=n)),
    Rule("quantième en lettres", "WORDNUM", "NUMDAY", lambda n: Day(day=n) if n <= 31 else None, -5),
    Rule("‹jour de semaine› quantième", "(WEEKDAY|WEEKDAY_SHORT) (DAYNUM|FIRST_DAY)", "NUMDAY", Day),
    Rule("quantième (‹jour de semaine›)", "(DAYNUM|FIRST_DAY) \\( WEEKDAY \\)", "NUMDAY", lambda d, w: Day(w, d)),
    # Lists
    Rule("‹moment› et ‹moment›", "{MOMENT} ET {MOMENT}", "LIST", lambda a, _, b: _list(a, b), 8, True),
    # Less than two expressions of which the second one is longer: "le 4 avril, lundi soir"
    Rule("‹moment›, ‹moment›", "{MOMENT} , {MOMENT}", "LIST",
         lambda a, b: _list(a, b) if kind(a) == kind(b) else None, -60, True),
    Rule("‹moment›, ‹moment› et ‹moment›", "{MOMENT} (ET|,) {LIST}", "LIST",
         lambda a, *b: _longer_list(a, b[-1]), 12, True),
    Rule("les ‹jours datés›", "les LIST", "LIST", _of_weekdays, 6, True),
    Rule("les ‹date› et ‹date›", "{les DM} (ET|,) {D0}", "LIST", lambda a, *b: _list(a, b[-1]), 22, True),
    Rule("les ‹jours de semaine› ‹j› et ‹date›", "{les WEEKDAYS DAYNUM} et {D0 (LASTS|NEXTS|)}", "LIST",
         lambda w, n, b, *_: _on_weekday(w, days(Day(day=n), b, AllOf)), 24, True),
    Rule("les ‹jours de semaine› ‹date› et ‹date›", "{les WEEKDAYS DM} et {D0}", "LIST",
         lambda w, a, b: _on_weekday(w, _list(a, b)), 24, True),
    Rule("les ‹jours de semaine› ‹dates›", "(les|ces|<(des|aux)>) WEEKDAYS {LIST}", "LIST", _on_weekday, 10, True),
    Rule("les ‹j› et ‹date›", "(les|le|<des>|ces|) {NUMDAY} (ET|,) (le|) {(D0|DAY|DN)}", "LIST",
         lambda a, *b: days(a, b[-1], AllOf), 22, True),
    Rule("les ‹j› et ‹date› derniers", "(les|<des>|ces|) {NUMDAY} (ET|,) {D0 (LASTS|LAST1)}", "LIST",
         lambda a, *b: days(a, Which(b[-2], Choice.LAST), AllOf), 24, True),
    Rule("les ‹j› et ‹date› prochains", "(les|<des>|ces|) {NUMDAY} (ET|,) {D0 (NEXTS|NEXT1)}", "LIST",
         lambda a, *b: days(a, Which(b[-2], Choice.NEXT), AllOf), 24, True),
    Rule("les ‹j›, ‹j› et ‹date›", "(les|le|<des>|ces|) {NUMDAY} (ET|,) (le|) {LIST}", "LIST",
         lambda a, *b: chain(a, b[-1]), 24, True),
    Rule("les ‹j›-‹j›-‹date›", "(les|) {DAYNUM} ~-~ {DAYNUM} ~-~ {D0}", "LIST",
         lambda a, b, c: _three_days(a, b, c), 30, True),
    Rule("‹date› et le ‹j›", "{(D0|DAY)} ET {le NUMDAY}", "LIST",
         lambda a, _, b: _continued_day(a, b, AllOf), 14, True),
    Rule("‹jj›/‹mm› et ‹jj›/‹mm›", "{SLASH} (ET|,) (le|) {SLASH}", "SLASHES", lambda a, *b: _list(a, b[-1]), 2, True),
    Rule("‹j› et ‹jj›/‹mm›", "{NUMDAY} (ET|,) {SLASH}", "SLASHES", lambda a, *b: days(a, b[-1], AllOf), 2, True),
    Rule("‹jj›/‹mm›, ‹jj›/‹mm› et ‹jj›/‹mm›", "{SLASH} (ET|,) (le|) {SLASHES}", "SLASHES",
         lambda a, *b: _longer_list(a, b[-1]), 2, True),
    Rule("‹j›, ‹j› et ‹jj›/‹mm›", "{NUMDAY} (ET|,) {SLASHES}", "SLASHES", lambda a, *b: chain(a, b[-1]), 2, True),
    Rule("les ‹jj›/‹mm›", "(les|le|<(des|aux)>) SLASHES", "LIST", itself, 20, True),
    Rule("les ‹j› et ‹j›", "{(DAYNUM|FIRST_DAY)} ET {DAYNUM}", "OPEN",
         lambda a, _, b: _numbered(a, b, AllOf), 0, True),
    Rule("les ‹j›, ‹j› et ‹j›", "{(DAYNUM|FIRST_DAY)} (ET|,) {OPEN}", "OPEN",
         lambda a, *b: _more_numbers(a, b[-1]), 0, True),
    Rule("les ‹jours› sans mois", "(les|<(des|aux)>) OPEN", "TIMEX", itself, -30, True),
    Rule("le ‹j› et le ‹j›", "{le DAYNUM} ET {le DAYNUM}", "TIMEX",
         lambda a, _, b: _numbered(a, b, AllOf), -30, True),
    Rule("le ‹j› ou le ‹j›", "{le DAYNUM} OR {(le|) DAYNUM}", "TIMEX",
         lambda a, _, b: _numbered(a, b, OneOf), -30, True),
    Rule("‹mois› et ‹mois› derniers", "{BAREMONTH} et {MONTH0 LASTS}", "LIST",
         lambda a, b, _: AllOf((Which(Month(a), Choice.LAST), Which(b, Choice.LAST))), 24, True),
    Rule("‹mois› et ‹mois› prochains", "{BAREMONTH} et {MONTH0 NEXTS}", "LIST",
         lambda a, b, _: AllOf((Which(Month(a), Choice.NEXT), Which(b, Choice.NEXT))), 24, True),
    Rule("‹jours› derniers", "{WEEKDAY} et {WEEKDAY LASTS}", "LIST",
         lambda a, b, _: _before_next(a, b), 24, True),
    Rule("‹jours› prochains", "{WEEKDAY} et {WEEKDAY NEXTS}", "LIST",
         lambda a, b, _: _after_first(a, b), 24, True),
    Rule("‹siècle› et ‹siècle›", "(les|) {(ROMAN|ORD)} (et|,|-|ou) {(ROMAN|ORD) (siècles|s.)}", "LIST",
         lambda a, b: _centuries(a, b, AllOf), 20, True),
    Rule("‹siècle›, ‹siècle› et ‹siècle›", "(les|) {(ROMAN|ORD)} , {LIST}", "LIST",
         lambda a, b: AllOf((Century(a), *b.terms))
         if isinstance(b.terms[0], Century) and a < b.terms[0].number else None, 20, True),
    Rule("‹division› et ‹division›", "(les|) {ORD} (et|ou|,) {ORD UNIT_PLURAL}", "DIVISIONS", _divisions, 20, True),
    Rule("‹division›, ‹division› et ‹division›", "(les|) {ORD} , {DIVISIONS}", "DIVISIONS", _more_divisions, 20, True),
    Rule("‹divisions› sans année", "DIVISIONS", "LIST", itself),
    Rule("‹divisions› ‹année›", "DIVISIONS (de|de l'|de l'année|) YEAR", "LIST", _divisions_of, 22),
    Rule("‹jour› ‹partie› et ‹partie›", "{DAYPART} (et|,|ou) {(DAYTIME|EE)}", "LIST",
         lambda d, p: AllOf((d, DayPart(d.day, p))) if isinstance(d, DayPart) else None, 9, True),
    Rule("‹heures› et ‹heures› du jour", "{(HOURS_D|HOURS_W|CLOCK2)} ET (à|vers|) {(HOURS_D|HOURS_W|CLOCK2)}", "CLOCKS",
         lambda a, _, b: _clocks(a, b), 9, True),
    Rule("‹heure› et à ‹heure›", "{MOMENT_C} (ET|ET (à|vers)|, (à|vers)) {(HOURS_D|HOURS_W|CLOCK)}", "LIST",
         lambda a, *b: _clocks(a, b[-1]), 9, True),
    Rule("‹heure›, ‹heure› et à ‹heure›", "{MOMENT_C} (ET|,) (à|vers|) {CLOCKS}", "LIST",
         lambda a, *b: _longer_list(a, b[-1]), 9, True),
    Rule("à ‹heure› et ‹heure›", "<(à|dès|vers)> {(HOURS_D|HOURS_W|CLOCK2)} ET (à|vers|) {(HOURS_D|HOURS_W|CLOCK2)}", "LIST",
         lambda a, *b: _clocks(a, b[-1]), 9, True),
    Rule("au ‹saison› et à l'‹saison année›", "{(SEASON0|MONTH0)} ET (à l'|au|à|en) {PERIOD}", "LIST",
         lambda a, _, b: _sharing(a, b), 9, True),
    Rule("liste", "LIST", "TIMEX", itself),
    # Opening hours
    Rule("‹heures› et ‹heures›", "{(HOURS|DAY_HOURS)} (ET|,|/) {(HOURS|DAY_HOURS|RANGES)}", "RANGES", lambda a, *b: _hours(a, b[-1]), 8, True),
    Rule("‹jour› ‹heures› et ‹heures›", "DAY (,|) RANGES", "RANGES", _opened, 26, True),
    Rule("plages d'heures", "RANGES", "TIMEX", itself),
    # Alternatives
    Rule("‹moment› ou ‹moment›", "{MOMENT} OR (en|à|au|dans|le|la|dès|pour|jusqu'à|jusqu'en|jusqu'au|) {MOMENT}", "CHOICE",
         lambda a, _, b: _either(a, b), 15, True),
    Rule("‹intervalle› ou ‹intervalle›", "{RANGE} OR {RANGE}", "TIMEX", lambda a, _, b: OneOf((a, b)), 15, True),
    Rule("soit ‹moment›, soit ‹moment›", "soit {MOMENT} (,|) soit {MOMENT}", "CHOICE", _either, 15, True),
    Rule("soit le ‹j›, soit le ‹date›", "soit {le NUMDAY} (,|) soit {(le|) D0}", "CHOICE",
         lambda a, b: days(a, b, OneOf), 22, True),
    Rule("‹moment›, ‹moment› ou ‹moment›", "{MOMENT} (ET|,) {CHOICE}", "CHOICE",
         lambda a, *b: _longer_choice(a, b[-1]), 12, True),
    Rule("‹moment› ou « ‹moment› »", "{MOMENT} (,|) (ou|ou bien|voire) \" (en|à|au|dans|) {MOMENT} \"", "CHOICE", _either, 16, True),
    Rule("‹moment› ou (‹moment›)", "{MOMENT} \\( (ou|ou bien|voire) (en|à|au|dans|) {MOMENT} \\)", "CHOICE", _either, 16, True),
    Rule("le ‹j› ou le ‹date›", "(le|du|les|) {NUMDAY} OR (le|) {(D0|DAY|DN)}", "CHOICE",
         lambda a, _, b: days(a, b, OneOf), 22, True),
    Rule("le ‹j›, le ‹j› ou le ‹date›", "(les|le|) {NUMDAY} (ET|,) (le|) {CHOICE}", "CHOICE",
         lambda a, *b: chain(a, b[-1]), 24, True),
    Rule("le ‹jj›/‹mm› ou le ‹jj›/‹mm›", "(les|le) {SLASH} OR (le|) {SLASH}", "CHOICE", lambda a, _, b: _either(a, b), 22, True),
    Rule("‹date› ou le ‹j›", "{(D0|DAY)} OR {le NUMDAY}", "CHOICE",
         lambda a, _, b: _continued_day(a, b, OneOf), 14, True),
    Rule("‹siècle› ou ‹siècle›", "(le|les|) {(ROMAN|ORD)} ou {(ROMAN|ORD) (siècle|s.)}", "CHOICE",
         lambda a, b: _centuries(a, b, OneOf), 20, True),
    Rule("alternative", "CHOICE", "TIMEX", itself),
    Rule("alternative longue", "{CHOICE} OR (le|en|) {MOMENT}", "CHOICE",
         lambda a, _, b: OneOf((*a.terms, b)), 14, True),
)
# fmt: on
