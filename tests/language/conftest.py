from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.exceptions import ScriptExceptions, load_exceptions
from generator.language.script import ScriptConverter

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shipped_exceptions() -> ScriptExceptions:
    return load_exceptions(ROOT / "site_config" / "script_exceptions.yml")


@pytest.fixture(scope="session")
def nameless(shipped_exceptions: ScriptExceptions) -> ScriptConverter:
    return ScriptConverter({}, shipped_exceptions)
