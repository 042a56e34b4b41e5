"""What is made from the types and checked in: schemas and field tables (`make reference`)."""

from __future__ import annotations

from pathlib import Path

from generator.store.field_tables import field_tables
from generator.store.schema import FILES, schema_text

BEGIN = "<!-- tables: made from the types by `make reference` -->"
END = "<!-- end of the tables -->"


def reference_files(root: Path) -> dict[Path, str]:
    """Return each file that is made from the types, with what should stand in it.

    Args:
        root: The project; the text around the tables is taken from its `docs/content.md`.
    """
    files = {root / "site_config" / "schemas" / f"{name}.json": schema_text(name) for name in FILES}
    document = root / "docs" / "content.md"
    text = document.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{document}: the lines around the tables are missing")
    files[document] = f"{before}{BEGIN}\n\n{field_tables()}\n{END}{after}"
    return files


def main() -> None:
    """Write all of them."""
    for path, text in reference_files(Path(__file__).resolve().parents[2]).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
