"""Parole in place, and military deferred action, for the families of service members and veterans."""

from nolle.facts import derived, person, relative
from nolle.law.pathway import Pathway, caution, proof, t
from nolle.logic import all_of, element

STATUTE = "ina-212d5"
PIN = "INA 212(d)(5)(A)"
MEMOS = "uscis-military-pip"

USCIS_PAGE = "https://webarchive.library.unt.edu/web/20201218033756/https://www.uscis.gov/military/discretionary-options-for-military-members-enlistees-and-their-families"

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=STATUTE,
    pin=PIN,
)

present_without_admission = element(
    "present_without_admission",
    "Present without admission or parole (an applicant for admission), or paroled in place before",
    es="Presente sin admisión ni parole (solicitante de admisión), o con parole en el lugar anterior",
    that=derived.last_entry_manner.is_in("ewi", "conditional_parole_236", "parole_in_place"),
    cite=(STATUTE, MEMOS),
    pin=PIN,
    verified=USCIS_PAGE,
    confidence="high",
)

military_family = element(
    "military_family",
    "Spouse, widow or widower, parent, son or daughter of a service member or veteran",
    es="Cónyuge, viudo o viuda, padre, madre, hijo o hija de un militar o veterano",
    that=relative.exists(
        relative.relationship.is_in("spouse", "parent", "child", "stepchild", "adopted_child")
        & relative.military_status.is_in("active_duty", "selected_reserve", "veteran_not_dishonorable")
    ),
    cite=STATUTE,
    pin=PIN,
    note=t(
        "Active duty, Selected Reserve, or a veteran whose discharge was not dishonorable; one who has died also "
        "counts.",
        "Servicio activo, Reserva Seleccionada, o veterano cuya baja no fue deshonrosa; también cuenta quien falleció.",
    ),
    verified=USCIS_PAGE,
    confidence="high",
)

PATHWAY = Pathway(
    id="military_pip",
    name=t(
        "Parole in place (and military deferred action) for military families",
        "Parole en el lugar (y acción diferida militar) para familias de militares",
    ),
    family="discretion",
    gives=t(
        'Parole in steps of one year for a person present without admission; it counts as "paroled" for INA 245(a) and '
        "removes the ground of INA 212(a)(6)(A)(i), presence without admission.",
        "Parole por períodos de un año para quien está presente sin admisión; cuenta como «paroled» para INA 245(a) y "
        "quita la causal de INA 212(a)(6)(A)(i), presencia sin admisión.",
    ),
    does_not_give=(
        t("It is not an admission.", "No es una admisión."),
        t(
            "It does not cure unlawful presence already accrued, or INA 245(c)(2) for people who are not immediate "
            "relatives.",
            "No corrige la presencia ilegal ya acumulada, ni INA 245(c)(2) para quienes no son familiares inmediatos.",
        ),
        t(
            "Not for people who overstayed a visa (they may ask for deferred action).",
            "No es para quienes se quedaron después de vencer su visa (pueden pedir acción diferida).",
        ),
    ),
    decided_by=t("A USCIS field office", "Una oficina local de USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t("Form I-131 (military parole in place)", "Formulario I-131 (parole en el lugar para militares)"),
        t("Form G-325A for military deferred action", "Formulario G-325A para acción diferida militar"),
    ),
    authority=(
        PIN,
        "USCIS PM-602-0091 (2013-11-15)",
        "PM-602-0114 (2016-11-23)",
        "NDAA FY2020 sec. 1758",
        "Matter of Castillo-Padilla, 25 I&N Dec. 257 (BIA 2010) (contrast conditional parole)",
    ),
    cites=(STATUTE, MEMOS, "ndaa-2020-1758", "matter-of-castillo-padilla"),
    related=("huffman-2025-01-20-parole", "chnv-parole-termination-2025"),
    present_status=t(
        "Not known whether it is available in late 2026; litigation over ended paroles (Svitlana Doe v. Noem) has "
        "included people with military parole in place.",
        "No se sabe si está disponible a fines de 2026; el litigio sobre paroles terminados (Svitlana Doe v. Noem) ha "
        "incluido a personas con parole en el lugar para militares.",
    ),
    elements=all_of(
        "elements",
        "Parole in place for military families",
        in_the_us,
        present_without_admission,
        military_family,
        es="Parole en el lugar para familias de militares",
        force="policy.military_pip_open",
    ),
    bars=(
        t(
            "A criminal conviction or serious adverse factors usually defeat it.",
            "Una condena penal o factores adversos graves suelen impedirlo.",
        ),
        t(
            "H.R. 1 set a fee for parole, with exceptions: check whether military parole in place is exempt.",
            "La ley H.R. 1 fijó una tarifa para el parole, con excepciones: verifique si el parole para militares está "
            "exento.",
        ),
    ),
    weighed=(
        t(
            "The balance of equities, as counsel sees it.",
            "El balance de los factores a favor y en contra, según lo ve el abogado.",
        ),
    ),
    evidence=(
        proof(
            t("DD-214, DEERS, orders", "DD-214, DEERS, órdenes militares"),
            t("the service", "el servicio"),
            "military_family",
        ),
        proof(
            t("Marriage and birth records", "Actas de matrimonio y de nacimiento"),
            t("the relationship", "el parentesco"),
            "military_family",
        ),
        proof(
            t("Statement and proof of equities", "Declaración y pruebas de los factores a favor"),
            t("why discretion should be used", "por qué debe ejercerse la discreción"),
        ),
    ),
    time_limits=(
        t(
            "Ask for parole again before it expires; grants last one year.",
            "Pida el parole de nuevo antes de que venza; se concede por un año.",
        ),
    ),
    on_grant=(
        t(
            "Adjustment as an immediate relative, if the other conditions are met.",
            "Ajuste de estatus como familiar inmediato, si se cumplen las demás condiciones.",
        ),
    ),
    on_denial=(
        t(
            "No appeal; risk of a Notice to Appear.",
            "No hay apelación; riesgo de un Aviso de Comparecencia (NTA).",
        ),
    ),
    beside_discretion=t(
        "Ask OPLA to dismiss or close so that USCIS can act; an immediate-relative spouse of a veteran is a strong "
        "case for discretion.",
        "Pida a OPLA desestimación o cierre para que USCIS pueda actuar; el cónyuge de un veterano, familiar "
        "inmediato, es un caso fuerte para la discreción.",
    ),
    cautions=(
        caution(
            "discretion_equities_strong",
            "Equities look weak: discretion can still be asked for; gather evidence first.",
            "Los factores a favor parecen débiles: aún se puede pedir; primero reúna pruebas.",
            when=person.discretion_equities_strong == "weak",
        ),
    ),
    verified=(
        "http://mikebakerlaw.com/blog/2014/03/01/parole-place-military-families/",
        USCIS_PAGE,
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
    ),
    confidence="medium",
)
