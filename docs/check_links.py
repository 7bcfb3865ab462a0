"""Look for dead links in the project's pages and in the built documentation.

    python docs/check_links.py ROOT [SITE]

ROOT is the repository: every relative link in its Markdown must lead to a file, and every anchor to a
heading. SITE is the built documentation: the same holds for its HTML, and no page may load anything from
outside. Addresses elsewhere are not visited.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

SKIPPED = {".venv", ".git", "site", "node_modules"}
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
LOADS = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src")}
CANONICAL = {"canonical", "next", "prev", "alternate"}


def markdown_problems(root: Path) -> list[str]:
    """Dead relative links in every Markdown file under `root`, one sentence each."""
    problems: list[str] = []
    for page in sorted(root.rglob("*.md")):
        name = page.relative_to(root)
        if SKIPPED.intersection(name.parts):
            continue
        for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if not file.exists():
                problems.append(f"{name} links to {target}, and there is no such file")
            elif parts.fragment and file.suffix == ".md" and parts.fragment not in anchors(file):
                problems.append(f"{name} links to {target}, and there is no such heading")
    return problems


def anchors(page: Path) -> set[str]:
    """The anchors that the headings of a Markdown page get."""
    text = re.sub(r"^(```|~~~).*?^\1", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    plain = (re.sub(r"[^\w\s-]", "", heading).strip().lower() for heading in HEADING.findall(text))
    return {re.sub(r"[-\s]+", "-", heading) for heading in plain}


class Page(HTMLParser):
    """The links, loads and anchors of one HTML page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in attrs if value}
        self.ids.update(given[name] for name in ("id", "name") if name in given)
        self.links.extend(given[name] for name in ("href", "src") if name in given)
        if CANONICAL.isdisjoint(given.get("rel", "").split()):
            self.loads.extend(value for name, value in given.items() if (tag, name) in LOADS)


def site_problems(site: Path) -> list[str]:
    """Dead links in the built pages, and anything that a page would load from outside."""
    pages = {file.resolve(): Page(file.read_text(encoding="utf-8")) for file in sorted(site.resolve().rglob("*.html"))}
    return [
        f"{file.relative_to(site.resolve())} {problem}"
        for file, page in pages.items()
        for problem in _page_problems(site.resolve(), file, page, pages)
    ]


def _page_problems(site: Path, file: Path, page: Page, pages: dict[Path, Page]) -> Iterator[str]:
    for target in page.loads:
        if urlsplit(target).netloc:
            yield f"loads {target} from outside"
    for target in page.links:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        start = site if path.startswith("/") else file.parent
        found = (start / path.lstrip("/")).resolve() if path else file
        found = found / "index.html" if found.is_dir() else found
        if not found.exists():
            yield f"links to {target}, and there is no such file"
        elif parts.fragment and found in pages and parts.fragment not in pages[found].ids:
            yield f"links to {target}, and there is no such place on that page"


def main(arguments: list[str]) -> int:
    """Print each problem; 1 if there was any."""
    problems = markdown_problems(Path(arguments[0]))
    if len(arguments) > 1:
        problems += site_problems(Path(arguments[1]))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} dead links" if problems else "no dead links")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
