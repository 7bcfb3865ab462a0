"""The 2014 expansion of DACA: history only, it never took a request from anyone new."""

from nolle.facts import daca
from nolle.law.pathway import Pathway, caution, t
from nolle.logic import all_of, any_of, element, settled, version, versions

MEMO = "dapa-2014"
BLOCKED = "us-v-texas-2016"

NEVER = "enjoined 2015-02-16; rescinded 2017-06-15"

criteria = all_of(
    "criteria",
    "The widened criteria of the 2014 memo (no upper age limit)",
    any_of(
        "came_under_16",
        "Came to the United States before turning 16",
        element(
            "came_before_16",
            "Came before age 16, as told",
            es="Llegó antes de los 16 años, según lo dicho",
            that=daca.came_before_16,
            cite=MEMO,
            pin="DHS memo of 2014-11-20",
            confidence="high",
        ),
        element(
            "age_on_arrival",
            "Under 16 on arrival, by the age stated",
            es="Menor de 16 años al llegar, según la edad declarada",
            that=daca.age_at_entry < 16,
            cite=MEMO,
            pin="DHS memo of 2014-11-20",
            confidence="high",
        ),
        es="Llegó a Estados Unidos antes de cumplir 16 años",
    ),
    element(
        "residence_since_2010",
        "Has lived here continuously since January 1, 2010",
        es="Vive aquí de forma continua desde el 1 de enero de 2010",
        that=daca.continuous_residence_since_2010_01_01,
        cite=MEMO,
        pin="DHS memo of 2014-11-20",
        note=t("The 2012 memo asked for June 15, 2007.", "El memorando de 2012 pedía el 15 de junio de 2007."),
        confidence="high",
    ),
    element(
        "no_status_on_2014_11_20",
        "Without lawful status on November 20, 2014",
        es="Sin estatus legal el 20 de noviembre de 2014",
        that=daca.no_lawful_status_2014_11_20,
        cite=MEMO,
        pin="DHS memo of 2014-11-20",
    ),
    es="Los criterios ampliados del memorando de 2014 (sin límite máximo de edad)",
    note=t(
        "Only what the 2014 memo widened is tested here.",
        "Aquí solo se revisa lo que el memorando de 2014 amplió.",
    ),
)

never_opened = versions(
    "never_opened",
    "No request was ever taken",
    version(
        "never",
        since="2014-11-20",
        en="No request was ever taken; the result is history only",
        es="Nunca se recibió una solicitud; el resultado es solo histórico",
        that=settled(
            "history_only",
            "No request was ever taken: the criteria are shown as history",
            es="Nunca se recibió una solicitud: los criterios se muestran como historia",
            answer=None,
            cite=(MEMO, BLOCKED),
            pin=NEVER,
        ),
        cite=(MEMO, BLOCKED),
        pin=NEVER,
        outcome="never_in_effect",
        confidence="high",
    ),
    es="Nunca se recibió una solicitud",
)

PATHWAY = Pathway(
    id="daca_expanded_2014",
    name=t(
        "Expanded DACA 2014 (history: never in effect for new people)",
        "DACA ampliada de 2014 (historia: nunca entró en vigor para personas nuevas)",
    ),
    family="discretion",
    gives=t(
        "Nothing for people outside the 2012 criteria. Some three-year DACA cards issued from 2014-11-24 to 2015-02-16 "
        "were recalled.",
        "Nada para quienes no cumplen los criterios de 2012. Se retiraron algunas tarjetas DACA de tres años emitidas "
        "del 2014-11-24 al 2015-02-16.",
    ),
    does_not_give=(
        t(
            "Neither the end of the age limit nor the 2010 date ever took effect.",
            "Ni el fin del límite de edad ni la fecha de 2010 entraron nunca en vigor.",
        ),
    ),
    decided_by=t("Nobody", "Nadie"),
    forum=t("None", "Ninguno"),
    forms=(t("Form I-821D", "Formulario I-821D"),),
    authority=("DHS memo 2014-11-20",),
    cites=(MEMO, "daca-2012", BLOCKED),
    present_status=t("History only.", "Solo historia."),
    elements=all_of(
        "elements",
        "Deferred Action for Childhood Arrivals as widened in 2014",
        criteria,
        never_opened,
        es="Acción Diferida para los Llegados en la Infancia, según se amplió en 2014",
        force=MEMO,
    ),
    bars=(t("Use DACA for every real date.", "Use DACA para toda fecha real."),),
    evidence=(),
    on_grant=(),
    on_denial=(),
    beside_discretion=t("None: history only.", "Ninguna: solo historia."),
    cautions=(
        caution(
            "never_opened",
            "Announced 2014-11-20, enjoined 2015-02-16 before requests opened, rescinded 2017-06-15: nobody was "
            "granted this.",
            "Anunciada el 2014-11-20, suspendida por un tribunal el 2015-02-16 antes de abrirse, revocada el "
            "2017-06-15: nadie la obtuvo.",
        ),
    ),
    history=(
        t(
            "Three-year periods were to start 2014-11-24; expanded requests were to open 2015-02-18.",
            "Los períodos de tres años debían empezar el 2014-11-24; las solicitudes ampliadas debían abrirse el "
            "2015-02-18.",
        ),
    ),
    verified=("memory",),
    confidence="high",
)
