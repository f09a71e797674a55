"""The page that a linguist looks at: the text with every time expression marked and explained.

One self-contained file: no script, no font, no picture from elsewhere. On a screen the value and
the derivation show on hover and on focus; on paper each expression bears its number, and the
table below the text explains it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from chrono.model import Article, Timex, TimexType
from chrono.wire import bounds_to_json

_STYLE = """
:root { color-scheme: light dark; --date: #0b62a8; --time: #8a3ab9; --duration: #1b7a3d;
  --set: #a65a00; --vague: #6b6b6b; }
@media (prefers-color-scheme: dark) { :root { --date: #7cc0ff; --time: #d6a4f5;
  --duration: #84d8a0; --set: #ffbe70; --vague: #a8a8a8; } }
body { font: 1.05rem/1.65 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; }
header p, footer, table, .legend { font: .85rem/1.5 system-ui, sans-serif; }
h1 { line-height: 1.25; margin-bottom: .3rem; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; list-style: none; padding: 0; }
main { white-space: pre-wrap; overflow-wrap: break-word; position: relative; }
.t { color: var(--c); background: none; border-bottom: .14em solid var(--c); font-weight: 600;
  text-decoration: none; cursor: help; white-space: pre-wrap; }
.gap { display: none; }
.t:focus { outline: .14em solid var(--c); outline-offset: .15em; }
.DATE { --c: var(--date); } .TIME { --c: var(--time); border-bottom-style: double; }
.DURATION { --c: var(--duration); border-bottom-style: dotted; }
.SET { --c: var(--set); border-bottom-style: dashed; }
.vague { --c: var(--vague); border-bottom-style: dotted; }
.tip { display: none; position: absolute; left: 0; z-index: 1; width: max-content;
  max-width: 100%; box-sizing: border-box; margin-top: .2rem; padding: .5rem .7rem;
  border: 1px solid var(--c); border-radius: .3rem; background: Canvas; color: CanvasText;
  white-space: pre-line;
  font: .8rem/1.45 system-ui, sans-serif; }
.t:hover .tip, .t:focus .tip { display: block; }
sup { font: .65em system-ui, sans-serif; color: var(--c); }
table { border-collapse: collapse; margin-top: 2rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-top: 1px solid #8886;
  overflow-wrap: anywhere; }
th, td:nth-child(1), td:nth-child(3) { white-space: nowrap; }
td.why { white-space: pre-line; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; }
  .tip { display: none !important; } tr { break-inside: avoid; } .t { color: inherit; }
  thead { display: table-header-group; } }
"""
_NAMES = {
    "DATE": "date",
    "TIME": "time of day",
    "DURATION": "duration",
    "SET": "set, repeated",
    "vague": "vague: on no day",
}
# C0 controls and lone surrogates cannot stand in an HTML document (HTML, section 13.1.4)
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

_GAP = re.compile(r"(\n[^\S\n]*\n)((?:[^\S\n]*\n)+)")


def to_html(article: Article, timexes: Sequence[Timex]) -> str:
    """Write an article as a page with every time expression marked, coloured and explained.

    >>> from chrono.model import Publication
    >>> page = to_html(Article("<b>", "R&D", Publication(None, rule="undated")), ())
    >>> "<title>&lt;b&gt;</title>" in page, "R&amp;D" in page, "<script" in page
    (True, True, False)
    """
    shown = _without_overlaps(timexes)
    rows = "".join(_row(number, timex) for number, timex in enumerate(shown, 1))
    table = (
        "<table><thead><tr><th>no.</th><th>expression</th><th>type</th><th>value</th>"
        f"<th>from … to</th><th>why</th></tr></thead><tbody>{rows}</tbody></table>"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(article.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(article.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{_text(article.title)}</h1>\n<p>{_published(article)}</p>\n"
        f"{_legend(shown)}</header>\n"
        f"<main>{''.join(_marked(article.text, shown))}</main>\n"
        f"{table if shown else '<p>No time expression was found.</p>'}\n"
        "<footer><p>Marked by chrono.</p></footer>\n</body>\n</html>\n"
    )


def _without_overlaps(timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    shown: list[Timex] = []
    for timex in sorted(timexes, key=lambda t: (t.start, -t.end)):
        if not shown or timex.start >= shown[-1].end:
            shown.append(timex)
    return tuple(shown)


def _published(article: Article) -> str:
    publication = article.publication
    if publication.on is None:
        return "undated"
    said = f"published {publication.on.isoformat()}"
    if publication.at is not None:
        said += f" {publication.at:%H:%M}"
    quote = f": “{publication.quote}”" if publication.quote else ""
    return _text(f"{said} ({article.timezone}; found by {publication.rule}{quote})")


def _legend(timexes: Sequence[Timex]) -> str:
    counts = Counter(_kind(timex) for timex in timexes)
    entries = "".join(
        f'<li><span class="t {kind}">{name}</span> {counts[kind]}</li>'
        for kind, name in _NAMES.items()
    )
    return f'<ul class="legend">{entries}</ul>'


def _kind(timex: Timex) -> str:
    """The class that colours an expression."""
    resolution = timex.resolution
    dated = resolution.type in (TimexType.DATE, TimexType.TIME)
    return "vague" if dated and resolution.bounds is None else resolution.type.value


def _marked(text: str, timexes: Sequence[Timex]) -> Iterator[str]:
    at = 0
    for number, timex in enumerate(timexes, 1):
        yield _between(text[at : timex.start])
        tip = _text("\n".join(_said(timex)))
        yield (
            f'<span class="t {_kind(timex)}" id="t{number}" tabindex="0" '
            f'aria-describedby="tip{number}">{_text(text[timex.start : timex.end])}'
            f'<sup>{number}</sup><span class="tip" role="tooltip" id="tip{number}">{tip}</span>'
            "</span>"
        )
        at = timex.end
    yield _between(text[at:])


def _between(text: str) -> str:
    """What stands between two expressions; of several empty lines only the first one is shown."""
    return _GAP.sub(r'\1<span class="gap">\2</span>', _text(text))


def _said(timex: Timex) -> Iterator[str]:
    """What the hover shows, line by line."""
    resolution = timex.resolution
    mod = f", {resolution.mod.value}" if resolution.mod is not None else ""
    yield f"{resolution.type.value} {resolution.value}{mod}"
    if resolution.bounds is not None:
        yield _extent(timex)
    if resolution.edtf:
        yield f"EDTF {resolution.edtf}"
    for part in timex.parts:
        yield f"part “{part.text}”: {part.resolution.type.value} {part.resolution.value}"
    yield from _why(timex)


def _extent(timex: Timex) -> str:
    found = bounds_to_json(timex.resolution.bounds)
    if not found:
        return ""
    if found["earliest"] == found["latest"]:
        return str(found["earliest"])
    return f"{found['earliest']} … {found['latest']}"


def _why(timex: Timex) -> Iterator[str]:
    yield from timex.derivation or ((f"rule {timex.rule}",) if timex.rule else ())
    for step in timex.resolution.why:
        if step not in timex.derivation:
            yield step


def _row(number: int, timex: Timex) -> str:
    cells = (
        f'<a href="#t{number}">{number}</a>',
        f'<span class="t {_kind(timex)}">{_text(timex.text)}</span>',
        _text(timex.resolution.type.value),
        _text(timex.resolution.value),
        _text(_extent(timex)),
    )
    why = _text("\n".join(_why(timex)))
    return f"<tr><td>{'</td><td>'.join(cells)}</td><td class='why'>{why}</td></tr>"


def _text(text: str) -> str:
    return escape(_NOT_HTML.sub("\ufffd", text))
