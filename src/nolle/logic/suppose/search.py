"""Looking for a case in which a rule is true, or false: a small search over the values that matter.

Each step judges the rule with what is supposed so far. Because unknown is handled soundly, a rule that is decided stays
decided whatever the rest is, so most of the space is never visited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from nolle.logic.asked import Asked
from nolle.logic.finding import GRANT
from nolle.logic.judge import judge
from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span
from nolle.logic.rule import Rule
from nolle.logic.suppose import Guess, MadeRow, Rows, live, live_in, opened, split, suppose
from nolle.logic.suppose.domain import Domains
from nolle.logic.tree import TRUE, Expr, Fact, Not
from nolle.logic.truth import Truth
from nolle.logic.value import evaluate

Question = Expr | Rule


@dataclass(slots=True)
class Search:
    """A search for values that give some conditions the truth that is wanted.

    Args:
        asked: the question; what its case already knows is kept.
        domains: the values to try.
        budget: how many cases to judge before giving up; ``exhausted`` is false after that.
        may: whether a variable may be supposed at all.
        fits: whether a value agrees with what is known roughly.
        first: values to try before the domain's own.
    """

    asked: Asked
    domains: Domains
    budget: int = 2000
    may: Callable[[str], bool] = lambda variable: True
    fits: Callable[[str, Guess], bool] = lambda variable, value: True
    first: Mapping[str, Sequence[Guess]] = field(default_factory=dict)
    exhausted: bool = field(default=True, init=False)
    _left: int = field(default=0, init=False)
    _rests: dict[str, list[Guess]] = field(default_factory=dict, init=False)

    def find(
        self, wanted: Sequence[tuple[Question, bool]], guesses: Mapping[str, Guess] | None = None
    ) -> dict[str, Guess] | None:
        """The first values found that make every condition what is wanted, or ``None``.

        After ``None``, ``exhausted`` says whether every combination was ruled out.
        """
        self._left, self.exhausted = self.budget, True
        return self._step(wanted, dict(guesses or {}))

    def _step(self, wanted: Sequence[tuple[Question, bool]], guesses: dict[str, Guess]) -> dict[str, Guess] | None:
        if self._left <= 0:
            self.exhausted = False
            return None
        self._left -= 1
        asked = suppose(self.asked, guesses) if guesses else self.asked
        variable: str | None = None
        done = True
        for question, want in wanted:
            truth = truth_of(question, asked)
            if truth is (not want):
                return None
            if truth is None:
                done = False
                if variable is None:
                    turns_on = live(question, asked) if isinstance(question, Rule) else live_in(question, asked)
                    variable = next((v for v in turns_on if v not in guesses and self.may(v)), None)
        if done:
            return guesses
        if variable is None:
            return None
        first = self.first.get(variable, ())
        for value in (*first, *(value for value in self.choices(variable) if value not in first)):
            if not self.fits(variable, value):
                continue
            found = self._step(wanted, {**guesses, variable: value})
            if found is not None:
                return found
        return None

    def choices(self, variable: str) -> Sequence[Guess]:
        """The values to try for a variable; for a list, what the rest of it may be."""
        entity, row, name = split(variable)
        if row is not None or name:
            return self.domains.values(variable)
        if entity not in self._rests:
            fine = self.domains.grain == "fine"
            some = self.domains.lengths(entity) if fine else self.domains.lists(entity, rows_of(entity, self.domains))
            self._rests[entity] = list(some)
        return self._rests[entity]


def truth_of(question: Question, asked: Asked, reading: int = GRANT) -> Truth:
    """The truth of a rule or of a bare condition."""
    if isinstance(question, Rule):
        return judge(question, asked).reading(reading)
    truth = evaluate(question, asked)
    return truth if isinstance(truth, bool) else None


def rows_of(entity: str, domains: Domains) -> list[dict[str, Answer]]:
    """Rows worth supposing in a list: one that meets each condition of its rows, one that fails it, a few others."""
    names = sorted(name for name in domains.fields.get(entity, ()) if domains.values(f"{entity}.{name}"))
    values = {name: domains.values(f"{entity}.{name}") for name in names}
    rows: list[dict[str, Answer]] = []
    plain = [
        {name: values[name][(j + i) % len(values[name])] for i, name in enumerate(names)}
        for j in range(max((len(v) for v in values.values()), default=0))
    ]
    for where in domains.wheres.get(entity, ()):
        if where is TRUE:
            continue
        for condition in (where, Not(where)):
            if not any(_meets(condition, row, domains.asked) for row in rows):
                row = _row(condition, entity, values, domains.asked)
                if row is not None:
                    rows.append({**(plain[len(rows) % len(plain)] if plain else {}), **row})
    rows.extend(row for row in plain if row not in rows)
    return rows[:24]


def _meets(where: Expr, row: Mapping[str, Answer], asked: Asked) -> bool:
    return _of_row(where, row, asked) is True


def _of_row(where: Expr, row: Mapping[str, Answer], asked: Asked) -> Truth:
    asked.row = MadeRow("+", {name: Cell(answer) for name, answer in row.items()})
    truth = evaluate(where, asked)
    asked.row = None
    return truth if isinstance(truth, bool) else None


def _row(
    where: Expr, entity: str, values: Mapping[str, Sequence[Answer]], asked: Asked, budget: int = 200
) -> dict[str, Answer] | None:
    """A row that meets a condition, or may meet it by facts outside the row."""
    names = list(_fields(where, entity, asked))
    left = budget

    def step(row: dict[str, Answer], rest: Sequence[str]) -> dict[str, Answer] | None:
        nonlocal left
        left -= 1
        truth = _of_row(where, row, asked)
        if truth is True or (truth is None and not rest):
            return row
        if truth is False or left <= 0:
            return None
        for value in values.get(rest[0], ()):
            found = step({**row, rest[0]: value}, rest[1:])
            if found is not None:
                return found
        return step(row, rest[1:]) if not values.get(rest[0]) else None

    return step({}, names)


def _fields(where: Expr, entity: str, asked: Asked) -> Iterable[str]:
    found: dict[str, None] = {}
    for node in opened(where, asked.definitions):
        if isinstance(node, Fact) and node.entity == entity and node.name not in asked.definitions:
            found[node.name.rpartition(".")[2]] = None
    return found


def case_text(guesses: Mapping[str, Guess], header: Iterable[str] = ()) -> str:
    """The supposed values as a case file, ready to be kept as a test."""
    lines = [f"# {line}" for line in header]
    whole = [v for v in guesses if not split(v)[2]]
    if whole:
        lines.append(f"complete = [{', '.join(_quoted(name) for name in sorted(whole))}]")
    tables: dict[str, list[str]] = {}
    for variable in sorted(guesses):
        entity, row, name = split(variable)
        if name and row is None:
            tables.setdefault(entity, []).append(f"{name} = {_toml(guesses[variable])}")
    for table, entries in tables.items():
        lines += ["", f"[{table}]", *entries]
    lines += _tables(guesses)
    return "\n".join(lines) + "\n"


def _tables(guesses: Mapping[str, Guess]) -> Iterator[str]:
    cells: dict[tuple[str, str], dict[str, Guess]] = {}
    for variable in sorted(guesses):
        entity, row, name = split(variable)
        if row is not None:
            cells.setdefault((entity, row), {})[name] = guesses[variable]
        elif not name:
            for i, made in enumerate(cast("Rows", guesses[variable]), 1):
                cells.setdefault((entity, f"+{i}"), {}).update(made)
    for (entity, row), entries in sorted(cells.items()):
        known = [] if row.startswith("+") else [f"id = {_quoted(row)}"]
        yield from ("", f"[[{entity}]]", *known, *(f"{name} = {_toml(entries[name])}" for name in sorted(entries)))


def _toml(answer: Guess) -> str:
    if isinstance(answer, bool):
        return "true" if answer else "false"
    if isinstance(answer, Span):
        if answer.exact:
            return str(answer.low)
        bounds = {"min": answer.low, "max": answer.high}
        return "{ " + ", ".join(f"{k} = {v}" for k, v in bounds.items() if v is not None) + " }"
    if isinstance(answer, str):
        return _quoted(answer)
    if isinstance(answer, Missing):
        return "{ absent = true }" if answer is Missing.ABSENT else "{ unknown = true }"
    return f"[{', '.join(_quoted(str(code)) for code in answer)}]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
