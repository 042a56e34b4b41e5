"""The network of a punctuation model, run by onnxruntime. The library is loaded only when a network is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from generator.intake.models.model_error import ModelError
from generator.intake.models.protocols import Tagger

_TYPES: Final = {"tensor(int32)": "int32", "tensor(int64)": "int64"}
_QUIET: Final = 4
"""The log level of onnxruntime at which it says nothing itself: what is wrong, it raises."""


def onnx_tagger(path: Path, signs: int) -> Tagger:
    """Load a network.

    Args:
        path: Takes the numbers of tokens, one row, and how many they are; gives a weight for each sign.
        signs: How many signs there are.

    Raises:
        ModelError: onnxruntime is not installed, or the network is none of this form.
    """
    try:
        import numpy as np  # noqa: PLC0415 - an extra: what is not installed is told here
        import onnxruntime as ort  # noqa: PLC0415
    except ImportError:
        raise ModelError(
            "a punctuation model needs the extra `models`: python -m pip install -e '.[models]'"
        ) from None
    options = ort.SessionOptions()
    options.log_severity_level = _QUIET
    try:
        session: Any = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 - onnxruntime has no class for all that it raises
        raise ModelError(f"{path}: cannot be loaded: {_first_line(error)}") from None
    inputs = session.get_inputs()
    if [one.type for one in inputs if one.type not in _TYPES] or len(inputs) != len(("tokens", "length")):
        takes = ", ".join(f"{one.name} {one.type}" for one in inputs)
        raise ModelError(f"{path}: should take tokens and their number, and takes {takes}")

    def tags(numbers: Sequence[int]) -> Sequence[int]:
        given = ([list(numbers)], [len(numbers)])
        feed = {
            one.name: np.array(value, dtype=_TYPES[one.type])
            for one, value in zip(inputs, given, strict=True)
        }
        try:
            weights = np.asarray(session.run(None, feed)[0])
        except Exception as error:  # noqa: BLE001 - as above
            raise ModelError(f"{path}: failed: {_first_line(error)}") from None
        if weights.shape != (1, len(numbers), signs):
            raise ModelError(
                f"{path}: gave {weights.shape} weights for {len(numbers)} tokens and {signs} signs"
            )
        return [int(one) for one in weights[0].argmax(axis=-1)]

    return tags


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
