"""What is weighed and what fits: factors for and against with their proof, and merits beside discretion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nolle.law.factors import Factor, factors
from nolle.law.pathway import Fit, Pathway
from nolle.law.priorities import Regime
from nolle.logic import Asked, Cell, Truth
from nolle.logic.judge import cells_of
from nolle.logic.value import evaluate

from .status import Status


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A factor the facts show: for, against, or (``None``) not known; and whether the regime itself names it."""

    factor: Factor
    shown: Truth
    against: bool
    named: bool
    cells: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Fitting:
    """How each form of discretion suits one kind of relief on the date. The ratings are ours, never a score."""

    pathway: Pathway
    status: Status
    fits: tuple[Fit, ...]

    @property
    def live(self) -> bool:
        """Whether the relief is worth protecting: not closed and not out of force."""
        return self.status not in (Status.CLOSED, Status.NOT_IN_FORCE)


def weigh(asked: Asked, regime: Regime | None) -> tuple[Weighed, ...]:
    """Every factor, with whether the facts show it: an adverse one that is shown weighs against."""
    named = set(regime.factors) if regime is not None else set()
    weighed = []
    for factor in factors().values():
        shows = evaluate(factor.shows, asked)
        turned = evaluate(factor.against, asked) if factor.against is not None else False
        against = factor.polarity == "adverse" or (factor.polarity == "either" and turned is True)
        shown = True if turned is True else shows if isinstance(shows, bool) else None
        weighed.append(Weighed(factor, shown, against, factor.id in named, cells_of(factor.shows, asked)))
    return tuple(weighed)


def fitting(pathway: Pathway, status: Status, on: date) -> Fitting:
    """The ratings that hold on the date."""
    return Fitting(pathway, status, tuple(f for f in pathway.fit if _holds(f, on)))


def closure_is_best(fitting: Fitting) -> bool:
    """Whether closure is the best result to be had: an end of the case would harm this relief, a pause would not."""
    ratings = {fit.form: fit.rating for fit in fitting.fits}
    ends = [ratings.get("dismissal"), ratings.get("termination")]
    return all(rating == "poor" for rating in ends) and ratings.get("administrative_closure") in ("good", "possible")


def _holds(fit: Fit, on: date) -> bool:
    return (fit.since is None or fit.since <= on) and (fit.until is None or on <= fit.until)
