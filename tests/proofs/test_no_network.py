"""A build asks nobody for anything: it is done where every connection is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import FIXTURE, FORUM_URL, ROOT, make_project

# Python tells of each of these before it is done (https://docs.python.org/3/library/audit_events.html), in
# each process of a build, since all begin with this module. What is not written in Python tells nothing.
_FORBID = """\
import os
import sys


def hear(event, arguments):
    if event.startswith(("socket.connect", "socket.get", "socket.bind", "socket.send")):
        if event == "socket.connect" and isinstance(arguments[1], (str, bytes)):
            return  # between processes of one machine
        with open(os.environ["ASKED"], "a", encoding="utf-8") as told:
            told.write(f"{event} {arguments[1:]}\\n")
        raise OSError(f"no network: {event}")
    if event == "urllib.Request":
        raise OSError(f"no network: {arguments[0]}")


sys.addaudithook(hear)
"""


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """An environment without a network."""
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks" / "sitecustomize.py").write_text(_FORBID, "utf-8")
    proxies = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    paths = os.pathsep.join([str(tmp_path / "hooks"), str(ROOT)])
    return {**proxies, "PYTHONPATH": paths, "PYTHONUTF8": "1", "ASKED": str(tmp_path / "asked")}


def run(alone: dict[str, str], *call: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *call], cwd=ROOT, env=alone, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.prove
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_build_asks_nobody(tmp_path: Path, alone: dict[str, str], engine: str) -> None:
    project = make_project(tmp_path / "project", FIXTURE, FORUM_URL)
    call = ["-m", "generator", "build", "--project", str(project), "--engine", engine]
    done = run(alone, *call)
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "index.html").is_file()
    assert not (tmp_path / "asked").exists()


def test_content_is_checked_without_asking(tmp_path: Path, alone: dict[str, str]) -> None:
    project = make_project(tmp_path / "project", FIXTURE, FORUM_URL)
    assert run(alone, "-m", "generator", "check", "--project", str(project)).returncode == 0
    assert not (tmp_path / "asked").exists()


def test_who_asked_would_be_refused(tmp_path: Path, alone: dict[str, str]) -> None:
    asks = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    done = run(alone, "-c", asks)
    assert "no network" in done.stderr
    assert (tmp_path / "asked").exists()
