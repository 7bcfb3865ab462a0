"""The command as a shell runs it: pipes, widths, locales, and a reader who leaves early."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from nolle.cli.app import run

from .running import ROOT, STORY_A

COMMAND = [sys.executable, "-c", "from nolle.cli import main; main()"]
SCREEN = ("screen", STORY_A, "--on", "2023-10-06")
FULL = Path("/dev/full")


def nolle(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *words], capture_output=True, check=False, cwd=ROOT, env={**os.environ, **environment}
    )


def test_json_goes_to_a_pipe_alone() -> None:
    done = nolle(*SCREEN, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["as_of"] == "2023-10-06"


def test_an_error_goes_to_standard_error_alone() -> None:
    done = nolle("screen", "nobody.toml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"nolle: nobody.toml: there is no such file")


def test_the_width_asked_for_is_kept() -> None:
    done = nolle(*SCREEN, COLUMNS="60")
    assert max(cell_len(line) for line in done.stdout.decode().splitlines()) <= 60


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"NO_COLOR": "1", "TERM": "dumb"},
    ],
    ids=lambda environment: " ".join(environment),
)
@pytest.mark.parametrize("more", [("--lang", "es"), ("--json",)], ids=" ".join)
def test_spanish_and_marks_survive_any_locale(environment: dict[str, str], more: tuple[str, ...]) -> None:
    done = nolle(*SCREEN, "--only", "dismissal_without_prejudice", *more, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Desestimación" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("words", [(*SCREEN, "--full"), (*SCREEN, "--json"), ("law", "list"), ("--version",)])
def test_a_reader_may_leave_early(words: tuple[str, ...]) -> None:
    writer = subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    said = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait(60) == 0
    assert said == b""


def test_a_terminal_without_the_marks_gets_plain_ones() -> None:
    """A lost mark must never read as the question mark that means unknown."""
    run(["--version"])
    assert "✓ yes ✗ no … awaited – out ¿qué?".encode("cp437", "plain") == "+ yes x no ~ awaited - out ¿qué?".encode(
        "cp437"
    )
    assert "¿Años?".encode("ascii", "plain") == b"Anios?"


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk_is_said_in_one_sentence() -> None:
    with FULL.open("wb") as full:
        done = subprocess.run([*COMMAND, *SCREEN, "--json"], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr.startswith(b"nolle: the answer could not be written")
    assert b"Traceback" not in done.stderr
