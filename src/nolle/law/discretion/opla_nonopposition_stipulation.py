"""What OPLA can agree to while the case goes on: non-opposition, stipulations, narrowed issues, no appeal."""

from nolle.facts import case
from nolle.law.pathway import Pathway, clock, proof, t
from nolle.logic import all_of, choose, element

from .dismissal_without_prejudice import court_case_open

PREHEARING = "8-cfr-1003-21-prehearing"
MANUAL = "icpm"

INDIVIDUAL = case.next_hearing_kind == "individual"

opla_agreement = element(
    "opla_agreement",
    "OPLA joins or says that it does not oppose",
    es="OPLA se une o declara que no se opone",
    that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
    by="opla",
    cite=PREHEARING,
    pin="8 CFR 1003.21",
    note=t(
        "Not yet asked, or asked and not answered, it may still be asked for.",
        "Si aún no se ha pedido, o se pidió y no hay respuesta, todavía puede pedirse.",
    ),
)

PATHWAY = Pathway(
    id="opla_nonopposition_stipulation",
    name=t(
        "OPLA non-opposition, stipulations, narrowed issues, waived appeal",
        "No oposición de OPLA, estipulaciones, puntos acotados, renuncia a apelar",
    ),
    family="discretion",
    gives=t(
        "Shortens or secures a grant: agreed facts, agreed eligibility, no appeal, continuances, bond positions, not "
        "filing or cancelling an NTA.",
        "Acorta o asegura una decisión favorable: hechos acordados, elegibilidad acordada, sin apelación, "
        "aplazamientos, posiciones sobre la fianza, no presentar o cancelar un NTA.",
    ),
    does_not_give=(
        t("Not relief by itself.", "No es un beneficio por sí mismo."),
        t("OPLA may retract before the order.", "OPLA puede retractarse antes de la orden."),
    ),
    decided_by=t("ICE OPLA", "OPLA, de ICE"),
    forum=t("EOIR", "EOIR"),
    forms=(
        t(
            "Request for prosecutorial discretion; joint stipulation; pre-hearing statement (8 CFR 1003.21)",
            "Solicitud de discreción procesal; estipulación conjunta; declaración previa a la audiencia (8 "
            "CFR 1003.21)",
        ),
    ),
    authority=("8 CFR 1003.21", "8 CFR 1240.7", "Matter of Yewondwosen, 21 I&N Dec. 1025 (BIA 1997)"),
    cites=(PREHEARING, "8-cfr-1240-7-evidence", "matter-of-yewondwosen", "8-cfr-1003-14"),
    related=(
        "opla-2025-practice",
        "matter-of-bahta",
        "eoir-pm-25-16",
        "eoir-dm-23-04",
        "eoir-pm-21-25",
        "doyle-2022",
    ),
    elements=all_of(
        "agreement_with_opla",
        "An agreement with OPLA in an open case",
        court_case_open,
        opla_agreement,
        es="Un acuerdo con OPLA en un caso abierto",
    ),
    evidence=(
        proof(
            t("Complete application packet, early", "Paquete completo de la solicitud, con tiempo"),
            t("that the merits can be seen", "que el mérito está a la vista"),
            "opla_agreement",
        ),
        proof(
            t("Proposed stipulation", "Propuesta de estipulación"),
            t("ease for OPLA", "la facilidad para OPLA"),
            "opla_agreement",
        ),
    ),
    time_limits=(
        t(
            "Send 30 or more days before the individual hearing; confirm 10 days before.",
            "Envíe la solicitud 30 días o más antes de la audiencia individual; confirme 10 días antes.",
        ),
    ),
    clocks=(
        clock(
            "hearing",
            "Ask OPLA before the next hearing",
            "Pedir a OPLA antes de la próxima audiencia",
            due=choose(INDIVIDUAL, case.next_hearing_on.minus(days=60), case.next_hearing_on.minus(days=30)),
            cite=MANUAL,
            note=t(
                "At least 60 days before an individual hearing, 30 before a master hearing. Our convention, "
                "not the law.",
                "Al menos 60 días antes de una audiencia individual, 30 antes de una audiencia preliminar. "
                "Es costumbre nuestra, no la ley.",
            ),
        ),
        clock(
            "hearing_filings",
            "Filings for the individual hearing",
            "Presentaciones para la audiencia individual",
            due=case.next_hearing_on.minus(days=30).only_if(INDIVIDUAL),
            cite=MANUAL,
            pin="Immigration Court Practice Manual 3.1(b)",
            note=t(
                "A date ordered by the judge controls. Else plan to 30 days before a non-detained individual "
                "hearing, with 15 days (last verified manual text, 2022-08-26) as the outer default; "
                "detained: as ordered.",
                "Manda la fecha que ordene el juez. Si no la hay, prepárese para 30 días antes de la audiencia "
                "individual de quien no está detenido, con 15 días (último texto verificado del manual, 2022-08-26) "
                "como límite exterior; si está detenido, según se ordene.",
            ),
        ),
    ),
    on_grant=(
        t(
            "Ask OPLA to waive appeal on the record so the grant is final the same day.",
            "Pida a OPLA que renuncie a apelar en el acta para que la decisión favorable sea final el mismo día.",
        ),
    ),
    on_denial=(t("Full hearing.", "Audiencia completa."),),
    beside_discretion=t(
        "The lowest-cost request for discretion where dismissal is refused.",
        "La solicitud de discreción de menor costo cuando se niega la desestimación.",
    ),
    verified=(
        "https://cliniclegal.org/resources/removal-proceedings/biden-administration-announces-new-prosecutorial-discretion-policy",
        "https://www.ilrc.org/resources/advocating-prosecutorial-discretion-removal-proceedings-under-doyle-memo",
    ),
    confidence="high",
)
