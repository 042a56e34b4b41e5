"""The recordings of forums that are at hand: files of the call, and of the recordings folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from generator.commands.failure import CommandError, Exit
from generator.commands.intake_files import known_recording, read_files, unknown_recording
from generator.commands.project import Project
from generator.fidelity.recording import RecordingText
from generator.intake.encoding import check_size
from generator.intake.reading import read_recording
from generator.intake.recording_error import RecordingError
from generator.model.forum import Forum
from generator.model.identifiers import ForumId, RecordingId
from generator.model.proceedings import Proceedings

FOLDER: Final = "recordings"
"""Where recordings are looked for, in the project; it is in no version control and is never published."""

Found = dict[ForumId, dict[RecordingId, tuple[str, bytes]]]
"""For each forum its recordings that are at hand, with their names and bytes."""


def find_recordings(
    project: Project, held: Proceedings, paths: Sequence[Path] = (), forum: ForumId | None = None
) -> Found:
    """Find which recordings of which forums are at hand.

    A file is a recording of a forum if the forum names its digest. A file of the folder that no forum
    names is passed over.

    Args:
        project: Whose folder `recordings/` is looked into.
        held: The forums.
        paths: Files of the call.
        forum: Only this one is asked for.

    Raises:
        CommandError: A file of the call is not there, or no forum that is asked for names it.
    """
    forums = [
        one
        for one in held.forums.values()
        if forum in {None, one.id} and any(r.sha256 for r in one.recordings)
    ]
    found: Found = {}
    for path, data in read_files(paths):
        if not _keep(found, forums, str(path), data):
            asked = held.forums.get(forum) if forum else None
            message = (
                unknown_recording(path, data, asked, held) if asked else f"{path}: no forum names its digest"
            )
            raise CommandError(message, Exit.WRONG)
    for path in _in_folder(project.root / FOLDER):
        missing = [one for one in forums if _wanted(one) - {*found.get(one.id, ())}]
        if not missing:
            break
        _keep(found, missing, str(path), path.read_bytes())
    return found


def recording_text(forum: Forum, files: dict[RecordingId, tuple[str, bytes]]) -> RecordingText:
    """Read the recordings of a forum that are at hand.

    Raises:
        CommandError: One of them cannot be read.
    """
    heard = []
    for recording in (one.id for one in forum.recordings if one.id in files):
        name, data = files[recording]
        try:
            read = read_recording([(recording, name, data)])
        except RecordingError as error:
            raise CommandError(str(error), Exit.WRONG) from None
        file = read.files[0]
        heard.append((recording, read.text.words, [file.position(origin) for origin in read.text.origins]))
    return RecordingText.of(heard)


def _wanted(forum: Forum) -> set[RecordingId]:
    return {one.id for one in forum.recordings if one.sha256}


def _keep(found: Found, forums: Sequence[Forum], name: str, data: bytes) -> bool:
    kept = False
    for one in forums:
        try:
            recording = known_recording(name, data, one)
        except RecordingError:
            continue
        if recording:
            found.setdefault(one.id, {}).setdefault(recording, (name, data))
            kept = True
    return kept


def _in_folder(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            try:
                check_size(str(path), path.stat().st_size)
            except RecordingError:
                continue
            yield path
