"""Periods: months, years, weeks, week-ends, quarters, seasons, decades, centuries, parts of them."""

from __future__ import annotations

from chrono.grammar.rules import Rule, itself
from chrono.model import Mod
from chrono.terms import (
    About,
    AllOf,
    Century,
    Choice,
    Cycle,
    Day,
    Decade,
    Division,
    Elided,
    Fixed,
    Holiday,
    Month,
    NthIn,
    OneOf,
    Origin,
    Part,
    PeriodOf,
    Range,
    Recent,
    Season,
    Term,
    Third,
    Unit,
    Which,
    Year,
)

_LAST, _NEXT, _THIS = Choice.LAST, Choice.NEXT, Choice.THIS
_OF = "(de|du|d'|de la|de l'|des|)"
# Forms of "attendre" and "passer", of which a season is the object.
_SPENT = (
    "attendre|attend|attendent|attendait|attendaient|attendra|attendront|attendrait|attendu|"
    "passer|passe|passent|passait|passaient|passera|passeront|passé|passèrent|passant"
)


_MOST = {Unit.QUARTER: 4, Unit.HALF: 2}


def _division(n: int, unit: Unit, year: Term | None = None) -> Term | None:
    return Division(unit, n, year) if n and unit in _MOST and n <= _MOST[unit] else None


def _decade(n: int) -> Term | None:
    if n % 10:
        return None
    return Decade(n if n >= 1000 else 1900 + n if n >= 20 else 2000 + n)


def _decades(a: int, b: int) -> Term | None:
    first, last = _decade(a), _decade(b)
    return AllOf((first, last)) if first is not None and last is not None and a < b else None


def _decade_range(a: int, b: int) -> Term | None:
    first, last = _decade(a), _decade(b)
    return Range(first, last) if first is not None and last is not None and a < b else None


def _years(*years: int) -> tuple[Year, ...] | None:
    """ "les années 2027 à 2029": no decades."""
    ordered = list(years) == sorted(set(years)) and any(year % 10 for year in years)
    return tuple([Year(year) for year in years]) if ordered else None


def _recent(n: int, unit: Unit) -> Term | None:
    return Recent(unit, n) if 0 < abs(n) <= 1000 else None


def _nth(n: int, unit: Unit, period: Term) -> Term | None:
    if unit in (Unit.QUARTER, Unit.HALF):
        if n < 0:
            n += _MOST[unit] + 1
        return _division(n, unit, period)
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT, Unit.MONTH, Unit.DECADE):
        return NthIn(n, period, None, unit)
    return None


# What one day is, and so none of a list: "jeudi étant férié", but "lundi et mardi étant fériés".
_KEPT_FREE = "(férié|chômé|un|le|jour|réservé|consacré|dédié|fermé|déjà|complet|libre|ouvré|traditionnellement)"


def _is_third(term: Term) -> bool:
    """Whether a term is already the beginning, the middle or the end of something: "mi-juin"."""
    return isinstance(term, Part) and term.third in (Third.START, Third.MID, Third.END)


# fmt: off
RULES = (
    # Months and years
    Rule("‹mois sans année›", "(le|l'|) MONTH0", "PERIOD0", itself),
    Rule("‹mois et année›", "MONTH1", "PERIOD", itself),
    Rule("l'année ‹année›", "(l'|) YEAR", "PERIOD", itself),
    Rule("‹mois› dernier", "MONTH0 (LAST1|PAST_HE|LASTS)", "PERIOD", lambda m, _: Which(m, _LAST), 5),
    Rule("‹mois› prochain", "MONTH0 (NEXT1|NEXTS)", "PERIOD", lambda m, _: Which(m, _NEXT), 5),
    Rule("la même année", "(la|cette) même année|cette année (-|) là", "THAT_YEAR",
         lambda: Cycle(Unit.YEAR, 0, Origin.FOCUS)),
    Rule("l'année suivante", "l'année (FOLLOWING|PREVIOUS)", "THAT_YEAR",
         lambda n: Cycle(Unit.YEAR, n, Origin.FOCUS)),
    Rule("l'année d'après", "l'année d'après", "THAT_YEAR", lambda: Cycle(Unit.YEAR, 1, Origin.FOCUS)),
    Rule("‹mois› de ‹année relative›", "MONTH0 de (CYCLE|THAT_YEAR)", "PERIOD",
         lambda m, c: NthIn(m.month, c, None, Unit.MONTH)
         if isinstance(c, Cycle) and c.unit is Unit.YEAR else None, 5),
    Rule("‹jour› de ‹année relative›", "(le|) DM de (CYCLE|THAT_YEAR)", "DAY",
         lambda d, c: NthIn(d.day, NthIn(d.month, c, None, Unit.MONTH), None, Unit.DAY)
         if isinstance(c, Cycle) and c.unit is Unit.YEAR else None, 5),
    # Units around publication
    Rule("‹unité› dernière", "(toute la|tout le|toute l'|le|la|l'|) UNIT_SINGULAR (LAST1|PAST_ADJ)", "CYCLE",
         lambda u, _: _unit_cycle(u, -1)),
    Rule("‹unité› prochaine", "(toute la|tout le|toute l'|le|la|l'|) UNIT_SINGULAR (NEXT1|COMING|qui vient)", "CYCLE",
         lambda u, *_: _unit_cycle(u, 1)),
    Rule("la prochaine ‹unité›", "(le|la|l'|ce|cet|cette) NEXT1 DATEUNIT", "CYCLE",
         lambda _, u: _unit_cycle(u, 1)),
    Rule("cette ‹unité›", "(ce|cet|cette) DATEUNIT (- ci|)", "CYCLE", lambda u: _unit_cycle(u, 0)),
    Rule("l'‹unité› en cours", "(le|la|l') UNIT_SINGULAR (en cours|courante|courant)", "CYCLE",
         lambda u: _unit_cycle(u, 0)),
    Rule("‹période relative›", "CYCLE", "PERIOD", itself),
    Rule("la semaine", "(la|le|l'|) DATEUNIT", "BAREUNIT", lambda u: _unit_cycle(u, 0)),
    Rule("le ‹fin de semaine›", "(le|) week-end", "PERIOD0", lambda: Which(Cycle(Unit.WEEKEND, 0), _THIS)),
    # Weeks and week-ends of a day
    Rule("la semaine du ‹jour›", "(la|) semaine du DAY", "PERIOD",
         lambda d: PeriodOf(Unit.WEEK, d), 5),
    Rule("la semaine sainte", "(la|) semaine sainte", "PERIOD",
         lambda: PeriodOf(Unit.WEEK, Holiday("easter")), 5),
    Rule("la semaine du ‹j›", "(la|) semaine du DAYNUM (au DAY)", "PERIOD",
         lambda _, d: PeriodOf(Unit.WEEK, d), 6),
    Rule("la semaine du ‹j› seul", "(la|cette) semaine du DAYNUM", "TIMEX",
         lambda n: PeriodOf(Unit.WEEK, Day(day=n)), -10),
    Rule("le week-end du ‹jour›", "(le|ce|) (long|grand|) week-end (du|de|de la|de l'|des|) DAY", "PERIOD",
         lambda d: PeriodOf(Unit.WEEKEND, d), 5),
    Rule("le week-end des ‹jours›", "(le|ce|) week-end (des|du) DAYNUM (et|-) DAY", "PERIOD",
         lambda _, d: PeriodOf(Unit.WEEKEND, d), 6),
    Rule("le week-end des ‹jours datés›", "(le|ce|) (long|grand|) week-end des LIST", "TIMEX", itself, 30),
    Rule("le week-end des ‹j› et ‹j›", "(le|ce|) week-end (des|du) DAYNUM (et|-) DAYNUM", "PERIOD",
         lambda a, b: PeriodOf(Unit.WEEKEND, Day(6, a)) if b == a + 1 or (b == 1 and a > 27) else None, 6),
    Rule("semaine ‹n›", "(la|) semaine (n °|) INT (de|) YEAR?", "PERIOD",
         lambda n, y=None: Division(Unit.WEEK, n, y) if n <= 53 else None, 3),
    Rule("‹aaaa›-W‹ss›", "YEAR4 ~-~ ISO_WEEK", "PERIOD",
         lambda y, n: Division(Unit.WEEK, n, Year(y)), 15),
    Rule("‹nième› ‹jour› de ‹période›", "(le|la|l'|) (ORD|LAST1) WEEKDAY (de|du|d'|de la|de l') (PERIOD|PERIOD0)",
         "DAY", lambda n, w, p: NthIn(n, p, w), 5),
    Rule("‹nième› ‹unité› de ‹période›",
         "(le|la|l'|) (ORD|LAST1) DATEUNIT (de|du|d'|de la|de l') (PERIOD|PERIOD0)", "PERIOD", _nth, 5),
    Rule("‹jour› de la semaine ‹relative›", "(le|) WEEKDAY de CYCLE", "DAY",
         lambda w, c: NthIn(1, c, w) if isinstance(c, Cycle) and c.unit in (Unit.WEEK, Unit.MONTH)
         else None, 5),
    # Quarters and halves
    Rule("‹nième› division", "(le|) (ORD|LAST1) DATEUNIT", "DIVISION", _division),
    Rule("‹division› nue", "DIVISION", "PERIOD0", lambda d: d if d.number > 0 else None),
    Rule("‹division› de l'année", "DIVISION (de|de l'|de l'année|) YEAR", "PERIOD",
         lambda d, y: Division(d.unit, _positive(d), y), 5),
    # Seasons
    Rule("‹saison›", "(le|l'|la|) SEASON", "SEASON0", Season),
    Rule("‹saison› ‹année›", "SEASON0 (de|de l'année|) YEAR", "PERIOD",
         lambda s, y: Season(s.season, y.year), 5),
    Rule("‹saison› ‹aa›", "(le|l'|) SEASON SHORTYEAR", "PERIOD",
         lambda s, y: Season(s, y.year) if y.year < 2000 else None, -5),
    Rule("‹saison› à cheval", "SEASON0 YEAR4 ~-~ YEAR4", "PERIOD",
         lambda s, y, _: Season(s.season, y), 8),
    Rule("‹saison› dernière", "SEASON0 (LAST1|PAST_HE)", "PERIOD", lambda s, _: Which(s, _LAST), 5),
    Rule("‹saison› prochaine", "SEASON0 (NEXT1|COMING)", "PERIOD", lambda s, _: Which(s, _NEXT), 5),
    Rule("cette ‹saison›", "(cet|ce|cette) SEASON (- ci|)", "PERIOD",
         lambda s: Which(Season(s), _THIS), 5),
    Rule("‹saison› venue", "(le|l') SEASON venu", "PERIOD", Season, 5),
    Rule("cette ‹saison›-là", "(cet|ce|cette) SEASON (-|) là", "PERIOD",
         lambda s: Which(Season(s), _THIS, Origin.FOCUS), 8),
    Rule("tout le ‹saison›", "<tout> (le|l') SEASON", "TIMEX", Season, 3),
    Rule("‹saison› nue", "(le|l'|la) SEASON", "PERIOD0", Season),
    Rule("au ‹saison›", "<(au|en|dès|d'ici|jusqu'au|à|cours de|vers|avant|après|depuis|pour|de|pendant|durant)> SEASON0", "TIMEX", itself),
    Rule("passer le ‹saison›", f"<({_SPENT})> (le|l') SEASON", "TIMEX", Season),
    Rule("dater du ‹saison›", "<(date|datent|datait|dataient|datant|daté|datée|datés|datées) du> SEASON0", "TIMEX", itself),
    # Decades, centuries
    Rule("les années ‹n›", "(les|) années (INT|WORDNUM)", "PERIOD", _decade, 5),
    Rule("les années ‹n› et ‹n›", "{les années (INT|WORDNUM)} (et|ou) {(INT|WORDNUM)}", "TIMEX",
         lambda a, b: _decades(a, b), 5, True),
    Rule("les années ‹n› à ‹n›", "{(les|) années (INT|WORDNUM)} (à|aux années) {(INT|WORDNUM)}", "TIMEX",
         lambda a, b: _decade_range(a, b), 6, True),
    Rule("les années ‹aaaa› à ‹aaaa›", "(les|ces|) années {YEAR4} (à|-) {YEAR4}", "TIMEX",
         lambda a, b: Range(years[0], years[1]) if (years := _years(a, b)) else None, 4, True),
    Rule("les années ‹aaaa› et ‹aaaa›", "(les|ces|) années {YEAR4} et {YEAR4}", "TIMEX",
         lambda a, b: AllOf(years) if (years := _years(a, b)) else None, 4, True),
    Rule("les années ‹aaaa› ou ‹aaaa›", "(les|ces|) années {YEAR4} ou {YEAR4}", "TIMEX",
         lambda a, b: OneOf(years) if (years := _years(a, b)) else None, 4, True),
    Rule("les années ‹aaaa›, ‹aaaa› et ‹aaaa›", "(les|ces|) années {YEAR4} , {YEAR4} et {YEAR4}", "TIMEX",
         lambda a, b, c: AllOf(years) if (years := _years(a, b, c)) else None, 8, True),
    Rule("la décennie ‹n›", "(la|) décennie INT", "PERIOD", _decade, 5),
    Rule("‹siècle›", "(le|) (ROMAN|ORD) siècle|(le|) ROMAN_TH s.", "CENTURY0", Century, 5),
    Rule("‹siècle› nu", "CENTURY0", "PERIOD", itself),
    Rule("‹siècle› avant notre ère", "(le|) (ROMAN|ORD) (siècle|s.) BEFORE_ERA", "PERIOD",
         lambda n, _: Century(-n), 8),
    Rule("du ‹siècle› au ‹siècle› avant notre ère", "(du|entre le) {(ROMAN|ORD)} (au|et le) {(ROMAN|ORD) (siècle|s.) BEFORE_ERA}", "TIMEX",
         lambda a, b, _: Range(Century(-a), Century(-b)) if a > b else None, 24, True),
    Rule("‹siècle› après J.-C.", "(le|) (ROMAN|ORD) (siècle|s.) (ap|ap.|apr|apr.|après) CHRIST", "PERIOD",
         lambda n, _: Century(n), 8),
    Rule("‹siècle› élidé", "<(au|du|le)> ROMAN_TH", "TIMEX", Century, -30),
    Rule("fin du ‹siècle› élidé", "(le|la|) (tout|toute|) THIRD du ROMAN_TH", "PERIOD",
         lambda t, n: Part(Century(n), t), -10),
    Rule("le tournant du ‹siècle›", "(le|<(au|du)>) tournant (du|des|de|de l') PERIOD", "TIMEX",
         lambda p: Part(p, Third.START) if isinstance(p, (Decade, Century, Year)) else None, 6),
    Rule("le tournant du siècle", "(le|<(au|du)>) tournant (du|de|de ce) (siècle|millénaire)", "TIMEX",
         lambda: Fixed("XXXX", "century"), 10),
    Rule("l'‹époque›", "(l'|) ERA", "TIMEX", lambda e: Range(Year(e[0]), Year(e[1])), 5),
    # Parts of periods
    Rule("en plein ‹mois›", "plein (mois de MONTH|mois d'MONTH)", "PERIOD", Month),
    Rule("en pleine ‹saison›", "(plein|pleine) SEASON", "PERIOD", Season),
    Rule("début ‹période›", f"(le|la|) (tout|toute|) THIRD {_OF} (PERIOD|PERIOD0|SEASON0|BAREUNIT)", "PERIOD",
         lambda t, p: Part(p, t) if not _is_third(p) else None, 4),
    Rule("mi-‹période›", "(cette|une|) mi ~-~ (PERIOD|PERIOD0|SEASON0|BAREUNIT)", "PERIOD",
         lambda p: Part(p, Third.MID), 4),
    Rule("mi ‹mois›", "mi (MONTH0|MONTH1|YEAR)", "PERIOD", lambda m: Part(m, Third.MID), 6),
    Rule("la mi-‹période›", "la mi (~-~|) (PERIOD|PERIOD0|SEASON0|BAREUNIT)", "PERIOD",
         lambda p: Part(p, Third.MID), 7),
    Rule("cette fin de ‹unité›", "(cette|ce) THIRD (de|d') DATEUNIT", "PERIOD", lambda t, u: _part_of_unit(u, t), 7),
    Rule("moitié de ‹période›", "(la|) (première|1ère) moitié (de|d'|du|de la|de l'|des) (PERIOD|PERIOD0|SEASON0)", "PERIOD",
         lambda p: Part(p, Third.FIRST_HALF), 6),
    Rule("seconde moitié de ‹période›", "(la|) (seconde|deuxième|2e) moitié (de|d'|du|de la|de l'|des) (PERIOD|PERIOD0|SEASON0)", "PERIOD",
         lambda p: Part(p, Third.SECOND_HALF), 6),
    Rule("‹saison› suivante", "SEASON0 FOLLOWING", "PERIOD", lambda s, _: Which(s, _NEXT, Origin.FOCUS), 6),
    Rule("S‹n› ‹année›", "s ~ INT (de|) YEAR", "PERIOD",
         lambda n, y: Division(Unit.HALF if n <= 2 else Unit.WEEK, n, y) if n <= 53 else None, 5),
    # In a habit it is that of every month: the guard `no_habit` tells.
    Rule("le ‹nième› ‹jour› du mois", "(le|) (ORD|LAST1) WEEKDAY du mois", "TIMEX",
         lambda n, w: NthIn(n, Cycle(Unit.MONTH, 0), w), 12),
    Rule("le dernier ‹unité› du ‹unité›", "(le|la|l'|) (ORD|LAST1) DATEUNIT (du|de la|de l') DATEUNIT", "PERIOD",
         lambda n, u, v: _nth_of_this(n, u, v), 6),
    Rule("fin du mois", "(le|la|) (tout|toute|) THIRD (du|de la|de l'|de) DATEUNIT", "PERIOD",
         lambda t, u: _part_of_unit(u, t), 6),
    Rule("fin du ‹mois› suivant", "(le|la|) THIRD (du|de la|de l') DATEUNIT (PREVIOUS|FOLLOWING)", "PERIOD",
         lambda t, u, n: Part(Cycle(u, n, Origin.FOCUS), t), 7),
    Rule("courant ‹période›", "(courant|en cours de) (PERIOD|PERIOD0)", "PERIOD", itself, 4),
    Rule("premiers jours de ‹période›", "(les|) (tout|toutes|) FIRSTS (jours|semaines|mois) (de|du|d'|de la|de l') (PERIOD|PERIOD0|BAREUNIT)",
         "PERIOD", lambda _, p: Part(p, Third.START), 4),
    Rule("derniers jours de ‹période›", "(les|) (tout|toutes|) LASTS (jours|semaines|mois) (de|du|d'|de la|de l') (PERIOD|PERIOD0|BAREUNIT)",
         "PERIOD", lambda _, p: Part(p, Third.END), 5),
    Rule("les ‹n› premiers ‹unités› de ‹période›",
         "(les|) NUM FIRSTS UNIT (de|du|d'|de la|de l') (PERIOD|PERIOD0|BAREUNIT)", "TIMEX",
         lambda n, _, u, p: _first_few(n, u, p), 8),
    Rule("les ‹n› premiers ‹unités›", "(les|<des>) NUM FIRSTS UNIT", "TIMEX",
         lambda n, _, u: _first_of_year(n, u), 4),
    Rule("les ‹n› derniers ‹unités› de ‹période›",
         "(les|) NUM LASTS UNIT (de|du|d'|de la|de l') (PERIOD|PERIOD0|BAREUNIT)", "TIMEX",
         lambda n, _, u, p: _first_few(-n, u, p), 8),
    # The last or next few units
    Rule("les ‹n› derniers ‹unités›", "(les|ces|) NUM LASTS UNIT", "RECENT", lambda n, _, u: _recent(-n, u), 6),
    Rule("les derniers ‹n› ‹unités›", "(les|ces|) LASTS NUM UNIT", "RECENT",
         lambda _, n, u: _recent(-n, u), 6),
    Rule("les ‹n› ‹unités› derniers", "((les|ces|) NUM UNIT LASTS|(les|ces) NUM UNIT PAST_ADJ)", "RECENT",
         lambda n, u, _: _recent(-n, u), 6),
    Rule("les ‹n› ‹unités› écoulés", "NUM UNIT (écoulés|écoulées)", "RECENT",
         lambda n, u: _recent(-n, u), 6),
    Rule("les ‹n› prochains ‹unités›", "(les|ces|) NUM NEXTS UNIT", "RECENT",
         lambda n, _, u: _recent(n, u), 6),
    Rule("les prochains ‹n› ‹unités›", "(les|ces|) NEXTS NUM UNIT", "RECENT",
         lambda _, n, u: _recent(n, u), 6),
    Rule("les ‹n› ‹unités› à venir", "(les|ces|) NUM UNIT (COMING|qui viennent|NEXTS)", "RECENT",
         lambda n, u, *_: _recent(n, u), 6),
    # Where a bare period may stand as an expression
    Rule("‹période›", "PERIOD", "TIMEX", itself),
    Rule("les ‹n› ‹unités›", "RECENT", "TIMEX", itself),
    Rule("‹jour› expression", "DAY", "TIMEX", itself),
    # The subject of a participle, and no day of what stands before: "de 7 h à 13 h, jeudi étant férié"
    Rule("‹jour› étant férié", f"DAY <étant {_KEPT_FREE}>", "TIMEX", itself, 320),
    Rule("‹mois› nu", "BAREMONTH", "TIMEX", Month, -5),
    Rule("‹mois› en tête", "MONTH", "TIMEX", Month, -20),  # "Mars fut sec"
    Rule("un mois de ‹mois›", "un mois (de|d') MONTH", "TIMEX", Month, 330),  # and no month that lasts
    Rule("le mois de ‹mois›", "(le|ce|) mois (de|d') MONTH", "TIMEX", Month),
    Rule("en ‹mois›", "<(en|de|d'|dès|depuis|jusqu'en|jusqu'à|avant|après|fin|courant|et|ou|à|vers|entre|début)> BAREMONTH", "TIMEX", Month),
    Rule("en ‹aa›", "<(en|depuis|dès|avant|après|jusqu'en|fin|début)> SHORTYEAR", "TIMEX",
         lambda y: y if y.year < 2000 else None),
    Rule("un ‹jour› de ‹mois›", "(un|une) (beau|belle|froid|froide|triste|doux|douce|sombre|gris|chaud|chaude|) (jour|nuit|DAYTIME|EE|WEEKDAY) (de|d') (MONTH0|MONTH1)", "PERIOD",
         lambda *x: x[-1], 8),
    Rule("au ‹n› élidé", "<au> ORD", "TIMEX", lambda n: Elided(n) if n <= 4 else None, -40),
    Rule("au ‹n› trimestre", "<(au|du|un|en)> DIVISION", "TIMEX",
         lambda d: d if d.number > 0 else None, 3),
    Rule("le ‹n› trimestre", "(le|ce) DIVISION", "TIMEX",
         lambda d: d if d.number > 0 else None, 3),
    Rule("dans la semaine", "(<(dans|au cours de|courant de)> (le|la|l')|<courant du>) DATEUNIT", "TIMEX",
         lambda u: Cycle(u, 0) if u in (Unit.WEEK, Unit.MONTH, Unit.YEAR) else None, -10),
    Rule("toute la semaine", "<toute> la semaine", "TIMEX", lambda: Cycle(Unit.WEEK, 0), -10),
    Rule("le week-end", "<(au cours du|durant|pendant|ce|du)> week-end", "TIMEX",
         lambda: Which(Cycle(Unit.WEEKEND, 0), _THIS)),
    Rule("‹week-end›", "le week-end", "TIMEX", lambda: Which(Cycle(Unit.WEEKEND, 0), _THIS)),
    Rule("environ ‹période›", "(vers (le|la|)|(aux alentours|autour|aux environs) (de|du|de la)) (PERIOD|D0)", "TIMEX",
         lambda p: About(p, Mod.APPROX) if not isinstance(p, Part) else None, 2),
    Rule("T‹n› ‹année›", "(t|q) ~ INT (de|) YEAR", "PERIOD",
         lambda n, y: Division(Unit.QUARTER, n, y) if n <= 4 else None, 5),
    Rule("vacances de ‹saison›", "(les|) VACANCES (d'|de) (SEASON|HOLIDAY|MONTH)", "TIMEX",
         lambda *_: Fixed("XXXX", "season"), 4),
    Rule("vacances de la Toussaint", "(les|) VACANCES (de la|de) HOLIDAY", "TIMEX",
         lambda *_: Fixed("XXXX", "season"), 4),
    Rule("vacances scolaires nues", "(les|) VACANCES scolaires", "TIMEX",
         lambda _: Fixed("XXXX", "season"), 4),
)
# fmt: on


def _nth_of_this(n: int, unit: Unit, whole: Unit) -> Term | None:
    """ "le dernier jour du mois": of the one that goes on."""
    period = _unit_cycle(whole, 0)
    if (
        period is None
        or unit not in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH)
        or whole not in (Unit.MONTH, Unit.YEAR)
    ):
        return None
    return NthIn(n, period, None, unit)


def _first_few(n: int, unit: Unit, period: Term) -> Term | None:
    """ "les neuf premiers mois de l'année"; n below 0 for the last ones."""
    if unit not in (Unit.DAY, Unit.MONTH) or not 1 < abs(n) <= 31:
        return None
    ends = (1, n) if n > 0 else (n, -1)
    return Range(*(NthIn(k, period, None, unit) for k in ends))


def _first_of_year(n: int, unit: Unit) -> Term | None:
    """ "sur les trois premiers trimestres": of a year that the text leaves open."""
    months = {Unit.MONTH: n, Unit.QUARTER: 3 * n}.get(unit, 0)
    return Range(Month(1), Month(months)) if n > 1 and months < 12 and months else None


def _part_of_unit(unit: Unit, third: Third) -> Term | None:
    whole = _unit_cycle(unit, 0)
    return Part(whole, third) if whole is not None else None


def _positive(division: Division) -> int:
    n = division.number
    return n if n > 0 else _MOST[division.unit] + n + 1


def _unit_cycle(unit: Unit, n: int) -> Term | None:
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return None
    if unit is Unit.WEEKEND:
        return Which(Cycle(unit, 0), _THIS if n == 0 else _NEXT if n > 0 else _LAST)
    return Cycle(unit, n)
