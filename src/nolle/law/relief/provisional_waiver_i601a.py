"""Provisional waiver of unlawful presence (I-601A), then the immigrant visa abroad."""

from nolle.facts import case, derived, filing, person, relative
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, not_, settled, version, versions

from .adjustment import EQUITIES, US_CODE, weak_equities

SECTION = "ina-212a9b"
REGULATION = "8-cfr-212-7e"
RULE_2013 = "dhs-i601a-rule-2013"
RULE_2016 = "dhs-i601a-rule-2016"

WAIVERS_PAGE = "https://myattorneyusa.com/immigration-blog/provisional-unlawful-presence-waivers-rules"
BARS_PAGE = "https://asianjournal.com/?p=25706"
GARCIA_PAGE = "https://law.justia.com/cases/federal/appellate-courts/ca6/20-3957/20-3957-2021-06-11.html"

spouse_or_parent = relative.relationship.is_in("spouse", "parent")
extreme_hardship = relative.hardship_level.is_in("extreme", "exceptional_and_extremely_unusual")

# Asked under both rules

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=REGULATION,
    pin="8 CFR 212.7(e)(3)(i)",
    confidence="high",
)

seventeen_or_over = not_(
    "seventeen_or_over",
    "17 or over when the I-601A is filed (today, while it is not)",
    element(
        "under_17",
        "Under 17 when the I-601A is filed",
        es="Menor de 17 años cuando se presenta el I-601A",
        that=person.birth_date.plus(years=17) > filing.i601a.filed_on.if_absent(AS_OF),
        cite=REGULATION,
        pin="8 CFR 212.7(e)(3)(ii), (e)(4)(i)",
        verified=BARS_PAGE,
        confidence="high",
    ),
    es="17 años o más cuando se presenta el I-601A (hoy, mientras no se presente)",
)

case_gate = any_of(
    "case_gate",
    "Not in removal proceedings, or the case is administratively closed",
    element(
        "not_in_proceedings",
        "No case is open in immigration court",
        es="No hay caso abierto en el tribunal de inmigración",
        that=~case.in_removal_proceedings,
        cite=REGULATION,
        pin="8 CFR 212.7(e)(4)(iii)",
        verified=GARCIA_PAGE,
        confidence="high",
    ),
    all_of(
        "closed_when_filed",
        "Closed, and not recalendared when the I-601A is filed",
        element(
            "administratively_closed",
            "The case is administratively closed",
            es="El caso tiene cierre administrativo",
            that=case.administratively_closed,
            cite=REGULATION,
            pin="8 CFR 212.7(e)(4)(iii)",
            verified=GARCIA_PAGE,
            confidence="high",
        ),
        element(
            "not_recalendared",
            "The case has not been put back on the calendar",
            es="El caso no se ha vuelto a poner en el calendario",
            that=~case.recalendared,
            cite=REGULATION,
            pin="8 CFR 212.7(e)(4)(iii)",
        ),
        es="Cerrado, y no reactivado cuando se presenta el I-601A",
    ),
    es="Sin proceso de deportación, o con el caso en cierre administrativo",
)

# From 2013-03-04: immediate relatives, and hardship to a citizen

immediate_relatives_only = all_of(
    "immediate_relatives_only",
    "The 2013 rule: immediate relatives, and hardship to a citizen spouse or parent",
    in_the_us,
    seventeen_or_over,
    element(
        "i130_approved_2013",
        "The I-130 for an immediate relative is approved",
        es="El I-130 para un familiar inmediato está aprobado",
        that=filing.i130.status == "approved",
        by="uscis",
        cite=RULE_2013,
        pin="8 CFR 212.7(e) (2013)",
        confidence="high",
    ),
    element(
        "immediate_relative",
        "Immediate relative of a U.S. citizen",
        es="Familiar inmediato de un ciudadano de Estados Unidos",
        that=derived.immediate_relative,
        cite=RULE_2013,
        pin="8 CFR 212.7(e) (2013)",
        confidence="high",
    ),
    element(
        "hardship_to_citizen",
        "Extreme hardship to a citizen spouse or parent",
        es="Perjuicio extremo para un cónyuge, padre o madre ciudadano",
        that=relative.exists(spouse_or_parent & (relative.status == "usc") & extreme_hardship),
        cite=RULE_2013,
        pin="8 CFR 212.7(e) (2013)",
        confidence="high",
    ),
    element(
        "over_180_days_2013",
        "More than 180 days of unlawful presence (2013 rule)",
        es="Más de 180 días de presencia ilegal (regla de 2013)",
        that=person.unlawful_presence_days > 180,
        cite=SECTION,
        pin="INA 212(a)(9)(B)(i)",
        confidence="high",
    ),
    element(
        "no_other_ground",
        "No other ground of inadmissibility",
        es="Ninguna otra causal de inadmisibilidad",
        that=~person.other_inadmissibility_ground,
        by="judgement",
        cite=(RULE_2013, "uscis-i601a-rtb-2014"),
        pin="8 CFR 212.7(e) (2013)",
        note=t(
            "Reason to believe that another ground applies meant denial; eased on 2014-01-24.",
            "Tener motivos para creer que había otra causal significaba denegación; se suavizó el 2014-01-24.",
        ),
    ),
    case_gate,
    element(
        "no_final_order_2013",
        "No final order (2013 rule)",
        es="Sin orden final (regla de 2013)",
        that=~case.final_order,
        cite=RULE_2013,
        pin="8 CFR 212.7(e)(4) (2013)",
        confidence="high",
    ),
    element(
        "no_reinstatement_2013",
        "No earlier order reinstated (2013 rule)",
        es="Sin orden anterior reinstaurada (regla de 2013)",
        that=~case.reinstated,
        cite=RULE_2013,
        pin="8 CFR 212.7(e)(4) (2013)",
        confidence="high",
    ),
    es="La regla de 2013: familiares inmediatos, y perjuicio a un cónyuge, padre o madre ciudadano",
    cite=(RULE_2013, REGULATION),
)

# From 2016-08-29: any immigrant petition, and hardship to a citizen or resident

any_petition = any_of(
    "any_petition",
    "An approved immigrant petition, or diversity selection",
    element(
        "i130_approved",
        "The I-130 is approved",
        es="El I-130 está aprobado",
        that=filing.i130.status == "approved",
        by="uscis",
        cite=SECTION,
        pin="8 CFR 212.7(e)(3)(iv)",
        note=t(
            "Any approved immigrant petition with a case at the Department of State, or diversity selection; the "
            "immigrant visa fee is paid.",
            "Cualquier petición de inmigrante aprobada con caso en el Departamento de Estado, o selección en la "
            "lotería de visas; con la tarifa de visa de inmigrante pagada.",
        ),
        verified=WAIVERS_PAGE,
        confidence="high",
    ),
    element(
        "widow_petition_approved",
        "The widow's or widower's petition (I-360) is approved",
        es="La petición de viudo o viuda (I-360) está aprobada",
        that=filing.i360_widow.status == "approved",
        by="uscis",
        cite=REGULATION,
        pin="8 CFR 212.7(e)(3)(iv)",
        confidence="high",
    ),
    element(
        "i140_approved",
        "The I-140 is approved",
        es="El I-140 está aprobado",
        that=filing.i140.status == "approved",
        by="uscis",
        cite=(REGULATION, RULE_2016),
        pin="8 CFR 212.7(e)(3)(iv)",
        note=t(
            "Any approved immigrant petition counts since 2016-08-29.",
            "Desde el 2016-08-29 cuenta cualquier petición de inmigrante aprobada.",
        ),
        confidence="high",
    ),
    es="Una petición de inmigrante aprobada, o selección en la lotería de visas",
)

any_petition_rule = all_of(
    "any_petition_rule",
    "The 2016 rule: any immigrant petition, and hardship to a citizen or resident spouse or parent",
    in_the_us,
    seventeen_or_over,
    any_petition,
    element(
        "hardship",
        "Extreme hardship to a citizen or resident spouse or parent",
        es="Perjuicio extremo para un cónyuge, padre o madre ciudadano o residente",
        that=relative.exists(spouse_or_parent & relative.status.is_in("usc", "lpr") & extreme_hardship),
        cite=(SECTION, REGULATION),
        pin="INA 212(a)(9)(B)(v); 8 CFR 212.7(e)(3)(vi)",
        verified=WAIVERS_PAGE,
        confidence="high",
    ),
    element(
        "over_180_days",
        "More than 180 days of unlawful presence",
        es="Más de 180 días de presencia ilegal",
        that=person.unlawful_presence_days > 180,
        cite=SECTION,
        pin="INA 212(a)(9)(B)(i)",
        verified=US_CODE.format(122),
        confidence="high",
    ),
    element(
        "admissible",
        "No ground of inadmissibility that cannot be waived",
        es="Ninguna causal de inadmisibilidad que no pueda perdonarse",
        that=~person.inadmissible_nonwaivable,
        by="judgement",
        cite=(SECTION, "ina-212a-grounds"),
        pin="INA 212(a)",
    ),
    element(
        "no_permanent_bar",
        "Outside the permanent bar",
        es="Fuera de la barrera permanente",
        that=~person.permanent_bar_9c,
        by="judgement",
        cite=(SECTION, "ina-212a9c"),
        pin="INA 212(a)(9)(C)",
    ),
    case_gate,
    any_of(
        "order_gate",
        "No final order, or permission to reapply",
        element(
            "no_final_order",
            "No final order",
            es="Sin orden final",
            that=~case.final_order,
            cite=SECTION,
            pin="8 CFR 212.7(e)(4)(iv)",
        ),
        element(
            "i212_approved",
            "A conditional I-212 is approved first",
            es="Antes se aprobó un I-212 condicional",
            that=filing.i212.status == "approved",
            by="uscis",
            cite=REGULATION,
            pin="8 CFR 212.7(e)(4)(iv)",
            confidence="high",
        ),
        es="Sin orden final, o con permiso para volver a solicitar",
    ),
    element(
        "no_reinstatement",
        "No earlier order reinstated",
        es="Sin orden anterior reinstaurada",
        that=~case.reinstated,
        cite=REGULATION,
        pin="8 CFR 212.7(e)(4)(v)",
        verified=BARS_PAGE,
        confidence="high",
    ),
    not_(
        "no_pending_adjustment",
        "No adjustment application is pending",
        element(
            "i485_pending",
            "An I-485 is pending",
            es="Hay un I-485 pendiente",
            that=filing.i485.status == "pending",
            by="counsel",
            cite=REGULATION,
            pin="8 CFR 212.7(e)(4)(vi)",
            verified=BARS_PAGE,
        ),
        es="No hay solicitud de ajuste pendiente",
    ),
    es="La regla de 2016: cualquier petición, y perjuicio a un cónyuge, padre o madre ciudadano o residente",
    cite=(RULE_2016, REGULATION),
)

CLOSURE_FIRST = t(
    "Closure first; terminate after the waiver and before departure.",
    "Primero el cierre; terminar el caso después del perdón y antes de salir.",
)

PATHWAY = Pathway(
    id="provisional_waiver_i601a",
    name=t(
        "Provisional unlawful presence waiver (I-601A) and consular processing",
        "Perdón provisional por presencia ilegal (I-601A) y trámite consular",
    ),
    family="relief",
    gives=t(
        "A waiver in advance of the three- or ten-year bar, so that the person can leave for the visa interview and "
        "return as a permanent resident.",
        "Un perdón anticipado del impedimento de tres o diez años, para poder salir a la entrevista de visa y "
        "regresar como residente permanente.",
    ),
    does_not_give=(
        t(
            "No status, work permit or stay while it is pending.",
            "No da estatus, permiso de trabajo ni suspensión mientras está pendiente.",
        ),
        t(
            "The approval is revoked automatically in listed events.",
            "La aprobación se revoca automáticamente en los casos que indica la regla.",
        ),
        t("It does not waive other grounds.", "No perdona otras causales."),
    ),
    decided_by=t("USCIS; then the consulate", "USCIS; después el consulado"),
    forum=t("USCIS and the Department of State", "USCIS y el Departamento de Estado"),
    forms=(
        t("Form I-130", "Formulario I-130"),
        t("Form DS-260", "Formulario DS-260"),
        t("Form I-601A", "Formulario I-601A"),
        t("Form I-212 if there is an order", "Formulario I-212 si hay una orden"),
    ),
    authority=(
        "INA 212(a)(9)(B)(v)",
        "8 CFR 212.7(e)",
        "81 Fed. Reg. 50244 (2016-07-29, eff. 2016-08-29)",
        "Garcia-DeLeon v. Garland, 999 F.3d 986 (6th Cir. 2021)",
    ),
    cites=(SECTION, REGULATION, "garcia-deleon-v-garland-2021", "ina-212a-grounds", "ina-212a9c"),
    related=(RULE_2013, RULE_2016, "uscis-i601a-rtb-2014", "garcia-deleon-v-garland-2021", "matter-of-castro-tum"),
    present_status=t(
        "The rule is in force, with long processing; check the proclamations that limit visas for some nationalities.",
        "La regla está vigente, con trámite largo; revise las proclamaciones que limitan visas para algunas "
        "nacionalidades.",
    ),
    elements=versions(
        "elements",
        "The provisional waiver rule on the day of filing",
        version(
            "not_yet",
            since="1997-04-01",
            until="2013-03-03",
            en="Only the I-601, from abroad",
            es="Solo el I-601, desde el extranjero",
            that=settled(
                "no_such_process",
                "There was no provisional waiver: only the I-601, from abroad",
                es="No había perdón provisional: solo el I-601, desde el extranjero",
                answer=False,
                cite=SECTION,
            ),
            cite=SECTION,
            confidence="high",
        ),
        version(
            "rule_2013",
            since="2013-03-04",
            until="2016-08-28",
            en="Immediate relatives, and hardship to a citizen",
            es="Familiares inmediatos, y perjuicio a un ciudadano",
            that=immediate_relatives_only,
            cite=(RULE_2013, REGULATION),
            pin="78 Fed. Reg. 536",
            confidence="high",
        ),
        version(
            "rule_2016",
            since="2016-08-29",
            en="Any immigrant petition, and hardship to a citizen or resident",
            es="Cualquier petición de inmigrante, y perjuicio a un ciudadano o residente",
            that=any_petition_rule,
            cite=(RULE_2016, REGULATION),
            pin="81 Fed. Reg. 50244",
            note=t(
                "From 2018-05-17 to 2021-07-14 closure was mostly out of reach: people in proceedings were blocked "
                "unless already closed, or terminated by another route, or in the Fourth (2019-08-29), Seventh "
                "(2020-06-26) or Third (2021-05-05) Circuit. Reinstatement of a prior order revokes or bars the "
                "waiver at any date.",
                "Del 2018-05-17 al 2021-07-14 el cierre casi no se podía obtener: quien estaba en proceso quedaba "
                "impedido, salvo cierre ya dado, terminación por otra vía, o en el Cuarto (2019-08-29), Séptimo "
                "(2020-06-26) o Tercer (2021-05-05) Circuito. La reinstauración de una orden anterior revoca o impide "
                "el perdón en cualquier fecha.",
            ),
            confidence="high",
        ),
        es="La regla del perdón provisional el día de la presentación",
        date_basis=filing.i601a.filed_on,
        since="2013-03-04",
    ),
    bars=(
        t(
            "Another ground of inadmissibility found at the consulate revokes the waiver.",
            "Otra causal de inadmisibilidad hallada en el consulado revoca el perdón.",
        ),
        t("Re-entry without inspection revokes it.", "Volver a entrar sin inspección lo revoca."),
    ),
    weighed=(
        t(
            "Factors of extreme hardship: family ties, health, finances, education, country conditions (USCIS Policy "
            "Manual, Vol. 9, Part B).",
            "Factores de perjuicio extremo: lazos familiares, salud, finanzas, educación, condiciones del país "
            "(Manual de Políticas de USCIS, Vol. 9, Parte B).",
        ),
        EQUITIES,
    ),
    evidence=(
        proof(
            t("Receipt of the National Visa Center fee", "Recibo de la tarifa del Centro Nacional de Visas"),
            t("the case at the Department of State", "el caso en el Departamento de Estado"),
            "any_petition",
        ),
        proof(
            t("The judge's order of administrative closure", "Orden del juez de cierre administrativo"),
            t("8 CFR 212.7(e)(4)(iii)", "8 CFR 212.7(e)(4)(iii)"),
            "administratively_closed",
            "not_recalendared",
        ),
        proof(
            t("Psychological, medical and financial records", "Documentos psicológicos, médicos y financieros"),
            t("extreme hardship", "el perjuicio extremo"),
            "hardship",
            "hardship_to_citizen",
        ),
        proof(
            t("Proof of the qualifying relative's status", "Prueba del estatus del familiar que califica"),
            t("the qualifying relative", "el familiar que califica"),
            "hardship",
            "hardship_to_citizen",
        ),
    ),
    time_limits=(
        t(
            "Child beneficiaries: the CSPA; under 18 there is no unlawful presence.",
            "Beneficiarios hijos: la CSPA; antes de los 18 años no hay presencia ilegal.",
        ),
    ),
    on_grant=(
        t(
            "Before leaving, get the closed case dismissed or terminated (8 CFR 1003.18(d)(1)(ii)(D)). Leaving with "
            "an open case risks an order in absentia or self-removal, and INA 212(a)(6)(B). Until then, attend every "
            "hearing.",
            "Antes de salir, obtenga que el caso cerrado se desestime o termine (8 CFR 1003.18(d)(1)(ii)(D)). Salir "
            "con el caso abierto arriesga una orden en ausencia o una autodeportación, e INA 212(a)(6)(B). Hasta "
            "entonces, acuda a toda audiencia.",
        ),
    ),
    on_denial=(t("File again; there is no appeal.", "Presente de nuevo; no hay apelación."),),
    beside_discretion=t(
        "The main reason to seek administrative closure for a spouse who entered without inspection. The sequence: "
        "I-130 approval, closure, visa fee, I-601A, termination, interview. Check consular travel bans before "
        "departure.",
        "La razón principal para pedir el cierre administrativo de un cónyuge que entró sin inspección. El orden: "
        "I-130 aprobado, cierre, tarifa de visa, I-601A, terminación, entrevista. Revise las prohibiciones de viaje "
        "antes de salir.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "possible", CLOSURE_FIRST),
        fits("termination", "good", CLOSURE_FIRST),
        fits("administrative_closure", "good", CLOSURE_FIRST),
        fits(
            "stipulation_or_nonopposition",
            "poor",
            t(
                "A stipulation in court does not give the waiver; USCIS needs the case closed or ended.",
                "Una estipulación en la corte no da el perdón; USCIS necesita el caso cerrado o terminado.",
            ),
        ),
        fits("joint_mtr_if_final_order", "possible", CLOSURE_FIRST),
    ),
    verified=(WAIVERS_PAGE, GARCIA_PAGE),
    confidence="high",
)
