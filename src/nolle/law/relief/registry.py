"""Registry (INA 249): permanent residence for people here since before 1972."""

from nolle.facts import conviction, person
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.law.relief.adjustment import EQUITIES, US_CODE, weak_equities
from nolle.logic import all_of, element

STATUTE = "ina-249"
PIN = "INA 249"

here_since_before_1972 = element(
    "here_since_before_1972",
    "In the United States since before 1972-01-01",
    es="En Estados Unidos desde antes del 1972-01-01",
    that=person.present_in_us_since < "1972-01-01",
    cite=STATUTE,
    pin="INA 249(a)",
    verified=US_CODE.format(410),
    confidence="high",
)

good_moral_character = element(
    "good_moral_character",
    "No bar to good moral character",
    es="Sin impedimento de buena conducta moral",
    that=~person.gmc_bar_101f,
    by="judgement",
    cite=(STATUTE, "ina-101f"),
    pin=PIN,
)

not_a_persecutor = element(
    "not_a_persecutor",
    "Took no part in persecuting others",
    es="No participó en la persecución de otras personas",
    that=~person.persecuted_others,
    by="judgement",
    cite=STATUTE,
    pin=PIN,
)

no_security_bar = element(
    "no_security_bar",
    "No security or terrorism bar",
    es="Sin impedimento por seguridad o terrorismo",
    that=~person.security_or_terrorism_concern,
    by="judgement",
    cite=STATUTE,
    pin=PIN,
)

no_listed_conviction = element(
    "no_listed_conviction",
    "No conviction for an aggravated felony, a crime involving moral turpitude or a drug offense",
    es="Sin condena por delito agravado, delito de bajeza moral o delito de drogas",
    that=conviction.none(
        conviction.immigration_class.has_any("aggravated_felony", "cimt", "controlled_substance", "drug_trafficking")
        & conviction_stands
    ),
    cite=("ina-212a-grounds", STATUTE),
    pin="INA 249; 212(a)(2)",
    confidence="high",
)

no_smuggling = element(
    "no_smuggling",
    "Never helped another person to enter against the law",
    es="Nunca ayudó a otra persona a entrar contra la ley",
    that=~person.smuggled_or_helped_entry,
    cite=STATUTE,
    pin=PIN,
)

EITHER_FORUM = t("USCIS or the judge may decide it.", "Puede decidirlo USCIS o el juez.")

PATHWAY = Pathway(
    id="registry",
    name=t("Registry (INA 249)", "Registro (INA 249)"),
    family="relief",
    gives=t(
        "Lawful permanent residence from the day of approval.",
        "Residencia permanente legal desde el día de la aprobación.",
    ),
    does_not_give=(t("Very few people fit its dates.", "Muy pocas personas cumplen con sus fechas."),),
    decided_by=t("USCIS or the immigration judge.", "USCIS o el juez de inmigración."),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(t("Form I-485", "Formulario I-485"),),
    authority=("INA 249", "8 CFR 249, 1249"),
    cites=(STATUTE, "8-cfr-249-registry", "ina-101f", "ina-212a-grounds"),
    elements=all_of(
        "elements",
        "Registry",
        here_since_before_1972,
        good_moral_character,
        not_a_persecutor,
        no_security_bar,
        no_listed_conviction,
        no_smuggling,
        es="Registro",
    ),
    weighed=(EQUITIES,),
    evidence=(
        proof(
            t("Records from before 1972 to now", "Documentos desde antes de 1972 hasta hoy"),
            t("residence", "la residencia"),
            "here_since_before_1972",
        ),
    ),
    time_limits=(t("None.", "Ninguno."),),
    on_grant=(t("Lawful permanent residence.", "Residencia permanente legal."),),
    on_denial=(t("Renew the application before the judge.", "Presente de nuevo la solicitud ante el juez."),),
    beside_discretion=t(
        "Dismissal so that USCIS can decide, or the judge decides.",
        "Desestimación para que USCIS pueda decidir, o decide el juez.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "good", EITHER_FORUM),
        fits("termination", "good", EITHER_FORUM),
        fits("administrative_closure", "possible", EITHER_FORUM),
        fits("stipulation_or_nonopposition", "good", EITHER_FORUM),
        fits("joint_mtr_if_final_order", "possible", EITHER_FORUM),
    ),
    verified=("memory",),
    confidence="high",
)
