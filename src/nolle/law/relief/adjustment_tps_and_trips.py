"""TPS and trips abroad in adjustment: TPS as an admission, returns on TPS travel, the three- and ten-year bars."""

from nolle.facts import derived, entry, filing, person, tps
from nolle.law.pathway import t
from nolle.logic import Group, all_of, any_of, element, not_, settled, version, versions

THREE_AND_TEN = "ina-212a9b"
ARRABALLY = "matter-of-arrabally"
DELCARMEN_LARA = "matter-of-delcarmen-lara"
ZRZC = "uscis-z-r-z-c-2020"
PM_0188 = "uscis-pm-602-0188"
ZRZC_PAGE = "https://docslib.org/doc/8970758/adjustment-of-status-for-tps-holders-after-matter-of-z-r-z-c"
PM_0188_PAGE = "https://michaelshabani.com/28770-2/"

holds_tps = element(
    "holds_tps",
    "Holds TPS when the application is decided",
    es="Tiene TPS cuando se decide la solicitud",
    that=person.immigration_status == "tps",
    cite="ina-244",
    pin="INA 244(f)(4)",
)


def tps_is_admission(circuit: str, en: str, es: str, since: str, decision: str) -> Group:
    """A circuit that took a grant of TPS for an admission, until Sanchez v. Mayorkas."""
    return all_of(
        f"tps_is_admission_ca{circuit}",
        f"{en} Circuit: a grant of TPS is an admission",
        holds_tps,
        element(
            f"tps_granted_ca{circuit}",
            f"TPS was granted ({en} Circuit)",
            es=f"Se concedió el TPS ({es} Circuito)",
            that=tps.ever_granted,
            cite=decision,
            confidence="high",
        ),
        es=f"{es} Circuito: la concesión del TPS es una admisión",
        since=since,
        until="2021-06-06",
        circuits=circuit,
    )


returned_on_tps_travel = element(
    "returned_on_tps_travel",
    "Left while holding TPS and returned with permission to travel",
    es="Salió teniendo TPS y regresó con permiso de viaje",
    that=entry.exists(
        entry.tps_held_at_departure & entry.travel_document.is_in("advance_parole_i512", "tps_travel_i512t")
    ),
    cite=("ina-244", "ina-245a"),
    pin="MTINA 304(c)",
)

tps_travel = versions(
    "tps_travel",
    "Return on TPS travel permission",
    version(
        "before_zrzc",
        since="1991-12-12",
        until="2020-08-19",
        en="A return on advance parole counted as parole",
        es="El regreso con advance parole contaba como parole",
        that=returned_on_tps_travel,
        cite="ina-244",
        pin="MTINA 304(c)",
        verified=ZRZC_PAGE,
        confidence="high",
    ),
    version(
        "zrzc",
        since="2020-08-20",
        until="2022-06-30",
        en="Later trips return the person to the earlier status",
        es="Los viajes posteriores devuelven a la persona al estatus anterior",
        that=all_of(
            "trip_before_zrzc",
            "A trip finished by 2020-08-20 still counts",
            returned_on_tps_travel,
            element(
                "returned_by_2020_08_20",
                "The last entry was on or before 2020-08-20",
                es="La última entrada fue a más tardar el 2020-08-20",
                that=derived.last_entry_on <= "2020-08-20",
                cite=ZRZC,
                pin="PM-602-0179",
                note=t("Z-R-Z-C- looks only forward.", "Z-R-Z-C- solo mira hacia adelante."),
                confidence="high",
            ),
            es="Un viaje terminado a más tardar el 2020-08-20 todavía cuenta",
            cite=ZRZC,
        ),
        cite=ZRZC,
        pin="PM-602-0179",
        verified=ZRZC_PAGE,
        confidence="high",
    ),
    version(
        "ca5_duarte",
        since="2022-03-08",
        circuits="5",
        en="Fifth Circuit: the return is an inspection and admission",
        es="Quinto Circuito: el regreso es una inspección y admisión",
        that=returned_on_tps_travel,
        cite="duarte-v-mayorkas-2022",
        pin="27 F.4th 1044",
        confidence="high",
    ),
    version(
        "pm_0188",
        since="2022-07-01",
        en="Inspected and admitted (also for 245(k)); earlier trips case by case outside the Fifth Circuit",
        es="Inspección y admisión (también para 245(k)); viajes anteriores, caso por caso fuera del Quinto Circuito",
        that=all_of(
            "trip_under_pm_0188",
            "A return that counts as an admission",
            returned_on_tps_travel,
            any_of(
                "trip_date",
                "The date of the trip",
                element(
                    "returned_since_2022_07_01",
                    "The last entry was on or after 2022-07-01",
                    es="La última entrada fue el 2022-07-01 o después",
                    that=derived.last_entry_on >= "2022-07-01",
                    cite=PM_0188,
                    pin="PM-602-0188",
                    confidence="high",
                ),
                settled(
                    "earlier_trip",
                    "An earlier trip: case by case (USCIS Policy Manual, Vol. 7, Part B, Ch. 2)",
                    es="Un viaje anterior: caso por caso (Manual de Políticas de USCIS, Vol. 7, Parte B, Cap. 2)",
                    answer=None,
                    cite=PM_0188,
                ),
                es="La fecha del viaje",
            ),
            es="Un regreso que cuenta como admisión",
            cite=PM_0188,
        ),
        cite=PM_0188,
        pin="PM-602-0188",
        verified=PM_0188_PAGE,
        confidence="high",
    ),
    es="Regreso con permiso de viaje del TPS",
)

not_a_tps_return = any_of(
    "not_a_tps_return",
    "The last entry was not a return on TPS travel permission, or an earlier admission or parole stands",
    not_(
        "no_tps_return",
        "The last entry was not a return on TPS travel permission",
        element(
            "tps_return",
            "The last entry was a return with permission to travel while holding TPS",
            es="La última entrada fue un regreso con permiso de viaje teniendo TPS",
            that=derived.last_entry_travel_document.is_in("advance_parole_i512", "tps_travel_i512t")
            & entry.last(entry.tps_held_at_departure, by=entry.date),
            cite=("ina-244", ZRZC, PM_0188),
            pin="MTINA 304(c)",
        ),
        es="La última entrada no fue un regreso con permiso de viaje del TPS",
    ),
    element(
        "earlier_admission",
        "Admitted or paroled at an entry that was no such return, whose status a return gives back",
        es="Hubo admisión o parole en una entrada que no fue ese regreso, y el regreso devuelve ese estatus",
        that=entry.exists(entry.manner.is_in("admitted_visa", "waved_through", "vwp", "paroled", "parole_in_place")),
        cite=("ina-244", ZRZC),
        pin="MTINA 304(c)",
    ),
    es="La última entrada no fue un regreso con permiso del TPS, o queda una admisión o parole anterior",
    note=t(
        "What a return on TPS travel permission is worth has its own dated rule.",
        "Lo que vale un regreso con permiso de viaje del TPS tiene su propia regla según la fecha.",
    ),
)

# The three- and ten-year bars

no_departure = not_(
    "no_departure",
    "No known departure after unlawful presence",
    all_of(
        "departure",
        "Known to have left after unlawful presence",
        element(
            "departure_known",
            "Whether the person left after unlawful presence is known",
            es="Se sabe si la persona salió después de presencia ilegal",
            that=person.left_after_unlawful_presence.is_known,
            cite=THREE_AND_TEN,
            pin="INA 212(a)(9)(B)",
            confidence="high",
        ),
        element(
            "departed",
            "Left after unlawful presence",
            es="Salió después de presencia ilegal",
            that=person.left_after_unlawful_presence,
            cite=THREE_AND_TEN,
            pin="INA 212(a)(9)(B)",
            confidence="high",
        ),
        es="Se sabe que salió después de presencia ilegal",
    ),
    es="Ninguna salida conocida después de presencia ilegal",
)

bar_waived = element(
    "bar_waived",
    "The I-601 waiver is approved",
    es="El perdón I-601 está aprobado",
    that=filing.i601.status == "approved",
    by="uscis",
    cite=THREE_AND_TEN,
    pin="INA 212(a)(9)(B)(v)",
)

bar_runs_or_has_run = settled(
    "bar_runs_or_has_run",
    "Whether the bar still runs after a departure is for counsel",
    es="Si el impedimento sigue corriendo después de una salida lo valora el abogado",
    answer=None,
    cite=(THREE_AND_TEN, "matter-of-lemus-losa"),
)

three_and_ten_year_bars = versions(
    "three_and_ten_year_bars",
    "The three- and ten-year bars after a trip on advance parole",
    version(
        "pre_arrabally",
        since="1997-04-01",
        until="2012-04-16",
        en="A trip was a departure",
        es="Un viaje era una salida",
        that=any_of(
            "trip_was_departure",
            "No departure, or the bar waived (before Arrabally)",
            no_departure,
            bar_waived,
            bar_runs_or_has_run,
            es="Sin salida, o con el impedimento perdonado (antes de Arrabally)",
            cite=(THREE_AND_TEN, "matter-of-lemus-losa"),
        ),
        cite=(THREE_AND_TEN, "matter-of-lemus-losa"),
        pin="INA 212(a)(9)(B)",
    ),
    version(
        "arrabally",
        since="2012-04-17",
        until="2026-08-12",
        en="A trip on advance parole is not a departure",
        es="Un viaje con advance parole no es una salida",
        that=any_of(
            "trip_is_no_departure",
            "No departure, a return on advance parole, or the bar waived",
            no_departure,
            element(
                "returned_on_advance_parole",
                "The last entry was on advance parole or TPS travel permission",
                es="La última entrada fue con advance parole o permiso de viaje del TPS",
                that=derived.last_entry_travel_document.is_in("advance_parole_i512", "tps_travel_i512t"),
                cite=ARRABALLY,
                pin="25 I&N Dec. 771",
                confidence="high",
            ),
            bar_waived,
            bar_runs_or_has_run,
            es="Sin salida, con regreso por advance parole, o con el impedimento perdonado",
            cite=ARRABALLY,
        ),
        cite=ARRABALLY,
        pin="25 I&N Dec. 771",
        confidence="high",
    ),
    version(
        "delcarmen_lara",
        since="2026-08-13",
        en="A trip is a departure, past trips included as reported",
        es="Un viaje es una salida, incluidos los viajes pasados según lo informado",
        that=any_of(
            "trip_is_departure",
            "No departure, or the bar waived (since Delcarmen-Lara)",
            no_departure,
            bar_waived,
            bar_runs_or_has_run,
            es="Sin salida, o con el impedimento perdonado (desde Delcarmen-Lara)",
            cite=DELCARMEN_LARA,
        ),
        cite=DELCARMEN_LARA,
        pin="29 I&N Dec. 830",
        note=t(
            "Review by a circuit court and guidance from USCIS were not seen.",
            "No se han visto revisión de una corte de circuito ni orientación de USCIS.",
        ),
    ),
    es="Los impedimentos de tres y diez años después de un viaje con advance parole",
)
