"""An edited record that bent what was said, held against its recording: the known bendings are found.

Both stand beside the project, in `shared/seeds`; where they do not, there is nothing to prove. No sentence
of them is in here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.fidelity.seed_project import FORUM, make_project
from tests.repository import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"
KNOWN = ("两亿", "十亿", "赶上", "通益", "一七")


@pytest.mark.prove
def test_known_bendings_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited, recording = (next(iter(SEEDS.glob(name)), None) for name in ("001*", "000*"))
    if edited is None or recording is None:
        return
    project = make_project(tmp_path / "project", edited)
    main(["fidelity", "--project", str(project), "--forum", FORUM, "--format", "json", str(recording)])
    found = json.loads(capsys.readouterr().out)
    for words in KNOWN:
        assert any(words in one["message"].partition("’")[0] for one in found), words
    assert len(found) <= 110
