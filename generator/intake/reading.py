"""Files of a recording to what was heard, whatever their format and encoding."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.intake.encoding import check_size, decode
from generator.intake.formats.gathering import MOST_SAID, Reading, TooMuchSaidError
from generator.intake.formats.markdown import looks_like_markdown, read_markdown
from generator.intake.formats.plain import read_plain
from generator.intake.formats.srt import looks_like_srt, read_srt
from generator.intake.formats.stamped import looks_stamped, read_stamped
from generator.intake.formats.vtt import looks_like_vtt, read_vtt
from generator.intake.formats.whisper_json import looks_like_json, read_whisper_json
from generator.intake.heard import Cue, Heard, HeardFile, Picture, Title
from generator.intake.recording_error import RecordingError
from generator.intake.text import Text
from generator.model.identifiers import RecordingId

LONGEST_LINE: Final = 2_000_000
"""Characters; more than was ever said in a day. Only JSON has such lines."""

MOST_LINES: Final = 1_000_000
"""Of a file that is no JSON; a day's subtitles have some tens of thousands."""

_MUCH: Final = f"more than {MOST_SAID:,} characters are said in it, which is weeks of speech"
_PARTS: Final = "take in a forum's recordings only"
_NOT_READ: Final = (
    (re.compile(r"\s*<(?:!doctype|html|\?xml|tt|transcript)\b", re.IGNORECASE), "a web page or XML"),
    (re.compile(r"\s*\[Script Info\]"), "subtitles of Advanced SubStation (ASS)"),
    (re.compile(r"\s*start\tend\ttext\n"), "a table (TSV)"),
)
_READ: Final = "give the same as text, SRT, WebVTT or JSON"
_START: Final = 20_000  # Characters that tell the format.


def read_recording(files: Sequence[tuple[RecordingId, str, bytes]]) -> Heard:
    """Read the files of a recording, in order.

    Args:
        files: For each its id in the forum, its name (a folder before it is only for messages) and its bytes.

    Returns:
        What was heard. Between two files there is a line break that belongs to neither.

    Raises:
        RecordingError: One of them cannot be read, or nothing is said in it.
        ValueError: There are none.
    """
    if not files:
        message = "a recording has at least one file"
        raise ValueError(message)
    heard: list[HeardFile] = []
    texts: list[Text] = []
    cues: list[Cue] = []
    pictures: list[Picture] = []
    titles: list[Title] = []
    chunked: list[bool] = []
    base = size = said = 0
    for recording, name, data in files:
        size += len(data)
        check_size(name, size)
        raw = decode(name, data)
        try:
            reading = _read(raw, name)
        except TooMuchSaidError:
            raise RecordingError(name, _MUCH, _PARTS) from None
        said += len(reading.text)
        if said > MOST_SAID:
            raise RecordingError(name, f"with what is before it, {_MUCH}", _PARTS)
        if not any(character.isalnum() for character in reading.text.words):
            raise RecordingError(name, "nothing is said in it", "give a transcript with words")
        heard.append(HeardFile(recording, name, raw, base))
        texts.append(_placed(reading.text, base, heard[-1].end))
        cues.extend(replace(cue, index=cue.index + base) for cue in reading.cues)
        pictures.extend(replace(picture, index=picture.index + base) for picture in reading.pictures)
        titles.extend(replace(title, index=title.index + base) for title in reading.titles)
        chunked.append(reading.chunked)
        base = heard[-1].end + 1
    return Heard(tuple(heard), Text.joined(texts), tuple(cues), tuple(pictures), tuple(titles), all(chunked))


def _read(raw: str, name: str) -> Reading:
    """Read a file by what stands in it; its name tells only where that says nothing."""
    start, low = raw[:_START].removeprefix("\ufeff"), name.lower()
    for sign, what in _NOT_READ:
        if sign.match(start):
            raise RecordingError(name, f"this is {what}", _READ)
    if looks_like_json(start) or low.endswith(".json"):
        return read_whisper_json(raw, name)
    _check_lines(raw, name)
    if looks_like_vtt(start):
        return read_vtt(raw, name)
    if looks_like_srt(start) or low.endswith(".srt"):
        return read_srt(raw, name)
    if looks_like_markdown(start):
        return read_markdown(raw)
    if looks_stamped(start):
        return read_stamped(raw)
    return read_markdown(raw) if low.endswith((".md", ".markdown")) else read_plain(raw)


def _check_lines(raw: str, name: str) -> None:
    if raw.count("\n") > MOST_LINES:
        raise RecordingError(name, f"it has more than {MOST_LINES:,} lines", _PARTS)
    at = number = 0
    while at < len(raw):
        number += 1
        end = raw.find("\n", at)
        end = len(raw) if end < 0 else end
        if end - at > LONGEST_LINE:
            reason = f"this line has {end - at} characters, which nobody says in one"
            raise RecordingError(
                f"{name}:{number}", reason, "give the recogniser's text with its line breaks"
            )
        at = end + 1


def _placed(text: Text, base: int, end: int) -> Text:
    """Move a file's text to its place; it ends with a line break, its own or the one behind it."""
    moved = array("q", (origin + base for origin in text.origins)) if base else array("q", text.origins)
    if text.words.endswith("\n"):
        return Text(text.words, moved)
    moved.append(end)
    return Text(text.words + "\n", moved)
