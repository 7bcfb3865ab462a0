"""Facts written back into a case file: nothing else in it changes."""

import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nolle.facts.casefile import CaseFile, empty_case, parse_case, read_case
from nolle.facts.errors import CaseFileError
from nolle.facts.formats import FORMATS, Format
from nolle.facts.writing import CellLike, write_case
from nolle.logic.known import Cell, Missing
from nolle.logic.rough import Span, parse_date

from .made import changes, facts

TOML = """\
# Maria's case
schema   = 'nolle.case/1'
complete = [ "relative" ]  # both children

[person]   # from the intake
birth_date = 2004-02-03  # passport
marital_status = { value = 'single', source = "intake" }

# her mother's petition
[filing.i130]
  status = "pending"

[[relative]]
status = "usc"

[[relative]] # the son
id = 'son'
status = "lpr"
# the end
"""
YAML = """\
# Maria's case
schema: 'nolle.case/1'
complete: [ relative ]  # both children

person:   # from the intake
    birth_date: 2004-02-03  # passport
    marital_status: {value: 'single', source: "intake"}
    in_us_now:

# her mother's petition
filing:
    i130:
        status: pending   # so far

relative:
- status: usc
- id: son
  status: lpr
# the end
"""
JSON = """\
{
    "schema": "nolle.case/1",
    "complete": [ "relative" ],
    "person": {
        "marital_status": {"value": "single",  "source": "intake"},
        "birth_date": "2004-02-03"
    },
    "filing": {"i130": {"status": "pending"}},
    "relative": [
        {"status": "usc"},
        {"id": "son", "status": "lpr"}
    ]
}
"""
MARIA: dict[Format, str] = {"toml": TOML, "yaml": YAML, "json": JSON}


def maria(format: Format) -> CaseFile:
    return parse_case(MARIA[format], format, name=f"maria.{format}")


def changed(before: str, after: str) -> list[str]:
    """The lines of the new text that are not in the old; the old must be there in order, but for those replaced."""
    return [line for line in after.splitlines() if line not in before.splitlines()]


@pytest.mark.parametrize(
    ("format", "fact", "answer", "lines"),
    [
        ("toml", "person.birth_date", date(2004, 3, 2), ["birth_date = 2004-03-02  # passport"]),
        ("toml", "person.birth_date", parse_date("2004~"), ['birth_date = "2004~"  # passport']),
        ("toml", "person.in_us_now", True, ["in_us_now = true"]),
        ("toml", "person.in_us_now", Missing.NOT_KNOWN, ["in_us_now = { unknown = true }"]),
        ("toml", "person.marital_status", "widowed", ['marital_status = "widowed"']),
        ("toml", "filing.i130.status", "approved", ['  status = "approved"']),
        ("toml", "filing.i130.decided_on", date(2024, 1, 2), ["  decided_on = 2024-01-02"]),
        ("toml", "relative[son].status", Missing.ABSENT, ["status = { absent = true }"]),
        ("toml", "relative[1].birth_date", Span(date(1970, 1, 1), None), ['birth_date = "1970-01-01/.."']),
        ("toml", "complete", ["relative", "entry"], ['complete = ["relative", "entry"]  # both children']),
        ("yaml", "person.birth_date", date(2004, 3, 2), ["    birth_date: 2004-03-02  # passport"]),
        ("yaml", "person.in_us_now", True, ["    in_us_now: true"]),
        ("yaml", "person.age_stated", Span(16, 17), ["    age_stated: {min: 16, max: 17}"]),
        ("yaml", "filing.i130.decided_on", date(2024, 1, 2), ["        decided_on: 2024-01-02"]),
        ("yaml", "relative[1].birth_date", parse_date("1970"), ['  birth_date: "1970"']),
        ("yaml", "relative[son].status", frozenset(("usc", "lpr")), ["  status: {one_of: [lpr, usc]}"]),
        ("json", "person.birth_date", date(2004, 3, 2), ['        "birth_date": "2004-03-02"']),
        ("json", "filing.i130.status", "approved", ['    "filing": {"i130": {"status": "approved"}},']),
        ("json", "relative[son].status", "usc", ['        {"id": "son", "status": "usc"}']),
    ],
)
def test_one_fact_changes_one_line(format: Format, fact: str, answer: CellLike, lines: list[str]) -> None:
    case = maria(format)
    after = write_case(case, {fact: answer})
    assert changed(case.text, after) == lines
    old = [line for line in case.text.splitlines() if line not in after.splitlines()]
    assert len(old) <= 1


def test_what_was_said_of_the_old_value_is_not_said_of_the_new() -> None:
    case = maria("toml")
    after = write_case(case, {"person.marital_status": Cell("married", "client", 'a "sworn" letter', date(2026, 1, 2))})
    line = (
        'marital_status = { value = "married", source = "a \\"sworn\\" letter", said_by = "client", on = 2026-01-02 }'
    )
    assert changed(case.text, after) == [line]


@pytest.mark.parametrize("format", FORMATS)
def test_writing_what_is_there_already_changes_no_byte(format: Format) -> None:
    case = maria(format)
    assert write_case(case, dict(case.told())) == case.text
    assert write_case(case, {}) == case.text


@pytest.mark.parametrize("format", FORMATS)
def test_a_fact_set_to_not_asked_is_gone(format: Format) -> None:
    case = maria(format)
    gone = ["person.marital_status", "relative[son].status", "filing.i130.status", "case.posture", "entry[3].date"]
    after = parse_case(write_case(case, dict.fromkeys(gone, Missing.NOT_ASKED)), format)
    assert [name for name, _ in after.told()] == ["person.birth_date", "relative[1].status"]
    assert [row.id for row in after.rows("relative")] == ["1", "son"]


def test_a_new_table_and_new_rows_stand_where_they_would_be_looked_for() -> None:
    after = write_case(
        maria("toml"),
        {
            "case.posture": "pleaded",
            "relative[3].status": "none",
            "relative[ana].status": "usc",
            "filing.i485.status": "planned",
            "entry[1].date": parse_date("2014"),
        },
    )
    assert after == TOML.replace(
        'status = "pending"\n', 'status = "pending"\n\n[filing.i485]\nstatus = "planned"\n'
    ).replace(
        '"lpr"\n# the end\n',
        '"lpr"\n\n[[relative]]\nstatus = "none"\n\n[[relative]]\nid = "ana"\nstatus = "usc"\n# the end\n\n'
        '[case]\nposture = "pleaded"\n\n[[entry]]\ndate = "2014"\n',
    )


def test_json_keeps_its_indent() -> None:
    after = write_case(maria("json"), {"case.posture": "pleaded", "entry[1].date": date(2014, 5, 7)})
    assert after == JSON.replace(
        "    ]\n}",
        """    ],
    "case": {
        "posture": "pleaded"
    },
    "entry": [
        {
            "date": "2014-05-07"
        }
    ]
}""",
    )


def test_yaml_keeps_its_shape() -> None:
    after = write_case(
        maria("yaml"), {"case.posture": "pleaded", "relative[ana].status": "usc", "filing.i485.status": "none"}
    )
    assert after == YAML.replace("so far\n", "so far\n    i485:\n      status: none\n").replace(
        "  status: lpr\n", "  status: lpr\n- id: ana\n  status: usc\ncase:\n  posture: pleaded\n"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_second_filing_of_a_form_makes_the_first_a_row(format: Format) -> None:
    after = parse_case(
        write_case(maria(format), {"filing.i130[b].status": "denied", "filing.i130[b].rejected": True}), format
    )
    assert [row.id for row in after.rows("filing.i130")] == ["1", "b"]
    assert after.cell("filing.i130[1].status").answer == "pending"
    assert after.cell("filing.i130[b].status").answer == "denied"
    with pytest.raises(CaseFileError, match=r"say which: filing.i130\[1\].status or filing.i130\[b\].status"):
        write_case(after, {"filing.i130.status": "approved"})


def test_the_main_filing_is_the_one_that_is_meant() -> None:
    rows = '[[filing.i130]]\nstatus = "denied"\n[[filing.i130]]\nmain = true\nstatus = "pending"\n'
    case = parse_case('schema = "nolle.case/1"\n' + rows, "toml")
    after = parse_case(write_case(case, {"filing.i130.status": "approved"}), "toml")
    assert [row.cells["status"].answer for row in after.rows("filing.i130")] == ["denied", "approved"]


@pytest.mark.parametrize(
    ("body", "fact", "expected"),
    [
        ("person.in_us_now = true", "person.disability", "person.in_us_now = true\nperson.disability = false"),
        ("person = {}", "person.disability", "person = {disability = false}"),
        ("person = { in_us_now = true }", "person.disability", "person = { in_us_now = true, disability = false }"),
        ("[person]", "person.disability", "[person]\ndisability = false"),
        ("[case]\n[person]\n\n# x", "case.detained", "[case]\ndetained = false\n[person]\n\n# x"),
        ("relative = []", "relative[1].special_needs", "relative = [{ special_needs = false }]"),
        (
            "filing.i130.rejected = true",
            "filing.i485.rejected",
            "filing.i130.rejected = true\n\n[filing.i485]\nrejected = false",
        ),
    ],
)
def test_toml_is_written_as_its_author_wrote_it(body: str, fact: str, expected: str) -> None:
    head = 'schema = "nolle.case/1"\n'
    assert write_case(parse_case(f"{head}{body}\n", "toml"), {fact: False}) == f"{head}{expected}\n"
    without_newline = write_case(parse_case(head + body, "toml"), {fact: False})
    assert without_newline.rstrip("\n") == head + expected


@pytest.mark.parametrize(
    ("body", "fact", "expected"),
    [
        (
            "person:\n  in_us_now:\n    value: true\n    source: x\n",
            "person.in_us_now",
            "person:\n  in_us_now:\n    false\n",
        ),
        ("person:\n  in_us_now: # asked\n", "person.in_us_now", "person:\n  in_us_now: false # asked\n"),
        ("person:\n  in_us_now: true # yes\n\n  # no\n", "person.disability", None),
        ("person: {in_us_now: true}\n", "person.disability", "person: {in_us_now: true, disability: false}\n"),
        (
            "person: {\n  in_us_now: true\n}\n",
            "person.disability",
            "person: {\n  in_us_now: true,\n  disability: false\n}\n",
        ),
        ("person:\n", "person.disability", "person: {disability: false}\n"),
        ("person: ~ # nothing\n", "person.disability", "person: {disability: false} # nothing\n"),
        ("relative: []\n", "relative[1].special_needs", "relative: [{special_needs: false}]\n"),
        ("relative:\n  -\n    is_abuser: true\n", "relative[1].is_abuser", "relative:\n  -\n    is_abuser: false\n"),
        (
            "relative:\n  - is_abuser: true",
            "relative[2].is_abuser",
            "relative:\n  - is_abuser: true\n  - is_abuser: false",
        ),
        ("? person\n: in_us_now: true\n", "person.in_us_now", "? person\n: in_us_now: false\n"),
        (
            "filing:\n  mtr: {rejected: true}\n",
            "filing.mtr[2].rejected",
            "filing:\n  mtr: [{rejected: true}, {rejected: false}]\n",
        ),
        (
            "filing:\n  mtr:\n    # why\n    rejected: true\n",
            "filing.mtr[b].rejected",
            "filing:\n  mtr:\n    # why\n    - rejected: true\n    - id: b\n      rejected: false\n",
        ),
        (
            "party:\n  preferred_name: |\n    Ana\n\n# x\nperson:\n  in_us_now: true\n",
            "person.in_us_now",
            "party:\n  preferred_name: |\n    Ana\n\n# x\nperson:\n  in_us_now: false\n",
        ),
    ],
)
def test_yaml_is_written_as_its_author_wrote_it(body: str, fact: str, expected: str | None) -> None:
    head = "schema: nolle.case/1\n"
    if expected is None:
        expected = body.replace("# yes\n", "# yes\n  disability: false\n")
    assert write_case(parse_case(head + body, "yaml"), {fact: False}) == head + expected


def test_a_text_over_several_lines_of_yaml_is_replaced_whole() -> None:
    head, tail = "schema: nolle.case/1\nparty:\n", "  # the client's\n  a_number: 'A 1'\n"
    for written in (
        "full_name: |\n    Ana\n    Paz\n\n",
        "full_name: >-\n    Ana\n    Paz\n",
        'full_name: "Ana\n    Paz"\n',
    ):
        case = parse_case(f"{head}  {written}{tail}", "yaml")
        after = write_case(case, {"party.full_name": "Eva: #1"})
        assert after.startswith(f'{head}  full_name: "Eva: #1"\n')
        assert after.endswith(tail)


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    file = tmp_path / "maria.toml"
    file.write_bytes(("\ufeff" + TOML.replace("\n", "\r\n")).encode())
    write_case(read_case(file), {"case.posture": "pleaded", "person.in_us_now": True}, file)
    data = file.read_bytes().decode()
    assert data.startswith("\ufeff# Maria")
    assert data.count("\n") == data.count("\r\n") == TOML.count("\n") + 4


@pytest.mark.parametrize(
    ("fact", "answer", "says"),
    [
        ("person.birthdate", date(2004, 2, 3), "did you mean 'birth_date'"),
        ("person[1].birth_date", date(2004, 2, 3), "person has no rows"),
        ("relative.status", "usc", "name it, such as relative[1].status"),
        ("filing.status", "denied", "name it, such as filing.i130.status"),
        ("person.marital_status", "wed", '"wed" is not one of its codes'),
        ("person.birth_date", True, "true is not a date"),
        ("derived.age_today", 4, "is worked out"),
        ("complete", ["person"], '"person" is not a list'),
        ("complete", "relative", "give the names of lists"),
    ],
)
@pytest.mark.parametrize("format", FORMATS)
def test_a_change_that_is_not_accepted_is_not_written(
    tmp_path: Path, format: Format, fact: str, answer: CellLike, says: str
) -> None:
    file = tmp_path / f"maria.{format}"
    with pytest.raises(CaseFileError) as caught:
        write_case(maria(format), {fact: answer}, file)
    assert says in str(caught.value)
    assert caught.value.line is None
    assert not file.exists()


def test_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    new, old, link = tmp_path / "new.toml", tmp_path / "old.toml", tmp_path / "link.toml"
    old.write_text(TOML)
    old.chmod(0o640)
    link.symlink_to(old)
    write_case(maria("toml"), {"person.in_us_now": True}, new)
    write_case(maria("toml"), {"person.in_us_now": True}, link)
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert read_case(old).cell("person.in_us_now").answer is True
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.toml", "new.toml", "old.toml"]


def test_a_file_that_cannot_be_replaced_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "maria.toml"
    file.write_text(TOML)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CaseFileError, match="No space left on device"):
        write_case(read_case(file), {"person.in_us_now": True}, file)
    assert file.read_text() == TOML
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="cannot be written"):
        write_case(maria("toml"), {}, tmp_path / "nowhere" / "maria.toml")


def as_told(case: CaseFile) -> dict[str, Cell]:
    """Every cell under its row's id, with what is for papers."""
    rows = [(f"{name}[{row.id}]", row) for name, rows in case.lists.items() if name != "filing" for row in rows]
    listed = {f"{lead}.{key}": cell for lead, row in rows for key, cell in row.cells.items()}
    return {**case.single, **case.for_papers, **listed}


@settings(deadline=None)
@given(st.sampled_from(FORMATS), changes(min_size=1))
def test_what_was_written_is_read_again(format: Format, told: dict[str, Cell]) -> None:
    text = write_case(empty_case(format), told)
    assert as_told(parse_case(text, format)) == told


@settings(deadline=None)
@given(st.sampled_from(FORMATS), changes(), facts())
def test_changing_one_fact_leaves_all_others_as_they_were(
    format: Format, told: dict[str, Cell], fact: tuple[str, Cell]
) -> None:
    before = parse_case(write_case(maria(format), told), format)
    name, cell = fact
    after = write_case(before, {name: cell})
    assert as_told(parse_case(after, format)) == {**as_told(before), name: cell}
    if as_told(before).get(name) not in (None, cell):
        old, new = before.text.split("\n"), after.split("\n")
        assert len(old) == len(new)
        assert sum(a != b for a, b in zip(old, new, strict=True)) == 1


@settings(deadline=None)
@given(st.sampled_from(FORMATS), changes(min_size=1))
def test_what_is_taken_out_is_not_told(format: Format, told: dict[str, Cell]) -> None:
    case = parse_case(write_case(maria(format), told), format)
    after = parse_case(write_case(case, dict.fromkeys(told, Missing.NOT_ASKED)), format)
    assert as_told(after) == {name: cell for name, cell in as_told(case).items() if name not in told}
