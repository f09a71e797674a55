"""The index page: which timelines there are, and how to subscribe to them.

One file without external resources: style and script stand in the page, and its policy
(`POLICY`) admits these two by their hash and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.resources import files
from urllib.parse import quote, urlencode

from chrono.serve.feeds import Shelf

_ASSETS = files("chrono.serve") / "assets"
_STYLE = (_ASSETS / "page.css").read_text("utf-8")
_SCRIPT = (_ASSETS / "page.js").read_text("utf-8")


def _hash(source: str) -> str:
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return f"'sha256-{digest}'"


POLICY = (
    f"default-src 'none'; style-src {_hash(_STYLE)}; script-src {_hash(_SCRIPT)}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of the page."""


@dataclass(frozen=True, slots=True)
class FormatLink:
    """A format a timeline can be had in."""

    name: str
    suffix: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is seen: ``scheme://host``.

    `local` where only this machine gets there, `public` where the internet may.
    """

    scheme: str
    host: str
    local: bool = False
    public: bool = False

    def feed(self, name: str, suffix: str) -> str:
        """The full address of a feed.

        >>> Address("http", "127.0.0.1:8321", local=True).feed("été", "ics")
        'http://127.0.0.1:8321/%C3%A9t%C3%A9.ics'
        """
        return f"{self.scheme}://{self.host}/{quote(f'{name}.{suffix}', safe='')}"

    def webcal(self, name: str, suffix: str) -> str:
        """The same with the scheme that opens a calendar program."""
        return f"webcal://{self.host}/{quote(f'{name}.{suffix}', safe='')}"


def _count(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> _count(1, "event", "events"), _count(1200, "event", "events")
    ('1 event', '1\u202f200 events')
    """
    return f"{number:,}".replace(",", "\u202f") + f" {one if number == 1 else many}"


def _day(day: date) -> str:
    """A day in words, years before 1000 included."""
    return f"{day.day} {day:%B} {day.year}"


def _period(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    return f"{_day(first)} – {_day(last)}"


def _facts(shelf: Shelf) -> str:
    facts = [
        _count(shelf.events, "event", "events"),
        _count(shelf.articles, "article", "articles"),
    ]
    if shelf.first and shelf.last:
        facts.append(_period(shelf.first, shelf.last))
    if shelf.undated:
        facts.append(f"{shelf.undated} without a date")
    if shelf.changed:
        moment = f"{shelf.changed:%Y-%m-%dT%H:%M:%SZ}"
        words = f"{_day(shelf.changed.date())}, {shelf.changed:%H:%M} UTC"
        facts.append(f'changed <time datetime="{moment}">{words}</time>')
    return "".join(f"<li>{fact}</li>" for fact in facts)


def _web_calendars(shelf: Shelf, address: Address, suffix: str) -> str:
    """Links that hand the feed to calendars on the web, which must be able to reach it."""
    if not address.public:
        return ""
    webcal = address.webcal(shelf.name, suffix)
    google = "https://calendar.google.com/calendar/render?" + urlencode({"cid": webcal})
    outlook = "https://outlook.live.com/calendar/0/addfromweb?" + urlencode(
        {"url": address.feed(shelf.name, suffix), "name": shelf.title or shelf.name}
    )
    return (
        f'<a class="button quiet" href="{escape(google)}">Google Calendar</a>'
        f'<a class="button quiet" href="{escape(outlook)}">Outlook.com</a>'
    )


def _subscribe(shelf: Shelf, address: Address, suffix: str, number: int) -> str:
    feed = escape(address.feed(shelf.name, suffix))
    webcal = escape(address.webcal(shelf.name, suffix))
    name = escape(shelf.title or shelf.name)
    return f"""
  <div class="ways">
    <a class="button" href="{webcal}" aria-label="Subscribe to {name} in your calendar program"
      >Subscribe in your calendar</a>{_web_calendars(shelf, address, suffix)}
  </div>
  <p class="copy">
    <label for="address-{number}">Address of the calendar</label>
    <span class="field"><input id="address-{number}" type="text" readonly value="{feed}"
      ><button type="button" hidden data-copy="address-{number}">Copy</button></span>
  </p>"""


def _card(shelf: Shelf, address: Address, formats: Sequence[FormatLink], number: int) -> str:
    heading = f"timeline-{number}"
    name = escape(shelf.name)
    title = escape(shelf.title or shelf.name)
    also = (
        f' <small class="name">{name}</small>' if shelf.title and shelf.title != shelf.name else ""
    )
    if shelf.trouble:
        inside = f'<p class="trouble" role="status">{escape(shelf.trouble)}</p>'
    else:
        calendar = next((f for f in formats if f.media_type.startswith("text/calendar")), None)
        links = "".join(
            f'<li><a href="/{escape(quote(f"{shelf.name}.{f.suffix}", safe=""))}" '
            f'type="{escape(f.media_type)}">{escape(f.name)}</a> <span>.{escape(f.suffix)}</span>'
            "</li>"
            for f in formats
        )
        inside = f'<ul class="facts">{_facts(shelf)}</ul>'
        if calendar:
            inside += _subscribe(shelf, address, calendar.suffix, number)
        inside += f'\n  <ul class="formats" aria-label="Formats of {title}">{links}</ul>'
    return f"""
<article aria-labelledby="{heading}">
  <h2 id="{heading}">{title}{also}</h2>
  {inside}
</article>"""


_EMPTY = """
<p class="empty">There is no timeline yet. <code>chrono add article.txt</code> makes one,
and it appears here.</p>"""

_LOCAL_NOTE = """
<p class="note">This server is on your own machine. Calendar programs on it reach these feeds;
Google Calendar, Outlook on the web and your telephone do not: they need an address on the network
(<code>chrono serve --host</code>), or the file that <code>chrono export ical</code> writes.</p>"""

_HOW = """
<section aria-labelledby="how">
<h2 id="how">How to subscribe</h2>
<p>A subscription follows the timeline: what you add with <code>chrono add</code> shows up at the
program’s next look. An import is a copy that stays as it was.</p>
<dl>
  <dt>Apple Calendar, GNOME Calendar, KOrganizer</dt>
  <dd>The button <em>Subscribe in your calendar</em> opens them: its link starts with
  <code>webcal:</code>. In Apple Calendar also <em>File › New Calendar Subscription</em>.</dd>
  <dt>Thunderbird</dt>
  <dd><em>New Calendar › On the Network</em>, and paste the address.</dd>
  <dt>Outlook</dt>
  <dd><em>Add calendar › Subscribe from web</em>, and paste the address that starts with
  <code>http</code>: the new Outlook drops <code>webcal:</code> links.</dd>
  <dt>Google Calendar</dt>
  <dd><em>Other calendars › + › From URL</em>. Links of the form <code>…?cid=</code> work with a
  <code>webcal:</code> address and are refused with <code>https:</code>. Google looks again when it
  likes, often only after a day.</dd>
  <dt>vdirsyncer and khal</dt>
  <dd>A storage of <code>type = "http"</code> with the address as its <code>url</code>.</dd>
</dl>
</section>"""


def index_page(shelves: Sequence[Shelf], formats: Sequence[FormatLink], address: Address) -> bytes:
    """The page as UTF-8. Everything that comes from timelines, plugins and Host is escaped."""
    cards = "".join(_card(s, address, formats, n) for n, s in enumerate(shelves, 1)) or _EMPTY
    note = _LOCAL_NOTE if address.local and shelves else ""
    how = _HOW if shelves else ""
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Timelines – chrono</title>
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<header><h1>Timelines</h1>
<p>Chronologies made from news articles, as calendars and as files.</p></header>
<main>{note}{cards}{how}
</main>
<p class="said" role="status" aria-live="polite"></p>
<script>{_SCRIPT}</script>
</body>
</html>
"""
    return page.encode()
