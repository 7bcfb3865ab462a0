"""The commands put together, and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import click
import typer

import nolle

from . import demo, law, screen
from .errors import BadInput, explain

app = typer.Typer(
    name="nolle",
    help="What the law offers one client in immigration court on a date: why, and what is missing. Not legal advice.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("screen")(screen.screen)
app.add_typer(law.app, name="law")
app.command("demo")(demo.demo)


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """What the law offers one client in immigration court on a date: why, and what is missing. Not legal advice."""
    if version:
        typer.echo(f"nolle {nolle.__version__}")
        raise typer.Exit


def run(args: Sequence[str] | None) -> int:
    """Run the command line; every expected mistake becomes one sentence and exit code 2."""
    command = typer.main.get_command(app)
    try:
        result = command.main(args=list(args) if args is not None else None, prog_name="nolle", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        typer.echo(error.ctx.get_help() if error.ctx is not None else str(error))
        return 2
    except click.UsageError as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        typer.echo("Stopped.", err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        sentence = explain(error)
        if sentence is None:
            raise
        typer.echo(f"nolle: {sentence}", err=True)
        return 2 if not isinstance(error, BadInput) else error.code
    return result if isinstance(result, int) else 0
