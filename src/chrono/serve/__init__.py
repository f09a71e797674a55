"""Timelines over HTTP: a feed for every timeline in every format, and a page that lists them.

`create_app` makes the Starlette application, `run` serves it with uvicorn. Rooms: `library` (where
timelines come from), `feeds` (rendered bytes and when they are stale), `conditional` (ETag and
304), `guard` (which Host headers are answered), `page` (the index), `app` and `server`.
"""

from chrono.serve.app import create_app
from chrono.serve.library import FolderLibrary
from chrono.serve.server import DEFAULT_HOST, DEFAULT_PORT, run

__all__ = ["DEFAULT_HOST", "DEFAULT_PORT", "FolderLibrary", "create_app", "run"]
