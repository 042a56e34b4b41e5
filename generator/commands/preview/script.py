"""The script that the preview's server, and nobody else, puts into pages."""

from __future__ import annotations

import re
from html import escape, unescape

from generator.pages.policy import allowing

FOLDER = "/__proceedings/"
"""Where the preview's own files are; no page of a site is there, for ids have no underscores."""

SCRIPT = FOLDER + "preview.js"
EVENTS = FOLDER + "events"

SOURCE = """\
'use strict';
(() => {
  const { version, events } = document.currentScript.dataset;
  let box = null;

  function show(faults) {
    if (!box) {
      box = document.createElement('div');
      box.id = '__proceedings-faults';
      box.setAttribute('role', 'alert');
      box.lang = 'en';
      box.style.cssText = 'position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;'
        + 'margin:0;padding:1em 1.5em;background:#3b0a0a;color:#fff;font:14px/1.6 monospace;'
        + 'white-space:pre-wrap';
      document.body.append(box);
    }
    box.textContent = 'The site was not built anew; this is the old one.\\n\\n' + faults;
  }

  new EventSource(events).addEventListener('message', (event) => {
    const told = JSON.parse(event.data);
    if (told.faults) {
      show(told.faults);
    } else if (told.version !== version) {
      location.reload();
    } else if (box) {
      box.remove();
      box = null;
    }
  });
})();
"""

_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')

_WAITING = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing is built yet</title>
</head>
<body>
<h1>Nothing is built yet</h1>
<p>This page changes by itself when there is a site.</p>
<pre>{faults}</pre>
</body>
</html>
"""


def with_script(page: bytes, version: str) -> bytes:
    """Return a page with the preview's script at the end of its body, and allowed to run and to listen."""
    page = _POLICY.sub(_allowing_preview, page, count=1)
    tag = f'<script src="{SCRIPT}" data-version="{escape(version)}" data-events="{EVENTS}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + tag + end + after if end else page + tag


def _allowing_preview(found: re.Match[bytes]) -> bytes:
    policy = unescape(found[2].decode())
    for directive in ("script-src", "connect-src"):
        policy = allowing(policy, directive)
    return found[1] + escape(policy).encode() + found[3]


def waiting_page(faults: str) -> bytes:
    """Return what is shown before there is a site."""
    return _WAITING.format(faults=escape(faults)).encode()
