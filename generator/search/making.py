"""The index of a language: from what is published to the files below `search/`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.model.language import Language
from generator.pages.edition import Edition
from generator.search.entries import Entry, entries
from generator.search.names import names
from generator.search.pagefind import Run
from generator.search.tables import characters_file, names_file, sessions_file, text_file
from generator.search.volumes import Volume, vocabulary, volumes

Files = Mapping[PurePosixPath, bytes]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What Pagefind made of some volumes.

    Attributes:
        digest: Of what it read.
        ids: What it calls each volume, in order.
        files: What a browser needs of it, by path below `search/`.
    """

    digest: str
    ids: tuple[str, ...]
    files: Files


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a language's index is made from.

    Attributes:
        edition: The language's view.
        entries: All that is found, in order.
        volumes: Their tokens.
        digest: Of what Pagefind reads; the bundle is the same where this is.
    """

    edition: Edition
    entries: tuple[Entry, ...]
    volumes: tuple[Volume, ...]
    digest: str

    def start(self, folder: Path) -> Run:
        """Let Pagefind begin.

        Args:
            folder: Where it may write.

        Raises:
            SearchError: It cannot be started.
        """
        return Run(folder, _pages(self.volumes), self.edition.language)

    def bundle(self, run: Run) -> Bundle:
        """Wait for Pagefind.

        Raises:
            SearchError: It failed.
        """
        called, files = run.finish()
        return Bundle(self.digest, tuple(called[name] for name in _pages(self.volumes)), files)

    def tables(self, bundle: Bundle) -> Files:
        """Return the files that stand beside the bundle."""
        texts = [text_file(one) for one in self.entries]
        tokens = vocabulary(self.volumes)
        rows = {one.address: number for number, one in enumerate(self.entries)}
        keys = [key for key, _ in texts]
        found = {
            PurePosixPath("sessions.json"): sessions_file(
                self.edition, self.entries, keys, self.volumes, bundle.ids
            ),
            PurePosixPath("names.json"): names_file(names(self.edition, rows, tokens)),
            PurePosixPath("characters.json"): characters_file(tokens),
        }
        return found | {PurePosixPath("text", f"{key}.json"): content for key, content in texts}


def prepare(edition: Edition) -> Prepared:
    """Return what the index of an edition is made from."""
    found = tuple(entries(edition))
    made = tuple(volumes(found))
    return Prepared(edition, found, made, _digest(made, edition.language))


def _pages(volumes: Sequence[Volume]) -> Mapping[str, str]:
    return {f"{number:04}.html": volume.page for number, volume in enumerate(volumes)}


def _digest(volumes: Sequence[Volume], language: Language) -> str:
    digest = hashlib.sha256(language.encode())
    for name, page in _pages(volumes).items():
        digest.update(f"\0{name}\0{page}".encode())
    return digest.hexdigest()
