from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.language import Language
from generator.model.site import TraditionalStandard
from generator.store.site_file import load_site

RIGHT = "name: 录\nlead: 两句。\nurl: https://forum.example/p/\n"


def put(project: Path, text: str) -> None:
    (project / "site_config").mkdir(exist_ok=True)
    (project / "site_config" / "site.yml").write_text(text, "utf-8")


def test_what_is_left_out_is_set(tmp_path: Path) -> None:
    put(tmp_path, RIGHT)
    site, faults = load_site(tmp_path)
    assert faults == ()
    assert site is not None
    assert site.languages == tuple(Language)
    assert site.traditional is TraditionalStandard.TAIWAN


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (RIGHT.replace("/p/", "/p"), "3:6", "without a slash"),
        (f"{RIGHT}languages: [en, en]\n", "4:12", "each once"),
        (f"{RIGHT}languages: []\n", "4:12", "one or more"),
        (f"{RIGHT}languages: [fr]\n", "4:13", "'fr' is not one of"),
        (f"{RIGHT}traditional: s2twp\n", "4:14", "did you mean 's2tw'?"),
        (RIGHT.replace("https://forum.example/p/", "ftp://x/"), "3:6", "no web address"),
        (RIGHT.replace("https://forum.example/p/", "mailto:a@b.example?a=/"), "3:6", "no address of a site"),
        (RIGHT.replace("/p/", "/p?a=/"), "3:6", "no address of a site"),
        (f"{RIGHT}repository: {{url: 'mailto:a@b.example'}}\n", "4:13", "no address of a site"),
        (RIGHT.replace("lead", "led"), "1:1", "'lead' is missing"),
        ("", "1:1", "the file is empty"),
    ],
)
def test_settings_that_cannot_be_used_are_told(tmp_path: Path, text: str, place: str, says: str) -> None:
    put(tmp_path, text)
    site, faults = load_site(tmp_path)
    assert site is None
    found = {str(fault.place): f"{fault.message} ({fault.remedy})" for fault in faults}
    assert says in found[f"site_config/site.yml:{place}"]


def test_no_settings_are_told(tmp_path: Path) -> None:
    site, faults = load_site(tmp_path)
    assert site is None
    assert [fault.code for fault in faults] == ["unreadable"]
