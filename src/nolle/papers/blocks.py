"""The parts that papers share: cover page, caption, letterhead, signatures, equities, the client's advisals."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from nolle.counsel.told import answer_words, fact_words
from nolle.counsel.weigh import Weighed
from nolle.facts.vocabulary import vocabulary
from nolle.law.authorities import in_force
from nolle.law.courts import Court, UnknownCourt, court
from nolle.logic import Missing, Span

from .advisals import choose
from .kinds import Kind, advisals, signatures
from .ordered import Set, set_days
from .telling import Md, Teller, day_words, held_class, plain

PROVES_NOTHING = (False, "none", "ordinary", "single", "unknown")
"""Answers that do not themselves speak for a factor, and so are not told beside it."""


STANCES = {"joins": "JOINT MOTION", "affirmative_non_opposition": "UNOPPOSED", "opposes": "OPPOSED"}
"""What a cover says of the Department's position."""

PROCEEDINGS = {
    "deportation": "deportation",
    "exclusion": "exclusion",
    "withholding_only": "withholding-only",
    "asylum_only": "asylum-only",
    "rescission": "rescission",
}
"""What the caption calls proceedings that are not of removal."""

POSITIONS = {
    "joins": "joins this motion",
    "affirmative_non_opposition": "has stated that it does not oppose this motion",
    "opposes": "opposes this motion",
}

COURT_NAMES = {
    "i485": "Form I-485, application to adjust status",
    "i765": "Form I-765, application for employment authorization",
    "n400": "Form N-400, application for naturalization",
    "eoir42a": "Form EOIR-42A, application for cancellation of removal",
    "eoir42b": "Form EOIR-42B, application for cancellation of removal",
}
"""Forms as a court names them, where the words for a client are not a court's."""

ASKED_OF_DHS = {
    "motion_terminate": "terminate",
    "motion_admin_closure": "administrative_closure",
    "motion_recalendar": "recalendar",
    "motion_reopen_joint": "reopen",
    "motion_remand_or_withdraw_appeal": "remand",
}
"""The motions that end a request for discretion, as ``case.motion_kind`` names them."""

ON_THE_FORM = ("choice", "understand", "sign")
"""Advisal blocks that stand at the foot of the letter, where the client fills them in."""

WITH_OUR_PHONE = ("expedited", "no_bond", "arrest_court")
"""Advisal blocks about arrest: each gives our number in the same breath as the duty to attend."""

KIN = frozenset(
    [
        "wife",
        "husband",
        "spouse",
        "partner",
        "son",
        "daughter",
        "child",
        "mother",
        "father",
        "parent",
        "brother",
        "sister",
        "sibling",
        "aunt",
        "uncle",
        "cousin",
        "niece",
        "nephew",
        "grandmother",
        "grandfather",
        "stepson",
        "stepdaughter",
        "stepmother",
        "stepfather",
    ]
)
"""Names of rows that are words of kinship, never a person's own name."""


@dataclass(slots=True)
class Blocks:
    """The parts of one paper, made from its teller."""

    teller: Teller
    kind: Kind
    asking: str | None
    bound: bool = False
    orders: tuple[Set, ...] = ()

    def venue(self) -> Court | None:
        """The court of the case, where its code is known."""
        code = self.teller.cell("court.court_code").answer
        if not isinstance(code, str):
            return None
        try:
            return court(code)
        except UnknownCourt as error:
            self.teller.gap(f"court code: {error}")
            return None

    def place(self) -> Md:
        """City and state as on the hearing notice; the table's, to be confirmed, where the case does not say."""
        if self.teller.given("court.hearing_location"):
            return self.teller.fact("court.hearing_location")
        found = self.venue()
        if found is None:
            return self.teller.fact("court.hearing_location")
        self._confirm(f"the city of the court ({found.city}, {found.state}) against the latest hearing notice")
        return plain(f"{found.city}, {found.state}")

    def opla(self) -> Md:
        """The government's office for the court."""
        if self.teller.given("court.opla_office"):
            return self.teller.fact("court.opla_office")
        found = self.venue()
        if found is None or found.opla_address is None:
            return self.teller.fact("court.opla_office")
        self._confirm(f"the government's office ({found.opla_office})")
        return plain(found.opla_office)

    def opla_lines(self) -> Md:
        """The government's office with its street address, a line each."""
        found = self.venue()
        lines = ["U.S. Department of Homeland Security", "U.S. Immigration and Customs Enforcement"]
        lines += ["Office of the Principal Legal Advisor", self.opla()]
        if found is not None and found.opla_address:
            *street, town, state = found.opla_address.split(", ")
            lines += [", ".join(street), f"{town}, {state}"]
            self._confirm(f"the address of the government's office ({found.opla_address}) before serving it")
        else:
            lines.append(self.teller.gap("address of the government's office"))
        return _lines(lines)

    def opla_in_line(self) -> Md:
        """The same on one line."""
        return Md(", ".join(line.removeprefix("| ") for line in self.opla_lines().split("\n")))

    def respondents(self) -> list[Md]:
        """Each respondent with A-number, the lead first."""
        first = Md(f"**{_upper(self.teller.fact('party.full_name'))}**")
        found = [Md(f"{first} | {self.teller.fact('party.a_number')}")]
        others = self.teller.cell("party.co_respondents").answer
        if isinstance(others, tuple) and others:
            if self.teller.free("party.co_respondents"):
                self.teller.tell("party.co_respondents")
                found += [self._rider(said) for said in others]
            else:
                self.teller.held["party.co_respondents"] = held_class("party.co_respondents") or ""
                found.append(self.teller.gap("other respondents, see the review sheet", "held"))
        elif self.teller.code("party.lead_or_rider") == "rider":
            found.insert(0, self.teller.gap("the lead respondent of the family case, with the A-number"))
        return found

    def several(self) -> bool:
        """Whether the case has riders."""
        return isinstance(self.teller.cell("party.co_respondents").answer, tuple)

    def who(self) -> Md:
        """``Respondent`` or ``Respondents``."""
        return Md("Respondents" if self.several() else "Respondent")

    def counsel_lines(self) -> Md:
        """Counsel's name, office and EOIR ID, a line each."""
        fact = self.teller.fact
        bar = self.teller.cell("party.counsel_bar_or_accreditation").answer
        lines = [fact("party.counsel_name"), fact("party.counsel_firm"), *self._address("party.counsel_address")]
        lines += [Md(f"Telephone: {fact('party.counsel_phone')}"), fact("party.counsel_email")]
        lines.append(Md(f"EOIR ID: {fact('party.counsel_eoir_id')}"))
        return _lines(lines if isinstance(bar, Missing) else [*lines, fact("party.counsel_bar_or_accreditation")])

    def custody(self) -> Md:
        """``DETAINED`` or ``NON-DETAINED``; a gap while it is not known."""
        answer = self.teller.cell("case.detained").answer
        if isinstance(answer, bool):
            return Md("DETAINED" if answer else "NON-DETAINED")
        return self.teller.fact("case.detained", "detained or not")

    def hearing(self) -> Md:
        """The next hearing: day and hour as told, the day alone where the hour is not."""
        answer = self.teller.cell("court.next_hearing_at").answer
        if isinstance(answer, str):
            moment = datetime.fromisoformat(answer)
            self.teller.tell("court.next_hearing_at")
            if moment.date() < self.teller.opinion.as_of:
                self.teller.gap("next hearing: the date on file is past", fact="court.next_hearing_at")
            half = "a.m." if moment.hour < 12 else "p.m."
            at = "at" if self.teller.lang == "en" else "a las"
            hour = f"{moment.hour % 12 or 12}:{moment.minute:02d} {half}"
            return plain(f"{day_words(moment.date(), self.teller.lang)}, {at} {hour}")
        if self.teller.given("case.next_hearing_on"):
            return Md(f"{self.teller.fact('case.next_hearing_on')}, {self.teller.gap('hour of the next hearing')}")
        return self.teller.gap("date and hour of the next hearing", fact="court.next_hearing_at")

    def heading(self, board: bool = False) -> Md:
        """The court's name, centred; the Board's where ``board``."""
        if board:
            self._confirm("the heading of a paper for the Board (Falls Church, Virginia)")
        where = "BOARD OF IMMIGRATION APPEALS" if board else "IMMIGRATION COURT"
        place = "FALLS CHURCH, VIRGINIA" if board else _upper(self.place())
        return Md(
            "::: {.court-heading}\nUNITED STATES DEPARTMENT OF JUSTICE\n\nEXECUTIVE OFFICE FOR IMMIGRATION REVIEW\n\n"
            f"{where}\n\n{place}\n:::\n"
        )

    def matter(self, proceedings: str | None = None) -> Md:
        """The caption box: who is in proceedings, of which kind, and under which A-numbers."""
        kind = self.teller.code("case.proceeding_type")
        proceedings = proceedings or PROCEEDINGS.get(kind or "", "removal")
        people = self.respondents()
        names = "\n\n".join(person.partition(" | ")[0] for person in people)
        numbers = "\n\n".join(f"File No. {n}" for p in people if (n := p.partition(" | ")[2]))
        return Md(
            f"::: {{.caption}}\n:::: {{.left}}\nIn the Matter of:\n\n{names}\n\n{self.who()}.\n\n"
            f"In {proceedings} proceedings\n::::\n:::: {{.right}}\n{numbers}\n::::\n:::\n"
        )

    def cover(
        self,
        *flags: str,
        title: str | None = None,
        board: bool = False,
        set_: bool = True,
        proceedings: str | None = None,
    ) -> Md:
        """The cover page of a filing, in the practice manual's order.

        Args:
            flags: what stands beside the custody status, such as ``OPPOSED``; an empty one is left out.
            title: in place of the kind's own.
            board: a paper for the Board.
            set_: whether a hearing is to come; a case with a final order, or before the Board, has none.
            proceedings: ``bond``; else those of the case.
        """
        raised = "\n\n".join([f"**{self.custody()}**", *(f"**{flag}**" for flag in flags if flag)])
        heading = self.heading(board).replace("court-heading", "cover-heading")
        coming = self.hearing() if set_ else "none set"
        judge = self.teller.fact("court.judge")
        return Md(
            f"::: {{.cover}}\n:::: {{.counsel-flags}}\n::::: {{.left}}\n{self.counsel_lines()}\n\n"
            f"*Counsel for {self.who()}*\n:::::\n::::: {{.right}}\n{raised}\n:::::\n::::\n\n{heading}\n"
            f"{self.matter(proceedings)}\n:::: {{.bench}}\n::::: {{.left}}\nImmigration Judge:\n{judge}\n"
            f":::::\n::::: {{.right}}\nNext hearing:\n{coming}\n:::::\n::::\n\n"
            f":::: {{.cover-title}}\n{_upper(Md(title or self.kind.label))}\n::::\n:::\n\n::: {{.page-break}}\n:::\n"
        )

    def caption(self, title: str | None = None, board: bool = False, proceedings: str | None = None) -> Md:
        """Heading, caption box and title above a paper without a cover page."""
        named = _upper(Md(title or self.kind.label))
        return Md(f"{self.heading(board)}\n{self.matter(proceedings)}\n::: {{.paper-title}}\n{named}\n:::\n")

    def letterhead(self) -> Md:
        """The office at the head of a letter, and the day."""
        fact = self.teller.fact
        rest = " · ".join(
            [
                ", ".join(self._address("party.counsel_address")),
                fact("party.counsel_phone"),
                fact("party.counsel_email"),
            ]
        )
        return Md(
            f"::: {{.letterhead}}\n**{fact('party.counsel_firm')}**\n\n{rest}\n:::\n\n"
            f"::: {{.day}}\n{day_words(self.teller.opinion.as_of, self.teller.lang)}\n:::\n"
        )

    def before(self, fact: str) -> bool:
        """Whether the fact is a day surely before the paper's own, and may be told."""
        answer = self.teller.cell(fact).answer
        high = answer.high if isinstance(answer, Span) else None
        return isinstance(high, date) and high < self.teller.opinion.as_of and self.teller.given(fact)

    def set_by_order(self) -> Md:
        """The days to come that the judge has set; empty where no order is on file."""
        return set_days(self.orders, self.teller.opinion.as_of)

    def filings(self, *statuses: str, since: str | None = None, only: Collection[str] = ()) -> list[Md]:
        """Each filing in one of these statuses that may be told: the form, its day, its exhibit.

        Args:
            statuses: values of ``filing.<form>.status``.
            since: a fact that is a day; only what was filed or decided surely after it is told.
            only: the forms that matter; without them, every form.
        """
        said = []
        for form in vocabulary()["filing"].forms:
            status = f"filing.{form}.status"
            told = self.teller.code(status) if form in only or not only else None
            if told is None or told not in statuses:
                continue
            day = None if told == "planned" else "filed_on" if told == "pending" else "decided_on"
            if since is not None and not (day and self.later(f"filing.{form}.{day}", since)):
                continue
            self.teller.tell(status)
            label = plain(self._form(form))
            if day is None:
                said.append(Md(f"{label}, to be filed"))
                continue
            when = self.teller.fact(f"filing.{form}.{day}")
            word = "filed" if told == "pending" else told
            said.append(Md(f"{label}, {word} {when} {self.teller.exhibit(status, f'filing.{form}.{day}')}".strip()))
        return said

    def later(self, fact: str, than: str) -> bool:
        """Whether one fact is a day surely after another."""
        one, other = self.teller.cell(fact).answer, self.teller.cell(than).answer
        low, high = one.low if isinstance(one, Span) else None, other.high if isinstance(other, Span) else None
        return isinstance(low, date) and isinstance(high, date) and low > high

    def days_since(self, fact: str) -> int | None:
        """Whole days to the paper's own from the earliest day a fact may mean; ``None`` where it may not be told."""
        answer = self.teller.cell(fact).answer
        low = answer.low if isinstance(answer, Span) else None
        if not isinstance(low, date) or not self.teller.given(fact):
            return None
        return (self.teller.opinion.as_of - low).days

    def standing(self, id: str) -> bool:
        """Whether an authority had begun and not ended by the paper's date, for certain or not: it must be faced."""
        found = self.teller.opinion
        return in_force(id, found.as_of, found.circuit).in_force is not False

    def dhs_says(self) -> str | None:
        """The code of the Department's position on this very motion; ``None`` where what is on file is on another.

        A case holds one position. It is that of the pending motion where the file names one; else of the request for
        discretion, which ends in one of ``ASKED_OF_DHS``.
        """
        told = self.teller.code("case.opla_position")
        ours, pending = ASKED_OF_DHS.get(self.kind.id, "other"), self.teller.code("case.motion_kind")
        same = ours == pending if pending not in (None, "none") else ours != "other"
        if told in STANCES and not same:
            self._confirm("the Department's position on file is on another motion: ask for its position on this one")
        return told if same else None

    def stance(self) -> str:
        """``JOINT MOTION``, ``UNOPPOSED`` or ``OPPOSED``, as the Department has said; silence is none of them."""
        return STANCES.get(self.dhs_says() or "", "")

    def position(self) -> Md:
        """What the Department says of this motion, who said it and when; or that it has not said."""
        told = self.dhs_says()
        said = POSITIONS.get(told or "")
        asked = "the day, the person and the channel by which the Department was asked for its position on this motion"
        if said is None:
            lead = "has not answered counsel's request for its position" if told == "no_response" else None
            lead = f"The Department {lead}." if lead else "The Department's position on this motion is not known."
            return Md(f"{lead} {self.teller.gap(asked)}")
        named = self.teller.given("court.opla_attorney")
        who = f", through {self.teller.fact('court.opla_attorney')}, Assistant Chief Counsel," if named else ""
        self.teller.tell("case.opla_position")
        proved = self.teller.exhibit("case.opla_position")
        rest = [] if named else [self.teller.gap("who gave the Department's position, and on which day")]
        if named and not proved:
            rest.append(self.teller.gap("the day on which the Department gave its position, and the writing"))
        if told == "opposes":
            rest.append(self.teller.counsel("the Department's reasons as it gave them, and the answer to each"))
        return Md(" ".join([f"The Department{who} {said} {proved}".rstrip() + ".", *rest]))

    def closing(self) -> Md:
        """Counsel's signature; the Department's beside it where the motion is joint."""
        ours = self.sign("attorney_respondent", "Respectfully submitted,")
        if self.dhs_says() != "joins":
            return ours
        theirs = self.sign("opla", "Joined by the Department,")
        return Md(f":::: {{.signatures}}\n::::: {{.left}}\n{ours}\n:::::\n::::: {{.right}}\n{theirs}\n:::::\n::::\n")

    def confirm(self, what: str) -> Md:
        """A line for the review sheet alone; nothing in the paper."""
        self._confirm(what)
        return Md("")

    def hearing_kind(self) -> Md:
        """What kind of hearing is next, in a court's words."""
        known = {"master": "master calendar hearing", "individual": "individual hearing"}
        return Md(known.get(self.teller.code("case.next_hearing_kind") or "", "hearing"))

    def sign(self, id: str, lead: str = "") -> Md:
        """A signature block, never filled in: who may sign is printed, the line is empty. ``lead`` stands above it."""
        fact = self.teller.fact
        if id == "attorney_respondent":
            lines = [_rule("Signature"), fact("party.counsel_name"), fact("party.counsel_firm")]
            lines += [*self._address("party.counsel_address"), fact("party.counsel_phone"), fact("party.counsel_email")]
            lines += [Md(f"EOIR ID: {fact('party.counsel_eoir_id')}"), Md(f"Counsel for {self.who()}"), _rule("Date")]
        elif id == "letter":
            lines = [Md("Respectfully,"), _rule("Signature"), fact("party.counsel_name")]
            lines += [Md(f"Counsel for {self.who()}"), Md(f"EOIR ID: {fact('party.counsel_eoir_id')}")]
        elif id == "short":
            left = _lines([_rule("Signature"), fact("party.counsel_name"), fact("party.counsel_firm")])
            right = _lines(
                [_rule("Date"), Md(f"EOIR ID: {fact('party.counsel_eoir_id')}"), fact("party.counsel_phone")]
            )
            return Md(f"::: {{.pair}}\n:::: {{.left}}\n{left}\n::::\n:::: {{.right}}\n{right}\n::::\n:::\n")
        elif id == "opla":
            name = fact("court.opla_attorney") if self.teller.given("court.opla_attorney") else _rule("Printed name")
            lines = [
                _rule("Signature"),
                name,
                Md("Assistant Chief Counsel"),
                Md("U.S. Department of Homeland Security"),
            ]
            lines += [Md("Office of the Principal Legal Advisor"), self.opla(), _rule("Date")]
        elif id == "judge_order":
            lines = [_rule("Date"), _rule("Immigration Judge")]
        else:
            lines = [
                Md(f"*{line}*") if line.endswith(".") else _rule(line[:1].upper() + line[1:])
                for line in signatures()[id]
            ]
        return Md(f"::: {{.signature}}\n{_lines([Md(lead), *lines] if lead else lines)}\n:::\n")

    def weighed(self, against: bool) -> Iterator[tuple[Weighed, tuple[str, ...]]]:
        """The factors shown, for or against, whose every fact may be told, each with the facts that speak.

        One that rests on a fact held back is left out and named on the review sheet.
        """
        for weighed in self.teller.opinion.factors:
            if weighed.shown is not True or weighed.against is not against:
                continue
            speaking = tuple(
                name for name, cell in weighed.cells if not isinstance(cell.answer, Missing) and _speaks(cell.answer)
            )
            closed = [name for name in speaking if not self.teller.free(name)]
            if closed:
                self.teller.held.update((name, held_class(name) or "") for name in closed)
            else:
                yield weighed, speaking

    def factor(self, weighed: Weighed, speaking: tuple[str, ...]) -> Md:
        """One factor in plain words, with the exhibit that proves it or a gap naming what would."""
        lang = self.teller.lang
        for name in speaking:
            self.teller.tell(name)
        said = "; ".join(
            f"{fact_words(name, lang)}: {answer_words(name, self.teller.cell(name).answer, lang)}" for name in speaking
        )
        return Md(f"**{plain(weighed.factor.label[lang])}.** {plain(said)}. {self.proof(weighed, speaking)}")

    def proof(self, weighed: Weighed, speaking: tuple[str, ...]) -> Md:
        """The pin cite of a factor; a gap naming two papers that would prove it where no exhibit does."""
        pinned = self.teller.exhibit(*speaking, *(f for f in weighed.factor.facts if self.teller.given(f)))
        if pinned:
            return pinned
        papers = " or ".join(paper[self.teller.lang] for paper in weighed.factor.evidence[:3])
        return self.teller.gap(papers or weighed.factor.label[self.teller.lang], "proof")

    def warnings(self) -> list[Md]:
        """The advisal blocks that apply to this client, in the order they are read aloud."""
        lang, said = self.teller.lang, []
        for block in choose(self.teller, self.asking):
            if block.id in ON_THE_FORM:
                continue
            words = plain(block.text[lang])
            if block.id in WITH_OUR_PHONE:
                lead = "Our phone" if lang == "en" else "Nuestro teléfono"
                words = Md(f"{words} {lead}: {self.teller.fact('party.counsel_phone')}.")
            said.append(words)
        return said

    def advisal(self, id: str) -> Md:
        """One advisal block by its id."""
        return plain(advisals()[id].text[self.teller.lang])

    def kin(self, row: str) -> Md:
        """A relative in a word: the row's own name where it is one of kinship, else what the relationship is."""
        fact = f"relative[{row}].relationship"
        if row.lower() in KIN and self.teller.given(fact):
            self.teller.tell(fact)
            return Md(row.lower())
        return self.teller.fact(fact)

    def index(self, full: bool = False) -> Md:
        """The exhibits as a table: tab and description; ``full`` adds date, language and pages to fill in.

        A packet has the one index, with pages: a paper bound in it has none of its own.
        """
        if self.bound and not full:
            return Md("")
        if not self.teller.exhibits:
            return self.teller.gap("the exhibits, with tab, date, language and pages")
        names, widths = ["Tab", "Description"], [8, 72]
        rows: list[list[str]] = [[e.tab, plain(e.description)] for e in self.teller.exhibits]
        if full:
            names, widths = [*names, "Date", "Language", "Pages"], [6, 38, 17, 11, 8]
            for row, e in zip(rows, self.teller.exhibits, strict=True):
                row += [plain(e.day), plain(e.language), ""]
        lines = [names, [":" + "-" * width for width in widths], *rows]
        table = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
        return Md(f"::: {{.index}}\n{table}\n:::\n")

    def _rider(self, said: str) -> Md:
        name, _, number = said.rpartition(" A")
        if not name or (not number[:1].isspace() and not number[:1].isdigit()):
            return Md(f"{self.teller.gap('name of the respondent with ' + said)} | {plain(said)}")
        return Md(f"**{_upper(plain(name.rstrip(' ,(')))}** | {plain('A' + number.rstrip(')'))}")

    def _address(self, fact: str) -> list[Md]:
        answer = self.teller.cell(fact).answer
        if isinstance(answer, Missing):
            return [self.teller.fact(fact)]
        said = self.teller.fact(fact)
        *street, town, state = said.split(", ")
        return [Md(", ".join(street)), Md(f"{town}, {state}")] if street else [said]

    def _form(self, form: str) -> str:
        own = COURT_NAMES.get(form) if self.kind.audience == "court" else None
        return own or fact_words(f"filing.{form}", self.teller.lang)

    def _confirm(self, what: str) -> None:
        if what not in self.teller.confirm:
            self.teller.confirm.append(what)


def _speaks(answer: object) -> bool:
    return answer not in PROVES_NOTHING


def _rule(under: str) -> Md:
    return Md(f"[{under}]{{.line}}")


def _lines(lines: list[Md] | list[str]) -> Md:
    return Md("\n".join(f"| {line}" for line in lines))


def _upper(words: Md) -> Md:
    """Capitals, except within a gap: its mark is not text."""
    return words if "{.gap}" in words else Md(words.upper())
