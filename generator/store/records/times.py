"""Times at the beginning of a block: `[00:12:31]`, or `[a 00:12:31]` where there are several recordings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from generator.model.dates import Timecode
from generator.model.fault import Fault
from generator.model.identifiers import RecordingId
from generator.model.record import RecordingTime
from generator.store.records.source import Raw, Source

TIME: Final = re.compile(
    r"(?P<open>[\[［【])\s*(?:(?P<recording>[^\s\[\]［］【】]{1,80})\s+)?"
    r"(?P<at>[0-9]+[:：][0-9:：.,]*)\s*(?P<close>[\]］】])(?!\()"
)
"""What was meant as a time, right or wrong; a link whose words are a time is a link."""


@dataclass
class TimeReader:
    """Reads the times of one record, in order.

    Attributes:
        source: For places.
        recordings: The recordings of the forum; None where they are not known, and names pass.
        heard: The recording that times without a name belong to, where the forum has several.
    """

    source: Source
    recordings: tuple[RecordingId, ...] | None
    heard: RecordingId | None = None
    faults: list[Fault] = field(default_factory=list)
    _last: dict[RecordingId | None, RecordingTime] = field(default_factory=dict)

    def take(self, raw: Raw) -> tuple[RecordingTime | None, Raw]:
        """Take the time from the beginning of a block.

        Returns:
            The time, None where there is none or it is wrong, and the text after it.
        """
        found = TIME.match(raw.text)
        if not found:
            return None, raw
        rest = raw.cut(found.end())
        spot = raw.spot(0)
        try:
            at = Timecode.parse(found["at"])
        except ValueError as error:
            self._fault(raw, "time-form", f"'{found[0]}' is no time", f"{error}, in square brackets")
            return None, rest
        if (found["open"], found["close"]) != ("[", "]"):
            remedy = f"write [{found[0][1:-1].strip()}]"
            self._fault(raw, "time-form", "a time stands in square brackets", remedy)
            return None, rest
        recording = self._recording(raw, found["recording"])
        time = RecordingTime(at, recording)
        last = self._last.get(recording)
        if last and last.at > at:
            message = f"the time {at} lies before {last.at}, which stands further up"
            self.faults.append(
                self.source.fault(spot, "time-order", message, "put it right, or move the text")
            )
        else:
            self._last[recording] = time
        return time, rest

    def _recording(self, raw: Raw, name: str | None) -> RecordingId | None:
        if name is None:
            if self.recordings is not None and len(self.recordings) > 1 and self.heard is None:
                names = ", ".join(self.recordings)
                message = f"the forum has several recordings ({names}), and the time does not say which"
                self._fault(raw, "which-recording", message, f"write it as [{self.recordings[0]} 00:12:31]")
            return self.heard if self.recordings is not None and len(self.recordings) > 1 else None
        if self.recordings is not None and name not in self.recordings:
            known = ", ".join(self.recordings) or "none"
            message = f"the forum has no recording '{name}'"
            self._fault(raw, "unknown-recording", message, f"its recordings: {known}")
        return RecordingId(name)

    def _fault(self, raw: Raw, code: str, message: str, remedy: str) -> None:
        self.faults.append(self.source.fault(raw.spot(0), code, message, remedy))
