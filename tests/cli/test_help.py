"""Help: every command says what it does and what it takes, and nobody who is lost gets a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer

import nolle
from nolle.cli.app import app

from .running import run


def commands(group: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that name it, groups included."""
    group = group or typer.main.get_command(app)
    yield words, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*words, name))


ALL = list(commands())


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("words", [words for words, _ in ALL], ids=lambda words: " ".join(("nolle", *words)))
def test_every_command_has_help(words: tuple[str, ...], flag: str) -> None:
    ran = run(*words, flag)
    assert (ran.code, ran.err) == (0, "")
    assert "Usage: " + " ".join(("nolle", *words)) in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("words", "command"), ALL, ids=lambda found: " ".join(found) if isinstance(found, tuple) else ""
)
def test_every_option_and_argument_says_what_it_is_for(words: tuple[str, ...], command: Any) -> None:
    assert command.help
    for parameter in command.params:
        assert parameter.help, f"{' '.join(words)} {parameter.name}"


@pytest.mark.parametrize("words", [(), ("law",)])
def test_a_group_alone_shows_its_help(words: tuple[str, ...]) -> None:
    assert run(*words) == run(*words, "--help")


def test_the_version() -> None:
    assert run("--version").out == f"nolle {nolle.__version__}\n"
