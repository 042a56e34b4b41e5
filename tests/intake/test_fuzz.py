"""Whatever a recording is: it is read or refused with a reason, without a traceback and a long wait."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings

from generator.intake.reading import read_recording
from generator.intake.recording_error import RecordingError
from generator.model.identifiers import RecordingId
from tests.intake.invented_recording import recording
from tests.intake.test_hostile_recordings import JSON, SRT, VTT
from tests.store.mutations import changed

PATIENCE = 5  # seconds of work for one file
FEW, MANY = 200, 10_000

_LINES = recording().splitlines()[:40]
_STAMPED = "".join(f"发言人{number % 3} 00:{number:02}:12\n{line}\n\n" for number, line in enumerate(_LINES))
_HEADED = "".join(f"# 第{number}章\n\n**甲**：{line}\n\n" for number, line in enumerate(_LINES))
_FORMS = (
    ("a.txt", "\n".join(_LINES)),
    ("a.srt", SRT[:3000]),
    ("a.vtt", VTT[:3000]),
    ("a.json", JSON[:3000] + "]}"),
    ("b.json", JSON),
    ("b.txt", _STAMPED),
    ("a.md", _HEADED),
)


@pytest.mark.parametrize("number", [FEW, pytest.param(MANY, marks=pytest.mark.prove)])
def test_any_recording_is_read_or_refused(number: int) -> None:
    @settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(changed([text for _, text in _FORMS]))
    def one(drawn: tuple[int, bytes]) -> None:
        which, data = drawn
        begun = time.process_time()
        words = "."
        with suppress(RecordingError):
            words = read_recording([(RecordingId("a"), _FORMS[which][0], data)]).text.words
        assert words.strip()
        assert not set(words) & set("\x00\u202e\u200b\ufeff\u2028")
        assert time.process_time() - begun < PATIENCE

    one()
