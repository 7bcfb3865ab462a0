"""A docket command that is stopped, killed, or has no room left: quiet, and nothing of a client stays behind."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

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


def left_behind(place: Path, name: str = ".nolle-ab_d3f9h") -> Path:
    """A folder as a killed command leaves it."""
    folder = place / name
    folder.mkdir(mode=0o700)
    (folder / ".lock").touch(mode=0o600)
    (folder / "room").mkdir(mode=0o700)
    (folder / "room" / "part.parquet").write_text("half done")
    return folder


def linked(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to("elsewhere")


def linked_room(folder: Path) -> None:
    (folder / "room").rename(folder.with_name("elsewhere"))
    (folder / "room").symlink_to("../elsewhere")


def linked_lock(folder: Path) -> None:
    (folder / ".lock").rename(folder.with_name("empty"))
    (folder / ".lock").symlink_to("../empty")


def piped_lock(folder: Path) -> None:
    (folder / ".lock").unlink()
    os.mkfifo(folder / ".lock", 0o600)


def room_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "room")
    (folder / "room").write_text("precious")


LIKE_OURS: dict[str, Callable[[Path], object]] = {
    "named otherwise": lambda folder: folder.rename(folder.with_name(".nolle-notes")),
    "named longer": lambda folder: folder.rename(folder.with_name(".nolle-ab_d3f9h.old")),
    "named in capitals": lambda folder: folder.rename(folder.with_name(".nolle-ABCDEFGH")),
    "with notes in it": lambda folder: (folder / "notes.txt").write_text("precious"),
    "open to others": lambda folder: folder.chmod(0o755),
    "with words in its lock": lambda folder: (folder / ".lock").write_text("x"),
    "with a lock open to others": lambda folder: (folder / ".lock").chmod(0o644),
    "without a lock": lambda folder: (folder / ".lock").unlink(),
    "a link to another": linked,
    "with a link for a room": linked_room,
    "with a link for a lock": linked_lock,
    "with a pipe for a lock": piped_lock,
    "with a file for a room": room_a_file,
}


@pytest.mark.parametrize("change", LIKE_OURS.values(), ids=LIKE_OURS)
def test_a_folder_that_is_not_quite_ours_is_left_as_it_is(change: Callable[[Path], object], tmp_path: Path) -> None:
    change(left_behind(tmp_path))
    before = sorted(tmp_path.rglob("*"))
    with workroom(tmp_path):
        pass
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("gone", [(), ("room",), ("room", ".lock")], ids=["whole", "its room gone", "empty"])
@pytest.mark.parametrize("mode", [0o700, 0o2700], ids=["plain", "of an inherited group"])
def test_whatever_a_killed_command_left_of_its_folder_is_cleared_away(
    gone: tuple[str, ...], mode: int, tmp_path: Path
) -> None:
    folder = left_behind(tmp_path)
    folder.chmod(mode)
    for name in gone:
        shutil.rmtree(folder / name) if name == "room" else (folder / name).unlink()
    with workroom(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_taken_away_before_it_was_locked_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, names = tempfile.mkdtemp, list[str]()

    def make(**where: Any) -> str:
        name = made(**where)
        names.append(name)
        if len(names) == 1:  # another command, in this very moment
            with workroom(tmp_path):
                assert not Path(name).exists()
        return name

    monkeypatch.setattr(tempfile, "mkdtemp", make)
    with workroom(tmp_path) as room:
        assert room.is_dir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "mode", "ours"),
    [
        (".a.csv.ab_d3f9h.part", 0o600, True),
        (".a.csv.ab_d3f9h.part", 0o644, False),
        (".a.csv.mine.part", 0o600, False),
        (".a.csv.my_notes2.part", 0o600, False),
        (".b.csv.ab_d3f9h.part", 0o600, False),
    ],
)
def test_only_a_half_written_file_of_ours_is_cleared_away(name: str, mode: int, ours: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text("half done")
    (tmp_path / name).chmod(mode)
    (tmp_path / ".a.csv.linked00.part").symlink_to(name)
    with written_beside(tmp_path / "a.csv") as beside:
        beside.write_text("whole")
    assert (tmp_path / "a.csv").read_text() == "whole"
    assert (tmp_path / name).exists() is not ours
    assert (tmp_path / ".a.csv.linked00.part").is_symlink()


def test_a_file_being_written_is_not_cleared_away_by_another_writer_of_it(tmp_path: Path) -> None:
    with written_beside(tmp_path / "a.csv") as first:
        with written_beside(tmp_path / "a.csv") as second:
            second.write_text("second")
        first.write_text("first")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.csv", "first")]


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
