"""How English says dates: the phrasebook that `chrono.wording` reads, day before month."""

from __future__ import annotations

from chrono.model import Granularity, Mod, Status
from chrono.phrasebook import Phrasebook


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _clock(hour: int, minute: int, second: int) -> str:
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")


_PARTS = {Mod.START: "early", Mod.MID: "mid", Mod.END: "late"}


def _part(mod: Mod, unit: Granularity, phrase: str) -> str:
    if unit in (Granularity.MONTH, Granularity.YEAR) and mod is Mod.MID:
        return f"mid-{phrase}"
    return f"{_PARTS[mod]} {phrase}"


_MODS = {
    Mod.APPROX: "about {x}",
    Mod.BEFORE: "before {x}",
    Mod.AFTER: "after {x}",
    Mod.ON_OR_BEFORE: "by {x}",
    Mod.ON_OR_AFTER: "from {x} on",
    Mod.LESS_THAN: "less than {x}",
    Mod.MORE_THAN: "more than {x}",
    Mod.EQUAL_OR_LESS: "at most {x}",
    Mod.EQUAL_OR_MORE: "at least {x}",
}


def _mod(mod: Mod, unit: Granularity | None, phrase: str) -> str:
    return _MODS.get(mod, "{x}").format(x=phrase)


_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "WE": "weekend", "DE": "decade",
    "CE": "century", "ML": "millennium", "Q": "quarter", "H": "half-year", "SP": "spring",
    "SU": "summer", "FA": "autumn", "WI": "winter", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_PLURALS = {"century": "centuries", "millennium": "millennia"}


def _count(unit: str, number: float) -> str:
    one = _UNITS.get(unit, "")
    if not one:
        return ""
    return f"{number:g} {one if number == 1 else _PLURALS.get(one, one + 's')}"


ENGLISH = Phrasebook(
    code="en",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    seasons={"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"},
    day_number=str,
    ordinal=_ordinal,
    century=lambda n: f"{_ordinal(n)} century",
    millennium=lambda n: f"{_ordinal(n)} millennium",
    clock=_clock,
    span="{a} to {b}",
    between="between {a} and {b}",
    unit_span=lambda a, b: f"{a} to {b}",
    unit_between=lambda a, b: f"between {a} and {b}",
    both="{a} and {b}",
    either="{a} or {b}",
    open="{a} (or {b})",
    detail="{x} ({a})",
    night="night of {a} to {b}",
    one_night="night of {a}",
    week="week of {a}",
    fortnight="fortnight of {a}",
    weekend="weekend of {a} and {b}",
    quarter="{n} quarter of {x}",
    half="{n} half of {x}",
    decade="{n}s",
    early_year="AD {n}",
    bc="{x} BC",
    at="{x} at {a}",
    about="{x} at about {a}",
    hours="{x} from {a} to {b}",
    moments="{a} to {b}",
    since_hour="{x} from {a} on",
    until_hour="{x} until {a}",
    dayparts={
        "MO": "in the morning", "MI": "at midday", "AF": "in the afternoon",
        "EV": "in the evening", "NI": "at night", "DT": "during the day",
    },
    dayparts_mod={
        "MO": "morning", "MI": "midday", "AF": "afternoon",
        "EV": "evening", "NI": "night", "DT": "day",
    },
    part_of_day={
        Mod.START: "early in the {x}", Mod.MID: "in the middle of the {x}",
        Mod.END: "late in the {x}",
    },
    part=_part,
    mod=_mod,
    undated="undated",
    past="in the past, undated",
    present="at present, undated",
    future="in the future, undated",
    count=_count,
    every_weekday="every {x}",
    every_weekdays="{a} to {b}, every week",
    every={
        "P1D": "every day", "P1W": "every week", "P1M": "every month", "P1Y": "every year",
        "XXXX-WXX-WE": "every weekend", "XXXX-XX-XX": "every day", "XXXX-WXX": "every week",
        "XXXX-XX": "every month", "XXXX": "every year", "XXXX-XX-XXTMO": "every morning",
        "XXXX-XX-XXTAF": "every afternoon", "XXXX-XX-XXTEV": "every evening",
        "XXXX-XX-XXTNI": "every night",
    },
    status={
        Status.PAST: "past", Status.ONGOING: "ongoing", Status.PLANNED: "planned",
        Status.CONDITIONAL: "unconfirmed", Status.DENIED: "denied",
        Status.POSTPONED: "postponed", Status.CANCELLED: "cancelled",
    },
    status_told={
        Status.DENIED: r"den(y|ied|ies)|reject",
        Status.POSTPONED: r"postpon|delay|put off",
        Status.CANCELLED: r"cancel|call(ed)? off|scrap",
    },
    labels={
        "colon": "{a}: {b}",
        "quote": "“{x}”",
        "withdrawn": "withdrawn from the chronology",
        "date": "Date",
        "status": "Status",
        "why": "Where the date comes from",
        "conflict": "The sources disagree on the day",
        "conflict_short": "day disputed",
        "note": "Note",
        "history": "History",
        "untitled": "untitled article",
        "published": "published {x}",
        "unpublished": "no publication date",
        "person": "dated by hand",
        "by_publication": "publication date of the article",
        "subject_articles": "A chronology drawn from {n} articles.",
        "subject_article": "A chronology drawn from one article.",
        "subject_none": "A chronology without articles.",
        "revised": "Last change: {x}.",
        "undated_one": "One thing told without a date is left out.",
        "undated_many": "{n} things told without a date are left out.",
        "old_one": "One event before the year 1000 is left out: calendars cannot show it.",
        "old_many": "{n} events before the year 1000 are left out: calendars cannot show them.",
        "before_era": "Before our era",
        "empty": "No dated event.",
        "chronology": "Chronology",
    },
    typeset=lambda text: text,
)  # fmt: skip
