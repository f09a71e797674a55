"""Serving the application: uvicorn on a socket of ours, until Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn

from chrono.errors import InputError
from chrono.plugins import Plugins
from chrono.serve.app import create_app
from chrono.serve.guard import is_local
from chrono.serve.library import Library

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8321

GRACE_SECONDS = 3
"""How long running requests may go on after Ctrl-C, in seconds."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises InputError, in words, where there is none to be had."""
    if not 0 <= port <= 65535:
        raise InputError(f"--port {port}: a port is a number from 0 (any free one) to 65535")
    try:
        (family, kind, protocol, _, address), *_ = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError) as error:
        raise InputError(f"--host {host}: no such address") from error
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(128)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise InputError(
                f"port {port} is in use: stop what listens there, or choose another with --port"
            ) from error
        raise InputError(f"cannot listen on {host}, port {port}: {error.strerror}") from error
    return bound


def origin(bound: socket.socket, host: str) -> str:
    """The address of the server as a person types it."""
    port = bound.getsockname()[1]
    try:
        name = f"[{host}]" if ip_address(host).version == 6 else host
    except ValueError:
        name = host
    return f"http://{name}:{port}/"


def run(
    library: Library,
    plugins: Plugins,
    *,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    announce: Callable[[str], None] = lambda line: None,
    report: Callable[[str], None] = lambda line: None,
) -> None:
    """Serve until Ctrl-C, then finish what is under way and return (SIGTERM: and end).

    On a local `host` only requests that name this machine are answered; any other `host` is the
    user's word that others may come, and admits every name. `announce` is told the address once
    the server listens, `report` each failure. Raises InputError where it cannot listen.
    """
    with listen(host, port) as bound:
        app = create_app(library, plugins, hosts=() if is_local(host) else None, report=report)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_level="error",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
                lifespan="on",
            )
        )
        announce(origin(bound, host))
        with contextlib.suppress(KeyboardInterrupt):  # uvicorn raises it again after its shutdown
            server.run(sockets=[bound])
