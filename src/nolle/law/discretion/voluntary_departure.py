"""Voluntary departure: leaving by a set day, without a removal order."""

from nolle.facts import case, conviction, derived, person
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import all_of, any_of, element, settled

STATUTE = "ina-240b"
RULE = "8-cfr-1240-26-vd"
CHARACTER = "ina-101f"

BENCHBOOK = "http://www.justice.gov/eoir/vll/benchbook/templates/preconclusion%20vr%20standard%20language.htm"
VD_PAGE = "https://nortontooby.com/node/12838"

asked_by_master_hearing = element(
    "asked_by_master_hearing",
    "Asked for at or before the master hearing where the merits are set",
    es="Se pide en la audiencia preliminar donde se fija el fondo, o antes",
    that=case.next_hearing_kind == "master",
    cite=RULE,
    pin="8 CFR 1240.26(b)(1)",
    note=t(
        "The person concedes, waives appeal and withdraws relief; up to 120 days. Arriving aliens cannot get this "
        "from the judge (INA 240B(a)(4)).",
        "La persona admite los cargos, renuncia a apelar y retira sus solicitudes; hasta 120 días. Quien es "
        "considerado extranjero que llega (arriving alien) no puede obtenerla del juez (INA 240B(a)(4)).",
    ),
    verified=BENCHBOOK,
)

paroled_at_port = (derived.last_entry_manner == "advance_parole") | (
    (derived.last_entry_manner == "paroled") & derived.last_entry_at_port
)

before_conclusion = all_of(
    "before_conclusion",
    "Before the end of the case",
    asked_by_master_hearing,
    any_of(
        "whether_arriving",
        "Not an arriving alien, or perhaps one",
        element(
            "not_arriving",
            "Not charged as an arriving alien, nor paroled at a port of entry",
            es="No se le acusa como extranjero que llega (arriving alien), ni recibió parole en un puerto de entrada",
            # The box on the notice governs; without it, the last entry tells.
            that=(~(case.charging_category == "arriving_alien")).or_else(~paroled_at_port),
            cite=STATUTE,
            pin="INA 240B(a)(4)",
        ),
        settled(
            "arriving_may_withdraw",
            "For an arriving alien the judge may not give it before the end; withdrawal may be a way: ask counsel",
            es="A un extranjero que llega el juez quizá no puede concedérsela antes del final; retirar la solicitud de "
            "admisión puede ser otra vía: consulte a un abogado",
            answer=None,
            cite=STATUTE,
            pin="INA 240B(a)(4)",
            note=t("From memory; not verified.", "De memoria; no verificado."),
            confidence="low",
        ),
        es="No es un extranjero que llega (arriving alien), o quizá lo sea",
    ),
    es="Antes del final del caso",
)

at_conclusion = all_of(
    "at_conclusion",
    "At the end: up to 60 days, a bond of at least $500, means and intent to depart",
    element(
        "one_year_before_nta",
        "In the United States at least one year when the Notice to Appear (NTA) was served",
        es="Al menos un año en Estados Unidos cuando se entregó el Aviso de Comparecencia (NTA)",
        that=person.present_in_us_since.plus(years=1) <= case.nta_served_on,
        cite=STATUTE,
        pin="INA 240B(b)(1)(A)",
        verified=VD_PAGE,
        confidence="high",
    ),
    element(
        "good_moral_character",
        "No bar to good moral character in the five years",
        es="Ningún impedimento de buena conducta moral en los cinco años",
        that=~person.gmc_bar_101f,
        by="judgement",
        cite=CHARACTER,
        pin="INA 101(f)",
        verified=VD_PAGE,
        confidence="high",
    ),
    es="Al final: hasta 60 días, fianza de al menos $500, medios e intención de salir",
)

no_barred_conviction = element(
    "no_barred_conviction",
    "No aggravated felony or national security conviction",
    es="Sin condena por delito con agravantes (aggravated felony) o de seguridad nacional",
    that=conviction.none(
        (conviction.immigration_class.has_any("aggravated_felony") & conviction_stands)
        | conviction.immigration_class.has_any("national_security")
    ),
    cite=STATUTE,
    pin="INA 240B(a)(1), (b)(1)(C)",
    verified=VD_PAGE,
    confidence="high",
)

no_final_order = element(
    "no_final_order",
    "No final order of removal yet",
    es="Todavía sin una orden final de deportación",
    that=~case.final_order,
    cite=STATUTE,
    pin="INA 240B(a)(1), (b)(1)",
    note=t(
        "It is given in lieu of removal proceedings, before they end, or at their end in place of an order.",
        "Se concede en lugar del proceso de deportación, antes de que termine, o al final en lugar de una orden.",
    ),
    confidence="high",
)

never_overstayed = element(
    "never_overstayed",
    "Did not stay past an earlier voluntary departure",
    es="No se quedó después de una salida voluntaria anterior",
    that=~case.vd_overstayed,
    cite=STATUTE,
    pin="INA 240B",
    note=t(
        "An earlier voluntary departure granted after an entry without inspection also bars it (INA 240B(c)).",
        "También la impide una salida voluntaria anterior concedida tras una entrada sin inspección (INA 240B(c)).",
    ),
)

LIVE_CASE = t(
    "Voluntary departure is a fallback inside a live case.",
    "La salida voluntaria es un último recurso dentro de un caso activo.",
)
FALLBACK = t("A fallback.", "Un último recurso.")

PATHWAY = Pathway(
    id="voluntary_departure",
    name=t("Voluntary departure", "Salida voluntaria"),
    family="discretion",
    gives=t("Leave without a removal order.", "Salir sin una orden de deportación."),
    does_not_give=(
        t(
            "It ends the stay; departing can trigger the 3-year and 10-year bars.",
            "Pone fin a la estadía; salir puede activar los impedimentos de 3 y 10 años.",
        ),
    ),
    decided_by=t("Judge (or DHS before the NTA)", "Juez (o DHS antes del NTA)"),
    forum=t("EOIR", "EOIR"),
    forms=(t("Oral or written request", "Solicitud oral o escrita"),),
    authority=("INA 240B", "8 CFR 1240.26", "Matter of Arguelles, 22 I&N Dec. 811 (BIA 1999)"),
    cites=(STATUTE, RULE, "matter-of-arguelles", CHARACTER),
    elements=all_of(
        "elements",
        "Voluntary departure",
        any_of(
            "stage",
            "Before the end of the case, or at its end",
            before_conclusion,
            at_conclusion,
            es="Antes del final del caso, o al final",
        ),
        no_barred_conviction,
        never_overstayed,
        no_final_order,
        es="Salida voluntaria",
    ),
    evidence=(
        proof(
            t("Passport, ticket, funds", "Pasaporte, boleto, fondos"),
            t("the means to depart", "los medios para salir"),
            "at_conclusion",
        ),
    ),
    time_limits=(
        t(
            "120 days (before the end) or 60 days (at the end); the bond within 5 business days.",
            "120 días (antes del final) o 60 días (al final); la fianza en 5 días hábiles.",
        ),
        t(
            "Staying past the day: a penalty and a 10-year bar; a motion to reopen or a petition for review ends "
            "the grant.",
            "Quedarse después del plazo: multa e impedimento de 10 años; una moción para reabrir o una petición de "
            "revisión pone fin a la salida voluntaria.",
        ),
    ),
    clocks=(
        clock(
            "vd_depart",
            "Depart under voluntary departure",
            "Salir bajo la salida voluntaria",
            due=case.vd_deadline,
            cite=STATUTE,
            pin="INA 240B",
            note=t("The date ordered.", "La fecha ordenada."),
            confidence="high",
        ),
    ),
    on_grant=(t("Depart, and prove it at the consulate.", "Salga, y demuéstrelo en el consulado."),),
    on_denial=(t("An order of removal.", "Una orden de deportación."),),
    beside_discretion=t(
        "Fallback discretion when there is no relief; DHS may agree before the case ends.",
        "Discreción de último recurso cuando no hay otro beneficio; DHS puede aceptarla antes de que termine el caso.",
    ),
    fit=(
        fits("dismissal", "poor", LIVE_CASE),
        fits("termination", "poor", LIVE_CASE),
        fits(
            "administrative_closure",
            "poor",
            t("Closure leaves nothing to depart under.", "El cierre no deja nada conforme a lo cual salir."),
        ),
        fits("stipulation_or_nonopposition", "good", FALLBACK),
        fits("joint_mtr_if_final_order", "possible", FALLBACK),
    ),
    verified=("memory",),
    confidence="high",
)
