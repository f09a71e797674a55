"""The French words of time: the entries of the lexicon, by kind.

Sources: the calendar and clock terms of the *Dictionnaire de l'Académie française* (9th ed.), the
abbreviations of the *Lexique des règles typographiques en usage à l'Imprimerie nationale*, the
names of holidays as the Code du travail (L3133-1) and the press write them.
"""

from __future__ import annotations

from collections.abc import Iterator

from chrono.grammar.lexicon import Entry, Lexeme, Spelling
from chrono.model import Mod
from chrono.terms import DayTime, Refers, Third, Unit

ANY = Spelling.ANY


def _entry(
    forms: str, *lexemes: tuple[str, object], strong: bool = True, spelling: Spelling = ANY
) -> Entry:
    return Entry(tuple(forms.split("|")), tuple(Lexeme(c, v) for c, v in lexemes), strong, spelling)


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY_SHORT = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_MONTH_SHORT = (
    "janv|jan", "févr|fév|fevr|fev", "mar", "avr", "", "",
    "juil|juill|jul", "", "sept|sep", "oct", "nov", "déc|dec",
)  # fmt: skip
# Words whose full stop ends no sentence, as written.
ABBREVIATIONS = frozenset(
    "M MM Mme Mmes Mlle Dr Pr Me St Ste av ap env cf p vol n no art janv févr avr juil sept oct "
    "nov déc lun mar mer jeu ven sam dim etc chap éd hab tél".split()
)
# In a title, as written: what follows is told as it happens.
LIVE = frozenset("DIRECT Direct direct LIVE Live live".split())
# After a comma they begin a relative clause.
RELATIVES = frozenset("qui que qu dont où".split())
# Months that are also a planet or a first name stand alone only in lower case.
_NAMES_TOO = frozenset({3, 4})


def _calendar() -> Iterator[Entry]:
    for n, word in enumerate(WEEKDAYS, 1):
        yield _entry(word, ("WEEKDAY", n))
        yield _entry(word + "s", ("WEEKDAYS", n))
        short = _WEEKDAY_SHORT[n - 1]
        yield _entry(f"{short}.", ("WEEKDAY_SHORT", n), strong=False)
        yield _entry(short, ("WEEKDAY_SHORT", n), strong=False)
    for n, word in enumerate(MONTHS, 1):
        yield _entry(word, ("MONTH", n))
        lower = Spelling.NO_CAPITAL if n in _NAMES_TOO else ANY
        yield _entry(word, ("BAREMONTH", n), spelling=lower)
        for short in filter(None, _MONTH_SHORT[n - 1].split("|")):
            yield _entry(f"{short}.", ("MONTH", n), strong=short not in ("mar",))
            if short not in ("mar", "jan", "avr", "sep", "jul"):
                yield _entry(short, ("MONTH_SHORT", n))
            else:
                yield _entry(short, ("MONTH_BRIEF", n), strong=False)
                if short != "mar":  # as a word alone, Tuesday
                    low = Spelling.NO_CAPITAL  # "Jan" and "Jul" are names
                    yield _entry(short, ("MONTH_SHORT", n), spelling=low)
    yield _entry("printemps", ("SEASON", 1))
    yield _entry("été|étés", ("SEASON", 2), spelling=Spelling.ACCENTED)
    yield _entry("automne", ("SEASON", 3))
    yield _entry("hiver", ("SEASON", 4))
    yield _entry("vendémiaire|brumaire|frimaire|nivôse|pluviôse|ventôse|germinal|floréal|prairial|"
                 "messidor|thermidor|fructidor", ("REPUBLICAN", 0))  # fmt: skip


def _units() -> Iterator[Entry]:
    for forms, unit in (
        ("seconde|secondes", Unit.SECOND),
        ("minute|minutes|min|mn", Unit.MINUTE),
        ("heure|heures", Unit.HOUR),
        ("jour|jours", Unit.DAY),
        ("journée|journées", Unit.DAY),
        ("semaine|semaines", Unit.WEEK),
        ("mois", Unit.MONTH),
        ("trimestre|trimestres", Unit.QUARTER),
        ("semestre|semestres", Unit.HALF),
        ("an|ans", Unit.YEAR),
        ("année|années", Unit.YEAR),
        ("décennie|décennies", Unit.DECADE),
        ("siècle|siècles", Unit.CENTURY),
        ("millénaire|millénaires", Unit.MILLENNIUM),
        ("week-end|week-ends|weekend|weekends|we", Unit.WEEKEND),
        ("quinzaine|quinzaines", Unit.FORTNIGHT),
    ):
        for form in forms.split("|"):
            number = "PLURAL" if form.endswith("s") and form != "mois" else "SINGULAR"
            lexemes: list[tuple[str, object]] = [("UNIT", unit), ("UNIT_" + number, unit)]
            if form == "mois":
                lexemes.append(("UNIT_PLURAL", unit))
            if unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.QUARTER, Unit.HALF,
                        Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM, Unit.WEEKEND, Unit.FORTNIGHT):  # fmt: skip
                lexemes.append(("DATEUNIT", unit))
            yield _entry(form, *lexemes, strong=form not in ("min", "mn", "we"))
    yield _entry("quinquennat", ("SPAN_NOUN", (5.0, Unit.YEAR)), ("MANDATE", 5))
    yield _entry("septennat", ("SPAN_NOUN", (7.0, Unit.YEAR)), ("MANDATE", 7))
    yield _entry("quinquennats", ("MANDATE", 5))
    yield _entry("septennats", ("MANDATE", 7))
    yield _entry("bimestre", ("SPAN_NOUN", (2.0, Unit.MONTH)))
    yield _entry("biennat", ("SPAN_NOUN", (2.0, Unit.YEAR)))
    for form, n in (
        ("huitaine", 8), ("dizaine", 10), ("douzaine", 12), ("quinzaine", 15), ("vingtaine", 20),
        ("trentaine", 30), ("quarantaine", 40), ("cinquantaine", 50), ("soixantaine", 60),
        ("centaine", 100), ("millier", 1000),
    ):  # fmt: skip
        yield _entry(form, ("DOZEN", n), strong=form == "huitaine")
        yield _entry(form + "s", ("DOZENS", n), strong=False)


def _days() -> Iterator[Entry]:
    yield _entry("aujourd'hui|ce jour|auj.|auj|ajd", ("DEICTIC", 0))
    yield _entry("hier", ("DEICTIC", -1))
    yield _entry("avant-hier", ("DEICTIC", -2))
    yield _entry("avant-avant-hier", ("DEICTIC", -3))
    yield _entry("demain", ("DEICTIC", 1))
    yield _entry("après-demain", ("DEICTIC", 2))
    yield _entry("après-après-demain", ("DEICTIC", 3))
    yield _entry("lendemain", ("LENDEMAIN", 1))
    yield _entry("surlendemain", ("LENDEMAIN", 2))
    yield _entry("veille", ("VEILLE", -1))
    yield _entry("avant-veille", ("VEILLE", -2))
    for forms, part in (
        ("aube|aurore|point du jour", DayTime.DAWN),
        ("matin|matinée|matins", DayTime.MORNING),
        ("après-midi|après-midis", DayTime.AFTERNOON),
        ("soir|soirée|soirs", DayTime.EVENING),
    ):
        for form in forms.split("|"):
            yield _entry(form, ("DAYTIME", part), ("ANYTIME", part))
    yield _entry("nuit", ("ANYTIME", DayTime.NIGHT))
    yield _entry("nuits|soirs|matins", ("TIMES_OF_DAY", Unit.DAY))
    yield _entry("après-midi|après-midis|matinées|soirées", ("HALF_DAYS", Unit.DAY))
    yield _entry("matinée", ("EE", DayTime.MORNING))
    yield _entry("soirée", ("EE", DayTime.EVENING))
    yield _entry("matin", ("SHORT_DAYTIME", DayTime.MORNING))
    yield _entry("soir", ("SHORT_DAYTIME", DayTime.EVENING))
    yield _entry("après-midi", ("SHORT_DAYTIME", DayTime.AFTERNOON))
    yield _entry("lever du jour|lever du soleil", ("SKY", DayTime.DAWN))
    yield _entry("tombée de la nuit|tombée du jour|nuit tombée|nuit tombante|coucher du soleil|brunante",
                 ("SKY", DayTime.EVENING))  # fmt: skip
    yield _entry("midi", ("NOON", 12))
    yield _entry("minuit", ("MIDNIGHT", 0))
    yield _entry("h|H", ("H", None))


def _modifiers() -> Iterator[Entry]:
    yield _entry("dernier|dernière", ("LAST1", -1), strong=False)
    yield _entry("avant-dernier|avant-dernière", ("LAST1", -2), strong=False)
    yield _entry("derniers|dernières", ("LASTS", -1), strong=False)
    yield _entry("passée|passés|passées|écoulée|écoulés|écoulées", ("PAST_ADJ", -1), strong=False,
                 spelling=Spelling.ACCENTED)  # fmt: skip
    yield _entry("passé|écoulé", ("PAST_ADJ", -1), ("PAST_HE", -1), strong=False,
                 spelling=Spelling.ACCENTED)  # fmt: skip
    yield _entry("précédent|précédente|précédents|précédentes", ("PREVIOUS", -1), strong=False)
    yield _entry("prochain|prochaine", ("NEXT1", 1))
    yield _entry("prochains|prochaines", ("NEXTS", 1))
    yield _entry("à venir", ("COMING", 1), strong=False)
    yield _entry("suivant|suivante|suivants|suivantes", ("FOLLOWING", 1), strong=False)
    yield _entry("début", ("THIRD", Third.START), strong=False)
    yield _entry("débuts", ("THIRD", Third.START), strong=False)
    yield _entry("milieu", ("THIRD", Third.MID), strong=False)
    yield _entry("fin", ("THIRD", Third.END), strong=False)
    for n, forms in enumerate((
        "premier|première|1er|1re|1ère|1ᵉʳ", "deuxième|second|seconde|2e|2ème|2nd|2nde|2ᵉ",
        "troisième|3e|3ème|3ᵉ", "quatrième|4e|4ème|4ᵉ", "cinquième|5e|5ème", "sixième|6e|6ème",
        "septième|7e|7ème", "huitième|8e|8ème", "neuvième|9e|9ème", "dixième|10e|10ème",
        "onzième|11e|11ème", "douzième|12e|12ème", "treizième|13e|13ème", "quatorzième|14e|14ème",
        "quinzième|15e|15ème", "seizième|16e|16ème", "dix-septième|17e|17ème",
        "dix-huitième|18e|18ème", "dix-neuvième|19e|19ème", "vingtième|20e|20ème",
        "vingt et unième|21e|21ème",
    ), 1):  # fmt: skip
        yield _entry(forms, ("ORD", n), strong=False)
    yield _entry("premier|1er|1ᵉʳ", ("DAYNUM", 1), ("FIRST_DAY", 1), strong=False)
    yield _entry("premiers|premières", ("FIRSTS", 1), strong=False)
    yield _entry(
        "environ|à peu près|quelque|approximativement", ("APPROX", Mod.APPROX), strong=False
    )
    yield _entry("près de|près d'|presque|autour de|aux alentours de|la bagatelle de",
                 ("APPROX", Mod.APPROX), strong=False)  # fmt: skip
    yield _entry("plus de|plus d'|bien plus de", ("MOD", Mod.MORE_THAN), strong=False)
    yield _entry("moins de|moins d'|à peine", ("MOD", Mod.LESS_THAN), strong=False)
    yield _entry("au moins|au minimum", ("MOD", Mod.EQUAL_OR_MORE), strong=False)
    yield _entry("au plus|au maximum", ("MOD", Mod.EQUAL_OR_LESS), strong=False)
    # "une bonne heure", "trois longues années"
    for forms, mod in (
        ("bon|bonne|bons|bonnes|gros|grosse|grosses|grand|grande|grands|grandes", Mod.EQUAL_OR_MORE),
        ("petit|petite|petits|petites|court|courte|courts|courtes|toute petite|tout petit", Mod.EQUAL_OR_LESS),
        ("long|longue|longs|longues|très longues|très longs|interminable|interminables|seul|seule|simple", None),
    ):  # fmt: skip
        yield _entry(forms, ("SIZE", mod), strong=False)
    yield _entry("entier|entière|entiers|entières|plein|pleine|pleins|pleines|complet|complète|"
                 "complets|complètes|consécutifs|consécutives|d'affilée|durant|ouvré|ouvrés|ouvrable|"
                 "ouvrables|calendaires|francs", ("WHOLE", None), strong=False)  # fmt: skip
    yield _entry("plusieurs|quelques|de nombreux|de nombreuses|de longs|de longues|maints|certains|"
                 "maintes|de longues et nombreuses", ("SEVERAL", None), strong=False)  # fmt: skip


# PAST_REF, PRESENT_REF and FUTURE_REF as the French TimeML guide (Bittar, 2010) lists them.
_VAGUE = {
    Refers.PAST: (
        "récemment|tout récemment|auparavant|autrefois|jadis|naguère|dernièrement|précédemment|"
        "par le passé|il y a longtemps|il y a peu|il y a quelque temps|antan|"
        "antérieurement|ces derniers temps|à l'époque|à cette époque"
    ),
    Refers.PRESENT: (
        "actuellement|désormais|maintenant|à présent|de nos jours|pour l'instant|pour le moment|"
        "en ce moment|à l'heure actuelle|dorénavant|à ce jour|présentement|par les temps qui courent"
        "|d'ores et déjà|à l'heure qu'il est|ces jours-ci|ces temps-ci"
    ),
    Refers.FUTURE: (
        "prochainement|bientôt|très bientôt|à l'avenir|dans l'avenir|ultérieurement|sous peu|"
        "dans un proche avenir|dans un avenir proche|incessamment|à terme|à brève échéance|"
        "d'ici peu|tôt ou tard|un jour ou l'autre|très prochainement"
    ),
}


_SETS = {
    "P1Y": "annuel|annuelle|annuels|annuelles|annuellement",
    "P1M": "mensuel|mensuelle|mensuels|mensuelles|mensuellement",
    "P1W": "hebdomadaire|hebdomadaires|hebdomadairement",
    "P1D": "quotidien|quotidienne|quotidiens|quotidiennes|quotidiennement|journalier|journalière|"
    "journaliers|journalières",
    "P3M": "trimestriel|trimestrielle|trimestriels|trimestrielles",
    "P6M": "semestriel|semestrielle|semestriels|semestrielles",
    "P2Y": "biennal|biennale|bisannuel|bisannuelle",
    "P10Y": "décennal|décennale",
}


def _sets() -> Iterator[Entry]:
    for value, forms in _SETS.items():
        yield _entry(forms, ("ADJ_SET", value))


def _vague() -> Iterator[Entry]:
    yield _entry("actuel|actuelle|actuels|actuelles", ("ADJ_REF", Refers.PRESENT))
    yield _entry("futur|future|futurs|futures", ("ADJ_FUTURE", Refers.FUTURE))
    yield _entry("avenir", ("AVENIR", Refers.FUTURE))
    yield _entry("plus tard", ("PLUS_TARD", None))
    yield _entry("plus tôt", ("PLUS_TOT", None))
    yield _entry("moment", ("MOMENT_WORD", None))
    for refers, forms in _VAGUE.items():
        yield _entry(forms, ("REF", refers))


# Holiday names to the keys of `chrono.holidays`.
_HOLIDAYS = {
    "new_year": "jour de l'An|Jour de l'an|nouvel an|Nouvel An|Nouvel an",
    "epiphany": "Épiphanie",
    "candlemas": "Chandeleur",
    "valentine": "Saint-Valentin",
    "mardi_gras": "Mardi gras|Mardi Gras|mardi gras",
    "ash_wednesday": "mercredi des Cendres",
    "mid_lent": "Mi-Carême|mi-carême",
    "palm_sunday": "dimanche des Rameaux|Rameaux",
    "maundy_thursday": "Jeudi saint|jeudi saint",
    "good_friday": "Vendredi saint|vendredi saint|Vendredi Saint",
    "easter": "Pâques|dimanche de Pâques",
    "easter_monday": "lundi de Pâques",
    "labour_day": "1er-Mai|Premier-Mai|fête du Travail|fête du travail",
    "victory_day": "8-Mai",
    "ascension": "Ascension|jeudi de l'Ascension",
    "pentecost": "Pentecôte|dimanche de Pentecôte|dimanche de la Pentecôte",
    "whit_monday": "lundi de Pentecôte|lundi de la Pentecôte",
    "music_day": "fête de la Musique|fête de la musique",
    "grandmothers_day": "fête des grands-mères|fête des Grands-mères",
    "mothers_day": "fête des Mères|fête des mères",
    "fathers_day": "fête des Pères|fête des pères",
    "saint_john": "Saint-Jean",
    "bastille_day": "14-Juillet|Quatorze-Juillet|fête nationale",
    "assumption": "Assomption|15-Août",
    "all_saints": "Toussaint",
    "all_souls": "jour des Morts",
    "armistice": "11-Novembre|Onze-Novembre|Armistice",
    "saint_nicholas": "Saint-Nicolas",
    "halloween": "Halloween",
    "christmas_eve": "réveillon de Noël|veille de Noël",
    "christmas": "Noël|jour de Noël",
    "new_years_eve": "Saint-Sylvestre|réveillon du nouvel an|réveillon du Nouvel An|réveillon du jour de l'An",
    "eid_al_fitr": "Aïd el-Fitr|Aïd al-Fitr|Aïd-el-Fitr",
    "eid_al_adha": "Aïd el-Kébir|Aïd al-Adha|Aïd el-Adha|Aïd-el-Kébir|Aïd al-Kabir",
    "ramadan": "ramadan",
    "rosh_hashanah": "Roch Hachana|Rosh Hashana|Roch Hachanah",
    "yom_kippur": "Yom Kippour|Kippour",
    "passover": "Pessah",
    "hanukkah": "Hanoucca|Hanouka|Hanoukka",
}  # fmt: skip
# Dates that became names of events: their own day, whatever the publication.
_NAMED = {
    "2001-09-11": "Onze-Septembre",
    "2015-11-13": "Treize-Novembre",
    "2023-10-07": "Sept-Octobre",
}


# The last words of their names, where no other time ends so.
HOLIDAY_ENDS = frozenset(
    "valentin gras cendres rameaux pâques ascension pentecôte musique assomption toussaint nicolas "
    "halloween noël sylvestre chandeleur épiphanie ramadan hanoucca kippour".split()
)


def _holidays() -> Iterator[Entry]:
    for key, forms in _HOLIDAYS.items():
        for form in forms.split("|"):  # without its article a saint is a church or a place
            yield _entry(form, ("SAINT" if form.startswith("Saint-") else "HOLIDAY", key))
    yield _entry("Aïd", ("AID", None))
    for value, forms in _NAMED.items():
        yield _entry(forms, ("NAMED_DAY", value))


def _roman(n: int) -> str:
    out = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= value:
            out += letters
            n -= value
    return out


def _centuries() -> Iterator[Entry]:
    for n in range(1, 31):
        roman = _roman(n)
        full = [roman + s for s in ("e", "ème", "è", "ᵉ", "ième")]
        forms = [roman, roman.lower() + "e", roman.lower() + "ᵉ"]
        if n == 1:
            forms += ["Ier", "Iᵉʳ"]
        # Roman numbers keep their capitals; "XIX" alone is enough before "siècle".
        yield Entry(tuple(forms), (Lexeme("ROMAN", n),), strong=False, spelling=Spelling.ACCENTED)
        # With its ending it may go without: "la fin du XVe".
        lexemes = Lexeme("ROMAN", n), Lexeme("ROMAN_TH", n)
        yield Entry(tuple(full), lexemes, spelling=Spelling.ACCENTED)


def _connectors() -> Iterator[Entry]:
    """Words that only join an island; their categories keep the patterns short."""
    yield _entry("GMT|UTC|TU", ("ZONE", "UTC"), strong=False, spelling=Spelling.ACCENTED)
    yield _entry("J.-C.|JC|J.C.|Jésus-Christ", ("CHRIST", None))
    yield _entry("notre ère|n.è.|l'ère chrétienne|l'ère commune", ("OUR_ERA", None))
    yield _entry("mil|cent")  # of years in words, that the number reader reads
    yield _entry("zéro", strong=False)  # of midnight: "à zéro heure"
    yield _entry("septante|huitante|octante|nonante")  # and of two digits: "en nonante-huit"
    # What may be put between the members of a list or an alternative.
    yield _entry(
        "peut-être|sans doute|sans doute aussi|éventuellement|probablement|vraisemblablement|"
        "possiblement|certainement|sûrement|plus probablement|plus vraisemblablement|surtout|même|"
        "aussi|également|enfin|encore|finalement|à défaut|sinon|au plus tard|au plus tôt|au pire|"
        "au mieux|plutôt|si besoin|au besoin|si nécessaire|s'il le faut|le cas échéant|"
        "plus sûrement|plus certainement|plus exactement|plus précisément|plus rarement|"
        "dans le meilleur des cas|dans le pire des cas|faute de mieux|selon les cas",
        ("INSERTED", None), strong=False,
    )  # fmt: skip
    yield _entry(
        "premier tour|1er tour|second tour|deuxième tour|2e tour|2nd tour|aller|retour|match aller|"
        "match retour|inclus|compris|exclu|férié",
        ("GLOSS", None), strong=False,
    )  # fmt: skip
    yield _entry(  # what takes so and so long
        "dure|dura|durait|duraient|durent|durer|durera|dureront|duré|faut|fallait|faudra|fallu|"
        "prend|prennent|prendra|prendre|compter|comptez|varie|varient|nécessite|demande|patienter",
        ("LASTING", None), strong=False,
    )  # fmt: skip
    yield _entry("vacances", ("VACANCES", None))
    for n in range(1, 54):  # ISO 8601: "2025-W07"
        yield _entry(f"W{n:02d}", ("ISO_WEEK", n), strong=False)
    yield _entry("entre-deux-guerres", ("ERA", (1918, 1939)))


def entries() -> tuple[Entry, ...]:
    """All entries of the French lexicon."""
    return (
        *_calendar(), *_units(), *_days(), *_modifiers(), *_vague(), *_sets(), *_holidays(), *_centuries(),
        *_connectors(),
    )  # fmt: skip
