"""Deferred action for a young person with an approved SIJ petition who waits for a visa number."""

from nolle.facts import da, filing, person, visa
from nolle.law.pathway import Pathway, caution, clock, proof, t
from nolle.logic import AS_OF, all_of, any_of, element

POLICY = "uscis-sij-da-2022"
RESCISSION_2025 = "uscis-sij-da-rescission-2025"
RESCISSION_2026 = "uscis-sij-da-rescission-2026"
STAY = "acr-v-noem"
WORK_PERMIT = "8-cfr-274a-12-c14"

POLICY_PAGE = (
    "https://immpolicytracking.org/policies/"
    "uscis-issues-policy-guidance-on-special-immigrant-juvenile-classification-and-deferred-action"
)
RESCISSION_PAGE = "https://new-horizons-legal.com/en/blog/sijs-deferred-action-rescission-2026"
STAY_PAGE = "https://nipnlg.org/work/litigation/acr-v-noem"

MANUAL = "USCIS PM Vol. 6 Pt. J Ch. 4"
HISTORY = (
    f"{MANUAL} (2022-03-07 alert, eff. 2022-05-06; rescinded 2025-06-06; rescission stayed 2025-11-19; new rescission "
    "announced 2026-04-10, eff. 2026-05-10)"
)

petition_approved = element(
    "petition_approved",
    "USCIS approved the Special Immigrant Juvenile petition (I-360)",
    es="USCIS aprobó la petición de Joven Inmigrante Especial (I-360)",
    that=filing.i360_sij.status == "approved",
    by="uscis",
    cite=(POLICY, RESCISSION_2025, RESCISSION_2026),
    pin=MANUAL,
    verified=POLICY_PAGE,
    confidence="high",
)

no_visa_number = element(
    "no_visa_number",
    "The only obstacle to adjustment is that no visa number is available",
    es="El único obstáculo para el ajuste es que no hay número de visa disponible",
    that=~visa.number_available,
    by="dos",
    cite=(POLICY, RESCISSION_2026),
    pin=MANUAL,
    verified=POLICY_PAGE,
    confidence="high",
)

filed_before_the_cut_off = element(
    "filed_before_the_cut_off",
    "The petition was filed before 2026-05-10 (today, while it is not filed)",
    es="La petición se presentó antes del 2026-05-10 (hoy, mientras no se presente)",
    that=filing.i360_sij.filed_on.if_absent(AS_OF) < "2026-05-10",
    by="counsel",
    cite=(POLICY, RESCISSION_2026),
    pin="USCIS PM as revised 2026-04-10",
    note=t(
        "A petition filed on or after 2026-05-10 gets no automatic review. Litigation is pending in the Second "
        "Circuit: check again.",
        "Una petición presentada desde el 2026-05-10 no tiene revisión automática. Hay un litigio pendiente en el "
        "Segundo Circuito: vuelva a verificar.",
    ),
    verified=RESCISSION_PAGE,
    confidence="high",
)

no_security_concern = element(
    "no_security_concern",
    "No security or terrorism concern",
    es="Sin asunto de seguridad o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=(POLICY, RESCISSION_2025, RESCISSION_2026),
    pin=MANUAL,
)

CONDITIONS = (petition_approved, no_visa_number, filed_before_the_cut_off, no_security_concern)

PATHWAY = Pathway(
    id="sij_deferred_action",
    name=t(
        "Deferred action for approved SIJ youth waiting for a visa",
        "Acción diferida para jóvenes con petición SIJ aprobada que esperan una visa",
    ),
    family="discretion",
    gives=t(
        "Four-year deferred action considered without a separate request, and a (c)(14) work permit, when a visa "
        "is not yet available.",
        "Acción diferida de cuatro años, considerada sin solicitud aparte, y un permiso de trabajo (c)(14), cuando "
        "aún no hay visa disponible.",
    ),
    does_not_give=(
        t(
            "No status; it does not move the priority date; it is discretionary.",
            "No da estatus; no adelanta la fecha de prioridad; es discrecional.",
        ),
    ),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t(
            "None for the first grant (automatic review after the I-360 is approved)",
            "Ninguno para la primera concesión (revisión automática después de aprobarse el I-360)",
        ),
        t("G-325A for renewal", "G-325A para la renovación"),
        t("I-765 (c)(14)", "I-765 (c)(14)"),
    ),
    authority=(
        HISTORY,
        "A.C.R. v. Noem, No. 1:25-cv-03962 (E.D.N.Y.)",
    ),
    cites=(POLICY, RESCISSION_2025, RESCISSION_2026, STAY),
    related=(WORK_PERMIT,),
    present_status=t(
        "Split by filing date: before 2026-05-10 yes; on or after no. Second Circuit appeal pending.",
        "Depende de la fecha de presentación: antes del 2026-05-10 sí; desde esa fecha no. Apelación pendiente en el "
        "Segundo Circuito.",
    ),
    # Two windows with a gap: while the 2025 rescission stood USCIS considered nobody, so the whole pathway is out.
    elements=any_of(
        "elements",
        "Deferred action for an approved SIJ petitioner, while USCIS considers it",
        all_of(
            "policy_2022",
            "Under the 2022 policy",
            *CONDITIONS,
            es="Según la política de 2022",
            since="2022-05-06",
            until="2025-06-05",
            cite=POLICY,
        ),
        all_of(
            "since_the_stay",
            "Since the 2025 rescission was stayed",
            *CONDITIONS,
            es="Desde que se suspendió la revocación de 2025",
            since="2025-11-19",
            cite=(STAY, POLICY, RESCISSION_2026),
            verified=STAY_PAGE,
        ),
        es="Acción diferida para quien tiene una petición SIJ aprobada, mientras USCIS la considera",
    ),
    weighed=(
        t(
            "Case by case; criminal and gang issues are the usual negatives.",
            "Caso por caso; los asuntos penales y de pandillas son los factores negativos habituales.",
        ),
        t("The balance of equities, as counsel sees it.", "El conjunto de factores a favor, a juicio del abogado."),
    ),
    evidence=(
        proof(
            t("I-360 approval notice", "Aviso de aprobación del I-360"),
            t("approval", "la aprobación"),
            "petition_approved",
            "filed_before_the_cut_off",
        ),
        proof(
            t("Visa Bulletin", "Boletín de Visas"),
            t("that no visa is available", "que no hay visa disponible"),
            "no_visa_number",
        ),
        proof(
            t("Current deferred action notice", "Aviso vigente de acción diferida"),
            t("the time to renew", "el momento de renovar"),
        ),
    ),
    time_limits=(
        t(
            "Renewal with the G-325A: within about 150 to 180 days before it ends (sources differ: 150 days, or "
            "six months).",
            "Renovación con el G-325A: dentro de unos 150 a 180 días antes de que termine (las fuentes difieren: "
            "150 días, o seis meses).",
        ),
        t(
            "The work permit lapses; there is no automatic extension.",
            "El permiso de trabajo vence; no hay extensión automática.",
        ),
    ),
    clocks=(
        clock(
            "da_renew",
            "Ask to renew deferred action",
            "Pedir la renovación de la acción diferida",
            due=da.expires_on.minus(days=150),
            cite=(WORK_PERMIT, POLICY, "uscis-u-bfd-2021"),
            pin="USCIS practice",
            note=t(
                "150 days before it ends; SIJ sources say within 150 days or six months.",
                "150 días antes de que termine; las fuentes sobre SIJ dicen dentro de 150 días o seis meses.",
            ),
        ),
    ),
    on_grant=(
        t(
            "Ask the court to terminate (8 CFR 1003.18(d)(1)(ii)(C)) or to close the case.",
            "Pida a la corte la terminación (8 CFR 1003.18(d)(1)(ii)(C)) o el cierre del caso.",
        ),
    ),
    on_denial=(
        t(
            "File the I-485 when the visa is current; consider other protection.",
            "Presente el I-485 cuando haya visa disponible; considere otras protecciones.",
        ),
    ),
    risks=(
        t(
            "USCIS can end deferred action case by case.",
            "USCIS puede terminar la acción diferida caso por caso.",
        ),
    ),
    beside_discretion=t(
        "Opens discretionary termination. In closure motions show the deferred action and the juvenile order, "
        "because Cahuec Tzalam discounts long visa waits.",
        "Abre la terminación discrecional. En las mociones de cierre muestre la acción diferida y la orden de "
        "menores, porque Cahuec Tzalam resta valor a las largas esperas de visa.",
    ),
    cautions=(
        caution(
            "discretion_equities_strong",
            "Equities look weak: discretion can still be asked for; gather evidence first.",
            "Los factores a favor parecen débiles: aún se puede pedir; primero reúna pruebas.",
            when=person.discretion_equities_strong == "weak",
        ),
    ),
    verified=(
        RESCISSION_PAGE,
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
        STAY_PAGE,
        POLICY_PAGE,
    ),
    confidence="high",
)
