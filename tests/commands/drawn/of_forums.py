"""Kinds of edits: programmes of forums, and pictures."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from tests.commands.drawn.desk import Desk, Kind, NothingThereError

_SESSION = frozenset({"parent", "moved_to"})


def _forum(change: Callable[[Desk, dict[str, Any]], None]) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.pick(desk.forums())) as forum:
            change(desk, forum)

    return edit


def _session(change: Callable[[Desk, dict[str, Any]], None]) -> Kind:
    return _forum(lambda desk, forum: change(desk, desk.pick(forum["sessions"])))


def _titles(key: str) -> Callable[[Desk, dict[str, Any]], None]:
    def change(desk: Desk, entry: dict[str, Any]) -> None:
        entry[key] = desk.title()

    return change


def _rights(desk: Desk, forum: dict[str, Any]) -> None:
    forum["rights"] = {**forum.get("rights", {}), desk.pick(("text", "slides", "recording")): desk.title()}


def _unchecked(_: Desk, forum: dict[str, Any]) -> None:
    forum["publish_unchecked"] = "false" if forum["publish_unchecked"] == "true" else "true"


def _day(desk: Desk, forum: dict[str, Any]) -> None:
    if "2024" in forum["date"]:
        forum["date"] = desk.pick(("2024-06-01", "2024-05-30", "2024-05"))
    else:
        forum["date"] = desk.pick(("2025-10-18", "2025", "2025-10", "2025-10-19"))


def _leader(desk: Desk, forum: dict[str, Any]) -> None:
    forum["people"] = [
        {"person": desk.pick(desk.people()).stem, "roles": ["chair"]},
        *forum.get("people", []),
    ]


def _organisers(desk: Desk, forum: dict[str, Any]) -> None:
    forum["organisers"] = desk.draw.sample(desk.ids("organisations"), 2)


def _forum_topics(desk: Desk, forum: dict[str, Any]) -> None:
    forum["topics"] = desk.draw.sample(desk.ids("topics"), 1)


def _zone(desk: Desk, forum: dict[str, Any]) -> None:
    forum["timezone"] = desk.pick(("Asia/Shanghai", "Europe/Dublin", "Asia/Hong_Kong", "Europe/Berlin"))


def _recording(desk: Desk, forum: dict[str, Any]) -> None:
    recording = desk.pick(forum.get("recordings", []))
    recording["url"] = f"https://media.tide.example/{desk.number()}.mp4"
    recording["starts"] = f"0{desk.draw.randint(7, 9)}:{desk.draw.randint(10, 59)}"


def _source(desk: Desk, forum: dict[str, Any]) -> None:
    forum["sources"] = [*forum.get("sources", []), {"kind": "report", "title": desk.title()}]


def _times(desk: Desk, session: dict[str, Any]) -> None:
    if "start" not in session or "end" not in session:
        raise NothingThereError
    session["start"] = f"{session['start'][:3]}{desk.draw.randint(10, 14)}"


def _status(desk: Desk, session: dict[str, Any]) -> None:
    if session.get("status") == "moved":
        raise NothingThereError
    session["status"] = desk.pick(("held", "cancelled", "unknown", "replaced"))


def _kind(desk: Desk, session: dict[str, Any]) -> None:
    session["kind"] = desk.pick(("talk", "panel", "address", "ceremony", "film", "qa"))


def _state(desk: Desk, session: dict[str, Any]) -> None:
    session["record"] = "withheld" if session["record"] == "published" else "pending"
    session.pop("why", None)
    if session["record"] == "withheld":
        session["why"] = desk.title()


def _points(desk: Desk, session: dict[str, Any]) -> None:
    session["key_points"] = [desk.title() for _ in range(desk.draw.randint(1, 3))]


def _session_topics(desk: Desk, session: dict[str, Any]) -> None:
    session["topics"] = desk.draw.sample(desk.ids("topics"), 2)


def _spoken(desk: Desk, session: dict[str, Any]) -> None:
    session["spoken"] = desk.draw.sample(["zh-Hans", "en", "zh-Hant"], desk.draw.randint(1, 2))


def _somebody(desk: Desk, session: dict[str, Any]) -> None:
    there = {one["person"] for one in session.get("people", [])}
    who = desk.pick([one.stem for one in desk.people() if one.stem not in there])
    role = desk.pick(("speaker", "panelist", "guest", "chair", "interpreter"))
    session["people"] = [*session.get("people", []), {"person": who, "roles": [role]}]


def _role(desk: Desk, session: dict[str, Any]) -> None:
    one = desk.pick(session.get("people", []))
    one["roles"] = [desk.pick(("speaker", "panelist", "guest", "chair", "interpreter", "moderator"))]
    one["attended"] = desk.pick(("here", "remote", "absent"))


def _affiliation(desk: Desk, session: dict[str, Any]) -> None:
    one = desk.pick(session.get("people", []))
    one["affiliations"] = [{"organisation": desk.pick(desk.ids("organisations")), "position": desk.title()}]


def _nobody(desk: Desk, session: dict[str, Any]) -> None:
    somebody = desk.pick(session.get("people", []))
    session["people"].remove(somebody)


def _heard(desk: Desk, session: dict[str, Any]) -> None:
    heard = desk.pick(session.get("heard", []))
    heard.pop("lines", None)
    heard["from"], heard["to"] = "00:00:10", f"02:{desk.draw.randint(10, 59)}:00"


def _slide(desk: Desk, session: dict[str, Any]) -> None:
    desk.pick(session.get("slides", []))["alt"] = desk.title()


def a_session_new(desk: Desk) -> None:
    with desk.yaml(desk.pick(desk.forums())) as forum:
        new: dict[str, Any] = {
            "id": f"talk-{desk.number()}",
            "kind": "talk",
            "title": desk.title(),
            "record": "pending",
        }
        new["people"] = [{"person": desk.pick(desk.people()).stem, "roles": ["speaker"]}]
        forum["sessions"].insert(desk.draw.randint(0, len(forum["sessions"])), new)


def a_session_taken_out(desk: Desk) -> None:
    place = desk.pick(desk.forums())
    with desk.yaml(place) as forum:
        if len(forum["sessions"]) < 3:
            raise NothingThereError
        session = desk.pick(forum["sessions"])
        forum["sessions"].remove(session)
    for file in place.parent.glob(f"records/{session['id']}.*"):
        file.unlink()
    desk.point_elsewhere(_SESSION, session["id"], None)
    pattern = rf"\[([^\]]*)\]\(session:(?:{place.parent.name}/)?{session['id']}\)"
    desk.replace("*.md", pattern, r"\1")


def a_session_moved(desk: Desk) -> None:
    with desk.yaml(desk.pick(desk.forums())) as forum:
        sessions = forum["sessions"]
        session = desk.pick(sessions)
        sessions.remove(session)
        sessions.insert(desk.draw.randint(0, len(sessions)), session)


def a_session_renamed(desk: Desk) -> None:
    place = desk.pick(desk.forums())
    with desk.yaml(place) as forum:
        session = desk.pick(forum["sessions"])
        old = session["id"]
        new = session["id"] = f"{old.rstrip('0123456789')}{desk.number()}"
        session["formerly"] = [*session.get("formerly", []), old]
    for file in place.parent.glob(f"records/{old}.*"):
        file.rename(file.with_name(file.name.replace(old, new, 1)))
    desk.point_elsewhere(_SESSION, old, new)
    desk.replace("*.md", rf"\(session:({place.parent.name}/)?{old}\)", rf"(session:\g<1>{new})")


def a_forum_renamed(desk: Desk) -> None:
    place = desk.pick(desk.forums()).parent
    new = f"{place.name.rstrip('0123456789')}{desk.number()}"
    with desk.yaml(place / "forum.yml") as forum:
        forum["formerly"] = [*forum.get("formerly", []), place.name]
    desk.replace("*.md", rf"\((forum:|session:){place.name}(?=[/)])", rf"(\g<1>{new}")
    place.rename(place.with_name(new))


def a_forum_new(desk: Desk) -> None:
    place = desk.content / "forums" / f"forum-{desk.number()}" / "forum.yml"
    place.parent.mkdir()
    place.write_text("{}", "utf-8")
    with desk.yaml(place) as forum:
        forum |= {
            "title": desk.title(),
            "event": desk.pick(desk.ids("events")),
            "language": "zh-Hans",
            "date": desk.pick(("2024-05-30", "2025-10-19")),
            "publish_unchecked": "true",
            "sessions": [{"id": "only", "kind": "talk", "title": desk.title(), "record": "pending"}],
        }


def a_forum_taken_out(desk: Desk) -> None:
    place = desk.pick(desk.forums()).parent
    for file in sorted(place.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    place.rmdir()
    desk.replace("*.md", rf"\[([^\]]*)\]\((?:forum:|session:){place.name}(?:/[^)]*)?\)", r"\1")


def a_picture(desk: Desk) -> None:
    """Another picture of the same name, of another size."""
    place = desk.pick(sorted(desk.content.rglob("images/*.png")))
    place.write_bytes(png(desk.draw.randint(3, 40), desk.draw.randint(3, 40)))


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress((b"\0" + b"\x55" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def a_picture_lost(desk: Desk) -> None:
    """Breaks: records and slides still show it."""
    places = [one for one in sorted(desk.content.rglob("images/*.png")) if _shown(desk, one.name)]
    desk.pick(places).unlink()


def _shown(desk: Desk, name: str) -> bool:
    files = (*desk.content.rglob("*.md"), *desk.content.rglob("*.yml"))
    return any(re.search(rf"\({name}\)|image: {name}", place.read_text("utf-8")) for place in files)


def a_session_twice(desk: Desk) -> None:
    """Breaks: an id that stands twice."""
    with desk.yaml(desk.pick(desk.forums())) as forum:
        forum["sessions"].append(deepcopy(forum["sessions"][0]))


KINDS: dict[str, Kind] = {
    "a_forum_named": _forum(_titles("title")),
    "a_forum_described": _forum(_titles("description")),
    "where_a_forum_was": _forum(_titles("venue")),
    "rights_of_a_forum": _forum(_rights),
    "what_may_be_shown_unchecked": _forum(_unchecked),
    "when_a_forum_was": _forum(_day),
    "who_leads_a_forum": _forum(_leader),
    "who_organised_a_forum": _forum(_organisers),
    "topics_of_a_forum": _forum(_forum_topics),
    "the_time_zone": _forum(_zone),
    "a_recording": _forum(_recording),
    "a_source": _forum(_source),
    "a_session_named": _session(_titles("title")),
    "a_session_summed_up": _session(_titles("abstract")),
    "how_a_session_was_announced": _session(_titles("announced_as")),
    "where_a_session_was": _session(_titles("room")),
    "when_a_session_was": _session(_times),
    "what_became_of_a_session": _session(_status),
    "what_a_session_is": _session(_kind),
    "the_state_of_a_record": _session(_state),
    "key_points": _session(_points),
    "topics_of_a_session": _session(_session_topics),
    "what_was_spoken": _session(_spoken),
    "somebody_in_a_session": _session(_somebody),
    "somebody_as_another": _session(_role),
    "somebody_of_an_organisation": _session(_affiliation),
    "nobody_in_a_session": _session(_nobody),
    "when_it_is_heard": _session(_heard),
    "what_a_slide_shows": _session(_slide),
    "a_session_new": a_session_new,
    "a_session_taken_out": a_session_taken_out,
    "a_session_moved": a_session_moved,
    "a_session_renamed": a_session_renamed,
    "a_forum_renamed": a_forum_renamed,
    "a_forum_new": a_forum_new,
    "a_forum_taken_out": a_forum_taken_out,
    "a_picture": a_picture,
}
BREAKING: dict[str, Kind] = {one.__name__: one for one in (a_picture_lost, a_session_twice)}
