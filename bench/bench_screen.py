"""Row docket: our whole law over a synthetic docket with lists, by the commands a person types, each from cold.

``nolle docket sample`` makes the docket and is timed on its own; ``nolle docket screen`` then asks every pathway,
regime, factor and exposure of every case, Parquet to Parquet. Alone:
``python -m bench.bench_screen --cases 1000000``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from .apart import Ran, apart
from .measure import WHOLE, Line
from .report import show

NOLLE = str(Path(sys.executable).with_name("nolle"))
ON = "2026-11-22"
SAMPLE_BAR, SCREEN_BAR, MEMORY_BAR = 120, 30, 6
ROWS_SET_ASIDE = 1
"""The exit code that says so: the cases were asked all the same."""


def sample(cases: int, folder: Path) -> Ran:
    """A docket made in ``folder / "docket"``."""
    return _nolle(folder, "sample", "--cases", str(cases), "--seed", "1", "--on", ON, "--out", str(folder / "docket"))


def screen(folder: Path) -> Ran:
    """The docket asked, answers to ``folder / "answers.parquet"``."""
    out = folder / "answers.parquet"
    return _nolle(folder, "screen", str(folder / "docket"), "--on", ON, "--include-sensitive", "--out", str(out))


def _nolle(folder: Path, *command: str) -> Ran:
    # The key of the pseudonyms and the log of what is sensitive go where the docket goes.
    home = {name: str(folder / "home") for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    env = {**home, "NOLLE_DOCKET_KEY": str(folder / "home" / "key")}
    return apart(NOLLE, "docket", *command, "--json", env=env, codes=(0, ROWS_SET_ASIDE))


def measure(cases: int, times: int) -> list[Line]:
    """The lines of the table; fewer cases than the whole million are held to no bar of time."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        made = sample(cases, folder)
        runs = [screen(folder) for _ in range(times)]
    best, peak, said = min(ran.seconds for ran in runs), max(ran.peak for ran in runs), runs[0].said
    if said["cases"] < 0.99 * cases:
        raise ValueError(f"of {cases:,} cases only {said['cases']:,} could be read: nothing was measured")

    what = f"nolle docket screen --include-sensitive from cold, our whole law, {cases:,} cases with their lists"
    making, memory = f"nolle docket sample, {cases:,} cases", "the same, peak memory in GB"
    whole = cases >= WHOLE
    return [
        Line("docket", what, best, bar=f"under {SCREEN_BAR} s", met=best < SCREEN_BAR).held_if(whole),
        Line("docket", memory, peak, bar=f"under {MEMORY_BAR}", met=peak < MEMORY_BAR, counts=True).held_if(whole),
        Line("docket", "the same, rows set aside", said["rejected"], bar="none", met=not said["rejected"], counts=True),
        Line("docket", making, made.seconds, bar="under 2 min", met=made.seconds < SAMPLE_BAR).held_if(whole),
        Line("docket", memory, made.peak, counts=True),
    ]


def main() -> None:
    """Print the lines, with the versions and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=WHOLE)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    show(measure(given.cases, given.times))


if __name__ == "__main__":
    main()
