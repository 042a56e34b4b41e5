"""The preview's script is let into every page of a site, and no more than that."""

from __future__ import annotations

from html import escape

import pytest

from generator.commands.preview.script import with_script
from generator.pages.policy import bare_policy, content_policy


@pytest.mark.parametrize("policy", [bare_policy(), content_policy()])
def test_it_may_run_and_listen(policy: str) -> None:
    tag = '<meta http-equiv="Content-Security-Policy" content="{}">'
    page = with_script(f"{tag.format(escape(policy))}<body></body>".encode(), "v").decode()
    allowed = policy.replace(" script-src 'self';", "")
    written = page[: page.index("<body>")]
    for directive in ("script-src &#x27;self&#x27;", "connect-src &#x27;self&#x27;"):
        assert written.count(directive) == 1
        written = written.replace(f"; {directive}", "")
    assert written == tag.format(escape(allowed))


def test_a_page_without_a_policy_stays_without() -> None:
    assert b"Content-Security-Policy" not in with_script(b"<body></body>", "v")
