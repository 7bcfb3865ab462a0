"""Adjustment in a family preference category (F1, F2A, F2B, F3, F4)."""

from nolle.facts import derived, filing, person
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import all_of, any_of, element

from .adjustment import (
    MANUAL_245A,
    TOTALITY,
    US_CODE,
    admissible,
    no_false_claim,
    number_available,
    past_trip_now_counts,
    ten_year_bars,
    weak_equities,
    who_decides,
)

PREFERENCES = "ina-203a"
BARS = "ina-245c-k"
GRANDFATHERING = "ina-245i"
VAWA = "ina-204a1-vawa"
BARS_TEXT = US_CODE.format(381)

REGULAR_ROUTE_ONLY = t(
    "Tested only on the regular route: 245(i) reaches people in every class listed in 245(c).",
    "Se exige solo en la vía regular: 245(i) alcanza a las personas de todas las clases de 245(c).",
)

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=PREFERENCES,
    pin="INA 203(a)",
    verified=MANUAL_245A,
    confidence="high",
)

# The petition, its category, and the visa number

approved_petition = any_of(
    "approved_petition",
    "An approved immigrant petition",
    element(
        "i130_approved",
        "The I-130 is approved",
        es="El I-130 está aprobado",
        that=filing.i130.status == "approved",
        by="uscis",
        cite=PREFERENCES,
        pin="INA 203(a)",
    ),
    element(
        "vawa_petition_approved",
        "The VAWA self-petition (I-360) is approved; the abuser is a permanent resident",
        es="La autopetición VAWA (I-360) está aprobada; el agresor es residente permanente",
        that=filing.i360_vawa.status == "approved",
        by="uscis",
        cite=VAWA,
        pin="INA 204(a)(1)(B)(ii)-(iii)",
        confidence="high",
    ),
    element(
        "i140_approved",
        "The I-140 is approved",
        es="El I-140 está aprobado",
        that=filing.i140.status == "approved",
        by="uscis",
        cite=PREFERENCES,
        pin="INA 203(b)",
        note=t(
            "The employment route: for problems of status see adjustment with 245(k).",
            "La vía de empleo: para problemas de estatus vea el ajuste con 245(k).",
        ),
    ),
    es="Una petición de inmigrante aprobada",
)

preference_category = any_of(
    "preference_category",
    "A preference category",
    element(
        "family_category",
        "A family preference: F1, F2A, F2B, F3 or F4",
        es="Una preferencia familiar: F1, F2A, F2B, F3 o F4",
        that=filing.i130.category.is_in("f1", "f2a", "f2b", "f3", "f4"),
        by="counsel",
        cite=PREFERENCES,
        pin="INA 203(a)",
    ),
    element(
        "employment_category",
        "An employment preference",
        es="Una preferencia de empleo",
        that=filing.i140.category.is_in("eb1", "eb2", "eb3", "eb5", "eb4_other"),
        by="counsel",
        cite=PREFERENCES,
        pin="INA 203(b)",
    ),
    element(
        "vawa_category",
        "A VAWA preference: F2A or F2B",
        es="Una preferencia VAWA: F2A o F2B",
        that=filing.i360_vawa.category.is_in("f2a", "f2b"),
        by="counsel",
        cite=VAWA,
        pin="INA 204(a)(1)(B)(ii)-(iii)",
    ),
    es="Una categoría de preferencia",
)

# The way in: 245(a) with clean status, 245(i), or VAWA

clean_status = all_of(
    "clean_status",
    "The regular route: admitted or paroled, and clear of INA 245(c)",
    element(
        "last_entry",
        "Inspected and admitted, or paroled, at the last entry",
        es="Inspección y admisión, o parole, en la última entrada",
        that=derived.last_entry_admitted_or_paroled,
        cite=PREFERENCES,
        pin="INA 245(a)",
        verified=MANUAL_245A,
        confidence="high",
    ),
    element(
        "always_in_status",
        "Always in lawful status since entry",
        es="Siempre con estatus legal desde la entrada",
        that=~person.ever_out_of_status_since_entry,
        cite=BARS,
        pin="INA 245(c)(2)",
        verified=BARS_TEXT,
        confidence="high",
    ),
    element(
        "no_unauthorized_work",
        "Never worked without permission",
        es="Nunca trabajó sin permiso",
        that=~person.ever_worked_without_permission,
        cite=BARS,
        pin="INA 245(c)(2), (8)",
        verified=BARS_TEXT,
        confidence="high",
    ),
    element(
        "not_visa_waiver",
        "Not admitted on the visa waiver",
        es="No fue admitido con exención de visa",
        that=~person.admitted_vwp,
        cite=BARS,
        pin="INA 245(c)(4)",
        note=REGULAR_ROUTE_ONLY,
        verified=BARS_TEXT,
        confidence="high",
    ),
    element(
        "not_crewman",
        "Never admitted as crew",
        es="Nunca admitido como tripulante",
        that=~person.ever_admitted_crewman,
        cite=BARS,
        pin="INA 245(c)(1)",
        note=REGULAR_ROUTE_ONLY,
        verified=BARS_TEXT,
    ),
    element(
        "not_transit",
        "Never admitted in transit without a visa",
        es="Nunca admitido en tránsito sin visa",
        that=~person.ever_admitted_twov_transit,
        cite=BARS,
        pin="INA 245(c)(3)",
        note=REGULAR_ROUTE_ONLY,
        verified=BARS_TEXT,
        confidence="high",
    ),
    es="La vía regular: admisión o parole, y fuera de INA 245(c)",
)

old = filing.grandfather_petition

grandfathered = all_of(
    "grandfathered",
    "Grandfathered under 245(i)",
    element(
        "old_petition_in_time",
        "An old petition was filed, or postmarked, by 2001-04-30",
        es="Una petición antigua se presentó, o lleva matasellos, a más tardar el 2001-04-30",
        that=(old.filed_on <= "2001-04-30") | (old.postmarked_on <= "2001-04-30"),
        by="counsel",
        cite=GRANDFATHERING,
        pin="INA 245(i)",
        note=t(
            "Every element of 245(i) adjustment applies: see that pathway.",
            "Se aplican todos los requisitos del ajuste por 245(i): vea esa vía.",
        ),
        verified="https://legalclarity.org/what-is-the-245i-physical-presence-requirement",
        confidence="high",
    ),
    element(
        "old_petition_presence",
        "Filed by 1998-01-14, or the principal beneficiary was here on 2000-12-21",
        es="Presentada a más tardar el 1998-01-14, o el beneficiario principal estaba aquí el 2000-12-21",
        that=(old.filed_on < "1998-01-15") | old.beneficiary_present_2000_12_21,
        cite=(GRANDFATHERING, "life-act-245i-2000"),
        pin="INA 245(i)(1)(C)",
        confidence="high",
    ),
    element(
        "old_petition_approvable",
        "The old petition was approvable when filed",
        es="La petición antigua podía aprobarse cuando se presentó",
        that=old.approvable_when_filed,
        by="judgement",
        cite=(PREFERENCES, "8-cfr-245-10-245i"),
        pin="8 CFR 245.10(a)(3)",
    ),
    es="Protegido por una petición anterior según 245(i)",
)

vawa_self_petitioner = element(
    "vawa_self_petitioner",
    "A VAWA self-petitioner: needs no admission or parole, and INA 245(c) does not apply",
    es="Autopeticionario VAWA: no necesita admisión ni parole, e INA 245(c) no se aplica",
    that=filing.i360_vawa.status.is_in("approved", "pending", "planned"),
    by="counsel",
    cite=("ina-245a", BARS, VAWA),
    pin="INA 245(a), (c)",
    verified=US_CODE.format(379),
    confidence="high",
)

way_to_adjust = any_of(
    "way_to_adjust",
    "245(a) with clean status, 245(i), or a VAWA self-petition",
    clean_status,
    grandfathered,
    vawa_self_petitioner,
    es="245(a) con estatus limpio, 245(i), o una autopetición VAWA",
)

ONLY_WHEN_CURRENT = t(
    "Only when the date is current; long waits weaken contested closure.",
    "Solo cuando la fecha está vigente; las esperas largas debilitan un cierre disputado.",
)

PATHWAY = Pathway(
    id="aos_family_preference",
    name=t(
        "Adjustment in a family preference category (F1, F2A, F2B, F3, F4)",
        "Ajuste en una categoría de preferencia familiar (F1, F2A, F2B, F3, F4)",
    ),
    family="relief",
    gives=t(
        "Lawful permanent residence when the priority date is current.",
        "Residencia permanente legal cuando la fecha de prioridad está vigente.",
    ),
    does_not_give=(t("No protection while waiting.", "No protege durante la espera."),),
    decided_by=t("USCIS or the immigration judge", "USCIS o el juez de inmigración"),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(
        t("Form I-130", "Formulario I-130"),
        t("Form I-485", "Formulario I-485"),
        t("Form I-864", "Formulario I-864"),
    ),
    authority=(
        "INA 203(a)",
        "INA 245(a),(c)",
        "INA 203(h) (CSPA)",
        "Scialabba v. Cuellar de Osorio, 573 U.S. 41 (2014)",
        "8 CFR 245.1(b),(d)",
    ),
    cites=(
        "ina-203a",
        "ina-245c-k",
        "ina-245a",
        "ina-203h-cspa",
        "scialabba-2014",
        "8-cfr-245-1",
        "ina-245i",
        "8-cfr-245-10-245i",
        "ina-212a-grounds",
        "ina-240b",
        "ina-240",
        "ina-212a6c",
        "8-cfr-245-2-jurisdiction",
        "matter-of-yauri",
        "matter-of-delcarmen-lara",
        "matter-of-marin",
        "matter-of-arai",
        "matter-of-blas",
        "uscis-adjustment-discretion-2026",
        "ina-212a9b",
    ),
    elements=all_of(
        "elements",
        "Adjustment in a preference category",
        in_the_us,
        approved_petition,
        preference_category,
        number_available,
        way_to_adjust,
        admissible,
        ten_year_bars,
        no_false_claim,
        es="Ajuste en una categoría de preferencia",
    ),
    forum_rule=who_decides,
    bars=(
        t(
            "INA 245(c)(2) excuses a lapse without fault or for technical reasons (8 CFR 245.1(d)(2)): the elements "
            "do not test this; ask counsel.",
            "INA 245(c)(2) excusa una interrupción sin culpa o por razones técnicas (8 CFR 245.1(d)(2)): los "
            "requisitos no lo examinan; consulte al abogado.",
        ),
        t(
            "Marriage takes a person out of F2A or F2B, and moves F1 to F3.",
            "El matrimonio saca a la persona de F2A o F2B, y pasa de F1 a F3.",
        ),
        past_trip_now_counts,
    ),
    weighed=TOTALITY,
    evidence=(
        proof(
            t("Visa Bulletin for the month of filing", "Boletín de Visas del mes de la presentación"),
            t("a visa number", "un número de visa"),
            "number_available",
        ),
        proof(
            t("All I-94s and approvals of status", "Todos los I-94 y las aprobaciones de estatus"),
            t("INA 245(c): status since entry", "INA 245(c): estatus desde la entrada"),
            "last_entry",
            "always_in_status",
            "no_unauthorized_work",
            "not_visa_waiver",
        ),
        proof(
            t("Approval of the I-130", "Aprobación del I-130"),
            t("category and priority date", "la categoría y la fecha de prioridad"),
            "i130_approved",
            "family_category",
        ),
    ),
    time_limits=(
        t(
            "CSPA age: the age when a visa first becomes available, less the days the I-130 was pending; residence "
            "must be sought within one year.",
            "Edad CSPA: la edad cuando hay visa por primera vez, menos los días que el I-130 estuvo pendiente; hay que "
            "solicitar la residencia dentro de un año.",
        ),
        t(
            "When the parent of an F2A child naturalizes, the child may become an immediate relative or opt out.",
            "Cuando el padre o la madre de un hijo F2A se naturaliza, el hijo puede pasar a familiar inmediato o "
            "renunciar al cambio.",
        ),
    ),
    clocks=(
        clock(
            "cspa_seek",
            "Seek permanent residence, to keep the CSPA age",
            "Solicitar la residencia permanente, para conservar la edad CSPA",
            due=filing.i130.visa_became_available_on.plus(years=1),
            cite="ina-203h-cspa",
            pin="INA 203(h)(1)(A)",
            note=t(
                "One year from the first day a visa is available. Derivatives have their own rules.",
                "Un año desde el primer día en que hay visa. Los derivados tienen sus propias reglas.",
            ),
            confidence="high",
        ),
    ),
    on_grant=(t("Mandatory termination.", "Terminación obligatoria."),),
    on_denial=(
        t(
            "Renew before the judge if in proceedings; a Notice to Appear is likely if there are none.",
            "Renueve la solicitud ante el juez si está en proceso; si no lo está, es probable un Aviso de "
            "Comparecencia (NTA).",
        ),
    ),
    beside_discretion=t(
        "Long waits make contested closure weak (the reasoning of Cahuec Tzalam). Seek discretion by dismissal only "
        "if the client has no work permit or relief to lose.",
        "Las esperas largas debilitan un cierre disputado (el razonamiento de Cahuec Tzalam). Pida discreción por "
        "desestimación solo si el cliente no tiene permiso de trabajo ni remedio que perder.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "possible", ONLY_WHEN_CURRENT),
        fits("termination", "possible", ONLY_WHEN_CURRENT),
        fits("administrative_closure", "possible", ONLY_WHEN_CURRENT),
        fits("stipulation_or_nonopposition", "possible", ONLY_WHEN_CURRENT),
        fits("joint_mtr_if_final_order", "possible", ONLY_WHEN_CURRENT),
    ),
    verified=(
        "https://www.usvisanet.com/blog/2026/05/uscis-issues-major-policy-memo-on-adjustment-of-status-what-applicants-need-to-know/",
    ),
    confidence="high",
)
