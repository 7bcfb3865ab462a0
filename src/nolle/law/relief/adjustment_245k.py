"""Adjustment with 245(k): employment cases, with up to 180 days of violations."""

from nolle.facts import derived, filing, person, tps
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import all_of, any_of, element, not_

from .adjustment import EQUITIES, admissible, no_false_claim, number_available, ten_year_bars, weak_equities
from .adjustment_tps_and_trips import PM_0188, PM_0188_PAGE

BARS = "ina-245c-k"

employment_petition = element(
    "employment_petition",
    "An employment petition (I-140) is approved or pending",
    es="Hay una petición de empleo (I-140) aprobada o pendiente",
    that=filing.i140.status.is_in("approved", "pending"),
    by="counsel",
    cite="ina-203a",
    pin="INA 203(b)(1)-(3), (5)",
    note=t("Some cases of INA 203(b)(4) too.", "También algunos casos de INA 203(b)(4)."),
    confidence="high",
)

# The last admission

inspected = any_of(
    "inspected",
    "Inspected at the last entry",
    element(
        "last_entry",
        "Admitted or paroled at the last entry",
        es="Admisión o parole en la última entrada",
        that=derived.last_entry_admitted_or_paroled,
        cite=BARS,
        pin="INA 245(k)(1)",
        note=t(
            "It must be a lawful admission: parole does not count for 245(k).",
            "Debe ser una admisión legal: el parole no cuenta para 245(k).",
        ),
        confidence="high",
    ),
    element(
        "tps_travel",
        "Travelled with permission while holding TPS",
        es="Viajó con permiso mientras tenía TPS",
        that=tps.travelled_with_permission,
        cite=PM_0188,
        pin="PM-602-0188",
        since="2022-07-01",
    ),
    es="Inspección en la última entrada",
)

lawful_admission = any_of(
    "lawful_admission",
    "A lawful admission, not a parole",
    not_(
        "not_parole",
        "The last entry was neither a parole nor without inspection",
        element(
            "parole_or_uninspected",
            "The last entry was a parole, or without inspection",
            es="La última entrada fue con parole, o sin inspección",
            that=derived.last_entry_manner.is_in(
                "paroled", "advance_parole", "parole_in_place", "ewi", "conditional_parole_236"
            ),
            cite=BARS,
            pin="INA 245(k)(1)",
            confidence="high",
        ),
        es="La última entrada no fue con parole ni sin inspección",
    ),
    element(
        "tps_travel_document",
        "The last entry was on TPS travel permission (I-512T), which is an inspection and admission",
        es="La última entrada fue con permiso de viaje del TPS (I-512T), que es una inspección y admisión",
        that=derived.last_entry_travel_document == "tps_travel_i512t",
        cite=PM_0188,
        pin="PM-602-0188",
        verified=PM_0188_PAGE,
        since="2022-07-01",
    ),
    es="Una admisión legal, no un parole",
)

days_of_violation = element(
    "days_of_violation",
    "At most 180 days of violations in all since the last admission",
    es="No más de 180 días de violaciones en total desde la última admisión",
    that=person.status_violation_days_since_last_admission <= 180,
    by="judgement",
    cite=BARS,
    pin="INA 245(k)(2)",
    note=t(
        "Count to the day the I-485 is filed; unauthorized work counts also after filing.",
        "Cuente hasta el día en que se presenta el I-485; el trabajo sin permiso cuenta también después.",
    ),
    confidence="high",
)

PATHWAY = Pathway(
    id="adjustment_245k",
    name=t(
        "Adjustment with 245(k) (employment cases, up to 180 days of violations)",
        "Ajuste con 245(k) (casos de empleo, hasta 180 días de violaciones)",
    ),
    family="relief",
    gives=t(
        "Lets an employment-based applicant adjust despite up to 180 days in all of lapsed status, unauthorized work "
        "or other violation since the last lawful admission.",
        "Permite ajustar por empleo a pesar de hasta 180 días en total de pérdida de estatus, trabajo sin permiso u "
        "otra violación desde la última admisión legal.",
    ),
    does_not_give=(
        t(
            "Does not cure entry without inspection, or an entry by parole only.",
            "No corrige una entrada sin inspección, ni una entrada solo con parole.",
        ),
        t("Does not help family preference cases.", "No ayuda en casos de preferencia familiar."),
        t("Does not waive inadmissibility.", "No perdona la inadmisibilidad."),
    ),
    decided_by=t("USCIS or the immigration judge", "USCIS o el juez de inmigración"),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(t("Form I-485", "Formulario I-485"),),
    authority=("INA 245(k)", "8 CFR 245.1(d)"),
    cites=(BARS, "ina-245a", "ina-203a"),
    present_status=t("In force since 1997-11-26.", "Vigente desde el 1997-11-26."),
    elements=all_of(
        "elements",
        "Adjustment with 245(k)",
        employment_petition,
        inspected,
        lawful_admission,
        days_of_violation,
        number_available,
        admissible,
        ten_year_bars,
        no_false_claim,
        es="Ajuste con 245(k)",
    ),
    bars=(
        t(
            "Crew, transit without a visa and K entrants stay barred.",
            "Los tripulantes, quienes entraron en tránsito sin visa y quienes entraron con visa K siguen impedidos.",
        ),
    ),
    weighed=(EQUITIES,),
    evidence=(
        proof(
            t("I-797 receipt or approval of the I-140", "Aviso I-797 de recibo o aprobación del I-140"),
            t("the petition", "la petición"),
            "employment_petition",
        ),
        proof(
            t("All I-94s and approvals of status", "Todos los I-94 y las aprobaciones de estatus"),
            t("the last admission and the days since", "la última admisión y los días desde entonces"),
            "last_entry",
            "not_parole",
            "days_of_violation",
        ),
    ),
    on_grant=(),
    on_denial=(),
    beside_discretion=t(
        "As with any adjustment: with USCIS, or before the judge while the judge has jurisdiction.",
        "Como todo ajuste: ante USCIS, o ante el juez mientras tenga competencia.",
    ),
    cautions=(weak_equities,),
    history=(
        t(
            "Each day counts once even with two violations; a trip and a new admission start the count again.",
            "Cada día cuenta una vez aunque haya dos violaciones; un viaje y una nueva admisión reinician la cuenta.",
        ),
    ),
    verified=("memory",),
    confidence="high",
)
