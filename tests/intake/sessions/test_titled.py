from __future__ import annotations

from generator.model.session import SessionKind
from tests.intake.sessions.tide import BIRDS, PANEL, PLATES, REEDS, Tide, lines, speech

HEAD = "# 海边的会\n"
TALKS = (speech(700), speech(700, 3), speech(900, 6))
COMMON = "2025海边大会-潮间带论坛 - P{}：{} - 海边社区"


def titled(*titles: str, **more: object) -> Tide:
    """A recording whose parts are headings and what stands below them, in turn."""
    words = [COMMON.format(number, title) for number, title in enumerate(titles, 1)]
    parts = [part for title, talk in zip(words, TALKS, strict=False) for part in (f"# {title}\n", talk)]
    headings = [(0, "海边的会"), *((2 * number + 1, title) for number, title in enumerate(words))]
    return Tide(HEAD, *parts, titles=headings, **more)  # type: ignore[arg-type]


def test_headings_are_certain_bounds() -> None:
    tide = titled(
        "沉积板与海岸线的进退：闻朔屿", "圆桌：主持人：方临溪-嘉宾：苏晴岚-陆平川", "芦苇带怎样消浪：陶雁初"
    )
    division = tide.division()
    assert tide.found() == dict(zip(("plates", "panel", "reeds"), TALKS, strict=True))
    assert division.missing == ("birds",)
    assert division.host == ()
    assert not any(one.proposed for one in division.sessions)


def test_a_panel_is_not_taken_for_the_talk_of_one_who_sits_in_it() -> None:
    panel = Tide(sessions=(PLATES, PANEL)).known.forum.sessions
    tide = titled("圆桌讨论：方临溪-苏晴岚-陆平川-闻朔屿", "沉积板与海岸线的进退：闻朔屿", sessions=panel)
    assert tide.found() == {"panel": TALKS[0], "plates": TALKS[1]}


def test_what_the_programme_does_not_have_is_proposed_where_the_heading_is_of_the_forum() -> None:
    tide = titled(
        "沉积板与海岸线的进退：闻朔屿", "圆桌：盐从哪里来", "芦苇带怎样消浪：陶雁初", sessions=(PLATES, REEDS)
    )
    proposed = [one for one in tide.division().sessions if one.proposed]
    assert [(one.id, one.kind) for one in proposed] == [("proposed-panel-1", SessionKind.PANEL)]


def test_sections_of_another_forum_are_aside() -> None:
    parts = (
        f"# {COMMON.format(1, '沉积板与海岸线的进退：闻朔屿')}\n",
        TALKS[0],
        f"# {COMMON.format(2, '芦苇带怎样消浪：陶雁初')}\n",
        TALKS[1],
        "# 2024山里大会-高山草甸 - P1：雪线之上 - 山里社区\n",
        TALKS[2],
    )
    titles = [(number, parts[number].strip("# \n")) for number in (0, 2, 4)]
    tide = Tide(*parts, titles=titles, sessions=(PLATES, REEDS))
    assert tide.found() == {"plates": TALKS[0], "reeds": TALKS[1]}
    assert (tide.start(5), len(tide.raw)) in tide.division().aside


def test_headings_that_say_nothing_of_the_programme_are_passed_over() -> None:
    called = lines("有请江鹤白老师", "掌声有请")
    said = lines("大家好") + speech(900) + lines("谢谢大家")
    tide = Tide(
        "# 第一天\n", called, said, lines("感谢江老师的精彩分享"), titles=[(0, "第一天")], sessions=(BIRDS,)
    )
    assert tide.found() == {"birds": said}


def test_without_a_programme_each_heading_is_proposed() -> None:
    tide = titled("泥从哪里来", "圆桌：沙去哪里", "水往哪里流", sessions=())
    assert list(tide.found().values()) == list(TALKS)
    assert [one.kind for one in tide.division().sessions] == [
        SessionKind.TALK,
        SessionKind.PANEL,
        SessionKind.TALK,
    ]
