"""A converter that is made when it is first needed, and notes that it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from generator.language.script import ScriptConverter
from generator.memo.tracing import Tracer
from generator.model.language import Language

SCRIPT = ("script", "names")
"""What a text in the other script depends on besides itself: the names that are written in both."""


class TracedScript(ScriptConverter):
    """Converts as another does, which is made at the first call: its dictionaries take time to load."""

    def __init__(self, make: Callable[[], ScriptConverter], tracer: Tracer) -> None:
        self._make = make
        self._made: ScriptConverter | None = None
        self._tracer = tracer

    def convert_parts(
        self, parts: Sequence[str], source: Language, target: Language, *, kept: Collection[int] = ()
    ) -> list[str]:
        """Write the pieces of one paragraph in the other script; see `ScriptConverter`."""
        if source is target:
            return list(parts)
        self._tracer.read(SCRIPT)
        if self._made is None:
            self._made = self._make()
        return self._made.convert_parts(parts, source, target, kept=kept)
