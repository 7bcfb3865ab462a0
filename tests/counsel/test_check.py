"""What the checks on our law look at.

That our law passes them is shown by ``nolle law check`` in tests/cli; that each kind of defect is found, in
tests/logic/test_proof.py.
"""

from nolle.counsel.check import citations, rules_of_our_law, used_elsewhere
from nolle.facts import vocabulary
from nolle.law.exposure import exposures
from nolle.law.pathways import pathways
from nolle.law.priorities import regimes


def test_every_pathway_exposure_and_category_is_checked() -> None:
    ids = {checked.id for checked in rules_of_our_law()}
    assert {pathway.id for pathway in pathways()} <= ids
    assert {exposure.id for exposure in exposures()} <= ids
    assert {f"{r.id}.{c.id}" for r in regimes().values() for c in r.categories} <= ids


def test_every_citation_outside_the_rules_is_known() -> None:
    assert list(citations()) == []


def test_every_fact_set_aside_is_a_fact() -> None:
    names = {field.name for field in vocabulary.fields()}
    assert used_elsewhere() <= names
