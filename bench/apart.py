"""A command in a process of its own: how long it took from cold, the most memory it held, and what it said.

A process of nothing else starts it: Linux counts what the starting process held as held by the new one, too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CORES = 2
"""What every side may use, however many the machine has."""


@dataclass(frozen=True)
class Ran:
    """One run: seconds of the whole process, its peak memory in GB (10^9 bytes), and the JSON it ended with, if any."""

    seconds: float
    peak: float
    said: Any = None


def apart(*command: str, env: Mapping[str, str] | None = None, codes: tuple[int, ...] = (0,)) -> Ran:
    """Run a command apart.

    Raises:
        subprocess.CalledProcessError: when it ends with another than these exit codes, with what it said.
    """
    # Modules were compiled before, as on anybody's second run.
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    given |= {"POLARS_MAX_THREADS": str(CORES), **(env or {})}
    launcher = [sys.executable, "-S", "-E", __file__, *command]
    done = subprocess.run(launcher, capture_output=True, text=True, check=False, cwd=ROOT, env=given)
    if done.returncode not in codes:
        done.check_returncode()
    *said, measured = done.stdout.splitlines()
    return Ran(**json.loads(measured), said=json.loads(said[-1]) if said and said[-1].startswith("{") else None)


def module(name: str, *arguments: object) -> Sequence[str]:
    """The command that runs a module of the bench."""
    return [sys.executable, "-m", f"bench.{name}", *map(str, arguments)]


def best(sides: Mapping[str, Sequence[str]], times: int) -> dict[str, Ran]:
    """The best of several runs of each side, in turn. A side that says its own ``seconds`` is believed."""
    runs: dict[str, list[Ran]] = {side: [] for side in sides}
    for _ in range(times):
        for side, command in sides.items():
            ran = apart(*command)
            runs[side].append(Ran((ran.said or {}).get("seconds", ran.seconds), ran.peak, ran.said))
    return {side: min(found, key=lambda ran: ran.seconds) for side, found in runs.items()}


def _launch(command: Sequence[str]) -> int:
    started = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps({"seconds": seconds, "peak": used.ru_maxrss * unit / 1e9}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_launch(sys.argv[1:]))
