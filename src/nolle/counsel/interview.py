"""An interview about one case: one question at a time, the one that settles most for the least burden.

    interview = Interview(empty_case(), "es", date(2026, 11, 3))
    while step := interview.next():
        reply = interview.answer(step, "sí")

No terminal, no file, no clock: whoever holds it shows the step, hands in what was said, and saves ``interview.case``.

The order is that of ``logic.ask`` over all pathways and the three exposures, bent so that a person can follow: a
question behind another waits for it (``asking.GATES``), the rows of a list are told one after the other, and what
stays with the same matter is worth half as much again. Sensitive questions wait for ``PATIENCE`` ordinary ones; what is
for a private talk is asked only of somebody who says that they are alone and safe.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeAlias

from nolle.facts.casefile import CaseFile, parse_case
from nolle.facts.derivations import definitions
from nolle.facts.errors import CaseFileError
from nolle.facts.known import as_known
from nolle.facts.spoken import Unclear, WhichDate, numbered, plain, read_spoken, read_yes_no
from nolle.facts.vocabulary import Field, find, label, question, vocabulary
from nolle.facts.writing import CellLike, write_case
from nolle.law.authorities import Law
from nolle.law.exposure import exposures
from nolle.law.pathways import pathways
from nolle.law.tables import tables
from nolle.logic import Asked, Lang, Missing, Rule, Span, Text, say
from nolle.logic.ask import Asker, Question
from nolle.logic.finding import ASK, AWAIT, GRANT
from nolle.logic.known import Answer, Cell, Table
from nolle.logic.suppose import split

from . import interview_words as w
from .asking import LISTS, burden, first_to_ask, priors, private, sensitivity

Audience: TypeAlias = Literal["client", "attorney"]
Kind: TypeAlias = Literal["fact", "list", "whole", "alone"]

PATIENCE = 6
"""So many questions are ordinary ones, where there are any, before the first that touches more."""

SAME_MATTER = 1.5
"""A question about what was just spoken of is worth so much more, for people lose the thread when hurried about."""

PRIVATE = "alone"


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the screen.

    ``kind``: a ``fact``; a ``list`` (is there one, or another one?); ``whole`` (are these all?); ``alone`` (may the
    private ones be asked?). ``kindly`` is said first where the question touches more than the ordinary; ``about``
    names the row; ``choices`` are codes with their words, numbered where ``numbered``.
    """

    kind: Kind
    fact: str
    question: Text
    why: Text
    hint: Text
    number: int
    kindly: Text | None = None
    about: Text | None = None
    choices: tuple[tuple[str, Text], ...] = ()
    numbered: bool = False
    bears_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of an answer: how it was understood, or why not (``hint``) and what to choose from."""

    accepted: bool
    said: Text | None = None
    hint: Text | None = None
    options: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of an interview, reached or not: what was said, what is worth asking, of whom, and the next hearing.

    ``unshown`` counts the private answers that are not among ``said``, because nobody said that the person is alone.
    """

    said: tuple[tuple[Text, Text], ...]
    unshown: int
    worth: tuple[Text, ...]
    private: tuple[Text, ...]
    attorney: tuple[Text, ...]
    hearing: Span | None


@dataclass(frozen=True, slots=True)
class _State:
    """Where the interview stands; going back is taking the last one again."""

    case: CaseFile
    passed: frozenset[str] = frozenset()
    alone: bool | None = None
    row: str | None = None
    begun: str | None = None
    confirm: str | None = None
    matter: str = ""
    number: int = 1


@dataclass(slots=True)
class Interview:
    """An interview about one case.

    Args:
        case: the case file to begin or go on with; ``case`` always holds what was said so far.
        lang: the language in which replies to the person are made by whoever shows them.
        as_of: the date of the law.
        audience: ``client``, or ``attorney`` for whoever may answer everything.
        today: the day it takes place, recorded with each answer; the date of the law unless given.
        only: pathway ids that matter; all, with the exposures, unless given.
    """

    case: CaseFile
    lang: Lang
    as_of: date
    audience: Audience = "client"
    today: date | None = None
    only: Sequence[str] = ()
    _asker: Asker = field(init=False)
    _law: Law = field(init=False)
    _tables: Mapping[str, Table] = field(init=False)
    _states: list[_State] = field(init=False)
    _step: Step | None = field(init=False, default=None)
    _which: tuple[date, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Gather the goals and stand before the first question."""
        goals: dict[str, Rule] = {p.id: p.elements for p in pathways() if not self.only or p.id in self.only}
        if not self.only:
            goals |= {exposure.id: exposure.rule for exposure in exposures()}
        self._asker = Asker(goals, priors())
        self._law, self._tables = Law(), tables()
        self._states = [_State(self.case, alone=True if self.audience == "attorney" else None)]

    # What whoever shows it asks for

    def next(self) -> Step | None:
        """The question to ask now; ``None`` when no question that may be asked can change anything."""
        if self._step is None:
            self._step = self._choose(self._now)
        return self._step

    def answer(self, step: Step, text: str) -> Reply:
        """Take what was said to a question.

        Raises:
            ValueError: when the question is not the one being asked.
        """
        if step != self.next():
            raise ValueError(f"{step.fact} is not the question being asked; call next()")
        if not text.strip():
            return Reply(False, hint=w.EMPTY)
        try:
            return self._take(step, text)
        except WhichDate as which:
            self._which = which.days
            return Reply(False, hint=w.WHICH, options=which.options)
        except Unclear as unclear:
            return Reply(False, hint=unclear.hint)
        except CaseFileError:
            return Reply(False, hint=w.UNWRITABLE)

    def skip(self) -> None:
        """Leave the question; it is kept as not asked."""
        step, now = self.next(), self._now
        if step is not None:
            alone = False if step.kind == "alone" else now.alone
            self._go(replace(now, passed=now.passed | {self._key(step)}, alone=alone, begun=None, confirm=None))

    def dont_know(self) -> None:
        """The person does not know: this is kept, and not asked again."""
        step = self.next()
        if step is not None and step.kind == "fact":
            self._tell(step, Missing.NOT_KNOWN)
        else:
            self.skip()

    def back(self, steps: int = 1) -> int:
        """Take back so many answers of this session; returns how many were."""
        taken = min(max(steps, 0), len(self._states) - 1)
        if taken:
            del self._states[-taken:]
            self._stand()
        return taken

    def done(self) -> Closing:
        """What was said in all, and what is still worth asking, of whom."""
        cells = [(name, cell.answer) for name, cell in self.case.told() if cell.answer is not Missing.NOT_ASKED]
        shown = [(name, answer) for name, answer in cells if self._now.alone or not private(name)]
        told = tuple((_named(name), say_answer(find(name), answer)) for name, answer in shown)
        told += tuple(
            (vocabulary()[name].label, w.SAID["all" if self.case.rows(name) else "none"])
            for name in sorted(self.case.closed)
        )
        open_still = [q.fact for q in self._questions(self._now, everyone=True)]
        worth, alone, counsel = list[str](), list[str](), list[str]()
        for fact in open_still:
            target = first_to_ask(fact, self.case, frozenset(), lambda name: True)
            if target is None:
                continue
            if "." in target and find(target).asked_of == "attorney":
                counsel.append(target)
            elif private(target):
                alone.append(target)
            else:
                worth.append(target)
        hearing = self.case.cell("case.next_hearing_on").answer
        waits = isinstance(hearing, Span) and not _before(hearing, self._today)
        return Closing(
            said=told,
            unshown=len(cells) - len(shown),
            worth=_names(worth),
            private=_names(alone),
            attorney=_names(counsel),
            hearing=hearing if isinstance(hearing, Span) and waits else None,
        )

    # Choosing

    @property
    def _now(self) -> _State:
        return self._states[-1]

    def _choose(self, now: _State) -> Step | None:
        if now.begun is not None:
            lead = f"{now.begun}.{LISTS[now.begun.partition('[')[0]]}"
            return self._ask(lead, now, ())
        if now.confirm is not None:
            return self._list_step("whole", now.confirm, now, ())
        found: dict[str, tuple[float, Question]] = {}
        for q in self._questions(now):
            target = first_to_ask(q.fact, now.case, now.passed, lambda fact: self._may_ask(fact, now))
            if target is not None and self._may_ask(target, now):
                worth = q.score + 1e-4 * len(q.bears_on) / q.cost
                if _matter(target) == now.matter:
                    worth *= SAME_MATTER
                if target not in found or worth > found[target][0]:
                    found[target] = worth, q
        best = self._best(found, now)
        if best is None:
            return None
        if private(best) and now.alone is None:
            return Step("alone", PRIVATE, w.ALONE, w.ALONE_WHY, w.HINTS["bool"], now.number, kindly=w.MAY_SKIP)
        bears_on = found[best][1].bears_on
        return self._ask(best, now, bears_on) if "." in best else self._list_step("list", best, now, bears_on)

    def _best(self, found: dict[str, tuple[float, Question]], now: _State) -> str | None:
        """The question to put: first the row that is being told, then whether there is another, then by worth."""
        if now.row is not None:
            begun = [fact for fact in found if fact.startswith(f"{now.row}.") and not (private(fact) and not now.alone)]
            if begun:
                return min(begun, key=_place)
            entity = now.row.partition("[")[0]
            if entity in found:
                return entity
        ordinary = [fact for fact in found if sensitivity(fact) == "ordinary"]
        among = ordinary if ordinary and now.number <= PATIENCE else list(found)
        return max(among, key=lambda fact: (found[fact][0], fact), default=None)

    def _questions(self, now: _State, *, everyone: bool = False) -> list[Question]:
        view, _ = as_known(now.case, self.as_of)
        circuit = view.cell("case.circuit").answer
        asked = Asked(
            view, self._law, self.as_of, circuit if isinstance(circuit, str) else None,
            tables=self._tables, definitions=definitions(),
        )  # fmt: skip
        return self._asker.questions(
            asked,
            burden=burden,
            sensitive=lambda fact: sensitivity(fact) != "ordinary",
            askable=lambda fact: self._may_ask(fact, now, everyone=everyone),
            readings=(GRANT, ASK, AWAIT),
        )

    def _may_ask(self, variable: str, now: _State, *, everyone: bool = False) -> bool:
        """Whether this interview may ask: of this person, not yet answered, not passed over."""
        if "." not in variable:
            return variable in LISTS and not now.case.complete(variable) and (everyone or variable not in now.passed)
        of, entity = find(variable).asked_of, split(variable)[0]
        if entity.startswith("filing.") and len(now.case.rows(entity)) > 1:
            return False
        if of == "system" or now.case.cell(variable).answer is not Missing.NOT_ASKED:
            return False
        if everyone:
            return True
        if (of == "attorney" and self.audience == "client") or variable in now.passed:
            return False
        return now.alone is not False or not private(variable)

    def _ask(self, fact: str, now: _State, bears_on: tuple[str, ...]) -> Step:
        found = find(fact)
        entity, row, _ = split(fact)
        one = None
        if row is not None and entity in w.LISTS:
            rows = [r.id for r in now.case.rows(entity)]
            n = rows.index(row) + 1 if row in rows else len(rows) + 1
            one = Text(w.LISTS[entity].one.en.format(n=n), w.LISTS[entity].one.es.format(n=n))
            one = _with(one, now.case, entity, row)
        listed = found.values is not None and numbered(found.values)
        hint = found.unit or "count" if found.type == "int" else found.type
        if found.type == "enum" and not listed:
            hint = "name"
        return Step(
            kind="fact",
            fact=fact,
            question=question(fact),
            why=found.why,
            hint=w.HINTS.get(hint, w.HINTS["text"]),
            number=now.number,
            kindly=None if row and sensitivity(fact) == sensitivity(entity) else w.KINDLY.get(sensitivity(fact)),
            about=one,
            choices=tuple((found.values or {}).items()),
            numbered=listed,
            bears_on=bears_on,
        )

    def _list_step(self, kind: Kind, entity: str, now: _State, bears_on: tuple[str, ...]) -> Step:
        words, some = w.LISTS[entity], bool(now.case.rows(entity))
        if kind == "whole":
            asking, why = (words.all if some else words.none), w.WHY_ALL
        else:
            asking, why = (words.another if some else words.any), words.why
        kindly = None if some or kind == "whole" else w.KINDLY.get(sensitivity(entity))
        return Step(kind, entity, asking, why, w.HINTS["bool"], now.number, kindly=kindly, bears_on=bears_on)

    # Taking answers

    def _take(self, step: Step, text: str) -> Reply:
        now = self._now
        if step.kind == "fact":
            if self._which and plain(text) in ("1", "2"):
                told: Answer = read_spoken(find(step.fact), self._which[int(plain(text)) - 1].isoformat(), self._today)
            else:
                told = read_spoken(find(step.fact), text, self._today)
            self._tell(step, told)
            return Reply(True, said=say_answer(find(step.fact), told))
        yes = read_yes_no(text)
        if step.kind == "alone":
            self._go(replace(now, alone=yes))
        elif step.kind == "list" and not yes:
            self._go(replace(now, confirm=step.fact, row=None))
        elif step.kind == "whole" and yes:
            case = self._written({"complete": sorted(now.case.closed | {step.fact})})
            self._go(replace(now, case=case, confirm=None, row=None))
        else:
            self._go(replace(now, begun=f"{step.fact}[{_new_id(now.case, step.fact)}]", confirm=None, matter=step.fact))
        return Reply(True, said=w.SAID["yes" if yes else "no"])

    def _tell(self, step: Step, told: Answer) -> None:
        case = self._written({step.fact: Cell(told, said_by=self.audience, on=self._today)})
        entity, row, _ = split(step.fact)
        lead = f"{entity}[{row}]" if row is not None else None
        now = replace(
            self._now, case=case, begun=None, row=lead if entity in LISTS else None, matter=_matter(step.fact)
        )
        self._go(now)

    def _written(self, changes: dict[str, CellLike]) -> CaseFile:
        case = self._now.case
        written = write_case(case, changes)
        return replace(parse_case(written, case.format, name=case.name), bom=case.bom)

    @property
    def _today(self) -> date:
        return self.today or self.as_of

    def _key(self, step: Step) -> str:
        """What is passed over: a list whose new row was not begun is passed over as a list."""
        begun = self._now.begun
        return begun.partition("[")[0] if begun is not None else step.fact

    def _go(self, state: _State) -> None:
        self._states.append(replace(state, number=self._now.number + 1))
        self._stand()

    def _stand(self) -> None:
        self.case, self._step, self._which = self._now.case, None, ()


def say_answer(of: Field, answer: Answer) -> Text:
    """An answer in words, in both languages."""
    if isinstance(answer, bool):
        return w.SAID["yes" if answer else "no"]
    if isinstance(answer, Missing):
        return w.SAID["absent" if answer is Missing.ABSENT else "unknown"]
    if isinstance(answer, Span):
        return Text(say(answer, "en"), say(answer, "es"))
    values = of.values or {}
    if isinstance(answer, str):
        return values.get(answer) or Text(answer, answer)
    if not answer:
        return w.SAID["none"]
    words = [
        values.get(code) or Text(code, code) for code in (sorted(answer) if isinstance(answer, frozenset) else answer)
    ]
    joint = w.SAID["or"] if isinstance(answer, frozenset) else None
    return Text(*((f" {joint[lang]} " if joint else ", ").join(text[lang] for text in words) for lang in ("en", "es")))


def step_record(step: Step | None) -> dict[str, Any]:
    """The next question for a script: ``nolle.question/1``."""
    if step is None:
        return {"schema": "nolle.question/1", "done": True}
    of = find(step.fact) if step.kind == "fact" else None
    return {
        "schema": "nolle.question/1",
        "done": False,
        "kind": step.kind,
        "fact": step.fact,
        "question": _both(step.question),
        "why": _both(step.why),
        "kindly": _both(step.kindly) if step.kindly else None,
        "about": _both(step.about) if step.about else None,
        "type": of.type if of else "bool",
        "unit": of.unit if of else None,
        "choices": [{"code": code, **_both(words)} for code, words in step.choices],
        "asked_of": of.asked_of if of else "client",
        "sensitivity": sensitivity(step.fact) if step.kind != "alone" else "ordinary",
        "bears_on": list(step.bears_on),
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "es": text.es}


def _named(fact: str) -> Text:
    """A fact or a list by name; a row's says which."""
    if "." not in fact:
        return vocabulary()[fact].label
    entity, row, _ = split(fact)
    name = label(fact)
    if row is None or entity not in w.LISTS:
        return name
    one = w.LISTS[entity].one
    return Text(f"{one.en.format(n=row)}: {name.en}", f"{one.es.format(n=row)}: {name.es}")


def _names(facts: list[str]) -> tuple[Text, ...]:
    return tuple(_named(fact) for fact in dict.fromkeys(facts))


def _with(one: Text, case: CaseFile, entity: str, row: str) -> Text:
    """The row with what was told of it first: "Family member 2: Child"."""
    lead = f"{entity}.{LISTS[entity]}"
    cell = case.cell(f"{entity}[{row}].{LISTS[entity]}")
    if isinstance(cell.answer, Missing):
        return one
    told = say_answer(find(lead), cell.answer)
    return Text(f"{one.en}: {told.en}", f"{one.es}: {told.es}")


def _place(fact: str) -> int:
    """Where a field stands in its entity: a row is told in the order of the vocabulary."""
    found = find(fact)
    return list(vocabulary()[found.entity].fields).index(found.field)


def _matter(variable: str) -> str:
    """What a question is about: a form, a row, or an entity."""
    return variable.rpartition(".")[0] or variable


def _new_id(case: CaseFile, entity: str) -> str:
    taken = {row.id for row in case.rows(entity)}
    return next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)


def _before(span: Span, day: date) -> bool:
    return isinstance(span.high, date) and span.high < day
