"""Deferred action for workers in a labor dispute (the process of 2023)."""

from nolle.facts import labor, person
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import all_of, element

PROCESS = "dhs-labor-da-2023"
PIN = "DHS process of 2023-01-13; renewals of 2024-01-17"

AILA_PAGE = (
    "https://aila.org/library/featured-issue-deferred-action-for-noncitizen-workers-supporting-labor-enforcement-"
    "investigations"
)

statement_of_interest = element(
    "statement_of_interest",
    "A labor agency gave a statement of interest",
    es="Una agencia laboral dio una declaración de interés",
    that=labor.statement_of_interest,
    by="other",
    cite=PROCESS,
    pin=PIN,
    verified=AILA_PAGE,
    confidence="high",
)

worker_in_scope = element(
    "worker_in_scope",
    "Worked there in the time the statement covers",
    es="Trabajó allí en el período que cubre la declaración",
    that=labor.worker_in_scope,
    cite=PROCESS,
    pin=PIN,
    verified=AILA_PAGE,
    confidence="high",
)

agency_need = element(
    "agency_need",
    "The agency still needs the workers",
    es="La agencia todavía necesita a los trabajadores",
    that=labor.agency_need_current,
    by="other",
    cite=PROCESS,
    pin=PIN,
    verified=AILA_PAGE,
)

no_security_concern = element(
    "no_security_concern",
    "No security or terrorism concern",
    es="Sin asunto de seguridad nacional o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=PROCESS,
    pin=PIN,
)

PATHWAY = Pathway(
    id="labor_deferred_action",
    name=t(
        "Labor-dispute-based deferred action (2023 process)",
        "Acción diferida por conflicto laboral (proceso de 2023)",
    ),
    family="discretion",
    gives=t(
        "Deferred action (two years at first; later up to four) and a work permit for workers covered by an agency's "
        "statement of interest.",
        "Acción diferida (dos años al principio; después hasta cuatro) y permiso de trabajo para trabajadores "
        "cubiertos por la declaración de interés de una agencia.",
    ),
    does_not_give=(
        t("No status.", "No da estatus."),
        t("It ends with the policy.", "Termina con la política."),
    ),
    decided_by=t(
        "USCIS (intake); ICE for people with final orders or in proceedings",
        "USCIS (recepción); ICE para personas con orden final o en proceso",
    ),
    forum=t("DHS", "DHS"),
    forms=(
        t("Form G-325A", "Formulario G-325A"),
        t("Form I-765", "Formulario I-765"),
        t("Form I-765WS", "Formulario I-765WS"),
        t("Agency statement of interest", "Declaración de interés de la agencia"),
    ),
    authority=("DHS process announced 2023-01-13; renewals 2024-01-17", "8 CFR 274a.12(c)(14)"),
    cites=(PROCESS, "8-cfr-274a-12-c14"),
    present_status=t(
        "Reported ended after January 2025 (a news report; no formal rescission seen): USCIS archived the page on "
        "2025-01-24 and removed the labor option from draft forms in May 2025. Existing grants run to expiry unless "
        "terminated; some were terminated at the request of ICE.",
        "Se informó que terminó después de enero de 2025 (noticia de prensa; no se vio rescisión formal): USCIS "
        "archivó la página el 2025-01-24 y quitó la opción laboral de los borradores de formularios en mayo de 2025. "
        "Las concesiones existentes siguen hasta vencer, salvo terminación; algunas se terminaron a pedido de ICE.",
    ),
    elements=all_of(
        "elements",
        "Deferred action for workers in a labor dispute",
        statement_of_interest,
        worker_in_scope,
        agency_need,
        no_security_concern,
        es="Acción diferida para trabajadores en un conflicto laboral",
        force="policy.labor_da_process_open",
    ),
    evidence=(
        proof(
            t("Letter of the agency", "Carta de la agencia"),
            t("that it covers the worker", "que cubre al trabajador"),
            "statement_of_interest",
            "agency_need",
        ),
        proof(
            t("Pay stubs, affidavits of coworkers", "Talones de pago, declaraciones juradas de compañeros"),
            t("that the worker was there in that time", "que la persona trabajó allí en ese período"),
            "worker_in_scope",
        ),
    ),
    time_limits=(
        t(
            "Renew before it expires, if the process is open.",
            "Renueve antes del vencimiento, si el proceso está abierto.",
        ),
    ),
    on_grant=(t("Work permit (c)(14).", "Permiso de trabajo (c)(14)."),),
    on_denial=(
        t(
            "DHS has the client's address: weigh that first.",
            "DHS queda con la dirección del cliente: valórelo antes.",
        ),
    ),
    beside_discretion=t(
        "The agency's letter is also strong evidence for a request to OPLA, even if the process is shut.",
        "La carta de la agencia también es una prueba fuerte para una solicitud a OPLA, aunque el proceso esté "
        "cerrado.",
    ),
    verified=(
        AILA_PAGE,
        "https://news.bloomberglaw.com/daily-labor-report/uscis-quietly-ends-program-to-shield-workers-reporting-abuse",
    ),
    confidence="medium",
)
