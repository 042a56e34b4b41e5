"""Why a model cannot be used."""

from __future__ import annotations


class ModelError(RuntimeError):
    """A model cannot be loaded, reached or understood; the message says why and what to do."""
