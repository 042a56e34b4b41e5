"""A translation names a language that is there, and says what its source says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.content.sessions import SessionFiles
from generator.model.fault import Fault, Place, Severity
from generator.model.identifiers import HOST, Mark
from generator.model.language import Language
from generator.model.record import Record
from generator.store.layout import ContentFile, FileKind
from generator.store.load import Loaded
from generator.store.records.translation import TranslationState, state_of, translation_source


def check_translations(loaded: Loaded, session: SessionFiles, faulty: frozenset[str]) -> Iterator[Fault]:
    """Find translations without a source, paragraphs that are behind it, and digests of nothing.

    Args:
        loaded: The content.
        session: The files of a session.
        faulty: The files that an error was found in when they were read.
    """
    records = session.records(loaded)
    paths = {record.language: path for path, record in records}
    for path, record in records:
        named = record.head.translated_from
        if named is None:
            continue
        place = loaded.places.of(path, "translated_from")
        found = state_of(loaded.proceedings, record)
        if named is record.language:
            yield Fault(place, "a record cannot be translated from its own language", "", "translation")
        elif found is None:
            if _is_written(session, record, named):
                continue  # it cannot be read, and its own fault says so
            message = f"it is translated from {named}, and there is no record in {named}"
            yield Fault(place, message, "", "translation")
        else:
            source, state = found
            pair = _Pair(source, paths[source.language], record, path)
            if not faulty & {pair.path, pair.source_path}:  # else what was read may not be what is meant
                known = speakers_are_known(loaded, session, faulty)
                yield from _behind(pair, state, all_known=known)
                yield from _unconfirmed(pair, state, place)
    for file in session.of_kind(FileKind.CONFIRMED):
        yield from _digests(loaded, session, file, faulty)


def speakers_are_known(loaded: Loaded, session: SessionFiles, faulty: frozenset[str]) -> bool:
    """Whether everyone whose label may open a turn could be read.

    Else a label would be taken for words, and every turn for changed, for a mistake in another file.
    """
    held = loaded.proceedings
    forum = held.forums.get(session.forum)
    if forum is None or loaded.forum_file(forum.id) in faulty:
        return False
    sessions = [one for one in forum.sessions if session.session in {HOST, one.id}]
    people = {one.person for one in (*forum.people, *(who for one in sessions for who in one.people))}
    return people <= held.people.keys()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A source and its translation, with the names of their files."""

    source: Record
    source_path: str
    translation: Record
    path: str

    @property
    def call(self) -> str:
        """How a translation is confirmed."""
        one = self.translation
        return f"proceedings confirm {one.forum}/{one.session} --language {one.language}"


def _is_written(session: SessionFiles, record: Record, named: Language) -> bool:
    """Whether there is a file that a translation may be made from."""
    others = {*named.sources()} - {record.language}
    return any(file.language in others for file in session.of_kind(FileKind.RECORD))


def _behind(pair: _Pair, state: TranslationState, *, all_known: bool) -> Iterator[Fault]:
    """Find each paragraph that is stale, missing or too much, at the place where something is to be done."""
    there = pair.source.language
    own = pair.translation.language
    for one in state.stale if all_known else ():
        source = Place(pair.source_path, one.source.line)
        message = f"^{one.mark} was changed in {there} since it was translated; see {source}"
        remedy = f"translate it anew, then: {pair.call} --mark {one.mark}"
        place = Place(pair.path, one.translation.line, 1)
        yield Fault(place, message, remedy, "translation-stale", Severity.WARNING)
    for block in state.missing:
        mark = block.marks[0]
        message = f"^{mark} stands here and not in {own}; it belongs {_gap(pair, state, mark)}"
        remedy = f"translate it under the same mark, then: {pair.call} --mark {mark}"
        place = Place(pair.source_path, block.line, 1)
        yield Fault(place, message, remedy, "translation-missing", Severity.WARNING)
    for block in state.extra:
        message = f"^{block.marks[0]} stands here and not in {there}, which this is translated from"
        remedy = f"give it the mark of its paragraph in {pair.source_path}, or take it out"
        place = Place(pair.path, block.line, 1)
        yield Fault(place, message, remedy, "translation-extra", Severity.WARNING)


def _gap(pair: _Pair, state: TranslationState, mark: Mark) -> str:
    """Say where in the translation a missing paragraph belongs."""
    before = {one.mark: one.translation.line for one in state.pairs}
    line = 0
    for block in pair.source.blocks:
        if block.marks[0] == mark:
            break
        line = before.get(block.marks[0], line)
    return f"after {Place(pair.path, line)}" if line else f"first in {pair.path}"


def _unconfirmed(pair: _Pair, state: TranslationState, place: Place) -> Iterator[Fault]:
    if not state.unconfirmed:
        return
    number, whole = len(state.unconfirmed), len(state.pairs)
    first = state.unconfirmed[0].mark
    message = f"nobody has said what {number} of its {whole} paragraphs were translated from, ^{first} first"
    remedy = f"compare them, then: {pair.call}"
    yield Fault(place, message, remedy, "translation-unconfirmed", Severity.WARNING)


def _digests(
    loaded: Loaded, session: SessionFiles, file: ContentFile, faulty: frozenset[str]
) -> Iterator[Fault]:
    """Find digests without a translation, and those of paragraphs that are in neither text."""
    held = loaded.proceedings
    name = f"{file.name}.{file.language}.md"
    shown = file.shown.removesuffix(".confirmed.yml") + ".md"
    if shown not in {one.shown for one in session.of_kind(FileKind.RECORD)}:
        remedy = "delete the file, or give it the name of its record"
        yield Fault(Place(file.shown), f"there is no record {name} beside it", remedy, "no-translation")
    if file.language is None or shown in faulty:
        return
    key = (session.forum, session.session, file.language)
    record = held.records.get(key)
    if record is None:
        return
    if record.head.translated_from is None:
        remedy = f"delete the file, or write translated_from into {name}"
        yield Fault(Place(file.shown), f"{name} is no translation", remedy, "no-translation")
        return
    source = translation_source(held, record)
    if source is None or shown.replace(name, f"{file.name}.{source.language}.md") in faulty:
        return
    known = {mark for one in (record, source) for block in one.blocks for mark in block.marks}
    known |= {mark for one in (record, source) for mark in one.head.gone}
    for mark in held.confirmed.get(key, {}):
        if mark not in known:
            place = loaded.places.of(file.shown, mark)
            message = f"there is no paragraph ^{mark} in {name} or its source"
            yield Fault(place, message, "delete the line", "unknown-mark")
