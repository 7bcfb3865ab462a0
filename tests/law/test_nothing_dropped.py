"""Every pathway, exposure and fact of the fact base is carried. The lists are kept in ``ids``."""

from pathlib import Path

from nolle.facts import vocabulary
from nolle.law.exposure import ORDER
from nolle.law.pathways import DISCRETION, RELIEF, pathways

IDS = Path(__file__).parent / "ids"


def listed(name: str) -> list[str]:
    return (IDS / f"{name}.txt").read_text("utf-8").split()


def test_every_pathway_is_carried_and_has_its_worked_cases() -> None:
    assert sorted((*DISCRETION, *RELIEF)) == listed("pathways") == sorted(p.id for p in pathways())
    for id in listed("pathways"):
        assert (Path(__file__).parent / f"test_{id}.py").is_file(), f"{id} has no worked cases"


def test_every_exposure_is_carried() -> None:
    assert sorted(ORDER) == listed("exposures")


def test_every_fact_is_carried() -> None:
    assert set(listed("facts")) <= {field.name for field in vocabulary.fields()}
