"""A motion to reopen that OPLA joins; beside it, the motions that are in time or exempt without OPLA."""

from nolle.facts import case, filing
from nolle.law.pathway import Pathway, caution, clock, proof, t
from nolle.logic import AS_OF, all_of, any_of, element

JOINT = "8-cfr-joint-motions"
MOTIONS = "8-cfr-1003-23-motions"
STATUTE = "ina-240"

STATUTE_C7_PAGE = (
    "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/"
    "66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-324.md"
)
STATUTE_B5_PAGE = (
    "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/"
    "66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-323.md"
)

final_order = element(
    "final_order",
    "There is a final order of removal",
    es="Hay una orden final de deportación",
    that=case.final_order,
    cite=(JOINT, MOTIONS),
    pin="8 CFR 1003.23(b)",
)

opla_joins = element(
    "opla_joins",
    "OPLA joins the motion: no limit of time or number",
    es="OPLA se une a la moción: sin límite de tiempo ni de número",
    that=case.opla_position == "joins",
    by="opla",
    cite=(JOINT, MOTIONS),
    pin="8 CFR 1003.23(b)(4)(iv); 1003.2(c)(3)(iii)",
    confidence="high",
)

first_in_90_days = all_of(
    "first_in_90_days",
    "A first motion, within 90 days of the final order",
    element(
        "within_90_days",
        "Within 90 days of the final order",
        es="Dentro de los 90 días de la orden final",
        that=case.final_order_on.within(days=90, before=AS_OF),
        cite=STATUTE,
        pin="INA 240(c)(7)(C)(i)",
        verified=STATUTE_C7_PAGE,
        confidence="high",
    ),
    element(
        "no_earlier_motion",
        "No earlier motion to reopen",
        es="Sin una moción anterior para reabrir",
        that=case.mtr_filed_count == 0,
        by="counsel",
        cite=(JOINT, MOTIONS),
        pin="8 CFR 1003.23(b)",
    ),
    es="Una primera moción, dentro de los 90 días de la orden final",
)

ordered_in_absentia = element(
    "ordered_in_absentia",
    "The order was made in absentia",
    es="La orden se dictó en ausencia",
    that=case.in_absentia,
    cite=(JOINT, MOTIONS),
    pin="8 CFR 1003.23(b)(4)(ii)",
)

no_notice_or_in_custody = all_of(
    "no_notice_or_in_custody",
    "In absentia, without notice or while in custody: at any time",
    ordered_in_absentia,
    element(
        "no_notice_or_custody",
        "Did not get notice, or was in custody",
        es="No recibió aviso, o estaba bajo custodia",
        that=case.in_absentia_cause.is_in("no_notice", "in_custody"),
        cite=STATUTE,
        pin="INA 240(b)(5)(C)(ii)",
        verified=STATUTE_B5_PAGE,
        confidence="high",
    ),
    es="En ausencia, sin aviso o estando bajo custodia: en cualquier momento",
)

exceptional_in_180_days = all_of(
    "exceptional_in_180_days",
    "In absentia, for exceptional circumstances: within 180 days",
    ordered_in_absentia,
    element(
        "exceptional_circumstances",
        "Exceptional circumstances kept the person from court",
        es="Circunstancias excepcionales le impidieron llegar a la corte",
        that=case.in_absentia_cause == "exceptional_circumstances",
        cite=(JOINT, MOTIONS),
        pin="8 CFR 1003.23(b)(4)(ii)",
    ),
    element(
        "within_180_days",
        "Within 180 days of the order",
        es="Dentro de los 180 días de la orden",
        that=case.final_order_on.within(days=180, before=AS_OF),
        cite=STATUTE,
        pin="INA 240(b)(5)(C)(i)",
        verified=STATUTE_B5_PAGE,
        confidence="high",
    ),
    es="En ausencia, por circunstancias excepcionales: dentro de los 180 días",
)

vawa_in_one_year = all_of(
    "vawa_in_one_year",
    "VAWA: within one year",
    element(
        "vawa_petition",
        "VAWA self-petition (I-360) pending, approved or planned",
        es="Autopetición VAWA (I-360) pendiente, aprobada o prevista",
        that=filing.i360_vawa.status.is_in("pending", "approved", "planned"),
        by="counsel",
        cite=(JOINT, MOTIONS),
        pin="8 CFR 1003.23(b)",
    ),
    element(
        "within_one_year",
        "Within one year (365 days) of the final order",
        es="Dentro de un año (365 días) de la orden final",
        that=case.final_order_on.within(days=365, before=AS_OF),
        cite=STATUTE,
        pin="INA 240(c)(7)(C)(iv)",
        note=t(
            "The Attorney General may extend it.",
            "El Fiscal General puede ampliarlo.",
        ),
        verified=STATUTE_C7_PAGE,
        confidence="high",
    ),
    es="VAWA: dentro de un año",
)

PATHWAY = Pathway(
    id="joint_motion_to_reopen",
    name=t(
        "Joint motion to reopen (or DHS non-opposition to a motion to reopen)",
        "Moción conjunta para reabrir (o no oposición de DHS a una moción para reabrir)",
    ),
    family="discretion",
    gives=t(
        "Reopens a final order free of time and number limits when jointly filed.",
        "Reabre una orden final sin límites de tiempo ni de número cuando la presentan las dos partes.",
    ),
    does_not_give=(
        t(
            "No relief until the reopened case is decided.",
            "Ningún beneficio hasta que se decida el caso reabierto.",
        ),
        t(
            "No automatic stay, except while a motion to reopen an in absentia order is pending.",
            "No suspende automáticamente la deportación, salvo mientras está pendiente una moción para reabrir una "
            "orden en ausencia.",
        ),
    ),
    decided_by=t(
        "Immigration judge or BIA (whoever last decided), with OPLA joining",
        "El juez de inmigración o la BIA (quien decidió por última vez), con la firma de OPLA",
    ),
    forum=t("EOIR", "EOIR"),
    forms=(
        t(
            "Joint motion to reopen; EOIR-26A fee waiver; application packet",
            "Moción conjunta para reabrir; exención de tarifa EOIR-26A; paquete de la solicitud",
        ),
    ),
    authority=(
        "8 CFR 1003.23(b)(4)(iv)",
        "8 CFR 1003.2(c)(3)(iii)",
        "INA 240(c)(7)",
        "Mata v. Lynch, 576 U.S. 143 (2015)",
    ),
    cites=(JOINT, MOTIONS, STATUTE, "mata-v-lynch-2015", "ina-240b"),
    related=("cooper-2001-joint-mtr", "matter-of-yewondwosen"),
    elements=all_of(
        "reopening",
        "A final order that can be reopened",
        final_order,
        any_of(
            "joint_timely_or_exempt",
            "The motion is joint, or in time, or exempt from the limits",
            opla_joins,
            first_in_90_days,
            no_notice_or_in_custody,
            exceptional_in_180_days,
            vawa_in_one_year,
            es="La moción es conjunta, o está a tiempo, o está exenta de los límites",
        ),
        es="Una orden final que se puede reabrir",
    ),
    bars=(
        t(
            "10-year bar on 240A/240B/245/248/249 after an in absentia order with oral notice (240(b)(7)).",
            "Prohibición de 10 años para 240A/240B/245/248/249 tras una orden en ausencia con aviso oral (240(b)(7)).",
        ),
        t("Overstayed voluntary departure (240B(d)).", "Salida voluntaria no cumplida a tiempo (240B(d))."),
    ),
    cautions=(
        caution(
            "other_motions",
            "This page is the motion that OPLA joins. If OPLA opposes or the time has run, other doors exist: changed "
            "country conditions for asylum (8 CFR 1003.23(b)(4)(i)), an in absentia order without notice, one year for "
            "VAWA, which may be extended, and reopening by the judge or the Board on their own motion. Counsel must "
            "look at each. The last of them is from memory.",
            "Esta página trata de la moción a la que se une OPLA. Si OPLA se opone o el plazo venció, hay otras vías: "
            "cambio de condiciones en el país, para asilo (8 CFR 1003.23(b)(4)(i)); orden en ausencia sin aviso; un "
            "año para VAWA, que puede ampliarse; y la reapertura por iniciativa del juez o de la Junta. El abogado "
            "debe revisar cada una. La última es de memoria.",
            cite=(MOTIONS, STATUTE),
        ),
    ),
    evidence=(
        proof(
            t("Proof of new eligibility (I-130 approval)", "Prueba de la nueva elegibilidad (aprobación del I-130)"),
            t("prima facie relief", "el beneficio a primera vista"),
            "opla_joins",
        ),
        proof(
            t("Equities and court dispositions", "Factores a favor y resultados de los casos penales"),
            t("discretion", "la discreción"),
            "opla_joins",
        ),
        proof(
            t("Change-of-address proof", "Prueba del cambio de dirección"),
            t("notice", "el aviso"),
            "no_notice_or_custody",
        ),
    ),
    time_limits=(
        t("90 days from the final order (general rule).", "90 días desde la orden final (regla general)."),
        t("180 days for exceptional circumstances.", "180 días por circunstancias excepcionales."),
        t(
            "One year for VAWA; the Attorney General may extend it.",
            "Un año para VAWA; el Fiscal General puede ampliarlo.",
        ),
        t(
            "Changed country conditions, for asylum: 8 CFR 1003.23(b)(4)(i), not tested here.",
            "Cambio de condiciones en el país, para asilo: 8 CFR 1003.23(b)(4)(i); aquí no se examina.",
        ),
        t(
            "H.R. 1 raised the fees for motions to reopen; there are exceptions for in absentia motions.",
            "La ley H.R. 1 subió las tarifas de las mociones para reabrir; hay excepciones para las mociones "
            "por órdenes en ausencia.",
        ),
    ),
    clocks=(
        clock(
            "mtr_90",
            "Motion to reopen",
            "Moción para reabrir",
            due=case.final_order_on.plus(days=90),
            cite=STATUTE,
            pin="INA 240(c)(7)(C)(i)",
            confidence="high",
        ),
        clock(
            "mtr_180_absentia",
            "Motion to reopen an in absentia order, exceptional circumstances",
            "Moción para reabrir una orden en ausencia, por circunstancias excepcionales",
            due=case.final_order_on.plus(days=180).only_if(case.in_absentia),
            cite=STATUTE,
            pin="INA 240(b)(5)(C)",
            note=t(
                "No limit for lack of notice or custody.",
                "Sin límite por falta de aviso o por estar bajo custodia.",
            ),
            confidence="high",
        ),
        clock(
            "pfr_30",
            "Petition for review",
            "Petición de revisión en la corte federal de apelaciones",
            due=case.final_order_on.plus(days=30),
            cite=("ina-242b", "riley-v-bondi-2025"),
            pin="INA 242(b)(1)",
            note=t(
                "Riley v. Bondi, 606 U.S. ___ (2025): 30 days is a claims-processing rule; withholding-only "
                "timing needs counsel.",
                "Riley v. Bondi, 606 U.S. ___ (2025): los 30 días son una regla de trámite; el plazo en "
                "casos de solo retención de deportación requiere un abogado.",
            ),
            confidence="high",
        ),
    ),
    on_grant=(
        t("The order is vacated; adjust or terminate.", "La orden queda anulada; ajuste de estatus o terminación."),
    ),
    on_denial=(
        t(
            "Petition for review within 30 days.",
            "Petición de revisión dentro de 30 días.",
        ),
    ),
    beside_discretion=t(
        "An old order and a newly current visa petition is the classic request.",
        "Una orden antigua y una petición de visa que acaba de estar al día es la solicitud clásica.",
    ),
    verified=(
        "https://nepyork.com/2025/07/09/eoir-instructs-immigration-courts-and-bia-to-enforce-asylum-and-other-application-fees-pending-regulatory-updates",
    ),
    confidence="high",
)
