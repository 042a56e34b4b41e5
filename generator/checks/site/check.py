"""All rules over a built site, run where something has changed since the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from generator.checks.site.addresses import Site
from generator.checks.site.built import Built, examine_all, walk
from generator.checks.site.examining import EXAMINED, Examined, faults_of, images_of, read_text
from generator.checks.site.facts import read_facts
from generator.checks.site.fault import Finding, SiteFault
from generator.checks.site.images import image_fault
from generator.checks.site.kept import Kept, Known, keep, numbers, read_kept
from generator.checks.site.listing import bad_listing
from generator.checks.site.world import Seen
from generator.memo.memo import Memo


def check_site(
    root: Path,
    site_url: str,
    *,
    jobs: int = 1,
    memo: Memo | None = None,
    known: Mapping[str, str] | None = None,
) -> list[SiteFault]:
    """Find what does not hold of a built site.

    Args:
        root: the folder of the site, all languages.
        site_url: the address that it will have, with the path below the host.
        jobs: how many processes read it; a small site is read by this one.
        memo: keeps what was found for the next time. What is found does not depend on it.
        known: all files of the site, where somebody knows them who has just put them there; with a text that
            is another one whenever the bytes of the file are, or with an empty one.

    Returns:
        All faults, by file, line and column; a fault of the site as a whole is at its folder, ``.``.
    """
    if not (root / "index.html").is_file():
        message = f"{root} is no built site: it has no index.html"
        return [SiteFault(".", 1, 1, message, "build it first, or name its folder")]
    files = known if known is not None else dict.fromkeys(walk(root), "")
    check = _Check(root, Site(site_url), files, memo)
    before = read_kept(memo, check.site.url) if memo is not None else Kept()
    after, findings = check.run(before, jobs)
    if memo is not None:
        keep(memo, check.site.url, after, before)
    return _placed(root, findings)


class _Check:
    """One check of one site."""

    def __init__(self, root: Path, site: Site, files: Mapping[str, str], memo: Memo | None) -> None:
        self.root = root
        self.site = site
        self._files = files
        self._remembers = memo is not None
        self._digests: dict[str, str] = {}

    def run(self, before: Kept, jobs: int) -> tuple[Kept, list[Finding]]:
        """Find all faults; look only where they may be others than before."""
        read = [path for path in sorted(self._files) if path.endswith(EXAMINED)]
        others = frozenset(path for path in self._files if not path.endswith(EXAMINED))
        changed = [path for path in read if not self._same(path, before)]
        examined = dict(examine_all(self.root, self.site, changed, jobs))
        known = {
            path: Known.of(path, self.digest(path), examined[path])
            if path in examined
            else before.known[path]
            for path in read
        }
        languages = tuple(sorted({one.language for one in known.values() if one.language}))
        world = Built(self.site, self._files, _pages(known, examined), languages)
        findings = self._findings(world, before, known, examined, others)
        images, bad_images = self._images(before, known)
        sitemaps, bad_listed = self._listing(world, before, known)
        after = Kept(
            known, others, {path: found for path, found in findings.items() if found}, images, sitemaps
        )
        every = [one for found in findings.values() for one in found]
        return after, [*every, *bad_images, *bad_listed]

    def digest(self, path: str) -> str:
        """A text that is another one whenever the bytes of a file are; perhaps empty if nothing is kept."""
        if path not in self._digests:
            found = self._files.get(path, "")
            if not found and self._remembers and (self.root / path).is_file():
                found = hashlib.sha256((self.root / path).read_bytes()).hexdigest()
            self._digests[path] = found
        return self._digests[path]

    def _same(self, path: str, before: Kept) -> bool:
        one = before.known.get(path)
        return one is not None and one.digest == self.digest(path)

    def _findings(
        self,
        world: Built,
        before: Kept,
        known: Mapping[str, Known],
        examined: Mapping[str, Examined],
        others: frozenset[str],
    ) -> dict[str, tuple[Finding, ...]]:
        """The faults of every file for itself."""
        again = [path for path, found in examined.items() if not world.satisfies(path, found)]
        if len(examined) < len(known):
            again += self._shaken(before, known, examined, others)
        return {path: tuple(sorted(set(faults_of(world, self.root, path)))) for path in again}

    def _shaken(
        self,
        before: Kept,
        known: Mapping[str, Known],
        examined: Mapping[str, Examined],
        others: frozenset[str],
    ) -> Iterator[str]:
        """The files that are the same, and that another one's change may have made wrong or right."""
        same = [path for path in known if path not in examined]
        if _languages(known) != _languages(before.known):
            yield from same
            return
        moved = {*(before.others ^ others), *(before.known.keys() ^ known.keys())}
        for path in examined:
            if path in before.known:
                old, new = before.known[path].page(), examined[path].seen
                # One that is no page any more lacks nothing.
                if new is not None and (old is None or not new.shows_no_less_than(old)):
                    moved.add(path)
        if not moved:
            yield from (path for path in same if path in before.findings)
            return
        # Who asks for a redirect asks for where it ends.
        redirects = {path for path, one in known.items() if one.language is None and _leads_on(one)}
        while found := {path for path in redirects - moved if known[path].asks(numbers(moved))}:
            moved |= found
        wanted = numbers(moved)
        yield from (path for path in same if path in before.findings or known[path].asks(wanted))

    def _images(self, before: Kept, known: Mapping[str, Known]) -> tuple[dict[str, str], list[Finding]]:
        """Which images are sound, and the faults of the others, each where the first page shows it."""
        shown: dict[str, str] = {}
        for path, one in known.items():
            for file in one.images:
                if file in self._files:
                    shown.setdefault(file, path)
        sound: dict[str, str] = {}
        findings: list[Finding] = []
        for file, path in shown.items():
            digest = self.digest(file)
            reason = "" if digest and before.images.get(file) == digest else image_fault(self.root, file)
            if not reason:
                sound[file] = digest
                continue
            facts = read_facts(read_text(self.root / path))
            name, offset = next(
                (name, offset) for other, name, offset in images_of(self.site, path, facts) if other == file
            )
            message = f"{name}: {file} {reason}"
            findings.append(Finding(path, offset, message, "put an image there, with the ending of its kind"))
        return sound, findings

    def _listing(
        self, world: Built, before: Kept, known: Mapping[str, Known]
    ) -> tuple[tuple[tuple[tuple[str, str], ...], str] | None, list[Finding]]:
        """What the sitemap was found right for, or its faults."""
        digest = hashlib.sha256()
        listed = [path for path, one in known.items() if one.language is not None]
        for path in listed:
            digest.update(path.encode("utf-8", "surrogatepass") + b"\0" + known[path].named)
        wanted = digest.hexdigest()
        if before.sitemaps is not None:
            files, right = before.sitemaps
            if right == wanted and all(one and self.digest(file) == one for file, one in files):
                return before.sitemaps, []
        seen: list[str] = []
        pages = {path: page.alternates for path in listed if (page := world.page(path)) is not None}
        findings = list(bad_listing(world, self.root, pages, seen))
        if findings or not self._remembers:
            return None, findings
        return (tuple((file, self.digest(file)) for file in seen), wanted), []


def _pages(known: Mapping[str, Known], examined: Mapping[str, Examined]) -> Callable[[str], Seen | None]:
    def page(file: str) -> Seen | None:
        if file in examined:
            return examined[file].seen
        one = known.get(file)
        return one.page() if one is not None else None

    return page


def _languages(known: Mapping[str, Known]) -> set[str | None]:
    return {one.language for one in known.values()} - {None, ""}


def _leads_on(one: Known) -> bool:
    page = one.page()
    return page is not None and page.refresh is not None


def _placed(root: Path, findings: Iterable[Finding]) -> list[SiteFault]:
    """The findings with their lines, each once."""
    faults: list[SiteFault] = []
    for path, found in groupby(sorted(set(findings)), key=lambda finding: finding.path):
        try:
            text = read_text(root / path)
        except (OSError, UnicodeDecodeError):
            text = ""
        faults.extend(finding.placed(text) for finding in found)
    return faults
