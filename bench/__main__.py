"""``python -m bench``: run the rows, print one table, write docs/performance.md. It measures and never judges."""

from __future__ import annotations

import argparse
from datetime import datetime

from .measure import WHOLE, Line
from .report import load, show, write
from .rows import ROOT, ROWS

QUICK = 20_000


def main() -> None:
    """Run the rows asked for; only a whole run, of the usual size, in which every row ran is written down."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--row", action="append", choices=ROWS, help="only this row; may repeat")
    parser.add_argument("--quick", action="store_true", help="fewer repeats and small dockets; nothing is written")
    parser.add_argument("--cases", type=int, metavar="N", help="the cases of a docket; nothing is written")
    asked = parser.parse_args()
    cases = asked.cases or (QUICK if asked.quick else WHOLE)
    lines: list[Line] = []
    failed: list[str] = []
    before = load()
    for name in asked.row or ROWS:
        for part in ROWS[name]:
            print(f"{name}: {part.__name__.replace('_', ' ')}, load {load()} ...", flush=True)
            try:
                lines += part(asked.quick, cases)
            except Exception as error:  # one row that cannot run must not cost the others
                print(f"{name} did not run: {error}\n{getattr(error, 'stderr', None) or ''}", flush=True)
                failed.append(name)
    show(lines, before)
    if not (asked.row or asked.quick or asked.cases or failed):
        page = ROOT / "docs" / "performance.md"
        write(lines, page, datetime.now().astimezone().date(), before)
        print(f"written to {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
