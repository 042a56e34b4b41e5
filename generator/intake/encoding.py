"""Bytes of a transcript to text: UTF-8, UTF-16 and GB18030, told apart by what stands in them."""

from __future__ import annotations

import codecs
import re
from typing import Final

from generator.intake.recording_error import RecordingError

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of all files together. A day's forum is some megabytes in the most talkative format."""

_MEGABYTE: Final = 1024 * 1024
_SAVE: Final = "save it as UTF-8 text"
_BOMS: Final = (  # UTF-32 before UTF-16: its mark begins with the other's.
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: Final = (
    (b"PK\x03\x04", "a packed file, such as a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a document in RTF"),
    (b"%PDF", "a PDF"),
    (b"RIFF", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
# The commonest characters of either script; any Chinese speech is made of them to a third or more.
_FREQUENT: Final = frozenset(
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于"
    "心学么之都好看起发当没成只如事把还用第样道想作种开這個們來時為說國著會後對學發當還樣種開沒過裡麼"
)
_SAMPLE: Final = 20_000
_SCANT: Final = 30  # Fewer ideographs than this say nothing about how frequent they are.
_FREQUENT_SHARE: Final = 0.06
_SIMPLE_SHARE: Final = 0.9
_USUAL_SHARE: Final = 0.95
_CONTROL_SHARE: Final = 0.01
_IDEOGRAPH: Final = re.compile("[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
_USUAL: Final = re.compile("[\t\n\r -~\u00a0-ÿ‐-‧\u3000-〿぀-ヿ一-鿿！-～]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x7f]")


def check_size(name: str, size: int) -> None:
    """Refuse what is too large to be a transcript, before it is read.

    Args:
        name: The file's name, for the message.
        size: Its bytes, and those of the files before it.

    Raises:
        RecordingError: It is.
    """
    if size > LARGEST:
        reason = (
            f"{size / _MEGABYTE:.0f} MB are too much for a transcript (at most {LARGEST // _MEGABYTE} MB)"
        )
        raise RecordingError(name, reason, "give the recogniser's text, and parts of it one after the other")


def decode(name: str, data: bytes) -> str:
    r"""Return the text of a file, without the mark of its encoding; line ends are `\n`.

    Args:
        name: The file's name, for messages.
        data: Its bytes.

    Raises:
        RecordingError: It is empty, no text, too large, or of an encoding that is not one of the three.
    """
    check_size(name, len(data))
    if not data.strip():
        raise RecordingError(name, "the file is empty", "give a transcript")
    text = _text(name, data)
    if "\0" in text or len(_CONTROL.findall(text[:_SAMPLE])) > _CONTROL_SHARE * min(len(text), _SAMPLE):
        raise RecordingError(name, "this is no text", "give the transcript as text, subtitles or JSON")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(name: str, data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _marked(name, data[len(bom) :], encoding)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise RecordingError(name, f"this is {what}, no text", "give the transcript as text")
    if b"\0" in data[: 2 * _SAMPLE]:
        found = _utf16(data)
        if found is None:
            raise RecordingError(name, "this is no text", "give the transcript as text, subtitles or JSON")
        return found
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    found = _gb18030(data) or _utf16(data)
    if found is None:
        reason = f"line {line} is not UTF-8, and the file is neither GB18030 nor UTF-16 as a whole"
        raise RecordingError(name, reason, _SAVE)
    return found


def _marked(name: str, data: bytes, encoding: str) -> str:
    if not encoding:
        raise RecordingError(name, "the file is UTF-32", _SAVE)
    if not data.strip(b"\0 \t\r\n"):
        raise RecordingError(name, "the file is empty", "give a transcript")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"the file says that it is {encoding[:6].upper()}, and its byte {error.start} is not"
        raise RecordingError(name, reason, _SAVE) from None


def _gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    ideographs = _IDEOGRAPH.findall(text[:_SAMPLE])
    if len(ideographs) < _SCANT:  # Too few to count: the plain ones of GB 2312 are what one expects.
        plain = sum(1 for one in text[:_SAMPLE] if one.isascii() or _encodes(one))
        return text if plain >= _SIMPLE_SHARE * min(len(text), _SAMPLE) else None
    frequent = sum(1 for one in ideographs if one in _FREQUENT)
    return text if frequent >= _FREQUENT_SHARE * len(ideographs) else None


def _encodes(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _utf16(data: bytes) -> str | None:
    """Read UTF-16 without its mark: in the right order of bytes nearly all of it is usual."""
    shares: list[tuple[float, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        shares.append((len(_USUAL.findall(sample)) / len(sample), text))
    share, text = max(shares, default=(0.0, ""))
    return text if share >= _USUAL_SHARE else None
