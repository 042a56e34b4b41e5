"""What a browser loads of an index until it shows the first result, as a host sends it."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import Any

from playwright.sync_api import sync_playwright

from generator.commands.theme import SEARCH, SEARCH_WORKER, theme_assets
from generator.search.making import Files
from tests.repository import ROOT
from tests.site.browsing import chromium, launch_arguments

_PAGE = PurePosixPath("index.html")
_COMPRESSED = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
}
"""What is sent compressed; a part of the index is not."""
_ASK = """async (query) => {
    await import(new URL("assets/search.js", location.href).href);
    const worker = new Worker(new URL("assets/search-worker.js", location.href), {type: "module"});
    const answer = new Promise((resolve, reject) => {
        worker.onmessage = ({data}) => (data.failed ? reject(new Error(data.failed)) : resolve(data));
        worker.onerror = ({message}) => reject(new Error(message));
    });
    const place = new URL("search/", location.href).href;
    worker.postMessage({id: 1, place, query, chosen: {}, from: 0, to: 1});
    const {groups, hits} = await answer;
    return groups.length ? hits : 0;
}"""


class _Sent:
    """Files of a site as they are sent, and how many bytes were."""

    def __init__(self, files: Files) -> None:
        self._files = dict(files)
        self._ready: dict[PurePosixPath, bytes] = {}
        self.bytes = 0

    def body(self, path: PurePosixPath) -> bytes | None:
        if path not in self._files:
            return None
        if path not in self._ready:
            data = self._files[path]
            self._ready[path] = gzip.compress(data, mtime=0) if path.suffix in _COMPRESSED else data
        self.bytes += len(self._ready[path])
        return self._ready[path]


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, sent: _Sent, *rest: Any) -> None:
        self._sent = sent
        super().__init__(*rest)

    def do_GET(self) -> None:
        """Answer."""
        path = PurePosixPath(self.path.partition("?")[0].lstrip("/") or str(_PAGE))
        body = self._sent.body(path)
        self.send_response(HTTPStatus.NOT_FOUND if body is None else HTTPStatus.OK)
        self.send_header("Content-Length", str(len(body or b"")))
        self.send_header("Content-Type", _COMPRESSED.get(path.suffix, "application/octet-stream"))
        if body is not None and path.suffix in _COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def loaded(search: Files, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield how many bytes are sent until the first result, for each word: scripts, tables, index, one text.

    Args:
        search: The files below `search/`.
        words: What is asked for, each by a browser that has loaded nothing before.
    """
    assets = theme_assets(ROOT / "templates")
    files = {PurePosixPath("search") / path: data for path, data in search.items()}
    files |= {path: assets[path] for path in (SEARCH, SEARCH_WORKER)}
    sent = _Sent(files | {_PAGE: b"<!doctype html><title>search</title>"})
    with _serving(sent) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=launch_arguments())
        for word in words:
            with browser.new_context() as context:
                page = context.new_page()
                page.goto(address)
                sent.bytes = 0
                if not page.evaluate(_ASK, word):
                    message = f"nothing was found for {word}"
                    raise SystemExit(message)
                yield sent.bytes, word
        browser.close()


@contextmanager
def _serving(sent: _Sent) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
