"""The endpoint is asked as OpenAI's is, again where that may help, and nothing secret leaves it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from generator.intake.models.chat import ChatEditor, Endpoint
from generator.intake.models.model_error import ModelError
from tests.intake.models.answering import Answering, Asked, Reply, answering, said

KEY = "sk-heron-1234"


def editor(found: Answering, *, key: str = KEY, waits: list[float] | None = None) -> ChatEditor:
    kept = [] if waits is None else waits
    return ChatEditor(Endpoint(found.url, "heron-7b", key, timeout=10), "Edit lightly.", kept.append)


def replies(*given: Reply) -> Iterator[Reply]:
    yield from given
    while True:
        yield given[-1]


def test_a_paragraph_is_asked_for_as_chat_endpoints_are() -> None:
    with answering(lambda asked: said(f"\n{asked.paragraph}改了。 ")) as found:
        assert editor(found).edit("潮水。") == "潮水。改了。"
    (asked,) = found.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.key == f"Bearer {KEY}"
    assert asked.body["model"] == "heron-7b"
    assert asked.body["temperature"] == 0
    assert [one["content"] for one in asked.body["messages"]] == ["Edit lightly.", "潮水。"]


def test_no_key_is_sent_where_there_is_none() -> None:
    with answering(lambda _: said("好")) as found:
        editor(found, key="").edit("好")
    assert found.asked[0].key is None


@pytest.mark.parametrize("url", ["http://h/v1", "http://h/v1/", "http://h/v1/chat/completions"])
def test_an_address_may_be_written_in_several_ways(url: str) -> None:
    assert Endpoint(url, "m").address == "http://h/v1/chat/completions"


@pytest.mark.parametrize("url", ["", "h/v1", "ftp://h/v1", "http://", "http://潮.example/v1"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ModelError, match="should begin with https"):
        Endpoint(url, "m")


def test_a_key_that_would_break_a_header_is_refused_and_never_shown() -> None:
    with pytest.raises(ModelError) as caught:
        Endpoint("http://h", "m", "sk-1\r\nX: y")
    assert "sk-1" not in str(caught.value)
    assert KEY not in repr(Endpoint("http://h", "m", KEY))


def test_a_busy_endpoint_is_asked_again_and_waited_for_as_it_says() -> None:
    given = replies(Reply(b"", 429, {"Retry-After": "7"}), Reply(b"", 503), said("好。"))
    waits: list[float] = []
    with answering(lambda _: next(given)) as found:
        assert editor(found, waits=waits).edit("好") == "好。"
    assert waits == [7.0, 2.0]


def test_an_endpoint_that_stays_busy_is_told_with_what_it_says() -> None:
    waits: list[float] = []
    with (
        answering(lambda _: Reply("没有 余量".encode(), 429, {"Retry-After": "999999"})) as found,
        pytest.raises(ModelError, match=r"answers with an error \(429: 没有 余量\)"),
    ):
        editor(found, waits=waits).edit("好")
    assert len(found.asked) == 4
    assert waits == [30.0] * 3


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "refuses the key"), (404, "no model heron-7b"), (400, "answers with an error")],
)
def test_what_asking_again_cannot_mend_is_told_at_once_without_the_key(status: int, says: str) -> None:
    with (
        answering(lambda _: Reply(f"wrong key {KEY}".encode(), status)) as found,
        pytest.raises(ModelError, match=says) as caught,
    ):
        editor(found).edit("好")
    assert len(found.asked) == 1
    assert KEY not in str(caught.value)


def test_words_and_key_follow_no_redirection() -> None:
    with answering(lambda _: said("好")) as elsewhere:
        away = Reply(b"", 307, {"Location": f"{elsewhere.url}/chat/completions"})
        with answering(lambda _: away) as found, pytest.raises(ModelError, match=f"leads to {elsewhere.url}"):
            editor(found).edit("好")
    assert elsewhere.asked == []


def test_an_address_where_nobody_listens_is_told() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{one.getsockname()[1]}/v1"
        with pytest.raises(ModelError, match="cannot be reached"):
            ChatEditor(Endpoint(url, "m"), "", lambda _: None).edit("好")


def test_an_endpoint_that_says_nothing_is_not_waited_for_without_end() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with pytest.raises(ModelError, match="cannot be reached"):
            ChatEditor(Endpoint(url, "m", timeout=0.1, tries=2), "", lambda _: None).edit("好")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"choices": []}', b'{"choices": [1]}', b"\xff"])
def test_an_answer_of_another_form_is_told(body: bytes) -> None:
    with answering(lambda _: Reply(body)) as found, pytest.raises(ModelError, match="no choices"):
        editor(found).edit("好")


def test_an_answer_without_end_is_not_read_to_the_end() -> None:
    with answering(lambda _: Reply(b" " * 1_000_001)) as found, pytest.raises(ModelError, match="more than"):
        editor(found).edit("好")


def test_an_answer_that_was_cut_off_is_none() -> None:
    with answering(lambda _: said("半句", "length")) as found:
        assert editor(found).edit("好") == ""


def test_what_a_model_thinks_aloud_is_no_answer() -> None:
    with answering(lambda _: said("<think>\n改吗\n</think>\n\n好。")) as found:
        assert editor(found).edit("好") == "好。"


def test_text_in_parts_is_another_form() -> None:
    body = json.dumps({"choices": [{"message": {"content": [{"type": "text"}]}}]}).encode()
    with answering(lambda _: Reply(body)) as found, pytest.raises(ModelError, match="holds no text"):
        editor(found).edit("好")


def test_nothing_but_the_paragraph_is_sent() -> None:
    def answer(asked: Asked) -> Reply:
        return said(asked.paragraph)

    with answering(answer) as found:
        one = editor(found)
        assert [one.edit(words) for words in ("一段。", "二段。")] == ["一段。", "二段。"]
    assert [len(asked.body["messages"]) for asked in found.asked] == [2, 2]
