"""Deferred Action for Childhood Arrivals (DACA): first requests and renewals."""

from nolle.facts import conviction, daca, person
from nolle.facts.derivations import conviction_stands
from nolle.law.discretion.daca_requests import FIFTH_CIRCUIT, MEMO, REGENTS, RULE, requests_open
from nolle.law.pathway import Pathway, caution, clock, fits, proof, t
from nolle.logic import all_of, any_of, element, not_

GUIDELINES_PAGE = "https://www.orlandosentinel.com/politics/os-ne-immigration-central-florida-daca-recipients-20191108-r22p3xaqyjdmrfjeaimjaivctu-story.html"

# Age, arrival and residence

born_on_or_after_1981_06_16 = element(
    "born_on_or_after_1981_06_16",
    "Born on or after June 16, 1981 (under 31 on June 15, 2012)",
    es="Nació el 16 de junio de 1981 o después (menor de 31 años el 15 de junio de 2012)",
    that=person.birth_date >= "1981-06-16",
    cite=RULE,
    pin="8 CFR 236.22(b)(7)",
    note=t(
        "The date is verified; the paragraph number (7) is from memory.",
        "La fecha está verificada; el número de párrafo (7) es de memoria.",
    ),
    verified=GUIDELINES_PAGE,
    confidence="high",
)

came_under_16 = any_of(
    "came_under_16",
    "Came to the United States before turning 16",
    element(
        "came_before_16",
        "Came before age 16, as told",
        es="Llegó antes de los 16 años, según lo dicho",
        that=daca.came_before_16,
        cite=RULE,
        pin="8 CFR 236.22(b)(1)",
        verified=GUIDELINES_PAGE,
        confidence="high",
    ),
    element(
        "age_on_arrival",
        "Under 16 on arrival, by the age stated",
        es="Menor de 16 años al llegar, según la edad declarada",
        that=daca.age_at_entry < 16,
        cite=(RULE, MEMO),
        pin="8 CFR 236.22(b)(1)",
        confidence="high",
    ),
    es="Llegó a Estados Unidos antes de cumplir 16 años",
)

residence_since_2007 = element(
    "residence_since_2007",
    "Has lived here continuously since June 15, 2007",
    es="Vive aquí de forma continua desde el 15 de junio de 2007",
    that=daca.continuous_residence_since_2007_06_15,
    cite=RULE,
    pin="8 CFR 236.22(b)(2)",
    verified=GUIDELINES_PAGE,
    confidence="high",
)

present_on_2012_06_15 = element(
    "present_on_2012_06_15",
    "Physically present on June 15, 2012",
    es="Presente físicamente el 15 de junio de 2012",
    that=daca.in_us_2012_06_15,
    cite=RULE,
    pin="8 CFR 236.22(b)(3)",
    verified=GUIDELINES_PAGE,
    confidence="high",
)

no_status_on_2012_06_15 = element(
    "no_status_on_2012_06_15",
    "Without lawful status on June 15, 2012",
    es="Sin estatus legal el 15 de junio de 2012",
    that=daca.no_lawful_status_2012_06_15,
    cite=RULE,
    pin="8 CFR 236.22(b)(4)",
    verified=GUIDELINES_PAGE,
    confidence="high",
)

school_or_service = any_of(
    "school_or_service",
    "In school, graduated, or honorably discharged",
    element(
        "in_school",
        "In school or job training",
        es="En la escuela o en capacitación laboral",
        that=person.enrolled_in_school,
        cite=RULE,
        pin="8 CFR 236.22(b)(5)",
        verified=GUIDELINES_PAGE,
        confidence="high",
    ),
    element(
        "diploma_or_ged",
        "U.S. high school diploma or GED",
        es="Diploma de escuela secundaria (high school) de EE. UU. o GED",
        that=person.us_high_school_or_ged,
        cite=RULE,
        pin="8 CFR 236.22(b)(5)",
        verified=GUIDELINES_PAGE,
        confidence="high",
    ),
    all_of(
        "honorable_service",
        "Served in the armed forces and was honorably discharged",
        element(
            "military_service",
            "Served in the U.S. armed forces",
            es="Sirvió en las fuerzas armadas de EE. UU.",
            that=person.served_us_military,
            cite=RULE,
            pin="8 CFR 236.22(b)(5)",
            verified=GUIDELINES_PAGE,
            confidence="high",
        ),
        element(
            "honorable_discharge",
            "Honorable discharge",
            es="Baja honorable",
            that=person.military_discharge == "honorable",
            cite=RULE,
            pin="8 CFR 236.22(b)(5)",
        ),
        es="Sirvió en las fuerzas armadas y recibió una baja honorable",
    ),
    es="En la escuela, graduado o con baja honorable",
)

# Crimes and public safety

no_felony = element(
    "no_felony",
    "No felony conviction",
    es="Sin condena por delito grave (felony)",
    that=conviction.none((conviction.offense_class == "felony") & conviction_stands),
    cite=RULE,
    pin="8 CFR 236.22(b)(6)",
    confidence="high",
)

convicted_misdemeanor = (conviction.offense_class == "misdemeanor") & conviction_stands

no_listed_misdemeanor = element(
    "no_listed_misdemeanor",
    "No misdemeanor for domestic violence, sexual abuse, burglary, firearms, drug sales or driving under the influence",
    es="Sin delito menor de violencia doméstica, abuso sexual, robo con entrada ilegal, armas, tráfico de drogas o "
    "conducir bajo los efectos del alcohol o drogas",
    that=conviction.none(
        convicted_misdemeanor
        & conviction.immigration_class.has_any(
            "domestic_violence", "sexual_abuse", "burglary", "firearm", "drug_trafficking", "dui"
        )
    ),
    cite=RULE,
    pin="8 CFR 236.22(b)(6)",
    confidence="high",
)

no_long_custody = element(
    "no_long_custody",
    "No misdemeanor with a sentence to more than 90 days in custody",
    es="Sin delito menor con una pena de más de 90 días de cárcel",
    that=conviction.none(convicted_misdemeanor & (conviction.custody_days_to_serve > 90)),
    cite=RULE,
    pin="8 CFR 236.22(b)(6)",
    note=t(
        "More than 90 days here; the 2014 priorities memo said 90 days or more.",
        "Aquí, más de 90 días; el memorando de prioridades de 2014 decía 90 días o más.",
    ),
)

counted_misdemeanor = convicted_misdemeanor & conviction.immigration_class.has_none("minor_traffic")

not_three_misdemeanors = not_(
    "not_three_misdemeanors",
    "Not three or more misdemeanors",
    element(
        "three_misdemeanors",
        "Three or more misdemeanors, not all of one day",
        es="Tres o más delitos menores, no todos del mismo día",
        that=(conviction.count(counted_misdemeanor) >= 3)
        & (
            conviction.earliest(conviction.offense_on, where=counted_misdemeanor)
            < conviction.latest(conviction.offense_on, where=counted_misdemeanor)
        ),
        cite=RULE,
        pin="8 CFR 236.22(b)(6)",
        note=t(
            "Offenses of one day, or of one scheme, count as one; minor traffic offenses do not count. Where some of "
            "three or more share a day or a scheme, count again by hand.",
            "Los hechos de un mismo día, o de un mismo plan, cuentan como uno; las faltas menores de tránsito no "
            "cuentan. Si entre tres o más algunos comparten el día o el plan, vuelva a contarlos uno por uno.",
        ),
    ),
    es="No tiene tres o más delitos menores",
)

no_public_safety_threat = element(
    "no_public_safety_threat",
    "No gang membership admitted or found by a criminal court",
    es="Sin pertenencia a una pandilla admitida o establecida por una corte penal",
    that=~person.gang_allegation.is_in("admitted", "conviction_with_gang_element"),
    cite=RULE,
    pin="8 CFR 236.22(b)(6)",
    note=t(
        "The public-safety guideline. A bare allegation does not fail it, but counsel must review it.",
        "La pauta de seguridad pública. Una simple acusación no la incumple, pero el abogado debe revisarla.",
    ),
)

GROUND_AND_EQUITIES = t(
    "8 CFR 1003.18(d)(1)(ii)(C), together with equities.",
    "8 CFR 1003.18(d)(1)(ii)(C), junto con los factores a favor.",
)

PATHWAY = Pathway(
    id="daca",
    name=t(
        "Deferred Action for Childhood Arrivals (DACA): first request and renewal",
        "Acción Diferida para los Llegados en la Infancia (DACA): primera solicitud y renovación",
    ),
    family="discretion",
    gives=t(
        "A renewable reprieve of two years, a work permit (c)(33) where available, and no unlawful presence while it "
        "lasts.",
        "Un aplazamiento de la deportación, renovable, de dos años, un permiso de trabajo (c)(33) donde esté "
        "disponible y, mientras dure, no se acumula presencia ilegal.",
    ),
    does_not_give=(
        t("No status.", "No da estatus."),
        t(
            "Advance parole is discretionary and risky: since Matter of Delcarmen-Lara, 29 I&N Dec. 830 (BIA "
            "2026-08-13), leaving on advance parole is a departure for the 3- and 10-year bars.",
            "El permiso adelantado de viaje (advance parole) es discrecional y arriesgado: desde Matter of "
            "Delcarmen-Lara, 29 I&N Dec. 830 (BIA 2026-08-13), salir con ese permiso es una salida para los castigos "
            "de 3 y 10 años.",
        ),
        t(
            "Nothing for first requests while the court orders stand.",
            "Nada para las primeras solicitudes mientras sigan las órdenes judiciales.",
        ),
    ),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t("Form I-821D", "Formulario I-821D"),
        t("Form I-765", "Formulario I-765"),
        t("Form I-765WS", "Formulario I-765WS"),
    ),
    authority=(
        "8 CFR 236.21-236.25 (87 Fed. Reg. 53152, eff. 2022-10-31)",
        "Texas v. United States, 126 F.4th 392 (5th Cir. 2025)",
        "S.D. Tex. 1:18-cv-00068 (remand)",
    ),
    cites=(RULE, FIFTH_CIRCUIT, "matter-of-delcarmen-lara"),
    related=(MEMO, REGENTS, "bia-2026-daca-termination", "dapa-2014"),
    present_status=t(
        "Renewals processed; first requests held; order on remand pending (checked through 2026-09).",
        "Las renovaciones se tramitan; las primeras solicitudes están retenidas; falta la orden de la corte tras la "
        "devolución del caso (revisado hasta 2026-09).",
    ),
    elements=all_of(
        "elements",
        "Deferred Action for Childhood Arrivals",
        born_on_or_after_1981_06_16,
        came_under_16,
        residence_since_2007,
        present_on_2012_06_15,
        no_status_on_2012_06_15,
        school_or_service,
        no_felony,
        no_listed_misdemeanor,
        no_long_custody,
        not_three_misdemeanors,
        no_public_safety_threat,
        requests_open,
        es="Acción Diferida para los Llegados en la Infancia",
        since="2012-08-15",
    ),
    bars=(
        t("Not while in lawful status.", "No mientras se tenga estatus legal."),
        t(
            "It is discretionary even when every guideline is met (8 CFR 236.22(c)).",
            "Es discrecional aunque se cumplan todas las pautas (8 CFR 236.22(c)).",
        ),
        t(
            "8 CFR 236.22(b)(3)-(4) also ask for presence, and lack of lawful status, on the day of filing.",
            "8 CFR 236.22(b)(3)-(4) también exigen presencia, y falta de estatus legal, el día de la solicitud.",
        ),
    ),
    cautions=(
        caution(
            "gang_allegation",
            "Someone has said, or may have said, that the client is in a gang. That alone does not close DACA, but "
            "counsel must review it before filing.",
            "Alguien ha dicho, o pudo decir, que el cliente está en una pandilla. Eso solo no cierra DACA, pero el "
            "abogado debe revisarlo antes de presentar la solicitud.",
            when=person.gang_allegation == "alleged_only",
            cite=RULE,
        ),
    ),
    evidence=(
        proof(
            t(
                "School, medical, tax and rent records, year by year",
                "Registros de escuela, médicos, de impuestos y de renta, año por año",
            ),
            t("continuous residence", "la residencia continua"),
            "residence_since_2007",
            "present_on_2012_06_15",
        ),
        proof(
            t("Proof of entry, or affidavits", "Prueba de entrada o declaraciones juradas"),
            t("arrival under 16", "la llegada antes de los 16 años"),
            "came_under_16",
            "no_status_on_2012_06_15",
        ),
        proof(
            t("Diploma, GED or enrollment letter", "Diploma, GED o carta de inscripción"),
            t("education", "los estudios"),
            "in_school",
            "diploma_or_ged",
        ),
        proof(
            t("Certified court dispositions", "Resoluciones judiciales certificadas"),
            t("the criminal guidelines", "las pautas sobre delitos"),
            "no_felony",
            "no_listed_misdemeanor",
            "no_long_custody",
            "not_three_misdemeanors",
        ),
    ),
    time_limits=(
        t("Renew 120 to 150 days before it expires.", "Renueve de 120 a 150 días antes del vencimiento."),
        t(
            "Expired more than one year ago, or terminated: treated as a first request.",
            "Vencido hace más de un año, o terminado: se trata como primera solicitud.",
        ),
    ),
    clocks=(
        clock(
            "daca_renew",
            "DACA renewal filed",
            "Renovación de DACA presentada",
            due=daca.expires_on.minus(days=120),
            cite=RULE,
            pin="USCIS guidance",
            note=t(
                "The window opens 150 days before DACA expires.",
                "El plazo se abre 150 días antes de que venza DACA.",
            ),
        ),
        clock(
            "daca_renew_last_day",
            "Last day to renew an expired DACA",
            "Último día para renovar un DACA vencido",
            due=daca.expires_on.plus(days=365),
            cite=RULE,
            pin="USCIS guidance",
            note=t(
                "After it, the request is a first request.",
                "Después, la solicitud es una primera solicitud.",
            ),
        ),
    ),
    on_grant=(
        t(
            "It is a ground for termination, 8 CFR 1003.18(d)(1)(ii)(C), but in 2026 the Board said that DACA alone "
            "does not decide.",
            "Es una causal de terminación, 8 CFR 1003.18(d)(1)(ii)(C), pero en 2026 la Junta dijo que DACA por sí solo "
            "no decide.",
        ),
    ),
    on_denial=(
        t(
            "No appeal; the policy on Notices to Appear keeps rules of its own for DACA.",
            "No hay apelación; la política sobre Avisos de Comparecencia (NTA) mantiene reglas propias para DACA.",
        ),
    ),
    risks=(
        t(
            "The Fifth Circuit would take work permits away from Texas residents; the district court's order was still "
            "awaited when last checked. Moving into or out of Texas may matter.",
            "El Quinto Circuito quitaría los permisos de trabajo a residentes de Texas; en la última revisión aún se "
            "esperaba la orden de la corte de distrito. Mudarse a Texas o salir de Texas puede importar.",
        ),
    ),
    beside_discretion=t(
        "DACA is itself a form of discretion. In court, move for termination or closure with full equities, not on "
        "DACA alone.",
        "DACA es en sí una forma de discreción. En la corte, pida terminación o cierre con todos los factores a favor, "
        "no solo con DACA.",
    ),
    fit=(
        fits("dismissal", "possible", GROUND_AND_EQUITIES),
        fits("termination", "good", GROUND_AND_EQUITIES),
        fits("administrative_closure", "possible", GROUND_AND_EQUITIES),
        fits("stipulation_or_nonopposition", "possible", GROUND_AND_EQUITIES),
        fits("joint_mtr_if_final_order", "possible", GROUND_AND_EQUITIES),
    ),
    verified=(
        "https://iamerica.org/daca",
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
        "https://elrabogados.com/en/daca-removal-proceedings-bia-decision/",
    ),
    confidence="high",
)
