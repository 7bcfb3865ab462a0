"""A continuance, to wait for relief that someone outside the court decides."""

from nolle.facts import case
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import all_of, element

from .dismissal_without_prejudice import FILING, court_case_open
from .shared_cautions import unlikely_outside_relief

GOOD_CAUSE = "8-cfr-1003-29-continuance"

outside_matter_named = element(
    "outside_matter_named",
    "The outside matter that the continuance waits for is named",
    es="Se indica el asunto externo que se espera con el aplazamiento",
    that=case.collateral_matter_stated,
    by="counsel",
    cite=GOOD_CAUSE,
    pin="8 CFR 1003.29",
    note=t(
        "Good cause starts with naming it; how likely it is to succeed is weighed, not an element.",
        "La causa justificada empieza por indicarlo; su probabilidad de éxito se valora, no es un requisito.",
    ),
    confidence="high",
)

PATHWAY = Pathway(
    id="continuance_collateral",
    name=t(
        "Continuance to wait for relief outside court",
        "Aplazamiento para esperar un beneficio fuera de la corte",
    ),
    family="discretion",
    gives=t("More time; the case stays active.", "Más tiempo; el caso sigue activo."),
    does_not_give=(
        t(
            "No protection beyond the next date. The next hearing must be attended.",
            "Ninguna protección después de la próxima fecha. Hay que asistir a la próxima audiencia.",
        ),
    ),
    decided_by=t("Immigration judge", "Juez de inmigración"),
    forum=t("EOIR", "EOIR"),
    forms=(t("Motion to continue", "Moción de aplazamiento"),),
    authority=(
        "8 CFR 1003.29, 1240.6",
        "Matter of L-A-B-R-, 27 I&N Dec. 405 (A.G. 2018)",
        "Matter of Hashmi, 24 I&N Dec. 785 (BIA 2009)",
        "Matter of Sanchez Sosa, 25 I&N Dec. 807 (BIA 2012)",
    ),
    cites=(GOOD_CAUSE, "matter-of-l-a-b-r", "matter-of-hashmi", "matter-of-sanchez-sosa", FILING),
    related=(
        "matter-of-rajah",
        "matter-of-mayen-vinalay",
        "eoir-pm-25-27-status-docket",
        "matter-of-cahuec-tzalam",
    ),
    elements=all_of(
        "elements",
        "Continuance for good cause",
        court_case_open,
        outside_matter_named,
        es="Aplazamiento por causa justificada",
    ),
    weighed=(
        t("The position of DHS.", "La posición de DHS."),
        t("Diligence.", "La diligencia."),
        t("The length asked for.", "El tiempo que se pide."),
        t("How concrete the relief is.", "Qué tan concreto es el beneficio."),
        t(
            "How likely the relief outside court is, as counsel sees it.",
            "Qué tan probable es el beneficio fuera de la corte, a juicio del abogado.",
        ),
    ),
    evidence=(
        proof(
            t(
                "Complete copy of the filed petition, and its receipt",
                "Copia completa de la petición presentada, y su recibo",
            ),
            t("likelihood of success", "probabilidad de éxito"),
            "outside_matter_named",
        ),
        proof(
            t("Printout of processing times", "Impresión de los tiempos de trámite"),
            t("the length asked for", "el tiempo que se pide"),
            "outside_matter_named",
        ),
    ),
    time_limits=(
        t(
            "Before the hearing; the judge sets the time.",
            "Antes de la audiencia; el juez fija el plazo.",
        ),
    ),
    on_grant=(t("Send the court a status report.", "Envíe a la corte un informe sobre el avance."),),
    on_denial=(
        t(
            "Ask for closure or termination in the alternative.",
            "Pida el cierre o la terminación como alternativa.",
        ),
    ),
    beside_discretion=t(
        "A fallback when OPLA will not join closure; OPLA's non-opposition is persuasive, not binding.",
        "Un recurso alternativo cuando OPLA no se une al cierre; que OPLA no se oponga es persuasivo, no obligatorio.",
    ),
    cautions=(unlikely_outside_relief,),
    verified=("memory",),
    confidence="high",
)
