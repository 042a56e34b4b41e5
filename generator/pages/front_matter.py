"""Front matter as YAML that is written quickly: block style, texts in double quotes.

PyYAML represents and emits a page's front matter in 4 ms, which was a third of making the page. What is
written here is a part of YAML 1.1 and 1.2 that needs no choice of styles
(https://yaml.org/spec/1.2.2/#732-double-quoted-style).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring

import yaml

_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_MEANS_SOMETHING = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
"""What YAML 1.1 takes for another type than text (https://yaml.org/type/)."""
_UNPRINTABLE = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What may not stand as it is: unprintable, a line end, or the byte order mark."""


def front_matter(values: Mapping[str, object]) -> str:
    """Return a mapping as YAML, with a line end.

    Raises:
        TypeError: A value is not plain (str, int, float, bool, None, list, dict).
    """
    if not values:
        return "{}\n"
    return "\n".join(_lines(_plain(values, "front matter"), "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            key = name if _KEY.fullmatch(name) and name not in _MEANS_SOMETHING else _scalar(name)
            if isinstance(item, (dict, list)) and item:
                yield f"{indent}{key}:"
                yield from _lines(item, f"{indent}  " if isinstance(item, dict) else indent)
            else:
                yield f"{indent}{key}: {_scalar(item)}"
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)) and item:
                first, *rest = _lines(item, f"{indent}  ")
                yield f"{indent}- {first[len(indent) + 2 :]}"
                yield from rest
            else:
                yield f"{indent}- {_scalar(item)}"


def _scalar(value: object) -> str:
    if isinstance(value, str):
        quoted = encode_basestring(value)
        return _UNPRINTABLE.sub(lambda found: f"\\U{ord(found[0]):08x}", quoted)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return yaml.safe_dump(value).partition("\n")[0]
    return "[]" if isinstance(value, list) else "{}"


def _plain(value: object, where: str) -> object:
    """A copy in YAML's own types.

    The copy holds each list and mapping once for every place it is used at: PyYAML would write an
    object that is used twice as an alias (``*id001``), and so the same values as different bytes.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)  # a Language is a str; YAML knows str alone
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, f"{where}: {key}") for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, f"{where}[{index}]") for index, item in enumerate(value)]
    raise TypeError(f"{where} is a {type(value).__name__}, which front matter cannot hold")
