"""The frames being built: which columns each has, in what order they can be made, and the making of them.

There is one sheet for the cases and one for each list. A list's rows take columns from their case, and a case takes
sums over its rows. Columns are made in waves: all that needs no sum, then the sums over rows, then what rests on them.
Within a wave columns are made in layers, each resting only on those before it, and a column is dropped after its last
use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from nolle.logic.columns.algebra import Col, Value, build, column, raw
from nolle.logic.columns.expression import Node, col
from nolle.logic.columns.frames import KEY, Frame, How

if TYPE_CHECKING:
    from nolle.logic.columns.dates import Parts

LATE = 10**6
"""After all layers of a wave."""


@dataclass(frozen=True, slots=True)
class Made:
    """One column: its expression, when it can be made, and what it is made from."""

    expr: Node
    deps: frozenset[str]
    wave: int
    depth: int


@dataclass(slots=True)
class Sheet:
    """One frame: the cases (``entity`` is ``None``) or the rows of a list."""

    book: Book
    entity: str | None
    schema: set[str]
    made: dict[str, Made] = field(default_factory=dict)
    carried: dict[str, int] = field(default_factory=dict)
    sums: dict[str, tuple[How, str, int]] = field(default_factory=dict)
    splits: dict[str, Parts] = field(default_factory=dict)
    summed: dict[tuple[How, str], Value] = field(default_factory=dict)

    def keep(self, value: Value, name: str | None = None) -> Value:
        """The value as a column of its own, so that it is worked out once."""
        if not isinstance(value, Col) or (value.name is not None and name is None):
            return value
        wave = max((self.wave(d) for d in value.deps), default=0)
        depth = 1 + max((self.depth(d, wave) for d in value.deps), default=0)
        name = name or self.book.new_name()
        self.made[name] = Made(value.expr, value.deps, wave, depth)
        return column(name)

    def wave(self, name: str) -> int:
        """The wave in which a column is there."""
        if name in self.made:
            return self.made[name].wave
        return self.carried.get(name, self.book.arrives.get(name, 0) if self.entity is None else 0)

    def depth(self, name: str, wave: int) -> int:
        """The layer of that wave in which a column is there."""
        found = self.made.get(name)
        return found.depth if found is not None and found.wave == wave else 0

    def carry(self, value: Value) -> Value:
        """A value of the case, as a column of its rows."""
        if not isinstance(value, Col):
            return value
        kept = self.book.case.keep(value)
        assert isinstance(kept, Col)
        assert kept.name is not None
        self.carried[kept.name] = self.book.case.wave(kept.name)
        return kept

    def count(self, flag: Value) -> Value:
        """How many of a case's rows a flag holds for."""
        if flag is False:
            return 0
        return self._over_rows("len", None) if flag is True else self._over_rows("count", flag)

    def over_rows(self, how: Literal["sum", "min", "max"], value: Value) -> Value:
        """A sum over a case's rows, or the smallest or largest, which pass over nulls."""
        if value is None:
            return None
        return self._over_rows(how, value if isinstance(value, Col) else build(raw(value)))

    def _over_rows(self, how: How, value: Value) -> Value:
        kept = self.keep(value)
        of = kept.name or "" if isinstance(kept, Col) else ""
        known = self.summed.get((how, of))
        if known is None:
            name = self.book.new_name()
            wave = self.wave(of) if of else 0
            self.sums[name] = (how, of, wave)
            self.book.arrives[name] = wave + 1
            known = column(name)
            if how not in ("min", "max"):  # a case without rows
                known = self.book.case.keep(build(known.expr.fill_null(0), known))
            self.summed[how, of] = known
        return known


@dataclass(slots=True)
class Book:
    """All the sheets of one question."""

    schemas: Mapping[str | None, set[str]]
    sheets: dict[str | None, Sheet] = field(default_factory=dict)
    arrives: dict[str, int] = field(default_factory=dict)
    names: int = 0

    def __post_init__(self) -> None:
        """A sheet for each frame that is there."""
        for entity, schema in self.schemas.items():
            self.sheets[entity] = Sheet(self, entity, schema)

    @property
    def case(self) -> Sheet:
        """The sheet of the cases."""
        return self.sheets[None]

    def new_name(self) -> str:
        """A name no column has."""
        self.names += 1
        return f"_{self.names}"


def work_out(book: Book, frames: Mapping[str | None, Frame], results: Mapping[str, Value]) -> Any:
    """Make every column and give back the cases with the results asked for, by name."""
    waves = 1 + max(
        [m.wave for s in book.sheets.values() for m in s.made.values()]
        + [s.wave(name) for s in book.sheets.values() for name in s.carried]
        + [wave + 1 for wave in book.arrives.values()]
        + [0]
    )
    making = {entity: _Making(sheet, frames[entity]) for entity, sheet in book.sheets.items()}
    case = making[None]
    lists = [m for entity, m in making.items() if entity is not None]
    wanted = [value.name for value in results.values() if isinstance(value, Col) and value.name]
    uses = _last_uses(book, wanted, waves)
    for wave in range(waves):
        case.layers(wave, uses[None])
        if any(wave in rows.sheet.carried.values() for rows in lists):
            case.settle(wave, uses[None])
        for rows in lists:
            taken = [name for name, at in rows.sheet.carried.items() if at == wave]
            if taken:
                from_case = case.frame.select({name: col(name) for name in (KEY, *taken)})
                rows.frame = rows.frame.join(from_case, every=wave > 0)
                rows.there += taken
            rows.layers(wave, uses[rows.sheet.entity])
            sums = {name: (how, of) for name, (how, of, at) in rows.sheet.sums.items() if at == wave}
            if sums:
                if any(at > wave for _, _, at in rows.sheet.sums.values()):
                    rows.settle(wave, uses[rows.sheet.entity])
                case.frame = case.frame.with_totals(rows.frame, sums)
                case.there += sums
    return case.frame.select({KEY: col(KEY)} | {name: raw(value) for name, value in results.items()})


def _last_uses(book: Book, results: list[str], waves: int) -> dict[str | None, dict[str, tuple[int, int]]]:
    """For each sheet and column, the last wave and layer that reads it; a wave's sums come after its layers."""
    uses: dict[str | None, dict[str, tuple[int, int]]] = {entity: {} for entity in book.sheets}

    def use(entity: str | None, name: str, when: tuple[int, int]) -> None:
        uses[entity][name] = max(uses[entity].get(name, when), when)

    for entity, sheet in book.sheets.items():
        for made in sheet.made.values():
            for dep in made.deps:
                use(entity, dep, (made.wave, made.depth))
        for name, wave in sheet.carried.items():
            use(None, name, (wave, LATE))
        for _, of, wave in sheet.sums.values():
            if of:
                use(entity, of, (wave, LATE))
    for name in results:
        use(None, name, (waves, LATE))
    return uses


class _Making:
    """A frame on its way, and the columns it has so far."""

    def __init__(self, sheet: Sheet, frame: Any) -> None:
        self.sheet, self.frame = sheet, frame
        self.there = [name for name in frame.names if name != KEY]

    def layers(self, wave: int, last_use: Mapping[str, tuple[int, int]]) -> None:
        """Make the columns of a wave, layer by layer; keep only what is still needed."""
        layers: dict[int, list[str]] = {}
        for name, made in self.sheet.made.items():
            if made.wave == wave:
                layers.setdefault(made.depth, []).append(name)
        for depth in sorted(layers):
            new = [n for n in layers[depth] if n in last_use]
            gone = {n for n in self.there if last_use.get(n, (-1, 0)) <= (wave, depth)}
            self.frame = self.frame.layer({n: self.sheet.made[n].expr for n in new}, gone)
            self.there = [n for n in self.there if n not in gone] + new

    def settle(self, wave: int, last_use: Mapping[str, tuple[int, int]]) -> None:
        """Work out a frame that is about to be read twice: else it is worked out again for each reader."""
        gone = {n for n in self.there if last_use.get(n, (-1, 0)) < (wave, LATE)}
        if gone:
            self.frame = self.frame.layer({}, gone)
            self.there = [n for n in self.there if n not in gone]
        self.frame = self.frame.settle()
