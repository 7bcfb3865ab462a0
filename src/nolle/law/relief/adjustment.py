"""What adjustment of status asks for in every category, and who decides it. Each pathway adds its own conditions."""

from nolle.facts import case, person, visa
from nolle.law.pathway import caution, t
from nolle.logic import AS_OF, all_of, any_of, element, not_, settled

US_CODE = (
    "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/"
    "66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-{}.md"
)
MANUAL_245A = "https://www.uscis.gov/policy-manual/volume-7-part-b-chapter-2"
JURISDICTION_PAGE = "https://codes.findlaw.com/cfr/title-8-aliens-and-nationality/cfr-sect-8-1245-2/"

IN_ABSENTIA = US_CODE.format(323)
JURISDICTION = "8-cfr-245-2-jurisdiction"

number_available = element(
    "number_available",
    "A visa number is available",
    es="Hay un número de visa disponible",
    that=visa.number_available,
    by="dos",
    cite="ina-245a",
    pin="INA 245(a)(3)",
    note=t(
        "By the Visa Bulletin chart that USCIS names for the month; in court, by the final action chart.",
        "Según la tabla del Boletín de Visas que USCIS indica para el mes; en la corte, según la tabla de acción "
        "final.",
    ),
    verified=MANUAL_245A,
    confidence="high",
)

admissible = element(
    "admissible",
    "No ground of inadmissibility that cannot be waived",
    es="Ninguna causal de inadmisibilidad que no pueda perdonarse",
    that=~person.inadmissible_nonwaivable,
    by="judgement",
    cite=("ina-245a", "ina-212a-grounds"),
    pin="INA 245(a)(2); 212(a)",
    note=t(
        "A legal conclusion. Some grounds can be waived with Form I-601 or I-212.",
        "Es una conclusión legal. Algunas causales pueden perdonarse con el Formulario I-601 o I-212.",
    ),
    verified=MANUAL_245A,
    confidence="high",
)

# The ten-year bars

no_overstayed_departure = element(
    "no_overstayed_departure",
    "Did not stay past a voluntary departure date",
    es="No se quedó después de la fecha de una salida voluntaria",
    that=~case.vd_overstayed,
    cite="ina-240b",
    pin="INA 240B(d)(1)",
    note=t(
        "Staying past the date bars 240A, 240B, 245, 248 and 249 for ten years. The condition does not count the ten "
        "years: if they have passed, tell counsel.",
        "Quedarse después de la fecha impide 240A, 240B, 245, 248 y 249 por diez años. La condición no cuenta los diez "
        "años: si ya pasaron, avise al abogado.",
    ),
    verified=US_CODE.format(335),
    confidence="high",
)

no_in_absentia_bar = not_(
    "no_in_absentia_bar",
    "No order in absentia of the last ten years, after oral warning and without excuse",
    all_of(
        "in_absentia_bar",
        "An order in absentia of the last ten years, without excuse",
        element(
            "ordered_in_absentia",
            "Ordered removed for not being in court",
            es="Orden de deportación por no estar en la corte",
            that=case.in_absentia,
            cite="ina-240",
            pin="INA 240(b)(7)",
            verified=IN_ABSENTIA,
            confidence="high",
        ),
        element(
            "no_excuse",
            "Neither lack of notice, nor exceptional circumstances, nor custody explains the absence",
            es="La ausencia no se explica por falta de aviso, circunstancias excepcionales ni detención",
            that=case.in_absentia_cause == "none",
            cite="ina-240",
            pin="INA 240(b)(7)",
            verified=IN_ABSENTIA,
            confidence="high",
        ),
        element(
            "final_in_ten_years",
            "The order became final in the last ten years",
            es="La orden quedó firme en los últimos diez años",
            that=case.final_order_on.within(days=3652, before=AS_OF),
            cite="ina-240",
            pin="INA 240(b)(7)",
            verified=IN_ABSENTIA,
            confidence="high",
        ),
        es="Una orden en ausencia de los últimos diez años, sin excusa",
    ),
    es="Ninguna orden en ausencia de los últimos diez años, tras advertencia oral y sin excusa",
    note=t(
        "The bar needs oral notice of the hearing and of the consequences: review the record of notice.",
        "El impedimento exige aviso oral de la audiencia y de las consecuencias: revise cómo se dio el aviso.",
    ),
)

ten_year_bars = all_of(
    "ten_year_bars",
    "Outside the ten-year bars",
    no_overstayed_departure,
    no_in_absentia_bar,
    es="Fuera de los impedimentos de diez años",
)

no_false_claim = element(
    "no_false_claim",
    "Never claimed falsely to be a U.S. citizen",
    es="Nunca dijo falsamente ser ciudadano de Estados Unidos",
    that=~person.false_claim_us_citizen,
    cite="ina-212a6c",
    pin="INA 212(a)(6)(C)(ii)",
    note=t(
        "There are narrow exceptions, and claims before 1996-09-30 are outside it.",
        "Hay excepciones limitadas, y las declaraciones anteriores al 1996-09-30 quedan fuera.",
    ),
    verified=US_CODE.format(122),
    confidence="high",
)

# Who decides: never part of eligibility

in_proceedings = element(
    "in_proceedings",
    "A case is open in immigration court",
    es="Hay un caso abierto en el tribunal de inmigración",
    that=case.in_removal_proceedings,
    cite=JURISDICTION,
    pin="8 CFR 245.2(a)(1), 1245.2(a)(1)",
    verified=JURISDICTION_PAGE,
    confidence="high",
)

who_decides = any_of(
    "who_decides",
    "Who decides the application",
    element(
        "uscis_no_court_case",
        "USCIS: no court case is open",
        es="USCIS: no hay caso abierto en la corte",
        that=~case.in_removal_proceedings,
        cite=JURISDICTION,
        pin="8 CFR 245.2(a)(1), 1245.2(a)(1)",
        verified=JURISDICTION_PAGE,
        confidence="high",
    ),
    all_of(
        "uscis_arriving_alien",
        "USCIS: an arriving alien, even in proceedings or with a final order",
        in_proceedings,
        element(
            "arriving_alien",
            "Charged as an arriving alien",
            es="Acusado como extranjero que llega (arriving alien)",
            that=case.charging_category == "arriving_alien",
            cite=(JURISDICTION, "matter-of-yauri"),
            pin="8 CFR 245.2(a)(1), 1245.2(a)(1)(ii); Matter of Yauri, 25 I&N Dec. 103 (BIA 2009)",
            verified=JURISDICTION_PAGE,
            confidence="high",
        ),
        es="USCIS: extranjero que llega (arriving alien), aun en proceso o con orden final",
        since="2006-05-12",
    ),
    all_of(
        "judge_alone",
        "The immigration judge alone, until the case is dismissed or terminated",
        in_proceedings,
        element(
            "not_arriving",
            "Charged as present without admission, or as admitted and deportable",
            es="Acusado de estar presente sin admisión, o de ser deportable tras una admisión",
            that=case.charging_category.is_in("present_without_admission", "admitted_deportable"),
            cite=JURISDICTION,
            pin="8 CFR 1245.2(a)(1)(i)",
            verified=JURISDICTION_PAGE,
            confidence="high",
        ),
        es="Solo el juez de inmigración, hasta que el caso se desestime o termine",
    ),
    all_of(
        "arriving_before_2006",
        "An arriving alien before 2006-05-12: barred by 8 CFR 245.1(c)(8), which these circuits held invalid",
        element(
            "in_proceedings_before_2006",
            "In removal proceedings under the old rule",
            es="En proceso de deportación bajo la regla anterior",
            that=case.in_removal_proceedings,
            cite="8-cfr-245-1-c8-pre2006",
            pin="8 CFR 245.1(c)(8) (1997-2006)",
        ),
        element(
            "arriving_before_2006_charge",
            "Charged as an arriving alien under the old rule",
            es="Acusado como extranjero que llega (arriving alien) bajo la regla anterior",
            that=case.charging_category == "arriving_alien",
            cite=("succar-v-ashcroft-2005", "zheng-v-gonzales-2005", "bona-v-gonzales-2005", "scheerer-v-ag-2006"),
            pin="Succar; Zheng; Bona; Scheerer",
        ),
        settled(
            "forum_before_2006",
            "Who could decide such a case then is not settled",
            es="Quién podía decidir un caso así en esa época no está claro",
            answer=None,
            cite="8-cfr-245-1-c8-pre2006",
        ),
        es="Extranjero que llega antes del 2006-05-12: impedido por 8 CFR 245.1(c)(8), que estos circuitos invalidaron",
        until="2006-05-11",
        circuits=("1", "3", "9", "11"),
    ),
    es="Quién decide la solicitud",
    note=t(
        "Not a test of eligibility: it chooses the forum. An application first filed with USCIS before leaving on "
        "advance parole can be renewed before the judge (8 CFR 1245.2(a)(1)(ii)).",
        "No es un requisito: indica ante quién se pide. Una solicitud presentada primero ante USCIS, antes de salir "
        "con advance parole, puede renovarse ante el juez (8 CFR 1245.2(a)(1)(ii)).",
    ),
)

# What is weighed

EQUITIES = t(
    "The balance of equities as counsel sees it.", "El balance de los factores a favor y en contra, según el abogado."
)

TOTALITY = (
    t(
        "The totality under Matter of Marin, 16 I&N Dec. 581 (BIA 1978); Matter of Arai, 13 I&N Dec. 494 (BIA 1970); "
        "Matter of Blas, 15 I&N Dec. 626 (BIA 1974; A.G. 1976).",
        "El conjunto de los hechos, según Matter of Marin, 16 I&N Dec. 581 (BIA 1978); Matter of Arai, 13 I&N Dec. 494 "
        "(BIA 1970); Matter of Blas, 15 I&N Dec. 626 (BIA 1974; A.G. 1976).",
    ),
    t(
        "The list of PM-602-0199 (2026-05-21): immigration history, compliance with status or parole, fraud, not "
        "leaving as expected, moral character, family ties, humanitarian facts, national interest.",
        "La lista de PM-602-0199 (2026-05-21): historial migratorio, cumplimiento del estatus o del parole, fraude, no "
        "salir como se esperaba, carácter moral, lazos familiares, hechos humanitarios, interés nacional.",
    ),
    EQUITIES,
)

weak_equities = caution(
    "discretion_equities_strong",
    "Equities look weak: discretion can still be asked for; gather evidence first.",
    "Los factores a favor parecen débiles: aún se puede pedir; primero reúna pruebas.",
    when=person.discretion_equities_strong == "weak",
)

past_trip_now_counts = t(
    "INA 212(a)(9)(B): a past trip on advance parole after 180 days or more of unlawful presence now counts as a "
    "departure (Matter of Delcarmen-Lara, 29 I&N Dec. 830 (BIA 2026-08-13), overruling Matter of Arrabally): review "
    "every trip and plan an I-601.",
    "INA 212(a)(9)(B): un viaje pasado con advance parole después de 180 días o más de presencia ilegal ahora cuenta "
    "como salida (Matter of Delcarmen-Lara, 29 I&N Dec. 830 (BIA 2026-08-13), que revocó Matter of Arrabally): revise "
    "cada viaje y prevea un I-601.",
)
