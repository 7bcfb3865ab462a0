"""``nolle papers packet`` and ``nolle papers check``: what is printed, the exit codes, the approval."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from nolle.papers.approve import verify
from tests.cli.running import run

from .making import PACKET, packet_folder, page, written

SCHEMAS = resources.files("nolle.papers").joinpath("schemas")


def schema(name: str) -> Draft202012Validator:
    read = json.loads(SCHEMAS.joinpath(f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


def test_a_packet_is_bound_checked_and_approved(tmp_path: Path) -> None:
    toml, out = packet_folder(tmp_path), tmp_path / "filing.pdf"
    bound = run("papers", "packet", str(toml), "--out", str(out), "--on", "2026-11-21", "--json")
    assert bound.code == 0, bound.err
    assert not list(schema("packet").iter_errors(bound.json))
    assert (bound.json["pages"], bound.json["ready"], bound.json["draft"]) == (14, True, True)

    case = str(tmp_path / "case.toml")
    checked = run("papers", "check", str(out), "--case", case, "--on", "2026-11-21", "--json")
    assert checked.code == 0, checked.out
    assert checked.json == {"file": str(out), "pages": 14, "findings": []}

    call = ("papers", "packet", str(toml), "--out", str(out), "--by", "Ana Ruiz", "--number", "MD 12345")
    approved = run(*call)
    assert approved.code == 0, approved.err
    record = json.loads((tmp_path / "filing.approval.json").read_text("utf-8"))
    assert (record["who"], record["number"]) == ("Ana Ruiz", "MD 12345")
    assert record["sha256"] == sha256(out.read_bytes()).hexdigest()
    assert verify(tmp_path) == []
    again = run(*call)
    assert again.code == 2
    assert "approved bytes stay as they are" in again.err


def test_what_is_found_is_said_with_its_page_and_its_remedy(tmp_path: Path) -> None:
    file = written(tmp_path, "letter.pdf", page("My number is 219-09-9999 and no other."))
    found = run("papers", "check", str(file), "--on", "2026-11-21", "--json")
    assert found.code == 1
    assert not list(schema("check").iter_errors(found.json))
    assert [(one["page"], one["kind"]) for one in found.json["findings"]] == [(1, "private-number")]
    assert list(schema("check").iter_errors({**found.json, "findings": [{"page": 0, "kind": "other"}]}))
    plain = run("papers", "check", str(file), "--on", "2026-11-21")
    assert plain.code == 1
    assert "page 1  private-number" in plain.out


def test_a_packet_in_which_something_is_missing_is_bound_and_not_approved(tmp_path: Path) -> None:
    toml, out = packet_folder(tmp_path, PACKET.replace('certificate = "certificate.pdf"\n', "")), tmp_path / "out.pdf"
    bound = run("papers", "packet", str(toml), "--out", str(out))
    assert bound.code == 1
    assert "Not ready, Tab B: it is in Spanish and has no certificate of translation" in " ".join(bound.out.split())
    out.unlink()
    refused = run("papers", "packet", str(toml), "--out", str(out), "--by", "Ana Ruiz", "--number", "MD 12345")
    assert refused.code == 2
    assert "the packet is not ready (Tab B" in refused.err
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("packet", "no.toml", "--out", "out.pdf"), "no.toml cannot be opened"),
        (("packet", "packet.toml", "--out", "out.doc"), "is not the name of a PDF"),
        (("packet", "packet.toml", "--out", "no/out.pdf"), "there is no folder"),
        (("packet", "packet.toml", "--out", "out.pdf", "--by", "Ana"), "an approval needs a name"),
        (("check", "no.pdf"), "no.pdf cannot be opened"),
        (("check", "packet.toml"), "is not a PDF"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_mistake_is_one_sentence_and_exit_code_two(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = run("papers", *words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.startswith("nolle: ")
    assert ran.err.count("\n") == 1
