"""Convictions that close 42B: INA 240A(b)(1)(C), and the Board's answers on petty crimes of moral turpitude."""

from nolle.facts import conviction
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import t
from nolle.logic import all_of, any_of, element, settled, version, versions

from .cancellation import STATUTE_42B as STATUTE
from .cancellation import STATUTE_PAGE

CORTEZ_CANALES = "matter-of-cortez-canales"
GARCIA_HERNANDEZ = "matter-of-garcia-hernandez"

moral_turpitude = conviction.immigration_class.has_any("cimt")

no_barring_conviction = element(
    "no_barring_conviction",
    "No conviction referred to in INA 212(a)(2), 237(a)(2) or 237(a)(3)",
    es="Sin condena mencionada en INA 212(a)(2), 237(a)(2) o 237(a)(3)",
    that=conviction.none(
        conviction.immigration_class.has_any(
            "aggravated_felony",
            "cimt",
            "controlled_substance",
            "drug_trafficking",
            "firearm",
            "domestic_violence",
            "child_abuse",
            "stalking",
            "protection_order_violation",
            "national_security",
        )
        & conviction_stands
    ),
    cite=(STATUTE, "ina-212a-grounds", CORTEZ_CANALES),
    pin="INA 240A(b)(1)(C)",
    note=t(
        "One petty crime of moral turpitude is for counsel to review: no decision had settled it yet.",
        "Un solo delito menor de bajeza moral debe revisarlo el abogado: ninguna decisión lo había resuelto aún.",
    ),
    verified=STATUTE_PAGE,
)

no_other_barring_conviction = element(
    "no_other_barring_conviction",
    "No barring conviction other than for a crime of moral turpitude",
    es="Sin condena que impida la cancelación, aparte de un delito de bajeza moral",
    that=conviction.none(
        conviction.immigration_class.has_any(
            "aggravated_felony",
            "controlled_substance",
            "drug_trafficking",
            "firearm",
            "domestic_violence",
            "child_abuse",
            "stalking",
            "protection_order_violation",
            "trafficking",
            "immigration_status_offense",
            "national_security",
        )
        & conviction_stands
    ),
    cite=STATUTE,
    pin="INA 240A(b)(1)(C)",
    confidence="high",
)

no_moral_turpitude = element(
    "no_moral_turpitude",
    "No conviction for a crime of moral turpitude",
    es="Sin condena por un delito de bajeza moral",
    that=conviction.none(moral_turpitude & conviction_stands),
    cite=CORTEZ_CANALES,
    pin="INA 240A(b)(1)(C)",
)

only_petty_moral_turpitude = element(
    "only_petty_moral_turpitude",
    "Any crime of moral turpitude is within the petty-offense exception",
    es="Todo delito de bajeza moral entra en la excepción de delito menor",
    that=conviction.none(moral_turpitude & conviction_stands & ~conviction.petty_offense_exception),
    cite=CORTEZ_CANALES,
    pin="INA 240A(b)(1)(C)",
)

maximum_under_a_year = element(
    "maximum_under_a_year",
    "No crime of moral turpitude has a possible sentence of a year or more",
    es="Ningún delito de bajeza moral tiene una pena posible de un año o más",
    that=conviction.none(moral_turpitude & conviction_stands & (conviction.max_possible_sentence_days >= 365)),
    cite=CORTEZ_CANALES,
    pin="INA 240A(b)(1)(C)",
)

petty_unsettled = all_of(
    "petty_unsettled",
    "A petty crime of moral turpitude, whose effect is not settled",
    only_petty_moral_turpitude,
    settled(
        "petty_effect_unsettled",
        "Whether INA 237(a)(2) bars it all the same was not settled: ask counsel",
        es="No estaba claro si INA 237(a)(2) lo impide de todos modos: consulte a un abogado",
        answer=None,
        cite=GARCIA_HERNANDEZ,
    ),
    es="Un delito menor de bajeza moral, cuyo efecto no está claro",
)

criminal_bar = versions(
    "criminal_bar",
    "No barring conviction, by the law on the day of decision",
    version(
        "before_2003",
        since="1997-04-01",
        until="2003-05-07",
        en="The statute alone",
        es="La ley sola",
        that=any_of(
            "statute_alone",
            "No barring conviction; one petty crime of moral turpitude is for review",
            no_barring_conviction,
            all_of(
                "petty_before_precedent",
                "Only a petty crime of moral turpitude, for counsel to review",
                no_other_barring_conviction,
                petty_unsettled,
                es="Solo un delito menor de bajeza moral, que debe revisar el abogado",
            ),
            es="Sin condena que impida la cancelación; un solo delito menor de bajeza moral queda por revisar",
        ),
        cite=STATUTE,
        note=t(
            "No precedent yet on petty offenses and 42B.",
            "Aún no había precedente sobre delitos menores y 42B.",
        ),
        confidence="low",
    ),
    version(
        "garcia_hernandez",
        since="2003-05-08",
        until="2010-12-30",
        en="A petty crime of moral turpitude is outside INA 212(a)(2); the side of 237(a)(2) is unsettled",
        es="Un delito menor de bajeza moral queda fuera de INA 212(a)(2); por el lado de 237(a)(2) no está claro",
        that=all_of(
            "garcia_hernandez_rule",
            "No barring conviction; a petty crime of moral turpitude is unsettled",
            no_other_barring_conviction,
            any_of(
                "moral_turpitude_2003",
                "No crime of moral turpitude, or only a petty one",
                no_moral_turpitude,
                petty_unsettled,
                es="Ningún delito de bajeza moral, o solo uno menor",
            ),
            es="Sin condena que impida la cancelación; un delito menor de bajeza moral no está claro",
            cite=GARCIA_HERNANDEZ,
        ),
        cite=GARCIA_HERNANDEZ,
        pin="23 I&N Dec. 590",
        verified="https://case-law.vlex.com/vid/in-re-garcia-hernandez-894049293",
        confidence="high",
    ),
    version(
        "cortez_pedroza_2010",
        since="2010-12-31",
        precision="year",
        en="A crime of moral turpitude with a possible sentence of a year or more bars even if petty, whenever "
        "committed; a petty one with a maximum under a year does not",
        es="Un delito de bajeza moral con pena posible de un año o más es impedimento aunque sea menor y sin importar "
        "cuándo se cometió; uno menor con máximo de menos de un año no lo es",
        that=all_of(
            "cortez_pedroza_rule",
            "No barring conviction; a petty crime of moral turpitude with a maximum under a year does not bar",
            no_other_barring_conviction,
            any_of(
                "moral_turpitude_2010",
                "The clause on crimes of moral turpitude",
                no_moral_turpitude,
                all_of(
                    "single_petty_offense",
                    "A single petty crime of moral turpitude with a maximum under a year: outside both sections",
                    only_petty_moral_turpitude,
                    maximum_under_a_year,
                    es="Un solo delito menor de bajeza moral con máximo de menos de un año: fuera de ambas secciones",
                ),
                es="La cláusula sobre delitos de bajeza moral",
            ),
            es="Sin condena que impida la cancelación; un delito menor de bajeza moral con máximo de menos de un año "
            "no lo es",
            cite=(CORTEZ_CANALES, "matter-of-pedroza", "matter-of-ortega-lopez-2018"),
        ),
        cite=(CORTEZ_CANALES, "matter-of-pedroza", "matter-of-ortega-lopez-2018"),
        pin="Cortez Canales, 25 I&N Dec. 301; Pedroza, 25 I&N Dec. 312; Ortega-Lopez, 27 I&N Dec. 382 (2018)",
        note=t(
            "The maximum is the one on the day of conviction (the Velasquez-Rios line for California; laws that cut it "
            "to 364 days do not reach back). The Ninth Circuit sent the five-year point back in 2017 and accepted the "
            "Board's answer in 2020.",
            "El máximo es el vigente el día de la condena (la línea de Velasquez-Rios para California; las leyes que "
            "lo bajan a 364 días no son retroactivas). El Noveno Circuito devolvió en 2017 el punto de los cinco años "
            "y en 2020 aceptó la respuesta de la Junta.",
        ),
        confidence="high",
    ),
    es="Sin condena que impida la cancelación, según la ley del día de la decisión",
)
