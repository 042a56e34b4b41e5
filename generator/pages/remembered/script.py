"""A converter that notes that it was needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.language.script import ScriptConverter
from generator.memo.tracing import Tracer
from generator.model.language import Language

SCRIPT = ("script", "names")
"""What a text in the other script depends on besides itself: the names that are written in both."""


class TracedScript(ScriptConverter):
    """Converts as another does."""

    def __init__(self, inner: ScriptConverter, tracer: Tracer) -> None:
        """Begin.

        Args:
            inner: Converts.
            tracer: Notes it.
        """
        self._inner = inner
        self._tracer = tracer

    def convert(self, text: str, source: Language, target: Language) -> str:
        """Write a text in the other script; see `ScriptConverter`."""
        if source is not target:
            self._tracer.read(SCRIPT)
        return self._inner.convert(text, source, target)

    def convert_parts(
        self, parts: Sequence[str], source: Language, target: Language, *, kept: Collection[int] = ()
    ) -> list[str]:
        """Write the pieces of one paragraph in the other script; see `ScriptConverter`."""
        if source is target:
            return list(parts)
        self._tracer.read(SCRIPT)
        return self._inner.convert_parts(parts, source, target, kept=kept)
