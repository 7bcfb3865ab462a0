"""Rules that can say "unknown": what a rule is, judged for one case or for columns of cases.

* ``truth``, ``rough``, ``known``, ``text``: the answers, rough dates and numbers, the states of a fact, both languages
* ``tree``, ``entity``, ``walk``, ``condition``: the language of conditions, and reading it from text
* ``rule``: rules with names, authorities, dates and places
* ``asked``, ``value``, ``when``, ``judge``: the interpreter for one case, which is the definition of truth
* ``columns``: the same rules for columns of cases
* ``suppose``: cases with supposed answers, on which rest ``ask`` (the next best question), ``change`` (what would
  change an answer) and ``proof`` (the checks on the rules themselves)
"""

from .asked import Asked
from .entity import Entity, choose, lookup
from .finding import Finding
from .judge import judge
from .known import NOT_ASKED, Answer, Case, Cell, Law, Missing, Row, Table, Value
from .rough import RoughError, Span, exactly, parse_date, say, say_date
from .rule import (
    By,
    Element,
    Group,
    Rule,
    Scope,
    Settled,
    Version,
    Versions,
    all_of,
    any_of,
    element,
    not_,
    settled,
    version,
    versions,
    walk,
)
from .text import Lang, Text
from .tree import AS_OF, Expr, Fact, RuleError
from .truth import Force, Truth, Why
from .walk import facts_of

__all__ = [
    "AS_OF",
    "NOT_ASKED",
    "Answer",
    "Asked",
    "By",
    "Case",
    "Cell",
    "Element",
    "Entity",
    "Expr",
    "Fact",
    "Finding",
    "Force",
    "Group",
    "Lang",
    "Law",
    "Missing",
    "RoughError",
    "Row",
    "Rule",
    "RuleError",
    "Scope",
    "Settled",
    "Span",
    "Table",
    "Text",
    "Truth",
    "Value",
    "Version",
    "Versions",
    "Why",
    "all_of",
    "any_of",
    "choose",
    "element",
    "exactly",
    "facts_of",
    "judge",
    "lookup",
    "not_",
    "parse_date",
    "say",
    "say_date",
    "settled",
    "version",
    "versions",
    "walk",
]
