"""Sets the clock of a Python process 400 days on; Python imports this by its name when it starts."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from datetime import date as _Date  # noqa: N812 - the classes as they were before
from datetime import datetime as _Datetime  # noqa: N812
from pathlib import Path
from typing import Any

_SECONDS = 400 * 86400
_time, _time_ns = time.time, time.time_ns
_localtime, _gmtime = time.localtime, time.gmtime
_strftime, _ctime = time.strftime, time.ctime


class _Kind(type):
    """Lets what was made before, and what C makes, pass for the class that stands in its place."""

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _Datetime if cls.__name__ == "datetime" else _Date)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, _Datetime if cls.__name__ == "datetime" else _Date)


class _LaterDatetime(_Datetime, metaclass=_Kind):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:
        return _Datetime.fromtimestamp(_time() + _SECONDS, tz)

    @classmethod
    def utcnow(cls) -> Any:
        return _Datetime.fromtimestamp(_time() + _SECONDS, dt.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> Any:
        return cls.now()


class _LaterDate(_Date, metaclass=_Kind):
    @classmethod
    def today(cls) -> Any:
        return _Date.fromtimestamp(_time() + _SECONDS)  # noqa: DTZ012 - so it is asked for


_LaterDatetime.__name__ = _LaterDatetime.__qualname__ = "datetime"
_LaterDate.__name__ = _LaterDate.__qualname__ = "date"
_LaterDatetime.__module__ = _LaterDate.__module__ = "datetime"


def _later(seconds: Any) -> Any:
    return _time() + _SECONDS if seconds is None else seconds


time.time = lambda: _time() + _SECONDS
time.time_ns = lambda: _time_ns() + _SECONDS * 10**9
time.localtime = lambda seconds=None: _localtime(_later(seconds))
time.gmtime = lambda seconds=None: _gmtime(_later(seconds))
time.ctime = lambda seconds=None: _ctime(_later(seconds))
time.strftime = lambda form, when=None: _strftime(form, time.localtime() if when is None else when)
setattr(dt, "datetime", _LaterDatetime)  # noqa: B010 - a type may not be assigned to, for type checkers
setattr(dt, "date", _LaterDate)  # noqa: B010

if os.environ.get("CLOCK_SEEN"):
    (Path(os.environ["CLOCK_SEEN"]) / str(os.getpid())).write_text(" ".join(sys.orig_argv), "utf-8")
