"""What a recogniser left of the invented forum, with names and terms added that it is likely to mishear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from generator.intake.division import Division, FoundSession
from generator.intake.done import Done
from generator.intake.heard import Heard, HeardFile
from generator.intake.names.put import put_names_right
from generator.intake.step import Known
from generator.intake.text import Text
from generator.model.forum import Forum
from generator.model.identifiers import PersonId, RecordingId, TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.session import SessionKind
from generator.model.term import Term
from generator.model.text import LocalizedText
from tests.intake.wording.marsh import FORUM, SESSION, held, settings

TERMS = {
    "tide-net": ("潮网云", "Tidenet"),
    "mudscope": ("Mudscope", "Mudscope"),
    "siltgpt": ("SiltGPT", "SiltGPT"),
    "ebb-4": ("Ebb-4", "Ebb-4"),
    "stem-cell": ("淤测模型", "silting model"),
    "stem-small": ("淤测小模型", "small silting model"),
    "tdgl": ("滩涂地理检索语言", "Tidal Geography Language"),
}


def _bare(entries: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType({key: replace(entry, misheard=()) for key, entry in entries.items()})


@cache
def proceedings(*, listed: bool = False) -> Proceedings:
    """Return what is held; without `listed`, as if nobody had noted what is misheard."""
    found = held()
    if not listed:
        found = replace(
            found,
            people=_bare(found.people),
            terms=_bare(found.terms),
            organisations=_bare(found.organisations),
        )
    more = {
        TermId(name): Term(
            id=TermId(name),
            term=LocalizedText.of({Language.HANS: chinese, Language.EN: english}),
            definition=LocalizedText.of({Language.HANS: "滩上的一种方法。", Language.EN: "A way."}),
            aliases=("TDGL",) if name == "tdgl" else (),
        )
        for name, (chinese, english) in TERMS.items()
    }
    return replace(found, terms=MappingProxyType({**found.terms, **more}))


def _forum(held_: Proceedings, title: str | None) -> Forum:
    forum = held_.forums[FORUM]
    if not title:
        return forum
    named = LocalizedText.of({Language.HANS: title})
    return replace(
        forum,
        sessions=tuple(replace(one, title=named) if one.id == SESSION else one for one in forum.sessions),
    )


def put_right(words: str, *, listed: bool = False, title: str | None = None) -> tuple[str, tuple[Done, ...]]:
    """Return a session's words with its names put right, and what was done."""
    known_people = proceedings(listed=listed)
    heard = Heard((HeardFile(RecordingId("a"), "a.txt", words),), Text.of(words))
    known = Known(known_people, _forum(known_people, title), heard, settings())
    session = FoundSession(SESSION, SessionKind.TALK, 0, len(words), (PersonId("shu-heting"),))
    text, done = put_names_right(heard.text, known, Division((session,), (), (), ()))
    return text.words, done


def reads(words: str, *, listed: bool = False, title: str | None = None) -> str:
    """Return a session's words with its names put right; `title` is what the session is called."""
    return put_right(words, listed=listed, title=title)[0]
