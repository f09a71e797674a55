"""The Starlette application: feeds at ``/NAME.SUFFIX``, the index at ``/``."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Collection
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from chrono.errors import ChronoError, InputError, NotFound, StoreError
from chrono.plugins import Plugins
from chrono.serve.conditional import entity_tag, http_date, not_modified, tells_versions_apart
from chrono.serve.feeds import Clock, Feed, Feeds, Report, Shelf, content_type
from chrono.serve.guard import HostGuard, host_name, is_local, is_public
from chrono.serve.library import Library
from chrono.serve.page import POLICY, Address, FormatLink, index_page

_ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_REVALIDATE = {"Cache-Control": "no-cache"}  # keep it, but ask each time: an answer may be 304


def system_clock() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


def create_app(
    library: Library,
    plugins: Plugins,
    *,
    clock: Clock = system_clock,
    hosts: Collection[str] | None = (),
    report: Report = lambda line: None,
) -> Starlette:
    """The application that serves `library` in the formats of `plugins`.

    `clock` gives the present instant. `hosts` are the names that a Host header may carry besides
    those of this machine; None admits any. `report` is told, in one line, of every timeline and
    format that fails.
    """
    views = _Views(library, Feeds(library, plugins, clock, report), clock, report)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        close = getattr(library, "close", None)
        if close is not None:
            close()

    return Starlette(
        routes=[Route("/", views.index), Route("/{address}", views.feed)],
        middleware=[] if hosts is None else [Middleware(HostGuard, names=tuple(hosts))],
        exception_handlers={404: _plain, 405: _plain},
        lifespan=lifespan,
    )


def _say(status: int, line: str, headers: dict[str, str] | None = None) -> Response:
    """An answer in one plain line, for people; no cache keeps it."""
    return PlainTextResponse(
        f"{line}\n",
        status_code=status,
        headers={**_ALWAYS, "Cache-Control": "no-store", **(headers or {})},
    )


def _plain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return _say(
            405, "Feeds can be read, nothing more: use GET or HEAD.", {"Allow": "GET, HEAD"}
        )
    return _say(404, f"There is nothing at {request.url.path}; / lists the timelines.")


class _Views:
    """What is answered to a request. Views run in worker threads: they read files."""

    def __init__(self, library: Library, feeds: Feeds, clock: Clock, report: Report) -> None:
        self._library = library
        self._feeds = feeds
        self._clock = clock
        self._report = report
        self._reported: dict[str, str] = {}

    def feed(self, request: Request) -> Response:
        """A timeline in a format."""
        address = request.path_params["address"]
        parted = self._feeds.split(address)
        if parted is None:
            known = ", ".join(f".{suffix}" for suffix in sorted(self._feeds.formats))
            return _say(
                404, f"“{address}” is no feed: feeds end in {known}; / lists the timelines."
            )
        name, suffix = parted
        try:
            feed = self._feeds.get(name, suffix, _query(request))
        except ChronoError as error:
            return self._failure(name, error)
        self._reported.pop(name, None)
        media_type = content_type(self._feeds.formats[suffix].media_type)
        return self._fresh(request, feed, media_type, {"Content-Disposition": _inline(address)})

    def index(self, request: Request) -> Response:
        """The page that lists the timelines."""
        try:
            names = self._library.names()
        except StoreError as error:
            return self._failure("", error)
        formats = [
            FormatLink(format_.name, suffix, format_.media_type)
            for suffix, format_ in self._feeds.formats.items()
        ]
        host = request.headers.get("host", "127.0.0.1")
        name = host_name(host)
        address = Address(request.url.scheme, host, local=is_local(name), public=is_public(name))
        body = index_page([self._shelf(name) for name in names], formats, address)
        headers = {**_ALWAYS, **_REVALIDATE, "ETag": entity_tag(body)}
        headers["Content-Security-Policy"] = POLICY
        if not_modified(
            etag=headers["ETag"],
            changed=self._clock(),
            now=self._clock(),
            if_none_match=request.headers.getlist("if-none-match"),
        ):
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type="text/html")

    def _shelf(self, name: str) -> Shelf:
        try:
            return self._feeds.shelf(name)
        except ChronoError as error:
            self._tell(name, error)
            return Shelf(name, trouble=str(error))

    def _fresh(
        self, request: Request, feed: Feed, media_type: str, extra: dict[str, str]
    ) -> Response:
        """The feed, or 304 where the client has it already."""
        now = self._clock()
        headers = {**_ALWAYS, **_REVALIDATE, **extra, "ETag": feed.etag}
        headers["Content-Type"] = media_type
        if tells_versions_apart(feed.changed, now):
            headers["Last-Modified"] = http_date(feed.changed)
        if not_modified(
            etag=feed.etag,
            changed=feed.changed,
            now=now,
            if_none_match=request.headers.getlist("if-none-match"),
            if_modified_since=request.headers.get("if-modified-since"),
        ):
            del headers["Content-Type"]
            return Response(status_code=304, headers=headers)
        return Response(feed.body, headers=headers)

    def _failure(self, name: str, error: ChronoError) -> Response:
        match error:
            case NotFound():
                return _say(404, f"{error}; / lists the timelines.")
            case StoreError():
                self._tell(name, error)
                return _say(503, str(error), {"Retry-After": "30"})
            case InputError():
                return _say(400, str(error))
            case _:
                self._tell(name, error)
                return _say(500, str(error))

    def _tell(self, name: str, error: ChronoError) -> None:
        """Report a failure, but not the same one at each request."""
        if self._reported.get(name) != str(error):
            self._reported[name] = str(error)
            self._report(str(error))


def _query(request: Request) -> dict[str, str]:
    """The query, a name that stands twice with a comma between its values."""
    given = request.query_params
    return {name: ",".join(given.getlist(name)) for name in given}


def _inline(filename: str) -> str:
    """Content-Disposition that names the file and lets a browser show it (RFC 6266, RFC 8187).

    >>> _inline("sommet.ics")
    'inline; filename="sommet.ics"'
    >>> print(_inline("été.ics"))
    inline; filename="_t_.ics"; filename*=UTF-8''%C3%A9t%C3%A9.ics
    """
    plain = "".join(c if " " <= c <= "~" and c not in '"\\%' else "_" for c in filename)
    if plain == filename:
        return f'inline; filename="{plain}"'
    return f"inline; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
