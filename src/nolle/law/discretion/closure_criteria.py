"""What each law of administrative closure asks, from the veto of either side to the 2024 rule.

Which of these criteria was the law on a day and in a circuit is in ``closure_standard``.
"""

from nolle.facts import case, filing, juvenile, victim
from nolle.law.pathway import t
from nolle.logic import Group, all_of, any_of, element, not_, settled

OLD_POWERS = "8-cfr-1003-10b-pre2024"
GUTIERREZ = "matter-of-gutierrez-lopez"
AVETISYAN = "matter-of-avetisyan"
WYU = "matter-of-w-y-u"
CASTRO_TUM = "matter-of-castro-tum"
ROMERO = "zuniga-romero-v-barr-2019"
MEZA_MORALES = "meza-morales-v-barr-2020"
ARCOS_SANCHEZ = "arcos-sanchez-v-ag-2021"
HERNANDEZ_SERRANO = "hernandez-serrano-v-barr-2020"
GARCIA_DELEON = "garcia-deleon-v-garland-2021"
CRUZ_VALDEZ = "matter-of-cruz-valdez"
NAMED_BY_RULE = "8-cfr-closure-named"
ABC = "abc-settlement-1991"
RULE_2020 = "2020-aa96-rule"
STAY_OF_2020_RULE = "centro-legal-v-eoir-2021"
RULE = "8-cfr-1003-18c"
BOARD_RULE = "8-cfr-1003-1-lm"
RULE_2024 = "2024-docket-rule"
BNK = "matter-of-b-n-k"
CAHUEC_TZALAM = "matter-of-cahuec-tzalam"
IBARRA_VEGA = "matter-of-ibarra-vega"

RULE_PAGE = (
    "https://casetext.com/regulation/code-of-federal-regulations/title-8-aliens-and-nationality/"
    "chapter-v-executive-office-for-immigration-review-department-of-justice/subchapter-a-general-provisions/"
    "part-1003-executive-office-for-immigration-review/subpart-c-immigration-court-rules-of-procedure/"
    "section-100318-effective-7292024-docket-management"
)
RULE_COMMENT = "https://charlesinternationallaw.com/administrative-closure-and-termination-in-immigration-court"
BNK_PAGE = "https://mikebakerlaw.com/blog/2025/06/07/administrative-closure-denied-detention-bia-2025/"

# Before 2012: either side could veto

no_objection = all_of(
    "no_objection",
    "No side objects",
    element(
        "dhs_does_not_object",
        "DHS joins, or says that it does not object",
        es="DHS se une, o dice que no objeta",
        that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
        by="opla",
        cite=GUTIERREZ,
        pin="Gutierrez-Lopez, 21 I&N Dec. 479",
        note=t(
            "Not yet asked, or asked and not answered, it is not known to accept closure.",
            "Si aún no se le ha pedido, o no ha respondido, no se sabe que acepte el cierre.",
        ),
        confidence="high",
    ),
    not_(
        "respondent_does_not_object",
        "The respondent does not object",
        element(
            "respondent_objects",
            "The respondent opposes closure",
            es="La persona en proceso se opone al cierre",
            that=case.respondent_position == "opposes",
            by="counsel",
            cite=GUTIERREZ,
            pin="Gutierrez-Lopez, 21 I&N Dec. 479",
            confidence="high",
        ),
        es="La persona en proceso no objeta",
    ),
    es="Ninguna parte objeta",
    cite=(GUTIERREZ, "matter-of-lopez-barrios", "matter-of-munoz-santos", OLD_POWERS),
)

# Avetisyan and W-Y-U-, wherever and whenever they were the law

merits_reason_not_persuasive = element(
    "merits_reason_not_persuasive",
    "The side that opposes gave no persuasive reason to decide the case on the merits",
    es="La parte que se opone no dio una razón convincente para decidir el fondo del caso",
    that=~case.opposition_reason_persuasive,
    by="ij",
    cite=WYU,
    pin="W-Y-U-: primary consideration",
    note=t(
        "DHS not yet asked, or asked and silent, is not DHS not opposing.",
        "Si aún no se le ha pedido a DHS, o no ha respondido, eso no es falta de oposición.",
    ),
    confidence="high",
)


def weighed(
    name: str, en: str, es: str, *, cite: str | tuple[str, ...], pin: str, primary_question: bool = True
) -> Group:
    """Closure that both sides accept, or that is weighed over an objection.

    The test of Avetisyan was the law in several circuits and years, each time on another authority: ``name`` keeps the
    ids apart. ``primary_question`` adds what W-Y-U- asks first.
    """
    agrees = any_of(
        f"{name}_agreed",
        "Joint, or not opposed",
        element(
            f"{name}_dhs_agrees",
            "DHS joins, or says that it does not oppose",
            es="DHS se une, o dice que no se opone",
            that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
            by="opla",
            cite=cite,
            pin=pin,
            confidence="high",
        ),
        element(
            f"{name}_asked_together",
            "Both sides asked together",
            es="Ambas partes lo pidieron juntas",
            that=case.closure_requested_by == "joint",
            by="opla",
            cite=cite,
            pin=pin,
            confidence="high",
        ),
        es="Conjunto, o sin oposición",
    )
    reason = element(
        f"{name}_reason_given",
        "A reason for closure is given",
        es="Se da un motivo para el cierre",
        that=case.admin_closure_reason.is_known,
        by="counsel",
        cite=cite,
        pin=pin,
    )
    if not primary_question:
        return any_of(name, en, agrees, reason, es=es)
    contested = all_of(
        f"{name}_contested",
        "Weighed over an objection",
        reason,
        merits_reason_not_persuasive,
        es="Se valora pese a una objeción",
    )
    return any_of(name, en, agrees, contested, es=es)


avetisyan = weighed(
    "avetisyan",
    "The judge or the Board may close over an objection",
    "El juez o la Junta puede cerrar pese a una objeción",
    cite=AVETISYAN,
    pin="Avetisyan, 25 I&N Dec. 688",
    primary_question=False,
)

w_y_u = weighed(
    "w_y_u",
    "No persuasive reason to decide the merits instead",
    "No hay razón convincente para decidir el fondo en su lugar",
    cite=(WYU, AVETISYAN),
    pin="W-Y-U-, 27 I&N Dec. 17",
)

fourth_circuit = weighed(
    "ca4",
    "Fourth Circuit: the power to close is restored",
    "Cuarto Circuito: se restablece la facultad de cerrar",
    cite=(ROMERO, AVETISYAN),
    pin="Romero v. Barr, 937 F.3d 282",
)

seventh_circuit = weighed(
    "ca7",
    "Seventh Circuit: the power to close is restored",
    "Séptimo Circuito: se restablece la facultad de cerrar",
    cite=(MEZA_MORALES, AVETISYAN),
    pin="Meza Morales v. Barr, 973 F.3d 656",
)

third_circuit = weighed(
    "ca3",
    "Third Circuit: the power to close is restored",
    "Tercer Circuito: se restablece la facultad de cerrar",
    cite=(ARCOS_SANCHEZ, AVETISYAN),
    pin="Arcos Sanchez, 997 F.3d 113",
)

cruz_valdez = weighed(
    "cruz_valdez",
    "Avetisyan and W-Y-U- again",
    "De nuevo Avetisyan y W-Y-U-",
    cite=(CRUZ_VALDEZ, AVETISYAN),
    pin="Cruz-Valdez, 28 I&N Dec. 326",
)

# Castro-Tum, the 2020 rule and the Sixth Circuit: only where a rule names closure

named_by_rule_or_settlement = element(
    "named_by_rule_or_settlement",
    "A regulation or a court-approved settlement itself names closure for this case",
    es="Un reglamento, o un acuerdo aprobado por una corte, menciona el cierre para este caso",
    that=case.closure_regulatory_basis.is_in(
        "abc_or_nacara_203",
        "nacara_202_or_hrifa",
        "indochinese_1245_21",
        "v_nonimmigrant",
        "t_nonimmigrant",
        "settlement",
        "other_regulation",
    ),
    by="judgement",
    cite=(CASTRO_TUM, NAMED_BY_RULE, ABC),
    pin="Castro-Tum, 27 I&N Dec. 271",
)

sixth_circuit = any_of(
    "ca6",
    "Sixth Circuit: only where closure is needed for relief elsewhere, or named by rule",
    named_by_rule_or_settlement,
    element(
        "needed_elsewhere_ca6",
        "An open case would legally bar relief before another agency",
        es="Un caso abierto impediría legalmente un beneficio ante otra agencia",
        that=case.closure_required_for_filing,
        by="judgement",
        cite=GARCIA_DELEON,
        pin="Garcia-DeLeon, 999 F.3d 986",
        note=t("Such as the provisional waiver (I-601A).", "Como el perdón provisional (I-601A)."),
        confidence="high",
    ),
    es="Sexto Circuito: solo si el cierre hace falta para un beneficio ante otra agencia, o lo menciona una regla",
    cite=(GARCIA_DELEON, HERNANDEZ_SERRANO, CRUZ_VALDEZ),
)

# The 2024 rule

agreed_motion = element(
    "agreed_motion",
    "DHS joins the motion, or says that it does not oppose",
    es="DHS se une a la moción, o dice que no se opone",
    that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
    by="opla",
    cite=RULE,
    pin="8 CFR 1003.18(c)(3)",
    note=t(
        "Must be granted unless the judge states unusual, clearly identified and supported reasons. Silence is not "
        "non-opposition.",
        "Debe concederse, salvo que el juez dé razones inusuales, claramente identificadas y fundadas. El silencio "
        "no es falta de oposición.",
    ),
    verified=RULE_COMMENT,
    confidence="high",
)

reason_given = element(
    "reason_given",
    "A reason for closure is given",
    es="Se da un motivo para el cierre",
    that=case.admin_closure_reason.is_known,
    by="counsel",
    cite=RULE,
    pin="8 CFR 1003.18(c)(3)(i)(A)",
    verified=RULE_PAGE,
    confidence="high",
)

detention = any_of(
    "detention",
    "Not detained, or another filing requires closure",
    element(
        "not_detained",
        "Not in ICE detention",
        es="No está en detención de ICE",
        that=~case.detained,
        cite=(RULE, BNK),
        pin="8 CFR 1003.18(c)(3)(i)(H); B-N-K-, 29 I&N Dec. 96",
        note=t(
            "The Board weighed detention heavily against closure. The day of the decision was not verified; 2025-06-07 "
            "is the latest it can be.",
            "La Junta dio mucho peso a la detención en contra del cierre. No se verificó el día de la decisión; a más "
            "tardar fue el 2025-06-07.",
        ),
        verified=BNK_PAGE,
        confidence="high",
    ),
    element(
        "needed_for_another_filing",
        "Another filing requires closure first",
        es="Otra solicitud exige primero el cierre",
        that=case.closure_required_for_filing,
        by="judgement",
        cite=RULE,
        pin="8 CFR 1003.18(c)(3)(i)(C)",
        confidence="high",
    ),
    es="Sin detención, u otra solicitud exige el cierre",
    since="2025-06-07",
)

sij_showing = any_of(
    "sij_showing",
    "For a Special Immigrant Juvenile petition, the juvenile order is in the record",
    not_(
        "no_sij_petition",
        "No Special Immigrant Juvenile petition is awaited",
        all_of(
            "sij_petition_awaited",
            "A Special Immigrant Juvenile petition is awaited",
            element(
                "sij_petition_known",
                "The state of the petition (I-360) is known",
                es="Se sabe cómo está la petición (I-360)",
                that=filing.i360_sij.status.is_known,
                by="counsel",
                cite=CAHUEC_TZALAM,
                pin="Cahuec Tzalam, 29 I&N Dec. 300",
            ),
            element(
                "sij_petition_pending",
                "The petition (I-360) is pending or planned",
                es="La petición (I-360) está pendiente o planeada",
                that=filing.i360_sij.status.is_in("pending", "planned"),
                by="counsel",
                cite=CAHUEC_TZALAM,
                pin="Cahuec Tzalam, 29 I&N Dec. 300",
            ),
            es="Se espera una petición de Joven Inmigrante Especial",
        ),
        es="No se espera una petición de Joven Inmigrante Especial",
    ),
    element(
        "juvenile_order",
        "The juvenile court's order exists; the order itself must be filed",
        es="Existe la orden de la corte de menores; debe presentarse la orden misma",
        that=juvenile.order_exists,
        by="state-court",
        cite=CAHUEC_TZALAM,
        pin="Cahuec Tzalam, 29 I&N Dec. 300",
        confidence="high",
    ),
    es="Para una petición de Joven Inmigrante Especial, la orden de menores está en el expediente",
    since="2025-11-14",
)

u_showing = any_of(
    "u_showing",
    "For a U petition, more than the backlog",
    not_(
        "no_u_petition",
        "No U petition is awaited",
        all_of(
            "u_petition_awaited",
            "A U petition is awaited",
            element(
                "u_petition_known",
                "The state of the petition (I-918) is known",
                es="Se sabe cómo está la petición (I-918)",
                that=filing.i918.status.is_known,
                by="counsel",
                cite=IBARRA_VEGA,
                pin="Ibarra-Vega",
                confidence="low",
            ),
            element(
                "u_petition_pending",
                "The petition (I-918) is pending",
                es="La petición (I-918) está pendiente",
                that=filing.i918.status == "pending",
                by="counsel",
                cite=IBARRA_VEGA,
                pin="Ibarra-Vega",
                confidence="low",
            ),
            es="Se espera una petición U",
        ),
        es="No se espera una petición U",
    ),
    element(
        "u_bona_fide",
        "USCIS made a bona fide determination",
        es="USCIS hizo una determinación de buena fe",
        that=victim.bfd_granted,
        by="uscis",
        cite=IBARRA_VEGA,
        pin="Ibarra-Vega: near-term visa or interim relief",
        confidence="low",
    ),
    settled(
        "u_other_showing",
        "Whether another showing is enough is not settled: ask counsel",
        es="No está claro si basta otra prueba: consulte a un abogado",
        answer=None,
        cite=(RULE, BOARD_RULE, RULE_2024, BNK, CAHUEC_TZALAM),
    ),
    es="Para una petición U, algo más que la lista de espera",
    since="2026-02-27",
)

rule_2024 = any_of(
    "rule_2024",
    "The test of the 2024 rule",
    agreed_motion,
    all_of(
        "contested_motion",
        "A motion of one side, weighed on all the circumstances",
        reason_given,
        detention,
        sij_showing,
        u_showing,
        es="Una moción de una parte, valorada con todas las circunstancias",
    ),
    named_by_rule_or_settlement,
    es="El criterio de la regla de 2024",
    cite=(RULE, BOARD_RULE, RULE_2024, BNK, CAHUEC_TZALAM),
)
