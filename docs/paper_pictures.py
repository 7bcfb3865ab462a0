"""Pictures of papers for the page on drafting, made while the documentation is built and kept nowhere else."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = "howto/papers.md"
MARK = "<!-- pictures -->"
A, B = "a-dismissed-case", "b-child"
SHOWN: tuple[tuple[str, str, date, dict[str, Any]], ...] = (
    ("pd_request", A, date(2023, 4, 12), {"asking": "dismissal"}),
    ("joint_motion_dismiss", A, date(2023, 9, 18), {}),
    ("proposed_order", A, date(2023, 9, 18), {"about": "joint_motion_dismiss"}),
    ("certificate_of_service", A, date(2023, 9, 18), {"about": "joint_motion_dismiss"}),
    ("client_advisal", A, date(2023, 9, 12), {"asking": "dismissal", "lang": "es"}),
    ("motion_continue", B, date(2026, 11, 21), {}),
    ("motion_admin_closure", B, date(2026, 11, 21), {}),
    ("uac_asylum_cover_letter", B, date(2026, 11, 21), {}),
)
MOST = 3
"""Pages shown of one paper."""


def pictures() -> dict[str, tuple[str, bytes]]:
    """The title and the PNG of each page, by the name of its file."""
    import pypdfium2

    from nolle.facts.casefile import read_case
    from nolle.papers.draft import draft
    from nolle.papers.files import read_releases
    from nolle.papers.render import pdf

    found: dict[str, tuple[str, bytes]] = {}
    for kind, story, on, options in SHOWN:
        folder = ROOT / "examples" / story
        kept = folder / "releases.toml"
        released = read_releases(kept) if kept.is_file() else []
        made = draft(kind, read_case(folder / "case.toml"), on, releases=released, **options)
        with pypdfium2.PdfDocument(pdf(made)) as file:
            for number in range(min(len(file), MOST)):
                out = io.BytesIO()
                file[number].render(scale=0.7).to_pil().convert("P", colors=32).save(out, "PNG", optimize=True)
                found[f"{kind}-{number + 1}.png"] = f"{made.kind.title[made.lang]}, page {number + 1}", out.getvalue()
    return found


def on_files(files: Any, config: Any) -> Any:
    """Add the pictures to the site."""
    from mkdocs.structure.files import File

    config.extra["papers"] = pictures()
    for name, (_, data) in config.extra["papers"].items():
        files.append(File.generated(config, f"howto/pictures/{name}", content=data))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Put them on their page."""
    if page.file.src_uri != PAGE:
        return markdown
    shown = (f"![{title}](pictures/{name})" for name, (title, _) in config.extra["papers"].items())
    return markdown.replace(MARK, "\n\n".join(shown))
