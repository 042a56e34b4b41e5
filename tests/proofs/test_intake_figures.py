"""What an intake makes of real recordings, held against what people say is in them.

Recordings and judgements stand beside the project, in `shared/seeds` and `shared/gold`; where they do not,
this file is not collected. The misheard forms that content lists are taken away first: what is held here are
the figures of the method.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, Final

import pytest

from generator.intake.pipeline import take_in
from generator.intake.reading import read_recording
from generator.intake.report import make_report, report_text
from generator.intake.settings import load_settings
from generator.intake.step import Known
from generator.model.forum import Forum
from generator.model.proceedings import Proceedings
from generator.store.load import load_content
from tests.building import ROOT

SHARED: Final = ROOT.parent / "shared"
GOLD: Final = {
    json.loads(path.read_text("utf-8"))["sha256"]: path for path in sorted((SHARED / "gold").glob("*.json"))
}
AT_LEAST: Final = {
    "noise.recall": 0.98,
    "noise+repeats.recall": 0.93,
    "dropped.precision": 0.99,
    "seams.joined": 1.0,
    "session.starts.f1": 0.96,
    "session.ends.f1": 0.90,
    "session.speaker": 1.0,
    "names.people.recall": 0.80,
    "names.terms.recall": 0.75,
    "turns.f1": 0.80,
    "turns.speaker": 0.95,
    "script.hant.f1": 0.99,
    "drafts.hold.kept": 0.93,
    "drafts.nothing.else": 0.93,
}
AT_MOST: Final = {
    "speech.lost": 0.001,
    "trimmed.share": 0.08,
    "account.unexplained": 0.0,
    "names.wrong": 0.0,
    "names.unjudged": 0.10,
}

FALLS_SHORT: Final = {
    # Content writes one speaker's name as he does, the judgement as the recogniser heard it.
    ("003", "session.speaker"): 0.75,
    # What is left is heard too far from its name: syllables lost, or Latin letters of another word.
    ("000", "names.terms.recall"): 0.70,
    ("003", "names.people.recall"): 0.28,
    ("003", "names.terms.recall"): 0.45,
}
"""What is below its aim, and why; below this, it has become worse."""


@pytest.fixture(scope="module")
def held() -> Proceedings:
    """The shipped content, as if nobody had ever noted a misheard form."""
    found = load_content(ROOT).proceedings

    def bare(entries: Mapping[Any, Any]) -> Mapping[Any, Any]:
        return MappingProxyType({key: replace(entry, misheard=()) for key, entry in entries.items()})

    return replace(
        found,
        people=bare(found.people),
        terms=bare(found.terms),
        organisations=bare(found.organisations),
    )


def scoring() -> ModuleType:
    """Load the program that scores; it stands beside the judgements."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forum_of(held: Proceedings, digest: str) -> Forum:
    return next(
        forum for forum in held.forums.values() if any(one.sha256 == digest for one in forum.recordings)
    )


@pytest.mark.prove
@pytest.mark.parametrize("digest", GOLD, ids=[path.stem for path in GOLD.values()])
def test_the_figures_are_reached(digest: str, held: Proceedings, tmp_path: Path) -> None:
    gold = json.loads(GOLD[digest].read_text("utf-8"))
    path = next(one for one in (SHARED / "seeds").iterdir() if _digest(one) == digest)
    forum = forum_of(held, digest)
    heard = read_recording([(forum.recordings[0].id, path.name, path.read_bytes())])
    known = Known(held, forum, heard, load_settings(ROOT / "site_config" / "intake"))
    taken = take_in(known)
    report = json.loads(report_text(make_report(known, taken.done, taken.division)))
    for draft in taken.drafts:
        (tmp_path / draft.path[-1]).write_text(draft.text, "utf-8")
    score = scoring()
    figures, wrong = score.score(gold, score.Text(path.read_text("utf-8")), report, tmp_path)
    least = {name: FALLS_SHORT.get((GOLD[digest].stem, name), aim) for name, aim in AT_LEAST.items()}
    missed = {
        name: value
        for name, value in figures.items()
        if value < least.get(name, 0.0) or value > AT_MOST.get(name, float("inf"))
    }
    assert missed == {}, "\n".join(wrong)
    assert set(figures) <= {*AT_LEAST, *AT_MOST}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
