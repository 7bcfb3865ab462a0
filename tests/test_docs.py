"""The pages: every command in them runs, every command and option is in the reference, every link leads somewhere."""

from __future__ import annotations

import importlib.util
import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from nolle.cli.app import app

from .cli.running import STORY_B, answered, run

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(
    path for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md") for path in ROOT.glob(pattern) if path.is_file()
)
DECISIONS = sorted((DOCS / "decisions").glob("0*.md"))


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands(group: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command, groups left out, with the words that name it."""
    group = group or typer.main.get_command(app)
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*words, name))
    if not hasattr(group, "commands"):
        yield " ".join(("nolle", *words)), group


def in_words(line: str) -> str | None:
    """The command a line of code is, or ``None`` when it is none, or only the form of one (`nolle COMMAND --help`)."""
    line = line.strip().removeprefix(".venv/bin/")
    if not re.match(r"nolle( |$)", line) or re.search(r"\b[A-Z]{2,}\b|\.\.\.|[\[{]", line):
        return None
    return re.split(r"\s{2,}", line)[0]


def blocks(page: str) -> Iterator[str]:
    """The lines a page sets as code of the shell: indented, or fenced with no other language named."""
    page = re.sub(r"^!!! .*\n(?:(?: {4}.*)?\n)*", "", page, flags=re.MULTILINE)
    for fenced in re.findall(r"^```(?:sh|shell|console)?\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        yield from fenced.splitlines()
    for line in re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL).splitlines():
        if line.startswith("    "):
            yield line


def in_pages() -> Iterator[Any]:
    for page in PAGES:
        for line in blocks(page.read_text("utf-8")):
            if command := in_words(line):
                yield pytest.param(command, id=f"{page.relative_to(ROOT)}: {command}")


def in_help() -> Iterator[Any]:
    for name, command in commands():
        for line in (command.help or "").splitlines():
            if written := in_words(line):
                yield pytest.param(written, id=f"{name} --help: {written}")


EXAMPLES = list({param.values[0]: param for param in (*in_help(), *in_pages())}.values())
NAMED = sorted(
    {
        command
        for page in PAGES
        for line in re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL).splitlines()
        if not line.startswith("    ")
        for code in re.findall(r"`([^`]+)`", line)
        if (command := in_words(code))
    }
)
ELSEWHERE = {"nolle law check", "nolle --install-completion"}
"""Run by the tests of the command: the one takes half a minute, the other changes a person's shell."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: the examples, and a case file of one's own as the how-to writes it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "examples", folder / "examples")
    page = (DOCS / "howto" / "write-a-case-file.md").read_text("utf-8")
    written = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert written is not None
    for name in ("case.toml", "ana.toml"):
        (folder / name).write_text(written[1], "utf-8")
    return folder


@pytest.mark.parametrize("command", [param for param in EXAMPLES if param.values[0] not in ELSEWHERE])
def test_every_command_in_the_pages_and_in_the_help_runs(
    command: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, _, out = command.partition(" > ")
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("HOME", str(checkout))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ran = run(*shlex.split(words)[1:])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
    if out:
        assert out.endswith(".html")
        assert ran.out.lstrip().lower().startswith("<!doctype html>")


@pytest.mark.parametrize("command", NAMED)
def test_every_command_that_is_named_exists_with_its_options(command: str) -> None:
    words = shlex.split(command)[1:]
    group = typer.main.get_command(app)
    while words and words[0] in getattr(group, "commands", {}):
        group = group.commands[words.pop(0)]  # type: ignore[attr-defined]
    options = {option for parameter in group.params for option in parameter.opts} | {"--help", "-h"}
    assert not words or not getattr(group, "commands", {}) or words[0] in options, f"there is no {command}"
    assert {word for word in words if word.startswith("-")} <= options


def test_the_pages_hold_examples_of_every_command() -> None:
    written = {str(param.values[0]) for param in EXAMPLES}
    for name, _ in commands():
        assert any(example.startswith(name) for example in written), f"no example of {name}"


def test_every_command_and_option_is_in_the_reference() -> None:
    reference = (DOCS / "reference" / "command.md").read_text("utf-8")
    sections = dict(re.findall(r"^#{2,3} (nolle[^\n]*)\n(.*?)(?=^#|\Z)", reference, re.MULTILINE | re.DOTALL))
    shared = reference[reference.index("## nolle law\n") :] if "## nolle law\n" in reference else ""
    for name, command in commands():
        assert name in sections, f"docs/reference/command.md has no section '{name}'"
        for option in (o for p in command.params for o in p.opts if o.startswith("--")):
            if option == "--help":
                continue
            place = sections[name] + (shared[: shared.index("### ")] if name.startswith("nolle law") else "")
            assert f"`{option}" in place, f"docs/reference/command.md says nothing of {name} {option}"


def test_no_command_of_the_reference_has_gone() -> None:
    reference = (DOCS / "reference" / "command.md").read_text("utf-8")
    known = {name for name, _ in commands()} | {"nolle law"}
    assert set(re.findall(r"^#{2,3} (nolle[^\n]*)", reference, re.MULTILINE)) <= known


def test_every_link_between_pages_leads_somewhere() -> None:
    assert load(DOCS / "check_links.py").markdown_problems(ROOT) == []


def test_every_decision_is_in_the_index_and_in_the_contents() -> None:
    index, contents = (DOCS / "decisions" / "README.md").read_text("utf-8"), (ROOT / "mkdocs.yml").read_text("utf-8")
    for page in DECISIONS:
        title = page.read_text("utf-8").splitlines()[0].removeprefix("# ").partition(" ")[2]
        assert f"[{title}]({page.name})" in index
        assert f"decisions/{page.name}" in contents


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text("utf-8")
    for page in DOCS.rglob("*.md"):
        assert page.relative_to(DOCS).as_posix() in contents


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_names_a_place_on_someones_machine(page: Path) -> None:
    found = re.search(
        r"(?<![\w.$~])/(?:home|root|tmp|work|Users|opt|mnt|srv)/|[A-Z]:\\|localhost", page.read_text("utf-8")
    )
    assert found is None, found


def test_the_page_of_facts_is_the_vocabulary() -> None:
    facts = load(DOCS / "facts_page.py")
    if os.environ.get("NOLLE_WRITE_DOCS"):
        facts.PAGE.write_text(facts.page(), "utf-8")
    assert facts.PAGE.read_text("utf-8") == facts.page(), "run python docs/facts_page.py"


def test_the_json_keys_of_an_opinion_are_in_the_reference() -> None:
    reference = (DOCS / "reference" / "json.md").read_text("utf-8")
    told = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", reference))))
    found = answered("screen", STORY_B, "--on", "2026-11-21", "--json").json
    shown = [found, found["regime"], found["priority"], *found["exposure"].values(), *found["pathways"]]
    shown += [rule for p in found["pathways"] for rule in p["rules"]]
    for record in shown:
        assert set(record) - told <= set(), f"docs/reference/json.md says nothing of {sorted(set(record) - told)}"
