"""What the docket commands share: the key of the pseudonyms, the log, the progress bar, and reading in batches."""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from .errors import BadInput
from .options import console

if TYPE_CHECKING:
    import polars as pl

    from nolle.counsel.docket.answers import Answers
    from nolle.counsel.docket.ordered import Orders
    from nolle.counsel.docket.screen import Request
    from nolle.facts.docket import DocketSource
    from nolle.logic import Lang
    from nolle.logic.columns.engines import Engine

KEY_BYTES = 32
CASES_COMPARED = 100_000
"""A comparison holds the cells of a batch twice."""


def keep_memory(short: bool = False) -> None:
    """Have Polars keep the memory of one batch for the next; to be said before Polars is imported.

    Its allocator, jemalloc, gives memory back after half a second, large pieces at once, and keeps four stores for each
    core: a tenth of the time of a large docket would go into asking the system for memory again. Where memory is
    ``short`` there is one store, and what is free in it is given back at once.
    """
    kept, stores = (0, 1) if short else (60_000, os.cpu_count() or 1)
    settings = f"dirty_decay_ms:{kept},muzzy_decay_ms:{kept},oversize_threshold:0,narenas:{stores}"
    os.environ.setdefault("_RJEM_MALLOC_CONF", settings)


def key() -> bytes:
    """The office's key for the names of cases: ``NOLLE_DOCKET_KEY`` names its file; made on first use.

    Raises:
        BadInput: when the file holds no key, or cannot be read or made.
    """
    named = os.environ.get("NOLLE_DOCKET_KEY")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "nolle"
    place = Path(named) if named else config / "docket.key"
    try:
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_hex(KEY_BYTES) + "\n")
            if console(stderr=True).is_terminal:
                console(stderr=True).print(f"nolle: made the key {place}. Keep it: it leads names back to cases.")
        found = bytes.fromhex(place.read_text("ascii").strip())
    except OSError as error:
        raise BadInput(f"the key {place} cannot be read or made ({error.strerror}). Set NOLLE_DOCKET_KEY.") from None
    except ValueError:
        found = b""
    if len(found) < KEY_BYTES:
        raise BadInput(f"{place} holds no key: it must be {2 * KEY_BYTES} hexadecimal digits. Move it away.")
    return found


def log(command: str, **what: Any) -> Path:
    """Write down that more than the default was asked for: one line of JSON, in the user's own state folder.

    Raises:
        BadInput: when the log cannot be written: then nothing more may be given.
    """
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "nolle"
    place = state / "docket.log"
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "uid": os.getuid(), "command": command}
    line |= {name: value.isoformat() if isinstance(value, date) else value for name, value in what.items()}
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        raise BadInput(f"the log {place} cannot be written ({error.strerror}): nothing sensitive is given.") from None
    return place


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Any]:
    """A bar on stderr, where that is a terminal; gives a function to be told how many more are done."""
    err = console(stderr=True)
    bar = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=err, transient=True, disable=not err.is_terminal,
    )  # fmt: skip
    with bar:
        task = bar.add_task(what, total=total)

        def done(more: int = 0, now: str | None = None) -> None:
            bar.update(task, advance=more, description=now or what)

        yield done


class Reading:
    """A docket being read for a command, and what became of its rows."""

    def __init__(
        self, path: Path, rejected: Path | None, ignore_unknown: bool, day_order: str | None, *, sensitive: bool = False
    ) -> None:
        self.path, self.rejected_file, self.sensitive = path, rejected, sensitive
        self.ignore_unknown, self.day_order = ignore_unknown, day_order
        self.source: DocketSource | None = None
        self.own_dates = False

    def open(
        self, facts: Collection[str] | None = None, cases_per_batch: int | None = None, folder: Path | None = None
    ) -> int:
        """Open it, to be read for some facts only; gives the rows of its table of cases."""
        from nolle.facts.docket import open_docket

        self.source = open_docket(
            self.path,
            cases_per_batch=cases_per_batch,
            rejected=self.rejected_file,
            ignore_unknown=self.ignore_unknown,
            day_order=self.day_order,  # type: ignore[arg-type]
            only_facts=facts,
            protected=self.sensitive,
            scratch=folder,
        )
        return self.source.total_rows

    def batches(self) -> Iterator[Mapping[str, pl.DataFrame]]:
        """The frames of whole cases, a batch at a time; an earlier list of rejected rows goes when there are none."""
        assert self.source is not None
        for docket in self.source.batches():
            case = docket.frames["case"]
            self.own_dates |= "as_of" in case.columns and case["as_of"].null_count() < case.height
            yield docket.frames
        earlier = self.rejected_file
        if not self.rejected and earlier is not None and _lists_rejected(earlier):
            earlier.unlink()  # what an earlier run set aside is mended

    @property
    def rejected(self) -> int:
        """How many rows were set aside so far."""
        return 0 if self.source is None else sum(count.rejected for count in self.source.counts.values())

    @property
    def strays(self) -> Mapping[str, int]:
        """For each list with some, how many of those rows name no case of the docket."""
        return {} if self.source is None else self.source.strays

    def left_out(self, lang: Lang) -> list[str]:
        """What a page says of the rows that were set aside."""
        from nolle.counsel.docket.words import set_aside

        return set_aside(self.rejected, self.strays, lang)


def check_shown(only: Sequence[str], sensitive: bool) -> None:
    """Refuse a question of which every answer would be held back: that nothing is shown would look like a no.

    Raises:
        BadInput: with the remedy.
    """
    if not only or sensitive:
        return
    from nolle.counsel.docket.questions import survivors_only
    from nolle.law.pathways import pathways

    if all(survivors_only(p) for p in pathways() if p.id in only):
        raise BadInput(
            f"--only {only[0]}: where a case stands on it would tell a fact that 8 USC 1367 protects. Add "
            "--include-sensitive, which is logged."
        )


def _lists_rejected(path: Path) -> bool:
    """Whether a file is a list of rejected rows, and nothing else that we wrote."""
    from nolle.facts.docket.rejects import COLUMNS

    try:
        with path.open("rb") as file:
            return file.readline(200).strip() == ",".join(COLUMNS).encode()
    except OSError:
        return False


def check_files(
    docket: Path, out: Path | None, report: Path | None, rejected: Path | None, *, force: bool = False
) -> None:
    """Refuse files that cannot be written, or that stand where the docket, one another or a stranger's file stands.

    Raises:
        BadInput: for the page, and for a name that is taken.
        OutputError: for the table.
    """
    from nolle.counsel.docket.output import check_output

    from .own_files import check_ours

    if out is not None:
        check_output(out)
    if report is not None and (report.suffix.lower() not in (".html", ".htm") or not report.parent.is_dir()):
        raise BadInput(f"--report {report}: name a file that ends in .html, in a folder that is there.")
    if rejected is not None and (rejected.is_dir() or not rejected.parent.is_dir()):
        raise BadInput(f"--rejected {rejected}: name a file, in a folder that is there.")
    told = {"--out": out, "--report": report, "--rejected": rejected}
    taken: dict[Path, str] = {docket.resolve(): "the docket itself"}
    for option, file in told.items():
        if file is None:
            continue
        place = file.resolve()
        if place in taken or (docket.is_dir() and docket.resolve() in place.parents):
            what = taken.get(place, "in the docket itself")
            raise BadInput(f"{option} {file} is {what}: it would be written over. Name another file.")
        taken[place] = f"what {option} names too"
    for option, file in told.items():
        check_ours(option, file, force)
        if file is not None and not os.access(file.parent, os.W_OK):
            raise BadInput(f"{option} {file}: nothing may be written in {file.parent}. Name a file in another folder.")


SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([MG])i?B", re.IGNORECASE)
SMALLEST_MB = 64


def engine(name: str, memory_limit: str, spark_master: str, folder: Path) -> Engine:
    """The engine of that name, working in a folder.

    Raises:
        BadInput: for a limit that is no size.
    """
    from nolle.logic.columns.engines import DuckDb, Polars, Spark

    written = SIZE.fullmatch(memory_limit.strip())
    if written is None:
        raise BadInput(f"--memory-limit {memory_limit!r} is no size. Write it as 512MB or 2GB.")
    megabytes = round(float(written[1]) * (1024 if written[2].upper() == "G" else 1))
    if megabytes < SMALLEST_MB:
        raise BadInput(
            f"--memory-limit {memory_limit} is too little to work in. Give it {SMALLEST_MB}MB or more; "
            "the whole law needs 128MB."
        )
    if name == "duckdb":
        return DuckDb(megabytes, folder=folder)
    return Spark(spark_master, folder) if name == "spark" else Polars()


def orders(docket: Path) -> Orders:
    """What judges have ordered in the cases of a docket of case files.

    Raises:
        OrderError: for a file of orders that cannot be used.
        BadInput: for one that cannot be read.
    """
    from nolle.counsel.docket.ordered import orders_of

    try:
        return orders_of(docket)
    except OSError as error:
        raise BadInput(f"{error.filename} cannot be read ({error.strerror}). See that you may read it.") from None


def answers(reading: Reading, request: Request, engine: Engine, folder: Path, key: bytes | None, keep: bool) -> Answers:
    """Every case asked, with a progress bar; answers that may not fit memory are laid down in the folder."""
    from nolle.counsel.docket.answers import Answers
    from nolle.counsel.docket.screen import cases_at_once, screen

    found = Answers(None if engine.name == "polars" else folder, key, keep=keep)
    total = reading.open(request.read, cases_at_once(engine), folder)
    with progress("Asking the docket", total) as done:
        for part in screen(reading.batches(), request, engine, done, found.counting.missing):
            found.add(part)
    return found


def say_end(
    reading: Reading,
    out: Path | None,
    report: Path | None,
    seconds: float,
    lang: Lang,
    *,
    only: Sequence[str] | None = None,
) -> None:
    """Say where the answers are, what was set aside, and that what was not asked about was not checked."""
    from nolle.counsel.docket import words as w

    err, said = console(stderr=True), console()
    files = w.AND[lang].join(str(written) for written in (out, report) if written is not None)
    ended = w.WROTE if files else w.TOOK
    said.print(ended[lang].format(files=files, seconds=f"{seconds:.1f}"), style="dim", markup=False)
    if only:
        said.print(w.NOT_CHECKED[lang], style="dim")
    if reading.rejected:
        aside = w.ASIDE_ONE[lang] if reading.rejected == 1 else w.ASIDE[lang].format(n=f"{reading.rejected:,}")
        see = w.SEE[lang].format(file=reading.rejected_file)
        where = f": {see}" if reading.rejected_file else f"; {w.LISTED[lang]}"
        err.print(f"nolle: {aside}{where}", markup=False)
        for told in w.strays(reading.strays, lang):
            err.print(f"nolle: {told[:1].lower()}{told[1:]}", markup=False)
