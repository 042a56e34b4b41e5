"""The left column of a page within a forum: the programme, and what the host says between its sessions."""

from __future__ import annotations

from generator.addresses import Address, host_address, session_address
from generator.model.forum import Forum
from generator.model.session import RecordState, SessionStatus
from generator.pages.edition import Edition
from generator.pages.frame import SideItem
from generator.pages.programme_list import has_page
from generator.pages.said import Said


def forum_aside(edition: Edition, forum: Forum, here: Address) -> list[SideItem]:
    """Return a line for each session that has a page and for the host's words; the page itself is current."""
    items = []
    for one in forum.sessions:
        if not has_page(one):
            continue
        note = edition.words("record.none") if one.record is RecordState.NONE else ""
        if one.status is not SessionStatus.HELD:
            note = edition.words(f"status.{one.status}")
        there = session_address(forum.id, one.id)
        items.append(
            SideItem(
                edition.say(one.title, forum.language),
                edition.link(here, there),
                time=str(one.start) if one.start else "",
                note=note,
                current=there == here,
                level=2 if one.parent else 1,
            )
        )
    if edition.shows_host(forum):
        title = Said(edition.words("host.title"), edition.language)
        there = host_address(forum.id)
        items.append(SideItem(title, edition.link(here, there), current=there == here))
    return items
