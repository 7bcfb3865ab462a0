"""``nolle docket``: the whole caseload at once."""

from __future__ import annotations

import typer

from . import docket_compare, docket_import, docket_questions, docket_sample, docket_screen

app = typer.Typer(
    name="docket",
    help="Ask the whole caseload at once: screen it, compare two dates, plan the calls, import it.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.command("screen")(docket_screen.screen)
app.command("compare")(docket_compare.compare)
app.command("import")(docket_import.import_)
app.command("questions")(docket_questions.questions)
app.command("sample")(docket_sample.sample)
app.command("who")(docket_screen.who)
