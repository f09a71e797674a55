"""Durations and sets: "trois ans", "une heure et demie", "tous les lundis", "par an"."""

from __future__ import annotations

from dataclasses import replace

from chrono.grammar.rules import Rule, itself
from chrono.languages.fr.rules.completing import on_day
from chrono.lengths import DURATION_UNITS, duration_value
from chrono.model import Mod
from chrono.terms import AllOf, Day, Length, Repeat, Term, Unit


def _length(n: float | None, unit: Unit) -> Length:
    if unit is Unit.FORTNIGHT:
        return Length(((15.0 * n if n else None, Unit.DAY),))
    return Length(((float(n) if n is not None else None, unit),))


def _more(first: Length, second: Length) -> Term | None:
    """ "une heure et vingt minutes": ever smaller units."""
    order = list(DURATION_UNITS)
    a, b = first.amounts[-1], second.amounts[0]
    if a[0] is None or b[0] is None or order.index(b[1]) >= order.index(a[1]):
        return None
    if b[1] is Unit.SECOND and a[1] not in (Unit.HOUR, Unit.MINUTE):
        return None  # "une dose à 11 mois et une seconde à 6 ans"
    return Length((*first.amounts, *second.amounts))


_HALF_OF = {
    Unit.YEAR: (6.0, Unit.MONTH), Unit.HOUR: (30.0, Unit.MINUTE), Unit.DAY: (12.0, Unit.HOUR),
    Unit.CENTURY: (50.0, Unit.YEAR), Unit.MINUTE: (30.0, Unit.SECOND), Unit.MONTH: (15.0, Unit.DAY),
    Unit.DECADE: (5.0, Unit.YEAR), Unit.WEEK: (3.5, Unit.DAY), Unit.MILLENNIUM: (500.0, Unit.YEAR),
}  # fmt: skip


def _and_half(length: Length) -> Term | None:
    unit = length.amounts[-1][1]
    half = _HALF_OF.get(unit)
    if half is None or length.amounts[-1][0] is None or unit is Unit.WEEK:
        return None
    if unit in (Unit.CENTURY, Unit.DECADE, Unit.MILLENNIUM):
        n = length.amounts[-1][0] or 0
        per = DURATION_UNITS[unit][2]
        return Length(((n * per + half[0], Unit.YEAR),))
    return Length((*length.amounts, half))


def _half(unit: Unit) -> Term | None:
    half = _HALF_OF.get(unit)
    return Length((half,)) if half else None


def _with(mod: Mod, length: Length) -> Term | None:
    return replace(length, mod=mod) if length.mod in (None, Mod.APPROX) else None


def _sized(length: Term | None, mod: Mod | None) -> Term | None:
    """ "une bonne heure" is one at least, "une petite heure" one at most."""
    return replace(length, mod=mod) if isinstance(length, Length) else None


def _set(n: int, unit: Unit) -> Repeat:
    return Repeat(duration_value(_length(n, unit)))


# What is known by how long it lasts, and never by its hour; what may be by either; what one spends.
_LASTING = (
    "(film|films|métrage|documentaire|fiction|version|trajet|trajets|voyage|traversée|périple|"
    "retard|attente)"
)
_SHOWN = "(spectacle|concert|opéra|show|récital|match|combat|débat|podcast|entretien|discours)"
_ENDURED = (
    "(trajet|route|marche|attente|spectacle|film|voyage|vol|débats|débat|jeu|course|retard|musique|"
    "projection|train|voiture|avion|bus|bateau|vélo|discussions|négociations|réunion|audience|"
    "délibéré|plaidoiries|concert|match|combat|sommeil|travail|tractations|discours|entretien)"
)


def _short(length: Length) -> Term | None:
    """A length that can be meant where a clock time might be: of a few hours."""
    n, unit = length.amounts[0]
    return length if unit is not Unit.HOUR or n is None or n <= 12 else None


def _of_a_film(length: Length) -> Term | None:
    hours, unit = length.amounts[0]
    if unit is not Unit.HOUR or hours is None or len(length.amounts) != 2:
        return None
    return length if 1 <= hours <= 3 else None


# What takes time: "il faudra des années"; and not "prendre des jours de congé".
_TAKING = (
    "(faut|faudra|faudrait|fallait|fallut|fallu|dure|durent|durera|dureront|durerait|duré|durer|"
    "dura|durait|duraient|prend|prendra|prendront|prendrait|prenait|mettra|mettront)"
)
_DAYS_OF_WEEK = "(WEEKDAY|WEEKDAYS)"


def _weekly(weekday: int) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday}")


_WEEKDAYS = "(WEEKDAYS|WEEKDAY)"
_SEASON_SET = {1: "XXXX-SP", 2: "XXXX-SU", 3: "XXXX-FA", 4: "XXXX-WI"}

# fmt: off
RULES = (
    Rule("‹n› ‹unité›", "NUM UNIT", "LENGTH0", lambda n, u: _length(n, u) if n else None),
    Rule("‹n› heures ‹m›", "WORDNUM (heures|heure) WORDNUM", "LENGTH0",
         lambda h, m: Length(((float(h), Unit.HOUR), (float(m), Unit.MINUTE))) if m < 60 else None),
    Rule("‹n,m› ‹unité›", "DECIMAL UNIT", "LENGTH0", _length),
    Rule("‹n› h", "NUM H", "LENGTH0", lambda n, _: _length(n, Unit.HOUR)),
    Rule("‹n› ans et demi", "LENGTH0 et (demi|demie)", "LENGTH0", _and_half, 5),
    Rule("demi-‹unité›", "(un|une|) (demi|demie) - UNIT", "LENGTH0", _half, 5),
    Rule("‹n› demi-‹unités›", "NUM demi - UNIT", "LENGTH0",
         lambda n, u: _multiplied(n, _half(u)), 4),
    Rule("‹n› bonnes ‹unités›", "NUM SIZE UNIT", "LENGTH0", lambda n, m, u: _sized(_length(n, u), m), 5),
    Rule("une bonne demi-‹unité›", "(un|une) SIZE (demi|demie) - UNIT", "LENGTH0", lambda m, u: _sized(_half(u), m), 5),
    Rule("un gros quart d'heure", "un SIZE quart d'heure", "LENGTH0",
         lambda m: _sized(Length(((15.0, Unit.MINUTE),)), m), 5),
    Rule("un bon quart de siècle", "un SIZE quart de siècle", "LENGTH0",
         lambda m: _sized(Length(((25.0, Unit.YEAR),)), m), 5),
    Rule("une petite dizaine de ‹unités›", "une SIZE DOZEN (de|d') UNIT_PLURAL", "LENGTH0",
         lambda _, n, u: Length(((float(n), u),), Mod.APPROX), 5),
    Rule("‹durée› entière", "LENGTH0 WHOLE", "LENGTH0", lambda x, _: x, 5),
    Rule("‹durée› pleine de", "LENGTH0 <(plein|pleine|pleins|pleines) (de|d')>", "LENGTH0", itself, 130),
    Rule("un quart d'heure", "(un|) quart d'heure", "LENGTH0", lambda: Length(((15.0, Unit.MINUTE),)), 5),
    Rule("trois quarts d'heure", "trois quarts d'heure", "LENGTH0",
         lambda: Length(((45.0, Unit.MINUTE),)), 5),
    Rule("un quart de siècle", "(un|) quart de siècle", "LENGTH0", lambda: Length(((25.0, Unit.YEAR),)), 5),
    Rule("trois quarts de siècle", "trois quarts de siècle", "LENGTH0", lambda: Length(((75.0, Unit.YEAR),)), 5),
    Rule("‹n› heures trois quarts", "LENGTH0 trois quarts", "LENGTH0",
         lambda x: _more(x, Length(((45.0, Unit.MINUTE),))), 5),
    Rule("‹n› heures et quart", "LENGTH0 et quart", "LENGTH0",
         lambda x: _more(x, Length(((15.0, Unit.MINUTE),))), 5),
    Rule("‹durée› et ‹durée›", "LENGTH0 (et|,|) LENGTH0", "LENGTH0", _more, 4),
    Rule("‹n› h ‹mm›", "NUM H MIN", "LENGTH0",
         lambda n, _, m: Length(((float(n), Unit.HOUR), (float(m), Unit.MINUTE)))),
    Rule("‹n› h ‹mm› min ‹ss›", "NUM H MIN (min|mn|m|') (MIN (s|sec|'')|MIN|)", "LENGTH0", lambda n, _, m, s=0: _clocked(n, m, s), 5),
    Rule("une trentaine de ‹unités›", "(une|) DOZEN (de|d') UNIT_PLURAL", "LENGTH0",
         lambda n, u: Length(((float(n), u),), Mod.APPROX), 5),
    Rule("des dizaines d'‹unités›", "(des|quelques|plusieurs) DOZENS (de|d') UNIT_PLURAL", "LENGTH0",
         lambda n, u: Length(((None, u),)), 5),
    Rule("quinquennat", "SPAN_NOUN", "SPANNING", lambda s: Length((s,))),
    Rule("‹n› quinquennats", "NUM MANDATE", "LENGTH0", lambda n, years: _length(n * years, Unit.YEAR)),
    Rule("plusieurs ‹unités›", "SEVERAL UNIT_PLURAL", "LENGTH0", lambda _, u: _length(None, u)),
    Rule("‹n› nuits", "(NUM|SEVERAL) TIMES_OF_DAY", "LENGTH0",
         lambda n, u: _length(n, u) if n is None or n <= 100 else None),
    Rule("‹n› après-midi", "(WORDNUM|SEVERAL) HALF_DAYS", "LENGTH0",  # in figures it is a day's
         lambda n, u: _length(n, u) if n is None or 2 <= n <= 100 else None),
    Rule("toute une ‹unité›", "(tout|toute) (un|une) UNIT_SINGULAR", "LENGTH0", lambda u: _length(1, u), 5),
    Rule("toute une nuit", "toute une (nuit|soirée|matinée)", "LENGTH0", lambda: _length(1, Unit.DAY), 5),
    Rule("des ‹unités›", "des UNIT_PLURAL", "VAGUE", lambda u: _length(None, u)),
    Rule("des ‹unités› et des ‹unités›", "des UNIT_PLURAL et des UNIT_PLURAL", "VAGUE",
         lambda u, v: _length(None, u) if u is v else None, 5),
    Rule("durée nue", "LENGTH0", "LENGTH", itself),
    Rule("environ ‹durée›", "(APPROX|MOD) LENGTH0", "LENGTH", _with, 5),
    Rule("bientôt ‹durée›", "<(depuis|dure|durent|dans)> bientôt LENGTH0", "LENGTH",
         lambda x: _with(Mod.APPROX, x), 8),
    Rule("‹durée› environ", "LENGTH0 (environ|à peu près)", "LENGTH", lambda x: _with(Mod.APPROX, x), 5),
    Rule("‹durée› au moins", "LENGTH0 (au moins|minimum|au minimum)", "LENGTH",
         lambda x: _with(Mod.EQUAL_OR_MORE, x), 5),
    Rule("‹durée› au plus", "LENGTH0 (au plus|maximum|au maximum)", "LENGTH",
         lambda x: _with(Mod.EQUAL_OR_LESS, x), 5),
    Rule("les ‹durée›", "(les|ces|ses|nos|leurs|mes|vos|la|le|l'|cette) LENGTH", "TIMEX", itself, -20),
    Rule("‹durée›", "LENGTH", "TIMEX", itself),
    Rule("en ‹durée›", "<(en|duré|dure|durent|durera|dureront|durer|durait|duraient|dura|durerait|pendant près|pris|prend|mis|met|mettra|faut|faudra|fallu|comptez|compter)> LENGTH",
         "TIMEX", itself, 16),
    # No clock time: "un film de 1 h 50", but not "le film de 21 h 10"
    Rule("un film de ‹durée›", f"<({_LASTING}|un {_SHOWN}|d'un {_SHOWN}|une (pièce|marche|randonnée|plaidoirie)) (de|d')> LENGTH", "TIMEX",
         _short, 16),
    # The time of a film, and no hour of the night: "Film français (1 h 32) d'Anne Dupont"
    Rule("(‹h› h ‹mm›)", "<\\(> LENGTH0 <\\)>", "TIMEX", lambda x: _of_a_film(x), 16),
    Rule("durée : ‹durée›", "<durée (totale|estimée|moyenne|prévue|) (:|de|) (environ|)> LENGTH", "TIMEX", _short, 16),
    Rule("‹durée› de route", f"LENGTH <(de|d') {_ENDURED}>", "TIMEX", _short, 16),
    # No clock time: "entendu pendant huit heures lundi"
    Rule("pendant ‹durée›", "<(pendant|durant)> LENGTH", "TIMEX", itself, 140),
    # No clock time: "mercredi soir, après six heures de délibéré"
    Rule("après ‹durée› de", "<(après|avant)> LENGTH <(de|d')>", "TIMEX", itself, 320),
    Rule("durée de mandat", "SPANNING", "TIMEX", itself),
    Rule("pendant des ‹unités›", "<(pendant|durant|depuis|après|pour|dans|sur)> VAGUE", "TIMEX", itself, 10),
    Rule("durer des ‹unités›", f"<{_TAKING}> VAGUE", "TIMEX", itself, 10),
    Rule("il y a des ‹unités› que", "<(il y a|voici|voilà) (déjà|)> VAGUE <(que|qu')>", "TIMEX", itself, 10),
    Rule("ces derniers ‹unités›", "(les|ces|aux|des|) (toutes|tous|tout|) (LASTS|NEXTS) UNIT_PLURAL", "TIMEX",
         lambda _, u: _length(None, u), 4),
    Rule("ces ‹unités› derniers", "(les|ces|) UNIT_PLURAL (LASTS|NEXTS|COMING|qui viennent|PAST_ADJ)", "TIMEX",
         lambda u, *_: _length(None, u), 4),
    Rule("les ‹unités› suivants", "(les|<(des|aux)>) UNIT_PLURAL (FOLLOWING|PREVIOUS|qui (suivent|suivirent|suivront|ont suivi|précèdent|précédèrent|ont précédé))", "TIMEX",
         lambda u, *_: _length(None, u), 4),
    Rule("les ‹n› ‹unités› suivants", "(les|<(des|aux)>) NUM UNIT (FOLLOWING|PREVIOUS|qui (suivent|suivirent|suivront|ont suivi|précèdent|précédèrent|ont précédé))", "TIMEX",
         lambda n, u, *_: _length(n, u), 6),
    Rule("ces dernières ‹n› heures", "(les|ces|des|) LASTS NUM UNIT", "TIMEX",
         lambda _, n, u: _length(n, u) if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else None, 8),
    Rule("les ‹n› dernières heures", "(les|ces|des|) NUM LASTS UNIT", "TIMEX",
         lambda n, _, u: _length(n, u) if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else None, 8),
    Rule("les prochaines ‹n› heures", "(les|ces|) NEXTS NUM UNIT", "TIMEX",
         lambda _, n, u: _length(n, u) if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else None, 8),
    Rule("les ‹n› prochaines heures", "(les|ces|) NUM NEXTS UNIT", "TIMEX",
         lambda n, _, u: _length(n, u) if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else None, 8),
    Rule("de ‹n› à ‹durée›", "<(de|entre)> {NUM} (à|et) {LENGTH0}", "TIMEX",
         lambda n, x: _two(n, x), 9, True),
    # No hours of the clock: "dure de 8 à 12 heures", "de 8 à 12 heures d'attente"
    Rule("durer de ‹n› à ‹durée›", "<LASTING (de|entre)> {NUM} (à|et) {LENGTH0}", "TIMEX",
         lambda _, n, x: _two(n, x), 140, True),
    Rule("de ‹n› à ‹durée› de", "<(de|entre)> {NUM} (à|et) {LENGTH0} <(de|d')>", "TIMEX",
         lambda n, x: _two(n, x), 140, True),
    Rule("‹durée› à ‹durée› de route", f"{{LENGTH0}} (à|ou) {{LENGTH0}} <(de|d') {_ENDURED}>", "TIMEX",
         lambda a, b: _between(a, b), 16, True),
    Rule("‹n› à ‹durée›", "{NUM} (à|ou|-) {LENGTH0}", "TIMEX", lambda n, x: _two(n, x), 6, True),
    Rule("de ‹durée› à ‹durée›", "<(de|entre)> {LENGTH0} (à|et) {LENGTH0}", "TIMEX", lambda a, b: _between(a, b), 9, True),
    # Sets
    Rule("tous les ‹jours de semaine›", "(tous les|chaque) (WEEKDAYS|WEEKDAY)", "REPEAT", _weekly, 10),
    Rule("tous les ‹jours› ‹partie›", "(tous les|chaque) (WEEKDAYS|WEEKDAY) (SHORT_DAYTIME|matins|soirs)", "REPEAT",
         lambda w, *_: _weekly(w), 12),
    Rule("tous les ‹n› ‹unités›", "(tous les|toutes les) NUM UNIT", "REPEAT", _set, 10),
    Rule("toutes les demi-‹unités›", "(tous les|toutes les|chaque) (demi|demie) - UNIT", "REPEAT",
         lambda u: Repeat(duration_value(half)) if isinstance(half := _half(u), Length) else None, 12),
    Rule("toutes les ‹unités›", "(tous les|toutes les|chaque) UNIT", "REPEAT", lambda u: _set(1, u), 8),
    Rule("chaque ‹partie›", "(tous les|toutes les|chaque) (ANYTIME|matins|soirs|nuits)", "REPEAT",
         lambda p=None: Repeat("P1D"), 9),
    Rule("chaque année en ‹mois›", "(chaque année|tous les ans) (en|au mois de) MONTH", "REPEAT",
         lambda m: Repeat(f"XXXX-{m:02d}"), 12),
    Rule("tous les ans à ‹fête›", "(chaque année|tous les ans) (à|à la|à l'|au|pour) (HOLIDAY|SAINT)", "REPEAT",
         lambda _: Repeat("P1Y"), 12),
    Rule("chaque ‹mois›", "(chaque|tous les) (mois de|) MONTH", "REPEAT", lambda m: Repeat(f"XXXX-{m:02d}"), 9),
    Rule("chaque ‹date›", "(chaque|tous les) DM", "REPEAT",
         lambda d: Repeat(f"XXXX-{d.month:02d}-{d.day:02d}"), 12),
    Rule("chaque ‹saison›", "(chaque|tous les) (SEASON|étés|hivers|automnes)", "REPEAT",
         lambda s=0: Repeat(_SEASON_SET.get(s, "P1Y")), 9),
    Rule("chaque ‹partie› de ‹heure› à ‹heure›", "REPEAT (,|) (HOURS|RANGES)", "REPEAT",
         lambda r, x: r if on_day(x, Day()) != x else None, 12),
    Rule("le ‹nième› ‹jour› de chaque mois", "((le|) (ORD|LAST1) WEEKDAY de chaque mois|(tous les|chaque) (ORD|LAST1|FIRSTS|LASTS) (WEEKDAY|WEEKDAYS) (de chaque mois|du mois)|(les|) (FIRSTS|LASTS) WEEKDAYS (de chaque mois|du mois))",
         "REPEAT", lambda _, w: _weekly(w), 12),
    Rule("‹n› fois par ‹unité›", "(NUM|plusieurs|quelques) fois (par|dans la|dans le|chaque) UNIT_SINGULAR", "REPEAT",
         lambda *x: _set(1, x[-1]), 12),
    Rule("‹n› fois l'an", "(NUM|plusieurs|quelques) fois l'an", "REPEAT", lambda *_: Repeat("P1Y"), 12),
    Rule("par ‹unité›", "<par> UNIT_SINGULAR", "REPEAT", lambda u: _set(1, u), 10),
    Rule("par ‹partie›", "<par> (nuit|soir|matin|soirée|matinée)", "REPEAT", lambda: Repeat("P1D"), 10),
    Rule("matin et soir", "((matin|matins) (,|et) (midi|midis) (et|,) (soir|soirs)|matin et soir|soir et matin|matins et soirs|midi et soir|midis et soirs|le midi et le soir)",
         "REPEAT", lambda: Repeat("P1D"), 30),
    Rule("du matin au soir", "du matin au soir|du soir au matin", "REPEAT", lambda: Repeat("P1D"), 30),
    Rule("un ‹jour› sur deux", "(un|une) UNIT_SINGULAR sur NUM", "REPEAT",
         lambda u, n: _set(n, u) if n <= 12 else None, 12),
    Rule("un ‹jour de semaine› sur deux", "un WEEKDAY sur NUM", "REPEAT", lambda w, n: _weekly(w), 12),
    Rule("les ‹jours de semaine›", "(les|) WEEKDAYS (matin|soir|après - midi|matins|soirs|)", "REPEAT", _weekly, 6),
    # Days of a kind: "les jours ouvrés", "les dimanches et jours fériés"
    Rule("les jours ouvrés", "(((tous|) les|<(aux|sauf|hors|et|ou|,)>) jours|chaque jour) (ouvrés|ouvrables|fériés|chômés|ouvré|ouvrable|férié)",
         "REPEAT", lambda: Repeat("XXXX-XX-XX"), 12),
    Rule("les jours de semaine", "(tous|) les jours de semaine", "REPEAT", lambda: Repeat("XXXX-XX-XX"), 12),
    Rule("les ‹jours› et jours fériés", "(les|le|) (WEEKDAYS|WEEKDAY) (,|et|ou) (les|) jours (fériés|chômés)", "REPEAT",
         _weekly, 14),
    Rule("les ‹jours›, ‹jours› et jours fériés", "(les|le|) {(WEEKDAYS|WEEKDAY)} , {(les|le|) (WEEKDAYS|WEEKDAY)} (,|et|ou) (les|) jours (fériés|chômés)", "REPEAT2",
         lambda a, b: _both(a, b), 34, True),
    Rule("les week-ends", "(les|tous les) (week-ends|weekends|fins de semaine)", "REPEAT", lambda: Repeat("P1WE"), -4),
    Rule("les week-ends et jours fériés", "(les|) (week-ends|weekends) (,|et|ou) (les|) jours (fériés|chômés)",
         "REPEAT", lambda: Repeat("P1WE"), 14),
    Rule("le ‹jour› et le ‹jour›", "{le WEEKDAY} (et|ou) {le WEEKDAY}", "REPEAT2", lambda a, b: _both(a, b), 30, True),
    Rule("le ‹date› de chaque année", "(le|) DM de chaque année", "REPEAT",
         lambda d: Repeat(f"XXXX-{d.month:02d}-{d.day:02d}"), 14),
    Rule("chaque ‹jour› à ‹heure›", "REPEAT (,|) (à|vers|dès|à partir de|jusqu'à|avant|après) (HOURS_D|HOURS_W|CLOCK2)", "REPEAT", lambda r, _: r, 12),
    Rule("‹heure› chaque ‹jour›", "CLOCK2 (,|) ((les|tous les) WEEKDAYS|tous les jours|chaque (jour|WEEKDAY))", "REPEAT",
         lambda c, w=None: _weekly(w) if w else Repeat("P1D"), 14),
    Rule("‹n› millions d'‹unités›", "NUM (million|millions) (de|d') UNIT_PLURAL", "LENGTH0",
         lambda n, u: _length(n * 1_000_000, u), 6),
    Rule("‹n› milliards d'‹unités›", "NUM (milliard|milliards) (de|d') UNIT_PLURAL", "LENGTH0",
         lambda n, u: _length(n * 1_000_000_000, u), 6),
    Rule("les ‹jours› et ‹jours›", "{(tous les|les) (WEEKDAYS|WEEKDAY)} et {(les|) (WEEKDAYS|WEEKDAY)} (SHORT_DAYTIME|matins|soirs|)", "REPEAT2", lambda a, b, *_: _both(a, b), 12, True),
    Rule("les ‹jours›, ‹jours› et ‹jours›", f"{{(tous les|les) {_WEEKDAYS}}} , {{{_WEEKDAYS}}} et {{{_WEEKDAYS}}}", "REPEAT2",
         lambda *days: _each(*days), 60, True),
    Rule("les ‹jours›, ‹jours›, ‹jours› et ‹jours›",
         f"{{(tous les|les) {_WEEKDAYS}}} , {{{_WEEKDAYS}}} , {{{_WEEKDAYS}}} et {{{_WEEKDAYS}}}", "REPEAT2",
         lambda *days: _each(*days), 90, True),
    Rule("le ‹jour de semaine›", "le WEEKDAY", "REPEAT", _weekly, 5),
    Rule("le ‹jour de semaine› ‹partie›", "le WEEKDAY SHORT_DAYTIME", "REPEAT", lambda w, _: _weekly(w), 8),
    Rule("ensemble", "REPEAT", "TIMEX", itself),
    Rule("les ‹jours› et ‹jours› de ‹heure› à ‹heure›", "REPEAT2 (,|) (HOURS|RANGES)", "REPEAT2",
         lambda r, x: r if on_day(x, Day()) != x else None, 32, True),
    Rule("les ‹jours› et ‹jours› à ‹heure›", "REPEAT2 (,|) (à|vers|dès|à partir de) (HOURS_D|HOURS_W|CLOCK2)", "REPEAT2",
         lambda r, _: r, 12, True),
    Rule("ensembles", "REPEAT2", "TIMEX", itself),
    Rule("annuel", "ADJ_SET", "TIMEX", Repeat),
)
# fmt: on


def _multiplied(n: int, length: Term | None) -> Term | None:
    if not isinstance(length, Length) or length.amounts[0][0] is None:
        return None
    return Length(((n * length.amounts[0][0], length.amounts[0][1]),))


def _clocked(hours: int, minutes: int, seconds: int) -> Length:
    """ "2 h 12 min 30": what a race takes."""
    rest = ((float(seconds), Unit.SECOND),) if seconds else ()
    return Length(((float(hours), Unit.HOUR), (float(minutes), Unit.MINUTE), *rest))


def _two(n: int, length: Length) -> Term | None:
    amount, unit = length.amounts[0]
    if len(length.amounts) > 1 or amount is None or n >= amount:
        return None
    return AllOf((_length(n, unit), length))


_DAYS_IN = {
    Unit.SECOND: 1 / 86_400, Unit.MINUTE: 1 / 1_440, Unit.HOUR: 1 / 24, Unit.DAY: 1.0,
    Unit.WEEK: 7.0, Unit.MONTH: 30.0, Unit.YEAR: 365.0, Unit.DECADE: 3_650.0,
    Unit.CENTURY: 36_500.0,
}  # fmt: skip


def _between(short: Length, long: Length) -> Term | None:
    """ "de quinze jours à un mois": the longer one last."""
    sizes: list[float] = []
    for length in (short, long):
        n, unit = length.amounts[0]
        if n is None or unit not in _DAYS_IN:
            return None
        sizes.append(n * _DAYS_IN[unit])
    return AllOf((short, long)) if sizes[0] < sizes[1] else None


def _both(a: int, b: int) -> Term:
    return AllOf((_weekly(a), _weekly(b)))


def _each(*days: int) -> Term:
    return AllOf(tuple([_weekly(day) for day in days]))
