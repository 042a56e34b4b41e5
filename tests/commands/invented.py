"""A whole project about the invented forum, and calls of the program in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main

REPOSITORY = Path(__file__).parent.parent.parent
FIXTURE = REPOSITORY / "tests" / "fixtures" / "jiangwan"
SETTINGS = """\
name: {zh-Hans: 潮间带实录, en: Tideland Proceedings}
lead: {zh-Hans: 退潮的时候说过的话。, en: What was said at low tide.}
url: https://tideland.example/proceedings/
languages: [zh-Hans, en, zh-Hant]
"""


def make_project(folder: Path) -> Path:
    """Copy the invented forum with the repository's templates and words, and give it settings of its own."""
    folder.mkdir(parents=True)
    shutil.copytree(FIXTURE / "content", folder / "content")
    for name in ("templates", "site_config"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    (folder / "site_config" / "site.yml").write_text(SETTINGS, "utf-8")
    return folder


@dataclass(frozen=True)
class Said:
    """What a call of the program came to."""

    code: int
    out: str
    err: str


class Program:
    """Calls the program in this process, for one project."""

    def __init__(self, project: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.project = project
        self.capture = capture

    def __call__(self, *arguments: str | Path) -> Said:
        self.capture.readouterr()
        code = main([*map(str, arguments), "--project", str(self.project)])
        said = self.capture.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)


def started(*arguments: str | Path, **settings: str) -> subprocess.Popen[str]:
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=REPOSITORY,
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def called(*arguments: str | Path, **settings: str) -> Said:
    """Run the program in a process of its own."""
    process = started(*arguments, **settings)
    out, err = process.communicate()
    return Said(process.returncode, out, err)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        place.relative_to(root).as_posix(): place.read_bytes()
        for place in sorted(root.rglob("*"))
        if place.is_file()
    }


def edit(place: Path, old: str, new: str) -> None:
    """Change a text that stands once in a file."""
    text = place.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {place.name}"
    place.write_bytes(text.replace(old, new).encode())
