"""Dated rules: what the law answered on a day, in a circuit, in a state."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nolle.law import authorities
from nolle.law import dated_rules as law
from nolle.law.circuits import CIRCUITS

IDS = (Path(__file__).parent / "ids" / "dated_rules.txt").read_text(encoding="utf-8").split()
DAY = timedelta(days=1)
day = date.fromisoformat


def test_no_rule_or_version_was_dropped() -> None:
    assert sorted(law.rules()) == sorted(IDS)
    assert len(IDS) == 30
    assert sum(len(rule.versions) for rule in law.rules().values()) == 107


def test_every_answer_rests_on_stored_authorities_and_speaks_both_languages() -> None:
    for rule in law.rules().values():
        assert rule.fact == f"law.{rule.id}"
        assert rule.question.en
        assert rule.question.es
        for version in rule.versions:
            assert version.answer in rule.answers, rule.id
            assert version.text.en, rule.id
            assert version.text.es, rule.id
            assert version.authorities, rule.id
            for id in version.authorities:
                authorities.get(id)


def test_two_versions_for_the_same_place_never_hold_on_the_same_day() -> None:
    for rule in law.rules().values():
        for place, one in enumerate(rule.versions):
            for two in rule.versions[place + 1 :]:
                if (one.circuits, one.states) != (two.circuits, two.states):
                    continue
                apart = (one.to or date.max) < two.from_ or (two.to or date.max) < one.from_
                assert apart, (rule.id, one.text.en, two.text.en)


EXAMPLES: list[tuple[str, str, str | None, str | None, str | None, str]] = [
    # rule, day, circuit, state, answer, lead authority
    ("admin_closure_authority", "2012-01-30", "ca9", None, "no_if_opposed", "matter-of-gutierrez-lopez"),
    ("admin_closure_authority", "2012-01-31", "ca9", None, "yes", "matter-of-avetisyan"),
    ("admin_closure_authority", "2018-05-16", None, None, "yes", "matter-of-avetisyan"),
    ("admin_closure_authority", "2018-05-17", None, None, "exceptions_only", "matter-of-castro-tum"),
    ("admin_closure_authority", "2019-08-28", "ca4", None, "exceptions_only", "matter-of-castro-tum"),
    ("admin_closure_authority", "2019-08-29", "ca4", None, "yes", "zuniga-romero-v-barr-2019"),
    ("admin_closure_authority", "2019-08-29", "ca9", None, "exceptions_only", "matter-of-castro-tum"),
    ("admin_closure_authority", "2019-08-29", None, None, None, "matter-of-castro-tum"),
    ("admin_closure_authority", "2020-06-26", "7", None, "yes", "meza-morales-v-barr-2020"),
    ("admin_closure_authority", "2021-01-15", "ca4", None, "exceptions_only", "2020-aa96-rule"),
    ("admin_closure_authority", "2021-01-15", None, None, "exceptions_only", "2020-aa96-rule"),
    ("admin_closure_authority", "2021-03-10", "ca4", None, "yes", "zuniga-romero-v-barr-2019"),
    ("admin_closure_authority", "2021-05-05", "ca3", None, "yes", "arcos-sanchez-v-ag-2021"),
    ("admin_closure_authority", "2021-07-15", "ca9", None, "yes", "matter-of-cruz-valdez"),
    (
        "admin_closure_authority",
        "2021-07-15",
        "ca6",
        None,
        "only_if_needed_elsewhere",
        "garcia-deleon-v-garland-2021",
    ),
    (
        "admin_closure_authority",
        "2024-07-28",
        "ca6",
        None,
        "only_if_needed_elsewhere",
        "garcia-deleon-v-garland-2021",
    ),
    ("admin_closure_authority", "2024-07-29", None, None, "yes_by_rule", "8-cfr-1003-18c"),
    ("ij_termination_authority", "2018-09-17", None, None, "limited_practice", "8-cfr-1003-10b-pre2024"),
    ("ij_termination_authority", "2018-09-18", None, None, "no", "matter-of-s-o-g-f-d-b"),
    ("ij_termination_authority", "2021-10-20", "ca4", None, "yes_circuit", "gonzalez-v-garland-2021"),
    (
        "ij_termination_authority",
        "2022-11-17",
        "ca4",
        None,
        "limited_circumstances",
        "matter-of-coronado-acevedo",
    ),
    ("ij_termination_authority", "2024-07-29", None, None, "by_rule", "8-cfr-1003-18d"),
    ("vacated_conviction", "2020-01-01", "ca5", None, "yes_or_disputed", "renteria-gonzalez-2002"),
    ("vacated_conviction", "2020-01-01", "ca2", None, "no", "matter-of-pickering"),
    ("vacated_conviction", "2020-01-01", None, None, None, "matter-of-pickering"),
    ("tps_grant_is_admission", "2020-01-01", "ca6", None, "yes", "flores-v-uscis-2013"),
    ("tps_grant_is_admission", "2020-01-01", "ca11", None, "no", "matter-of-h-g-g"),
    ("tps_grant_is_admission", "2021-06-07", None, None, "no", "sanchez-v-mayorkas-2021"),
    ("advance_parole_departure_9b", "2026-08-12", None, None, "no", "matter-of-arrabally"),
    ("advance_parole_departure_9b", "2026-08-13", None, None, "yes", "matter-of-delcarmen-lara"),
    ("arriving_alien_adjustment", "2005-06-01", "ca1", None, "uscis", "succar-v-ashcroft-2005"),
    ("arriving_alien_adjustment", "2006-05-12", None, None, "uscis", "8-cfr-245-2-jurisdiction"),
    ("stop_time_nta", "2018-06-20", None, None, "any_nta", "matter-of-camarillo"),
    ("stop_time_nta", "2018-06-21", None, None, "unsettled", "pereira-v-sessions-2018"),
    ("stop_time_nta", "2019-06-01", "ca9", None, "single_document", "lopez-v-barr-2019"),
    ("stop_time_nta", "2020-01-23", "ca9", None, "two_step", "matter-of-mendoza-hernandez"),
    ("stop_time_nta", "2021-04-29", None, None, "single_document", "niz-chavez-2021"),
    ("presence_break_by_process", "2004-12-31", "ca2", None, "threat_of_proceedings", "matter-of-romalez"),
    ("presence_break_by_process", "2005-06-01", "ca2", None, None, "matter-of-romalez"),
    ("presence_break_by_process", "2005-12-31", "ca2", None, "formal_documented_process", "matter-of-avilez"),
    (
        "uac_initial_jurisdiction_uscis",
        "2013-06-10",
        None,
        None,
        "prior_finding_adopted",
        "uscis-uac-kim-2013",
    ),
    ("uac_initial_jurisdiction_uscis", "2019-07-01", None, None, "own_finding_at_filing", "uscis-uac-2019"),
    ("uac_initial_jurisdiction_uscis", "2019-08-02", None, None, "prior_finding_adopted", "jop-v-dhs-2019"),
    ("uac_initial_jurisdiction_uscis", "2025-02-24", None, None, "memo_2025", "uscis-uac-2025"),
    ("sij_18_to_20_uscis", "2018-06-01", None, "CA", "yes", "uscis-sij-18-21-2018"),
    ("sij_18_to_20_uscis", "2018-10-24", None, "CA", "no", "jl-v-cissna-2018"),
    ("sij_18_to_20_uscis", "2018-10-24", None, "TX", "yes", "uscis-sij-18-21-2018"),
    ("sij_18_to_20_uscis", "2018-10-24", None, None, None, "uscis-sij-18-21-2018"),
    ("sij_18_to_20_uscis", "2019-11-19", None, None, "no", "uscis-pm-sij"),
    ("i601a_rule", "2013-03-03", None, None, "none", "ina-212a9b"),
    ("i601a_rule", "2013-03-04", None, None, "2013", "dhs-i601a-rule-2013"),
    ("i601a_rule", "2016-08-29", None, None, "2016", "dhs-i601a-rule-2016"),
    ("uscis_generic_da", "2019-08-07", None, None, "no", "uscis-da-halt-2019"),
    ("uscis_generic_da", "2019-09-02", None, None, "pending_only", "uscis-da-halt-2019"),
    ("vd_weekend_roll", "2020-01-01", "ca9", None, "motions_only", "meza-vallejos-v-holder-2012"),
    ("vd_weekend_roll", "2025-04-22", "ca9", None, "yes", "monsalvo-velazquez-v-bondi-2025"),
    ("individual_hearing_filing_days", "2021-12-15", None, None, "30", "eoir-icpm-2020-12-23"),
    ("individual_hearing_filing_days", "2021-12-16", None, None, "15", "eoir-dm-22-04"),
    ("individual_hearing_filing_days", "2025-02-14", None, None, "30", "eoir-dm-22-04-cancelled-2025"),
]


@pytest.mark.parametrize(
    ("id", "on", "circuit", "state", "answer", "lead"),
    EXAMPLES,
    ids=[" ".join(str(part) for part in row[:4] if part) for row in EXAMPLES],
)
def test_the_law_on_a_day(
    id: str, on: str, circuit: str | None, state: str | None, answer: str | None, lead: str
) -> None:
    found = law.ask(id, day(on), circuit, state)
    assert found.answer == answer
    assert found.authorities[0] == lead


def test_before_the_first_version_no_law_is_stored() -> None:
    found = law.ask("dui_gmc", day("1980-01-01"))
    assert found.answer is None
    assert found.versions == ()
    assert found.text.es == "No hay ley guardada para esa fecha."


def test_when_circuits_differ_the_text_shows_each() -> None:
    found = law.ask("ij_termination_authority", day("2022-01-01"))
    assert found.answer is None
    assert found.text.en == ("Not settled by what is known: S-O-G- & F-D-B-. Fourth Circuit: Gonzalez v. Garland.")
    assert "Cuarto Circuito: Gonzalez v. Garland." in found.text.es


@pytest.mark.parametrize(
    ("on", "filed", "answer"),
    [
        ("2026-01-01", "2025-08-15", "final_action_dates"),
        ("2026-01-01", "2025-08-14", "dates_for_filing"),
        ("2026-01-01", None, "final_action_dates"),
        ("2024-01-01", "2023-12-01", "dates_for_filing"),
    ],
)
def test_a_request_filed_before_the_2025_chart_keeps_the_2023_one(on: str, filed: str | None, answer: str) -> None:
    """uscis-cspa-2025-08 is for requests filed on or after 2025-08-15."""
    found = law.ask("cspa_age_chart", day(on), basis=day(filed) if filed else None)
    assert found.answer == answer


def test_a_provisional_waiver_goes_by_the_day_it_was_filed() -> None:
    assert law.ask("i601a_rule", day("2020-01-01"), basis=day("2014-05-01")).answer == "2013"


@pytest.mark.parametrize("id", IDS)
def test_each_version_answers_on_its_first_and_last_day_in_its_own_place(id: str) -> None:
    """A national version is asked where no version is local; a rough start blurs the day before it."""
    rule = law.get(id)
    named = {code for version in rule.versions for code in version.circuits if len(version.circuits) < 12}
    elsewhere = next(code for code in CIRCUITS if code not in named)
    blurred = {version.from_ - DAY for version in rule.versions if version.date_precision != "day"}
    for version in rule.versions:
        circuit = version.circuits[0] if version.circuits else elsewhere
        state = version.states[0] if version.states else "TX"
        for on in (version.from_, version.to or day("2026-11-21")):
            expected = None if on in blurred and not version.circuits else version.answer
            assert law.ask(id, on, circuit, state).answer == expected, (id, on)


@given(
    id=st.sampled_from(IDS),
    on=st.dates(day("1970-01-01"), day("2030-01-01")),
    state=st.sampled_from(["CA", "NY", "TX", "WA"]),
)
def test_without_a_circuit_the_answer_stands_only_if_every_circuit_agrees(id: str, on: date, state: str) -> None:
    answers = {law.ask(id, on, circuit, state).answer for circuit in CIRCUITS}
    assert law.ask(id, on, state=state).answer == (answers.pop() if len(answers) == 1 else None)


def test_an_unknown_rule_is_a_key_error_that_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="admin_closure_authority"):
        law.get("admin_closure")


def test_an_unknown_circuit_is_refused() -> None:
    with pytest.raises(ValueError, match="not a circuit"):
        law.ask("dui_gmc", day("2020-01-01"), "ca13")
