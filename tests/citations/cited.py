"""A session to cite, as the tests of each style need it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.citations.work import Work
from generator.language.name_parts import name_parts
from generator.model.dates import PartialDate
from generator.model.language import Language
from generator.model.name_parts import NameParts

HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN

LIN = name_parts("林晚")
OUYANG = name_parts("欧阳小青")
SHU = name_parts("舒鹤汀")
YU = name_parts("于秋枝")
SHEN = name_parts("沈默")
LIN_EN = name_parts("Lin Wan", sort="lin wan", ideographs="林晚")
OUYANG_EN = name_parts("Ouyang Xiaoqing", sort="ouyang xiaoqing", ideographs="欧阳小青")
SHEN_EN = name_parts("Shen Mo", ideographs="沈默")
BERG = name_parts("Jan-Pieter van der Berg", sort="berg jan-pieter van der")
TARN = name_parts("Tarn", ideographs="塔恩")

CHINESE = Work(
    key="shore-2025-plates",
    url="https://shore.example/forums/shore-2025/plates/",
    page=HANS,
    language=HANS,
    title="一块板",
    title_language=HANS,
    authors=(OUYANG,),
    chaired="主持",
    nature=("会议发言摘要", "机器撰写", "未经核对"),
    forum="滩上的观测",
    event="潮间带会议2025",
    place="芦汐",
    date=PartialDate(2025, 10, 18),
    accessed="引用日期",
)
ENGLISH = replace(
    CHINESE,
    url="https://shore.example/en/forums/shore-2025/plates/",
    page=EN,
    language=EN,
    title="One Plate",
    title_language=EN,
    authors=(OUYANG_EN,),
    chaired="Moderator",
    nature=("Summary of a conference session", "written by a machine", "unchecked"),
    forum="Long Watches",
    event="Tideland Meeting 2025",
    place="Luxi",
    accessed="date of access",
)


def chinese(**changes: Any) -> Work:
    """Return a session on a page in Simplified Chinese."""
    return replace(CHINESE, **changes)


def english(**changes: Any) -> Work:
    """Return a session on a page in English."""
    return replace(ENGLISH, **changes)


def people(count: int) -> tuple[NameParts, ...]:
    """Return as many people with names in letters."""
    return tuple(NameParts(f"Ann N{one}", f"N{one}", "Ann", initials=("A",)) for one in range(1, count + 1))
