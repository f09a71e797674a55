"""Validators and conditional requests (RFC 9110, sections 8.8 and 13)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

_ENTITY_TAG = re.compile(r'\s*(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)')


def entity_tag(body: bytes) -> str:
    """A strong entity tag: the same bytes, the same tag.

    >>> entity_tag(b"")
    '"e3b0c44298fc1c149afbf4c8996fb924"'
    """
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def matches(etag: str, if_none_match: Sequence[str]) -> bool:
    """Whether a tag is among those of the If-None-Match lines, compared weakly (section 13.1.2).

    >>> matches('"a"', ['"b", W/"a"']), matches('"a"', ["*"]), matches('"a"', ['"b"'])
    (True, True, False)
    """
    for line in if_none_match:
        if line.strip() == "*":
            return True
        if any(tag.group(1) == etag for tag in _ENTITY_TAG.finditer(line)):
            return True
    return False


def http_date(moment: datetime) -> str:
    """An instant as HTTP writes it, cut to the second (section 5.6.7).

    >>> http_date(datetime(2025, 3, 20, 14, 3, 0, 900000, tzinfo=UTC))
    'Thu, 20 Mar 2025 14:03:00 GMT'
    """
    return format_datetime(moment.astimezone(UTC).replace(microsecond=0), usegmt=True)


def read_http_date(text: str) -> datetime | None:
    """The instant an HTTP date names, or None where it is none.

    >>> read_http_date("Thu, 20 Mar 2025 14:03:00 GMT")
    datetime.datetime(2025, 3, 20, 14, 3, tzinfo=datetime.timezone.utc)
    >>> read_http_date("last Tuesday")
    """
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def tells_versions_apart(changed: datetime, now: datetime) -> bool:
    """Whether `changed`, cut to the second, can be told from any later change.

    A second that is not over yet may see another change, which would get the same date: such a
    date is not sent, since it would earn a wrong 304 for ever after (section 8.8.2.2).
    """
    return now - changed.replace(microsecond=0) >= timedelta(seconds=1)


def not_modified(
    *,
    etag: str,
    changed: datetime,
    now: datetime,
    if_none_match: Sequence[str] = (),
    if_modified_since: str | None = None,
) -> bool:
    """Whether the answer is 304: If-None-Match decides where it is sent, else the date does."""
    if if_none_match:
        return matches(etag, if_none_match)
    since = read_http_date(if_modified_since) if if_modified_since else None
    if since is None or since > now or not tells_versions_apart(changed, now):
        return False
    return since >= changed.astimezone(UTC).replace(microsecond=0)
