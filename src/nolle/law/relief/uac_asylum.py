"""Asylum for an unaccompanied child (Form I-589): USCIS decides first, and the one-year deadline does not apply."""

from nolle.facts import asylum, person
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.law.relief.uac_jurisdiction import (
    DEFINITION,
    HARMON,
    JOP_ORDERS,
    JOP_SETTLEMENT,
    KIM_MEMO,
    MACO,
    MACO_PAGE,
    MEMO_2025,
    MEMO_2025_PAGE,
    SETTLEMENT_PAGE,
    USCIS_FIRST,
    forum,
    uscis_takes_it_first,
)
from nolle.logic import all_of, any_of, element

ASYLUM = "ina-208"
ASYLUM_RULE = "8-cfr-1208-13-asylum"

fear_of_return = element(
    "fear_of_return",
    "Afraid to go back",
    es="Tiene miedo de regresar",
    that=asylum.fear_of_return,
    cite=ASYLUM,
    pin="INA 208",
)

persecution = any_of(
    "persecution",
    "Past persecution or a well-founded fear",
    element(
        "past_persecution",
        "Persecuted in the past",
        es="Sufrió persecución en el pasado",
        that=asylum.past_persecution,
        cite=(ASYLUM, ASYLUM_RULE),
        pin="INA 208",
        note=t(
            "For a child the harm is measured by age.",
            "Para un niño, el daño se mide según su edad.",
        ),
    ),
    element(
        "well_founded_fear",
        "A well-founded fear of persecution",
        es="Temor fundado de persecución",
        that=asylum.well_founded_fear,
        by="judgement",
        cite=(ASYLUM, ASYLUM_RULE),
        pin="INA 208",
    ),
    es="Persecución pasada o temor fundado",
)

nexus = element(
    "nexus",
    "The harm is tied to a protected ground",
    es="El daño está ligado a un motivo protegido",
    that=asylum.nexus_supported,
    by="judgement",
    cite=ASYLUM,
    pin="INA 208",
)

KEEPS_USCIS = t(
    "Termination under (ii)(A) keeps the case with USCIS.",
    "La terminación según (ii)(A) conserva la competencia de USCIS.",
)

PATHWAY = Pathway(
    id="uac_asylum",
    name=t(
        "Unaccompanied-child asylum: USCIS first, no one-year deadline",
        "Asilo para niño no acompañado: USCIS primero, sin plazo de un año",
    ),
    family="relief",
    gives=t(
        "An interview with a USCIS asylum officer, without an opposing lawyer, even while in court; asylum if granted.",
        "Una entrevista con un oficial de asilo de USCIS, sin abogado en contra, aun durante el caso en la corte; "
        "asilo si se concede.",
    ),
    does_not_give=(
        t(
            "A denial or referral returns the claim to the judge.",
            "Una denegación o remisión devuelve la solicitud al juez.",
        ),
    ),
    decided_by=t(
        "The USCIS asylum office first; then the immigration judge.",
        "Primero la oficina de asilo de USCIS; después el juez de inmigración.",
    ),
    forum=t("USCIS, then the immigration court", "USCIS, luego el tribunal de inmigración"),
    forms=(
        t("Form I-589", "Formulario I-589"),
        t("Instruction sheet for an unaccompanied child", "Hoja de instrucciones para niño no acompañado"),
        t("Proof of the finding of unaccompanied child", "Prueba de la determinación de niño no acompañado"),
    ),
    authority=(
        "6 USC 279(g)(2)",
        "INA 208(b)(3)(C)",
        "INA 208(a)(2)(E)",
        "8 CFR 1208.4; 208.14",
        "Matter of M-A-C-O-, 27 I&N Dec. 477 (BIA 2018)",
        "J.O.P. v. DHS, No. 8:19-cv-01944 (D. Md.), settlement eff. 2024-11-25",
        "USCIS asylum memo eff. 2025-02-24",
    ),
    cites=(
        DEFINITION,
        USCIS_FIRST,
        ASYLUM,
        "8-cfr-1208-4-one-year",
        ASYLUM_RULE,
        MACO,
        JOP_SETTLEMENT,
        MEMO_2025,
        KIM_MEMO,
        "uscis-uac-2019",
    ),
    related=("uscis-uac-2009", JOP_ORDERS, "eoir-gc-uac-2017", HARMON),
    present_status=t(
        "The USCIS memo of 2025 was in force when last seen; confirm it now that the settlement has ended.",
        "El memorando de USCIS de 2025 estaba vigente cuando se vio por última vez; confírmelo ahora que el "
        "acuerdo terminó.",
    ),
    elements=all_of(
        "elements",
        "Unaccompanied-child asylum",
        fear_of_return,
        uscis_takes_it_first,
        persecution,
        nexus,
        es="Asilo para niño no acompañado",
    ),
    forum_rule=forum,
    bars=(
        t(
            "The usual asylum bars apply, except the one-year deadline and safe third country.",
            "Se aplican los impedimentos usuales del asilo, salvo el plazo de un año y el tercer país seguro.",
        ),
        t(
            "The judge may decide that USCIS does not go first where the application was filed after 18 (M-A-C-O-).",
            "El juez puede decidir que USCIS no va primero si la solicitud se presentó después de los 18 (M-A-C-O-).",
        ),
    ),
    weighed=(
        t(
            "Persecution is measured with a child in mind: harm is seen by age.",
            "La persecución se mide pensando en un niño: el daño se valora según la edad.",
        ),
    ),
    evidence=(
        proof(
            t("ORR verification of release, Form I-213", "Verificación de salida de ORR, formulario I-213"),
            t("the finding of unaccompanied child", "la determinación de niño no acompañado"),
            "found_kim",
            "found_by_order",
            "found_by_settlement",
            "found_under_2025_memo",
        ),
        proof(
            t("I-589 receipt", "Recibo del I-589"),
            t("the day of filing", "el día de la presentación"),
            "uscis_takes_it_first",
            "born_under_18_when_filed",
        ),
        proof(
            t(
                "The child's declaration, taken with care for trauma",
                "Declaración del niño, tomada con cuidado del trauma",
            ),
            t("the claim", "la solicitud"),
            "fear_of_return",
            "past_persecution",
            "nexus",
        ),
        proof(
            t("Country reports, expert", "Informes del país, perito"),
            t("the fear", "el temor"),
            "well_founded_fear",
        ),
    ),
    time_limits=(
        t(
            "No one-year limit for an unaccompanied child (INA 208(a)(2)(E)); if that status is disputed, file "
            "before 18 and while unaccompanied.",
            "Sin límite de un año para un niño no acompañado (INA 208(a)(2)(E)); si se discute esa condición, presente "
            "antes de los 18 y mientras siga no acompañado.",
        ),
        t(
            "J.O.P.: the class closed 2025-02-24; the settlement ended 2026-05-27.",
            "J.O.P.: la clase cerró el 2025-02-24; el acuerdo terminó el 2026-05-27.",
        ),
    ),
    clocks=(
        clock(
            "uac_18",
            "File the I-589 while under 18 and unaccompanied (safest)",
            "Presente el I-589 mientras sea menor de 18 y no acompañado (lo más seguro)",
            due=person.birth_date.plus(years=18).minus(days=1),
            cite=(USCIS_FIRST, DEFINITION, MEMO_2025),
            pin="6 USC 279(g)(2); INA 208(b)(3)(C)",
            confidence="high",
        ),
    ),
    on_grant=(t("The court must terminate the case (asylee).", "La corte debe terminar el caso (asilado)."),),
    on_denial=(t("The judge hears the claim anew.", "El juez examina la solicitud desde el principio."),),
    beside_discretion=t(
        "Ask OPLA to join termination under 8 CFR 1003.18(d)(1)(ii)(A), or a continuance or closure while USCIS "
        "decides.",
        "Pida a OPLA que se una a la terminación según 8 CFR 1003.18(d)(1)(ii)(A), o a un aplazamiento o cierre "
        "mientras USCIS decide.",
    ),
    risks=(),
    fit=(
        fits(
            "dismissal",
            "good",
            t(
                "Dismissal was the usual tool; the I-589 lived on with USCIS, which goes first.",
                "La desestimación era la herramienta usual; el I-589 seguía vivo ante USCIS, que va primero.",
            ),
            until="2024-07-28",
        ),
        fits(
            "dismissal",
            "possible",
            t(
                "Termination under 1003.18(d)(1)(ii)(A) keeps the case with USCIS more safely; dismissal still "
                "works, but look at exposure first.",
                "La terminación según 1003.18(d)(1)(ii)(A) conserva con más seguridad la competencia de USCIS; la "
                "desestimación aún sirve, pero revise antes la exposición.",
            ),
            since="2024-07-29",
        ),
        fits(
            "termination",
            "good",
            t(
                "(ii)(A) of the 2024 rule from 2024-07-29; before it, by agreement.",
                "(ii)(A) de la regla de 2024 desde el 2024-07-29; antes, por acuerdo.",
            ),
        ),
        fits("administrative_closure", "good", KEEPS_USCIS),
        fits("stipulation_or_nonopposition", "possible", KEEPS_USCIS),
        fits("joint_mtr_if_final_order", "good", KEEPS_USCIS),
    ),
    verified=(MACO_PAGE, SETTLEMENT_PAGE, MEMO_2025_PAGE),
    confidence="high",
)
