"""The end of a build: files put into a folder, checked, and published whole."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.commands.arguments import processors
from generator.commands.budget import Budget
from generator.commands.failure import CommandError, Exit
from generator.commands.reporter import Reporter, count
from generator.commands.site_faults import site_faults
from generator.memo.memo import Memo
from generator.model.site import Limits
from generator.render.placing import Given, fill
from generator.render.publish import publishing


@dataclass(frozen=True, slots=True)
class Finish:
    """What the end of a build needs.

    Attributes:
        output: The folder of the site.
        store: What is kept for the next build.
        memo: What was found before.
        reporter: Is told what is wrong, and what was made.
        jobs: How much is done side by side; None for as much as the machine can do.
        begun: When the build began, by the monotonic clock.
    """

    output: Path
    store: Path
    memo: Memo
    reporter: Reporter
    jobs: int | None = None
    begun: float = field(default_factory=time.monotonic)

    def publish(
        self, files: Mapping[str, Given], site_url: str, limits: Limits, *, link: bool = True
    ) -> Budget:
        """Let files be the site, once all holds that must hold.

        Args:
            files: By path below the site.
            site_url: Where it will be.
            limits: What the host takes.
            link: Whether they may be given another name instead of being copied.

        Raises:
            CommandError: It is too large, or something does not hold; the old site stays.
            PublishError: The output cannot be replaced.
        """
        budget = Budget.of(files)
        budget.hold(limits)
        with publishing(self.output, self.store / "spare") as folder:
            fill(folder, files, link=link)
            with self.reporter.working("checking"):
                self._hold(folder, site_url, {path: file.digest for path, file in files.items()})
        return budget

    def tell(self, pages: int, languages: int, budget: Budget, limits: Limits) -> None:
        """Say what was made, and how near it is to what the host takes."""
        seconds = time.monotonic() - self.begun
        self.reporter.say(
            f"{self.output}: {count(pages, 'page')} in {count(languages, 'language')}, "
            f"{budget.words(limits, seconds)}"
        )
        for words in budget.near(limits, seconds):
            self.reporter.complain(words)

    def _hold(self, folder: Path, site_url: str, digests: Mapping[str, str]) -> None:
        jobs = self.jobs or processors()
        faults = site_faults(folder, site_url, jobs=jobs, memo=self.memo, known=digests)
        if faults:
            self.reporter.warn(faults)
            message = f"the built site has {count(len(faults), 'fault')}; it was not published"
            raise CommandError(message, Exit.WRONG)
