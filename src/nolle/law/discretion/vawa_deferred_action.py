"""Deferred action after a VAWA self-petition is approved, while the person waits to adjust."""

from nolle.facts import filing, person
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import all_of, element

STATUTE = "ina-204a1-vawa"
PIN = "INA 204(a)(1)(K)"

MANUAL_2025_PAGE = "https://www.thomasmlee.com/blog/uscis-overhauls-vawa-self-petition-policy-manual-to-strengthen-program-integrity-and-clarify-eligibility"

petition_approved = element(
    "petition_approved",
    "USCIS approved the VAWA self-petition (I-360)",
    es="USCIS aprobó la autopetición VAWA (I-360)",
    that=filing.i360_vawa.status == "approved",
    by="uscis",
    cite=STATUTE,
    pin=PIN,
)

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=STATUTE,
    pin=PIN,
)

without_status = element(
    "without_status",
    "Without lawful immigration status",
    es="Sin estatus migratorio legal",
    that=~person.immigration_status.is_in("lpr", "conditional_lpr", "refugee", "asylee", "s", "t", "u", "nonimmigrant"),
    cite=STATUTE,
    pin=PIN,
    note=t(
        "A reprieve such as DACA, deferred action, TPS or parole is not a status that closes this.",
        "Una protección temporal como DACA, la acción diferida, el TPS o el parole no es un estatus que cierre esta "
        "vía.",
    ),
)

PATHWAY = Pathway(
    id="vawa_deferred_action",
    name=t(
        "Deferred action after VAWA self-petition approval",
        "Acción diferida tras la aprobación de la autopetición VAWA",
    ),
    family="discretion",
    gives=t(
        "A reprieve and a work permit ((c)(31) for the self-petitioner, (c)(14) for derivatives) while waiting to "
        "adjust.",
        "Un aplazamiento de la deportación y un permiso de trabajo ((c)(31) para quien pide por sí, (c)(14) para los "
        "derivados) mientras espera el ajuste.",
    ),
    does_not_give=(t("No status.", "No da estatus."),),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(t("Form I-360 (VAWA)", "Formulario I-360 (VAWA)"), t("Form I-765", "Formulario I-765")),
    authority=(PIN, "8 CFR 274a.12(c)(14),(c)(31)", "USCIS PM Vol. 3 Pt. D"),
    cites=(STATUTE, "8-cfr-274a-12-c14", "8-cfr-274a-12-c", "uscis-pm-vawa-2025"),
    related=("8-usc-1367",),
    present_status=t(
        "Practice in 2026 not verified; this part of the Policy Manual was rewritten on 2025-12-22.",
        "La práctica de 2026 no está verificada; esta parte del Manual de Políticas se reescribió el 2025-12-22.",
    ),
    elements=all_of(
        "elements",
        "Deferred action after VAWA self-petition approval",
        petition_approved,
        in_the_us,
        without_status,
        es="Acción diferida tras la aprobación de la autopetición VAWA",
    ),
    evidence=(
        proof(
            t("I-360 approval notice", "Aviso de aprobación del I-360"),
            t("the approval", "la aprobación"),
            "petition_approved",
        ),
    ),
    time_limits=(t("Watch the day the work permit expires.", "Vigile el día en que vence el permiso de trabajo."),),
    on_grant=(t("Adjust when the visa is current.", "Ajuste de estatus cuando haya visa disponible."),),
    on_denial=(
        t(
            "The work permit (c)(31) still flows from the approved petition.",
            "El permiso de trabajo (c)(31) sigue saliendo de la petición aprobada.",
        ),
    ),
    beside_discretion=t(
        "Termination under 8 CFR 1003.18(d)(1)(ii)(B) or (C), or closure, while the I-485 goes to USCIS.",
        "Terminación según 8 CFR 1003.18(d)(1)(ii)(B) o (C), o cierre, mientras el I-485 va a USCIS.",
    ),
    verified=(MANUAL_2025_PAGE,),
    confidence="low",
)
