"""Our own law passes its checks. (That each kind of defect is found is shown in tests/logic/test_proof.py.)"""

from nolle.counsel.check import check_law, citations, rules_of_our_law, used_elsewhere
from nolle.facts import vocabulary


def test_our_law_has_no_defect() -> None:
    told: list[str] = []
    found = check_law(told.append)
    assert [(d.kind, d.where, d.message) for d in found.defects] == []
    assert found.rules == len(rules_of_our_law()) > 80
    assert len(told) > found.rules


def test_every_citation_outside_the_rules_is_known() -> None:
    assert list(citations()) == []


def test_every_fact_set_aside_is_a_fact() -> None:
    names = {field.name for field in vocabulary.fields()}
    assert used_elsewhere() <= names
