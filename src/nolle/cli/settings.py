"""Settings of an office: who supervises. Read from ``nolle.toml`` in the working folder, or the user's own.

[supervisor]
name = "Ana Ruiz"
bar = "CA 123456"          # or: accreditation = "DOJ partial, until 2027-05-01"
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from .errors import BadInput


def places() -> tuple[Path, ...]:
    """Where settings are looked for, first found first."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return Path("nolle.toml"), home / "nolle" / "nolle.toml"


def supervisor() -> str | None:
    """Who supervises, as printed: the name, and the bar number or accreditation. ``None`` when nobody is named.

    Raises:
        BadInput: when a settings file cannot be read, or a supervisor has no bar number or accreditation.
    """
    for place in places():
        if not place.is_file():
            continue
        try:
            found = tomllib.loads(place.read_text("utf-8")).get("supervisor")
        except (OSError, ValueError) as error:
            raise BadInput(f"{place} cannot be read: {error}. Mend it or remove it.") from None
        if found is None:
            continue
        name = found.get("name") if isinstance(found, dict) else None
        standing = (found.get("bar") or found.get("accreditation")) if isinstance(found, dict) else None
        if not all(isinstance(said, str) and said.isprintable() and said.strip() for said in (name, standing)):
            raise BadInput(f"{place}: [supervisor] needs a name, and a bar number or an accreditation.")
        return f"{name}, {standing}"
    return None
