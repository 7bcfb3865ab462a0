"""The fixed words about a docket, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from nolle.facts import vocabulary
from nolle.law.pathways import pathways
from nolle.law.procedure import rules
from nolle.logic import Lang, Text

TITLE = Text("The docket on {day}", "Los casos al {day}")
EACH_DAY = Text("the docket, each case on its own date", "los casos, cada uno en su propia fecha")
CASE_COUNT, CASES = Text("1 case", "1 caso"), Text("{n} cases", "{n} casos")
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
NONE_KNOWN = Text("none known", "no se conoce")
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
EMPTY = Text(
    "An empty cell is not known. It is never a no.", "Una celda vacía significa que no se sabe. Nunca es un no."
)
EXPOSURE = Text("Exposure, before any dismissal", "Riesgos, antes de cualquier desestimación")
EXPOSURE_LEFT_OUT = Text(
    "Exposure, priorities, and what would tell a fact that 8 USC 1367 protects, such as the pathways for survivors, "
    "are left out; --include-sensitive gives them, and is logged. Exposure comes before any dismissal.",
    "Se omitieron los riesgos, las prioridades y lo que revelaría un dato protegido por 8 USC 1367, como las vías para "
    "sobrevivientes; --include-sensitive los incluye, y queda en el registro. Los riesgos van antes de cualquier "
    "desestimación.",
)
SURVIVORS_LEFT_OUT = Text(
    "What would tell a fact that 8 USC 1367 protects, such as the pathways for survivors, is left out; "
    "--include-sensitive gives it, and is logged.",
    "Se omitió lo que revelaría un dato protegido por 8 USC 1367, como las vías para sobrevivientes; "
    "--include-sensitive lo incluye, y queda en el registro.",
)
HELD = Text(
    "Exposure, priorities, and what would tell a fact that 8 USC 1367 protects, such as the pathways for survivors, "
    "are in here: give it to nobody who may not know them.",
    "Aquí constan los riesgos, las prioridades y lo que revelaría un dato protegido por 8 USC 1367, como las vías para "
    "sobrevivientes: no lo dé a nadie que no deba saberlos.",
)
SURVIVORS_HELD = Text(
    "What would tell a fact that 8 USC 1367 protects, such as the pathways for survivors, is in here: give it to "
    "nobody who may not know it.",
    "Aquí consta lo que revelaría un dato protegido por 8 USC 1367, como las vías para sobrevivientes: no lo dé a "
    "nadie que no deba saberlo.",
)
RAISED = Text("a priority DHS may raise", "una prioridad que DHS puede invocar")
YES, NO, UNKNOWN = Text("yes", "sí"), Text("no", "no"), Text("not known", "no se sabe")

WROTE = Text("Wrote {files} in {seconds} s.", "Se escribió {files} en {seconds} s.")
AND = Text(" and ", " y ")
TOOK = Text("Took {seconds} s.", "Tardó {seconds} s.")
NOT_CHECKED = Text(
    "Columns that these questions do not rest on were not read, and not checked.",
    "Las columnas de las que no dependen estas preguntas no se leyeron ni se revisaron.",
)

CONTRADICT = Text(
    "Cases with two dates that cannot both be right, such as a hearing before the Notice to Appear: {n}. Do not rely "
    "on their deadlines; nolle screen says which dates (column dates_contradict).",
    "Casos con dos fechas que no pueden ser ambas correctas, como una audiencia anterior al Aviso de Comparecencia: "
    "{n}. No confíe en sus plazos; nolle screen dice qué fechas (columna dates_contradict).",
)
CONTRADICTS = Text("two dates cannot both be right", "dos fechas no pueden ser ambas correctas")
OR_LATER = Text("{day} or later", "{day} o después")
SET_ASIDE = Text("Rows set aside, and so not counted here: {n}.", "Filas apartadas, que aquí no se cuentan: {n}.")
ASIDE, ASIDE_ONE = (
    Text("{n} rows were set aside", "se apartaron {n} filas"),
    Text("1 row was set aside", "se apartó 1 fila"),
)
SEE, LISTED = Text("see {file}", "vea {file}"), Text("--rejected FILE lists them", "--rejected ARCHIVO las enumera")
STRAYS = Text(
    "Rows of {file} that cannot be tied to a case: {n}. Any case here that they belong to was asked without them, even "
    "where a list is said to be complete.",
    "Filas de {file} que no se pueden unir a un caso: {n}. Los casos de aquí a los que pertenezcan se examinaron sin "
    "ellas, aunque conste que una lista está completa.",
)

SKIP = Text("Skip to the counts", "Ir a los conteos")
COUNTED = Text("cases", "casos")
DATE = Text("date", "fecha")
LAW_NAME = Text("law", "ley")
LAW_UNREVIEWED = Text(
    "The law used here was not reviewed by an attorney", "La ley usada aquí no fue revisada por un abogado"
)
RISK = Text("Risk", "Riesgo")
UNKNOWN_MEANS = Text(
    "Unknown means that facts are missing, or that the law is not settled. It is never taken for a no.",
    "«No se sabe» significa que faltan datos, o que la ley no es clara. Nunca se toma por un no.",
)
NO_CASES = Text("There are no cases to count.", "No hay casos que contar.")
AS_TABLE = Text("The same numbers as a table", "Los mismos números en una tabla")
PATHWAYS_ABOUT = Text(
    "One bar for each way, in the order of the law: how many cases of all ({n}) have each status.",
    "Una barra para cada vía, en el orden de la ley: cuántos casos de todos ({n}) tienen cada estado.",
)
NOT_OFFERED = Text(
    "Not in force for any of these cases, and so not drawn: {names}.",
    "No vigentes para ninguno de estos casos, y por eso no se dibujan: {names}.",
)
EXPOSURE_ABOUT = Text(
    "One bar for each risk: of how many cases of all ({n}) the answer is yes, not known, no.",
    "Una barra para cada riesgo: de cuántos casos de todos ({n}) la respuesta es sí, no se sabe, no.",
)
MISSING_ABOUT = Text(
    "How many answers wait for each fact; an answer is one way for one case. The most awaited stands first.",
    "Cuántas respuestas dependen de cada dato; una respuesta es una vía para un caso. Primero, el que más se espera.",
)
NOTHING_MISSING = Text("No answer waits for a fact.", "Ninguna respuesta depende de un dato que falte.")
HEARINGS_AHEAD = Text("Hearings ahead", "Próximas audiencias")
HEARINGS_ABOUT = Text("Cases by their next hearing.", "Casos según su próxima audiencia.")
DEADLINES_AHEAD = Text("Soonest deadlines", "Plazos más próximos")
DEADLINES_ABOUT = Text(
    "Cases by the soonest deadline that runs.",
    "Casos según el plazo más próximo que corre.",
)
WHICH = Text("which deadline", "qué plazo")
DUE_ABOUT = Text("Which deadline is the soonest, by cases", "Qué plazo es el más próximo, por casos")
OTHER_CLOCK = Text("of a way left out here", "de una vía que aquí se omite")
WHEN = Text("when", "cuándo")
IN_SHORT = Text("in short", "en resumen")
ALREADY_PAST = Text("already past", "ya pasó")
WEEK_OF = Text("week of {day}, {year}", "semana del {day} de {year}")
MONTH = Text("{month} {year}", "{month} de {year}")
BEFORE = Text("before {day}, {year}", "antes del {day} de {year}")
BEFORE_SHORT = Text("before", "antes")
FROM_ON = Text("from {day}, {year}", "desde el {day} de {year}")

COMPARED = Text("From {a} to {b}", "Del {a} al {b}")
COMPARED_UNDER = Text("On {day}: from {a} to {b}", "Al {day}: de {a} a {b}")
OF_CATEGORIES = Text("Of its categories, on that day: {list}.", "De sus categorías, ese día: {list}.")
OWN_DATES_UNUSED = Text(
    "Some cases have dates of their own (as_of). They were not used here: every case was asked for the same dates.",
    "Algunos casos tienen fechas propias (as_of). Aquí no se usaron: todos se examinaron para las mismas fechas.",
)
QUOTED = Text("“{name}”", "«{name}»")
NO_POLICY = Text("no policy", "ninguna política")
AS_IF_IN_FORCE = Text(
    "The draft is asked as if it were in force on that day.",
    "El borrador se aplica como si estuviera vigente ese día.",
)
AS_DRAFTED = Text(
    "The draft on that day, by what it says of its days: {status}. Whom it would sort is unknown.",
    "El borrador ese día, según lo que dice de sus días: {status}. No se sabe a quién clasificaría.",
)
MOVED = Text("Cases whose position changed: {moved} of {cases}.", "Casos cuya situación cambió: {moved} de {cases}.")
MOVED_WITHIN = Text(
    "Only because a pathway as a whole began or ended: {whole}. On something else: {within}.",
    "Solo porque una vía entera empezó o terminó: {whole}. Por otra cosa: {within}.",
)
WHOLE_LAW = Text(
    "the law as a whole began, ended, or came into doubt on one of the dates",
    "la ley entera empezó, terminó o quedó en duda en una de las fechas",
)
OTHER_REASONS = Text("{n}  for other reasons", "{n}  por otras razones")
WOULD_SETTLE = Text("would settle them", "los resolvería")

CALLS_TITLE = Text("What to ask", "Qué preguntar")
CALLS_OPEN = Text(
    "Answers not known: {open}. Cases: {cases}; with a call that tells all that is missing for an answer, if each "
    "question that arises is answered: {calls}.",
    "Respuestas que no se saben: {open}. Casos: {cases}; con una llamada que da todo lo que falta para una respuesta, "
    "si se contesta cada pregunta que surja: {calls}.",
)
QUESTIONS = Text("The questions that settle most", "Las preguntas que más resuelven")
QUESTION = Text("question", "pregunta")
ASKED_OF = Text("asked of", "a quién")
WAITING = Text("answers waiting", "respuestas pendientes")
COMPLETES = Text("completes", "completa")
SO_FAR = Text("so far", "hasta aquí")
CALLS = Text("The calls to make first", "Las llamadas para hacer primero")
SETTLES = Text("completes at least", "completa al menos")
CALLS_WHY = Text(
    "In the order of work. Often fewer answers are enough: a question that makes no sense after the one before it is "
    "passed over. Where the law is not settled, a complete answer may still be unknown. What is marked * is asked in "
    "private.",
    "En el orden de trabajo. A menudo bastan menos respuestas: la pregunta que no tiene sentido después de la anterior "
    "se omite. Donde la ley no es clara, una respuesta completa puede seguir sin saberse. Lo marcado con * se pregunta "
    "en privado.",
)

MOVES = Text("How many moved, and on what", "Cuántos cambiaron, y en qué")
CASES_MOVED = Text("cases whose position changed", "casos cuya situación cambió")
CONCLUSION = Text("On what", "En qué")
BECAUSE = Text("The rules responsible", "Las reglas responsables")
NOTHING_MOVED = Text("No case changed position.", "Ningún caso cambió de situación.")


SEE_THE_FILE = Text("Deadline: see the file", "Plazo: vea el expediente")


def capital(text: str) -> str:
    """A text that begins a line of its own."""
    return text[:1].upper() + text[1:]


def day_of(day: object, rough: object, lang: Lang) -> str:
    """A day; or the earliest it may be, where it is known only roughly."""
    return OR_LATER[lang].format(day=day) if rough else str(day)


def strays(rows: Mapping[str, int], lang: Lang) -> list[str]:
    """A sentence for each list with rows of which nobody can tell whose they are."""
    return [STRAYS[lang].format(file=file, n=f"{n:,}") for file, n in rows.items()]


def set_aside(rejected: int, rows: Mapping[str, int], lang: Lang) -> list[str]:
    """What a page says of the rows that were set aside: nothing, where none were."""
    return [SET_ASIDE[lang].format(n=f"{rejected:,}"), *strays(rows, lang)] if rejected else []


def pathway_name(id: str, lang: Lang) -> str:
    """The name of a pathway."""
    return next((p.name[lang] for p in pathways() if p.id == id), id)


def clock_name(id: str, lang: Lang) -> str:
    """The name of a clock or deadline, given as ``pathway.clock`` or ``deadline.id``."""
    pathway, _, name = id.partition(".")
    if pathway == "deadline":
        general = rules().get(name)
        return SEE_THE_FILE[lang] if general is None else general.label[lang]
    found = next((c for p in pathways() if p.id == pathway for c in p.clocks if c.id == name), None)
    return id if found is None else found.label[lang]


def fact_name(name: str, lang: Lang) -> str:
    """The short name of a missing fact, or of a list that may not be whole."""
    if "." not in name:
        entity = vocabulary.vocabulary().get(name)
        return ROWS_LEFT_OUT[lang].format(list=name if entity is None else entity.label[lang])
    return vocabulary.label(name)[lang]
