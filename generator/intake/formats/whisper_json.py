"""JSON of Whisper programs: openai-whisper, faster-whisper, whisper.cpp; positions are those of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.intake.formats.gathering import Gathering, Reading
from generator.intake.heard import Cue
from generator.intake.recording_error import RecordingError

REMEDY: Final = "give the JSON as openai-whisper, faster-whisper or whisper.cpp wrote it"
_BEGINNING: Final = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_STRING: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_PART: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]+", re.DOTALL
)
_CLOSE_WORDS: Final = (
    5_000  # Milliseconds: within a long segment, its words say when they were said this often.
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A string of the file, between its quotes."""

    start: int
    end: int


class _Object(dict[str, Any]):
    """An object; of a doubled key the last counts, as everywhere."""


def looks_like_json(start: str) -> bool:
    """Whether a file begins as JSON does; `[00:12] words` does not."""
    return _BEGINNING.match(start) is not None


def read_whisper_json(raw: str, name: str) -> Reading:
    """Read the segments of a recogniser.

    Raises:
        RecordingError: It is no JSON, or has no segments.
    """
    segments = _segments(_located(raw, name))
    if segments is None:
        raise RecordingError(name, "there are no segments with a text in this JSON", REMEDY)
    gathering = Gathering(raw)
    for segment in segments:
        _say(gathering, segment)
    return gathering.reading()


def _located(raw: str, name: str) -> Any:
    """Return the value with each string as where it stands: JSON's own parser does not say."""
    try:
        parsed = json.loads(raw, object_pairs_hook=tuple)
        return _locate(parsed, _STRING.finditer(raw))
    except json.JSONDecodeError as error:
        reason = f"broken JSON: {error.msg} (character {error.colno})"
        raise RecordingError(f"{name}:{error.lineno}", reason, "export it again") from None
    except (RecursionError, ValueError):  # Deeper, or with longer numbers, than any recogniser writes.
        raise RecordingError(name, "this is no JSON of a recogniser", REMEDY) from None


def _locate(value: Any, strings: Iterator[re.Match[str]]) -> Any:
    """Walk a value in the order of the file, where objects are tuples of pairs and keys are strings, too."""
    if isinstance(value, str):
        found = next(strings)
        return _Said(found.start() + 1, found.end() - 1)
    if isinstance(value, tuple):
        located = _Object()
        for key, item in value:
            next(strings)
            located[key] = _locate(item, strings)
        return located
    if isinstance(value, list):
        plain = (int, float, type(None))
        return [item if isinstance(item, plain) else _locate(item, strings) for item in value]
    return value


def _segments(value: Any) -> Sequence[Any] | None:
    if isinstance(value, _Object):
        for key in ("segments", "transcription"):
            if isinstance(value.get(key), list):
                return _segments(value[key])
        return [value] if isinstance(value.get("text"), _Said) else None
    if not isinstance(value, list):
        return None
    whole = [one for one in value if isinstance(one, _Object) and ("text" in one or "words" in one)]
    return whole if whole or not value else None


def _say(gathering: Gathering, segment: _Object) -> None:
    words = [one for one in _list(segment.get("words")) if isinstance(one, _Object)]
    text = segment.get("text")
    said = [text] if isinstance(text, _Said) else [one for one in map(_word, words) if one]
    said = [one for one in (_stripped(gathering.raw, one) for one in said) if one.start < one.end]
    if not said:
        return
    start = _start(segment)
    speaker = segment.get("speaker")
    named = gathering.raw[speaker.start : speaker.end] if isinstance(speaker, _Said) else ""
    if start is not None or named:
        gathering.cues.append(Cue(said[0].start, start, _plain(named)))
    if isinstance(text, _Said) and start is not None:
        gathering.cues.extend(_word_cues(gathering.raw, said[0], words, start))
    for one in said:
        _keep(gathering, one)
    gathering.put("\n", said[-1].end)


def _word_cues(raw: str, said: _Said, words: Sequence[_Object], start: int) -> Iterator[Cue]:
    """Yield when words of a long segment were said, as far as they stand in it as they are."""
    at = said.start
    for word in words:
        found, time = _word(word), _start(word)
        if found is None:
            continue
        place = raw.find(raw[found.start : found.end].strip(), at, said.end)
        if place < 0:
            return
        if time is not None and time >= start + _CLOSE_WORDS:
            yield Cue(place, time)
            start = time
        at = place


def _word(word: _Object) -> _Said | None:
    found = word.get("word", word.get("text"))
    return found if isinstance(found, _Said) else None


def _start(item: _Object) -> int | None:
    offsets = item.get("offsets")
    if isinstance(offsets, _Object):
        found = offsets.get("from")
        return found if isinstance(found, int) else None
    found = item.get("start")
    return round(found * 1000) if isinstance(found, int | float) and 0 <= found < 1e9 else None  # noqa: PLR2004 - finite


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _stripped(raw: str, said: _Said) -> _Said:
    """Leave out the blanks that recognisers put around a segment."""
    words = raw[said.start : said.end]
    start = said.start + len(words) - len(words.lstrip())
    return _Said(start, max(start, said.start + len(words.rstrip())))


def _keep(gathering: Gathering, said: _Said) -> None:
    if "\\" not in gathering.raw[said.start : said.end]:
        gathering.keep(said.start, said.end)
        return
    for part in _PART.finditer(gathering.raw, said.start, said.end):
        if part[0].startswith("\\"):
            gathering.put(_plain(part[0]), part.start())
        else:
            gathering.keep(part.start(), part.end())


def _plain(written: str) -> str:
    return str(json.loads(f'"{written}"'))
