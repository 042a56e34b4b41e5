"""`proceedings serve`: the site in a browser, built again whenever something is changed."""

from __future__ import annotations

import argparse
import contextlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.arguments import project_of
from generator.commands.build import BuildOptions, add_build_arguments, build, build_options
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.places import output_of, store_of
from generator.commands.preview.server import PreviewServer, base_of
from generator.commands.preview.state import State
from generator.commands.preview.watch import Watch
from generator.commands.project import Project
from generator.commands.reporter import Reporter
from generator.model.fault import Fault, Severity
from generator.render.engine import Engine
from generator.render.engines import open_engine
from generator.render.errors import EngineError
from generator.store.site_file import load_site

_MOST_PORTS = 65535


def serve(
    project: Project, options: BuildOptions, reporter: Reporter, *, host: str = "127.0.0.1", port: int = 8000
) -> Exit:
    """Build, serve, and build again at every change, until interrupted.

    Args:
        project: What is built.
        options: How; `clean` is for the first build only.
        reporter: Says where the site is seen, and what is wrong.
        host: Where to listen.
        port: Where to listen; 0 for any port that is free.

    Returns:
        DONE, when interrupted.

    Raises:
        CommandError: The engine is not there, or the call is wrong.
        OSError: Nobody may listen there.
    """
    output = output_of(project, options.output)
    store = store_of(project, options.store, output)
    options = replace(options, quick_search=True)
    state = State()
    state.base = _base(project, options)
    with contextlib.ExitStack() as stack:
        engine = _engine(options, store)
        stack.callback(engine.close)
        server = stack.enter_context(_answering(PreviewServer((host, port), output, state)))
        watched = (project.content, project.templates, project.config)
        try:
            watch = stack.enter_context(Watch(watched, [project.base]))
            _rebuild(project, options, reporter, engine, state)
            reporter.say(f"serving {server.url} (Ctrl+C ends it)")
            while True:
                watch.wait()
                _rebuild(project, replace(options, clean=False), reporter, engine, state)
        except KeyboardInterrupt:
            reporter.finish()
            reporter.say("ended")
    return Exit.DONE


class _Noting(Reporter):
    """Says what another reporter says, and keeps what is wrong for those who look at the browser."""

    def __init__(self, told: Reporter) -> None:
        super().__init__(quiet=told.quiet, out=told.out.file, err=told.err.file)
        self.noted: list[str] = []

    def complain(self, message: str) -> None:
        self.noted.append(message)
        super().complain(message)

    def warn(self, faults: Sequence[Fault]) -> None:
        self.noted += [str(fault) for fault in faults if fault.severity is Severity.ERROR]
        super().warn(faults)


def _rebuild(
    project: Project, options: BuildOptions, reporter: Reporter, engine: Engine, state: State
) -> None:
    noting = _Noting(reporter)
    try:
        code = build(project, options, noting, engine)
    except CommandError as error:
        noting.complain(str(error))
        code = error.code
    except OSError as error:
        noting.complain(str(error))
        code = Exit.MACHINE
    state.base = _base(project, options)
    if code is Exit.DONE:
        state.built()
    else:
        state.failed("\n".join(noting.noted))


def _base(project: Project, options: BuildOptions) -> str:
    """Return the path that the site will have where it is published: what is wrong there is seen here."""
    if options.site_url is not None:
        return base_of(options.site_url)
    settings, _ = load_site(project.root)
    return base_of(settings.url) if settings else "/"


def _engine(options: BuildOptions, store: Path) -> Engine:
    """Open an engine that stays open: a warm one renders a changed page in a fraction of a second."""
    try:
        return open_engine(options.engine, cache=store / "cache")
    except EngineError as error:
        raise CommandError(str(error), Exit.MACHINE) from error


@contextlib.contextmanager
def _answering(server: PreviewServer) -> Iterator[PreviewServer]:
    thread = threading.Thread(target=server.serve_forever, name="preview", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.state.close()
        server.shutdown()
        server.server_close()
        thread.join()


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= _MOST_PORTS):
        raise argparse.ArgumentTypeError(f"'{text}' is no port; write 0 to {_MOST_PORTS}")
    return int(text)


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=_port,
        default=8000,
        metavar="PORT",
        help="where the site is served; 0 for any port that is free (default: 8000)",
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="HOST",
        help="who may look: 127.0.0.1, this machine alone; 0.0.0.0, the whole network (default: 127.0.0.1)",
    )
    add_build_arguments(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    options = build_options(arguments)
    return serve(project_of(arguments), options, reporter, host=arguments.host, port=arguments.port)


SERVE = Command(
    name="serve",
    summary="show the site in a browser while it is worked on",
    description=(
        "Build the site and serve it under the path that it will have, until Ctrl+C. Whenever content, "
        "templates, site_config or mkdocs.yml change, it is built again and the browser loads the page anew. "
        "While something is wrong, the old site stays, and terminal and browser say what it is."
    ),
    configure=_configure,
    run=_run,
)
