"""Composed expressions: ranges, lists, alternatives, limits. Each keeps its simple parts."""

from __future__ import annotations

from dataclasses import replace

from chrono.grammar.rules import Rule
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
    Division,
    Holiday,
    Length,
    Month,
    Night,
    NthIn,
    OneOf,
    Part,
    PeriodOf,
    Range,
    Season,
    Shift,
    Term,
    Unit,
    Which,
    Year,
)

_POINTS = (Day, Month, Year, Decade, Century, Division, Holiday, Cycle, Shift, Which, PeriodOf,
           NthIn, Part, DayPart, Clock, Season, Night)  # fmt: skip


def _range(a: Term, b: Term) -> Term | None:
    """A range of like with like; the first end takes what only the second one says."""
    if not (_is_dated(a) and _is_dated(b)):
        for kind in (Clock, DayPart, Night):
            if isinstance(a, kind) != isinstance(b, kind):
                return None
    if isinstance(a, Clock) and isinstance(b, Clock) and a.day is None and b.day is not None:
        a = replace(a, day=b.day)
    elif isinstance(a, Clock) and isinstance(b, Clock) and b.day is None and a.day is not None:
        b = replace(b, day=a.day)
    if isinstance(a, Year) and not isinstance(b, (Year, Cycle, Part)):
        return None
    if isinstance(a, Year) and isinstance(b, Year) and b.year < a.year:
        return None
    return Range(_completed(a, b), b)


def _is_dated(term: Term) -> bool:
    """Whether a term is a time of a day that it names: "mercredi soir", "jeudi à 8 heures"."""
    return isinstance(term, (Clock, DayPart)) and isinstance(term.day, (Day, Cycle, Which))


def _completed(a: Term, b: Term) -> Term:
    """The first of two with the month or the year that only the second one gives."""
    if isinstance(a, Day) and isinstance(b, Day):
        month = a.month if a.month is not None or a.day is None else b.month
        year = a.year if a.year is not None or month is None else b.year
        if year is not None and b.month is not None and month is not None and a.year is None:
            later = (month, a.day or 1) > (b.month, b.day or 31)
            year = year - 1 if later else year
        return replace(a, month=month, year=year)
    if isinstance(a, Month) and isinstance(b, Month) and a.year is None and b.year is not None:
        return Month(a.month, b.year - 1 if a.month > b.month else b.year)
    if isinstance(a, (Day, Month)) and isinstance(b, Which):
        inner = _completed(a, b.term)
        return Which(inner, b.choice)
    if isinstance(a, Division) and isinstance(b, Division) and a.year is None:
        return replace(a, year=b.year)
    return a


def _of_weekdays(days: Term) -> Term | None:
    """ "les vendredi 6, samedi 7 et dimanche 8 mai": the article belongs to all of them."""
    head = days.terms[0] if isinstance(days, AllOf) else None
    return days if isinstance(head, Day) and head.weekday and head.day else None


def _days(first: int, last: Term, make: type[AllOf] | type[OneOf] | type[Range]) -> Term | None:
    """ "les 3 et 4 mai", "du 3 au 5 mai": bare numbers take the month of the last one."""
    inner = last.term if isinstance(last, Which) else last
    if (
        not isinstance(inner, Day)
        or inner.day is None
        or (inner.month is None and inner.weekday is None)
    ):
        return None
    if inner.month is None:
        return None
    if first >= inner.day and make is not Range:
        return None
    head: Term = Day(None, first, inner.month, inner.year)
    if first > inner.day:
        month, year = inner.month - 1 or 12, inner.year
        if year is not None and month == 12:
            year -= 1
        head = Day(None, first, month, year)
    if isinstance(last, Which):
        head = Which(head, last.choice)
    if make is Range:
        return Range(head, last)
    return make((head, last)) if make is AllOf else OneOf((head, last))


def _list(a: Term, b: Term) -> Term | None:
    if _kind(a) != _kind(b):
        return None
    terms = a.terms if isinstance(a, AllOf) else (a,)
    return AllOf((*(_completed(t, b) for t in terms), b))


def _either(a: Term, b: Term) -> Term | None:
    terms = a.terms if isinstance(a, OneOf) else (a,)
    return OneOf((*(_completed(t, b) if _kind(t) == _kind(b) else t for t in terms), b))


def _kind(term: Term) -> str:
    if isinstance(term, (AllOf, OneOf)):
        return _kind(term.terms[-1])
    if isinstance(term, Which):
        return _kind(term.term)
    if isinstance(term, (Day, Shift, Holiday)) or (
        isinstance(term, Cycle) and term.unit is Unit.DAY
    ):
        return "day"
    if isinstance(term, (DayPart, Night)):
        return "daypart"
    return type(term).__name__


def _within(length: Length) -> Term | None:
    found = _count(length)
    return Range(None, Shift(found[1], found[0], Cycle(Unit.DAY, 0))) if found else None


def _chain(day: int, rest: Term) -> Term | None:
    """A bare number before a list of days: "les 8, 9 et 10 juin"."""
    if not isinstance(rest, (AllOf, OneOf)):
        return None
    head = rest.terms[0]
    if isinstance(head, Which):
        head = head.term
    if not isinstance(head, Day) or head.day is None or day >= head.day:
        return None
    first: Term = Day(None, day, head.month, head.year)
    if isinstance(rest.terms[0], Which):
        first = Which(first, rest.terms[0].choice)
    return AllOf((first, *rest.terms)) if isinstance(rest, AllOf) else OneOf((first, *rest.terms))


# fmt: off
RULES = (
    Rule("moment: jour", "DAY", "MOMENT", lambda t: t),
    Rule("moment: période", "PERIOD", "MOMENT", lambda t: t),
    Rule("moment: période sans année", "PERIOD0", "MOMENT", lambda t: t),
    Rule("moment: saison", "SEASON0", "MOMENT", lambda t: t),
    Rule("moment: partie du jour", "DAYPART", "MOMENT", lambda t: t),
    Rule("moment: heure", "CLOCK", "MOMENT", lambda t: t),
    Rule("moment: jour et heure", "MOMENT_C", "MOMENT", lambda t: t),
    Rule("moment: nuit", "NIGHTS", "MOMENT", lambda t: t),
    # Ranges
    Rule("de ‹moment› à ‹moment›", "(de|du|de l'|de la|d'|depuis|depuis le|depuis la|depuis l'|à partir du|à partir de) {MOMENT} (à|au|à la|à l'|jusqu'à|jusqu'au|jusqu'en|jusqu'à la) {MOMENT}",
         "RANGE", _range, 20, True),
    Rule("du ‹j› au ‹date›", "(du|de|depuis le|à partir du|entre le) {(DAYNUM|WORDNUM)} (au|jusqu'au|et le) {D0}", "RANGE",
         lambda a, b: _days(a, b, Range), 22, True),
    Rule("du ‹j› au ‹date› dernier", "(du|de|entre le) {DAYNUM} (au|et le) {D0 (LAST1|LASTS)}", "RANGE",
         lambda a, b, _: _days(a, Which(b, Choice.LAST), Range), 24, True),
    Rule("du ‹j› au ‹date› prochain", "(du|de|entre le) {DAYNUM} (au|et le) {D0 (NEXT1|NEXTS)}", "RANGE",
         lambda a, b, _: _days(a, Which(b, Choice.NEXT), Range), 24, True),
    Rule("entre le ‹j› et ‹date›", "entre le {DAYNUM} et {D0}", "RANGE",
         lambda a, b: _days(a, b, Range), 22, True),
    Rule("‹j›-‹date›", "(les|le|du|) {DAYNUM} ~-~ {D0}", "RANGE", lambda a, b: _days(a, b, Range), 12, True),
    Rule("du ‹siècle› au ‹siècle›", "(du|entre le|depuis le) {(ROMAN|ORD)} (au|et le|jusqu'au) {(ROMAN|ORD) siècle}",
         "RANGE", lambda a, b: Range(Century(a), Century(b)) if a < b else None, 22, True),
    Rule("du ‹siècle› au ‹siècle› élidé", "(du|entre le) {ROMAN_TH} (au|et le) {ROMAN_TH}", "RANGE",
         lambda a, b: Range(Century(a), Century(b)) if a < b else None, 10, True),
    Rule("entre ‹moment› et ‹moment›", "entre {MOMENT} et {MOMENT}", "RANGE", _range, 20, True),
    Rule("entre ‹h› et ‹heure›", "(entre|de) {HOURNUM} (et|à) {(HOURS_D|HOURS_W|CLOCK|MOMENT_C)}", "RANGE",
         lambda h, c: _range(Clock(h), c) if h < 24 else None, 20, True),
    Rule("de ‹heures› à ‹heures›", "(entre|de|dès) {(HOURS_D|HOURS_W|CLOCK|MOMENT_C)} (et|à|jusqu'à) {(HOURS_D|HOURS_W|CLOCK|MOMENT_C)}", "RANGE",
         _range, 21, True),
    Rule("‹jour›, de ‹heure› à ‹heure›", "DAY , RANGE", "RANGE",
         lambda d, r: Range(_dated_clock(r.first, d), _dated_clock(r.last, d))
         if isinstance(r.first, Clock) and isinstance(r.last, Clock) and r.first.day is None else None, -100, True),
    Rule("‹jour› de ‹heure› à ‹heure›", "DAY RANGE", "RANGE",
         lambda d, r: Range(_dated_clock(r.first, d), _dated_clock(r.last, d))
         if isinstance(r.first, Clock) and isinstance(r.last, Clock) and r.first.day is None else None, 25, True),
    Rule("‹heure›-‹heure›", "{CLOCK2} (-|/) {CLOCK2}", "RANGE", _range, 12, True),
    Rule("‹aaaa›-‹aaaa›", "{YEAR4} (-|/) {YEAR4}", "RANGE",
         lambda a, b: _range(Year(a), Year(b)), 20, True),
    Rule("‹aaaa›-‹aa›", "{YEAR4} ~(-|/)~ {YEAR2}", "RANGE",
         lambda a, b: Range(Year(a), Year(a // 100 * 100 + b)) if b > a % 100 else None, 20, True),
    Rule("de ‹mois› à ‹mois›", "(de|d') {MONTH} (à|jusqu'à|jusqu'en) {(MONTH0|MONTH1)}", "RANGE",
         lambda a, b: _range(Month(a), b), 22, True),
    Rule("fin ‹période›-début ‹période›", "{PERIOD} ~-~ {PERIOD}", "RANGE",
         lambda a, b: Range(a, b) if isinstance(a, Part) and isinstance(b, Part) else None, 10, True),
    Rule("‹mois›-‹mois›", "{BAREMONTH} - {(MONTH0|MONTH1)}", "RANGE",
         lambda a, b: _range(Month(a), b), 10, True),
    Rule("de ‹jour› à ‹jour› prochain", "(de|du) {WEEKDAY} (à|au) {WEEKDAY} (NEXT1|NEXTS)", "RANGE",
         lambda a, b, _: Range(Which(Day(weekday=a), Choice.NEXT), Which(Day(weekday=b), Choice.NEXT)), 24, True),
    Rule("de ‹année› à aujourd'hui", "(de|depuis) {PERIOD} (à|jusqu'à) {DEICTIC}", "RANGE",
         lambda a, n: Range(a, Cycle(Unit.DAY, n)), 22, True),
    Rule("intervalle", "RANGE", "TIMEX", lambda r: r),
    Rule("d'ici ‹moment›", "d' {ici} (à|au|à la|à l'|) {MOMENT}", "TIMEX", lambda m: Range(None, m), 20, True),
    Rule("d'ici ‹durée›", "d' ici (à|) LENGTH", "TIMEX", _within, 21),
    Rule("sous ‹durée›", "sous (un délai de|) LENGTH", "TIMEX", _within, 20),
    Rule("sous huitaine", "sous DOZEN", "TIMEX",
         lambda n: _within(Length(((float(n), Unit.DAY),))) if n in (8, 15) else None, 20),
    Rule("dans les ‹durée›", "dans (les|un délai de) LENGTH", "TIMEX", _within, 20),
    # Lists
    Rule("‹moment› et ‹moment›", "{MOMENT} (et|,|puis|ainsi que) {MOMENT}", "LIST", _list, 8, True),
    Rule("‹moment›, ‹moment› et ‹moment›", "{MOMENT} , {LIST}", "LIST",
         lambda a, b: AllOf((_completed(a, b.terms[0]), *b.terms))
         if isinstance(b, AllOf) and _kind(a) == _kind(b.terms[0]) else None, 12, True),
    Rule("les ‹jours datés›", "les LIST", "LIST", _of_weekdays, 6, True),
    Rule("les ‹date› et ‹date›", "{les DM} et {D0}", "LIST", _list, 22, True),
    Rule("les ‹jours de semaine› ‹j› et ‹date›", "{les WEEKDAYS DAYNUM} et {D0 (LASTS|NEXTS|)}", "LIST",
         lambda w, n, b, *_: _on_weekday(w, _days(n, b, AllOf)), 24, True),
    Rule("les ‹jours de semaine› ‹date› et ‹date›", "{les WEEKDAYS DM} et {D0}", "LIST",
         lambda w, a, b: _on_weekday(w, _list(a, b)), 24, True),
    Rule("les ‹jours de semaine› ‹dates›", "(les|des|ces) WEEKDAYS {LIST}", "LIST",
         lambda w, days: _on_weekday(w, days), 10, True),
    Rule("les ‹j› et ‹date›", "(les|le|des|ces|) {(DAYNUM|FIRST_DAY)} (et|,|et le) {(D0|DAY)}", "LIST",
         lambda a, b: _days(a, b, AllOf), 22, True),
    Rule("les ‹j› et ‹date› derniers", "{les DAYNUM} et {D0 (LASTS|LAST1)}", "LIST",
         lambda a, b, _: _days(a, Which(b, Choice.LAST), AllOf), 24, True),
    Rule("les ‹j› et ‹date› prochains", "{les DAYNUM} et {D0 (NEXTS|NEXT1)}", "LIST",
         lambda a, b, _: _days(a, Which(b, Choice.NEXT), AllOf), 24, True),
    Rule("les ‹j›, ‹j› et ‹date›", "(les|) {DAYNUM} , {LIST}", "LIST", _chain, 24, True),
    Rule("les ‹jour› ‹j› et ‹jour› ‹date›", "(les|le|) {WEEKDAY DAYNUM} (et|,|et le) {DAY}", "LIST",
         lambda w, n, b: _weekday_days(w, n, b, AllOf), 24, True),
    Rule("du ‹jour› ‹j› au ‹date›", "(du|de) {WEEKDAY DAYNUM} (au|à) {DAY}", "RANGE",
         lambda w, n, b: _weekday_days(w, n, b, Range), 26, True),
    Rule("‹mois› et ‹mois› derniers", "{BAREMONTH} et {MONTH0 LASTS}", "LIST",
         lambda a, b, _: AllOf((Which(Month(a), Choice.LAST), Which(b, Choice.LAST))), 24, True),
    Rule("‹mois› et ‹mois› prochains", "{BAREMONTH} et {MONTH0 NEXTS}", "LIST",
         lambda a, b, _: AllOf((Which(Month(a), Choice.NEXT), Which(b, Choice.NEXT))), 24, True),
    Rule("‹jours› derniers", "{WEEKDAY} et {WEEKDAY LASTS}", "LIST",
         lambda a, b, _: AllOf((Which(Day(weekday=a), Choice.LAST), Which(Day(weekday=b), Choice.LAST))), 24, True),
    Rule("‹jours› prochains", "{WEEKDAY} et {WEEKDAY NEXTS}", "LIST",
         lambda a, b, _: AllOf((Which(Day(weekday=a), Choice.NEXT), Which(Day(weekday=b), Choice.NEXT))), 24, True),
    Rule("‹siècle› et ‹siècle›", "(les|) {(ROMAN|ORD)} et {(ROMAN|ORD) siècles}", "LIST",
         lambda a, b: AllOf((Century(a), Century(b))) if a < b else None, 20, True),
    Rule("‹jour› ‹partie› et ‹partie›", "{DAYPART} et {(DAYTIME|EE)}", "LIST",
         lambda d, p: AllOf((d, DayPart(d.day, p))) if isinstance(d, DayPart) else None, 9, True),
    Rule("liste", "LIST", "TIMEX", lambda x: x),
    # Alternatives
    Rule("‹moment› ou ‹moment›",
         "{MOMENT} (\"|\\)|) (,|) (ou|ou bien|voire) (\"|\\(|) (en|à|au|dans|le|la|) {MOMENT}", "CHOICE", _either, 15, True),
    Rule("soit ‹moment›, soit ‹moment›", "soit {MOMENT} (,|) soit {MOMENT}", "CHOICE", _either, 15, True),
    Rule("‹moment›, ‹moment› ou ‹moment›", "{MOMENT} , {CHOICE}", "CHOICE",
         lambda a, b: OneOf((_completed(a, b.terms[0]), *b.terms))
         if isinstance(b, OneOf) and _kind(a) == _kind(b.terms[0]) else None, 12, True),
    Rule("‹moment› ou « ‹moment› »", "{MOMENT} (,|) (ou|ou bien|voire) \" (en|à|au|dans|) {MOMENT} \"", "CHOICE", _either, 16, True),
    Rule("‹moment› ou (‹moment›)", "{MOMENT} \\( (ou|ou bien|voire) (en|à|au|dans|) {MOMENT} \\)", "CHOICE", _either, 16, True),
    Rule("le ‹j› ou le ‹date›", "(le|du|) {(DAYNUM|FIRST_DAY)} ou (le|) {D0}", "CHOICE",
         lambda a, b: _days(a, b, OneOf), 22, True),
    Rule("les ‹j› ou ‹date›", "{(le|les) DAYNUM} ou {(le|) D0}", "CHOICE",
         lambda a, b: _days(a, b, OneOf), 23, True),
    Rule("alternative", "CHOICE", "TIMEX", lambda x: x),
    Rule("alternative longue", "{CHOICE} ou (le|en|) {MOMENT}", "CHOICE", _either, 14, True),
)
# fmt: on


def _dated_clock(clock: Clock, day: Term) -> Clock:
    return replace(clock, day=day)


def _on_weekday(weekday: int, days: Term | None) -> Term | None:
    """ "les lundis 25 décembre et 1er janvier": each of the dates on that weekday."""
    if not isinstance(days, AllOf):
        return None
    terms: list[Term] = []
    for day in days.terms:
        if not isinstance(day, Day) or day.day is None or day.weekday not in (None, weekday):
            return None
        terms.append(replace(day, weekday=weekday))
    return AllOf(tuple(terms))


def _weekday_days(
    weekday: int, first: int, last: Term, make: type[AllOf] | type[OneOf] | type[Range]
) -> Term | None:
    found = _days(first, last, make)
    if isinstance(found, Range) and isinstance(found.first, Day):
        return Range(replace(found.first, weekday=weekday), found.last)
    if isinstance(found, AllOf) and isinstance(found.terms[0], Day):
        return AllOf((replace(found.terms[0], weekday=weekday), *found.terms[1:]))
    return found
