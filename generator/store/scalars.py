"""Typing of single values: what an editor wrote, as what the model means."""

from __future__ import annotations

import functools
import re
import zoneinfo
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from generator.model.dates import ClockTime, PartialDate, Timecode
from generator.model.identifiers import (
    Digest,
    EventId,
    ForumId,
    ImagePath,
    LanguageTag,
    Mark,
    OrganisationId,
    PersonId,
    RecordingId,
    SessionId,
    Sha256,
    TermId,
    TopicId,
    WebAddress,
    identifier_fault,
    is_mark,
)
from generator.store.web_address import web_address_fault

REFERENCES: Final = (
    EventId, ForumId, SessionId, PersonId, OrganisationId, TopicId, TermId, RecordingId
)  # fmt: skip
"""Identifier types whose values must exist somewhere in content."""

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DIGEST = re.compile(r"[0-9a-f]{12}")
_IMAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|jpeg|webp|gif|avif)")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")


class WrongValueError(ValueError):
    """A value that cannot be what it should be.

    Attributes:
        remedy: What to do about it.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


def read_scalar(text: str, annotation: Any) -> object:
    """Type one value.

    Args:
        text: As it stands in the file, never empty.
        annotation: The type of the model.

    Raises:
        WrongValueError: It is no such value; the message says why.
    """
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _choice(text, annotation)
    return _READERS[annotation](text)


def is_scalar(annotation: Any) -> bool:
    """Whether values of a type are written as one piece of text."""
    return annotation in _READERS or (isinstance(annotation, type) and issubclass(annotation, StrEnum))


def nearest(word: str, known: list[str]) -> str:
    """Return `did you mean 'x'?` for the nearest known word, or the empty text where none is near."""
    limit = max(1, len(word) // 3)
    found = process.extractOne(
        word, known, scorer=DamerauLevenshtein.distance, score_cutoff=limit, processor=str.casefold
    )
    return f"did you mean '{found[0]}'?" if found else ""


def _choice(text: str, annotation: type[StrEnum]) -> StrEnum:
    values = [member.value for member in annotation]
    if text in values:
        return annotation(text)
    choices = ", ".join(values)
    raise WrongValueError(f"'{text}' is not one of {choices}", nearest(text, values))


def _text(text: str) -> str:
    return text


def _flag(text: str) -> bool:
    if text not in {"true", "false"}:
        raise WrongValueError(f"'{text}' is neither true nor false")
    return text == "true"


def _number(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise WrongValueError(f"'{text}' is no whole number")
    return int(text)


def _parsed(parse: Callable[[str], object]) -> Callable[[str], object]:
    def read(text: str) -> object:
        try:
            return parse(text)
        except ValueError as error:
            raise WrongValueError(f"'{text}': {error}") from None

    return read


def _identifier(text: str) -> str:
    wrong = identifier_fault(text)
    if wrong:
        raise WrongValueError(f"'{text}' cannot be an id: {wrong}")
    return text


def _mark(text: str) -> str:
    if not is_mark(text):
        remedy = "four of a-z and 0-9, a letter first, at least one digit, such as p7k2"
        raise WrongValueError(f"'{text}' is no mark", remedy)
    return text


def _tag(text: str) -> str:
    if not _TAG.fullmatch(text):
        raise WrongValueError(f"'{text}' is no language tag", "write it after BCP 47: zh-Hans, en, ja, yue")
    return text


def _address(text: str) -> str:
    wrong = web_address_fault(text)
    if wrong:
        raise WrongValueError(*wrong)
    return text


def _image(text: str) -> str:
    if not _IMAGE.fullmatch(text) or ".." in text:
        remedy = "write the name of a file in the images folder, ending in png, jpg, webp, gif or avif"
        raise WrongValueError(f"'{text}' is no picture's name", remedy)
    return text


def _sha256(text: str) -> str:
    if not _SHA256.fullmatch(text):
        raise WrongValueError("a SHA-256 digest has 64 of 0-9 and a-f", "print it with: sha256sum FILE")
    return text


def _digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        message = f"'{text}' is no digest: it has 12 of 0-9 and a-f"
        raise WrongValueError(message, "delete the line and run: proceedings confirm")
    return text


def time_zone(text: str) -> str:
    """Check the name of a time zone.

    Raises:
        WrongValueError: The IANA database has no such zone.
    """
    names = _time_zones()
    if text not in names:
        raise WrongValueError(f"there is no time zone '{text}'", nearest(text, sorted(names)))
    return text


@functools.cache
def _time_zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


_READERS: Final[dict[Any, Callable[[str], object]]] = {
    str: _text,
    bool: _flag,
    int: _number,
    PartialDate: _parsed(PartialDate.parse),
    ClockTime: _parsed(ClockTime.parse),
    Timecode: _parsed(Timecode.parse),
    Mark: _mark,
    LanguageTag: _tag,
    WebAddress: _address,
    ImagePath: _image,
    Sha256: _sha256,
    Digest: _digest,
    **dict.fromkeys(REFERENCES, _identifier),
}
