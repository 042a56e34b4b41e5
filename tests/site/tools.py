"""Programs of others that hold pages against rules; `tests/tools/package-lock.json` says which."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.site.browsing import Reader

MODULES = ROOT / "tests" / "tools" / "node_modules"
_AXE = MODULES / "axe-core" / "axe.min.js"
_VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

# All rules that are on by default (WCAG 2.2 A and AA, and good practice), and one of AA that is not.
_AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_AXE_RUN = """async (options) => {
    const found = await axe.run(document, options);
    return found.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`));
}"""
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def missing_tool(path: Path) -> str:
    """Say how to get what is not there."""
    return f"{path.name} is not there; install it with: npm ci --prefix tests/tools"


def axe_violations(reader: Reader, *, colours_alone: bool = False) -> list[str]:
    """Hold the page that the reader sees against the rules of axe-core.

    Args:
        reader: At the page.
        colours_alone: Only the rules that depend on the colour scheme.
    """
    if not _AXE.is_file():
        pytest.skip(missing_tool(_AXE))
    if not reader.evaluate("'axe' in window"):
        reader.evaluate(_AXE.read_text("utf-8"))
    found: list[str] = reader.evaluate(_AXE_RUN, _COLOURS if colours_alone else _AXE_OPTIONS)
    return [f"{reader.page.url}: {text}" for text in found]


@dataclass(frozen=True)
class HtmlMessage:
    """An error or a warning of the Nu Html Checker."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def html_messages(folder: Path, paths: Iterable[str]) -> list[HtmlMessage]:
    """Hold files of a site against the HTML standard.

    Args:
        folder: The folder of the site.
        paths: Files below it.

    Returns:
        Errors and warnings; notes of the checker about itself are none.
    """
    java = shutil.which("java")
    if java is None:
        pytest.skip("there is no Java here; install a runtime of version 11 or later")
    if not _VNU.is_file():
        pytest.skip(missing_tool(_VNU))
    call = [java, "-Xss1m", "-jar", str(_VNU), "--format", "json", "--exit-zero-always"]
    files = [str(folder / path) for path in paths]
    found: list[HtmlMessage] = []
    for some in _parts(files, 400):  # a call has a longest length
        done = subprocess.run([*call, *some], capture_output=True, encoding="utf-8", check=True)
        messages = json.loads(done.stderr)["messages"]
        found.extend(_message(folder, one) for one in messages if not _of_no_site(one))
    return found


def _of_no_site(one: Mapping[str, object]) -> bool:
    """Whether it is of what the checker cannot know: a file has no site that 'self' could mean."""
    return one["type"] == "info" and "violates Content Security Policy" in str(one["message"])


def _message(folder: Path, one: Mapping[str, object]) -> HtmlMessage:
    path = str(one.get("url", "")).removeprefix("file:").removeprefix(f"{folder.as_posix()}/")
    return HtmlMessage(path, int(str(one.get("lastLine", 0))), f"{one['type']}: {one['message']}")


def _parts(files: Sequence[str], size: int) -> list[Sequence[str]]:
    return [files[start : start + size] for start in range(0, len(files), size)]
