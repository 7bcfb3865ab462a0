"""Discretionary termination before the 2024 rule: by agreement, S-O-G-, Coronado Acevedo and the circuits.

Which of these grounds was the law on a day and in a circuit is in ``termination_discretionary``.
"""

from nolle.facts import case, filing
from nolle.law.pathway import t
from nolle.logic import Element, Group, all_of, any_of, element

OLD_DISMISSAL_RULE = "8-cfr-1239-2-pre2024"
OLD_POWERS = "8-cfr-1003-10b-pre2024"
SOG = "matter-of-s-o-g-f-d-b"
CORONADO = "matter-of-coronado-acevedo"
GONZALEZ = "gonzalez-v-garland-2021"
U_RULE = "8-cfr-214-14-u"


def opla_agreed(id: str, cite: str | tuple[str, ...], pin: str) -> Element:
    """OPLA's agreement, under the law that let it count at the time."""
    return element(
        id,
        "OPLA joins or does not oppose",
        es="OPLA se une o no se opone",
        that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
        by="opla",
        cite=cite,
        pin=pin,
        note=t("A joint or unopposed motion.", "Una moción conjunta o sin oposición."),
    )


def waiver(id: str, granted: Element, cite: str, pin: str) -> Group:
    """A provisional waiver that was asked for, and granted: nobody waits for a waiver that was never filed."""
    return all_of(
        id,
        "A provisional waiver (I-601A), filed and granted",
        element(
            f"{id}_filed",
            "The I-601A is filed",
            es="El I-601A está presentado",
            that=filing.i601a.status.is_in("pending", "approved"),
            by="counsel",
            cite=cite,
            pin=pin,
        ),
        granted,
        es="Un perdón provisional (I-601A), presentado y concedido",
    )


naturalization = element(
    "naturalization",
    "To pursue naturalization: DHS states in writing that the person is prima facie eligible",
    es="Para buscar la naturalización: DHS declara por escrito que la persona es elegible a primera vista",
    that=case.prima_facie_naturalization_dhs_letter,
    by="opla",
    cite=("matter-of-acosta-hidalgo", "matter-of-cruz-1975", OLD_DISMISSAL_RULE),
    pin="8 CFR 1239.2(f); Acosta Hidalgo, 24 I&N Dec. 103; Cruz",
    note=t(
        "The judge may not find prima facie eligibility without the DHS statement; exceptionally appealing or "
        "humanitarian factors are also needed.",
        "El juez no puede declarar la elegibilidad a primera vista sin la declaración de DHS; también se necesitan "
        "factores humanitarios o de excepcional atractivo.",
    ),
    confidence="high",
)

by_agreement_or_named_rule = any_of(
    "by_agreement_or_named_rule",
    "By agreement with DHS, or by a rule that names it",
    opla_agreed("opla_agreed", (OLD_DISMISSAL_RULE, OLD_POWERS), "8 CFR 1239.2; 1003.10(b)"),
    naturalization,
    element(
        "prejudicial_violation",
        "The government broke a regulation, and the breach was prejudicial",
        es="El gobierno violó un reglamento, y la infracción causó perjuicio",
        that=case.regulatory_violation_prejudicial,
        by="judgement",
        cite="matter-of-garcia-flores",
        pin="Garcia-Flores, 17 I&N Dec. 325",
    ),
    es="Por acuerdo con DHS, o por una regla que lo nombre",
)

expressly_allowed = any_of(
    "expressly_allowed",
    "Only where a regulation expressly allows it",
    naturalization,
    element(
        "dhs_moved",
        "DHS moved to dismiss",
        es="DHS presentó una moción de desestimación",
        that=case.dhs_moved_to_dismiss,
        by="opla",
        cite=SOG,
        pin="8 CFR 239.2(c)",
        note=t("By the 239.2(c) route only.", "Solo por la vía de 239.2(c)."),
        confidence="high",
    ),
    all_of(
        "t_or_u_agreement",
        "T or U: an agreed termination that the rules name",
        any_of(
            "t_or_u_filed",
            "A T or U petition is pending or approved",
            element(
                "t_filed",
                "T status (I-914) pending or approved",
                es="Estatus T (I-914) pendiente o aprobado",
                that=filing.i914.status.is_in("pending", "approved"),
                by="counsel",
                cite=("8-cfr-t-visa", U_RULE),
                pin="8 CFR 214.11, 214.14(c)(1)(i)",
                note=t("A joint motion, without prejudice.", "Una moción conjunta, sin perjuicio."),
            ),
            element(
                "u_filed",
                "U status (I-918) pending or approved",
                es="Estatus U (I-918) pendiente o aprobado",
                that=filing.i918.status.is_in("pending", "approved"),
                by="counsel",
                cite=U_RULE,
                pin="8 CFR 214.14(c)(1)(i)",
                confidence="high",
            ),
            es="Una petición T o U está pendiente o aprobada",
        ),
        opla_agreed("opla_agreed_t_or_u", U_RULE, "8 CFR 214.14(c)(1)(i)"),
        es="T o U: una terminación acordada que las reglas nombran",
    ),
    es="Solo donde un reglamento lo permite expresamente",
)

limited_circumstances = any_of(
    "limited_circumstances",
    "Limited circumstances such as these",
    element(
        "became_lpr",
        "Became a permanent resident after the case began",
        es="Se hizo residente permanente después de iniciado el caso",
        that=case.became_lpr_after_nta,
        cite=CORONADO,
        pin="28 I&N Dec. at 648, example 1",
        confidence="high",
    ),
    element(
        "must_travel",
        "Must leave to get a visa, and the open case stands in the way",
        es="Debe salir para obtener una visa, y el caso abierto lo impide",
        that=case.must_travel_for_visa,
        by="counsel",
        cite=CORONADO,
        pin="28 I&N Dec. at 648, example 2",
        confidence="high",
    ),
    waiver(
        "waiver_2022",
        element(
            "waiver_approved",
            "A provisional waiver (I-601A) is approved",
            es="Se aprobó un perdón provisional (I-601A)",
            that=filing.i601a.status == "approved",
            by="uscis",
            cite=CORONADO,
            pin="28 I&N Dec. at 648, example 2",
            confidence="high",
        ),
        CORONADO,
        "28 I&N Dec. at 648, example 2",
    ),
    element(
        "needed_for_uscis",
        "Termination is needed to seek relief before USCIS",
        es="La terminación es necesaria para pedir un beneficio ante USCIS",
        that=case.termination_needed_for_uscis_filing,
        by="counsel",
        cite=CORONADO,
        pin="28 I&N Dec. at 648, example 3",
        note=t(
            "Typical: an admitted or paroled (advance parole, TPS travel) spouse of a citizen with an I-130; SIJ "
            "adjustment; asylum of an unaccompanied child.",
            "Casos típicos: cónyuge de ciudadano con I-130, admitido o con parole (permiso de viaje, viaje con TPS); "
            "ajuste SIJ; asilo de un menor no acompañado.",
        ),
        confidence="high",
    ),
    naturalization,
    opla_agreed("opla_agreed_2022", CORONADO, "Coronado Acevedo, 28 I&N Dec. 648"),
    es="Circunstancias limitadas como estas",
)

inherent_authority = any_of(
    "inherent_authority",
    "Fourth Circuit: the judge has inherent authority to terminate",
    opla_agreed("opla_agreed_ca4", GONZALEZ, "Gonzalez v. Garland, 16 F.4th 131"),
    naturalization,
    limited_circumstances,
    es="Cuarto Circuito: el juez tiene autoridad propia para terminar el caso",
)
