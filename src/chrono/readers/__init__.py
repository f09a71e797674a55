"""From sources to articles: text files and standard input, and when they were published."""

from chrono.readers.source import parse_published, read_source, read_text

__all__ = ["parse_published", "read_source", "read_text"]
