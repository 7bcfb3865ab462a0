"""Case files read: the states of a fact, ranges, rows, filings, and what is kept from rules."""

import subprocess
import sys
import time
from datetime import date

import pytest

from nolle.facts.casefile import CaseFile, empty_case, parse_case, read_case
from nolle.facts.record import CaseFacts, FactRow
from nolle.facts.vocabulary import sensitivity_of, vocabulary
from nolle.logic.known import NOT_ASKED, Cell, Missing
from nolle.logic.rough import Span, exactly, parse_date

MARIA = """\
schema = "nolle.case/1"
complete = ["relative", "conviction"]

[person]
birth_date = 2004-02-03
birth_country = "GTM"
nationality_countries = ["GTM", "MEX"]
in_us_now = true
longest_absence_days = { min = 10, max = 20 }
present_in_us_since = "2014~"
marital_status = { value = "single", source = "intake sheet", said_by = "client", on = 2025-01-02 }
served_us_military = { unknown = true, said_by = "client" }
status_obtained_on = { absent = true }
immigration_status = { one_of = ["none", "parole"] }
language = "unknown"

[party]
full_name = "María Peña"
mailing_address = ["12 Elm St", "Los Angeles, CA"]

[court]
next_hearing_at = 2026-11-03T09:00:00

[filing.i130]
status = "approved"

[[relative]]
id = "ana"
status = "usc"

[[relative]]
status = "lpr"
"""


def toml(body: str) -> CaseFile:
    return parse_case(f'schema = "nolle.case/1"\n{body}', "toml")


@pytest.fixture(scope="module")
def maria() -> CaseFile:
    return parse_case(MARIA, "toml", name="maria.toml")


@pytest.mark.parametrize(
    ("fact", "answer"),
    [
        ("person.birth_date", parse_date("2004-02-03")),
        ("person.birth_country", "GTM"),
        ("person.nationality_countries", ("GTM", "MEX")),
        ("person.in_us_now", True),
        ("person.longest_absence_days", Span(10, 20)),
        ("person.present_in_us_since", parse_date("2014~")),
        ("person.marital_status", "single"),
        ("person.served_us_military", Missing.NOT_KNOWN),
        ("person.status_obtained_on", Missing.ABSENT),
        ("person.immigration_status", frozenset(("none", "parole"))),
        ("person.language", Missing.NOT_KNOWN),
        ("person.disability", Missing.NOT_ASKED),
        ("filing.i130.status", "approved"),
        ("filing.i485.status", Missing.NOT_ASKED),
        ("relative[ana].status", "usc"),
        ("relative[2].status", "lpr"),
    ],
)
def test_a_fact_is_given_absent_not_known_or_not_asked(maria: CaseFile, fact: str, answer: object) -> None:
    assert maria.cell(fact).answer == answer


def test_a_cell_says_who_said_it_from_what_source_and_when(maria: CaseFile) -> None:
    cell = maria.cell("person.marital_status")
    assert (cell.said_by, cell.source, cell.on) == ("client", "intake sheet", date(2025, 1, 2))


def test_rows_stand_in_order_with_their_id_or_their_place(maria: CaseFile) -> None:
    assert [row.id for row in maria.rows("relative")] == ["ana", "2"]
    assert [row.cells["status"].answer for row in maria.rows("relative")] == ["usc", "lpr"]
    assert maria.rows("entry") == ()


def test_only_a_list_named_complete_is_complete(maria: CaseFile) -> None:
    assert maria.complete("relative")
    assert not maria.complete("entry")


def test_all_filings_complete_means_each_form_complete() -> None:
    assert toml('complete = ["filing"]').complete("filing.i130")


def test_what_papers_need_is_kept_from_rules(maria: CaseFile) -> None:
    assert maria.party("full_name").answer == "María Peña"
    assert maria.party("party.mailing_address").answer == "12 Elm St\nLos Angeles, CA"
    assert maria.party("court.next_hearing_at").answer == "2026-11-03T09:00"
    assert maria.cell("party.full_name") is NOT_ASKED
    assert maria.cell("court.next_hearing_at") is NOT_ASKED
    assert all(not name.startswith(("party", "court")) for name, _ in maria.told())


def test_every_told_fact_can_be_asked_by_the_name_it_is_listed_under(maria: CaseFile) -> None:
    told = dict(maria.told())
    assert "relative[ana].status" in told
    assert "filing.i130.status" in told
    assert all(maria.cell(name) == cell for name, cell in told.items())


def test_a_case_cannot_be_changed_in_use(maria: CaseFile) -> None:
    with pytest.raises(AttributeError):
        maria.name = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        maria.single["person.birth_date"] = NOT_ASKED  # type: ignore[index]
    with pytest.raises(TypeError):
        maria.rows("relative")[0].cells["status"] = NOT_ASKED  # type: ignore[index]


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ('"2004-02"', parse_date("2004-02")),
        ('"../2009"', parse_date("../2009")),
        ("2004", parse_date("2004")),
        ('{ value = "2004?" }', parse_date("2004?")),
        ('{ min = "2004-02", max = 2005-01-03 }', Span(date(2004, 2, 1), date(2005, 1, 3), "2004-02-01/2005-01-03")),
        ('{ min = "2004" }', Span(date(2004, 1, 1), None, "2004-01-01/..")),
    ],
)
def test_a_date_may_be_rough(written: str, answer: Span) -> None:
    assert toml(f"[person]\nbirth_date = {written}").cell("person.birth_date").answer == answer


def test_a_number_may_have_one_end() -> None:
    assert toml("[person]\nlongest_absence_days = { min = 10 }").cell("person.longest_absence_days").answer == Span(
        10, None
    )


def test_a_word_in_quotes_is_not_true_in_yaml_either() -> None:
    case = parse_case("schema: nolle.case/1\nperson: {in_us_now: true, disability: false}\n", "yaml")
    assert case.cell("person.in_us_now").answer is True
    assert case.cell("person.disability").answer is False


def test_an_empty_value_in_json_and_yaml_is_not_asked() -> None:
    case = parse_case("schema: nolle.case/1\nperson:\n  birth_date:\n  in_us_now: ~\ncase:\n", "yaml")
    assert list(case.told()) == []
    case = parse_case('{"schema": "nolle.case/1", "person": {"birth_date": null}, "case": null}', "json")
    assert list(case.told()) == []


def test_the_three_formats_tell_the_same_case() -> None:
    yaml = """\
schema: nolle.case/1
complete: [relative]
person:
  birth_date: 2004-02-03
  longest_absence_days: {min: 10}
  marital_status:
    value: single
    on: 2025-01-02
filing:
  i130: {status: approved}
relative:
- {id: ana, status: usc}
"""
    json = """\
{"schema": "nolle.case/1", "complete": ["relative"],
 "person": {"birth_date": "2004-02-03", "longest_absence_days": {"min": 10},
            "marital_status": {"value": "single", "on": "2025-01-02"}},
 "filing": {"i130": {"status": "approved"}}, "relative": [{"id": "ana", "status": "usc"}]}
"""
    same = toml("""\
complete = ["relative"]
person.birth_date = 2004-02-03
person.longest_absence_days = { min = 10 }
person.marital_status = { value = "single", on = 2025-01-02 }
relative = [{ id = "ana", status = "usc" }]
filing = { i130 = { status = "approved" } }
""")
    cases = [parse_case(yaml, "yaml"), parse_case(json, "json"), same]
    assert [dict(case.told()) for case in cases] == [dict(same.told())] * 3
    assert all(case.complete("relative") for case in cases)


class TestSeveralFilingsOfOneForm:
    def of(self, *rows: str) -> CaseFile:
        return toml("".join(f"[[filing.i130]]\n{row}\n" for row in rows))

    def test_what_they_agree_on_is_the_answer(self) -> None:
        case = self.of('id = "a"\nstatus = "denied"', 'id = "b"\nstatus = "denied"')
        assert case.cell("filing.i130.status").answer == "denied"

    def test_where_they_differ_it_is_what_they_have_in_common(self) -> None:
        case = self.of('status = "denied"\nfiled_on = 2019-01-02', 'status = "pending"\nfiled_on = 2020-03-04')
        assert case.cell("filing.i130.status").answer == frozenset(("denied", "pending"))
        assert case.cell("filing.i130.filed_on").answer == Span(date(2019, 1, 2), date(2020, 3, 4))

    def test_where_one_does_not_say_nothing_is_known(self) -> None:
        case = self.of('status = "denied"', "filed_on = { absent = true }")
        assert case.cell("filing.i130.status").answer is Missing.NOT_ASKED
        assert case.cell("filing.i130.filed_on").answer is Missing.NOT_ASKED

    def test_the_main_one_speaks_for_all(self) -> None:
        case = self.of('status = "denied"', 'id = "b"\nmain = true\nstatus = "pending"')
        assert case.cell("filing.i130.status").answer == "pending"

    def test_each_can_be_read_by_its_id(self) -> None:
        case = self.of('status = "denied"', 'id = "b"\nstatus = "pending"')
        assert case.cell("filing.i130[1].status").answer == "denied"
        assert case.cell("filing.i130[b].status").answer == "pending"

    def test_all_filings_of_all_forms_are_one_list_too(self) -> None:
        case = toml('[filing.i130]\nstatus = "denied"\n[[filing.i485]]\n[[filing.i485]]\n')
        assert [(row.id, row.cells["form"].answer) for row in case.rows("filing")] == [
            ("i130", "i130"),
            ("i485.1", "i485"),
            ("i485.2", "i485"),
        ]


def test_a_case_need_not_come_from_a_file() -> None:
    case = CaseFacts(
        {"person.in_us_now": Cell(True)}, {"entry": [FactRow("1", {"date": Cell(exactly(date(2014, 5, 7)))})]}
    )
    assert case.cell("person.in_us_now").answer is True
    assert case.cell("entry[1].date").answer == exactly(date(2014, 5, 7))


def test_an_empty_case_can_be_started_in_each_format() -> None:
    assert [list(empty_case(form).told()) for form in ("toml", "json", "yaml")] == [[], [], []]


def test_a_file_is_read_by_the_format_its_name_says(tmp_path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes("\ufeffschema: nolle.case/1\nparty:\n  full_name: José\n".encode())
    case = read_case(file)
    assert case.party("full_name").answer == "José"
    assert case.bom


def test_a_fact_is_kept_as_carefully_as_its_form() -> None:
    assert sensitivity_of("filing.i130.status") == "ordinary"
    assert sensitivity_of("filing.i918[b].status") == "protected-1367"
    assert sensitivity_of("person.birth_date") == vocabulary()["person"].fields["birth_date"].sensitivity


def test_rows_that_are_events_have_a_date_of_their_own() -> None:
    dated = {name: info.dated_by for name, info in vocabulary().items() if info.dated_by}
    assert dated["entry"] == ("date",)
    assert dated["conviction"] == ("convicted_on",)
    for name, dates in dated.items():
        assert all(vocabulary()[name].fields[key].event for key in dates)


def test_reading_imports_no_yaml_parser_until_there_is_yaml() -> None:
    code = "import sys, nolle.facts.casefile; print([m for m in ('ruamel.yaml', 'tomlkit') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_three_hundred_lines_of_toml_are_read_in_no_time() -> None:
    rows = [f'[[relative]]\nid = "r{n}"\nstatus = "usc"\nbirth_date = 2004-02-03\n' for n in range(75)]
    text = 'schema = "nolle.case/1"\n' + "".join(rows)
    parse_case(text, "toml")
    best = min(_seconds(text) for _ in range(5))
    assert best < 0.03


def _seconds(text: str) -> float:
    start = time.process_time()
    parse_case(text, "toml")
    return time.process_time() - start
