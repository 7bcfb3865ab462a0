"""What a shared calendar may say of a deadline: never a protected fact, and never what only the file should tell.

A calendar is seen on phones, on walls and by every program it is given to. A deadline whose mere name tells what
8 USC 1367 protects is called a deadline and no more; the working of one that counts from a protected fact, a
concession, a relative's fact or the client's own birth is left in the file.
"""

from __future__ import annotations

from functools import cache

from nolle.facts.derivations import definitions
from nolle.facts.vocabulary import sensitivity_of
from nolle.law.procedure import DeadlineRule, rules
from nolle.law.procedure.triggers import in_case
from nolle.logic.walk import facts_behind

HELD_BACK = frozenset({"protected-1367", "concession", "third_party"})
"""Classes of facts whose values are not spelled out."""

_TOLD_BY_NAME = frozenset({"motion_reopen_vawa"})
"""Deadlines whose name alone speaks of protection, although they count from plain facts."""


@cache
def name_held_back(id: str) -> bool:
    """Whether the deadline's very name would tell a protected fact."""
    return id in _TOLD_BY_NAME or any(sensitivity_of(fact) == "protected-1367" for fact in _facts(rules()[id]))


@cache
def working_held_back(id: str) -> bool:
    """Whether the working would spell out a fact that only the file should tell, such as a day of birth."""
    facts = _facts(rules()[id])
    return name_held_back(id) or any(f.startswith("person.") or sensitivity_of(f) in HELD_BACK for f in facts)


def _facts(rule: DeadlineRule) -> frozenset[str]:
    use = in_case().get(rule.id) or in_case().get(rule.same_as or "")
    asked = [] if use is None else [expr for expr in (use.trigger, use.when) if expr is not None]
    found = facts_behind(asked, definitions())
    own = [rule.trigger.fact] if rule.trigger.fact else []
    return frozenset(name for name in (*own, *found) if name.partition(".")[0] not in ("derived", "law"))
