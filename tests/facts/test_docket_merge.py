"""What becomes of a docket folder that knows something already when a newer export is imported."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from nolle.facts.docket import DocketError, read_docket
from nolle.facts.docket import merging as merging_module
from nolle.facts.docket.importing import read_exports
from nolle.facts.docket.merging import merge
from nolle.logic.known import Missing
from nolle.logic.rough import Span

from .exports import CLIO, EXPORTS, bytes_of, counts, export, put, read


def test_a_folder_that_was_made_is_a_docket(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    assert counts(put(into, read_exports(CLIO, "clio"))) == (3, 0, 0, 0)
    docket = read_docket(into)
    assert docket.rejected.height == 0
    assert "court__judge" in docket.ignored["case.csv"]
    assert docket.case("2026-00031").cell("entry[clio-last].date").answer == Span(date(1998, 1, 1), date(1998, 12, 31))
    assert docket.case("2026-00031").cell("case.detained").answer is Missing.NOT_ASKED
    for path in into.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_names_and_a_numbers_are_where_no_rule_reads(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    put(into, read_exports(CLIO, "clio"))
    for path in into.glob("*.csv"):
        assert not {"A000000001", "Ana Example", "ana@example.org"} & set(
            path.read_text("utf-8").replace("\n", ",").split(",")
        )
    assert "A000000001" in (into / "papers" / "party.csv").read_text("utf-8")


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    put(into, read_exports(CLIO, "clio"))
    before = bytes_of(into)
    again = put(into, read_exports(CLIO, "clio"))
    assert (counts(again), again.files) == ((0, 0, 3, 0), {})
    assert bytes_of(into) == before


def test_a_newer_export_adds_and_fills_and_takes_nothing_away(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    put(into, read_exports(CLIO, "clio"))
    newer = put(into, read_exports([EXPORTS / "clio-matters-newer.csv"], "clio"))
    assert counts(newer) == (1, 2, 1, 0)
    docket = read_docket(into)
    hearing = docket.case("2023-00017").cell("case.next_hearing_on").answer
    assert hearing == Span(date(2027, 5, 12), date(2027, 5, 12)), "a blank never erases what is known"
    assert docket.case("2026-00031").cell("entry[clio-last].date").answer == Span(date(1998, 10, 1), date(1998, 10, 31))
    assert docket.case("2026-00040").cell("case.detained").answer is True


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        pytest.param("", "2004", "2004", id="what was not told is told"),
        pytest.param("2004", "", "2004", id="a blank"),
        pytest.param("2004", "unknown", "2004", id="an unknown takes nothing away"),
        pytest.param("unknown", "2004", "2004", id="what was not known is known"),
        pytest.param("2004", "2004-05-07", "2004-05-07", id="more exact"),
        pytest.param("2004-05-07", "2004", "2004-05-07", id="less exact"),
        pytest.param("2004/2006", "2005-02-01/2007-03-04", None, id="partly otherwise"),
        pytest.param("absent", "2004", None, id="there was none, and now there is"),
        pytest.param("2004", "2005", None, id="otherwise"),
        pytest.param("nonsense", "2005", None, id="the old cannot be read"),
    ],
)
def test_what_becomes_of_one_cell(tmp_path: Path, old: str, new: str, after: str | None) -> None:
    into = tmp_path / "docket"
    into.mkdir()
    header = "case_id,case__nta_served_on,color\n"
    export(into, f"{header}a,{old},red\n", "case.csv")
    found = read(tmp_path, f"case_id,case__nta_served_on\na,{new}\n", profile="generic")
    merged = put(into, found)
    kept = (into / "case.csv").read_text("utf-8")
    assert kept == f"{header}a,{after or old},red\n"
    assert len(merged.conflicts) == (after is None)
    if after is None:
        (conflict,) = merged.conflicts
        assert (conflict.fact, conflict.kept, conflict.newer) == ("case.nta_served_on", old, new)
        assert counts(put(into, found, newer_wins=True)) == (0, 1, 0, 0)
        assert (into / "case.csv").read_text("utf-8") == f"{header}a,{new},red\n"


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("Elena M. Mockup", "Elena Mockup", "Elena M. Mockup"),
        ("Elena Mockup", "Elena María Mockup", "Elena María Mockup"),
        ("José Muestra", "JOSE MUESTRA", "José Muestra"),
        ("Elena Mockup", "Elena Dummy", None),
        ("Elena Mockup", "Elena", None),
    ],
)
def test_a_name_said_less_fully_is_the_same_name(tmp_path: Path, old: str, new: str, after: str | None) -> None:
    into = tmp_path / "docket"
    put(into, read(tmp_path, f"Case ID,Full Name\na,{old}\n"))
    merged = put(into, read(tmp_path, f"Case ID,Full Name\na,{new}\n"))
    assert (into / "papers" / "party.csv").read_text("utf-8") == f"case_id,full_name\na,{after or old}\n"
    assert [c.fact for c in merged.conflicts] == ([] if after else ["party.full_name"])


def test_a_folder_kept_by_hand_keeps_its_rows_columns_and_words(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    into.mkdir()
    (into / "case.csv").write_bytes("case_id;ours;case__detained\r\nz;ñ;sí\r\na;;no\r\n".encode("cp1252"))
    export(into, "case_id,id,relationship\na,1,child\n", "relative.csv")
    export(into, "a note\n", "README.md")
    merged = put(into, read(tmp_path, "Case ID,Detained,DOB\na,No,2004\nz,true,\n"))
    assert counts(merged) == (0, 1, 1, 0)
    assert (into / "case.csv").read_text("utf-8") == (
        "case_id,ours,case__detained,person__birth_date\nz,ñ,sí,\na,,no,2004\n"
    )
    assert set(merged.files) == {"case.csv"}
    assert (into / "README.md").read_text("utf-8") == "a note\n"


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"case.csv": "case_id,x\na,1\na,2\n"}, "several times"),
        ({"case.csv": 'case_id,x\na,"1\nb,2\n'}, "cannot be told apart"),
        ({"case.csv": "id,x\na,1\n"}, "no column case_id"),
        ({"case.csv": "case_id,x,x\na,1,2\n"}, "one name"),
        ({"case.csv": "case_id,entry_1__date\na,2004\n"}, "beside each other"),
        ({"case.csv": "case_id\na\n", "filing.csv": "case_id,form\na,i130\n"}, "table of their own"),
        ({"case.parquet": ""}, "Parquet"),
    ],
)
def test_a_folder_in_which_something_would_be_lost_is_refused(tmp_path: Path, files: dict[str, str], what: str) -> None:
    into = tmp_path / "docket"
    into.mkdir()
    for name, text in files.items():
        export(into, text, name)
    before = bytes_of(into)
    with pytest.raises(DocketError, match=what):
        merge(into, read_exports(CLIO, "clio").cases)
    assert bytes_of(into) == before


def test_a_formula_is_kept_as_text(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    put(into, read(tmp_path, 'Case ID,Client Name,Immigration Judge\na,"=HYPERLINK(""x"")",+1+1\n'))
    written = [cell for data in bytes_of(into).values() for cell in data.decode().replace("\n", ",").split(",")]
    assert not [cell for cell in written if cell.strip('"').startswith(("=", "+", "@"))]
    before = bytes_of(into)
    put(into, read(tmp_path, 'Case ID,Client Name,Immigration Judge\na,"=HYPERLINK(""x"")",+1+1\n'))
    assert bytes_of(into) == before


@pytest.mark.parametrize("at", [0, 1, 2])
def test_killed_at_any_file_nothing_is_half_written_and_the_next_import_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    whole, into = tmp_path / "whole", tmp_path / "docket"
    text = "Case ID,Client Name,Date of Last Entry\na,Ana Example,2004\n"
    newer = text + "b,Beto Sample,2005\n"
    for folder in (whole, into):
        put(folder, read(tmp_path, text))
    before = bytes_of(into)
    put(whole, read(tmp_path, newer))
    plain, done = merging_module._write, []

    def killed(path: Path, data: bytes) -> None:
        if len(done) == at:
            raise KeyboardInterrupt
        done.append(path)
        plain(path, data)

    monkeypatch.setattr(merging_module, "_write", killed)
    with pytest.raises(KeyboardInterrupt):
        put(into, read(tmp_path, newer))
    monkeypatch.undo()
    for name, data in bytes_of(into).items():
        assert data in (before[name], bytes_of(whole)[name])
    assert read_docket(into).rejected.height == 0
    put(into, read(tmp_path, newer))
    assert bytes_of(into) == bytes_of(whole)


def test_a_new_folder_comes_into_being_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(path: Path, data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(merging_module, "_write", killed)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "docket", read_exports(CLIO, "clio"))
    assert list(tmp_path.iterdir()) == []
