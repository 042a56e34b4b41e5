"""Page templates: Jinja files that a designer may change, in `templates/pages/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2


class Templates:
    """The page templates of a folder.

    Every value is escaped for HTML (Jinja's autoescape); what is missing is an error and never an empty text.
    """

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """Read templates from a folder, when they are first needed.

        Args:
            folder: Where they are.
            cache: Where compiled ones are kept, each under a digest of its source; nowhere if None.
        """
        kept = None
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
            kept = jinja2.FileSystemBytecodeCache(str(cache), "__page_%s.cache")
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            bytecode_cache=kept,
        )

    def page(self, name: str, values: Mapping[str, object]) -> str:
        """Fill a template.

        Args:
            name: The file's name, such as `session.md`.
            values: What the template may use.

        Raises:
            TemplateFaultError: The template is missing, cannot be read or names something that is not there.
        """
        try:
            return self._environment.get_template(name).render(values)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateFaultError(
                f"templates/pages/{error.name}:{error.lineno}: {error.message}"
            ) from error
        except jinja2.TemplateNotFound as error:
            raise TemplateFaultError(f"templates/pages/{error.name}: there is no such template") from error
        except jinja2.UndefinedError as error:
            raise TemplateFaultError(f"templates/pages/{name}: {error.message}") from error


class TemplateFaultError(Exception):
    """A page template cannot be used; the message names the file."""
