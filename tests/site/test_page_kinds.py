"""The table of pages in docs/templates.md holds of the built site: every document is of one of its kinds."""

from __future__ import annotations

import re

from tests.building import ROOT, BuiltSite
from tests.site.kinds import KINDS, PREFIXES
from tests.tables import address_pattern, code_in, tables_of

ROWS = tables_of(ROOT / "docs" / "templates.md")["The kinds of pages"]
REDIRECTS = "redirect"


def test_every_document_is_of_one_kind_and_every_kind_is_there(built_site: BuiltSite) -> None:
    found = dict.fromkeys(ROWS, 0)
    for address in (*built_site.pages, "404.html"):
        kind = kind_of(built_site, address)
        below = below_language(address)
        rows = [row for row in ROWS if code_in(row[0])[0] == kind and fits(row, below)]
        assert len(rows) == 1, f"{address} is of kind {kind}, and {len(rows)} rows of the table fit it"
        found[rows[0]] += 1
    assert [row for row, count in found.items() if not count] == []


def test_browsers_open_a_page_of_each_kind(built_site: BuiltSite) -> None:
    """What is tested in a browser (accessibility, keyboard, HTML) is tested on every kind of page."""
    opened = {(kind_of(built_site, address), address) for address in KINDS.values()}
    missed = [
        row[:2]
        for row in ROWS
        if not any(code_in(row[0])[0] == kind and fits(row, address) for kind, address in opened)
    ]
    assert [code_in(kind)[0] for kind, _ in missed] == ["notfound", REDIRECTS]


def fits(row: tuple[str, ...], address: str) -> bool:
    """Whether an address is one of a row's; what was an address once may have been any."""
    return code_in(row[0])[0] == REDIRECTS or address_pattern(row[1]).fullmatch(address) is not None


def kind_of(site: BuiltSite, address: str) -> str:
    path = site.folder / (address if address.endswith(".html") else f"{address}index.html")
    found = re.search(r'<body class="fp-page fp-page--([a-z]+)', path.read_text("utf-8"))
    assert found, f"{address} does not say of which kind it is"
    return found[1]


def below_language(address: str) -> str:
    for prefix in filter(None, PREFIXES.values()):
        if address.startswith(prefix):
            return address.removeprefix(prefix)
    return address
