"""``nolle demo``: story A on the day its case was dismissed and today, and what changed between the two."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from .errors import BadInput
from .options import Language, console, read_day, today

STORY = Path("a-dismissed-case", "case.toml")
DISMISSED = date(2023, 10, 6)


def examples() -> Path:
    """The folder of worked stories: in the package, or beside it in a checkout.

    Raises:
        BadInput: when neither is there.
    """
    package = Path(__file__).parents[1]
    for place in (package / "examples", package.parents[1] / "examples"):
        if place.is_dir():
            return place
    raise BadInput("the example stories are not installed. Run the command in a checkout of nolle.")


def demo(
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The second date. Default: today.")] = None,
) -> None:
    """Tell story A twice, as of 2023-10-06 and as of today, and say what changed between the two and why."""
    from nolle.counsel.compare import compare
    from nolle.counsel.opinion import opinion
    from nolle.counsel.text import print_opinion
    from nolle.counsel.text_compare import print_comparison
    from nolle.facts.casefile import read_case

    from .settings import supervisor

    case = read_case(examples() / STORY, today=today())
    out = console()
    then = opinion(case, DISMISSED, supervisor=supervisor())
    now = opinion(case, read_day(on, "--on") or today(), supervisor=supervisor())
    print_opinion(then, out, lang.value, brief=True)
    out.rule()
    print_opinion(now, out, lang.value, brief=True)
    out.rule()
    print_comparison(compare(then, now), out, lang.value)
