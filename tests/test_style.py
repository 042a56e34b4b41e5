"""The style sheet: what CSS makes us say twice is said alike."""

from __future__ import annotations

import re
from pathlib import Path

from generator.commands.theme import STYLE, theme_assets

CSS = theme_assets(Path(__file__).resolve().parents[1] / "templates")[STYLE].decode()


def declarations(selector: str) -> list[str]:
    found = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", CSS)
    assert found, f"no rule for {selector}"
    return [line.strip() for line in found[1].splitlines() if line.strip()]


def test_dark_by_the_system_and_dark_by_choice_are_the_same_colours() -> None:
    by_system = declarations(':root:not([data-scheme="light"])')
    assert "color-scheme: dark;" in by_system
    assert declarations(':root[data-scheme="dark"]') == by_system
