"""An editor behind an endpoint that speaks as OpenAI's does: POST .../chat/completions."""

from __future__ import annotations

import http.client
import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any, Final

from generator.intake.models.model_error import ModelError

_PATH: Final = "/chat/completions"
_LARGEST: Final = 1_000_000
"""Bytes of an answer; a paragraph has a few thousand."""
_AGAIN: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_UNKNOWN: Final = frozenset({401, 403})
_NOWHERE: Final = 404
_LONGEST_WAIT: Final = 30.0
_SAID: Final = 200
_THOUGHT: Final = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
"""What models that reason aloud may put before their answer."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked.

    Attributes:
        url: The address before `/chat/completions`, such as `https://api.example.org/v1`, or with it.
        model: The model's name there.
        key: What is sent as bearer token; empty where none is asked for.
        timeout: Seconds without a byte after which the endpoint is taken to be silent.
        tries: How often a paragraph is asked for at the most.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    tries: int = 4

    def __post_init__(self) -> None:
        """Hold the values to what can be sent.

        Raises:
            ModelError: One cannot.
        """
        parts = urllib.parse.urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or not self.url.isascii():
            raise ModelError(f"the model's address {self.url!r} should begin with https:// or http://")
        if not self.model:
            raise ModelError("the model has no name")
        if not (self.key.isascii() and (not self.key or self.key.isprintable())):
            raise ModelError("the model's key holds a character that no key has")

    @property
    def address(self) -> str:
        """Where requests go."""
        url = self.url.rstrip("/")
        return url if url.endswith(_PATH) else f"{url}{_PATH}"


class ChatEditor:
    """An editor that asks an endpoint for one paragraph at a time, and sends it nothing else of the forum."""

    def __init__(self, endpoint: Endpoint, prompt: str, wait: Callable[[float], None] = time.sleep) -> None:
        """Say where and how to ask.

        Args:
            endpoint: Where.
            prompt: What the model is told to do.
            wait: Waits for some seconds before the endpoint is asked again.
        """
        self._endpoint = endpoint
        self._prompt = prompt
        self._wait = wait
        # An address that leads elsewhere would take the key and the words there.
        self._opener = urllib.request.build_opener(_Stay)

    def edit(self, paragraph: str) -> str:
        """Return a paragraph as the model would have it; nothing where its answer was cut off.

        Raises:
            ModelError: The endpoint cannot be reached, refuses, or answers in another form.
        """
        choice = _choice(self._ask(paragraph))
        if choice.get("finish_reason") == "length":
            return ""
        message = choice.get("message")
        content = message.get("content") if isinstance(message, dict) else None
        if content is not None and not isinstance(content, str):
            raise ModelError(f"{self._endpoint.address}: the answer holds no text")
        return _THOUGHT.sub("", content or "", count=1).strip()

    def _ask(self, paragraph: str) -> bytes:
        request = self._request(paragraph)
        last = self._endpoint.tries
        for number in range(1, last + 1):
            wait = float(2 ** (number - 1))
            try:
                with self._opener.open(request, timeout=self._endpoint.timeout) as answer:
                    return _bytes(answer)
            except urllib.error.HTTPError as error:
                with error:
                    if error.code not in _AGAIN or number == last:
                        raise self._refused(error) from None
                    wait = _asked_wait(error, wait)
            except (OSError, http.client.HTTPException) as error:
                if number == last:
                    reason = getattr(error, "reason", None) or str(error) or type(error).__name__
                    raise ModelError(f"{self._endpoint.address}: cannot be reached: {reason}") from None
            self._wait(wait)
        raise ModelError(f"{self._endpoint.address}: was not asked")

    def _request(self, paragraph: str) -> urllib.request.Request:
        body = {
            "model": self._endpoint.model,
            "messages": [
                {"role": "system", "content": self._prompt},
                {"role": "user", "content": paragraph},
            ],
            "temperature": 0,
            "stream": False,
        }
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        data = json.dumps(body).encode()
        return urllib.request.Request(self._endpoint.address, data, headers, method="POST")  # noqa: S310 - https or http, see Endpoint

    def _refused(self, error: urllib.error.HTTPError) -> ModelError:
        address, code = self._endpoint.address, error.code
        said = error.read(_LARGEST).decode("utf-8", "replace")
        if self._endpoint.key:
            said = said.replace(self._endpoint.key, "...")
        said = " ".join(said.split())[:_SAID]
        if 300 <= code < 400:  # noqa: PLR2004 - the class of answers that lead elsewhere
            why = f"leads to {error.headers.get('Location', 'somewhere else')}; give that address"
        elif code in _UNKNOWN:
            why = "refuses the key"
        elif code == _NOWHERE:
            why = f"has nothing there, or no model {self._endpoint.model}"
        else:
            why = "answers with an error"
        return ModelError(f"{address}: {why} ({code}{f': {said}' if said else ''})")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        """Follow no redirection: urllib then raises the answer as an error."""


def _bytes(answer: Any) -> bytes:
    content: bytes = answer.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ModelError(f"the model's answer has more than {_LARGEST} bytes")
    return content


def _choice(content: bytes) -> dict[str, Any]:
    """Return the first choice of an answer."""
    try:
        choice = json.loads(content)["choices"][0]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        choice = None
    if not isinstance(choice, dict):
        raise ModelError("the model's endpoint does not answer as /chat/completions does: no choices")
    return choice


def _asked_wait(error: urllib.error.HTTPError, wait: float) -> float:
    """Return how long to wait: as long as the endpoint asks for, where it says so in seconds."""
    asked = error.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_WAIT) if re.fullmatch(r"[0-9]{1,6}", asked) else wait
