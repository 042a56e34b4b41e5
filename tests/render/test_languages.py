from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.render.engine import Output
from generator.render.errors import PathError
from generator.render.languages import Part, layout
from generator.render.placing import Given

NAMES = ("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "people/404.html", "assets/a.css")
PREFIXES = ("", "en/", "zh-hant/")


def parts(*more: str) -> list[Part]:
    """The three languages; more names for the one at the root."""
    return [
        Part(prefix, Path("/built") / prefix, {name: Output(f"{prefix}{name}!", len(name)) for name in names})
        for prefix, names in zip(PREFIXES, ((*NAMES, *more), NAMES, NAMES), strict=True)
    ]


def test_each_language_has_its_place_and_one_404_is_at_the_root() -> None:
    found = layout(parts())
    assert sorted(found) == sorted(
        ["404.html"]
        + [
            f"{prefix}{name}"
            for prefix in PREFIXES
            for name in ("assets/a.css", "index.html", "people/404.html")
        ]
    )
    assert found["404.html"] == Given("/built/404.html", "404.html!", 8)
    assert found["en/index.html"] == Given("/built/en/index.html", "en/index.html!", 10)


def test_of_the_theme_only_what_pages_ask_for_is_there() -> None:
    asked = [PurePosixPath("assets/b.css")]
    found = layout(parts("assets/b.css"), theme_files=asked)
    assert [path for path in found if "assets/" in path] == ["assets/b.css"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_page_of_the_root_in_the_folder_of_a_language_is_refused(turned: bool) -> None:  # noqa: FBT001
    with pytest.raises(PathError, match="two languages"):
        layout(parts("en/index.html")[:: -1 if turned else 1])
