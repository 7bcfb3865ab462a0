"""Bad input of every kind: one clear sentence with its remedy on standard error, nothing else, exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import STORY_A, run

SCHEMA = b'schema = "nolle.case/1"\n'

WRONG_WORDS: list[tuple[tuple[str, ...], str, str]] = [
    (("scren",), "no such command 'scren'", "'screen'"),
    (("law", "shw", "x"), "no such command 'shw'", "'show'"),
    (("screen",), "missing argument", "nolle screen --help"),
    (("screen", STORY_A, "--circut", "ca4"), "no such option: --circut", "--circuit"),
    (("screen", STORY_A, "--on"), "'--on' requires an argument", "--help"),
    (("screen", STORY_A, "--on", "2023-02-30"), "'2023-02-30' is not a day", "2023-10-06"),
    (("screen", STORY_A, "--on", "10/06/2023"), "'10/06/2023' is not a day", "2023-10-06"),
    (("screen", STORY_A, "--on", "2023-W40-5"), "'2023-W40-5' is not a day", "2023-10-06"),
    (("screen", STORY_A, "--on", "0001-01-01"), "not a year nolle can answer for", "1900 to 2199"),
    (("screen", STORY_A, "--known-on", "soon"), "--known-on 'soon' is not a day", "2023-10-06"),
    (("screen", STORY_A, "--circuit", "ca12"), "'ca12' is not a circuit", "ca1 to ca11"),
    (("screen", STORY_A, "--regime", "doyle_2023"), "no regime 'doyle_2023'", "doyle_2022"),
    (("screen", STORY_A, "--regime", ""), "no regime ''", "nolle law list --kind regime"),
    (("screen", STORY_A, "--only", "sijs_clasification"), "no pathway 'sijs_clasification'", "sijs_classification"),
    (("screen", STORY_A, "--format", "docx"), "'docx' is not one of", "'html'"),
    (("screen", STORY_A, "--format", "pdf"), "not for the screen", "--out opinion.pdf"),
    (("screen", STORY_A, "--json", "--format", "html"), "ask for two formats", "Leave one out"),
    (("screen", STORY_A, "--lang", "fr"), "'fr' is not one of", "'es'"),
    (("demo", "--on", "2024-02-30"), "'2024-02-30' is not a day", "2023-10-06"),
    (("law", "show", "matter-of-castro-tumm"), "no 'matter-of-castro-tumm'", "matter-of-castro-tum"),
    (("law", "show", "doyle_2023"), "no 'doyle_2023'", "doyle_2022"),
    (("law", "in-force", "matter-of-castro-tumm"), "'matter-of-castro-tumm'", "matter-of-castro-tum"),
    (("law", "in-force", "zzz"), "'zzz'", "nolle law list"),
    (("law", "in-force", "matter-of-castro-tum", "--on", "2019"), "'2019' is not a day", "2023-10-06"),
    (("law", "governing", "administrative-closur"), "'administrative-closur'", "administrative-closure"),
    (("law", "governing", "administrative-closure", "--circuit", "x"), "'x' is not a circuit", "ca1 to ca11"),
    (("law", "timeline", "--topic", "asylm"), "'asylm'", "asylum"),
    (("law", "timeline", "--id", "doyle-202"), "'doyle-202'", "doyle-2022"),
    (("law", "list", "--topic", "asylm"), "'asylm'", "asylum"),
    (("law", "list", "--kind", "memo"), "'memo' is not one of", "'authority'"),
    (("law", "stale", "--on", "x"), "'x' is not a day", "2023-10-06"),
]


def refused(*words: str) -> str:
    """What the command says about this; held to one clear complaint, a clean output and exit code 2."""
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("nolle: ")
    assert "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize(("words", "wrong", "remedy"), WRONG_WORDS, ids=[" ".join(w[0]) for w in WRONG_WORDS])
def test_a_wrong_word_is_named_with_what_to_write_instead(words: tuple[str, ...], wrong: str, remedy: str) -> None:
    said = refused(*words)
    assert wrong in said
    assert remedy in said
    assert len(said.splitlines()) == 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    said = refused("screen", str(tmp_path / "nobody.toml"))
    assert "there is no such file: check the spelling and the folder" in said


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "case.toml").mkdir()
    assert "this is a folder: name a file in it" in refused("screen", str(tmp_path / "case.toml"))


def test_a_file_that_is_no_case_file(tmp_path: Path) -> None:
    (tmp_path / "case.docx").write_bytes(b"PK")
    assert "a name ending in .toml, .json or .yaml" in refused("screen", str(tmp_path / "case.docx"))


WRONG_FILES = [
    ("case.toml", b"", "nolle.case/1"),
    ("case.toml", b"[person\n", "line 1"),
    ("case.json", b'{"person": {', "line 1"),
    ("case.yaml", b"person: [", "line"),
    ("case.toml", SCHEMA + b"[person]\nfraud_or_misrepresentation = 3\n", "line 3, person.fraud_or_misrepresentation"),
    ("case.toml", SCHEMA + b'[person]\nbirth_dat = "1990"\n', "birth_date"),
    ("case.toml", SCHEMA + b'[person]\nbirth_date = "1990-02-30"\n', "line 3, person.birth_date"),
    ("case.toml", SCHEMA + b'[persn]\nbirth_date = "1990"\n', "person"),
    ("case.toml", SCHEMA + b'[case]\nopla_position = "maybe"\n', "line 3, case.opla_position"),
    ("case.toml", SCHEMA + b"[person]\nin_us_now = true\nin_us_now = true\n", "line 4"),
    ("case.toml", SCHEMA + "[person]\nname = 'Peña'\n".encode("latin-1"), "UTF-8"),
    ("case.toml", b"\x00" * 64, "case.toml"),
    ("case.json", b"[" * 5000, "case.json"),
]


@pytest.mark.parametrize(("name", "data", "place"), WRONG_FILES)
def test_a_broken_file_is_named_with_its_line_and_field(tmp_path: Path, name: str, data: bytes, place: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    said = refused("screen", str(file))
    assert str(file) in said
    assert place in said


def test_a_fact_recorded_in_the_future(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(SCHEMA + b'[person]\nbirth_date = { value = "1990", on = 2190-01-01 }\n')
    assert "line 3, person.birth_date" in refused("screen", str(file))


@pytest.mark.parametrize(
    "settings",
    [
        "[supervisor",
        '[supervisor]\nname = "Ana Ruiz"\n',
        'supervisor = "Ana"\n',
        "[supervisor]\nname = 5\nbar = 6\n",
        '[supervisor]\nname = "A\\u001b[31m"\nbar = "CA 1"\n',
    ],
)
def test_settings_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str) -> None:
    (tmp_path / "nolle.toml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "nolle.toml" in refused("screen", STORY_A, "--only", "asylum")
