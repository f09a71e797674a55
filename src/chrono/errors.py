"""The errors that chrono raises on purpose, and problems as data.

ChronoError
├── InputError            a text, a file or an option that cannot be used
│   └── NoPublicationDate no date to resolve relative dates against
├── StoreError            a timeline that cannot be opened, read or written
│   ├── NotFound          no such timeline, article or event
│   └── NewerDatabase     a timeline written by a newer chrono
├── PluginError           a plugin that breaks the contract
└── ExportError           an export that could not be made
"""

from __future__ import annotations

from dataclasses import dataclass


class ChronoError(Exception):
    """An error for people: its text is one line that says what, where, and what to do."""


class InputError(ChronoError):
    """A text, a file or an option that cannot be used as it was given."""


class NoPublicationDate(InputError):
    """An article without a publication date: relative dates hang in the air."""


class StoreError(ChronoError):
    """A timeline that cannot be opened, read or written."""


class NotFound(StoreError):
    """No such timeline, article or event."""


class NewerDatabase(StoreError):
    """A timeline written by a newer chrono: refused, untouched."""


class PluginError(ChronoError):
    """A plugin that breaks the contract of `chrono.hookspecs`."""


class ExportError(ChronoError):
    """An export that could not be made."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as data: something went wrong, and the run goes on.

    `where` names the place (a file, a plugin, an option), `what` says it in one line.

    >>> print(Problem("article.txt", "the header says 2025-04, the line below 2025-03-20"))
    article.txt: the header says 2025-04, the line below 2025-03-20
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
