"""A test that is skipped where everything must be proven is a test that failed.

A tool that is missing on somebody's machine skips the tests that need it. Where `CI` is set, all tools are
said to be there, and a skip would hide that they are not.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

_MESSAGE = "was skipped, and where CI is set nothing may be"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure."""
    report = yield
    _refuse(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole file into a failure."""
    report = yield
    _refuse(report, collector.nodeid)
    return report


def _refuse(report: pytest.TestReport | pytest.CollectReport, name: str) -> None:
    wanted = os.environ.get("CI", "").lower() in {"1", "true"}
    # An expected failure is reported as a skip, too, but it ran.
    if wanted and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.longrepr = f"{name} {_MESSAGE}: {report.longrepr}"
        report.outcome = "failed"
