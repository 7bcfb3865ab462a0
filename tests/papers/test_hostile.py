"""Two hundred hostile files: none brings a command down or keeps it waiting, and no exhibit is lost in silence."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from nolle.papers.apart import Apart, TaskError

from .making import drawn, form, joined, locked, noise, page, photo, picture_pdf, saved, written

TOML = """
title = "Supplement"

[[exhibit]]
file = "exhibit"
description = "The exhibit"
date = 2024-05-01
language = "en"
"""

THREE = joined(page("one"), page("two"), page("three"))
PLAIN = saved(
    pikepdf.open(io.BytesIO(THREE)), compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
)


def changed(change: Callable[[pikepdf.Pdf], None], data: bytes = THREE) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    change(pdf)
    return saved(pdf)


def put(where: str, key: str, value: Callable[[pikepdf.Pdf], Any]) -> bytes:
    """An entry of the root, the page tree or the first page replaced."""

    def change(pdf: pikepdf.Pdf) -> None:
        places: dict[str, Any] = {
            "root": pdf.Root,
            "tree": pdf.Root.Pages,
            "page": pdf.pages[0].obj,
            "resources": pdf.pages[0].obj.Resources,
        }
        places[where][key] = value(pdf)

    return changed(change)


def cyclic(depth: int) -> bytes:
    """A page tree whose branch leads back to its root."""

    def change(pdf: pikepdf.Pdf) -> None:
        node = pdf.Root.Pages
        for _ in range(depth):
            branch = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([]), Count=1, Parent=node))
            node.Kids.append(branch)
            node = branch
        node.Kids.append(pdf.Root.Pages)

    raw = io.BytesIO()
    pdf = pikepdf.open(io.BytesIO(THREE))
    change(pdf)
    try:
        pdf.save(raw)
    except (pikepdf.PdfError, RuntimeError):
        # What qpdf will not write is written by hand.
        return PLAIN.replace(b"/Kids [ ", b"/Kids [ 2 0 R 1 0 R ")
    return raw.getvalue()


def deep(levels: int) -> bytes:
    return PLAIN.replace(b"/MediaBox", b"/Deep " + b"[" * levels + b"]" * levels + b" /MediaBox", 1)


def bomb(megabytes: int, what: bytes = b" ") -> bytes:
    """Content that is small in the file and very large when read."""
    pdf = pikepdf.open(io.BytesIO(THREE))
    pressed = zlib.compress(what * (megabytes * 1_000_000 // len(what)))
    stream = pdf.make_stream(b"")
    stream.write(pressed, filter=Name.FlateDecode)
    pdf.pages[1].obj.Contents = pdf.make_indirect(stream)
    return saved(pdf)


def drawing_itself(pdf: pikepdf.Pdf) -> None:
    loop = pdf.make_indirect(
        pdf.make_stream(b"/L Do", {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9])})
    )
    loop.Resources = Dictionary(XObject=Dictionary(L=loop))
    pdf.pages[0].add_resource(loop, Name.XObject, Name("/L"))
    pdf.pages[0].contents_add(b"/L Do")


def picture(width: int, height: int, **keys: Any) -> bytes:
    """A picture that claims a size it has not."""
    pdf = pikepdf.open(io.BytesIO(picture_pdf(noise(40, 50))))
    image = pdf.pages[0].obj.Resources.XObject.P
    image.Width, image.Height = width, height
    for key, value in keys.items():
        image["/" + key] = value
    return saved(pdf)


def font(**keys: Any) -> bytes:
    pdf = pikepdf.open(io.BytesIO(drawn(b"BT /F 12 Tf 72 700 Td (Hello there) Tj ET")))
    held = pdf.pages[0].obj.Resources.Font.F
    for key, value in keys.items():
        held["/" + key] = pdf.make_stream(value) if isinstance(value, bytes) else value
    return saved(pdf)


def archive(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, data in parts:
            held.writestr(name, data)
    return out.getvalue()


MAGIC = (
    b"\xff\xd8\xff\xe0",
    b"\x89PNG\r\n\x1a\n",
    b"II*\0",
    b"MM\0*",
    b"\0\0\0\x18ftypheic",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
)


def hostile() -> Iterator[tuple[str, bytes]]:
    """Every file, with what is wrong with it."""
    chance = random.Random(5)
    for number in range(36):
        yield f"truncated {number}", THREE[: len(THREE) * (number + 1) // 38]
    for number in range(14):
        yield f"without its beginning {number}", PLAIN[len(PLAIN) * (number + 1) // 20 :]
    for number in range(40):
        data = bytearray(PLAIN if number % 2 else THREE)
        for _ in range(4 + number):
            data[chance.randrange(20, len(data))] = chance.randrange(256)
        yield f"flipped {number}", bytes(data)
    for depth in (1, 2, 5, 40, 300):
        yield f"cyclic {depth}", cyclic(depth)
    for count in (-1, 0, 1, 4, 5_001, 2_000_000_000, 10**15):
        yield f"count {count}", PLAIN.replace(b"/Count 3", f"/Count {count}".encode())
    for levels in (100, 5_000, 200_000):
        yield f"deep {levels}", deep(levels)
    for side in ("0", "-5", "1e9", "99999999999999999999", "nan", "()", "null", "1 0 R"):
        yield f"box {side}", PLAIN.replace(b"612", side.encode())
    for key in (
        "Pages",
        "Type",
        "Kids",
        "Contents",
        "Resources",
        "Font",
        "Parent",
        "Length",
        "Root",
        "Filter",
        "FlateDecode",
    ):
        yield f"without {key}", PLAIN.replace(b"/" + key.encode(), b"/X" + key.encode()[1:])
        yield f"wrong {key}", PLAIN.replace(b"/" + key.encode() + b" ", b"/" + key.encode() + b" (wrong) ")
    for words in (b"xref", b"trailer", b"startxref", b"endobj", b"endstream", b"obj", b"stream"):
        yield f"no {words.decode()}", PLAIN.replace(words, b"x" * len(words))
    for length in (0, 5, 10**9, -3):
        yield f"length {length}", PLAIN.replace(b"/Length ", f"/Length {length} %".encode() + b"\n")
    yield "a bomb of spaces", bomb(120)
    yield "a bomb of paths", bomb(6, b"0 0 m 9 9 l S ")
    yield "a bomb of text", bomb(2, b"BT /F 1 Tf (x) Tj ET ")
    yield "a bomb of saved states", bomb(3, b"q ")
    yield "a form that draws itself", changed(drawing_itself)
    for width, height in ((60_000, 60_000), (2**31 - 1, 1), (0, 0), (-5, 7)):
        yield f"a picture of {width} by {height}", picture(width, height)
    yield "a picture without a colour space", picture(40, 50, ColorSpace=String("x"))
    yield "a picture of 99 bits", picture(40, 50, BitsPerComponent=99)
    yield "a font of noise", font(FontFile2=chance.randbytes(900))
    yield "a font without a name", font(BaseFont=String(""))
    yield "a font of an odd kind", font(Subtype=Name.Type9)
    yield "a font with odd widths", font(Widths=Array([10**9, -5]), FirstChar=-3, LastChar=10**6)
    yield "a font with a map of noise", font(ToUnicode=chance.randbytes(4000))
    yield (
        "a font that is a form",
        font(Subtype=Name.Type3, CharProcs=Dictionary(), FontMatrix=Array([0] * 6)),
    )
    for key in ("Annots", "Rotate", "UserUnit", "CropBox", "Resources", "Contents"):
        for name, value in (("text", String("x")), ("a number", -7), ("a list", Array([String("x"), 5, Array([])]))):
            yield f"{key} is {name}", put("page", f"/{key}", lambda _, value=value: value)
    for key in ("AcroForm", "OCProperties", "Names", "Outlines", "OpenAction"):
        yield f"{key} is a number", put("root", f"/{key}", lambda _: 5)
        yield f"{key} is odd", put("root", f"/{key}", lambda _: Dictionary(Fields=5, D=5, OCGs=String("x"), XFA=5))
    yield "a password", locked(page("x"), user="u")
    yield "a lock", locked(page("x"))
    yield "a form", form()
    for magic in (
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"II*\0",
        b"MM\0*",
        b"\0\0\0\x18ftypheic",
        b"PK\x03\x04",
        b"%PDF-1.7\n",
    ):
        yield f"noise after {magic[:8]!r}", magic + chance.randbytes(3000)
    for number in range(6):
        data = bytearray(photo())
        for _ in range(30):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        yield f"a flipped photograph {number}", bytes(data)
    yield "a Word file of nothing", archive(("word/document.xml", b""))
    yield "a Word file of noise", archive(("word/document.xml", chance.randbytes(5000)))
    yield "a Word file that is deep", archive(("word/document.xml", b"<a>" * 50_000))
    yield "a Word bomb", archive(("word/document.xml", b"<x/>"), ("word/media/a.png", bytes(160_000_000)))
    yield "an archive", archive(("readme.txt", b"hello"))


FILES = dict(hostile())
BATCHES = 2


def test_there_are_two_hundred() -> None:
    assert len(FILES) >= 200


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_file_is_checked_or_refused_in_one_sentence(batch: int, tmp_path: Path) -> None:
    with Apart(seconds=20, memory=2_000_000_000) as apart:
        for name, data in list(FILES.items())[batch::BATCHES]:
            file = written(tmp_path, "file.pdf", data)
            found, refused = answered(apart, "check", file=str(file), on="2026-11-21")
            assert refused is None or one_sentence(refused), f"{name}: {refused}"
            assert found is None or found["pages"] > 0, name


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_exhibit_is_bound_whole_or_refused_by_name(batch: int, tmp_path: Path) -> None:
    toml, out = written(tmp_path, "packet.toml", TOML), tmp_path / "out.pdf"
    with Apart(seconds=20, memory=2_000_000_000) as apart:
        for name, data in list(FILES.items())[batch::BATCHES]:
            written(tmp_path, "exhibit", data)
            out.unlink(missing_ok=True)
            found, refused = answered(apart, "packet", file=str(toml), out=str(out), on="2026-11-21")
            if refused is not None:
                assert one_sentence(refused), f"{name}: {refused}"
                assert "exhibit" in refused, f"{name}: {refused}"
                assert not out.exists(), name
            elif found is not None:
                [tab] = found["tabs"]
                carried = tab["last"] - tab["first"]
                three = data[:200] in (THREE[:200], PLAIN[:200]) or name.startswith(("truncated", "flipped", "without"))
                told = any("exhibit" in note for note in found["notes"])
                assert carried >= 1, name
                assert not three or carried == 3 or told, f"{name}: {carried} pages of 3, {found['notes']}"


def answered(apart: Apart, task: str, **given: str) -> tuple[Any, str | None]:
    """What was answered, or the sentence of the refusal."""
    try:
        return apart.run(task, **given), None
    except TaskError as error:
        return None, str(error)


def one_sentence(said: str) -> bool:
    return said.endswith(".") and "\n" not in said and "Traceback" not in said and len(said) < 300


def test_a_task_that_takes_too_long_is_ended_and_the_next_one_runs(tmp_path: Path) -> None:
    file = written(tmp_path, "file.pdf", page("x"))
    with Apart(seconds=0.0) as apart, pytest.raises(TaskError, match="within 0 seconds"):
        apart.run("check", file=str(file), on="2026-11-21")
    with Apart(memory=100_000_000) as apart, pytest.raises(TaskError, match="memory"):
        apart.run("check", file=str(file), on="2026-11-21")
    with Apart() as apart:
        assert apart.run("check", file=str(file), on="2026-11-21")["pages"] == 1
