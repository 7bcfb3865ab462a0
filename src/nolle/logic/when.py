"""When and where a rule is law: its dates, circuits, states and force, for one case."""

from __future__ import annotations

from datetime import date

from .asked import Asked
from .known import Missing
from .rough import Span, add_days, add_months
from .rule import CIRCUITS, Scope
from .tree import AS_OF, Expr, Fact
from .truth import IN, MAYBE, OUT, Force, Why
from .value import evaluate

STATE_FACT = "juvenile.court_state"
"""A rule placed by state is placed by the state of the juvenile court."""


def applies(
    scope: Scope, asked: Asked, date_basis: Expr = AS_OF, circuit_basis: Fact | None = None
) -> tuple[Force, Why | None]:
    """Whether a scope holds for the case, and why that is in doubt.

    A window that holds only some of the possible dates, a circuit or state that is not known, and law that is
    enjoined or unknown all give ``Force.MAYBE``.
    """
    force, why = IN, None
    if scope.since is not None or scope.until is not None:
        basis = _basis(date_basis, asked)
        force = window(scope, basis)
        if force is MAYBE:
            why = Why.LAW_UNCERTAIN if basis.exact else _unasked(date_basis, asked)
    if force is not OUT and scope.circuits is not None:
        held = place(scope.circuits, _circuits(circuit_basis, asked))
        if held is not IN:
            force, why = held, Why.NOT_ASKED
    if force is not OUT and scope.states is not None:
        state = asked.case.cell(STATE_FACT).answer
        possible = frozenset((state,)) if isinstance(state, str) else state if isinstance(state, frozenset) else None
        held = place(scope.states, possible)
        if held is not IN:
            force, why = held, Why.NOT_KNOWN if state is Missing.NOT_KNOWN else Why.NOT_ASKED
    if force is not OUT and scope.force:
        held = _in_force(scope.force, asked)
        if held is not IN:
            force, why = held, Why.LAW_UNCERTAIN
    return force, (None if force is OUT else why)


def window(scope: Scope, on: Span) -> Force:
    """Whether the possible dates lie in the scope's window; a start known only roughly is in doubt before its day."""
    since, until = scope.since, scope.until
    if until is not None and on.low is not None and on.low > until:
        return OUT
    if since is not None and on.high is not None and on.high < since:
        if scope.precision == "day" or on.high < earliest_start(scope, since):
            return OUT
        return MAYBE
    if since is not None and (on.low is None or on.low < since):
        return MAYBE
    if until is not None and (on.high is None or on.high > until):
        return MAYBE
    return IN


def earliest_start(scope: Scope, since: date) -> date:
    """The first day on which a start known only roughly may fall."""
    return add_months(since, -12) if scope.precision == "year" else add_days(since, -90)


def _basis(date_basis: Expr, asked: Asked) -> Span:
    """The date that picks a version: as of where it is absent, any day up to then where it is not known."""
    if date_basis is AS_OF:
        return asked.today
    answer = evaluate(date_basis, asked)
    if isinstance(answer, Span):
        return answer
    return asked.today if answer is Missing.ABSENT else Span(None, asked.as_of)


def _unasked(date_basis: Expr, asked: Asked) -> Why:
    return Why.NOT_ASKED if evaluate(date_basis, asked) is Missing.NOT_ASKED else Why.NOT_KNOWN


def _circuits(basis: Fact | None, asked: Asked) -> frozenset[str] | None:
    if basis is None:
        return asked.circuits
    answer = evaluate(basis, asked)
    return frozenset((answer,)) if isinstance(answer, str) else answer if isinstance(answer, frozenset) else CIRCUITS


def place(accepted: frozenset[str], possible: frozenset[str] | None) -> Force:
    """Whether the possible places lie among those accepted; ``None`` is any place at all."""
    if possible is None:
        return MAYBE
    if possible <= accepted:
        return IN
    return MAYBE if possible & accepted else OUT


def _in_force(authorities: tuple[str, ...], asked: Asked) -> Force:
    best = OUT
    for authority in authorities:
        key = (authority, asked.circuit)
        force = asked.forces.get(key)
        if force is None:
            force = asked.forces[key] = asked.law.force(authority, asked.as_of, asked.circuit)
        if force is IN:
            return IN
        if force is MAYBE:
            best = MAYBE
    return best
