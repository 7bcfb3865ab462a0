"""``nolle ask``: the interview as it appears in the terminal, typed or piped."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from nolle.facts.casefile import read_case
from nolle.logic import Missing

from .running import STORY_A, Ran, run

ONE = ("--only", "sijs_classification")
"""One pathway, so that an interview is short."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(monkeypatch: pytest.MonkeyPatch, said: str, *words: str) -> Ran:
    """Run ``nolle ask`` with lines on standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(said))
    return run("ask", *words)


def test_answers_are_kept_under_a_new_name_with_who_said_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "case.toml").write_text('schema = "nolle.case/1"\n')
    ran = ask(monkeypatch, "yes\nno\nquit\n")
    assert (ran.code, ran.err) == (0, "")
    assert "case-2.toml" in ran.out
    case = read_case(folder / "case-2.toml")
    assert case.cell("case.in_removal_proceedings").answer is True
    assert {cell.said_by for _, cell in case.told()} == {"client"}
    assert (folder / "case.toml").read_text() == 'schema = "nolle.case/1"\n'


def test_every_question_says_why_and_how_to_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = ask(monkeypatch, "quit\n").out
    for words in (
        "Do you have a case in immigration court?",
        "Why we ask: ",
        "(yes or no)",
        "skip · don’t know · back · help · quit",
        "for a licensed reader only",
        "legal advice",
    ):
        assert words in out
    assert not list(folder.iterdir()), "nothing was said, so nothing is saved"


def test_bad_answers_are_asked_again_with_a_hint_and_nothing_is_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = ask(monkeypatch, "banana\n\n[/bold]\nyes\nquit\n", "ana.toml")
    assert ran.out.count("! Please answer yes or no") == 2
    assert "Take your time" in ran.out
    assert ran.out.count("Do you have a case in immigration court?") == 1
    assert read_case("ana.toml").cell("case.in_removal_proceedings").answer is True


def test_skip_dont_know_back_and_help(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = ask(monkeypatch, "skip\nno sé\nI don't know\nhelp\nback 2\nback\nback\nyes\nquit\n", "ana.toml")
    assert "Skipped." in ran.out
    assert ran.out.count("That is fine: noted as not known.") == 2
    assert "Back 2." in ran.out
    assert "This is the first question of this session." in ran.out
    told = dict(read_case("ana.toml").told())
    assert {name: cell.answer for name, cell in told.items()} == {"case.in_removal_proceedings": True}


def test_an_interview_is_taken_up_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask(monkeypatch, "dk\ndk\n", "ana.toml", *ONE)
    assert "To go on: nolle ask ana.toml --only sijs_classification" in first.out
    again = ask(monkeypatch, "dk\n", "ana.toml", *ONE)
    assert "Going on with ana.toml: 2 answers are already there." in again.out
    assert len(list(read_case("ana.toml").told())) == 3


def test_a_whole_interview_in_spanish_has_no_english(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "no sé\n" * 120
    out = ask(
        monkeypatch, said, "ana.toml", "--lang", "es", "--only", "sijs_classification", "--only", "uac_asylum"
    ).out
    assert "ninguna otra pregunta puede cambiar algo" in out
    english = r"\b(the|you|your|and|did|was|were|is|why|yes|skip|back|please|answer|not|known|for)\b"
    left = re.sub(r"nolle (ask|screen) .*|--\S+ \S+|ana\.toml", "", out)
    assert not re.findall(english, left, re.IGNORECASE), re.findall(rf".*{english}.*", left, re.IGNORECASE)


def test_the_end_tells_what_to_do_and_the_duty_to_attend(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "ana.toml").write_text(
        'schema = "nolle.case/1"\n[case]\nin_removal_proceedings = true\nnext_hearing_on = "2096-01-14"\n'
        "[victim]\nbattery_or_extreme_cruelty = true\n"
    )
    out = " ".join(ask(monkeypatch, "quit\n", "ana.toml").out.split())
    assert "Next hearing: January 14, 2096. The duty to attend every hearing stays" in out
    assert "nolle screen ana.toml" in out
    assert "Still worth asking" in out
    assert "Questions left for a private talk" in out
    assert "Private answers, not shown here: 1" in out
    assert "Hurt, threatened" not in out, "a name alone could betray a person"
    assert "qualify" not in out
    mine = ask(monkeypatch, "quit\n", "ana.toml", "--for", "attorney").out
    assert "Hurt, threatened or controlled by family" in mine
    assert "For the attorney to find out" in mine


def test_a_hard_kill_loses_only_the_question_on_the_screen(folder: Path) -> None:
    talk = subprocess.Popen(
        [sys.executable, "-c", "from nolle.cli import main; main()", "ask", "ana.toml", *ONE],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    assert talk.stdin is not None
    talk.stdin.write(b"dk\ndk\n")
    talk.stdin.flush()
    try:
        _until(lambda: Path("ana.toml").exists() and len(list(read_case("ana.toml").told())) == 2)
    finally:
        talk.kill()
        talk.communicate()
    assert [p.name for p in folder.iterdir()] == ["ana.toml"]
    assert len(list(read_case("ana.toml").told())) == 2


def test_ctrl_c_leaves_with_the_file_saved_and_says_how_to_go_on(folder: Path) -> None:
    talk = subprocess.Popen(
        [sys.executable, "-c", "from nolle.cli import main; main()", "ask", "ana.toml", "--lang", "es", *ONE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert talk.stdin is not None
    talk.stdin.write("no sé\n".encode())
    talk.stdin.flush()
    try:
        _until(lambda: Path("ana.toml").exists())
        talk.send_signal(signal.SIGINT)
    finally:
        out, err = talk.communicate(timeout=120)
    assert (talk.returncode, err) == (130, b"")
    assert "Para continuar: nolle ask ana.toml --lang es" in out.decode()
    assert len(list(read_case("ana.toml").told())) == 1


def _until(so: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def test_json_is_the_next_question_and_writes_nothing(folder: Path) -> None:
    ran = run("ask", "--json")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1
    assert ran.json["fact"] == "case.in_removal_proceedings"
    assert ran.json["question"].keys() == {"en", "es"}
    assert not list(folder.iterdir())


def test_the_question_after_a_told_story_is_one_nobody_answered(folder: Path) -> None:
    asked = run("ask", STORY_A, "--on", "2023-10-06", "--json").json
    assert asked["done"] or read_case(STORY_A).cell(asked["fact"]).answer is Missing.NOT_ASKED


def test_the_attorney_is_recorded_as_who_said_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, "dk\n", "ana.json", "--for", "attorney", *ONE)
    assert {cell.said_by for _, cell in read_case("ana.json").told()} == {"attorney"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("ana.docx",), "not a case file's name"),
        (("--only", "sijs_clasification"), "Did you mean sijs_classification?"),
        (("--on", "yesterday"), "is not a day"),
    ],
)
def test_bad_input_is_one_sentence(folder: Path, words: tuple[str, ...], sentence: str) -> None:
    ran = run("ask", *words)
    assert ran.code == 2
    assert sentence in " ".join(ran.err.split())
