"""The fixed words of an interview, in both languages: kind, short, and never a promise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nolle.facts.vocabulary import Sensitivity
from nolle.logic.text import Text

MAY_SKIP = Text("You may skip this.", "Puede saltarla.")

KINDLY: Mapping[Sensitivity, Text] = {
    "sensitive": Text(
        "The next question may be hard to talk about. You may skip this.",
        "La siguiente pregunta puede ser difícil. Puede saltarla.",
    ),
    "third_party": Text(
        "The next question is about another person. You may skip this.",
        "La siguiente pregunta es sobre otra persona. Puede saltarla.",
    ),
    "concession": Text(
        "If you would rather talk with your lawyer first, you may skip this.",
        "Si prefiere hablar primero con su abogado, puede saltarla.",
    ),
    "protected-1367": Text(
        "The next question may be painful. No details are needed. You may skip this, or stop at any time.",
        "La siguiente pregunta puede ser dolorosa. No hacen falta detalles. Puede saltarla, o parar cuando quiera.",
    ),
}


@dataclass(frozen=True, slots=True)
class ListWords:
    """How a list is asked for: is there any, another one, is that all, and is it so that there are none."""

    any: Text
    another: Text
    all: Text
    none: Text
    why: Text
    one: Text


WHY_ALL = Text(
    "Nothing is taken for granted: a list counts as whole only when you say so.",
    "Nada se da por hecho: una lista está completa solo cuando usted lo dice.",
)
LISTS: Mapping[str, ListWords] = {
    "entry": ListWords(
        Text(
            "Can you tell of a time when you came into the United States? Every arrival counts, also with a visa.",
            "¿Puede contar alguna vez que llegó a Estados Unidos? Cuenta cada llegada, también con visa.",
        ),
        Text("Did you come into the United States another time?", "¿Llegó a Estados Unidos alguna otra vez?"),
        Text(
            "Are these all your arrivals, with none left out?", "¿Son estas todas sus llegadas, sin que falte ninguna?"
        ),
        Text(
            "So you never came into the United States from outside. Is that right?",
            "Entonces usted nunca llegó a Estados Unidos desde fuera. ¿Es correcto?",
        ),
        Text(
            "How and when a person came changes which papers can be asked for.",
            "Cómo y cuándo llegó una persona cambia qué documentos se pueden pedir.",
        ),
        Text("Arrival {n}", "Llegada {n}"),
    ),
    "relative": ListWords(
        Text(
            "Do you have close family to tell of: husband or wife, children, parents, brothers or sisters, anywhere?",
            "¿Tiene familia cercana que mencionar: esposo o esposa, hijos, padres, hermanos, en cualquier lugar?",
        ),
        Text("Is there another close family member?", "¿Hay otro familiar cercano?"),
        Text(
            "Are these all your close family, with nobody left out?",
            "¿Es esta toda su familia cercana, sin que falte nadie?",
        ),
        Text(
            "So you have no close family, living or dead, in any country. Is that right?",
            "Entonces no tiene familia cercana, viva o fallecida, en ningún país. ¿Es correcto?",
        ),
        Text(
            "Some requests rest on a family member, or on who would be hurt if you had to leave.",
            "Algunas solicitudes se apoyan en un familiar, o en quién sufriría si usted tuviera que irse.",
        ),
        Text("Family member {n}", "Familiar {n}"),
    ),
    "conviction": ListWords(
        Text(
            "Has a criminal court anywhere ever found you guilty, or did you ever plead guilty or no contest?",
            "¿Alguna corte penal, en cualquier lugar, le declaró culpable, o se declaró usted culpable o no contest?",
        ),
        Text("Was there another conviction or plea?", "¿Hubo otra condena o declaración de culpabilidad?"),
        Text(
            "Are these all of them, in any country, with none left out?",
            "¿Son todas, en cualquier país, sin que falte ninguna?",
        ),
        Text(
            "So there has never been a conviction or a guilty plea, in any country. Is that right?",
            "Entonces nunca hubo una condena ni una declaración de culpabilidad, en ningún país. ¿Es correcto?",
        ),
        Text(
            "It is better that your lawyer hears it from you than from the government.",
            "Es mejor que su abogado lo sepa por usted y no por el gobierno.",
        ),
        Text("Conviction or plea {n}", "Condena o declaración {n}"),
    ),
    "arrest": ListWords(
        Text(
            "Have the police ever arrested you, or is a criminal charge open? Leave out immigration arrests.",
            "¿Alguna vez le arrestó la policía, o tiene un cargo penal abierto? Sin contar arrestos de inmigración.",
        ),
        Text("Was there another arrest or charge?", "¿Hubo otro arresto o cargo?"),
        Text("Are these all of them, with none left out?", "¿Son todos, sin que falte ninguno?"),
        Text(
            "So you have never been arrested, and no charge is open. Is that right?",
            "Entonces nunca le han arrestado y no hay ningún cargo abierto. ¿Es correcto?",
        ),
        Text(
            "The government looks at arrests even when the case was dropped.",
            "El gobierno mira los arrestos aunque el caso se haya retirado.",
        ),
        Text("Arrest or charge {n}", "Arresto o cargo {n}"),
    ),
    "presence_event": ListWords(
        Text(
            "Since you first came, did you ever leave the United States, or were you ever turned back at the border?",
            "Desde que llegó por primera vez, ¿salió de Estados Unidos o le rechazaron en la frontera alguna vez?",
        ),
        Text("Was there another trip, return or turn-back?", "¿Hubo otra salida, regreso o rechazo?"),
        Text("Are these all of them, with none left out?", "¿Son todos, sin que falte ninguno?"),
        Text(
            "So you never left the United States and were never turned back. Is that right?",
            "Entonces nunca salió de Estados Unidos ni le rechazaron en la frontera. ¿Es correcto?",
        ),
        Text("Time away can break the years that count.", "El tiempo fuera puede interrumpir los años que cuentan."),
        Text("Trip or turn-back {n}", "Salida o rechazo {n}"),
    ),
}

ALONE = Text(
    "A few questions are only for you. Are you alone now, where nobody can hear or read this, and safe?",
    "Unas pocas preguntas son solo para usted. ¿Está a solas ahora, donde nadie pueda oír ni leer esto, y a salvo?",
)
ALONE_WHY = Text(
    "If not, they are left for a private talk with your lawyer. Nothing is lost.",
    "Si no, quedan para hablar en privado con su abogado. No se pierde nada.",
)

SAID = {
    "yes": Text("yes", "sí"),
    "no": Text("no", "no"),
    "unknown": Text("not known", "no se sabe"),
    "absent": Text("it has not happened", "no ha ocurrido"),
    "none": Text("none", "ninguno"),
    "or": Text("or", "o"),
    "all": Text("that is all of them", "están todos"),
}

HINTS = {
    "bool": Text("yes or no", "sí o no"),
    "date": Text(
        "a date as you know it: 2014, May 2014, about 2014", "una fecha como la sepa: 2014, mayo de 2014, como en 2014"
    ),
    "years": Text("a number of years, or a range: 10, at least 10", "un número de años, o un rango: 10, al menos 10"),
    "months": Text("a number of months, or a range", "un número de meses, o un rango"),
    "days": Text("a number of days: 30, 6 months, at most 20", "un número de días: 30, 6 meses, como máximo 20"),
    "count": Text("a number: 0, 1, 2", "un número: 0, 1, 2"),
    "enum": Text("the number or the words", "el número o las palabras"),
    "name": Text("write the name", "escriba el nombre"),
    "codes": Text("one or several, with commas; or none", "uno o varios, con comas; o ninguno"),
    "text": Text("a few words", "unas pocas palabras"),
}

EMPTY = Text(
    "Take your time. Answer, or write “skip” or “don’t know”.",
    "Tómese su tiempo. Responda, o escriba «saltar» o «no sé».",
)
UNWRITABLE = Text(
    "That cannot be written down as it is. Please say it in other words.",
    "Eso no se puede anotar tal cual. Dígalo con otras palabras, por favor.",
)
WHICH = Text("That can be two days. Which one do you mean?", "Esa fecha puede ser dos días. ¿Cuál quiere decir?")
FIRST = Text("This is the first question of this session.", "Esta es la primera pregunta de esta sesión.")

TITLE = Text("Interview", "Entrevista")
WELCOME = Text(
    "One question at a time. “I don’t know” is a good answer, and you may stop whenever you want.",
    "Una pregunta a la vez. «No sé» es una buena respuesta, y puede parar cuando quiera.",
)
COMMANDS = Text("skip · don’t know · back · help · quit", "saltar · no sé · atrás · ayuda · salir")
HELP = Text(
    "Answer in your own words. skip: leave the question. don’t know: say that you do not know it. back, or back 3: "
    "return and answer again. quit: stop; what was said is saved.",
    "Responda con sus palabras. saltar: dejar la pregunta. no sé: decir que no lo sabe. atrás, o atrás 3: regresar y "
    "responder de nuevo. salir: parar; lo dicho queda guardado.",
)
WHY = Text("Why we ask:", "Por qué preguntamos:")
SKIPPED = Text("Skipped. You can come back to it.", "Saltada. Puede volver a ella.")
NOT_KNOWN = Text("That is fine: noted as not known.", "Está bien: anotado que no se sabe.")
BACK = Text("Back {n}.", "Regresamos {n}.")
DATE_OF_LAW = Text("law of", "ley del")
KEPT_IN = Text(
    "Answers are kept in {file}, on this computer.", "Las respuestas se guardan en {file}, en esta computadora."
)
RESUMED = Text("Going on with {file}: {n} answers are already there.", "Continuamos con {file}: ya hay {n} respuestas.")
WHERE = Text("Where shall the answers be kept?", "¿Dónde se guardan las respuestas?")
STOPPED = Text("Stopped.", "Entrevista interrumpida.")
RESUME = Text("To go on: {command}", "Para continuar: {command}")
SAVED = Text("What was said is saved in {file}.", "Lo dicho está guardado en {file}.")
NOT_SAVED = Text("Nothing was said, so nothing was saved.", "No se dijo nada; no se guardó nada.")
FINISHED = Text(
    "That is all: no further question can change anything here.",
    "Eso es todo: ninguna otra pregunta puede cambiar algo aquí.",
)
SUMMARY = Text("What was said", "Lo que se dijo")
WORTH = Text("Still worth asking", "Aún vale la pena preguntar")
FOR_PRIVATE = Text("Left for a private talk", "Queda para hablar en privado")
PRIVATE_COUNT = Text(
    "Questions left for a private talk: {n}. The attorney sees which: {command}",
    "Preguntas que quedan para hablar en privado: {n}. El abogado ve cuáles: {command}",
)
UNSHOWN = Text("Private answers, not shown here: {n}", "Respuestas privadas, que aquí no se muestran: {n}")
FOR_ATTORNEY = Text("For the attorney to find out", "Por averiguar por el abogado")
MORE = Text("and {n} more", "y {n} más")
NEXT = Text("What now", "Y ahora")
SCREEN = Text(
    "The attorney can read what the law offers with: {command}",
    "El abogado puede leer lo que ofrece la ley con: {command}",
)
HEARING = Text(
    "Next hearing: {day}. The duty to attend every hearing stays: this interview changes no hearing.",
    "Próxima audiencia: {day}. La obligación de asistir a cada audiencia sigue en pie: "
    "esta entrevista no cambia ninguna audiencia.",
)
NO_ADVICE = Text(
    "These answers are for a lawyer to read. Nothing here is legal advice or says that anyone qualifies.",
    "Estas respuestas son para que las lea un abogado. Nada aquí es asesoría legal ni dice que alguien califique.",
)
