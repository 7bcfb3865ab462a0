"""The commands put together, and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any

import typer

import nolle

from . import ask, deadline, deadlines, demo, docket, law, papers, screen
from .errors import BadInput, explain, usage

app = typer.Typer(
    name="nolle",
    help="What the law offers one client in immigration court on a date: why, and what is missing. Not legal advice.",
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("screen")(screen.screen)
app.command("ask")(ask.ask)
app.add_typer(law.app, name="law")
app.command("deadline")(deadline.deadline)
app.command("deadlines")(deadlines.deadlines)
app.add_typer(docket.app, name="docket")
app.add_typer(papers.app, name="papers")
app.command("demo")(demo.demo)


@app.callback(invoke_without_command=True)
def about(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """What the law offers one client in immigration court on a date: why, and what is missing. Not legal advice."""
    if version:
        typer.echo(f"nolle {nolle.__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(args: Sequence[str] | None) -> int:
    """Run the command line; every expected mistake becomes one sentence and exit code 2."""
    if args is None:
        sys.unraisablehook = _told_unless_stopped
    try:
        _speak_utf8()
        code = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _say(f"the answer could not be written: {error.strerror}. Make room, or send it elsewhere.")
        return 2
    except BaseException as error:
        if not _stopped(error):
            raise
        return 130
    return code


def _stopped(error: BaseException) -> bool:
    """Whether it is Ctrl-C; Polars panics of it while it talks to Python."""
    panic = type(error).__name__ == "PanicException" and "KeyboardInterrupt" in str(error)
    return panic or isinstance(error, KeyboardInterrupt)


def _told_unless_stopped(what: Any) -> None:
    """Ctrl-C that falls on something being cleared away is no error: the command ends of it all the same."""
    if not issubclass(what.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(what)


@cache
def commands() -> Any:
    """The commands, put together once: it takes a tenth of a second."""
    return typer.main.get_command(app)


def _run(args: Sequence[str] | None) -> int:
    try:
        words = None if args is None else list(args)
        result = commands().main(args=words, prog_name="nolle", standalone_mode=False)
    except typer.TyperException as error:
        _say(usage(error))
        return 2
    except typer.Abort:
        _say("stopped.")
        return 130
    except SystemExit as left:
        # Rich and typer leave this way when a reader closes the pipe: all that was wanted has been given.
        if isinstance(left.__context__, BrokenPipeError):
            raise BrokenPipeError from None
        return left.code if isinstance(left.code, int) else 0
    except Exception as error:
        sentence = explain(error)
        if sentence is None:
            raise
        _say(sentence)
        return error.code if isinstance(error, BadInput) else 2
    return result if isinstance(result, int) else 0


def _say(sentence: str) -> None:
    typer.echo(f"nolle: {sentence}", err=True)


PLAIN = {"✓": "+", "✗": "x", "…": "~", "–": "-", "→": ">", "·": "-", "¿": "", "¡": "", "ñ": "ni", "Ñ": "NI"}
"""Marks for a terminal that has no better ones: a yes or a no must never read as ``?``, which means unknown."""


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(PLAIN[c] if c in PLAIN else _letter(c) for c in lost), error.end


def _letter(written: str) -> str:
    bare = unicodedata.normalize("NFKD", written)[:1]
    return bare if bare.isascii() else "?"


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that cannot show a mark shows a plain one."""
    codecs.register_error("plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="plain")
