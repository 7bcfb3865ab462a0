"""The checks on our own law, as ``nolle law check`` and the tests run them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import resources

from nolle.facts import vocabulary
from nolle.facts.derivations import definitions
from nolle.law import authorities
from nolle.law.exposure import exposures
from nolle.law.factors import factors
from nolle.law.pathways import pathways
from nolle.law.priorities import regimes
from nolle.law.tables import tables
from nolle.logic import Expr, Rule
from nolle.logic.proof import Place, Proof, cited
from nolle.logic.proof.defect import Defect

PLACES: tuple[Place, ...] = (
    (date(2026, 11, 21), "9"),
    (date(2026, 11, 21), None),
    (date(2025, 6, 1), "5"),
    (date(2023, 10, 6), "4"),
    (date(2018, 9, 1), "2"),
    (date(2012, 9, 1), "11"),
)
"""Dates and circuits on each side of the large changes."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Something with an id and a rule, as the checks see it."""

    id: str
    elements: Rule


@dataclass(frozen=True, slots=True)
class Check:
    """What the checks found: defects, and facts that stand in several conditions of one pathway (no defect)."""

    defects: tuple[Defect, ...]
    repeated: tuple[Defect, ...]
    rules: int

    @property
    def summary(self) -> str:
        """One line."""
        found = f"{len(self.defects)} defects" if len(self.defects) != 1 else "1 defect"
        return f"{self.rules} sets of rules checked: {found}. {len(self.repeated)} facts stand in several conditions."


def check_law(progress: Callable[[str], None] = lambda what: None) -> Check:
    """Check every pathway, exposure and priority category of our law.

    Args:
        progress: told what is being checked, for long work.
    """
    checked = rules_of_our_law()
    proof = Proof(authorities.Law(), PLACES, definitions(), tables())
    names = {field.name for field in vocabulary.fields() if vocabulary.vocabulary()[field.entity].for_rules}
    found: list[Defect] = list(citations())
    progress("facts")
    found += proof.facts_used(
        [*checked, *who_decides()],
        names,
        also=other_conditions(),
        may_be_unused=used_elsewhere(),
        named=lambda n: vocabulary.find(n).name,
    )
    found += cited(who_decides(), authorities.load())
    for one in checked:
        progress(one.id)
        found += proof.check([one], authorities=authorities.load())
    return Check(tuple(found), tuple(proof.twice(checked)), len(checked))


def rules_of_our_law() -> list[Checked]:
    """Every rule that answers a question of its own: pathways, exposures, and the categories of each regime."""
    found = [Checked(p.id, p.elements) for p in pathways()]
    found += [Checked(e.id, e.rule) for e in exposures()]
    found += [Checked(f"{r.id}.{c.id}", c.rule) for r in regimes().values() for c in r.categories]
    return found


def who_decides() -> list[Checked]:
    """The rules that say who decides. Somebody always does, so that one of them can never be false is no defect."""
    return [Checked(f"{p.id}.forum", p.forum_rule) for p in pathways() if p.forum_rule is not None]


def other_conditions() -> Iterator[Expr]:
    """Conditions outside the rules that use facts too: cautions, clocks, factors, and what facts are derived from."""
    for pathway in pathways():
        yield from (caution.when for caution in pathway.cautions if caution.when is not None)
        yield from (clock.due for clock in pathway.clocks)
        yield from (clock.when for clock in pathway.clocks if clock.when is not None)
    for factor in factors().values():
        yield factor.shows
        if factor.against is not None:
            yield factor.against
    yield from definitions().values()


def used_elsewhere() -> frozenset[str]:
    """Facts no rule reads, each with the room or person that does: see ``data/facts_read_elsewhere.json``."""
    text = resources.files(__package__).joinpath("data", "facts_read_elsewhere.json").read_text("utf-8")
    return frozenset(name for group in json.loads(text) for name in group["facts"])


def citations() -> Iterator[Defect]:
    """Authorities cited outside the rules that do not exist."""
    known = authorities.load()
    named: list[tuple[str, tuple[str, ...]]] = []
    for pathway in pathways():
        named.append((pathway.id, (*pathway.cites, *pathway.related)))
        named += [(f"{pathway.id}.{clock.id}", clock.cite) for clock in pathway.clocks]
        named += [(f"{pathway.id}.{caution.id}", caution.cite) for caution in pathway.cautions]
    named += [(regime.id, regime.cites) for regime in regimes().values()]
    named += [(factor.id, factor.cites) for factor in factors().values()]
    named += [(exposure.id, exposure.cites) for exposure in exposures()]
    for where, ids in named:
        for id in ids:
            if id not in known:
                yield Defect("unknown_authority", where, f"{where} cites {id!r}, which is no authority")
