"""Shell completion: the scripts, and the values that can be completed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COMPLETED = [
    ("nolle scr", "screen"),
    ("nolle law gov", "governing"),
    ("nolle screen case.toml --only sijs", "sijs_classification"),
    ("nolle screen case.toml --regime doy", "doyle_2022"),
    ("nolle screen case.toml --circuit ca1", "ca11"),
    ("nolle screen case.toml --lang e", "es"),
    ("nolle law show doyle_2", "doyle_2022"),
    ("nolle law show no_b", "no_bond"),
    ("nolle law in-force matter-of-castro", "matter-of-castro-tum"),
    ("nolle law governing administrative", "administrative-closure"),
    ("nolle law timeline --topic administrative", "administrative-closure"),
]


def nolle(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from nolle.cli import main; main()", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_can_be_shown(shell: str) -> None:
    done = nolle("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 0
    assert "_NOLLE_COMPLETE" in done.stdout


def test_it_can_be_installed(tmp_path: object) -> None:
    done = nolle("--install-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1", HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "completion installed" in done.stdout


@pytest.mark.parametrize(("typed", "offered"), COMPLETED)
def test_values_are_completed(typed: str, offered: str) -> None:
    done = nolle(_NOLLE_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(len(typed.split()) - 1))
    assert offered in done.stdout.split(), done.stderr
