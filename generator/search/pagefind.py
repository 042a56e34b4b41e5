"""Pagefind's program: volumes -> the bundle that browsers load (https://pagefind.app, version 1.5).

It runs in a folder of its own, without settings from elsewhere, and writes nothing outside of it. No language
is told to it but English: it would cut Chinese by its own dictionary, which the browser does not have.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.model.language import Language
from generator.search.errors import SearchError

_PAGES = "pages"
_BUNDLE = "bundle"
_KEPT = re.compile(
    r"pagefind\.js|pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\.(unknown|en)\.pagefind|index/.*\.pf_index"
)
_URL = re.compile(rb'\{"url":"/(\d+)\.html"')
_HEAD = 200
_PART = 8000
"""Places in a part of the index, which browsers load as one; with 20,000, its own, a word costs twice."""
_INSTALL = "install it with `python -m pip install -r requirements.txt`, or build without search: --no-search"


class Run:
    """A run of the program that goes on while other things are done."""

    def __init__(self, folder: Path, pages: Mapping[str, str], language: Language) -> None:
        """Start it.

        Args:
            folder: Where it may write; emptied first.
            pages: What it reads: `0000.html` and so on, each with its HTML.
            language: Decides how words are stemmed.

        Raises:
            SearchError: It is not there, or cannot be started.
        """
        self._folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        (folder / _PAGES).mkdir(parents=True)
        for name, page in pages.items():
            (folder / _PAGES / name).write_text(page, "utf-8")
        forced = "en" if language is Language.EN else "unknown"
        call = [
            str(program()),
            "--quiet",
            "--site",
            _PAGES,
            "--output-path",
            _BUNDLE,
            "--force-language",
            forced,
        ]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        environment["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(_PART)
        try:
            self._process = subprocess.Popen(
                call,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise SearchError(
                f"Pagefind could not be started ({error.strerror}); {_INSTALL}", machine=True
            ) from error

    def finish(self) -> tuple[Mapping[str, str], Mapping[PurePosixPath, bytes]]:
        """Wait until it is done.

        Returns:
            The name that each page has in the bundle, and the files of the bundle that a browser needs.

        Raises:
            SearchError: It failed, with what it said.
        """
        said = self._process.communicate()[0].decode("utf-8", "replace").strip()
        if self._process.returncode:
            message = f"Pagefind failed ({self._process.returncode}): {said[-500:] or 'it said nothing'}"
            remedy = "where the machine has too little memory, build without search: --no-search"
            raise SearchError(f"{message}; {remedy}", machine=True)
        bundle = self._folder / _BUNDLE
        names = dict(_page_and_name(place) for place in sorted(bundle.glob("fragment/*.pf_fragment")))
        files = {}
        for place in sorted(bundle.rglob("*")):
            path = PurePosixPath(place.relative_to(bundle).as_posix())
            if place.is_file() and _KEPT.fullmatch(str(path)):
                files[path] = place.read_bytes()
        shutil.rmtree(self._folder, ignore_errors=True)
        return names, files

    def stop(self) -> None:
        """End it, where nobody waits for it any more."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
        shutil.rmtree(self._folder, ignore_errors=True)


def program() -> Path:
    """Return where the program is.

    Raises:
        SearchError: It is not installed; there are wheels for Linux, macOS and Windows on x86-64 and Arm.
    """
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - only who builds an index needs it

        return Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise SearchError(f"Pagefind is not installed; {_INSTALL}", machine=True) from error


def _page_and_name(fragment: Path) -> tuple[str, str]:
    """Return the page that a fragment was made from and the name by which results call it."""
    head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(fragment.read_bytes(), _HEAD)
    found = _URL.search(head)
    if found is None:
        raise SearchError(
            f"{fragment.name}: Pagefind wrote something else than was expected; is it version 1.5?"
        )
    return f"{found[1].decode()}.html", fragment.stem
