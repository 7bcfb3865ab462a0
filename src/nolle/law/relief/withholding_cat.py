"""Withholding of removal (INA 241(b)(3)) and protection under the Convention Against Torture."""

from nolle.facts import asylum, person
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.logic import all_of, any_of, element

STATUTE = "ina-241b3"
PIN = "INA 241(b)(3)"
CAT_RULE = "8-cfr-1208-16-18"

withholding = all_of(
    "withholding",
    "Withholding of removal",
    element(
        "clear_probability",
        "Persecution is more likely than not",
        es="Es más probable que no que sufra persecución",
        that=asylum.clear_probability_of_harm,
        by="judgement",
        cite=STATUTE,
        pin=PIN,
    ),
    element(
        "nexus",
        "The harm is tied to a protected ground",
        es="El daño está ligado a un motivo protegido",
        that=asylum.nexus_supported,
        by="judgement",
        cite=STATUTE,
        pin=PIN,
        note=t(
            "One central reason in most circuits; a reason in the Ninth.",
            "Una razón central en la mayoría de los circuitos; una razón en el Noveno.",
        ),
    ),
    element(
        "not_particularly_serious_crime",
        "Not convicted of a particularly serious crime",
        es="Sin condena por un delito particularmente grave",
        that=~asylum.particularly_serious_crime,
        by="judgement",
        cite=STATUTE,
        pin=PIN,
    ),
    element(
        "not_serious_nonpolitical_crime",
        "No serious nonpolitical crime abroad",
        es="Sin delito grave no político en el extranjero",
        that=~asylum.serious_nonpolitical_crime,
        by="judgement",
        cite=STATUTE,
        pin=PIN,
    ),
    element(
        "not_a_persecutor",
        "Took no part in persecuting others",
        es="No participó en la persecución de otras personas",
        that=~person.persecuted_others,
        by="judgement",
        cite=STATUTE,
        pin=PIN,
    ),
    element(
        "no_security_bar",
        "No security or terrorism bar",
        es="Sin impedimento por seguridad o terrorismo",
        that=~person.security_or_terrorism_concern,
        by="judgement",
        cite=STATUTE,
        pin=PIN,
    ),
    es="Suspensión de la expulsión (withholding)",
)

torture = element(
    "torture",
    "Torture is more likely than not",
    es="Es más probable que no que sufra tortura",
    that=asylum.torture_more_likely_than_not,
    by="judgement",
    cite=CAT_RULE,
    pin="8 CFR 1208.16(c)",
    confidence="high",
)

NEEDS_AN_ORDER = t(
    "Withholding and CAT need an order from a judge to be granted.",
    "El withholding y la CAT necesitan una orden de un juez para concederse.",
)

PATHWAY = Pathway(
    id="withholding_cat",
    name=t(
        "Withholding of removal and Convention Against Torture protection",
        "Suspensión de la expulsión (withholding) y protección de la Convención contra la Tortura",
    ),
    family="relief",
    gives=t(
        "No removal to the named country; a work permit in category (a)(10), or (c)(18) for deferral.",
        "No hay expulsión al país nombrado; permiso de trabajo en la categoría (a)(10), o (c)(18) para el aplazamiento "
        "(deferral).",
    ),
    does_not_give=(
        t(
            "No status, nothing for family, no permanent residence; removal to a third country is still possible.",
            "No da estatus, nada para la familia ni residencia permanente; aún es posible la expulsión a un "
            "tercer país.",
        ),
    ),
    decided_by=t("The immigration judge.", "El juez de inmigración."),
    forum=t("Immigration court", "Tribunal de inmigración"),
    forms=(t("Form I-589", "Formulario I-589"),),
    authority=("INA 241(b)(3)", "8 CFR 1208.16-1208.18", "Johnson v. Guzman Chavez, 594 U.S. 523 (2021)"),
    cites=(STATUTE, CAT_RULE, "johnson-v-guzman-chavez-2021"),
    elements=any_of(
        "elements",
        "Withholding of removal, or protection from torture",
        withholding,
        torture,
        es="Suspensión de la expulsión (withholding), o protección contra la tortura",
    ),
    evidence=(
        proof(t("Country evidence", "Pruebas sobre el país"), t("probability", "la probabilidad"), "clear_probability"),
        proof(
            t("Expert", "Perito"),
            t(
                "torture, and that officials take part or acquiesce",
                "la tortura, y la participación o aquiescencia oficial",
            ),
            "torture",
        ),
    ),
    time_limits=(t("No one-year deadline.", "Sin plazo de un año."),),
    on_grant=(
        t(
            "An order of supervision follows; ask for notice before any removal to a third country.",
            "Sigue una orden de supervisión; pida aviso antes de cualquier expulsión a un tercer país.",
        ),
    ),
    on_denial=(
        t(
            "Appeal to the Board, then a petition for review.",
            "Apelación ante la Junta y luego petición de revisión judicial.",
        ),
    ),
    beside_discretion=t(
        "Withholding by stipulation is a common compromise; the client must understand that it includes a removal "
        "order.",
        "El withholding por estipulación es un acuerdo frecuente; el cliente debe entender que incluye una orden de "
        "expulsión.",
    ),
    fit=(
        fits("dismissal", "poor", NEEDS_AN_ORDER),
        fits("termination", "poor", NEEDS_AN_ORDER),
        fits("administrative_closure", "possible", NEEDS_AN_ORDER),
        fits("stipulation_or_nonopposition", "good", NEEDS_AN_ORDER),
        fits("joint_mtr_if_final_order", "possible", NEEDS_AN_ORDER),
    ),
    verified=("https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",),
    confidence="high",
)
