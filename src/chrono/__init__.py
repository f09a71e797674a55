"""chrono turns news articles into chronologies: what happened and when, with every quote.

>>> import chrono
>>> from datetime import date
>>> [t.text for t in chrono.extract("Il arrive jeudi à Oslo.", published=date(2025, 3, 20))]
['jeudi']

The public names are those of `__all__`; each is loaded when it is first asked for, so that
``import chrono`` costs next to nothing. `docs/api.md` tells what they do.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` costs as much as an interpreter's start
if TYPE_CHECKING:
    from chrono.errors import (
        ChronoError,
        ExportError,
        InputError,
        NewerDatabase,
        NoPublicationDate,
        NotFound,
        PluginError,
        Problem,
        StoreError,
    )
    from chrono.hookspecs import Exporter, hookimpl
    from chrono.model import (
        Anchor,
        Article,
        ArticleRef,
        Basis,
        Bounds,
        Change,
        Chronology,
        Derived,
        Direction,
        Event,
        EventMention,
        Granularity,
        Kind,
        Mod,
        Publication,
        Reading,
        Resolution,
        Statement,
        Status,
        Timex,
        TimexType,
    )
    from chrono.pipeline import extract, read
    from chrono.readers import read_source, read_text
    from chrono.store import Timeline
    from chrono.wording import in_words

__version__ = "0.1.0"

_HOMES = {
    "chrono.errors": (
        "ChronoError", "ExportError", "InputError", "NewerDatabase", "NoPublicationDate",
        "NotFound", "PluginError", "Problem", "StoreError",
    ),
    "chrono.hookspecs": ("Exporter", "hookimpl"),
    "chrono.model": (
        "Anchor", "Article", "ArticleRef", "Basis", "Bounds", "Change", "Chronology", "Derived",
        "Direction", "Event", "EventMention", "Granularity", "Kind", "Mod", "Publication",
        "Reading", "Resolution", "Statement", "Status", "Timex", "TimexType",
    ),
    "chrono.pipeline": ("extract", "read"),
    "chrono.readers": ("read_source", "read_text"),
    "chrono.store": ("Timeline",),
    "chrono.wording": ("in_words",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Anchor",
    "Article",
    "ArticleRef",
    "Basis",
    "Bounds",
    "Change",
    "ChronoError",
    "Chronology",
    "Derived",
    "Direction",
    "Event",
    "EventMention",
    "ExportError",
    "Exporter",
    "Granularity",
    "InputError",
    "Kind",
    "Mod",
    "NewerDatabase",
    "NoPublicationDate",
    "NotFound",
    "PluginError",
    "Problem",
    "Publication",
    "Reading",
    "Resolution",
    "Statement",
    "Status",
    "StoreError",
    "Timeline",
    "Timex",
    "TimexType",
    "__version__",
    "extract",
    "hookimpl",
    "in_words",
    "read",
    "read_source",
    "read_text",
]


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'chrono' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
