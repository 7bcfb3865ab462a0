"""A docket as large as its cap, and ten times as large, is asked in little more memory than the cap."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

CAP_MB, MORE_MB = 256, 400
CASES_A_MB = 437
"""Of a synthetic docket, uncompressed."""
FEW = ("--only", "dismissal_without_prejudice", "--only", "sijs_classification")
APART = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(pid, 0)
print(used.ru_maxrss // 1024, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process that starts the command and says its peak memory: a child of a large one is counted too high."""


@pytest.mark.parametrize(
    ("tenths", "asked"), [(1, FEW), pytest.param(10, (), marks=pytest.mark.deep)], ids=["a tenth", "all of it"]
)
def test_a_capped_docket_keeps_to_its_cap(tenths: int, asked: tuple[str, ...], tmp_path: Path) -> None:
    env = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    nolle = str(Path(sys.executable).with_name("nolle"))
    cases = tenths * CAP_MB * CASES_A_MB
    docket, out = tmp_path / "docket", tmp_path / "answers.parquet"
    made = [nolle, "docket", "sample", "--cases", str(cases), "--on", "2026-11-22", "--out", str(docket)]
    subprocess.run(made, check=True, capture_output=True, env=env)
    size = sum(pl.read_parquet(table, n_rows=10_000).estimated_size("mb") for table in docket.glob("*.parquet"))
    assert size * cases / 10_000 >= tenths * CAP_MB * 0.9
    limit = ("--engine", "duckdb", "--memory-limit", f"{CAP_MB}MB")
    command = [
        nolle,
        "docket",
        "screen",
        str(docket),
        "--on",
        "2026-11-22",
        *limit,
        *asked,
        "--out",
        str(out),
        "--json",
    ]
    ran = subprocess.run([sys.executable, "-c", APART, *command], check=True, capture_output=True, text=True, env=env)
    assert json.loads(ran.stdout.splitlines()[-1])["cases"] == cases
    assert pl.scan_parquet(out).select(pl.len()).collect().item() == cases
    peak = int(ran.stderr.splitlines()[-1])
    assert peak <= CAP_MB + MORE_MB, f"{peak} MB"
