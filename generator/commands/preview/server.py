"""The preview's server: the built files as they are, but for a script in each page."""

from __future__ import annotations

import json
import socket
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.commands.preview.script import EVENTS, SCRIPT, SOURCE, waiting_page, with_script
from generator.commands.preview.state import State

_STILL_HERE = 15.0
"""Seconds after which a browser is told something, so that one that has gone is noticed."""


class PreviewServer(ThreadingHTTPServer):
    """Serves a folder below a path."""

    def __init__(self, address: tuple[str, int], folder: Path, state: State) -> None:
        """Listen, without answering yet (see serve_forever).

        Args:
            address: Host and port; port 0 for any that is free.
            folder: The built site; need not be there yet, and may be replaced at any time.
            state: What browsers are told.

        Raises:
            OSError: Nobody may listen there, or somebody does already.
        """
        self.folder = folder
        self.state = state
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """Where the site is seen."""
        host, port = self.server_address[:2]
        name = host.decode() if isinstance(host, (bytes, bytearray)) else str(host)
        return f"http://{f'[{name}]' if ':' in name else name}:{port}{self.state.base}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over browsers that go away in the middle of an answer: they do it all the time."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    server: PreviewServer

    def __init__(self, request: Any, client_address: Any, server: PreviewServer) -> None:
        super().__init__(request, client_address, server, directory=str(server.folder))

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer()

    def end_headers(self) -> None:
        """Let browsers keep nothing: the next build may change it."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        """Say nothing: the terminal is for what the editor does."""

    def _answer(self) -> None:
        path = urlsplit(self.path).path
        base = self.server.state.base
        if path == SCRIPT:
            self._send(SOURCE.encode(), "text/javascript; charset=utf-8")
        elif path == EVENTS:
            self._tell()
        elif path in {"/", base.rstrip("/")} and path != base:
            self._lead(base)
        elif path.startswith(base):
            self._file("/" + path.removeprefix(base))
        else:
            self._nothing()

    def _file(self, path: str) -> None:
        # The version first: a page of the next one, read under the name of this one, is loaded once more.
        version = self.server.state.told.version
        place = Path(self.translate_path(path))
        if place.is_dir():
            if not path.endswith("/"):
                self._lead(f"{self.server.state.base}{path.lstrip('/')}/")
                return
            place /= "index.html"
        if place.suffix == ".html":
            self._page(place, version, HTTPStatus.OK)
        elif place.is_file():
            self.path = path
            if self.command == "HEAD":
                super().do_HEAD()
            else:
                super().do_GET()
        else:
            self._nothing()

    def _page(self, place: Path, version: str, status: HTTPStatus) -> None:
        try:
            page = place.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            self._nothing()
            return
        self._send(with_script(page, version), "text/html; charset=utf-8", status)

    def _nothing(self) -> None:
        """Say that there is nothing, as a static host does it: with the page at the root."""
        told = self.server.state.told
        place = self.server.folder / "404.html"
        if place.is_file():
            page = place.read_bytes()
            self._send(with_script(page, told.version), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
            return
        page = waiting_page(told.faults)
        status = HTTPStatus.SERVICE_UNAVAILABLE
        self._send(with_script(page, told.version), "text/html; charset=utf-8", status)

    def _lead(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell(self) -> None:
        """Tell a browser what is so, and what becomes of it (server-sent events, HTML 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        number = -1
        while not self.server.state.closed:
            told = self.server.state.wait(number, _STILL_HERE)
            if told.number > number:
                number = told.number
                data = json.dumps({"version": told.version, "faults": told.faults})
                self.wfile.write(f"data: {data}\n\n".encode())
            else:
                self.wfile.write(b": still here\n\n")
            self.wfile.flush()


def base_of(site_url: str) -> str:
    """Return the path of a site's address, with slashes at both ends."""
    path = unquote(urlsplit(site_url).path)
    return f"/{path.strip('/')}/" if path.strip("/") else "/"
