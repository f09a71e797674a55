"""Composed expressions: ranges and limits. Each keeps its simple parts."""

from __future__ import annotations

from chrono.grammar.rules import Rule, itself
from chrono.languages.fr.rules.completing import (
    completed,
    days,
    kind,
    not_always,
    of_clock,
    on_day,
)
from chrono.languages.fr.rules.relative import _count
from chrono.terms import (
    AllOf,
    Century,
    Choice,
    Clock,
    Cycle,
    Day,
    DayPart,
    Decade,
    Length,
    Month,
    Night,
    NthIn,
    Part,
    Range,
    Shift,
    Term,
    Unit,
    Which,
    Year,
)


def _range(a: Term, b: Term) -> Term | None:
    """A range of like with like; the first end takes what only the second one says."""
    if not (_is_dated(a) and _is_dated(b)):
        for kind in (Clock, DayPart, Night):
            if isinstance(a, kind) != isinstance(b, kind):
                return None
    if isinstance(a, Clock) and isinstance(b, Clock) and a.day is None and b.day is not None:
        a = a.on(b.day)
    elif isinstance(a, Clock) and isinstance(b, Clock) and b.day is None and a.day is not None:
        b = b.on(a.day)
    if isinstance(a, Year) and not isinstance(b, (Year, Cycle, Part)):
        return None
    if isinstance(a, Day) and a.day is None and isinstance(b, (Month, Year)):
        return None  # "le Journal du Dimanche à Mars"
    if isinstance(a, Year) and isinstance(b, Year) and b.year < a.year:
        return None
    return Range(completed(a, b), b)


def _since_last(a: int, b: int) -> Term | None:
    """ "entre lundi et jeudi derniers": the beginning precedes the end, which is over."""
    last = Which(Day(weekday=b), Choice.LAST)
    return Range(Shift(Unit.DAY, -((b - a) % 7), last), last) if a != b else None


def _year_of(term: Term) -> int | None:
    """The year that a span of years begins with, its part counted as the whole."""
    if isinstance(term, Part):
        return _year_of(term.term)
    if isinstance(term, Century):
        return 100 * term.number - 99
    if isinstance(term, Decade):
        return term.start
    return term.year if isinstance(term, Year) else None


def _until_decade(a: Term, b: Term) -> Term | None:
    """ "du XVe siècle aux années 1920", and other spans of years that a decade ends."""
    first = _year_of(a)
    last = _year_of(b) if isinstance(b, Decade) else None
    return Range(a, b) if first is not None and last is not None and first < last else None


def _from_decade(a: Term, b: Term) -> Term | None:
    """ "des années 1840 à la fin du XIXe siècle": not up to another decade."""
    first = _year_of(a) if isinstance(a, Decade) else None
    last = _year_of(b) if not isinstance(b, (Decade, Year)) else None
    return Range(a, b) if first is not None and last is not None and first < last + 100 else None


def _is_dated(term: Term) -> bool:
    """Whether a term is a time of a day that it names: "mercredi soir", "jeudi à 8 heures"."""
    return isinstance(term, (Clock, DayPart)) and isinstance(term.day, (Day, Cycle, Which))


def _until_next(a: int, b: int) -> Term | None:
    """ "de jeudi à samedi prochains": the end follows the beginning, though it may come sooner."""
    first = Which(Day(weekday=a), Choice.NEXT)
    return Range(first, Shift(Unit.DAY, (b - a) % 7, first)) if a != b else None


def _within(length: Length) -> Term | None:
    found = _count(length)
    return Range(None, Shift(found[1], found[0], Cycle(Unit.DAY, 0))) if found else None


def _opened(day: Term, hours: Term) -> Term | None:
    """ "vendredi, de 9 h à 12 h": a stretch of that day."""
    if not of_clock(hours):
        return None
    found = on_day(hours, day)
    return found if found != hours else None


def _each_day(span: Term, hours: Range) -> Term | None:
    """ "du 3 au 5 mai, de 10 h à 18 h", "les 3 et 4 mai de 10 h à 18 h": the hours of each day."""
    first, last = hours.first, hours.last
    if not isinstance(first, Clock) or not isinstance(last, Clock) or first.day is not None:
        return None
    if isinstance(span, Range):
        if span.first is None or span.last is None or kind(span.first) != "day":
            return None
        if kind(span.last) != "day":
            return None
        return Range(on_day(first, span.first), on_day(last, span.last))
    if isinstance(span, AllOf) and kind(span.terms[0]) == "day" and kind(span) == "day":
        return AllOf(tuple([on_day(hours, day) for day in span.terms]))
    return None


def _dated_range(a: Day, b: Day) -> Term | None:
    """ "15 mai 2026 - 2 juin 2026": days of which the year is told, in the order of time."""
    first = completed(a, b)
    assert isinstance(first, Day)
    if not (first.day and first.month and first.year and b.day and b.month and b.year):
        return None
    ordered = (first.year, first.month, first.day) < (b.year, b.month, b.day)
    return Range(first, b) if ordered else None


# fmt: off
RULES = (
    Rule("moment: jour", "DAY", "MOMENT", itself),
    Rule("moment: période", "PERIOD", "MOMENT", itself),
    Rule("moment: période sans année", "PERIOD0", "MOMENT", itself),
    Rule("moment: saison", "SEASON0", "MOMENT", itself),
    Rule("moment: partie du jour", "DAYPART", "MOMENT", itself),
    Rule("moment: heure", "CLOCK", "MOMENT", itself),
    Rule("moment: jour et heure", "MOMENT_C", "MOMENT", itself),
    Rule("moment: nuit", "NIGHTS", "MOMENT", itself),
    # Ranges
    Rule("de ‹moment› à ‹moment›", "(de|du|de l'|de la|d'|depuis|depuis le|depuis la|depuis l'|à partir du|à partir de) {MOMENT} (,|) (à|au|à la|à l'|jusqu'à|jusqu'au|jusqu'en|jusqu'à la) {MOMENT}",
         "RANGE", _range, 20, True),
    Rule("de ‹période› aux ‹décennie›", "((de|du|de la|de l'|depuis|depuis le) {MOMENT} (aux|jusqu'aux)|entre (le|la|) {MOMENT} et) {PERIOD}",
         "RANGE", _until_decade, 20, True),
    Rule("des ‹décennie› à ‹période›", "des {PERIOD} (à|au|à la|jusqu'à|jusqu'au|jusqu'à la) {(PERIOD|PERIOD0)}",
         "RANGE", _from_decade, 20, True),
    Rule("du ‹j› au ‹date›", "(du|de|depuis le|à partir du|entre le) {NUMDAY} (au|jusqu'au|et le|et) {(D0|DN|SLASH)}", "RANGE",
         lambda a, b: days(a, b, Range), 22, True),
    Rule("du ‹j› au ‹date› dernier", "(du|de|entre le) {NUMDAY} (au|et le) {D0 (LAST1|LASTS)}", "RANGE",
         lambda a, b, _: days(a, Which(b, Choice.LAST), Range), 24, True),
    Rule("du ‹j› au ‹date› prochain", "(du|de|entre le) {NUMDAY} (au|et le) {D0 (NEXT1|NEXTS)}", "RANGE",
         lambda a, b, _: days(a, Which(b, Choice.NEXT), Range), 24, True),
    Rule("du ‹jour› ‹j› au ‹date›", "(du|de) {WEEKDAY DAYNUM} (au|à) {DAY}", "RANGE",
         lambda w, n, b: days(Day(w, n), b, Range), 26, True),
    Rule("‹j›-‹date›", "((les|le|du|) {DAYNUM} ~-~ {D0}|(les|du|<\\(>) {DAYNUM} - {D0})", "RANGE", lambda a, b: days(Day(day=a), b, Range), 12, True),
    Rule("‹date›-‹date›", "{DM} - {DM}", "RANGE", _range, 12, True),
    Rule("‹date›-‹date année›", "{D0} - {D0}", "RANGE", _dated_range, 12, True),
    Rule("du ‹siècle› au ‹siècle›", "(du|entre le|depuis le) {(ROMAN|ORD)} (au|et le|jusqu'au) {(ROMAN|ORD) (siècle|s.)}",
         "RANGE", lambda a, b: Range(Century(a), Century(b)) if a < b else None, 22, True),
    Rule("du ‹siècle› au ‹siècle› élidé", "(du|entre le) {ROMAN_TH} (au|et le) {ROMAN_TH}", "RANGE",
         lambda a, b: Range(Century(a), Century(b)) if a < b else None, 10, True),
    Rule("entre ‹moment› et ‹moment›", "entre {MOMENT} et {MOMENT}", "RANGE", _range, 20, True),
    Rule("entre ‹h› et ‹heure›", "(entre|de) {HOURNUM} (et|à) {(HOURS_D|HOURS_W|CLOCK|MOMENT_C)}", "HOURS",
         lambda h, c: _range(Clock(h), c) if h < 24 else None, 20, True),
    Rule("de ‹heures› à ‹heures›", "(entre|de|dès) {(HOURS_D|HOURS_W|CLOCK|MOMENT_C)} (et|à|jusqu'à) {(HOURS_D|HOURS_W|CLOCK|MOMENT_C)}", "HOURS",
         _range, 21, True),
    Rule("‹jour›, de ‹heure› à ‹heure›", "DAY , HOURS", "DAY_HOURS", _opened, -100, True),
    Rule("‹jour› de ‹heure› à ‹heure›", "DAY (:|) HOURS", "DAY_HOURS", _opened, 25, True),
    Rule("le ‹nième› ‹jour› du mois de ‹heure› à ‹heure›", "{(le|) (ORD|LAST1) WEEKDAY du mois} (,|) HOURS", "TIMEX",
         lambda n, w, x: _opened(NthIn(n, Cycle(Unit.MONTH, 0), w), x), 30, True),
    Rule("‹jj›/‹mm› de ‹heure› à ‹heure›", "{SLASH} (:|) HOURS", "DAY_HOURS",
         lambda d, x: _opened(d, x) if not_always(d) else None, 25, True),
    Rule("‹jj›/‹mm›, de ‹heure› à ‹heure›", "{SLASH} , HOURS", "DAY_HOURS",
         lambda d, x: _opened(d, x) if not_always(d) else None, -150, True),
    Rule("‹jour abrégé› de ‹heure› à ‹heure›", "WEEKDAY_SHORT (,|:|) HOURS", "DAY_HOURS",
         lambda w, x: _opened(Day(w), x), 25, True),
    Rule("‹nuit› de ‹heure› à ‹heure›", "(NIGHTS|DAYPART) (,|) HOURS", "DAY_HOURS", _opened, 25, True),
    Rule("du ‹jour› au ‹jour› de ‹heure› à ‹heure›", "(RANGE|SHORT_RANGE) (,|:|) HOURS", "RANGE", _each_day, 25, True),
    Rule("‹jours› de ‹heure› à ‹heure›", "LIST (,|) HOURS", "RANGES", _each_day, 25, True),
    Rule("‹heure›-‹heure›", "{CLOCK2} (-|/) {CLOCK2}", "HOURS", _range, 12, True),
    Rule("‹aaaa›-‹aaaa›", "{YEAR4} (-|/) {YEAR4}", "RANGE",
         lambda a, b: _range(Year(a), Year(b)), 20, True),
    Rule("‹aaaa›-‹aa›", "{YEAR4} ~(-|/)~ {YEAR2}", "RANGE",
         lambda a, b: Range(Year(a), Year(a // 100 * 100 + b)) if b > a % 100 else None, 20, True),
    Rule("de ‹mois› à ‹mois›", "(de|d') {MONTH} (à|jusqu'à|jusqu'en) {(MONTH0|MONTH1)}", "RANGE",
         lambda a, b: _range(Month(a), b), 22, True),
    Rule("fin ‹période›-début ‹période›", "{PERIOD} - {PERIOD}", "RANGE",
         lambda a, b: Range(a, b) if isinstance(a, Part) and isinstance(b, Part) else None, 10, True),
    Rule("‹jour abrégé›-‹jour abrégé›", "{WEEKDAY_SHORT} - {WEEKDAY_SHORT}", "SHORT_RANGE",
         lambda a, b: Range(Day(a), Day(b)), 10, True),
    Rule("‹h› à ‹h›", "{CLOCK0} à {CLOCK0}", "HOURS",
         lambda a, b: _range(a, b) if 6 <= a.hour < b.hour else None, 6, True),
    Rule("‹jour de semaine›-‹jour de semaine›", "{WEEKDAY} - {WEEKDAY}", "RANGE",
         lambda a, b: Range(Day(a), Day(b)) if a != b else None, 10, True),
    Rule("‹mois année›-‹mois année›", "{MONTH1} - {MONTH1}", "RANGE", _range, 10, True),
    Rule("‹mois›-‹mois›", "{BAREMONTH} (-|/) {(MONTH0|MONTH1)}", "RANGE",
         lambda a, b: _range(Month(a), b), 10, True),
    Rule("de ‹jour› à ‹jour› prochain", "((de|du) {WEEKDAY} (à|au)|entre {WEEKDAY} et) {WEEKDAY} (NEXT1|NEXTS)", "RANGE",
         lambda a, b, _: _until_next(a, b), 24, True),
    Rule("entre ‹jour› et ‹jour› derniers", "(de {WEEKDAY} à|entre {WEEKDAY} et) {WEEKDAY} LASTS", "RANGE",
         lambda a, b, _: _since_last(a, b), 24, True),
    Rule("de ‹année› à aujourd'hui", "(de|depuis) {PERIOD} (à|jusqu'à) {DEICTIC}", "RANGE",
         lambda a, n: Range(a, Cycle(Unit.DAY, n)), 22, True),
    Rule("plage d'heures", "(HOURS|DAY_HOURS)", "RANGE", itself),
    Rule("intervalle", "RANGE", "TIMEX", itself),
    Rule("d'ici ‹moment›", "d' {ici} (à|au|à la|à l'|) {MOMENT}", "TIMEX", lambda m: Range(None, m), 20, True),
    Rule("d'ici ‹durée›", "d' ici (à|) LENGTH", "TIMEX", _within, 21),
    Rule("sous ‹durée›", "sous (un délai de|) LENGTH", "TIMEX", _within, 20),
    Rule("sous huitaine", "sous DOZEN", "TIMEX",
         lambda n: _within(Length(((float(n), Unit.DAY),))) if n in (8, 15) else None, 20),
    Rule("dans les ‹durée›", "dans (les|un délai de) LENGTH", "TIMEX", _within, 20),
)
# fmt: on
