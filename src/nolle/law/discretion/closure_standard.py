"""The standard for administrative closure: which test was the law on a day and in a circuit.

Avetisyan (2012), W-Y-U- (2017), Castro-Tum (2018), the courts of appeals that refused it (2019 to 2021), the 2020 rule
and its stay, Cruz-Valdez (2021), and the 2024 rule.
"""

from nolle.law.pathway import t
from nolle.logic import version, versions
from nolle.logic.rule import CIRCUITS

from .closure_criteria import (
    ABC,
    ARCOS_SANCHEZ,
    AVETISYAN,
    BNK,
    BOARD_RULE,
    CAHUEC_TZALAM,
    CASTRO_TUM,
    CRUZ_VALDEZ,
    GARCIA_DELEON,
    GUTIERREZ,
    HERNANDEZ_SERRANO,
    MEZA_MORALES,
    NAMED_BY_RULE,
    OLD_POWERS,
    ROMERO,
    RULE,
    RULE_2020,
    RULE_2024,
    STAY_OF_2020_RULE,
    WYU,
    avetisyan,
    cruz_valdez,
    fourth_circuit,
    named_by_rule_or_settlement,
    no_objection,
    rule_2024,
    seventh_circuit,
    sixth_circuit,
    third_circuit,
    w_y_u,
)

CASTRO_TUM_PAGE = (
    "https://immpolicytracking.org/policies/ag-sessions-decides-matter-of-castro-tum-limiting-administrative-closures"
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
