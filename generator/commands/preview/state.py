"""What browsers are told while a site is previewed: which version is there, and what is wrong."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What a browser is told.

    Attributes:
        number: Grows with everything that is told.
        version: Names the site that is there; another after each build that published one.
        faults: Why the last build published nothing; empty where it did.
    """

    number: int
    version: str
    faults: str


class State:
    """The state of a preview; safe to use from several threads."""

    def __init__(self) -> None:
        # A browser that was left open may meet a server that was started anew: its versions are others.
        self._run = secrets.token_hex(4)
        self._builds = 0
        self._number = 0
        self._faults = ""
        self._closed = False
        self._base = "/"
        self._changed = threading.Condition()

    @property
    def told(self) -> Told:
        """What is so now."""
        with self._changed:
            return Told(self._number, f"{self._run}-{self._builds}", self._faults)

    @property
    def base(self) -> str:
        """The path below which the site is served, with slashes at both ends."""
        with self._changed:
            return self._base

    @base.setter
    def base(self, path: str) -> None:
        with self._changed:
            self._base = path

    @property
    def closed(self) -> bool:
        """Whether the server is to end."""
        with self._changed:
            return self._closed

    def built(self) -> None:
        """A new site is there."""
        with self._changed:
            self._builds += 1
            self._number += 1
            self._faults = ""
            self._changed.notify_all()

    def failed(self, faults: str) -> None:
        """Nothing was published; the site is as it was."""
        with self._changed:
            self._number += 1
            self._faults = faults
            self._changed.notify_all()

    def close(self) -> None:
        """Let everyone who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, number: int, seconds: float) -> Told:
        """Wait until more is told than this number, the server is to end, or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._number > number, seconds)
        return self.told
