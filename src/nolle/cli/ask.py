"""``nolle ask``: the interview, in the terminal. What is asked and why is decided in ``nolle.counsel.interview``."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text as Styled

from nolle.logic import Lang, Text

from .errors import BadInput
from .options import Language, check_pathways, complete_pathway, console, print_json, read_day, today

if TYPE_CHECKING:
    from nolle.counsel.interview import Closing, Interview, Reply, Step

EXAMPLES = """

[bold]Examples[/]

  nolle ask

  nolle ask ana.toml --lang es

  nolle ask ana.toml --for attorney --only sijs_classification

  nolle ask ana.toml --json
"""

WIDTH = 84
"""Lines of a question are no longer, however wide the terminal is."""

_WORDS = {
    "skip": "skip|pass|next|saltar|salta|omitir|pasar|siguiente|prefiero no decir|prefer not to say|rather not say",
    "unknown": "don't know|dont know|do not know|i don't know|i dont know|i do not know|dk|idk|not sure|i'm not sure|"
    "unknown|no idea|no se|no lo se|no sabe|no sabria|ns|desconocido|no estoy seguro|no estoy segura|ni idea",
    "back": "back|b|undo|atras|regresar|volver|anterior",
    "help": "help|h|?|ayuda|comandos|commands",
    "quit": "quit|q|exit|stop|bye|salir|terminar|parar|adios|fin",
}
_COMMANDS = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_BACK = re.compile(rf"({_WORDS['back']})\s+(\d{{1,3}})")


class For(StrEnum):
    """Who answers."""

    CLIENT = "client"
    ATTORNEY = "attorney"


def ask(
    case: Annotated[
        Path | None,
        typer.Argument(help="The case file to begin or go on with. Default: a new one.", show_default=False),
    ] = None,
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The date of the law. Default: today.")] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATHWAY", help="Only what bears on this pathway; may repeat.", autocompletion=complete_pathway
        ),
    ] = None,
    audience: Annotated[For, typer.Option("--for", help="Who answers. The attorney is asked everything.")] = For.CLIENT,
    as_json: Annotated[bool, typer.Option("--json", help="Print the next question as one line and leave.")] = False,
) -> None:
    """Interview a client: one question at a time, the one that settles most. Every answer is saved at once."""
    from nolle.counsel.interview import Interview, step_record
    from nolle.facts.casefile import empty_case, read_case
    from nolle.facts.formats import format_of

    check_pathways(only or [])
    day = today()
    as_of = read_day(on, "--on") or day
    if case is not None and format_of(str(case)) is None:
        raise BadInput(f"{case} is not a case file's name. Give it a name ending in .toml, .json or .yaml.")
    resumed = case is not None and case.exists()
    found = (
        read_case(case) if case is not None and resumed else empty_case(format_of(str(case or "case.toml")) or "toml")
    )
    interview = Interview(found, lang.value, as_of, audience.value, day, only or ())
    if as_json:
        print_json(step_record(interview.next()))
        return
    out = console()
    out.width = min(out.width, WIDTH)
    talk = _Talk(interview, out, lang.value, case)
    try:
        talk.welcome(resumed)
        if talk.path is None:
            talk.path = talk.choose_path()
        talk.go()
    except KeyboardInterrupt:
        talk.interrupted()
        raise typer.Exit(130) from None
    talk.close()


ask.__doc__ = (ask.__doc__ or "") + EXAMPLES


@dataclass
class _Talk:
    """The terminal's side of an interview."""

    interview: Interview
    out: Console
    lang: Lang
    path: Path | None
    saved: bool = False
    finished: bool = False

    def welcome(self, resumed: bool) -> None:
        """Who this is for, how to answer, and where the answers go."""
        from nolle.counsel import interview_words as w
        from nolle.counsel import words
        from nolle.logic import say_date

        from .settings import supervisor

        who = supervisor()
        of_law = f"{w.DATE_OF_LAW[self.lang]} {say_date(self.interview.as_of, self.lang)}"
        title = Styled.assemble(("nolle", "bold"), " · ", (w.TITLE[self.lang], "bold"), " · ", of_law)
        self.out.print()
        self.out.print(Rule(title, align="left", style="dim"))
        supervised = f"{words.SUPERVISED[self.lang]} {who}" if who else words.UNSUPERVISED[self.lang]
        self._line(supervised, "dim")
        self._line(w.NO_ADVICE[self.lang], "dim")
        self.out.print()
        self._line(w.WELCOME[self.lang])
        self._line(w.COMMANDS[self.lang], "cyan")
        if resumed:
            count = sum(1 for _ in self.interview.case.told())
            self.out.print()
            self._line(w.RESUMED[self.lang].format(file=self.path, n=count))

    def choose_path(self) -> Path:
        """Where a new interview is kept; a name is offered, and taken as it is where nobody is at the keyboard."""
        from nolle.counsel import interview_words as w
        from nolle.facts.formats import format_of

        offered = next(path for path in _names() if not path.exists())
        chosen = offered
        if sys.stdin.isatty():
            self.out.print()
            written = self._read(f"  {w.WHERE[self.lang]} [{offered}] ")
            if written and written.strip():
                chosen = Path(written.strip())
                chosen = chosen if format_of(str(chosen)) else chosen.with_name(f"{chosen.name}.toml")
            if chosen.exists():
                raise BadInput(f"{chosen} is there already. To go on with it: nolle ask {shlex.quote(str(chosen))}")
        self.out.print()
        self._line(w.KEPT_IN[self.lang].format(file=chosen), "dim")
        return chosen

    def go(self) -> None:
        """Ask until nothing is left to ask, or the person stops."""
        from nolle.facts.spoken import plain

        asked: Step | None = None
        while (step := self.interview.next()) is not None:
            if step is not asked:
                self._show(step)
                asked = step
            said = self._read("  › ")
            if said is None:
                return
            word = plain(said) or said.strip()
            if (command := _COMMANDS.get(word)) == "quit":
                return
            if again := _BACK.fullmatch(word):
                self._back(int(again[2]))
            elif command is not None:
                self._command(command)
            else:
                self._answer(step, said)
        self.finished = True

    def _answer(self, step: Step, said: str) -> None:
        reply: Reply = self.interview.answer(step, said)
        if reply.accepted:
            self._save()
            if reply.said is not None:
                self.out.print(Styled.assemble(("  ✓ ", "bold green"), (reply.said[self.lang], "green")))
            return
        if reply.hint is not None:
            self.out.print(
                Padding(Styled.assemble(("! ", "bold yellow"), reply.hint[self.lang]), (0, 0, 0, 2), expand=False)
            )
        for n, option in enumerate(reply.options, start=1):
            self.out.print(Styled(f"    {n}  {option[self.lang]}"))

    def _command(self, command: str) -> None:
        from nolle.counsel import interview_words as w

        if command == "help":
            self._line(w.HELP[self.lang], "dim")
        elif command == "back":
            self._back(1)
        elif command == "skip":
            self.interview.skip()
            self._line(w.SKIPPED[self.lang], "dim")
        else:
            before = self.interview.case
            self.interview.dont_know()
            told = self.interview.case is not before
            if told:
                self._save()
            self._line((w.NOT_KNOWN if told else w.SKIPPED)[self.lang], "dim")

    def _back(self, steps: int) -> None:
        from nolle.counsel import interview_words as w

        taken = self.interview.back(steps)
        if taken and self.saved:
            self._save()
        self._line(w.BACK[self.lang].format(n=taken) if taken else w.FIRST[self.lang], "dim")

    def _show(self, step: Step) -> None:
        from nolle.counsel import interview_words as w

        self.out.print()
        self.out.print(Rule(Styled(f"{step.number}", style="dim"), align="left", style="dim"))
        if step.kindly is not None:
            self._line(step.kindly[self.lang], "italic")
        if step.about is not None:
            self._line(step.about[self.lang], "cyan")
        self._line(step.question[self.lang], "bold")
        self._line(f"{w.WHY[self.lang]} {step.why[self.lang]}", "dim")
        if step.numbered:
            grid = Table.grid(padding=(0, 2))
            for n, (_, words) in enumerate(step.choices, start=1):
                grid.add_row(Styled(f"{n:>4}", style="cyan"), words[self.lang])
            self.out.print(grid)
        self._line(f"({step.hint[self.lang]})", "dim")

    # The end

    def interrupted(self) -> None:
        """Left with Ctrl-C: what was said is in the file already."""
        from nolle.counsel import interview_words as w

        self.out.print()
        self._line(w.STOPPED[self.lang], "bold")
        self._kept()

    def close(self) -> None:
        """What was said, what is still worth asking, and how to screen it."""
        from nolle.counsel import interview_words as w
        from nolle.logic import say

        closing: Closing = self.interview.done()
        self.out.print()
        self.out.print(Rule(style="dim"))
        if self.finished:
            self._line(w.FINISHED[self.lang], "bold")
        if closing.said:
            self._heading(w.SUMMARY)
            grid = Table.grid(padding=(0, 2))
            grid.add_column(style="dim", max_width=WIDTH // 2)
            for name, told in closing.said:
                grid.add_row(name[self.lang], told[self.lang])
            self.out.print(Padding(grid, (0, 0, 0, 2), expand=False))
        if closing.unshown:
            self._line(w.UNSHOWN[self.lang].format(n=closing.unshown), "dim")
        self._some(w.WORTH, closing.worth)
        if self.interview.audience == "attorney":
            self._some(w.FOR_PRIVATE, closing.private)
            self._some(w.FOR_ATTORNEY, closing.attorney)
        elif closing.private and self.path is not None:
            # Their names alone could betray a person to whoever looks at the screen.
            command = f"nolle ask {shlex.quote(str(self.path))} --for attorney"
            self._heading(w.FOR_PRIVATE)
            self._line(w.PRIVATE_COUNT[self.lang].format(n=len(closing.private), command=command))
        self._heading(w.NEXT)
        if closing.hearing is not None:
            self._line(w.HEARING[self.lang].format(day=say(closing.hearing, self.lang)), "bold")
        elif self.interview.case.cell("case.in_removal_proceedings").answer is not False:
            from nolle.counsel.words import DUTY

            self._line(DUTY[self.lang], "bold")
        self._kept(screen=True)
        self._line(w.NO_ADVICE[self.lang], "dim")

    def _kept(self, *, screen: bool = False) -> None:
        from nolle.counsel import interview_words as w

        if self.path is None or not (self.saved or self.path.exists()):
            self._line(w.NOT_SAVED[self.lang])
            return
        file = shlex.quote(str(self.path))
        lang = "" if self.lang == "en" else f" --lang {self.lang}"
        who = "" if self.interview.audience == "client" else f" --for {self.interview.audience}"
        on = "" if self.interview.as_of == self.interview.today else f" --on {self.interview.as_of}"
        only = "".join(f" --only {id}" for id in self.interview.only)
        self._line(w.SAVED[self.lang].format(file=file))
        self._line(w.RESUME[self.lang].format(command=f"nolle ask {file}{lang}{who}{on}{only}"), "cyan")
        if screen:
            self._line(w.SCREEN[self.lang].format(command=f"nolle screen {file}{lang}{on}{only}"), "cyan")

    def _some(self, title: Text, facts: tuple[Text, ...], most: int = 6) -> None:
        from nolle.counsel import interview_words as w

        if not facts:
            return
        self._heading(title)
        grid = Table.grid(padding=(0, 1))
        for fact in facts[:most]:
            grid.add_row("·", fact[self.lang])
        self.out.print(Padding(grid, (0, 0, 0, 2), expand=False))
        if len(facts) > most:
            self._line(w.MORE[self.lang].format(n=len(facts) - most), "dim")

    def _heading(self, title: Text) -> None:
        self.out.print()
        self._line(title[self.lang], "bold underline")

    def _line(self, words: str, style: str = "") -> None:
        self.out.print(Padding(Styled(words, style=style), (0, 0, 0, 2), expand=False))

    def _save(self) -> None:
        """Put the file in its place in one step; what was said before stays until then."""
        from nolle.facts.writing import write_case

        assert self.path is not None
        write_case(self.interview.case, {}, self.path)
        self.saved = True

    def _read(self, prompt: str) -> str | None:
        """One line; ``None`` at the end of the input. What comes through a pipe is shown as if it were typed."""
        if sys.stdin.isatty():
            try:
                return input(prompt)
            except EOFError:
                return None
        self.out.print(prompt, end="", markup=False)
        line = sys.stdin.readline()
        self.out.print(line.rstrip("\n"), markup=False)
        return line if line else None


def _names() -> Iterator[Path]:
    yield Path("case.toml")
    n = 2
    while True:
        yield Path(f"case-{n}.toml")
        n += 1
