"""One command at a time for one output."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.render.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def locked(place: Path, what: str) -> Iterator[None]:
    """Hold a lock file, and delete it at the end.

    The system lets go of the lock when the process ends, however it ends; a file that was left is used again.

    Args:
        place: the lock file.
        what: what is locked, for the message.

    Raises:
        PublishError: another process holds it, or the file cannot be written.
    """
    descriptor = _acquire(place, what)
    try:
        yield
    finally:
        # Deleted while it is held: who waits for it below sees that his is no more the one at this place.
        # (Windows deletes no open file; there it is left, and used again.)
        if sys.platform != "win32":
            place.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(place: Path, what: str) -> int:
    while True:
        try:
            descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise PublishError(
                f"{place}: cannot be written ({error.strerror}); may you write in its folder?"
            ) from error
        if not _try_lock(descriptor):
            os.close(descriptor)
            raise PublishError(f"{what}: another command is writing it; wait until it has ended")
        try:
            if os.path.samestat(os.fstat(descriptor), place.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        # Deleted by the one who held it, between our opening and locking: try with a new one.
        os.close(descriptor)
