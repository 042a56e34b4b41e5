"""Two hundred bendings, written apart from the rules: how many are found, and how quiet faith is."""

from __future__ import annotations

import pytest

from generator.fidelity.finding import Finding
from tests.fidelity.planted_run import Planted

FOUND_AT_LEAST = 138
"""Of two hundred. What is missed is, above all, two things changed round within a sentence."""
QUIET_AT_MOST = 50
"""Findings in the faithful records and their translations, of 150 blocks."""


def _told(findings: list[Finding]) -> set[tuple[str, str, str]]:
    return {(one.mark, one.words, one.message) for one in findings}


@pytest.mark.prove
def test_bendings_are_found_and_faithful_records_are_mostly_quiet() -> None:
    planted = Planted()
    faithful = {name: _told(planted.hold(planted.record(name))) for name in planted.names()}
    assert sum(map(len, faithful.values())) <= QUIET_AT_MOST
    found = 0
    for bending in planted.bendings:
        name, mark = bending["record"], bending["mark"]
        bent = _told(planted.hold(planted.record(name, bending["old"], bending["new"])))
        found += any(one[0] == mark for one in bent - faithful[name])
    assert found >= FOUND_AT_LEAST
