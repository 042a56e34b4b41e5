"""Text stamped with times and speakers, as meeting tools export it and recognisers print it.

A stamp stands on a line of its own (`发言人1 00:12`, `张三 2024-07-05 10:01:02`, `00:12 张三`), or before the
words (`张三(00:12:31)：……`, `[00:12:31] 张三：……`, `[00:12.30 --> 00:15.00] ……`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.intake.formats.gathering import Gathering, Line, Reading, lines, milliseconds
from generator.intake.heard import Cue

_DATE: Final = r"(?:(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?[ T]+)?"
_TIME: Final = (
    r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2})(?:[.,](?P<fraction>\d{1,3}))?"
)
_NAME: Final = (
    r"(?P<name>[^\W\d_](?:[^\n:：\[\]()（）【】，。,？?！!]{0,38}?[^\s:：\[\]()（）【】，。,？?！!])?)"
)
_END: Final = r"(?:[ \t]*(?:-->|--|-|~|–)[ \t]*[\d:.,]+)?"
_OPEN: Final = r"[\[(（【]"
_CLOSE: Final = r"[\])）】]"
_ALONE: Final = tuple(
    re.compile(form)
    for form in (
        rf"\s*{_NAME}[ \t\u3000]+{_OPEN}?{_DATE}{_TIME}{_END}{_CLOSE}?[ \t]*[:：]?\s*",
        rf"\s*{_OPEN}?{_DATE}{_TIME}{_END}{_CLOSE}?[ \t\u3000]+{_NAME}[ \t]*[:：]?\s*",
        rf"\s*{_TIME}{_END}\s*",
    )
)
_BEFORE: Final = tuple(
    re.compile(form)
    for form in (
        rf"\s*{_OPEN}{_DATE}{_TIME}{_END}{_CLOSE}[ \t]*(?:{_NAME}[ \t]*[:：])?[ \t]*",
        rf"\s*{_NAME}[ \t]*{_OPEN}{_DATE}{_TIME}{_END}{_CLOSE}[ \t]*[:：]?[ \t]*",
        rf"\s*{_NAME}[ \t]+{_DATE}{_TIME}{_END}[ \t]*[:：][ \t]*",
    )
)
_CALLED: Final = re.compile(r"(?:发言人|說話人|说话人|講話者|讲话人|Speaker|SPEAKER)[ _]?\d*")
_SEEN: Final = 400  # Lines that tell the format.
_OFTEN: Final = 0.1
_LONGEST: Final = 120  # Characters of a stamp's line; a longer one is not tried.
_HEADER: Final = 2_000  # Characters before the first stamp that a tool writes: a title, a day, keywords.


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a line says before its words, which begin at `words` in the line."""

    time: int
    dated: bool
    name: str
    words: int


def looks_stamped(start: str) -> bool:
    """Whether lines at the beginning of a file bear stamps, more than by chance."""
    seen = [line for line in lines(start) if line.words.strip()][:_SEEN]
    stamps = [stamp for stamp in map(_stamp, seen) if stamp]
    if any(_CALLED.fullmatch(stamp.name) for stamp in stamps):
        return True
    return len(stamps) > 1 and len(stamps) >= _OFTEN * len(seen)


def read_stamped(raw: str) -> Reading:
    """Read stamped text.

    What stands before the first stamp is the tool's heading, if it is short. Where stamps bear a day, they
    tell the clock on the wall; the recording's clock then begins with the first of them.
    """
    gathering = Gathering(raw)
    stamped = [(line, _stamp(line)) for line in lines(raw)]
    first = next((at for at, (_, stamp) in enumerate(stamped) if stamp), 0)
    header = stamped[first][0].start <= _HEADER if stamped else False
    zero: int | None = None
    pending: Cue | None = None
    for line, stamp in stamped[first if header else 0 :]:
        words = line.start
        if stamp:
            zero = stamp.time if zero is None and stamp.dated else zero
            pending = Cue(0, stamp.time - (zero or 0) if stamp.dated else stamp.time, stamp.name)
            words = line.start + stamp.words
        if not raw[words : line.after].strip():
            continue
        if pending:
            gathering.cues.append(Cue(words, pending.start, pending.speaker))
            pending = None
        gathering.keep(words, line.after)
    return gathering.reading()


def _stamp(line: Line) -> _Stamp | None:
    head = line.words[:_LONGEST]
    if ":" not in head:
        return None
    if len(line.words) <= _LONGEST:
        for form in _ALONE:
            found = form.fullmatch(line.words)
            if found:
                return _stamp_of(found, len(line.words))
    for form in _BEFORE:
        found = form.match(head)
        if found:
            return _stamp_of(found, found.end())
    return None


def _stamp_of(found: re.Match[str], words: int) -> _Stamp | None:
    parts = found.groupdict()
    time = milliseconds(parts["hours"], parts["minutes"], parts["seconds"], parts["fraction"])
    day = 0
    if parts.get("year"):
        try:
            day = date(int(parts["year"]), int(parts["month"]), int(parts["day"])).toordinal()
        except ValueError:
            return None
    name = " ".join((parts.get("name") or "").split())
    return _Stamp(time + day * 86_400_000, bool(day), name, words)
