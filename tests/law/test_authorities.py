"""Authorities and their dates: every expected answer comes from the stored data and names its authority."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nolle.law import authorities as law
from nolle.law.circuits import CIRCUITS, circuit_code, circuit_number
from nolle.logic.truth import Force

IDS = (Path(__file__).parent / "ids" / "authorities.txt").read_text(encoding="utf-8").split()
ROWS: list[dict[str, Any]] = [
    row for path in sorted(law.DATA.glob("*.json")) for row in json.loads(path.read_text(encoding="utf-8"))
]
TRUTH = {
    "in-force": True,
    "issued": False,
    "rescinded": False,
    "superseded": False,
    "overruled": False,
    "vacated": False,
    "closed": False,
    "unknown": None,
    "enjoined": None,
    "partly-in-force": None,
}
DAY = timedelta(days=1)
day = date.fromisoformat


def test_no_authority_was_dropped_or_added() -> None:
    assert sorted(row["id"] for row in ROWS) == sorted(IDS)
    assert len(law.load()) == len(IDS) == 470


def test_the_kinds_are_all_there() -> None:
    assert Counter(row["kind"] for row in ROWS) == {
        "federal-court": 118,
        "precedent-bia": 105,
        "regulation": 76,
        "statute": 65,
        "agency-memo": 53,
        "policy-manual": 20,
        "policy-memo-eoir": 11,
        "policy-window": 9,
        "precedent-ag": 7,
        "executive-order": 5,
        "statistics-page": 1,
    }


def test_every_status_and_place_has_a_meaning() -> None:
    stored = {row["status"] for row in ROWS} | {window["status"] for row in ROWS for window in row.get("windows", [])}
    assert stored == set(TRUTH)
    assert stored <= set(law.STATUSES)
    assert {place for row in ROWS for place in row.get("jurisdiction", [])} <= set(CIRCUITS)
    assert {row["date_precision"] for row in ROWS} == {"day", "year", "approximate", "placeholder", "unknown"}


def test_windows_leave_no_gap_and_never_overlap() -> None:
    for authority in law.load().values():
        for before, after in zip(authority.windows, authority.windows[1:], strict=False):
            assert before.to is not None, authority.id
            assert after.from_ == before.to + DAY, authority.id
        for window in authority.windows:
            assert window.to is None or window.from_ <= window.to, authority.id


def test_every_reference_to_another_authority_exists() -> None:
    """An ``ended_by`` may be an id, or words in which ids appear; every id-shaped word must be one."""
    prefixes = ("matter-of-", "eoir-", "uscis-", "ice-", "8-cfr-", "ina-", "eo-")
    for row in ROWS:
        for id in row.get("rests_on", []):
            assert id in law.load(), (row["id"], id)
        words = re.findall(r"[a-z0-9][a-z0-9-]*[a-z0-9]", row.get("ended_by", ""))
        for word in words:
            if word.startswith(prefixes):
                assert word in law.load(), (row["id"], word)


def test_what_ended_it_and_why_are_in_both_languages() -> None:
    for authority in law.load().values():
        texts = [window.why for window in authority.windows]
        texts += [authority.ended_by] if authority.ended_by else []
        for text in texts:
            assert text.en.strip(), authority.id
            assert text.es.strip(), authority.id
    ids = set(law.load())
    for row in ROWS:
        if row.get("ended_by") and row["ended_by"] not in ids:
            assert row.get("ended_by_es"), row["id"]


def test_no_entry_claims_an_attorney_s_review() -> None:
    for id in law.load():
        found = law.provenance_of(id)
        assert found.reviewed_on is None
        assert found.review.en == "not reviewed by an attorney"
        assert found.review.es == "no revisado por un abogado"
        assert found.verified
        assert found.confidence in {"high", "medium", "low"}
    assert len(law.stale(day("2026-11-21"))) == 470


WINDOWED = [row for row in ROWS if row.get("windows")]
PAIRED = [row for row in ROWS if not row.get("windows") and row.get("effective_to")]


def _place(row: dict[str, Any]) -> str | None:
    return row["jurisdiction"][0] if row.get("jurisdiction") else None


@pytest.mark.parametrize("row", WINDOWED, ids=lambda row: str(row["id"]))
def test_each_window_answers_on_its_first_and_last_day_and_its_neighbours_beside_it(
    row: dict[str, Any],
) -> None:
    windows = row["windows"]
    for place, window in enumerate(windows):
        expected = TRUTH[window["status"]]
        first = day(window["from"])
        assert law.in_force(row["id"], first, _place(row)).in_force is expected
        if place:
            before = TRUTH[windows[place - 1]["status"]]
            assert law.in_force(row["id"], first - DAY, _place(row)).in_force is before
        elif row["date_precision"] == "day":
            assert law.in_force(row["id"], first - DAY, _place(row)).in_force is False
        else:
            assert law.in_force(row["id"], first - DAY, _place(row)).in_force is None
        if window.get("to"):
            last = day(window["to"])
            assert law.in_force(row["id"], last, _place(row)).in_force is expected
            after = TRUTH[windows[place + 1]["status"] if place + 1 < len(windows) else row["status"]]
            assert law.in_force(row["id"], last + DAY, _place(row)).in_force is after


@pytest.mark.parametrize("row", PAIRED, ids=lambda row: str(row["id"]))
def test_a_single_pair_is_in_force_from_its_first_day_to_its_last(row: dict[str, Any]) -> None:
    first, last = day(row["effective_from"]), day(row["effective_to"])
    rough = row["date_precision"] != "day"
    assert law.in_force(row["id"], first - DAY, _place(row)).in_force is (None if rough else False)
    assert law.in_force(row["id"], first, _place(row)).in_force is True
    assert law.in_force(row["id"], last, _place(row)).in_force is True
    assert law.in_force(row["id"], last + DAY, _place(row)).in_force is False


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("jurisdiction")], ids=lambda row: str(row["id"]))
def test_a_circuit_decision_binds_only_there(row: dict[str, Any]) -> None:
    for on in {day("2026-11-21"), day(row["effective_from"]), day("2021-06-01")}:
        here = law.in_force(row["id"], on, _place(row)).in_force
        nowhere_said = law.in_force(row["id"], on).in_force
        assert law.in_force(row["id"], on, "cadc").in_force is False
        assert nowhere_said is (False if here is False else None)


@given(
    id=st.sampled_from(IDS),
    on=st.dates(day("1950-01-01"), day("2030-01-01")),
    circuit=st.sampled_from([None, *CIRCUITS]),
)
def test_any_question_is_answered_in_words_of_both_languages(id: str, on: date, circuit: str | None) -> None:
    found = law.in_force(id, on, circuit)
    assert found.why.en
    assert found.why.es
    assert law.STATUSES[found.status].en in found.why.en
    assert (found.in_force is True) == (found.status == "in-force")
    force = {True: Force.IN, False: Force.OUT, None: Force.MAYBE}[found.in_force]
    assert law.Law().force(id, on, circuit) is force


@given(id=st.sampled_from(IDS), on=st.dates(day("1950-01-01"), day("2030-01-01")))
def test_without_a_circuit_the_answer_stands_only_if_every_circuit_agrees(id: str, on: date) -> None:
    answers = {law.in_force(id, on, circuit).in_force for circuit in CIRCUITS}
    alone = law.in_force(id, on).in_force
    assert alone is (answers.pop() if len(answers) == 1 else None)


REMEMBERED: list[tuple[str, str, str | None, bool | None, str]] = [
    # authority, day, circuit, in force, what happened
    ("matter-of-gutierrez-lopez", "2012-01-30", None, True, "a party's veto over closure, last day"),
    ("matter-of-gutierrez-lopez", "2012-01-31", None, False, "Avetisyan overrules it"),
    ("matter-of-avetisyan", "2012-01-30", None, False, "the day before Avetisyan"),
    ("matter-of-avetisyan", "2012-01-31", None, True, "Avetisyan's factors"),
    ("matter-of-avetisyan", "2018-05-16", None, True, "the day before Castro-Tum"),
    ("matter-of-avetisyan", "2018-05-17", None, False, "Castro-Tum overrules Avetisyan"),
    ("matter-of-avetisyan", "2021-07-15", None, True, "Cruz-Valdez restores Avetisyan"),
    ("matter-of-avetisyan", "2024-07-29", None, None, "persuasive under the codified factors"),
    ("matter-of-castro-tum", "2018-05-16", None, False, "not yet decided"),
    ("matter-of-castro-tum", "2018-05-17", None, True, "Castro-Tum ends general closure"),
    ("matter-of-castro-tum", "2021-07-14", None, True, "Castro-Tum, last day"),
    ("matter-of-castro-tum", "2021-07-15", None, False, "Cruz-Valdez overrules it"),
    ("matter-of-cruz-valdez", "2021-07-14", None, False, "the day before Cruz-Valdez"),
    ("matter-of-cruz-valdez", "2021-07-15", None, True, "Cruz-Valdez"),
    ("matter-of-cruz-valdez", "2024-07-29", None, None, "the regulation supplies the standard"),
    ("matter-of-w-y-u", "2017-04-18", None, True, "W-Y-U-: the primary consideration"),
    ("zuniga-romero-v-barr-2019", "2019-08-28", "ca4", False, "the day before Romero"),
    (
        "zuniga-romero-v-barr-2019",
        "2019-08-29",
        "ca4",
        True,
        "Romero rejects Castro-Tum in the Fourth Circuit",
    ),
    ("zuniga-romero-v-barr-2019", "2019-08-29", "ca9", False, "Romero does not bind in the Ninth"),
    ("zuniga-romero-v-barr-2019", "2019-08-29", None, None, "Romero, circuit not known"),
    ("meza-morales-v-barr-2020", "2020-06-26", "ca7", True, "Meza Morales in the Seventh Circuit"),
    ("arcos-sanchez-v-ag-2021", "2021-05-05", "ca3", True, "Arcos Sanchez in the Third Circuit"),
    ("hernandez-serrano-v-barr-2020", "2020-11-24", "ca6", True, "Hernandez-Serrano in the Sixth Circuit"),
    ("garcia-deleon-v-garland-2021", "2024-07-29", "ca6", False, "the 2024 rule replaces what it construed"),
    ("2020-aa96-rule", "2021-01-14", None, False, "published, not yet effective"),
    ("2020-aa96-rule", "2021-01-15", None, True, "the 2020 rule takes effect"),
    ("2020-aa96-rule", "2021-03-10", None, None, "Centro Legal enjoins the 2020 rule"),
    ("2020-aa96-rule", "2024-07-29", None, False, "the 2024 rule replaces it"),
    ("centro-legal-v-eoir-2021", "2021-03-09", None, False, "the day before Centro Legal"),
    ("centro-legal-v-eoir-2021", "2021-03-10", None, True, "Centro Legal"),
    ("8-cfr-1003-10b-pre2024", "2021-02-01", None, False, "amended by the 2020 rule"),
    ("8-cfr-1003-10b-pre2024", "2021-03-10", None, True, "prior text again"),
    ("2024-docket-rule", "2024-07-28", None, False, "published 2024-05-29, not yet effective"),
    ("2024-docket-rule", "2024-07-29", None, True, "the 2024 rule takes effect"),
    ("matter-of-s-o-g-f-d-b", "2018-09-18", None, True, "S-O-G- & F-D-B- ends discretionary termination"),
    ("matter-of-s-o-g-f-d-b", "2022-11-17", None, False, "Coronado Acevedo overrules it"),
    ("matter-of-coronado-acevedo", "2022-11-16", None, False, "the day before Coronado Acevedo"),
    ("matter-of-coronado-acevedo", "2022-11-17", None, True, "Coronado Acevedo"),
    ("gonzalez-v-garland-2021", "2021-10-20", "ca4", True, "Gonzalez rejects S-O-G- in the Fourth Circuit"),
    ("morton-2011-06-17-pd", "2011-06-17", None, True, "the Morton memo"),
    ("morton-2011-06-17-pd", "2015-01-05", None, False, "the Johnson priorities take effect"),
    ("morton-2011-06-17-victims", "2020-01-01", None, True, "the victims memo outlived 2014 and 2017"),
    ("johnson-2014-priorities", "2014-11-20", None, False, "issued, effective 2015-01-05"),
    ("johnson-2014-priorities", "2015-01-05", None, True, "the Johnson priorities take effect"),
    ("johnson-2014-priorities", "2017-02-20", None, False, "Kelly rescinds them"),
    ("kelly-2017", "2017-02-20", None, True, "the Kelly memo"),
    ("kelly-2017", "2021-01-20", None, False, "Pekoske rescinds it"),
    ("pekoske-2021", "2021-01-31", None, None, "review and pause only"),
    ("pekoske-2021", "2021-02-01", None, True, "the interim priorities start"),
    ("pekoske-2021", "2021-08-30", None, None, "the Texas injunction; stay dates not verified"),
    ("pekoske-2021", "2021-11-29", None, False, "the Mayorkas memo takes effect"),
    ("trasvina-2021", "2021-05-27", None, True, "the Trasvina memo"),
    ("trasvina-2021", "2022-04-25", None, False, "the Doyle memo takes effect"),
    ("mayorkas-2021", "2021-10-15", None, False, "issued, effective 2021-11-29"),
    ("mayorkas-2021", "2021-11-29", None, True, "the Mayorkas memo takes effect"),
    ("mayorkas-2021", "2022-06-25", None, False, "the Texas vacatur takes effect"),
    ("mayorkas-2021", "2023-07-27", None, False, "still vacated in practice"),
    ("mayorkas-2021", "2023-07-28", None, True, "reinstated after United States v. Texas"),
    ("mayorkas-2021", "2023-10-06", None, True, "in force when story A's order was entered"),
    ("mayorkas-2021", "2025-01-20", None, False, "ended with EO 13993"),
    ("doyle-2022", "2022-04-03", None, False, "issued, effective 2022-04-25"),
    ("doyle-2022", "2022-04-25", None, True, "the Doyle memo takes effect"),
    ("doyle-2022", "2022-06-25", None, None, "its priority sections are not applied"),
    ("doyle-2022", "2023-07-28", None, True, "fully implemented again"),
    ("doyle-2022", "2025-01-20", None, False, "no longer applied"),
    ("opla-2025-practice", "2026-11-21", None, None, "no public successor memo is known"),
    ("eo-13768", "2021-01-19", None, True, "EO 13768, last day"),
    ("eo-13993", "2021-01-20", None, True, "EO 13993 revokes it"),
    ("daca-2012", "2012-06-15", None, True, "DACA"),
    ("daca-2012", "2017-09-05", None, False, "the Duke rescission"),
    ("daca-2012", "2018-01-09", None, None, "injunctions keep renewals"),
    ("daca-2012", "2020-06-18", None, True, "DHS v. Regents"),
    ("daca-2012", "2021-07-16", None, None, "Texas vacates it but for existing recipients"),
    ("8-cfr-236-21-daca", "2022-10-31", None, None, "the DACA rule, new grants enjoined"),
    ("dapa-2014", "2015-02-16", None, None, "DAPA enjoined"),
    ("dapa-2014", "2017-06-15", None, False, "DAPA rescinded"),
    ("uscis-sij-da-2022", "2022-05-05", None, False, "announced 2022-03-07, not yet effective"),
    ("uscis-sij-da-2022", "2022-05-06", None, True, "SIJ deferred action"),
    ("uscis-sij-da-2022", "2025-06-06", None, False, "the 2025 alert ends it"),
    ("uscis-sij-da-2022", "2025-11-19", None, True, "A.C.R. v. Noem stays the end"),
    ("uscis-sij-da-2022", "2026-05-10", None, None, "kept for earlier petitions only"),
    ("policy.sij_da_auto_consideration", "2025-06-06", None, False, "the same days as the policy itself"),
    ("matter-of-yajure-hurtado", "2025-09-04", None, False, "the day before Yajure Hurtado"),
    (
        "matter-of-yajure-hurtado",
        "2025-09-05",
        None,
        None,
        "no bond after entry without inspection; circuits split",
    ),
    ("er-designation-2019", "2019-09-27", None, None, "the 2019 designation enjoined"),
    ("er-designation-2019", "2022-03-21", None, False, "the 2019 designation rescinded"),
    ("er-designation-2025", "2025-01-20", None, False, "the day before the 2025 designation"),
    ("er-designation-2025", "2025-01-21", None, True, "expedited removal extended to the interior"),
    ("er-designation-2025", "2025-08-29", None, None, "Make the Road: the designation stayed"),
    ("er-designation-2025", "2026-06-23", None, True, "the D.C. Circuit reverses"),
    ("chirla-v-noem-2025", "2025-10-03", None, True, "the parolee order, last verified day"),
    ("chirla-v-noem-2025", "2025-10-04", None, None, "later status not found"),
    ("matter-of-arrabally", "2026-08-12", None, True, "advance parole is no departure, last day"),
    ("matter-of-arrabally", "2026-08-13", None, False, "Delcarmen-Lara overrules it"),
    ("uscis-uac-2019", "2019-08-02", None, None, "J.O.P. blocks the 2019 memo"),
    ("uscis-uac-kim-2013", "2019-08-02", None, True, "the Kim memo applies again"),
    ("uscis-uac-kim-2013", "2025-02-24", None, False, "the 2025 memo"),
    ("jop-v-dhs-settlement", "2026-05-28", None, False, "the settlement term is over"),
    ("8-cfr-1003-38-appeals", "2026-03-08", None, True, "30 days to appeal"),
    ("8-cfr-1003-38-appeals", "2026-03-09", None, None, "10 days printed, 30 operative"),
    ("succar-v-ashcroft-2005", "2005-01-05", "1", True, "Succar in the First Circuit"),
    ("sanchez-v-mayorkas-2021", "2021-06-07", None, True, "a TPS grant is no admission"),
    ("flores-v-uscis-2013", "2021-06-07", "ca6", False, "Flores ends with Sanchez"),
    ("bia-2026-daca-termination", "2026-11-21", None, None, "its stored date is a placeholder"),
    ("matter-of-yauri", "2009-06-01", None, None, "only the year is known"),
    ("matter-of-yauri", "2008-12-31", None, False, "not before its year"),
    ("asylum-ead-nprm-2026", "2026-11-21", None, None, "proposed only when last seen"),
    ("policy.labor_da_process_open", "2025-01-24", None, False, "labor deferred action reported ended"),
]


@pytest.mark.parametrize(
    ("id", "on", "circuit", "expected", "what"),
    REMEMBERED,
    ids=[f"{row[0]} {row[1]} {row[2]}" for row in REMEMBERED],
)
def test_days_to_remember(id: str, on: str, circuit: str | None, expected: bool | None, what: str) -> None:
    assert law.in_force(id, day(on), circuit).in_force is expected, what


def test_the_answer_says_when_and_why() -> None:
    found = law.in_force("mayorkas-2021", day("2022-07-01"))
    assert found.record() == {
        "id": "mayorkas-2021",
        "on": "2022-07-01",
        "circuit": None,
        "in_force": False,
        "status": "vacated",
        "from": "2022-06-25",
        "to": "2023-07-27",
        "ended_by": "ended with revocation of EO 13993 by eo-14159 (formal DHS rescission text not verified)",
    }
    assert found.why.en == (
        "Vacated, from June 25, 2022 to July 27, 2023: S.D. Tex. vacatur of 2022-06-10 took effect "
        "2022-06-25; Supreme Court reversed 2023-06-23."
    )
    assert found.why.es.startswith("Anulado, del 25 de junio de 2022 al 27 de julio de 2023: ")


def test_after_its_end_the_answer_says_when_it_was_in_force() -> None:
    found = law.in_force("kelly-2017", day("2022-01-01"))
    assert found.status == "rescinded"
    assert found.why.en == (
        "Rescinded; it was in force from February 20, 2017 to January 19, 2021: rescinded by pekoske-2021."
    )


def test_before_it_starts_the_answer_says_whether_it_was_published() -> None:
    assert law.in_force("2024-docket-rule", day("2024-05-28")).status == "not-yet-issued"
    assert law.in_force("2024-docket-rule", day("2024-05-29")).status == "issued"


def test_an_end_whose_day_is_not_stored_is_not_known_until_the_day_of_the_data() -> None:
    """ice-courthouse-2025 is stored as vacated in 2026, with no day."""
    assert law.in_force("ice-courthouse-2025", day("2025-06-01")).in_force is None
    assert law.in_force("ice-courthouse-2025", law.AS_OF).in_force is False


def _ids(found: tuple[law.InForce, ...]) -> list[str]:
    return [answer.id for answer in found]


def test_closure_is_governed_by_castro_tum_in_2019_and_by_romero_in_the_fourth_circuit() -> None:
    everywhere = law.governing("administrative-closure", day("2019-08-29"), "ca9")
    fourth = law.governing("administrative-closure", day("2019-08-29"), "ca4")
    assert everywhere.status == "in-force"
    assert "matter-of-castro-tum" in _ids(everywhere.authorities)
    assert "zuniga-romero-v-barr-2019" not in _ids(everywhere.authorities)
    assert "zuniga-romero-v-barr-2019" in _ids(fourth.authorities)


def test_with_no_circuit_a_circuit_s_case_is_uncertain_and_says_so() -> None:
    found = law.governing("administrative-closure", day("2019-08-29"))
    unsure = {answer.id: answer.status for answer in found.uncertain}
    assert unsure["zuniga-romero-v-barr-2019"] == "differs-by-circuit"


def test_what_binds_most_comes_first() -> None:
    kinds = [law.get(id).kind for id in _ids(law.governing("pd-general", day("2023-10-06"), 9).authorities)]
    ranks = ["statute", "regulation", "precedent-ag", "precedent-bia", "federal-court", "executive-order"]
    places = [ranks.index(kind) if kind in ranks else len(ranks) for kind in kinds]
    assert places == sorted(places)
    assert kinds[0] == "statute"


@given(
    topic=st.sampled_from(law.topics()),
    on=st.dates(day("1950-01-01"), day("2030-01-01")),
    circuit=st.sampled_from([None, *CIRCUITS]),
)
def test_nothing_out_of_force_governs(topic: str, on: date, circuit: str | None) -> None:
    found = law.governing(topic, on, circuit)
    listed = {*_ids(found.authorities), *_ids(found.uncertain)}
    for authority in law.load().values():
        if topic in authority.topics:
            truth = law.in_force(authority.id, on, circuit).in_force
            assert (authority.id in listed) is (truth is not False)
    assert found.status == ("in-force" if found.authorities else "uncertain" if found.uncertain else "none")


def test_nothing_governs_before_there_was_law() -> None:
    assert law.governing("u-visa", day("1940-01-01")).status == "none"


def test_the_timeline_of_one_memo_reads_as_its_history() -> None:
    found = [(event.day.isoformat(), event.change, event.status) for event in law.timeline(id="mayorkas-2021")]
    assert found == [
        ("2021-09-30", "issued", "issued"),
        ("2021-11-29", "starts", "in-force"),
        ("2022-06-25", "ends", "vacated"),
        ("2023-07-28", "changes", "in-force"),
        ("2025-01-20", "ends", "rescinded"),
    ]


def test_the_timeline_ends_a_single_pair_on_the_first_day_without_force() -> None:
    found = [(event.day.isoformat(), event.change) for event in law.timeline(id="johnson-2014-priorities")]
    assert found == [("2014-11-20", "issued"), ("2015-01-05", "starts"), ("2017-02-20", "ends")]


def test_the_timeline_of_a_topic_runs_forward_and_names_only_its_authorities() -> None:
    events = law.timeline("daca")
    assert [event.day for event in events] == sorted(event.day for event in events)
    assert all("daca" in law.get(event.id).topics for event in events)
    assert all(event.why.es for event in events)


def test_an_unknown_id_is_a_key_error_that_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean matter-of-castro-tum") as caught:
        law.in_force("matter-of-castrotum", day("2020-01-01"))
    assert isinstance(caught.value, law.UnknownAuthority)


def test_an_unknown_topic_is_a_key_error_that_names_the_nearest() -> None:
    with pytest.raises(law.UnknownTopic, match="did you mean administrative-closure"):
        law.governing("admin-closure", day("2020-01-01"))


@pytest.mark.parametrize("written", ["ca9", "CA9", "9", 9, " ca9 "])
def test_a_circuit_may_be_written_in_several_ways(written: str | int) -> None:
    assert circuit_code(written) == "ca9"
    assert circuit_number(written) == "9"


@pytest.mark.parametrize("written", ["dc", "DC", "cadc", "D.C."])
def test_so_may_the_district_of_columbia(written: str) -> None:
    assert circuit_code(written) == "cadc"
    assert circuit_number(written) == "dc"


@pytest.mark.parametrize("written", ["", "ca12", "0", "ninth", "cafed", True])
def test_any_other_circuit_is_refused_with_what_is_accepted(written: str | int) -> None:
    with pytest.raises(ValueError, match="write ca1 to ca11 or cadc"):
        law.in_force("2024-docket-rule", day("2025-01-01"), written)
