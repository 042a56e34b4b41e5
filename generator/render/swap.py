"""Two folders change places in one step, where the system can do it."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# The kernel, the C library or the file system does not know the call (renameat2(2), ERRORS).
_UNKNOWN = frozenset([errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])


def swap(one: Path, other: Path) -> bool:
    """Let two existing folders of one file system change places, so that neither is ever missing.

    Linux has renameat2 with RENAME_EXCHANGE for it (https://man7.org/linux/man-pages/man2/renameat2.2.html).

    Returns:
        Whether it was done; False where it cannot be done here, and nothing has happened.

    Raises:
        OSError: it could be done here, but not with these.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    renameat2.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    renameat2.restype = ctypes.c_int
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
