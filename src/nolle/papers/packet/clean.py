"""What a bound PDF may not carry: metadata, actions, traces of other programs; and layers kept as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_TRACES = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OPI", "/Thumb", "/StructParents", "/StructParent")


def clean(pdf: pikepdf.Pdf, title: str) -> None:
    """Strip every object of metadata, and pictures of what cameras wrote; only the title stays."""
    import pikepdf

    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = pikepdf.String(title)
    for one in pdf.objects:
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in _TRACES:
            if key in one:
                del one[key]
        if isinstance(one, pikepdf.Stream) and one.get("/Filter") == "/DCTDecode":
            _bare(one)


def _bare(image: Any) -> None:
    import pikepdf

    from .picture import bare_jpeg

    data = image.read_raw_bytes()
    if b"Exif\x00" in data[:4096] or b"http://ns.adobe.com/" in data[:70_000] or b"Photoshop 3.0" in data[:70_000]:
        bare = bare_jpeg(data)
        if bare is not None:
            image.write(bare, filter=pikepdf.Name.DCTDecode, decode_parms=image.get("/DecodeParms"))


def hidden_layers(pdf: pikepdf.Pdf) -> list[Any]:
    """The layers (optional content) that are off when the file is opened."""
    import pikepdf

    found = pdf.Root.get("/OCProperties")
    if not isinstance(found, pikepdf.Dictionary) or not isinstance(found.get("/D"), pikepdf.Dictionary):
        return []
    config = found.D
    groups = [one for one in found.get("/OCGs", ()) if isinstance(one, pikepdf.Dictionary)]
    if config.get("/BaseState") == "/OFF":
        on = {one.objgen for one in config.get("/ON", ()) if isinstance(one, pikepdf.Dictionary)}
        return [one for one in groups if one.objgen not in on]
    return [one for one in config.get("/OFF", ()) if isinstance(one, pikepdf.Dictionary)]


def layers(out: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Carry over which layers are off, so that what was hidden is not shown."""
    import pikepdf

    off = [out.copy_foreign(one) for one in hidden_layers(source) if one.is_indirect]
    if not off:
        return
    if "/OCProperties" not in out.Root:
        empty = pikepdf.Dictionary(OCGs=pikepdf.Array(), D=pikepdf.Dictionary(OFF=pikepdf.Array()))
        out.Root.OCProperties = empty
    held = out.Root.OCProperties
    held.OCGs.extend(off)
    held.D.OFF.extend(off)
