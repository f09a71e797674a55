"""Days, months and years as the calendar names them: "jeudi 20 mars 2025", "20/03/2025"."""

from __future__ import annotations

from dataclasses import replace

from chrono.grammar.rules import Rule, itself
from chrono.terms import (
    Cycle,
    Day,
    DayPart,
    Fixed,
    Holiday,
    Month,
    NthIn,
    Range,
    Repeat,
    Term,
    Unit,
    Year,
)


def _two_digit_year(n: int) -> Year:
    """The year that two digits mean in a newspaper: 97 is 1997, 25 is 2025."""
    return Year(1900 + n if n >= 40 else 2000 + n)


def _numeric(day: int, month: int, year: Year | None = None) -> Term | None:
    return Day(day=day, month=month, year=year.year if year else None)


def _bc(year: int) -> Year:
    return Year(1 - year)


# Days with a name: "un 14 juillet sous la pluie" is mostly that of this year.
_FEASTS = {
    (1, 1),
    (1, 5),
    (8, 5),
    (14, 7),
    (15, 8),
    (1, 11),
    (11, 11),
    (24, 12),
    (25, 12),
    (31, 12),
}


def _some(day: Day) -> Term | None:
    """The day of some year: "scellé un 7 septembre"."""
    if (day.day, day.month) in _FEASTS:
        return None
    return Fixed(f"XXXX-{day.month:02d}-{day.day:02d}")


# Days that attacks gave their name to, in France and as the French press counts them.
_ATTACKS = {
    (11, 9): Day(day=11, month=9, year=2001),
    (13, 11): Day(day=13, month=11, year=2015),
    (7, 10): Day(day=7, month=10, year=2023),
}

# The wars that two years of two digits name, and what is said to be of them.
_WARS = {(14, 18): 1900, (39, 45): 1900, (40, 45): 1900, (70, 71): 1800}
_OF_WAR = (
    "(guerre|guerres|conflit|combattants|combattant|soldats|soldat|poilus|poilu|morts|front|"
    "tranchées|combats|bataille|batailles|obus|bombes|bombe|munitions|victimes|vétérans|vétéran|"
    "prisonniers|héros|centenaire|disparus|mobilisés|fusillés|résistants|tués|monument|uniforme)"
)


def _war(first: int, last: int) -> Term | None:
    """ "la guerre de 14-18": no score, and no ages."""
    century = _WARS.get((first, last))
    return Range(Year(century + first), Year(century + last)) if century else None


# fmt: off
RULES = (
    # Years
    Rule("‹aaaa›", "YEAR4", "YEAR", Year),
    Rule("année ‹aaaa›", "(l'|cette|)(an|année|année civile) YEAR4", "YEAR", Year),
    Rule("l'an ‹n›", "l'an (YEAR3|YEAR2|WORDNUM)", "YEAR", Year),
    Rule("‹aa›", "YEAR2", "SHORTYEAR", _two_digit_year),
    Rule("'‹aa›", "' ~ YEAR2", "SHORTYEAR", _two_digit_year),
    Rule("avant notre ère", "(av|av.|avant) (CHRIST|OUR_ERA)", "BEFORE_ERA", lambda *_: True),
    Rule("‹n› avant notre ère", "(l'an|) INT BEFORE_ERA", "YEAR", lambda n, _: _bc(n), 5),
    Rule("de ‹n› à ‹n› avant notre ère", "(de|entre) {INT} (à|et) {INT BEFORE_ERA}", "TIMEX",
         lambda a, b, _: Range(_bc(a), _bc(b)) if a > b else None, 22, True),
    Rule("‹n›-‹n› avant notre ère", "{INT} - {INT BEFORE_ERA}", "TIMEX",
         lambda a, b, _: Range(_bc(a), _bc(b)) if a > b else None, 22, True),
    Rule("‹n› après J.-C.", "(l'an|) INT (ap|ap.|apr|apr.|après) CHRIST", "YEAR", lambda n, _: Year(n), 5),
    Rule("‹n› de notre ère", "(l'an|) INT de OUR_ERA", "YEAR", lambda n, _: Year(n), 5),
    Rule("guerre de 14-18", f"<{_OF_WAR} (de|en|:|\\()> YEAR2 ~-~ YEAR2", "TIMEX", _war, 25),
    Rule("guerre 14-18", f"<({_OF_WAR}|en|avant|après|depuis)> YEAR2 ~-~ YEAR2", "TIMEX", _war, 25),
    # Months
    Rule("‹mois›", "MONTH", "MONTH0", Month),
    Rule("mois de ‹mois›", "(le|ce|) mois (de|d') MONTH", "MONTH0", Month),
    Rule("‹mois› abrégé", "MONTH_SHORT", "MONTH_ABBR", Month),
    Rule("‹mois› ‹année›", "MONTH0 (de|de l'|de l'année|) YEAR", "MONTH1",
         lambda m, y: Month(m.month, y.year)),
    Rule("‹mois› abrégé ‹année›", "MONTH_ABBR YEAR", "MONTH1", lambda m, y: Month(m.month, y.year)),
    Rule("‹mois› ‹année en lettres›", "MONTH0 WORDYEAR", "MONTH1",
         lambda m, y: Month(m.month, y) if y % 1000 else None),
    Rule("‹mois› ‹aa›", "MONTH SHORTYEAR", "MONTH1", lambda m, y: Month(m, y.year), -5),
    Rule("‹mm›/‹aaaa›", "MONTHNUM ~/~ YEAR4", "MONTH1", lambda m, y: Month(m, y)),
    # Days
    Rule("‹jour de semaine›", "WEEKDAY", "D0", lambda w: Day(weekday=w)),
    Rule("‹j› ‹mois›", "DAYNUM (MONTH|MONTH_SHORT|du mois de MONTH)", "DM",
         lambda d, m: Day(day=d, month=m)),
    Rule("‹quantième en lettres› ‹mois›", "WORDNUM MONTH", "DM",
         lambda d, m: Day(day=d, month=m) if d <= 31 else None, -5),
    Rule("premier ‹mois›", "FIRST_DAY MONTH", "DM", lambda d, m: Day(day=d, month=m), 2),
    Rule("‹j›-‹Mois›", "DAYNUM ~-~ MONTH", "DM", lambda d, m: Day(day=d, month=m), -2),
    Rule("‹j›-‹Mois› devenu nom", "(le|) DAYNUM ~-~ MONTH", "DAY",
         lambda d, m: _ATTACKS.get((d, m)), 15),
    # Mostly in the names of streets: it stands alone, and joins no list.
    Rule("‹j›-‹Mois›-‹aaaa›", "(le|) DAYNUM ~-~ MONTH ~-~ YEAR4", "TIMEX",
         lambda d, m, y: Day(day=d, month=m, year=y)),
    Rule("‹jj›/‹mm›", "DAYNUM ~/~ MONTHNUM", "SLASH", _numeric),
    Rule("‹jj›/‹mm› seul", "SLASH", "TIMEX", itself, -20),
    Rule("‹jj›-‹mm›-‹aa› seul", "DAYNUM ~-~ MONTHNUM ~-~ SHORTYEAR", "TIMEX", _numeric, -20),
    Rule("du ‹jj›/‹mm› au ‹jj›/‹mm›", "(du|de) {SLASH} au {SLASH}", "TIMEX", Range, 25, True),
    Rule("‹jour mois›", "DM", "D0", itself),
    Rule("un ‹jour mois›", "un DM", "TIMEX", _some, 4),
    Rule("un ‹jour mois année›", "un D0", "TIMEX", lambda d: d if d.day and d.year else None, 4),
    Rule("‹j› ‹mois en trois lettres› ‹année›", "DAYNUM MONTH_BRIEF YEAR", "D0",
         lambda d, m, y: Day(day=d, month=m, year=y.year)),
    Rule("‹jour mois année›", "DM (de l'année|de l'an|) YEAR", "D0",
         lambda d, y: Day(None, d.day, d.month, y.year)),
    Rule("‹jour mois› ‹année en lettres›", "DM (de l'an|) WORDYEAR", "D0",
         lambda d, y: Day(None, d.day, d.month, y) if y % 1000 else None),
    Rule("‹jour mois› deux mille", "DM (WORDYEAR <,>|de l'an WORDYEAR)", "D0",
         lambda d, y: Day(None, d.day, d.month, y)),
    Rule("‹jour mois aa›", "DM SHORTYEAR", "D0",
         lambda d, y: Day(None, d.day, d.month, y.year), -5),
    Rule("‹jj›/‹mm›/‹aaaa›", "DAYNUM ~/~ MONTHNUM ~/~ YEAR", "D0",
         lambda d, m, y: _numeric(d, m, y)),
    Rule("‹jj›.‹mm›.‹aaaa›", "DAYNUM ~.~ MONTHNUM ~.~ YEAR", "D0",
         lambda d, m, y: _numeric(d, m, y)),
    Rule("‹jj›-‹mm›-‹aaaa›", "DAYNUM ~-~ MONTHNUM ~-~ YEAR", "D0",
         lambda d, m, y: _numeric(d, m, y)),
    Rule("‹jj›/‹mm›/‹aa›", "DAYNUM ~/~ MONTHNUM ~/~ SHORTYEAR", "D0",
         lambda d, m, y: _numeric(d, m, y)),
    Rule("‹jj›.‹mm›.‹aa›", "DAYNUM ~.~ MONTHNUM ~.~ SHORTYEAR", "D0",
         lambda d, m, y: _numeric(d, m, y), -2),
    Rule("‹jj› ‹mm› ‹aaaa›", "DAYNUM MONTHNUM YEAR", "TIMEX", _numeric, -40),
    Rule("‹aaaa›-‹mm›-‹jj›", "YEAR4 ~-~ MONTHNUM ~-~ DAYNUM", "D0",
         lambda y, m, d: Day(day=d, month=m, year=y)),
    Rule("‹aaaa›/‹mm›/‹jj›", "YEAR4 ~/~ MONTHNUM ~/~ DAYNUM", "D0",
         lambda y, m, d: Day(day=d, month=m, year=y)),
    Rule("le ‹jj›/‹mm›", "le DAYNUM ~/~ MONTHNUM", "DAY", _numeric),
    Rule("du ‹jj›/‹mm›", "<(au|du|dès le|jusqu'au|avant le|depuis le)> DAYNUM ~/~ MONTHNUM",
         "TIMEX", _numeric),
    Rule("‹jour de semaine› ‹jj›/‹mm›", "(WEEKDAY|WEEKDAY_SHORT) ,? DAYNUM ~/~ MONTHNUM", "D0",
         lambda w, d, m: Day(w, d, m)),
    Rule("‹jour de semaine› ‹date›", "WEEKDAY (,|le|) D0", "D0",
         lambda w, d: Day(w, d.day, d.month, d.year) if d.weekday is None else None, 12),
    Rule("le ‹j›", "<(dès|jusqu'au|et|,|puis|avant|depuis|après|ou|c'est|)> le INT", "TIMEX",
         lambda d: Day(day=d) if 1 <= d <= 31 else None, -20),
    Rule("le 1er", "<(dès|avant|depuis|après)> le 1er", "TIMEX", lambda: Day(day=1), -20),
    Rule("le ‹j› du mois", "(le|<(au|du)>) DAYNUM (du|de ce) mois", "TIMEX", lambda d: Day(day=d), 6),
    Rule("le ‹j› de chaque mois", "((le|les) DAYNUM (de chaque mois|de tous les mois)|(tous les|chaque) DAYNUM (du mois|de chaque mois))",
         "TIMEX", lambda d: Repeat(f"XXXX-XX-{d:02d}"), 14),
    Rule("au ‹j›", "<(au|du)> INT", "TIMEX",
         lambda d: Day(day=d) if 1 <= d <= 31 else None, -20),
    Rule("du ‹j› au ‹j›", "((du|de|depuis le) {DAYNUM} (au|jusqu'au) {DAYNUM}|entre le {DAYNUM} et le {DAYNUM})", "TIMEX",
         lambda a, b: Range(Day(day=a), Day(day=b)) if a < b else None, -30, True),
    Rule("le ‹j› au ‹partie›", "le INT (au|en|dans la|dans l'|) (DAYTIME|EE)", "TIMEX",
         lambda d, p: DayPart(Day(day=d), p) if 1 <= d <= 31 else None, 2),
    Rule("‹j› du ‹mois relatif›", "DAYNUM (du|de) CYCLE", "DN",
         lambda d, c: NthIn(d, c, None, Unit.DAY)
         if isinstance(c, Cycle) and c.unit is Unit.MONTH else None, 12),
    Rule("‹j› courant", "DAYNUM courant", "DN", lambda d: NthIn(d, Cycle(Unit.MONTH, 0), None, Unit.DAY), 12),
    Rule("le ‹j› du ‹mois relatif›", "(le|<(au|du)>) DN", "DAY", itself),
    Rule("‹jour de semaine› abrégé ‹date›", "WEEKDAY_SHORT D0", "D0",
         lambda w, d: Day(w, d.day, d.month, d.year) if d.weekday is None else None),
    Rule("‹date› (‹jour de semaine›)", "D0 \\( WEEKDAY \\)", "D0",
         lambda d, w: replace(d, weekday=w) if d.day and d.weekday is None else None, 12),
    Rule("‹jour de semaine› (‹date›)", "WEEKDAY \\( (le|) D0 \\)", "D0",
         lambda w, d: replace(d, weekday=w) if d.day and d.weekday is None else None, 12),
    Rule("‹jour de semaine› ‹j›", "WEEKDAY DAYNUM", "D0", Day, -10),
    Rule("‹jour›", "(le|) D0", "DAY", itself),
    # Holidays
    Rule("‹fête›", "(le|la|les|l'|) HOLIDAY|la SAINT", "HOLIDAY0", Holiday, 1),
    Rule("‹fête› ‹année›", "((le|la|les|l'|) HOLIDAY|la SAINT) YEAR", "HOLIDAY1",
         lambda h, y: Holiday(h, y.year), 1),
    Rule("Saint-Valentin ‹année›", "SAINT YEAR", "HOLIDAY1",
         lambda h, y: Holiday(h, y.year) if h in ("valentine", "new_years_eve") else None, 1),
    Rule("réveillon du ‹j›", "<réveillon du> DAYNUM", "TIMEX",
         lambda d: Day(day=d, month=12) if d in (24, 31) else None, -15),
    Rule("fête", "HOLIDAY0|HOLIDAY1", "DAY", itself),
    Rule("‹date devenue nom›", "(le|) NAMED_DAY", "DAY",
         lambda v: Day(day=int(v[8:]), month=int(v[5:7]), year=int(v[:4])), 15),
    Rule("l'Aïd", "(l'|) AID", "TIMEX", lambda _: Fixed("XXXX-XX-XX"), -5),
    Rule("nouvel an chinois", "(le|) HOLIDAY chinois", "TIMEX",
         lambda h: Fixed("XXXX-XX-XX") if h == "new_year" else None, 5),
    Rule("en ‹aaa›", "<(en|depuis|vers)> YEAR3", "TIMEX", Year, -10),
    Rule("en ‹année en toutes lettres›", "<(en|depuis|dès|avant|après|fin|année|an)> WORDYEAR", "TIMEX", Year, 8),
    Rule("en ‹aa en lettres›", "<(en|depuis|dès|fin|début|jusqu'en|avant|après)> WORDNUM", "TIMEX",
         lambda n: Year(1900 + n) if 41 <= n < 100 and n % 10 else None, -10),
    Rule("attentats du ‹date›", "<(attentats|attentat|attaques) (terroristes|) du> DM", "TIMEX",
         lambda d: _ATTACKS.get((d.day, d.month)) if d.month != 10 else None, 20),
    # Recognised, not converted
    Rule("‹calendrier républicain›", "(le|) DAYNUM REPUBLICAN an ROMAN", "TIMEX",
         lambda d, m, y: Fixed("XXXX-XX-XX")),
    Rule("‹an› républicain", "(l'|) an ROMAN", "TIMEX", lambda y: Fixed("XXXX", "year"), -20),
)
# fmt: on
