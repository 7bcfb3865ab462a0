"""What changed over a docket is what changed for each of its cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import polars as pl
import pytest

from nolle.counsel.compare import compare
from nolle.counsel.docket.compare import as_if_in_force, compare_docket
from nolle.counsel.docket.screen import Request, screen
from nolle.counsel.docket.text_compare import called
from nolle.counsel.opinion import opinion
from nolle.law.exposure import exposures
from nolle.law.pathways import pathways
from nolle.law.priorities import Days, Regime, RegimeError, read_regime, regime, regimes, regimes_on
from nolle.logic import Finding, Force, walk
from nolle.logic.finding import AWAIT, GRANT
from nolle.logic.rule import Group

from .sampled import EXAMPLES, TODAY, case_file, sample

WORDS = {"True": "yes", "False": "no", "None": "unknown"}


@pytest.mark.parametrize(("a", "b"), [(date(2024, 6, 1), TODAY), (date(2020, 12, 1), date(2022, 5, 1))])
def test_who_moved_and_why_is_as_for_one_case(a: date, b: date) -> None:
    docket = sample(30)
    found = compare_docket([docket.frames], Request(a, sensitive=True), Request(b, sensitive=True))
    rows = {(r["case_id"], r["conclusion"]): r for r in found.moved.to_dicts() if r["conclusion"] != "priority"}
    circuits = dict(docket.frames["case"].select("case_id", "circuit").iter_rows())
    expected = {}
    for case_id, circuit in circuits.items():
        case = case_file(docket, case_id)
        one = compare(opinion(case, a, circuit=circuit), opinion(case, b, circuit=circuit))
        for moved in one.pathways:
            expected[case_id, moved.id] = (moved.before, moved.after, {f"{moved.id}.{t.rule}" for t in moved.because})
        for moved in one.exposure:
            lead = f"exposure.{moved.id}"
            because = {f"{lead}.{t.rule}" for t in moved.because}
            expected[case_id, lead] = (WORDS[moved.before], WORDS[moved.after], because)
    assert set(rows) == set(expected)
    for key, (before, after, because) in expected.items():
        row = rows[key]
        assert (row["before"], row["after"]) == (before, after), key
        told = set((row["because"] or "").split(";")) - {""}
        assert {id for id in told if not whole(id, because)} == because - beneath(told - because), key
    assert expected, "nothing moved: the dates test nothing"
    assert sum(group.cases for group in found.groups) == found.moved.height


@cache
def groups() -> dict[str, Group]:
    roots = {p.id: p.elements for p in pathways()} | {f"exposure.{e.id}": e.rule for e in exposures()}
    return {f"{id}.{r.id}": r for id, root in roots.items() for r in walk(root) if isinstance(r, Group)}


def whole(id: str, because: set[str]) -> bool:
    """Whether every part of a group is why, itself or by all its own parts."""
    if id not in groups():
        return False
    lead = id.removesuffix(groups()[id].id)
    return all(lead + part.id in because or whole(lead + part.id, because) for part in groups()[id].parts)


def beneath(named: set[str]) -> set[str]:
    """The rules beneath the groups that are named instead of them."""
    return {id.removesuffix(groups()[id].id) + rule.id for id in named for rule in walk(groups()[id])}


def test_a_group_is_named_instead_of_all_its_parts() -> None:
    a, b = (Request(on, only=("dismissal_without_prejudice",)) for on in (date(2024, 6, 1), TODAY))
    told = {group.because for group in compare_docket([sample(150).frames], a, b).groups}
    assert ("dismissal_without_prejudice.court_case_open",) in told
    assert not any({"nta_filed", "nta_filing_date_known"} <= {id.partition(".")[2] for id in one} for one in told)


OUTCOMES = {"closed": (AWAIT, False), "open": (GRANT, True), "awaiting": (AWAIT, True)}
"""The reading a status rests on, and its answer there."""


def places(finding: Finding, helps: bool = True) -> Iterator[tuple[str, bool, Finding]]:
    """Every finding beneath, with the id of its rule and whether its being true helps there."""
    yield finding.rule.id, helps, finding
    turns = isinstance(finding.rule, Group) and finding.rule.how == "not"
    for part in finding.because:
        yield from places(part, helps is not turns)


@pytest.mark.parametrize(("a", "b"), [(date(2024, 6, 1), TODAY), (TODAY, date(2012, 1, 1))])
def test_no_rule_that_is_met_is_why_a_way_closed_and_none_that_is_not_why_one_opened(a: date, b: date) -> None:
    docket = sample(60)
    moved = compare_docket([docket.frames], Request(a, sensitive=True), Request(b, sensitive=True)).moved
    moved = moved.filter(pl.col("after").is_in([*OUTCOMES]) & pl.col("because").is_not_null())
    moved = moved.filter((pl.col("before") != "open") | (pl.col("after") != "awaiting"))
    circuits = dict(docket.frames["case"].select("case_id", "circuit").iter_rows())
    for (case_id,), rows in moved.group_by("case_id"):
        now = opinion(case_file(docket, str(case_id)), b, circuit=circuits[case_id])
        roots = {report.pathway.id: report.root for report in now.reports}
        for conclusion, after, because in rows.select("conclusion", "after", "because").iter_rows():
            reading, answer = OUTCOMES[after]
            for told in because.split(";"):
                rule = told.removeprefix(f"{conclusion}.")
                there = [(f, helps) for id, helps, f in places(roots[conclusion]) if id == rule]
                right = [f.force is Force.OUT or f.reading(reading) is (answer is helps) for f, helps in there]
                assert any(right), (case_id, told, after)
    assert {"closed", "open"} <= set(moved["after"]), "nothing closed or opened: the dates test nothing"


def compared(a: Request, b: Request) -> list[dict[str, Any]]:
    """Whose priority moved between two askings of the same thirty cases."""
    rows = compare_docket([sample(30).frames], a, b).moved.to_dicts()
    return [row for row in rows if row["conclusion"] == "priority"]


def asked(on: date, *under: Regime) -> Request:
    return Request(on, only=("registry",), sensitive=True, regimes=under or None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (date(2022, 6, 24), date(2022, 6, 25)),
        (date(2025, 1, 20), TODAY),
        (date(2016, 6, 1), date(2021, 6, 1)),
    ],
)
def test_only_the_regime_that_governs_is_responsible_for_a_priority(a: date, b: date) -> None:
    rows = compared(asked(a), asked(b))
    assert rows, "nothing moved: the dates test nothing"
    live = {
        f"regime.{governing.id}.{c.id}": governing
        for on in (a, b)
        for governing in regimes_on(on)[:1]
        for c in governing.categories
        if c.status(on) != "not-in-force"
    }
    told = {rule for row in rows for rule in (row["because"] or "").split(";") if rule}
    assert told <= set(live), "a memo that a later one stands before names nobody's reason"
    for row in rows:
        if row["after"] == "unknown" and not regimes_on(b)[0].categories:
            assert row["missing"] is None, "no fact settles what no category asks"


def test_no_category_that_is_not_met_is_why_somebody_became_a_priority() -> None:
    frames = [sample(150).frames]
    a, b = (Request(on, only=("registry",), sensitive=True) for on in (date(2025, 3, 1), date(2025, 9, 1)))
    rows = compare_docket(frames, a, b).moved.filter(pl.col("conclusion") == "priority")
    (part,) = screen(frames, b)
    now = {row["case_id"]: row for row in part.to_dicts()}
    met = {"yes": {True}, "no": {False}}
    for case_id, after, because in rows.select("case_id", "after", "because").iter_rows():
        told = {now[case_id][rule.replace("regime.", "regime__").replace(".", "__")] for rule in because.split(";")}
        assert told <= met.get(after, {True, False, None}), case_id
    assert "yes" in set(rows["after"]), "nobody became one: the dates test nothing"


@pytest.mark.parametrize("b", [date(2021, 1, 20), date(2022, 6, 25)])
def test_a_day_without_a_policy_that_sorts_people_leaves_everybody_unknown(b: date) -> None:
    rows = compared(asked(date(2016, 6, 1)), asked(b))
    assert {row["after"] for row in rows} == {"unknown"}
    assert {row["missing"] for row in rows} == {None}


def test_a_draft_that_has_not_begun_is_asked_as_if_it_had() -> None:
    draft = read_regime(EXAMPLES / "policies" / "draft.toml")
    assert draft.status(TODAY) == "not-in-force", "the example begins later"
    governing = regimes_on(TODAY)[0]
    rows = compared(asked(TODAY, governing), asked(TODAY, as_if_in_force(draft, TODAY)))
    moves = {(row["before"], row["after"]) for row in rows}
    assert {("yes", "no"), ("yes", "unknown")} <= moves
    assert as_if_in_force(governing, TODAY).days == governing.days


def test_of_a_draft_what_has_ended_stays_ended() -> None:
    stored = regime("regime_2025")
    first, *others = stored.categories
    past = Days(date(2025, 1, 20), date(2025, 6, 1), "in-force")
    later = Days(date(2027, 1, 1), None, "in-force")
    draft = replace(
        stored, days=(later,), categories=(replace(first, days=(past,)), replace(others[0], days=(later,)), *others[1:])
    )
    begun = as_if_in_force(draft, TODAY)
    assert begun.status(TODAY) == "in-force"
    assert [c.status(TODAY) for c in begun.categories[:2]] == ["not-in-force", "in-force"]


def with_a_node(**scope: Any) -> Regime:
    """The example draft, begun on 2026-12-01, with one condition of its first category in another scope."""
    draft = read_regime(EXAMPLES / "policies" / "draft.toml")
    first = draft.categories[0]
    assert isinstance(first.rule, Group)
    ewi, since_2024 = first.rule.parts
    parts = (ewi, replace(since_2024, scope=replace(since_2024.scope, **scope)))
    return replace(draft, categories=(replace(first, rule=replace(first.rule, parts=parts)),))


def sorted_by(draft: Regime, on: date) -> list[Any]:
    (part,) = screen([sample(30).frames], asked(on, as_if_in_force(draft, on)))
    return part["priority"].to_list()


BEGINS, BEGUN = date(2026, 12, 1), date(2026, 12, 2)


@pytest.mark.parametrize(
    ("scope", "drops_out"),
    [
        ({"since": BEGINS}, False),
        ({"since": date(2026, 11, 25)}, False),
        ({"since": TODAY - timedelta(30)}, False),
        ({"since": date(2026, 12, 3)}, True),
        ({"until": date(2026, 10, 31)}, True),
        ({"until": date(2026, 11, 30)}, True),
        ({"until": BEGUN}, False),
    ],
)
def test_the_rules_of_a_draft_asked_early_stand_as_on_its_first_day(scope: dict[str, date], drops_out: bool) -> None:
    early, begun = (sorted_by(with_a_node(**scope), on) for on in (TODAY, BEGUN))
    assert early == begun
    assert (early != sorted_by(with_a_node(), TODAY)) is drops_out, "what drops out must be seen in the answers"


def test_a_category_asked_early_has_the_rules_of_its_own_first_day() -> None:
    draft, later = with_a_node(since=date(2027, 1, 1)), Days(date(2027, 1, 1), None, "in-force")
    own = replace(draft, categories=(replace(draft.categories[0], days=(later,)),))
    assert sorted_by(own, TODAY) == sorted_by(with_a_node(), TODAY)
    ended = replace(draft, days=(Days(date(2026, 1, 1), None, "in-force"),))
    assert as_if_in_force(ended, TODAY).categories[0].rule is ended.categories[0].rule


def test_a_draft_whose_rule_rests_on_law_that_changes_before_it_begins_is_not_asked_early() -> None:
    draft = replace(with_a_node(force=("doyle-2022",)), days=(Days(date(2022, 4, 25), None, "in-force"),))
    with pytest.raises(RegimeError, match=r"ask the draft on 2022-04-25, when it begins, or take 'force' out of since"):
        as_if_in_force(draft, date(2022, 1, 1))
    assert as_if_in_force(draft, date(2022, 4, 25)).days == draft.days


def test_a_draft_may_have_the_id_of_the_regime_it_would_change() -> None:
    stored = regime("regime_2025")
    draft = replace(stored, categories=stored.categories[:0])
    rows = compared(asked(TODAY, stored), asked(TODAY, draft))
    assert rows
    assert {row["after"] for row in rows} == {"unknown"}, "the draft names no group"


def test_every_day_a_regime_begins_or_has_ended_can_be_asked() -> None:
    days = {row.since for one in regimes().values() for row in one.days}
    days |= {row.until + timedelta(1) for one in regimes().values() for row in one.days if row.until is not None}
    frames = sample(30).frames
    case = frames["case"].drop("as_of", strict=False).head(len(days))
    some = {name: frame.filter(pl.col("case_id").is_in(case["case_id"].implode())) for name, frame in frames.items()}
    own = case.with_columns(pl.Series("as_of", sorted(days)[: case.height]))
    (part,) = screen([{**some, "case": own}], Request(TODAY, only=("registry",), sensitive=True))
    for row in part.to_dicts():
        found = opinion(case_file(sample(30), row["case_id"]), row["as_of"], circuit=row["circuit"]).priority
        named = found.regime.id if found.regime is not None else None
        assert (row["priority__regime"], row["priority"], row["priority__tier"]) == (named, found.truth, found.tier)


def test_no_category_is_named_before_its_first_day() -> None:
    docket, on = sample(150), date(2025, 1, 20)
    for case_id in docket.frames["case"]["case_id"]:
        found = opinion(case_file(docket, case_id), on).priority
        named = {
            raised.category.tier or raised.category.id for raised in found.categories if raised.status == "in-force"
        }
        assert found.tier is None or found.tier in named, case_id
        if any(raised.status == "not-in-force" and raised.root.truth is True for raised in found.categories):
            return
    pytest.fail("no case meets a category that begins later: this tests nothing")


def test_categories_are_named_behind_their_regime_those_of_one_before_those_of_the_next() -> None:
    before, after = date(2025, 1, 10), TODAY
    only = ("registry",)
    found = compare_docket(
        [sample(30).frames], Request(before, only=only, sensitive=True), Request(after, only=only, sensitive=True)
    )
    told = {called(group.because, found, "en") for group in found.groups if group.conclusion == "priority"}
    assert "The 2025 regime: Every removable person may be subject to enforcement" in told
    both = [text for text in told if " → " in text]
    assert both
    for text in both:
        assert text.startswith("Mayorkas and Doyle framework reinstated")
        assert text.count("The 2025 regime: ") == 1


def test_a_category_that_is_met_but_blocked_is_why_the_answer_is_unknown() -> None:
    stored = regime("regime_2025")
    everybody = next(c for c in stored.categories if c.id == "all")
    blocked = replace(everybody, days=(Days(date(2026, 1, 1), None, "enjoined"),))
    draft = replace(stored, id="a_draft", categories=(blocked,))
    rows = [row for row in compared(asked(TODAY, stored), asked(TODAY, draft)) if row["after"] == "unknown"]
    assert rows
    assert all("regime.a_draft.all" in row["because"].split(";") for row in rows)
    blocked_now = replace(stored, categories=(blocked,))
    rows = compared(asked(TODAY, replace(stored, categories=(everybody,))), asked(TODAY, blocked_now))
    assert {(row["before"], row["after"], row["because"]) for row in rows} == {
        ("yes", "unknown", "regime.regime_2025.all")
    }
