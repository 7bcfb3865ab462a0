"""Row packet: a filing of 500 pages bound by the command a person types, from cold, twice.

The papers are those of story A, drafted from its case. Half of the exhibits' pages are scans, the others text, with a
form, marks and a photograph among them. Alone: ``python -m bench.bench_packet --pages 500``.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .apart import Ran, apart
from .measure import Line
from .report import show

NOLLE = str(Path(sys.executable).with_name("nolle"))
STORY = Path(__file__).resolve().parents[1] / "examples" / "a-dismissed-case"
ON = "2023-09-18"
PAGES = 500
PAPERS = 6
"""Pages of the motion with its cover, the order and the certificate of service."""

BEHIND = 25
"""Pages behind one tab."""

SECONDS, MEMORY = 10, 1
INCOMPLETE = 1
"""The exit code that says something is still missing: the packet was bound all the same."""

HEAD = """title = "Joint Motion to Dismiss Without Prejudice"
case = "case.toml"

[[paper]]
kind = "joint_motion_dismiss"

[[paper]]
kind = "proposed_order"

[[paper]]
kind = "certificate_of_service"
"""
EXHIBIT = """
[[exhibit]]
file = "{name}"
description = "Exhibit number {number}"
date = 2023-03-06
language = "en"
"""
WORDS = (
    "the",
    "respondent",
    "has",
    "lived",
    "here",
    "for",
    "years",
    "with",
    "family",
    "and",
    "a",
    "home",
    "that",
    "is",
)


def make(pages: int, folder: Path) -> Path:
    """A packet.toml of about so many pages, and everything it names."""
    shutil.copy(STORY / "case.toml", folder / "case.toml")
    chance = random.Random(1)
    rows = [HEAD]
    left = pages - PAPERS - 1
    for number in range(10_000):
        if left < 2:
            break
        count = min(BEHIND, left - 1)
        name = f"exhibit-{number}.pdf"
        (folder / name).write_bytes((_scans if number % 2 else _text)(count, chance))
        rows.append(EXHIBIT.format(name=name, number=number))
        left -= count + 1
    toml = folder / "packet.toml"
    toml.write_text("".join(rows), encoding="utf-8")
    return toml


def bind(toml: Path, out: Path) -> Ran:
    """The packet bound apart."""
    words = ("papers", "packet", str(toml), "--on", ON, "--out", str(out), "--json")
    return apart(NOLLE, *words, codes=(0, INCOMPLETE))


def measure(pages: int, times: int) -> list[Line]:
    """The lines of the table; a smaller packet is held to no bar of time or memory.

    Raises:
        ValueError: the packet has not the pages that were asked for.
    """
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        toml = make(pages, folder)
        runs = [bind(toml, folder / f"bound-{number}.pdf") for number in range(max(2, times))]
        size = sum(file.stat().st_size for file in folder.glob("bound-0*.pdf"))
    found = runs[0].said["pages"]
    if not 0.98 * pages <= found <= 1.02 * pages:
        raise ValueError(f"the packet has {found} pages, not {pages}: nothing was measured")
    best, peak = min(ran.seconds for ran in runs), max(ran.peak for ran in runs)
    apart_ = sum(ran.said["sha256"] != runs[0].said["sha256"] for ran in runs)
    whole = pages >= PAGES
    what = f"nolle papers packet from cold, {found} pages, {size / 1e6:.0f} MB: papers drafted, exhibits bound"
    return [
        Line("packet", what, best, bar=f"under {SECONDS} s", met=best < SECONDS).held_if(whole),
        Line(
            "packet", "the same, peak memory in GB", peak, bar=f"under {MEMORY}", met=peak < MEMORY, counts=True
        ).held_if(whole),
        Line(
            "packet",
            f"bytes not those of the first of {len(runs)} runs",
            apart_,
            bar="none",
            met=not apart_,
            counts=True,
        ),
    ]


def _text(count: int, chance: random.Random) -> bytes:
    """Pages of text, the first of them a filled form with a mark on it."""
    import pikepdf
    import typst

    body = "\n#pagebreak()\n".join(" ".join(chance.choices(WORDS, k=350)) for _ in range(count))
    made = typst.compile(
        f'#set page("us-letter")\n{body}'.encode(), format="pdf", ignore_system_fonts=True, timestamp=0
    )
    assert isinstance(made, bytes)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.pages[0].obj.Annots = pikepdf.Array(_marks(pdf))
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _marks(pdf: object) -> Iterator[object]:
    import pikepdf

    assert isinstance(pdf, pikepdf.Pdf)
    name = pikepdf.Name
    look = pdf.make_stream(b"0 0 1 rg 0 0 40 40 re f")
    look.stream_dict = pikepdf.Dictionary(
        Type=name.XObject, Subtype=name.Form, BBox=pikepdf.Array([0, 0, 40, 40]), Length=0
    )
    for low in (100, 200, 300):
        yield pdf.make_indirect(
            pikepdf.Dictionary(
                Type=name.Annot,
                Subtype=name.Stamp,
                Rect=pikepdf.Array([500, low, 540, low + 40]),
                F=4,
                AP=pikepdf.Dictionary(N=look),
            )
        )


def _scans(count: int, chance: random.Random) -> bytes:
    """Pages as a scanner makes them: one grey picture each, at 150 dots an inch."""
    from PIL import Image, ImageDraw

    pages = []
    for _ in range(count):
        page = Image.new("L", (1275, 1650), 250)
        draw = ImageDraw.Draw(page)
        for line in range(40):
            draw.text((150, 150 + line * 34), " ".join(chance.choices(WORDS, k=14)), fill=40, font_size=20)
        pages.append(page)
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150, quality=60)
    return out.getvalue()


def main() -> None:
    """Print the lines, with the versions and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    show(measure(given.pages, given.times))


if __name__ == "__main__":
    main()
