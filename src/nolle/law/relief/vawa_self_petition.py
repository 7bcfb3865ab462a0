"""VAWA self-petition (Form I-360) by an abused spouse, child or parent, and adjustment."""

from nolle.facts import case, filing, person, victim
from nolle.law.pathway import Pathway, caution, clock, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, settled

STATUTE = "ina-204a1-vawa"
MANUAL = "uscis-pm-vawa-2025"
JURISDICTION = "8-cfr-245-2-jurisdiction"
YAURI = "matter-of-yauri"

PIN = "INA 204(a)(1)(A)(iii)-(vii), (B)(ii)-(iii)"
TWO_YEARS = "INA 204(a)(1)(A)(iii)(II)(aa)(CC), (B)(ii)(II)(aa)(CC)"
BOTH_RULES = "8 CFR 245.2(a)(1), 1245.2(a)(1)"

MANUAL_2025_PAGE = "https://www.thomasmlee.com/blog/uscis-overhauls-vawa-self-petition-policy-manual-to-strengthen-program-integrity-and-clarify-eligibility"
CODE_PAGE = "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-78.md"

# The relationship and the abuse

relationship = element(
    "relationship",
    "Abused by a spouse, former or intended spouse, parent or stepparent, or a citizen son or daughter of 21 or over",
    es="Maltrato por el cónyuge, excónyuge o cónyuge previsto, padre, madre, padrastro o madrastra, o un hijo "
    "ciudadano de 21 años o más",
    that=victim.abuser_relationship.is_in(
        "spouse", "former_spouse", "intended_spouse", "parent", "stepparent", "usc_child_21_plus"
    ),
    cite=STATUTE,
    pin=PIN,
    verified=MANUAL_2025_PAGE,
    confidence="high",
)

abuser_status = element(
    "abuser_status",
    "That person is or was a citizen or permanent resident",
    es="Esa persona es o era ciudadana o residente permanente",
    that=victim.abuser_status.is_in("usc", "lpr", "former_usc_lpr"),
    cite=STATUTE,
    pin=PIN,
    verified=MANUAL_2025_PAGE,
    confidence="high",
)

abuse = element(
    "abuse",
    "Battery or extreme cruelty",
    es="Violencia física o crueldad extrema",
    that=victim.battery_or_extreme_cruelty,
    cite=STATUTE,
    pin=PIN,
    verified=MANUAL_2025_PAGE,
    confidence="high",
)

lived_together = element(
    "lived_together",
    "Lived with that person during the relationship",
    es="Vivió con esa persona durante la relación",
    that=victim.resided_with_abuser_during_relationship,
    cite=(STATUTE, MANUAL),
    pin=PIN,
    note=t(
        "From 2022-02-10 to 2025-12-21 policy accepted residence together at any time.",
        "Del 2022-02-10 al 2025-12-21 la política aceptaba haber vivido juntos en cualquier momento.",
    ),
    verified=MANUAL_2025_PAGE,
    confidence="high",
    since="2025-12-22",
)

# The marriage, for spouses

parent_or_child_case = element(
    "parent_or_child_case",
    "The abuser is a parent, a stepparent, or a citizen son or daughter of 21 or over",
    es="Quien maltrata es el padre, la madre, el padrastro, la madrastra, o un hijo ciudadano de 21 años o más",
    that=victim.abuser_relationship.is_in("parent", "stepparent", "usc_child_21_plus"),
    cite=STATUTE,
    pin=PIN,
    verified=MANUAL_2025_PAGE,
    confidence="high",
)

marriage_in_good_faith = any_of(
    "marriage_in_good_faith",
    "A marriage in good faith, for spouses",
    element(
        "good_faith",
        "Married in good faith",
        es="Se casó de buena fe",
        that=victim.good_faith_marriage,
        cite=STATUTE,
        pin=PIN,
        verified=MANUAL_2025_PAGE,
        confidence="high",
    ),
    parent_or_child_case,
    es="Un matrimonio de buena fe, para los cónyuges",
)

good_moral_character = element(
    "good_moral_character",
    "No bar to good moral character",
    es="Sin impedimento de buena conducta moral",
    that=~person.gmc_bar_101f,
    by="judgement",
    cite=(STATUTE, "ina-101f"),
    pin=PIN,
    note=t(
        "Three years; there is a waiver for conduct connected to the abuse.",
        "Tres años; hay una exención para conductas relacionadas con el maltrato.",
    ),
    verified=MANUAL_2025_PAGE,
    confidence="high",
)

married_or_in_time = any_of(
    "married_or_in_time",
    "Still married, or within two years of the end, for spouses",
    element(
        "ended_within_two_years",
        "The marriage ended in the two years before filing (before today, while not filed)",
        es="El matrimonio terminó en los dos años antes de presentar (antes de hoy, mientras no se presente)",
        that=filing.i360_vawa.filed_on.if_absent(AS_OF).within(months=24, after=victim.marriage_ended_on),
        cite=STATUTE,
        pin=TWO_YEARS,
        note=t(
            "Divorce connected to the abuse, or loss of status or citizenship related to domestic violence. Death "
            "within two years counts only where the abuser was a U.S. citizen.",
            "Divorcio relacionado con el maltrato, o pérdida de estatus o ciudadanía por violencia doméstica. La "
            "muerte en los dos años cuenta solo si quien maltrataba era ciudadano de EE. UU.",
        ),
        verified=CODE_PAGE,
        confidence="high",
    ),
    element(
        "still_married",
        "Still married to that person, or separated",
        es="Sigue en matrimonio con esa persona, o separado",
        that=person.marital_status.is_in("married", "separated") & (victim.abuser_relationship != "former_spouse"),
        cite=STATUTE,
        pin=PIN,
    ),
    parent_or_child_case,
    es="Sigue en matrimonio, o dentro de los dos años desde que terminó, para los cónyuges",
)

# Who decides the adjustment

in_proceedings = element(
    "in_proceedings",
    "In removal proceedings",
    es="En proceso de deportación",
    that=case.in_removal_proceedings,
    cite=JURISDICTION,
    pin=BOTH_RULES,
)

who_decides = any_of(
    "who_decides",
    "Who decides the adjustment",
    element(
        "uscis_no_court_case",
        "USCIS: there is no court case",
        es="USCIS: no hay caso en la corte",
        that=~case.in_removal_proceedings,
        cite=JURISDICTION,
        pin=BOTH_RULES,
    ),
    all_of(
        "uscis_arriving",
        "USCIS: an arriving alien, even in proceedings or with a final order",
        in_proceedings,
        element(
            "charged_as_arriving",
            "Charged as an arriving alien",
            es="Con cargos como extranjero que llega (arriving alien)",
            that=case.charging_category == "arriving_alien",
            cite=(JURISDICTION, YAURI),
            pin="8 CFR 245.2(a)(1), 1245.2(a)(1)(ii); Matter of Yauri, 25 I&N Dec. 103 (BIA 2009)",
            confidence="high",
        ),
        es="USCIS: un extranjero que llega (arriving alien), incluso en proceso o con orden final",
        since="2006-05-12",
    ),
    all_of(
        "judge",
        "The immigration judge alone, until the case is dismissed or terminated",
        in_proceedings,
        element(
            "charged_after_entry",
            "Charged as present without admission, or as admitted and deportable",
            es="Con cargos como presente sin admisión, o como admitido pero deportable",
            that=case.charging_category.is_in("present_without_admission", "admitted_deportable"),
            cite=JURISDICTION,
            pin="8 CFR 1245.2(a)(1)(i)",
            confidence="high",
        ),
        es="Solo el juez de inmigración, hasta que el caso se desestime o termine",
    ),
    all_of(
        "arriving_before_2006",
        "An arriving alien before May 12, 2006: barred by 8 CFR 245.1(c)(8), a rule these circuits held invalid",
        element(
            "in_proceedings_before_2006",
            "In removal proceedings, under the old rule",
            es="En proceso de deportación, según la regla antigua",
            that=case.in_removal_proceedings,
            cite="8-cfr-245-1-c8-pre2006",
            pin="8 CFR 245.1(c)(8) (1997-2006)",
        ),
        element(
            "charged_as_arriving_before_2006",
            "Charged as an arriving alien, under the old rule",
            es="Con cargos como extranjero que llega (arriving alien), según la regla antigua",
            that=case.charging_category == "arriving_alien",
            cite=("succar-v-ashcroft-2005", "zheng-v-gonzales-2005", "bona-v-gonzales-2005", "scheerer-v-ag-2006"),
            pin="Succar; Zheng; Bona; Scheerer",
        ),
        settled(
            "who_decided_before_2006",
            "Who decided then is not settled: ask counsel",
            es="No está claro quién decidía entonces: consulte a un abogado",
            answer=None,
            cite=STATUTE,
        ),
        es="Un extranjero que llega antes del 12 de mayo de 2006: excluido por 8 CFR 245.1(c)(8), regla que estos "
        "circuitos declararon inválida",
        until="2006-05-11",
        circuits=("1", "3", "9", "11"),
    ),
    es="Quién decide el ajuste",
    note=t(
        "It chooses the forum; it is no test of eligibility. Advance parole is an exception: an application first "
        "filed with USCIS before leaving on advance parole can be renewed before the judge (8 CFR 1245.2(a)(1)(ii)).",
        "Sirve para elegir el foro; no es un requisito. El permiso adelantado de viaje (advance parole) es una "
        "excepción: una solicitud presentada primero ante USCIS antes de salir con ese permiso puede renovarse ante el "
        "juez (8 CFR 1245.2(a)(1)(ii)).",
    ),
)

EITHER_ADJUSTS = t("USCIS or the judge adjusts.", "El ajuste lo da USCIS o el juez.")

PATHWAY = Pathway(
    id="vawa_self_petition",
    name=t("VAWA self-petition (I-360) and adjustment", "Autopetición VAWA (I-360) y ajuste de estatus"),
    family="relief",
    gives=t(
        "An approved petition, a work permit (c)(31), and adjustment with no need of inspection.",
        "Una petición aprobada, un permiso de trabajo (c)(31) y ajuste de estatus sin necesidad de inspección.",
    ),
    does_not_give=(t("The approval gives no status.", "La aprobación no da estatus."),),
    decided_by=t("USCIS (I-360); a judge may adjust", "USCIS (I-360); un juez puede dar el ajuste"),
    forum=t("USCIS", "USCIS"),
    forms=(t("Form I-360", "Formulario I-360"), t("Form I-485", "Formulario I-485")),
    authority=(
        "INA 204(a)(1)(A)(iii)-(vii),(B)(ii)-(iii)",
        "8 CFR 204.2(c),(e)",
        "INA 245(a),(c)",
        "USCIS PM Vol. 3 Pt. D (rewritten 2025-12-22, PA-2025-33)",
    ),
    cites=(
        STATUTE,
        "8-cfr-204-2-vawa",
        "ina-245c-k",
        "ina-245a",
        MANUAL,
        "ina-101f",
        JURISDICTION,
        YAURI,
    ),
    related=("ice-11005-4-2025", "icwc-v-noem", "8-usc-1367", "ina-212a6a-ii", "vawa-2005-act"),
    elements=all_of(
        "elements",
        "VAWA self-petition",
        relationship,
        abuser_status,
        abuse,
        lived_together,
        marriage_in_good_faith,
        good_moral_character,
        married_or_in_time,
        es="Autopetición VAWA",
    ),
    forum_rule=who_decides,
    bars=(
        t("Remarriage before approval.", "Volver a casarse antes de la aprobación."),
        t(
            "As a parent, only for abuse by a citizen son or daughter of 21 or over.",
            "Como padre o madre, solo por maltrato de un hijo ciudadano de 21 años o más.",
        ),
    ),
    cautions=(
        caution(
            "death_of_resident_abuser",
            "If the marriage ended because a permanent-resident abuser died, the two years may not apply: counsel must "
            "review it. Death counts only where the abuser was a citizen.",
            "Si el matrimonio terminó porque murió quien maltrataba y era residente permanente, los dos años pueden no "
            "aplicar: el abogado debe revisarlo. La muerte cuenta solo si era ciudadano.",
            when=(victim.abuser_status == "lpr") & victim.marriage_ended_on.is_known,
            cite=STATUTE,
        ),
    ),
    evidence=(
        proof(
            t("Any credible evidence", "Cualquier prueba creíble"),
            t("every element", "todos los requisitos"),
            "elements",
        ),
        proof(
            t("Joint leases, school records", "Contratos de renta a nombre de ambos, registros escolares"),
            t("living together during the relationship", "que vivieron juntos durante la relación"),
            "lived_together",
        ),
        proof(
            t("Marriage and divorce records", "Actas de matrimonio y de divorcio"),
            t("the relationship", "la relación"),
            "relationship",
            "marriage_in_good_faith",
            "married_or_in_time",
        ),
    ),
    time_limits=(
        t(
            "Two years from divorce or loss of status; two years from death only if the abuser was a citizen.",
            "Dos años desde el divorcio o la pérdida de estatus; dos años desde la muerte solo si quien maltrataba era "
            "ciudadano.",
        ),
        t(
            "A child who self-petitions: by 21, or by 25 if the abuse was one central reason for the delay.",
            "Un hijo que pide por sí mismo: antes de los 21 años, o de los 25 si el maltrato fue una razón central de "
            "la demora.",
        ),
    ),
    clocks=(
        clock(
            "vawa_divorce",
            "I-360 filed after the divorce, death or loss of status",
            "I-360 presentado después del divorcio, la muerte o la pérdida de estatus",
            due=victim.marriage_ended_on.plus(years=2),
            cite=STATUTE,
            pin=TWO_YEARS,
            note=t(
                "Death counts only where the abuser was a citizen.",
                "La muerte cuenta solo si quien maltrataba era ciudadano.",
            ),
            confidence="high",
        ),
    ),
    on_grant=(
        t(
            "Work permit; adjustment; termination under 8 CFR 1003.18(d)(1)(ii)(B).",
            "Permiso de trabajo; ajuste de estatus; terminación según 8 CFR 1003.18(d)(1)(ii)(B).",
        ),
    ),
    on_denial=(
        t(
            "Appeal to the AAO; 8 USC 1367 still protects the client's information.",
            "Apelación ante la AAO; 8 USC 1367 sigue protegiendo la información del cliente.",
        ),
    ),
    beside_discretion=t(
        "Closure or termination; never reveal the filing to the abuser, or through exports of the docket.",
        "Cierre o terminación; nunca revele el trámite a quien maltrata, ni en exportaciones de la lista de casos.",
    ),
    fit=(
        fits("dismissal", "good", EITHER_ADJUSTS),
        fits("termination", "good", EITHER_ADJUSTS),
        fits("administrative_closure", "good", EITHER_ADJUSTS),
        fits("stipulation_or_nonopposition", "good", EITHER_ADJUSTS),
        fits("joint_mtr_if_final_order", "good", EITHER_ADJUSTS),
    ),
    history=(
        t(
            "Entry without inspection: VAWA self-petitioners adjust under INA 245(a) without admission or parole; INA "
            "212(a)(6)(A)(ii) needs a substantial connection between abuse and entry, but USCIS treats the 245(a) "
            "clause as covering (6)(A)(i).",
            "Entrada sin inspección: quienes autopeticionan por VAWA ajustan según INA 245(a) sin admisión ni parole; "
            "INA 212(a)(6)(A)(ii) exige una conexión sustancial entre el maltrato y la entrada, pero USCIS trata la "
            "cláusula de 245(a) como que cubre (6)(A)(i).",
        ),
    ),
    verified=(MANUAL_2025_PAGE,),
    confidence="high",
)
