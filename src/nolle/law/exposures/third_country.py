"""Removal to a third country: by notice, by an order carried out elsewhere, or under an asylum agreement."""

from nolle.facts import asylum, case, filing, person
from nolle.law.exposure import Exposure
from nolle.law.pathway import t
from nolle.logic import all_of, any_of, element, not_, settled, version, versions

from .expedited_removal import EXPOSURE as EXPEDITED_REMOVAL
from .expedited_removal import ICE_DIRECTIVE
from .manner import ENTRY, removed_before, unaccompanied_child_now

ORDERS = "ina-241b"
POLICY = "third-country-removal-policy-2025"
DVD = "dvd-v-dhs"
AGREEMENTS = "aca-rule-2019"
CIGM = "matter-of-c-i-g-m"

DVD_PAGE = "https://www.cliniclegal.org/resources/removal-proceedings/updates-third-country-removals-and-dvd-litigation"
STAY_PAGE = "https://sfg.media/en/a/appeals-court-trump-deport-migrants-third-countries"
AGREEMENTS_PAGE = "https://cgrs.uclawsf.edu/en/pretermission"

notice_names_country = element(
    "notice_names_country",
    "A notice names another country",
    es="Un aviso nombra otro país",
    that=case.third_country_notice_on.is_known,
    by="ero",
    cite=POLICY,
    pin="ICE notice of removal to a named country",
)

order_carried_out_elsewhere = all_of(
    "order_carried_out_elsewhere",
    "An order that can be carried out to another country",
    any_of(
        "order_or_protection",
        "A final order, or protection from removal to one country only",
        element(
            "final_order",
            "A final order of removal",
            es="Una orden final de deportación",
            that=case.final_order,
            cite=ORDERS,
            pin="INA 241(b)",
            confidence="high",
        ),
        element(
            "withholding_or_cat",
            "Withholding of removal, or protection under the Convention Against Torture (CAT)",
            es="Retención de la deportación, o protección de la Convención contra la Tortura (CAT)",
            that=person.immigration_status == "withholding_or_cat",
            cite=ICE_DIRECTIVE,
            pin="ICE directive of 2025-02-18",
        ),
        es="Una orden final, o protección contra la deportación a un solo país",
    ),
    versions(
        "law_of_other_countries",
        "The law on removal to other countries",
        version(
            "rare",
            since="1997-04-01",
            until="2025-02-17",
            that=settled(
                "rarely_done",
                "Removal to a third country was rarely done",
                es="La expulsión a un tercer país se hacía pocas veces",
                answer=None,
                cite=ORDERS,
                pin="INA 241(b)",
            ),
            cite=ORDERS,
            pin="INA 241(b)",
            outcome="rare",
        ),
        version(
            "directive_2025",
            since="2025-02-18",
            until="2025-03-27",
            that=settled(
                "directive_applied",
                "ICE applied its directive on removal to third countries",
                es="ICE aplicaba su directiva sobre expulsión a terceros países",
                answer=True,
                cite=ICE_DIRECTIVE,
                pin="ICE directive of 2025-02-18",
            ),
            cite=ICE_DIRECTIVE,
            pin="ICE directive of 2025-02-18",
            verified=DVD_PAGE,
            confidence="high",
            outcome="applied",
        ),
        version(
            "tro_and_injunction",
            since="2025-03-28",
            until="2025-06-22",
            that=settled(
                "notice_required",
                "A court required notice and a chance to object",
                es="Una corte exigía aviso y la oportunidad de oponerse",
                answer=None,
                cite=DVD,
                pin="D. Mass. 2025-03-28, 2025-04-18",
            ),
            cite=DVD,
            pin="D. Mass. 2025-03-28, 2025-04-18",
            verified=DVD_PAGE,
            confidence="high",
            outcome="notice_required_by_order",
        ),
        version(
            "stayed",
            since="2025-06-23",
            that=settled(
                "policy_applied",
                "The third-country policy is applied; orders against it were stayed",
                es="La política de terceros países se aplica; las órdenes en su contra quedaron suspendidas",
                answer=True,
                cite=(POLICY, DVD),
                pin="No. 24A1153; 1st Cir. 2026-03-16",
            ),
            cite=(POLICY, DVD),
            pin="No. 24A1153; 1st Cir. 2026-03-16",
            note=t(
                "Judgment of 2026-02-25 set the policy aside but was stayed; an event of 2026-05-13 not read. "
                "Unverified protection is not counted.",
                "La sentencia del 2026-02-25 dejó sin efecto la política, pero quedó suspendida; no se ha leído un "
                "hecho del 2026-05-13. No se cuenta una protección sin verificar.",
            ),
            verified=STAY_PAGE,
            outcome="applied",
        ),
        es="La ley sobre la expulsión a otros países",
    ),
    es="Una orden que se puede ejecutar hacia otro país",
)

agreement_motion = all_of(
    "agreement_motion",
    "DHS asked to end the asylum case under an agreement with another country",
    element(
        "motion_pending",
        "A DHS motion under an asylum cooperative agreement is pending",
        es="Hay una moción de DHS pendiente según un acuerdo de cooperación de asilo",
        that=case.aca_motion_pending,
        by="opla",
        cite=(CIGM, AGREEMENTS),
        pin="8 CFR 1240.11(h); C-I-G-M-",
    ),
    versions(
        "agreements",
        "The asylum cooperative agreements",
        version(
            "agreements_2019",
            since="2019-11-19",
            until="2021-02-05",
            that=settled(
                "agreements_applied_2019",
                "Agreements were applied",
                es="Se aplicaban acuerdos",
                answer=True,
                cite=AGREEMENTS,
                pin="84 Fed. Reg. 63994",
            ),
            cite=AGREEMENTS,
            pin="84 Fed. Reg. 63994",
            outcome="applied",
        ),
        version(
            "suspended",
            since="2021-02-06",
            until="2025-09-01",
            that=settled(
                "agreements_suspended",
                "Agreements were suspended",
                es="Los acuerdos estaban suspendidos",
                answer=None,
                cite=AGREEMENTS,
                pin="agreements suspended 2021-02-06",
            ),
            cite=AGREEMENTS,
            pin="agreements suspended 2021-02-06",
            outcome="suspended",
        ),
        version(
            "agreements_2025",
            since="2025-09-02",
            that=settled(
                "agreements_applied_2025",
                "Agreements are applied",
                es="Se aplican acuerdos",
                answer=True,
                cite=(AGREEMENTS, CIGM),
                pin="ratified 2025-09-02; 29 I&N Dec. 291",
            ),
            cite=(AGREEMENTS, CIGM),
            pin="ratified 2025-09-02; 29 I&N Dec. 291",
            verified=AGREEMENTS_PAGE,
            confidence="high",
            outcome="applied",
        ),
        es="Los acuerdos de cooperación de asilo",
    ),
    es="DHS pidió terminar el caso de asilo según un acuerdo con otro país",
)

motion_may_come = all_of(
    "motion_may_come",
    "The asylum case of a person who arrived on or after 2019-11-19: a motion may come",
    element(
        "asylum_pending",
        "An asylum application (I-589) is pending",
        es="Hay una solicitud de asilo (I-589) pendiente",
        that=filing.i589.status == "pending",
        by="counsel",
        cite=AGREEMENTS,
        pin="8 CFR 1240.11(h)",
    ),
    element(
        "arrived_since_agreements",
        "Last arrived on or after November 19, 2019",
        es="Llegó por última vez el 19 de noviembre de 2019 o después",
        that=asylum.last_arrival_on >= "2019-11-19",
        cite=AGREEMENTS,
        pin="84 Fed. Reg. 63994",
    ),
    not_(
        "not_unaccompanied",
        "Not an unaccompanied child now",
        unaccompanied_child_now,
        es="No es un niño no acompañado ahora",
    ),
    settled(
        "whether_dhs_will_ask",
        "Nobody knows whether DHS will ask",
        es="Nadie sabe si DHS lo pedirá",
        answer=None,
        cite=AGREEMENTS,
    ),
    es="El caso de asilo de quien llegó el 2019-11-19 o después: puede llegar una moción",
    since="2025-09-02",
)

expedited_order_elsewhere = all_of(
    "expedited_order_elsewhere",
    "An expedited order can also be carried out to another country",
    EXPEDITED_REMOVAL.rule,
    settled(
        "whether_to_another_country",
        "Nobody knows whether it would be carried out to another country",
        es="Nadie sabe si se ejecutaría hacia otro país",
        answer=None,
        cite=(ENTRY, ORDERS),
        pin="INA 235(b)(1), 241(b)",
    ),
    es="Una orden de expulsión acelerada también se puede ejecutar hacia otro país",
    cite=(ENTRY, ORDERS),
    since="2025-01-21",
)

old_order_elsewhere = all_of(
    "old_order_elsewhere",
    "An old order, brought back, can also be carried out to another country",
    removed_before,
    settled(
        "whether_old_order_elsewhere",
        "Nobody knows whether it would be brought back and carried out to another country",
        es="Nadie sabe si se reactivaría y se ejecutaría hacia otro país",
        answer=None,
        cite=ORDERS,
        pin="INA 241(a)(5), 241(b)",
    ),
    es="Una orden anterior, reactivada, también se puede ejecutar hacia otro país",
    cite=ORDERS,
)

rule = any_of(
    "third_country_possible",
    "Could be sent to a third country",
    notice_names_country,
    order_carried_out_elsewhere,
    agreement_motion,
    motion_may_come,
    expedited_order_elsewhere,
    old_order_elsewhere,
    es="Podrían enviarla a un tercer país",
)

EXPOSURE = Exposure(
    id="third_country",
    question=t(
        "Could this person be sent to a country that is not their own?",
        "¿Podrían enviar a esta persona a un país que no es el suyo?",
    ),
    rule=rule,
    no_needs=(
        t(
            "no final order and no withholding or CAT order, no motion under an asylum cooperative agreement, no "
            "notice naming a country, no asylum case of a post-2019 arrival, never removed before (or admitted since), "
            "and not exposed to expedited removal",
            "sin orden final ni orden de retención o CAT, sin moción según un acuerdo de cooperación de asilo, sin "
            "aviso que nombre un país, sin caso de asilo de quien llegó después de 2019, sin deportación anterior (o "
            "con una admisión desde entonces), y sin riesgo de expulsión acelerada",
        ),
    ),
    cautions=(
        t(
            "If anyone names another country, say at once, in any language, that you are afraid to go there if you "
            "are, and ask for your lawyer: it can be hours.",
            "Si alguien le nombra otro país, diga de inmediato, en cualquier idioma, que tiene miedo de ir allá si lo "
            "tiene, y pida a su abogado: puede ser cuestión de horas.",
        ),
    ),
    proof=(
        t("declaration about each named country", "una declaración sobre cada país nombrado"),
        t("passport and residence papers", "el pasaporte y los documentos de residencia"),
        t("withholding or CAT order", "la orden de retención o CAT"),
    ),
    cites=(ORDERS, POLICY, DVD, ICE_DIRECTIVE, CIGM, AGREEMENTS, "u-t-v-bondi", "ina-208"),
    advisals=("third_country", "sign_nothing"),
    notes=(
        t(
            "An order that may block the policy never counts as protection unless it was verified that day.",
            "Una orden que pueda bloquear la política nunca cuenta como protección si no se verificó ese día.",
        ),
    ),
)
