"""Which Host headers are answered.

A server on the loopback address is not out of a web page's reach: a page whose name is made to
point to 127.0.0.1 (DNS rebinding) reads it as its own. Its requests carry the page's name in Host,
so an address of this machine is asked for there.
"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


def host_name(host: str) -> str:
    """The name in a Host header: lower case, without port, brackets and the root's dot.

    >>> host_name("LOCALHOST.:8321"), host_name("[::1]:8321"), host_name("127.0.0.1")
    ('localhost', '::1', '127.0.0.1')
    """
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].removesuffix(".")


def is_local(name: str) -> bool:
    """Whether a host name can only mean this machine.

    >>> is_local("localhost"), is_local("127.0.0.1"), is_local("::1"), is_local("news.example")
    (True, True, True, False)
    """
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def is_public(name: str) -> bool:
    """Whether a host name may be reached from the internet, as far as its form tells.

    >>> is_public("news.example.org"), is_public("192.168.1.4"), is_public("nas.local")
    (True, False, False)
    """
    if is_local(name) or name.endswith((".local", ".lan", ".internal", ".home.arpa")):
        return False
    try:
        return ip_address(name).is_global
    except ValueError:
        return "." in name


class HostGuard:
    """ASGI middleware: answers 421 to a Host that is neither local nor among `names`."""

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self._app = app
        self._names = frozenset(map(host_name, names))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = host_name(Headers(scope=scope).get("host", ""))
        if is_local(name) or name in self._names:
            await self._app(scope, receive, send)
            return
        answer = PlainTextResponse(
            "This server answers only to addresses of its own machine, such as localhost.\n"
            "Start it with --host to serve others.\n",
            status_code=421,
            headers={"X-Content-Type-Options": "nosniff"},
        )
        await answer(scope, receive, send)
