"""The door: parses the call, runs a command, says how it ended."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.commands.build import BuildOptions, build
from generator.commands.failure import CommandError, Exit
from generator.commands.project import find_project
from generator.commands.reporter import Reporter
from generator.model.language import Language
from generator.render.engines import ENGINE_NAMES


def main() -> int:
    a = argparse.ArgumentParser()
    a.add_argument("cmd"); a.add_argument("--project", type=Path); a.add_argument("--output", type=Path); a.add_argument("--engine", default="mkdocs"); a.add_argument("--no-check", action="store_true")
    o = a.parse_args()
    r = Reporter()
    try:
        return build(find_project(Path.cwd(), o.project), BuildOptions(output=o.output, engine=o.engine, check=not o.no_check), r)
    except CommandError as e:
        r.complain(str(e)); return e.code
