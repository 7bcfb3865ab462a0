"""Enforcement-priority regimes: each category met and not met, each exception, and the status around every window."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from nolle.facts.casefile import parse_case
from nolle.facts.derivations import definitions
from nolle.law import authorities, factors
from nolle.law.authorities import Law
from nolle.law.priorities import ORDER, RegimeError, read_regime, regime, regimes, regimes_on
from nolle.law.tables import tables
from nolle.logic import Asked, Truth, judge, walk
from nolle.logic.rule import CIRCUITS

IDS = (Path(__file__).parent / "ids" / "regimes.txt").read_text("utf-8").split()

HEAD = 'schema = "nolle.case/1"\n'
CLOSED = 'complete = ["entry", "conviction", "arrest"]\n'

NOTHING = """
person.us_citizen_confirmed = true
person.security_or_terrorism_concern = false
person.fraud_or_misrepresentation = false
person.gang_allegation = "none"
person.in_us_now = true
person.present_in_us_since = "1999-05-01"
case.final_order = false
case.final_order_on = { absent = true }
case.reinstated = false
case.mandatory_detention_ground = false
case.circuit = "2"
filing.i131_pip.status = "none"
equity.caused_delay_or_missed_checkins = false
"""
"""A person whom no category names; facts are changed in it one at a time."""

ADMITTED = '[[entry]]\ndate = "1999-05-01"\nmanner = "admitted_visa"\napprehended_at_border = false\n'


def facts(changed: str = "", rows: str = ADMITTED) -> str:
    names = {line.split(" = ")[0] for line in changed.splitlines()}
    kept = [line for line in NOTHING.splitlines() if line.split(" = ")[0] not in names]
    return CLOSED + "\n".join((*kept, changed)) + "\n" + rows


def met(regime_id: str, category_id: str, told: str, on: str, circuit: str | None = None) -> Truth:
    case = parse_case(HEAD + told, "toml", name="worked case")
    asked = Asked(case, Law(), date.fromisoformat(on), circuit, tables=tables(), definitions=definitions())
    category = next(c for c in regime(regime_id).categories if c.id == category_id)
    return judge(category.rule, asked).truth


def entered(day: str, manner: str = "ewi", at_border: bool = False) -> str:
    return f'[[entry]]\ndate = "{day}"\nmanner = "{manner}"\napprehended_at_border = {str(at_border).lower()}\n'


def convicted(**fields: object) -> str:
    written = {"offense_class": "misdemeanor", "immigration_class": [], "disposition": "convicted"} | fields
    lines = (f"{name} = {json.dumps(value)}" for name, value in written.items())
    return ADMITTED + "[[conviction]]\n" + "\n".join(lines) + "\n"


def conviction(**fields: object) -> str:
    return convicted(**fields).removeprefix(ADMITTED)


SECURITY = facts("person.security_or_terrorism_concern = true")
FRAUD = facts("person.fraud_or_misrepresentation = true")
FELONY = facts(rows=convicted(offense_class="felony"))
AGGRAVATED = facts(rows=convicted(immigration_class=["aggravated_felony"]))
THREE_MISDEMEANORS = facts(rows=ADMITTED + conviction() * 3)
GANG_AT_17 = facts('person.gang_allegation = "admitted"\nperson.gang_participation_age = 17')
GANG_AT_15 = facts('person.gang_allegation = "admitted"\nperson.gang_participation_age = 15')
FINAL_ORDER = facts("case.final_order = true")
OPEN_CHARGE = facts(rows=ADMITTED + "[[arrest]]\nopen_charge = true\nlaken_riley_offense = false\n")
PENDING = facts(rows=convicted(disposition="pending"))
DISMISSED = facts(
    rows=convicted(offense_class="felony", immigration_class=["aggravated_felony"], disposition="dismissed")
)
THREE_DISMISSED = facts(rows=ADMITTED + conviction(custody_days_to_serve=0, disposition="dismissed") * 3)
NO_ONE = facts()
GRAVE = facts(rows=convicted(gravity="high", weapon_or_serious_harm=False))
HARM = facts(rows=convicted(gravity="low", weapon_or_serious_harm=True))
LESSER = facts(rows=convicted(gravity="low", weapon_or_serious_harm=False))

CASES = [
    (
        "morton_2011",
        "p1",
        "2012-01-01",
        [SECURITY, FELONY, THREE_MISDEMEANORS, GANG_AT_17],
        [NO_ONE, GANG_AT_15, DISMISSED, THREE_DISMISSED],
    ),
    (
        "morton_2011",
        "p2",
        "2012-01-01",
        [
            facts(rows=entered("2005-01-01", at_border=True)),
            facts('person.present_in_us_since = "2011-06-01"', entered("2011-06-01")),
        ],
        [NO_ONE, facts('person.present_in_us_since = "2011-01-01"', entered("2011-01-01"))],
    ),
    (
        "morton_2011",
        "p3",
        "2012-01-01",
        [
            facts("case.final_order = true\nequity.caused_delay_or_missed_checkins = true"),
            facts("case.reinstated = true"),
            FRAUD,
        ],
        [NO_ONE, FINAL_ORDER],
    ),
    (
        "johnson_2014",
        "p1",
        "2015-06-01",
        [SECURITY, FELONY, AGGRAVATED, GANG_AT_17, facts(rows=entered("2010-01-01", at_border=True))],
        [
            NO_ONE,
            GANG_AT_15,
            facts(rows=convicted(offense_class="felony", immigration_class=["immigration_status_offense"])),
            facts(rows=convicted(offense_class="felony", disposition="vacated")),
            DISMISSED,
        ],
    ),
    (
        "johnson_2014",
        "p2",
        "2015-06-01",
        [
            facts(rows=ADMITTED + conviction(custody_days_to_serve=0) * 3),
            facts(rows=convicted(immigration_class=["dui"], custody_days_to_serve=0)),
            facts(rows=convicted(custody_days_to_serve=90)),
            facts('person.present_in_us_since = "2014-01-02"', entered("2014-01-02")),
            FRAUD,
        ],
        [
            NO_ONE,
            facts(rows=convicted(custody_days_to_serve=89)),
            facts(rows=convicted(immigration_class=["dui"], custody_days_to_serve=90, disposition="dismissed")),
            THREE_DISMISSED,
            facts(rows=ADMITTED + conviction(immigration_class=["minor_traffic"], custody_days_to_serve=0) * 3),
            facts('person.present_in_us_since = "2014-01-01"', entered("2014-01-01")),
        ],
    ),
    (
        "johnson_2014",
        "p3",
        "2015-06-01",
        [facts('case.final_order_on = "2014-01-01"')],
        [facts('case.final_order_on = "2013-12-31"')],
    ),
    (
        "kelly_2017",
        "all",
        "2018-01-01",
        [facts("person.us_citizen_confirmed = false")],
        [NO_ONE],
    ),
    (
        "kelly_2017",
        "listed",
        "2018-01-01",
        [SECURITY, FRAUD, FINAL_ORDER, OPEN_CHARGE, PENDING, LESSER, facts(rows=entered("2010-01-01", at_border=True))],
        [NO_ONE, DISMISSED],
    ),
    ("eo_13768_2017", "listed", "2017-02-01", [SECURITY, FRAUD, FINAL_ORDER, OPEN_CHARGE, LESSER], []),
    *[
        (id, "ns", on, [SECURITY], [NO_ONE])
        for id, on in (
            ("pekoske_2021", "2021-02-10"),
            ("ice_interim_2021", "2021-06-01"),
            ("mayorkas_2021", "2022-01-01"),
            ("doyle_2022", "2022-05-01"),
            ("reinstated_2023", "2024-01-01"),
        )
    ],
    *[
        (
            id,
            "border",
            on,
            [
                facts(rows=entered("2020-11-01", at_border=True)),
                facts('person.present_in_us_since = "2020-11-01"', entered("2020-11-01")),
            ],
            [NO_ONE, facts('person.present_in_us_since = "2020-10-31"', entered("2020-10-31", at_border=True))],
        )
        for id, on in (("pekoske_2021", "2021-02-10"), ("ice_interim_2021", "2021-06-01"))
    ],
    *[
        (
            id,
            "border",
            on,
            [facts(rows=entered("2010-01-01", at_border=True)), facts(rows=entered("2020-11-02"))],
            [NO_ONE, facts(rows=entered("2020-11-01"))],
        )
        for id, on in (
            ("mayorkas_2021", "2022-01-01"),
            ("doyle_2022", "2022-05-01"),
            ("reinstated_2023", "2024-01-01"),
        )
    ],
    ("pekoske_2021", "ps", "2021-02-10", [AGGRAVATED], [NO_ONE, LESSER, DISMISSED]),
    ("ice_interim_2021", "ps", "2021-06-01", [AGGRAVATED, GANG_AT_17], [NO_ONE, GANG_AT_15]),
    *[
        (id, "ps", on, [GRAVE, HARM], [NO_ONE, LESSER])
        for id, on in (
            ("mayorkas_2021", "2022-01-01"),
            ("doyle_2022", "2022-05-01"),
            ("reinstated_2023", "2024-01-01"),
        )
    ],
    (
        "trasvina_2021",
        "presumed",
        "2021-07-01",
        [SECURITY, AGGRAVATED, facts(rows=entered("2020-11-01", at_border=True))],
        [NO_ONE, GANG_AT_15],
    ),
    ("regime_2025", "all", "2026-11-21", [facts("person.us_citizen_confirmed = false")], [NO_ONE]),
    (
        "regime_2025",
        "lra",
        "2026-11-21",
        [
            facts(rows=entered("2010-01-01") + "[[arrest]]\nopen_charge = false\nlaken_riley_offense = true\n"),
            facts(
                rows=entered("2022-01-01", "paroled") + "[[arrest]]\nopen_charge = true\nlaken_riley_offense = true\n"
            ),
        ],
        [
            NO_ONE,
            facts(rows=entered("2010-01-01")),
            facts(rows=entered("2022-01-01", "paroled")),
            facts(rows=ADMITTED + "[[arrest]]\nopen_charge = true\nlaken_riley_offense = true\n"),
        ],
    ),
    (
        "regime_2025",
        "er",
        "2026-11-21",
        [facts('person.present_in_us_since = "2024-11-22"', entered("2024-11-22"))],
        [NO_ONE, facts('person.present_in_us_since = "2024-11-21"', entered("2024-11-21"))],
    ),
    (
        "regime_2025",
        "ewi_detention",
        "2026-07-27",
        [facts('case.circuit = "5"', entered("2010-01-01")), facts('case.circuit = "9"', entered("2010-01-01"))],
        [facts('case.circuit = "2"', entered("2010-01-01")), facts('case.circuit = "5"')],
    ),
]


@pytest.mark.parametrize(("id", "category", "on", "yes", "no"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_each_category_met_and_not_met(id: str, category: str, on: str, yes: list[str], no: list[str]) -> None:
    assert [met(id, category, told, on) for told in yes] == [True] * len(yes)
    assert [met(id, category, told, on) for told in no] == [False] * len(no)


@pytest.mark.parametrize(
    ("id", "category", "on"),
    [("morton_2011", "p1", "2012-01-01"), ("johnson_2014", "p1", "2015-06-01"), ("pekoske_2021", "ps", "2021-02-10")],
)
def test_a_charge_whose_end_is_not_known_is_not_known_to_be_a_priority(id: str, category: str, on: str) -> None:
    """The memos speak of convictions (INA 101(a)(48)(A))."""
    rows = '[[conviction]]\noffense_class = "felony"\nimmigration_class = ["aggravated_felony"]\n'
    assert met(id, category, facts(rows=ADMITTED + rows), on) is None


def test_every_category_has_a_case() -> None:
    assert {(c[0], c[1]) for c in CASES} == {(r.id, c.id) for r in regimes().values() for c in r.categories}


def test_the_2017_order_left_part_to_an_officers_judgement() -> None:
    """Chargeable acts, benefits and an officer's view of risk are never a fact: the group is never surely empty."""
    assert met("eo_13768_2017", "listed", NO_ONE, "2017-02-01") is None


def test_the_2021_opla_guidance_used_the_interim_priorities_only_while_they_lasted() -> None:
    category = regime("trasvina_2021").categories[0]
    days = ("2021-08-29", "2021-08-30", "2021-09-15", "2021-11-28", "2021-11-29")
    found = [category.status(date.fromisoformat(day)) for day in days]
    assert found == ["in-force", "unknown", "partly-in-force", "partly-in-force", "not-in-force"]


CATEGORY_DAYS = [
    ("er", "2025-01-20", "not-in-force"),
    ("er", "2025-01-21", "in-force"),
    ("er", "2025-08-28", "in-force"),
    ("er", "2025-08-29", "enjoined"),
    ("er", "2026-06-22", "enjoined"),
    ("er", "2026-06-23", "in-force"),
    ("lra", "2025-01-28", "not-in-force"),
    ("lra", "2025-01-29", "in-force"),
    ("ewi_detention", "2025-07-07", "not-in-force"),
    ("ewi_detention", "2025-07-08", "in-force"),
]


@pytest.mark.parametrize(("category", "on", "status"), CATEGORY_DAYS)
def test_a_category_may_have_days_of_its_own(category: str, on: str, status: str) -> None:
    found = next(c for c in regime("regime_2025").categories if c.id == category)
    assert found.status(date.fromisoformat(on)) == status


NO_BOND_POSITION = [
    ("2", "2025-10-01", True),
    ("7", "2025-12-10", True),
    ("7", "2025-12-11", False),
    ("2", "2026-05-10", True),
    ("2", "2026-05-11", False),
    ("3", "2026-05-10", True),
    ("3", "2026-05-11", None),
    ("2", "2026-07-27", False),
    ("2", "2026-07-28", None),
    ("7", "2026-11-21", None),
    ("5", "2026-11-21", True),
    ("9", "2026-11-21", True),
]


@pytest.mark.parametrize(("circuit", "on", "answer"), NO_BOND_POSITION)
def test_the_no_bond_position_follows_the_day_a_circuit_ruled(circuit: str, on: str, answer: Truth) -> None:
    told = facts(f'case.circuit = "{circuit}"', entered("2010-01-01"))
    assert met("regime_2025", "ewi_detention", told, on) is answer


EXCEPTIONS = {
    "morton_2011": ["veterans", "national security"],
    "johnson_2014": ["asylum", "Priority 1", "Priority 2", "Priority 3"],
    "ice_interim_2021": ["Field Office Director", "rebut the presumption"],
    "trasvina_2021": ["Dismissal favored"],
    "doyle_2022": ["dismissal is preferred"],
}


@pytest.mark.parametrize("id", ORDER)
def test_each_exception_is_told(id: str) -> None:
    expected, told = EXCEPTIONS.get(id, []), regime(id).exceptions
    assert len(told) == len(expected)
    for words, exception in zip(expected, told, strict=True):
        assert words in exception.en
        assert exception.es


WINDOWS = [(r.id, place) for r in regimes().values() for place in range(len(r.days))]


@pytest.mark.parametrize(("id", "place"), WINDOWS)
def test_status_around_every_window(id: str, place: int) -> None:
    """The day before, the first, the last and the day after; windows neither overlap nor leave gaps."""
    days, one = regime(id).days, timedelta(days=1)
    window = days[place]
    assert regime(id).status(window.since) == window.status
    before = days[place - 1].status if place else "not-in-force"
    assert regime(id).status(window.since - one) == before
    if window.until is None:
        assert regime(id).status(date(2100, 1, 1)) == window.status
    else:
        assert regime(id).status(window.until) == window.status
        after = days[place + 1].status if place + 1 < len(days) else "not-in-force"
        assert regime(id).status(window.until + one) == after


ON_THE_DAY = [
    ("2000-11-16", []),
    ("2005-01-01", ["meissner_2000"]),
    ("2012-06-15", ["morton_2011", "meissner_2000"]),
    ("2015-01-04", ["morton_2011", "meissner_2000"]),
    ("2015-01-05", ["johnson_2014", "meissner_2000"]),
    ("2017-02-19", ["eo_13768_2017", "johnson_2014", "meissner_2000"]),
    ("2017-02-20", ["kelly_2017"]),
    ("2021-01-25", []),
    ("2021-06-15", ["trasvina_2021", "ice_interim_2021", "pekoske_2021"]),
    ("2022-04-24", ["mayorkas_2021", "trasvina_2021"]),
    ("2022-04-25", ["doyle_2022", "mayorkas_2021"]),
    ("2022-06-25", ["interim_2022_2023", "doyle_2022"]),
    ("2023-10-06", ["reinstated_2023", "doyle_2022"]),
    ("2025-01-19", ["reinstated_2023", "doyle_2022"]),
    ("2025-01-20", ["regime_2025"]),
    ("2026-11-21", ["regime_2025"]),
]


@pytest.mark.parametrize(("on", "ids"), ON_THE_DAY)
def test_the_regimes_of_a_day(on: str, ids: list[str]) -> None:
    assert [r.id for r in regimes_on(date.fromisoformat(on))] == ids


def test_no_public_memo_has_taken_the_place_of_the_doyle_memo() -> None:
    """The status of November 2026: a regime that ended without a public successor memo says so."""
    assert regime("doyle_2022").status(date(2026, 11, 21)) == "not-in-force"
    for told in (
        regime("doyle_2022").ended_by,
        regime("reinstated_2023").ended_by,
        regime("regime_2025").note,
        regime("regime_2025").discretion,
    ):
        assert told is not None
        assert "public OPLA" in told.en
        assert "memorando público de OPLA" in told.es
    assert regime("regime_2025").ended_by is None
    assert "opla-2025-practice" in regime("regime_2025").cites


@pytest.mark.parametrize("on", ["2026-11-21", "2023-10-06", "2015-06-01"])
def test_nothing_told_never_means_outside_a_category(on: str) -> None:
    for found in regimes().values():
        for category in found.categories:
            for circuit in (None, *sorted(CIRCUITS)):
                assert met(found.id, category.id, "", on, circuit) is None


def test_the_ids_are_kept() -> None:
    assert sorted(ORDER) == IDS
    assert list(regimes()) == list(ORDER)


@pytest.mark.parametrize("id", ORDER)
def test_every_regime_is_whole(id: str) -> None:
    found = regime(id)
    cited = {*found.cites, *(c for k in found.categories for r in walk(k.rule) for c in r.cites)}
    assert cited <= set(authorities.load())
    assert set(found.factors) <= set(factors.factors())
    texts = [found.name, found.discretion, *found.exceptions]
    texts += [text for text in (found.ended_by, found.note) if text is not None]
    texts += [c.label for c in found.categories] + [r.label for c in found.categories for r in walk(c.rule)]
    assert all(text.en and text.es for text in texts)


BROKEN = [
    ("{", "cannot be read"),
    ("{}", "the policy has no 'id'"),
    ('"when": "person.birth_day > 3"', "birth_day"),
    ('"answer": "perhaps"', "yes, no or unknown"),
    ('"pin": "1"', "rule not_a_citizen of category all: give one of 'when', 'answer', 'all', 'any' or 'not'"),
    ('"what": 1', "rule not_a_citizen of category all: there is no key 'what'; did you mean 'when'?"),
    ('"answer": "yes", "any": []', "not both 'answer' and 'any'"),
    ('"all": [], "any": []', "rule not_a_citizen of category all: give one of"),
    ('"answer": "yes", "by": "ij"', "there is no key 'by'"),
    ('"answer": "yes", "since": "2026-05", "until": "2026-04"', "the last day, 2026-04-30, comes before the first"),
    (
        '"any": [{"id": "a", "en": "a", "es": "a", "whn": "case.final_order"}]',
        "rule a of category all: there is no key",
    ),
]


@pytest.mark.parametrize(("written", "said"), BROKEN)
def test_a_draft_policy_that_cannot_be_read_says_why(tmp_path: Path, written: str, said: str) -> None:
    draft = tmp_path / "draft.json"
    if written.startswith("{"):
        draft.write_text(written, "utf-8")
    else:
        policy = json.loads(
            (Path(read_regime.__code__.co_filename).parent / "data/regimes/kelly_2017.json").read_text()
        )
        rule = policy["categories"][0]["rule"]
        del rule["when"]
        policy["categories"][0]["rule"] = rule | json.loads("{" + written + "}")
        draft.write_text(json.dumps(policy), "utf-8")
    with pytest.raises(RegimeError, match=r"draft\.json") as error:
        read_regime(draft)
    assert said in str(error.value)


def changed_policy(tmp_path: Path, **changed: object) -> Path:
    """The policy in force in 2018, with some of its fields told otherwise; one of its category, by ``in_category``."""
    policy = json.loads((Path(read_regime.__code__.co_filename).parent / "data/regimes/kelly_2017.json").read_text())
    policy["categories"][0] |= changed.pop("in_category", {})
    draft = tmp_path / "draft.json"
    draft.write_text(json.dumps(policy | changed), "utf-8")
    return draft


WINDOW = {"from": "2026-01", "to": "2026-11"}

NOT_READ = [
    ({"days": [{"from": "2020-01-01", "until": "2021-01-01"}]}, "days of the policy: there is no key 'until'", "'to'"),
    ({"in_category": {"day": [WINDOW]}}, "category all: there is no key 'day'", "'days'"),
    ({"in_category": {"days": [{"from": "2020", "stauts": "enjoined"}]}}, "days of category all: there is", "'status'"),
    ({"category": []}, "the policy: there is no key 'category'", "'categories'"),
    ({"kind": "totalty"}, "not 'totalty'", "'totality'"),
    ({"confidence": "hgih"}, "not 'hgih'", "'high'"),
]


@pytest.mark.parametrize(("changed", "place", "meant"), NOT_READ)
def test_what_nobody_would_read_of_a_draft_is_refused(
    tmp_path: Path, changed: dict[str, object], place: str, meant: str
) -> None:
    with pytest.raises(RegimeError, match=r"^draft\.json: ") as error:
        read_regime(changed_policy(tmp_path, **changed))
    assert place in str(error.value)
    assert str(error.value).lower().endswith(f"did you mean {meant}?")


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([{"from": "2026-05-01", "to": "2026-04-30"}], "comes before the first"),
        ([{"from": "2026-01", "to": "2026-06"}, {"from": "2026-06-30", "status": "enjoined"}], "ends on 2026-06-30"),
        ([{"from": "2026-02"}, {"from": "2026-01"}], "begins on 2026-01-01 goes on, and 2026-02-01 begins another"),
        ([{"from": "2026~"}], "write a day as 2025-01-20"),
        ([{"from": "2026-01-01", "to": "2026/2027"}], "write a day as 2025-01-20"),
        ({"from": "2026-01-01"}, "is a list of tables"),
        (["2026-01-01"], "is a table of from"),
    ],
)
def test_days_that_contradict_are_refused(tmp_path: Path, days: object, told: str) -> None:
    for changed in ({"days": days}, {"in_category": {"days": days}}):
        with pytest.raises(RegimeError, match=r"^draft\.json: days of ") as error:
            read_regime(changed_policy(tmp_path, **changed))
        assert told in str(error.value)


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (WINDOW, date(2026, 1, 1), date(2026, 11, 30)),
        ({"from": "2024", "to": "2024"}, date(2024, 1, 1), date(2024, 12, 31)),
        ({"from": "2024-02", "to": "2024-02"}, date(2024, 2, 1), date(2024, 2, 29)),
        ({"from": "2024-02-03", "to": "2024-02-03"}, date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_month_or_a_year_ends_with_its_last_day(
    tmp_path: Path, window: dict[str, str], first: date, last: date
) -> None:
    found = read_regime(changed_policy(tmp_path, days=[window], in_category={"days": [window]}))
    for days in (found.days, found.categories[0].days):
        assert [(row.since, row.until) for row in days] == [(first, last)]
    since, until = window["from"], window["to"]
    rule = {"id": "a", "en": "a", "es": "a", "answer": "yes", "since": since, "until": until}
    scope = read_regime(changed_policy(tmp_path, in_category={"rule": rule})).categories[0].rule.scope
    assert (scope.since, scope.until) == (first, last)


def test_windows_told_out_of_order_are_read_in_order(tmp_path: Path) -> None:
    days = [{"from": "2026-06", "status": "enjoined"}, {"from": "2026-01", "to": "2026-05"}]
    found = read_regime(changed_policy(tmp_path, days=days))
    assert (found.since, found.until) == (date(2026, 1, 1), None)


def test_a_name_told_twice_in_one_place_is_refused(tmp_path: Path) -> None:
    draft = changed_policy(tmp_path)
    draft.write_text(draft.read_text("utf-8").replace('"days":', '"days": [], "days":', 1), "utf-8")
    with pytest.raises(RegimeError, match="'days' is told twice"):
        read_regime(draft)


@pytest.mark.parametrize("field", ["authorities", "factors", "verified", "exceptions", "tools", "categories"])
def test_one_name_is_not_taken_for_its_letters(tmp_path: Path, field: str) -> None:
    with pytest.raises(RegimeError, match=f"{field} is a list"):
        read_regime(changed_policy(tmp_path, **{field: "memo"}))


def test_a_draft_is_saved_as_utf_8(tmp_path: Path) -> None:
    draft = tmp_path / "draft.toml"
    draft.write_bytes('name = "política"'.encode("latin-1"))
    with pytest.raises(RegimeError, match="Save it as UTF-8"):
        read_regime(draft)


def test_stored_windows_are_told_to_the_day() -> None:
    folder = Path(read_regime.__code__.co_filename).parent / "data/regimes"
    for id in ORDER:
        stored = json.loads((folder / f"{id}.json").read_text("utf-8"))
        for row in (*stored["days"], *(row for category in stored["categories"] for row in category.get("days", []))):
            assert all(len(row[end] or "2026-01-01") == len("2026-01-01") for end in ("from", "to")), id
