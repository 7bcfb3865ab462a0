"""The twelve regional circuits, as people write them and as nolle stores them."""

from __future__ import annotations

from functools import lru_cache

from nolle.logic.text import Text

_ORDINALS = (
    ("First", "Primer"),
    ("Second", "Segundo"),
    ("Third", "Tercer"),
    ("Fourth", "Cuarto"),
    ("Fifth", "Quinto"),
    ("Sixth", "Sexto"),
    ("Seventh", "Séptimo"),
    ("Eighth", "Octavo"),
    ("Ninth", "Noveno"),
    ("Tenth", "Décimo"),
    ("Eleventh", "Undécimo"),
)

CIRCUITS: dict[str, Text] = {
    **{f"ca{n}": Text(f"{en} Circuit", f"{es} Circuito") for n, (en, es) in enumerate(_ORDINALS, start=1)},
    "cadc": Text("D.C. Circuit", "Circuito de D.C."),
}
"""Every circuit by its code, ``ca1`` to ``ca11`` and ``cadc``, with its name."""


@lru_cache(maxsize=256)
def circuit_code(written: str | int) -> str:
    """The code of a circuit written as ``ca9``, ``9``, ``"9"``, ``dc`` or ``cadc``, in any case.

    Raises:
        ValueError: for anything else, with what is accepted.
    """
    code = str(written).strip().lower().replace(".", "")
    if not code.startswith("ca"):
        code = f"ca{code}"
    if code not in CIRCUITS or isinstance(written, bool):
        raise ValueError(f"{written!r} is not a circuit: write ca1 to ca11 or cadc (1 to 11 or dc also work)")
    return code


def circuit_number(written: str | int) -> str:
    """The value the facts ``case.circuit`` and ``case.detention_circuit`` use: ``1`` to ``11``, or ``dc``.

    Raises:
        ValueError: as ``circuit_code``.
    """
    return circuit_code(written).removeprefix("ca")
