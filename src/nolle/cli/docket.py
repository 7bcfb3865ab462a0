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


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with a disk or a folder that fails it said in a sentence."""

    @wraps(command)
    def run(*words: object, **named: object) -> None:
        try:
            command(*words, **named)
        except OSError as error:
            if error.filename is None:  # of the terminal or the pipe, which `main` sees to
                raise
            said = f"{error.filename}: {error.strerror}"
            raise BadInput(f"{said}. See that the place is there, has room, and may be read and written.") from None

    return run


app.command("screen")(_told(docket_screen.screen))
app.command("compare")(_told(docket_compare.compare))
app.command("import")(_told(docket_import.import_))
app.command("questions")(_told(docket_questions.questions))
app.command("sample")(_told(docket_sample.sample))
app.command("who")(_told(docket_screen.who))
