"""A docket command that is stopped, killed, or has no room left: quiet, and nothing of a client stays behind."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from nolle.cli import app
from nolle.facts.files import folder_beside, workroom, written_beside

from .running import EXAMPLES, run

CASELOAD = str(EXAMPLES / "caseload")
EXPORTS = tuple(str(EXAMPLES / "exports" / f"clio-{name}.csv") for name in ("contacts", "matters"))
ON = ("--on", "2026-11-22")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a key and a log of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR"):
        place = tmp_path.with_name(f"{tmp_path.name}-{name}")
        place.mkdir()
        monkeypatch.setenv(name, str(place))
    return tmp_path


def ran(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, after some code."""
    listen = "signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell's background job ignores Ctrl-C
    code = f"import os, signal, sys, threading\n{listen}\n{code}\nfrom nolle.cli import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, timeout=300
    )


STOPPED = """
from nolle.logic.columns import engines
def endless(database, *rest):
    threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    while True:
        database.rows("SELECT count(*) FROM range(100000000) WHERE range % 7 = 3")
engines._in_parts = endless
"""
SAID_BY_THE_DATABASE = """
from nolle.logic.columns import engines
def stopped(*of):
    import duckdb
    raise duckdb.InterruptException("INTERRUPT Error: Interrupted!")
engines._in_parts = stopped
"""
GIVEN_UP = """
from nolle.cli import app
def batches():
    try:
        yield
    finally:
        raise KeyboardInterrupt
def asked(args):
    next(batches())
    return 130
app._run = asked
"""


@pytest.mark.parametrize(
    "code",
    [
        STOPPED,
        SAID_BY_THE_DATABASE,
        GIVEN_UP,
    ],
    ids=["while the database works", "as the database says it", "while a batch is given up"],
)
def test_ctrl_c_ends_in_silence(code: str, home: Path) -> None:
    done = ran(code, "docket", "screen", CASELOAD, *ON, "--engine", "duckdb", "--out", "answers.parquet")
    assert (done.returncode, done.stdout) == (130, "")
    assert "Traceback" not in done.stderr
    assert "nterrupt" not in done.stderr
    assert list(home.iterdir()) == []


def test_ctrl_c_that_polars_panics_of_is_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(args: object) -> int:
        raise PanicException("called `Result::unwrap()` on an `Err` value: PyErr { type: <class 'KeyboardInterrupt'>")

    monkeypatch.setattr(app, "_run", panic)
    assert app.run([]) == 130


SAMPLE = ("docket", "sample", "--cases", "20", *ON, "--out", "made")
IMPORT = ("docket", "import", *EXPORTS, "--profile", "clio", "--into", "made")


@pytest.mark.parametrize(
    ("command", "there"), [(SAMPLE, False), (IMPORT, False), (IMPORT, True)], ids=["sample", "import", "merge"]
)
def test_what_a_killed_command_left_is_cleared_by_the_next(command: tuple[str, ...], there: bool, home: Path) -> None:
    if there:
        (home / "made").mkdir(mode=0o700)
    killed = ran("from pathlib import Path\nPath.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)", *command)
    assert killed.returncode == -9
    hidden = [path for path in home.rglob("*") if path.name.startswith(".")]
    assert hidden, "it was killed with its work half done"
    assert all(stat.S_IMODE(path.stat().st_mode) in (0o600, 0o700) for path in hidden), "for its owner alone"
    assert there or not (home / "made").exists()
    assert run(*command).code in (0, 1)
    assert [path.name for path in home.iterdir()] == ["made"]
    assert not [path for path in home.rglob("*") if path.name.startswith(".")]
    assert stat.S_IMODE((home / "made").stat().st_mode) == 0o700


def test_a_folder_that_cannot_take_its_place_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here first")
    with pytest.raises(OSError, match="taken"), folder_beside(tmp_path / "taken") as beside:
        (beside / "half").write_text("made")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_what_cannot_be_cleared_now_is_found_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched, workroom(tmp_path) as room:
        (room / "part.parquet").write_bytes(b"still being written")
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)
    assert len(list(tmp_path.iterdir())) == 1
    with workroom(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("made", [written_beside, folder_beside])
@pytest.mark.parametrize(
    ("error", "free", "said"),
    [
        (pl.exceptions.ComputeError("parquet: Invalid thrift: transport error"), 0, "No space left on device"),
        (OSError("No space left on device (os error 28)"), 0, "No space left on device: "),
        (OSError(errno.ENOSPC, "No space left on device"), 10**9, "No space left on device: "),
        (pl.exceptions.ComputeError("parquet: Invalid thrift: transport error"), 10**9, "transport error"),
        (ValueError("too many rows"), 0, "too many rows"),
    ],
)
def test_a_full_disk_is_said_as_such_and_nothing_else_is(
    made: Callable[[Path], AbstractContextManager[Path]], error: Exception, free: int, said: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=free))
    with pytest.raises(Exception, match=said) as told, made(tmp_path / "answers"):
        raise error
    if said.startswith("No space"):
        assert isinstance(told.value, OSError)
        assert (told.value.errno, told.value.filename) == (errno.ENOSPC, str(tmp_path / "answers"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("most", [3_000, 60_000], ids=["its sheets", "the workbook"])
def test_a_workbook_that_cannot_be_written_is_one_sentence(most: int, home: Path) -> None:
    code = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))"
    done = ran(code, "docket", "screen", CASELOAD, *ON, "--out", "answers.xlsx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "File too large" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [*home.iterdir(), *Path(os.environ["TMPDIR"]).iterdir()] == []


@pytest.mark.parametrize(("lang", "said"), [("en", "give it to nobody who may"), ("es", "no lo dé a nadie que no")])
def test_what_is_protected_is_said_to_be_there_wherever_it_is_given(lang: str, said: str, home: Path) -> None:
    words = ("docket", "screen", CASELOAD, *ON, "--only", "tps", "--no-rules", "--lang", lang)
    for more in ((), ("--include-sensitive",)):
        shown = run(*words, *more, "--force", "--out", "answers.xlsx", "--report", "page.html")
        assert shown.code == 0, shown.err
        notes = dict(pl.read_excel("answers.xlsx", sheet_name="Read me").iter_rows())
        page = Path("page.html").read_text("utf-8")
        texts = (" ".join(shown.out.split()), page.partition("<main")[0], notes.get("protected", ""))
        assert [said in text for text in texts] == [bool(more)] * 3
