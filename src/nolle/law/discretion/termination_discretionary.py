"""Termination that the judge may order, so that another path can be taken (8 CFR 1003.18(d)(1)(ii))."""

from nolle.facts import case, filing, person, uac
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import Element, Expr, all_of, any_of, element, version, versions

from .dismissal_without_prejudice import court_case_open
from .shared_cautions import unlikely_outside_relief
from .termination_before_2024 import (
    CORONADO,
    GONZALEZ,
    OLD_DISMISSAL_RULE,
    OLD_POWERS,
    SOG,
    U_RULE,
    by_agreement_or_named_rule,
    expressly_allowed,
    inherent_authority,
    limited_circumstances,
    waiver,
)

RULE = "8-cfr-1003-18d"
BIA_RULE = "8-cfr-1003-1-lm"
DACA_2026 = "bia-2026-daca-termination"
UAC_STATUTE = "ina-208b3c-uac"
DACA_PAGE = "https://elrabogados.com/en/daca-removal-proceedings-bia-decision/"
RULE_PAGE = (
    "https://casetext.com/regulation/code-of-federal-regulations/title-8-aliens-and-nationality/"
    "chapter-v-executive-office-for-immigration-review-department-of-justice/subchapter-a-general-provisions/"
    "part-1003-executive-office-for-immigration-review/subpart-c-immigration-court-rules-of-procedure/"
    "section-100318-effective-7292024-docket-management"
)


def filed(id: str, en: str, es: str, that: Expr, by: str = "counsel") -> Element:
    """A filing of the kind that USCIS could decide if no case were open."""
    return element(id, en, es=es, that=that, by=by, cite=RULE, pin="8 CFR 1003.18(d)(1)(ii)")


# The 2024 rule

uac_asylum = all_of(
    "uac_asylum",
    "(A) An unaccompanied child's asylum application is with USCIS",
    element(
        "uac_determined",
        "Determined to be an unaccompanied child (UAC)",
        es="Determinado como menor no acompañado (UAC)",
        that=uac.determined,
        by="counsel",
        cite=(RULE, UAC_STATUTE),
        pin="8 CFR 1003.18(d)(1)(ii)(A)",
        confidence="high",
    ),
    element(
        "uac_i589_pending",
        "The I-589 is pending, filed with USCIS as an unaccompanied child",
        es="El I-589 está pendiente, presentado ante USCIS como menor no acompañado",
        that=filing.i589.status == "pending",
        by="counsel",
        cite=(RULE, UAC_STATUTE),
        pin="8 CFR 1003.18(d)(1)(ii)(A); INA 208(b)(3)(C)",
    ),
    es="(A) La solicitud de asilo de un menor no acompañado está ante USCIS",
)

relief_at_uscis = all_of(
    "relief_at_uscis",
    "(B) Relief that USCIS could decide if no case were open",
    element(
        "prima_facie_eligible",
        "Prima facie eligible for relief that USCIS could decide",
        es="Elegible a primera vista para un beneficio que USCIS podría decidir",
        that=case.prima_facie_eligible_outside,
        by="judgement",
        cite=RULE,
        pin="8 CFR 1003.18(d)(1)(ii)(B)",
        note=t(
            "Read the pathway of that relief: prima facie means that it is not closed and that every core element is "
            "met.",
            "Lea la vía de ese beneficio: a primera vista significa que no está cerrada y que se cumple cada "
            "requisito central.",
        ),
        confidence="high",
    ),
    any_of(
        "filing_made",
        "The filing is made (none is needed yet for adjustment or naturalization)",
        element(
            "adjustment_filed_or_planned",
            "Adjustment (I-485) pending or planned",
            es="Ajuste de estatus (I-485) pendiente o previsto",
            that=filing.i485.status.is_in("pending", "planned"),
            by="counsel",
            cite=RULE,
            pin="8 CFR 1003.18(d)(1)(ii)(B)",
            confidence="high",
        ),
        filed(
            "sij_petition",
            "SIJ petition (I-360) pending or approved",
            "Petición SIJ (I-360) pendiente o aprobada",
            filing.i360_sij.status.is_in("pending", "approved"),
        ),
        filed(
            "u_petition",
            "U petition (I-918) pending or approved",
            "Petición U (I-918) pendiente o aprobada",
            filing.i918.status.is_in("pending", "approved"),
        ),
        filed(
            "t_application",
            "T application (I-914) pending or approved",
            "Solicitud T (I-914) pendiente o aprobada",
            filing.i914.status.is_in("pending", "approved"),
        ),
        filed(
            "vawa_petition",
            "VAWA self-petition (I-360) pending or approved",
            "Autopetición VAWA (I-360) pendiente o aprobada",
            filing.i360_vawa.status.is_in("pending", "approved"),
        ),
        all_of(
            "relative_petition_filed_and_approved",
            "A relative petition (I-130), filed and approved",
            filed(
                "relative_petition_filed",
                "Relative petition (I-130) filed",
                "Petición familiar (I-130) presentada",
                filing.i130.status.is_in("pending", "approved"),
            ),
            filed(
                "relative_petition",
                "Relative petition (I-130) approved",
                "Petición familiar (I-130) aprobada",
                filing.i130.status == "approved",
                by="uscis",
            ),
            es="Una petición familiar (I-130), presentada y aprobada",
        ),
        element(
            "naturalization_filed_or_planned",
            "Naturalization (N-400) pending or planned",
            es="Naturalización (N-400) pendiente o prevista",
            that=filing.n400.status.is_in("pending", "planned"),
            by="counsel",
            cite=RULE,
            pin="8 CFR 1003.18(d)(1)(ii)",
            note=t(
                "The naturalization ground fails if DHS opposes.",
                "La causa de naturalización falla si DHS se opone.",
            ),
        ),
        es="La solicitud está presentada (para el ajuste o la naturalización aún no hace falta)",
    ),
    es="(B) Un beneficio que USCIS podría decidir si no hubiera un caso abierto",
)

listed_grounds = any_of(
    "listed_grounds",
    "A discretionary ground of the 2024 rule",
    uac_asylum,
    relief_at_uscis,
    element(
        "reprieve_held",
        "(C) Holds TPS, deferred action (DACA included) or deferred enforced departure (DED)",
        es="(C) Tiene TPS, acción diferida (incluso DACA) o salida forzada diferida (DED)",
        that=person.immigration_status.is_in("tps", "daca", "deferred_action", "ded"),
        cite=RULE,
        pin="8 CFR 1003.18(d)(1)(ii)(C)",
        note=t(
            "The Board in 2026: a reprieve opens the door; it does not decide the motion.",
            "La BIA en 2026: esa protección abre la puerta; no decide la moción.",
        ),
        verified=DACA_PAGE,
        confidence="high",
    ),
    waiver(
        "waiver_2024",
        element(
            "waiver_granted",
            "(D) A provisional waiver (I-601A) was granted",
            es="(D) Se concedió un perdón provisional (I-601A)",
            that=filing.i601a.status == "approved",
            by="uscis",
            cite=RULE,
            pin="8 CFR 1003.18(d)(1)(ii)(D)",
        ),
        RULE,
        "8 CFR 1003.18(d)(1)(ii)(D)",
    ),
    element(
        "comparable_circumstances",
        "(F) Comparable circumstances make termination similarly necessary or appropriate",
        es="(F) Circunstancias comparables hacen la terminación igual de necesaria o apropiada",
        that=case.comparable_circumstances,
        by="judgement",
        cite=RULE,
        pin="8 CFR 1003.18(d)(1)(ii)(F)",
        note=t(
            "A catch-all; not for purely humanitarian reasons unless DHS consents, joins or affirmatively does not "
            "oppose. The paragraph letter is from memory; (E) is believed to cover 1216.4(a)(6) and 1238.1(e).",
            "Una causa general; no por razones puramente humanitarias salvo que DHS consienta, se una o "
            "declare que no se opone. La letra del párrafo se da de memoria; se cree que (E) cubre "
            "1216.4(a)(6) y 1238.1(e).",
        ),
        confidence="low",
    ),
    es="Una causa discrecional de la regla de 2024",
)

ground_on_decision_date = versions(
    "ground_on_decision_date",
    "A ground for discretionary termination, as the law stood on the day of decision",
    version(
        "pre_s_o_g",
        since="1997-04-01",
        until="2018-09-17",
        en="By agreement, or by a rule that names it; not over DHS objection as a form of prosecutorial discretion",
        es="Por acuerdo, o por una regla que lo nombre; no contra la objeción de DHS como discreción procesal",
        that=by_agreement_or_named_rule,
        cite=(OLD_POWERS, OLD_DISMISSAL_RULE, "matter-of-w-c-b", "matter-of-quintero"),
        pin="8 CFR 1003.10(b); W-C-B-, 24 I&N Dec. 118; Quintero, 18 I&N Dec. 348",
        standard=t(
            "A joint or unopposed motion was usual for an approvable I-130, TPS or DACA. Over DHS objection: "
            "continuance or closure instead (Hashmi, Avetisyan). A grant of TPS or DACA did not by itself require "
            "termination.",
            "Era habitual una moción conjunta o sin oposición con un I-130 aprobable, TPS o DACA. Contra la "
            "objeción de DHS: en su lugar, aplazamiento o cierre (Hashmi, Avetisyan). Tener TPS o DACA no "
            "obligaba por sí solo a la terminación.",
        ),
    ),
    version(
        "s_o_g_2018",
        since="2018-09-18",
        until="2022-11-16",
        en="Only where a regulation expressly allows; not for a pending I-130, TPS, DACA, advance parole or an "
        "approved waiver",
        es="Solo donde un reglamento lo permite expresamente; no por un I-130 pendiente, TPS, DACA, permiso de viaje "
        "ni un perdón aprobado",
        that=expressly_allowed,
        cite=(SOG, U_RULE),
        pin="Matter of S-O-G- & F-D-B-, 27 I&N Dec. 462",
        verified="https://immpolicytracking.org/policies/ag-sessions-decides-matter-of-s-o-g-f-d-b",
        confidence="high",
        outcome="not_available_unless_exception",
    ),
    version(
        "s_o_g_ca4",
        since="2021-10-20",
        until="2022-11-16",
        circuits="4",
        en="Fourth Circuit: inherent authority",
        es="Cuarto Circuito: autoridad propia",
        that=inherent_authority,
        cite=(GONZALEZ, OLD_POWERS),
        pin="Gonzalez v. Garland, 16 F.4th 131",
    ),
    version(
        "coronado_2022",
        since="2022-11-17",
        until="2024-07-28",
        en="In limited circumstances, such as those listed",
        es="En circunstancias limitadas, como las de la lista",
        that=limited_circumstances,
        cite=CORONADO,
        pin="Coronado Acevedo, 28 I&N Dec. 648",
        standard=t(
            "The respondent became a permanent resident after the case began; the open case harms a person "
            "who must travel for a visa; or termination is needed to seek relief before USCIS. The list is "
            "introduced by 'such as': like cases may be argued.",
            "La persona se hizo residente permanente después de iniciado el caso; el caso abierto perjudica "
            "a quien debe viajar por una visa; o la terminación es necesaria para pedir un beneficio ante "
            "USCIS. La lista empieza con 'tales como': pueden alegarse casos parecidos.",
        ),
        verified="https://biahelp.com/matter-of-coronado-acevedo-28-in-dec-648-a-g-2022/",
        confidence="high",
    ),
    version(
        "rule_2024",
        since="2024-07-29",
        en="Listed grounds; the judge weighs the reasons and any opposition",
        es="Causas de una lista; el juez pesa las razones y cualquier oposición",
        that=listed_grounds,
        cite=(RULE, BIA_RULE, "2024-docket-rule", DACA_2026),
        pin="8 CFR 1003.18(d)(1)(ii)",
        note=t(
            "Naturalization: from 2024-07-29 the judge may find prima facie eligibility, but not if DHS opposes. The "
            "Board in 2026: a status or reprieve opens the door only.",
            "Naturalización: desde el 2024-07-29 el juez puede declarar la elegibilidad a primera vista, "
            "pero no si DHS se opone. La BIA en 2026: un estatus o una protección solo abre la puerta.",
        ),
        confidence="high",
    ),
    es="Una causa de terminación discrecional, según la ley vigente el día de la decisión",
)

PATHWAY = Pathway(
    id="termination_discretionary",
    name=t(
        "Discretionary termination (8 CFR 1003.18(d)(1)(ii); BIA: 1003.1(m)(1)(ii))",
        "Terminación discrecional (8 CFR 1003.18(d)(1)(ii); BIA: 1003.1(m)(1)(ii))",
    ),
    family="discretion",
    gives=t(
        "The judge may end the case so the person can pursue another path or because a reprieve already protects them.",
        "El juez puede terminar el caso para que la persona siga otra vía o porque ya tiene una protección.",
    ),
    does_not_give=(
        t(
            "No status, no lawful presence by itself, no work permit of its own.",
            "No da estatus, ni por sí sola presencia legal, ni un permiso de trabajo propio.",
        ),
        t(
            "Loses court-only relief and the work permits tied to it, as with dismissal.",
            "Se pierde lo que solo la corte puede conceder y los permisos de trabajo ligados a ello, igual "
            "que con la desestimación.",
        ),
    ),
    decided_by=t("Immigration judge; BIA", "El juez de inmigración; la BIA"),
    forum=t("EOIR", "EOIR"),
    forms=(
        t(
            "Motion to terminate with prima facie evidence",
            "Moción de terminación con pruebas de elegibilidad a primera vista",
        ),
    ),
    authority=(
        "8 CFR 1003.18(d)(1)(ii)",
        "8 CFR 1003.1(m)(1)(ii)",
        "Matter of Coronado Acevedo, 28 I&N Dec. 648 (A.G. 2022) (interim standard)",
        ("BIA 2026 precedent on DACA-based termination (DACA alone is not enough; weigh DHS reasons and all factors)"),
        "Gonzalez v. Garland, 16 F.4th 131 (4th Cir. 2021)",
    ),
    cites=(RULE, BIA_RULE, CORONADO, DACA_2026, GONZALEZ, "8-cfr-1003-14", UAC_STATUTE),
    related=(
        SOG,
        "matter-of-j-a-b-i-j-v-a",
        "matter-of-acosta-hidalgo",
        "matter-of-ibarra-vega",
        OLD_DISMISSAL_RULE,
        "matter-of-cruz-1975",
        "perriello-v-napolitano-2009",
        "zegrean-v-ag-2010",
        "barnes-v-holder-2010",
        "ogunfuye-v-holder-2010",
        "shewchun-v-holder-2011",
        "hernandez-de-anderson-2007",
        "matter-of-garcia-flores",
    ),
    present_status=t(
        "In force but applied narrowly by 2025-2026 BIA precedent.",
        "Vigente, pero los precedentes de la BIA de 2025 y 2026 la aplican de forma estrecha.",
    ),
    elements=all_of(
        "discretionary_termination",
        "Discretionary termination",
        court_case_open,
        ground_on_decision_date,
        es="Terminación discrecional",
    ),
    bars=(
        t(
            "The naturalization ground is barred over DHS opposition.",
            "La causa de naturalización no procede contra la oposición de DHS.",
        ),
        t(
            "No termination merely to file asylum with USCIS except the ground for unaccompanied children.",
            "No hay terminación solo para pedir asilo ante USCIS, salvo la causa de menores no acompañados.",
        ),
        t(
            "Purely humanitarian termination needs DHS agreement.",
            "La terminación puramente humanitaria requiere el acuerdo de DHS.",
        ),
    ),
    weighed=(
        t("The reason termination is sought", "El motivo por el que se pide la terminación"),
        t("The basis of any opposition", "El fundamento de cualquier oposición"),
        t("Positive and negative equities (BIA, 2026)", "Los factores a favor y en contra (BIA, 2026)"),
        t("Whether relief is realistically near", "Si el beneficio está realmente cerca"),
        t("The likelihood of the relief outside court", "La probabilidad del beneficio fuera de la corte"),
    ),
    cautions=(unlikely_outside_relief,),
    evidence=(
        proof(
            t("Receipt and approval notices", "Avisos de recibo y de aprobación"),
            t("filing and jurisdiction", "la presentación y la jurisdicción"),
            "filing_made",
            "uac_i589_pending",
            "waiver_granted",
            "waiver_approved",
            "t_or_u_filed",
        ),
        proof(
            t("Juvenile court order with findings", "Orden de la corte de menores con determinaciones"),
            t(
                "prima facie eligibility for SIJ (see Cahuec Tzalam)",
                "la elegibilidad a primera vista para SIJ (vea Cahuec Tzalam)",
            ),
            "prima_facie_eligible",
            "sij_petition",
        ),
        proof(
            t("Deferred action or TPS notice with dates", "Aviso de acción diferida o de TPS con sus fechas"),
            t("ground (C)", "la causa (C)"),
            "reprieve_held",
        ),
        proof(
            t("Equities packet", "Conjunto de pruebas de los factores a favor"),
            t("discretion", "la discreción"),
            "comparable_circumstances",
        ),
    ),
    on_grant=(
        t(
            "File or continue with USCIS; keep the expiry of deferred action or TPS on the calendar.",
            "Presente o continúe la solicitud ante USCIS; anote el vencimiento de la acción diferida o del TPS.",
        ),
    ),
    on_denial=(
        t(
            "Ask in the alternative for administrative closure or continuance (Matter of L-A-B-R-, 27 I&N Dec. 405 "
            "(A.G. 2018)).",
            "Pida como alternativa el cierre administrativo o un aplazamiento (Matter of L-A-B-R-, 27 I&N Dec. 405 "
            "(A.G. 2018)).",
        ),
    ),
    risks=(
        t(
            "DHS appeals are common; a remand can be to a different judge.",
            "Las apelaciones de DHS son comunes; el caso puede devolverse a otro juez.",
        ),
    ),
    beside_discretion=t(
        "Best when a reprieve or USCIS path exists and OPLA will not join. Ask OPLA first: its affirmative "
        "non-opposition converts this to mandatory termination.",
        "Conviene cuando hay una protección o una vía ante USCIS y OPLA no se une. Pregunte primero a OPLA: su no "
        "oposición expresa convierte esto en terminación obligatoria.",
    ),
    exposure_first=True,
    verified=(
        RULE_PAGE,
        DACA_PAGE,
        "https://biahelp.com/matter-of-coronado-acevedo-28-in-dec-648-a-g-2022",
        "https://law.justia.com/cases/federal/appellate-courts/ca4/20-1924/20-1924-2021-10-20.html",
    ),
    confidence="medium",
)
