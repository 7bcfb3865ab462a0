"""Termination that the judge must order: a charge that fails, and the grounds of 8 CFR 1003.18(d)(1)(i)."""

from nolle.facts import case, person
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import all_of, any_of, element, settled, version, versions

from .dismissal_without_prejudice import court_case_open

RULE = "8-cfr-1003-18d"
BIA_RULE = "8-cfr-1003-1-lm"
HEARING = "8-cfr-1240-10-hearing"
SANCHEZ_HERBERT = "matter-of-sanchez-herbert"
PICKERING = "matter-of-pickering"
RENTERIA = "renteria-gonzalez-2002"

RULE_PAGE = (
    "https://casetext.com/regulation/code-of-federal-regulations/title-8-aliens-and-nationality/"
    "chapter-v-executive-office-for-immigration-review-department-of-justice/subchapter-a-general-provisions/"
    "part-1003-executive-office-for-immigration-review/subpart-c-immigration-court-rules-of-procedure/"
    "section-100318-effective-7292024-docket-management"
)
AGREEMENT_PAGE = "https://charlesinternationallaw.com/administrative-closure-and-termination-in-immigration-court"

# Grounds older than the 2024 rule

charge_not_proved = element(
    "charge_not_proved",
    "The judge did not sustain the charge",
    es="El juez no sostuvo el cargo",
    that=case.charge_sustained == "not_sustained",
    by="ij",
    cite=(SANCHEZ_HERBERT, HEARING),
    pin="8 CFR 1240.12(c); Sanchez-Herbert, 26 I&N Dec. 43",
    confidence="high",
)

us_citizen = element(
    "us_citizen",
    "A United States citizen: the court has no power over a citizen",
    es="Es ciudadano de Estados Unidos: la corte no tiene poder sobre un ciudadano",
    that=person.us_citizen_confirmed,
    by="counsel",
    cite="ina-240",
    pin="INA 240",
    confidence="high",
)

conviction_vacated = element(
    "conviction_vacated",
    "The charge rested on a conviction that was vacated for a legal defect",
    es="El cargo se basaba en una condena anulada por un defecto legal",
    that=case.vacated_conviction_was_charge_basis,
    by="judgement",
    cite=PICKERING,
    pin="Pickering, 23 I&N Dec. 621",
    note=t("The charge falls with the conviction.", "El cargo cae junto con la condena."),
    confidence="high",
)

vacated_conviction = all_of(
    "vacated_conviction",
    "A vacated conviction takes the charge with it",
    conviction_vacated,
    es="Una condena anulada se lleva consigo el cargo",
    since="2003-06-11",
    except_circuits="5",
)

vacated_conviction_ca5 = all_of(
    "vacated_conviction_ca5",
    "A vacated conviction in the Fifth Circuit: ask DHS to apply Pickering",
    conviction_vacated,
    settled(
        "pickering_in_ca5",
        "Whether the conviction still counts in the Fifth Circuit is not settled (Renteria-Gonzalez)",
        es="En el Quinto Circuito no está resuelto si la condena todavía cuenta (Renteria-Gonzalez)",
        answer=None,
        cite=(RENTERIA, PICKERING),
    ),
    es="Una condena anulada en el Quinto Circuito: pida a DHS que aplique Pickering",
    cite=(RENTERIA, PICKERING),
    circuits="5",
)

regulation_broken = all_of(
    "regulation_broken",
    "The government broke a regulation that protects the person (Second Circuit from 2008, Ninth from 2018)",
    element(
        "prejudicial_violation",
        "The violation was prejudicial or egregious",
        es="La infracción causó perjuicio o fue grave",
        that=case.regulatory_violation_prejudicial,
        by="judgement",
        cite="matter-of-garcia-flores",
        pin="Garcia-Flores, 17 I&N Dec. 325; Rajah; Sanchez v. Sessions",
    ),
    es="El gobierno violó un reglamento que protege a la persona (Segundo Circuito desde 2008, Noveno desde 2018)",
    cite=("rajah-v-mukasey-2008", "sanchez-v-sessions-2018"),
    circuits=("2", "9"),
)

older_grounds = any_of(
    "older_grounds",
    "The charge fails, the person is a citizen, or a regulation ends the case",
    charge_not_proved,
    us_citizen,
    vacated_conviction,
    vacated_conviction_ca5,
    regulation_broken,
    es="El cargo falla, la persona es ciudadana, o un reglamento termina el caso",
)

# The 2024 rule

no_charge_sustained = element(
    "no_charge_sustained",
    "(A) No charge can be sustained",
    es="(A) Ningún cargo se puede sostener",
    that=case.charge_sustained == "not_sustained",
    by="ij",
    cite=RULE,
    pin="8 CFR 1003.18(d)(1)(i)(A)",
    verified=RULE_PAGE,
    confidence="high",
    since="2024-07-29",
)

incompetence = all_of(
    "incompetence",
    "(B) Fair proceedings are not possible because of mental incompetence",
    element(
        "competency_in_doubt",
        "There is a concern about mental competency",
        es="Hay una duda sobre la capacidad mental",
        that=person.competency_concern,
        by="judgement",
        cite=RULE,
        pin="8 CFR 1003.18(d)(1)(i)(B)",
        verified=RULE_PAGE,
        confidence="high",
    ),
    element(
        "safeguards_fail",
        "Safeguards are not enough",
        es="Las medidas de protección no bastan",
        that=~person.competency_safeguards_adequate,
        by="judgement",
        cite="matter-of-m-a-m",
        pin="Matter of M-A-M-, 25 I&N Dec. 474",
        confidence="high",
    ),
    es="(B) No es posible un proceso justo por incapacidad mental",
)

became_citizen = element(
    "became_citizen",
    "(C) Became a United States citizen after the case began",
    es="(C) Se hizo ciudadano de Estados Unidos después de iniciado el caso",
    that=person.us_citizen_confirmed,
    by="counsel",
    cite=RULE,
    pin="8 CFR 1003.18(d)(1)(i)(C)",
    note=t(
        "If already a citizen before the case, the charge fails under (A).",
        "Si ya era ciudadano antes del caso, el cargo falla según (A).",
    ),
)

status_gained = all_of(
    "status_gained",
    "(D) Gained a status since the case began",
    element(
        "holds_status",
        "A permanent resident (conditional too), refugee or asylee, or in S, T or U status",
        es="Es residente permanente (también condicional), refugiado o asilado, o tiene estatus S, T o U",
        that=person.immigration_status.is_in("lpr", "conditional_lpr", "refugee", "asylee", "s", "t", "u"),
        cite=RULE,
        pin="8 CFR 1003.18(d)(1)(i)(D)",
        confidence="high",
    ),
    element(
        "status_after_nta",
        "The status came after the case began",
        es="El estatus llegó después de iniciado el caso",
        that=person.status_obtained_on > case.nta_filed_on,
        cite=RULE,
        pin="8 CFR 1003.18(d)(1)(i)(D)",
        note=t(
            "Also: the person would not have been removable as charged had the status been held earlier.",
            "Además: la persona no habría sido deportable por ese cargo si hubiera tenido antes el estatus.",
        ),
    ),
    es="(D) Obtuvo un estatus desde que empezó el caso",
)

opla_agrees = element(
    "opla_agrees",
    "(G) OPLA joins the motion or says that it does not oppose",
    es="(G) OPLA se une a la moción o declara que no se opone",
    that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
    by="opla",
    cite=RULE,
    pin="8 CFR 1003.18(d)(1)(i)(G)",
    note=t(
        "The judge may deny only by stating unusual, clearly identified, supported reasons. Silence is not "
        "affirmative non-opposition.",
        "El juez solo puede negarla si expone razones inusuales, claramente identificadas y sustentadas. El "
        "silencio no es una no oposición expresa.",
    ),
    verified=AGREEMENT_PAGE,
    confidence="high",
)

rule_grounds = any_of(
    "rule_grounds",
    "A mandatory ground of the 2024 rule",
    no_charge_sustained,
    incompetence,
    became_citizen,
    status_gained,
    opla_agrees,
    vacated_conviction,
    vacated_conviction_ca5,
    es="Una causa obligatoria de la regla de 2024",
    cite=(RULE, BIA_RULE, "2024-docket-rule"),
    note=t(
        "The rule also has (E) termination under 8 CFR 1245.13(l) and (F) termination otherwise required by law.",
        "La regla incluye además (E) la terminación según 8 CFR 1245.13(l) y (F) la que la ley exija por otra razón.",
    ),
)

ground_on_decision_date = versions(
    "ground_on_decision_date",
    "A ground that ends the case, as the law stood on the day of decision",
    version(
        "pre_s_o_g",
        since="1997-04-01",
        until="2018-09-17",
        en="The charge is not proved, the person is a citizen, or a regulation ends the case",
        es="El cargo no se prueba, la persona es ciudadana, o un reglamento termina el caso",
        that=older_grounds,
        cite=(HEARING, SANCHEZ_HERBERT, PICKERING, "8-cfr-1245-13l"),
        pin="8 CFR 1240.12(c); 1245.13(l)",
    ),
    version(
        "s_o_g_2018",
        since="2018-09-18",
        until="2022-11-16",
        en="The charge is not proved, or a regulation expressly says so",
        es="El cargo no se prueba, o un reglamento lo dice expresamente",
        that=older_grounds,
        cite=("matter-of-s-o-g-f-d-b", SANCHEZ_HERBERT, "8-cfr-1245-13l"),
        pin="Matter of S-O-G- & F-D-B-, 27 I&N Dec. 462",
        verified="https://denverimmigrationlawyer.com/matter-of-s-o-g-f-d-b/",
        confidence="high",
    ),
    version(
        "coronado_2022",
        since="2022-11-17",
        until="2024-07-28",
        en="The same grounds, while the rule was being written",
        es="Las mismas causas, mientras se redactaba la regla",
        that=older_grounds,
        cite=("matter-of-coronado-acevedo", SANCHEZ_HERBERT),
        pin="Coronado Acevedo, 28 I&N Dec. 648",
        confidence="high",
    ),
    version(
        "rule_2024",
        since="2024-07-29",
        en="Any ground of the list, an agreement with OPLA among them",
        es="Cualquier causa de la lista, entre ellas un acuerdo con OPLA",
        that=rule_grounds,
        cite=(RULE, BIA_RULE, "2024-docket-rule"),
        pin="8 CFR 1003.18(d)(1)(i)",
        confidence="high",
    ),
    es="Una causa que termina el caso, según la ley vigente el día de la decisión",
)

PATHWAY = Pathway(
    id="termination_mandatory",
    name=t(
        "Mandatory termination (8 CFR 1003.18(d)(1)(i); BIA: 1003.1(m)(1)(i))",
        "Terminación obligatoria (8 CFR 1003.18(d)(1)(i); BIA: 1003.1(m)(1)(i))",
    ),
    family="discretion",
    gives=t("The judge must end the case.", "El juez debe terminar el caso."),
    does_not_give=(
        t(
            "No status, no lawful presence by itself, no work permit of its own.",
            "No da estatus, ni por sí sola presencia legal, ni un permiso de trabajo propio.",
        ),
        t(
            "Not a finding of lawful status (except where it rests on one already held).",
            "No declara un estatus legal (salvo cuando se basa en uno que ya se tiene).",
        ),
    ),
    decided_by=t("Immigration judge; BIA", "El juez de inmigración; la BIA"),
    forum=t("EOIR", "EOIR"),
    forms=(t("Motion to terminate", "Moción de terminación"),),
    authority=(
        "8 CFR 1003.18(d)(1)(i)",
        "8 CFR 1003.1(m)(1)(i)",
        "8 CFR 1240.10(c)",
        "Matter of M-A-M-, 25 I&N Dec. 474 (BIA 2011)",
        "8 CFR 1245.13(l)",
        "89 Fed. Reg. 46742 (May 29, 2024), eff. 2024-07-29",
    ),
    cites=(RULE, BIA_RULE, HEARING, "matter-of-m-a-m", "8-cfr-1245-13l", "2024-docket-rule", "8-cfr-1003-14"),
    related=(
        "ina-239e",
        "accardi-1954",
        "matter-of-quintero",
        "8-cfr-1003-10b-pre2024",
        SANCHEZ_HERBERT,
        PICKERING,
        "matter-of-thomas-thompson",
        RENTERIA,
        "matter-of-garcia-flores",
        "rajah-v-mukasey-2008",
        "sanchez-v-sessions-2018",
    ),
    present_status=t(
        "The 2024 rule is believed still in force as of a secondary source of February 2026; check the e-CFR for "
        "amendment before each release.",
        "Se cree que la regla de 2024 sigue vigente según una fuente secundaria de febrero de 2026; revise "
        "el e-CFR por si hay cambios antes de cada versión.",
    ),
    elements=all_of(
        "mandatory_termination",
        "Mandatory termination",
        court_case_open,
        ground_on_decision_date,
        es="Terminación obligatoria",
    ),
    weighed=(
        t(
            "Nothing for (A) to (F); for (G) only the exception for unusual reasons.",
            "Nada para (A) a (F); para (G) solo la excepción por razones inusuales.",
        ),
    ),
    evidence=(
        proof(
            t("Record of conviction and entry records", "Constancia de la condena y registros de entrada"),
            t("that the charge cannot be sustained", "que el cargo no se puede sostener"),
            "charge_not_proved",
            "no_charge_sustained",
            "conviction_vacated",
        ),
        proof(
            t("I-797 or status card", "I-797 o tarjeta de estatus"),
            t("status gained after the NTA", "el estatus obtenido después del NTA"),
            "holds_status",
            "status_after_nta",
            "became_citizen",
        ),
        proof(
            t("Competency evaluation", "Evaluación de capacidad mental"),
            t("incompetence", "la incapacidad mental"),
            "competency_in_doubt",
            "safeguards_fail",
        ),
        proof(
            t(
                "Signed joint motion or written OPLA non-opposition",
                "Moción conjunta firmada o no oposición escrita de OPLA",
            ),
            t("the agreement under (G)", "el acuerdo según (G)"),
            "opla_agrees",
        ),
    ),
    time_limits=(
        t(
            "None fixed; file before the call-up date for the individual hearing.",
            "No hay plazo fijo; presente la moción antes de la fecha límite de presentaciones para la audiencia "
            "individual.",
        ),
    ),
    on_grant=(
        t(
            "Check the basis of the work permit; an NTA can be filed again on new facts.",
            "Revise la base del permiso de trabajo; puede presentarse otro NTA por hechos nuevos.",
        ),
    ),
    on_denial=(
        t(
            "Preserve the point; appeal dates follow the BIA appeal deadline (interlocutory appeals rarely).",
            "Deje constancia del punto; la apelación sigue el plazo de apelación ante la BIA (rara vez una "
            "interlocutoria).",
        ),
    ),
    beside_discretion=t(
        "(G) is how an agreement on prosecutorial discretion becomes near-binding on the judge: ask OPLA to "
        "join or to state non-opposition affirmatively in writing.",
        "(G) es la forma en que un acuerdo de discreción procesal casi obliga al juez: pida a OPLA que se una o que "
        "declare por escrito y expresamente que no se opone.",
    ),
    exposure_first=True,
    verified=(
        RULE_PAGE,
        "https://regulations.justia.com/regulations/fedreg/2024/05/29/2024-11121.html",
        AGREEMENT_PAGE,
    ),
    confidence="medium",
)
