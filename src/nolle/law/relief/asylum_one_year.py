"""The one-year deadline for asylum, its exceptions, and who is outside it."""

from nolle.facts import asylum, derived, filing, person, uac
from nolle.law.pathway import t
from nolle.logic import AS_OF, all_of, any_of, element, not_, version, versions

STATUTE = "ina-208"
DEADLINE_RULE = "8-cfr-1208-4-one-year"
JOAQUIN_PORRAS = "joaquin-porras-2006"

CODE_PAGE = "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-102.md"

filed_or_today = filing.i589.filed_on.if_absent(AS_OF)

within_a_year_of_arrival = element(
    "within_a_year_of_arrival",
    "Filed within one year of the last arrival (today, while nothing is filed)",
    es="Presentada dentro de un año de la última llegada (hoy, mientras no se haya presentado)",
    that=filed_or_today.within(months=12, after=asylum.last_arrival_on),
    cite=STATUTE,
    pin="INA 208(a)(2)(B)",
    note=t(
        "The applicant must show it by clear and convincing evidence.",
        "La persona debe demostrarlo con pruebas claras y convincentes.",
    ),
    verified=CODE_PAGE,
    confidence="high",
)

last_arrival = versions(
    "last_arrival",
    "Within a year, counted from the last arrival",
    version(
        "general",
        since="1997-04-01",
        en="The year runs from the most recent arrival",
        es="El año corre desde la llegada más reciente",
        that=within_a_year_of_arrival,
        cite=("matter-of-f-p-r", STATUTE),
        pin="F-P-R-, 24 I&N Dec. 681",
    ),
    version(
        "ca2",
        since="2006-01-31",
        circuits="2",
        precision="approximate",
        en="A short trip on advance parole does not start a new year",
        es="Un viaje breve con permiso de viaje (advance parole) no inicia otro año",
        that=all_of(
            "arrival_after_short_trips",
            "Within a year, and the last arrival did not end a short trip on advance parole",
            within_a_year_of_arrival,
            not_(
                "no_short_parole_trip",
                "The last arrival did not end a short trip on advance parole",
                all_of(
                    "short_parole_trip",
                    "A short trip on advance parole",
                    element(
                        "trip_length_known",
                        "The length of the last trip is known",
                        es="Se sabe cuánto duró el último viaje",
                        that=asylum.trip_abroad_days.is_known,
                        cite=JOAQUIN_PORRAS,
                        pin="435 F.3d 172",
                    ),
                    element(
                        "trip_was_short",
                        "The last trip was short: 90 days or less (our number)",
                        es="El último viaje fue breve: 90 días o menos (cifra nuestra)",
                        that=asylum.trip_abroad_days <= 90,
                        cite=JOAQUIN_PORRAS,
                        pin="435 F.3d 172",
                    ),
                    element(
                        "returned_on_advance_parole",
                        "Returned on advance parole",
                        es="Regresó con permiso de viaje (advance parole)",
                        that=derived.last_entry_travel_document == "advance_parole_i512",
                        cite=JOAQUIN_PORRAS,
                        pin="435 F.3d 172",
                    ),
                    es="Un viaje breve con permiso de viaje (advance parole)",
                ),
                es="La última llegada no terminó un viaje breve con permiso de viaje (advance parole)",
            ),
            es="Dentro de un año, y la última llegada no terminó un viaje breve con permiso de viaje (advance parole)",
            cite=JOAQUIN_PORRAS,
        ),
        cite=JOAQUIN_PORRAS,
        pin="435 F.3d 172",
        note=t(
            "The court says brief; 90 days stands in for it here.",
            "La corte dice breve; aquí se usan 90 días en su lugar.",
        ),
    ),
    es="Dentro de un año, contado desde la última llegada",
)

told_within_a_year = element(
    "told_within_a_year",
    "Filed within one year, as known when dates are missing",
    es="Presentada dentro de un año, según se sabe cuando faltan fechas",
    that=asylum.filed_within_one_year,
    cite=STATUTE,
    pin="INA 208(a)(2)(B)",
)

circumstances = all_of(
    "circumstances",
    "Changed or extraordinary circumstances",
    element(
        "changed_or_extraordinary",
        "Circumstances changed, or were extraordinary",
        es="Las circunstancias cambiaron o fueron extraordinarias",
        that=asylum.changed_or_extraordinary,
        cite=(STATUTE, DEADLINE_RULE),
        pin="INA 208(a)(2)(D)",
        verified=CODE_PAGE,
        confidence="high",
    ),
    element(
        "reasonable_time",
        "Filed within a reasonable time after those circumstances",
        es="Presentada dentro de un tiempo razonable después de esas circunstancias",
        that=asylum.filed_within_reasonable_time,
        by="judgement",
        cite=(STATUTE, DEADLINE_RULE),
        pin="INA 208(a)(2)(D)",
    ),
    es="Circunstancias cambiadas o extraordinarias",
)

found_unaccompanied = element(
    "found_unaccompanied",
    "Found to be an unaccompanied child: the deadline does not apply",
    es="Se determinó que era un niño no acompañado: el plazo no se aplica",
    that=uac.determined,
    by="counsel",
    cite=(STATUTE, "ina-208b3c-uac"),
    pin="INA 208(a)(2)(E)",
    verified=CODE_PAGE,
)

filed_before_the_deadline_law = element(
    "filed_before_the_deadline_law",
    "Filed before 1998-04-16, when the deadline was first applied",
    es="Presentada antes del 1998-04-16, cuando empezó a aplicarse el plazo",
    that=filed_or_today < "1998-04-16",
    by="counsel",
    cite=DEADLINE_RULE,
    pin="8 CFR 208.4(a)(2)(ii)",
    note=t(
        "For arrivals before 1997-04-01 the year ran from 1997-04-01.",
        "Para llegadas antes del 1997-04-01, el año corría desde el 1997-04-01.",
    ),
    confidence="high",
)

still_a_minor = element(
    "still_a_minor",
    "Still under 18 on the day of filing",
    es="Todavía menor de 18 años el día de la presentación",
    that=person.birth_date.plus(years=18) > filed_or_today,
    cite=DEADLINE_RULE,
    pin="8 CFR 1208.4(a)(5)(ii)",
    note=t(
        "A legal disability. The text says unaccompanied minor; USCIS training treats everyone under 18 as covered.",
        "Una incapacidad legal. El texto dice menor no acompañado; la capacitación de USCIS incluye a todo menor "
        "de 18.",
    ),
)

minor_when_the_year_ran = all_of(
    "minor_when_the_year_ran",
    "A minor while the year ran",
    element(
        "minor_exception",
        "The reason is legal disability as a minor",
        es="La razón es la incapacidad legal por ser menor",
        that=asylum.exception_kinds.has_any("legal_disability_minor"),
        by="judgement",
        cite=DEADLINE_RULE,
        pin="8 CFR 1208.4(a)(4)-(5)",
        confidence="high",
    ),
    element(
        "reasonable_time_after_18",
        "Filed within a reasonable time after turning 18",
        es="Presentada dentro de un tiempo razonable después de cumplir 18 años",
        that=asylum.filed_within_reasonable_time,
        by="judgement",
        cite=("matter-of-y-c", "matter-of-t-m-h"),
        pin="Y-C-, 23 I&N Dec. 286",
        note=t(
            "Commonly about six months, a year at the outside.",
            "Por lo común unos seis meses, un año como máximo.",
        ),
    ),
    es="Era menor mientras corría el año",
)

kept_status = all_of(
    "kept_status",
    "Kept lawful status, TPS or parole",
    element(
        "status_exception",
        "The reason is lawful status, TPS or parole that was kept",
        es="La razón es haber mantenido estatus legal, TPS o permiso (parole)",
        that=asylum.exception_kinds.has_any("maintained_status_or_parole"),
        by="judgement",
        cite=DEADLINE_RULE,
        pin="8 CFR 1208.4(a)(4)-(5)",
        confidence="high",
    ),
    element(
        "reasonable_time_after_status",
        "Kept until a reasonable time before filing",
        es="Mantenido hasta un tiempo razonable antes de la presentación",
        that=asylum.filed_within_reasonable_time,
        by="judgement",
        cite=(DEADLINE_RULE, "husyev-v-mukasey-2008"),
        pin="8 CFR 1208.4(a)(5)",
        note=t("Husyev: about a year is too long.", "Husyev: cerca de un año es demasiado."),
        confidence="high",
    ),
    es="Mantuvo estatus legal, TPS o permiso (parole)",
)

returned_in_time = all_of(
    "returned_in_time",
    "A timely filing was sent back",
    element(
        "returned_exception",
        "The reason is a filing that was sent back",
        es="La razón es una solicitud que fue devuelta",
        that=asylum.exception_kinds.has_any("filed_but_rejected"),
        by="judgement",
        cite=DEADLINE_RULE,
        pin="8 CFR 1208.4(a)(4)-(5)",
        confidence="high",
    ),
    element(
        "first_try_in_time",
        "The first try came within a year of the last arrival",
        es="El primer intento fue dentro de un año de la última llegada",
        that=asylum.prior_attempt_on.within(months=12, after=asylum.last_arrival_on),
        cite=DEADLINE_RULE,
        pin="8 CFR 1208.4(a)(5)(v)",
        confidence="high",
    ),
    element(
        "refiled_in_reasonable_time",
        "Filed again within a reasonable time",
        es="Presentada de nuevo dentro de un tiempo razonable",
        that=asylum.filed_within_reasonable_time,
        by="judgement",
        cite=DEADLINE_RULE,
        pin="8 CFR 1208.4(a)(5)(v)",
    ),
    es="Una solicitud presentada a tiempo fue devuelta",
)

other_circumstance = all_of(
    "other_circumstance",
    "Another changed or extraordinary circumstance",
    element(
        "other_exception",
        "The reason is one the rule names",
        es="La razón es una de las que nombra la regla",
        that=asylum.exception_kinds.has_any(
            "changed_country_conditions",
            "changed_personal_circumstances",
            "changed_law",
            "lost_derivative_status",
            "serious_illness_or_disability",
            "ineffective_counsel",
            "death_or_illness_of_representative_or_family",
        ),
        by="judgement",
        cite=DEADLINE_RULE,
        pin="8 CFR 1208.4(a)(4)-(5)",
        confidence="high",
    ),
    element(
        "reasonable_time_no_automatic_year",
        "Filed within a reasonable time after it; there is no automatic year",
        es="Presentada dentro de un tiempo razonable después; no hay un año automático",
        that=asylum.filed_within_reasonable_time,
        by="judgement",
        cite="matter-of-t-m-h",
        pin="T-M-H- & S-W-C-, 25 I&N Dec. 193",
        note=t(
            "D-G-C- (2021): more of the same is not a change. Weinong Lin (2d Cir. 2014) asks for reasons.",
            "D-G-C- (2021): que algo continúe no es un cambio. Weinong Lin (2.º Cir. 2014) pide razones.",
        ),
        confidence="high",
    ),
    es="Otra circunstancia cambiada o extraordinaria",
)

mendez_rojas = element(
    "mendez_rojas",
    "A member of the Mendez Rojas class",
    es="Miembro de la clase Mendez Rojas",
    that=asylum.mendez_rojas_class_member,
    by="judgement",
    cite="mendez-rojas-2018",
    pin="Mendez Rojas class",
    since="2018-03-29",
    until="2022-04-22",
    confidence="low",
)

one_year = any_of(
    "one_year",
    "The one-year deadline is met, excused or does not apply",
    last_arrival,
    circumstances,
    found_unaccompanied,
    told_within_a_year,
    filed_before_the_deadline_law,
    still_a_minor,
    minor_when_the_year_ran,
    kept_status,
    returned_in_time,
    other_circumstance,
    mendez_rojas,
    es="El plazo de un año se cumplió, se excusa o no se aplica",
)
