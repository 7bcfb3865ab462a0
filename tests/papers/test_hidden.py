"""Text under a picture is found, whatever the picture looks like; what a reader sees, or a scan holds, is not."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import ModuleType

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from nolle.papers.check.hidden import hidden_runs
from nolle.papers.packet import Refused
from nolle.papers.packet.opened import open_any

from .making import ON, drawn, noise, packet_folder, page, saved, written

SECRET = "He lives at 99 Elm Lane with his aunt"
LINE = f"BT /F 12 Tf 72 700 Td ({SECRET}) Tj ET ".encode()
OVER = b"q 300 0 0 30 60 692 cm /Pic Do Q "
BESIDE = b"q 300 0 0 30 60 600 cm /Pic Do Q "


def pictured(content: bytes, jpeg: bytes | None = None) -> bytes:
    """A page of this content, in which /Pic is a picture: noise, unless another is given."""
    pdf = pikepdf.open(io.BytesIO(drawn(content)))
    data = jpeg or noise(300, 30, 7)
    with Image.open(io.BytesIO(data)) as picture:
        size = picture.size
    image = pikepdf.Stream(pdf, data)
    image.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    pdf.pages[0].add_resource(image, pikepdf.Name.XObject, pikepdf.Name("/Pic"))
    return saved(pdf)


def hidden(data: bytes, number: int = 0) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(data) as file:
        return hidden_runs(file[number])


def test_text_under_a_textured_picture_is_found() -> None:
    assert hidden(pictured(LINE + OVER)) == (SECRET,)


def test_it_is_found_in_a_packet_too_where_every_page_is_wrapped(tmp_path: Path) -> None:
    from nolle.papers.packet import bind, read_packet

    toml = packet_folder(tmp_path)
    written(tmp_path, "i797.pdf", pictured(LINE + OVER))
    bound = bind(read_packet(toml), tmp_path / "out.pdf", ON)
    assert hidden((tmp_path / "out.pdf").read_bytes(), bound.tabs[0][2].first) == (SECRET,)


def gray() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((300, 30)).point(lambda level: 40 + level // 4).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "jpeg"),
    [
        (LINE + BESIDE, None),
        (OVER + b"1 g " + LINE, gray()),
        (b"q 612 0 0 792 0 0 cm /Pic Do Q 3 Tr " + LINE, None),
        (LINE + b"q 612 0 0 792 0 0 cm /Pic Do Q ", None),
    ],
    ids=["a picture beside it", "words on a picture", "text recognised in a scan", "the same, painted beneath it"],
)
def test_what_can_be_seen_or_was_recognised_in_a_scan_is_not(content: bytes, jpeg: bytes | None) -> None:
    assert hidden(pictured(content, jpeg)) == ()


def test_half_a_line_under_a_picture_is_that_half() -> None:
    (found,) = hidden(pictured(LINE + b"q 90 0 0 30 60 692 cm /Pic Do Q "))
    assert SECRET.startswith(found)
    assert 5 < len(found) < len(SECRET) - 5


def test_looking_leaves_the_page_as_it_was() -> None:
    with pypdfium2.PdfDocument(pictured(LINE + BESIDE)) as file:
        one = file[0]
        before = one.render(scale=1).to_numpy().copy()
        hidden_runs(one)
        assert (one.render(scale=1).to_numpy() == before).all()


HEIC = b"\0\0\0\x18ftypheic" + bytes(100)


def test_a_heic_is_a_page_where_the_library_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Heif:
        size = (400, 300)

        def to_pillow(self) -> Image.Image:
            return Image.new("RGB", self.size, "white")

    library = ModuleType("pillow_heif")
    monkeypatch.setattr(library, "open_heif", lambda path: Heif(), raising=False)
    monkeypatch.setitem(sys.modules, "pillow_heif", library)
    assert len(open_any(written(tmp_path, "photo.heic", HEIC)).pdf.pages) == 1
    monkeypatch.setattr(Heif, "size", (40_000, 30_000))
    with pytest.raises(Refused, match="more pixels than a page can hold"):
        open_any(written(tmp_path, "large.heic", HEIC))


def test_without_it_the_remedy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(Refused, match=r"save it as JPEG .* or install pillow-heif"):
        open_any(written(tmp_path, "photo.heic", HEIC))


def test_a_page_of_plain_words_hides_nothing() -> None:
    assert hidden(page(SECRET)) == ()
