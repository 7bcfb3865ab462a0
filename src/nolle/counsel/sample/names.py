"""Names and numbers for the papers of people who do not exist.

A-numbers are A000-000-001 and on. None of these was ever given to a person: the first were stamped on the forms of
1940, from A1000000 (USCIS, "Alien Registration Forms on Microfilm, 1940-1944"). After 999,999 cases they begin again.
Names are put together by chance from common ones of the country's languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .draws import Draws, Expr

if TYPE_CHECKING:
    import polars as pl

SPANISH = (
    [
        "María",
        "José",
        "Ana",
        "Luis",
        "Rosa",
        "Carlos",
        "Sofía",
        "Juan",
        "Yesenia",
        "Óscar",
        "Lucía",
        "Íñigo",
        "Elmer",
        "Itzel",
    ],
    ["Hernández", "López", "Núñez", "Peña", "Ramírez", "Ibáñez", "Ajú", "Xol", "Caal", "Rivas", "Zelaya", "Quiñónez"],
)
ENGLISH = (
    ["Grace", "Andre", "Joy", "Emmanuel", "Patricia", "Kemar", "Ngozi", "Daniel", "Blessing", "Marvin"],
    ["Okafor", "Campbell", "Brown", "Adeyemi", "Santos", "Reyes", "Williams", "Eze", "Bautista", "Clarke"],
)
HAITIAN = (
    ["Jean-Baptiste", "Mirlande", "Wisler", "Nadège", "Fabiola", "Roseline", "Stéphane", "Guerda"],
    ["Pierre-Louis", "Désir", "Jean", "Saint-Fleur", "Étienne", "Toussaint", "Charles", "Dieudonné"],
)
MANDARIN = (
    ["Xiǎomíng", "Lì", "Jiànguó", "Yùtíng", "Wěi", "Xiuying", "Haoran", "Fang"],
    ["Wáng", "Lǐ", "Zhāng", "Chén", "Liú", "Zhao", "Huang", "Lü"],
)
CYRILLIC = (
    ["Олена", "Андрій", "Марія", "Іван", "Наталія", "Дмитрий", "Светлана", "Oleksandr"],
    ["Шевченко", "Коваленко", "Бондар", "Petrenko", "Мельник", "Иванова", "Ткаченко"],
)
PORTUGUESE = (
    ["João", "Conceição", "Thaís", "Antônio", "Luzia", "Gonçalo"],
    ["da Silva", "Araújo", "Gonçalves", "Magalhães", "Souza", "Leitão"],
)
OTHER = (
    ["Sunita", "Tadesse", "Rajesh", "Layla", "Bishnu", "Hana", "Gurpreet", "Youssef"],
    ["Singh", "Tamang", "Bekele", "Haddad", "Kaur", "Gurung", "Patel", "Al-Khatib"],
)
NAMES = dict.fromkeys(("spa",), SPANISH)
NAMES |= dict.fromkeys(("eng", "tgl"), ENGLISH) | dict.fromkeys(("hat", "fra"), HAITIAN)
NAMES |= {"zho": MANDARIN, "por": PORTUGUESE} | dict.fromkeys(("rus", "ukr"), CYRILLIC)
NAMES |= dict.fromkeys(("hin", "nep", "amh", "ara"), OTHER)
"""First and family names by the language of the person."""

HIGHEST = 1_000_000


def party(people: pl.DataFrame, draws: Draws) -> pl.DataFrame:
    """What papers need and no rule may read."""
    import polars as pl

    number = ((pl.col("number") % (HIGHEST - 1)) + 1).cast(pl.String).str.zfill(9)
    columns = {
        "party__full_name": pl.concat_str(_name(draws, "given", 0), _name(draws, "family", 1), separator=" "),
        "party__a_number": pl.format(
            "A{}-{}-{}", number.str.slice(0, 3), number.str.slice(3, 3), number.str.slice(6, 3)
        ),
        "court__court_code": pl.col("court").cast(pl.String),
    }
    return draws.add(people, columns).select(*columns)


def _name(draws: Draws, part: str, place: int) -> Expr:
    import polars as pl

    chosen: Expr = pl.lit(None, pl.String)
    for language, names in NAMES.items():
        its = draws.chance(f"name.{part}").evenly(names[place]).cast(pl.String)
        chosen = pl.when(pl.col("language") == language).then(its).otherwise(chosen)
    return chosen
