"""Deferred action for a pending U petition: the bona fide determination, or the waiting list."""

from nolle.facts import conviction, da, filing, person, victim
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, clock, proof, t
from nolle.logic import all_of, any_of, element, settled

STATUTE = "ina-214p6-u-work-auth"
PROCESS = "uscis-u-bfd-2021"
MANUAL = "uscis-pm-u"
RULE = "8-cfr-214-14-u"
CERTIFICATION = "ina-214p"

MANUAL_PAGE = "https://www.uscis.gov/policy-manual/volume-3-part-c-chapter-1"

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=(PROCESS, MANUAL),
    pin="3 USCIS-PM C.5",
    note=t(
        "The bona fide determination is only for people in the United States.",
        "La determinación de buena fe es solo para quienes están en Estados Unidos.",
    ),
    verified=MANUAL_PAGE,
    confidence="high",
)

petition_pending = element(
    "petition_pending",
    "The U petition (I-918) is pending",
    es="La petición U (I-918) está pendiente",
    that=filing.i918.status == "pending",
    by="counsel",
    cite=STATUTE,
    pin="INA 214(p)(6)",
    verified=MANUAL_PAGE,
    confidence="high",
)

certified = element(
    "certified",
    "A certifying agency signed the I-918 Supplement B",
    es="Una agencia certificadora firmó el Suplemento B del I-918",
    that=victim.u_cert_signed_on.is_known,
    by="law-enforcement",
    cite=CERTIFICATION,
    pin="INA 214(p)",
    verified=MANUAL_PAGE,
    confidence="high",
)

bona_fide_or_waiting_list = any_of(
    "bona_fide_or_waiting_list",
    "The bona fide process is open, or the petition is on the waiting list",
    settled(
        "bona_fide_process",
        "USCIS makes bona fide determinations",
        es="USCIS hace determinaciones de buena fe",
        answer=True,
        cite=(STATUTE, PROCESS),
        pin="INA 214(p)(6)",
        verified=MANUAL_PAGE,
        force="policy.u_bfd_process_open",
    ),
    element(
        "on_the_waiting_list",
        "On the U waiting list",
        es="En la lista de espera de la U",
        that=victim.waitlisted,
        by="uscis",
        cite=RULE,
        pin="8 CFR 214.14(d)(2)",
        confidence="high",
    ),
    es="El proceso de buena fe está abierto, o la petición está en la lista de espera",
)

no_security_concern = element(
    "no_security_concern",
    "No security or terrorism concern",
    es="Sin asunto de seguridad nacional o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=STATUTE,
    pin="INA 214(p)(6)",
)

public_safety_screen = element(
    "public_safety_screen",
    "No conviction for an aggravated felony, sexual abuse, drug trafficking or a firearm offense",
    es="Sin condena por delito con agravantes (aggravated felony), abuso sexual, tráfico de drogas o armas de fuego",
    that=conviction.none(
        conviction.immigration_class.has_any("aggravated_felony", "sexual_abuse", "drug_trafficking", "firearm")
        & conviction_stands
    ),
    cite=(PROCESS, MANUAL),
    pin="3 USCIS-PM C.5",
    note=t("The public-safety screen of the manual.", "La revisión de seguridad pública del manual."),
)

PATHWAY = Pathway(
    id="u_bfd_waitlist_da",
    name=t(
        "U visa bona fide determination and waiting-list deferred action",
        "Determinación de buena fe y acción diferida por lista de espera de la visa U",
    ),
    family="discretion",
    gives=t(
        "Bona fide determination: deferred action and a work permit for four years (INA 214(p)(6)) while the petition "
        "waits. Waiting list: deferred action or parole, and a work permit.",
        "Determinación de buena fe: acción diferida y permiso de trabajo por cuatro años (INA 214(p)(6)) mientras la "
        "petición espera. Lista de espera: acción diferida o parole, y permiso de trabajo.",
    ),
    does_not_give=(
        t("No U status yet.", "Todavía no da estatus U."),
        t("It is discretionary.", "Es discrecional."),
    ),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t("Form I-918", "Formulario I-918"),
        t("Form I-918, Supplement B", "Formulario I-918, Suplemento B"),
        t("Form I-918, Supplement A (family)", "Formulario I-918, Suplemento A (familia)"),
        t("Form I-192", "Formulario I-192"),
        t("Form I-765 (c)(14)", "Formulario I-765 (c)(14)"),
    ),
    authority=("INA 214(p)(6)", "8 CFR 214.14(d)(2)", "USCIS PM Vol. 3 Pt. C"),
    cites=(STATUTE, RULE, MANUAL, PROCESS, CERTIFICATION),
    related=("ice-11005-3-2021", "ice-11005-4-2025", "icwc-v-noem", "8-usc-1367"),
    present_status=t(
        "The process in the manual was in force when the stored page was taken; no rescission found through September "
        "2026 (the search was not exhaustive).",
        "El proceso del manual estaba en vigor cuando se guardó la página; no se halló rescisión hasta septiembre de "
        "2026 (la búsqueda no fue exhaustiva).",
    ),
    elements=all_of(
        "elements",
        "Deferred action for a pending U petition",
        in_the_us,
        petition_pending,
        certified,
        bona_fide_or_waiting_list,
        no_security_concern,
        public_safety_screen,
        es="Acción diferida por una petición U pendiente",
    ),
    evidence=(
        proof(
            t(
                "I-918B signed within six months before filing",
                "I-918B firmado en los seis meses antes de presentar la petición",
            ),
            t("the certification", "la certificación"),
            "certified",
            "petition_pending",
        ),
        proof(
            t("Personal statement", "Declaración personal"),
            t("what was suffered", "lo que sufrió la víctima"),
            "petition_pending",
        ),
        proof(
            t("Biometrics notice", "Aviso de datos biométricos"),
            t("the background check", "la revisión de antecedentes"),
            "no_security_concern",
            "public_safety_screen",
        ),
    ),
    time_limits=(
        t(
            "Supplement B must be filed within six months of its signature.",
            "El Suplemento B debe presentarse en los seis meses desde su firma.",
        ),
        t(
            "Renew the deferred action and the work permit before they expire.",
            "Renueve la acción diferida y el permiso de trabajo antes de que venzan.",
        ),
    ),
    clocks=(
        clock(
            "da_renew",
            "Deferred action renewal filed",
            "Renovación de la acción diferida presentada",
            due=da.expires_on.minus(days=150),
            cite=("8-cfr-274a-12-c14", "uscis-sij-da-2022", PROCESS),
            pin="USCIS practice",
            note=t(
                "Sources for Special Immigrant Juveniles say within 150 days, or six months.",
                "Las fuentes sobre Jóvenes Inmigrantes Especiales dicen 150 días, o seis meses.",
            ),
        ),
    ),
    on_grant=(
        t(
            "Supports a stay under INA 237(d), closure, or termination under 8 CFR 1003.18(d)(1)(ii)(B) or (C).",
            "Apoya una suspensión de la deportación (stay) según INA 237(d), el cierre, o la terminación según 8 CFR "
            "1003.18(d)(1)(ii)(B) o (C).",
        ),
    ),
    on_denial=(
        t(
            "The petition goes to full review for the waiting list.",
            "La petición pasa a la revisión completa para la lista de espera.",
        ),
    ),
    risks=(
        t(
            "Confidentiality under 8 USC 1367: keep the petition out of anything others can see.",
            "Confidencialidad según 8 USC 1367: no deje ver la petición a otros.",
        ),
    ),
    beside_discretion=t(
        "Ask OPLA and ERO for closure or a stay while the determination is pending. The injunction in ICWC v. Noem "
        "(C.D. Cal., 2026) limits detention and removal of class members with pending U, T or VAWA filings; it is on "
        "appeal.",
        "Pida a OPLA y a ERO cierre o una suspensión (stay) mientras la determinación está pendiente. La orden en ICWC "
        "v. Noem (C.D. Cal., 2026) limita la detención y la deportación de miembros de la clase con trámites U, T o "
        "VAWA pendientes; está en apelación.",
    ),
    verified=(
        MANUAL_PAGE,
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
    ),
    confidence="medium",
)
