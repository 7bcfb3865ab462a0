"""How the person last came in, and who is an unaccompanied child now: what the exposures share."""

from nolle.facts import case, derived, person, uac
from nolle.law.pathway import t
from nolle.logic import AS_OF, all_of, any_of, element, not_, settled

ENTRY = "ina-235b"
ENTRY_RULE = "8-cfr-235-3b"
PAROLE = "ina-212d5"
UNACCOMPANIED = "tvpra-235d"
REMOVAL = "ina-241b"

last_admitted = any_of(
    "last_admitted",
    "The last entry was an admission",
    element(
        "last_entry_admitted",
        "Last admitted with a visa, or under the visa waiver program",
        es="La última entrada fue una admisión con visa o con el programa de exención de visa",
        that=derived.last_entry_manner.is_in("admitted_visa", "vwp"),
        cite=ENTRY,
        pin="INA 235(b)(1)(A)(iii)(II), 101(a)(13)(A)",
        confidence="high",
    ),
    all_of(
        "waved_through_and_proved",
        "Waved through at a port of entry, and it is proved",
        element(
            "waved_through",
            "Waved through at a port of entry",
            es="En un puerto de entrada le hicieron señas para que pasara",
            that=derived.last_entry_manner == "waved_through",
            cite=ENTRY,
            pin="INA 101(a)(13)(A)",
        ),
        element(
            "admission_proved",
            "The file proves the last admission",
            es="El expediente prueba la última admisión",
            that=case.last_admission_proved,
            by="counsel",
            cite=ENTRY_RULE,
            pin="8 CFR 235.3(b)",
        ),
        es="Lo dejaron pasar con una seña en un puerto de entrada, y está probado",
    ),
    es="La última entrada fue una admisión",
)

not_last_admitted = not_(
    "not_last_admitted",
    "The last entry was not an admission",
    last_admitted,
    es="La última entrada no fue una admisión",
)

paroled_at_port = any_of(
    "paroled_at_port",
    "Paroled at a port of entry",
    element(
        "returned_on_advance_parole",
        "Last came back on advance parole",
        es="La última vez regresó con permiso adelantado de viaje (advance parole)",
        that=derived.last_entry_manner == "advance_parole",
        cite=PAROLE,
        pin="INA 212(d)(5)(A)",
    ),
    all_of(
        "paroled_on_arrival",
        "Paroled on arriving at a port of entry",
        element(
            "last_entry_paroled",
            "Paroled at the last entry",
            es="En la última entrada recibió permiso de permanencia (parole)",
            that=derived.last_entry_manner == "paroled",
            cite=PAROLE,
            pin="INA 212(d)(5)(A)",
        ),
        element(
            "last_entry_at_port",
            "The last entry was at a port of entry",
            es="La última entrada fue por un puerto de entrada",
            that=derived.last_entry_at_port,
            cite=ENTRY_RULE,
            pin="8 CFR 1.2 (arriving alien)",
        ),
        es="Recibió parole al llegar a un puerto de entrada",
    ),
    es="Recibió parole en un puerto de entrada",
)

not_paroled_at_port = not_(
    "not_paroled_at_port",
    "Not paroled at a port of entry",
    paroled_at_port,
    es="No recibió parole en un puerto de entrada",
)

removed_before = all_of(
    "removed_before",
    "Removed before, and not admitted since: DHS could bring the old order back",
    element(
        "prior_removal",
        "Removed or deported before",
        es="Deportado o expulsado antes",
        that=case.prior_removal_executed,
        cite=REMOVAL,
        pin="INA 241(a)(5)",
        note=t(
            "A reinstated order needs no judge, and custody under it is by INA 241.",
            "Una orden reinstalada no necesita juez, y la custodia según ella es la de INA 241.",
        ),
    ),
    not_last_admitted,
    es="Deportado antes y sin admisión desde entonces: DHS podría reactivar la orden anterior",
)

status_since = any_of(
    "status_since",
    "Not a permanent resident, refugee or asylee now, or the law for them is not stored",
    element(
        "no_lasting_status",
        "Not a permanent resident, refugee or asylee now",
        es="Ahora no es residente permanente, refugiada ni asilada",
        that=~person.immigration_status.is_in("lpr", "conditional_lpr", "refugee", "asylee"),
        cite=ENTRY_RULE,
        pin="8 CFR 235.3(b)",
    ),
    settled(
        "whether_status_protects",
        "The way of entry may no longer decide for a resident, refugee or asylee: ask counsel",
        es="La forma de entrada quizá ya no decida para quien es residente, refugiada o asilada: consulte a un abogado",
        answer=None,
        cite=ENTRY_RULE,
        pin="8 CFR 235.3(b)",
        note=t("From memory; not verified.", "De memoria; no verificado."),
        confidence="low",
    ),
    es="Ahora no es residente permanente, refugiada ni asilada, o la ley para esas personas no está guardada",
)

unaccompanied_child_now = all_of(
    "unaccompanied_child_now",
    "An unaccompanied child now",
    element(
        "under_18_now",
        "Under 18 now",
        es="Menor de 18 años ahora",
        that=person.birth_date.plus(years=18) > AS_OF,
        cite=UNACCOMPANIED,
        pin="6 USC 279(g)(2)",
    ),
    element(
        "found_unaccompanied",
        "An agency found the person to be an unaccompanied child",
        es="Una agencia determinó que la persona era un niño no acompañado",
        that=uac.determined,
        by="other",
        cite=UNACCOMPANIED,
        pin="8 USC 1232(a)(5)(D)",
    ),
    element(
        "finding_not_ended",
        "No agency has ended that finding",
        es="Ninguna agencia ha terminado esa determinación",
        that=~uac.determination_terminated,
        by="other",
        cite=UNACCOMPANIED,
        pin="8 USC 1232",
    ),
    not_(
        "not_reunited_with_parent",
        "Not reunited with a parent",
        element(
            "reunited_with_parent",
            "Reunited with a parent in the United States",
            es="Reunido con su padre o su madre en Estados Unidos",
            that=uac.reunited_with_parent_on.is_known,
            cite=UNACCOMPANIED,
            pin="6 USC 279(g)(2)",
            note=t(
                "A child living with an available parent may no longer be unaccompanied: not a safe no.",
                "Un niño que vive con un padre o madre disponible puede ya no ser no acompañado: no es un no seguro.",
            ),
        ),
        es="No se ha reunido con su padre ni con su madre",
    ),
    es="Es un niño no acompañado ahora",
)
