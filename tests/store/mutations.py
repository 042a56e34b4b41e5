"""Files that are nearly right: real ones, with parts put in, taken out, doubled and exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

# fmt: off
SIGNS: tuple[str, ...] = (
    "---\n", "...\n", "- ", "? ", ": ", ":", ",", "[", "]", "{", "}", "&a ", "*a", "!!str ", "!", "|\n",
    ">-\n", "'", '"', '"\\', "\\u202e", "\\x00", "#", " #", "%YAML 1.2\n", "@", "`", "\t", "\n", "\r",
    "\r\n", "\n\n", "  ", "\n  ", "<<: ", "## ", "[00:12:31] ", "[a 99:99:99] ", " ^p7k2", "^", "](",
    "[x](person:", "![x](a.png)", "<!-- review: x -->", "-->", "| a |\n|---|\n", "```\n", "**", "&#x202E;",
    "&", "观众：", "：", "{{", "{%", "<script>", "javascript:", "../", "\x00", "\u202e", "\u200b", "\ufeff",
    "\u2028", "\x85", "\x0b", "\U0010ffff", "名", "😀", "0", "-1", "9" * 40, "1e999", "99:99", "24:00",
    "2024-02-30", "0000", "null", "~", "true", "id: ", "en: ", "zh-Hans: ", "00:00:01,000 --> ", "--> ",
    "WEBVTT\n", "\n\n1\n", '{"segments": [', '"text": ', '"start": NaN', "]}", "发言人1 00:12\n", "<v ",
    "</v>", "x" * 3000, "[" * 200, "> " * 200, "- " * 200, "*" * 500, "a: " * 200, "{a: " * 200, "\\" * 500,
    "^p7k2 " * 300,
)
# fmt: on

_Change = tuple[int, float, float, int]


def changed(files: Sequence[str], signs: Sequence[str] = SIGNS) -> st.SearchStrategy[tuple[int, bytes]]:
    """Files with up to six changes, as bytes, with which of them it was.

    Args:
        files: Right ones.
        signs: What is put in.
    """
    change = st.tuples(st.integers(0, 5), st.floats(0, 1), st.floats(0, 1), st.integers(0, len(signs) - 1))
    which = st.integers(0, len(files) - 1)
    return st.tuples(which, st.lists(change, max_size=6)).map(
        lambda drawn: (drawn[0], _apply(files[drawn[0]], drawn[1], signs))
    )


def _apply(text: str, changes: Sequence[_Change], signs: Sequence[str]) -> bytes:
    data = text.encode()
    for kind, place, length, sign in changes:
        at = int(place * len(data))
        end = min(len(data), at + 1 + int(length * length * length * 400))
        new = signs[sign].encode("utf-8", "surrogatepass")
        match kind:
            case 0 | 1:
                data = data[:at] + new + data[at:]
            case 2:
                data = data[:at] + new + data[end:]
            case 3:
                data = data[:at] + data[end:]
            case 4:
                data = data[:end] + data[at:]
            case _:
                data = data[:at] + bytes([int(length * 255)]) + data[at + 1 :]
    return data
