"""What changed over a docket is what changed for each of its cases."""

from __future__ import annotations

from datetime import date

import pytest

from nolle.counsel.compare import compare
from nolle.counsel.docket.compare import compare_docket
from nolle.counsel.docket.screen import Request
from nolle.counsel.opinion import opinion

from .sampled import TODAY, case_file, sample

WORDS = {"True": "yes", "False": "no", "None": "unknown"}


@pytest.mark.parametrize(("a", "b"), [(date(2024, 6, 1), TODAY), (date(2020, 12, 1), date(2022, 5, 1))])
def test_who_moved_and_why_is_as_for_one_case(a: date, b: date) -> None:
    docket = sample(30)
    found = compare_docket([docket.frames], Request(a, sensitive=True), Request(b, sensitive=True))
    rows = {(r["case_id"], r["conclusion"]): r for r in found.moved.to_dicts() if r["conclusion"] != "priority"}
    circuits = dict(docket.frames["case"].select("case_id", "circuit").iter_rows())
    expected = {}
    for case_id, circuit in circuits.items():
        case = case_file(docket, case_id)
        one = compare(opinion(case, a, circuit=circuit), opinion(case, b, circuit=circuit))
        for moved in one.pathways:
            expected[case_id, moved.id] = (moved.before, moved.after, {f"{moved.id}.{t.rule}" for t in moved.because})
        for moved in one.exposure:
            lead = f"exposure.{moved.id}"
            because = {f"{lead}.{t.rule}" for t in moved.because}
            expected[case_id, lead] = (WORDS[moved.before], WORDS[moved.after], because)
    assert set(rows) == set(expected)
    for key, (before, after, because) in expected.items():
        row = rows[key]
        assert (row["before"], row["after"]) == (before, after), key
        assert set((row["because"] or "").split(";")) - {""} == because, key
    assert expected, "nothing moved: the dates test nothing"
    assert sum(group.cases for group in found.groups) == found.moved.height
