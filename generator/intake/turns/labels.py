"""The speakers that the file's format names, and who they are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.intake.division import FoundSession, FoundTurn
from generator.intake.sessions.plain import Plain, alternation, simplified
from generator.intake.step import Known
from generator.intake.text import Text
from generator.intake.turns.mentions import Mention, Said
from generator.intake.turns.panel import CallKind, Panel
from generator.intake.turns.signs import Signs
from generator.language.sound import likeness
from generator.model.identifiers import PersonId

_SPEAKERS = 2
_CALLED_WITHIN = 60  # letters at the end of a turn in which the next speaker is called
_LIKE = 0.9
_INTRODUCED, _CALLED, _BELONGING, _OWN_NAME, _ASKS = 4.0, 2.0, 0.3, -1.5, 0.6
_MOST_BELONGING = 1.5
_ENOUGH, _SURE = 1.0, 3.0


@dataclass(frozen=True, slots=True)
class Label:
    """A part of a session that the format gives to one speaker.

    Attributes:
        start: Where in the recording.
        end: Where it ends; not included.
        name: The speaker, as the format names them.
    """

    start: int
    end: int
    name: str


def labels_of(session: FoundSession, known: Known) -> tuple[Label, ...]:
    """Return who speaks where in a session by its format; nothing where it names fewer than two."""
    cues = [one for one in known.heard.cues if one.speaker]
    first = max(0, bisect_right(cues, session.start, key=lambda one: one.index) - 1)
    found: list[tuple[int, str]] = []
    for cue in cues[first:]:
        if cue.index >= session.end:
            break
        start = max(cue.index, session.start)
        if not found or found[-1][1] != cue.speaker:
            found.append((start, cue.speaker))
    if len({name for _, name in found}) < _SPEAKERS:
        return ()
    found[0] = (session.start, found[0][1])
    return tuple(
        Label(start, end, name)
        for (start, name), (end, _) in pairwise([*found, (session.end, "")])
        if start < end
    )


def turns_of(
    labels: Sequence[Label],
    panel: Panel,
    heard: tuple[Text, Plain],
    mentions: Sequence[Mention],
    known: Known,
) -> Iterator[FoundTurn]:
    """Yield a turn for each label, with who that is by name, or by what is said.

    Args:
        labels: Who speaks where by the format.
        panel: Who is to be expected.
        heard: The session's text, and the same reduced to its letters.
        mentions: Who is named in it.
        known: The names of people, and the lists of words.
    """
    names = {label.name for label in labels}
    by_name = {name: person for name in sorted(names) if (person := _named(name, panel, known))}
    told = _told(labels, panel, heard, mentions, known)
    free = [one for one in _people(panel) if one not in by_name.values()]
    assigned = _assigned({name: told[name] for name in sorted(names - set(by_name))}, free)
    for label in labels:
        if label.name in by_name:
            yield FoundTurn(label.start, label.end, by_name[label.name], sure=True)
            continue
        person, much = assigned.get(label.name, (None, 0.0))
        yield FoundTurn(label.start, label.end, person, sure=much >= _SURE)


def _people(panel: Panel) -> list[PersonId]:
    return [*([panel.moderator] if panel.moderator else []), *panel.others]


def _named(name: str, panel: Panel, known: Known) -> PersonId | None:
    """Return whose name a label holds."""
    label = simplified(name)
    found = [
        person
        for person in _people(panel)
        if person in known.held.people
        and any(_holds(label, form) for form in known.held.people[person].all_forms)
    ]
    if len(found) == 1:
        return found[0]
    leads = alternation(known.settings.words("turns", "moderators")).search(label)
    return panel.moderator if leads and not found else None


def _holds(label: str, form: str) -> bool:
    name = simplified(form)
    return len(name) > 1 and (name in label or likeness(label, name) >= _LIKE)


def _told(
    labels: Sequence[Label],
    panel: Panel,
    heard: tuple[Text, Plain],
    mentions: Sequence[Mention],
    known: Known,
) -> Mapping[str, Mapping[PersonId, float]]:
    """Return how much is said of who each speaker is."""
    text, plain = heard
    starts = [plain.place_of(text.at(label.start)) for label in labels]
    told: dict[str, dict[PersonId, float]] = defaultdict(lambda: defaultdict(float))
    belongs: dict[tuple[str, PersonId], float] = defaultdict(float)
    for one in mentions:
        number = max(0, bisect_right(starts, one.start) - 1)
        name = labels[number].name
        if one.said is Said.INTRODUCED:
            told[name][one.person] += _INTRODUCED * one.tells
        elif one.kind is CallKind.BELONGING:
            belongs[name, one.person] += _BELONGING * one.tells
        else:
            told[name][one.person] += _OWN_NAME * one.tells
        following = labels[number + 1].name if number + 1 < len(labels) else ""
        close = following and one.start >= starts[number + 1] - _CALLED_WITHIN
        if close and one.said is Said.ADDRESSED and one.person != panel.moderator:
            told[following][one.person] += _CALLED * one.tells
    for (name, person), much in belongs.items():
        told[name][person] += min(_MOST_BELONGING, much)
    if panel.moderator:
        asked: dict[str, float] = defaultdict(float)
        for start, _ in Signs(plain.letters, (), known.settings).moderating:
            asked[labels[max(0, bisect_right(starts, start) - 1)].name] += _ASKS
        most = max(asked, key=lambda name: (asked[name], name), default=None)
        if most is not None:
            told[most][panel.moderator] += asked[most] - sum(asked.values()) / 2
    return told


def _assigned(
    told: Mapping[str, Mapping[PersonId, float]], people: Sequence[PersonId]
) -> dict[str, tuple[PersonId, float]]:
    """Give each speaker to at most one person, the surest first; with how far ahead of others that is."""
    found: dict[str, tuple[PersonId, float]] = {}
    pairs = sorted(
        ((much, name, person) for name, whom in told.items() for person, much in whom.items()),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    free = set(people)
    for much, name, person in pairs:
        if much < _ENOUGH or name in found or person not in free:
            continue
        rivals = [
            other
            for other, label, who in pairs
            if (label == name) != (who == person) and label not in found and who in free
        ]
        found[name] = (person, much - max([0.0, *rivals]))
        free.discard(person)
    return found
