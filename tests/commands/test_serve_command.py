"""`proceedings serve`: a real server, a real edit, and browsers that are told."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from tests.commands.invented import called, edit, files_of, make_project
from tests.commands.served import PATIENCE, Served, serving

PERSON = "content/people/tarn.yml"
PAGE = "en/people/tarn/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(make_project(tmp_path_factory.mktemp("served") / "project")) as served:
        yield served


def opened(request: str | urllib.request.Request) -> HTTPResponse:
    answer: HTTPResponse = urllib.request.urlopen(request, timeout=PATIENCE)  # noqa: S310 - our own server
    return answer


def get(url: str) -> tuple[int, str, str]:
    """Return status, address in the end, and text."""
    try:
        with opened(url) as answer:
            return answer.status, answer.url, answer.read().decode()
    except urllib.error.HTTPError as error:
        with closing(error):
            return error.code, url, error.read().decode()


@contextmanager
def browser(served: Served) -> Iterator[Browser]:
    with opened(f"{served.host}/__proceedings/events") as stream:
        yield Browser(stream)


@dataclass
class Browser:
    """What a page's script hears."""

    stream: HTTPResponse

    def told(self) -> dict[str, str]:
        while line := self.stream.readline():
            if line.startswith(b"data: "):
                found: dict[str, str] = json.loads(line.removeprefix(b"data: "))
                return found
        raise AssertionError("the server has gone")


def test_the_site_stands_under_its_path(served: Served) -> None:
    assert served.url.endswith("/proceedings/")
    assert get(f"{served.host}/")[:2] == (200, served.url)
    assert get(served.url.rstrip("/"))[:2] == (200, served.url)
    assert get(f"{served.url}en/people/tarn")[:2] == (200, f"{served.url}{PAGE}")
    assert get(f"{served.url}assets/proceedings.css")[0] == 200
    status, _, text = get(f"{served.url}en/nowhere/")
    assert status == 404
    assert "404" in text
    assert get(f"{served.host}/elsewhere/")[0] == 404


@pytest.mark.parametrize(
    "path", ["../mkdocs.yml", "%2e%2e/mkdocs.yml", "..%2fmkdocs.yml", "en/../../mkdocs.yml"]
)
def test_nothing_outside_the_site_is_served(path: str, served: Served) -> None:
    host, port = served.host.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        connection.sendall(f"GET /proceedings/{path} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert b" 404 " in answer.splitlines()[0]
    assert b"markdown_extensions" not in answer


def test_pages_get_a_script_that_stands_in_no_file(served: Served) -> None:
    text = get(f"{served.url}{PAGE}")[2]
    tag = re.search(
        r'<script src="(/__proceedings/[^"]+)" data-version="([^"]+)" data-events="([^"]+)">', text
    )
    assert tag
    assert "EventSource" in get(f"{served.host}{tag[1]}")[2]
    with browser(served) as page:
        assert page.told() == {"version": tag[2], "faults": ""}
    assert not any(b"__proceedings" in data for data in files_of(served.project / "site").values())
    with opened(urllib.request.Request(f"{served.url}{PAGE}", method="HEAD")) as answer:  # noqa: S310 - as above
        assert (answer.headers["Cache-Control"], answer.read()) == ("no-store", b"")


def test_an_edit_is_seen(served: Served) -> None:
    with browser(served) as page:
        first = page.told()["version"]
        edit(served.project / PERSON, "Builds", "Makes")
        told = page.told()
        assert (told["faults"], told["version"] != first) == ("", True)
        assert "Makes water-level loggers" in get(f"{served.url}{PAGE}")[2]
        edit(served.project / PERSON, "Makes", "Builds")
        page.told()


def test_an_edit_is_found_by_an_index_of_its_own(served: Served) -> None:
    def index() -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(get(f"{served.url}en/search/sessions.json")[2])["index"]
        return found

    with browser(served) as page:
        page.told()
        (whole,) = index()
        edit(served.project / PERSON, "Builds", "Invents")
        page.told()
        old, new = index()
        assert old["folder"] == whole["folder"]
        assert "invents" in get(f"{served.url}en/search/{new['folder']}0.bin")[2]
        edit(served.project / PERSON, "Invents", "Builds")
        page.told()
        assert index() == [whole]


def test_a_fault_is_told_and_the_old_site_stays(served: Served) -> None:
    with browser(served) as page:
        first = page.told()["version"]
        edit(served.project / PERSON, "names:", "nams:")
        told = page.told()
        assert told["version"] == first
        assert f"{PERSON}:2:1: error: the key 'nams' is not known here" in told["faults"]
        served.until("the site is as it was")
        assert "Builds water-level loggers" in get(f"{served.url}{PAGE}")[2]
        with browser(served) as late:
            assert late.told() == told
        edit(served.project / PERSON, "nams:", "names:")
        assert page.told()["faults"] == ""


@pytest.mark.prove
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("templates/pages/person.md", "{", "<!-- tide -->{"),
        ("templates/theme/main.html", "<main", '<main data-tide="low"'),
        ("site_config/words/en.yml", "404", "four-oh-four"),
        ("mkdocs.yml", "site_name:", "# low tide\nsite_name:"),
        ("content/notes.txt", None, None),
    ],
)
def test_every_part_of_a_project_is_watched(
    path: str, old: str | None, new: str | None, served: Served
) -> None:
    place = served.project / path
    with browser(served) as page:
        page.told()
        whole = place.read_text("utf-8") if old else None
        place.write_text(whole.replace(old, new or "", 1) if whole and old else "x", "utf-8")
        page.told()
        if whole is None:
            place.unlink()
        else:
            place.write_text(whole, "utf-8")
        page.told()


@pytest.mark.prove
def test_a_folder_that_comes_back_is_watched_again(served: Served, tmp_path: Path) -> None:
    """As when a branch is changed."""
    content = served.project / "content"
    with browser(served) as page:
        page.told()
        shutil.move(content, tmp_path / "away")
        assert "there is no such folder" in page.told()["faults"]
        shutil.move(tmp_path / "away", content)
        assert page.told()["faults"] == ""
        edit(served.project / PERSON, "Builds", "Makes")
        page.told()
        assert "Makes water-level loggers" in get(f"{served.url}{PAGE}")[2]
        edit(served.project / PERSON, "Makes", "Builds")
        page.told()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_begins_without_a_site_and_ends_with_0(number: signal.Signals, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    edit(project / PERSON, "names:", "nams:")
    with serving(project, "--language", "en", "--site-url", "https://other.example/") as served:
        assert served.url == f"{served.host}/"
        status, _, text = get(served.url)
        assert status == 503
        assert "the key &#x27;nams&#x27; is not known here" in text
        with browser(served) as page:
            page.told()
            edit(project / PERSON, "nams:", "names:")
            assert page.told()["faults"] == ""
        assert get(f"{served.url}{PAGE}")[0] == 200
        served.process.send_signal(number)
        assert served.process.wait(PATIENCE) == Exit.DONE
        served.until("^ended$")
    assert "Traceback" not in "".join(served.said)


def test_a_port_that_is_taken(served: Served) -> None:
    port = served.host.rpartition(":")[2]
    said = called("serve", "--project", served.project, "--port", port)
    assert said.code == Exit.MACHINE
    assert "in use" in said.err
    assert "Traceback" not in said.err
