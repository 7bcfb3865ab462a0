"""Hardship for 42B: exceptional and extremely unusual, to a citizen or resident spouse, parent or child.

Each route first asks whether there is such a relative, which the client can tell; whether the hardship is exceptional
and extremely unusual is for counsel to judge.
"""

from nolle.facts import relative
from nolle.law.pathway import t
from nolle.logic import AS_OF, all_of, any_of, element

from .cancellation import STATUTE_42B as STATUTE
from .cancellation import STATUTE_PAGE

RELATIONSHIPS = "ina-101b1"

citizen_or_resident = relative.status.is_in("usc", "lpr")
exceptional = relative.hardship_level == "exceptional_and_extremely_unusual"

spouse_or_parent = relative.relationship.is_in("spouse", "parent", "adoptive_parent") & citizen_or_resident
under_21_and_unmarried = relative.marital_status.is_in("single", "divorced", "widowed") & (
    relative.birth_date.plus(years=21) > AS_OF
)
child = relative.relationship.is_in("child", "adopted_child") & citizen_or_resident & under_21_and_unmarried
by_early_marriage = (relative.step_relation_age < 18) & citizen_or_resident
stepchild = (relative.relationship == "stepchild") & by_early_marriage & under_21_and_unmarried
step_relative = stepchild | ((relative.relationship == "stepparent") & by_early_marriage)

qualifying_relative_hardship = any_of(
    "qualifying_relative_hardship",
    "Exceptional and extremely unusual hardship to a qualifying relative",
    all_of(
        "spouse_or_parent_hardship",
        "To a husband, wife or parent",
        element(
            "has_spouse_or_parent",
            "A husband, wife or parent who is a citizen or permanent resident",
            es="Un cónyuge, padre o madre que es ciudadano o residente permanente",
            that=relative.exists(spouse_or_parent),
            cite=STATUTE,
            pin="INA 240A(b)(1)(D)",
            verified=STATUTE_PAGE,
            confidence="high",
        ),
        element(
            "hardship_to_spouse_or_parent",
            "The hardship to that husband, wife or parent would be exceptional and extremely unusual",
            es="La dificultad para ese cónyuge, padre o madre sería excepcional y sumamente inusual",
            that=relative.exists(spouse_or_parent & exceptional),
            by="judgement",
            cite=STATUTE,
            pin="INA 240A(b)(1)(D)",
            verified=STATUTE_PAGE,
            confidence="high",
        ),
        es="Para un cónyuge, padre o madre",
    ),
    all_of(
        "child_hardship",
        "To a child",
        element(
            "has_child",
            "A child under 21 and unmarried who is a citizen or permanent resident",
            es="Un hijo menor de 21 años y soltero que es ciudadano o residente permanente",
            that=relative.exists(child),
            cite=(STATUTE, RELATIONSHIPS),
            pin="INA 240A(b)(1)(D); INA 101(b)(1)",
            note=t(
                "Tested on the day of decision (Isidro-Zamorano).",
                "Se mira el día de la decisión (Isidro-Zamorano).",
            ),
            verified=STATUTE_PAGE,
            confidence="high",
        ),
        element(
            "hardship_to_child",
            "The hardship to that child would be exceptional and extremely unusual",
            es="La dificultad para ese hijo sería excepcional y sumamente inusual",
            that=relative.exists(child & exceptional),
            by="judgement",
            cite=(STATUTE, RELATIONSHIPS),
            pin="INA 240A(b)(1)(D); INA 101(b)(1)",
            verified=STATUTE_PAGE,
            confidence="high",
        ),
        es="Para un hijo",
    ),
    all_of(
        "step_relative_hardship",
        "To a stepchild or stepparent",
        element(
            "has_step_relative",
            "A stepchild or stepparent by a marriage before the child was 18, a citizen or permanent resident",
            es="Un hijastro, padrastro o madrastra por un matrimonio anterior a los 18 años del hijastro, ciudadano o "
            "residente permanente",
            that=relative.exists(step_relative),
            cite=("matter-of-portillo-gutierrez", "matter-of-morales-2010", RELATIONSHIPS),
            pin="Portillo-Gutierrez (stepchild); Morales (stepparent)",
            note=t(
                "A stepchild must also be under 21 and unmarried at the final decision.",
                "El hijastro debe además ser menor de 21 años y soltero en la decisión final.",
            ),
            confidence="high",
        ),
        element(
            "hardship_to_step_relative",
            "The hardship to that stepchild or stepparent would be exceptional and extremely unusual",
            es="La dificultad para ese hijastro, padrastro o madrastra sería excepcional y sumamente inusual",
            that=relative.exists(step_relative & exceptional),
            by="judgement",
            cite=("matter-of-portillo-gutierrez", "matter-of-morales-2010", RELATIONSHIPS),
            pin="Portillo-Gutierrez (stepchild); Morales (stepparent)",
            confidence="high",
        ),
        es="Para un hijastro, padrastro o madrastra",
    ),
    es="Dificultad excepcional y sumamente inusual para un familiar que cuenta",
)
