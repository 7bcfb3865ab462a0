"""The juvenile court order behind Special Immigrant Juvenile classification: the court, its findings, its life."""

from nolle.facts import derived, juvenile, person
from nolle.law.pathway import t
from nolle.logic import AS_OF, all_of, any_of, element, not_, settled, version, versions

RULE = "8-cfr-204-11"
OLD_RULE = "8-cfr-204-11-pre2022"
STATUTE = "ina-101a27j"
OLD_STATUTE = "ina-101a27j-pre2009"

USCIS_PAGE = "https://uscis.gov/node/69998"
BIA_2025_PAGE = "https://www.sabrinadamast.com/journal/2025/11/16/bia-finds-administrative-closure-was-inappropriate-for-sijs-petitioner"
DENIALS_PAGE = "https://immpolicytracking.org/policies/uscis-begins-denying-sij-status-to-18-20-year-olds-based-on-alleged-lack-of-jurisdiction-by-state-courts-to-make-dependency-determinations"

# The state court and its order

order_signed = element(
    "order_signed",
    "A state juvenile court signed an order",
    es="Una corte estatal de menores firmó una orden",
    that=juvenile.order_exists,
    by="state-court",
    cite=RULE,
    pin="8 CFR 204.11(b)(4), (c)",
    verified=BIA_2025_PAGE,
    confidence="high",
)

court_reached_the_age = any_of(
    "court_reached_the_age",
    "The court had juvenile jurisdiction at that age under state law",
    element(
        "under_state_age_limit",
        "Under the state's age limit on the day of the order (today, while there is none)",
        es="Menor que el límite de edad del estado el día de la orden (hoy, mientras no la haya)",
        that=person.birth_date.plus(years=derived.sij_state_age_limit) > juvenile.order_on.if_absent(AS_OF),
        cite=(RULE, "matter-of-a-o-c-2019"),
        pin="state age limit on the day of the order",
        note=t(
            "Each state sets its own limit, and limits change. A row we are not sure of never answers no on age alone.",
            "Cada estado fija su límite, y los límites cambian. Un dato dudoso nunca responde que no solo por la edad.",
        ),
    ),
    element(
        "order_before_18",
        "Under 18 on the day of the order",
        es="Menor de 18 años el día de la orden",
        that=juvenile.age_at_order < 18,
        cite=RULE,
        pin="every state reaches under 18",
    ),
    all_of(
        "case_opened_in_time",
        "The case was opened in time and the court kept it",
        element(
            "dependency_or_delinquency_court",
            "A dependency or delinquency court",
            es="Una corte de dependencia o de delincuencia juvenil",
            that=juvenile.court_type.is_in("juvenile_dependency", "juvenile_delinquency"),
            by="counsel",
            cite=RULE,
            pin="case opened in time and jurisdiction kept",
        ),
        settled(
            "kept_past_the_limit",
            "Whether this court could keep the case past the age limit is a question for state counsel",
            es="Si esta corte podía conservar el caso después del límite es una pregunta para un abogado del estado",
            answer=None,
            cite=RULE,
        ),
        es="El caso se abrió a tiempo y la corte lo conservó",
    ),
    es="La corte tenía competencia de menores a esa edad según la ley estatal",
)

care_and_custody_court = not_(
    "care_and_custody_court",
    "Not a court without power over care and custody",
    all_of(
        "other_court",
        "The court is known, and is of another kind",
        element(
            "court_kind_known",
            "The kind of court is known",
            es="Se sabe qué tipo de corte es",
            that=juvenile.court_type.is_known,
            by="counsel",
            cite=(RULE, STATUTE),
            pin="juvenile court by function",
            confidence="high",
        ),
        element(
            "court_kind_other",
            "The court has no power over care and custody",
            es="La corte no tiene poder sobre el cuidado y la custodia",
            that=juvenile.court_type == "other",
            by="counsel",
            cite=(RULE, STATUTE),
            pin="juvenile court by function",
            note=t(
                "Custody, guardianship, probate, adoption, dependency and delinquency courts count; a bare declaratory "
                "judgment does not (Ochoa-Castillo).",
                "Cuentan las cortes de custodia, tutela, sucesiones, adopción, dependencia y delincuencia; una simple "
                "sentencia declaratoria no (Ochoa-Castillo).",
            ),
            confidence="high",
        ),
        es="Se conoce la corte, y es de otro tipo",
    ),
    es="No es una corte sin poder sobre el cuidado y la custodia",
)

orders_accepted = settled(
    "orders_accepted",
    "Orders made at 18 to 20 were accepted",
    es="Se aceptaban órdenes dictadas de los 18 a los 20 años",
    answer=True,
    cite=RULE,
)

denials_of_2018 = any_of(
    "denials_of_2018",
    "Outside the denials of 2018 and 2019",
    element(
        "order_under_18",
        "Under 18 when the order was made, by the age stated",
        es="Menor de 18 años cuando se dictó la orden, según la edad declarada",
        that=juvenile.age_at_order < 18,
        cite="uscis-sij-18-21-2018",
        pin="2018 practice reached orders made at 18 to 20",
        confidence="high",
    ),
    element(
        "born_under_18_at_order",
        "Under 18 when the order was made, by the date of birth",
        es="Menor de 18 años cuando se dictó la orden, según la fecha de nacimiento",
        that=person.birth_date.plus(years=18) > juvenile.order_on,
        cite="uscis-sij-18-21-2018",
        pin="2018 practice",
        confidence="high",
    ),
    element(
        "could_place_with_parent",
        "The court had power to place the youth with a parent",
        es="La corte podía colocar al joven con un padre o una madre",
        that=juvenile.court_could_place_with_parent,
        by="judgement",
        cite="uscis-sij-18-21-2018",
        pin="2018 practice",
    ),
    es="Fuera de las denegaciones de 2018 y 2019",
)

orders_at_18_to_20 = versions(
    "orders_at_18_to_20",
    "The position of USCIS on orders made at 18 to 20",
    version(
        "before_2018",
        since="2009-03-23",
        until="2018-02-28",
        that=orders_accepted,
        cite=OLD_RULE,
        note=t(
            "Routinely approved for 18 to 20 year olds (New York, California and others).",
            "Se aprobaban de rutina para jóvenes de 18 a 20 años (Nueva York, California y otros).",
        ),
        verified="http://yalejreg.com/nc/unblocking-the-path-for-abused-neglected-and-abandoned-juvenile-immigrants-r-f-m-v-nielsen/",
        confidence="high",
    ),
    version(
        "denials_2018_2019",
        since="2018-03-01",
        until="2019-11-18",
        en="Denied unless the court could place the youth with a parent",
        es="Denegadas salvo que la corte pudiera colocar al joven con un padre o una madre",
        that=denials_of_2018,
        cite="uscis-sij-18-21-2018",
        pin="2018 practice",
        outcome="agency_position_not_law",
        verified=DENIALS_PAGE,
        confidence="high",
    ),
    version(
        "ca_jl",
        since="2018-10-24",
        until="2019-11-18",
        states="CA",
        that=orders_accepted,
        cite="jl-v-cissna-2018",
        note=t(
            "Class of probate guardianship cases; the class of juvenile court cases was settled later (A.O.).",
            "Clase de casos de tutela en corte de sucesiones; la clase de cortes de menores se resolvió después "
            "(A.O.).",
        ),
        verified=DENIALS_PAGE,
        confidence="high",
    ),
    version(
        "ny_rfm",
        since="2019-03-15",
        until="2019-11-18",
        states="NY",
        that=orders_accepted,
        cite="rfm-v-nielsen-2019",
        verified="https://legalaidnyc.org/notice/court-ruling-upholds-special-immigrant-juvenile-status-sijs-protections/",
        confidence="high",
    ),
    version(
        "wa_galvez",
        since="2019-07-17",
        until="2019-11-18",
        states="WA",
        that=orders_accepted,
        cite="moreno-galvez-2019",
        verified="https://e.casetext.com/case/galvez-v-cuccinelli",
        confidence="high",
    ),
    version(
        "nj_wao",
        since="2019-07-31",
        until="2019-11-18",
        states="NJ",
        that=orders_accepted,
        cite="wao-v-cuccinelli-2019",
        note=t("July 2019; the day was not seen.", "Julio de 2019; no se vio el día exacto."),
        verified="https://www.lexisnexis.com/community/insights/legal/immigration/b/insidenews/posts/notice-of-proposed-settlement-w-a-o-v-jaddou-sij-classification",
    ),
    version(
        "manual_2019",
        since="2019-11-19",
        until="2022-04-06",
        that=orders_accepted,
        cite=("uscis-pm-sij", "matter-of-a-o-c-2019"),
        note=t(
            "The person must be a juvenile under state law when the order issues; power to place with the unfit parent "
            "is no longer asked for.",
            "La persona debe ser menor según la ley estatal cuando se dicta la orden; ya no se pide poder para "
            "colocarla con el padre o la madre no apto.",
        ),
        verified="https://www.uscis.gov/policy-manual/volume-6-part-j",
        confidence="high",
    ),
    version("rule_2022", since="2022-04-07", that=orders_accepted, cite=RULE, confidence="high"),
    es="La posición de USCIS sobre órdenes dictadas de los 18 a los 20 años",
)

qualifying_order = all_of(
    "qualifying_order",
    "An order of a juvenile court that counts",
    order_signed,
    court_reached_the_age,
    care_and_custody_court,
    orders_at_18_to_20,
    es="Una orden de una corte de menores que cuenta",
)

# What the order must find

dependency_or_custody = element(
    "dependency_or_custody",
    "Declared dependent on the court, or placed in someone's custody",
    es="Declarado dependiente de la corte, o puesto bajo la custodia de alguien",
    that=juvenile.dependency_or_custody,
    by="state-court",
    cite=RULE,
    pin="8 CFR 204.11(c)(1)(i)",
    verified=BIA_2025_PAGE,
    confidence="high",
)

reunification = versions(
    "reunification",
    "Reunification with a parent is not viable",
    version(
        "foster_care",
        since="1990-11-29",
        until="2009-03-22",
        that=element(
            "foster_care_eligible",
            "Eligible for long-term foster care",
            es="Reúne las condiciones para cuidado de crianza a largo plazo",
            that=juvenile.foster_care_eligible,
            by="judgement",
            cite=OLD_STATUTE,
            pin="INA 101(a)(27)(J) before the TVPRA",
            confidence="high",
        ),
        cite=(OLD_STATUTE, OLD_RULE),
    ),
    version(
        "one_or_both",
        since="2009-03-23",
        en="One parent is enough; the other parent may have custody",
        es="Basta un padre o una madre; el otro puede tener la custodia",
        that=any_of(
            "with_one_or_both",
            "Not viable with one or both parents",
            element(
                "not_viable_finding",
                "The court found that reunification is not viable",
                es="La corte determinó que la reunificación no es viable",
                that=juvenile.nonviability_finding,
                by="state-court",
                cite=RULE,
                pin="8 CFR 204.11(c)(1)(ii)",
                verified=USCIS_PAGE,
                confidence="high",
            ),
            element(
                "one_parent_finding",
                "The court found so for one parent",
                es="La corte lo determinó respecto de un padre o una madre",
                that=juvenile.one_parent_finding,
                by="state-court",
                cite=(STATUTE, "tvpra-235d"),
                pin="INA 101(a)(27)(J)(i): 1 or both",
                confidence="high",
            ),
            es="No es viable con uno o ambos padres",
            cite=(STATUTE, RULE),
        ),
        cite=(STATUTE, RULE),
        pin="INA 101(a)(27)(J)(i)",
        note=t(
            "State courts in Nebraska and New Jersey once resisted one-parent findings; H.S.P. v. J.K. (N.J. 2015) "
            "tells judges to make findings for each parent.",
            "Cortes de Nebraska y Nueva Jersey se resistían antes a las determinaciones sobre un solo padre; H.S.P. v. "
            "J.K. (N.J. 2015) pide a los jueces determinaciones sobre cada uno.",
        ),
        confidence="high",
    ),
    es="La reunificación con un padre o una madre no es viable",
)

ground = element(
    "ground",
    "Because of abuse, neglect, abandonment, or a similar basis under state law",
    es="Por maltrato, negligencia, abandono o una causa similar según la ley estatal",
    that=juvenile.nonviability_basis.has_any("abuse", "neglect", "abandonment", "similar_basis"),
    by="state-court",
    cite=(STATUTE, RULE),
    pin="INA 101(a)(27)(J)",
    verified=USCIS_PAGE,
    confidence="high",
)

best_interest = element(
    "best_interest",
    "The court found that return to the home country is not in the youth's best interest",
    es="La corte determinó que volver a su país no es lo mejor para el joven",
    that=juvenile.best_interest_finding,
    by="state-court",
    cite=RULE,
    pin="8 CFR 204.11(c)(2)",
    verified=BIA_2025_PAGE,
    confidence="high",
)

in_effect = element(
    "in_effect",
    "The order is in effect",
    es="La orden está vigente",
    that=juvenile.order_in_effect,
    by="state-court",
    cite=RULE,
    pin="8 CFR 204.11(c)(3)(ii)",
    confidence="high",
)

in_effect_or_excused = any_of(
    "in_effect_or_excused",
    "In effect, or ended only by age or by permanent placement",
    in_effect,
    element(
        "ended_by_age",
        "The order ended only because of age, adoption or guardianship",
        es="La orden terminó solo por la edad, una adopción o una tutela",
        that=juvenile.order_ended_only_by_age_or_permanency,
        by="state-court",
        cite=RULE,
        pin="8 CFR 204.11(c)(3)(ii)",
        confidence="high",
    ),
    es="Vigente, o terminada solo por la edad o por una colocación permanente",
)

still_in_effect = versions(
    "still_in_effect",
    "The order still holds",
    version(
        "old_rule",
        since="1993-08-12",
        until="2010-12-13",
        that=element(
            "in_effect_to_the_end",
            "In effect at filing and at decision",
            es="Vigente al presentar la petición y al decidirse",
            that=juvenile.order_in_effect,
            by="state-court",
            cite=OLD_RULE,
            pin="8 CFR 204.11(c)(5) (1993)",
        ),
        cite=OLD_RULE,
    ),
    version(
        "perez_olano",
        since="2010-12-14",
        until="2022-04-06",
        en="An end by age alone is excused",
        es="Se excusa que termine solo por la edad",
        that=in_effect_or_excused,
        cite=("perez-olano-settlement", OLD_RULE),
        pin="Perez-Olano settlement; policy manual",
    ),
    version(
        "rule_2022",
        since="2022-04-07",
        that=in_effect_or_excused,
        cite=RULE,
        pin="8 CFR 204.11(c)(3)(ii)",
        confidence="high",
    ),
    es="La orden sigue en pie",
)

not_temporary = not_(
    "not_temporary",
    "Not a temporary order",
    all_of(
        "temporary",
        "Known to be temporary",
        element(
            "temporary_known",
            "Whether the order is temporary is known",
            es="Se sabe si la orden es temporal",
            that=juvenile.order_temporary.is_known,
            by="state-court",
            cite="uscis-pm-sij",
            confidence="low",
        ),
        element(
            "temporary_order",
            "The order is temporary",
            es="La orden es temporal",
            that=juvenile.order_temporary,
            by="state-court",
            cite="uscis-pm-sij",
            confidence="low",
        ),
        es="Se sabe que es temporal",
    ),
    es="No es una orden temporal",
)

temporary_doubted = settled(
    "temporary_doubted",
    "Whether a temporary order is enough is not settled: ask counsel",
    es="No está claro si basta una orden temporal: consulte a un abogado",
    answer=None,
    cite="uscis-pm-sij",
    confidence="low",
)

no_permanent_order_needed = settled(
    "no_permanent_order_needed",
    "No permanent order is needed in the Fourth Circuit",
    es="En el Cuarto Circuito no hace falta una orden permanente",
    answer=True,
    cite="felipe-perez-v-cuccinelli-2020",
    pin="Felipe Perez, 949 F.3d 865",
    confidence="high",
)

temporary_orders = versions(
    "temporary_orders",
    "Temporary orders",
    version(
        "agency",
        since="1993-08-12",
        until="2022-04-06",
        en="Temporary custody alone was often refused",
        es="La custodia temporal sola solía rechazarse",
        that=any_of(
            "agency_on_temporary",
            "Not temporary, or accepted all the same",
            not_temporary,
            temporary_doubted,
            es="No es temporal, o se acepta de todos modos",
        ),
        cite="uscis-pm-sij",
        pin="policy manual",
        confidence="low",
    ),
    version(
        "ca4",
        since="2020-02-10",
        until="2022-04-06",
        circuits="4",
        that=no_permanent_order_needed,
        cite="felipe-perez-v-cuccinelli-2020",
        pin="Felipe Perez, 949 F.3d 865",
        confidence="high",
    ),
    version(
        "rule_2022",
        since="2022-04-07",
        en="The finding on reunification must not be merely temporary",
        es="La determinación sobre la reunificación no puede ser solo temporal",
        that=any_of(
            "rule_on_temporary",
            "Not temporary, or accepted all the same under the 2022 rule",
            not_temporary,
            all_of(
                "fourth_circuit",
                "In the Fourth Circuit",
                no_permanent_order_needed,
                es="En el Cuarto Circuito",
                circuits="4",
            ),
            temporary_doubted,
            es="No es temporal, o se acepta de todos modos según la regla de 2022",
        ),
        cite=RULE,
        pin="8 CFR 204.11(c)(1)",
        confidence="low",
    ),
    es="Órdenes temporales",
)

factual_basis = element(
    "factual_basis",
    "The order, or its record, states the facts behind each finding",
    es="La orden, o su expediente, expone los hechos de cada determinación",
    that=juvenile.factual_basis_in_order,
    by="state-court",
    cite=RULE,
    pin="8 CFR 204.11(d)(5)(i)",
    confidence="high",
)

real_relief = element(
    "real_relief",
    "The court gave relief from the maltreatment, not findings alone",
    es="La corte dio protección contra el maltrato, no solo determinaciones",
    that=juvenile.relief_beyond_findings,
    by="state-court",
    cite=RULE,
    pin="8 CFR 204.11(d)(5)",
    note=t(
        "The request must be in good faith: relief from maltreatment is a primary reason for it.",
        "La solicitud debe ser de buena fe: protegerse del maltrato es una razón principal.",
    ),
)
