"""A Notice to Appear that DHS does not issue, does not file, or cancels before filing (8 CFR 239.2(a))."""

from nolle.facts import case, person
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import all_of, any_of, element

ISSUERS = "8-cfr-239-1"
GROUNDS = "8-cfr-239-2a"

DISMISSAL_PAGE = "https://kononenko.law/motion-to-dismiss"

nta_not_in_court = any_of(
    "nta_not_in_court",
    "The Notice to Appear (NTA) is not filed with the court",
    element(
        "nta_never_filed",
        "The court's own record has no filing date for the NTA",
        es="El registro de la corte no tiene fecha de presentación del NTA",
        that=case.nta_filed_on.is_absent,
        by="counsel",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)",
        note=t(
            "Before jurisdiction vests. Not known until the court system is checked by A-number.",
            "Antes de que la corte tenga jurisdicción. No se sabe hasta consultar el sistema de la corte con "
            "el número A.",
        ),
        confidence="high",
    ),
    element(
        "nta_not_filed",
        "The NTA has not been filed",
        es="El NTA no se ha presentado",
        that=~case.nta_filed,
        by="counsel",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)",
        confidence="high",
    ),
    es="El Aviso de Comparecencia (NTA) no se ha presentado en la corte",
)

ground_to_cancel = any_of(
    "ground_to_cancel",
    "A ground on which DHS may cancel the NTA",
    element(
        "us_citizen",
        "(1) A United States citizen or national",
        es="(1) Es ciudadano o nacional de Estados Unidos",
        that=person.us_citizen_confirmed,
        by="counsel",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(1)",
    ),
    element(
        "improvidently_issued",
        "(6) The NTA was improvidently issued",
        es="(6) El NTA se emitió de manera indebida",
        that=case.nta_improvidently_issued,
        by="judgement",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(6)",
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    element(
        "changed_circumstances",
        "(7) Circumstances changed: going on is no longer in the best interest of the government",
        es="(7) Las circunstancias cambiaron: seguir ya no conviene al gobierno",
        that=case.changed_circumstances_since_nta,
        by="judgement",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(7)",
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    es="Una causa por la que DHS puede cancelar el NTA",
)

PATHWAY = Pathway(
    id="nta_not_filed_or_cancelled",
    name=t(
        "NTA not issued, not filed, or cancelled by DHS before filing",
        "NTA no emitido, no presentado, o cancelado por DHS antes de presentarlo",
    ),
    family="discretion",
    gives=t(
        "No court case starts, or the notice is cancelled.",
        "No empieza un caso en la corte, o se cancela el aviso.",
    ),
    does_not_give=(
        t(
            "No status, no lawful presence by itself, no work permit of its own.",
            "No da estatus, ni por sí solo presencia legal, ni un permiso de trabajo propio.",
        ),
        t(
            "A client who wants 42B loses the door to court.",
            "Quien busca la 42B pierde la puerta a la corte.",
        ),
        t(
            "USCIS will issue an NTA on request only in compelling cases (PM-602-0187).",
            "USCIS emite un NTA a pedido solo en casos de peso (PM-602-0187).",
        ),
    ),
    decided_by=t(
        "USCIS, ICE or CBP officer listed in 239.1(a); OPLA advice",
        "El funcionario de USCIS, ICE o CBP de la lista de 239.1(a); con consejo de OPLA",
    ),
    forum=t("DHS", "DHS"),
    forms=(t("Letter asking for prosecutorial discretion", "Carta que pide discreción procesal"),),
    authority=("8 CFR 239.1(a)", "8 CFR 239.2(a)-(b)"),
    cites=(ISSUERS, GROUNDS),
    related=(
        "uscis-nta-2025",
        "uscis-nta-2011",
        "uscis-nta-2018",
        "ina-242g",
        "heckler-v-chaney-1985",
        "matter-of-bahta",
    ),
    elements=all_of(
        "before_the_court",
        "Discretion before a court case exists",
        nta_not_in_court,
        ground_to_cancel,
        es="Discreción antes de que exista un caso en la corte",
    ),
    evidence=(
        proof(
            t(
                "Check of the court's automated case system (ACIS) showing no case",
                "Consulta del sistema automatizado de casos de la corte (ACIS) que no muestra ningún caso",
            ),
            t("that the NTA is not filed", "que el NTA no se ha presentado"),
            "nta_never_filed",
            "nta_not_filed",
        ),
    ),
    time_limits=(
        t(
            "Act before the hearing date printed on the NTA; still appear.",
            "Actúe antes de la fecha de audiencia impresa en el NTA; de todos modos preséntese.",
        ),
    ),
    on_grant=(t("Get the cancellation in writing.", "Obtenga la cancelación por escrito."),),
    on_denial=(t("Ask for dismissal after filing.", "Pida la desestimación después de la presentación."),),
    beside_discretion=t(
        "The earliest form of discretion. Watch: a case terminated for failure to prosecute can be filed again.",
        "La primera forma de discreción en el tiempo. Cuidado: un caso terminado por falta de impulso del "
        "gobierno puede presentarse de nuevo.",
    ),
    verified=(
        "https://immpolicytracking.org/policies/uscis-releases-policy-memo-on-issuance-of-ntas-in-cases-involving-inadmissible-and-removable-noncitizens",
        DISMISSAL_PAGE,
    ),
    confidence="medium",
)
