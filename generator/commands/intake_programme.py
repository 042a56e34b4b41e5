"""What a recording tells of a programme, put into `forum.yml` where the editor has left it open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from generator.commands.appending import append_entry
from generator.commands.entry_keys import set_keys
from generator.commands.intake_files import GivenFile
from generator.commands.skeletons import localized, title_from
from generator.intake.division import Division, FoundSession
from generator.intake.heard import Heard
from generator.intake.step import Known
from generator.model.dates import Timecode
from generator.model.forum import Forum
from generator.model.identifiers import SessionId
from generator.model.session import RecordState, Role, Session, SessionKind

WHY_NONE: Final = "{zh-Hans: 录音里没有这一场。, en: It is not in the recording.}"
"""Why a session that was not found has no record."""

_ROLES: Final = {SessionKind.PANEL: Role.PANELIST, SessionKind.CEREMONY: Role.GUEST}


def tell_programme(
    text: str,
    known: Known,
    division: Division,
    files: Sequence[GivenFile],
    *,
    begun: Collection[str],
    first: bool,
) -> str:
    """Write into a forum's file what its recording tells; what an editor has decided stays.

    Recordings that the forum does not name are added. A session whose record begins gets `record: published`
    if it was pending, and the part of the recording that holds it; one that has a chapter in the host's
    record gets `record: host`. A session that the programme does not have
    is put after the one before it. At a first intake of all recordings, what is pending and missing gets
    `record: none`.

    Args:
        text: The file, without a fault.
        known: The forum and its recording.
        division: Where the sessions are.
        files: The recordings.
        begun: Sessions whose record is written now and was not there before; those that have a chapter in
            the host's record, if that is such a one.
        first: Nothing of this forum was taken in before.

    Raises:
        CannotAppendError: The file is written in a way in which this cannot be added.
    """
    new = text
    for file in files:
        if file.new:
            new = append_entry(new, "recordings", (f"id: {file.recording}", f"sha256: {file.digest}"))
    new = set_keys(
        new, "sessions", _keys(known, division, begun, missing=first and _is_whole(known.forum, files))
    )
    for number, session in enumerate(division.sessions):
        if session.proposed and session.id in begun and known.forum.session(session.id) is None:
            before = division.sessions[number - 1].id if number else ""
            new = append_entry(new, "sessions", _entry(known, session), after=before)
    return new


def _keys(
    known: Known, division: Division, begun: Collection[str], *, missing: bool
) -> Mapping[str, Mapping[str, str]]:
    forum = known.forum
    found: dict[str, dict[str, str]] = {}
    for session in division.sessions:
        held = forum.session(session.id)
        if held is None or session.id not in begun:
            continue
        keys = found.setdefault(session.id, {})
        if held.record is RecordState.PENDING:
            keys["record"] = RecordState.PUBLISHED.value
        if not held.heard:
            parts = [one for one in division.sessions if one.id == session.id]
            keys["heard"] = _heard(known.heard, parts)
    heard = {session.id for session in division.sessions}
    own = [one.id for one in forum.sessions if one.id in begun and one.id not in heard]
    for hosted in _pending(forum, own):
        found[hosted.id] = {"record": RecordState.HOST.value}
    for absent in _pending(forum, division.missing) if missing else ():
        found[absent.id] = {"record": RecordState.NONE.value}
        if not absent.why:
            found[absent.id]["why"] = WHY_NONE
    return found


def _is_whole(forum: Forum, files: Sequence[GivenFile]) -> bool:
    """Whether all recordings of a forum were given: in one that was not, a missing session may be."""
    return {one.id for one in forum.recordings} <= {file.recording for file in files}


def _pending(forum: Forum, missing: Sequence[SessionId]) -> list[Session]:
    sessions = (forum.session(one) for one in missing)
    return [one for one in sessions if one and one.record is RecordState.PENDING]


def _entry(known: Known, session: FoundSession) -> tuple[str, ...]:
    title = localized(title_from(session.id), known.forum.language)
    role = _ROLES.get(session.kind, Role.SPEAKER)
    people = [f"  - {{person: {person}, roles: [{role}]}}" for person in session.speakers]
    return (
        f"id: {session.id}",
        "# heard in the recording, and not in the programme: give it a title, or take it out with its record",
        f"kind: {session.kind}",
        f"title: {title}",
        *(("people:", *people) if people else ()),
        f"heard: {_heard(known.heard, [session])}",
        f"record: {RecordState.PUBLISHED}",
    )


def _heard(heard: Heard, parts: Sequence[FoundSession]) -> str:
    """Write where a session was heard: by the recording's clock, or by lines where it has none."""
    entries = []
    for part in parts:
        for file in heard.files:
            start, end = max(part.start, file.base), min(part.end, file.end)
            if start >= end:
                continue
            clock = _clock(heard, start, end, file.base, file.end)
            lines = f"lines: [{file.position(start)[0]}, {file.position(end - 1)[0]}]"
            entries.append(f"{{recording: {file.recording}, {clock or lines}}}")
    return f"[{', '.join(entries)}]"


def _clock(heard: Heard, start: int, end: int, base: int, after: int) -> str:
    timed = [(cue.index, cue.start) for cue in heard.cues if cue.start is not None]
    timed = [one for one in timed if base <= one[0] < after]
    places = [place for place, _ in timed]
    first, last = bisect_right(places, start) - 1, bisect_left(places, end)
    if not timed:
        return ""
    begins = Timecode(timed[max(first, 0)][1] // 1000)
    ends = Timecode(timed[last][1] // 1000) if last < len(timed) else None
    return f'from: "{begins}"' + (f', to: "{ends}"' if ends and ends.seconds > begins.seconds else "")
