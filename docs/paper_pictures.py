"""Pictures of papers for the page on drafting, made while the documentation is built and kept nowhere else."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = "howto/papers.md"
MARK = "<!-- pictures -->"
A, B = "a-dismissed-case", "b-child"
REQUEST, ADVISED, MOTION, ORDER, TODAY = (
    date(2023, 4, 12),
    date(2023, 9, 12),
    date(2023, 9, 18),
    date(2023, 10, 7),
    date(2026, 11, 21),
)
SHOWN: dict[str, tuple[str, date, dict[str, Any]]] = {
    "pd_request": (A, REQUEST, {"asking": "dismissal"}),
    "joint_motion_dismiss": (A, MOTION, {}),
    "motion_admin_closure": (B, TODAY, {"variant": "joint"}),
    "cover_page": (A, MOTION, {"about": "joint_motion_dismiss"}),
    "proposed_order": (A, MOTION, {"about": "joint_motion_dismiss"}),
    "certificate_of_service": (B, TODAY, {"about": "motion_continue"}),
    "client_advisal": (A, ADVISED, {"asking": "dismissal", "lang": "es"}),
    "post_order_letter": (A, ORDER, {}),
    "engagement_letter": (B, TODAY, {"lang": "es"}),
    "rights_card": (B, TODAY, {"lang": "es"}),
}
"""The story, day and options of the papers that stand in the course of a story; the others are drafted for story B."""

LISTED = ("evidence_index", "translation_certificate")
"""Papers that name the exhibits of a packet: here those of story B."""

PACKETS = ((A, "packet.toml", MOTION), (B, "packet.toml", TODAY))
READERS = (
    ("opla", "To the government's lawyers"),
    ("court", "To the court"),
    ("agency", "To an agency"),
    ("client", "To the client"),
)
SCALE = 0.75
STYLE = """<style>
.papers { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1rem; margin: 1rem 0; }
.papers figure { margin: 0; width: auto; max-width: none; display: block; text-align: left; }
.papers img { width: 100%; border: 1px solid var(--md-default-fg-color--lighter); display: block; background: #fff; }
.papers figcaption { margin: .4rem 0 0; font-size: .62rem; font-style: normal; line-height: 1.35; max-width: none; }
</style>"""


@dataclass(frozen=True)
class Picture:
    """One page as a PNG: what it shows, and under which heading."""

    name: str
    under: str
    title: str
    png: bytes


def pictures() -> Iterator[Picture]:
    """A page of every paper, then the pages of the packets that only a packet has."""
    import pypdfium2

    from nolle.facts.casefile import read_case
    from nolle.papers.draft import draft
    from nolle.papers.files import read_releases
    from nolle.papers.kinds import kinds
    from nolle.papers.packet import read_packet
    from nolle.papers.packet.drafting import proofs
    from nolle.papers.render import pdf

    cases = {story: read_case(ROOT / "examples" / story / "case.toml") for story in (A, B)}
    released = {story: read_releases(ROOT / "examples" / story / "releases.toml") for story in (A, B)}
    listed = proofs(read_packet(ROOT / "examples" / B / "packet.toml").exhibits)
    heads = dict(READERS)
    for kind in kinds().values():
        story, on, options = SHOWN.get(kind.id, (B, TODAY, {}))
        exhibits = listed if kind.id in LISTED else ()
        made = draft(kind.id, cases[story], on, releases=released[story], exhibits=exhibits, **options)
        with pypdfium2.PdfDocument(pdf(made, listed=False)) as file:
            covered = made.style == "court" and kind.id != "cover_page"
            shown = _png(file, 1 if covered and len(file) > 1 else 0)
        yield Picture(f"{kind.id}.png", heads[kind.audience], kind.title[made.lang], shown)
    yield from _bound()


def _bound() -> Iterator[Picture]:
    import pypdfium2

    from nolle.papers.packet import bind, read_packet

    for story, name, on in PACKETS:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "packet.pdf"
            bound = bind(read_packet(ROOT / "examples" / story / name), out, on)
            first = bound.tabs[0][2].first
            with pypdfium2.PdfDocument(out) as file:
                for at, what in ((1, "cover page"), (first - 1, "index"), (first, "first tab")):
                    title = f"Packet of story {story[0].upper()}: {what}"
                    yield Picture(f"packet-{story[0]}-{at}.png", "A packet", title, _png(file, at - 1))


def _png(file: Any, page: int) -> bytes:
    out = io.BytesIO()
    picture = file[page].render(scale=SCALE).to_pil()
    picture.quantize(24, method=2).save(out, "PNG", optimize=True)
    return out.getvalue()


def gallery(shown: list[Picture]) -> str:
    """The pictures under their headings, each leading to itself at full size."""
    parts = [STYLE]
    for under in dict.fromkeys(picture.under for picture in shown):
        parts += [f"\n### {under}\n", '<div class="papers">']
        for picture in (one for one in shown if one.under == under):
            file, words = f"pictures/{picture.name}", escape(picture.title)
            parts.append(
                f'<figure><a href="{file}"><img src="{file}" alt="{words}" loading="lazy" width="459" height="594"></a>'
                f"<figcaption>{words}</figcaption></figure>"
            )
        parts.append("</div>")
    return "\n".join(parts) + "\n"


def on_files(files: Any, config: Any) -> Any:
    """Add the pictures to the site."""
    from mkdocs.structure.files import File

    config.extra["papers"] = list(pictures())
    for picture in config.extra["papers"]:
        files.append(File.generated(config, f"howto/pictures/{picture.name}", content=picture.png))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Put them on their page."""
    if page.file.src_uri != PAGE:
        return markdown
    return markdown.replace(MARK, gallery(config.extra["papers"]))
