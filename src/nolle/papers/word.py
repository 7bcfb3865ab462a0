"""The look of a Word file: pandoc's own reference document with a court paper's styles, made by code."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from functools import cache
from xml.sax.saxutils import escape

_FACE = "Times New Roman"
_FONT = f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:eastAsia="{_FACE}" w:cs="{_FACE}"/>'
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_WHEN = (1980, 1, 1, 0, 0, 0)
_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_REL}"'

SIZES = {"client": 26, "letter": 23}
"""Half-points of type; 24 (twelve-point) elsewhere."""


@cache
def reference(style: str, marked: str) -> bytes:
    """A reference.docx for one style of paper, its header saying ``marked``. The same input gives the same bytes."""
    size = SIZES.get(style, 24)
    roomy = style == "court"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_pandocs_own())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "word/styles.xml":
                data = _styles(data.decode(), size, roomy).encode()
            elif name == "word/document.xml":
                data = _pages(data.decode()).encode()
            elif name == "word/_rels/document.xml.rels":
                rows = "".join(
                    f'<Relationship Id="rIdNolle{n}" Type="{_REL}/{n}" Target="nolle-{n}.xml"/>'
                    for n in ("header", "footer")
                )
                data = data.decode().replace("</Relationships>", f"{rows}</Relationships>").encode()
            elif name == "[Content_Types].xml":
                rows = "".join(
                    f'<Override PartName="/word/nolle-{n}.xml" ContentType="{kind}"/>'
                    for n, kind in (("header", _HEADER), ("footer", _FOOTER))
                )
                data = data.decode().replace("</Types>", f"{rows}</Types>").encode()
            new.writestr(zipfile.ZipInfo(name, _WHEN), data)
        new.writestr(zipfile.ZipInfo("word/nolle-header.xml", _WHEN), _header(marked))
        new.writestr(zipfile.ZipInfo("word/nolle-footer.xml", _WHEN), _footer())
    return out.getvalue()


@cache
def _pandocs_own() -> bytes:
    import pypandoc  # type: ignore[import-untyped]

    made = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    )
    return made.stdout


def _styles(text: str, size: int, roomy: bool) -> str:
    text = re.sub(r"<w:rFonts [^>]*/>", _FONT, text)
    text = re.sub(r'<w:color w:val="[0-9A-Fa-f]{6}"[^>]*/>', '<w:color w:val="000000"/>', text)
    base = f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    base += '<w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr>'
    base += "</w:pPrDefault></w:docDefaults>"
    text = re.sub(r"<w:docDefaults>.*?</w:docDefaults>", base, text, flags=re.S)
    for level in (1, 2, 3):
        where = "center" if roomy and level < 3 else "left"
        caps = "<w:caps/>" if roomy and level == 2 else ""
        look = (
            '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/>'
            f'<w:jc w:val="{where}"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            f'<w:rPr>{_FONT}<w:b/>{caps}<w:color w:val="000000"/><w:sz w:val="{size}"/></w:rPr>'
        )
        text = _replace(text, f"Heading{level}", f"heading {level}", look)
    body = (
        '<w:spacing w:line="480" w:lineRule="auto" w:after="0"/><w:ind w:firstLine="720"/>'
        if roomy
        else '<w:spacing w:after="160"/>'
    )
    for id, name in (("BodyText", "Body Text"), ("FirstParagraph", "First Paragraph")):
        text = _replace(text, id, name, f"<w:pPr>{body}</w:pPr><w:rPr/>")
    single = '<w:spacing w:line="240" w:lineRule="auto" w:after="60"/><w:ind w:firstLine="0"/>'
    text = _replace(text, "Compact", "Compact", f"<w:pPr>{single}</w:pPr><w:rPr/>")  # the cells of a table
    box = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    box = f"<w:pBdr>{box}</w:pBdr>"
    added = {
        "Court Heading": (f'{single}<w:jc w:val="center"/>', "<w:b/>"),
        "Paper Title": ('<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>', "<w:b/>"),
        "Letterhead": (f'{single}<w:jc w:val="center"/>', ""),
        "Letter Line": (single, ""),
        "Subject": ('<w:spacing w:after="160"/><w:ind w:left="504"/>', ""),
        "Signature Block": (f"<w:keepLines/>{single}", ""),
        "Draft Box": (f"{box}{single}", '<w:color w:val="7A1500"/><w:sz w:val="19"/>'),
        "Status Box": (f"<w:keepNext/><w:keepLines/>{box}{single}", ""),
        "Single": (single, ""),
        "Last Paragraph": (f"<w:keepNext/>{body}", ""),
        "Client Text": ('<w:spacing w:after="160"/>', ""),
        "Order Text": ('<w:spacing w:line="320" w:lineRule="auto" w:after="160"/>', ""),
    }
    rows = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        for name, (paragraph, run) in added.items()
    )
    rows += (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/><w:qFormat/>'
        '<w:rPr><w:b/><w:color w:val="7A1500"/><w:shd w:val="clear" w:color="auto" w:fill="FFF3A3"/></w:rPr></w:style>'
    )
    return text.replace("</w:styles>", f"{rows}</w:styles>")


def _replace(text: str, id: str, name: str, inside: str) -> str:
    """A style of pandoc's reference document, rewritten."""
    made = (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="BodyText"/><w:qFormat/>{inside}</w:style>'
    )
    return re.sub(rf'<w:style [^>]*w:styleId="{id}".*?</w:style>', lambda _: made, text, count=1, flags=re.S)


def _pages(text: str) -> str:
    """US Letter, one-inch margins, our header and footer."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdNolleheader"/>'
        '<w:footerReference w:type="default" r:id="rIdNollefooter"/><w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
        'w:header="720" w:footer="720" w:gutter="0"/>'
        "</w:sectPr>"
    )
    text = re.sub(r"<w:sectPr.*?</w:sectPr>|<w:sectPr[^>]*/>", "", text, flags=re.S)
    return text.replace("</w:body>", f"{section}</w:body>")


def _header(marked: str) -> str:
    return (
        f'{_XML}<w:hdr {_W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:rPr><w:b/><w:color w:val="7A1500"/><w:sz w:val="18"/></w:rPr>'
        f"<w:t>{escape(marked)}</w:t></w:r></w:p></w:hdr>"
    )


def _footer() -> str:
    run = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f'{_XML}<w:ftr {_W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        f"{run.format('begin')}"
        f'<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{run.format("end")}</w:p></w:ftr>'
    )
