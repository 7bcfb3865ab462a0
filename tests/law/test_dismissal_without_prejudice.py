"""Dismissal without prejudice: cases a lawyer would recognise."""

import pytest

from .worked import Worked, ask, check

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed_on = "2019-03-04"
person.in_us_now = true
"""

CASES = [
    Worked(
        "DHS moves to dismiss: an approved petition changed the circumstances",
        IN_COURT
        + """
case.dhs_moved_to_dismiss = true
case.changed_circumstances_since_nta = true
""",
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1239-2",
        rule="changed_circumstances",
        truth=True,
    ),
    Worked(
        "The same ground, and OPLA not yet asked: its motion is awaited",
        IN_COURT
        + """
case.dhs_moved_to_dismiss = false
case.opla_position = "not_asked"
case.changed_circumstances_since_nta = true
""",
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-1239-2",
        rule="government_motion",
        truth=False,
    ),
    Worked(
        "OPLA will not oppose: that is not yet a motion by the government",
        IN_COURT
        + """
case.dhs_moved_to_dismiss = false
case.opla_position = "affirmative_non_opposition"
case.changed_circumstances_since_nta = true
""",
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-1239-2",
        rule="opla_joins",
        truth=False,
    ),
    Worked(
        "DHS moved; the charge is pending, and whether circumstances changed is still to be weighed",
        IN_COURT
        + """
case.dhs_moved_to_dismiss = true
person.us_citizen_confirmed = false
case.charge_sustained = "pending"
""",
        on="2026-11-21",
        status="awaiting",
        rests_on="matter-of-h-n-ferreira",
        rule="listed_ground",
        truth=None,
    ),
    Worked(
        "A motion on no listed ground is not a motion to dismiss",
        IN_COURT
        + """
case.dhs_moved_to_dismiss = true
person.us_citizen_confirmed = false
case.charge_sustained = "sustained"
case.nta_improvidently_issued = false
case.changed_circumstances_since_nta = false
""",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-239-2a",
        rule="listed_ground",
        truth=False,
    ),
    Worked(
        "The NTA was served but never filed: there is no case to dismiss",
        """
case.in_removal_proceedings = false
case.nta_filed_on = { absent = true }
case.nta_filed = false
""",
        on="2026-11-21",
        status="closed",
        rests_on="8-cfr-1003-14",
        rule="court_case_open",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-239-2a"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("dismissal_without_prejudice", worked)


@pytest.mark.parametrize(
    ("on", "version", "leads"),
    [
        ("1998-09-16", "pre_g_n_c", "8-cfr-239-2a"),
        ("1998-09-17", "g_n_c_1998", "matter-of-g-n-c"),
        ("2018-09-17", "g_n_c_1998", "matter-of-g-n-c"),
        ("2018-09-18", "s_o_g_2018", "matter-of-s-o-g-f-d-b"),
        ("2022-11-16", "s_o_g_2018", "matter-of-s-o-g-f-d-b"),
        ("2022-11-17", "coronado_2022", "matter-of-coronado-acevedo"),
        ("2024-07-28", "coronado_2022", "matter-of-coronado-acevedo"),
        ("2024-07-29", "rule_2024", "8-cfr-1239-2"),
    ],
)
def test_the_law_of_the_day_of_decision(on: str, version: str, leads: str) -> None:
    root, _ = ask("dismissal_without_prejudice", "", on)
    (ground,) = (part for part in root.because if part.rule.id == "ground_on_decision_date")
    chosen = ground.version
    assert chosen is not None
    assert (chosen.id, chosen.cites[0]) == (version, leads)


def test_before_1997_no_law_is_stored() -> None:
    root, _ = ask("dismissal_without_prejudice", "person.us_citizen_confirmed = true\n", "1997-03-31")
    (ground,) = (part for part in root.because if part.rule.id == "ground_on_decision_date")
    assert ground.truth is None
