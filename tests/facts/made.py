"""Made-up cases: any fact of the vocabulary with any answer its type allows."""

from datetime import date

from hypothesis import strategies as st

from nolle.facts.vocabulary import Field, vocabulary
from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span, exactly, parse_date

TEXTS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t\u2028"),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
EDTF = st.sampled_from(["2004", "2004-02", "2004~", "2004-02?", "2004/2006", "../2009", "2009/..", "2004-02-29~"])
DATES = DAYS.map(lambda day: parse_date(str(day))) | EDTF.map(parse_date)
NUMBERS = st.integers(0, 100)


def _numbers() -> st.SearchStrategy[Span]:
    pair = st.tuples(NUMBERS, NUMBERS).map(lambda pair: Span(min(pair), max(pair)))
    return NUMBERS.map(exactly) | pair | NUMBERS.map(lambda n: Span(n, None)) | NUMBERS.map(lambda n: Span(None, n))


def answers(field: Field) -> st.SearchStrategy[Answer]:
    codes = sorted(field.values or ())
    by_type: dict[str, st.SearchStrategy[Answer]] = {
        "bool": st.booleans(),
        "date": DATES,
        "int": _numbers(),
        "text": TEXTS,
        "address": TEXTS,
        "texts": st.lists(TEXTS, max_size=3).map(tuple),
        "datetime": st.just("2026-11-03T09:00"),
    }
    if field.type == "enum":
        some = (
            st.sets(st.sampled_from(codes), min_size=2, max_size=3).map(frozenset) if len(codes) > 1 else st.nothing()
        )
        told: st.SearchStrategy[Answer] = st.sampled_from(codes) | some
    elif field.type == "codes":
        told = st.lists(st.sampled_from([code for code in codes if code != "none"]), unique=True, max_size=3).map(tuple)
    else:
        told = by_type[field.type]
    return told | st.sampled_from([Missing.NOT_KNOWN, Missing.ABSENT])


def cells(field: Field) -> st.SearchStrategy[Cell]:
    provenance = st.tuples(*[st.none() | TEXTS] * 2, st.none() | DAYS)
    return st.builds(lambda answer, p: Cell(answer, *p), answers(field), st.just((None, None, None)) | provenance)


@st.composite
def facts(draw: st.DrawFn) -> tuple[str, Cell]:
    """A fact's full name and a cell for it."""
    info = draw(st.sampled_from([info for name, info in vocabulary().items() if name not in ("derived", "law")]))
    field = draw(st.sampled_from([field for key, field in info.fields.items() if not (info.forms and key == "form")]))
    lead = info.name
    if info.forms:
        lead = f"filing.{draw(st.sampled_from(['i130', 'i485', 'i918']))}[{draw(st.sampled_from(['1', 'b']))}]"
    elif info.is_list:
        lead = f"{lead}[{draw(st.sampled_from(['1', '2', 'ana']))}]"
    return f"{lead}.{field.field}", draw(cells(field))


def changes(min_size: int = 0) -> st.SearchStrategy[dict[str, Cell]]:
    """Cells by fact, in any order, each fact once."""
    return st.lists(facts(), min_size=min_size, max_size=8, unique_by=lambda pair: pair[0]).map(dict)
