"""A draft policy is compared as what it is: by its own name, on its own days; what nobody would read is refused."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest

from nolle.law.priorities import DATA, RegimeError, read_regime

from .running import run

DRAFT = Path("examples/policies/draft.toml").resolve()
CASELOAD = Path("examples/caseload").resolve()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(tmp_path / "key"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def compared(tmp_path: Path, old: str, new: str, *more: str) -> str:
    text = DRAFT.read_text("utf-8")
    assert old in text
    (tmp_path / "draft.toml").write_text(text.replace(old, new, 1), "utf-8")
    asked = ("--policy", str(tmp_path / "draft.toml"), "--on", "2026-11-22", "--only", "registry")
    ran = run("docket", "compare", str(CASELOAD), *asked, "--include-sensitive", *more)
    return " ".join((ran.err or ran.out).split())


def test_a_draft_with_the_id_of_the_policy_it_changes_is_told_from_it(tmp_path: Path) -> None:
    said = compared(tmp_path, 'id = "draft_example"', 'id = "regime_2025"')
    assert "from “The 2025 regime” to “Invented draft: three groups”" in said
    assert "The 2025 regime: Every removable person may be subject to enforcement → Invented draft:" in said
    assert "→ The 2025 regime" not in said


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ('{ from = "2026-12-01" }', "as if it were in force on that day"),
        (
            '{ from = "2024-01-01", to = "2025-01-01" }',
            "by what it says of its days: not in force. Whom it would",
        ),
        (
            '{ from = "2026-12-01", status = "enjoined" }',
            "says of its days: blocked by a court. Whom it would",
        ),
    ],
)
def test_the_days_of_a_draft_are_told_as_they_were_taken(tmp_path: Path, days: str, told: str) -> None:
    page = tmp_path / "page.html"
    said = compared(tmp_path, '{ from = "2026-12-01" }', days, "--report", str(page))
    assert told in said
    assert told in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('from = "2026-12-01"', 'from = "2026-12-01", status = "proposed"', "not 'proposed'"),
        ('from = "2026-12-01"', 'from = "2020-01-01", until = "2021-01-01"', "'until'; did you mean 'to'? examples/"),
        ('from = "2026-12-01"', 'from = "2026-12-01", to = "2026-11"', "2026-11-30, comes before the first"),
        ('kind = "categories"', 'kind = "nonsense"', "not 'nonsense'"),
        ("[[categories]]", "[[category]]", "the policy: there is no key 'category'; did you mean 'categories'?"),
        (
            'when = "case.final_order"',
            'when = "case.final_order", any = []',
            "rule final_order of category final_order",
        ),
        ('"usc_lpr_family"', '"usc_family"', "there is no factor 'usc_family'. Did you mean usc_lpr_family"),
        (', es = "Borrador inventado: tres grupos"', "", "words are told in both languages"),
        ('issuer = "nobody"', "issuer = 5", "the policy: 'issuer' is text, such as \"...\", not 5. examples/"),
    ],
)
def test_what_a_draft_may_not_say(tmp_path: Path, old: str, new: str, told: str) -> None:
    said = compared(tmp_path, old, new)
    assert said.startswith("nolle: --policy draft.toml: ")
    assert told in said


def test_a_draft_that_rests_on_law_that_changes_first_is_asked_when_it_begins(tmp_path: Path) -> None:
    text = DRAFT.read_text("utf-8").replace("2026-12-01", "2022-04-25")
    draft = tmp_path / "draft.toml"
    draft.write_text(text.replace('id = "ewi"', 'force = ["doyle-2022"], id = "ewi"'), "utf-8")
    asked = ("--policy", str(draft), "--on", "2022-01-01", "--only", "registry", "--include-sensitive")
    said = " ".join(run("docket", "compare", str(CASELOAD), *asked).err.split())
    assert said.startswith("nolle: --policy draft.toml: rule ewi rests on doyle-2022, whose force changes")
    assert said.endswith("ask the draft on 2022-04-25, when it begins, or take 'force' out of ewi.")


def test_a_draft_is_a_file_saved_as_utf_8(tmp_path: Path) -> None:
    asked = ("--on", "2026-11-22", "--include-sensitive")
    folder = run("docket", "compare", str(CASELOAD), "--policy", str(DRAFT.parent), *asked)
    assert "that is a folder" in " ".join(folder.err.split())
    latin = tmp_path / "draft.toml"
    latin.write_bytes(DRAFT.read_text("utf-8").encode("latin-1"))
    said = " ".join(run("docket", "compare", str(CASELOAD), "--policy", str(latin), *asked).err.split())
    assert "--policy draft.toml cannot be read: it is not UTF-8. Save it as UTF-8." in said


def test_a_comparison_tells_its_law_and_how_many_moved_only_as_a_pathway_ended(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    asked = ("docket", "compare", str(CASELOAD), "--from", "2024-06-01", "--to", "2026-11-22")
    for lang, told in (("en", "not reviewed by an attorney"), ("es", "no revisada por un abogado")):
        assert told in run(*asked, "--only", "registry", "--lang", lang).out
    found = json.loads(run(*asked, "--json", "--report", str(page)).out)
    whole, else_ = found["moved_only_as_pathways_began_or_ended"], found["moved_on_something_else"]
    assert whole > 0
    assert whole + else_ == found["moved"]
    html = page.read_text("utf-8")
    assert f"Only because a pathway as a whole began or ended: {whole}. On something else: {else_}." in html
    settling = re.findall(r'<div class="part"><h4>Would settle them:</h4>\s*<ul><li>(.)', html)
    assert settling
    assert "".join(settling).isupper()


def test_the_days_of_a_category_are_told_and_what_is_blocked_is_settled_by_no_fact(tmp_path: Path) -> None:
    old = 'id = "final_order"\nlabel'
    said = compared(tmp_path, old, 'id = "final_order"\ndays = [{ from = "2026-01-01", status = "enjoined" }]\nlabel')
    assert "Of its categories, on that day: A final order of removal (blocked by a court)." in said
    ended = compared(tmp_path, '{ from = "2026-12-01" }', '{ from = "2024-01-01", to = "2025-01-01" }')
    assert "would settle them" not in ended


def changed_policy(tmp_path: Path, **changed: object) -> Path:
    """The policy in force in 2018, with some of its fields told otherwise; one of its category, by ``in_category``."""
    policy = json.loads((DATA / "kelly_2017.json").read_text("utf-8"))
    policy["categories"][0] |= changed.pop("in_category", {})
    draft = tmp_path / "draft.json"
    draft.write_text(json.dumps(policy | changed), "utf-8")
    return draft


NODE = {"id": "a", "en": "a", "es": "a", "when": "case.final_order"}
BY = "'by' of rule a of category all is client, counsel, judgement, opla, "

OF_ANOTHER_TYPE = [
    ({"id": 7}, "the policy: 'id' is text, such as \"...\", not 7"),
    ({"issuer": ""}, "the policy: 'issuer' is text, such as \"...\", not ''"),
    ({"issuer": ["DHS"]}, 'the policy: \'issuer\' is text, such as "...", not ["DHS"]'),
    ({"name": {"en": "", "es": "x"}}, "name of the policy: 'en' is text, such as \"...\", not ''"),
    ({"discretion": None}, "discretion of the policy: words are told in both languages"),
    ({"note": ""}, "note of the policy: words are told in both languages"),
    ({"authorities": []}, "authorities is a list of one or more"),
    ({"issued": 5}, "the policy, 'issued': write a day as 2025-01-20"),
    ({"issued": "2025-13-01"}, "the policy, 'issued': '2025-13-01' is not a date (there is no month 13)"),
    ({"days": [{"from": ""}]}, "days of the policy, 'from': write a day as 2025-01-20"),
    ({"days": [{"from": "\u0662\u0660\u0662\u0666"}]}, "days of the policy, 'from': write a day as 2025-01-20"),
    *[({"in_category": {"tier": told}}, "category all: 'tier' is text") for told in ("", 3, ["a"], {"en": "a"})],
    ({"in_category": {"id": ["all"]}}, 'category 1: \'id\' is text, such as "...", not ["all"]'),
    *[
        ({"in_category": {"rule": NODE | node}}, told)
        for node, told in (
            ({"id": ["a"]}, 'a rule of category all: \'id\' is text, such as "...", not ["a"]'),
            ({"en": 5}, "rule a of category all: 'en' is text"),
            ({"es": None}, "rule a of category all: 'es' is text, such as \"...\", not null"),
            ({"when": True}, "rule a of category all: 'when' is text, such as \"...\", not true"),
            ({"when": "case.final_order_on > '2024-13-01'"}, "rule a of category all: '2024-13-01' is not a date"),
            ({"pin": 5}, "rule a of category all: 'pin' is text, such as \"...\", not 5"),
            ({"by": "officer"}, f"{BY}ij, bia, uscis, ero, state-court, dos, law-enforcement or other, not 'officer'"),
            ({"by": ""}, "law-enforcement or other, not ''"),
            ({"cites": "memo"}, "cites of rule a of category all is a list, such as [\"...\"], not 'memo'"),
            ({"cites": []}, "cites of rule a of category all is a list of one or more"),
            ({"circuits": []}, "circuits of rule a of category all is a list of one or more"),
            ({"circuits": 9}, "circuits of rule a of category all is a list"),
            ({"since": "2025-13"}, "rule a of category all, 'since': '2025-13' is not a date"),
        )
    ],
    *[
        ({"in_category": {"rule": {"id": "a", "en": "a", "es": "a"} | node}}, told)
        for node, told in (
            ({"answer": True}, "'answer' of rule a of category all is yes, no or unknown, not true"),
            ({"answer": ["yes"]}, "'answer' of rule a of category all is yes, no or unknown, not [\"yes\"]"),
            ({"all": []}, "rule a of category all: 'all' is a list of one rule or more, not []"),
            ({"any": NODE}, "'any' of rule a of category all is a list of tables"),
            ({"not": []}, "a rule of category all is a table of id, en, es, not []"),
        )
    ],
]


@pytest.mark.parametrize(("changed", "said"), OF_ANOTHER_TYPE)
def test_what_is_not_of_its_type_is_refused_by_its_key(tmp_path: Path, changed: dict[str, object], said: str) -> None:
    with pytest.raises(RegimeError, match=r"^draft\.json: ") as error:
        read_regime(changed_policy(tmp_path, **changed))
    assert said in str(error.value)
    assert str(error.value).count("category") <= 1


def places(told: object) -> list[tuple[dict[str, object] | list[object], str | int]]:
    """Every place of a policy in which something is told."""
    pairs = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    return [place for key, value in pairs for place in ((told, key), *places(value))]  # type: ignore[misc]


def test_whatever_stands_in_a_place_of_a_draft_it_is_read_or_refused(tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    node = {**NODE, "by": "ij", "pin": "a", "since": "2025", "circuits": ["9"], "force": ["a"], "cites": ["a"]}
    rule = {"id": "b", "en": "b", "es": "b", "any": [node, {"id": "c", "en": "c", "es": "c", "answer": "yes"}]}
    more = {
        "rule": rule,
        "tier": "1",
        "note": {"en": "a", "es": "a"},
        "days": [{"from": "2026-01"}],
        "authorities": ["a"],
    }
    policy = json.loads(changed_policy(tmp_path, in_category=more, issued="2017").read_text("utf-8"))
    for holder, key in places(policy):
        kept = holder[key]  # type: ignore[index]
        for told in (None, True, 5, 1.5, "", "\0", "x", [], [1], [[]], {}, {"a": 1}):
            holder[key] = told  # type: ignore[index]
            draft.write_text(json.dumps(policy), "utf-8")
            with suppress(RegimeError):
                read_regime(draft)
        holder[key] = kept  # type: ignore[index]


@pytest.mark.parametrize("name", ["draft.TOML", "draft.toml", "draft.Json"])
def test_a_draft_saved_with_a_byte_order_mark_or_a_name_in_capitals_is_read(tmp_path: Path, name: str) -> None:
    example = Path("examples/policies/draft.toml").read_text("utf-8")
    text = example if name.lower().endswith("toml") else changed_policy(tmp_path).read_text("utf-8")
    (tmp_path / name).write_text(text, "utf-8-sig")
    assert read_regime(tmp_path / name).categories


def test_a_draft_of_another_ending_or_nested_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("{}", "utf-8")
    with pytest.raises(RegimeError, match=r"draft\.txt cannot be read: end its name in \.toml or \.json"):
        read_regime(tmp_path / "draft.txt")
    for deep in ("[" * 100_000, '{"id":' * 100_000):
        (tmp_path / "deep.json").write_text(deep, "utf-8")
        with pytest.raises(RegimeError, match=r"deep\.json cannot be read: it is nested too deeply"):
            read_regime(tmp_path / "deep.json")


@pytest.mark.parametrize(
    ("layers", "said"), [(51, "category all: its rules are nested 51 layers"), (900, "too deeply")]
)
def test_rules_of_too_many_layers_to_be_asked_are_refused(tmp_path: Path, layers: int, said: str) -> None:
    rule: dict[str, object] = NODE
    for layer in range(layers - 1):
        rule = {"id": f"not_{layer}", "en": "a", "es": "a", "not": rule}
    with pytest.raises(RegimeError, match=said):
        read_regime(changed_policy(tmp_path, in_category={"rule": rule}))
    inner = rule
    for _ in range(layers - 50):
        inner = inner["not"]  # type: ignore[assignment]
    assert read_regime(changed_policy(tmp_path, in_category={"rule": inner})).categories
