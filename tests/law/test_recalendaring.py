"""Recalendaring: cases a lawyer would recognise."""

import pytest

from .worked import Worked, check

MOVED = """
case.administratively_closed = true
case.recalendar_motion_pending = true
"""

CASES = [
    Worked(
        "DHS moves to recalendar before Avetisyan: a motion is enough",
        MOVED,
        on="2012-01-30",
        circuit="9",
        status="open",
        rests_on="matter-of-gutierrez-lopez",
        rule="motion_pre_2012",
        truth=True,
    ),
    Worked(
        "The day of Avetisyan: a motion that is weighed",
        MOVED,
        on="2012-01-31",
        circuit="9",
        status="open",
        rests_on="matter-of-avetisyan",
        rule="motion_avetisyan",
        truth=True,
    ),
    Worked(
        "A closure that T status rules name, the day before Castro-Tum: a motion is weighed like any other",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2018-05-16",
        circuit="9",
        status="open",
        rests_on="matter-of-avetisyan",
    ),
    Worked(
        "The same closure on the day of Castro-Tum: it stays closed",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2018-05-17",
        circuit="9",
        status="closed",
        rests_on="matter-of-castro-tum",
        rule="must_recalendar",
        truth=False,
    ),
    Worked(
        "A closure that no rule names, under Castro-Tum: it must be recalendared",
        MOVED + 'case.closure_regulatory_basis = "none"\n',
        on="2018-05-17",
        circuit="9",
        status="open",
        rests_on="matter-of-castro-tum",
        rule="must_recalendar",
        truth=True,
    ),
    Worked(
        "Fourth Circuit after Romero: the factors again, even for a closure that a rule names",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2019-08-29",
        circuit="4",
        status="open",
        rests_on="zuniga-romero-v-barr-2019",
        rule="motion_ca4",
        truth=True,
    ),
    Worked(
        "Fourth Circuit under the 2020 rule",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2021-01-15",
        circuit="4",
        status="closed",
        rests_on="2020-aa96-rule",
        rule="must_recalendar",
        truth=False,
    ),
    Worked(
        "Third Circuit, the day of Arcos Sanchez",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2021-05-05",
        circuit="3",
        status="open",
        rests_on="arcos-sanchez-v-ag-2021",
        rule="motion_ca3",
        truth=True,
    ),
    Worked(
        "Everywhere else on the last day of Castro-Tum",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2021-07-14",
        circuit="9",
        status="closed",
        rests_on="matter-of-castro-tum",
    ),
    Worked(
        "Everywhere else on the day of Cruz-Valdez",
        MOVED + 'case.closure_regulatory_basis = "t_nonimmigrant"\n',
        on="2021-07-15",
        circuit="9",
        status="open",
        rests_on="matter-of-cruz-valdez",
    ),
    *(
        Worked(
            f"No motion yet: counsel or DHS may still file one, asked on {on}",
            MOVED.replace("pending = true", "pending = false") + more,
            on=on,
            circuit="9",
            status=status,
            rests_on=cite,
            rule=rule,
            truth=truth,
        )
        for on, more, status, cite, rule, truth in (
            ("2012-01-30", "", "unknown", "matter-of-gutierrez-lopez", "motion_pre_2012", None),
            ("2024-07-28", "", "unknown", "matter-of-cruz-valdez", "motion_cruz_valdez", None),
            (
                "2018-05-17",
                'case.closure_regulatory_basis = "t_nonimmigrant"\n',
                "closed",
                "matter-of-castro-tum",
                "must_recalendar",
                False,
            ),
            ("2024-07-29", 'case.opla_position = "opposes"\n', "unknown", "8-cfr-1003-18c", "motion_rule_2024", None),
        )
    ),
    Worked(
        "2024 rule: no motion yet, OPLA not asked; its agreement is awaited",
        MOVED.replace("pending = true", "pending = false") + 'case.opla_position = "not_asked"\n',
        on="2026-11-21",
        circuit="9",
        status="awaiting",
        rests_on="8-cfr-1003-18c",
        rule="rule_2024",
        truth=None,
    ),
    Worked(
        "A case that is not closed",
        "case.administratively_closed = false\n",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-18c",
        rule="closed_now",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-18c"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("recalendaring", worked)
