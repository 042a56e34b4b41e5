"""Addresses of recordings at a moment; nothing is loaded from there by a page."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from generator.model.dates import Timecode
from generator.model.forum import Forum
from generator.model.identifiers import RecordingId
from generator.model.record import RecordingTime
from generator.model.recording import Recording


def recording_url(recording: Recording, at: Timecode | None = None) -> str:
    """Return where a recording can be heard, at a moment if one is given; empty where nowhere.

    Bilibili and YouTube take seconds as `t`; a file takes a media fragment (W3C Media Fragments URI 1.0).
    """
    if recording.bilibili:
        part = {"p": recording.page} if recording.page else {}
        query = urlencode(part | ({"t": at.seconds} if at else {}))
        return f"https://www.bilibili.com/video/{quote(recording.bilibili)}" + (f"?{query}" if query else "")
    if recording.youtube:
        query = urlencode({"v": recording.youtube} | ({"t": f"{at.seconds}s"} if at else {}))
        return f"https://www.youtube.com/watch?{query}"
    if recording.url:
        return f"{recording.url}#t={at.seconds}" if at and "#" not in recording.url else recording.url
    return ""


def recording_host(recording: Recording) -> str:
    """Return the host that a reader would be led to, such as `www.bilibili.com`; empty where nowhere."""
    url = recording_url(recording)
    return url.split("/")[2] if "//" in url else ""


def recording_of(forum: Forum, recording: RecordingId | None, time: RecordingTime) -> Recording | None:
    """Return the recording that a moment of a record is in; None where that is not known.

    Args:
        forum: Whose recordings they are.
        recording: What a time without a recording's name is the clock of, if that is known.
        time: The moment.
    """
    name = time.recording or recording
    if name is None and len(forum.recordings) == 1:
        name = forum.recordings[0].id
    return next((one for one in forum.recordings if one.id == name), None)
