"""Who decides first on the asylum claim of an unaccompanied child: USCIS by its dated rules, or the judge."""

from nolle.facts import derived, filing, person, uac
from nolle.law.pathway import t
from nolle.logic import AS_OF, Group, all_of, any_of, element, not_, settled, version, versions

DEFINITION = "6-usc-279g"
USCIS_FIRST = "ina-208b3c-uac"
KIM_MEMO = "uscis-uac-kim-2013"
JOP_ORDERS = "jop-v-dhs-2019"
JOP_SETTLEMENT = "jop-v-dhs-settlement"
MEMO_2025 = "uscis-uac-2025"
MACO = "matter-of-m-a-c-o"
HARMON = "harmon-v-holder-2014"

CLINIC_PAGE = "https://cliniclegal.org/resources/bia-issues-decision-about-jurisdiction-over-asylum-applicant-who-had-previously-been"
JOP_NOTICE = (
    "https://www.uscis.gov/legal-resources/legal-settlement-notices/jop-v-us-dept-homeland-security-et-al-information"
)
JOP_CLASS_NOTICE = "https://uscis.gov/laws-and-policy/other-resources/class-action-settlement-notices-and-agreements/jop-v-us-dept-of-homeland-security-et-al-information"
JOP_ORDER_PAGE = "http://casetext.com/case/jop-v-us-dept-of-homeland-sec-2"
SETTLEMENT_PAGE = "https://www.lexisnexis.com/community/insights/legal/immigration/b/insidenews/posts/j-o-p-v-dhs-settlement-agreement-approved-and-now-in-effect"
MEMO_2025_PAGE = "https://insuranceweb.xyz/updated-procedures-for-determination-of-initial-jurisdiction-over-asylum-applications-filed-by-unaccompanied-alien-children-and-implementation-of-the-j-o-p-settlement-agreement"
MACO_PAGE = "http://casetext.com/admin-law/in-re-m-a-c-o"

filed_or_today = filing.i589.filed_on.if_absent(AS_OF)

# Who is an unaccompanied child on the day of filing

unaccompanied_when_filed = all_of(
    "unaccompanied_when_filed",
    "An unaccompanied child on the day of filing (today, while nothing is filed)",
    any_of(
        "under_18_when_filed",
        "Under 18 on the day of filing",
        element(
            "born_under_18_when_filed",
            "Under 18 on the day of filing, by the date of birth",
            es="Menor de 18 años el día de la presentación, según la fecha de nacimiento",
            that=person.birth_date.plus(years=18) > filed_or_today,
            cite=DEFINITION,
            pin="6 USC 279(g)(2)(B)",
            verified=CLINIC_PAGE,
            confidence="high",
        ),
        element(
            "stated_under_18_when_filed",
            "Filed, and under 18 by the age known",
            es="Ya presentada, y menor de 18 años según la edad que se conoce",
            that=~filing.i589.filed_on.is_absent & (derived.age_at_i589_filing < 18),
            cite=DEFINITION,
            pin="6 USC 279(g)(2)(B)",
        ),
        es="Menor de 18 años el día de la presentación",
    ),
    element(
        "no_parent_available",
        "No parent or legal guardian in the United States available to give care and physical custody",
        es="Sin padre, madre o tutor legal en Estados Unidos disponible para dar cuidado y custodia física",
        that=~uac.parent_available_at_filing,
        cite=DEFINITION,
        pin="6 USC 279(g)(2)(C)",
        verified=CLINIC_PAGE,
        confidence="high",
    ),
    element(
        "no_lawful_status",
        "No lawful immigration status",
        es="Sin estatus migratorio legal",
        that=person.immigration_status == "none",
        cite=DEFINITION,
        pin="6 USC 279(g)(2)(A)",
        verified=CLINIC_PAGE,
        confidence="high",
    ),
    es="Un niño no acompañado el día de la presentación (hoy, mientras no se haya presentado)",
)


def earlier_finding(under: str, cite: str) -> Group:
    """An earlier finding by CBP, ICE or HHS that still stands.

    It was made before filing or it was not: there is no act to await. A finding at filing is the other branch.
    """
    return all_of(
        f"finding_stands_{under}",
        "An earlier finding still stands",
        element(
            f"found_{under}",
            "CBP, ICE or HHS found the person to be an unaccompanied child",
            es="CBP, ICE o HHS determinó que la persona era un niño no acompañado",
            that=uac.determined,
            by="counsel",
            cite=cite,
            pin="prior CBP, ICE or HHS finding adopted",
            confidence="high",
        ),
        not_(
            f"not_ended_{under}",
            "No agency ended that finding before filing",
            element(
                f"ended_{under}",
                "An affirmative act ended the finding before filing",
                es="Un acto expreso terminó la determinación antes de la presentación",
                that=uac.determination_terminated,
                by="counsel",
                cite=cite,
                pin="affirmative act ending the finding before filing",
            ),
            es="Ninguna agencia terminó esa determinación antes de la presentación",
        ),
        es="Una determinación anterior sigue en pie",
    )


kim_rules = any_of(
    "kim_rules",
    "An earlier finding stands, or the definition is met at filing",
    earlier_finding("kim", KIM_MEMO),
    unaccompanied_when_filed,
    es="Sigue en pie una determinación anterior, o se cumple la definición al presentar",
    cite=(KIM_MEMO, USCIS_FIRST),
)

kim_rules_by_order = any_of(
    "kim_rules_by_order",
    "By court order: an earlier finding stands, or the definition is met at filing",
    earlier_finding("by_order", JOP_ORDERS),
    unaccompanied_when_filed,
    es="Por orden judicial: sigue en pie una determinación anterior, o se cumple la definición al presentar",
    cite=(JOP_ORDERS, KIM_MEMO),
)

kim_rules_by_settlement = any_of(
    "kim_rules_by_settlement",
    "By settlement: an earlier finding stands, or the definition is met at filing",
    earlier_finding("by_settlement", JOP_SETTLEMENT),
    unaccompanied_when_filed,
    es="Por el acuerdo: sigue en pie una determinación anterior, o se cumple la definición al presentar",
    cite=(JOP_SETTLEMENT, KIM_MEMO),
)

memo_2019_rules = any_of(
    "memo_2019_rules",
    "The definition is met at filing, or USCIS had to take the application back",
    unaccompanied_when_filed,
    all_of(
        "taken_back",
        "From 2019-08-02 USCIS had to take back what it refused under the 2019 memo",
        kim_rules_by_order,
        es="Desde el 2019-08-02 USCIS tuvo que retomar lo que rechazó según el memorando de 2019",
        since="2019-08-02",
        cite=JOP_ORDERS,
        verified=JOP_CLASS_NOTICE,
        confidence="high",
    ),
    es="Se cumple la definición al presentar, o USCIS tuvo que retomar la solicitud",
    cite=("uscis-uac-2019", JOP_ORDERS),
)

memo_2025_rules = any_of(
    "memo_2025_rules",
    "An earlier finding, the definition met at filing, or the J.O.P. class",
    all_of(
        "finding_under_2025_memo",
        "An earlier finding, even if the person is now 18 or reunited",
        element(
            "found_under_2025_memo",
            "An agency found the person to be an unaccompanied child",
            es="Una agencia determinó que la persona era un niño no acompañado",
            that=uac.determined,
            by="counsel",
            cite=(DEFINITION, USCIS_FIRST),
            pin="6 USC 279(g)(2)",
            verified=CLINIC_PAGE,
            confidence="high",
        ),
        element(
            "no_adult_detention",
            "Not placed in adult ICE detention before filing",
            es="No estuvo en detención de adultos de ICE antes de la presentación",
            that=~uac.adult_ice_detention_before_filing,
            cite=(MEMO_2025, DEFINITION),
            pin="USCIS memo eff. 2025-02-24",
            note=t(
                "USCIS may reject the application of a person in proceedings who was placed in adult ICE "
                "detention before filing.",
                "USCIS puede rechazar la solicitud de una persona en proceso que estuvo en detención de adultos de ICE "
                "antes de presentarla.",
            ),
            verified=MEMO_2025_PAGE,
            confidence="high",
        ),
        es="Una determinación anterior, aunque la persona ya tenga 18 años o se haya reunido con su familia",
        cite=MEMO_2025,
        note=t(
            "The memo is reported to last at least to 2028-02-24.",
            "Se informa que el memorando durará al menos hasta el 2028-02-24.",
        ),
    ),
    unaccompanied_when_filed,
    element(
        "jop_class_member",
        "A member of the J.O.P. class, while the settlement ran",
        es="Miembro de la clase J.O.P., mientras el acuerdo estuvo vigente",
        that=uac.jop_class_member,
        by="judgement",
        cite=(JOP_SETTLEMENT, DEFINITION),
        pin="J.O.P. v. DHS, settlement eff. 2024-11-25",
        until="2026-05-27",
        note=t(
            "The settlement term ended 2026-05-27; whether rights vested before then needs review by counsel.",
            "El acuerdo terminó el 2026-05-27; si quedaron derechos adquiridos antes debe revisarlo un abogado.",
        ),
        verified=SETTLEMENT_PAGE,
        confidence="high",
    ),
    es="Una determinación anterior, la definición cumplida al presentar, o la clase J.O.P.",
    cite=(MEMO_2025, JOP_SETTLEMENT, USCIS_FIRST),
)

uscis_takes_it_first = versions(
    "uscis_takes_it_first",
    "USCIS takes the application first, by the rules of the day the I-589 is filed",
    version(
        "memo_2009",
        since="2009-03-23",
        until="2013-06-09",
        en="USCIS tests afresh whether the child is unaccompanied on the day of filing",
        es="USCIS examina de nuevo si el niño está no acompañado el día de la presentación",
        that=unaccompanied_when_filed,
        cite=(USCIS_FIRST, "uscis-uac-2009", "tvpra-235d"),
        pin="2009 memo",
    ),
    version(
        "kim_2013",
        since="2013-06-10",
        until="2019-06-29",
        en="An earlier finding controls even if the person turned 18 or reunited before filing",
        es="Vale la determinación anterior aunque la persona haya cumplido 18 años o se haya reunido antes de "
        "presentar",
        that=kim_rules,
        cite=(KIM_MEMO, USCIS_FIRST),
        pin="Kim memo (2013-05-28)",
        verified=JOP_NOTICE,
        confidence="high",
    ),
    version(
        "memo_2019",
        since="2019-06-30",
        until="2019-08-01",
        en="USCIS tests afresh on the day of filing; the J.O.P. orders undid the refusals",
        es="USCIS examina de nuevo el día de la presentación; las órdenes de J.O.P. deshicieron los rechazos",
        that=memo_2019_rules,
        cite="uscis-uac-2019",
        pin="2019-05-31 memo",
        note=t(
            "Rejections in this window had to be taken back under J.O.P.",
            "Los rechazos de este período tuvieron que retirarse según J.O.P.",
        ),
        confidence="high",
    ),
    version(
        "jop_2019",
        since="2019-08-02",
        until="2020-12-20",
        en="The 2013 rules, by court order",
        es="Las reglas de 2013, por orden judicial",
        that=kim_rules_by_order,
        cite=(JOP_ORDERS, KIM_MEMO),
        pin="J.O.P. TRO 2019-08-02; PI 2019-10-15",
        verified=JOP_ORDER_PAGE,
        confidence="high",
    ),
    version(
        "jop_2020",
        since="2020-12-21",
        until="2024-11-24",
        en="The 2013 rules; USCIS may not defer to a judge's finding of not unaccompanied; no one-year limit",
        es="Las reglas de 2013; USCIS no puede seguir la decisión de un juez de que no era no acompañado; sin "
        "límite de un año",
        that=kim_rules_by_order,
        cite=(JOP_ORDERS, KIM_MEMO),
        pin="amended PI 2020-12-21",
        verified=JOP_CLASS_NOTICE,
        confidence="high",
    ),
    version(
        "settlement_2024",
        since="2024-11-25",
        until="2025-02-23",
        en="Class members keep the 2013 rules",
        es="Los miembros de la clase conservan las reglas de 2013",
        that=kim_rules_by_settlement,
        cite=(JOP_SETTLEMENT, KIM_MEMO),
        pin="settlement",
    ),
    version(
        "memo_2025",
        since="2025-02-24",
        en="The 2025 memo",
        es="El memorando de 2025",
        that=memo_2025_rules,
        cite=(MEMO_2025, JOP_SETTLEMENT, USCIS_FIRST),
        pin="USCIS memo eff. 2025-02-24",
        note=t(
            "The settlement ended 2026-05-27; the memo is reported to run to at least 2028-02-24.",
            "El acuerdo terminó el 2026-05-27; se informa que el memorando rige al menos hasta el 2028-02-24.",
        ),
    ),
    es="USCIS recibe primero la solicitud, según las reglas del día en que se presenta el I-589",
    date_basis=filing.i589.filed_on,
)

# Who decides

judge_view = versions(
    "judge_view",
    "Whether the immigration judge may decide first",
    version(
        "before_maco",
        since="2009-03-23",
        until="2018-10-15",
        en="Judges usually waited for USCIS; no precedent (Sixth Circuit: Harmon 2014)",
        es="Los jueces solían esperar a USCIS; no había precedente (Sexto Circuito: Harmon 2014)",
        that=settled(
            "no_precedent",
            "No precedent said whether the judge may go first",
            es="Ningún precedente decía si el juez puede decidir primero",
            answer=None,
            cite=(USCIS_FIRST, "eoir-gc-uac-2017"),
        ),
        cite=(USCIS_FIRST, "eoir-gc-uac-2017"),
    ),
    version(
        "ca6_harmon",
        since="2014-12-31",
        until="2018-10-15",
        circuits="6",
        precision="year",
        en="A person who was not an unaccompanied child at filing cannot use the USCIS-first rule",
        es="Quien no era un niño no acompañado al presentar no puede usar la regla de USCIS primero",
        that=any_of(
            "not_unaccompanied_under_harmon",
            "Not an unaccompanied child at filing, in the Sixth Circuit",
            element(
                "eighteen_at_filing_harmon",
                "18 or older on the day of filing",
                es="Con 18 años o más el día de la presentación",
                that=derived.age_at_i589_filing >= 18,
                cite=HARMON,
                pin="Harmon v. Holder, 758 F.3d 728",
                confidence="high",
            ),
            all_of(
                "reunited_harmon",
                "Reunited with a parent or guardian before filing",
                element(
                    "released_to_parent_harmon",
                    "Released to a parent or legal guardian",
                    es="Entregado a un padre, una madre o un tutor legal",
                    that=uac.released_to.is_in("parent", "legal_guardian"),
                    cite=HARMON,
                    pin="reunited before filing",
                    confidence="low",
                ),
                settled(
                    "reunion_unsettled_harmon",
                    "Whether reunion alone is enough is not settled",
                    es="No está claro si basta la reunión por sí sola",
                    answer=None,
                    cite=HARMON,
                ),
                es="Se reunió con un padre, una madre o un tutor antes de presentar",
            ),
            element(
                "judge_found_otherwise_harmon",
                "A judge found the person not to be an unaccompanied child",
                es="Un juez decidió que la persona no era un niño no acompañado",
                that=uac.ij_found_not_uac,
                cite=HARMON,
                pin="judge finding",
            ),
            es="No era un niño no acompañado al presentar, en el Sexto Circuito",
            cite=HARMON,
        ),
        cite=HARMON,
        confidence="low",
    ),
    version(
        "maco",
        since="2018-10-16",
        en="The judge goes first on an application filed after 18, and may go ahead while USCIS keeps the file",
        es="El juez decide primero una solicitud presentada después de los 18, y puede seguir mientras USCIS "
        "tiene el caso",
        that=any_of(
            "judge_first_under_maco",
            "The judge may find that the court goes first",
            element(
                "eighteen_at_filing_maco",
                "18 or older on the day of filing",
                es="Con 18 años o más el día de la presentación",
                that=derived.age_at_i589_filing >= 18,
                cite=MACO,
                pin="M-A-C-O-: turned 18 before filing",
                confidence="high",
            ),
            all_of(
                "reunited_maco",
                "Reunited with a parent or guardian before filing",
                element(
                    "released_to_parent_maco",
                    "Released to a parent or legal guardian",
                    es="Entregado a un padre, una madre o un tutor legal",
                    that=uac.released_to.is_in("parent", "legal_guardian"),
                    cite=MACO,
                    pin="dicta: reunited before filing",
                    confidence="low",
                ),
                settled(
                    "reunion_unsettled_maco",
                    "The Board spoke of reunion only in passing",
                    es="La Junta mencionó la reunión solo de paso",
                    answer=None,
                    cite=MACO,
                ),
                es="Se reunió con un padre, una madre o un tutor antes de presentar",
            ),
            element(
                "judge_found_otherwise_maco",
                "A judge found the person not to be an unaccompanied child",
                es="Un juez decidió que la persona no era un niño no acompañado",
                that=uac.ij_found_not_uac,
                cite=MACO,
                pin="judge finding",
            ),
            es="El juez puede decidir que la corte va primero",
            cite=MACO,
        ),
        cite=MACO,
        pin="27 I&N Dec. 477",
        note=t(
            "J.O.P. bound USCIS, not judges; the settlement made DHS counsel join or not oppose pauses for class "
            "members to 2026-05-27.",
            "J.O.P. obligaba a USCIS, no a los jueces; por el acuerdo, los abogados de DHS debían unirse o no "
            "oponerse a las pausas para miembros de la clase hasta el 2026-05-27.",
        ),
        verified=MACO_PAGE,
        confidence="high",
    ),
    es="Si el juez de inmigración puede decidir primero",
)

forum = any_of(
    "forum",
    "Who decides first",
    judge_view,
    settled(
        "uscis_first",
        "USCIS decides first when the conditions of this pathway are met",
        es="USCIS decide primero cuando se cumplen las condiciones de esta vía",
        answer=True,
        cite=USCIS_FIRST,
    ),
    es="Quién decide primero",
)
