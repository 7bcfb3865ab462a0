"""The rows: what each runs, beside what, and its bar."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from . import toy, toy_walk
from .measure import Line, Run, medians

ROOT = Path(__file__).resolve().parents[1]
STORY = ROOT / "examples" / "a-dismissed-case" / "case.toml"
DAY = date(2023, 10, 6)
TODAY = date(2026, 11, 1)
CIRCUIT = "9"
CALLS = 16


def toy_row(quick: bool, _: int) -> list[Line]:
    """Fourteen conditions with their trace for one case; each tool's input is made before the clock starts."""
    from . import toy_openfisca

    told = toy.CASES[0]
    by_hand = toy_walk.plain(told)
    inputs = toy_openfisca.situation(told)
    took = medians(
        {
            # as many calls of each: the first finds the processor's caches full of what OpenFisca-core left there
            "nolle": Run(lambda: toy.by_nolle(told), CALLS),
            "hand": Run(lambda: toy_walk.walk(toy_walk.RULE, by_hand), CALLS),
            "openfisca": Run(lambda: toy_openfisca.calculate(told, inputs)),
        },
        50 if quick else 500,
    )
    nolle, hand, openfisca = took["nolle"], took["hand"], took["openfisca"]
    what = f"{toy.CONDITIONS} conditions with trace, one case"
    return [
        Line("toy", what, nolle, bar="under 100 µs", met=nolle < 100e-6),
        Line("toy", what, nolle, "hand-written tree walk", hand, "at most 3x", nolle <= 3 * hand),
        Line("toy", what, nolle, "OpenFisca-core", openfisca, "10x faster", 10 * nolle <= openfisca),
    ]


def case_row(quick: bool, _: int) -> list[Line]:
    """Story A with every pathway: the opinion and its record with the law loaded, then the command from cold."""
    from nolle.counsel.opinion import opinion
    from nolle.counsel.record import record
    from nolle.facts.casefile import read_case

    case = read_case(STORY)
    found = opinion(case, DAY)
    times = 10 if quick else 60
    warm = medians({"opinion": Run(lambda: opinion(case, DAY)), "record": Run(lambda: record(found))}, times)
    command = Path(sys.executable).with_name("nolle")
    cold = medians(
        {
            "screen": Run(lambda: _process(str(command), "screen", str(STORY), "--json")),
            "python": Run(lambda: _process(sys.executable, "-c", "pass")),
        },
        2 if quick else 5,
    )
    return [
        Line(
            "case",
            "one case, all pathways: every finding with its reasons, what is missing, factors, exposure",
            warm["opinion"],
            bar="under 10 ms",
            met=warm["opinion"] < 10e-3,
        ),
        Line("case", "the same written as JSON, with what would change each pathway", warm["record"]),
        Line(
            "case",
            "nolle screen --json from cold",
            cold["screen"],
            "Python that does nothing",
            cold["python"],
            "under 1 s",
            cold["screen"] < 1,
        ),
    ]


def _process(*command: str) -> None:
    # Cold is a new process whose modules were compiled before, as on anybody's second run.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=env)


def question_row(quick: bool, _: int) -> list[Line]:
    """Our own law with an empty case; then the invented law, and the questions asked beside the exact optimum."""
    from nolle.facts.casefile import parse_case
    from nolle.facts.derivations import definitions
    from nolle.law import authorities
    from nolle.law.pathways import pathways
    from nolle.law.tables import tables
    from nolle.logic import Asked
    from nolle.logic.ask import Asker

    from . import bench_question

    goals = {pathway.id: pathway.elements for pathway in pathways()}
    case = parse_case('schema = "nolle.case/1"', "toml", name="empty")
    asker, law, looked_up = Asker(goals), authorities.Law(), tables()

    def ask() -> object:
        return asker.questions(Asked(case, law, TODAY, CIRCUIT, tables=looked_up, definitions=definitions()))

    ours = medians({"ask": Run(ask)}, 5 if quick else 20)["ask"]
    lines = [Line("question", f"next best question, our {len(goals)} pathways open", ours, bar=UNDER, met=ours < 50e-3)]
    if quick:
        return lines
    found = bench_question.measure()
    size = f"{bench_question.PATHWAYS} invented goals, {bench_question.PATHWAYS * bench_question.CONDITIONS} conditions"
    for what, milliseconds in ((f"{size}, nothing known", found.median), (f"{size}, 15% known", found.midway)):
        lines.append(Line("question", what, milliseconds / 1e3, bar=UNDER, met=milliseconds < 50))
    lines.append(
        Line(
            "question",
            f"questions asked, {bench_question.PROBLEMS} small problems",
            found.ratio,
            "exact optimum",
            1.0,
            "at most 1.05x",
            found.ratio <= 1.05,
            counts=True,
        )
    )
    return lines


UNDER = "under 50 ms"


def shared_rules(quick: bool, cases: int) -> list[Line]:
    """Compiled columns beside the same invented rules written by hand for other tools."""
    from . import bench_columns

    return bench_columns.measure(cases, 1 if quick else 3)


def exact_rules(quick: bool, cases: int) -> list[Line]:
    """Compiled columns beside OpenFisca-core over whole arrays."""
    from . import bench_openfisca

    return bench_openfisca.measure(cases, 1 if quick else 3)


def our_law(quick: bool, cases: int) -> list[Line]:
    """The commands that make a docket and ask our whole law of it."""
    from . import bench_screen

    return bench_screen.measure(cases, 1 if quick else 3)


def same_row(quick: bool, _: int) -> list[Line]:
    """Cells apart between the interpreter and the engines."""
    from . import bench_same

    return bench_same.measure(50 if quick else 500)


def packet_row(quick: bool, _: int) -> list[Line]:
    """A filing of 500 pages bound from cold."""
    from . import bench_packet

    return bench_packet.measure(100 if quick else bench_packet.PAGES, 2 if quick else 3)


ROWS: dict[str, tuple[Callable[[bool, int], list[Line]], ...]] = {
    "toy": (toy_row,),
    "case": (case_row,),
    "question": (question_row,),
    "docket": (shared_rules, exact_rules, our_law),
    "same": (same_row,),
    "packet": (packet_row,),
}
"""By name, in parts; each takes whether to be quick, and the cases of a docket."""
