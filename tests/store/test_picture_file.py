"""Pictures are pictures, and nothing else of their files is published."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from generator.store.picture_file import LARGEST, PictureError, clean_picture, hold_picture

KINDS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
SECRET = b"31.2304 121.4737 Lin Wan"


def dots(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A picture of a slope, without noise that decoders would round."""
    slope = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (slope, slope.rotate(180), slope)).convert(mode)


def encoded(ending: str, mode: str = "RGB", **settings: Any) -> bytes:
    written = io.BytesIO()
    dots(mode).save(written, KINDS[ending], **settings)
    return written.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress((b"\0" + b"\xff" * min(width, 9)) * min(height, 9)))
    return b"".join([b"\x89PNG\r\n\x1a\n", head, *more, body, chunk(b"IEND", b"")])


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("ending", KINDS)
def test_what_follows_a_picture_is_not_published(ending: str) -> None:
    for behind in (b"<script>alert(1)</script>", b"PK\x03\x04" + SECRET, b"\xff\xd8\xff\xe1" + SECRET):
        clean = clean_picture(encoded(ending) + behind, ending)
        assert behind not in clean
        assert clean == clean_picture(encoded(ending), ending)
        assert opened(clean).size == (64, 48)


@pytest.mark.parametrize("ending", ["jpg", "webp", "png", "avif"])
def test_what_a_camera_says_of_place_and_person_is_not_published(ending: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    exif[0x0112] = 6  # taken upright
    data = encoded(ending, exif=exif.tobytes())
    assert SECRET in data
    clean = clean_picture(data, ending)
    assert SECRET not in clean
    assert not opened(clean).getexif()
    assert opened(clean).size == (48, 64)


def test_remarks_and_profiles_are_not_published() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    assert SECRET not in clean_picture(encoded("png", pnginfo=info), "png")
    assert SECRET not in clean_picture(encoded("jpg", comment=SECRET), "jpg")
    assert SECRET not in clean_picture(encoded("png", icc_profile=SECRET), "png")
    assert SECRET not in clean_picture(encoded("gif", comment=SECRET), "gif")
    assert SECRET not in clean_picture(encoded("webp", xmp=SECRET), "webp")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_loses_nothing(mode: str) -> None:
    source = Image.new("I;16", (9, 9), 999) if mode == "I;16" else dots(mode)
    written = io.BytesIO()
    source.save(written, "PNG")
    clean = opened(clean_picture(written.getvalue(), "png"))
    assert (clean.mode, clean.tobytes()) == (source.mode, source.tobytes())


def test_what_is_clear_stays_so() -> None:
    source = dots().quantize(8)
    for ending in ("png", "gif"):
        written = io.BytesIO()
        source.save(written, KINDS[ending], transparency=3)
        again = opened(clean_picture(written.getvalue(), ending))
        assert again.convert("RGBA").tobytes() == opened(written.getvalue()).convert("RGBA").tobytes()
    lossless = encoded("webp", "RGBA", lossless=True)
    assert opened(clean_picture(lossless, "webp")).tobytes() == opened(lossless).tobytes()


@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_jpeg_keeps_its_tables_and_does_not_grow(subsampling: int) -> None:
    data = encoded("jpg", quality=71, subsampling=subsampling)
    clean = clean_picture(data, "jpg")
    assert opened(clean).quantization == opened(data).quantization  # type: ignore[attr-defined]
    assert len(clean) <= len(data)
    assert clean == clean_picture(data, "jpg")
    assert opened(clean_picture(encoded("jpg", "CMYK"), "jpg")).mode == "RGB"


def test_other_colours_are_turned_into_those_of_a_page() -> None:
    from PIL import ImageCms  # noqa: PLC0415 - only here

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    clean = clean_picture(encoded("png", icc_profile=profile), "png")
    assert opened(clean).tobytes() == dots().tobytes()
    assert "icc_profile" not in opened(clean).info


FRAMES = io.BytesIO()
Image.new("L", (9, 9)).save(FRAMES, "GIF", save_all=True, append_images=[Image.new("L", (9, 9), 99)])


@pytest.mark.parametrize(
    ("data", "ending", "says"),
    [
        (b"", "png", "no png picture"),
        (b"\x89PNG\r\n\x1a\n and more", "png", "no png picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "png", "no png picture"),
        (b"<svg/>", "gif", "no gif picture"),
        (b"GIF89a/*\x01\x00=1;alert(1)//", "gif", "no gif picture"),
        (b"\xff\xd8\xff<html><script>alert(1)</script>", "jpg", "no jpg picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage", "png", "no png picture"),
        (encoded("png"), "jpg", "no jpg picture"),
        (encoded("jpg"), "webp", "no webp picture"),
        (encoded("png")[:-200], "png", "or a broken one"),
        (encoded("jpg")[:400], "jpeg", "or a broken one"),
        (png(7000, 6000), "png", "7000 by 6000 dots"),
        (png(100_000, 100_000), "png", "no png picture"),
        (png(2**31 - 1, 2**31 - 1), "png", "no png picture"),
        (png(1, 1, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"A" * 80_000_000))), "png", "or a broken one"),
        (png(1, 1, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"A" * 80_000_000))), "png", "or a broken one"),
        (FRAMES.getvalue(), "gif", "moves"),
        (b"\0" * (LARGEST + 1), "png", "larger than 20 MB"),
    ],
    ids=range(18),
)
def test_what_is_no_picture_is_refused_with_a_remedy(data: bytes, ending: str, says: str) -> None:
    with pytest.raises(PictureError, match=says) as told:
        hold_picture(data, ending)
    assert told.value.remedy
