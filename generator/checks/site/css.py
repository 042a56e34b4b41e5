"""What a style sheet loads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# url(...) anywhere, and the string of an @import (https://www.w3.org/TR/css-values-4/#urls).
_ADDRESS = re.compile(
    r"url\(\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<b>[^)\s\"']*))\s*\)"
    r"|@import\s+(?:\"(?P<id>[^\"]*)\"|'(?P<is>[^']*)')",
    re.IGNORECASE,
)


def addresses(text: str) -> Iterator[tuple[str, int]]:
    """The addresses that a style sheet loads, and where each stands.

    Args:
        text: a style sheet, or the value of a style attribute.

    Yields:
        Address and offset.
    """
    plain = _COMMENT.sub(lambda match: " " * len(match[0]), text) if "/*" in text else text
    for match in _ADDRESS.finditer(plain):
        value = next((group for group in match.groups() if group is not None), "")
        yield value, match.start()
