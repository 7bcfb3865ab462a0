"""Every kind of bad case file gives one clear error that names the file, the line and the field."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nolle.facts.casefile import LARGEST, parse_case, read_case
from nolle.facts.errors import SHOWN, CaseFileError

HEAD = 'schema = "nolle.case/1"\n'
YAML = "schema: nolle.case/1\n"


def refused(text: str | bytes, format: str = "toml", **options: object) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        parse_case(text, format, name=f"maria.{format}", **options)  # type: ignore[arg-type]
    return caught.value


FIELDS = [
    ("a quoted yes", '[person]\nin_us_now = "yes"', 3, "person.in_us_now", '"yes" is neither true nor false'),
    ("a quoted true", '[person]\nin_us_now = "true"', 3, "person.in_us_now", "without quotes"),
    ("a one for true", "[person]\nin_us_now = 1", 3, "person.in_us_now", "write true or false"),
    ("a month or a day first", '[person]\n\nbirth_date = "02/03/2004"', 4, "person.birth_date", "cannot be told apart"),
    ("an impossible day", '[person]\nbirth_date = "2023-02-29"', 3, "person.birth_date", "2023-02 has no day 29"),
    ("an impossible month", '[person]\nbirth_date = "2023-13"', 3, "person.birth_date", "there is no month 13"),
    ("words for a date", '[person]\nbirth_date = "last May"', 3, "person.birth_date", '"last May" is not a date'),
    ("a date that ends first", '[person]\nbirth_date = "2009/2004"', 3, "person.birth_date", "ends before it starts"),
    ("a year outside sense", '[person]\nbirth_date = "1204-05-07"', 3, "person.birth_date", "the year 1204"),
    ("a year yet to come", "[person]\nbirth_date = 3004-05-07", 3, "person.birth_date", "from 1880 to 2150"),
    ("a date with an hour", "[person]\nbirth_date = 2004-05-07T10:00:00", 3, "person.birth_date", "time of day"),
    ("a number for a date", "[person]\nbirth_date = 20040507", 3, "person.birth_date", "20040507 is not a date"),
    ("true for a date", "[person]\nbirth_date = true", 3, "person.birth_date", "true is not a date"),
    ("an empty date", '[person]\nbirth_date = ""', 3, "person.birth_date", "{ unknown = true }"),
    ("a number in quotes", '[person]\nage_stated = "20"', 3, "person.age_stated", '"20" is not a whole number'),
    ("half a year", "[person]\nage_stated = 20.5", 3, "person.age_stated", "20.5 is not a whole number"),
    ("not a number", "[person]\nage_stated = nan", 3, "person.age_stated", "nan is not a whole number"),
    ("no end of a number", "[person]\nage_stated = inf", 3, "person.age_stated", "inf is not a whole number"),
    ("an age of 300", "[person]\nage_stated = 300", 3, "person.age_stated", "whole numbers from 0 to 120 years"),
    ("less than no time", "[person]\nage_stated = -1", 3, "person.age_stated", "-1 cannot be right"),
    ("400 digits", f"[person]\nage_stated = {'9' * 400}", 3, "person.age_stated", "the number cannot be right"),
    (
        "min more than max",
        "[person]\nage_stated = { min = 9, max = 5 }",
        3,
        "person.age_stated",
        "min 9 is more than max 5",
    ),
    ("an unknown code", '[filing.i130]\nstatus = "aproved"', 3, "filing.i130.status", "did you mean approved?"),
    ("a country in words", '[person]\nbirth_country = "México"', 3, "person.birth_country", "did you mean MEX?"),
    ("a code in capitals", '[filing.i130]\nstatus = "Denied"', 3, "filing.i130.status", "did you mean denied?"),
    (
        "one code for a list",
        '[person]\nnationality_countries = "MEX"',
        3,
        "person.nationality_countries",
        "write a list",
    ),
    (
        "a code twice",
        '[person]\nnationality_countries = ["MEX", "MEX"]',
        3,
        "person.nationality_countries",
        "named twice",
    ),
    (
        "a list for a code",
        '[filing.i130]\nstatus = ["denied"]',
        3,
        "filing.i130.status",
        "a list is not one of its codes",
    ),
    (
        "none and more",
        '[[conviction]]\nimmigration_class = ["none", "dui"]',
        3,
        "conviction[1].immigration_class",
        "none alone",
    ),
    ("one of one", '[filing.i130]\nstatus = { one_of = ["denied"] }', 3, "filing.i130.status", "fewer than two"),
    ("one of dates", '[person]\nbirth_date = { one_of = ["2004"] }', 3, "person.birth_date", "one_of is for a choice"),
    (
        "a range of codes",
        '[filing.i130]\nstatus = { min = "denied" }',
        3,
        "filing.i130.status",
        "for dates and numbers",
    ),
    ("two kinds", "[person]\nage_stated = { value = 4, min = 3 }", 3, "person.age_stated", "both value and min"),
    (
        "a value and unknown",
        "[person]\nage_stated = { value = 4, unknown = true }",
        3,
        "person.age_stated",
        "both value and unknown",
    ),
    (
        "unknown and absent",
        "[person]\nage_stated = { unknown = true, absent = true }",
        3,
        "person.age_stated",
        "both unknown and absent",
    ),
    (
        "unknown is false",
        "[person]\nage_stated = { unknown = false }",
        3,
        "person.age_stated",
        "write unknown = true or leave it out",
    ),
    ("no value at all", '[person]\nage_stated = { source = "intake" }', 3, "person.age_stated", "no value is given"),
    ("a strange part", "[person]\nage_stated = { valeu = 4 }", 3, "person.age_stated", "did you mean value?"),
    (
        "a table in a table",
        "[person]\nage_stated = { value = { value = 4 } }",
        3,
        "person.age_stated",
        "within a table",
    ),
    ("parts apart", "[person.age_stated]\nvalue = 4", 2, "person.age_stated", "write it on one line"),
    ("parts with dots", "[person]\nage_stated.value = 4", 3, "person.age_stated", "write it on one line"),
    (
        "a rough day recorded",
        '[person]\nage_stated = { value = 4, on = "2025" }',
        3,
        "person.age_stated",
        "the day this was recorded",
    ),
    (
        "a source that is a number",
        "[person]\nage_stated = { value = 4, source = 7 }",
        3,
        "person.age_stated",
        "7 is not text",
    ),
    ("a hidden character", '[party]\nfull_name = "Ana\\u0007"', 3, "party.full_name", "U+0007"),
    ("text turned round", '[party]\nfull_name = "Ana\\u202E"', 3, "party.full_name", "U+202E"),
    ("a number for a name", "[party]\na_number = 123456789", 3, "party.a_number", "in double quotes"),
    ("an hour without a day", '[court]\nnext_hearing_at = "9:00"', 3, "court.next_hearing_at", "2026-11-03T09:00"),
    ("an unknown fact", "[person]\nbirthdate = 2004", 3, "person.birthdate", "did you mean birth_date?"),
    ("a fact of another table", '[person]\nposture = "pleaded"', 3, "person.posture", "it belongs under case"),
    ("an unknown table", "[persona]\nx = 1", 2, "persona", "did you mean person?"),
    ("a plural", "[[relatives]]\nx = 1", 2, "relatives", "did you mean relative?"),
    ("an unknown form", '[filing.i_130]\nstatus = "denied"', 2, "filing.i_130", "did you mean i130?"),
    ("a filing without a form", '[filing]\nstatus = "denied"', 3, "filing.status", "write each form as [filing.i130]"),
    ("filings as rows", '[[filing]]\nform = "i130"', 2, "filing", "write each form as [filing.i130]"),
    ("a form named twice", '[filing.i130]\nform = "i130"', 3, "filing.i130.form", "leave this line out"),
    ("a table for a list", '[relative]\nstatus = "usc"', 2, "relative", "[[relative]], with two brackets"),
    ("a list for a table", "[[person]]\nin_us_now = true", 2, "person", "there is only one: write [person]"),
    ("a value for a table", "person = 4", 2, "person", "it is a table of facts"),
    ("a value for a row", "relative = [4]", 2, "relative[1]", "a row of relative is 4"),
    ("an id twice", '[[relative]]\nid = "a"\n[[relative]]\nid = "a"', 5, "relative[a]", "there twice"),
    ("a place that is an id", '[[relative]]\nid = "2"\n[[relative]]', 4, "relative[2]", "there twice"),
    ("a strange id", '[[relative]]\nid = "a.b"', 3, "relative[1]", "write letters, digits"),
    (
        "two main filings",
        "[[filing.i130]]\nmain = true\n[[filing.i130]]\nmain = true",
        5,
        "filing.i130[2]",
        "two rows are marked main",
    ),
    ("a main that is a word", '[[filing.i130]]\nmain = "yes"', 3, "filing.i130[1]", "write main = true"),
    ("complete for a table", 'complete = ["person"]', 2, "complete", '"person" is not a list'),
    ("complete in the plural", 'complete = ["relatives"]', 2, "complete", "did you mean relative?"),
    ("complete that is true", "complete = true", 2, "complete", "write a list"),
    ("what is worked out", "[derived]\nage_today = 4", 2, "derived", "write the facts themselves"),
    ("the law of the day", '[law]\ndui_gmc = "presumption"', 2, "law", "is worked out from the date and the circuit"),
]


@pytest.mark.parametrize(("text", "line", "field", "says"), [row[1:] for row in FIELDS], ids=[row[0] for row in FIELDS])
def test_a_fact_that_is_not_accepted(text: str, line: int, field: str, says: str) -> None:
    error = refused(HEAD + text)
    assert (error.file, error.line, error.field) == ("maria.toml", line, field)
    assert error.count == 1
    assert str(error).startswith(f"maria.toml, line {line}, {field}: ")
    assert says in str(error)
    assert "\n" not in str(error)


DOCUMENTS = [
    ("no schema", "toml", "[person]\n", None, 'add at the top: schema = "nolle.case/1"'),
    ("no schema in json", "json", "{}", None, 'add at the top: "schema": "nolle.case/1",'),
    ("no schema in yaml", "yaml", "person: {}\n", None, "add at the top: schema: nolle.case/1"),
    ("another schema", "toml", 'schema = "nolle.case/2"', 1, '"nolle.case/2" is not a schema that is read'),
    ("nothing", "toml", "", None, 'start it with the line schema = "nolle.case/1"'),
    ("only space", "yaml", " \n\n", None, "the file is empty"),
    ("only a comment", "yaml", "# nothing\n", None, "the file is empty"),
    ("a list", "json", "[1]", 1, "the file holds a list"),
    ("an open quote", "toml", HEAD + '[person]\nbirth_date = "2004\n', 3, "this is not TOML"),
    ("no value", "toml", HEAD + "[person]\nbirth_date =\n", 3, "this is not TOML"),
    ("words", "toml", HEAD + "the client came in May\n", 2, "this is not TOML"),
    (
        "a key twice",
        "toml",
        HEAD + "[person]\nage_stated = 4\nage_stated = 5\n",
        4,
        "age_stated is given twice (first on line 3)",
    ),
    ("a table twice", "toml", HEAD + "[person]\n[case]\n[person]\n", 4, "person is given twice (first on line 2)"),
    ("a table, then rows", "toml", HEAD + "[relative]\n[[relative]]\n", 3, "relative is given twice"),
    ("a key twice in a line", "toml", HEAD + "[person]\nage_stated = { min = 1, min = 2 }\n", 3, "min is given twice"),
    ("a month 13 unquoted", "toml", HEAD + "[person]\nbirth_date = 2004-13-01\n", 3, "this is not TOML"),
    ("deep lists", "toml", HEAD + "complete = " + "[" * 5000, 2, "deep in each other"),
    ("deep tables", "toml", HEAD + "x = " + "{a=" * 5000, 2, "deep in each other"),
    ("a long path", "toml", HEAD + "a" + ".a" * 50000 + " = 1", 2, "deep in each other"),
    ("a digit too many", "toml", HEAD + "[person]\nage_stated = " + "9" * 5000, None, "this is not TOML"),
    ("deep json", "json", '{"schema": ' + "[" * 5000, 1, "deep in each other"),
    ("json cut short", "json", '{"schema": "nolle.case/1",\n "person": {', 2, "ends too early"),
    ("a comma missing", "json", '{"schema": "nolle.case/1"\n "person": {}}', 2, "a comma"),
    ("a comma too many", "json", '{"schema": "nolle.case/1",\n}', 2, "a name in double quotes is missing"),
    ("single quotes", "json", "{'schema': 1}", 1, "a name in double quotes is missing"),
    ("json and more", "json", '{"schema": "nolle.case/1"}\n{}', 2, "after the end"),
    (
        "a json key twice",
        "json",
        '{"schema": "nolle.case/1",\n"person": {},\n"person": {}}',
        3,
        "person is given twice (first on line 2)",
    ),
    (
        "NaN in json",
        "json",
        '{"schema": "nolle.case/1",\n"person": {"age_stated": NaN}}',
        2,
        "a value is missing or not readable",
    ),
    ("a long number", "json", '{"schema": ' + "9" * 5000 + "}", 1, "far too long"),
    ("half a character", "json", '{"schema": "nolle.case/1",\n"party": {"full_name": "\\ud800"}}', 2, "U+D800"),
    ("a tab", "yaml", YAML + "person:\n\tbirth_date: 2004\n", 3, "this is not YAML"),
    ("a colon too many", "yaml", YAML + "person: birth_date: 2004\n", 2, "this is not YAML"),
    ("an open bracket", "yaml", YAML + "complete: [relative\n", 3, "this is not YAML"),
    (
        "a yaml key twice",
        "yaml",
        YAML + "person: {}\ncase: {}\nperson: {}\n",
        4,
        "person is given twice (first on line 2)",
    ),
    ("an alias", "yaml", YAML + "person: &a {}\ncase: *a\n", 3, "write the value out again"),
    ("laughter", "yaml", "a: &a [lol, lol]\nb: &b [*a, *a]\nc: [*b, *b]\n", 2, "an alias (*) stands here"),
    ("a merge", "yaml", YAML + "person: {<<: {in_us_now: true}}\n", 2, 'person has no "<<"'),
    ("a tag", "yaml", YAML + "person: !!python/object:os.system {}\n", 2, "a tag (!) stands here"),
    ("two documents", "yaml", YAML + "---\nperson: {}\n", 2, "a second document starts here"),
    ("a key that is a list", "yaml", YAML + "? [a]\n: b\n", 2, "a key here is not a word"),
    ("deep yaml", "yaml", YAML + "x: " + "[" * 5000, 2, "deep in each other"),
    ("deep yaml by dashes", "yaml", YAML + "x:\n  " + "- " * 5000, 3, "deep in each other"),
    ("yes in yaml", "yaml", YAML + "person:\n  in_us_now: yes\n", 3, '"yes" is neither true nor false'),
    ("no in yaml", "yaml", YAML + "person:\n  in_us_now: no\n", 3, "write true or false"),
    ("not a number in yaml", "yaml", YAML + "person:\n  age_stated: .nan\n", 3, "nan is not a whole number"),
    ("no end in yaml", "yaml", YAML + "person:\n  age_stated: -.inf\n", 3, "-inf is not a whole number"),
    ("rows in json", "json", '{"schema": "nolle.case/1",\n"relative": {}}', 2, '"relative": [ { ... } ]'),
    ("rows in yaml", "yaml", YAML + "relative:\n  status: usc\n", 2, "each row after a dash"),
    ("too many in toml", "toml", HEAD + "x = [" + "1," * 50_000 + "]", 1, "more than 20,000 values"),
    ("too many in json", "json", '{"schema": [' + "1," * 50_000 + "1]}", 1, "more than 20,000 values"),
    ("too many in yaml", "yaml", YAML + "x:\n" + "- 1\n" * 50_000, None, "more than 20,000 values"),
    ("a null byte", "toml", HEAD + "[person]\n\x00", 3, "U+0000"),
    ("a bell", "yaml", YAML + "person: \x07\n", 2, "U+0007"),
    ("an escape", "json", '{"schema":\n"\x1b[2J"}', 2, "U+001B"),
]


@pytest.mark.parametrize(
    ("format", "text", "line", "says"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_a_document_that_cannot_be_read(format: str, text: str, line: int | None, says: str) -> None:
    error = refused(text, format)
    assert says in str(error)
    assert error.count == 1
    assert "\n" not in str(error)
    if line is not None:
        assert error.line == line


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (HEAD.encode("utf-16"), None, "UTF-16"),
        (HEAD.encode("utf-16-le"), None, "UTF-16"),
        (
            (HEAD + '[party]\nfull_name = "José"').encode("cp1252"),
            3,
            "0xE9 is not UTF-8 text (perhaps the file is Windows-1252)",
        ),
        (b"\x89PNG\r\n\x1a\n", 1, "0x89 is not UTF-8"),
        (b"\xef\xbb\xbf" + HEAD.encode() + b"[persona]\n", 2, "did you mean person?"),
        (b"x" * (LARGEST + 1), None, "larger than 1,000,000 bytes"),
    ],
    ids=["utf-16", "utf-16 without a mark", "windows-1252", "a picture", "a mark is no fault", "too large"],
)
def test_bytes_that_are_not_a_case_file(data: bytes, line: int | None, says: str) -> None:
    error = refused(data)
    assert says in str(error)
    assert error.line == line


def test_twenty_megabytes_of_junk_are_refused_before_they_are_read(tmp_path: Path) -> None:
    junk = tmp_path / "junk.toml"
    with junk.open("wb") as file:
        file.truncate(20_000_000)
    with pytest.raises(CaseFileError, match="larger than"):
        read_case(junk)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="there is no such file"):
        read_case(tmp_path / "maria.toml")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "maria.toml").mkdir()
    with pytest.raises(CaseFileError, match="this is a folder"):
        read_case(tmp_path / "maria.toml")


@pytest.mark.parametrize("name", ["maria", "maria.docx", "", "a\x00.toml", "x" * 5000 + ".toml"])
def test_a_name_that_is_not_a_case_files(name: str) -> None:
    with pytest.raises(CaseFileError):
        read_case(name)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "maria.toml")
    with pytest.raises(CaseFileError, match="no such file"):
        read_case(tmp_path / "maria.toml")


def test_a_fact_recorded_tomorrow() -> None:
    text = HEAD + "[person]\nage_stated = { value = 4, on = 2026-11-04 }"
    error = refused(text, today=date(2026, 11, 3))
    assert "on is 2026-11-04, which has not come" in str(error)
    assert error.line == 3
    assert parse_case(text, "toml", today=date(2026, 11, 4))


def test_all_that_is_to_be_fixed_is_said_at_once_in_the_order_of_the_file() -> None:
    error = refused(HEAD + '[case]\nposture = "x"\n[person]\nage_stated = "x"\n[[relative]]\nstatus = "x"\n')
    assert [(p.line, p.field) for p in error.problems] == [
        (3, "case.posture"),
        (5, "person.age_stated"),
        (7, "relative[1].status"),
    ]
    assert str(error).splitlines()[0] == "maria.toml has 3 things to fix:"


def test_no_more_is_listed_than_will_be_read() -> None:
    error = refused(HEAD + "[person]\n" + "".join(f"x{n} = 1\n" for n in range(3000)))
    assert (len(error.problems), error.count) == (SHOWN, 3000)
    assert str(error).endswith("and 2980 more")


def test_an_error_carries_what_a_program_needs() -> None:
    error = refused(HEAD + '[person]\n  in_us_now = "si"\n')
    assert (error.line, error.column, error.field, error.found) == (3, 3, "person.in_us_now", '"si"')
    assert error.accepted == "write true or false, without quotes"
    assert isinstance(error, ValueError)


def test_what_is_shown_of_a_file_cannot_write_to_the_terminal() -> None:
    for text in (
        '["\\u001b[31m"]\n',
        '[filing."\\u009b"]\n',
        '[person]\n"\\u202e" = 1\n',
        '[person]\nbirth_date = "\\u001b"\n',
    ):
        assert str(refused(HEAD + text)).isprintable()


@settings(deadline=None)
@given(st.sampled_from(["toml", "json", "yaml"]), st.binary(max_size=200))
@example("yaml", b"? ? ?")
@example("yaml", b"%YAML 9.9\n---\n")
@example("yaml", b"!<tag:> a")
def test_no_bytes_give_anything_but_a_case_file_error(format: str, data: bytes) -> None:
    with pytest.raises(CaseFileError):
        parse_case(data, format)  # type: ignore[arg-type]


SCRAPS = st.lists(
    st.sampled_from(
        [
            *("schema", '"nolle.case/1"', "person", "relative", "filing", "i130", "birth_date", "status", "complete"),
            *("value", "min", "unknown", "on", "id", "main", "2004", "2004-05-07", "true", "null", "nan", "inf", "1e9"),
            *("[[", "]]", '"""', "'''", "0x1", "\\u", "\n  "),
            *"=:.,-[]{}'\"#|>&*!?%@`~\\\n\t\u00e9\u2028\ufeff",
        ]
    ),
    max_size=40,
)


@settings(deadline=None)
@given(st.sampled_from(["toml", "json", "yaml"]), SCRAPS, st.sampled_from(["", " "]))
def test_scraps_of_case_files_are_read_or_refused(format: str, scraps: list[str], between: str) -> None:
    head = {"toml": HEAD, "yaml": YAML, "json": '{"schema": "nolle.case/1",'}[format]
    with suppress(CaseFileError):
        parse_case(head + between.join(scraps), format)  # type: ignore[arg-type]
