"""Where timelines live: one SQLite file each, by name in a folder, or by path."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from chrono.errors import InputError, StoreError

FOLDER_VARIABLE = "CHRONO_TIMELINES"
"""The environment variable that moves the folder of the timelines."""

DEFAULT_FOLDER = "timelines"
DEFAULT_NAME = "default"
SUFFIX = ".db"
MEMORY = ":memory:"
"""A timeline that lives as long as it is open."""

LONGEST_NAME = 100

_NAME = re.compile(r"[\w-]+")


def timelines_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Give the folder of the timelines: $CHRONO_TIMELINES, or `timelines` in this folder.

    >>> timelines_folder({"CHRONO_TIMELINES": "/srv/timelines"}).as_posix()
    '/srv/timelines'
    """
    moved = (os.environ if environ is None else environ).get(FOLDER_VARIABLE, "")
    return Path(moved) if moved else Path(DEFAULT_FOLDER)


def check_name(name: str) -> str:
    """Give the name back if it is one for a timeline: letters, digits, "-" and "_".

    Raises InputError otherwise, so that no name leads out of the folder.

    >>> check_name("sommet-2025")
    'sommet-2025'
    >>> check_name("../secrets")
    Traceback (most recent call last):
    chrono.errors.InputError: '../secrets' is no name for a timeline: use letters, digits, - and _
    """
    if not _NAME.fullmatch(name) or name.startswith("-"):
        raise InputError(f"{name!r} is no name for a timeline: use letters, digits, - and _")
    if len(name) > LONGEST_NAME:
        raise InputError(f"the name of a timeline has at most {LONGEST_NAME} characters")
    return name


def locate(where: str | os.PathLike[str], folder: Path | None = None) -> Path:
    """Give the file of a timeline: NAME is `FOLDER/NAME.db`; what ends in `.db` is a path.

    Raises InputError for a name that is not one.

    >>> locate("default", Path("timelines")).as_posix(), locate("/tmp/x.db").as_posix()
    ('timelines/default.db', '/tmp/x.db')
    """
    text = os.fspath(where)
    if "\0" in text:
        raise InputError("the name of a timeline cannot contain a NUL character")
    if text.endswith(SUFFIX) and Path(text).name != SUFFIX:
        return Path(text)
    return (timelines_folder() if folder is None else folder) / f"{check_name(text)}{SUFFIX}"


def list_timelines(folder: Path | None = None) -> tuple[str, ...]:
    """List the names of the timelines in a folder, sorted; nothing where there is no folder.

    Files are only listed, not opened: one that is broken shows itself when it is opened.
    Raises StoreError where the folder cannot be read.
    """
    place = timelines_folder() if folder is None else folder
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreError(f"{place}: the folder cannot be read ({error.strerror})") from error
    return tuple(
        name
        for entry in entries
        if entry.name.endswith(SUFFIX)
        and _NAME.fullmatch(name := entry.name.removesuffix(SUFFIX))
        and entry.is_file()
    )
