"""Cases that motions are drafted from: small ones before the court, in custody, of a family, ordered, on appeal."""

from __future__ import annotations

from datetime import date
from typing import Any

from nolle.facts.casefile import CaseFile, parse_case
from nolle.papers.draft import Draft, draft

from .drafting import TODAY, story, words

BEFORE_THE_COURT = """
[party]
full_name = "Marta LOPEZ RUIZ"
a_number = "A 999-000-303"
counsel_name = "Ana Ruiz"
counsel_firm = "Example Immigration Law Center"
counsel_address = "100 Example Street, Suite 200, Baltimore, MD 21201"
counsel_phone = "(410) 555-0142"
counsel_email = "ana.ruiz@law.example"
counsel_eoir_id = "AR000000"
{party}
[court]
court_code = "BAL"
hearing_location = "Baltimore, Maryland"
judge = "Miriam Castell"
next_hearing_at = "2027-03-09T09:00"
opla_office = "Baltimore Office"
opla_attorney = "Thomas Reed"
record_kind = "electronic"
"""
DETAINED = """
detained = true
detention_place = "Example County Jail"
final_order = false
in_absentia = false
"""
APPROVED = """
[filing.i130]
status = { value = "approved", source = "I-797 approval notice" }
filed_on = "2025-01-20"
decided_on = "2026-08-06"
category = "ir_spouse"
"""
FAMILY = 'lead_or_rider = "lead"\nco_respondents = ["Rosa LOPEZ A 999-000-304"]'


def case(lines: str = "", more: str = "", party: str = "") -> CaseFile:
    """A small case: ``lines`` go on in ``[case]``, ``more`` are tables of its own, ``party`` goes on in ``[party]``."""
    return parse_case(
        'schema = "nolle.case/1"\ncomplete = ["entry", "relative", "conviction", "arrest", "presence_event"]\n'
        '[case]\nforum = "immigration_court"\nproceeding_type = "removal_240"\nin_removal_proceedings = true\n'
        'nta_served_on = { value = "2024-02-11", source = "Notice to Appear" }\nnta_filed_on = "2024-03-01"\n'
        f'circuit = "4"\n{lines}\n{more}\n{BEFORE_THE_COURT.format(party=party)}',
        "toml",
    )


def position(code: str, kind: str = "other") -> str:
    return f'opla_position = {{ value = "{code}", source = "OPLA e-mail of 2026-10-01" }}\nmotion_kind = "{kind}"\n'


def said(kind: str, of: CaseFile, on: date = TODAY, **options: Any) -> str:
    return words(draft(kind, of, on, **options).markdown)


def gaps(found: Draft, kind: str) -> str:
    return "; ".join(gap.words for gap in found.gaps if gap.kind == kind)


CASES = {
    "a": story("a"),
    "b": story("b"),
    "c": story("c"),
    "detained": case(DETAINED + 'detention_circuit = "4"\n'),
    "family": case(position("joins", "terminate") + "detained = false\n", APPROVED, FAMILY),
    "ordered": case(
        DETAINED.replace("final_order = false\nin_absentia = false", "final_order = true\nin_absentia = true")
        + 'final_order_on = "2026-09-06"\nin_absentia_cause = "no_notice"\nappeal_taken = false\n',
        APPROVED + '[filing.mtr]\nstatus = "pending"\nfiled_on = "2026-11-15"\n',
    ),
    "appealed": case(
        'adjudicator = "bia"\nappeal_taken = true\nappeal_by = "dhs"\nappeal_filed_on = "2026-05-20"\n'
        'ij_decision_on = "2026-05-01"\ndetained = false\n'
    ),
    "closed": case(
        'administratively_closed = true\nadmin_closed_on = "2023-05-02"\ndetained = false\n'
        'closure_requested_by = "respondent"\nadmin_closure_reason = "await_uscis_petition"\n',
        APPROVED + '[filing.eoir42b]\nstatus = "planned"\n',
    ),
}
