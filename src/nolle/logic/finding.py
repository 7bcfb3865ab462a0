"""What was found of one rule, in four readings at once, held as two bit masks (surely true, surely false).

* *grant*: the rule as written;
* *ask*: the act of another is read as helping, for the client may ask before it is done;
* *await*: as ask, but an act already decided against the client stays decided;
* *advise*: as await, and a judgement nobody has made yet is read as helping.

"Helping" is true under an even number of nots and false under an odd one.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rule import Rule, Version
from .truth import Force, Truth, Why

GRANT, ASK, AWAIT, ADVISE = 1, 2, 4, 8
READINGS = GRANT | ASK | AWAIT | ADVISE


@dataclass(slots=True, eq=False)
class Finding:
    """What was found of one rule; nothing changes it once made.

    ``true`` and ``false`` are masks over the readings; ``truth`` is the rule as written. ``force`` says whether the
    rule is law on the date; ``why`` explains an unknown, or doubt about whether it is law. ``because`` are the
    findings beneath.
    """

    # Not declared frozen: that makes each six times as slow to build, and one opinion builds thousands.
    rule: Rule
    true: int
    false: int
    force: Force
    why: Why | None
    because: tuple[Finding, ...] = ()
    version: Version | None = None

    @property
    def truth(self) -> Truth:
        """The truth of the rule as written."""
        return self.reading(GRANT)

    def reading(self, which: int) -> Truth:
        """The truth in one reading: ``GRANT``, ``ASK``, ``AWAIT`` or ``ADVISE``."""
        return True if self.true & which else False if self.false & which else None
