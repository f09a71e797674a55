"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from chrono.errors import ExportError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step: a reader sees the old content or the new, never a part.

    The bytes go to a temporary file in the same folder, to the disk, and then take the name. A
    symbolic link is followed; the permissions of a file that was there stay.

    Raises ExportError, with the old file untouched and no temporary one left.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise ExportError(f"{path} is a folder: name a file")
    temporary = None
    try:
        if target.exists() and not target.is_file():  # a pipe or a device, such as /dev/stdout
            target.write_bytes(content)
            return
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, target)
        temporary = None
    except FileNotFoundError:
        raise ExportError(f"{path}: no such folder as {target.parent}") from None
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
