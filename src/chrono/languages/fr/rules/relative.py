"""Days and units told from publication or from the narrative: "hier", "il y a dix jours"."""

from __future__ import annotations

from chrono.grammar.rules import Rule, itself
from chrono.terms import (
    After,
    Choice,
    Cycle,
    Day,
    Holiday,
    Length,
    Origin,
    Ref,
    Refers,
    Shift,
    Term,
    Unit,
    WeeksOn,
    Which,
)

_LAST, _NEXT, _THIS = Choice.LAST, Choice.NEXT, Choice.THIS


def _count(length: Length) -> tuple[int, Unit] | None:
    """A duration of one kind of unit, whole: (3, WEEK). Half units go down: 18 months."""
    if len(length.amounts) == 1 and length.amounts[0][0] is not None:
        n, unit = length.amounts[0]
        assert n is not None
        if n == int(n):
            return int(n), unit
    return _in_months_or_minutes(length)


def _in_months_or_minutes(length: Length) -> tuple[int, Unit] | None:
    months = minutes = days = 0.0
    for n, unit in length.amounts:
        if n is None:
            return None
        if unit is Unit.YEAR:
            months += 12 * n
        elif unit is Unit.MONTH:
            months += n
        elif unit is Unit.HOUR:
            minutes += 60 * n
        elif unit is Unit.MINUTE:
            minutes += n
        elif unit is Unit.CENTURY:
            months += 1200 * n
        elif unit is Unit.WEEK:
            days += 7 * n
        elif unit is Unit.DAY:
            days += n
        else:
            return None
    if months and not minutes and not days:
        if months % 12 == 0:
            return int(months // 12), Unit.YEAR
        return int(months), Unit.MONTH
    if minutes and not months and not days:
        return int(minutes), Unit.MINUTE
    return (int(days), Unit.DAY) if days and not months and not minutes else None


_SMALL = frozenset({Unit.HOUR, Unit.MINUTE, Unit.SECOND})


def _from(length: Length, sign: int, origin: Origin) -> Term | None:
    """So and so long from an origin; the unit is the granularity."""
    found = _count(length)
    if found is None:
        return (
            Ref(Refers.PAST if sign < 0 else Refers.FUTURE)
            if length.amounts[0][0] is None
            else None
        )
    n, unit = found
    if unit in _SMALL:
        return Shift(unit, sign * n, None, origin)
    return Cycle(unit, sign * n, origin)


def _later(length: Length, sign: int) -> Term | None:
    """ "deux jours plus tard"; hours from an unknown instant stay a duration."""
    return _from(length, sign, Origin.FOCUS)


def _ago(length: Length) -> Term | None:
    return _from(length, -1, Origin.PUBLICATION)


def _ahead(length: Length) -> Term | None:
    return _from(length, 1, Origin.PUBLICATION)


def _exactly(length: Length, sign: int, origin: Origin = Origin.PUBLICATION) -> Term | None:
    found = _count(length)
    return Shift(found[1], sign * found[0], None, origin, True) if found else None


def _shift(length: Length, sign: int, base: Term) -> Term | None:
    found = _count(length)
    return Shift(found[1], sign * found[0], base) if found else None


def _today(n: int) -> Cycle:
    return Cycle(Unit.DAY, n)


def _agree(n: int, day: Day) -> Term | None:
    """An apposition: "aujourd'hui vendredi"; the deictic word decides."""
    return Cycle(Unit.DAY, n)


# What begins a fact that is over: "après s'y être perdu", "après leur avoir parlé", "après eux".
_BY_PRONOUNS = (
    "(s' (être|y être|en être)|y (avoir|être)|en (avoir|être)|n' (avoir|être|y)|ne pas|(nous|vous|lui|leur|me|m'|te|t') "
    "(avoir|en avoir|y avoir|être)|nous|vous|lui|elle|elles|eux|moi|toi)"
)
_STRONG = "(nous|vous|lui|elle|elles|eux|moi|toi)"


# fmt: off
RULES = (
    Rule("‹déictique›", "DEICTIC", "DAY", _today),
    Rule("‹déictique› ‹jour›", "DEICTIC (,|) D0", "DAY", _agree, 15),
    Rule("‹jour› dernier", "(le|) D0 (LAST1|PAST_HE)", "DAY", lambda d, _: Which(d, _LAST), 5),
    Rule("‹jour› dernier délai", "(le|) D0 <(,|) dernier (délai|carat)>", "DAY", lambda d, *_: d, 140),
    Rule("‹jour› prochain", "(le|) D0 NEXT1", "DAY", lambda d, _: Which(d, _NEXT), 5),
    Rule("‹jour› qui vient", "(le|) D0 (COMING|qui vient)", "DAY", lambda d, *_: Which(d, _NEXT), 5),
    Rule("ce ‹jour›", "(ce|cette) D0", "DAY", lambda d: Which(d, _THIS), 5),
    Rule("ce ‹jour›-là", "ce WEEKDAY (-|) là", "DAY",
         lambda w: Which(Day(weekday=w), _THIS, Origin.FOCUS), 7),
    Rule("‹déictique› en huit", "(d'|) DEICTIC en (huit|quinze)", "DAY",
         lambda n: Cycle(Unit.DAY, n + 7), 5),
    Rule("ce prochain ‹jour›", "(ce|le) NEXT1 WEEKDAY", "DAY",
         lambda _, w: Which(Day(weekday=w), _NEXT)),
    Rule("‹jour› en huit", "WEEKDAY en huit", "DAY", lambda w: WeeksOn(Day(weekday=w), 1), 5),
    Rule("‹jour› en quinze", "WEEKDAY en quinze", "DAY", lambda w: WeeksOn(Day(weekday=w), 2), 5),
    Rule("‹fête› dernière", "HOLIDAY0 (LAST1|PAST_ADJ)", "DAY", lambda h, _: Which(h, _LAST), 5),
    Rule("‹fête› prochaine", "HOLIDAY0 NEXT1", "DAY", lambda h, _: Which(h, _NEXT), 5),
    Rule("la ‹fête› prochaine", "(le|la) NEXT1 (HOLIDAY|SAINT)", "DAY",
         lambda _, h: Which(Holiday(h), _NEXT), 5),
    # From the narrative
    Rule("le lendemain", "le LENDEMAIN", "DAY", lambda n: Shift(Unit.DAY, n, exact=n > 1)),
    Rule("au lendemain", "<(au|du|dès le|ce)> LENDEMAIN", "TIMEX",
         lambda n: Shift(Unit.DAY, n, exact=n > 1), -2),
    Rule("la veille", "(la|l') VEILLE", "DAY", lambda n: Shift(Unit.DAY, n)),
    Rule("le jour même", "(le jour même|ce même jour|ce jour - là|le même jour|ce jour là)", "DAY",
         lambda: Shift(Unit.DAY, 0)),
    Rule("lendemain de ‹jour›", "(le|) LENDEMAIN (de|du|de la|de l'|d') DAY", "DAY",
         lambda n, d: Shift(Unit.DAY, n, d), 5),
    Rule("veille de ‹jour›", "(la|l'|) VEILLE (de|du|de la|de l'|d') DAY", "DAY",
         lambda n, d: Shift(Unit.DAY, n, d), 5),
    Rule("au lendemain de", "LENDEMAIN <(de|du|de la|de l'|d'|des)>", "TIMEX",
         lambda _: Cycle(Unit.DAY, 0, Origin.FOCUS), 2),
    Rule("à la veille de", "(la|l') VEILLE <(de|du|de la|de l'|d'|des)>", "TIMEX",
         lambda _: Cycle(Unit.DAY, 0, Origin.FOCUS), 2),
    Rule("‹durée› plus tard", "LENGTH PLUS_TARD", "DAYISH",
         lambda x, _: _later(x, 1), 5),
    Rule("‹durée› plus tôt", "LENGTH (PLUS_TOT|auparavant)", "DAYISH",
         lambda x, *_: _later(x, -1), 5),
    Rule("‹durée› plus tard jour pour jour", "LENGTH PLUS_TARD (,|) jour pour jour", "DAYISH",
         lambda x, _: _exactly(x, 1, Origin.FOCUS), 10),
    Rule("‹durée› plus tôt jour pour jour", "LENGTH (PLUS_TOT|auparavant) (,|) jour pour jour", "DAYISH",
         lambda x, *_: _exactly(x, -1, Origin.FOCUS), 10),
    Rule("‹durée› jour pour jour après", "LENGTH (,|) jour pour jour (,|) (PLUS_TARD|après)", "DAYISH",
         lambda x, *_: _exactly(x, 1, Origin.FOCUS), 10),
    Rule("jour pour jour ‹durée› après", "jour pour jour (,|) LENGTH (PLUS_TARD|après)", "DAYISH",
         lambda x, *_: _exactly(x, 1, Origin.FOCUS), 10),
    Rule("‹durée› après, jour pour jour", "LENGTH après (,|) jour pour jour", "DAYISH",
         lambda x: _exactly(x, 1, Origin.FOCUS), 10),
    Rule("cette ‹unité›-là", "(ce|cet|cette) DATEUNIT (-|) là", "DAYISH",
         lambda u: Cycle(u, 0, Origin.FOCUS), 6),
    Rule("la même ‹unité›", "(le|la|cette|ce) même DATEUNIT", "DAYISH",
         lambda u: Cycle(u, 0, Origin.FOCUS), 6),
    Rule("‹durée› après un fait", "LENGTH <après (le|la|l'|les|son|sa|ses|leur|leurs|un|une|cette|ce|celui|celle|ceux|celles|avoir|être|que)>", "TIMEX",
         After, 140),
    Rule("‹durée› après un fait en pronoms", f"LENGTH <après {_BY_PRONOUNS}>", "TIMEX", itself, 140),
    # How much sooner or later than another: "trois jours plus tôt qu'en 2011"
    Rule("‹durée› plus tard qu'un autre", "LENGTH <(PLUS_TARD|PLUS_TOT) (que|qu')>", "TIMEX",
         lambda x, _: x, 320),
    Rule("‹durée› avant un fait", "LENGTH <avant (le|la|l'|les|son|sa|ses|leur|leurs|un|une|cette|ce|que)>", "TIMEX",
         lambda x: After(x, -1), 140),
    Rule("‹durée› avant eux", f"LENGTH <avant {_STRONG}>", "TIMEX", itself, 140),
    Rule("‹durée› avant de", "LENGTH <avant (de|d')>", "TIMEX", itself, 140),
    Rule("‹durée› après", "LENGTH après", "AFTERWARDS", lambda x: _from(x, 1, Origin.FOCUS)),
    Rule("‹durée› avant", "LENGTH avant", "AFTERWARDS", lambda x: _from(x, -1, Origin.FOCUS)),
    Rule("‹durée› après ‹jour›", "LENGTH après (DAY|PERIOD)", "DAYISH",
         lambda x, d: _shift(x, 1, d), 5),
    Rule("‹durée› avant ‹jour›", "LENGTH avant (DAY|PERIOD)", "DAYISH",
         lambda x, d: _shift(x, -1, d), 5),
    Rule("‹durée› après ‹mois›", "LENGTH après (MONTH0|SEASON0 <,>)", "DAYISH",
         lambda x, d: _shift(x, 1, d), 5),
    Rule("‹durée› avant ‹mois›", "LENGTH avant (MONTH0|SEASON0 <,>)", "DAYISH",
         lambda x, d: _shift(x, -1, d), 5),
    Rule("‹jour› suivant", "(le|la) (UNIT_SINGULAR|WEEKDAY) (FOLLOWING|d'après)", "DAYISH",
         lambda u, *_: _next_from_focus(u, 1), 5),
    Rule("‹jour› précédent", "(le|la) (UNIT_SINGULAR|WEEKDAY) (PREVIOUS|d'avant)", "DAYISH",
         lambda u, *_: _next_from_focus(u, -1), 5),
    Rule("‹date› suivante", "(le|) DM (PREVIOUS|FOLLOWING)", "DAYISH",
         lambda d, n: Which(d, Choice.NEXT if n > 0 else Choice.LAST, Origin.FOCUS), 14),
    Rule("l'‹unité› suivante", "l' UNIT_SINGULAR (FOLLOWING|d'après)", "DAYISH",
         lambda u, *_: _next_from_focus(u, 1), 5),
    Rule("l'‹unité› précédente", "l' UNIT_SINGULAR (PREVIOUS|d'avant)", "DAYISH",
         lambda u, *_: _next_from_focus(u, -1), 5),
    Rule("au ‹mois› précédent", "<(au|du)> DATEUNIT (PREVIOUS|FOLLOWING)", "TIMEX",
         lambda u, n: _next_from_focus(u, n), 5),
    # From publication
    Rule("il y a ‹durée›", "(il y a|voici|voilà) (déjà|maintenant|tout juste|exactement|un peu|bientôt|de cela|de ça|) LENGTH",
         "DAYISH", _ago, 10),
    Rule("il y a encore ‹durée›", "il y a encore LENGTH <,>", "DAYISH", _ago, 10),
    Rule("il y a des ‹unités›", "(il y a|voici|voilà) (déjà|) VAGUE <,>", "TIMEX",
         lambda x: _ago(x) if x.amounts[0][1] is not Unit.DAY else None, 10),
    # What lasts: "il y a quinze ans que le phare est éteint"; but "c'est il y a un an qu'il a fermé"
    Rule("il y a ‹durée› que", "<(il y a|voici|voilà) (déjà|maintenant|bien|bientôt|tout juste|exactement|)> LENGTH <(que|qu')>",
         "TIMEX", itself, 320),
    Rule("c'est il y a ‹durée› que", "<(est|était|fut)> (il y a|voici|voilà) (déjà|maintenant|tout juste|exactement|) LENGTH <(que|qu')>",
         "TIMEX", _ago, 400),
    Rule("il y a ‹durée› jour pour jour",
         "(il y a|voici|voilà) LENGTH (,|) (jour pour jour|presque jour pour jour)", "DAYISH",
         lambda x: _exactly(x, -1), 10),
    Rule("dans ‹durée›", "dans LENGTH", "DAYISH", _ahead, 10),
    Rule("dans ‹durée› jour pour jour", "dans LENGTH jour pour jour", "DAYISH",
         lambda x: _exactly(x, 1), 10),
    Rule("‹moment relatif›", "DAYISH", "DAY", itself),
    Rule("‹après coup›", "AFTERWARDS", "TIMEX", itself),
)
# fmt: on


def _next_from_focus(unit: Unit | int, n: int) -> Term:
    if isinstance(unit, Unit):
        return Cycle(unit, n, Origin.FOCUS)
    return Which(Day(weekday=unit), Choice.NEXT if n > 0 else Choice.LAST, Origin.FOCUS)
