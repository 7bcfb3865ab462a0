"""Special Immigrant Juvenile classification (Form I-360): a state court's order, then USCIS."""

from nolle.facts import derived, filing, juvenile, person
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, not_, settled, version, versions

RULE = "8-cfr-204-11"
OLD_RULE = "8-cfr-204-11-pre2022"
STATUTE = "ina-101a27j"
OLD_STATUTE = "ina-101a27j-pre2009"

USCIS_PAGE = "https://uscis.gov/node/69998"
BIA_2025_PAGE = "https://www.sabrinadamast.com/journal/2025/11/16/bia-finds-administrative-closure-was-inappropriate-for-sijs-petitioner"
DENIALS_PAGE = "https://immpolicytracking.org/policies/uscis-begins-denying-sij-status-to-18-20-year-olds-based-on-alleged-lack-of-jurisdiction-by-state-courts-to-make-dependency-determinations"

# Age

under_21_to_the_end = element(
    "under_21_to_the_end",
    "Under 21 when filing and still when USCIS decides",
    es="Menor de 21 años al presentar la petición y todavía cuando USCIS decide",
    that=person.birth_date.plus(years=21) > AS_OF,
    cite=(OLD_RULE, OLD_STATUTE),
    pin="8 CFR 204.11(c) (1993)",
    note=t(
        "Before the TVPRA nothing protected a young person who turned 21 while waiting.",
        "Antes de la TVPRA nada protegía a quien cumplía 21 años mientras esperaba.",
    ),
)

under_21_when_filed = element(
    "under_21_when_filed",
    "Under 21 when USCIS receives the petition",
    es="Menor de 21 años cuando USCIS recibe la petición",
    that=person.birth_date.plus(years=21) > filing.i360_sij.filed_on.if_absent(AS_OF),
    cite=RULE,
    pin="8 CFR 204.11(b)(1)",
    verified=USCIS_PAGE,
    confidence="high",
)

federal_age = versions(
    "federal_age",
    "The federal age test",
    version(
        "pre_tvpra",
        since="1990-11-29",
        until="2009-03-22",
        that=under_21_to_the_end,
        cite=(OLD_STATUTE, OLD_RULE),
    ),
    version(
        "tvpra_2009",
        since="2009-03-23",
        until="2022-04-06",
        en="The age is fixed on the day of filing",
        es="La edad queda fija el día en que se presenta la petición",
        that=under_21_when_filed,
        cite=("tvpra-235d", STATUTE, OLD_RULE, "perez-olano-settlement"),
        pin="TVPRA 2008 sec. 235(d)(6)",
        note=t(
            "Petitions pending or filed on or after 2008-12-23 are protected. The day that counts is the day USCIS "
            "receives a properly filed petition, not the day of mailing.",
            "Quedan protegidas las peticiones pendientes o presentadas desde el 2008-12-23. El día que cuenta es el día "
            "en que USCIS recibe una petición bien presentada, no el día del envío.",
        ),
        confidence="high",
    ),
    version(
        "rule_2022",
        since="2022-04-07",
        en="Under 21 on the day USCIS receives the petition",
        es="Menor de 21 años el día en que USCIS recibe la petición",
        that=under_21_when_filed,
        cite=RULE,
        pin="8 CFR 204.11(b)(1)",
        confidence="high",
    ),
    es="El requisito federal de edad",
)

unmarried = element(
    "unmarried",
    "Unmarried when filing and when USCIS decides",
    es="Sin estar casado al presentar la petición y cuando USCIS decide",
    that=person.marital_status.is_in("single", "divorced", "widowed"),
    cite=RULE,
    pin="8 CFR 204.11(b)(2)",
    note=t(
        "A marriage that ended by divorce, death or annulment is generally allowed.",
        "En general se acepta un matrimonio que terminó por divorcio, muerte o anulación.",
    ),
    verified=USCIS_PAGE,
)

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=RULE,
    pin="8 CFR 204.11(b)(3)",
    verified=USCIS_PAGE,
    confidence="high",
)

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
            "It has no power over care and custody",
            es="No tiene poder sobre el cuidado y la custodia",
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
            "Clase de casos de tutela en corte de sucesiones; la clase de cortes de menores se resolvió después (A.O.).",
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
            "State courts in Nebraska and New Jersey once resisted one-parent findings; H.S.P. v. J.K. (N.J. 2015) tells "
            "judges to make findings for each parent.",
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
        "It ended only because of age, adoption or guardianship",
        es="Terminó solo por la edad, una adopción o una tutela",
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

hhs_consent = any_of(
    "hhs_consent",
    "Consent of HHS, where it has custody and the court changes it",
    element(
        "not_in_hhs_custody",
        "Not in the custody of HHS",
        es="No está bajo la custodia de HHS",
        that=~juvenile.in_hhs_custody,
        cite=(STATUTE, RULE),
        pin="INA 101(a)(27)(J)",
    ),
    element(
        "hhs_specific_consent",
        "HHS gave specific consent",
        es="HHS dio su consentimiento específico",
        that=juvenile.hhs_specific_consent,
        by="other",
        cite=RULE,
        pin="8 CFR 204.11(d)(6)",
        note=t(
            "Not needed when the order does not change HHS custody or placement.",
            "No hace falta cuando la orden no cambia la custodia ni la colocación de HHS.",
        ),
        verified=USCIS_PAGE,
    ),
    es="Consentimiento de HHS, cuando tiene la custodia y la corte la cambia",
)

ORDER_AND_TIMELINE = t(
    "The court order and the visa timeline decide.",
    "Deciden la orden de la corte y el calendario de la visa.",
)

PATHWAY = Pathway(
    id="sijs_classification",
    name=t(
        "Special Immigrant Juvenile classification (I-360)",
        "Clasificación de Joven Inmigrante Especial (I-360)",
    ),
    family="relief",
    gives=t(
        "An approved petition, an EB-4 priority date, a waiver of many grounds of inadmissibility and, if filed before "
        "2026-05-10, automatic review for deferred action.",
        "Una petición aprobada, una fecha de prioridad EB-4, la exención de muchas causales de inadmisibilidad y, si se "
        "presentó antes del 2026-05-10, revisión automática para acción diferida.",
    ),
    does_not_give=(
        t("No status; no right to stay by itself.", "No da estatus ni, por sí sola, derecho a quedarse."),
        t(
            "A parent can never benefit through the child.",
            "Los padres nunca pueden beneficiarse por medio del hijo.",
        ),
    ),
    decided_by=t(
        "A state juvenile court makes the findings; USCIS decides the I-360.",
        "Una corte estatal de menores hace las determinaciones; USCIS decide el I-360.",
    ),
    forum=t("State court, then USCIS", "Corte estatal y luego USCIS"),
    forms=(t("State petition and order", "Petición y orden estatales"), t("Form I-360", "Formulario I-360")),
    authority=(
        "INA 101(a)(27)(J)",
        "8 CFR 204.11 (87 Fed. Reg. 13066, eff. 2022-04-07)",
        "USCIS PM Vol. 6 Pt. J",
        "TVPRA 2008 sec. 235(d)",
        "Perez-Olano v. Holder (C.D. Cal. settlement)",
    ),
    cites=(STATUTE, RULE, "uscis-pm-sij", "tvpra-235d", "perez-olano-settlement"),
    related=(
        "matter-of-cahuec-tzalam",
        OLD_RULE,
        OLD_STATUTE,
        "uscis-sij-18-21-2018",
        "jl-v-cissna-2018",
        "rfm-v-nielsen-2019",
        "moreno-galvez-2019",
        "wao-v-cuccinelli-2019",
        "ao-v-jaddou-2021",
        "matter-of-a-o-c-2019",
        "matter-of-d-y-s-c-2019",
        "matter-of-e-a-l-o-2019",
        "felipe-perez-v-cuccinelli-2020",
        "budhathoki-v-nielsen-2018",
        "ochoa-castillo-v-carroll-2021",
    ),
    present_status=t(
        "Available. In 2025 the Board disfavoured closure where the visa is years away.",
        "Disponible. En 2025 la Junta desaconsejó el cierre cuando la visa está a años de distancia.",
    ),
    elements=all_of(
        "elements",
        "Special Immigrant Juvenile classification",
        federal_age,
        unmarried,
        in_the_us,
        qualifying_order,
        dependency_or_custody,
        reunification,
        ground,
        best_interest,
        still_in_effect,
        temporary_orders,
        factual_basis,
        real_relief,
        hhs_consent,
        es="Clasificación de Joven Inmigrante Especial",
    ),
    bars=(
        t(
            "The state court must have jurisdiction at the person's age; each state has its own limit.",
            "La corte estatal debe tener competencia a la edad de la persona; cada estado tiene su límite.",
        ),
        t(
            "USCIS refuses consent if the order was sought mainly for immigration.",
            "USCIS niega el consentimiento si la orden se buscó sobre todo por motivos migratorios.",
        ),
        t(
            "The petition is revoked automatically if a court reunites the youth with the unfit parent (8 CFR 204.11(j)).",
            "La petición se revoca automáticamente si una corte reúne al joven con el padre o la madre no apto "
            "(8 CFR 204.11(j)).",
        ),
    ),
    weighed=(
        t(
            "Consent looks at the evidence; it is not general discretion.",
            "El consentimiento mira las pruebas; no es discreción general.",
        ),
    ),
    evidence=(
        proof(
            t(
                "Signed order with findings and statute citations",
                "Orden firmada con determinaciones y citas de la ley",
            ),
            t("the order and its findings", "la orden y sus determinaciones"),
            "order_signed",
            "dependency_or_custody",
            "not_viable_finding",
            "ground",
            "best_interest",
        ),
        proof(
            t(
                "Petition, affidavits and hearing record",
                "Petición, declaraciones juradas y acta de la audiencia",
            ),
            t("the facts behind the findings", "los hechos de las determinaciones"),
            "factual_basis",
            "real_relief",
        ),
        proof(
            t("Birth certificate or other proof of age", "Acta de nacimiento u otra prueba de edad"),
            t("age", "la edad"),
            "under_21_when_filed",
            "under_state_age_limit",
        ),
        proof(
            t("HHS release or consent", "Constancia de salida o consentimiento de HHS"),
            t("custody", "la custodia"),
            "not_in_hhs_custody",
            "hhs_specific_consent",
        ),
    ),
    time_limits=(
        t(
            "USCIS must RECEIVE the I-360 before the 21st birthday; a late filing cannot be cured, except for an error "
            "of USCIS.",
            "USCIS debe RECIBIR el I-360 antes de los 21 años; una presentación tardía no se corrige, salvo error de USCIS.",
        ),
        t(
            "The state order must come before the state's age limit: work to the earlier of that and the 21st birthday; "
            "look 12, 6, 3 and 1 months ahead.",
            "La orden estatal debe llegar antes del límite de edad del estado: trabaje con la fecha más temprana entre ese "
            "límite y los 21 años; revise con 12, 6, 3 y 1 meses de anticipación.",
        ),
        t("USCIS aims to decide within 180 days (TVPRA).", "USCIS procura decidir en 180 días (TVPRA)."),
        t("Do not marry before approval.", "No se case antes de la aprobación."),
    ),
    clocks=(
        clock(
            "sij_state_order",
            "State juvenile court order signed",
            "Orden de la corte estatal de menores firmada",
            due=person.birth_date.plus(years=derived.sij_state_age_limit).minus(days=1),
            cite=(RULE, STATUTE),
            pin="state table",
            note=t(
                "Ask the court about 120 days before (ours).",
                "Acuda a la corte unos 120 días antes (cifra nuestra).",
            ),
        ),
        clock(
            "sij_i360_21",
            "USCIS receives the SIJ petition (I-360)",
            "USCIS recibe la petición SIJ (I-360)",
            due=person.birth_date.plus(years=21).minus(days=1),
            cite=(RULE, "tvpra-235d"),
            pin="8 CFR 204.11(b)(1)",
            confidence="high",
        ),
    ),
    on_grant=(
        t(
            "Check deferred action; file the I-485 when the visa is current; ask to terminate the court case.",
            "Revise la acción diferida; presente el I-485 cuando haya visa; pida terminar el caso en la corte.",
        ),
    ),
    on_denial=(
        t(
            "Appeal to the AAO in 30 days (33 if mailed); federal court.",
            "Apelación ante la AAO en 30 días (33 si fue por correo); corte federal.",
        ),
    ),
    risks=(
        t(
            "There is a fee for the SIJ I-360 under H.R. 1, and addresses may be shared.",
            "Hay una tarifa para el I-360 SIJ según la ley H.R. 1, y las direcciones pueden compartirse.",
        ),
    ),
    beside_discretion=t(
        "Continuance (by analogy to Matter of Sanchez Sosa; L-A-B-R-), closure with the order in hand, or termination "
        "under 8 CFR 1003.18(d)(1)(ii)(B). After Cahuec Tzalam, submit the order and the visa timeline.",
        "Aplazamiento (por analogía con Matter of Sanchez Sosa; L-A-B-R-), cierre con la orden en mano, o terminación "
        "según 8 CFR 1003.18(d)(1)(ii)(B). Después de Cahuec Tzalam, presente la orden y el calendario de la visa.",
    ),
    fit=(
        fits("dismissal", "possible", ORDER_AND_TIMELINE),
        fits("termination", "good", ORDER_AND_TIMELINE),
        fits("administrative_closure", "possible", ORDER_AND_TIMELINE),
        fits("stipulation_or_nonopposition", "possible", ORDER_AND_TIMELINE),
        fits("joint_mtr_if_final_order", "possible", ORDER_AND_TIMELINE),
    ),
    history=(
        t(
            "Consent: before 2022-04-07 USCIS asked whether the order was sought mainly for status (Matter of E-A-L-O-, "
            "from 2019-10-15); since then the request must be in good faith: relief from maltreatment a primary reason.",
            "Consentimiento: antes del 2022-04-07 USCIS preguntaba si la orden se buscó sobre todo por el estatus (Matter "
            "of E-A-L-O-, desde el 2019-10-15); desde entonces la solicitud debe ser de buena fe: protegerse del maltrato "
            "es una razón principal.",
        ),
        t(
            "HHS specific consent only where the court changes HHS custody or placement (TVPRA 2008; Perez-Olano).",
            "Consentimiento específico de HHS solo cuando la corte cambia su custodia o colocación (TVPRA 2008; "
            "Perez-Olano).",
        ),
        t(
            "The age is held by receipt of a properly filed I-360 before the 21st birthday; a mailed or rejected filing "
            "does not hold it. Same-day delivery by courier is commonly used.",
            "La edad se conserva con la recepción de un I-360 bien presentado antes de los 21 años; uno enviado o "
            "rechazado no la conserva. Suele usarse entrega por mensajero el mismo día.",
        ),
        t(
            "The beneficiary may never pass a benefit to a natural or prior adoptive parent (INA 101(a)(27)(J)(iii)(II)).",
            "El beneficiario nunca puede transmitir un beneficio a un padre o madre natural o adoptivo anterior "
            "(INA 101(a)(27)(J)(iii)(II)).",
        ),
    ),
    verified=(
        BIA_2025_PAGE,
        "https://new-horizons-legal.com/en/blog/sijs-deferred-action-rescission-2026",
        "https://www.ilrc.org/taxonomy/term/13?page=1",
    ),
    confidence="high",
)
