"""The sentences of the working, in English and Spanish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nolle.logic.rough import Span, say, say_date
from nolle.logic.text import Text

from .answer import Question
from .calendar import say_day

ONLY_DETAINED = Text("Only for a person who is detained.", "Solo para quien está detenido.")
ONLY_REPRESENTED = Text("Only for counsel of record.", "Solo para el abogado de la causa.")
DETAINED_AS_ORDERED = Text(
    "In a detained case the judge sets this date. Never count it by the rule for people who are not detained: ask for "
    "it at the first hearing, and enter it as ordered.",
    "En un caso con detención el juez fija esta fecha. Nunca la cuente con la regla para quien no está detenido: "
    "pídala en la primera audiencia y anótela como se ordenó.",
)
ASSUMES_NOT_DETAINED = Text(
    "This holds for a person who is not detained. If detained, the judge sets the date.",
    "Esto vale para quien no está detenido. Con detención, el juez fija la fecha.",
)
SAFE_COUNT = Text(
    "The edges of this rule are not certain, so the longer period is the one to work to:",
    "Los límites de esta regla no son seguros; por eso se trabaja con el plazo más amplio:",
)
CONTESTED = Text(
    "Contested: the regulation printed since 2026-03-09 says 10 days; a court vacated that on 2026-03-08, which left "
    "the 30 days in practice. Whether that ruling stands on appeal is not known. Both are shown: work to the earlier.",
    "Discutido: el reglamento impreso desde el 2026-03-09 dice 10 días; un tribunal lo anuló el 2026-03-08, y en la "
    "práctica quedaron los 30 días. No se sabe si ese fallo se mantiene en apelación. Se muestran ambas fechas: "
    "trabaje con la primera.",
)
PRINTED = Text("The rule as printed: 10 days", "La regla impresa: 10 días")
PRACTICE = Text("The practice since the court's ruling: 30 days", "La práctica desde el fallo judicial: 30 días")
FILED_IS_RECEIVED = Text(
    "Filed means received by the court or Board (an ECAS upload counts), not posted.",
    "Presentado significa recibido por la corte o la Junta (cuenta la carga en ECAS), no enviado.",
)
USCIS_RECEIVES = Text(
    "What counts is the day USCIS receives it, not the day it is sent.",
    "Cuenta el día en que USCIS lo recibe, no el día en que se envía.",
)
NO_SAFE_DATE = Text("No date is safe.", "Ninguna fecha es segura.")
DOES_NOT_ARISE = Text(
    "On these dates it does not arise: the day has gone by, or a condition is not met.",
    "Con estas fechas no se presenta: el día ya pasó, o no se cumple una condición.",
)


def counts_from(label: Text, day: Text) -> Text:
    """What the count starts from."""
    return Text(f"Counts from {label.en}: {day.en}", f"Se cuenta desde {label.es}: {day.es}")


def by_law_of(on: date, pin: Text) -> Text:
    """Whose law it is, and the pin."""
    return Text(f"By the law of {say_date(on, 'en')}: {pin.en}", f"Según la ley del {say_date(on, 'es')}: {pin.es}")


def ours() -> Text:
    """A convention of ours."""
    return Text("Our own convention, not law", "Convención nuestra, no ley")


def ordered(day: date, source: str) -> Text:
    """A date the judge set."""
    return Text(
        f"The judge ordered {say_day(day, 'en')} ({source}). An order of the judge replaces the default",
        f"El juez ordenó el {say_day(day, 'es')} ({source}). Una orden del juez reemplaza la regla general",
    )


def standing_order(days: int, before: bool, source: str) -> Text:
    """A number of days the judge set."""
    return Text(
        f"A standing order of the judge sets {days} days {'before' if before else 'after'} ({source}); it replaces the "
        "default",
        f"Una orden permanente del juez fija {days} días {'antes' if before else 'después'} ({source}); reemplaza la "
        "regla general",
    )


def ordered_closed(why: Text, safe: date) -> Text:
    """An ordered date on a closed day."""
    return Text(
        f"{_cap(why.en)}. An ordered date is never moved without asking: ask the court, and work to "
        f"{say_day(safe, 'en')}",
        f"{_cap(why.es)}. Una fecha ordenada nunca se mueve sin preguntar: pregunte a la corte y trabaje con el "
        f"{say_day(safe, 'es')}",
    )


def order_cannot_lengthen(safe: date) -> Text:
    """An ordered date later than one set by statute or regulation."""
    return Text(
        "This time is set by statute or regulation, which a later date in an order may not lengthen: work to "
        f"{say_day(safe, 'en')}",
        "Este plazo lo fija la ley o el reglamento, y una fecha posterior en una orden puede no alargarlo: trabaje con "
        f"el {say_day(safe, 'es')}",
    )


def replaced(due: Span | None, safe: date | None) -> Text:
    """The default, now replaced."""
    if due is None:
        return Text("There was no default date to replace", "No había fecha general que reemplazar")
    en, es = say(due, "en"), say(due, "es")
    if safe is not None and due.low != safe:
        en, es = f"{en} (safe: {say_date(safe, 'en')})", f"{es} (segura: {say_date(safe, 'es')})"
    return Text(f"Replaced: the default was {en}", f"Reemplazada: la regla general daba {es}")


def unknown_trigger(label: Text) -> Text:
    """Nothing to count from."""
    return Text(f"Unknown, because {label.en} is not known.", f"No se sabe, porque no se conoce {label.es}.")


def unknown_more(asked: Sequence[Question]) -> Text:
    """Something besides the trigger is not known."""
    if not asked:
        return Text("Unknown, because what is told does not settle it.", "No se sabe, porque lo dicho no lo resuelve.")
    lead = min(asked, key=lambda question: question.why != "not_asked")
    return Text(
        f"Unknown, because an answer is missing: {lead.question.en}",
        f"No se sabe, porque falta una respuesta: {lead.question.es}",
    )


def law_changes_within() -> Text:
    """The rule was law for only some of the days the trigger may be."""
    return Text(
        "Unknown, because the date counted from is rough and the law changed within it. The exact day would settle it.",
        "No se sabe, porque la fecha inicial es aproximada y la ley cambió en ese tiempo. El día exacto lo resolvería.",
    )


def without_date(unit: str, explain: Text) -> Text:
    """Why there is no date."""
    lead = {
        "as_ordered": Text("No date is worked out: the judge sets it.", "No se calcula fecha: la fija el juez."),
        "per_notice": Text(
            "No date is worked out: the agency's notice gives it.", "No se calcula fecha: la da el aviso de la agencia."
        ),
        "promptly": Text("No fixed date: promptly after the order.", "Sin fecha fija: pronto después de la orden."),
        "before_hearing": Text(
            "No date is worked out: before the hearing, by the date the court sets.",
            "No se calcula fecha: antes de la audiencia, en la fecha que fije la corte.",
        ),
        "before_filing": Text("No fixed date: before filing.", "Sin fecha fija: antes de presentar."),
        "none": Text("There is no deadline.", "No hay plazo."),
    }[unit]
    return Text(f"{lead.en} {explain.en}", f"{lead.es} {explain.es}")


def before_the_hearing(day: Text) -> Text:
    """The hearing that bounds it."""
    return Text(f"The hearing is on {day.en}: complete it before", f"La audiencia es el {day.es}: complételo antes")


def rough(due: Span, not_before: bool) -> Text:
    """A range, and which end is safe."""
    end = Text("latest", "última") if not_before else Text("earliest", "primera")
    return Text(
        f"The date counted from is rough, so this falls {say(due, 'en')}; the working shows the {end.en}, which is the "
        "safe one",
        f"La fecha inicial es aproximada: esto cae {say(due, 'es')}; el cálculo muestra la {end.es}, que es la segura",
    )


def rough_over_change(due: Span) -> Text:
    """A range over a day from which there are two counts."""
    return Text(
        f"The date counted from is rough, so this falls {say(due, 'en')}; the working shows the earliest of each count",
        f"La fecha inicial es aproximada: esto cae {say(due, 'es')}; el cálculo muestra la primera de cada cómputo",
    )


def before_change(since: date, days: int) -> Text:
    """The one count there was before there were two."""
    return Text(f"Before {say_date(since, 'en')}: {days} days", f"Antes del {say_date(since, 'es')}: {days} días")


def from_then(since: date) -> Text:
    """The day from which there are two counts."""
    return Text(f"Counted from {say_day(since, 'en')} or later:", f"Contado desde el {say_day(since, 'es')} o después:")


def departure_roll(law: Text) -> Text:
    """What the law of the day says of a departure period that ends on a closed day."""
    return Text(
        f"It ends on a weekend or holiday. {law.en} Leave by the earlier day",
        f"Termina en fin de semana o feriado. {law.es} Salga a más tardar el primer día",
    )


def found_on(day: date) -> Text:
    """The day a motion was first seen."""
    return Text(f"First seen on {say_day(day, 'en')}", f"Vista por primera vez el {say_day(day, 'es')}")


def still_open(due: date) -> Text:
    """The count from service has not run out."""
    return Text(
        f"The time from service is still open: work to {say_day(due, 'en')}",
        f"El plazo desde la notificación sigue abierto: trabaje con el {say_day(due, 'es')}",
    )


def already_passed(due: date, later: date) -> Text:
    """The count from service ran out before the motion was seen."""
    return Text(
        f"The time from service ran out on {say_day(due, 'en')}: no date is safe. From discovery it would be "
        f"{say_day(later, 'en')}, which is only an argument",
        f"El plazo desde la notificación venció el {say_day(due, 'es')}: ninguna fecha es segura. Desde el hallazgo "
        f"sería el {say_day(later, 'es')}, que es solo un argumento",
    )


def comes_to(day: Text) -> Text:
    """A date that a clock gave for the whole case."""
    return Text(f"On the facts of the case this is {day.en}", f"Con los hechos del caso es: {day.es}")


def court_only_roll(why: Text, to: date) -> Text:
    """A roll that only a filing with the court has."""
    return Text(
        f"{_cap(why.en)}: for a filing with the court it rolls to {say_day(to, 'en')}",
        f"{_cap(why.es)}: para lo que se presenta ante la corte pasa al {say_day(to, 'es')}",
    )


def stopped(days: int | None) -> Text:
    """Days on which the asylum clock stood still."""
    if days is None:
        return Text(
            "This takes the clock as never stopped: days on which the applicant stopped it come on top",
            "Esto supone que el reloj nunca se detuvo: los días en que la persona lo detuvo se suman",
        )
    return Text(f"{days} days on which the clock stood still are added", f"Se suman {days} días de reloj detenido")


def by_close_of_business(zone: str) -> Text:
    """The hour, in the court's time zone."""
    return Text(
        f"A filing by 11:59 p.m. in the time zone of the court ({zone}) is commonly treated as that day; work to the "
        "close of business there (ours)",
        f"Lo presentado hasta las 11:59 p. m. en la zona horaria de la corte ({zone}) suele tomarse como de ese día; "
        "trabaje con el cierre de oficina de allí (regla nuestra)",
    )


def safe_date(safe: date, due: Span, not_before: bool) -> Text:
    """The date to work to."""
    if not_before:
        return Text(f"Not before {say_day(safe, 'en')}", f"No antes del {say_day(safe, 'es')}")
    if due.exact and due.low == safe:
        return Text(f"Work to {say_day(safe, 'en')}", f"Trabaje con el {say_day(safe, 'es')}")
    last = say(due, "en"), say(due, "es")
    return Text(
        f"Work to {say_day(safe, 'en')}, the safe date (the last day by the rule: {last[0]})",
        f"Trabaje con el {say_day(safe, 'es')}, la fecha segura (el último día según la regla: {last[1]})",
    )


def beside(label: Text, day: Text) -> Text:
    """Another date to show with it."""
    return Text(f"{label.en}: {day.en}", f"{label.es}: {day.es}")


def _cap(words: str) -> str:
    return words[:1].upper() + words[1:]
