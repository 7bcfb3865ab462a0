"""U status for the family of a U principal (U-2 to U-5)."""

from nolle.facts import filing, person, victim
from nolle.law.pathway import Pathway, t
from nolle.logic import AS_OF, all_of, any_of, element, settled, version, versions

STATUTE = "ina-101a15u"
RULE = "8-cfr-214-14-u"
VAWA_2013 = "vawa-2013-act"
MEDINA_TOVAR = "medina-tovar-2020"

principal_petition = element(
    "principal_petition",
    "The principal's U petition is pending or approved",
    es="La petición U del principal está pendiente o aprobada",
    that=filing.i918.status.is_in("pending", "approved"),
    by="counsel",
    cite=STATUTE,
    pin="INA 101(a)(15)(U)(ii)",
    confidence="high",
)

# Relationship and age

when_the_marriage_must_exist = versions(
    "when_the_marriage_must_exist",
    "The marriage existed when the law asks for it",
    version(
        "at_filing",
        since="2007-10-17",
        en="Married when the principal filed",
        es="Casados cuando el principal presentó la petición",
        that=element(
            "married_at_principal_filing",
            "Spouse on the day the principal filed",
            es="Cónyuge el día en que el principal presentó la petición",
            that=filing.i918a.client_role == "derivative_spouse",
            by="counsel",
            cite=RULE,
            pin="8 CFR 214.14(f)(4)",
            confidence="high",
        ),
        cite=RULE,
        note=t(
            "USCIS is recalled to apply the Ninth Circuit rule nationwide; the date is unverified.",
            "Se recuerda que USCIS aplica la regla del Noveno Circuito en todo el país; la fecha no está verificada.",
        ),
    ),
    version(
        "ca9",
        since="2020-12-03",
        circuits="9",
        en="Married before the derivative petition is decided",
        es="Casados antes de que se decida la petición derivada",
        that=settled(
            "later_marriage_counts",
            "A marriage before the derivative petition is decided is enough in the Ninth Circuit",
            es="En el Noveno Circuito basta un matrimonio anterior a la decisión de la petición derivada",
            answer=True,
            cite=MEDINA_TOVAR,
        ),
        cite=MEDINA_TOVAR,
        note=t(
            "Marriage before the derivative petition is decided is enough.",
            "Basta un matrimonio anterior a la decisión de la petición derivada.",
        ),
        confidence="high",
    ),
    es="El matrimonio existía cuando la ley lo exige",
)

spouse = all_of(
    "spouse",
    "Spouse of the principal",
    element(
        "is_the_spouse",
        "The client is the spouse",
        es="El cliente es el cónyuge",
        that=filing.i918a.client_role.is_in("derivative_spouse", "after_acquired_spouse"),
        by="counsel",
        cite=STATUTE,
        pin="INA 101(a)(15)(U)(ii)",
    ),
    when_the_marriage_must_exist,
    es="Cónyuge del principal",
)

child_age = versions(
    "child_age",
    "The child's age",
    version(
        "before_2013",
        since="2007-10-17",
        until="2013-03-06",
        en="Under 21 to the end",
        es="Menor de 21 años hasta el final",
        that=element(
            "under_21_to_the_end",
            "Under 21 at decision and at admission",
            es="Menor de 21 años cuando se decide y al ser admitido",
            that=person.birth_date.plus(years=21) > AS_OF,
            cite=RULE,
            pin="8 CFR 214.14(f)",
        ),
        cite=RULE,
    ),
    version(
        "vawa_2013",
        since="2013-03-07",
        en="The age is fixed when the principal files, also for cases pending on 2013-03-07",
        es="La edad queda fija cuando el principal presenta, también en casos pendientes el 2013-03-07",
        that=any_of(
            "under_21_when_principal_filed",
            "Under 21 when the principal filed",
            element(
                "stated_age_under_21",
                "Under 21 when the principal filed, by the age stated",
                es="Menor de 21 años cuando el principal presentó la petición, según la edad declarada",
                that=filing.i918a.beneficiary_age_at_filing < 21,
                cite=VAWA_2013,
                pin="INA 214(p)(7)(A)",
                confidence="high",
            ),
            element(
                "born_under_21",
                "Under 21 when the principal filed, by the date of birth",
                es="Menor de 21 años cuando el principal presentó la petición, según la fecha de nacimiento",
                that=person.birth_date.plus(years=21) > filing.i918.filed_on,
                cite=VAWA_2013,
                pin="INA 214(p)(7)(A)",
                confidence="high",
            ),
            es="Menor de 21 años cuando el principal presentó la petición",
            cite=VAWA_2013,
        ),
        cite=VAWA_2013,
        pin="INA 214(p)(7)",
        confidence="high",
    ),
    es="La edad del hijo o la hija",
)

child = all_of(
    "child",
    "Child of the principal",
    element(
        "is_the_child",
        "The client is the child",
        es="El cliente es el hijo o la hija",
        that=filing.i918a.client_role.is_in("derivative_child", "after_acquired_child"),
        by="counsel",
        cite=STATUTE,
        pin="INA 101(a)(15)(U)(ii)",
    ),
    child_age,
    es="Hijo o hija del principal",
)

parent_or_sibling = all_of(
    "parent_or_sibling",
    "Parent, or unmarried sibling under 18 on that day, of a principal under 21 at filing",
    element(
        "principal_under_21",
        "The principal was under 21 at filing",
        es="El principal era menor de 21 años al presentar la petición",
        that=victim.under_21_at_principal_filing,
        by="judgement",
        cite=STATUTE,
        pin="INA 101(a)(15)(U)(ii)",
        confidence="high",
    ),
    any_of(
        "is_parent_or_young_sibling",
        "The client is the parent, or a sibling under 18 on that day",
        element(
            "is_the_parent",
            "The client is the parent",
            es="El cliente es el padre o la madre",
            that=filing.i918a.client_role == "derivative_parent",
            by="counsel",
            cite=STATUTE,
            pin="INA 101(a)(15)(U)(ii)",
        ),
        element(
            "is_a_sibling_under_18",
            "The client is a sibling, under 18 when the principal filed",
            es="El cliente es hermano o hermana, menor de 18 años cuando el principal presentó la petición",
            that=(filing.i918a.client_role == "derivative_sibling")
            & (person.birth_date.plus(years=18) > filing.i918.filed_on),
            by="counsel",
            cite=STATUTE,
            pin="INA 101(a)(15)(U)(ii)",
            note=t("Counsel must see that the sibling is unmarried.", "El abogado debe ver que no esté casado."),
        ),
        es="El cliente es el padre o la madre, o un hermano menor de 18 años ese día",
    ),
    es="Padre, madre o hermano soltero menor de 18 años ese día, de un principal menor de 21 años al presentar",
)

waivable = element(
    "waivable",
    "No ground of inadmissibility that cannot be waived",
    es="Sin causal de inadmisibilidad que no admita exención",
    that=~person.inadmissible_nonwaivable,
    by="judgement",
    cite="ina-212d13-14",
    pin="INA 212(d)(14)",
)

PATHWAY = Pathway(
    id="u_derivative",
    name=t("U derivative family (U-2 to U-5)", "Familia derivada U (U-2 a U-5)"),
    family="relief",
    gives=t("U status for the family of a U principal.", "Estatus U para la familia de un principal U."),
    does_not_give=(
        t(
            "Siblings and parents only where the principal was under 21 at filing.",
            "Hermanos y padres solo si el principal era menor de 21 años al presentar la petición.",
        ),
    ),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t("Form I-918, Supplement A", "Formulario I-918, Suplemento A"),
        t("Form I-929, later", "Formulario I-929, más adelante"),
    ),
    authority=("INA 101(a)(15)(U)(ii)", "INA 214(p)(7)", "8 CFR 214.14(f)"),
    cites=(STATUTE, RULE, VAWA_2013, MEDINA_TOVAR),
    present_status=t("In force.", "En vigor."),
    elements=all_of(
        "elements",
        "U status for family",
        principal_petition,
        any_of(
            "relationship_and_age",
            "Relationship and age",
            spouse,
            child,
            parent_or_sibling,
            es="Parentesco y edad",
        ),
        waivable,
        es="Estatus U para la familia",
    ),
    bars=(
        t(
            "A child born after the principal filed is included.",
            "Se incluye a un hijo nacido después de que el principal presentó la petición.",
        ),
        t("The derivative cannot be the abuser.", "El derivado no puede ser el agresor."),
    ),
    evidence=(),
    on_grant=(),
    on_denial=(),
    beside_discretion=t(
        "As for the principal: see U nonimmigrant status.",
        "Como para el principal: véase el estatus de no inmigrante U.",
    ),
    verified=("memory",),
    confidence="medium",
)
