"""What one file of content gives: a pure function of its name and its text."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnlyMapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from generator.model.event import Event
from generator.model.fault import Fault, Place
from generator.model.fidelity import Accepted, AcceptedOf
from generator.model.forum import Forum
from generator.model.identifiers import Digest, Mark, SessionId, is_mark
from generator.model.language import Language
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.recording import ParagraphSources, Span
from generator.model.term import Term
from generator.model.topic import Topic
from generator.store.decode import Decoder
from generator.store.digests import value_digest
from generator.store.layout import ContentFile, FileKind
from generator.store.places import KeyPath, Reference
from generator.store.yaml_tree import Mapping, Node, Scalar, Sequence, parse_yaml

T = TypeVar("T")

DEFAULT_LANGUAGE = Language.HANS
"""What plain strings are in, in files that belong to no forum."""

Wanted = tuple[str, str, str]
"""Something that is named and must exist: the kind of its id, the forum it belongs to or empty, the id."""
Identifier = tuple[KeyPath, str]
"""An id as written, with the keys that lead to it."""

_LISTED: ReadOnlyMapping[FileKind, type[Any]] = {
    FileKind.EVENTS: Event,
    FileKind.ORGANISATIONS: Organisation,
    FileKind.TOPICS: Topic,
    FileKind.GLOSSARY: Term,
}


class Detail(NamedTuple):
    """What is asked for only where something is wrong.

    Attributes:
        places: Where each value stands.
        references: Ids that must exist.
    """

    places: ReadOnlyMapping[KeyPath, Place] = MappingProxyType({})
    references: tuple[Reference, ...] = ()

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What the references name, each once."""
        return tuple(sorted({(one.kind, one.forum, one.target) for one in self.references}))


class Entry(NamedTuple):
    """A value with its id and its digest."""

    id: str
    value: object
    digest: str


class Part(NamedTuple):
    """What a file of events, people, forums ... gave.

    Attributes:
        entries: Its values, each id once.
        faults: What is wrong.
        identifiers: Ids as written, also of entries that could not be read.
        wanted: What must exist.
    """

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    wanted: tuple[Wanted, ...] = ()


def read_part(file: ContentFile, text: str) -> tuple[Part, Detail]:
    """Read a file of one of the lists, of a person or of a forum."""
    node, faults = tree_of(text, file.shown)
    if node is None:
        return Part((), faults), Detail()
    if file.kind in _LISTED:
        return _listed(file, node, faults)
    if file.kind is FileKind.PERSON:
        decoder = Decoder(file.shown, DEFAULT_LANGUAGE)
        return _ended(decoder, decoder.read_object(node, Person, id=file.name), faults, ())
    decoder = Decoder(file.shown, _language_of(node), file.name)
    identifiers: list[Identifier] = []
    for key in ("sessions", "recordings"):
        noted, doubled = _note_ids(node.get(key) if isinstance(node, Mapping) else None, (key,))
        identifiers += noted
        faults += doubled
    return _ended(decoder, decoder.read_object(node, Forum, id=file.name), faults, tuple(identifiers))


def read_sources(
    file: ContentFile, text: str
) -> tuple[tuple[ParagraphSources, ...] | None, tuple[Fault, ...], Detail]:
    """Read what the paragraphs of a session stand on; None where there is nothing in the file."""
    node, faults = tree_of(text, file.shown)
    if node is None:
        return None, faults, Detail()
    decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
    listed = _lists_by_mark(node, decoder, Span, "{recording: a, from: …, to: …}")
    found = tuple(ParagraphSources(*one) for one in listed)
    return found, (*faults, *decoder.faults), detail_of(decoder)


def read_accepted(
    file: ContentFile, text: str
) -> tuple[tuple[AcceptedOf, ...] | None, tuple[Fault, ...], Detail]:
    """Read what was explained of a session's records; None where there is nothing in the file."""
    node, faults = tree_of(text, file.shown)
    if node is None:
        return None, faults, Detail()
    decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
    listed = _lists_by_mark(node, decoder, Accepted, "{language: …, kind: …, words: …, …}")
    found = tuple(AcceptedOf(*one) for one in listed)
    return found, (*faults, *decoder.faults), detail_of(decoder)


def read_confirmed(
    file: ContentFile, text: str
) -> tuple[ReadOnlyMapping[Mark, Digest] | None, tuple[Fault, ...], Detail]:
    """Read what the paragraphs of a translation were made from; None where that cannot be read."""
    node, faults = tree_of(text, file.shown)
    if node is None:
        return None, faults, Detail()
    decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
    read = decoder.read(node, ReadOnlyMapping[Mark, Digest], ())
    for key, _ in node.pairs if isinstance(node, Mapping) else ():
        decoder.places[file.shown, (key.text,)] = key.place
    value = MappingProxyType(read) if isinstance(read, dict) else None
    return value, (*faults, *decoder.faults), detail_of(decoder)


def read_given(
    file: ContentFile, text: str
) -> tuple[ReadOnlyMapping[SessionId, tuple[Mark, ...]] | None, tuple[Fault, ...], Detail]:
    """Read the marks that the sessions of a forum ever gave; None where they cannot be read."""
    node, faults = tree_of(text, file.shown)
    if node is None:
        return None, faults, Detail()
    decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
    read = decoder.read(node, ReadOnlyMapping[str, tuple[Mark, ...]], ())
    given = {SessionId(session): marks for session, marks in read.items()} if isinstance(read, dict) else None
    value = None if given is None else MappingProxyType(given)
    return value, (*faults, *decoder.faults), detail_of(decoder)


def tree_of(text: str, shown: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Return the tree of a file of YAML, or why there is none."""
    node, faults = parse_yaml(text, shown)
    if node is None and not faults:
        message, remedy = "the file is empty", "fill it in, or delete it"
        faults = (Fault(Place(shown, 1, 1), message, remedy, "empty-file"),)
    return node, faults


def detail_of(decoder: Decoder) -> Detail:
    """Return what a decoder has noted besides faults."""
    return Detail({keys: place for (_, keys), place in decoder.places.items()}, tuple(decoder.references))


def _listed(file: ContentFile, node: Node, faults: tuple[Fault, ...]) -> tuple[Part, Detail]:
    identifiers, doubled = _note_ids(node, ())
    decoder = Decoder(file.shown, DEFAULT_LANGUAGE)
    found: dict[str, object] = {}
    for item in decoder.read_list(node, _LISTED[file.kind]):  # every listed type has an id
        found.setdefault(item.id, item)
    entries = tuple(Entry(key, value, value_digest(value)) for key, value in found.items())
    detail = detail_of(decoder)
    return Part(entries, (*faults, *doubled, *decoder.faults), identifiers, detail.wanted), detail


def _ended(
    decoder: Decoder,
    value: Person | Forum | None,
    faults: tuple[Fault, ...],
    identifiers: tuple[Identifier, ...],
) -> tuple[Part, Detail]:
    entries = (Entry(value.id, value, value_digest(value)),) if value else ()
    detail = detail_of(decoder)
    return Part(entries, (*faults, *decoder.faults), identifiers, detail.wanted), detail


def _note_ids(node: Node | None, keys: KeyPath) -> tuple[tuple[Identifier, ...], tuple[Fault, ...]]:
    """Return the ids of a list of entries, and the faults of those that stand twice."""
    found: list[Identifier] = []
    faults: list[Fault] = []
    first: dict[str, int] = {}
    for number, item in enumerate(node.items if isinstance(node, Sequence) else []):
        own = item.get("id") if isinstance(item, Mapping) else None
        if not isinstance(own, Scalar):
            continue
        found.append(((*keys, number), own.text))
        if own.text in first:
            message = f"the id '{own.text}' stands here twice; first on line {first[own.text]}"
            faults.append(Fault(own.place, message, "give one of them another id", "doubled-id"))
        first.setdefault(own.text, own.place.line)
    return tuple(found), tuple(faults)


def _language_of(node: Node) -> Language:
    """Return a forum's language before the forum is read: its plain strings depend on it."""
    value = node.get("language") if isinstance(node, Mapping) else None
    languages = {language.value for language in Language}
    return Language(value.text) if isinstance(value, Scalar) and value.text in languages else DEFAULT_LANGUAGE


def _lists_by_mark(
    node: Node, decoder: Decoder, cls: type[T], example: str
) -> list[tuple[Mark, tuple[T, ...]]]:
    if not isinstance(node, Mapping):
        message, remedy = "here should be a map of marks", f"write p9x1: [{example}]"
        decoder.faults.append(Fault(node.place, message, remedy, "wrong-type"))
        return []
    found = []
    for key, value in node.pairs:
        decoder.places[decoder.path, (key.text,)] = key.place
        if not is_mark(key.text):
            remedy = "four of a-z and 0-9, a letter first, at least one digit, such as p7k2"
            decoder.faults.append(Fault(key.place, f"'{key.text}' is no mark", remedy, "wrong-value"))
            continue
        found.append((Mark(key.text), decoder.read_list(value, cls, (key.text, "spans"))))
    return found
