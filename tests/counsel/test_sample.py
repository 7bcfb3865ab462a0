"""Synthetic dockets: the same everywhere, read back whole, plausible, and plainly invented."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from nolle.counsel.sample import SampleError, write_sample
from nolle.counsel.sample.draws import GOLDEN, Draws, step
from nolle.facts.casefile import read_case
from nolle.facts.derivations import definitions
from nolle.facts.docket import Docket, read_docket, to_rows
from nolle.facts.vocabulary import fields
from nolle.law import authorities
from nolle.law.exposure import exposures
from nolle.law.pathway import Pathway
from nolle.law.pathways import pathways
from nolle.law.priorities import regimes
from nolle.law.tables import tables
from nolle.logic.columns import compile_rules
from nolle.logic.rule import Element, Rule, Versions, walk
from nolle.logic.tree import Expr
from nolle.logic.truth import Force
from nolle.logic.walk import facts_of

ON = date(2026, 11, 22)
STORIES = sorted((Path(__file__).parents[2] / "examples").glob("?-*/case.toml"))
CASES = 3000
CLOSED_LAW = {"labor_deferred_action", "dapa_2014", "daca_expanded_2014"}
"""Pathways that nobody had on the day of the docket."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample") / "docket"
    write_sample(out, cases=CASES, seed=7, on=ON, stories=STORIES)
    return out


@pytest.fixture(scope="module")
def docket(folder: Path) -> Docket:
    return read_docket(folder)


def small(out: Path, **changed: Any) -> Path:
    asked: dict[str, Any] = {"cases": CASES // 10, "seed": 7, "on": ON, "stories": STORIES}
    write_sample(out, **(asked | changed))
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


# The same everywhere


def splitmix64(state: int, count: int) -> Iterator[int]:
    """The generator as it is published, in whole numbers of Python."""
    most = (1 << 64) - 1
    for _ in range(count):
        state = (state + GOLDEN) & most
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & most
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & most
        yield z ^ (z >> 31)


def test_chance_is_splitmix64_whatever_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Draws, "start", lambda self, name: 1234567)
    numbers = pl.DataFrame({"number": pl.int_range(1, 6, dtype=pl.UInt64, eager=True)})
    drawn = Draws(0).drawn(numbers.with_columns(step=step(pl.col("number"))), ["x"])
    whole = [
        upper << 32 | second << 16 | first for upper, first, second in drawn.select("~x", "~1x", "~2x").iter_rows()
    ]
    published = [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]
    assert whole == published == list(splitmix64(1234567, 5))


def test_what_is_drawn_hangs_on_the_seed_and_the_name_alone() -> None:
    starts = {Draws(seed).start(name) for seed in range(3) for name in ("born", "came", "tell person.birth_date")}
    assert len(starts) == 9


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert contents(small(tmp_path / "again", cases=CASES)) == contents(folder)


def test_a_smaller_docket_is_the_beginning_of_a_larger_one(docket: Docket, tmp_path: Path) -> None:
    for name, frame in read_docket(small(tmp_path / "less")).frames.items():
        assert docket.frames[name].head(frame.height).equals(frame), name


def test_another_seed_gives_other_people(docket: Docket, tmp_path: Path) -> None:
    other = (
        read_docket(small(tmp_path / "other", seed=4)).frames["case"].filter(pl.col("case_id").str.starts_with("syn"))
    )
    same = docket.frames["case"].join(other, on=["case_id", "person__birth_date__low", "circuit"])
    assert other.height == CASES // 10 - len(STORIES)
    assert same.height < 5


# Read back whole


def test_it_is_read_back_with_not_one_row_set_aside(folder: Path, docket: Docket) -> None:
    assert docket.rejected.is_empty()
    assert {name: count.used for name, count in docket.counts.items()} == {
        f"{name}.parquet": rows for name, rows in json.loads((folder / "docket.json").read_text())["tables"].items()
    }
    assert all(column.startswith(("party__", "court__")) for of in docket.ignored.values() for column in of)


def test_csv_says_the_same_as_parquet(docket: Docket, tmp_path: Path) -> None:
    text = read_docket(small(tmp_path / "csv", cases=CASES, format="csv"))
    assert text.rejected.is_empty()
    for name, frame in docket.frames.items():
        told = frame[[series.name for series in frame if series.null_count() < frame.height]]
        assert told.equals(text.frames[name].select(told.columns).cast(told.schema)), name


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.parent.name)
def test_a_story_stands_among_the_cases_with_exactly_its_facts(file: Path, docket: Docket) -> None:
    id = f"story-{file.parent.name[0]}"
    row, its_rows = to_rows(id, read_case(file, today=ON))
    found, found_rows = to_rows(id, docket.case(id))
    of_papers = ("party__", "court__")
    found, row = ({key: text for key, text in told.items() if not key.startswith(of_papers)} for told in (found, row))
    assert found == row
    assert found_rows == its_rows


def test_without_stories_every_case_is_made_up(tmp_path: Path) -> None:
    ids = read_docket(small(tmp_path / "d", stories=(), cases=20)).frames["case"]["case_id"]
    assert ids.to_list() == [f"syn-{n:07}" for n in range(1, 21)]


# Plausible


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("person.birth_date", "person.present_in_us_since"),
        ("person.present_in_us_since", "case.nta_served_on"),
        ("case.nta_served_on", "case.nta_filed_on"),
        ("case.nta_filed_on", "case.motion_filed_on"),
        ("case.motion_filed_on", "case.motion_decided_on"),
        ("case.nta_filed_on", "case.final_order_on"),
        ("juvenile.petition_filed_on", "juvenile.order_on"),
        ("filing.i589.filed_on", "filing.i589.decided_on"),
        ("filing.i130.filed_on", "filing.i130.decided_on"),
        ("juvenile.order_on", "filing.i360_sij.filed_on"),
        ("victim.crime_on", "filing.i918.filed_on"),
        ("person.birth_date", "filing.i130.filed_on"),
    ],
)
def test_what_comes_first_is_told_as_coming_first(earlier: str, later: str, docket: Docket) -> None:
    first, then = (f"{name.replace('.', '__')}" for name in (earlier, later))
    pairs = docket.frames["case"].select(f"{first}__low", f"{then}__high").drop_nulls()
    assert pairs.height > 3
    assert pairs.filter(pl.col(f"{first}__low") > pl.col(f"{then}__high")).is_empty()


def test_rows_of_lists_lie_in_the_life_of_their_person(docket: Docket) -> None:
    born = docket.frames["case"].select("case_id", born="person__birth_date__low")
    for name, on in (("entry", "date"), ("conviction", "offense_on"), ("arrest", "arrested_on")):
        rows = docket.frames[name].join(born, on="case_id").drop_nulls([f"{on}__high", "born"])
        assert rows.height > 20
        assert rows.filter(pl.col(f"{on}__high") < pl.col("born")).is_empty(), name
    convicted = docket.frames["conviction"].drop_nulls(["offense_on__low", "convicted_on__high"])
    assert convicted.filter(pl.col("offense_on__low") > pl.col("convicted_on__high")).is_empty()


def test_nothing_has_happened_yet_that_lies_ahead(docket: Docket) -> None:
    events = {field.name for field in fields() if field.event and not field.name.startswith(("derived", "court"))}
    for entity, frame in docket.frames.items():
        for column in frame.columns:
            if not column.endswith("__low"):
                continue
            stem = column.removesuffix("__low").replace("__", ".")
            name = stem if entity == "case" else f"{entity}.{stem}"
            short = name.split(".")
            if (f"filing.{short[-1]}" if short[0] == "filing" else name) in events:
                assert frame.filter(pl.col(column) > ON).is_empty(), name


def test_hearings_are_ahead_from_days_to_years(docket: Docket) -> None:
    made = docket.frames["case"].filter(pl.col("case_id").str.starts_with("syn-"))
    hearings = made["case__next_hearing_on__low"].drop_nulls()
    assert hearings.min() > ON  # type: ignore[operator]
    assert hearings.filter(hearings < ON + timedelta(days=60)).len() > 20
    assert hearings.filter(hearings > ON + timedelta(days=700)).len() > 200


def test_files_are_thin_or_full_and_say_what_they_do_not_know(docket: Docket) -> None:
    case = docket.frames["case"]
    states = [name for name in case.columns if name.endswith("__state")]
    told = case.select(pl.sum_horizontal(pl.col(states).is_not_null()).alias("told"))["told"]
    assert 0.15 < (told < 15).mean() < 0.25  # type: ignore[operator]
    assert 60 < told.median() < 100  # type: ignore[operator]
    assert 0.1 < (told > 150).mean() < 0.25  # type: ignore[operator]
    every = pl.concat([case[name].cast(pl.String).rename("s") for name in states])
    assert set(every.unique()) == {None, "given", "absent", "unknown"}
    came = case.select(low="person__present_in_us_since__low", high="person__present_in_us_since__high")
    assert came.filter(pl.col("low").is_null() != pl.col("high").is_null()).height > 10
    assert came.filter(pl.col("high") - pl.col("low") > pl.duration(days=360)).height > 100
    assert case["person__immigration_status__one_of"].drop_nulls().len() > 20
    assert docket.frames["relative"]["status__one_of"].drop_nulls().len() > 50
    for name in ("entry", "relative", "conviction", "arrest", "presence_event"):
        assert 0.1 < case[f"{name}__complete"].sum() / case.height < 0.7, name


# Broad enough to test with


def read_by(roots: list[Rule]) -> set[str]:
    """The facts that rules read, with those their derived facts are made of."""
    found: dict[str, None] = {}

    def open_(expr: Expr) -> None:
        for fact in facts_of(expr):
            if fact.name not in found:
                found[fact.name] = None
                if fact.name in definitions():
                    open_(definitions()[fact.name])

    for root in roots:
        for rule in walk(root):
            if isinstance(rule, Element):
                open_(rule.that)
            elif isinstance(rule, Versions):
                for basis in (rule.date_basis, rule.circuit_basis):
                    if basis is not None:
                        open_(basis)
    return {name for name in found if not name.startswith(("derived.", "law."))}


def test_every_fact_a_rule_reads_is_told_in_some_case(docket: Docket) -> None:
    roots: list[Rule] = [rule for p in pathways() for rule in (p.elements, p.forum_rule) if rule is not None]
    roots += [exposure.rule for exposure in exposures()]
    roots += [category.rule for regime in regimes().values() for category in regime.categories]
    never = set()
    for name in read_by(roots):
        entity, _, rest = name.partition(".")
        in_list = entity in docket.frames and entity != "case"
        frame = docket.frames[entity if in_list else "case"]
        column = f"{rest if in_list else name.replace('.', '__')}__state"
        if column not in frame.columns or (frame[column] == "given").sum() == 0:
            never.add(name)
    assert never == set()


@pytest.fixture(scope="module")
def answers(docket: Docket) -> tuple[pl.DataFrame, dict[str, Force]]:
    few = docket.frames["case"].head(400)
    frames = {
        name: frame.join(few.select("case_id"), on="case_id", how="semi") for name, frame in docket.frames.items()
    }
    plan = compile_rules({p.id: [p.elements] for p in pathways()}, definitions(), tables())
    roots = [root.replace(".", "__") for root in plan.roots]
    wanted = [*roots, *(f"{root}__{end}" for root in roots for end in ("ask", "await"))]
    lazy = {name: frame.lazy() for name, frame in frames.items()}
    layers = plan.run(lazy, law=authorities.Law(), as_of=ON, only=wanted)
    return layers.frame.collect(), dict(layers.forces)


@pytest.mark.parametrize("pathway", pathways(), ids=lambda pathway: pathway.id)
def test_every_pathway_comes_out_in_several_ways(
    pathway: Pathway, answers: tuple[pl.DataFrame, dict[str, Force]]
) -> None:
    found, forces = answers
    root = f"{pathway.id}.{pathway.elements.id}"
    ways = found.select(pl.col(f"^{root.replace('.', '__')}(__ask|__await)?$")).unique().height
    assert ways > 1 or (pathway.id in CLOSED_LAW and forces[root] is Force.OUT)


# Plainly invented


def test_nobody_could_take_it_for_real(folder: Path) -> None:
    about = json.loads((folder / "docket.json").read_text())
    assert about["synthetic"].startswith("SYNTHETIC")
    assert (about["cases"], about["seed"], about["on"]) == (CASES, 7, "2026-11-22")
    assert "SYNTHETIC" in (folder / "README.md").read_text()
    case = pl.read_parquet(folder / "case.parquet", columns=["case_id", "party__full_name", "party__a_number"])
    made = case.filter(pl.col("case_id").str.starts_with("syn-"))
    assert made["party__a_number"].str.contains(r"^A000-\d{3}-\d{3}$").all()
    assert made["party__a_number"].n_unique() == made.height
    names = made["party__full_name"]
    assert names.null_count() == 0
    for letters in ("Hernández", "Okafor", "Dieudonné", "Zhāng", "Шевченко", "Gonçalves"):
        assert names.str.contains(letters, literal=True).any(), letters


# Kept safe


def test_only_the_owner_may_read_it(folder: Path) -> None:
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("here first")
    with pytest.raises(SampleError, match="is there already and is not an empty folder"):
        small(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_stopped_half_way_nothing_stands_under_the_name(tmp_path: Path, format: str) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(BaseException):  # noqa: B017, PT011 - the engine may wrap what stopped it
        small(tmp_path / "d", cases=5, format=format, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_docket_has_at_least_one_case(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match="a docket of 0 cases cannot be made"):
        small(tmp_path / "d", cases=0)


@pytest.mark.parametrize("on", [date(2015, 1, 1), date(2100, 12, 31)])
def test_the_first_and_last_days_a_docket_can_be_of(on: date, tmp_path: Path) -> None:
    docket = read_docket(small(tmp_path / "d", on=on, stories=()))
    assert docket.rejected.is_empty()
    assert docket.frames["case"].filter(pl.col("case__nta_served_on__low") > on).is_empty()
    with pytest.raises(SampleError, match="Choose a day from 2015-01-01 to 2100-12-31"):
        small(tmp_path / "e", on=on + timedelta(days=-1 if on.year == 2015 else 1))


def test_two_cases_are_the_first_two_stories_and_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    docket = read_docket(small(tmp_path / "d", cases=2))
    assert docket.frames["case"]["case_id"].to_list() == ["story-a", "story-b"]
