from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKIPS = {
    "in a test": "import pytest\ndef test_it(): pytest.skip('no tool')\n",
    "by a mark": "import pytest\n@pytest.mark.skipif(True, reason='no tool')\ndef test_it(): pass\n",
    "of a file": "import pytest\npytest.skip('no tool', allow_module_level=True)\n",
}


def run(folder: Path, *, ci: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    call = [sys.executable, "-m", "pytest", "-p", "tests.no_skips", "--rootdir", str(folder), str(folder)]
    return subprocess.run(
        [*call, "-p", "no:cacheprovider", "-c", os.devnull],
        cwd=ROOT,
        env={**environment, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("test", SKIPS.values(), ids=SKIPS)
def test_a_skip_fails_in_ci(test: str, tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(test, "utf-8")
    found = run(tmp_path, ci="true")
    assert found.returncode in {1, 2}, found.stdout
    assert "no tool" in found.stdout


def test_a_skip_is_a_skip_elsewhere_and_an_expected_failure_is_one_everywhere(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(SKIPS["in a test"], "utf-8")
    assert "1 skipped" in run(tmp_path, ci="").stdout
    text = "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n"
    (tmp_path / "test_it.py").write_text(text, "utf-8")
    assert "1 xfailed" in run(tmp_path, ci="true").stdout
