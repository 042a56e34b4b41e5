"""What counts as an ideograph here."""

from __future__ import annotations

import re

# The URO with extensions A to H, the compatibility ideographs, and 〇.
_CLASS = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
IDEOGRAPH = re.compile(_CLASS)
IDEOGRAPHS = re.compile(f"{_CLASS}+")
