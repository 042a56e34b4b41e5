"""An endpoint that speaks as OpenAI's does, on this machine, for as long as a test lasts."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What is answered to one request."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """What was asked in one request."""

    path: str
    key: str | None
    body: Any

    @property
    def paragraph(self) -> str:
        return str(self.body["messages"][-1]["content"])


@dataclass
class Answering:
    """The endpoint, and what it was asked so far."""

    url: str
    asked: list[Asked] = field(default_factory=list)


def said(words: str, reason: str = "stop") -> Reply:
    content = {"choices": [{"message": {"role": "assistant", "content": words}, "finish_reason": reason}]}
    return Reply(json.dumps(content).encode())


@contextmanager
def answering(answer: Callable[[Asked], Reply]) -> Iterator[Answering]:
    """Serve an endpoint that answers as it is told."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            asked = Asked(self.path, self.headers.get("Authorization"), json.loads(self.rfile.read(length)))
            found.asked.append(asked)
            reply = answer(asked)
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
            """Say nothing: a test's output is its own."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Answering(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
