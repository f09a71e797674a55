"""A strict reader of iCalendar streams that lists every fault against RFC 5545 and RFC 7986.

The libraries at hand read far more than the RFCs allow, so none of them tells a good feed from a
bad one. This one knows what our feeds may hold (VEVENTs with days or UTC instants) and nothing
more: what it does not know is a fault.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAM = re.compile(r';([A-Za-z0-9-]+)=("[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x1f\x7f]*)')
_TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
_TEXTS = re.compile(rf"{_TEXT.pattern}(?:,{_TEXT.pattern})*")
_DATE = re.compile(r"\d{8}")
_UTC = re.compile(r"\d{8}T\d{6}Z")
_INTEGER = re.compile(r"[+-]?\d{1,10}")
_DURATION = re.compile(
    r"[+-]?P(\d+W|\d+D(T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?"
    r"|T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))"
)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")

# name: (type of value, how often: "1" once, "?" at most once, "*" any number)
CALENDAR = {
    "PRODID": ("text", "1"),
    "VERSION": ("text", "1"),
    "CALSCALE": ("text", "?"),
    "NAME": ("text", "?"),
    "DESCRIPTION": ("text", "?"),
    "UID": ("text", "?"),
    "URL": ("uri", "?"),
    "LAST-MODIFIED": ("utc", "?"),
    "CATEGORIES": ("texts", "*"),
    "REFRESH-INTERVAL": ("duration", "?"),
    "SOURCE": ("uri", "?"),
    "COLOR": ("text", "?"),
}
EVENT = {
    "UID": ("text", "1"),
    "DTSTAMP": ("utc", "1"),
    "DTSTART": ("when", "1"),
    "DTEND": ("when", "?"),
    "SUMMARY": ("text", "?"),
    "DESCRIPTION": ("text", "?"),
    "CLASS": ("text", "?"),
    "CREATED": ("utc", "?"),
    "LAST-MODIFIED": ("utc", "?"),
    "SEQUENCE": ("integer", "?"),
    "STATUS": ("text", "?"),
    "TRANSP": ("text", "?"),
    "URL": ("uri", "?"),
    "CATEGORIES": ("texts", "*"),
    "COMMENT": ("text", "*"),
}
ALLOWED = {
    "STATUS": {"TENTATIVE", "CONFIRMED", "CANCELLED"},
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
    "CLASS": {"PUBLIC", "PRIVATE", "CONFIDENTIAL"},
    "VERSION": {"2.0"},
    "CALSCALE": {"GREGORIAN"},
}
MUST_NAME_VALUE = {"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI"}  # RFC 7986, 5.7 and 5.8


@dataclass
class Property:
    """A content line taken apart."""

    name: str
    params: dict[str, str]
    value: str


@dataclass
class Component:
    """A component with its properties and its children."""

    name: str
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)

    def get(self, name: str) -> Property | None:
        """Its first property of that name."""
        return next((p for p in self.properties if p.name == name), None)


def lint(stream: bytes) -> list[str]:
    """Every fault of a stream, in words; an empty list for a good one."""
    faults: list[str] = []
    lines = _unfold(stream, faults)
    calendar = _tree(lines, faults)
    if calendar is None:
        return faults
    _properties(calendar, CALENDAR, faults)
    uids = Counter(p.value for e in calendar.children if (p := e.get("UID")))
    faults += [f"UID {uid} stands {n} times" for uid, n in uids.items() if n > 1]
    for event in calendar.children:
        if event.name != "VEVENT":
            faults.append(f"unexpected component {event.name}")
            continue
        _properties(event, EVENT, faults)
        _span(event, faults)
    return faults


def _unfold(stream: bytes, faults: list[str]) -> list[str]:
    if stream.startswith(b"\xef\xbb\xbf"):
        faults.append("a byte order mark")
    if not stream.endswith(b"\r\n"):
        faults.append("the last line has no CRLF")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", stream):
        faults.append("a bare CR or LF")
    if control := re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", stream):
        faults.append(f"a control character {control[0]!r}")
    lines: list[str] = []
    for number, raw in enumerate(stream.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(raw) > 75:
            faults.append(f"line {number} has {len(raw)} octets")
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(f"line {number} is no UTF-8 by itself: the fold cuts a character")
            line = raw.decode("utf-8", "replace")
        if not line:
            faults.append(f"line {number} is empty")
        elif line[0] in " \t" and lines:
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def _tree(lines: list[str], faults: list[str]) -> Component | None:
    stack: list[Component] = []
    root: Component | None = None
    for line in lines:
        found = _line(line, faults)
        if found is None:
            continue
        if found.name == "BEGIN":
            component = Component(found.value)
            if stack:
                stack[-1].children.append(component)
            elif root is None:
                root = component
            else:
                faults.append("more than one calendar")
            stack.append(component)
        elif found.name == "END":
            if not stack or stack[-1].name != found.value:
                faults.append(f"END:{found.value} without its BEGIN")
            else:
                stack.pop()
        elif not stack:
            faults.append(f"outside of any component: {line}")
        else:
            if stack[-1].children:
                faults.append(f"a property after a component: {line}")
            stack[-1].properties.append(found)
    if stack:
        faults.append(f"no END:{stack[-1].name}")
    if root is None or root.name != "VCALENDAR":
        faults.append("no VCALENDAR")
        return None
    return root


def _line(line: str, faults: list[str]) -> Property | None:
    name = _NAME.match(line)
    if not name:
        faults.append(f"no property name: {line}")
        return None
    at = name.end()
    params: dict[str, str] = {}
    while param := _PARAM.match(line, at):
        params[param[1].upper()] = param[2].strip('"').upper()
        at = param.end()
    if line[at : at + 1] != ":":
        faults.append(f"no colon where one belongs: {line}")
        return None
    return Property(name[0].upper(), params, line[at + 1 :])


def _properties(component: Component, known: dict[str, tuple[str, str]], faults: list[str]) -> None:
    where = (component.get("UID") or Property("", {}, component.name)).value
    counts = Counter(p.name for p in component.properties)
    for name, (_, often) in known.items():
        if often == "1" and counts[name] != 1:
            faults.append(f"{where}: {name} stands {counts[name]} times, not once")
        if often == "?" and counts[name] > 1:
            faults.append(f"{where}: {name} stands {counts[name]} times")
    for found in component.properties:
        if found.name not in known and not found.name.startswith("X-"):
            faults.append(f"{where}: unexpected property {found.name}")
            continue
        kind = known.get(found.name, ("text", "*"))[0]
        if found.name.startswith("X-PUBLISHED-TTL"):
            kind = "duration"
        if fault := _value(found, kind):
            faults.append(f"{where}: {found.name}: {fault}: {found.value}")


def _value(found: Property, kind: str) -> str:
    value = found.value
    if found.name in ALLOWED and value not in ALLOWED[found.name]:
        return "not one of its values"
    need = MUST_NAME_VALUE.get(found.name)
    if need and found.params.get("VALUE") != need:
        return f"without VALUE={need}"
    if "TZID" in found.params:
        return "a TZID without its VTIMEZONE"
    patterns = {
        "text": _TEXT, "texts": _TEXTS, "uri": _URI, "integer": _INTEGER, "duration": _DURATION,
    }  # fmt: skip
    if kind in patterns:
        return "" if patterns[kind].fullmatch(value) else f"no {kind}"
    try:
        moment = _moment(found)
    except ValueError as error:
        return str(error)
    return "not in UTC" if kind == "utc" and not isinstance(moment, datetime) else ""


def _moment(found: Property) -> date | datetime:
    is_date = found.params.get("VALUE") == "DATE"
    pattern = _DATE if is_date else _UTC
    if found.params.get("VALUE", "DATE-TIME") not in ("DATE", "DATE-TIME"):
        raise ValueError("an unknown VALUE")
    if not pattern.fullmatch(found.value):
        raise ValueError("no " + ("date" if is_date else "instant in UTC"))
    day = date(int(found.value[:4]), int(found.value[4:6]), int(found.value[6:8]))
    if is_date:
        return day
    hour, minute, second = (int(found.value[i : i + 2]) for i in (9, 11, 13))
    return datetime(day.year, day.month, day.day, hour, minute, second)


def _span(event: Component, faults: list[str]) -> None:
    start, end = event.get("DTSTART"), event.get("DTEND")
    if start is None or end is None:
        return
    where = (event.get("UID") or start).value
    if start.params.get("VALUE") != end.params.get("VALUE"):
        faults.append(f"{where}: DTSTART and DTEND differ in type")
        return
    try:
        first, last = _moment(start), _moment(end)
    except ValueError:
        return  # told already
    if last <= first:
        faults.append(f"{where}: DTEND is not after DTSTART")
