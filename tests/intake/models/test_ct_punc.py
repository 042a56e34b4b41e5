"""Text is cut for the punctuation model as FunASR's runtime cuts it; onnxruntime runs the network."""

from __future__ import annotations

import builtins
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.intake.models.ct_punc import CtPunc
from generator.intake.models.model_error import ModelError

TOKENS = ["<blank>", "潮", "退", "了", "吗", "mud", "走", "<unk>"]
SIGNS = ["<unk>", "_", ",", "。", "?", "、"]
BEHIND = {"了": "，", "吗": "？", "走": "。", "mud": "、"}
"""The sign that the little network sets behind a token, wherever it stands."""


def behind(number: int) -> int:
    sign = BEHIND.get(TOKENS[number], "_")
    return SIGNS.index({"，": ",", "？": "?"}.get(sign, sign))


def model(asked: list[Sequence[int]] | None = None) -> CtPunc:
    def tag(numbers: Sequence[int]) -> Sequence[int]:
        if asked is not None:
            asked.append(numbers)
        return [behind(number) for number in numbers]

    return CtPunc(TOKENS, SIGNS, tag)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("潮退了走", "潮退了，走。"),
        ("潮退了吗", "潮退了，吗？"),
        ("潮退了", "潮退了。"),
        ("潮mud退 mud Flat走", "潮mud、退 mud、 Flat走。"),
        ("滩", "滩。"),
        ("  ", "  "),
        ("", ""),
    ],
)
def test_signs_stand_behind_their_tokens(words: str, written: str) -> None:
    assert model().punctuate(words) == written


def test_ideographs_and_runs_of_ascii_are_tokens_and_the_last_stands_for_the_unknown() -> None:
    asked: list[Sequence[int]] = []
    model(asked).punctuate("潮mud滩 mud3.5吗")
    assert asked == [[1, 5, 7, 7, 4]]


def test_what_follows_the_last_sentence_is_read_again() -> None:
    asked: list[Sequence[int]] = []
    written = model(asked).punctuate("潮退走" * 15)
    assert written == "潮退走。" * 15
    # Twenty tokens hold six sentences; the two that are left come again with the next twenty.
    assert [len(one) for one in asked] == [20, 40 - 18, 45 - 39]


def test_a_sentence_without_an_end_is_cut_so_that_time_stays_linear() -> None:
    asked: list[Sequence[int]] = []
    written = model(asked).punctuate("潮" * 3000)
    assert written == "潮" * 3000 + "。"
    assert max(map(len, asked)) <= 220
    asked.clear()
    written = model(asked).punctuate("潮了" * 300)
    assert written.replace("，", "").replace("。", "") == "潮了" * 300
    assert written.count("。") == 3
    assert max(map(len, asked)) <= 220


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model as FunASR exports one, whose network looks each token's sign up in a table."""
    onnx: Any = pytest.importorskip("onnx")
    numpy: Any = pytest.importorskip("numpy")
    pytest.importorskip("onnxruntime")
    table = numpy.zeros((len(TOKENS), len(SIGNS)), dtype="float32")
    for number in range(len(TOKENS)):
        table[number, behind(number)] = 1
    helper, kinds = onnx.helper, onnx.TensorProto
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "inputs"], ["logits"])],
        "signs",
        [
            helper.make_tensor_value_info("inputs", kinds.INT32, ["batch", "length"]),
            helper.make_tensor_value_info("text_lengths", kinds.INT32, ["batch"]),
        ],
        [helper.make_tensor_value_info("logits", kinds.FLOAT, ["batch", "length", len(SIGNS)])],
        [onnx.numpy_helper.from_array(table, "table")],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    (tmp_path / "model_quant.onnx").write_bytes(made.SerializeToString())
    (tmp_path / "tokens.json").write_text(json.dumps(TOKENS), "utf-8")
    signs = "".join(f"  - {json.dumps(sign)}\n" for sign in SIGNS)
    (tmp_path / "config.yaml").write_text(
        f"model: CTTransformer\nmodel_conf:\n  punc_list:\n{signs}", "utf-8"
    )
    return tmp_path


def test_a_network_is_run(folder: Path) -> None:
    loaded = CtPunc.load(folder)
    assert loaded.punctuate("潮退了吗退了走mud") == "潮退了，吗？退了，走。mud。"
    assert loaded.punctuate("潮退走" * 15) == "潮退走。" * 15


def test_a_network_with_other_signs_than_its_list_is_told(folder: Path) -> None:
    (folder / "config.yaml").write_text("punc_list: [_, ，]\n", "utf-8")
    with pytest.raises(ModelError, match=r"gave \(1, 3, 6\) weights for 3 tokens and 2 signs"):
        CtPunc.load(folder).punctuate("潮退了")


def test_a_network_that_is_none_is_told(folder: Path) -> None:
    (folder / "model.onnx").write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    with pytest.raises(ModelError, match=r"model\.onnx: cannot be loaded"):
        CtPunc.load(folder)


def test_the_missing_extra_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "onnxruntime":
            raise ImportError(name)
        return there(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(
        ModelError, match=r"needs the extra `models`: python -m pip install -e '\.\[models\]'"
    ):
        CtPunc.load(folder)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tokens.json", None, r"tokens\.json: is missing"),
        ("tokens.json", "{", r"tokens\.json: cannot be read"),
        ("tokens.json", "{}", r"tokens\.json: should be a list of tokens"),
        ("config.yaml", None, r"config\.yaml: is missing"),
        ("config.yaml", "a: [", r"config\.yaml: cannot be read"),
        ("config.yaml", "model_conf: 3", r"config\.yaml: has no list of signs"),
        ("jieba_usr_dict", "", "take one that reads single characters"),
        ("model.onnx", None, r"holds neither model\.onnx nor model_quant\.onnx"),
    ],
)
def test_a_folder_that_holds_no_such_model_is_told(
    tmp_path: Path, name: str, content: str | None, says: str
) -> None:
    files = {"model.onnx": "", "tokens.json": '["<unk>"]', "config.yaml": "punc_list: [_]"}
    for path, words in {**files, name: content}.items():
        if words is not None:
            (tmp_path / path).write_text(words, "utf-8")
    with pytest.raises(ModelError, match=says):
        CtPunc.load(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there is no such folder"):
        CtPunc.load(tmp_path / "none")
