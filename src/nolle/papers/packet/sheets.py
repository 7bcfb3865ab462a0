"""The sheets a packet adds, set by Typst: cover page, index, tab sheets, and the line at the foot of every page."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import PacketError

if TYPE_CHECKING:
    import pikepdf

TEMPLATE = Path(__file__).with_name("sheets.typ")

_BUNDLED = 0x0500
"""Letters below this are in the font that comes with Typst; others need a font of the machine."""


def gap(what: str) -> dict[str, str]:
    """A fact that is missing, printed as a visible gap."""
    return {"missing": what}


def sheets(*wanted: dict[str, Any]) -> pikepdf.Pdf:
    """One PDF of these sheets in order; each says its ``kind``: ``cover``, ``index``, ``tab`` or ``foot``."""
    import pikepdf
    import typst

    given = json.dumps({"sheets": wanted}, ensure_ascii=False)
    plain = all(ord(letter) < _BUNDLED or 0x2000 <= ord(letter) < 0x2070 for letter in given)
    try:
        made: Any = typst.compile(
            TEMPLATE,
            format="pdf",
            sys_inputs={"given": given},
            ignore_system_fonts=plain,
            timestamp=0,
            pdf_tags=False,
        )
    except (typst.TypstError, RuntimeError) as error:
        raise PacketError(f"the packet's own sheets could not be set: {error}.") from None
    return pikepdf.open(io.BytesIO(made))


def feet(lines: Sequence[tuple[str, str]]) -> pikepdf.Pdf:
    """One small page for each line: what stands left, and the page number."""
    return sheets(*({"kind": "foot", "left": left, "right": right} for left, right in lines))
