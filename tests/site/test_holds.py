"""Both sites hold together: links, anchors, pictures, languages, listing."""

from __future__ import annotations

import pytest

from generator.checks.site.check import check_site
from tests.building import BuiltSite


@pytest.mark.parametrize("site", ["built_site", "shipped_site"])
def test_no_link_anchor_picture_or_language_is_broken(site: str, request: pytest.FixtureRequest) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    assert len(built.pages) > 200
    assert [str(fault) for fault in check_site(built.folder, built.url)] == []
