"""Publishing whole: a site is built aside and takes the place of the old one at the end.

Beside an output ``site`` there may be, while a command runs or after it was killed:

``.site.lock``
    held by the command (generator.render.lock).
``.site.new-<8 hex digits>``
    the site that is being built; after the exchange, the old site that is being deleted or put by.
``.site.old-<8 hex digits>``, ``.site.journal``
    where folders cannot be exchanged in one step: the old site, moved away, and the file that says so
    from before the first move until after the last.

The next command puts right what a killed one left (``repair``). A kill is survived; of a power cut only
what the file system promises is.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.render.errors import PublishError
from generator.render.lock import locked
from generator.render.swap import swap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKER = ".proceedings-site"
_MARKER_TEXT = (
    "This folder is written by `proceedings build`, which replaces it as a whole: do not edit it.\n"
)


@contextmanager
def publishing(output: Path, spare: Path | None = None) -> Iterator[Path]:
    """Give a folder to build a site in, and let it take the place of the output at the end.

    Args:
        output: the folder of the site; need not exist, its parent is made.
        spare: where the old site is kept, to be made into the next one: of thousands of files, few are
            others. Its folder exists. None deletes the old site.

    Yields:
        A folder beside the output that holds the marker, and with ``spare`` whatever files of older sites:
        it is to be made to hold what it shall hold (generator.render.placing). When the block ends, it
        becomes the output; when the block raises, the output is as it was.

    Raises:
        PublishError: the output is no site of ours, another command writes it, or it cannot be replaced.
    """
    output = output.absolute()
    hold_replaceable(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(f"{output.parent}: cannot be made ({error.strerror})") from error
    with locked(_beside(output, "lock"), str(output)):
        _repair(output)
        hold_replaceable(output)
        new = _beside(output, f"new-{secrets.token_hex(4)}")
        try:
            _begin(new, spare)
            yield new
            _exchange(new, output)
        except OSError as error:
            _put_by(new, spare)
            raise PublishError(f"{output}: was not replaced: {error}") from error
        except BaseException:
            _put_by(new, spare)
            raise
        # The new site is in its place; what cannot be deleted of the old one now, the next command deletes.
        with suppress(OSError):
            _put_by(new, spare)


def _begin(new: Path, spare: Path | None) -> None:
    """Make the folder of a new site, of an old one where there is one."""
    if spare is not None and not spare.is_symlink() and (spare / MARKER).is_file():
        with suppress(OSError):  # on another file system, it cannot become the output
            spare.rename(new)
            return
    new.mkdir()
    (new / MARKER).write_text(_MARKER_TEXT, "utf-8")


def _put_by(old: Path, spare: Path | None) -> None:
    """Keep an old site for the next one, or delete it."""
    if spare is not None and old.is_dir() and not spare.exists() and not spare.is_symlink():
        with suppress(OSError):
            old.rename(spare)
            return
    _delete(old)


def repair(output: Path) -> None:
    """Put right what a killed command left beside an output; nothing where there is nothing.

    Raises:
        PublishError: another command writes it now, or it cannot be put right.
    """
    output = output.absolute()
    if not output.parent.is_dir():
        return
    with locked(_beside(output, "lock"), str(output)):
        try:
            _repair(output)
        except OSError as error:
            raise PublishError(f"{output}: what a killed build left cannot be put right: {error}") from error


def _repair(output: Path) -> None:
    journal = _beside(output, "journal")
    if journal.is_file():
        old = _old_of(journal, output)
        # Killed between the two moves: the last site that was published is the old one.
        if old is not None and old.is_dir() and not output.exists():
            old.rename(output)
        journal.unlink()
    name = re.compile(re.escape(f".{output.name}.") + r"(new|old)-[0-9a-f]{8}")
    for place in sorted(output.parent.iterdir()):
        if name.fullmatch(place.name) and not place.is_symlink() and _is_ours(place):
            _delete(place)


def _old_of(journal: Path, output: Path) -> Path | None:
    """The folder that a journal says the old site was moved to."""
    try:
        name = json.loads(journal.read_text("utf-8"))["old"]
    except (ValueError, KeyError, TypeError):
        return None  # killed while it was written, and so before the first move
    place = output.parent / str(name)
    return place if place.parent == output.parent else None


def _exchange(new: Path, output: Path) -> None:
    """Put the new site in the place of the output; what was there is at ``new`` after it, if anything was."""
    if not output.exists():
        new.rename(output)
    elif not swap(new, output):
        _move_twice(new, output)


def _move_twice(new: Path, output: Path) -> None:
    """Exchange by two moves, written down before, so that a kill between them can be put right."""
    old = _beside(output, f"old-{secrets.token_hex(4)}")
    journal = _beside(output, "journal")
    aside = _beside(output, "journal-new")
    aside.write_text(json.dumps({"old": old.name}), "utf-8")
    aside.replace(journal)
    output.rename(old)
    try:
        new.rename(output)
    except BaseException:
        old.rename(output)
        journal.unlink()
        raise
    journal.unlink()
    old.rename(new)


def hold_replaceable(output: Path) -> None:
    """Hold that an output may be replaced: it is not there, empty, or a site of ours.

    Raises:
        PublishError: It may not.
    """
    if output.is_symlink():
        raise PublishError(
            f"{output}: is a link; give the folder that it leads to ({output.resolve()}) as the output"
        )
    if not output.name:
        raise PublishError(
            f"{output}: is the root of the file system; give a folder of its own as the output"
        )
    if not output.exists():
        return
    if not output.is_dir():
        raise PublishError(f"{output}: is a file; give another output, or move it away")
    if not _is_ours(output):
        raise PublishError(
            f"{output}: holds files that are not a site written by this program (it has no {MARKER}); "
            "give another output, or move them away",
        )


def _is_ours(folder: Path) -> bool:
    """Whether a folder may be deleted."""
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))


def _delete(folder: Path) -> None:
    """Delete a folder of ours; its marker goes last, so that what a kill leaves of it is known as ours."""
    if not folder.is_dir():
        return
    for place in sorted(folder.iterdir()):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        elif place.name != MARKER:
            place.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def _beside(output: Path, suffix: str) -> Path:
    return output.with_name(f".{output.name}.{suffix}")
