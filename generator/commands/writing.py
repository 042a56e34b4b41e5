"""Writing what editors own: whole or not at all, and never over something that was not read."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from generator.commands.failure import CommandError, Exit


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet; a kill leaves none, or the whole of it.

    Raises:
        CommandError: It is there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with aside.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _place(aside, path)
    except FileExistsError:
        raise CommandError(f"{path}: is there already; nothing was written", Exit.CALL) from None
    finally:
        aside.unlink(missing_ok=True)


def _place(aside: Path, path: Path) -> None:
    """Give a file its name; raise FileExistsError where that is taken."""
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # Not every file system has links.
        if path.exists():
            raise FileExistsError(path) from None
        aside.rename(path)


def replace(path: Path, old: str, new: str) -> None:
    """Put a new text in the place of the one that was read.

    The file is written aside and moved into place, so that a kill leaves the old one or the new one. Its mode
    stays. A name that begins with a dot is no content, should it be left.

    Args:
        path: The file, in UTF-8.
        old: What was read, with its line ends.
        new: What shall stand there.

    Raises:
        CommandError: Someone has written the file since it was read.
    """
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with aside.open("xb") as file:
            file.write(new.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, aside)
        if path.read_bytes() != old.encode("utf-8"):
            message = f"{path}: was changed while this command ran, and is left as it is; run it again"
            raise CommandError(message, Exit.WRONG)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
