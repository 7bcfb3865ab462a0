"""The house itself: its floors, its size, what it loads, what it ships and what its pages link to."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "nolle"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
MODULES = sorted(path for folder in ("src", "tests", "bench", "docs") for path in (ROOT / folder).rglob("*.py"))
FLOORS = ("logic", "facts", "law", "counsel", "cli")
HEAVY = ("django", "duckdb", "narwhals", "numpy", "polars", "pyspark", "rich", "ruamel", "tomlkit", "typer")
MOST_LINES = 600


def in_a_fresh_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("floor", FLOORS)
def test_every_floor_stands(floor: str) -> None:
    assert (SOURCE / floor / "__init__.py").is_file()


def test_no_floor_imports_from_above() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--config", "pyproject.toml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_nolle_loads_nothing_heavy() -> None:
    loaded = in_a_fresh_python("import sys, nolle; print(*sorted(sys.modules))").split()
    assert not [name for name in loaded if name.split(".")[0] in HEAVY]


@pytest.mark.parametrize("floor", [floor for floor in FLOORS if floor != "cli"])
def test_no_room_of_the_core_loads_polars_or_django_until_asked(floor: str) -> None:
    loaded = in_a_fresh_python(f"import sys, nolle.{floor}; print(*sorted(sys.modules))").split()
    assert not [name for name in loaded if name.split(".")[0] in ("polars", "django")]


@pytest.mark.parametrize(("engine", "kept"), [("polars", "60000"), ("duckdb", "0")])
def test_memory_is_kept_or_given_back_from_before_polars_is_there(engine: str, kept: str) -> None:
    said = in_a_fresh_python(
        "import os, sys\n"
        "os.environ.pop('_RJEM_MALLOC_CONF', None)\n"
        "from nolle.cli import docket_options, main\n"
        "keep = docket_options.keep_memory\n"
        "def told(**how): keep(**how); print('polars' in sys.modules, os.environ['_RJEM_MALLOC_CONF'])\n"
        "docket_options.keep_memory = told\n"
        f"main(['docket', 'screen', 'no such docket', '--engine', '{engine}'])\n"
    )
    assert said.startswith(f"False dirty_decay_ms:{kept},")


def test_the_version_is_said_once() -> None:
    said = in_a_fresh_python("import nolle; print(nolle.__version__)").strip()
    assert said == PROJECT["project"]["version"]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_longer_than_a_reader_can_hold(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_the_licence_ships() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert (SOURCE / "py.typed").is_file()


def pins(lock: Path) -> set[tuple[str, str]]:
    """Each name that a lock file pins, with its version; a name has two where Python's version decides."""
    return set(re.findall(r"^(\S+)==(\S+)", lock.read_text(encoding="utf-8"), re.M))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_a_hash_and_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", re.sub(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$", "", text, flags=re.M), re.M)
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9.-]+==[^ ]+", entry), entry
        assert "--hash=sha256:" in entry


def test_the_lock_files_agree() -> None:
    everyday = pins(ROOT / "requirements" / "dev.txt")
    names = {name for name, _ in everyday}
    for lock in LOCKS:
        shared = {(name, version) for name, version in pins(lock) if name in names}
        assert shared <= everyday, f"{lock.name} pins otherwise: {sorted(shared - everyday)}"


def test_the_lock_holds_what_the_project_asks_for() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    asked = PROJECT["project"]["dependencies"] + extras["dev"] + extras["bench"] + extras["duckdb"]
    asked += PROJECT["build-system"]["requires"]
    wanted = {re.split(r"[\[<>=~! ]", line)[0].replace(".", "-") for line in asked}
    assert wanted <= {name for name, _ in pins(ROOT / "requirements" / "dev.txt")}


@pytest.mark.parametrize(
    "name",
    ["Makefile", ".ci/run", "pyproject.toml", "mkdocs.yml", *(f"requirements/{lock.name}" for lock in LOCKS)],
)
def test_setting_up_names_no_address_and_no_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://", text)
    assert not re.search(r"(?<![\w.])/(?:home|root|Users|opt|tmp|work|mnt)/", text)


def test_every_link_in_the_pages_leads_somewhere() -> None:
    spec = importlib.util.spec_from_file_location("check_links", ROOT / "docs" / "check_links.py")
    assert spec is not None
    assert spec.loader is not None
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    assert checker.markdown_problems(ROOT) == []


def test_a_dead_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# One\n[a](#one) [b](#two) [c](other.md) `[d](none.md)`\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "check_links.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "page.md links to #two, and there is no such heading",
        "page.md links to other.md, and there is no such file",
    ]


@pytest.mark.parametrize("target", ["help", "setup", "demo", "test", "test-deep", "lint", "bench", "docs", "clean"])
def test_the_makefile_has_what_the_pages_promise(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
