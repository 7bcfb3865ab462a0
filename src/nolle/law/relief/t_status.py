"""T nonimmigrant status, for victims of a severe form of trafficking (Form I-914)."""

from nolle.facts import person, victim
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.logic import all_of, any_of, element, not_, settled, version, versions

STATUTE = "ina-101a15t"
RULE = "8-cfr-t-visa"
IFR_2017 = "t-ifr-2017"
ACT_2000 = "vtvpa-2000"
ACT_2003 = "tvpra-2003"

RULE_PAGE = "https://checkoutapi.com/regulations/title8_chapterI_part214_subpartC_section214.202"
CODE_PAGE = "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-13.md"

severe_trafficking = element(
    "severe_trafficking",
    "Victim of a severe form of trafficking",
    es="Víctima de una forma grave de trata de personas",
    that=victim.trafficking_severe_form,
    cite=STATUTE,
    pin="INA 101(a)(15)(T)(i)(I)",
    verified=RULE_PAGE,
    confidence="high",
)

# Presence on account of the trafficking

on_account_of_trafficking = element(
    "on_account_of_trafficking",
    "Here on account of the trafficking",
    es="Está aquí a causa de la trata",
    that=victim.present_on_account_of_trafficking,
    by="judgement",
    cite=STATUTE,
    pin="INA 101(a)(15)(T)(i)(II)",
    verified=CODE_PAGE,
    confidence="high",
)

no_chance_to_leave = any_of(
    "no_chance_to_leave",
    "Not free, or had no clear chance to leave",
    not_(
        "not_yet_free",
        "Did not get away",
        element(
            "got_away",
            "Got away, on a day that is known",
            es="Se liberó, en una fecha conocida",
            that=victim.escaped_on.is_known,
            cite=RULE,
            pin="8 CFR 214.11(g)(2) (2002)",
        ),
        es="No se liberó",
    ),
    element(
        "no_clear_chance",
        "Had no clear chance to leave, in the circumstances",
        es="No tuvo una oportunidad clara de irse, dadas las circunstancias",
        that=victim.still_here_because_of_trafficking,
        cite=RULE,
        pin="8 CFR 214.11(g)(2) (2002)",
    ),
    settled(
        "chance_doubted",
        "Whether there was a clear chance to leave is not settled by the stored facts: ask counsel",
        es="Los datos guardados no resuelven si hubo una oportunidad clara de irse: consulte a un abogado",
        answer=None,
        cite=RULE,
    ),
    es="No quedó libre, o no tuvo una oportunidad clara de irse",
)

presence = versions(
    "presence",
    "Physical presence on account of the trafficking",
    version(
        "rule_2002",
        since="2002-03-04",
        until="2017-01-17",
        en="If free before contact with police, had to show no clear chance to leave",
        es="Quien quedó libre antes de hablar con la policía debía mostrar que no pudo irse",
        that=all_of(
            "presence_2002",
            "Here because of the trafficking, with no clear chance to leave",
            on_account_of_trafficking,
            no_chance_to_leave,
            es="Está aquí a causa de la trata, sin una oportunidad clara de irse",
            cite=RULE,
        ),
        cite=RULE,
        pin="8 CFR 214.11(g) (2002)",
    ),
    version(
        "ifr_2017",
        since="2017-01-18",
        until="2024-08-27",
        en="Opportunity-to-depart test dropped",
        es="Se eliminó el examen de la oportunidad de irse",
        that=any_of(
            "presence_2017",
            "Here because of the trafficking, or still here because of it",
            on_account_of_trafficking,
            element(
                "tied_to_trafficking_2017",
                "The continuing presence is directly tied to the trafficking",
                es="Sigue aquí por algo directamente ligado a la trata",
                that=victim.still_here_because_of_trafficking,
                cite=IFR_2017,
                pin="81 Fed. Reg. 92266",
            ),
            es="Está aquí a causa de la trata, o sigue aquí por ella",
            cite=IFR_2017,
        ),
        cite=IFR_2017,
        pin="81 Fed. Reg. 92266",
    ),
    version(
        "final_2024",
        since="2024-08-28",
        en="The final rule of 2024",
        es="La regla final de 2024",
        that=any_of(
            "presence_2024",
            "Here because of the trafficking, or still here because of it, under the 2024 rule",
            on_account_of_trafficking,
            element(
                "tied_to_trafficking_2024",
                "Still here because of the trafficking",
                es="Sigue aquí a causa de la trata",
                that=victim.still_here_because_of_trafficking,
                cite=RULE,
                pin="8 CFR 214.206",
            ),
            es="Está aquí a causa de la trata, o sigue aquí por ella, según la regla de 2024",
            cite=RULE,
        ),
        cite=RULE,
        pin="8 CFR 214.206-207",
    ),
    es="Presencia física a causa de la trata",
)

# Help to law enforcement

young_enough = versions(
    "young_enough",
    "Too young to have to help (age when it happened)",
    version(
        "u15",
        since="2000-10-28",
        until="2003-12-18",
        en="Under 15",
        es="Menor de 15 años",
        that=element(
            "under_15_then",
            "Under 15 when it happened",
            es="Menor de 15 años cuando ocurrió",
            that=victim.age_at_trafficking < 15,
            cite=ACT_2000,
            pin="INA 101(a)(15)(T)(i)(III)(bb) as enacted",
            confidence="high",
        ),
        cite=ACT_2000,
    ),
    version(
        "u18",
        since="2003-12-19",
        en="Under 18",
        es="Menor de 18 años",
        that=element(
            "under_18_then",
            "Under 18 when it happened",
            es="Menor de 18 años cuando ocurrió",
            that=victim.age_at_trafficking < 18,
            cite=(ACT_2003, STATUTE),
            pin="INA 101(a)(15)(T)(i)(III)(cc)",
            confidence="high",
        ),
        cite=ACT_2003,
        confidence="high",
    ),
    es="Muy joven para tener que ayudar (edad cuando ocurrió)",
)

cooperation = any_of(
    "cooperation",
    "Helped law enforcement, or is exempt",
    element(
        "helped",
        "Complied with reasonable requests of law enforcement",
        es="Cumplió con pedidos razonables de las autoridades",
        that=victim.complied_with_le_requests,
        cite=STATUTE,
        pin="INA 101(a)(15)(T)(i)(III)(aa)",
        verified=RULE_PAGE,
        confidence="high",
    ),
    element(
        "exempt",
        "Exempt: under 18, or unable because of trauma",
        es="Exento: menor de 18 años, o no puede por el trauma",
        that=victim.le_compliance_exempt,
        cite=STATUTE,
        pin="INA 101(a)(15)(T)(i)(III)(bb)-(cc)",
        verified=RULE_PAGE,
        confidence="high",
    ),
    young_enough,
    es="Ayudó a las autoridades, o está exento",
)

extreme_hardship = element(
    "extreme_hardship",
    "Extreme hardship involving unusual and severe harm on removal",
    es="Dificultad extrema con daño inusual y grave si lo deportan",
    that=victim.unusual_severe_hardship,
    by="judgement",
    cite=STATUTE,
    pin="INA 101(a)(15)(T)(i)(IV)",
    verified=RULE_PAGE,
    confidence="high",
)

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=STATUTE,
    pin="INA 101(a)(15)(T)",
    note=t(
        "American Samoa, the Northern Mariana Islands and ports of entry also count.",
        "También cuentan Samoa Americana, las Islas Marianas del Norte y los puertos de entrada.",
    ),
    verified=RULE_PAGE,
    confidence="high",
)

waivable = element(
    "waivable",
    "No ground of inadmissibility that cannot be waived",
    es="Sin causal de inadmisibilidad que no admita exención",
    that=~person.inadmissible_nonwaivable,
    by="judgement",
    cite=(STATUTE, "ina-212a-grounds"),
    pin="INA 101(a)(15)(T)",
)

USCIS_ONLY = t("USCIS alone decides.", "Solo decide USCIS.")

PATHWAY = Pathway(
    id="t_status",
    name=t("T nonimmigrant status", "Estatus de no inmigrante T"),
    family="relief",
    gives=t(
        "Four years of status, a work permit, adjustment under INA 245(l), and status for family.",
        "Cuatro años de estatus, permiso de trabajo, ajuste de estatus según INA 245(l) y estatus para la familia.",
    ),
    does_not_give=(t("No more than 5,000 a year.", "No más de 5,000 al año."),),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t("Form I-914", "Formulario I-914"),
        t("Form I-914, Supplement B (optional)", "Formulario I-914, Suplemento B (opcional)"),
        t("Form I-914, Supplement A", "Formulario I-914, Suplemento A"),
        t("Form I-192", "Formulario I-192"),
    ),
    authority=(
        "INA 101(a)(15)(T)",
        "INA 245(l)",
        "8 CFR 214.200-214.216 (89 Fed. Reg. 34864, eff. 2024-08-28)",
    ),
    cites=(STATUTE, "ina-245l-m", RULE, "ina-212a-grounds"),
    related=(
        "ice-11005-4-2025",
        "icwc-v-noem",
        "8-usc-1367",
        ACT_2000,
        ACT_2003,
        "vawa-2005-act",
        "tvpra-2008-tu",
        "vawa-2013-act",
        IFR_2017,
        "ina-212d13-14",
    ),
    elements=all_of(
        "elements",
        "T nonimmigrant status",
        severe_trafficking,
        presence,
        cooperation,
        extreme_hardship,
        in_the_us,
        waivable,
        es="Estatus de no inmigrante T",
    ),
    evidence=(
        proof(
            t("The client's declaration", "Declaración del cliente"),
            t("the trafficking", "la trata"),
            "severe_trafficking",
            "presence",
            "extreme_hardship",
        ),
        proof(
            t("I-914B, or proof of a report", "I-914B, o prueba de una denuncia"),
            t("help to law enforcement", "la ayuda a las autoridades"),
            "helped",
        ),
    ),
    time_limits=(t("None to file.", "No hay plazo para presentar."),),
    on_grant=(
        t(
            "Mandatory termination of the court case (T status).",
            "Terminación obligatoria del caso en la corte (estatus T).",
        ),
    ),
    on_denial=(
        t(
            "Appeal to the AAO; risk of a Notice to Appear.",
            "Apelación ante la AAO; riesgo de un Aviso de Comparecencia (NTA).",
        ),
    ),
    beside_discretion=t(
        "A bona fide determination gives a stay and a work permit (8 CFR 214.205); ask for closure, or termination "
        "under 8 CFR 1003.18(d)(1)(ii)(B).",
        "Una determinación de buena fe da una suspensión de la deportación (stay) y un permiso de trabajo (8 CFR "
        "214.205); pida cierre, o terminación según 8 CFR 1003.18(d)(1)(ii)(B).",
    ),
    fit=(
        fits("dismissal", "good", USCIS_ONLY),
        fits("termination", "good", USCIS_ONLY),
        fits("administrative_closure", "good", USCIS_ONLY),
        fits("stipulation_or_nonopposition", "possible", USCIS_ONLY),
        fits("joint_mtr_if_final_order", "good", USCIS_ONLY),
    ),
    history=(
        t(
            "A person who left and came back must show that the return is tied to the trafficking or to helping law "
            "enforcement (departure presumption).",
            "Quien salió y regresó debe mostrar que el regreso está ligado a la trata o a la ayuda a las autoridades "
            "(presunción por la salida).",
        ),
        t(
            "Waivers: INA 212(d)(13) and 212(d)(3); only DHS for (d)(13).",
            "Exenciones: INA 212(d)(13) y 212(d)(3); solo DHS para la (d)(13).",
        ),
    ),
    verified=("https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",),
    confidence="medium",
)
