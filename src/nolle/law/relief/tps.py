"""Temporary Protected Status (INA 244)."""

from nolle.facts import asylum, filing, person, tps
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.law.tables import Designation, tps_designations
from nolle.logic import AS_OF, Text, all_of, any_of, element

from .adjustment import US_CODE

STATUTE = "ina-244"
LATE = "8-cfr-244-2f-late"
RENEWAL = "8-cfr-244-17-rereg"
DESIGNATIONS = "tps-designations-2026"
MULLIN = "mullin-v-doe-2026"

TRACKER_PAGE = "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv"

country_designated = element(
    "country_designated",
    "The country is designated on this date",
    es="El país está designado en esta fecha",
    that=tps.country_designated_now,
    cite=(STATUTE, DESIGNATIONS, MULLIN),
    pin="INA 244",
    note=t(
        "After the Supreme Court's ruling of 2026-06-25 the contested terminations of 2025 are in effect. Check the "
        "country on the day: the stored list gives only the last known state.",
        "Después del fallo de la Corte Suprema del 2026-06-25 las terminaciones impugnadas de 2025 están en vigor. "
        "Verifique el país el mismo día: la lista guardada solo da el último estado conocido.",
    ),
    verified=TRACKER_PAGE,
    confidence="high",
)

# Ways in: initial, late initial, or re-registration

own_condition = all_of(
    "own_condition",
    "Late initial filing: a condition of one's own during the initial period",
    element(
        "condition_in_initial_period",
        "Had a status, relief, a pending application or parole in the initial period",
        es="Tenía un estatus, un alivio, una solicitud pendiente o un permiso (parole) en el período inicial",
        that=tps.condition_in_initial_period.has_any(
            "nonimmigrant_or_vd_or_relief", "application_pending", "parolee_or_reparole_pending"
        ),
        by="judgement",
        cite=LATE,
        pin="8 CFR 244.2(f)(2)(i)-(iii)",
        confidence="high",
    ),
    any_of(
        "within_60_days",
        "Filed within 60 days after that condition ended, or it still goes on",
        element(
            "filed_within_60_days",
            "Filed (or today, while not filed) within 60 days after it ended",
            es="Presentada (u hoy, si no se ha presentado) en los 60 días después de que terminó",
            that=tps.condition_ended_on.within(days=60, before=filing.i821.filed_on.if_absent(AS_OF)),
            by="judgement",
            cite=LATE,
            pin="8 CFR 244.2(g)",
            confidence="high",
        ),
        element(
            "condition_goes_on",
            "The condition still goes on",
            es="La condición todavía continúa",
            that=tps.condition_ended_on.is_absent,
            by="judgement",
            cite=LATE,
            pin="8 CFR 244.2(g)",
        ),
        es="Presentada en los 60 días después de que terminó esa condición, o todavía continúa",
    ),
    es="Solicitud inicial tardía: una condición propia durante el período inicial",
)

family_of_eligible = any_of(
    "family_of_eligible",
    "Late initial filing: the spouse or child of an eligible person",
    element(
        "child_or_spouse_of_eligible",
        "A parent or spouse is eligible for TPS",
        es="El padre, la madre o el cónyuge es elegible para el TPS",
        that=tps.child_or_spouse_of_eligible,
        cite=LATE,
        pin="8 CFR 244.2(f)(2)(iv)",
        confidence="high",
    ),
    element(
        "family_in_initial_period",
        "Was the spouse or child of an eligible person in the initial period",
        es="Era cónyuge o hijo de una persona elegible en el período inicial",
        that=tps.condition_in_initial_period.has_any("spouse_or_child_of_eligible"),
        by="judgement",
        cite=LATE,
        pin="8 CFR 244.2(f)(2)(iv)",
        confidence="high",
    ),
    es="Solicitud inicial tardía: cónyuge o hijo de una persona elegible",
    note=t(
        "The relationship must have existed in the initial period; the person's own dates of residence and presence "
        "are still needed.",
        "El parentesco debe haber existido en el período inicial; aún hacen falta las propias fechas de residencia y "
        "presencia.",
    ),
)

re_registration = all_of(
    "re_registration",
    "Re-registration, on time or late with good cause",
    element(
        "ever_granted",
        "Has had TPS",
        es="Ha tenido TPS",
        that=tps.ever_granted,
        cite=RENEWAL,
        pin="8 CFR 244.17",
    ),
    any_of(
        "on_time_or_good_cause",
        "Never missed a re-registration, or had good cause",
        element(
            "never_missed_renewal",
            "Never missed a re-registration",
            es="Nunca dejó de reinscribirse",
            that=~tps.failed_to_reregister,
            cite=STATUTE,
            pin="INA 244(c)(3)(C)",
            confidence="high",
        ),
        element(
            "good_cause",
            "Good cause for re-registering late",
            es="Justa causa para reinscribirse tarde",
            that=tps.reregister_good_cause,
            by="judgement",
            cite=RENEWAL,
            pin="8 CFR 244.17(b)",
            confidence="high",
        ),
        es="Nunca dejó de reinscribirse, o tuvo justa causa",
    ),
    es="Reinscripción, a tiempo o tarde con justa causa",
)

way_in = any_of(
    "way_in",
    "A way to register: initial, late initial or re-registration",
    element(
        "in_registration_period",
        "A registration period is open for the country",
        es="Está abierto un período de inscripción para el país",
        that=tps.in_registration_period,
        cite=STATUTE,
        pin="INA 244",
    ),
    element(
        "late_initial_eligible",
        "The conditions for late initial registration fit",
        es="Se cumplen las condiciones de la inscripción inicial tardía",
        that=tps.late_initial_eligible,
        by="judgement",
        cite=STATUTE,
        pin="INA 244",
    ),
    element(
        "newly_designated",
        "The country is newly designated and its first period is open",
        es="El país acaba de ser designado y su primer período está abierto",
        that=tps.newly_designated,
        cite=STATUTE,
        pin="INA 244(b)(1)",
        note=t(
            "The initial registration period is at least 180 days.",
            "El período de inscripción inicial dura al menos 180 días.",
        ),
    ),
    own_condition,
    family_of_eligible,
    re_registration,
    es="Una forma de inscribirse: inicial, inicial tardía o reinscripción",
)

# Residence, presence and bars

continuous_residence = element(
    "continuous_residence",
    "Has lived in the United States since the date for the country",
    es="Ha vivido en Estados Unidos desde la fecha fijada para el país",
    that=tps.continuous_residence_met,
    cite=STATUTE,
    pin="INA 244",
)

continuous_presence = element(
    "continuous_presence",
    "Has been in the United States since the latest date for the country",
    es="Ha estado en Estados Unidos desde la última fecha fijada para el país",
    that=tps.continuous_presence_met,
    cite=STATUTE,
    pin="INA 244",
)

no_criminal_bar = element(
    "no_criminal_bar",
    "No felony and no two misdemeanors",
    es="Sin delito grave y sin dos delitos menores",
    that=~tps.felony_or_two_misdemeanors,
    cite=STATUTE,
    pin="INA 244(c)(2)(B)(i)",
    verified=US_CODE.format(371),
    confidence="high",
)

not_a_persecutor = element(
    "not_a_persecutor",
    "Took no part in persecuting others",
    es="No participó en la persecución de otras personas",
    that=~person.persecuted_others,
    by="judgement",
    cite=STATUTE,
    pin="INA 244",
)

no_particularly_serious_crime = element(
    "no_particularly_serious_crime",
    "No conviction for a particularly serious crime",
    es="Sin condena por un delito particularmente grave",
    that=~asylum.particularly_serious_crime,
    by="judgement",
    cite=STATUTE,
    pin="INA 244",
)

not_firmly_resettled = element(
    "not_firmly_resettled",
    "Not firmly resettled in another country first",
    es="Sin reasentamiento firme previo en otro país",
    that=~asylum.firm_resettlement,
    cite=STATUTE,
    pin="INA 244",
)

no_security_bar = element(
    "no_security_bar",
    "No security or terrorism bar",
    es="Sin impedimento por seguridad o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=STATUTE,
    pin="INA 244",
)

GROUND_IN_COURT = t(
    "TPS is a ground for termination (8 CFR 1003.18(d)(1)(ii)(C)); B-N-K- weighs against closure.",
    "El TPS es motivo de terminación (8 CFR 1003.18(d)(1)(ii)(C)); B-N-K- pesa contra el cierre.",
)


def _last_known(row: Designation) -> Text:
    of_en = f", designation of {row.year}" if row.year else ""
    of_es = f", designación de {row.year}" if row.year else ""
    note_en, note_es = (f" {row.note.en}", f" {row.note.es}") if row.note else ("", "")
    if row.designated:
        return t(
            f"{row.name.en}: last known designated, through {row.last} ({row.cite}); not known after that day.",
            f"{row.name.es}: último estado conocido, designado hasta el {row.last} ({row.cite}); después no se sabe.",
        )
    return t(
        f"{row.name.en}{of_en}: terminated on {row.effective}.{note_en}",
        f"{row.name.es}{of_es}: terminado el {row.effective}.{note_es}",
    )


PATHWAY = Pathway(
    id="tps",
    name=t("Temporary Protected Status", "Estatus de Protección Temporal (TPS)"),
    family="relief",
    gives=t(
        "Protection from removal and a work permit, (a)(12) or (c)(19), while the country is designated.",
        "Protección contra la deportación y permiso de trabajo, (a)(12) o (c)(19), mientras el país esté designado.",
    ),
    does_not_give=(
        t(
            "It is not permanent, and it is not an admission (Sanchez v. Mayorkas).",
            "No es permanente, y no es una admisión (Sanchez v. Mayorkas).",
        ),
    ),
    decided_by=t(
        "USCIS; the judge, when it is asked for again in court.",
        "USCIS; el juez, cuando se pide de nuevo en la corte.",
    ),
    forum=t("USCIS or immigration court", "USCIS o tribunal de inmigración"),
    forms=(
        t("Form I-821", "Formulario I-821"),
        t("Form I-765", "Formulario I-765"),
        t("Form I-601", "Formulario I-601"),
    ),
    authority=("INA 244", "8 CFR 244, 1244", "Matter of Sosa Ventura, 25 I&N Dec. 391 (BIA 2010)"),
    cites=(STATUTE, "8-cfr-244-tps", "matter-of-sosa-ventura", DESIGNATIONS, MULLIN),
    related=(
        RENEWAL,
        LATE,
        "uscis-pm-602-0188",
        "uscis-z-r-z-c-2020",
        "matter-of-h-g-g",
        "matter-of-padilla-rodriguez",
    ),
    present_status=t(
        "Four countries were still listed in August 2026; three of those dates have passed. Take a designation as not "
        "known until it is checked on the day.",
        "En agosto de 2026 aún figuraban cuatro países; tres de esas fechas ya pasaron. Tome la designación como no "
        "sabida hasta verificarla el mismo día.",
    ),
    elements=all_of(
        "elements",
        "Temporary Protected Status",
        country_designated,
        way_in,
        continuous_residence,
        continuous_presence,
        no_criminal_bar,
        not_a_persecutor,
        no_particularly_serious_crime,
        not_firmly_resettled,
        no_security_bar,
        es="Estatus de Protección Temporal (TPS)",
    ),
    evidence=(
        proof(
            t("Passport or birth record", "Pasaporte o acta de nacimiento"),
            t("nationality", "la nacionalidad"),
            "country_designated",
        ),
        proof(
            t("Proof of residence", "Pruebas de residencia"),
            t("the dates of residence and presence", "las fechas de residencia y presencia"),
            "continuous_residence",
            "continuous_presence",
        ),
    ),
    time_limits=(
        t(
            "The registration window of the country; re-registration within its 60 days.",
            "El período de inscripción del país; la reinscripción dentro de sus 60 días.",
        ),
    ),
    on_grant=(
        t(
            "A ground for termination, 8 CFR 1003.18(d)(1)(ii)(C); B-N-K- weakens closure where TPS is the only "
            "reason.",
            "Motivo de terminación, 8 CFR 1003.18(d)(1)(ii)(C); B-N-K- debilita el cierre cuando el TPS es la única "
            "razón.",
        ),
    ),
    on_denial=(
        t(
            "Ask again before the judge; a Notice to Appear may follow.",
            "Pídalo de nuevo ante el juez; puede seguir un Aviso de Comparecencia (NTA).",
        ),
    ),
    beside_discretion=t(
        "A ground for termination; but most designations ended in 2025 and 2026.",
        "Motivo de terminación; pero la mayoría de las designaciones terminaron en 2025 y 2026.",
    ),
    fit=(
        fits("dismissal", "possible", GROUND_IN_COURT),
        fits("termination", "good", GROUND_IN_COURT),
        fits("administrative_closure", "possible", GROUND_IN_COURT),
        fits("stipulation_or_nonopposition", "possible", GROUND_IN_COURT),
        fits("joint_mtr_if_final_order", "possible", GROUND_IN_COURT),
    ),
    history=(
        t(
            "The list below is the last state known on 2026-08-19. Without a decision 60 days before its end, INA "
            "244(b)(3)(C) extends a designation at least six months. The days for Afghanistan, Cameroon and Nepal are "
            "those of the Federal Register; later court action on them was not checked. The ruling is Mullin v. Doe "
            "(2026-06-25).",
            "La lista siguiente es el último estado conocido al 2026-08-19. Sin decisión 60 días antes de su fin, INA "
            "244(b)(3)(C) prorroga la designación al menos seis meses. Los días de Afganistán, Camerún y Nepal son los "
            "del Registro Federal; no se verificó la actividad judicial posterior. El fallo es Mullin v. Doe "
            "(2026-06-25).",
        ),
        *(_last_known(row) for row in tps_designations()),
    ),
    verified=(
        TRACKER_PAGE,
        "https://www.bestlawfirms.com/articles/temporary-humanitarian-statuses-under-current/7256",
        "https://mikebakerlaw.com/blog/2025/06/07/administrative-closure-denied-detention-bia-2025/",
    ),
    confidence="high",
)
