"""Administrative closure: the case leaves the court's calendar, and stays pending.

Who may close, and on what test, changed with Avetisyan (2012), W-Y-U- (2017), Castro-Tum (2018), the courts of appeals
that refused it (2019 to 2021), the 2020 rule and its stay, Cruz-Valdez (2021) and the 2024 rule.
"""

from nolle.facts import case, filing, juvenile, victim
from nolle.law.pathway import Pathway, caution, proof, t
from nolle.logic import all_of, any_of, element, not_, settled, version, versions
from nolle.logic.rule import CIRCUITS, Group

JURISDICTION = "8-cfr-1003-14"
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
CASTRO_TUM_PAGE = (
    "https://immpolicytracking.org/policies/ag-sessions-decides-matter-of-castro-tum-limiting-administrative-closures"
)

# The case is before the court

in_removal_proceedings = element(
    "in_removal_proceedings",
    "In removal proceedings",
    es="En proceso de deportación (removal)",
    that=case.in_removal_proceedings,
    cite=JURISDICTION,
    pin="8 CFR 1003.14(a)",
    confidence="high",
)

nta_with_the_court = any_of(
    "nta_with_the_court",
    "The Notice to Appear (NTA) was filed with the court",
    element(
        "nta_filing_date_known",
        "The day it was filed is known",
        es="Se sabe qué día se presentó",
        that=case.nta_filed_on.is_known,
        by="counsel",
        cite=JURISDICTION,
        pin="8 CFR 1003.14(a); 1239.1(a)",
        note=t(
            "Before it files with the court DHS may cancel its own NTA (239.2(a)-(b)); afterwards it must file a "
            "motion.",
            "Antes de presentarlo en la corte, DHS puede cancelar su propio NTA (239.2(a)-(b)); después debe presentar "
            "una moción.",
        ),
        confidence="high",
    ),
    element(
        "nta_filed",
        "It was filed, even if the day is not known",
        es="Se presentó, aunque no se sepa el día",
        that=case.nta_filed,
        by="counsel",
        cite=JURISDICTION,
        pin="8 CFR 1003.14(a)",
        confidence="high",
    ),
    es="El Aviso de Comparecencia (NTA) se presentó en la corte",
)

before_the_court = all_of(
    "before_the_court",
    "A case before the immigration court",
    in_removal_proceedings,
    nta_with_the_court,
    es="Un caso ante el tribunal de inmigración",
)

not_already_closed = element(
    "not_already_closed",
    "Not administratively closed already",
    es="No está ya en cierre administrativo",
    that=~case.administratively_closed,
    cite=RULE,
    pin="8 CFR 1003.18(c)(1)-(3)",
)

# Before 2012: either side could veto

no_objection = all_of(
    "no_objection",
    "No side objects",
    not_(
        "dhs_does_not_object",
        "DHS does not object",
        element(
            "dhs_objects",
            "DHS opposes closure",
            es="DHS se opone al cierre",
            that=case.opla_position == "opposes",
            by="opla",
            cite=GUTIERREZ,
            pin="Gutierrez-Lopez, 21 I&N Dec. 479",
            confidence="high",
        ),
        es="DHS no objeta",
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
    opposed = any_of(
        f"{name}_opposed",
        "A side opposes closure",
        element(
            f"{name}_dhs_opposes",
            "DHS opposes closure",
            es="DHS se opone al cierre",
            that=case.opla_position == "opposes",
            by="opla",
            cite=cite,
            pin=pin,
        ),
        element(
            f"{name}_respondent_opposes",
            "The respondent opposes closure",
            es="La persona en proceso se opone al cierre",
            that=case.respondent_position == "opposes",
            by="counsel",
            cite=cite,
            pin=pin,
        ),
        es="Una parte se opone al cierre",
    )
    no_merits_reason = any_of(
        f"{name}_no_merits_reason",
        "No persuasive reason to go to the merits",
        merits_reason_not_persuasive,
        not_(f"{name}_nobody_opposes", "No side opposes closure", opposed, es="Ninguna parte se opone al cierre"),
        es="Ninguna razón convincente para decidir el fondo",
    )
    contested = all_of(
        f"{name}_contested",
        "Weighed over an objection",
        reason,
        no_merits_reason,
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

SIX_FACTORS = t(
    "reason for closure; basis of any opposition; likelihood the person succeeds on the outside petition or action; "
    "expected length; either side's responsibility for delay; ultimate outcome when the case returns",
    "motivo del cierre; fundamento de cualquier oposición; probabilidad de éxito en la petición o acción externa; "
    "duración prevista; responsabilidad de cada parte en la demora; resultado final cuando el caso regrese",
)

closure_standard = versions(
    "closure_standard",
    "The standard for closure on the date of decision",
    version(
        "pre_2012_no_objection",
        since="1990-01-01",
        until="2012-01-30",
        en="Closure only if no side objects",
        es="Cierre solo si ninguna parte objeta",
        that=no_objection,
        cite=(GUTIERREZ, "matter-of-lopez-barrios", "matter-of-munoz-santos", OLD_POWERS),
        pin="Gutierrez-Lopez; Lopez-Barrios; Munoz-Santos",
        standard=t(
            "no party opposes; temporary docket convenience; no final order; either side may later ask to recalendar",
            "ninguna parte se opone; conveniencia temporal del calendario; sin orden final; cualquiera de las "
            "partes puede pedir después que se reactive",
        ),
        note=t(
            "Hashmi (2009) urged DHS to agree where a prima facie approvable I-130 was pending.",
            "Hashmi (2009) instó a DHS a aceptar cuando estaba pendiente un I-130 aprobable a primera vista.",
        ),
        verified="https://case-law.vlex.com/vid/in-re-gutierrez-lopez-888250899",
        confidence="high",
    ),
    version(
        "avetisyan_2012",
        since="2012-01-31",
        until="2017-04-17",
        en="The judge or the Board may close over an objection",
        es="El juez o la Junta puede cerrar pese a una objeción",
        that=avetisyan,
        cite=(AVETISYAN, OLD_POWERS),
        pin="Avetisyan",
        standard=t(
            f"{SIX_FACTORS.en}; Board and judge may act on their own view of the factors; not for a purely "
            "speculative event or for DHS priority review alone",
            f"{SIX_FACTORS.es}; la Junta y el juez pueden actuar según su propia valoración; no por un hecho puramente "
            "especulativo ni solo para que DHS revise prioridades",
        ),
        note=t(
            "The Board could close cases before it on the same factors, including on its own motion after notice.",
            "La Junta podía cerrar los casos ante ella con los mismos factores, incluso por iniciativa propia tras "
            "avisar.",
        ),
        confidence="high",
    ),
    version(
        "w_y_u_2017",
        since="2017-04-18",
        until="2018-05-16",
        en="First question: is there a persuasive reason to decide the merits?",
        es="Primera pregunta: ¿hay una razón convincente para decidir el fondo?",
        that=w_y_u,
        cite=(WYU, AVETISYAN, OLD_POWERS),
        pin="W-Y-U-",
        standard=t(
            "did the party opposing closure give a persuasive reason for the case to go on and be decided on the "
            f"merits; {SIX_FACTORS.en}; judge may not review whether the person is a DHS priority",
            "¿dio la parte que se opone una razón convincente para que el caso siga y se decida el fondo?; "
            f"{SIX_FACTORS.es}; el juez no puede revisar si la persona es prioridad de DHS",
        ),
        note=t(
            "In W-Y-U- the respondent opposed closure wanted by DHS: an opposing respondent with a merits claim "
            "counts.",
            "En W-Y-U- la persona se oponía al cierre que quería DHS: cuenta quien se opone y tiene un reclamo de "
            "fondo.",
        ),
        confidence="high",
    ),
    version(
        "castro_tum_2018",
        since="2018-05-17",
        until="2021-07-14",
        en="Only where a regulation or settlement names closure",
        es="Solo donde un reglamento o un acuerdo menciona el cierre",
        that=named_by_rule_or_settlement,
        cite=(CASTRO_TUM, NAMED_BY_RULE, ABC, "garcia-v-garland-2023"),
        pin="Castro-Tum, 27 I&N Dec. 271",
        outcome="not_available_unless_exception",
        note=t(
            "The Second Circuit later upheld this reading for the period (Garcia v. Garland 2023). The law of a "
            "circuit prevails where it differed.",
            "El Segundo Circuito confirmó después esta lectura para ese período (Garcia v. Garland 2023). Donde la "
            "ley de un circuito era distinta, prevalece.",
        ),
        verified=CASTRO_TUM_PAGE,
        confidence="high",
    ),
    version(
        "castro_tum_ca4",
        since="2019-08-29",
        until="2021-01-14",
        circuits="4",
        en="Fourth Circuit: the power to close is restored",
        es="Cuarto Circuito: se restablece la facultad de cerrar",
        that=fourth_circuit,
        cite=(ROMERO, AVETISYAN, WYU),
        pin="Romero v. Barr",
        verified=CASTRO_TUM_PAGE,
        confidence="high",
    ),
    version(
        "castro_tum_ca7",
        since="2020-06-26",
        until="2021-01-14",
        circuits="7",
        en="Seventh Circuit: the power to close is restored",
        es="Séptimo Circuito: se restablece la facultad de cerrar",
        that=seventh_circuit,
        cite=(MEZA_MORALES, AVETISYAN, WYU),
        pin="Meza Morales",
        verified=CASTRO_TUM_PAGE,
        confidence="high",
    ),
    version(
        "castro_tum_ca6_2020",
        since="2020-11-24",
        until="2021-01-14",
        circuits="6",
        en="Sixth Circuit: only where a regulation or settlement names closure",
        es="Sexto Circuito: solo donde un reglamento o un acuerdo menciona el cierre",
        that=named_by_rule_or_settlement,
        cite=(HERNANDEZ_SERRANO, CASTRO_TUM),
        pin="Hernandez-Serrano",
        verified="http://casetext.com/case/hernandez-serrano-v-barr",
        confidence="high",
    ),
    version(
        "rule_2020",
        since="2021-01-15",
        until="2021-03-09",
        # In every circuit by name, so that it comes before circuit law: the rule changed the text the courts had read.
        circuits=tuple(sorted(CIRCUITS)),
        en="The 2020 rule: only where a regulation or settlement names closure",
        es="La regla de 2020: solo donde un reglamento o un acuerdo menciona el cierre",
        that=named_by_rule_or_settlement,
        cite=(RULE_2020, NAMED_BY_RULE),
        pin="85 Fed. Reg. 81588",
        outcome="not_available_unless_exception",
        note=t(
            "The rule changed the text the circuits had read, so it applied in all of them.",
            "La regla cambió el texto que los circuitos habían leído; por eso se aplicó en todos.",
        ),
        confidence="high",
    ),
    version(
        "castro_tum_ca4_b",
        since="2021-03-10",
        until="2021-07-14",
        circuits="4",
        en="Fourth Circuit again, with the 2020 rule stayed",
        es="De nuevo el Cuarto Circuito, con la regla de 2020 suspendida",
        that=fourth_circuit,
        cite=(ROMERO, STAY_OF_2020_RULE, AVETISYAN),
        pin="Romero v. Barr",
        note=t(
            "The stay of the 2020 rule revived the old text and the circuit's reading of it.",
            "La suspensión de la regla de 2020 revivió el texto anterior y la lectura que el circuito le daba.",
        ),
    ),
    version(
        "castro_tum_ca7_b",
        since="2021-03-10",
        until="2021-07-14",
        circuits="7",
        en="Seventh Circuit again, with the 2020 rule stayed",
        es="De nuevo el Séptimo Circuito, con la regla de 2020 suspendida",
        that=seventh_circuit,
        cite=(MEZA_MORALES, STAY_OF_2020_RULE, AVETISYAN),
        pin="Meza Morales",
    ),
    version(
        "castro_tum_ca3",
        since="2021-05-05",
        until="2021-07-14",
        circuits="3",
        en="Third Circuit: the power to close is restored",
        es="Tercer Circuito: se restablece la facultad de cerrar",
        that=third_circuit,
        cite=(ARCOS_SANCHEZ, AVETISYAN),
        pin="Arcos Sanchez",
        verified=(
            "https://www.lexisnexis.com/legalnewsroom/immigration/b/insidenews/posts/"
            "cyrus-mehta-will-kisor-be-the-nail-in-castro-tum-s-coffin"
        ),
        confidence="high",
    ),
    version(
        "castro_tum_ca6_2021",
        since="2021-03-10",
        until="2021-06-10",
        circuits="6",
        en="Sixth Circuit: only where a regulation or settlement names closure",
        es="Sexto Circuito: solo donde un reglamento o un acuerdo menciona el cierre",
        that=named_by_rule_or_settlement,
        cite=(HERNANDEZ_SERRANO, CASTRO_TUM),
        pin="Hernandez-Serrano",
        confidence="high",
    ),
    version(
        "ca6_garcia_deleon",
        since="2021-06-11",
        until="2024-07-28",
        circuits="6",
        en="Sixth Circuit: only where closure is needed for relief elsewhere, or named by rule",
        es="Sexto Circuito: solo si el cierre hace falta para un beneficio ante otra agencia, o lo menciona una regla",
        that=sixth_circuit,
        cite=(GARCIA_DELEON, HERNANDEZ_SERRANO, CRUZ_VALDEZ),
        pin="Garcia-DeLeon",
        note=t(
            "Cruz-Valdez and DM 22-03 deferred to circuit law; some Sixth Circuit judges read Cruz-Valdez more "
            "broadly.",
            "Cruz-Valdez y el DM 22-03 cedieron ante la ley del circuito; algunos jueces del Sexto Circuito leyeron "
            "Cruz-Valdez con más amplitud.",
        ),
    ),
    version(
        "cruz_valdez_2021",
        since="2021-07-15",
        until="2024-07-28",
        except_circuits="6",
        en="Avetisyan and W-Y-U- again",
        es="De nuevo Avetisyan y W-Y-U-",
        that=cruz_valdez,
        cite=(CRUZ_VALDEZ, AVETISYAN, WYU, "eoir-dm-22-03"),
        pin="Cruz-Valdez",
        standard=t(
            f"persuasive reason to proceed (W-Y-U-); {SIX_FACTORS.en}",
            f"razón convincente para seguir (W-Y-U-); {SIX_FACTORS.es}",
        ),
        verified="https://usimm.pikapod.net/books/removal-proceedings/page/motion-to-administratively-close",
        confidence="high",
    ),
    version(
        "rule_2024",
        since="2024-07-29",
        en=(
            "The factors of the regulation, on a party's motion; agreed motions are granted, absent unusual stated "
            "reasons"
        ),
        es=(
            "Los factores del reglamento, a moción de parte; las mociones acordadas se conceden, salvo razones "
            "inusuales expresadas"
        ),
        that=rule_2024,
        cite=(RULE, BOARD_RULE, RULE_2024, BNK, CAHUEC_TZALAM),
        pin="8 CFR 1003.18(c)(3); 1003.1(l)(3)",
        note=t(
            "On a party's motion: as drafted, the rule does not provide for closure on the judge's own motion (medium "
            "confidence). Detained people: B-N-K- from 2025-06-07.",
            "A moción de parte: tal como está redactada, la regla no prevé el cierre por iniciativa del juez "
            "(confianza media). Personas detenidas: B-N-K- desde el 2025-06-07.",
        ),
        confidence="high",
    ),
    es="El criterio para el cierre en la fecha de la decisión",
)

PATHWAY = Pathway(
    id="administrative_closure",
    name=t(
        "Administrative closure (8 CFR 1003.18(c); BIA: 1003.1(l))",
        "Cierre administrativo (8 CFR 1003.18(c); Junta: 1003.1(l))",
    ),
    family="discretion",
    gives=t(
        "Takes the case off the active calendar. The case stays pending; a pending 42B or asylum application can "
        "support renewals of the work permit.",
        "Quita el caso del calendario activo. El caso sigue pendiente; una solicitud 42B o de asilo pendiente puede "
        "servir de base para renovar el permiso de trabajo.",
    ),
    does_not_give=(
        t("No status, and no end to the case.", "No da estatus ni pone fin al caso."),
        t(
            "DHS may ask to recalendar at any time.",
            "DHS puede pedir en cualquier momento que el caso vuelva al calendario.",
        ),
        t(
            "Time in closure keeps the case alive: an old NTA stop-time date stays.",
            "El tiempo en cierre mantiene vivo el caso: la fecha en que un NTA anterior detuvo el tiempo sigue igual.",
        ),
    ),
    decided_by=t(
        "Immigration judge; Board of Immigration Appeals", "Juez de inmigración; Junta de Apelaciones de Inmigración"
    ),
    forum=t("EOIR", "EOIR"),
    forms=(
        t(
            "Motion for administrative closure (joint, unopposed, or contested)",
            "Moción de cierre administrativo (conjunta, sin oposición o con oposición)",
        ),
    ),
    authority=(
        "8 CFR 1003.18(c)(1)-(3)",
        "8 CFR 1003.1(l)",
        "Matter of Avetisyan, 25 I&N Dec. 688 (BIA 2012)",
        "Matter of W-Y-U-, 27 I&N Dec. 17 (BIA 2017)",
        "Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021)",
        "Matter of B-N-K-, 29 I&N Dec. 96 (BIA 2025)",
        "Matter of Cahuec Tzalam, 29 I&N Dec. 300 (BIA 2025)",
        "89 Fed. Reg. 46742",
    ),
    cites=(
        RULE,
        BOARD_RULE,
        AVETISYAN,
        WYU,
        CRUZ_VALDEZ,
        BNK,
        CAHUEC_TZALAM,
        RULE_2024,
        JURISDICTION,
        GARCIA_DELEON,
        HERNANDEZ_SERRANO,
    ),
    related=(
        GUTIERREZ,
        "matter-of-amico",
        "matter-of-montiel",
        CASTRO_TUM,
        IBARRA_VEGA,
        OLD_POWERS,
        RULE_2020,
        STAY_OF_2020_RULE,
        "eoir-dm-22-03",
        "eoir-pm-25-29",
        ROMERO,
        MEZA_MORALES,
        ARCOS_SANCHEZ,
        "garcia-v-garland-2023",
        "gonzalez-caraveo-v-sessions-2018",
        "gonzalez-v-garland-2021",
        "ina-103g",
        "loper-bright-2024",
        "kisor-v-wilkie-2019",
        "matter-of-lopez-barrios",
        "matter-of-munoz-santos",
        NAMED_BY_RULE,
        ABC,
    ),
    present_status=t(
        "The power is in the regulation. Board decisions of 2025 make contested closure hard for detained people, for "
        "reasons of TPS alone, and for long visa waits.",
        "La facultad está en el reglamento. Decisiones de la Junta de 2025 dificultan el cierre con oposición para "
        "personas detenidas, por TPS solamente y por largas esperas de visa.",
    ),
    elements=all_of(
        "elements",
        "Administrative closure",
        before_the_court,
        not_already_closed,
        closure_standard,
        es="Cierre administrativo",
    ),
    bars=(
        t(
            "Contested closure for a Special Immigrant Juvenile needs prima facie proof: the juvenile order "
            "itself, not just a receipt (Cahuec Tzalam).",
            "El cierre con oposición para un Joven Inmigrante Especial exige prueba a primera vista: la orden de "
            "menores misma, no solo un recibo (Cahuec Tzalam).",
        ),
        t(
            "The Sixth Circuit read the power more narrowly (Hernandez-Serrano v. Barr, 981 F.3d 459 (6th Cir. "
            "2020); but Garcia-DeLeon v. Garland, 999 F.3d 986 (6th Cir. 2021) for the I-601A). The 2024 rule now "
            "gives express authority.",
            "El Sexto Circuito leyó la facultad con menos amplitud (Hernandez-Serrano v. Barr, 981 F.3d 459 (6th Cir. "
            "2020); pero Garcia-DeLeon v. Garland, 999 F.3d 986 (6th Cir. 2021) para el I-601A). La regla de 2024 da "
            "ahora facultad expresa.",
        ),
    ),
    weighed=(
        t("(A) Why closure is sought.", "(A) Por qué se pide el cierre."),
        t("(B) The basis of any opposition.", "(B) El fundamento de cualquier oposición."),
        t(
            "(C) Whether closure is required for another filing to be made or granted.",
            "(C) Si el cierre es necesario para presentar otra solicitud o para que se conceda.",
        ),
        t(
            "(D) How likely the person is to succeed on the outside petition pursued or stated on the record.",
            "(D) Qué probabilidad de éxito tiene la petición externa en trámite o indicada en el expediente.",
        ),
        t("(E) The expected length.", "(E) La duración prevista."),
        t(
            "(F) Either side's responsibility for delay.",
            "(F) La responsabilidad de cada parte en la demora.",
        ),
        t("(G) The outcome expected in the end.", "(G) El resultado que se espera al final."),
        t("(H) ICE detention.", "(H) La detención de ICE."),
        t(
            "The judge may not review whether the person is a DHS priority as such (W-Y-U-).",
            "El juez no puede revisar como tal si la persona es una prioridad de DHS (W-Y-U-).",
        ),
        t(
            "The older Avetisyan list: reason, basis of opposition, likelihood of success, expected duration, "
            "responsibility for delay, ultimate outcome; W-Y-U- put first a persuasive reason to decide the merits.",
            "La lista anterior de Avetisyan: motivo, fundamento de la oposición, probabilidad de éxito, duración "
            "prevista, responsabilidad en la demora, resultado final; W-Y-U- puso primero una razón convincente "
            "para decidir el fondo.",
        ),
        t("How many months closure is expected to last.", "Cuántos meses se espera que dure el cierre."),
        t(
            "How likely the relief outside court is, as counsel sees it.",
            "Qué tan probable es el beneficio fuera de la corte, a juicio del abogado.",
        ),
    ),
    evidence=(
        proof(
            t(
                "Receipt for the petition, with all its supporting evidence",
                "Recibo de la petición, con todas sus pruebas",
            ),
            t("likelihood of success (D)", "probabilidad de éxito (D)"),
            "reason_given",
            "u_petition_pending",
        ),
        proof(
            t(
                "Visa Bulletin printout and an estimate of the wait",
                "Impresión del Boletín de Visas y estimación de la espera",
            ),
            t("expected length (E)", "duración prevista (E)"),
            "reason_given",
        ),
        proof(
            t(
                "NVC fee receipt, or the I-601A prepared for filing",
                "Recibo de pago del NVC, o el I-601A preparado para presentarse",
            ),
            t("that another filing requires closure (C)", "que otra solicitud exige el cierre (C)"),
            "needed_for_another_filing",
            "needed_elsewhere_ca6",
        ),
        proof(
            t("OPLA's email, or the joint motion", "Correo de OPLA, o la moción conjunta"),
            t("agreement of DHS ((c)(3))", "el acuerdo de DHS ((c)(3))"),
            "agreed_motion",
        ),
        proof(
            t("Custody records", "Constancias de custodia"),
            t("detention (H)", "la detención (H)"),
            "not_detained",
        ),
    ),
    time_limits=(
        t(
            "File before the hearing; keep the address with the court (EOIR-33) current while closed.",
            "Preséntela antes de la audiencia; mantenga al día la dirección en la corte (EOIR-33) durante el cierre.",
        ),
        t(
            "A move is reported to the court within 5 working days (EOIR-33), and to DHS within 10 days (AR-11): 8 CFR "
            "1003.15(d)(2); INA 265.",
            "Una mudanza se avisa a la corte en 5 días hábiles (EOIR-33), y a DHS en 10 días (AR-11): 8 CFR "
            "1003.15(d)(2); INA 265.",
        ),
        t(
            "Write to the court when the outside petition is decided.",
            "Informe a la corte por escrito cuando se decida la petición externa.",
        ),
    ),
    on_grant=(
        t(
            "Keep work permits renewed from the application that is still pending.",
            "Siga renovando los permisos de trabajo con la solicitud que sigue pendiente.",
        ),
        t("Report what happens to the petition.", "Informe lo que pase con la petición."),
        t("Check whether the I-601A is now open.", "Revise si ya puede presentarse el I-601A."),
    ),
    on_denial=(
        t(
            "Ask for a continuance for good cause (L-A-B-R-), for termination, or go on to the merits.",
            "Pida un aplazamiento por causa justificada (L-A-B-R-), la terminación, o siga con el fondo del caso.",
        ),
    ),
    risks=(
        t(
            "Mass motions to recalendar were reported in 2025 and 2026; be sure the client can be reached, and attends "
            "every hearing that is set.",
            "En 2025 y 2026 se informó de mociones masivas para reactivar casos; asegure que pueda localizarse al "
            "cliente y que asista a toda audiencia que se fije.",
        ),
    ),
    beside_discretion=t(
        "The right tool when USCIS must act first but the client also needs to keep 42B or asylum alive; required "
        "before the I-601A if a case is open.",
        "La herramienta adecuada cuando USCIS debe actuar primero y el cliente también necesita conservar la 42B o el "
        "asilo; es obligatorio antes del I-601A si hay un caso abierto.",
    ),
    cautions=(
        caution(
            "closure_expected_months",
            "Closure expected to last more than 24 months: warn. The Board has refused a wait of about five years; no "
            "number is fixed by law.",
            "Se espera que el cierre dure más de 24 meses: advertir. La Junta rechazó una espera de unos cinco "
            "años; la ley no fija un número.",
            when=case.closure_expected_months > 24,
            ours=True,
        ),
        caution(
            "outside_relief_likelihood",
            "Likelihood that the relief outside court is granted: weighed by the judge or officer, never an element.",
            "Probabilidad de que se conceda el beneficio fuera de la corte: la pesa quien decide; nunca es un "
            "requisito.",
            when=case.outside_relief_likelihood == "low",
        ),
    ),
    verified=(
        RULE_PAGE,
        RULE_COMMENT,
        "https://www.sabrinadamast.com/journal/2025/11/16/bia-finds-administrative-closure-was-inappropriate-for-sijs-petitioner",
        BNK_PAGE,
        "https://www.aila.org/infonet/bia-matter-of-w-y-u-2017",
        "http://casetext.com/admin-law/in-re-cruz-valdez",
    ),
    confidence="high",
)
