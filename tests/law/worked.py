"""Worked cases: a handful of facts, a date, a place, and what the law offered, with the authority it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nolle.counsel.status import Status, status
from nolle.facts.casefile import parse_case
from nolle.facts.derivations import definitions
from nolle.law.authorities import Law
from nolle.law.pathways import pathway
from nolle.law.tables import tables
from nolle.logic import Asked, Finding, judge, walk


@dataclass(frozen=True)
class Worked:
    """One worked case of a pathway. ``facts`` is TOML: ``person.birth_date = "2008-05-01"``."""

    story: str
    facts: str
    on: str
    status: str
    rests_on: str
    circuit: str | None = None
    rule: str | None = None
    truth: bool | None = None

    def __str__(self) -> str:
        return self.story


def ask(pathway_id: str, facts: str, on: str, circuit: str | None = None) -> tuple[Finding, Asked]:
    """The finding on a pathway's elements."""
    case = parse_case('schema = "nolle.case/1"\n' + facts, "toml", name="worked case")
    asked = Asked(case, Law(), date.fromisoformat(on), circuit, tables=tables(), definitions=definitions())
    return judge(pathway(pathway_id).elements, asked), asked


def check(pathway_id: str, worked: Worked) -> None:
    """Hold a worked case against the law: its status, one rule's truth if named, and the authority it rests on."""
    root, _ = ask(pathway_id, worked.facts, worked.on, worked.circuit)
    assert status(root) is Status(worked.status), f"{worked.story}: {status(root)}"
    rules = {rule.id: rule for rule in walk(pathway(pathway_id).elements)}
    cited = {cite for rule in rules.values() for cite in rule.cites} | set(pathway(pathway_id).cites)
    assert worked.rests_on in cited, f"{worked.story}: {worked.rests_on} is not cited by {pathway_id}"
    if worked.rule is not None:
        found = {f.rule.id: f for f in _below(root)}
        assert worked.rule in found, f"{worked.story}: {worked.rule} was not judged on {worked.on}"
        assert found[worked.rule].truth is worked.truth, f"{worked.story}: {worked.rule} is {found[worked.rule].truth}"


def _below(finding: Finding) -> list[Finding]:
    return [finding, *(f for part in finding.because for f in _below(part))]
