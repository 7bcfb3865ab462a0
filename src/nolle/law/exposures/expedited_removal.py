"""Expedited removal: an order of removal by an officer, without a judge."""

from nolle.facts import case, derived
from nolle.law.exposure import Exposure
from nolle.law.pathway import t
from nolle.logic import AS_OF, all_of, any_of, element, not_, settled, version, versions

from .manner import (
    ENTRY,
    ENTRY_RULE,
    not_last_admitted,
    not_paroled_at_port,
    paroled_at_port,
    status_since,
    unaccompanied_child_now,
)

DESIGNATION_2004 = "er-designation-2004"
DESIGNATION_2019 = "er-designation-2019"
DESIGNATION_2025 = "er-designation-2025"
PAROLEE_MEMO = "huffman-2025-01-23"
ICE_DIRECTIVE = "ice-2025-02-18-er-directive"
CHIRLA = "chirla-v-noem-2025"
MAKE_THE_ROAD = "make-the-road-v-dhs-2026"

PAROLEE_PAGE = "https://immpolicytracking.org/policies/dhs-provides-guidance-for-use-of-expanded-expedited-removal-including-for-parolees"
CHIRLA_PAGE = "http://nipnlg.org/work/resources/practice-alert-guidance-chirla-v-noem-order-expedited-removal"
TRACKER = "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv"

# Paroled at a port of entry: two years in the country never make this a no

law_for_parolees = versions(
    "law_for_parolees",
    "The law for people paroled at a port of entry",
    version(
        "before_2025",
        since="1997-04-01",
        until="2025-01-22",
        that=settled(
            "parolees_untested",
            "Not the practice, and the law was untested",
            es="No era la práctica, y la ley no se había puesto a prueba",
            answer=None,
            cite=ENTRY,
            pin="INA 235(b)(1)",
        ),
        cite=ENTRY,
        pin="INA 235(b)(1)",
        note=t(
            "Expedited removal of a paroled person in the interior was not the practice; the law was untested.",
            "La expulsión acelerada de una persona con parole en el interior no era la práctica; la ley no se había "
            "puesto a prueba.",
        ),
        outcome="not_practised",
    ),
    version(
        "memo_2025",
        since="2025-01-23",
        until="2025-07-31",
        that=settled(
            "parolees_covered",
            "DHS applied it to people who had been paroled",
            es="DHS la aplicaba a personas que habían recibido parole",
            answer=True,
            cite=(PAROLEE_MEMO, ICE_DIRECTIVE),
            pin="DHS memo of 2025-01-23; ICE directive of 2025-02-18",
        ),
        cite=(PAROLEE_MEMO, ICE_DIRECTIVE),
        pin="DHS memo of 2025-01-23; ICE directive of 2025-02-18",
        verified=PAROLEE_PAGE,
        confidence="high",
        outcome="applied",
    ),
    version(
        "chirla_order",
        since="2025-08-01",
        until="2025-09-11",
        that=settled(
            "parolees_blocked_in_part",
            "Blocked in part by a court",
            es="Bloqueada en parte por una corte",
            answer=None,
            cite=CHIRLA,
            pin="D.D.C. 2025-08-01",
        ),
        cite=CHIRLA,
        pin="D.D.C. 2025-08-01",
        note=t("Order partly on hold for a time.", "La orden estuvo en parte suspendida por un tiempo."),
        verified=CHIRLA_PAGE,
        confidence="high",
        outcome="blocked_in_part",
    ),
    version(
        "chirla_restored",
        since="2025-09-12",
        until="2025-10-03",
        that=settled(
            "parolees_blocked",
            "Blocked by a court while its order stood: never a no",
            es="Bloqueada por una corte mientras su orden siguiera en pie: nunca es un no",
            answer=None,
            cite=CHIRLA,
            pin="D.C. Cir. 2025-09-12",
        ),
        cite=CHIRLA,
        pin="D.C. Cir. 2025-09-12",
        note=t(
            "Blocked while the order stands; shown as blocked, never as a no.",
            "Bloqueada mientras la orden siga en pie; se muestra como bloqueada, nunca como un no.",
        ),
        verified=CHIRLA_PAGE,
        confidence="high",
        outcome="blocked_by_order",
    ),
    version(
        "chirla_not_rechecked",
        since="2025-10-04",
        that=settled(
            "parolees_not_rechecked",
            "Whether the order still blocks it has not been verified",
            es="No se ha verificado si la orden todavía la bloquea",
            answer=None,
            cite=CHIRLA,
            pin="CHIRLA v. Noem",
        ),
        cite=CHIRLA,
        pin="CHIRLA v. Noem",
        note=t(
            "Later status of the order not found: read the docket that day.",
            "No se encontró el estado posterior de la orden: lea el expediente judicial ese día.",
        ),
        verified=CHIRLA_PAGE,
        outcome="status_not_verified",
    ),
    es="La ley para quienes recibieron parole en un puerto de entrada",
)

# Everyone else not admitted

parole_elsewhere_disputed = any_of(
    "parole_elsewhere_disputed",
    "Not paroled between ports or in place, or it is disputed that parole takes a person out",
    not_(
        "not_paroled_elsewhere",
        "Not paroled between ports of entry or in place",
        element(
            "paroled_elsewhere",
            "Paroled between ports of entry or in place",
            es="Recibió parole entre puertos de entrada o dentro del país",
            that=derived.last_entry_manner.is_in("paroled", "parole_in_place"),
            cite=ENTRY,
            pin="INA 235(b)(1)(A)(iii)(II): not admitted or paroled",
        ),
        es="No recibió parole entre puertos de entrada ni dentro del país",
    ),
    settled(
        "paroled_elsewhere_covered",
        "Whether expedited removal reaches people paroled between ports or in place is disputed",
        es="Se discute si la expulsión acelerada alcanza a quien recibió parole entre puertos o dentro del país",
        answer=None,
        cite=ENTRY,
    ),
    es="No recibió parole entre puertos ni dentro del país, o se discute si ese parole la excluye",
)

two_years_not_proved = not_(
    "two_years_not_proved",
    "Two unbroken years are not proved in the file",
    all_of(
        "two_years_unbroken",
        "Two unbroken years, proved, with no entry in them",
        element(
            "two_years_proved",
            "Papers in the file prove two unbroken years in the country, up to this day",
            es="Documentos del expediente prueban dos años sin interrupción en el país, hasta este día",
            that=case.two_years_presence_proved,
            by="counsel",
            cite=(ENTRY, ENTRY_RULE),
            pin="INA 235(b)(1)(A)(iii)(II); 8 CFR 235.3(b)(1)(ii)",
            confidence="high",
        ),
        element(
            "last_entry_two_years_ago",
            "The last entry was two years ago or more",
            es="La última entrada fue hace dos años o más",
            that=derived.last_entry_on.plus(years=2) <= AS_OF,
            cite=ENTRY,
            pin="INA 235(b)(1)(A)(iii)(II)",
            note=t(
                "A later entry breaks the two years, whatever papers show for the years before it.",
                "Una entrada posterior interrumpe los dos años, muestren lo que muestren los papeles de los años "
                "anteriores.",
            ),
            confidence="high",
        ),
        es="Dos años sin interrupción, probados y sin ninguna entrada en ellos",
    ),
    es="El expediente no prueba dos años sin interrupción",
)

fourteen_days_100_miles = all_of(
    "fourteen_days_100_miles",
    "Found within 14 days and 100 air miles of the border",
    element(
        "entered_14_days_ago",
        "Entered no more than 14 days before",
        es="Entró hace 14 días o menos",
        that=derived.last_entry_on.within(days=14, before=AS_OF),
        cite=DESIGNATION_2004,
        pin="69 Fed. Reg. 48877",
    ),
    settled(
        "within_100_miles",
        "Whether found within 100 air miles of the border is not recorded",
        es="No consta si la encontraron a 100 millas aéreas o menos de la frontera",
        answer=None,
        cite=DESIGNATION_2004,
    ),
    es="La encontraron en los primeros 14 días y a 100 millas aéreas o menos de la frontera",
    cite=DESIGNATION_2004,
)

designation = versions(
    "designation",
    "Who was designated for expedited removal inside the country",
    version(
        "ports_only",
        since="1997-04-01",
        until="2004-08-10",
        that=settled(
            "nobody_inside",
            "Nobody found inside the country by land",
            es="Nadie que se encontrara dentro del país por tierra",
            answer=False,
            cite=ENTRY,
            pin="INA 235(b)(1)(A)(i)",
        ),
        cite=ENTRY,
        pin="INA 235(b)(1)(A)(i)",
        note=t(
            "Arrivals at ports, and sea arrivals from 2002, only.",
            "Solo llegadas a puertos y, desde 2002, llegadas por mar.",
        ),
        outcome="not_designated",
    ),
    version(
        "designation_2004",
        since="2004-08-11",
        until="2019-07-22",
        that=fourteen_days_100_miles,
        cite=DESIGNATION_2004,
        pin="69 Fed. Reg. 48877",
        outcome="14_days_100_miles",
    ),
    version(
        "designation_2019",
        since="2019-07-23",
        until="2019-09-26",
        that=settled(
            "anywhere_2019",
            "Anyone found anywhere in the country without two years' presence",
            es="Cualquiera, en cualquier lugar del país, sin dos años de presencia",
            answer=True,
            cite=DESIGNATION_2019,
            pin="84 Fed. Reg. 35409",
        ),
        cite=DESIGNATION_2019,
        pin="84 Fed. Reg. 35409",
        outcome="in_force",
    ),
    version(
        "designation_2019_blocked",
        since="2019-09-27",
        until="2020-10-01",
        that=settled(
            "blocked_2019",
            "The 2019 designation was blocked by a court: never a no",
            es="La designación de 2019 estaba bloqueada por una corte: nunca es un no",
            answer=None,
            cite=DESIGNATION_2019,
            pin="D.D.C. 2019-09-27",
        ),
        cite=DESIGNATION_2019,
        pin="D.D.C. 2019-09-27",
        outcome="blocked_by_order",
    ),
    version(
        "designation_2019_restored",
        since="2020-10-02",
        until="2022-03-20",
        precision="approximate",
        that=settled(
            "anywhere_2020",
            "Anywhere in the country again, after the block was lifted",
            es="De nuevo en todo el país, al levantarse el bloqueo",
            answer=True,
            cite=DESIGNATION_2019,
            pin="D.C. Cir. 2020-06-23",
        ),
        cite=DESIGNATION_2019,
        pin="D.C. Cir. 2020-06-23",
        outcome="in_force",
    ),
    version(
        "designation_2004_again",
        since="2022-03-21",
        until="2025-01-20",
        that=fourteen_days_100_miles,
        cite=DESIGNATION_2004,
        pin="87 Fed. Reg. 16022; 69 Fed. Reg. 48877",
        outcome="14_days_100_miles",
    ),
    version(
        "designation_2025",
        since="2025-01-21",
        until="2025-08-28",
        that=settled(
            "anywhere_2025",
            "Anyone found anywhere in the country without two years' presence",
            es="Cualquiera, en cualquier lugar del país, sin dos años de presencia",
            answer=True,
            cite=DESIGNATION_2025,
            pin="90 Fed. Reg. 8139",
        ),
        cite=DESIGNATION_2025,
        pin="90 Fed. Reg. 8139",
        confidence="high",
        outcome="in_force",
    ),
    version(
        "designation_2025_blocked",
        since="2025-08-29",
        until="2026-06-22",
        that=settled(
            "blocked_2025",
            "The 2025 designation was blocked by a court: never a no",
            es="La designación de 2025 estaba bloqueada por una corte: nunca es un no",
            answer=None,
            cite=DESIGNATION_2025,
            pin="D.D.C. 2025-08-29",
        ),
        cite=DESIGNATION_2025,
        pin="D.D.C. 2025-08-29",
        note=t(
            "Only the 14-day, 100-mile designation was left; the block was lifted later.",
            "Solo quedaba la designación de 14 días y 100 millas; el bloqueo se levantó después.",
        ),
        confidence="high",
        outcome="blocked_by_order",
    ),
    version(
        "designation_2025_restored",
        since="2026-06-23",
        that=settled(
            "anywhere_2026",
            "Anywhere in the country again, after the block was lifted",
            es="De nuevo en todo el país, al levantarse el bloqueo",
            answer=True,
            cite=(DESIGNATION_2025, MAKE_THE_ROAD),
            pin="D.C. Cir. No. 25-5320",
        ),
        cite=(DESIGNATION_2025, MAKE_THE_ROAD),
        pin="D.C. Cir. No. 25-5320",
        note=t(
            "Mandate day not found; further review not verified.",
            "No se encontró el día del mandato de la corte; no se ha verificado si hubo otra revisión.",
        ),
        verified=TRACKER,
        confidence="high",
        outcome="in_force",
    ),
    es="A quién alcanzaba la expulsión acelerada dentro del país",
)

everyone_else = all_of(
    "everyone_else",
    "Not paroled at a port of entry, two years not proved, and the designation reached such people",
    two_years_not_proved,
    designation,
    not_paroled_at_port,
    parole_elsewhere_disputed,
    es="Sin parole en un puerto de entrada, sin prueba de dos años, y la designación alcanzaba a esas personas",
)

parolees = all_of(
    "parolees",
    "Paroled at a port of entry, and the law reached such people",
    paroled_at_port,
    law_for_parolees,
    es="Recibió parole en un puerto de entrada, y la ley alcanzaba a esas personas",
)

rule = all_of(
    "expedited_removal_possible",
    "DHS could use expedited removal",
    any_of(
        "by_manner_of_entry",
        "The law for the way of the last entry",
        everyone_else,
        parolees,
        es="La ley según la forma de la última entrada",
    ),
    not_last_admitted,
    status_since,
    not_(
        "not_unaccompanied_child_now",
        "Not an unaccompanied child now",
        unaccompanied_child_now,
        es="No es un niño no acompañado ahora",
    ),
    es="DHS podría usar la expulsión acelerada",
)

EXPOSURE = Exposure(
    id="expedited_removal",
    question=t(
        "Could DHS put this person into expedited removal on this date?",
        "¿Podría DHS someter a esta persona a la expulsión acelerada en esta fecha?",
    ),
    rule=rule,
    no_needs=(
        t("the last entry was an admission", "que la última entrada haya sido una admisión"),
        t("or an unaccompanied child now", "o que sea un niño no acompañado ahora"),
        t(
            "or two unbroken years of presence to that day proved in the file (not for people paroled at a port of "
            "entry)",
            "o dos años de presencia sin interrupción hasta ese día, probados en el expediente (no vale para quien "
            "recibió parole en un puerto de entrada)",
        ),
    ),
    cautions=(
        t(
            "Going to court stays a duty: not going brings an order of removal. Tell counsel first; carry the two-year "
            "proof and our number.",
            "Ir a la corte sigue siendo obligatorio: no ir trae una orden de deportación. Avise antes a su abogado; "
            "lleve la prueba de dos años y nuestro número.",
        ),
        t(
            "Length of residence protects only if papers prove every part of the last two years; breaks count.",
            "Los años de residencia protegen solo si hay papeles que prueban los últimos dos años completos; las "
            "salidas cuentan.",
        ),
    ),
    proof=(
        t(
            "leases, pay, school, medical and church records month by month for the last 24 months",
            "contratos de alquiler, recibos de pago y registros escolares, médicos y de la iglesia, mes por mes, de "
            "los últimos 24 meses",
        ),
        t(
            "NTA and hearing notices more than two years old",
            "el Aviso de Comparecencia (NTA) y avisos de audiencia de hace más de dos años",
        ),
        t(
            "I-94, parole stamp or port record for the way of entry",
            "el I-94, el sello de parole o el registro del puerto, para la forma de entrada",
        ),
    ),
    cites=(
        ENTRY,
        ENTRY_RULE,
        DESIGNATION_2025,
        MAKE_THE_ROAD,
        CHIRLA,
        PAROLEE_MEMO,
        ICE_DIRECTIVE,
        "tvpra-235d",
    ),
    advisals=("expedited", "arrest_court", "sign_nothing"),
    notes=(
        t(
            "Arrivals by sea are not told apart here: since 2002 they too could be put into it within two years, so a "
            "no before 2025 is not safe for them. From memory.",
            "Aquí no se distinguen las llegadas por mar: desde 2002 también se les podía aplicar durante dos años, así "
            "que un no antes de 2025 no es seguro para esas personas. De memoria.",
        ),
        t(
            "A permanent resident, refugee or asylee now is unknown, never yes by the way of entry alone.",
            "Para quien ahora es residente permanente, refugiada o asilada no se sabe; nunca es un sí solo por la "
            "forma de entrada.",
        ),
        t(
            "Two years run back from the day an officer makes the finding; the person must prove them; a statement is "
            "not proof.",
            "Los dos años se cuentan hacia atrás desde el día en que un funcionario hace la determinación; la persona "
            "debe probarlos; una declaración no es prueba.",
        ),
    ),
)
