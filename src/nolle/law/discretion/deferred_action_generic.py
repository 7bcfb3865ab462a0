"""Deferred action in general: DHS decides for a time not to remove."""

from nolle.facts import da, person
from nolle.law.pathway import Pathway, caution, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, settled, version, versions

STATUTE = "ina-103a"
HALT_2019 = "uscis-da-halt-2019"
MANUAL = "uscis-pm-deferred-action"

RESUMED_PAGE = (
    "https://immpolicytracking.org/policies/"
    "uscis-resumes-considering-requests-from-immigrants-seeking-deferred-action-for-medical-treatment"
)
REOPENING_PAGE = "https://www.aila.org/library/uscis-reopens-pending-non-military-deferred-action"

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=STATUTE,
    pin="INA 103(a)",
)

no_security_concern = element(
    "no_security_concern",
    "No security or terrorism concern",
    es="Sin asunto de seguridad o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=STATUTE,
    pin="INA 103(a)",
)

not_asked_of_uscis = element(
    "not_asked_of_uscis",
    "The request is to ICE, CBP or another agency",
    es="La solicitud es a ICE, CBP u otra agencia",
    that=da.decided_by.is_in("ice", "cbp", "other"),
    by="counsel",
    cite=HALT_2019,
    pin="not the USCIS channel",
)

military = element(
    "military",
    "Served in the U.S. military: these requests stayed open",
    es="Sirvió en las fuerzas armadas de EE. UU.: estas solicitudes siguieron abiertas",
    that=person.served_us_military,
    cite=HALT_2019,
    pin="military requests stayed open",
)

uscis_channel = versions(
    "uscis_channel",
    "USCIS takes requests, or the request is to another agency",
    version(
        "open",
        since="1976-07-15",
        until="2019-08-06",
        en="Long practice",
        es="Práctica de muchos años",
        that=settled(
            "long_practice",
            "USCIS, and INS before it, took requests",
            es="USCIS, y antes INS, recibía solicitudes",
            answer=True,
            cite=STATUTE,
            pin="OI 103.1(a)(1)(ii) and later practice",
        ),
        cite=STATUTE,
        pin="OI 103.1(a)(1)(ii) and later practice",
    ),
    version(
        "halt",
        since="2019-08-07",
        until="2019-09-01",
        en="USCIS takes only military requests",
        es="USCIS recibe solo solicitudes de militares",
        that=any_of(
            "halt",
            "Not asked of USCIS, or military",
            not_asked_of_uscis,
            military,
            es="No se pide a USCIS, o es de un militar",
        ),
        cite=HALT_2019,
        pin="USCIS halt",
        verified=REOPENING_PAGE,
        confidence="high",
    ),
    version(
        "pending_only",
        since="2019-09-02",
        until="2019-09-18",
        en="USCIS takes up again only what was pending on 2019-08-07",
        es="USCIS retoma solo lo que estaba pendiente el 2019-08-07",
        that=any_of(
            "partial_reopening",
            "Pending on 2019-08-07, not asked of USCIS, or military",
            element(
                "pending_at_the_halt",
                "Asked for by 2019-08-07",
                es="Se pidió a más tardar el 2019-08-07",
                that=da.requested_on.if_absent(AS_OF) <= "2019-08-07",
                by="counsel",
                cite=HALT_2019,
                pin="only requests pending on 2019-08-07",
                confidence="high",
            ),
            not_asked_of_uscis,
            military,
            es="Pendiente el 2019-08-07, no se pide a USCIS, o es de un militar",
        ),
        cite=HALT_2019,
        pin="partial reopening",
        verified=REOPENING_PAGE,
        confidence="high",
    ),
    version(
        "resumed",
        since="2019-09-19",
        until="2025-01-19",
        en="USCIS takes all requests again",
        es="USCIS vuelve a recibir todas las solicitudes",
        that=settled(
            "resumed",
            "DHS said that all requests are considered again",
            es="DHS anunció que vuelven a considerarse todas las solicitudes",
            answer=True,
            cite=(HALT_2019, MANUAL),
            pin="DHS statement 2019-09-19",
        ),
        cite=(HALT_2019, MANUAL),
        pin="DHS statement 2019-09-19",
        verified=RESUMED_PAGE,
        confidence="high",
    ),
    version(
        "not_verified",
        since="2025-01-20",
        en="Whether USCIS still takes requests has not been verified",
        es="No se ha verificado si USCIS todavía recibe solicitudes",
        that=any_of(
            "channel_since_2025",
            "Not asked of USCIS, or USCIS still takes requests",
            element(
                "other_agency",
                "The request is to ICE, CBP or another agency",
                es="La solicitud es a ICE, CBP u otra agencia",
                that=da.decided_by.is_in("ice", "cbp", "other"),
                by="counsel",
                cite=STATUTE,
                pin="not the USCIS channel",
            ),
            settled(
                "uscis_not_verified",
                "Whether USCIS still takes requests has not been verified",
                es="No se ha verificado si USCIS todavía recibe solicitudes",
                answer=None,
                cite=MANUAL,
            ),
            es="No se pide a USCIS, o USCIS todavía recibe solicitudes",
        ),
        cite=MANUAL,
        note=t(
            "Whether it is available in 2025 and 2026 was not verified.",
            "No se verificó si está disponible en 2025 y 2026.",
        ),
        outcome="status_not_verified",
    ),
    es="USCIS recibe solicitudes, o la solicitud es a otra agencia",
)

PATHWAY = Pathway(
    id="deferred_action_generic",
    name=t("Deferred action (general, DHS)", "Acción diferida (general, DHS)"),
    family="discretion",
    gives=t(
        "DHS decides for a time not to remove. Unlawful presence stops while it is in force. Can support a (c)(14) "
        "work permit on economic necessity.",
        "DHS decide por un tiempo no deportar. La presencia ilegal deja de contar mientras está vigente. Puede "
        "servir de base para un permiso de trabajo (c)(14) por necesidad económica.",
    ),
    does_not_give=(
        t("No status.", "No da estatus."),
        t("No path by itself.", "Por sí sola no abre un camino."),
        t("It can be ended at will.", "Puede terminarse a voluntad de DHS."),
        t("It does not cure earlier unlawful presence.", "No corrige la presencia ilegal anterior."),
        t(
            "It does not stop the court case unless someone moves: hearings must still be attended.",
            "No detiene el caso en la corte salvo que alguien presente una moción: hay que seguir asistiendo a las "
            "audiencias.",
        ),
    ),
    decided_by=t(
        "USCIS field office or centre (person not in custody), or ICE ERO",
        "Oficina local o centro de USCIS (persona no detenida), o ICE ERO",
    ),
    forum=t("DHS", "DHS"),
    forms=(
        t(
            "G-325A (USCIS form for deferred action requests)",
            "G-325A (formulario de USCIS para pedir acción diferida)",
        ),
        t("I-765 and I-765WS", "I-765 e I-765WS"),
        t("To ICE: a letter", "A ICE: una carta"),
    ),
    authority=(
        "INA 103(a)",
        "8 CFR 274a.12(c)(14)",
        "6 USC 202(5)",
        "Reno v. AADC, 525 U.S. 471 (1999)",
        "USCIS PM Vol. 1/Vol. 3 program parts",
    ),
    cites=(STATUTE, "8-cfr-274a-12-c14", "6-usc-202-5", "reno-v-aadc-1999", MANUAL),
    related=(
        "matter-of-quintero",
        "ina-242g",
        "arizona-v-us-2012",
        "us-v-texas-2023",
        "dapa-2014",
        "us-v-texas-2016",
        "dhs-v-regents-2020",
        HALT_2019,
    ),
    present_status=t("Very limited in practice in 2025 and 2026.", "Muy limitada en la práctica en 2025 y 2026."),
    elements=all_of(
        "elements",
        "Deferred action",
        in_the_us,
        no_security_concern,
        uscis_channel,
        es="Acción diferida",
    ),
    weighed=(
        t(
            "The factors for and against that every request for discretion weighs.",
            "Los factores a favor y en contra que se valoran en toda solicitud de discreción.",
        ),
        t(
            "Removal that is impossible or very unlikely: weighed, not required.",
            "Una deportación imposible o muy improbable: se valora, no se exige.",
        ),
        t(
            "Helping as a witness or victim in an investigation: weighed, not required.",
            "Ayudar como testigo o víctima en una investigación: se valora, no se exige.",
        ),
        t(
            "Compelling humanitarian reasons: weighed, not required.",
            "Razones humanitarias de peso: se valoran, no se exigen.",
        ),
        t("The balance of equities, as counsel sees it.", "El conjunto de factores a favor, a juicio del abogado."),
        t(
            "A serious health condition: weighed, not required.",
            "Una condición de salud grave: se valora, no se exige.",
        ),
        t("Family: weighed, not required.", "La familia: se valora, no se exige."),
    ),
    evidence=(
        proof(
            t(
                "Medical letters with the prognosis and the care available in the home country",
                "Cartas médicas con el pronóstico y la atención disponible en el país de origen",
            ),
            t("humanitarian reasons", "razones humanitarias"),
        ),
        proof(
            t("Proof of identity and nationality", "Prueba de identidad y nacionalidad"),
            t("identity", "la identidad"),
            "in_the_us",
        ),
        proof(
            t("Court dispositions", "Resoluciones judiciales"),
            t("safety", "la seguridad"),
            "no_security_concern",
        ),
        proof(
            t("Budget for the I-765WS", "Presupuesto para el I-765WS"),
            t("economic necessity", "necesidad económica"),
        ),
    ),
    time_limits=(
        t(
            "Ask to renew 120 to 180 days before it ends (it depends on the program).",
            "Pida la renovación de 120 a 180 días antes de que termine (depende del programa).",
        ),
    ),
    on_grant=(
        t(
            "File the I-765 (c)(14); diary the end date; consider a motion to terminate under 8 CFR "
            "1003.18(d)(1)(ii)(C).",
            "Presente el I-765 (c)(14); anote la fecha de vencimiento; considere una moción de terminación según 8 CFR "
            "1003.18(d)(1)(ii)(C).",
        ),
    ),
    on_denial=(
        t(
            "Not reviewable in most cases; a Notice to Appear (NTA) may follow under PM-602-0187.",
            "En la mayoría de los casos no puede revisarse; puede seguir un Aviso de Comparecencia (NTA) según "
            "PM-602-0187.",
        ),
    ),
    risks=(
        t(
            "DHS proposed (91 FR 34352, June 5, 2026) to narrow and shorten (c)(14) work permits; not final when last "
            "checked.",
            "DHS propuso (91 FR 34352, 5 de junio de 2026) limitar y acortar los permisos de trabajo (c)(14); no era "
            "definitivo en la última verificación.",
        ),
    ),
    beside_discretion=t(
        "A form of discretion in itself; pair it with administrative closure or termination.",
        "Es en sí una forma de discreción; combínela con el cierre administrativo o la terminación.",
    ),
    cautions=(
        caution(
            "discretion_equities_strong",
            "Equities look weak: discretion can still be asked for; gather evidence first.",
            "Los factores a favor parecen débiles: aún se puede pedir; primero reúna pruebas.",
            when=person.discretion_equities_strong == "weak",
        ),
    ),
    history=(
        t(
            "A grant lasts to the date on the notice (often one or two years) unless it is ended in that case. The "
            "end of a policy stops new grants and renewals; it does not by itself end grants already made, unless "
            "the new policy or a court says so.",
            "Una acción diferida concedida dura hasta la fecha del aviso (a menudo uno o dos años), salvo que se "
            "termine en ese caso. El fin de una política detiene las concesiones nuevas y las renovaciones; por sí "
            "solo no termina las ya concedidas, salvo que la nueva política o una corte lo diga.",
        ),
        t(
            "Deferred action is not lawful status and gives no 245(a) admission; it stops unlawful presence while "
            "in force (USCIS guidance).",
            "La acción diferida no es estatus legal ni da la admisión de 245(a); detiene la presencia ilegal "
            "mientras está vigente (guía de USCIS).",
        ),
    ),
    verified=(
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
        "https://immpolicytracking.org/policies/uscis-releases-policy-memo-on-issuance-of-ntas-in-cases-involving-inadmissible-and-removable-noncitizens",
    ),
    confidence="medium",
)
