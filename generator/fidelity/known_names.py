"""Names that a paragraph may have without their having been said: of who speaks, and where they belong."""

from __future__ import annotations

from generator.model.forum import Forum
from generator.model.identifiers import PersonId
from generator.model.session import Appearance, Role, Session

_FEW = 2


def names_known_in(forum: Forum, session: Session | None, speaker: PersonId | None) -> frozenset[str]:
    """Return the names that a reader knows before a paragraph begins.

    Of a session in which one or two speak, that is everyone in it; where more do, only who speaks just now
    and who leads: another one's name there has to have been said.

    Args:
        forum: Its hosts and organisers are known.
        session: None for what the host says.
        speaker: Who speaks in the paragraph, if that is written.
    """
    every = session.people if session else ()
    speakers = [one for one in every if {Role.SPEAKER, Role.PANELIST} & {*one.roles}]
    near = every if len(speakers) <= _FEW else [one for one in every if one.person == speaker or _leads(one)]
    people = [*near, *forum.people]
    names = {f"person {one.person}" for one in people}
    names |= {f"organisation {belongs.organisation}" for one in people for belongs in one.affiliations}
    return frozenset(names | {f"organisation {one}" for one in forum.organisers})


def _leads(one: Appearance) -> bool:
    return bool({Role.HOST, Role.MODERATOR, Role.CHAIR} & {*one.roles})
