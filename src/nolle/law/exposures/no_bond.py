"""Detention with no bond hearing: by the way of entry and the circuit of detention, never by length of residence."""

from nolle.facts import case, derived, entry, person
from nolle.law.exposure import Exposure
from nolle.law.pathway import t
from nolle.logic import Version, all_of, any_of, element, settled, version, versions

from .expedited_removal import EXPOSURE as EXPEDITED_REMOVAL
from .manner import (
    ENTRY,
    not_last_admitted,
    not_paroled_at_port,
    paroled_at_port,
    removed_before,
    status_since,
)

BOND = "ina-236-detention-bond"
FINAL_ORDERS = "ina-241b"
Q_LI = "matter-of-q-li"
ICE_MEMO = "ice-2025-07-08-detention"
YAJURE = "matter-of-yajure-hurtado"
MALDONADO = "maldonado-bautista-v-santacruz-2026"
SPLIT = "interior-bond-circuit-split-2026"
CA2 = "cunha-v-freden-2026"
CA5 = "buenrostro-mendez-v-bondi-2026"
CA5_HEARING = "sosnava-rodriguez-v-ortega-2026"
CA7 = "castanon-nava-v-dhs-2025"
CA8 = "herrera-avila-v-bondi-2026"
CA11 = "hernandez-alvarez-v-warden-2026"

TRACKER = "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv"
Q_LI_PAGE = "https://www.cliniclegal.org/resources/what-going-bia-release-detention-border-considered-parole-or-not"
YAJURE_PAGE = (
    "https://www.cliniclegal.org/resources/removal-proceedings/three-bia-decisions-severely-limit-bond-eligibility"
)
CA5_PAGE = "https://justi.guide/insights/sosnava-rodriguez-v-ortega-detention-due-process/"
CA3_PAGE = "https://lawofficeimmigration.com/blog/ice-mandatory-detention-circuit-split-bond-hearing-2026.html"


could_be_held_elsewhere = all_of(
    "could_be_held_elsewhere",
    "Not held now: could be held in another circuit",
    element(
        "not_held_now",
        "Not held now",
        es="No está detenida ahora",
        that=~case.detained,
        cite=BOND,
        pin="INA 236",
    ),
    settled(
        "elsewhere_unknown",
        "Where the person would be held is not known, and circuits differ",
        es="No se sabe dónde la detendrían, y los circuitos difieren",
        answer=None,
        cite=SPLIT,
    ),
    es="No está detenida ahora: podrían detenerla en otro circuito",
)


def bond_allowed(circuit: str, cite: str, since: str, precision: str = "day") -> tuple[Version, Version]:
    """A circuit that allows bond, through the day it was last checked, and unknown after it."""
    name = f"ca{circuit}"
    return (
        version(
            name,
            since=since,
            until="2026-07-27",
            circuits=circuit,
            precision=precision,
            that=any_of(
                f"bond_{name}",
                "No bond hearing, although this circuit allowed one",
                settled(
                    f"bond_allowed_{name}",
                    "The law of this circuit refused a bond hearing",
                    es="La ley de este circuito negaba la audiencia de fianza",
                    answer=False,
                    cite=cite,
                    pin="INA 236(a)",
                ),
                could_be_held_elsewhere,
                es="Sin audiencia de fianza, aunque este circuito la permitía",
            ),
            cite=cite,
            pin="INA 236(a)",
            note=t(
                "A transfer changes this answer: file before the move.",
                "Un traslado cambia esta respuesta: presente antes del traslado.",
            ),
            verified=TRACKER,
            outcome="bond_hearing_available",
        ),
        version(
            f"{name}_not_rechecked",
            since="2026-07-28",
            circuits=circuit,
            that=settled(
                f"not_rechecked_{name}",
                "This circuit allowed a bond hearing; not verified since",
                es="Este circuito permitía una audiencia de fianza; no se ha verificado desde entonces",
                answer=None,
                cite=cite,
                pin="INA 236(a)",
            ),
            cite=cite,
            pin="INA 236(a)",
            note=t(
                "Supreme Court review sought 2026-06-26; not checked after 2026-07-27.",
                "Se pidió revisión de la Corte Suprema el 2026-06-26; no se ha verificado después del 2026-07-27.",
            ),
            verified=TRACKER,
            outcome="status_not_verified",
        ),
    )


arrested_while_arriving = all_of(
    "arrested_while_arriving",
    "Arrested while arriving between ports of entry",
    element(
        "apprehended_at_border",
        "Arrested at the border at some entry",
        es="En alguna entrada lo detuvieron en la frontera",
        that=entry.exists(entry.apprehended_at_border),
        cite=Q_LI,
        pin="INA 235(b)(2)(A); Q. Li",
    ),
    versions(
        "law_for_border_arrests",
        "The law for people arrested while arriving",
        version(
            "before_q_li",
            since="1997-04-01",
            until="2025-05-14",
            that=settled(
                "border_arrests_varied",
                "Whether a judge held bond hearings for them varied",
                es="Variaba si un juez celebraba audiencias de fianza para ellos",
                answer=None,
                cite=ENTRY,
                pin="INA 235(b)",
            ),
            cite=ENTRY,
            pin="INA 235(b)",
            outcome="varied",
        ),
        version(
            "q_li",
            since="2025-05-15",
            that=settled(
                "border_arrests_no_bond",
                "No bond hearing before a judge",
                es="Sin audiencia de fianza ante un juez",
                answer=True,
                cite=Q_LI,
                pin="Q. Li, 29 I&N Dec. 66",
            ),
            cite=Q_LI,
            pin="Q. Li, 29 I&N Dec. 66",
            verified=Q_LI_PAGE,
            confidence="high",
            outcome="no_bond",
        ),
        es="La ley para quien fue detenido al llegar",
    ),
    not_last_admitted,
    es="Detenido al llegar entre puertos de entrada",
)

law_where_held = versions(
    "law_where_held",
    "The law of the place of detention",
    version(
        "bond_available",
        since="1998-10-09",
        until="2025-07-07",
        that=settled(
            "bond_everywhere",
            "A judge could hold a bond hearing",
            es="Un juez podía celebrar una audiencia de fianza",
            answer=False,
            cite=BOND,
            pin="INA 236(a)",
        ),
        cite=BOND,
        pin="INA 236(a)",
        outcome="bond_hearing_available",
    ),
    version(
        "ice_memo",
        since="2025-07-08",
        until="2025-09-04",
        that=settled(
            "judges_divided",
            "ICE said no bond; judges were divided",
            es="ICE decía que no había fianza; los jueces estaban divididos",
            answer=None,
            cite=ICE_MEMO,
            pin="ICE memo of 2025-07-08",
        ),
        cite=ICE_MEMO,
        pin="ICE memo of 2025-07-08",
        outcome="judges_divided",
    ),
    version(
        "yajure_hurtado",
        since="2025-09-05",
        until="2026-02-17",
        that=settled(
            "yajure_no_bond",
            "The Board of Immigration Appeals: judges may not hold a bond hearing",
            es="La Junta de Apelaciones de Inmigración (BIA): los jueces no pueden celebrar audiencia de fianza",
            answer=True,
            cite=YAJURE,
            pin="29 I&N Dec. 216",
        ),
        cite=YAJURE,
        pin="29 I&N Dec. 216",
        note=t(
            "Binds judges where no circuit has ruled; habeas is the way round it.",
            "Obliga a los jueces donde ningún circuito ha decidido; la vía para superarlo es el hábeas corpus.",
        ),
        verified=YAJURE_PAGE,
        confidence="high",
        outcome="no_bond",
    ),
    version(
        "after_maldonado_bautista",
        since="2026-02-18",
        that=settled(
            "courts_divided",
            "Courts are divided on bond hearings",
            es="Las cortes están divididas sobre las audiencias de fianza",
            answer=None,
            cite=(YAJURE, MALDONADO),
            pin="29 I&N Dec. 216; C.D. Cal. 2026-02-18",
        ),
        cite=(YAJURE, MALDONADO),
        pin="29 I&N Dec. 216; C.D. Cal. 2026-02-18",
        note=t(
            "First, Fourth, Ninth, Tenth and D.C. Circuits not verified; many judges still apply Yajure Hurtado.",
            "No se han verificado los Circuitos Primero, Cuarto, Noveno, Décimo y de D.C.; muchos jueces todavía "
            "aplican Yajure Hurtado.",
        ),
        outcome="courts_divided",
    ),
    version(
        "ca5",
        since="2026-02-06",
        circuits="5",
        that=settled(
            "no_bond_ca5",
            "The Fifth Circuit allows no bond hearing under INA 236(a)",
            es="El Quinto Circuito no permite audiencia de fianza según INA 236(a)",
            answer=True,
            cite=(CA5, CA5_HEARING),
            pin="Buenrostro-Mendez",
        ),
        cite=(CA5, CA5_HEARING),
        pin="Buenrostro-Mendez",
        note=t(
            "A hearing within 90 days as due process since 2026-07-02 (Sosnava Rodriguez), if that stands.",
            "Una audiencia dentro de 90 días como debido proceso desde el 2026-07-02 (Sosnava Rodriguez), si esa "
            "decisión se mantiene.",
        ),
        verified=CA5_PAGE,
        confidence="high",
        outcome="no_bond",
    ),
    version(
        "ca8",
        since="2026-05-11",
        circuits="8",
        precision="approximate",
        that=settled(
            "no_bond_ca8",
            "The Eighth Circuit allows no bond hearing under INA 236(a)",
            es="El Octavo Circuito no permite audiencia de fianza según INA 236(a)",
            answer=True,
            cite=CA8,
            pin="Herrera Avila",
        ),
        cite=CA8,
        pin="Herrera Avila",
        note=t("Decision day approximate.", "El día de la decisión es aproximado."),
        verified=TRACKER,
        outcome="no_bond",
    ),
    *bond_allowed("2", CA2, "2026-05-11", "approximate"),
    *bond_allowed("7", CA7, "2025-12-11"),
    *bond_allowed("11", CA11, "2026-05-11", "approximate"),
    *bond_allowed("6", SPLIT, "2026-05-11", "approximate"),
    version(
        "ca3",
        since="2026-05-11",
        circuits="3",
        precision="approximate",
        that=settled(
            "not_confirmed_ca3",
            "Said to allow a bond hearing; not confirmed",
            es="Se dice que permite una audiencia de fianza; no está confirmado",
            answer=None,
            cite=SPLIT,
            pin="one law-firm page",
        ),
        cite=SPLIT,
        pin="one law-firm page",
        note=t(
            "One page lists the Third Circuit as allowing bond; not confirmed.",
            "Una página incluye al Tercer Circuito entre los que permiten fianza; no está confirmado.",
        ),
        verified=CA3_PAGE,
        confidence="low",
        outcome="status_not_verified",
    ),
    es="La ley del lugar de detención",
    circuit_basis=case.detention_circuit,
)

held_for_expedited_removal = all_of(
    "held_for_expedited_removal",
    "Held for expedited removal: the law gives no bond hearing",
    EXPEDITED_REMOVAL.rule,
    es="Detención para la expulsión acelerada: la ley no da audiencia de fianza",
    cite=ENTRY,
    pin="INA 235(b)(1)(B)(iii)(IV)",
)

visa_waiver = all_of(
    "visa_waiver",
    "Last admitted under the visa waiver program: no judge decides removal, and perhaps none decides bond",
    element(
        "last_entry_visa_waiver",
        "Last admitted under the visa waiver program",
        es="La última entrada fue con el programa de exención de visa",
        that=derived.last_entry_manner == "vwp",
        cite=BOND,
        pin="INA 217(b)",
    ),
    settled(
        "visa_waiver_bond",
        "A judge has been held to have no power over bond for them; ask counsel",
        es="Se ha decidido que el juez no tiene poder sobre su fianza; consulte a un abogado",
        answer=None,
        cite=BOND,
        pin="INA 217(b); Matter of A-W-, 25 I&N Dec. 45 (BIA 2009)",
        note=t("From memory; not verified.", "De memoria; no verificado."),
        confidence="low",
    ),
    es="Última admisión con el programa de exención de visa: ningún juez decide la expulsión ni, quizá, la fianza",
)

by_manner_of_entry = all_of(
    "no_bond_by_manner_of_entry",
    "By the way of entry, for whoever has no lasting status since",
    any_of(
        "manner_without_bond",
        "A way of entry that may bring detention without a bond hearing",
        removed_before,
        held_for_expedited_removal,
        paroled_at_port,
        arrested_while_arriving,
        all_of(
            "arrested_inside",
            "Entered without inspection, arrested inside the country",
            law_where_held,
            all_of(
                "neither_admitted_nor_paroled_at_port",
                "Not last admitted, and not paroled at a port of entry",
                not_last_admitted,
                not_paroled_at_port,
                es="Sin admisión en la última entrada, y sin parole en un puerto de entrada",
            ),
            es="Entró sin inspección y lo detuvieron dentro del país",
        ),
        es="Una forma de entrada que puede traer detención sin audiencia de fianza",
    ),
    status_since,
    es="Por la forma de entrada, para quien no tiene desde entonces un estatus duradero",
)

withholding_or_cat = all_of(
    "withholding_or_cat",
    "Withholding of removal or protection under the Convention Against Torture (CAT)",
    element(
        "has_withholding_or_cat",
        "Has withholding of removal, or protection under the Convention Against Torture (CAT)",
        es="Tiene retención de la deportación, o protección de la Convención contra la Tortura (CAT)",
        that=person.immigration_status == "withholding_or_cat",
        cite=FINAL_ORDERS,
        pin="INA 241(a)",
    ),
    settled(
        "order_beneath_protection",
        "Such protection usually stands beside a removal order: look for the order",
        es="Esa protección suele ir junto con una orden de deportación: busque la orden",
        answer=None,
        cite=FINAL_ORDERS,
        pin="INA 241(a), (b)(3)",
        note=t("From memory; not verified.", "De memoria; no verificado."),
        confidence="low",
    ),
    es="Retención de la deportación, o protección de la Convención contra la Tortura (CAT)",
)

rule = any_of(
    "held_without_bond",
    "Could be held with no bond hearing",
    element(
        "mandatory_detention",
        "A ground of mandatory detention",
        es="Un motivo de detención obligatoria",
        that=case.mandatory_detention_ground,
        by="judgement",
        cite=BOND,
        pin="INA 236(c)",
        confidence="high",
    ),
    element(
        "final_order",
        "A final order of removal: held under INA 241",
        es="Una orden final de deportación: detención según INA 241",
        that=case.final_order,
        cite=FINAL_ORDERS,
        pin="INA 241(a)",
        note=t(
            "After a final order custody is under INA 241: no bond hearing as of right.",
            "Después de una orden final la custodia es según INA 241: no hay derecho a una audiencia de fianza.",
        ),
    ),
    visa_waiver,
    withholding_or_cat,
    by_manner_of_entry,
    es="Podría estar detenida sin audiencia de fianza",
)

EXPOSURE = Exposure(
    id="no_bond",
    question=t(
        "Could this person be held with no bond hearing before a judge?",
        "¿Podría esta persona estar detenida sin audiencia de fianza ante un juez?",
    ),
    rule=rule,
    no_needs=(
        t(
            "admitted last, not under the visa waiver program, no mandatory-detention ground, no final order, no "
            "withholding or CAT",
            "que la última entrada haya sido una admisión, no con el programa de exención de visa, sin motivo de "
            "detención obligatoria, ni orden final, ni retención o CAT",
        ),
        t(
            "or held now in a circuit that allows bond, on a date when that was verified, never removed before, and "
            "not exposed to expedited removal",
            "o que esté detenida ahora en un circuito que permite fianza, en una fecha en que eso se había verificado, "
            "que nunca la hayan deportado y que no corra riesgo de expulsión acelerada",
        ),
    ),
    cautions=(
        t(
            "People are moved far away, often within hours: the circuit of the new place decides. Have the habeas "
            "contact ready before a risky hearing. The duty to attend stays.",
            "A la gente la trasladan lejos, a veces en horas: decide el circuito del nuevo lugar. Tenga listo el "
            "contacto para hábeas antes de una audiencia riesgosa. Ir a la audiencia sigue siendo obligatorio.",
        ),
    ),
    proof=(
        t("I-94 or visa for an admission", "el I-94 o la visa, para una admisión"),
        t("place and time of arrest", "el lugar y la hora de la detención"),
        t("certified dispositions", "copias certificadas de cómo terminó cada caso penal"),
    ),
    cites=(
        BOND,
        ENTRY,
        "8-cfr-1003-19-bond",
        "8-cfr-1003-19-h2ib",
        YAJURE,
        SPLIT,
        Q_LI,
        ICE_MEMO,
        CA5,
        CA8,
        CA2,
        CA7,
        CA11,
        CA5_HEARING,
        MALDONADO,
    ),
    advisals=("no_bond", "arrest_court"),
    notes=(
        t(
            "Not a factor: length of residence, family, a good record. These matter at a bond hearing, not to whether "
            "there is one.",
            "No influyen los años de residencia, la familia ni un buen historial. Importan en una audiencia de fianza, "
            "no para saber si habrá una.",
        ),
        t(
            "While the person is not detained they could be held anywhere: every circuit is judged, and where they "
            "differ the answer is unknown.",
            "Mientras no esté detenida, podrían llevarla a cualquier lugar: se consideran todos los circuitos y, si "
            "difieren, no se sabe la respuesta.",
        ),
    ),
)
