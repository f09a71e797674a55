"""Driver of dateparser: `dateparser.search.search_dates` in French.

It gives words and an instant, neither offsets nor how fine the words are: offsets are looked up
in the text from left to right, and the unit is asked of `DateDataParser` for the same words.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import dateparser
from dateparser.date import DateDataParser
from dateparser.search import search_dates
from driver import drive


def _settings(published: str) -> dict[str, Any]:
    return {"RELATIVE_BASE": datetime.fromisoformat(published), "RETURN_TIME_AS_PERIOD": True}


def search(text: str, published: str) -> list[tuple[str, datetime]]:
    """What dateparser finds."""
    return search_dates(text, languages=["fr"], settings=_settings(published)) or []


def timexes(text: str, published: str) -> list[dict[str, Any]]:
    """The same in the form of the scorer."""
    found, cursor = [], 0
    parser = DateDataParser(languages=["fr"], settings=_settings(published))
    for words, moment in search(text, published):
        start = text.find(words, cursor)
        if start < 0:
            continue
        cursor = start + len(words)
        period = parser.get_date_data(words).period
        value = {
            "year": f"{moment:%Y}",
            "month": f"{moment:%Y-%m}",
            "time": f"{moment:%Y-%m-%dT%H:%M}",
        }.get(period or "day", f"{moment:%Y-%m-%d}")
        kind = "TIME" if period == "time" else "DATE"
        found.append({"start": start, "end": cursor, "type": kind, "value": value})
    return found


if __name__ == "__main__":
    drive(dateparser.__version__, lambda text, day: len(search(text, day)), timexes)
