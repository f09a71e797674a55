"""Clock times, parts of the day and nights: "14 h 30", "jeudi matin", "nuit de lundi à mardi"."""

from __future__ import annotations

from dataclasses import replace

from chrono.grammar.rules import Rule, itself
from chrono.languages.fr.rules.completing import not_always
from chrono.model import Mod
from chrono.terms import (
    About,
    Choice,
    Clock,
    Cycle,
    Day,
    DayPart,
    DayTime,
    Night,
    Origin,
    Shift,
    Term,
    Third,
    Unit,
    Which,
)

_NEAR = (
    "(vers|vers les|aux alentours de|autour de|aux environs de|sur les coups de|sur le coup de|"
    "(un|) peu après|(un|) peu avant|juste avant|juste après)"
)
_HOURS = "(HOURS_D|HOURS_W)"
# What runs by the clock; and what is known by its hour, though it may last so long as well.
_BY_THE_CLOCK = (
    "(train|bus|autobus|autocar|car|bulletin|flash|messe|rame|navette|ferry|office|tramway|tram|"
    "métro|tgv|ter|rer|bac|trains|culte|vêpres|angélus)"
)
_BY_ITS_HOUR = (
    "(vol|avion|bateau|séance|représentation|projection|journal|édition|départ|tirage|service|"
    "match|concert|rencontre|traversée|office|point presse|conférence)"
)
_AT = "(à|dès|à partir de|jusqu'à|avant|après|)"


def _clock(hour: int, minute: int | None = None, second: int | None = None) -> Term | None:
    if hour == 24 and not minute:
        return Clock(0, minute)
    return Clock(hour, minute, second) if hour < 24 and (minute or 0) < 60 else None


def _quarter(hour: int, minutes: int) -> Term | None:
    """ "8 heures moins le quart", "midi et demi": minutes after (or, negative, before)."""
    total = hour * 60 + minutes
    return Clock(total // 60 % 24, total % 60)


def _spoken(clock: Clock, part: DayTime) -> Term | None:
    """ "3 heures du matin", "6 heures du soir"."""
    hour = clock.hour
    if part in (DayTime.AFTERNOON, DayTime.EVENING) and hour < 12:
        hour += 12
    return replace(clock, hour=hour) if hour < 24 else None


def _at(day: Term, clock: Clock) -> Term | None:
    return clock.on(day) if clock.day is None else None


def _evening(part: DayPart, clock: Clock) -> Term | None:
    """ "ce soir à 8 h" is at twenty hours."""
    late = part.part in (DayTime.AFTERNOON, DayTime.EVENING) and 0 < clock.hour < 12
    return replace(clock, day=part, hour=clock.hour + 12 if late else clock.hour)


def _on(day: Term, part: DayPart) -> Term | None:
    return replace(part, day=day) if part.day is None else None


def _day_of(term: Term) -> Term | None:
    """Only a term of one day can bear a part of the day."""
    if isinstance(term, Cycle) and term.unit is not Unit.DAY:
        return None
    return term


def _part(day: Term, part: DayTime) -> Term | None:
    if _day_of(day) is None:
        return None
    return Night(day) if part is DayTime.NIGHT else DayPart(day, part)


def _night_between(first: int, day: Day) -> Term | None:
    """ "la nuit du 3 au 4 mai": the first day takes the month of the second, or the one before."""
    if day.day is None:
        return None
    if day.day == 1 and first > 1:
        return Night(Shift(Unit.DAY, -1, Day(None, 1, day.month, day.year)), day)
    return Night(Day(None, first, day.month, day.year), day)


_TODAY = Cycle(Unit.DAY, 0)
_HALVES = {1: Third.START, 2: Third.END}

# fmt: off
RULES = (
    # Clock times
    Rule("‹h› h ‹mm›", "HOURNUM H MIN", "CLOCK0", lambda h, _, m: _clock(h, m)),
    Rule("‹h› h", "HOURNUM H", "CLOCK0", lambda h, _: _clock(h)),
    Rule("‹h› h ‹m› min ‹s›", "HOURNUM H MIN (mn|min|m|') (MIN (s|sec|'')|MIN|)",
         "CLOCK0", lambda h, _, m, s=None: _clock(h, m, s), 2),
    Rule("‹h›:‹mm›", "HOURNUM ~:~ MIN", "CLOCK0", _clock),
    Rule("‹h›:‹mm›:‹ss›", "HOURNUM ~:~ MIN ~:~ MIN", "CLOCK0", _clock),
    Rule("‹h› heures ‹mm›", "HOURNUM (heures|heure) MIN", "CLOCK0", _clock),
    Rule("‹h› heures ‹m› en lettres", "(HOURNUM|WORDNUM) (heures|heure) WORDNUM", "HOURS_W",
         lambda h, m: _clock(h, m) if h < 24 and 1 < m < 60 else None),  # "16 heures | un homme"
    Rule("‹h› heures", "HOURNUM (heures|heure)", "HOURS_D",
         lambda h: _clock(h) if h < 24 else None),
    Rule("‹h› heures en lettres", "WORDNUM (heures|heure)", "HOURS_W",
         lambda h: _clock(h) if h < 24 else None),
    Rule("‹h› heures et demie", f"{_HOURS} et (demie|demi)", "HOURS_W",
         lambda c: _quarter(c.hour, 30)),
    Rule("‹h› heures et quart", f"{_HOURS} et quart", "HOURS_W", lambda c: _quarter(c.hour, 15)),
    Rule("‹h› h et demie", "HOURNUM H et (demie|demi)", "CLOCK1", lambda h, _: _quarter(h, 30), 8),
    Rule("‹h› h et quart", "HOURNUM H et quart", "CLOCK1", lambda h, _: _quarter(h, 15), 8),
    Rule("‹h› h moins le quart", "HOURNUM H moins (le|) quart", "CLOCK1", lambda h, _: _quarter(h, -15), 8),
    Rule("‹h› h moins ‹m›", "HOURNUM H moins NUM", "CLOCK1",
         lambda h, _, m: _quarter(h, -m) if m < 30 else None, 8),
    Rule("entre midi et deux", "entre midi et deux", "PART1", lambda: DayPart(None, DayTime.MIDDAY), 30),
    Rule("‹h› heures moins le quart", "(HOURS_D|HOURS_W|NOON0) moins (le|) quart", "CLOCK1",
         lambda c: _quarter(c.hour, -15), 3),
    Rule("‹h› heures trois quarts", f"{_HOURS} trois quarts", "HOURS_W",
         lambda c: _quarter(c.hour, 45)),
    Rule("‹h› heures moins ‹m›", "(HOURS_D|HOURS_W|NOON0) moins NUM", "CLOCK1",
         lambda c, m: _quarter(c.hour, -m) if m < 30 else None, 3),
    Rule("midi ou minuit", "(NOON|MIDNIGHT)", "NOON0", Clock),
    Rule("midi", "NOON", "CLOCK1", lambda h: Clock(12)),
    Rule("minuit", "MIDNIGHT", "CLOCK1", lambda h: Clock(0)),
    Rule("midi et demi", "NOON et (demi|demie)", "CLOCK1", lambda h: Clock(12, 30)),
    Rule("minuit et demi", "MIDNIGHT et (demi|demie)", "CLOCK1", lambda h: Clock(0, 30)),
    Rule("midi et quart", "NOON et quart", "CLOCK1", lambda h: Clock(12, 15)),
    Rule("minuit et quart", "MIDNIGHT et quart", "CLOCK1", lambda h: Clock(0, 15)),
    Rule("midi ‹m›", "NOON NUM", "CLOCK1", lambda h, m: _clock(12, m) if 5 <= m < 60 else None),
    Rule("minuit ‹m›", "MIDNIGHT NUM", "CLOCK1", lambda h, m: _clock(0, m) if 5 <= m < 60 else None),
    Rule("‹h› heures du matin", "(HOURS_D|HOURS_W|CLOCK0|CLOCK1) (du|de l'|au) SHORT_DAYTIME", "CLOCK1", _spoken, 230),
    Rule("‹h› heures de la nuit", "(HOURS_D|HOURS_W|CLOCK0|CLOCK1) de la nuit", "CLOCK1", itself, 5),
    Rule("‹h› heures précises", "(HOURS_D|HOURS_W|CLOCK0|CLOCK1) (précises|pile|tapantes)", "CLOCK1", itself, 3),
    Rule("heure chiffrée", "CLOCK0", "CLOCK1", itself),
    # ISO 8601
    Rule("T‹hh›:‹mm›", "t ~ HOURNUM ~:~ MIN", "ISO_CLOCK", lambda h, m: Clock(h, m) if h < 24 else None),
    Rule("T‹hh›:‹mm›:‹ss›", "t ~ HOURNUM ~:~ MIN ~:~ MIN", "ISO_CLOCK",
         lambda h, m, s: Clock(h, m, s) if h < 24 else None),
    Rule("T‹heure›Z", "ISO_CLOCK ~ z", "ISO_ZONED", lambda c: replace(c, zone="UTC")),
    Rule("T‹heure›+‹hh›:‹mm›", "ISO_CLOCK ~ + ~ HOURNUM (~:~ MIN|)", "ISO_ZONED",
         lambda c, h, m=0: replace(c, zone=str(60 * h + m)) if h < 15 else None),
    Rule("T‹heure›-‹hh›:‹mm›", "ISO_CLOCK ~ - ~ HOURNUM (~:~ MIN|)", "ISO_ZONED",
         lambda c, h, m=0: replace(c, zone=str(-60 * h - m)) if h < 15 else None),
    Rule("‹date›T‹heure›", "D0 ~ (ISO_CLOCK|ISO_ZONED)", "MOMENT_C", _at, 15),
    # Zones
    Rule("‹heure› GMT", "(HOURS_D|HOURS_W|CLOCK1) ZONE", "CLOCK2", lambda c, z: replace(c, zone=z), 4),
    Rule("‹heure› UTC+‹n›", "(HOURS_D|HOURS_W|CLOCK1) ZONE ~ + ~ HOURNUM", "CLOCK2",
         lambda c, _, n: replace(c, zone=str(60 * n)) if n < 15 else None, 8),
    Rule("‹heure› UTC-‹n›", "(HOURS_D|HOURS_W|CLOCK1) ZONE ~ - ~ HOURNUM", "CLOCK2",
         lambda c, _, n: replace(c, zone=str(-60 * n)) if n < 15 else None, 8),
    Rule("‹heure› locale", "(HOURS_D|HOURS_W|CLOCK1) (,|) (heure locale|heures locales|locales|locale|en heure locale)",
         "CLOCK2", lambda c: replace(c, zone="local"), 4),
    Rule("‹heure› de Paris", "(HOURS_D|HOURS_W|CLOCK1) (,|) (heure de paris|heure française|heures de paris|à l'heure de paris)",
         "CLOCK2", lambda c: replace(c, zone="Europe/Paris"), 4),
    Rule("‹heure›", "CLOCK1", "CLOCK2", itself),
    Rule("à ‹h› heures", "<(à|dès|jusqu'à|d'ici|partir de|début :|horaires :|il est|il était|il sera|il était déjà|il est déjà)> (HOURS_D|HOURS_W)",
         "CLOCKX", itself, 12),
    Rule("le train de ‹h› heures", f"<{_BY_THE_CLOCK} (de|d'|du)> (HOURS_D|HOURS_W)", "CLOCKX", itself, 140),
    Rule("le vol de ‹h› heures ‹m›", f"<(le|la|l'|du|au|ce|cette|dernier|dernière|premier|première|prochain|prochaine|cet) {_BY_ITS_HOUR} (de|d')> (HOURS_D|HOURS_W)",
         "CLOCKX", lambda c: c if c.hour > (5 if c.minute else 12) else None, 140),
    Rule("avant ‹h› heures", "<(avant|après|depuis|entre|et|pour)> HOURS_D",
         "CLOCKX", lambda c: c if c.hour >= 5 else None, 12),
    Rule("vers ‹heure›", f"{_NEAR} (HOURS_D|HOURS_W|CLOCK2)", "CLOCK", Clock.roughly, 8),
    Rule("‹heure› environ", "(HOURS_D|HOURS_W|CLOCK2) environ", "CLOCK", Clock.roughly, 8),
    Rule("‹heure› nue", "CLOCK2", "CLOCK", itself),
    Rule("‹heure› à la ronde", "CLOCK2", "TIMEX", itself, 4),
    Rule("vers ‹heure› à la ronde", f"{_NEAR} (HOURS_D|HOURS_W|CLOCK2)", "TIMEX",
         Clock.roughly, 8),
    Rule("à ‹heure› environ", "<à> (HOURS_D|HOURS_W|CLOCK2) environ", "TIMEX",
         Clock.roughly, 8),
    Rule("à ‹heures›", "CLOCKX", "TIMEX", itself, 8),
    # A clock time and its day
    Rule("‹jour› à ‹heure›", f"{{DAY}} {_AT} {{(HOURS_D|HOURS_W|CLOCK2)}}", "MOMENT_C",
         _at, 10, True),
    Rule("‹jour› vers ‹heure›", f"{{DAY}} (,|) {_NEAR} {{(HOURS_D|HOURS_W|CLOCK2)}}", "MOMENT_C",
         lambda d, c: _at(d, c.roughly()), 10, True),
    Rule("‹jour› ‹partie› vers ‹heure›", f"{{DAYPART}} (,|) {_NEAR} {{(HOURS_D|HOURS_W|CLOCK2)}}", "MOMENT_C",
         lambda p, c: _evening(p, c.roughly()), 10, True),
    Rule("‹jour›, à ‹heure›", f"{{DAY}} , {_AT} {{(HOURS_D|HOURS_W|CLOCK2)}}", "MOMENT_C",
         _at, -140, True),
    Rule("lendemain sans article", "LENDEMAIN", "NEXT_DAY", lambda n: Shift(Unit.DAY, n, exact=n > 1)),
    Rule("au lendemain à ‹heure›", f"<(au|du|dès le|ce)> {{NEXT_DAY}} {_AT} {{(HOURS_D|HOURS_W|CLOCK2)}}",
         "MOMENT_C", _at, 10, True),
    Rule("au lendemain, à ‹heure›", f"<(au|du|dès le|ce)> {{NEXT_DAY}} , ({_AT} {{(HOURS_D|CLOCK2)}}|(à|dès|jusqu'à) {{HOURS_W}})",
         "MOMENT_C", _at, -140, True),
    Rule("‹jour› ‹partie› à ‹heure›", f"{{DAYPART}} (,|) {_AT} {{(HOURS_D|HOURS_W|CLOCK2)}}",
         "MOMENT_C", _evening, 10, True),
    Rule("‹jj›/‹mm› à ‹heure›", "{SLASH} (:|à|dès|) {CLOCK2}", "MOMENT_C",
         lambda d, c: _at(d, c) if not_always(d) else None, 9, True),
    Rule("‹jj›/‹mm›, ‹heure›", "{SLASH} , {CLOCK2}", "MOMENT_C",
         lambda d, c: _at(d, c) if not_always(d) else None, -150, True),
    Rule("‹jour abrégé› à ‹heure›", "WEEKDAY_SHORT (,|:|à|) CLOCK2", "MOMENT_C", lambda w, c: _at(Day(w), c), 9),
    Rule("‹heure› dans la ‹nuit›", "(HOURS_D|HOURS_W|CLOCK) (,|) NIGHTS", "MOMENT_C", lambda c, n: _at(n, c), 9),
    Rule("‹nuit› à ‹heure›", f"{{NIGHTS}} {_AT} {{(HOURS_D|HOURS_W|CLOCK2)}}", "MOMENT_C",
         _at, 10, True),
    Rule("‹nuit› vers ‹heure›", f"{{NIGHTS}} {_NEAR} {{(HOURS_D|HOURS_W|CLOCK2)}}", "MOMENT_C",
         lambda n, c: _at(n, c.roughly()), 10, True),
    Rule("‹heure› ‹jour›", "(HOURS_D|HOURS_W|CLOCK2) (,|le|) DAY", "MOMENT_C", lambda c, d: _at(d, c), 9),
    Rule("vers ‹heure› ‹jour›", "vers (HOURS_D|HOURS_W|CLOCK2) (,|) (le|) DAY", "MOMENT_C",
         lambda c, d: _at(d, c.roughly()), 10),
    Rule("ce midi", "ce NOON", "MOMENT_C", lambda h: Clock(h, day=_TODAY), 6),
    Rule("le ‹j› à ‹heure›", "{le DAYNUM} (à|vers|dès) {(HOURS_D|HOURS_W|CLOCK2)}", "MOMENT_C",
         lambda n, c: _at(Day(day=n), c) if n <= 31 else None, 8, True),
    Rule("le ‹j›, à ‹heure›", "{le DAYNUM} , (à|vers|dès) {(HOURS_D|HOURS_W|CLOCK2)}", "MOMENT_C",
         lambda n, c: _at(Day(day=n), c) if n <= 31 else None, 8, True),
    Rule("moment daté", "MOMENT_C", "TIMEX", itself),
    # Parts of the day
    Rule("la ‹partie›", "(le|la|l'|cette|) (DAYTIME|EE)", "PART0", lambda p: DayPart(None, p)),
    Rule("début de ‹partie›", "(le|la|) (tout|toute|) THIRD (de|d'|de la|du|de l') DAYTIME", "PART1",
         lambda t, p: DayPart(None, p, t)),
    Rule("en milieu de journée", "(le|) milieu de (la|) journée", "PART1",
         lambda: DayPart(None, DayTime.MIDDAY), 3),
    Rule("fin de journée", "(la|) fin de (la|) journée", "PART1",
         lambda: DayPart(None, DayTime.AFTERNOON, Third.END), 3),
    Rule("‹nième› partie de ‹partie›", "(la|) ORD partie de (la|) (DAYTIME|EE)", "PART1",
         lambda n, p: DayPart(None, p, _HALVES.get(n)) if n in _HALVES else None, 3),
    Rule("‹nième› partie de nuit", "(la|) ORD partie de (la|) nuit", "NIGHTS",
         lambda n: Night(None) if n in _HALVES else None, 7),
    Rule("petit matin", "(le|) petit matin", "PART1", lambda: DayPart(None, DayTime.DAWN)),
    Rule("mi-journée", "(la|) mi ~-~ journée", "PART1", lambda: DayPart(None, DayTime.MIDDAY), 5),
    Rule("‹jour› ‹partie›", "DAY (|,? (au|en|dans la|dans l'|à l'|au cours de la|durant la|pendant la|dès le)) (DAYTIME|EE)", "DAYPART",
         _part, 6),
    Rule("‹jour› en fin de ‹partie›", "DAY (,|) (en|à la|au|dès le|à|) PART1", "DAYPART",
         lambda d, p: _on(d, p) if _day_of(d) is not None else None, 8),
    Rule("‹partie› de ‹jour›", "(PART0|PART1) (de|du|d') DAY", "DAYPART",
         lambda p, d: _on(d, p) if _day_of(d) is not None else None, 6),
    Rule("ce ‹partie›", "(ce|cet|cette) (DAYTIME|EE)", "DAYPART", lambda p: DayPart(_TODAY, p), 6),
    Rule("ce ‹partie› ‹jour›", "(ce|cet|cette) (DAYTIME|EE) (,|) D0", "DAYPART",
         lambda p, _: DayPart(_TODAY, p), 15),
    Rule("ce ‹partie› même", "(le|ce|l'|cet) SHORT_DAYTIME même", "DAYPART",
         lambda p: DayPart(None, p), 6),
    Rule("le soir venu", "(le|la) DAYTIME (venu|venue)", "DAYPART", lambda p: DayPart(None, p), 8),
    Rule("la nuit venue", "la nuit venue", "NIGHTS", lambda: Night(None), 6),
    Rule("ce ‹partie›-là", "(ce|cet|cette) (DAYTIME|EE) (-|) là", "DAYPART",
         lambda p: DayPart(None, p), 8),
    Rule("premières heures de ‹jour›", "(les|) FIRSTS heures (de|du|d') DAY", "DAYPART",
         lambda _, d: DayPart(d, DayTime.DAWN) if _day_of(d) is not None else None, 6),
    Rule("‹partie›, ‹jour›", "PART1 , D0 <,>", "DAYPART",
         lambda p, d: _on(d, p) if _day_of(d) is not None else None, -40),
    # What the sky tells: "au lever du jour", "mercredi à la nuit tombée"
    Rule("au lever du jour", "<(à|au|dès|avant|après|jusqu'à|jusqu'au|depuis|vers)> (le|la|) SKY", "TIMEX",
         lambda p: DayPart(None, p), 4),
    Rule("‹jour› au lever du jour", "DAY (,|) (au|à la|dès la|dès le) SKY", "DAYPART",
         lambda d, p: DayPart(d, p) if _day_of(d) is not None else None, 8),
    Rule("‹partie› datée", "DAYPART", "TIMEX", itself),
    Rule("dans la ‹partie›", "<(dans|au cours de|durant|pendant|dès|jusqu'à|jusque dans|depuis|en|toute|à|vers|et|,|tard dans|passé)> PART0",
         "TIMEX", itself, 3),
    Rule("au ‹partie›", "<(au|à l'|d'|jusqu'au|dans l'|du|le|dans la|en)> (DAYTIME|EE)", "TIMEX",
         lambda p: DayPart(None, p), 2),
    Rule("le ‹partie›", "(le|la|l') DAYTIME", "TIMEX", lambda p: DayPart(None, p), -6),
    Rule("en fin de ‹partie›", "PART1", "TIMEX", itself, 4),
    # Nights
    Rule("nuit de ‹jour› à ‹jour›", "((plus|très|) tard dans|dans|) (la|cette|) nuit (de|du) (DAY|WEEKDAY) (à|au) DAY", "NIGHTS",
         lambda a, b: Night(_weekday(a), b), 15),
    Rule("nuit du ‹j› au ‹date›", "((plus|très|) tard dans|dans|) (la|cette|) nuit du DAYNUM au DAY", "NIGHTS",
         lambda n, d: _night_between(n, d) if isinstance(d, Day) else None, 16),
    Rule("nuit du ‹j› au ‹j›", "((plus|très|) tard dans|dans|) (la|cette|) nuit du DAYNUM au DAYNUM", "NIGHTS",
         lambda a, b: Night(Day(day=a), Day(day=b)) if b in (a + 1, 1) else None, 14),
    Rule("nuit du ‹jour› ‹j› au ‹date›", "((plus|très|) tard dans|dans|) (la|cette|) nuit (du|de) WEEKDAY DAYNUM (au|à) DAY", "NIGHTS",
         lambda w, n, d: _night_between(n, d) if isinstance(d, Day) else None, 17),
    Rule("nuit de ‹jour›", "((plus|très|) tard dans|dans|) (la|cette|) nuit (de|du|d') DAY", "NIGHTS", lambda d: Night(d), 12),
    Rule("‹jour› dans la nuit", "DAY (,|) (dans|pendant|durant|au cours de|) (la|) nuit", "NIGHTS",
         lambda d: Night(d) if _day_of(d) is not None else None, 9),
    Rule("cette nuit", "cette nuit", "NIGHTS", lambda: Which(Night(None), Choice.THIS), 5),
    Rule("cette nuit-là", "cette (même|) nuit - là", "NIGHTS", lambda: Night(None), 6),
    Rule("la nuit précédente", "(la|) nuit (PREVIOUS|d'avant)", "NIGHTS",
         lambda *_: Night(Cycle(Unit.DAY, -1, Origin.FOCUS)), 6),
    Rule("la nuit suivante", "(la|) nuit (FOLLOWING|d'après)", "NIGHTS",
         lambda *_: Night(Cycle(Unit.DAY, 0, Origin.FOCUS)), 6),
    Rule("la nuit dernière", "(la|) nuit (LAST1|PAST_ADJ)", "NIGHTS",
         lambda _: Which(Night(None), Choice.LAST), 6),
    Rule("la nuit prochaine", "(la|) nuit NEXT1", "NIGHTS",
         lambda _: Which(Night(None), Choice.NEXT), 6),
    Rule("dans la nuit", "dans la nuit", "NIGHTS", lambda: Night(None), 5),
    Rule("la nuit", "<(pendant|durant|toute|au cours de|et|,|cours de|,|passé)> la nuit", "NIGHTS",
         lambda: Night(None), 3),
    Rule("au milieu de la nuit", "(en|au|) (milieu|cœur|coeur) de (la|) nuit", "NIGHTS",
         lambda: Night(None), 6),
    Rule("en pleine nuit", "en pleine nuit|(en|au) (plein|beau) (milieu|cœur|coeur) de (la|) nuit|tard dans la nuit", "NIGHTS",
         lambda: Night(None), 6),
    Rule("‹jour› en pleine nuit", "DAY (,|) en pleine nuit", "NIGHTS",
         lambda d: Night(d) if _day_of(d) is not None else None, 9),
    Rule("en fin de nuit", "THIRD de (la|) nuit", "NIGHTS", lambda t: Night(None), 6),
    Rule("nuit", "NIGHTS", "TIMEX", itself),
    Rule("environ une date", "vers (le|) DAY", "TIMEX", lambda d: About(d, Mod.APPROX), 3),
)
# fmt: on


def _weekday(day: int | Term) -> Term:
    return Day(weekday=day) if isinstance(day, int) else day
