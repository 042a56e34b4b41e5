"""CT-Transformer, FunASR's model of punctuation (https://arxiv.org/abs/2003.01309), from a folder.

Cuts and reads text as FunASR's runtime for onnxruntime does: an ideograph is a token, and so is a run of
ASCII without a space; twenty tokens are asked at a time, with what stands behind the last sentence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from generator.intake.models.model_error import ModelError
from generator.intake.models.onnx_tagger import onnx_tagger
from generator.intake.models.protocols import Tagger

_TOKEN: Final = re.compile(r"[^\s\x80-\U0010ffff]+|[^\s\x00-\x7f]")
_NONE: Final = frozenset({"_", "<unk>", ""})
_WIDE: Final = {",": "，", "?": "？", ".": "。", "!": "！"}
_ENDS: Final = frozenset("。？！")
_PAUSES: Final = frozenset("，、")
_STEP: Final = 20
_MOST: Final = 200
"""Tokens of one sentence, above which it is cut at a comma, or where there is none, anywhere."""


class CtPunc:
    """A punctuator on CT-Transformer."""

    def __init__(self, tokens: Sequence[str], signs: Sequence[str], tagger: Tagger) -> None:
        """Take the parts of a model.

        Args:
            tokens: All tokens by number; the last stands for those that are not among them.
            signs: All signs by number, `_` for none.
            tagger: The network.
        """
        self._numbers = {token: number for number, token in enumerate(tokens)}
        self._unknown = len(tokens) - 1
        self._signs = tuple("" if sign in _NONE else _WIDE.get(sign, sign) for sign in signs)
        self._tagger = tagger

    @classmethod
    def load(cls, folder: Path) -> CtPunc:
        """Load a model.

        Args:
            folder: Holds `model.onnx` or `model_quant.onnx`, `tokens.json` and `config.yaml`, as FunASR
                exports them.

        Raises:
            ModelError: A file is missing or is not what it should be, or onnxruntime is not installed.
        """
        if not folder.is_dir():
            raise ModelError(f"{folder}: there is no such folder")
        if (folder / "jieba_usr_dict").exists():
            raise ModelError(
                f"{folder}: this model reads words that a dictionary of its own cuts; take one that reads "
                "single characters, such as punc_ct-transformer_zh-cn-common-vocab272727"
            )
        models = [folder / name for name in ("model.onnx", "model_quant.onnx") if (folder / name).is_file()]
        if not models:
            raise ModelError(f"{folder}: holds neither model.onnx nor model_quant.onnx")
        tokens, signs = _tokens(folder / "tokens.json"), _signs(folder / "config.yaml")
        return cls(tokens, signs, onnx_tagger(models[0], len(signs)))

    def punctuate(self, words: str) -> str:
        """Return words with signs; the last is one that ends a sentence."""
        found = list(_TOKEN.finditer(words))
        if not found:
            return words
        signs = self._tags([self._numbers.get(token[0], self._unknown) for token in found])
        if signs[-1] in _PAUSES or not signs[-1]:
            signs[-1] = "。"
        parts: list[str] = []
        done = 0
        for token, sign in zip(found, signs, strict=True):
            parts += (words[done : token.end()], sign)
            done = token.end()
        return "".join([*parts, words[done:]])

    def _tags(self, numbers: Sequence[int]) -> list[str]:
        signs: list[str] = []
        for end in range(_STEP, len(numbers) + _STEP, _STEP):
            asked = numbers[len(signs) : end]
            tags = self._tagger(asked)
            if len(tags) != len(asked):
                raise ModelError(f"the punctuation model gave {len(tags)} signs for {len(asked)} tokens")
            read = [self._signs[tag] for tag in tags]
            signs += read if end >= len(numbers) else _settled(read)
        return signs


def _settled(signs: list[str]) -> list[str]:
    """Return the signs up to the last end of a sentence: what follows is read again, with more behind it."""
    inner = range(len(signs) - 2, 1, -1)
    end = next((place for place in inner if signs[place] in _ENDS), None)
    if end is not None or len(signs) <= _MOST:
        return signs[: end + 1] if end is not None else []
    pause = next((place for place in inner if signs[place] == "，"), None)
    return [*signs[:pause], "。"] if pause is not None else signs[:-1]


def _tokens(path: Path) -> list[str]:
    content = _read(path, json.loads)
    if not isinstance(content, list) or not content or not all(isinstance(one, str) for one in content):
        raise ModelError(f"{path}: should be a list of tokens")
    return content


def _signs(path: Path) -> list[str]:
    content = _read(path, yaml.safe_load)
    whole = content if isinstance(content, dict) else {}
    part = whole.get("model_conf")
    signs = (part if isinstance(part, dict) else {}).get("punc_list") or whole.get("punc_list")
    if not isinstance(signs, list) or not all(isinstance(one, str) for one in signs):
        raise ModelError(f"{path}: has no list of signs (model_conf: punc_list)")
    return signs


def _read(path: Path, reads: Callable[[str], Any]) -> Any:
    try:
        return reads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{path}: is missing") from None
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise ModelError(f"{path}: cannot be read: {error}") from None
