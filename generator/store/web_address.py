"""Addresses elsewhere: which ones a page may link."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

SCHEMES: Final = frozenset({"http", "https"})

_SIGNS: Final = re.compile(r"[\s<>\"'\\^`{|}]")
# Letters, digits and hyphens, as DNS has them (RFC 1123, 2.1), and an underscore, as many have it.
# Ideographs, kana and hangul look like none of these: such a mixture is highly restrictive (UTS 39, 5.2).
_EAST: Final = "\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_LABEL: Final = f"[a-z0-9_{_EAST}](?:[a-z0-9_{_EAST}-]*[a-z0-9_{_EAST}])?"
_HOST: Final = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\.?")
_NUMBER: Final = re.compile(r"[0-9a-f:.]{2,45}")
_MAIL: Final = re.compile(r"[^\s@:/?#,;<>\"\\]+@[^\s@:/?#,;<>\"\\]+(?:\?(?P<query>[^#]*))?")
_LINE_END: Final = re.compile(r"%0[ad]", re.IGNORECASE)


def web_address_fault(text: str) -> tuple[str, str] | None:
    """Say why an address may not be linked, and what to do; None where it may.

    No letter of a host looks like one of another script, and none can break the form of a
    Content-Security-Policy, in which hosts stand.

    Args:
        text: As an editor wrote it.
    """
    message = f"'{text}' is no web address"
    remedy = "write https://…, http://… or mailto:…"
    if _SIGNS.search(text) or any(unicodedata.category(one) in {"Cc", "Cf", "Cs", "Cn"} for one in text):
        return message, remedy
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return message, remedy
    if parts.scheme == "mailto":
        found = _MAIL.fullmatch(text.partition(":")[2])
        return None if found and not _LINE_END.search(found["query"] or "") else (message, remedy)
    if parts.scheme not in SCHEMES or not host:
        return message, remedy
    if parts.username is not None or parts.password is not None:
        return f"'{text}' names a user before its host", "write the address without what stands before @"
    if (_NUMBER if "[" in parts.netloc else _HOST).fullmatch(host) and _in_ascii(host):
        return None
    if not host.isascii():
        remedy = f"write the host as DNS knows it: {_in_ascii(host) or 'xn--…'}"
        return f"the host of '{text}' has letters that look like others", remedy
    return message, remedy


def _in_ascii(host: str) -> str:
    """Return a host in the letters of DNS (RFC 3490), or nothing where there is none of this name."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
