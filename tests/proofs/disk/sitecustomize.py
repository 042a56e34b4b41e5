"""Lets a folder be on a disk that is full, or may not be written; Python imports this when it starts.

`DISK_FOLDER` is the folder, `DISK_WRITES` how often this process may still begin to write there. (The event
comes before the system is asked: https://docs.python.org/3/library/audit_events.html.)
"""

from __future__ import annotations

import errno
import os
import sys

_FOLDER = os.path.abspath(os.environ["DISK_FOLDER"])  # noqa: PTH100 - no more is imported than must be
_ERROR = int(os.environ.get("DISK_ERROR", errno.ENOSPC))
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_PLACES = {"open": 0, "os.mkdir": 0, "os.link": 1, "os.rename": 1, "os.symlink": 1}
_left = int(os.environ.get("DISK_WRITES", "0"))


def _hold(event: str, arguments: tuple[object, ...]) -> None:
    global _left  # noqa: PLW0603 - a process has one disk
    number = _PLACES.get(event)
    if number is None or (
        event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING)
    ):
        return
    place = arguments[number]
    if not isinstance(place, (str, bytes, os.PathLike)):
        return
    whole = os.path.abspath(os.fsdecode(place))  # noqa: PTH100
    if not whole.startswith(_FOLDER):
        return
    _left -= 1
    if _left < 0:
        raise OSError(_ERROR, os.strerror(_ERROR), whole)


sys.addaudithook(_hold)
