"""Adjustment of status as a special immigrant juvenile (INA 245(h))."""

from nolle.facts import conviction, filing, person, visa
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.law.relief.adjustment import TOTALITY, US_CODE, weak_equities, who_decides
from nolle.logic import all_of, any_of, element, settled

STATUTE = "ina-245h"

BIA_2025_PAGE = "https://www.sabrinadamast.com/journal/2025/11/16/bia-finds-administrative-closure-was-inappropriate-for-sijs-petitioner"

petition_approved = element(
    "petition_approved",
    "USCIS approved the special immigrant juvenile petition (I-360)",
    es="USCIS aprobó la petición de Joven Inmigrante Especial (I-360)",
    that=filing.i360_sij.status == "approved",
    by="uscis",
    cite=(STATUTE, "ina-245a"),
    pin="INA 245(a), (h)",
)

number_available = element(
    "number_available",
    "A visa number is available (EB-4)",
    es="Hay un número de visa disponible (EB-4)",
    that=visa.number_available,
    by="dos",
    cite=STATUTE,
    pin="EB-4",
    verified=BIA_2025_PAGE,
    confidence="high",
)

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=(STATUTE, "ina-245a"),
    pin="INA 245(a), (h)",
    note=t(
        "Deemed paroled (INA 245(h)(1)): entry without inspection does not matter.",
        "Se le considera con permiso (parole) (INA 245(h)(1)): no importa haber entrado sin inspección.",
    ),
    verified="https://www.uscis.gov/policy-manual/volume-7-part-b-chapter-2",
    confidence="high",
)

offenses = any_of(
    "offenses",
    "No offense that INA 245(h) does not let USCIS waive",
    element(
        "no_listed_conviction",
        "No conviction in a class that may be such an offense",
        es="Sin condena de una clase que pueda ser uno de esos delitos",
        that=conviction.none(
            conviction.immigration_class.has_any(
                "controlled_substance", "drug_trafficking", "cimt", "aggravated_felony", "national_security"
            )
        ),
        cite=(STATUTE, "ina-212a-grounds"),
        pin="INA 245(h)(2)(B)",
        note=t(
            "INA 212(a)(2)(A)-(C) and (3)(A)-(C), (E) cannot be waived, except one simple possession of 30 g or "
            "less of marijuana.",
            "INA 212(a)(2)(A)-(C) y (3)(A)-(C), (E) no pueden perdonarse, salvo una sola posesión simple de 30 g "
            "o menos de marihuana.",
        ),
        verified=US_CODE.format(386),
        confidence="high",
    ),
    settled(
        "conviction_to_be_reviewed",
        "A conviction found must be reviewed by counsel: juvenile adjudications usually are not convictions",
        es="Toda condena hallada debe revisarla un abogado: las decisiones de menores no suelen ser condenas",
        answer=None,
        cite=(STATUTE, "ina-212a-grounds"),
    ),
    es="Ningún delito que INA 245(h) no permita perdonar a USCIS",
)

VISA_CURRENT = t("The visa is current.", "La visa está disponible.")

PATHWAY = Pathway(
    id="sij_adjustment",
    name=t(
        "Adjustment as a special immigrant juvenile (INA 245(h))",
        "Ajuste de estatus como Joven Inmigrante Especial (INA 245(h))",
    ),
    family="relief",
    gives=t("Lawful permanent residence.", "Residencia permanente legal."),
    does_not_give=(t("No petition for parents later on.", "No permite pedir a los padres más adelante."),),
    decided_by=t(
        "USCIS, or the immigration judge when the judge has the application.",
        "USCIS, o el juez de inmigración cuando la solicitud le corresponde.",
    ),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(
        t("Form I-485", "Formulario I-485"),
        t("Form I-693", "Formulario I-693"),
        t("Form I-601 (SIJ)", "Formulario I-601 (SIJ)"),
        t("Form I-765", "Formulario I-765"),
    ),
    authority=("INA 245(a),(h)", "8 CFR 245.1(e)(3)", "USCIS PM Vol. 7 Pt. F Ch. 7"),
    cites=(
        STATUTE,
        "ina-245a",
        "8-cfr-245-1",
        "uscis-pm-aos",
        "ina-212a-grounds",
        "8-cfr-245-2-jurisdiction",
        "matter-of-yauri",
        "matter-of-marin",
        "matter-of-arai",
        "matter-of-blas",
        "uscis-adjustment-discretion-2026",
        "ina-245c-k",
    ),
    present_status=t(
        "EB-4 is backlogged (the cut-off was mid-2020 in November 2025).",
        "EB-4 está atrasada (la fecha de corte era de mediados de 2020 en noviembre de 2025).",
    ),
    elements=all_of(
        "elements",
        "Adjustment as a special immigrant juvenile",
        petition_approved,
        number_available,
        in_the_us,
        offenses,
        es="Ajuste de estatus como Joven Inmigrante Especial",
    ),
    forum_rule=who_decides,
    bars=(
        t(
            "Do not apply: INA 212(a)(4), (5)(A), (6)(A), (6)(C), (6)(D), (7)(A), (9)(B).",
            "No se aplican: INA 212(a)(4), (5)(A), (6)(A), (6)(C), (6)(D), (7)(A), (9)(B).",
        ),
        t(
            "Other grounds can be waived for humanitarian reasons, family unity or the public interest.",
            "Otras causales pueden perdonarse por razones humanitarias, unidad familiar o interés público.",
        ),
        t(
            "The bars of INA 245(c) largely do not apply.",
            "Los impedimentos de INA 245(c) en gran parte no se aplican.",
        ),
    ),
    weighed=TOTALITY,
    evidence=(
        proof(
            t("I-360 approval notice", "Aviso de aprobación del I-360"),
            t("the classification", "la clasificación"),
            "petition_approved",
        ),
        proof(t("Visa Bulletin", "Boletín de Visas"), t("the visa number", "el número de visa"), "number_available"),
        proof(
            t("Court dispositions, juvenile ones too", "Decisiones de las cortes, también las de menores"),
            t("admissibility", "la admisibilidad"),
            "no_listed_conviction",
        ),
    ),
    time_limits=(
        t("There is no upper age at adjustment.", "No hay edad máxima para el ajuste."),
        t(
            "Watch for EB-4 moving back, and for no numbers at the end of the year.",
            "Esté atento a que EB-4 retroceda y a que se agoten los números al final del año.",
        ),
        t(
            "Marriage after approval does not by itself revoke the petition.",
            "Casarse después de la aprobación no revoca por sí solo la petición.",
        ),
    ),
    on_grant=(t("The court must terminate the case.", "La corte debe terminar el caso."),),
    on_denial=(t("Renew the application before the judge.", "Presente de nuevo la solicitud ante el juez."),),
    beside_discretion=t(
        "Termination so that USCIS can adjust (unless an arriving alien), or the judge adjusts.",
        "Terminación para que USCIS pueda ajustar (salvo un extranjero que llega, arriving alien), o ajusta el juez.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "good", VISA_CURRENT),
        fits("termination", "good", VISA_CURRENT),
        fits(
            "administrative_closure",
            "poor",
            t(
                "The visa is current: closure only delays adjustment.",
                "La visa está disponible: el cierre solo demora el ajuste.",
            ),
        ),
        fits("stipulation_or_nonopposition", "good", VISA_CURRENT),
        fits("joint_mtr_if_final_order", "good", VISA_CURRENT),
    ),
    verified=(BIA_2025_PAGE,),
    confidence="high",
)
