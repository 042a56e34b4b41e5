"""Same in, same out: the bytes of a site do not depend on folder, clock, locale, time zone or hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.building import FIXTURE, FORUM_URL, ROOT, make_project

DAYS = 400
CLOCK = Path(__file__).parent / "clock"
"""Holds a `sitecustomize`, which every Python process of a build loads before anything else."""


@dataclass(frozen=True)
class Surroundings:
    """What a build must not notice.

    Attributes:
        folder: Name of the project's folder.
        environment: Variables that are set.
        arguments: Of the command.
        later: Whether the clock, and the times of all files, are 400 days on.
    """

    folder: str
    environment: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    later: bool = False


PLAIN = Surroundings(
    "a",
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
    ("--jobs", "1"),
)
OTHERS = (
    Surroundings(
        "elsewhere/深处 with blanks & 'quotes'",
        {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN"},
        ("--jobs", "3"),
    ),
    Surroundings(
        "third",
        {"PYTHONHASHSEED": "random", "TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "LANGUAGE": "tr"},
    ),
    Surroundings(
        "later", {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"}, later=True
    ),
)


@pytest.mark.prove
def test_the_site_is_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    first = built(tmp_path, PLAIN)
    assert len(first) > 200
    for surroundings in OTHERS:
        found = built(tmp_path, surroundings)
        assert sorted(found) == sorted(first), surroundings.folder
        assert [name for name, digest in found.items() if digest != first[name]] == [], surroundings.folder


def test_the_clock_is_changed_for_every_process_and_in_every_way_to_ask_it() -> None:
    """Guards the proof: a clock that nobody sees proves nothing."""
    asked = (
        "import datetime, time, email.utils, logging\n"
        "print(time.time(), time.time_ns() / 1e9, datetime.datetime.now().timestamp(),"
        " datetime.datetime.now(datetime.timezone.utc).timestamp(), time.mktime(time.localtime()),"
        " datetime.datetime.combine(datetime.date.today(), datetime.time()).timestamp())"
    )
    real, later = (
        [float(number) for number in run(["-c", asked], environment, Path.cwd()).stdout.split()]
        for environment in ({}, {"PYTHONPATH": str(CLOCK)})
    )
    assert [round((after - now) / 86400) for now, after in zip(real, later, strict=True)] == [DAYS] * 6


def built(place: Path, surroundings: Surroundings) -> dict[str, str]:
    """Build the invented forum in its surroundings; return the digest of each file of the site."""
    project = make_project(place / surroundings.folder, FIXTURE, FORUM_URL)
    shutil.copytree(ROOT / "generator", project / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    environment = dict(surroundings.environment)
    seen = place / "seen"
    if surroundings.later:
        seen.mkdir()
        environment |= {"PYTHONPATH": str(CLOCK), "CLOCK_SEEN": str(seen)}
        for path in sorted(project.rglob("*")):
            after = path.stat().st_mtime + DAYS * 86400
            os.utime(path, (after, after))
    run(["-m", "generator", "build", *surroundings.arguments], environment, project)
    if surroundings.later:
        calls = [path.read_text("utf-8") for path in sorted(seen.iterdir())]
        assert any("generator build" in call for call in calls)
        assert any("multiprocessing" in call for call in calls), (
            "the processes of the engine saw another clock"
        )
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def run(call: list[str], environment: Mapping[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with nothing of our own environment but what finds and runs it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [sys.executable, *call],
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done
