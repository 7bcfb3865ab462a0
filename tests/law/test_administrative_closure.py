"""Administrative closure: one case on each side of every change in the law."""

import pytest

from .worked import Worked, ask, check

IN_COURT = """
case.in_removal_proceedings = true
case.nta_filed_on = "2010-03-01"
case.administratively_closed = false
"""

CONTESTED = (
    IN_COURT
    + """
case.opla_position = "opposes"
case.respondent_position = "joins"
case.closure_requested_by = "respondent"
case.admin_closure_reason = "await_uscis_petition"
case.closure_regulatory_basis = "none"
"""
)

WEIGHED = CONTESTED + "case.opposition_reason_persuasive = false\n"

AGREED = (
    IN_COURT
    + """
case.opla_position = "joins"
case.respondent_position = "joins"
case.closure_requested_by = "joint"
case.closure_regulatory_basis = "none"
"""
)

NOW = (
    CONTESTED
    + """
case.detained = false
case.closure_required_for_filing = false
filing.i360_sij.status = "none"
filing.i918.status = "none"
"""
)

CASES = [
    Worked(
        "DHS objects on the last day of the veto",
        CONTESTED,
        on="2012-01-30",
        circuit="9",
        status="closed",
        rests_on="matter-of-gutierrez-lopez",
        rule="no_objection",
        truth=False,
    ),
    *(
        Worked(
            f"While either side had a veto, DHS {words}: its agreement is awaited",
            CONTESTED.replace('opla_position = "opposes"', f'opla_position = "{position}"'),
            on="2012-01-30",
            circuit="9",
            status="awaiting",
            rests_on="matter-of-gutierrez-lopez",
            rule="dhs_does_not_object",
            truth=False,
        )
        for position, words in (("not_asked", "was not asked"), ("no_response", "did not answer"))
    ),
    Worked(
        "DHS objects on the day of Avetisyan",
        CONTESTED,
        on="2012-01-31",
        circuit="9",
        status="open",
        rests_on="matter-of-avetisyan",
        rule="avetisyan",
        truth=True,
    ),
    Worked(
        "A persuasive reason to decide the merits, on the last day before W-Y-U-: one factor among six",
        CONTESTED + "case.opposition_reason_persuasive = true\n",
        on="2017-04-17",
        circuit="9",
        status="open",
        rests_on="matter-of-avetisyan",
        rule="avetisyan",
        truth=True,
    ),
    Worked(
        "The same reason on the day of W-Y-U-: the judge's view is what stands in the way",
        CONTESTED + "case.opposition_reason_persuasive = true\n",
        on="2017-04-18",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-w-y-u",
        rule="w_y_u",
        truth=False,
    ),
    *(
        Worked(
            f"A reason for closure, and DHS {words}: its agreement, or the judge's view, is awaited",
            CONTESTED.replace('opla_position = "opposes"', f'opla_position = "{position}"'),
            on=on,
            circuit="9",
            status="awaiting",
            rests_on=cite,
            rule=f"{rule}_dhs_agrees",
            truth=False,
        )
        for position, words in (("not_asked", "was not asked"), ("no_response", "did not answer"))
        for on, rule, cite in (
            ("2017-04-18", "w_y_u", "matter-of-w-y-u"),
            ("2021-07-15", "cruz_valdez", "matter-of-cruz-valdez"),
        )
    ),
    *(
        Worked(
            f"A reason for closure, and DHS says that it does not oppose, on {on}",
            CONTESTED.replace('opla_position = "opposes"', 'opla_position = "affirmative_non_opposition"'),
            on=on,
            circuit="9",
            status="open",
            rests_on=cite,
            rule=f"{rule}_dhs_agrees",
            truth=True,
        )
        for on, rule, cite in (
            ("2017-04-18", "w_y_u", "matter-of-w-y-u"),
            ("2021-07-15", "cruz_valdez", "matter-of-cruz-valdez"),
        )
    ),
    Worked(
        "A joint request on the last day before Castro-Tum",
        AGREED,
        on="2018-05-16",
        circuit="9",
        status="open",
        rests_on="matter-of-w-y-u",
        rule="w_y_u_agreed",
        truth=True,
    ),
    Worked(
        "A joint request on the day of Castro-Tum: agreement is not enough",
        AGREED,
        on="2018-05-17",
        circuit="9",
        status="closed",
        rests_on="matter-of-castro-tum",
        rule="closure_standard",
        truth=False,
    ),
    Worked(
        "An applicant for T status under Castro-Tum: a regulation names closure",
        AGREED.replace('basis = "none"', 'basis = "t_nonimmigrant"'),
        on="2019-03-01",
        circuit="9",
        status="open",
        rests_on="8-cfr-closure-named",
        rule="named_by_rule_or_settlement",
        truth=True,
    ),
    Worked(
        "Nobody has yet judged whether a rule names closure",
        IN_COURT,
        on="2019-03-01",
        circuit="9",
        status="needs_judgement",
        rests_on="matter-of-castro-tum",
        rule="named_by_rule_or_settlement",
        truth=None,
    ),
    Worked(
        "Fourth Circuit, the day before Romero",
        WEIGHED,
        on="2019-08-28",
        circuit="4",
        status="closed",
        rests_on="matter-of-castro-tum",
    ),
    Worked(
        "Fourth Circuit, the day of Romero",
        WEIGHED,
        on="2019-08-29",
        circuit="4",
        status="open",
        rests_on="zuniga-romero-v-barr-2019",
        rule="ca4",
        truth=True,
    ),
    Worked(
        "The same day elsewhere",
        WEIGHED,
        on="2019-08-29",
        circuit="9",
        status="closed",
        rests_on="matter-of-castro-tum",
    ),
    Worked(
        "The same day with the circuit not known: the law differs, so the answer is unknown",
        WEIGHED,
        on="2019-08-29",
        status="unknown",
        rests_on="zuniga-romero-v-barr-2019",
        rule="closure_standard",
        truth=None,
    ),
    Worked(
        "Seventh Circuit, the day before Meza Morales",
        WEIGHED,
        on="2020-06-25",
        circuit="7",
        status="closed",
        rests_on="matter-of-castro-tum",
    ),
    Worked(
        "Seventh Circuit, the day of Meza Morales",
        WEIGHED,
        on="2020-06-26",
        circuit="7",
        status="open",
        rests_on="meza-morales-v-barr-2020",
        rule="ca7",
        truth=True,
    ),
    Worked(
        "Sixth Circuit after Hernandez-Serrano: agreement is not enough",
        AGREED,
        on="2020-11-24",
        circuit="6",
        status="closed",
        rests_on="hernandez-serrano-v-barr-2020",
    ),
    Worked(
        "Fourth Circuit, the last day before the 2020 rule",
        WEIGHED,
        on="2021-01-14",
        circuit="4",
        status="open",
        rests_on="zuniga-romero-v-barr-2019",
    ),
    Worked(
        "Fourth Circuit, the first day of the 2020 rule: it beats circuit law",
        WEIGHED,
        on="2021-01-15",
        circuit="4",
        status="closed",
        rests_on="2020-aa96-rule",
    ),
    Worked(
        "Seventh Circuit, the last day of the 2020 rule",
        WEIGHED,
        on="2021-03-09",
        circuit="7",
        status="closed",
        rests_on="2020-aa96-rule",
    ),
    Worked(
        "Seventh Circuit, the day the 2020 rule is stayed",
        WEIGHED,
        on="2021-03-10",
        circuit="7",
        status="open",
        rests_on="centro-legal-v-eoir-2021",
        rule="ca7",
        truth=True,
    ),
    Worked(
        "Third Circuit, the day before Arcos Sanchez",
        WEIGHED,
        on="2021-05-04",
        circuit="3",
        status="closed",
        rests_on="matter-of-castro-tum",
    ),
    Worked(
        "Third Circuit, the day of Arcos Sanchez",
        WEIGHED,
        on="2021-05-05",
        circuit="3",
        status="open",
        rests_on="arcos-sanchez-v-ag-2021",
        rule="ca3",
        truth=True,
    ),
    Worked(
        "Sixth Circuit, closure needed for the I-601A, the day before Garcia-DeLeon",
        WEIGHED + "case.closure_required_for_filing = true\n",
        on="2021-06-10",
        circuit="6",
        status="closed",
        rests_on="hernandez-serrano-v-barr-2020",
    ),
    Worked(
        "Sixth Circuit, closure needed for the I-601A, the day of Garcia-DeLeon",
        WEIGHED + "case.closure_required_for_filing = true\n",
        on="2021-06-11",
        circuit="6",
        status="open",
        rests_on="garcia-deleon-v-garland-2021",
        rule="ca6",
        truth=True,
    ),
    Worked(
        "Ninth Circuit, the last day of Castro-Tum",
        WEIGHED,
        on="2021-07-14",
        circuit="9",
        status="closed",
        rests_on="matter-of-castro-tum",
    ),
    Worked(
        "Ninth Circuit, the day of Cruz-Valdez",
        WEIGHED,
        on="2021-07-15",
        circuit="9",
        status="open",
        rests_on="matter-of-cruz-valdez",
        rule="cruz_valdez",
        truth=True,
    ),
    Worked(
        "Sixth Circuit after Cruz-Valdez, closure not needed elsewhere: the law of the circuit stays",
        AGREED + "case.closure_required_for_filing = false\n",
        on="2024-07-28",
        circuit="6",
        status="closed",
        rests_on="garcia-deleon-v-garland-2021",
        rule="ca6",
        truth=False,
    ),
    Worked(
        "Sixth Circuit, the first day of the 2024 rule: a joint motion",
        AGREED + "case.closure_required_for_filing = false\n",
        on="2024-07-29",
        circuit="6",
        status="open",
        rests_on="8-cfr-1003-18c",
        rule="agreed_motion",
        truth=True,
    ),
    Worked(
        "OPLA has not answered and no reason is given yet: its agreement is awaited",
        IN_COURT + 'case.opla_position = "not_asked"\ncase.admin_closure_reason = { absent = true }\n'
        'case.closure_regulatory_basis = "none"\n',
        on="2026-11-21",
        circuit="9",
        status="awaiting",
        rests_on="8-cfr-1003-18c",
        rule="agreed_motion",
        truth=False,
    ),
    Worked(
        "Contested and not detained, waiting for USCIS",
        NOW,
        on="2026-11-21",
        circuit="9",
        status="open",
        rests_on="8-cfr-1003-18c",
        rule="contested_motion",
        truth=True,
    ),
    Worked(
        "Contested and detained, the day before B-N-K- was reported: detention is only weighed",
        NOW.replace("detained = false", "detained = true"),
        on="2025-06-06",
        circuit="9",
        status="open",
        rests_on="8-cfr-1003-18c",
        rule="contested_motion",
        truth=True,
    ),
    Worked(
        "Contested and detained after B-N-K-",
        NOW.replace("detained = false", "detained = true"),
        on="2025-06-07",
        circuit="9",
        status="closed",
        rests_on="matter-of-b-n-k",
        rule="detention",
        truth=False,
    ),
    Worked(
        "Contested, a juvenile petition is pending without the order, the day before Cahuec Tzalam",
        NOW.replace('i360_sij.status = "none"', 'i360_sij.status = "pending"') + "juvenile.order_exists = false\n",
        on="2025-11-13",
        circuit="9",
        status="open",
        rests_on="8-cfr-1003-18c",
        rule="contested_motion",
        truth=True,
    ),
    Worked(
        "The same on the day of Cahuec Tzalam: the state court's order is awaited",
        NOW.replace('i360_sij.status = "none"', 'i360_sij.status = "pending"') + "juvenile.order_exists = false\n",
        on="2025-11-14",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-cahuec-tzalam",
        rule="sij_showing",
        truth=False,
    ),
    Worked(
        "Contested, a U petition is pending with no bona fide determination, after Ibarra-Vega: not settled",
        NOW.replace('i918.status = "none"', 'i918.status = "pending"') + "victim.bfd_granted = false\n",
        on="2026-02-27",
        circuit="9",
        status="awaiting",
        rests_on="matter-of-ibarra-vega",
        rule="u_showing",
        truth=None,
    ),
    Worked(
        "Already closed",
        AGREED.replace("closed = false", "closed = true"),
        on="2026-11-21",
        circuit="9",
        status="closed",
        rests_on="8-cfr-1003-18c",
        rule="not_already_closed",
        truth=False,
    ),
    Worked("Nothing is known", "", on="2026-11-21", status="unknown", rests_on="8-cfr-1003-14"),
]


@pytest.mark.parametrize("worked", CASES, ids=str)
def test_worked_case(worked: Worked) -> None:
    check("administrative_closure", worked)


@pytest.mark.parametrize(
    ("on", "circuit", "version"),
    [
        ("2012-01-30", "9", "pre_2012_no_objection"),
        ("2012-01-31", "9", "avetisyan_2012"),
        ("2017-04-18", "9", "w_y_u_2017"),
        ("2018-05-17", "4", "castro_tum_2018"),
        ("2019-08-29", "4", "castro_tum_ca4"),
        ("2020-06-26", "7", "castro_tum_ca7"),
        ("2020-11-24", "6", "castro_tum_ca6_2020"),
        ("2021-01-15", "4", "rule_2020"),
        ("2021-03-10", "4", "castro_tum_ca4_b"),
        ("2021-03-10", "7", "castro_tum_ca7_b"),
        ("2021-03-10", "6", "castro_tum_ca6_2021"),
        ("2021-03-10", "9", "castro_tum_2018"),
        ("2021-05-05", "3", "castro_tum_ca3"),
        ("2021-06-11", "6", "ca6_garcia_deleon"),
        ("2021-07-15", "6", "ca6_garcia_deleon"),
        ("2021-07-15", "4", "cruz_valdez_2021"),
        ("2024-07-29", "6", "rule_2024"),
    ],
)
def test_the_law_of_each_day_and_circuit(on: str, circuit: str, version: str) -> None:
    root, _ = ask("administrative_closure", IN_COURT, on, circuit)
    standard = next(finding for finding in root.because if finding.rule.id == "closure_standard")
    assert standard.version is not None
    assert standard.version.id == version
