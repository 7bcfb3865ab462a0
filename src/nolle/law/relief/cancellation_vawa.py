"""Special-rule cancellation of removal for a survivor of battery or extreme cruelty (INA 240A(b)(2))."""

from nolle.facts import case, conviction, equity, person, relative, victim
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, caution, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, settled

STATUTE = "ina-240a-b2-vawa"
COURT_RULE = "8-cfr-1003-14"

CODE_PAGE = "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-328.md"

in_proceedings = all_of(
    "in_proceedings",
    "A case before the immigration court",
    element(
        "in_removal_proceedings",
        "In removal proceedings",
        es="En proceso de deportación",
        that=case.in_removal_proceedings,
        cite=COURT_RULE,
        pin="8 CFR 1003.14(a)",
        confidence="high",
    ),
    any_of(
        "nta_with_the_court",
        "The Notice to Appear is filed with the court",
        element(
            "nta_filing_date_known",
            "The day the Notice to Appear (NTA) was filed is known",
            es="Se sabe el día en que se presentó el Aviso de Comparecencia (NTA)",
            that=case.nta_filed_on.is_known,
            by="counsel",
            cite=COURT_RULE,
            pin="8 CFR 1003.14(a); 1239.1(a)",
            note=t(
                "Before filing with the court DHS may cancel its own notice (8 CFR 239.2(a)-(b)); after filing it must "
                "move.",
                "Antes de presentarlo en la corte, DHS puede cancelar su propio aviso (8 CFR 239.2(a)-(b)); "
                "después debe pedirlo por moción.",
            ),
            confidence="high",
        ),
        element(
            "nta_filed",
            "The NTA was filed, on a day that may not be known",
            es="El NTA se presentó, aunque no se sepa qué día",
            that=case.nta_filed,
            by="counsel",
            cite=COURT_RULE,
            pin="8 CFR 1003.14(a)",
            confidence="high",
        ),
        es="El Aviso de Comparecencia (NTA) está presentado en la corte",
    ),
    es="Un caso ante el tribunal de inmigración",
)

abuse = element(
    "abuse",
    "Battery or extreme cruelty",
    es="Maltrato físico o crueldad extrema",
    that=victim.battery_or_extreme_cruelty,
    cite=STATUTE,
    pin="INA 240A(b)(2)(A)(i)",
    verified=CODE_PAGE,
    confidence="high",
)

by_spouse_or_parent = element(
    "by_spouse_or_parent",
    "By a spouse, former or intended spouse, parent or stepparent",
    es="Por un cónyuge, excónyuge o cónyuge previsto, padre, madre, padrastro o madrastra",
    that=victim.abuser_relationship.is_in("spouse", "former_spouse", "intended_spouse", "parent", "stepparent"),
    cite=STATUTE,
    pin="INA 240A(b)(2)",
)

abuser_citizen_or_resident = element(
    "abuser_citizen_or_resident",
    "That person is, or was, a U.S. citizen or permanent resident",
    es="Esa persona es, o fue, ciudadana o residente permanente de Estados Unidos",
    that=victim.abuser_status.is_in("usc", "lpr", "former_usc_lpr"),
    cite=STATUTE,
    pin="INA 240A(b)(2)",
)

abuse_of_the_person_or_child = any_of(
    "abuse_of_the_person_or_child",
    "Abuse of the person, or of the person's child by the other parent",
    all_of(
        "abuse_of_the_person",
        "Abuse of the person by a citizen or permanent resident of the family",
        abuse,
        by_spouse_or_parent,
        abuser_citizen_or_resident,
        es="Maltrato de la persona por un ciudadano o residente permanente de su familia",
    ),
    all_of(
        "parent_of_abused_child",
        "The parent of a child whom the other parent abused",
        element(
            "not_abused_by_family",
            "No such family member abused the person",
            es="Ningún familiar así maltrató a la persona",
            that=victim.abuser_relationship == "none",
            cite=STATUTE,
            pin="INA 240A(b)(2)(A)(i)",
        ),
        element(
            "has_a_child",
            "Has a child",
            es="Tiene un hijo o una hija",
            that=relative.exists(relative.relationship.is_in("child", "stepchild", "adopted_child")),
            cite=STATUTE,
            pin="INA 240A(b)(2)(A)(i)",
        ),
        settled(
            "abuse_of_the_child_not_stored",
            "Whether the other parent, a citizen or permanent resident, abused the child is not stored: ask",
            es="No se guarda si el otro padre, ciudadano o residente permanente, maltrató al niño: pregunte",
            answer=None,
            cite=STATUTE,
            pin="INA 240A(b)(2)(A)(i)",
            note=t("From memory; not verified.", "De memoria; no verificado."),
        ),
        es="El padre o la madre de un niño a quien maltrató el otro padre",
    ),
    es="Maltrato de la persona, o de su hijo por el otro padre",
)

three_years = element(
    "three_years",
    "Three years in the United States; the Notice to Appear does not stop the time",
    es="Tres años en Estados Unidos; el Aviso de Comparecencia (NTA) no detiene el tiempo",
    that=person.present_in_us_since.plus(years=3) <= AS_OF,
    cite=STATUTE,
    pin="INA 240A(b)(2)(A)(ii)",
    verified=CODE_PAGE,
    confidence="high",
)

good_moral_character = element(
    "good_moral_character",
    "No bar to good moral character",
    es="Sin impedimento de buena conducta moral",
    that=~person.gmc_bar_101f,
    by="judgement",
    cite=(STATUTE, "ina-101f"),
    pin="INA 240A(b)(2)(A)(iii), (C)",
    note=t(
        "INA 240A(b)(2)(C) excuses conduct connected to the abuse.",
        "INA 240A(b)(2)(C) excusa la conducta relacionada con el maltrato.",
    ),
    confidence="high",
)

no_aggravated_felony = element(
    "no_aggravated_felony",
    "No conviction for an aggravated felony",
    es="Sin condena por un delito agravado",
    that=conviction.none(conviction.immigration_class.has_any("aggravated_felony") & conviction_stands),
    cite=STATUTE,
    pin="INA 240A(b)(2)(A)(iv)",
    confidence="high",
)

hardship = any_of(
    "hardship",
    "Extreme hardship to the person, a child or a parent",
    element(
        "hardship_to_self",
        "Something more about the person that deserves care",
        es="Algo más sobre la persona que merece consideración",
        that=equity.compelling_humanitarian,
        cite=STATUTE,
        pin="INA 240A(b)(2)(A)(v)",
    ),
    element(
        "hardship_to_child_or_parent",
        "Extreme hardship to a child or a parent",
        es="Dificultad extrema para un hijo, o para el padre o la madre",
        that=relative.exists(
            relative.relationship.is_in("child", "parent")
            & relative.hardship_level.is_in("extreme", "exceptional_and_extremely_unusual")
        ),
        cite=STATUTE,
        pin="INA 240A(b)(2)(A)(v)",
    ),
    settled(
        "hardship_for_the_judge",
        "Extreme hardship is weighed by the judge: what is stored here can show it, not rule it out",
        es="La dificultad extrema la valora el juez: lo guardado aquí puede mostrarla, no descartarla",
        answer=None,
        cite=STATUTE,
        pin="INA 240A(b)(2)(A)(v)",
    ),
    es="Dificultad extrema para la persona, un hijo, o el padre o la madre",
)

COURT_ONLY = t(
    "Only the court can grant it.",
    "Solo la corte puede concederla.",
)
ENDS_WITH_THE_CASE = t(
    "Relief that only the court can grant ends with the case.",
    "Un alivio que solo la corte puede conceder termina con el caso.",
)

PATHWAY = Pathway(
    id="cancellation_vawa",
    name=t("VAWA special-rule cancellation", "Cancelación de la expulsión por regla especial VAWA"),
    family="relief",
    gives=t("Lawful permanent residence.", "Residencia permanente legal."),
    does_not_give=(
        t(
            "It counts against the yearly cap of 4,000.",
            "Cuenta dentro del tope anual de 4,000.",
        ),
    ),
    decided_by=t("The immigration judge.", "El juez de inmigración."),
    forum=t("Immigration court", "Tribunal de inmigración"),
    forms=(t("Form EOIR-42B", "Formulario EOIR-42B"),),
    authority=("INA 240A(b)(2)", "8 CFR 1240.20"),
    cites=(STATUTE, "8-cfr-1240-20-21-cancellation", COURT_RULE, "ina-101f", "ina-212a-grounds"),
    related=("8-usc-1367",),
    elements=all_of(
        "elements",
        "VAWA special-rule cancellation",
        in_proceedings,
        abuse_of_the_person_or_child,
        three_years,
        good_moral_character,
        no_aggravated_felony,
        hardship,
        es="Cancelación de la expulsión por regla especial VAWA",
    ),
    bars=(
        t(
            "INA 212(a)(2), (3); 237(a)(1)(G), (2)-(4), with waivers.",
            "INA 212(a)(2), (3); 237(a)(1)(G), (2)-(4), con perdones.",
        ),
    ),
    evidence=(
        proof(
            t(
                "Any credible evidence: declaration, shelter, police, therapist",
                "Cualquier prueba creíble: declaración, albergue, policía, terapeuta",
            ),
            t("the abuse", "el maltrato"),
            "abuse",
            "by_spouse_or_parent",
        ),
    ),
    time_limits=(t("There is no two-year limit after divorce.", "No hay límite de dos años después del divorcio."),),
    on_grant=(
        t(
            "Lawful permanent residence; children can be paroled under INA 240A(b)(4).",
            "Residencia permanente legal; los hijos pueden recibir permiso (parole) según INA 240A(b)(4).",
        ),
    ),
    on_denial=(t("Appeal to the Board.", "Apelación ante la Junta."),),
    beside_discretion=t(
        "A stipulation by OPLA; ask the court to seal what 8 USC 1367 protects.",
        "Una estipulación de OPLA; pida a la corte que selle lo que protege 8 USC 1367.",
    ),
    cautions=(
        caution(
            "parent_of_abused_child",
            "A parent of a child abused by the other parent is also covered: no answer here asks about it, so ask "
            "before setting this pathway aside.",
            "También está cubierto el padre o la madre de un niño maltratado por el otro padre: ninguna respuesta "
            "aquí lo pregunta; pregúntelo antes de descartar esta vía.",
            when=victim.abuser_relationship.is_in("usc_child_21_plus", "none"),
            cite=STATUTE,
        ),
    ),
    fit=(
        fits("dismissal", "poor", ENDS_WITH_THE_CASE),
        fits("termination", "poor", ENDS_WITH_THE_CASE),
        fits("administrative_closure", "possible", COURT_ONLY),
        fits("stipulation_or_nonopposition", "good", COURT_ONLY),
        fits("joint_mtr_if_final_order", "good", COURT_ONLY),
    ),
    verified=("memory",),
    confidence="high",
)
