"""A memory of results, by what they were made from: one SQLite file in the store.

A result is found again only under the digest of everything that it was made from, so an old one is never
wrong, only unused. The file believes nothing of itself: each row has a checksum, and whatever cannot be read
(torn, foreign, of another version of the program) counts as not there. A killed command leaves the rows of
the last commit (https://www.sqlite.org/atomiccommit.html).
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.memo.pickling import UnknownValueError, from_bytes, to_bytes
from generator.memo.program import program_digest

NAME = "memo.sqlite"
_FORMAT = 1
_KEPT = 8
"""Builds that a result is kept for without being used: one may go back and forth between two branches."""
_TOUCHED = 4
"""Builds after which a result that is used is noted as used: writing it down every time would cost more."""
_LENGTH = 16
"""Bytes of a digest; a random collision in a store of a million rows has a chance of 1 in 10^26."""


class Memo:
    """Results of one store; used by one process at a time (the store is locked)."""

    def __init__(self, place: Path | None, program: str) -> None:
        """Open, or begin; see `Memo.open` and `Memo.none`."""
        self._place = place
        self._program = program.encode()
        self._base: sqlite3.Connection | None = None
        self._used: set[bytes] = set()
        self._build = 0
        if place is not None:
            self._open(place)

    @classmethod
    @contextlib.contextmanager
    def open(cls, folder: Path) -> Iterator[Memo]:
        """Open the memory of a store; what was put into it is kept when the block ends, also by an error.

        Args:
            folder: The store's folder, which exists and is locked by this command.

        Raises:
            OSError: It cannot be written.
        """
        memo = cls(folder / NAME, program_digest())
        try:
            yield memo
        finally:
            memo.close()

    @staticmethod
    def forget(folder: Path) -> None:
        """Delete the memory of a store, which is not open.

        Raises:
            OSError: It cannot be deleted.
        """
        _delete(folder / NAME)

    @classmethod
    def none(cls) -> Memo:
        """Return a memory that forgets at once."""
        return cls(None, "")

    def get(self, kind: str, key: str) -> object | None:
        """Return what was kept, or None.

        Args:
            kind: What it is, such as `record`.
            key: A digest of everything that it was made from, but for the program.
        """
        if self._base is None:
            return None
        own = self._id(kind, key)
        try:
            row = self._base.execute("SELECT value, sum, used FROM memo WHERE id = ?", (own,)).fetchone()
        except sqlite3.Error:
            self._begin_anew()
            return None
        if row is None or not isinstance(row[0], bytes) or _sum(row[0]) != row[1]:
            return None
        try:
            value = from_bytes(row[0])
        except UnknownValueError:
            return None
        if not isinstance(row[2], int) or row[2] < self._build - _TOUCHED:
            self._used.add(own)
        return value

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep a result; None cannot be told from nothing, so it is not kept.

        Raises:
            OSError: It cannot be written, such as on a full disk.
            TypeError: It is nothing that can be kept.
        """
        if self._base is None or value is None:
            return
        data = to_bytes(value)
        row = (self._id(kind, key), data, _sum(data), self._build)
        try:
            if not self._base.in_transaction:
                self._base.execute("BEGIN")
            self._base.execute("INSERT OR REPLACE INTO memo VALUES (?, ?, ?, ?)", row)
        except sqlite3.DatabaseError as error:
            self._fail(error)

    def keep(self, kind: str, keys: Iterable[str]) -> None:
        """Count results as used without looking at them.

        For what is needed only where something made of it is not found: as long as that is, nobody asks.
        """
        if self._base is not None and self._build % _TOUCHED == 0:
            self._used.update(self._id(kind, key) for key in keys)

    def commit(self) -> None:
        """Keep what was put so far, whatever comes.

        Raises:
            OSError: It cannot be written.
        """
        if self._base is None:
            return
        try:
            if self._base.in_transaction:
                self._base.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._fail(error)

    def close(self) -> None:
        """Forget what has not been used for long, and close; it then keeps nothing more."""
        if self._base is None:
            return
        with contextlib.suppress(sqlite3.Error):
            if not self._base.in_transaction:
                self._base.execute("BEGIN")
            self._base.executemany(
                "UPDATE memo SET used = ? WHERE id = ?", [(self._build, own) for own in sorted(self._used)]
            )
            self._base.execute("DELETE FROM memo WHERE used < ?", (self._build - _KEPT,))
            self._base.execute("COMMIT")
        self._base.close()
        self._base = None

    def _id(self, kind: str, key: str) -> bytes:
        text = b"\0".join((self._program, kind.encode(), key.encode()))
        return hashlib.blake2b(text, digest_size=_LENGTH).digest()

    def _open(self, place: Path) -> None:
        try:
            self._base = _opened(place)
            self._build = self._base.execute(
                "UPDATE builds SET number = number + 1 RETURNING number"
            ).fetchone()[0]
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Put an empty memory in the place of one that cannot be read."""
        place = self._place
        if self._base is not None:
            self._base.close()
            self._base = None
        if place is None:
            return
        _delete(place)
        try:
            self._base = _opened(place)
            self._build = 1
        except sqlite3.DatabaseError as error:
            raise OSError(f"{place}: cannot be written ({error})") from error

    def _fail(self, error: sqlite3.DatabaseError) -> None:
        """Tell that the disk is full or cannot be written; of a torn file begin anew."""
        if isinstance(error, sqlite3.OperationalError):
            raise OSError(f"{self._place}: cannot be written ({error})") from error
        self._begin_anew()


def _opened(place: Path) -> sqlite3.Connection:
    base = sqlite3.connect(place, isolation_level=None)
    try:
        _hold_format(base)
        # A kill is survived without waiting for the disk; after a power cut the checksums tell.
        base.execute("PRAGMA synchronous = OFF")
        base.execute(
            "CREATE TABLE IF NOT EXISTS memo (id BLOB PRIMARY KEY, value BLOB, sum BLOB, used INTEGER)"
        )
        base.execute("CREATE TABLE IF NOT EXISTS builds (number INTEGER)")
        if base.execute("SELECT count(*) FROM builds").fetchone()[0] != 1:
            base.execute("DELETE FROM builds")
            base.execute("INSERT INTO builds VALUES (1)")
        base.execute(f"PRAGMA user_version = {_FORMAT}")
    except BaseException:
        base.close()
        raise
    return base


def _delete(place: Path) -> None:
    for name in (place.name, f"{place.name}-journal", f"{place.name}-wal", f"{place.name}-shm"):
        place.with_name(name).unlink(missing_ok=True)


def _hold_format(base: sqlite3.Connection) -> None:
    if base.execute("PRAGMA user_version").fetchone()[0] not in {0, _FORMAT}:
        raise sqlite3.DatabaseError("of another version")


def _sum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_LENGTH).digest()
