"""How far the name at the end of a credit reaches, in a line that goes on behind it."""

from __future__ import annotations

import re
from collections.abc import Collection

_SHORT_LINE = 16
_LATIN = re.compile(r"[a-z0-9]+")
# The hundred surnames that most people have, and the first of them that credits are signed with.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤索"
)
_WITH_SURNAME = 3


def name_end(rest: str, known: Collection[str]) -> int:
    """Return how many letters of what follows a credit are the name it is signed with.

    Args:
        rest: The letters from the end of the credit to the end of the line.
        known: Names that such credits are known to end with.

    Returns:
        All of a short rest; else a known name, a run of Latin letters, or three characters that begin with
        a surname; 0 where no name can be told.
    """
    if len(rest) <= _SHORT_LINE:
        found = max((len(name) for name in known if rest.startswith(name)), default=0)
        return found if found and len(rest) > found + 1 else len(rest)
    found = max((len(name) for name in known if rest.startswith(name)), default=0)
    if found:
        return found
    latin = _LATIN.match(rest)
    if latin:
        return latin.end()
    return _WITH_SURNAME if rest[0] in _SURNAMES else 0
