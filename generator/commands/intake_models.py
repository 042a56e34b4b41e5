"""The models that an intake is asked to use: from a folder, and from an address in the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.commands.reporter import Reporter, count
from generator.intake.models.chat import ChatEditor, Endpoint
from generator.intake.models.ct_punc import CtPunc
from generator.intake.models.editing import Counting, EditingStep
from generator.intake.models.model_error import ModelError
from generator.intake.models.punctuating import PunctuatingStep
from generator.intake.step import CutStep


@dataclass(frozen=True, slots=True)
class Models:
    """What was asked for; nothing, mostly.

    Attributes:
        punctuating: The step that sets signs.
        editing: The step that rewrites paragraphs.
    """

    punctuating: PunctuatingStep | None = None
    editing: EditingStep | None = None

    @property
    def steps(self) -> tuple[tuple[str, CutStep], ...]:
        """The steps with their names, in their order."""
        named: tuple[tuple[str, CutStep | None], ...] = (
            ("signs by a model", self.punctuating),
            ("editing by a model", self.editing),
        )
        return tuple((name, step) for name, step in named if step)

    def tell(self, reporter: Reporter) -> None:
        """Say what was asked, and how much of it could not be used."""
        for step, what, why in (
            (self.punctuating, "passage", "letters were others"),
            (self.editing, "paragraph", "it was another text"),
        ):
            if step and step.asked:
                refused = f"; {count(step.refused, 'answer')} not used: {why}" if step.refused else ""
                reporter.say(f"a model was asked for {count(step.asked, what)}{refused}")


def open_models(project: Project, reporter: Reporter, punctuation: Path | None, *, editing: bool) -> Models:
    """Load and find what was asked for; nothing is loaded and nobody is asked where nothing was.

    Args:
        project: Its settings hold what an editing model is told.
        reporter: Shows how far editing is.
        punctuation: The folder of a punctuation model, or None.
        editing: Whether paragraphs are to be edited by the model that the environment names.

    Raises:
        CommandError: A model is not there, or its library.
    """
    try:
        return Models(
            PunctuatingStep(CtPunc.load(punctuation)) if punctuation else None,
            EditingStep(_editor(project), _counting(reporter)) if editing else None,
        )
    except ModelError as error:
        raise CommandError(str(error), Exit.CALL) from None


def _editor(project: Project) -> ChatEditor:
    url = os.environ.get("PROCEEDINGS_MODEL_URL", "").strip()
    model = os.environ.get("PROCEEDINGS_MODEL_NAME", "").strip()
    key = os.environ.get("PROCEEDINGS_MODEL_KEY", "").strip()
    missing = [name for name, value in (("URL", url), ("NAME", model)) if not value]
    if missing:
        names = " and ".join(f"PROCEEDINGS_MODEL_{name}" for name in missing)
        raise ModelError(f"--edit-with-model: set {names} in the environment")
    prompt = project.config / "intake" / "editor.txt"
    try:
        return ChatEditor(Endpoint(url, model, key), prompt.read_text("utf-8"))
    except (FileNotFoundError, UnicodeDecodeError):
        raise ModelError(f"{prompt}: is missing, or is not UTF-8") from None


def _counting(reporter: Reporter) -> Counting:
    def tell(done: int, total: int) -> None:
        if reporter.err.is_terminal:
            reporter.progress("editing", done, total)

    return tell
