"""Ten years of presence for 42B: what stops the time, on which date and in which circuit.

Any Notice to Appear (Camarillo, to 2018-06-20), Pereira (2018), a later hearing notice (Mendoza-Hernandez, 2019) and
the courts of appeals that refused it, and one complete document (Niz-Chavez, from 2021-04-29).
"""

from nolle.facts import case, derived, person
from nolle.law.pathway import t
from nolle.logic import AS_OF, Group, all_of, any_of, element, settled, version, versions

from .cancellation import STATUTE_42B as STATUTE
from .cancellation import STATUTE_PAGE, STOP_TIME

CAMARILLO = "matter-of-camarillo"
PEREIRA = "pereira-v-sessions-2018"
BERMUDEZ_COTA = "matter-of-bermudez-cota"
TWO_STEP = "matter-of-mendoza-hernandez"
TWO_STEP_PIN = "Mendoza-Hernandez & Capula-Cortes, 27 I&N Dec. 520"
LOPEZ = "lopez-v-barr-2019"
GUADALUPE = "guadalupe-v-ag-2020"
BANUELOS = "banuelos-v-barr-2020"
NIZ_CHAVEZ = "niz-chavez-2021"

tenth_anniversary = person.present_in_us_since.plus(years=10)

# Asked under several rules

ten_years_before_offense = element(
    "ten_years_before_offense",
    "Ten years before the first offense that stops time, if there is one",
    es="Diez años antes del primer delito que detiene el tiempo, si hay alguno",
    that=tenth_anniversary <= derived.offense_stop_date.if_absent(AS_OF),
    cite=(STOP_TIME, "matter-of-perez-1999"),
    pin="INA 240A(d)(1)(B)",
    note=t(
        "The day the offense was committed counts, not the day of the conviction.",
        "Cuenta el día en que se cometió el delito, no el día de la condena.",
    ),
    confidence="high",
)

ten_years_before_complete_notice = all_of(
    "ten_years_before_complete_notice",
    "Ten years before a complete Notice to Appear was served",
    element(
        "complete_notice",
        "The Notice to Appear gave the time and place of the hearing",
        es="El Aviso de Comparecencia (NTA) indicaba la hora y el lugar de la audiencia",
        that=case.nta_has_time_and_place,
        cite="ina-239",
        pin="INA 239(a)(1)",
        note=t("All of it in one complete document.", "Todo ello en un solo documento completo."),
        confidence="high",
    ),
    element(
        "ten_years_before_that_notice",
        "Ten years before that notice was served",
        es="Diez años antes de que se entregara ese aviso",
        that=tenth_anniversary <= case.nta_served_on,
        cite=STOP_TIME,
        pin="INA 240A(d)(1)(A)",
        confidence="high",
    ),
    es="Diez años antes de que se entregara un Aviso de Comparecencia (NTA) completo",
)

# To 2018-06-20: any notice

any_notice = all_of(
    "any_notice",
    "Ten years before any Notice to Appear, and before any offense that stops time",
    element(
        "ten_years_before_any_notice",
        "Ten years before a Notice to Appear was served, complete or not",
        es="Diez años antes de que se entregara un Aviso de Comparecencia (NTA), completo o no",
        that=tenth_anniversary <= case.nta_served_on.if_absent(AS_OF),
        cite=(CAMARILLO, STOP_TIME),
        pin="INA 240A(d)(1)(A); Camarillo, 25 I&N Dec. 644",
        note=t("Camarillo was decided on 2011-11-29.", "Camarillo se decidió el 2011-11-29."),
        confidence="high",
    ),
    ten_years_before_offense,
    es="Diez años antes de cualquier Aviso de Comparecencia (NTA) y de cualquier delito que detiene el tiempo",
    cite=(STOP_TIME, CAMARILLO),
)

# 2018-06-21 to 2019-04-30: Pereira

pereira = any_of(
    "pereira_rule",
    "A notice without time or place does not stop time; whether a later hearing notice does is unsettled",
    all_of(
        "complete_notice_after_pereira",
        "Ten years before a complete notice, and before any offense that stops time",
        ten_years_before_complete_notice,
        ten_years_before_offense,
        es="Diez años antes de un aviso completo y de cualquier delito que detiene el tiempo",
    ),
    all_of(
        "incomplete_notice_after_pereira",
        "The notice lacked time or place, and ten years have passed",
        element(
            "notice_lacked_time_or_place",
            "The Notice to Appear did not give the time and place of the hearing",
            es="El Aviso de Comparecencia (NTA) no indicaba la hora y el lugar de la audiencia",
            that=~case.nta_has_time_and_place,
            cite=PEREIRA,
            pin="Pereira, 585 U.S. 198",
            confidence="high",
        ),
        element(
            "ten_years_by_now",
            "Ten years by now: the notice did not stop the time",
            es="Diez años hasta hoy: el aviso no detuvo el tiempo",
            that=tenth_anniversary <= AS_OF,
            cite=PEREIRA,
            pin="Pereira, 585 U.S. 198",
            note=t(
                "The effect of a later hearing notice was unsettled.",
                "El efecto de un aviso de audiencia posterior no estaba definido.",
            ),
            confidence="high",
        ),
        ten_years_before_offense,
        any_of(
            "no_later_notice_or_unsettled",
            "No hearing notice came later; if one did, the law was not settled",
            element(
                "no_later_hearing_notice",
                "No hearing notice came later",
                es="No llegó después ningún aviso de audiencia",
                that=case.hearing_notice_on.is_absent,
                cite=PEREIRA,
                pin="Pereira, 585 U.S. 198",
            ),
            settled(
                "later_hearing_notice_unsettled",
                "Whether a later hearing notice stopped the time was not settled: ask counsel",
                es="No estaba claro si un aviso de audiencia posterior detenía el tiempo: consulte a un abogado",
                answer=None,
                cite=(PEREIRA, BERMUDEZ_COTA),
            ),
            es="No llegó después ningún aviso de audiencia; si llegó, la ley no era clara",
        ),
        es="Al aviso le faltaba la hora o el lugar, y ya pasaron diez años",
    ),
    es="Un aviso sin hora o lugar no detiene el tiempo; no está claro si lo detiene un aviso de audiencia posterior",
    cite=(PEREIRA, BERMUDEZ_COTA),
)

# 2019-05-01 to 2021-04-28: the Board's two steps

first_notice_incomplete = element(
    "first_notice_incomplete",
    "The Notice to Appear itself lacked time or place",
    es="Al Aviso de Comparecencia (NTA) mismo le faltaba la hora o el lugar",
    that=~case.nta_has_time_and_place,
    cite=TWO_STEP,
    pin=TWO_STEP_PIN,
    confidence="high",
)

two_step = all_of(
    "two_step",
    "Ten years before the notice was complete, if need be by a hearing notice, and before any offense",
    any_of(
        "ten_years_before_two_steps",
        "Ten years before a complete notice, or before the hearing notice that completed it",
        ten_years_before_complete_notice,
        all_of(
            "completed_by_hearing_notice",
            "A hearing notice completed it, and ten years had passed by then",
            first_notice_incomplete,
            element(
                "hearing_notice_complete",
                "A hearing notice gave the time and place",
                es="Un aviso de audiencia indicaba la hora y el lugar",
                that=case.hearing_notice_has_time_place,
                cite=TWO_STEP,
                pin=TWO_STEP_PIN,
                confidence="high",
            ),
            element(
                "ten_years_before_hearing_notice",
                "Ten years before that hearing notice",
                es="Diez años antes de ese aviso de audiencia",
                that=tenth_anniversary <= case.hearing_notice_on,
                cite=TWO_STEP,
                pin=TWO_STEP_PIN,
                confidence="high",
            ),
            es="Un aviso de audiencia lo completó, y para entonces ya habían pasado diez años",
        ),
        all_of(
            "not_yet_completed",
            "No hearing notice has completed it, and ten years have passed",
            first_notice_incomplete,
            element(
                "no_complete_hearing_notice",
                "No hearing notice has given the time and place yet",
                es="Ningún aviso de audiencia ha indicado todavía la hora y el lugar",
                that=case.hearing_notice_on.is_absent | ~case.hearing_notice_has_time_place,
                cite=TWO_STEP,
                pin=TWO_STEP_PIN,
            ),
            element(
                "ten_years_while_incomplete",
                "Ten years by now: nothing has stopped the time",
                es="Diez años hasta hoy: nada ha detenido el tiempo",
                that=tenth_anniversary <= AS_OF,
                cite=TWO_STEP,
                pin=TWO_STEP_PIN,
                confidence="high",
            ),
            es="Ningún aviso de audiencia lo ha completado, y ya pasaron diez años",
        ),
        es="Diez años antes de un aviso completo, o del aviso de audiencia que lo completó",
    ),
    ten_years_before_offense,
    es="Diez años antes de que el aviso quedara completo, aun por un aviso de audiencia, y antes de cualquier delito",
    cite=(TWO_STEP, "garcia-romo-v-barr-2019", "yanez-pena-v-barr-2020"),
)


def one_document(id: str, court_en: str, court_es: str, cite: str, pin: str) -> Group:
    """The rule of a court of appeals that a hearing notice cannot complete a Notice to Appear."""
    return all_of(
        id,
        f"{court_en}: only a complete Notice to Appear stops the time, and an offense",
        any_of(
            f"{id}_notice",
            "Ten years before a complete notice, or by now where there is none",
            ten_years_before_complete_notice,
            all_of(
                f"{id}_incomplete",
                "The notice lacked time or place, and ten years have passed",
                element(
                    f"{id}_notice_incomplete",
                    "The Notice to Appear did not give the time and place of the hearing",
                    es="El Aviso de Comparecencia (NTA) no indicaba la hora y el lugar de la audiencia",
                    that=~case.nta_has_time_and_place,
                    cite=cite,
                    pin=pin,
                    confidence="high",
                ),
                element(
                    f"{id}_ten_years",
                    "Ten years by now: a hearing notice does not stop the time",
                    es="Diez años hasta hoy: un aviso de audiencia no detiene el tiempo",
                    that=tenth_anniversary <= AS_OF,
                    cite=cite,
                    pin=pin,
                    confidence="high",
                ),
                es="Al aviso le faltaba la hora o el lugar, y ya pasaron diez años",
            ),
            es="Diez años antes de un aviso completo, o hasta hoy si no lo hay",
        ),
        ten_years_before_offense,
        es=f"{court_es}: solo detienen el tiempo un Aviso de Comparecencia (NTA) completo y un delito",
        cite=cite,
    )


# From 2021-04-29: Niz-Chavez

one_complete_document = element(
    "one_complete_document",
    "Ten years before one complete Notice to Appear or an offense that stops time, whichever came first",
    es="Diez años antes de un solo Aviso de Comparecencia (NTA) completo o de un delito que detiene el tiempo, lo que "
    "ocurriera primero",
    that=(tenth_anniversary <= AS_OF) & (tenth_anniversary <= derived.stop_time_date.if_absent(AS_OF)),
    cite=(STATUTE, STOP_TIME),
    pin="INA 240A(b)(1)(A), (d)(1)",
    note=t(
        "Time runs until the earlier of two days: service of one document with everything INA 239(a)(1) asks for (a "
        "later hearing notice does not complete a bad notice), and the day of an offense referred to in INA 212(a)(2) "
        "that makes the person inadmissible or removable (240A(d)(1)(B)).",
        "El tiempo corre hasta el primero de dos días: la entrega de un solo documento con todo lo que pide INA "
        "239(a)(1) (un aviso de audiencia posterior no completa un aviso defectuoso), y el día de un delito mencionado "
        "en INA 212(a)(2) que hace a la persona inadmisible o deportable (240A(d)(1)(B)).",
    ),
    verified=STATUTE_PAGE,
    confidence="high",
)

ten_years_of_presence = versions(
    "ten_years_of_presence",
    "Ten years of presence before the time stopped",
    version(
        "any_nta",
        since="1997-04-01",
        until="2018-06-20",
        en="Any Notice to Appear stops the time",
        es="Cualquier Aviso de Comparecencia (NTA) detiene el tiempo",
        that=any_notice,
        cite=(STOP_TIME, CAMARILLO),
        pin="Camarillo, 25 I&N Dec. 644",
        confidence="high",
    ),
    version(
        "pereira",
        since="2018-06-21",
        until="2019-04-30",
        en="A notice without time or place does not stop time; a later hearing notice is unsettled",
        es="Un aviso sin hora o lugar no detiene el tiempo; el efecto de un aviso de audiencia posterior no está claro",
        that=pereira,
        cite=(PEREIRA, BERMUDEZ_COTA),
        pin="Pereira, 585 U.S. 198",
        note=t(
            "Bermudez-Cota (2018-08-31) is about the court's power to hear the case, not about stop-time.",
            "Bermudez-Cota (2018-08-31) trata de la competencia de la corte, no de la detención del tiempo.",
        ),
        confidence="high",
    ),
    version(
        "two_step_2019",
        since="2019-05-01",
        until="2021-04-28",
        en="A hearing notice completes the Notice to Appear",
        es="Un aviso de audiencia completa el Aviso de Comparecencia (NTA)",
        that=two_step,
        cite=(TWO_STEP, "garcia-romo-v-barr-2019", "yanez-pena-v-barr-2020"),
        pin="27 I&N Dec. 520",
        note=t(
            "The Sixth Circuit (2019-10-01) and the Fifth (2020-02-28) agreed.",
            "El Sexto Circuito (2019-10-01) y el Quinto (2020-02-28) estuvieron de acuerdo.",
        ),
        confidence="high",
    ),
    version(
        "ca9_lopez",
        since="2019-05-22",
        until="2020-01-22",
        circuits="9",
        en="Ninth Circuit: a hearing notice completes nothing",
        es="Noveno Circuito: un aviso de audiencia no completa nada",
        that=one_document(
            "ninth_circuit_lopez", "Ninth Circuit", "Noveno Circuito", LOPEZ, "Lopez v. Barr, 925 F.3d 396"
        ),
        cite=LOPEZ,
        pin="Lopez v. Barr, 925 F.3d 396",
        note=t(
            "Vacated on 2020-01-23 to be heard by the full court.",
            "Anulada el 2020-01-23 para que la revisara el tribunal en pleno.",
        ),
        confidence="high",
    ),
    version(
        "ca3_guadalupe",
        since="2020-02-26",
        until="2021-04-28",
        circuits="3",
        en="Third Circuit: a hearing notice completes nothing",
        es="Tercer Circuito: un aviso de audiencia no completa nada",
        that=one_document(
            "third_circuit_guadalupe", "Third Circuit", "Tercer Circuito", GUADALUPE, "Guadalupe, 951 F.3d 161"
        ),
        cite=GUADALUPE,
        pin="Guadalupe, 951 F.3d 161",
        confidence="high",
    ),
    version(
        "ca10_banuelos",
        since="2020-03-25",
        until="2021-04-28",
        circuits="10",
        en="Tenth Circuit: a hearing notice completes nothing",
        es="Décimo Circuito: un aviso de audiencia no completa nada",
        that=one_document(
            "tenth_circuit_banuelos", "Tenth Circuit", "Décimo Circuito", BANUELOS, "Banuelos, 953 F.3d 1176"
        ),
        cite=BANUELOS,
        pin="Banuelos, 953 F.3d 1176",
        confidence="high",
    ),
    version(
        "niz_chavez",
        since="2021-04-29",
        en="One complete document only; a final order does not stop the time (Chen, 2023-01-11)",
        es="Solo un documento completo; una orden firme no detiene el tiempo (Chen, 2023-01-11)",
        that=one_complete_document,
        cite=(NIZ_CHAVEZ, STOP_TIME, "matter-of-chen-2023"),
        pin="Niz-Chavez, 593 U.S. 155",
        note=t(
            "Campos-Chaves (2024-06-14) is about undoing an order in absentia and leaves stop-time alone. A notice "
            "never filed with the court does not stop the time (Ordaz, 2015).",
            "Campos-Chaves (2024-06-14) trata de anular una orden en ausencia y no toca la detención del tiempo. Un "
            "aviso nunca presentado en la corte no detiene el tiempo (Ordaz, 2015).",
        ),
        confidence="high",
    ),
    es="Diez años de presencia antes de que se detuviera el tiempo",
)
