"""Every paper, advisal block and signature block of the fact base is carried. The lists are kept in ``ids``."""

from __future__ import annotations

import pytest

from nolle.law import authorities
from nolle.law.procedure import rules
from nolle.papers.draft import STYLES, PaperError, source_of
from nolle.papers.kinds import UnknownKind, advisals, kind, kinds, signatures

from .drafting import IDS, made


def listed(name: str) -> list[str]:
    return (IDS / f"{name}.txt").read_text("utf-8").split()


def test_nothing_is_dropped() -> None:
    assert sorted(k.id for k in kinds().values() if not k.ours) == listed("kinds")
    assert sorted(advisals()) == listed("advisals")
    assert sorted(signatures()) == listed("signatures")


@pytest.mark.parametrize("id", sorted(kinds()))
def test_every_paper_has_its_template_in_each_of_its_languages(id: str) -> None:
    for lang in kind(id).languages:
        assert source_of(id, lang).strip()


@pytest.mark.parametrize("id", sorted(kinds()))
def test_every_paper_cites_only_what_law_knows_and_is_signed_by_known_blocks(id: str) -> None:
    found = kind(id)
    for authority in (*found.must_cite, *found.may_cite):
        authorities.get(authority)
    assert set(found.signed_by) <= set(signatures())
    assert set(found.deadlines) <= set(rules())


def test_what_a_client_reads_is_in_both_languages_and_its_headings_too() -> None:
    for found in kinds().values():
        if found.audience == "client":
            assert found.languages == ("en", "es")
            assert all(section.heading is not None for section in found.sections)
        else:
            assert found.languages == ("en",)


def test_advice_to_a_client_is_privileged_and_nothing_sent_to_others_is() -> None:
    assert {k.id for k in kinds().values() if k.privileged} == {
        "client_advisal",
        "post_order_letter",
        "engagement_letter",
        "closing_letter",
        "joint_representation_letter",
    }


def test_papers_that_can_end_a_case_wait_for_the_exposure_answers() -> None:
    assert {k.id for k in kinds().values() if k.exposure_gate} == {
        "pd_request",
        "joint_motion_dismiss",
        "motion_terminate",
        "opposition_dhs_dismissal",
    }


def test_a_name_that_is_nearly_right_is_named() -> None:
    with pytest.raises(UnknownKind, match="Did you mean pd_request"):
        kind("pd_requst")


def test_a_court_paper_is_not_drafted_in_spanish() -> None:
    with pytest.raises(PaperError, match="English only"):
        made("motion_continue", lang="es")


def test_every_style_is_one_that_the_look_knows() -> None:
    assert set(STYLES) == {"court", "order", "form", "letter", "client", "card"}
