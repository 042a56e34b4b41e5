"""What is kept hangs on each of its inputs: with any one taken out, a wrong site would be built."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.failure import Exit
from tests.commands.drawn import inputs_of_content, inputs_of_files
from tests.commands.drawn.building import Builder, different

INPUTS = inputs_of_content.CELLS | inputs_of_content.FACTS | inputs_of_files.INPUTS


@pytest.mark.prove
@pytest.mark.parametrize("name", INPUTS, ids=lambda name: name.replace(" ", "-"))
def test_without_it_the_site_is_wrong(
    name: str, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = INPUTS[name]
    now = one.later or (one.language,)
    one.before(project)
    with Builder.opened(project, tmp_path / "kept") as kept:
        with monkeypatch.context() as patch:
            one.out(patch)
            first = kept.build(search=one.search, languages=(one.language,))
            assert first.code is Exit.DONE, first.said
            one.edit(project)
            came = kept.build(search=one.search, languages=now, url=one.url)
        clean = Builder(project, tmp_path / "clean", kept.engine, clean=True)
        try:
            right = clean.build(search=one.search, languages=now, url=one.url)
        finally:
            inputs_of_files.undo()
    assert came != right or different(kept.files(), clean.files()), "it can be left out"
