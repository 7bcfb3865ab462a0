"""Small PDFs, pictures and packets made on the fly: invented people, invented numbers."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageDraw

from nolle.papers.packet import bind, read_packet

ON = date(2026, 11, 21)

CASE = """
schema = "nolle.case/1"

[person]
birth_date = "1988-04-17"

[case]
proceeding_type = "removal_240"
detained = false

[party]
full_name = "Jorge Ramirez Lopez"
a_number = "A 098 765 432"
counsel_name = "Ana Ruiz"
counsel_firm = "Ruiz Immigration Law"
counsel_address = ["100 Light Street", "Baltimore, MD 21202"]
counsel_phone = "(410) 555-0100"
counsel_email = "ana@ruiz.example"
counsel_eoir_id = "AB123456"

[court]
court_code = "BAL"
judge = "Hon. Maria Example"
next_hearing_at = "2027-03-09T09:00"
"""


@cache
def typeset(source: str) -> bytes:
    """A PDF of this Typst source, US Letter unless it says otherwise."""
    head = '#set page("us-letter", margin: 1in)\n#set text(font: "Libertinus Serif", size: 12pt)\n'
    made: Any = typst.compile((head + source).encode(), format="pdf", ignore_system_fonts=True, timestamp=0)
    return bytes(made)


def words(text: str) -> str:
    """Plain words as Typst source."""
    marks = {c: "\\" + c for c in "#*_$@<>[]`~="}
    return "".join(marks.get(c, c) for c in text)


def page(*paragraphs: str) -> bytes:
    """One page of plain paragraphs."""
    return typeset("\n\n".join(words(one) for one in paragraphs))


def drawn(content: bytes, box: tuple[float, ...] = (0, 0, 612, 792), **keys: Any) -> bytes:
    """A page of this content stream, with Helvetica as /F."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(box)),
        Resources=Dictionary(Font=Dictionary(F=pdf.make_indirect(font))),
        Contents=pdf.make_stream(content),
    )
    for key, value in keys.items():
        made["/" + key] = value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def joined(*documents: bytes) -> bytes:
    """Documents one after another."""
    pdf = pikepdf.new()
    for data in documents:
        pdf.pages.extend(pikepdf.open(io.BytesIO(data)).pages)
    return saved(pdf)


def form() -> bytes:
    """A page with a filled text field, a checked box, and marks with and without an appearance of their own."""
    pdf = pikepdf.open(io.BytesIO(page("Application for something", "Name:", "Agree:")))
    one = pdf.pages[0]
    look = pdf.make_stream(
        b"0 0 1 rg 0 0 40 40 re f", {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 40, 40])}
    )
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    text = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String("Jorge Ramirez Lopez"),
            DA=String("/Helv 12 Tf 0 g"),
            Rect=Array([150, 600, 400, 620]),
            F=4,
        )
    )
    stamp = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([300, 300, 340, 340]), F=4, AP=Dictionary(N=look)
    )
    bare = [
        Dictionary(
            Type=Name.Annot,
            Subtype=Name("/" + kind),
            Rect=Array([100, low, 300, low + 20]),
            F=4,
            C=Array([1, 0.8, 0]),
            QuadPoints=Array([100, low + 20, 300, low + 20, 100, low, 300, low]),
        )
        for kind, low in (("Highlight", 500), ("Square", 450), ("Circle", 400))
    ]
    one.obj.Annots = Array([text, pdf.make_indirect(stamp), *(pdf.make_indirect(a) for a in bare)])
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([text]),
        NeedAppearances=True,
        DA=String("/Helv 12 Tf 0 g"),
        DR=Dictionary(Font=Dictionary(Helv=font)),
    )
    return saved(pdf)


def photo(width: int = 600, height: int = 400, **how: Any) -> bytes:
    """A JPEG that is dark at its top left corner only, so that its orientation can be seen."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 3, height // 3), fill="black")
    out = io.BytesIO()
    picture.save(out, "JPEG", **how)
    return out.getvalue()


def noise(width: int, height: int, seed: int = 0) -> bytes:
    """A grey JPEG that does not compress."""
    import random

    picture = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def picture_pdf(jpeg: bytes, width: float = 612, height: float = 792) -> bytes:
    """A page that one JPEG fills, as scanners make them."""
    pdf = pikepdf.new()
    with Image.open(io.BytesIO(jpeg)) as picture:
        size, mode = picture.size, picture.mode
    image = Stream(pdf, jpeg)
    image.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=Name.DeviceGray if mode == "L" else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, width, height]),
        Resources=Dictionary(XObject=Dictionary(P=image)),
        Contents=pdf.make_stream(f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    return saved(pdf)


def locked(data: bytes, *, user: str = "", owner: str = "secret") -> bytes:
    """The document under a password."""
    return saved(pikepdf.open(io.BytesIO(data)), encryption=pikepdf.Encryption(user=user, owner=owner))


SIGNED = r"""/s/ Ana Ruiz \
Ana Ruiz \
EOIR ID AB123456 \
Counsel for Respondent \
March 1, 2026"""
CAPTION = r"""#align(center)[UNITED STATES DEPARTMENT OF JUSTICE \
EXECUTIVE OFFICE FOR IMMIGRATION REVIEW \
IMMIGRATION COURT \
BALTIMORE, MARYLAND]
In the Matter of: \
JORGE RAMIREZ LOPEZ \
A\# 098 765 432 \
Respondent

"""
COVER = (
    r"""Ana Ruiz \
Ruiz Immigration Law \
100 Light Street, Baltimore, MD 21202 \
(410) 555-0100 \
EOIR ID: AB123456

NON-DETAINED

"""
    + CAPTION
    + """In removal proceedings

Immigration Judge: Hon. Maria Example #h(1fr) Next hearing: March 9, 2027, at 9:00 a.m.

#v(1fr)#align(center)[*MOTION TO TERMINATE*]#v(1fr)
"""
)
MOTION = (
    COVER
    + """#pagebreak()
= Motion to terminate
The Respondent moves under 8 CFR 1003.18(d). The parties conferred, and the Department takes no position on the motion.
The Respondent has lived in Baltimore for years, works, and cares for two children.

= Conclusion
The Respondent asks that the motion be granted.

Respectfully submitted,

"""
    + SIGNED
)
LINE = r"\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_"
ORDER = (
    CAPTION
    + r"""#align(center)[ORDER OF THE IMMIGRATION JUDGE]
Upon consideration of the motion to terminate, it is ORDERED that the motion be \[ \] GRANTED \[ \] DENIED.

#v(1in)"""
    + LINE
    + r""" \
Immigration Judge

Date: """
    + LINE
)
SERVICE = (
    CAPTION
    + """#align(center)[CERTIFICATE OF SERVICE]
On March 1, 2026 I served this motion on the Office of the Principal Legal Advisor, 31 Hopkins Plaza, Baltimore, MD,
through ECAS.

"""
    + SIGNED
)
CERTIFICATE = r"""= Certificate of translation
I, Laura Paz, certify that I am competent to translate from Spanish into English and that the translation of the
attached document is true and accurate to the best of my abilities.

/s/ Laura Paz \
Laura Paz \
12 Elm Street, Baltimore, MD 21202 \
(410) 555-0111 \
March 1, 2026"""
SPANISH = """El suscrito registrador hace constar que en el libro de nacimientos de este municipio se encuentra la
partida de la persona que se llama Jorge, hijo de los señores que firman, y que es vecino de la
ciudad por más de diez años."""
ENGLISH = """The undersigned registrar states that in the book of births of this town is the entry of the person called
Jorge, son of the persons who sign, and that he has lived in the city for more than ten years."""


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


PACKET = """
title = "Motion to Terminate Proceedings"
case = "case.toml"

[[paper]]
file = "motion.pdf"

[[paper]]
file = "service.pdf"
kind = "certificate_of_service"

[[paper]]
file = "order.pdf"
kind = "proposed_order"

[[exhibit]]
file = "i797.pdf"
description = "Form I-797, approval of Form I-130 for Jorge Ramirez Lopez"
date = 2023-03-06
language = "en"
source = "USCIS"

[[exhibit]]
file = "acta.pdf"
description = "Birth certificate of the respondent"
date = 1988-04-20
language = "es"
translation = "acta-en.pdf"
certificate = "certificate.pdf"

[[exhibit]]
file = ["photo.jpg", "letter.pdf"]
description = "Family photograph, and letter of support from the parish"
date = "undated"
language = "en"
"""


def packet_folder(folder: Path, packet: str = PACKET) -> Path:
    """A folder with a packet.toml and all it names; returns the packet.toml."""
    written(folder, "case.toml", CASE)
    written(folder, "motion.pdf", typeset(MOTION))
    written(folder, "order.pdf", typeset(ORDER))
    written(folder, "service.pdf", typeset(SERVICE))
    written(
        folder,
        "i797.pdf",
        page("U.S. Citizenship and Immigration Services", "Form I-797, Notice of Action", "Approval notice"),
    )
    written(folder, "acta.pdf", page("ACTA DE NACIMIENTO", SPANISH))
    written(folder, "acta-en.pdf", page("BIRTH CERTIFICATE", ENGLISH))
    written(folder, "certificate.pdf", typeset(CERTIFICATE))
    written(folder, "photo.jpg", photo())
    written(
        folder,
        "letter.pdf",
        page("To whom it may concern", "I have known this family of our parish for ten years.", "/s/ Father Thomas"),
    )
    return written(folder, "packet.toml", packet)


def bound(folder: Path, packet: str = PACKET, **files: bytes | str) -> bytes:
    """The packet of this folder bound and approved, with some files replaced: ``motion=...`` for ``motion.pdf``."""
    toml = packet_folder(folder, packet)
    for name, data in files.items():
        if name == "case":
            written(folder, "case.toml", data)
        else:
            written(folder, f"{name}.pdf", typeset(data) if isinstance(data, str) else data)
    out = folder / "out.pdf"
    bind(read_packet(toml), out, ON, approved=True)
    return out.read_bytes()
