"""Administrative closure: the case leaves the court's calendar, and stays pending."""

from nolle.facts import case
from nolle.law.pathway import Pathway, caution, proof, t
from nolle.logic import all_of, element

from .closure_criteria import (
    ABC,
    ARCOS_SANCHEZ,
    AVETISYAN,
    BNK,
    BNK_PAGE,
    BOARD_RULE,
    CAHUEC_TZALAM,
    CASTRO_TUM,
    CRUZ_VALDEZ,
    GARCIA_DELEON,
    GUTIERREZ,
    HERNANDEZ_SERRANO,
    IBARRA_VEGA,
    MEZA_MORALES,
    NAMED_BY_RULE,
    OLD_POWERS,
    ROMERO,
    RULE,
    RULE_2020,
    RULE_2024,
    RULE_COMMENT,
    RULE_PAGE,
    STAY_OF_2020_RULE,
    WYU,
)
from .closure_standard import closure_standard
from .dismissal_without_prejudice import FILING, court_case_open
from .shared_cautions import unlikely_outside_relief

not_already_closed = element(
    "not_already_closed",
    "Not administratively closed already",
    es="No está ya en cierre administrativo",
    that=~case.administratively_closed,
    cite=RULE,
    pin="8 CFR 1003.18(c)(1)-(3)",
)

PATHWAY = Pathway(
    id="administrative_closure",
    name=t(
        "Administrative closure (8 CFR 1003.18(c); BIA: 1003.1(l))",
        "Cierre administrativo (8 CFR 1003.18(c); Junta: 1003.1(l))",
    ),
    family="discretion",
    gives=t(
        "Takes the case off the active calendar. The case stays pending; a pending 42B or asylum application can "
        "support renewals of the work permit.",
        "Quita el caso del calendario activo. El caso sigue pendiente; una solicitud 42B o de asilo pendiente puede "
        "servir de base para renovar el permiso de trabajo.",
    ),
    does_not_give=(
        t("No status, and no end to the case.", "No da estatus ni pone fin al caso."),
        t(
            "DHS may ask to recalendar at any time.",
            "DHS puede pedir en cualquier momento que el caso vuelva al calendario.",
        ),
        t(
            "Time in closure keeps the case alive: an old NTA stop-time date stays.",
            "El tiempo en cierre mantiene vivo el caso: la fecha en que un NTA anterior detuvo el tiempo sigue igual.",
        ),
    ),
    decided_by=t(
        "Immigration judge; Board of Immigration Appeals", "Juez de inmigración; Junta de Apelaciones de Inmigración"
    ),
    forum=t("EOIR", "EOIR"),
    forms=(
        t(
            "Motion for administrative closure (joint, unopposed, or contested)",
            "Moción de cierre administrativo (conjunta, sin oposición o con oposición)",
        ),
    ),
    authority=(
        "8 CFR 1003.18(c)(1)-(3)",
        "8 CFR 1003.1(l)",
        "Matter of Avetisyan, 25 I&N Dec. 688 (BIA 2012)",
        "Matter of W-Y-U-, 27 I&N Dec. 17 (BIA 2017)",
        "Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021)",
        "Matter of B-N-K-, 29 I&N Dec. 96 (BIA 2025)",
        "Matter of Cahuec Tzalam, 29 I&N Dec. 300 (BIA 2025)",
        "89 Fed. Reg. 46742",
    ),
    cites=(
        RULE,
        BOARD_RULE,
        AVETISYAN,
        WYU,
        CRUZ_VALDEZ,
        BNK,
        CAHUEC_TZALAM,
        RULE_2024,
        FILING,
        GARCIA_DELEON,
        HERNANDEZ_SERRANO,
    ),
    related=(
        GUTIERREZ,
        "matter-of-amico",
        "matter-of-montiel",
        CASTRO_TUM,
        IBARRA_VEGA,
        OLD_POWERS,
        RULE_2020,
        STAY_OF_2020_RULE,
        "eoir-dm-22-03",
        "eoir-pm-25-29",
        ROMERO,
        MEZA_MORALES,
        ARCOS_SANCHEZ,
        "garcia-v-garland-2023",
        "gonzalez-caraveo-v-sessions-2018",
        "gonzalez-v-garland-2021",
        "ina-103g",
        "loper-bright-2024",
        "kisor-v-wilkie-2019",
        "matter-of-lopez-barrios",
        "matter-of-munoz-santos",
        NAMED_BY_RULE,
        ABC,
    ),
    present_status=t(
        "The power is in the regulation. Board decisions of 2025 make contested closure hard for detained people, for "
        "reasons of TPS alone, and for long visa waits.",
        "La facultad está en el reglamento. Decisiones de la Junta de 2025 dificultan el cierre con oposición para "
        "personas detenidas, por TPS solamente y por largas esperas de visa.",
    ),
    elements=all_of(
        "elements",
        "Administrative closure",
        court_case_open,
        not_already_closed,
        closure_standard,
        es="Cierre administrativo",
    ),
    bars=(
        t(
            "Contested closure for a Special Immigrant Juvenile needs prima facie proof: the juvenile order "
            "itself, not just a receipt (Cahuec Tzalam).",
            "El cierre con oposición para un Joven Inmigrante Especial exige prueba a primera vista: la orden de "
            "menores misma, no solo un recibo (Cahuec Tzalam).",
        ),
        t(
            "The Sixth Circuit read the power more narrowly (Hernandez-Serrano v. Barr, 981 F.3d 459 (6th Cir. "
            "2020); but Garcia-DeLeon v. Garland, 999 F.3d 986 (6th Cir. 2021) for the I-601A). The 2024 rule now "
            "gives express authority.",
            "El Sexto Circuito leyó la facultad con menos amplitud (Hernandez-Serrano v. Barr, 981 F.3d 459 (6th Cir. "
            "2020); pero Garcia-DeLeon v. Garland, 999 F.3d 986 (6th Cir. 2021) para el I-601A). La regla de 2024 da "
            "ahora facultad expresa.",
        ),
    ),
    weighed=(
        t("(A) Why closure is sought.", "(A) Por qué se pide el cierre."),
        t("(B) The basis of any opposition.", "(B) El fundamento de cualquier oposición."),
        t(
            "(C) Whether closure is required for another filing to be made or granted.",
            "(C) Si el cierre es necesario para presentar otra solicitud o para que se conceda.",
        ),
        t(
            "(D) How likely the person is to succeed on the outside petition pursued or stated on the record.",
            "(D) Qué probabilidad de éxito tiene la petición externa en trámite o indicada en el expediente.",
        ),
        t("(E) The expected length.", "(E) La duración prevista."),
        t(
            "(F) Either side's responsibility for delay.",
            "(F) La responsabilidad de cada parte en la demora.",
        ),
        t("(G) The outcome expected in the end.", "(G) El resultado que se espera al final."),
        t("(H) ICE detention.", "(H) La detención de ICE."),
        t(
            "The judge may not review whether the person is a DHS priority as such (W-Y-U-).",
            "El juez no puede revisar como tal si la persona es una prioridad de DHS (W-Y-U-).",
        ),
        t(
            "The older Avetisyan list: reason, basis of opposition, likelihood of success, expected duration, "
            "responsibility for delay, ultimate outcome; W-Y-U- put first a persuasive reason to decide the merits.",
            "La lista anterior de Avetisyan: motivo, fundamento de la oposición, probabilidad de éxito, duración "
            "prevista, responsabilidad en la demora, resultado final; W-Y-U- puso primero una razón convincente "
            "para decidir el fondo.",
        ),
        t("How many months closure is expected to last.", "Cuántos meses se espera que dure el cierre."),
        t(
            "How likely the relief outside court is, as counsel sees it.",
            "Qué tan probable es el beneficio fuera de la corte, a juicio del abogado.",
        ),
    ),
    evidence=(
        proof(
            t(
                "Receipt for the petition, with all its supporting evidence",
                "Recibo de la petición, con todas sus pruebas",
            ),
            t("likelihood of success (D)", "probabilidad de éxito (D)"),
            "reason_given",
            "u_petition_pending",
        ),
        proof(
            t(
                "Visa Bulletin printout and an estimate of the wait",
                "Impresión del Boletín de Visas y estimación de la espera",
            ),
            t("expected length (E)", "duración prevista (E)"),
            "reason_given",
        ),
        proof(
            t(
                "NVC fee receipt, or the I-601A prepared for filing",
                "Recibo de pago del NVC, o el I-601A preparado para presentarse",
            ),
            t("that another filing requires closure (C)", "que otra solicitud exige el cierre (C)"),
            "needed_for_another_filing",
            "needed_elsewhere_ca6",
        ),
        proof(
            t("OPLA's email, or the joint motion", "Correo de OPLA, o la moción conjunta"),
            t("agreement of DHS ((c)(3))", "el acuerdo de DHS ((c)(3))"),
            "agreed_motion",
        ),
        proof(
            t("Custody records", "Constancias de custodia"),
            t("detention (H)", "la detención (H)"),
            "not_detained",
        ),
    ),
    time_limits=(
        t(
            "File before the hearing; keep the address with the court (EOIR-33) current while closed.",
            "Preséntela antes de la audiencia; mantenga al día la dirección en la corte (EOIR-33) durante el cierre.",
        ),
        t(
            "A move is reported to the court within 5 working days (EOIR-33), and to DHS within 10 days (AR-11): 8 CFR "
            "1003.15(d)(2); INA 265.",
            "Una mudanza se avisa a la corte en 5 días hábiles (EOIR-33), y a DHS en 10 días (AR-11): 8 CFR "
            "1003.15(d)(2); INA 265.",
        ),
        t(
            "Write to the court when the outside petition is decided.",
            "Informe a la corte por escrito cuando se decida la petición externa.",
        ),
    ),
    on_grant=(
        t(
            "Keep work permits renewed from the application that is still pending.",
            "Siga renovando los permisos de trabajo con la solicitud que sigue pendiente.",
        ),
        t("Report what happens to the petition.", "Informe lo que pase con la petición."),
        t("Check whether the I-601A is now open.", "Revise si ya puede presentarse el I-601A."),
    ),
    on_denial=(
        t(
            "Ask for a continuance for good cause (L-A-B-R-), for termination, or go on to the merits.",
            "Pida un aplazamiento por causa justificada (L-A-B-R-), la terminación, o siga con el fondo del caso.",
        ),
    ),
    risks=(
        t(
            "Mass motions to recalendar were reported in 2025 and 2026; be sure the client can be reached, and attends "
            "every hearing that is set.",
            "En 2025 y 2026 se informó de mociones masivas para reactivar casos; asegure que pueda localizarse al "
            "cliente y que asista a toda audiencia que se fije.",
        ),
    ),
    beside_discretion=t(
        "The right tool when USCIS must act first but the client also needs to keep 42B or asylum alive; required "
        "before the I-601A if a case is open.",
        "La herramienta adecuada cuando USCIS debe actuar primero y el cliente también necesita conservar la 42B o el "
        "asilo; es obligatorio antes del I-601A si hay un caso abierto.",
    ),
    cautions=(
        caution(
            "closure_expected_months",
            "Closure may last more than 24 months. The Board has refused a wait of about five years; no number is "
            "fixed by law.",
            "El cierre puede durar más de 24 meses. La Junta rechazó una espera de unos cinco años; la ley no fija un "
            "número.",
            when=case.closure_expected_months > 24,
            ours=True,
        ),
        unlikely_outside_relief,
    ),
    verified=(
        RULE_PAGE,
        RULE_COMMENT,
        "https://www.sabrinadamast.com/journal/2025/11/16/bia-finds-administrative-closure-was-inappropriate-for-sijs-petitioner",
        BNK_PAGE,
        "https://www.aila.org/infonet/bia-matter-of-w-y-u-2017",
        "http://casetext.com/admin-law/in-re-cruz-valdez",
    ),
    confidence="high",
)
