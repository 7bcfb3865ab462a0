"""A small synthetic docket with the three stories, made once for the tests that ask one."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from nolle.counsel.sample import write_sample
from nolle.facts.casefile import CaseFile
from nolle.facts.docket import Docket, read_docket

TODAY = date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = tuple(sorted(EXAMPLES.glob("?-*/case.toml")))


@cache
def sample_folder(cases: int = 150, seed: int = 7) -> Path:
    """A folder with a synthetic docket; it is gone when the tests end."""
    folder = Path(tempfile.mkdtemp(prefix="nolle-sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    write_sample(folder / "docket", cases=cases, seed=seed, on=TODAY, stories=STORIES)
    return folder / "docket"


@cache
def sample(cases: int = 150, seed: int = 7) -> Docket:
    """The same docket, read."""
    return read_docket(sample_folder(cases, seed))


def case_file(docket: Docket, case_id: str) -> CaseFile:
    """One of its cases, as an opinion asks it."""
    case = docket.case(case_id)
    return CaseFile(case.single, case.lists, case.closed)
