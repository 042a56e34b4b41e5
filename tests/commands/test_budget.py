from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.budget import Budget, size_words
from generator.commands.failure import CommandError, Exit
from generator.model.site import Limits
from generator.render.placing import Given
from tests.commands.invented import Program, edit, files_of, make_project

FILES = {
    "index.html": Given("/x", "", 40_000),
    "en/search/index.html": Given("/x", "", 5_000),
    "en/search/index/0.bin": Given("/x", "", 30_000),
    "assets/people/ada.JPG": Given(b"", "", 20_000),
    "assets/proceedings.css": Given("/x", "", 3_000),
    "sitemap.xml": Given(b"", "", 2_000),
}


def test_bytes_are_told_by_kind() -> None:
    budget = Budget.of(FILES)
    assert budget.words(Limits(bytes=1_000_000, minutes=10), 30) == (
        "6 files, 100 KB (pages 45 KB, search 30 KB, pictures 20 KB, the rest 5 KB): "
        "10% of 1 MB and 5% of 10 minutes that the host gives"
    )
    assert (budget.pages, budget.bytes) == (2, 100_000)
    assert "less than 1% of 1 GB" in budget.words(Limits(), 1)


def test_from_80_per_cent_on_it_is_said() -> None:
    budget = Budget.of(FILES)
    assert list(budget.near(Limits(bytes=125_001), 1)) == []
    assert list(budget.near(Limits(), 479)) == []
    (size,) = budget.near(Limits(bytes=125_000), 1)
    assert "100 KB of 125 KB" in size
    assert "--no-search" in size
    (time,) = budget.near(Limits(), 480)
    assert "8 of the 10 minutes" in time


def test_a_site_of_the_size_of_the_limit_is_taken() -> None:
    budget = Budget.of(FILES)
    budget.hold(Limits(bytes=100_000))
    with pytest.raises(CommandError, match=r"100 KB \(pages 45 KB.*takes 100 KB: it was not published"):
        budget.hold(Limits(bytes=99_999))


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (12_345_678, "12.3 MB"),
        (10**9, "1 GB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_what_the_host_does_not_take_is_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make_project(tmp_path / "project")
    program = Program(project, capsys)
    call = ("build", "--language", "en", "--no-search")
    said = program(*call)
    assert said.code == 0
    assert "1 language, " in said.err
    assert "of 1 GB and " in said.err
    before = files_of(project / "site")
    size = sum(map(len, before.values()))
    settings = project / "site_config" / "site.yml"
    settings.write_text(settings.read_text("utf-8") + f"limits: {{bytes: {size}}}\n", "utf-8")
    near = program(*call)
    assert near.code == 0
    assert "near what its host takes" in near.err
    edit(settings, f"bytes: {size}", f"bytes: {size // 2}")
    edit(project / "content" / "people" / "tarn.yml", "Builds", "Makes")
    beyond = program(*call)
    assert beyond.code == Exit.WRONG
    assert "it was not published" in beyond.err
    assert files_of(project / "site") == before
    edit(settings, f"bytes: {size // 2}", "bytes: many")
    wrong = program(*call)
    assert wrong.code == Exit.WRONG
    assert "site_config/site.yml:" in wrong.err
