"""Mandatory termination: cases a lawyer would recognise."""

import pytest

from .worked import Worked, ask, check

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed_on = "2001-03-05"
"""

NO_OTHER_GROUND = """
case.charge_sustained = "sustained"
person.us_citizen_confirmed = false
person.immigration_status = "none"
person.competency_concern = false
"""

NO_VACATUR = "case.vacated_conviction_was_charge_basis = false\n"
VACATUR = "case.vacated_conviction_was_charge_basis = true\n"
AGREED = 'case.opla_position = "affirmative_non_opposition"\n'
VIOLATION = "case.regulatory_violation_prejudicial = true\n"

CASES = [
    Worked(
        "OPLA states in writing that it does not oppose, on the first day of the 2024 rule",
        IN_COURT + NO_OTHER_GROUND + NO_VACATUR + AGREED,
        on="2024-07-29",
        circuit="4",
        status="open",
        rests_on="8-cfr-1003-18d",
        rule="opla_agrees",
        truth=True,
    ),
    Worked(
        "The day before, the same agreement did not bind the judge",
        IN_COURT + NO_OTHER_GROUND + NO_VACATUR + AGREED,
        on="2024-07-28",
        circuit="4",
        status="closed",
        rests_on="matter-of-coronado-acevedo",
        rule="older_grounds",
        truth=False,
    ),
    Worked(
        "OPLA never answers: silence is not affirmative non-opposition",
        IN_COURT + NO_OTHER_GROUND + NO_VACATUR + 'case.opla_position = "no_response"\n',
        on="2026-11-21",
        circuit="4",
        status="awaiting",
        rests_on="8-cfr-1003-18d",
        rule="opla_agrees",
        truth=False,
    ),
    Worked(
        "OPLA opposes, the charge is sustained and no other ground is there",
        IN_COURT + NO_OTHER_GROUND + NO_VACATUR + 'case.opla_position = "opposes"\n',
        on="2026-11-21",
        circuit="4",
        status="closed",
        rests_on="8-cfr-1003-18d",
        rule="rule_grounds",
        truth=False,
    ),
    Worked(
        "Asylum granted by USCIS after the case began",
        IN_COURT + 'person.immigration_status = "asylee"\nperson.status_obtained_on = "2025-02-03"\n',
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1003-18d",
        rule="status_gained",
        truth=True,
    ),
    Worked(
        "A conditional permanent resident since the case began",
        IN_COURT + 'person.immigration_status = "conditional_lpr"\nperson.status_obtained_on = "2025-02-03"\n',
        on="2026-11-21",
        status="open",
        rests_on="8-cfr-1003-18d",
        rule="status_gained",
        truth=True,
    ),
    Worked(
        "A permanent resident long before the NTA: ground (D) is not theirs",
        IN_COURT + 'person.immigration_status = "lpr"\nperson.status_obtained_on = "1996-02-03"\n',
        on="2026-11-21",
        status="awaiting",
        rests_on="8-cfr-1003-18d",
        rule="status_gained",
        truth=False,
    ),
    Worked(
        "Mental incompetence that no safeguard answers",
        IN_COURT + "person.competency_concern = true\nperson.competency_safeguards_adequate = false\n",
        on="2026-11-21",
        status="open",
        rests_on="matter-of-m-a-m",
        rule="incompetence",
        truth=True,
    ),
    Worked(
        "A conviction vacated for a legal defect, on the day of Pickering",
        IN_COURT + NO_OTHER_GROUND + VACATUR,
        on="2003-06-11",
        circuit="4",
        status="open",
        rests_on="matter-of-pickering",
        rule="vacated_conviction",
        truth=True,
    ),
    Worked(
        "The day before Pickering",
        IN_COURT + NO_OTHER_GROUND + VACATUR,
        on="2003-06-10",
        circuit="4",
        status="closed",
        rests_on="matter-of-pickering",
        rule="older_grounds",
        truth=False,
    ),
    Worked(
        "The same vacated conviction in the Fifth Circuit is not settled",
        IN_COURT + VACATUR,
        on="2026-11-21",
        circuit="5",
        status="awaiting",
        rests_on="renteria-gonzalez-2002",
        rule="vacated_conviction_ca5",
        truth=None,
    ),
    Worked(
        "A prejudicial breach of a regulation in the Second Circuit",
        IN_COURT + NO_OTHER_GROUND + NO_VACATUR + VIOLATION,
        on="2015-05-04",
        circuit="2",
        status="open",
        rests_on="rajah-v-mukasey-2008",
        rule="regulation_broken",
        truth=True,
    ),
    Worked(
        "The same breach in the Seventh Circuit",
        IN_COURT + NO_OTHER_GROUND + NO_VACATUR + VIOLATION,
        on="2015-05-04",
        circuit="7",
        status="closed",
        rests_on="rajah-v-mukasey-2008",
        rule="older_grounds",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-18d"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("termination_mandatory", worked)


@pytest.mark.parametrize(
    ("on", "version", "leads"),
    [
        ("2018-09-17", "pre_s_o_g", "8-cfr-1240-10-hearing"),
        ("2018-09-18", "s_o_g_2018", "matter-of-s-o-g-f-d-b"),
        ("2022-11-16", "s_o_g_2018", "matter-of-s-o-g-f-d-b"),
        ("2022-11-17", "coronado_2022", "matter-of-coronado-acevedo"),
        ("2024-07-28", "coronado_2022", "matter-of-coronado-acevedo"),
        ("2024-07-29", "rule_2024", "8-cfr-1003-18d"),
    ],
)
def test_the_law_of_the_day_of_decision(on: str, version: str, leads: str) -> None:
    root, _ = ask("termination_mandatory", "", on)
    (ground,) = (part for part in root.because if part.rule.id == "ground_on_decision_date")
    chosen = ground.version
    assert chosen is not None
    assert (chosen.id, chosen.cites[0]) == (version, leads)
