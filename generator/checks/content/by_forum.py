"""Rules that look at one forum or one session at a time, and what they found before.

A forum's folder with forum.yml is a world of its own to these rules: besides the files in it they read which
of its people are known and the review list, and nothing else. So digests of these are the keys under which
their faults are remembered: for a folder as a whole, and where something in it changed for each session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from generator.checks.content.accepted import check_accepted
from generator.checks.content.marks import check_marks
from generator.checks.content.programme import check_programme
from generator.checks.content.record_states import check_host_chapters
from generator.checks.content.reviews import check_reviews, check_sensitive
from generator.checks.content.sessions import SessionFiles, sessions_by_forum
from generator.checks.content.sources import check_sources
from generator.checks.content.translations import check_translations, speakers_are_known
from generator.language.review_words import ReviewWords
from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.model.fault import Fault, Severity
from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId, SessionId
from generator.store.load import Loaded

Faults = tuple[Fault, ...]
Rule = Callable[[], Iterable[Fault]]
Sessions = Mapping[SessionId, SessionFiles]


class _Found(NamedTuple):
    """The faults of a forum, and the keys of what they were put together from."""

    faults: Faults
    keys: tuple[str, ...]


def check_forums(loaded: Loaded, words: ReviewWords, memo: Memo) -> Iterator[Fault]:
    """Find what is wrong within forums."""
    checker = _Checker(
        loaded,
        words,
        memo,
        digest_of(repr((words.words, words.not_meant))),
        frozenset(one.place.path for one in loaded.faults if one.severity is Severity.ERROR),
    )
    sessions = sessions_by_forum(loaded)
    for name in dict.fromkeys([*loaded.proceedings.forums, *sessions]):
        yield from checker.forum(name, sessions.get(name, {}))


@dataclass(frozen=True, slots=True)
class _Checker:
    """The rules, with what they are given.

    Attributes:
        loaded: The content.
        words: The review list.
        memo: What they found before.
        listed: A digest of the review list.
        faulty: The files that an error was found in when they were read.
    """

    loaded: Loaded
    words: ReviewWords
    memo: Memo
    listed: str
    faulty: frozenset[str]

    def forum(self, name: ForumId, sessions: Sessions) -> Faults:
        path = self.loaded.forum_file(name)
        own = digest_of(path, self.loaded.keys.get(path, ""))
        key = digest_of(own, self.loaded.folders.get(name, ""), self.listed)
        known = self.memo.get("forum-faults", key)
        if isinstance(known, _Found):
            self.memo.keep("faults", known.keys)
            return known.faults
        parts = dict(self._parts(name, own, sessions))
        faults = {fault for one, find in parts.items() for fault in self._remembered(one, find)}
        found = _Found(tuple(sorted(faults)), tuple(parts))
        self.memo.put("forum-faults", key, found)
        return found.faults

    def _parts(self, name: ForumId, own: str, sessions: Sessions) -> Iterator[tuple[str, Rule]]:
        """Yield the rules of a forum and of its sessions, each with the digest of all that it reads."""
        forum = self.loaded.proceedings.forums.get(name)
        if forum:
            host = sessions.get(HOST)
            yield digest_of("programme", own), partial(check_programme, self.loaded, forum)
            yield (
                digest_of("chapters", own, *self._keys(host)),
                partial(check_host_chapters, self.loaded, forum, host),
            )
        for session in sessions.values():
            key = digest_of("session", name, session.session, *self._read_of(session, forum))
            yield key, partial(self._in_session, session)

    def _in_session(self, session: SessionFiles) -> Iterator[Fault]:
        yield from check_marks(self.loaded, session)
        yield from check_translations(self.loaded, session, self.faulty)
        yield from check_sources(self.loaded, session)
        yield from check_accepted(self.loaded, session)
        yield from check_reviews(self.loaded, session)
        yield from check_sensitive(self.loaded, session, self.words)

    def _read_of(self, session: SessionFiles, forum: Forum | None) -> Iterator[str]:
        """Yield all that the rules of a session read."""
        yield from self._keys(session)
        yield self.listed
        yield str(speakers_are_known(self.loaded, session, self.faulty))
        entry = forum.session(session.session) if forum else None
        given = self.loaded.given.get(session.forum, {})
        for name in (session.session, *(entry.formerly if entry else ())):
            yield repr((name, given.get(SessionId(name))))

    def _keys(self, session: SessionFiles | None) -> Iterator[str]:
        for file in session.files if session else ():
            yield file.shown
            yield self.loaded.keys[file.shown]

    def _remembered(self, key: str, find: Rule) -> Faults:
        known = self.memo.get("faults", key)
        if isinstance(known, tuple):
            return known
        found = tuple(sorted(set(find())))
        self.memo.put("faults", key, found)
        return found
