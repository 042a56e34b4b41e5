"""Openings and closings that are the host's own words: between which sessions they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from generator.intake.division import Division, Stretch
from generator.intake.sessions.items import is_expected
from generator.model.forum import Forum
from generator.model.session import RecordState, Session, SessionKind

_STATES: Final = {RecordState.HOST, RecordState.PENDING}


def leading_to(stretch: Stretch, division: Division, forum: Forum) -> Session | None:
    """Return the session of the programme that a stretch of the host's leads to."""
    following = min(
        (one for one in division.sessions if one.start >= stretch[1]), key=lambda one: one.start, default=None
    )
    return forum.session(following.id) if following else None


def hosted_in(division: Division, forum: Forum) -> Mapping[Stretch, Sequence[Session]]:
    """Say which openings and closings the host holds in which stretch, by the order of the programme.

    One stands in the first stretch that leads to a session after it in the programme; where there is none,
    in the first after the last session.
    """
    places = {session.id: number for number, session in enumerate(forum.sessions)}
    leads = [(one, leading_to(one, division, forum)) for one in division.host]
    end = max((one.end for one in division.sessions), default=0)
    found: dict[Stretch, list[Session]] = defaultdict(list)
    heard = {one.id for one in division.sessions}
    for number, session in enumerate(forum.sessions):
        if session.id in heard or not _is_hosted(session):
            continue
        for stretch, following in leads:
            if (following and places[following.id] > number) or stretch[0] >= end:
                found[stretch].append(session)
                break
    return found


def _is_hosted(session: Session) -> bool:
    kinds = {SessionKind.OPENING, SessionKind.CLOSING}
    return session.kind in kinds and session.record in _STATES and not is_expected(session)
