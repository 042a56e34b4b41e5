"""What intake marks for a person, from the recording to what readers see."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.invented import Program
from tests.commands.night import FORUM, HOME


def test_what_touches_the_review_list_is_marked_and_held_back_until_somebody_has_looked(
    program: Program, project: Path, given: Path, tmp_path: Path
) -> None:
    words = given.read_text("utf-8").split("\n")
    words[20:20] = ["那天连前任总统", "也到滩上来看过水尺"]
    given.write_text("\n".join(words), "utf-8")
    report = tmp_path / "report.json"
    assert program("intake", given, "--forum", FORUM, "--report", report).code == 0
    marked = [one for one in json.loads(report.read_text("utf-8"))["marked"] if one["reason"] == "sensitive"]
    assert marked == [{"from": [21, 5], "to": [21, 7], "reason": "sensitive"}]
    record = (project / HOME / "records" / "one-plate.zh-Hans.md").read_text("utf-8")
    (line,) = [line for line in record.splitlines() if "总统" in line]
    assert "<!-- review: sensitive: 总统 --> ^" in line
    assert "review-sensitive" in program("check").out
    mark = line[-4:]
    assert program("resolve", f"{FORUM}/one-plate", "--mark", mark).code == 0
    assert "review-sensitive" not in program("check").out
