"""``nolle docket``: the whole caseload at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import typer

from . import docket_compare, docket_import, docket_questions, docket_sample, docket_screen
from .errors import BadInput

app = typer.Typer(
    name="docket",
    help="Ask the whole caseload at once: screen it, compare two dates, plan the calls, import it.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

ROOM = "See that the place is there, has room, and may be read and written."


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with a disk or a folder that fails it, or too little memory, said in a sentence."""

    @wraps(command)
    def run(*words: object, **named: object) -> None:
        try:
            command(*words, **named)
        except OSError as error:
            if error.filename is None and error.errno is not None:  # of the terminal or the pipe, which `main` sees to
                raise
            said = f"{error.filename}: {error.strerror}" if error.filename is not None else f"a file failed: {error}"
            raise BadInput(f"{said}. {ROOM}") from None
        except Exception as error:
            told = _of_a_library(error)
            if told is None:
                raise
            raise BadInput(told) from None

    return run


def _of_a_library(error: Exception) -> str | None:
    """What the error of a library says of a disk or of memory; none is imported to know its errors."""
    library, name = type(error).__module__.partition(".")[0].lstrip("_"), type(error).__name__
    said = str(error).strip().partition("\n")[0]
    if (library, name) == ("duckdb", "OutOfMemoryException"):
        return "DuckDB needs more memory than --memory-limit allows. Give it more, such as --memory-limit 512MB."
    if (library, name) in (("duckdb", "IOException"), ("xlsxwriter", "FileCreateError")) or (
        library == "polars" and ("os error" in said or said.startswith("parquet:"))
    ):
        return f"a file failed: {said}. {ROOM}"
    return None


app.command("screen")(_told(docket_screen.screen))
app.command("compare")(_told(docket_compare.compare))
app.command("import")(_told(docket_import.import_))
app.command("questions")(_told(docket_questions.questions))
app.command("sample")(_told(docket_sample.sample))
app.command("who")(_told(docket_screen.who))
