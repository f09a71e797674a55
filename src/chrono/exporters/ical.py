"""The iCalendar exporter: RFC 5545 with RFC 7986, for feeds that people subscribe to.

Equal chronologies give equal bytes: every UID and stamp comes out of the events, none from a clock,
and properties stand in the order that they are added in here.

- Whole days: `VALUE=DATE`, exclusive `DTEND`. Clock times: UTC, by the time zone of the article
  that gives the date. A clock time alone has no length of its own: it is drawn as `POINT` long, or
  an hour where the text tells no minutes.
- Longer than a week: on its first day alone (of candidates that the text leaves open, on the
  nearer), "mars 2025 : …", so that no month-long bar lies across the calendar.
- Doubtful (several days possible, sources that disagree, rumoured, denied, postponed, called
  off): `STATUS:TENTATIVE`, and the summary says it in words. Of several days: one VEVENT from the
  earliest to the latest.
- Withdrawn, or hidden by a person: `STATUS:CANCELLED` for a while (until the timeline changes
  `KEPT_WITHDRAWN` or more later), then gone.
- Left out, and said in the calendar's description: what has no date, and what is before the year
  1000, which calendars cannot show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from chrono.errors import ExportError, Problem
from chrono.exporters.sources import (
    address,
    article_title,
    clean,
    counted,
    every,
    heading,
    is_dated,
    is_tentative,
    is_withdrawn,
    language_of,
    one_line,
    order,
    published,
    reasons,
    remark,
    said_otherwise,
    timezone_of,
    undated_count,
    utc,
    years,
)
from chrono.hookspecs import Exporter, Options, hookimpl
from chrono.model import Bounds, Chronology, Event, EventMention, Granularity, Resolution
from chrono.wording import (
    day_in_words,
    in_words,
    is_uncertain,
    listed,
    phrasebook,
    status_in_words,
)

if TYPE_CHECKING:
    from icalendar import Event as VEvent
    from icalendar import vText, vUnknown

PRODID = "-//chrono//chrono-timeline//EN"
MEDIA_TYPE = "text/calendar; charset=utf-8"
FIRST_YEAR = 1000
POINT = timedelta(minutes=30)
HOUR = timedelta(hours=1)
LONGEST_BAR = timedelta(days=7)
KEPT_WITHDRAWN = timedelta(days=30)
LARGE = 1_000_000
"""Bytes above which Google drops a feed without a word."""

OPTIONS: Mapping[str, str] = {
    "title": "the name of the calendar (default: that of the timeline)",
    "year": "only the events that begin in this year, for feeds that grow too large",
    "refresh": "how often a reader should come back, as an RFC 5545 duration (default PT6H)",
    "source": "the https address that the feed is served at",
}
_REFRESH = re.compile(r"P(?:\d+W|\d+D(?:T(?:\d+H)?(?:\d+M)?)?|T\d+H(?:\d+M)?|T\d+M)")


def render(chronology: Chronology, options: Options) -> bytes:
    """Write a chronology as an iCalendar stream (UTF-8, CRLF, lines of 75 octets at most).

    Raises `ExportError` for an option with a value that cannot be, and an unknown time zone.
    """
    from icalendar import Calendar, vUnknown  # a tenth of a second, for this format alone

    year = _year(options)
    refresh = options.get("refresh", "PT6H")
    if not _REFRESH.fullmatch(refresh):
        raise ExportError(f"ical: refresh must be a duration like PT6H or P1D, not {refresh!r}")
    name = _text(heading(chronology, options) + (f" {year}" if year else ""))
    about = _text(_about(chronology))
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODID)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("DESCRIPTION", about)
    calendar.add("X-WR-CALDESC", about)
    calendar.add("X-WR-TIMEZONE", _text(one_line(chronology.timezone)))
    calendar.add("LAST-MODIFIED", utc(chronology.revised_at))
    # as it was given: a timedelta would turn P1W into P7D
    calendar.add("REFRESH-INTERVAL", vUnknown(refresh), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vUnknown(refresh))
    if source := options.get("source"):
        if (safe := address(source)) is None:
            raise ExportError(f"ical: source must be an http or https address, not {source!r}")
        calendar.add("SOURCE", safe, parameters={"VALUE": "URI"})
        calendar.add("URL", safe)
    for event in _shown(chronology, year):
        calendar.add_component(_vevent(event, chronology))
    return bytes(calendar.to_ical(sorted=False))


def check(chronology: Chronology, options: Options, content: bytes) -> tuple[Problem, ...]:
    """What a person should know of a calendar: what is not in it, and when it is too large."""
    problems = []
    if old := _old(chronology):
        problems.append(Problem("ical", counted("old", len(old), "en")))
    if len(content) > LARGE:
        shown = [e for e in chronology.events if is_dated(e)]
        several = len(years(shown)) > 1 and "year" not in options
        advice = "; export one year at a time (-O year=2025)" if several else ""
        problems.append(
            Problem(
                "ical",
                f"{len(content) / 1e6:.1f} MB: Google Calendar silently drops feeds above 1 MB"
                + advice,
            )
        )
    return tuple(problems)


def _year(options: Options) -> int | None:
    text = options.get("year")
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) < FIRST_YEAR:
        raise ExportError(f"ical: year must be a year from 1000 to 9999, not {text!r}")
    return int(text)


def _old(chronology: Chronology) -> list[Event]:
    """The dated events that no calendar can show."""
    return [e for e in chronology.events if is_dated(e) and not _fits(e)]


def _fits(event: Event) -> bool:
    bounds = event.resolution.bounds if event.resolution else None
    return bounds is not None and bounds.earliest.year >= FIRST_YEAR


def _shown(chronology: Chronology, year: int | None) -> list[Event]:
    latest = utc(chronology.revised_at)
    shown: dict[str, Event] = {}
    for event in every(chronology):
        bounds = event.resolution.bounds if event.resolution else None
        if bounds is None or not _fits(event):
            continue
        if year is not None and bounds.earliest.year != year:
            continue
        if is_withdrawn(event) and latest - utc(event.modified_at) > KEPT_WITHDRAWN:
            continue
        shown.setdefault(event.uid, event)
    return sorted(shown.values(), key=order)


def _about(chronology: Chronology) -> str:
    language = chronology.language
    labels = phrasebook(language).labels
    articles = len(chronology.articles)
    key = ("subject_none", "subject_article")[articles] if articles < 2 else "subject_articles"
    lines = [labels[key].format(n=articles)]
    if undated := undated_count(chronology):
        lines.append(counted("undated", undated, language))
    if old := len(_old(chronology)):
        lines.append(counted("old", old, language))
    return "\n".join(lines)


def _vevent(event: Event, chronology: Chronology) -> VEvent:
    from icalendar import Event as VEvent
    from icalendar import vDatetime, vDDDTypes, vInt, vUnknown, vUri

    assert event.resolution is not None
    assert event.resolution.bounds is not None
    language = language_of(event, chronology)
    start, end = span(event.resolution, event.resolution.bounds, timezone_of(event, chronology))
    summary = _summary(event, event.resolution, event.resolution.bounds, language)
    changed = vDatetime(utc(event.modified_at))
    vevent = VEvent()
    vevent["UID"] = _text(one_line(event.uid))
    vevent["DTSTAMP"] = changed
    vevent["CREATED"] = vDatetime(utc(event.created_at))
    vevent["LAST-MODIFIED"] = changed
    vevent["SEQUENCE"] = vInt(event.sequence)
    vevent["DTSTART"] = vDDDTypes(start)
    if end is not None:
        vevent["DTEND"] = vDDDTypes(end)
    vevent["SUMMARY"] = _text(summary)
    vevent["DESCRIPTION"] = _text(_description(event, language))
    if url := next((u for m in event.mentions if (u := address(m.article.url))), None):
        vevent["URL"] = vUri(url)
    if tags := sorted({tag for t in event.tags if (tag := one_line(t))}):
        vevent["CATEGORIES"] = vUnknown(b",".join(_text(tag).to_ical() for tag in tags))
    doubtful = "TENTATIVE" if is_tentative(event) else "CONFIRMED"
    vevent["STATUS"] = _text("CANCELLED" if is_withdrawn(event) else doubtful)
    vevent["CLASS"] = _text("PUBLIC")
    vevent["TRANSP"] = _text("TRANSPARENT")
    vevent["X-MICROSOFT-CDO-BUSYSTATUS"] = _text("FREE")
    return vevent


def _text(value: str) -> vText | vUnknown:
    r"""A value of type TEXT (RFC 5545, section 3.3.11).

    icalendar 7.3 escapes all of it but a backslash before an N, which it takes for a line break
    (``C:\News`` would become ``C:`` and ``ews``). It is given the pieces between these, and what
    they make together, escaped already, a type that is written as it is.
    """
    from icalendar import vText, vUnknown

    if r"\N" in value:
        return vUnknown(rb"\\N".join(vText(piece).to_ical() for piece in value.split(r"\N")))
    return vText(value)


def span(
    resolution: Resolution, bounds: Bounds, timezone: str
) -> tuple[date | datetime, date | datetime | None]:
    """DTSTART and the exclusive DTEND of a date; days, or instants in UTC.

    None for DTEND stands for one day, where the calendar has no day after (9999-12-31).

    >>> from chrono.model import TimexType
    >>> days = Bounds(date(2025, 5, 3), date(2025, 5, 5))
    >>> start, end = span(Resolution(TimexType.DATE, "", days), days, "Europe/Paris")
    >>> print(start, end)
    2025-05-03 2025-05-06
    """
    apart = bounds.earliest < bounds.latest and bool(listed(resolution))
    if not apart and (bounds.start_time is not None or bounds.end_time is not None):
        timed = _timed_span(resolution, bounds, timezone)
        if timed is not None:
            return timed
    if _is_long(bounds) or bounds.latest < bounds.earliest:
        if resolution.open and (nearer := resolution.alternatives[:1]) and nearer[0].bounds:
            return span(nearer[0], nearer[0].bounds, timezone)
        return bounds.earliest, _day_after(bounds.earliest)
    return bounds.earliest, _day_after(bounds.latest)


def _is_long(bounds: Bounds) -> bool:
    return bounds.latest - bounds.earliest >= LONGEST_BAR


def _day_after(day: date) -> date | None:
    return day + timedelta(days=1) if day < date.max else None


def _timed_span(
    resolution: Resolution, bounds: Bounds, timezone: str
) -> tuple[datetime, datetime] | None:
    """Two instants; None where they would leave the calendar or lie a week apart."""
    if _is_long(bounds):
        return None
    try:
        zone = ZoneInfo(timezone)
    except (ValueError, OSError, KeyError) as error:  # ZoneInfoNotFoundError is a KeyError
        raise ExportError(f"ical: unknown time zone {timezone!r}") from error
    try:
        start = _instant(bounds.earliest, bounds.start_time or time(0), zone)
        if bounds.end_time is None:
            end = _instant(bounds.latest, time(0), zone, days=1)
        else:
            end = _instant(bounds.latest, bounds.end_time, zone)
        if end <= start:
            whole_hour = resolution.granularity is Granularity.HOUR
            end = start + (HOUR if whole_hour else POINT)
    except OverflowError:
        return None
    return start, end


def _instant(day: date, clock: time, zone: ZoneInfo, days: int = 0) -> datetime:
    local = datetime.combine(day, clock.replace(microsecond=0)) + timedelta(days=days)
    if local.tzinfo is None:
        local = local.replace(tzinfo=zone)
    return local.astimezone(UTC)


def _summary(event: Event, resolution: Resolution, bounds: Bounds, language: str) -> str:
    """The title, after the date in words where the calendar's grid cannot say it."""
    labels = phrasebook(language).labels
    title = one_line(event.title) or "…"
    night = resolution.granularity is Granularity.NIGHT and bounds.start_time is None
    disputed = event.conflict and bounds.earliest != bounds.latest
    several = bool(resolution.alternatives) or is_uncertain(resolution)
    several = several or _has_gaps(resolution, bounds)
    if night or disputed or several or _is_long(bounds):
        words = in_words(resolution, language, alternatives=False)
        title = labels["colon"].format(a=words, b=title)
    notes = [remark(event, language)]
    if event.conflict:
        notes.append(labels["conflict_short"])
    if is_withdrawn(event):
        notes.append(labels["withdrawn"])
    told = ", ".join(n for n in notes if n)
    return f"{title} ({told})" if told else title


def _has_gaps(resolution: Resolution, bounds: Bounds) -> bool:
    """Whether a date is a list that a bar from its first to its last day would not tell."""
    members = listed(resolution)
    days = {member.bounds.earliest for member in members if member.bounds}
    timed = any(member.bounds and member.bounds.start_time for member in members)
    return len(days) > 1 and (timed or len(days) <= (bounds.latest - bounds.earliest).days)


def _description(event: Event, language: str) -> str:
    """The date in words, the status, each quote with its source, and where the date comes from."""
    labels = phrasebook(language).labels

    def entry(key: str, text: str) -> str:
        return labels["colon"].format(a=labels[key], b=text)

    lines = [entry("date", in_words(event.resolution, language))]
    lines.append(entry("status", status_in_words(event.status, language)))
    if event.conflict:
        lines.append(labels["conflict"])
        lines += [f"- {one_line(c)}" for c in event.conflicts]
    if event.note:
        lines.append(entry("note", clean(event.note)))
    for mention in event.mentions:
        lines += ["", *_source(mention, event, language)]
    if len(event.history) > 1:
        lines += ["", entry("history", "")]
        for change in event.history:
            day = day_in_words(change.known_on or utc(change.at).date(), language)
            what = f"{change.what} ({change.reason})" if change.reason else change.what
            lines.append("- " + labels["colon"].format(a=day, b=one_line(what)))
    if why := reasons(event, language):
        lines += ["", entry("why", "")] + [f"- {one_line(step)}" for step in why]
    return "\n".join(line.rstrip() for line in lines)


def _source(mention: EventMention, event: Event, language: str) -> list[str]:
    labels = phrasebook(language).labels
    article = mention.article
    lines = []
    if quote := one_line(mention.statement.quote):
        lines.append(labels["quote"].format(x=quote))
    otherwise = said_otherwise(mention, event, language)
    source = f"— {article_title(article, language)}, {published(article, language)}"
    lines.append(f"{source} ({otherwise})" if otherwise else source)
    if url := address(article.url):
        lines.append(url)
    return lines


@hookimpl
def register_exporters() -> Sequence[Exporter]:
    """The iCalendar format."""
    return [Exporter("ical", ".ics", MEDIA_TYPE, render, options=OPTIONS, check=check)]
