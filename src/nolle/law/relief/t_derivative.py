"""T status for the family of a T principal (T-2 to T-6)."""

from nolle.facts import filing, person, victim
from nolle.law.pathway import Pathway, t
from nolle.logic import all_of, any_of, element, settled

STATUTE = "ina-101a15t"
RULE = "8-cfr-t-visa"
ACT_2003 = "tvpra-2003"
ACT_2008 = "tvpra-2008-tu"
ACT_2013 = "vawa-2013-act"

principal_application = element(
    "principal_application",
    "The principal's T application is pending or approved",
    es="La solicitud T del principal está pendiente o aprobada",
    that=filing.i914.status.is_in("pending", "approved"),
    by="counsel",
    cite=STATUTE,
    pin="INA 101(a)(15)(T)(ii)",
    confidence="high",
)

spouse_or_child = all_of(
    "spouse_or_child",
    "Spouse of the principal, or child under 21 when the principal filed",
    element(
        "is_spouse_or_child",
        "The client is the spouse or a child",
        es="El cliente es el cónyuge o un hijo",
        that=filing.i914a.client_role.is_in("derivative_spouse", "derivative_child"),
        by="counsel",
        cite=STATUTE,
        pin="INA 101(a)(15)(T)(ii)",
        confidence="high",
    ),
    any_of(
        "spouse_or_under_21",
        "The spouse, or under 21 when the principal filed",
        element(
            "is_the_spouse",
            "The client is the spouse",
            es="El cliente es el cónyuge",
            that=filing.i914a.client_role == "derivative_spouse",
            by="counsel",
            cite=STATUTE,
            pin="INA 101(a)(15)(T)(ii)",
        ),
        element(
            "born_under_21",
            "Under 21 when the principal filed, by the date of birth",
            es="Menor de 21 años cuando el principal presentó la solicitud, según la fecha de nacimiento",
            that=person.birth_date.plus(years=21) > filing.i914.filed_on,
            cite=ACT_2003,
            pin="INA 214(o)(4)",
            note=t("Since 2003-12-19.", "Desde el 2003-12-19."),
            confidence="high",
        ),
        element(
            "stated_age_under_21",
            "Under 21 when the principal filed, by the age stated",
            es="Menor de 21 años cuando el principal presentó la solicitud, según la edad declarada",
            that=filing.i914a.beneficiary_age_at_filing < 21,
            cite=ACT_2003,
            pin="INA 214(o)(4)",
        ),
        es="El cónyuge, o menor de 21 años cuando el principal presentó la solicitud",
    ),
    es="Cónyuge del principal, o hijo menor de 21 años cuando el principal presentó la solicitud",
)

is_parent_or_young_sibling = any_of(
    "is_parent_or_young_sibling",
    "The client is the parent, or a sibling under 18 when the principal filed",
    element(
        "is_the_parent",
        "The client is the parent",
        es="El cliente es el padre o la madre",
        that=filing.i914a.client_role == "derivative_parent",
        by="counsel",
        cite=STATUTE,
        pin="INA 101(a)(15)(T)(ii)",
    ),
    element(
        "is_a_sibling_under_18",
        "The client is a sibling, under 18 when the principal filed",
        es="El cliente es hermano o hermana, menor de 18 años cuando el principal presentó la solicitud",
        that=(filing.i914a.client_role == "derivative_sibling")
        & (person.birth_date.plus(years=18) > filing.i914.filed_on),
        by="counsel",
        cite=STATUTE,
        pin="INA 101(a)(15)(T)(ii)",
        note=t("Counsel must see that the sibling is unmarried.", "El abogado debe ver que no esté casado."),
    ),
    es="El cliente es el padre o la madre, o un hermano menor de 18 años cuando el principal presentó la solicitud",
)

parent_or_sibling = all_of(
    "parent_or_sibling",
    "Parent, or unmarried sibling under 18, of a principal under 21",
    element(
        "principal_under_21",
        "The principal was under 21 at filing",
        es="El principal era menor de 21 años al presentar la solicitud",
        that=victim.under_21_at_principal_filing,
        by="judgement",
        cite=ACT_2003,
        pin="INA 101(a)(15)(T)(ii)",
        confidence="high",
    ),
    is_parent_or_young_sibling,
    es="Padre, madre o hermano soltero menor de 18 años, de un principal menor de 21 años",
    cite=ACT_2003,
    since="2003-12-19",
)

in_danger = element(
    "in_danger",
    "In present danger of retaliation",
    es="En peligro actual de represalias",
    that=victim.derivative_in_danger,
    by="judgement",
    cite=ACT_2008,
    pin="INA 101(a)(15)(T)(ii)",
    confidence="high",
)

family_in_danger = all_of(
    "family_in_danger",
    "Parent, or sibling under 18, in present danger of retaliation; principal of any age",
    in_danger,
    is_parent_or_young_sibling,
    es="Padre, madre o hermano menor de 18 años en peligro actual de represalias; principal de cualquier edad",
    cite=ACT_2008,
    since="2008-12-23",
)

derivatives_child_in_danger = all_of(
    "derivatives_child_in_danger",
    "Child of a derivative, in present danger of retaliation (T-6)",
    element(
        "is_child_of_derivative",
        "The client is the child of a derivative",
        es="El cliente es hijo o hija de un derivado",
        that=filing.i914a.client_role == "child_of_derivative",
        by="counsel",
        cite=ACT_2013,
        pin="INA 101(a)(15)(T)(ii)",
    ),
    in_danger,
    es="Hijo de un derivado, en peligro actual de represalias (T-6)",
    cite=ACT_2013,
    since="2013-03-07",
)

later_relationship = all_of(
    "later_relationship",
    "A relationship made after the principal filed",
    element(
        "is_after_acquired",
        "Became the spouse or child after the principal filed",
        es="Llegó a ser cónyuge o hijo después de que el principal presentó la solicitud",
        that=filing.i914a.client_role.is_in("after_acquired_spouse", "after_acquired_child"),
        by="counsel",
        cite=RULE,
        pin="8 CFR 214.211",
    ),
    settled(
        "later_relationship_doubted",
        "Not settled by the stored law: ask counsel",
        es="La ley guardada no lo resuelve: consulte a un abogado",
        answer=None,
        cite=STATUTE,
    ),
    es="Un parentesco creado después de que el principal presentó la solicitud",
    note=t(
        "The 2024 rule looks to the day the principal applied; a child born later is included.",
        "La regla de 2024 mira el día en que solicitó el principal; se incluye a un hijo nacido después.",
    ),
)

PATHWAY = Pathway(
    id="t_derivative",
    name=t("T derivative family (T-2 to T-6)", "Familia derivada T (T-2 a T-6)"),
    family="relief",
    gives=t("T status for the family of a T principal.", "Estatus T para la familia de un principal T."),
    does_not_give=(),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(t("Form I-914, Supplement A", "Formulario I-914, Suplemento A"),),
    authority=("INA 101(a)(15)(T)(ii)", "INA 214(o)(4)-(5)", "8 CFR 214.211"),
    cites=(STATUTE, RULE, ACT_2003, ACT_2008, ACT_2013),
    present_status=t("In force.", "En vigor."),
    elements=all_of(
        "elements",
        "T status for family",
        principal_application,
        any_of(
            "relationship",
            "Relationship to the principal",
            spouse_or_child,
            parent_or_sibling,
            family_in_danger,
            derivatives_child_in_danger,
            later_relationship,
            es="Parentesco con el principal",
        ),
        es="Estatus T para la familia",
    ),
    evidence=(),
    on_grant=(),
    on_denial=(),
    beside_discretion=t(
        "As for the principal: see T nonimmigrant status.",
        "Como para el principal: véase el estatus de no inmigrante T.",
    ),
    verified=("memory",),
    confidence="medium",
)
