"""``python -m bench``: run the rows, print one table, write docs/performance.md. It measures and never judges."""

from __future__ import annotations

import argparse
from datetime import datetime

from .measure import Line
from .report import show, write
from .rows import ROOT, ROWS


def main() -> None:
    """Run the rows asked for; only a whole run, not quick, in which every row ran is written down."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--row", action="append", choices=ROWS, help="only this row; may repeat")
    parser.add_argument("--quick", action="store_true", help="fewer repeats; nothing is written")
    asked = parser.parse_args()
    lines: list[Line] = []
    failed: list[str] = []
    for name in asked.row or ROWS:
        print(f"{name} ...", flush=True)
        try:
            lines += ROWS[name](asked.quick)
        except Exception as error:  # one row that cannot run must not cost the others
            print(f"{name} did not run: {error}\n{getattr(error, 'stderr', None) or ''}", flush=True)
            failed.append(name)
    show(lines)
    if not (asked.row or asked.quick or failed):
        page = ROOT / "docs" / "performance.md"
        write(lines, page, datetime.now().astimezone().date())
        print(f"written to {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
