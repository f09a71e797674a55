"""A text with its time expressions marked: TimeML for programs, a page for people."""

from chrono.markup.html import to_html
from chrono.markup.timeml import to_timeml

__all__ = ["to_html", "to_timeml"]
