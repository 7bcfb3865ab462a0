"""The fixed words about a docket, in both languages."""

from __future__ import annotations

from nolle.facts import vocabulary
from nolle.law.pathways import pathways
from nolle.logic import Lang, Text

TITLE = Text("The docket on {day}", "Los casos al {day}")
EACH_DAY = Text("the docket, each case on its own date", "los casos, cada uno en su propia fecha")
CASES = Text("{n} cases", "{n} casos")
LAW = Text("law {hash}, not reviewed by an attorney", "ley {hash}, no revisada por un abogado")
PATHWAYS = Text("What the law offers, case by case", "Lo que ofrece la ley, caso por caso")
PATHWAY = Text("pathway", "vía")
NO_ADVICE = Text(
    "Counts, not predictions: discretion remains with whoever decides. A status is for counsel to check.",
    "Son conteos, no predicciones: la discreción es de quien decide. El abogado debe verificar cada estado.",
)
MISSING = Text("Missing most", "Lo que más falta")
MISSING_OF = Text("answers waiting for it", "respuestas que dependen de ello")
FACT = Text("fact", "dato")
ROWS_LEFT_OUT = Text("whether the list is whole: {list}", "si la lista está completa: {list}")
AHEAD = Text("Ahead", "Lo que viene")
HEARINGS = Text("hearings", "audiencias")
DEADLINES = Text("soonest deadlines", "plazos más próximos")
WITHIN = Text("within {n} days", "en {n} días")
LATER = Text("later", "después")
NONE_KNOWN = Text("none known", "ninguno conocido")
FIRST = Text("To open first", "Para abrir primero")
FIRST_WHY = Text(
    "by the next hearing, then the soonest deadline, then how many ways are open: an order of work, not of people",
    "por la próxima audiencia, luego el plazo más próximo, luego cuántas vías están abiertas: "
    "un orden de trabajo, no de personas",
)
CASE = Text("case", "caso")
HEARING = Text("next hearing", "próxima audiencia")
DEADLINE = Text("soonest deadline", "plazo más próximo")
OPEN_WAYS = Text("ways open", "vías abiertas")
EXPOSURE = Text("Exposure, before any dismissal", "Riesgos, antes de cualquier desestimación")
EXPOSURE_LEFT_OUT = Text(
    "Exposure and priorities are left out; --include-sensitive gives them, and is logged. "
    "They come before any dismissal.",
    "Los riesgos y las prioridades se omitieron; --include-sensitive los incluye, y queda en el registro. "
    "Van antes de cualquier desestimación.",
)
RAISED = Text("a priority DHS may raise", "una prioridad que DHS puede invocar")
YES, NO, UNKNOWN = Text("yes", "sí"), Text("no", "no"), Text("not known", "no se sabe")
SET_ASIDE = Text("{n} rows were set aside: see {file}", "{n} filas se apartaron: vea {file}")


def pathway_name(id: str, lang: Lang) -> str:
    """The name of a pathway."""
    return next((p.name[lang] for p in pathways() if p.id == id), id)


def clock_name(id: str, lang: Lang) -> str:
    """The name of a clock, given as ``pathway.clock``."""
    pathway, _, name = id.partition(".")
    found = next((c for p in pathways() if p.id == pathway for c in p.clocks if c.id == name), None)
    return id if found is None else found.label[lang]


def fact_name(name: str, lang: Lang) -> str:
    """The short name of a missing fact, or of a list that may not be whole."""
    if "." not in name:
        entity = vocabulary.vocabulary().get(name)
        return ROWS_LEFT_OUT[lang].format(list=name if entity is None else entity.label[lang])
    return vocabulary.label(name)[lang]
