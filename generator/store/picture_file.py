"""Pictures as they may be published: read whole, and written anew from nothing but what they show.

What a file holds besides (where a photograph was taken and by whom, a second file behind its end, remarks, a
small picture of what was cut away) is gone with that. The formats hold no scripts; SVG, which does, is none.
"""

from __future__ import annotations

import io
import warnings
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of a picture."""
MOST_PIXELS: Final = 40_000_000
"""Width by height; what a file of a few bytes can claim to hold would fill any memory."""

_FORMATS: Final = {
    "png": "PNG",
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "gif": "GIF",
    "webp": "WEBP",
    "avif": "AVIF",
}
_QUALITY: Final = 90
"""Of formats that do not say how well they were written before."""


class PictureError(ValueError):
    """A file is no picture that may be published.

    Attributes:
        remedy: What to do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def hold_picture(data: bytes, ending: str) -> None:
    """Hold that bytes are a picture, by reading all of it.

    Args:
        data: The file.
        ending: What its name ends in: png, jpg, jpeg, gif, webp or avif.

    Raises:
        PictureError: It is none, another kind than its name says, too large, or moves.
    """
    _opened(data, ending).close()


def clean_picture(data: bytes, ending: str) -> bytes:
    """Write a picture anew.

    It is turned as the camera says, and its colours are those of sRGB. JPEG is written with its own tables
    and loses next to nothing; PNG, GIF and lossless WebP lose nothing.

    Args:
        data: The file.
        ending: What its name ends in.

    Returns:
        A file of the same kind, with the same picture and nothing else; the same bytes each time.

    Raises:
        PictureError: See `hold_picture`.
    """
    picture = _opened(data, ending)
    kind = _FORMATS[ending]
    settings = _settings(picture, kind, data)
    shown = _in_srgb(ImageOps.exif_transpose(picture), kind)
    shown.info = {key: shown.info[key] for key in ("transparency",) if key in shown.info}
    written = io.BytesIO()
    shown.save(written, kind, **settings)
    return written.getvalue()


def _opened(data: bytes, ending: str) -> Image.Image:
    kind = _FORMATS[ending]
    if len(data) > LARGEST:
        raise PictureError("the picture is larger than 20 MB", "save it smaller")
    try:
        # Pillow warns of what it reads nevertheless (a bomb, a torn remark): here that is reason enough.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(data), formats=[kind])
            _hold_small(picture)
            picture.load()
    except PictureError:
        raise
    except Exception as error:
        # Broken files make the decoders fail in any way at all; a bomb is told by its own error, too.
        remedy = f"save it as {kind} in a program that shows it"
        raise PictureError(f"the file is no {ending} picture, or a broken one", remedy) from error
    return picture


def _hold_small(picture: Image.Image) -> None:
    """Hold what the head of a file says before anything is unpacked."""
    if picture.width * picture.height > MOST_PIXELS:
        message = f"the picture has {picture.width} by {picture.height} dots, which is too many"
        raise PictureError(message, "save it smaller; 40 million dots are the most")
    if getattr(picture, "n_frames", 1) > 1:
        raise PictureError("the picture moves", "save one picture of it")


def _settings(picture: Image.Image, kind: str, data: bytes) -> dict[str, Any]:
    """Return how a picture is written so that it stays what it is."""
    if kind == "JPEG":
        if not isinstance(picture, JpegImagePlugin.JpegImageFile) or picture.mode not in {"RGB", "L"}:
            return {"quality": _QUALITY, "optimize": True}
        sampling = max(0, JpegImagePlugin.get_sampling(picture))
        return {"qtables": picture.quantization, "subsampling": sampling, "optimize": True}
    if kind == "PNG":
        return {"optimize": True}
    if kind == "WEBP":
        return {"lossless": b"VP8L" in data[:64], "quality": _QUALITY, "method": 4, "exact": False}
    if kind == "AVIF":
        # One thread: several cut the picture otherwise on another machine.
        return {"quality": _QUALITY, "speed": 6, "max_threads": 1}
    return {}


def _in_srgb(picture: Image.Image, kind: str) -> Image.Image:
    """Return a picture in the colours that a page takes it for, once its own profile is gone."""
    profile = picture.info.get("icc_profile")
    if picture.mode in {"CMYK", "YCCK"} or (kind == "JPEG" and picture.mode not in {"RGB", "L"}):
        return picture.convert("RGB")
    if not profile or picture.mode not in {"RGB", "RGBA"}:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return picture  # a profile that cannot be read changes nothing in a browser either
    return turned or picture
