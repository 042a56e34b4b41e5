"""Whatever happens to a build, and whenever: the published site is one that was published whole."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from tests.building import FIXTURE, FORUM_URL, ROOT, make_project

DISK = Path(__file__).parent / "disk"
PERSON = "content/people/tarn.yml"
KILLS = 50
"""Of builds with a store, and as many of builds without one."""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, built."""
    project = make_project(tmp_path_factory.mktemp("whole") / "project", FIXTURE, FORUM_URL)
    assert run(project).returncode == 0
    return project


@pytest.fixture(scope="module")
def versions(one: Path) -> dict[bool, dict[str, bytes]]:
    """The site as it is, and as it is with one word changed, each from a clean build."""
    found = {}
    for other in (True, False):
        say(one, other=other)
        assert run(one, "--clean").returncode == 0
        found[other] = site(one)
    assert found[False] != found[True]
    return found


@pytest.fixture
def project(one: Path, versions: dict[bool, dict[str, bytes]]) -> Path:
    """The project as it is, with a store that holds all that a store may hold."""
    say(one, other=False)
    assert run(one).returncode == 0
    assert site(one) == versions[False]
    return one


def say(project: Path, *, other: bool) -> None:
    """Change one word of the content, or change it back."""
    place = project / PERSON
    text = place.read_text("utf-8")
    place.write_text(
        text.replace("Builds", "Makes") if other else text.replace("Makes", "Builds"), "utf-8", newline=""
    )


def call(project: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "generator", "build", "--quiet", "--project", str(project), *arguments]


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        call(project, *arguments),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def site(project: Path) -> dict[str, bytes]:
    folder = project / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kill(project: Path, draw: random.Random, whole: float, *arguments: str) -> bool:
    """Run a build and kill it at a moment by chance, or while it publishes; say whether it still ran."""
    process = subprocess.Popen(
        call(project, *arguments),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + whole
    if draw.random() < 0.5:
        while process.poll() is None and not any(project.glob(".site.new-*")) and time.monotonic() < end * 2:
            time.sleep(0.001)
        time.sleep(draw.random() * whole / 20)
    else:
        time.sleep(draw.random() * whole)
    ended = process.poll() is not None
    # The machine may end the process alone, or all that it has started.
    with contextlib.suppress(ProcessLookupError):
        (os.killpg if draw.random() < 0.5 else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return not ended


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize(
    ("kept", "kills"),
    [
        pytest.param(True, 2, id="warm-few"),
        pytest.param(True, KILLS, id="warm", marks=pytest.mark.prove),
        pytest.param(False, KILLS, id="cold", marks=pytest.mark.prove),
    ],
)
def test_killed_at_any_moment_the_site_is_whole_and_the_next_build_right(
    versions: dict[bool, dict[str, bytes]],
    project: Path,
    kept: bool,  # noqa: FBT001
    kills: int,
) -> None:
    draw = random.Random(kills + kept)  # noqa: S311 - a fixed seed
    arguments = [] if kept else ["--clean"]
    begun = time.monotonic()
    assert run(project, *arguments).returncode == 0
    whole = time.monotonic() - begun
    other, killed = False, 0
    for _ in range(kills):
        other = not other
        say(project, other=other)
        killed += kill(project, draw, whole, *arguments)
        assert site(project) in versions.values()
        assert run(project).returncode == 0
        assert site(project) == versions[other]
        assert sorted(path.name for path in project.glob(".site*")) == []
    assert killed > kills // 4


@pytest.mark.parametrize(
    "number",
    [40, *(pytest.param(number, marks=pytest.mark.prove) for number in (0, 1, 2, 5, 10, 20, 100, 400, 800))],
)
@pytest.mark.parametrize("kept", [True, pytest.param(False, marks=pytest.mark.prove)], ids=["warm", "cold"])
def test_on_a_full_disk_it_ends_with_3_and_the_old_site_stays(
    versions: dict[bool, dict[str, bytes]],
    project: Path,
    number: int,
    kept: bool,  # noqa: FBT001
) -> None:
    say(project, other=True)
    full = {"PYTHONPATH": str(DISK), "DISK_FOLDER": str(project), "DISK_WRITES": str(number)}
    done = run(project, *([] if kept else ["--clean"]), **full)
    if done.returncode:
        assert done.returncode == Exit.MACHINE, done.stderr
        assert "No space left" in done.stderr or "cannot be written" in done.stderr
        assert "Traceback" not in done.stderr
        assert site(project) == versions[False]
    else:
        assert site(project) == versions[True]
    assert run(project).returncode == 0
    assert site(project) == versions[True]


def test_where_the_output_may_not_be_written_it_ends_with_3(
    versions: dict[bool, dict[str, bytes]], project: Path
) -> None:
    say(project, other=True)
    done = run(
        project,
        PYTHONPATH=str(DISK),
        DISK_FOLDER=f"{project}{os.sep}.site",  # all that a build writes beside its output
        DISK_ERROR=str(errno.EROFS),
    )
    assert done.returncode == Exit.MACHINE
    assert "Read-only file system" in done.stderr
    assert "Traceback" not in done.stderr
    assert site(project) == versions[False]


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """Mount a file system of a size on a folder."""
    size = f"size={megabytes}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def may_mount() -> bool:
    """Whether this user may mount a file system: only then is there something to prove."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    probe = Path("/proc/self/status").read_text("utf-8")
    rights = next(line.split()[1] for line in probe.splitlines() if line.startswith("CapEff:"))
    return bool(int(rights, 16) >> 21 & 1)  # CAP_SYS_ADMIN


@pytest.mark.prove
@pytest.mark.parametrize("megabytes", [1, 3, 6, 9, 12, 16, 20] if may_mount() else [])
def test_what_a_really_full_disk_tears_is_not_believed(
    versions: dict[bool, dict[str, bytes]], project: Path, tmp_path: Path, megabytes: int
) -> None:
    store = tmp_path / "small"
    store.mkdir()
    arguments = ("--store", str(store / "store"))
    say(project, other=True)
    with small_disk(store, megabytes):
        done = run(project, *arguments)
        assert done.returncode in {Exit.MACHINE, Exit.DONE}, done.stderr
        assert "Traceback" not in done.stderr
        assert site(project) == versions[done.returncode == Exit.DONE]
        subprocess.run(["mount", "-o", "remount,size=400m", str(store)], check=True)
        assert run(project, *arguments).returncode == 0
        assert site(project) == versions[True]
