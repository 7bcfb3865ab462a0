"""Deferred action after a VAWA approval: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

STATUTE = "ina-204a1-vawa"

WAITING = """
person.in_us_now = true
person.immigration_status = "none"
"""

CASES = [
    Worked(
        "An approved self-petition",
        WAITING + 'filing.i360_vawa.status = "approved"\n',
        on="2026-11-21",
        status="open",
        rests_on=STATUTE,
    ),
    Worked(
        "A pending self-petition: the approval is awaited",
        WAITING + 'filing.i360_vawa.status = "pending"\n',
        on="2026-11-21",
        status="awaiting",
        rests_on=STATUTE,
        rule="petition_approved",
        truth=False,
    ),
    Worked(
        "A denied self-petition",
        WAITING + 'filing.i360_vawa.status = "denied"\n',
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="petition_approved",
        truth=False,
    ),
    Worked(
        "Someone who holds U status",
        WAITING.replace('"none"', '"u"') + 'filing.i360_vawa.status = "approved"\n',
        on="2026-11-21",
        status="closed",
        rests_on=STATUTE,
        rule="without_status",
        truth=False,
    ),
    *(
        Worked(
            f"A reprieve is not a status that closes it: {reprieve}",
            WAITING.replace('"none"', f'"{reprieve}"') + 'filing.i360_vawa.status = "approved"\n',
            on="2026-11-21",
            status="open",
            rests_on=STATUTE,
            rule="without_status",
            truth=True,
        )
        for reprieve in ("daca", "deferred_action", "tps", "parole")
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on=STATUTE),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("vawa_deferred_action", worked)
