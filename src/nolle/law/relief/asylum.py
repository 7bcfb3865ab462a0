"""Asylum (Form I-589), before USCIS or the immigration judge."""

from nolle.facts import asylum, case, person
from nolle.law.pathway import Pathway, caution, clock, fits, proof, t
from nolle.law.relief.asylum_one_year import CODE_PAGE, DEADLINE_RULE, JOAQUIN_PORRAS, STATUTE, one_year
from nolle.logic import all_of, any_of, element

ASYLUM_RULE = "8-cfr-1208-13-asylum"

EAD_PAGE = "https://immpolicytracking.org/policies/uscis-announces-proposed-employment-authorization-reform-for-asylum-applicants"
TRACKER = "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv"

fear_of_return = element(
    "fear_of_return",
    "Afraid to go back",
    es="Tiene miedo de regresar",
    that=asylum.fear_of_return,
    cite=STATUTE,
    pin="INA 208",
)

earlier_denial = any_of(
    "earlier_denial",
    "No earlier denial of asylum, or circumstances changed since",
    element(
        "no_earlier_denial",
        "No asylum application was denied before",
        es="Antes no se le negó otra solicitud de asilo",
        that=~asylum.prior_asylum_denied,
        cite=STATUTE,
        pin="INA 208(a)(2)(C)",
        verified=CODE_PAGE,
        confidence="high",
    ),
    element(
        "changed_since_denial",
        "Changed circumstances allow another application",
        es="Un cambio de circunstancias permite otra solicitud",
        that=asylum.exception_kinds.has_any(
            "changed_country_conditions", "changed_personal_circumstances", "changed_law"
        ),
        by="judgement",
        cite=STATUTE,
        pin="INA 208(a)(2)(C), (D)",
        verified=CODE_PAGE,
    ),
    es="Sin una denegación de asilo anterior, o las circunstancias cambiaron después",
)

# The refugee definition

persecution = any_of(
    "persecution",
    "Past persecution or a well-founded fear",
    element(
        "past_persecution",
        "Persecuted in the past",
        es="Sufrió persecución en el pasado",
        that=asylum.past_persecution,
        cite=(STATUTE, ASYLUM_RULE),
        pin="INA 208",
    ),
    element(
        "well_founded_fear",
        "A well-founded fear: a reasonable possibility of persecution",
        es="Temor fundado: una posibilidad razonable de persecución",
        that=asylum.well_founded_fear,
        by="judgement",
        cite=("ins-v-cardoza-fonseca-1987", ASYLUM_RULE),
        pin="INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)",
        confidence="high",
    ),
    es="Persecución pasada o temor fundado",
)

protected_ground = element(
    "protected_ground",
    "Race, religion, nationality, political opinion or a particular social group",
    es="Raza, religión, nacionalidad, opinión política o un grupo social particular",
    that=asylum.protected_grounds.has_any(
        "race", "religion", "nationality", "political_opinion", "particular_social_group"
    ),
    by="judgement",
    cite=STATUTE,
    pin="INA 208",
)

nexus = element(
    "nexus",
    "The harm is tied to that ground",
    es="El daño está ligado a ese motivo",
    that=asylum.nexus_supported,
    by="judgement",
    cite=STATUTE,
    pin="INA 208",
)

state_protection_failed = element(
    "state_protection_failed",
    "The government did the harm, or could not or would not stop it",
    es="El gobierno hizo el daño, o no pudo o no quiso impedirlo",
    that=asylum.state_actor_or_unable,
    cite=STATUTE,
    pin="INA 208",
)

no_safe_place = element(
    "no_safe_place",
    "Could not reasonably live in safety elsewhere in the country",
    es="No podría razonablemente vivir seguro en otra parte del país",
    that=~asylum.internal_relocation_reasonable,
    cite=(STATUTE, ASYLUM_RULE),
    pin="INA 208",
)

# Bars

not_particularly_serious_crime = element(
    "not_particularly_serious_crime",
    "Not convicted of a particularly serious crime",
    es="Sin condena por un delito particularmente grave",
    that=~asylum.particularly_serious_crime,
    by="judgement",
    cite=STATUTE,
    pin="INA 208(b)(2)(A)",
)

not_serious_nonpolitical_crime = element(
    "not_serious_nonpolitical_crime",
    "No serious nonpolitical crime abroad",
    es="Sin delito grave no político en el extranjero",
    that=~asylum.serious_nonpolitical_crime,
    by="judgement",
    cite=STATUTE,
    pin="INA 208(b)(2)(A)",
)

not_firmly_resettled = element(
    "not_firmly_resettled",
    "Not firmly resettled in another country",
    es="Sin reasentamiento firme en otro país",
    that=~asylum.firm_resettlement,
    cite=STATUTE,
    pin="INA 208(b)(2)(A)",
)

not_a_persecutor = element(
    "not_a_persecutor",
    "Took no part in persecuting others",
    es="No participó en la persecución de otras personas",
    that=~person.persecuted_others,
    by="judgement",
    cite=STATUTE,
    pin="INA 208(b)(2)(A)",
)

no_security_bar = element(
    "no_security_bar",
    "No security or terrorism bar",
    es="Sin impedimento por seguridad o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=STATUTE,
    pin="INA 208(b)(2)(A)",
)

no_border_bar = element(
    "no_border_bar",
    "No bar from a border, transit or third-country rule",
    es="Sin impedimento por una regla de frontera, de tránsito o de tercer país",
    that=asylum.entry_based_bar == "none",
    by="judgement",
    cite=(STATUTE, "proclamation-10888"),
    pin="INA 208",
    confidence="low",
)

DISMISSAL_ENDS_THE_CLOCK = t(
    "Dismissal would end the clock and the work permit.",
    "La desestimación terminaría el reloj y el permiso de trabajo.",
)

PATHWAY = Pathway(
    id="asylum",
    name=t("Asylum", "Asilo"),
    family="relief",
    gives=t(
        "Asylee status, permission to work because of that status, adjustment after one year, and Form I-730 for "
        "family.",
        "Estatus de asilado, permiso para trabajar por ese estatus, ajuste después de un año y el formulario "
        "I-730 para la familia.",
    ),
    does_not_give=(
        t(
            "A pending case gives no status; a work permit comes only after the 150 and 180 days of the asylum clock.",
            "Un caso pendiente no da estatus; el permiso de trabajo llega solo después de los 150 y 180 días del "
            "reloj de asilo.",
        ),
    ),
    decided_by=t(
        "USCIS (affirmative cases and unaccompanied children) or the immigration judge.",
        "USCIS (casos afirmativos y niños no acompañados) o el juez de inmigración.",
    ),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(
        t("Form I-589", "Formulario I-589"),
        t("Form I-765, category (c)(8)", "Formulario I-765, categoría (c)(8)"),
        t("Form I-730", "Formulario I-730"),
    ),
    authority=("INA 208", "8 CFR 208.13, 1208.13", "Matter of M-E-V-G-, 26 I&N Dec. 227 (BIA 2014)"),
    cites=(
        STATUTE,
        ASYLUM_RULE,
        "matter-of-m-e-v-g",
        DEADLINE_RULE,
        "ina-208b3c-uac",
        "ins-v-cardoza-fonseca-1987",
        "proclamation-10888",
        "matter-of-pula",
    ),
    related=(
        "eoir-pm-25-28",
        "uscis-asylum-referral-ifr-2026",
        "hr1-fees-2025",
        "matter-of-f-p-r",
        JOAQUIN_PORRAS,
        "matter-of-y-c",
        "matter-of-t-m-h",
        "matter-of-d-g-c",
        "husyev-v-mukasey-2008",
        "weinong-lin-v-holder-2014",
        "mendez-rojas-2018",
    ),
    elements=all_of(
        "elements",
        "Asylum",
        fear_of_return,
        one_year,
        earlier_denial,
        persecution,
        protected_ground,
        nexus,
        state_protection_failed,
        no_safe_place,
        not_particularly_serious_crime,
        not_serious_nonpolitical_crime,
        not_firmly_resettled,
        not_a_persecutor,
        no_security_bar,
        no_border_bar,
        es="Asilo",
    ),
    bars=(
        t(
            "INA 208(b)(2)(A): persecution of others, a particularly serious crime, a serious nonpolitical crime, "
            "danger to security, terrorism, firm resettlement.",
            "INA 208(b)(2)(A): perseguir a otros, un delito particularmente grave, un delito grave no político, "
            "peligro para la seguridad, terrorismo, reasentamiento firme.",
        ),
        t(
            "INA 208(a)(2): a safe third country or asylum cooperative agreement, the one-year deadline, an "
            "earlier denial.",
            "INA 208(a)(2): tercer país seguro o acuerdo de cooperación de asilo, el plazo de un año, una denegación "
            "anterior.",
        ),
        t(
            "Border rules: 8 CFR 208.33 and 1208.33 (entries from 2023-05-11 to 2025-05-11), 208.35 (2024), "
            "Proclamation 10888 (2025-01-20; partly enjoined). They depend on dates; check the litigation.",
            "Reglas de frontera: 8 CFR 208.33 y 1208.33 (entradas del 2023-05-11 al 2025-05-11), 208.35 (2024), "
            "Proclamación 10888 (2025-01-20; suspendida en parte por los tribunales). Dependen de las fechas; "
            "revise los litigios.",
        ),
    ),
    weighed=(
        t(
            "All the circumstances together: Matter of Pula, 19 I&N Dec. 467 (BIA 1987).",
            "Todas las circunstancias en conjunto: Matter of Pula, 19 I&N Dec. 467 (BIA 1987).",
        ),
        t(
            "The balance of the equities, as counsel sees it.",
            "El balance de los factores a favor y en contra, según el abogado.",
        ),
    ),
    evidence=(
        proof(
            t("Detailed declaration", "Declaración detallada"),
            t("past harm and its reason", "el daño pasado y su motivo"),
            "past_persecution",
            "protected_ground",
            "nexus",
        ),
        proof(
            t("Medical or psychological evaluation", "Evaluación médica o psicológica"),
            t("harm", "el daño"),
            "past_persecution",
        ),
        proof(
            t("Country reports and an expert", "Informes del país y un perito"),
            t("objective fear", "el temor objetivo"),
            "well_founded_fear",
            "state_protection_failed",
            "no_safe_place",
        ),
        proof(
            t("Proof of the date of entry", "Prueba de la fecha de entrada"),
            t("the one-year deadline", "el plazo de un año"),
            "within_a_year_of_arrival",
        ),
    ),
    time_limits=(
        t("One year from the last arrival.", "Un año desde la última llegada."),
        t(
            "(c)(8) work permit: apply at 150 days, issued from 180. A proposed rule (2026-02-23) would make it "
            "365; it was not final when checked.",
            "Permiso de trabajo (c)(8): se pide a los 150 días y se otorga desde los 180. Una regla propuesta "
            "(2026-02-23) lo llevaría a 365; no era definitiva cuando se revisó.",
        ),
        t(
            "There is an annual asylum fee under H.R. 1 (in litigation); missing it can end the case.",
            "Hay una tarifa anual de asilo según la ley H.R. 1 (en litigio); no pagarla puede terminar el caso.",
        ),
    ),
    clocks=(
        clock(
            "asylum_one_year",
            "File the I-589",
            "Presente el I-589",
            due=asylum.last_arrival_on.plus(years=1),
            cite=(STATUTE, DEADLINE_RULE),
            pin="INA 208(a)(2)(B); 8 CFR 1208.4(a)(2)",
            note=t(
                "If it falls on a weekend or holiday, only a court filing moves to the next business day: aim earlier.",
                "Si cae en fin de semana o feriado, solo lo que se presenta en la corte pasa al siguiente día hábil: "
                "presente antes.",
            ),
            confidence="high",
        ),
        clock(
            "bia_appeal_10",
            "The Board receives the notice of appeal (EOIR-26): work to this date",
            "La Junta recibe el aviso de apelación (EOIR-26): trabaje con esta fecha",
            due=case.ij_decision_on.plus(days=10),
            cite=("8-cfr-1003-38-appeals", "eoir-2026-bia-ifr"),
            pin="8 CFR 1003.38",
            note=t(
                "The 10 days printed in 2026 were vacated before taking effect, and even the printed text keeps "
                "30 where asylum was decided other than under INA 208(a)(2)(A)-(C). The notice must be received, "
                "not mailed.",
                "Los 10 días impresos en 2026 fueron anulados antes de entrar en vigor, y aun ese texto conserva "
                "30 cuando el asilo se decidió por algo distinto de INA 208(a)(2)(A)-(C). El aviso debe "
                "recibirse, no solo enviarse.",
            ),
            confidence="high",
        ),
        clock(
            "bia_appeal_30",
            "The Board receives the notice of appeal (EOIR-26): the 30 days in operation",
            "La Junta recibe el aviso de apelación (EOIR-26): los 30 días que se aplican",
            due=case.ij_decision_on.plus(days=30),
            cite=("8-cfr-1003-38-appeals", "eoir-2026-bia-ifr"),
            pin="8 CFR 1003.38",
            note=t("Received, not mailed.", "Debe recibirse, no solo enviarse."),
            confidence="high",
        ),
        clock(
            "ead_renew",
            "Renew the work permit: 180 days before it ends",
            "Renueve el permiso de trabajo: 180 días antes de que venza",
            due=person.ead_expires_on.minus(days=180),
            cite="8-cfr-274a-13-ead-renewal",
            pin="8 CFR 274a.13(d)",
            note=t(
                "No automatic extension for most categories since 2025-10-30, so filing late leaves a gap.",
                "Desde el 2025-10-30 no hay extensión automática para la mayoría de las categorías: si se "
                "presenta tarde, queda un período sin permiso.",
            ),
            confidence="high",
        ),
    ),
    on_grant=(
        t(
            "It has the effect of mandatory termination; adjust after one year.",
            "Tiene el efecto de una terminación obligatoria; ajuste después de un año.",
        ),
    ),
    on_denial=(
        t(
            "Appeal to the Board: both dates are among the deadlines here.",
            "Apelación ante la Junta: las dos fechas están entre los plazos.",
        ),
    ),
    risks=(
        t(
            "Dismissal ends a defensive I-589: file again with USCIS at once, and argue extraordinary circumstances or "
            "maintained status.",
            "La desestimación termina un I-589 defensivo: presente otro ante USCIS de inmediato y alegue "
            "circunstancias extraordinarias o estatus mantenido.",
        ),
    ),
    beside_discretion=t(
        "Dismissal is often the wrong thing to ask for: it ends the work permit and starts the clock again. "
        "Prefer closure, a stipulation to eligibility, or non-opposition.",
        "La desestimación suele ser lo que no conviene pedir: termina el permiso de trabajo y reinicia el reloj. "
        "Prefiera el cierre, una estipulación sobre los requisitos o la no oposición.",
    ),
    cautions=(
        caution(
            "discretion_equities_strong",
            "Equities look weak: discretion can still be asked for; gather evidence first.",
            "Los factores a favor parecen débiles: aún se puede pedir; primero reúna pruebas.",
            when=person.discretion_equities_strong == "weak",
        ),
    ),
    fit=(
        fits(
            "dismissal",
            "poor",
            t(
                "Ends the defensive claim, the clock and the (c)(8) work permit; a new filing can meet the "
                "one-year bar.",
                "Termina la solicitud defensiva, el reloj y el permiso de trabajo (c)(8); una nueva solicitud "
                "puede chocar con el plazo de un año.",
            ),
        ),
        fits(
            "termination",
            "poor",
            t(
                "Ends the defensive claim, the clock and the (c)(8) work permit.",
                "Termina la solicitud defensiva, el reloj y el permiso de trabajo (c)(8).",
            ),
        ),
        fits("administrative_closure", "possible", DISMISSAL_ENDS_THE_CLOCK),
        fits("stipulation_or_nonopposition", "good", DISMISSAL_ENDS_THE_CLOCK),
        fits("joint_mtr_if_final_order", "good", DISMISSAL_ENDS_THE_CLOCK),
    ),
    verified=(EAD_PAGE, TRACKER),
    confidence="high",
)
