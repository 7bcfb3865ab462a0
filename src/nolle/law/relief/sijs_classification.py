"""Special Immigrant Juvenile classification (Form I-360): a state court's order, then USCIS."""

from nolle.facts import derived, filing, juvenile, person
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, version, versions

from .sijs_order import (
    BIA_2025_PAGE,
    OLD_RULE,
    OLD_STATUTE,
    RULE,
    STATUTE,
    USCIS_PAGE,
    best_interest,
    dependency_or_custody,
    factual_basis,
    ground,
    qualifying_order,
    real_relief,
    reunification,
    still_in_effect,
    temporary_orders,
)

# Age

under_21_to_the_end = element(
    "under_21_to_the_end",
    "Under 21 when filing and still when USCIS decides",
    es="Menor de 21 años al presentar la petición y todavía cuando USCIS decide",
    that=person.birth_date.plus(years=21) > AS_OF,
    cite=(OLD_RULE, OLD_STATUTE),
    pin="8 CFR 204.11(c) (1993)",
    note=t(
        "Before the TVPRA nothing protected a young person who turned 21 while waiting.",
        "Antes de la TVPRA nada protegía a quien cumplía 21 años mientras esperaba.",
    ),
)

under_21_when_filed = element(
    "under_21_when_filed",
    "Under 21 when USCIS receives the petition",
    es="Menor de 21 años cuando USCIS recibe la petición",
    that=person.birth_date.plus(years=21) > filing.i360_sij.filed_on.if_absent(AS_OF),
    cite=RULE,
    pin="8 CFR 204.11(b)(1)",
    verified=USCIS_PAGE,
    confidence="high",
)

federal_age = versions(
    "federal_age",
    "The federal age test",
    version(
        "pre_tvpra",
        since="1990-11-29",
        until="2009-03-22",
        that=under_21_to_the_end,
        cite=(OLD_STATUTE, OLD_RULE),
    ),
    version(
        "tvpra_2009",
        since="2009-03-23",
        until="2022-04-06",
        en="The age is fixed on the day of filing",
        es="La edad queda fija el día en que se presenta la petición",
        that=under_21_when_filed,
        cite=("tvpra-235d", STATUTE, OLD_RULE, "perez-olano-settlement"),
        pin="TVPRA 2008 sec. 235(d)(6)",
        note=t(
            "Petitions pending or filed on or after 2008-12-23 are protected. The day that counts is the day USCIS "
            "receives a properly filed petition, not the day of mailing.",
            "Quedan protegidas las peticiones pendientes o presentadas desde el 2008-12-23. El día que cuenta es el "
            "día en que USCIS recibe una petición bien presentada, no el día del envío.",
        ),
        confidence="high",
    ),
    version(
        "rule_2022",
        since="2022-04-07",
        en="Under 21 on the day USCIS receives the petition",
        es="Menor de 21 años el día en que USCIS recibe la petición",
        that=under_21_when_filed,
        cite=RULE,
        pin="8 CFR 204.11(b)(1)",
        confidence="high",
    ),
    es="El requisito federal de edad",
)

unmarried = element(
    "unmarried",
    "Unmarried when filing and when USCIS decides",
    es="Sin estar casado al presentar la petición y cuando USCIS decide",
    that=person.marital_status.is_in("single", "divorced", "widowed"),
    cite=RULE,
    pin="8 CFR 204.11(b)(2)",
    note=t(
        "A marriage that ended by divorce, death or annulment is generally allowed.",
        "En general se acepta un matrimonio que terminó por divorcio, muerte o anulación.",
    ),
    verified=USCIS_PAGE,
)

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=RULE,
    pin="8 CFR 204.11(b)(3)",
    verified=USCIS_PAGE,
    confidence="high",
)

hhs_consent = any_of(
    "hhs_consent",
    "Consent of HHS, where it has custody and the court changes it",
    element(
        "not_in_hhs_custody",
        "Not in the custody of HHS",
        es="No está bajo la custodia de HHS",
        that=~juvenile.in_hhs_custody,
        cite=(STATUTE, RULE),
        pin="INA 101(a)(27)(J)",
    ),
    element(
        "hhs_specific_consent",
        "HHS gave specific consent",
        es="HHS dio su consentimiento específico",
        that=juvenile.hhs_specific_consent,
        by="other",
        cite=RULE,
        pin="8 CFR 204.11(d)(6)",
        note=t(
            "Not needed when the order does not change HHS custody or placement.",
            "No hace falta cuando la orden no cambia la custodia ni la colocación de HHS.",
        ),
        verified=USCIS_PAGE,
    ),
    es="Consentimiento de HHS, cuando tiene la custodia y la corte la cambia",
)

ORDER_AND_TIMELINE = t(
    "The court order and the visa timeline decide.",
    "Deciden la orden de la corte y el calendario de la visa.",
)

PATHWAY = Pathway(
    id="sijs_classification",
    name=t(
        "Special Immigrant Juvenile classification (I-360)",
        "Clasificación de Joven Inmigrante Especial (I-360)",
    ),
    family="relief",
    gives=t(
        "An approved petition, an EB-4 priority date, a waiver of many grounds of inadmissibility and, if filed before "
        "2026-05-10, automatic review for deferred action.",
        "Una petición aprobada, una fecha de prioridad EB-4, la exención de muchas causales de inadmisibilidad y, si "
        "se presentó antes del 2026-05-10, revisión automática para acción diferida.",
    ),
    does_not_give=(
        t("No status; no right to stay by itself.", "No da estatus ni, por sí sola, derecho a quedarse."),
        t(
            "A parent can never benefit through the child.",
            "Los padres nunca pueden beneficiarse por medio del hijo.",
        ),
    ),
    decided_by=t(
        "A state juvenile court makes the findings; USCIS decides the I-360.",
        "Una corte estatal de menores hace las determinaciones; USCIS decide el I-360.",
    ),
    forum=t("State court, then USCIS", "Corte estatal y luego USCIS"),
    forms=(t("State petition and order", "Petición y orden estatales"), t("Form I-360", "Formulario I-360")),
    authority=(
        "INA 101(a)(27)(J)",
        "8 CFR 204.11 (87 Fed. Reg. 13066, eff. 2022-04-07)",
        "USCIS PM Vol. 6 Pt. J",
        "TVPRA 2008 sec. 235(d)",
        "Perez-Olano v. Holder (C.D. Cal. settlement)",
    ),
    cites=(STATUTE, RULE, "uscis-pm-sij", "tvpra-235d", "perez-olano-settlement"),
    related=(
        "matter-of-cahuec-tzalam",
        OLD_RULE,
        OLD_STATUTE,
        "uscis-sij-18-21-2018",
        "jl-v-cissna-2018",
        "rfm-v-nielsen-2019",
        "moreno-galvez-2019",
        "wao-v-cuccinelli-2019",
        "ao-v-jaddou-2021",
        "matter-of-a-o-c-2019",
        "matter-of-d-y-s-c-2019",
        "matter-of-e-a-l-o-2019",
        "felipe-perez-v-cuccinelli-2020",
        "budhathoki-v-nielsen-2018",
        "ochoa-castillo-v-carroll-2021",
    ),
    present_status=t(
        "Available. In 2025 the Board disfavoured closure where the visa is years away.",
        "Disponible. En 2025 la Junta desaconsejó el cierre cuando la visa está a años de distancia.",
    ),
    elements=all_of(
        "elements",
        "Special Immigrant Juvenile classification",
        federal_age,
        unmarried,
        in_the_us,
        qualifying_order,
        dependency_or_custody,
        reunification,
        ground,
        best_interest,
        still_in_effect,
        temporary_orders,
        factual_basis,
        real_relief,
        hhs_consent,
        es="Clasificación de Joven Inmigrante Especial",
    ),
    bars=(
        t(
            "The state court must have jurisdiction at the person's age; each state has its own limit.",
            "La corte estatal debe tener competencia a la edad de la persona; cada estado tiene su límite.",
        ),
        t(
            "USCIS refuses consent if the order was sought mainly for immigration.",
            "USCIS niega el consentimiento si la orden se buscó sobre todo por motivos migratorios.",
        ),
        t(
            "The petition is revoked automatically if a court reunites the youth with the unfit parent (8 CFR "
            "204.11(j)).",
            "La petición se revoca automáticamente si una corte reúne al joven con el padre o la madre no apto "
            "(8 CFR 204.11(j)).",
        ),
    ),
    weighed=(
        t(
            "Consent looks at the evidence; it is not general discretion.",
            "El consentimiento mira las pruebas; no es discreción general.",
        ),
    ),
    evidence=(
        proof(
            t(
                "Signed order with findings and statute citations",
                "Orden firmada con determinaciones y citas de la ley",
            ),
            t("the order and its findings", "la orden y sus determinaciones"),
            "order_signed",
            "dependency_or_custody",
            "not_viable_finding",
            "ground",
            "best_interest",
        ),
        proof(
            t(
                "Petition, affidavits and hearing record",
                "Petición, declaraciones juradas y acta de la audiencia",
            ),
            t("the facts behind the findings", "los hechos de las determinaciones"),
            "factual_basis",
            "real_relief",
        ),
        proof(
            t("Birth certificate or other proof of age", "Acta de nacimiento u otra prueba de edad"),
            t("age", "la edad"),
            "under_21_when_filed",
            "under_state_age_limit",
        ),
        proof(
            t("HHS release or consent", "Constancia de salida o consentimiento de HHS"),
            t("custody", "la custodia"),
            "not_in_hhs_custody",
            "hhs_specific_consent",
        ),
    ),
    time_limits=(
        t(
            "USCIS must RECEIVE the I-360 before the 21st birthday; a late filing cannot be cured, except for an error "
            "of USCIS.",
            "USCIS debe RECIBIR el I-360 antes de los 21 años; una presentación tardía no se corrige, salvo error de "
            "USCIS.",
        ),
        t(
            "The state order must come before the state's age limit: work to the earlier of that and the 21st "
            "birthday; look 12, 6, 3 and 1 months ahead.",
            "La orden estatal debe llegar antes del límite de edad del estado: trabaje con la fecha más temprana "
            "entre ese límite y los 21 años; revise con 12, 6, 3 y 1 meses de anticipación.",
        ),
        t("USCIS aims to decide within 180 days (TVPRA).", "USCIS procura decidir en 180 días (TVPRA)."),
        t("Do not marry before approval.", "No se case antes de la aprobación."),
    ),
    clocks=(
        clock(
            "sij_state_order",
            "State juvenile court order signed",
            "Orden de la corte estatal de menores firmada",
            due=person.birth_date.plus(years=derived.sij_state_age_limit).minus(days=1),
            cite=(RULE, STATUTE),
            pin="state table",
            note=t(
                "Ask the court about 120 days before (ours).",
                "Acuda a la corte unos 120 días antes (cifra nuestra).",
            ),
        ),
        clock(
            "sij_i360_21",
            "USCIS receives the SIJ petition (I-360)",
            "USCIS recibe la petición SIJ (I-360)",
            due=person.birth_date.plus(years=21).minus(days=1),
            cite=(RULE, "tvpra-235d"),
            pin="8 CFR 204.11(b)(1)",
            confidence="high",
        ),
    ),
    on_grant=(
        t(
            "Check deferred action; file the I-485 when the visa is current; ask to terminate the court case.",
            "Revise la acción diferida; presente el I-485 cuando haya visa; pida terminar el caso en la corte.",
        ),
    ),
    on_denial=(
        t(
            "Appeal to the AAO in 30 days (33 if mailed); federal court.",
            "Apelación ante la AAO en 30 días (33 si fue por correo); corte federal.",
        ),
    ),
    risks=(
        t(
            "There is a fee for the SIJ I-360 under H.R. 1, and addresses may be shared.",
            "Hay una tarifa para el I-360 SIJ según la ley H.R. 1, y las direcciones pueden compartirse.",
        ),
    ),
    beside_discretion=t(
        "Continuance (by analogy to Matter of Sanchez Sosa; L-A-B-R-), closure with the order in hand, or termination "
        "under 8 CFR 1003.18(d)(1)(ii)(B). After Cahuec Tzalam, submit the order and the visa timeline.",
        "Aplazamiento (por analogía con Matter of Sanchez Sosa; L-A-B-R-), cierre con la orden en mano, o terminación "
        "según 8 CFR 1003.18(d)(1)(ii)(B). Después de Cahuec Tzalam, presente la orden y el calendario de la visa.",
    ),
    fit=(
        fits("dismissal", "possible", ORDER_AND_TIMELINE),
        fits("termination", "good", ORDER_AND_TIMELINE),
        fits("administrative_closure", "possible", ORDER_AND_TIMELINE),
        fits("stipulation_or_nonopposition", "possible", ORDER_AND_TIMELINE),
        fits("joint_mtr_if_final_order", "possible", ORDER_AND_TIMELINE),
    ),
    history=(
        t(
            "Consent: before 2022-04-07 USCIS asked whether the order was sought mainly for status (Matter of "
            "E-A-L-O-, from 2019-10-15); since then the request must be in good faith: relief from maltreatment a "
            "primary reason.",
            "Consentimiento: antes del 2022-04-07 USCIS preguntaba si la orden se buscó sobre todo por el estatus "
            "(Matter of E-A-L-O-, desde el 2019-10-15); desde entonces la solicitud debe ser de buena fe: protegerse "
            "del maltrato es una razón principal.",
        ),
        t(
            "HHS specific consent only where the court changes HHS custody or placement (TVPRA 2008; Perez-Olano).",
            "Consentimiento específico de HHS solo cuando la corte cambia su custodia o colocación (TVPRA 2008; "
            "Perez-Olano).",
        ),
        t(
            "The age is held by receipt of a properly filed I-360 before the 21st birthday; a mailed or rejected "
            "filing does not hold it. Same-day delivery by courier is commonly used.",
            "La edad se conserva con la recepción de un I-360 bien presentado antes de los 21 años; uno enviado o "
            "rechazado no la conserva. Suele usarse entrega por mensajero el mismo día.",
        ),
        t(
            "The beneficiary may never pass a benefit to a natural or prior adoptive parent (INA "
            "101(a)(27)(J)(iii)(II)).",
            "El beneficiario nunca puede transmitir un beneficio a un padre o madre natural o adoptivo anterior "
            "(INA 101(a)(27)(J)(iii)(II)).",
        ),
    ),
    verified=(
        BIA_2025_PAGE,
        "https://new-horizons-legal.com/en/blog/sijs-deferred-action-rescission-2026",
        "https://www.ilrc.org/taxonomy/term/13?page=1",
    ),
    confidence="high",
)
