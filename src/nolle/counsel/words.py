"""The fixed words of an opinion, in both languages."""

from __future__ import annotations

from nolle.logic import By, Text, Truth, Why

MARKS: dict[Truth, str] = {True: "✓", False: "✗", None: "?"}
AWAITED_MARK = "…"
OUT_MARK = "–"

TRUTHS: dict[Truth, Text] = {True: Text("yes", "sí"), False: Text("no", "no"), None: Text("unknown", "no se sabe")}

WHYS = {
    Why.NOT_ASKED: Text("not asked yet", "aún no se ha preguntado"),
    Why.NOT_KNOWN: Text("asked, not known well enough", "se preguntó; no se sabe con precisión"),
    Why.JUDGEMENT: Text("a judgement for counsel or an officer", "lo debe valorar el abogado o un funcionario"),
    Why.LAW_UNCERTAIN: Text("the law is not settled", "la ley no es clara"),
    Why.NOT_IN_FORCE: Text("not law on this date", "no era ley en esta fecha"),
}

ACTORS = {
    By.CLIENT: Text("client", "cliente"),
    By.COUNSEL: Text("counsel", "abogado"),
    By.JUDGEMENT: Text("judgement", "criterio"),
    By.OPLA: Text("OPLA", "OPLA"),
    By.IJ: Text("immigration judge", "juez de inmigración"),
    By.BIA: Text("Board of Immigration Appeals", "Junta de Apelaciones (BIA)"),
    By.USCIS: Text("USCIS", "USCIS"),
    By.ERO: Text("ICE ERO", "ICE ERO"),
    By.STATE_COURT: Text("state court", "corte estatal"),
    By.DOS: Text("Department of State", "Departamento de Estado"),
    By.LAW_ENFORCEMENT: Text("law-enforcement agency", "agencia del orden público"),
    By.OTHER: Text("another agency", "otra agencia"),
}

ASKED_OF = {
    "client": Text("client", "cliente"),
    "client-private": Text("client, in private", "cliente, en privado"),
    "attorney": Text("attorney", "abogado"),
    "system": Text("record", "expediente"),
}

FORMS = {
    "dismissal": Text("dismissal", "desestimación"),
    "termination": Text("termination", "terminación"),
    "administrative_closure": Text("administrative closure", "cierre administrativo"),
    "stipulation_or_nonopposition": Text("stipulation or non-opposition", "estipulación o no oposición"),
    "joint_mtr_if_final_order": Text("joint motion to reopen", "moción conjunta para reabrir"),
}

RATINGS = {
    "good": Text("suits", "conviene"),
    "possible": Text("possible", "posible"),
    "poor": Text("harms", "perjudica"),
    "none": Text("does not apply", "no aplica"),
}

FORCE = {
    "in-force": Text("in force", "vigente"),
    "not-in-force": Text("not in force", "no vigente"),
    "unknown": Text("not known whether in force", "no se sabe si estaba vigente"),
    "partly-in-force": Text("partly in force", "parcialmente vigente"),
    "enjoined": Text("blocked by a court", "bloqueada por una corte"),
    "issued": Text("issued, not yet in force", "emitida, aún no vigente"),
}

TITLE = Text("Opinion", "Opinión")
AS_OF = Text("as of", "al")
KNOWN_ON = Text("as the record stood on", "según el expediente al")
CIRCUIT = Text("circuit", "circuito")
NO_CIRCUIT = Text("circuit not known", "circuito desconocido")
LAW = Text("law", "ley")
NOT_REVIEWED = Text("not reviewed by an attorney", "no revisado por un abogado")
UNSUPERVISED = Text(
    "unsupervised draft: for a licensed reader only", "borrador sin supervisión: solo para un lector con licencia"
)
SUPERVISED = Text("supervised by", "supervisado por")
EXPOSURE = Text("Exposure, before any dismissal", "Riesgos, antes de cualquier desestimación")
EXPOSED_NAMES = {
    "expedited_removal": Text("expedited removal", "expulsión acelerada"),
    "no_bond": Text("detention without bond", "detención sin fianza"),
    "third_country": Text("removal to a third country", "expulsión a un tercer país"),
}
EXPOSED_FIRST = Text(
    "Read the three exposure answers above first: {answers}.",
    "Lea primero las tres respuestas sobre riesgos: {answers}.",
)
SAFE_NO = Text("A safe no needs", "Para un no seguro hace falta")
DUTY = Text("The duty to attend every hearing stays.", "La obligación de asistir a cada audiencia sigue en pie.")
PRIORITY = Text("Priority categories: what DHS may raise", "Categorías de prioridad: lo que DHS puede alegar")
NO_REGIME = Text("No regime is stored for this date.", "No hay ningún régimen guardado para esta fecha.")
ENDED = Text("ended", "terminó")
MAY_BE_ASKED = Text("may be asked for", "puede pedirse")
MAY_BE_GRANTED = Text("may be granted", "puede concederse")
DISCRETION_REMAINS = Text("discretion remains", "la discreción sigue siendo de quien decide")
WAITING_FOR = Text("awaited", "se espera")
WHY_TITLE = Text("Why", "Por qué")
MISSING = Text("Missing", "Falta")
MISSING_ALL = Text("What to learn next", "Qué averiguar primero")
SETTLES = Text("bears on {n} answers", "influye en {n} respuestas")
FOR = Text("Weighs for", "A favor")
AGAINST = Text("Weighs against", "En contra")
NAMED = Text("named by this regime", "lo nombra este régimen")
PROOF = Text("shown by", "se prueba con")
CAUTIONS = Text("Cautions", "Advertencias")
IF_SO = Text("if so", "si es así")
OURS = Text("our own rating", "valoración nuestra")
NEXT = Text("Next", "Siguiente")
DEADLINES = Text("Clocks", "Plazos")
UNKNOWN_DAY = Text("not known yet", "aún no se sabe")
FITS = Text(
    "Which form of discretion fits this client's relief",
    "Qué forma de discreción conviene al beneficio de este cliente",
)
NO_FITS = Text("No kind of relief is live on these facts.", "Ningún beneficio está vivo con estos hechos.")
GIVES = Text("Gives", "Da")
NOT_GIVES = Text("Does not give", "No da")
AUTHORITIES = Text("Authorities", "Autoridades")
LATER = Text(
    "Left out: not so, or not on record, on the day asked", "Se omite: no era así, o no constaba, en la fecha pedida"
)
CHANGES = Text("What would change it", "Qué lo cambiaría")
DISCRETION = Text("Forms of discretion", "Formas de discreción")
RELIEF = Text("Relief that discretion makes room for", "Beneficios a los que la discreción da espacio")
LEARN = Text("learn", "averiguar")
CHANGE = Text("change", "cambiar")
NOT = Text("not", "no")
WRITTEN = Text(
    "Answers, reasons and citations are of the date asked. Risks, notes and steps speak as of {day}.",
    "Las respuestas, razones y citas son de la fecha consultada. Los riesgos, notas y pasos hablan al {day}.",
)
NEVER = Text(
    "Nothing here says that anyone qualifies, and nothing predicts what an officer or judge will do.",
    "Nada aquí dice que alguien califique, ni predice lo que hará un funcionario o un juez.",
)

SKIP = Text("Skip to the opinion", "Ir a la opinión")
CONTENTS = Text("Contents", "Contenido")
WHERE = Text("Place", "Lugar")
RECORD = Text("Record", "Expediente")
RECORD_WHOLE = Text("all that is recorded", "todo lo que consta")
SUPERVISION = Text("Supervision", "Supervisión")
LAW_USED = Text("Law used", "Ley utilizada")
REVIEWED_THROUGH = Text("reviewed by an attorney through", "revisado por un abogado hasta el")
GLANCE = Text("At a glance", "De un vistazo")
PATHWAY = Text("Pathway", "Vía")
STATUS = Text("Status", "Estado")
AWAITED = Text("Awaited from others", "Se espera de otros")
IN_SHORT = Text("What it turns on", "De qué depende")
ALL_REASONS = Text("Every condition, with its law and facts", "Cada requisito, con su ley y sus datos")
NOT_LAW = Text("Not law on this date", "No era ley en esta fecha")
LAW_OF_THE_DAY = Text("The law of the day", "La ley del momento")
BY_LAW = Text("answered by the law itself", "lo responde la ley misma")
LOW_CONFIDENCE = Text("low confidence", "poca certeza")
WHO_DECIDES = Text("Who decides, and where", "Quién decide, y dónde")
HOLDS_HERE = Text("On these facts", "Con estos hechos")
WEIGHED = Text("What is weighed", "Qué se pondera")
WEIGHED_ON_FILE = Text(
    "{for_} factors for and {against} against are shown by the file.",
    "El expediente muestra {for_} factores a favor y {against} en contra.",
)
SEE_FACTORS = Text("See the factors", "Ver los factores")
FACTORS = Text("Factors for and against", "Factores a favor y en contra")
NO_FACTORS = Text("The file shows no factor yet.", "El expediente aún no muestra ningún factor.")
EVIDENCE = Text("Evidence, by what it shows", "Pruebas, según lo que demuestran")
DOCUMENT = Text("Document", "Documento")
SHOWS = Text("What it shows", "Qué demuestra")
CONDITIONS = Text("Conditions it supports", "Requisitos que apoya")
MORE = Text("Bars, risks and what follows", "Impedimentos, riesgos y lo que sigue")
BARS = Text("Bars", "Impedimentos")
RISKS = Text("Risks", "Riesgos")
ON_GRANT = Text("If it is granted", "Si se concede")
ON_DENIAL = Text("If it is denied", "Si se niega")
TIME_LIMITS = Text("Time limits", "Límites de tiempo")
BESIDE = Text("Beside discretion", "Junto a la discreción")
PRESENT = Text("Present status", "Situación actual")
EXPOSED_BY = Text("Proof that would settle it", "Pruebas que lo aclararían")
EXCEPTIONS = Text("Exceptions the memo names", "Excepciones que nombra el memorando")
OTHERS_THEN = Text("Also had days on this date", "También regía en esta fecha")
FORM = Text("Relief", "Beneficio")
FITS_NOTE = Text(
    "A rating of forms against a kind of relief, never of a person. The law does not make it.",
    "Se valora cada forma frente a un tipo de beneficio, nunca a una persona. No la hace la ley.",
)
QUESTIONS_MORE = Text("{n} more questions", "{n} preguntas más")
CHIP_FROM = Text("since", "desde")
DATES = Text("Dates", "Fechas")
ON_THE_DATE = Text("On this date", "En esta fecha")
AUTHORITY = Text("Authority", "Autoridad")
CONFIDENCE = Text("Confidence", "Certeza")
CONFIDENCES = {"high": Text("high", "alta"), "medium": Text("medium", "media"), "low": Text("low", "baja")}
RESTS_ON = Text("Rests on", "Se apoya en")
FROM_MEMORY = Text("memory, no page read", "la memoria, sin página leída")
REVIEW = Text("Review", "Revisión")
HAPPENED_LATER = Text("happened later", "ocurrió después")
RECORDED_LATER = Text("recorded later", "se registró después")
FACT = Text("Fact", "Dato")
ANSWER = Text("Answer", "Respuesta")
WHY_LEFT_OUT = Text("Why it is left out", "Por qué se omite")
TOP = Text("Back to the top", "Volver arriba")
NOT_YET = Text("not yet", "aún no")
AND_MORE = Text("and {n} more", "y {n} más")
SETTLES_ONE = Text("bears on one answer", "influye en una respuesta")
HEARING = Text("Next hearing", "Próxima audiencia")
NEAREST = Text("Nearest clock", "Plazo más cercano")
ASK_FIRST = Text("Ask first", "Pregunte primero")
PASSED = Text("passed", "ya pasó")
FIT_MARKS = {"good": "✓", "possible": "~", "poor": "✗", "none": "–"}
CLOSURE_BEST = Text(
    "Closure is the best result to be had for: {names}. An end of the case would harm it; a pause keeps it alive.",
    "El cierre es el mejor resultado posible para: {names}. Terminar el caso lo perjudicaría; una pausa lo conserva.",
)
EXACT = Text(
    "Whatever the unknown dates and answers are, this comes out the same: {truth}.",
    "Sean cuales sean las fechas y respuestas que faltan, el resultado es el mismo: {truth}.",
)
WATCH = Text("Watch", "Vigilar")
_AGAIN = Text(
    "the case was ended without prejudice: DHS may file a new Notice to Appear. Keep the address current.",
    "el caso terminó sin perjuicio: DHS puede presentar un nuevo Aviso de Comparecencia. Mantenga al día la dirección.",
)
WATCH_FOR = {
    "dismissed": _AGAIN,
    "terminated": _AGAIN,
    "administratively_closed": Text(
        "the case is paused, not ended: DHS may ask to put it back on the calendar. Keep the address current.",
        "el caso está en pausa, no terminado: DHS puede pedir que vuelva al calendario. Mantenga al día la dirección.",
    ),
}
