"""Many worlds at once say what the interpreter says of each."""

from __future__ import annotations

import pytest

from nolle.logic.ask.worlds import Fold, Memory, Sample, draw, enumerate_worlds
from nolle.logic.asked import Asked
from nolle.logic.finding import ADVISE, ASK, AWAIT, GRANT
from nolle.logic.judge import judge
from nolle.logic.known import Missing
from nolle.logic.suppose import CIRCUIT, split, suppose, told
from nolle.logic.suppose.domain import Domains
from nolle.logic.suppose.search import rows_of
from nolle.logic.truth import Force

from .generate import Maker

WORLDS = 12


def _sample(asked: Asked, domains: Domains, share: float, maker: Maker) -> Sample:
    """Split a part of what was not asked yet into worlds."""
    case = asked.case
    names = [name for name in domains.facts if "." in name and domains.facts[name].entity is None]
    names = [n for n in names if case.cell(n).answer is Missing.NOT_ASKED and told(n, asked.definitions)]
    for entity, fields in domains.fields.items():
        if not case.complete(entity):
            names.append(entity)
        for row in case.rows(entity):
            names += [
                f"{entity}[{row.id}].{f}"
                for f in sorted(fields)
                if f"{entity}.{f}" not in asked.definitions and row.cells[f].answer is Missing.NOT_ASKED
            ]
    if asked.circuit is None:
        names.append(CIRCUIT)
    sample = Sample(WORLDS)
    for name in names:
        if maker.r.random() < share:
            listed = not split(name)[2]
            values = domains.lists(name, rows_of(name, domains)) if listed else domains.values(name)
            if values:
                sample.parts[name] = draw(name, [(value, 1.0) for value in values], WORLDS, seed=1)
    return sample


@pytest.mark.parametrize("seed", range(60))
def test_every_bit_is_what_the_interpreter_finds_in_that_world(seed: int) -> None:
    maker = Maker(seed)
    made = maker.world(sets=6, cases=2)
    for given in made.cases:
        asked = Asked(given, made.law, given.as_of, given.circuit, made.tables, made.definitions)
        sample = _sample(asked, Domains(asked).of_rules(made.rules), 0.6, maker)
        fold = Fold(asked, sample, Memory())
        for world in range(WORLDS):
            bit = 1 << world
            guesses = {name: next(v for v, mask in parts if mask & bit) for name, parts in sample.parts.items()}
            there = suppose(asked, guesses)
            for rule in made.rules:
                finding = judge(rule, there)
                for reading in (GRANT, ASK, AWAIT, ADVISE):
                    true, false, law, out = fold.rule(rule, reading)
                    force = Force.IN if law & bit else Force.OUT if out & bit else Force.MAYBE
                    assert force is finding.force, (seed, given.id, rule.id, guesses)
                    if force is not Force.OUT:
                        truth = True if true & bit else False if false & bit else None
                        assert truth is finding.reading(reading), (seed, given.id, rule.id, reading, guesses)


def test_the_worlds_are_split_by_the_weights_of_the_values() -> None:
    (_, yes), (_, no) = draw("person.a", [(True, 3.0), (False, 1.0)], 512, seed=1)
    assert (yes.bit_count(), no.bit_count()) == (384, 128)
    assert yes ^ no == (1 << 512) - 1


def test_the_same_seed_draws_the_same_worlds() -> None:
    values = [(True, 1.0), (False, 1.0)]
    assert draw("a", values, 64, seed=5) == draw("a", values, 64, seed=5)
    assert draw("a", values, 64, seed=5) != draw("b", values, 64, seed=5)


def test_few_variables_give_one_world_for_every_combination() -> None:
    sample = enumerate_worlds({"a": [(True, 1.0), (False, 3.0)], "b": [("x", 1.0), ("y", 1.0), ("z", 2.0)]})
    assert sample.size == 6
    share = {(a, b): sample.share(m & n) for a, m in sample.parts["a"] for b, n in sample.parts["b"]}
    assert share[True, "x"] == pytest.approx(1 / 16)
    assert share[False, "z"] == pytest.approx(3 / 8)
    assert sum(share.values()) == pytest.approx(1)
