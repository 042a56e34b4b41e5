"""Lighthouse, which holds a page against what search engines and phones want of it."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.browsing import chromium, launch_arguments
from tests.site.tools import MODULES, missing_tool

_LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"


@dataclass(frozen=True)
class Judged:
    """What Lighthouse says of a page.

    Attributes:
        scores: From 0 to 100, by category: performance, accessibility, best-practices, seo.
        short: The audits that take from a score, each with its category.
    """

    scores: dict[str, int]
    short: tuple[str, ...]


def judged(url: str, folder: Path) -> Judged:
    """Hold a page against Lighthouse's audits, as a phone of the middle class on a slow line sees it.

    Args:
        url: Of the page.
        folder: Where the report may be written.
    """
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium here; install it, or name it in CHROMIUM")
    if not _LIGHTHOUSE.is_file():
        pytest.skip(missing_tool(_LIGHTHOUSE.parent.parent))
    report = folder / "lighthouse.json"
    flags = " ".join(["--headless", *launch_arguments()])
    done = subprocess.run(
        [
            "node",
            _LIGHTHOUSE,
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={flags}",
        ],
        env={**os.environ, "CHROME_PATH": program},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text("utf-8"))
    short = [
        f"{name}: {ref['id']} {found['audits'][ref['id']].get('displayValue', '')}".rstrip()
        for name, category in found["categories"].items()
        for ref in category["auditRefs"]
        if ref["weight"]
        and (found["audits"][ref["id"]]["score"] or 0) < 1
        and found["audits"][ref["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
    ]
    scores = {name: round(100 * (category["score"] or 0)) for name, category in found["categories"].items()}
    return Judged(scores, tuple(short))
