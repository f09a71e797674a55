"""The format `csv` for chrono: one row an event, RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, time

from chrono.errors import ExportError
from chrono.hookspecs import Exporter, Options, hookimpl
from chrono.model import Chronology, Event
from chrono.wording import in_words

__all__ = ["register_exporters", "render"]

COLUMNS = (
    "uid", "earliest", "latest", "date", "edtf", "status", "title",
    "quotes", "quote", "source", "url", "published", "tags",
)  # fmt: skip
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
OPTIONS = {
    "delimiter": "one character, or comma, semicolon, tab (default comma)",
    "bom": "yes or no: the mark that Excel needs to see UTF-8 (default no)",
    "formulas": "keep or quote: what to do with cells that a spreadsheet would run (default quote)",
}


def render(chronology: Chronology, options: Options) -> bytes:
    """Write a chronology as CSV (UTF-8, CRLF), a header and one row an event.

    Raises `ExportError` for an option with a value that cannot be.
    """
    delimiter = options.get("delimiter", ",")
    delimiter = DELIMITERS.get(delimiter, delimiter)
    if len(delimiter) != 1 or delimiter in '"\r\n\0' or delimiter.isalnum():
        raise ExportError(f"csv: delimiter must be one sign, not {options['delimiter']!r}")
    bom = _choice(options, "bom", "no", "yes")
    quote_formulas = not _choice(options, "formulas", "quote", "keep")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in chronology.events:
        if event.resolution is None or event.resolution.bounds is None or event.withdrawn:
            continue
        cells = _row(event, chronology)
        writer.writerow([_harmless(c) for c in cells] if quote_formulas else cells)
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8", "replace")


def _choice(options: Options, name: str, default: str, other: str) -> bool:
    """Whether the option has its other value."""
    value = options.get(name, default)
    if value not in (default, other):
        raise ExportError(f"csv: {name} must be {default} or {other}, not {value!r}")
    return value == other


def _row(event: Event, chronology: Chronology) -> list[str]:
    resolution = event.resolution
    assert resolution is not None
    assert resolution.bounds is not None
    bounds = resolution.bounds
    mention = event.mentions[0] if event.mentions else None
    article = mention.article if mention else None
    language = article.language if article else chronology.language
    published = article.publication if article else None
    return [
        event.uid,
        _moment(bounds.earliest, bounds.start_time),
        _moment(bounds.latest, bounds.end_time),
        in_words(resolution, language),
        resolution.edtf or "",
        event.status.value,
        event.title,
        str(len(event.mentions)),
        mention.statement.quote if mention else "",
        article.title if article else "",
        (article.url or "") if article else "",
        _moment(published.on, published.at) if published and published.on else "",
        ", ".join(event.tags),
    ]


def _moment(day: date, clock: time | None) -> str:
    """A local day, or a local instant to the minute.

    >>> _moment(date(2025, 3, 20), time(14, 30))
    '2025-03-20T14:30'
    """
    return day.isoformat() + (f"T{clock:%H:%M}" if clock else "")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> _harmless("=1+1"), _harmless("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


@hookimpl
def register_exporters() -> Sequence[Exporter]:
    """The CSV format."""
    return [Exporter("csv", ".csv", "text/csv; charset=utf-8", render, options=OPTIONS)]
