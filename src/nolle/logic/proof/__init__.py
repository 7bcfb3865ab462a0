"""Checks on the law itself: what a rule set gets wrong whatever the case, each defect with a case that shows it.

The searches try the values at which rules change their answer (``domain``), so "never" means: for no value tried, at
every boundary the rule names. A search that runs out of its budget says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Protocol, TypeAlias

from nolle.logic.asked import Asked
from nolle.logic.finding import ASK, GRANT
from nolle.logic.judge import judge
from nolle.logic.known import NOT_ASKED, Cell, Law, Row, Table
from nolle.logic.proof.dated import version_defects
from nolle.logic.proof.defect import Defect, DefectKind, header
from nolle.logic.rule import Element, Rule, Settled, Version, Versions, parts_of, walk
from nolle.logic.suppose import CIRCUIT, Guess, opened, suppose, uses
from nolle.logic.suppose.domain import Domains
from nolle.logic.suppose.search import Question, Search, case_text, truth_of
from nolle.logic.tree import Expr, Fact
from nolle.logic.truth import Force
from nolle.logic.when import STATE_FACT

Name: TypeAlias = Callable[[str], str]
Place: TypeAlias = tuple[date, str | None]
"""A date and a circuit to ask about."""


class HasRules(Protocol):
    """Anything with an id and a rule: a pathway, a category of a regime."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def elements(self) -> Rule:
        """The rule it stands on."""


@dataclass(frozen=True, slots=True)
class NothingKnown:
    """The empty case."""

    def cell(self, fact: str) -> Cell:
        """Never asked."""
        return NOT_ASKED

    def rows(self, entity: str) -> Sequence[Row]:
        """None."""
        return ()

    def complete(self, entity: str) -> bool:
        """Nobody said so."""
        return False


@dataclass(frozen=True, slots=True)
class Proof:
    """What the checks need to know of the world around the rules.

    Args:
        law: whether authorities are in force.
        places: the dates and circuits to try; a rule must be able to come out both ways at one of them.
        definitions: derived facts.
        tables: tables of the law.
        budget: how many cases each search may judge.
    """

    law: Law
    places: Sequence[Place]
    definitions: Mapping[str, Expr] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    budget: int = 1500

    def asked(self, place: Place) -> Asked:
        """The empty case, asked about a date and circuit."""
        on, circuit = place
        return Asked(NothingKnown(), self.law, on, circuit, tables=self.tables, definitions=self.definitions)

    def check(
        self,
        pathways: Sequence[HasRules],
        *,
        authorities: Collection[str],
        vocabulary: Collection[str] = (),
        also: Iterable[Expr] = (),
        may_be_unused: Collection[str] = (),
        named: Name = str,
    ) -> list[Defect]:
        """Every defect of these pathways, in reading order; what stands twice is not listed here.

        Args:
            pathways: what to check.
            authorities: every authority id there is.
            vocabulary: every fact that rules may use; empty to leave facts unchecked.
            also: conditions outside the rules (cautions, deadlines, factors) that use facts too.
            may_be_unused: facts that no rule needs.
            named: the vocabulary's name of a fact (``filing.i130.status`` is ``filing.status``).
        """
        found = [*cited(pathways, authorities)]
        if vocabulary:
            found += self.facts_used(pathways, vocabulary, also=also, may_be_unused=may_be_unused, named=named)
        for pathway in pathways:
            for rule in dict.fromkeys(walk(pathway.elements)):
                if isinstance(rule, Versions):
                    found += version_defects(f"{pathway.id}.{rule.id}", rule)
        found += self.constant(pathways)
        found += self.closed_when_empty(pathways)
        return found

    def facts_used(
        self,
        pathways: Sequence[HasRules],
        vocabulary: Collection[str],
        *,
        also: Iterable[Expr] = (),
        may_be_unused: Collection[str] = (),
        named: Name = str,
    ) -> Iterator[Defect]:
        """Facts that nothing uses, and facts that rules use but the vocabulary does not know."""
        conditions = [c for pathway in pathways for c in _conditions(pathway.elements)]
        used: set[str] = {named(CIRCUIT), named(STATE_FACT)}
        for expr in (*conditions, *also):
            for node in opened(expr, self.definitions):
                if isinstance(node, Fact):
                    used.add(named(node.name))
        for name in sorted(set(vocabulary) - used - set(may_be_unused)):
            yield Defect("unused_fact", name, f"{name} is asked for, but no rule uses it: use it, or take it out")
        for name in sorted(used - set(vocabulary) - {named(CIRCUIT), named(STATE_FACT)}):
            yield Defect("unknown_fact", name, f"a rule uses {name}, which is not in the vocabulary")

    def constant(self, pathways: Sequence[HasRules]) -> Iterator[Defect]:
        """Conditions, and whole pathways, that no case makes true, or none false.

        A pathway that the law alone settles at every place is left out: that is an answer, not a slip. So is one with
        a part that the law itself leaves unknown, which may keep it from ever being true or false.
        """
        for pathway in pathways:
            sound = True
            tried: dict[str, list[Guess]] = {}
            for rule in dict.fromkeys(walk(pathway.elements)):
                if isinstance(rule, Element):
                    for defect in self._one_sided(f"{pathway.id}.{rule.id}", rule.that, _dates(self.places), tried):
                        sound = False
                        yield defect
            if sound and not self._by_law_alone(pathway.elements) and not _doubted(pathway.elements):
                yield from self._one_sided(pathway.id, pathway.elements, self.places, tried)

    def _by_law_alone(self, root: Rule) -> bool:
        findings = [judge(root, self.asked(place)) for place in self.places]
        return all(f.truth is not None or f.force is Force.OUT for f in findings)

    def _one_sided(
        self, where: str, question: Question, places: Iterable[Place], tried: dict[str, list[Guess]]
    ) -> Iterator[Defect]:
        """Whether no case gives the question one of its two truths, with a case that gives it the other.

        Values that decided one condition are kept in ``tried`` and go first when the whole pathway is searched.
        """
        shown: dict[bool, str] = {}
        ruled_out = {True: True, False: True}
        for place in places:
            asked = self.asked(place)
            if isinstance(question, Rule) and judge(question, asked).force is Force.OUT:
                continue
            search = self._search(question, asked, tried)
            for want in (True, False):
                if want not in shown:
                    found = search.find([(question, want)])
                    ruled_out[want] = ruled_out[want] and search.exhausted
                    if found is not None:
                        said = "true" if want else "false"
                        shown[want] = case_text(found, [f"{where} is {said} here", header(*place)])
                        for name, value in found.items():
                            if value not in tried.setdefault(name, []):
                                tried[name].append(value)
            if len(shown) == 2:
                return
        sides: tuple[tuple[bool, DefectKind], ...] = ((True, "contradiction"), (False, "tautology"))
        for want, kind in sides:
            if want not in shown and (not want) in shown and ruled_out[want]:
                never = "true" if want else "false"
                yield Defect(kind, where, f"{where} can never be {never}: {_words(question)}", shown[not want])

    def _search(self, question: Question, asked: Asked, tried: Mapping[str, Sequence[Guess]]) -> Search:
        if isinstance(question, Rule):
            return Search(asked, Domains(asked).of_rules([question]), self.budget, first=tried)
        domains = Domains(asked, "fine")
        domains.of(question)
        domains.of_rules(())
        return Search(asked, domains, self.budget * 8)

    def gaps(self, where: str, categories: Sequence[Rule], place: Place) -> Iterator[Defect]:
        """A case that falls into none of the categories, where they are meant to leave nothing out."""
        found = self._witness(categories, [(category, False) for category in categories], place)
        if found is not None:
            names = ", ".join(category.id for category in categories)
            text = case_text(found, [f"none of {names} holds here", header(*place)])
            yield Defect("gap", where, f"a case can fall outside every category: {names}", text)

    def clashes(self, where: str, categories: Sequence[Rule], place: Place) -> Iterator[Defect]:
        """Cases that fall into two categories at once, where they are meant to exclude each other."""
        for one, other in combinations(categories, 2):
            found = self._witness((one, other), [(one, True), (other, True)], place)
            if found is not None:
                text = case_text(found, [f"both {one.id} and {other.id} hold here", header(*place)])
                yield Defect("clash", where, f"{one.id} and {other.id} can both hold", text)

    def _witness(
        self, rules: Sequence[Rule], wanted: Sequence[tuple[Question, bool]], place: Place
    ) -> dict[str, Guess] | None:
        asked = self.asked(place)
        found = Search(asked, Domains(asked, "fine").of_rules(rules), self.budget * 2).find(wanted)
        if found is not None:
            there = suppose(asked, found)
            assert all(truth_of(question, there) is want for question, want in wanted)
        return found

    def closed_when_empty(self, pathways: Sequence[HasRules]) -> Iterator[Defect]:
        """Pathways that an empty case closes: not knowing must never be a no."""
        for pathway in pathways:
            for place in self.places:
                finding = judge(pathway.elements, self.asked(place))
                if finding.force is Force.OUT:
                    continue
                closed = [name for name, reading in _READINGS if finding.reading(reading) is False]
                if closed:
                    text = case_text({}, ["nothing is known", header(*place)])
                    message = f"{pathway.id} is closed ({' and '.join(closed)}) although nothing is known"
                    yield Defect("closed_when_empty", pathway.id, message, text)
                    break

    def twice(self, pathways: Sequence[HasRules]) -> Iterator[Defect]:
        """Facts that stand in several conditions of one pathway, where unknown may be too cautious. See ``exact``."""
        for pathway in pathways:
            where: dict[str, dict[str, None]] = {}
            for rule in walk(pathway.elements):
                if isinstance(rule, Element):
                    for name in uses(rule.that, self.definitions).facts:
                        where.setdefault(name, {})[rule.id] = None
            for name, ids in sorted(where.items()):
                if len(ids) > 1:
                    yield Defect("twice", f"{pathway.id}", f"{name} stands in {len(ids)} conditions: {', '.join(ids)}")


_READINGS = (("ask", ASK), ("grant", GRANT))


def cited(pathways: Sequence[HasRules], authorities: Collection[str]) -> Iterator[Defect]:
    """Rules without an authority, and authority ids that do not exist, where they are written."""
    for pathway in pathways:
        for rule in dict.fromkeys(walk(pathway.elements)):
            choices = rule.choices if isinstance(rule, Versions) else ()
            parts: tuple[Rule | Version, ...] = (*parts_of(rule), *choices)
            beneath = {id for part in parts for id in part.cites}
            written: tuple[Rule | Version, ...] = (rule, *choices)
            for one in written:
                where = f"{pathway.id}.{one.id}"
                if not one.cites:
                    yield Defect("no_authority", where, f"{where} rests on no authority: name one with cite=")
                own = one.cites if one is not rule else [id for id in one.cites if id not in beneath]
                for id in dict.fromkeys((*own, *one.scope.force)):
                    if id not in authorities:
                        yield Defect("unknown_authority", where, f"{where} names {id!r}, which is no authority")


def _conditions(root: Rule) -> Iterator[Expr]:
    for rule in walk(root):
        if isinstance(rule, Element):
            yield rule.that
        elif isinstance(rule, Versions):
            yield rule.date_basis
            if rule.circuit_basis is not None:
                yield rule.circuit_basis


def _doubted(root: Rule) -> bool:
    return any(isinstance(rule, Settled) and rule.answer is None for rule in walk(root))


def _dates(places: Iterable[Place]) -> list[Place]:
    """One place a date: a bare condition does not turn on the circuit."""
    return [(on, None) for on in dict.fromkeys(on for on, _ in places)]


def _words(question: Question) -> str:
    return question.label.en if isinstance(question, Rule) else str(question)
