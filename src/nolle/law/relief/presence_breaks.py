"""Breaks in presence for 42B: how long a person was away, and whether a formal process sent the person out."""

from nolle.facts import person, presence_event
from nolle.law.pathway import t
from nolle.logic import all_of, any_of, element, version, versions

from .adjustment import US_CODE
from .cancellation import STOP_TIME

ROMALEZ = "matter-of-romalez"
AVILEZ = "matter-of-avilez"
IBARRA_FLORES = "ibarra-flores-2006"
CASTREJON = "matter-of-castrejon-colino"
GARCIA_RAMIREZ = "matter-of-garcia-ramirez"

LENGTH_PAGE = US_CODE.format(330)
LENGTH_NOTE = t("Only VAWA cancellation has a waiver.", "Solo la cancelación VAWA tiene una dispensa.")

FORMAL = ("removed_under_order", "voluntary_departure_by_judge", "withdrew_application", "expedited_removal")
"""Formal processes after which presence starts again, whatever the person was told."""

short_absences = person.longest_absence_days <= 90

no_absence_over_90_days = element(
    "no_absence_over_90_days",
    "No single absence of more than 90 days",
    es="Ninguna ausencia de más de 90 días",
    # A trip that is told breaks presence, even where the list may lack others.
    that=short_absences & presence_event.none(presence_event.days > 90).or_else(short_absences),
    cite=STOP_TIME,
    pin="INA 240A(d)(2)",
    note=LENGTH_NOTE,
    verified=LENGTH_PAGE,
    confidence="high",
)

no_more_than_180_days_away = element(
    "no_more_than_180_days_away",
    "No more than 180 days away in all",
    es="No más de 180 días fuera en total",
    that=person.total_absence_days <= 180,
    cite=STOP_TIME,
    pin="INA 240A(d)(2)",
    note=LENGTH_NOTE,
    verified=LENGTH_PAGE,
    confidence="high",
)

never_left = element(
    "never_left",
    "Never left the United States in that time",
    es="Nunca salió de Estados Unidos en ese tiempo",
    that=person.total_absence_days == 0,
    cite=STOP_TIME,
    pin="INA 240A(d)(2)",
    confidence="high",
)

no_executed_order = element(
    "no_executed_order",
    "Never removed under an order",
    es="Nunca se ejecutó una orden de deportación en su contra",
    that=presence_event.none(presence_event.kind == "removed_under_order"),
    cite=STOP_TIME,
    pin="INA 240A(d)(2)",
    confidence="high",
)

no_departure_under_threat = element(
    "no_departure_under_threat",
    "Never left under an order, a judge's voluntary departure, a voluntary return or another such process",
    es="Nunca salió por una orden, por salida voluntaria de un juez, por retorno voluntario ni por otro proceso así",
    that=presence_event.none(presence_event.kind.is_in(*FORMAL, "voluntary_return")),
    cite=ROMALEZ,
    pin="Romalez-Alcaide, 23 I&N Dec. 423",
    confidence="high",
)

no_documented_process = element(
    "no_documented_process",
    "Never sent out by a formal, documented process; being turned back at the border does not count",
    es="Nunca salió por un proceso formal y documentado; que lo regresaran en la frontera no cuenta",
    that=presence_event.none(presence_event.kind.is_in(*FORMAL, "voluntary_return")),
    cite=(AVILEZ, ROMALEZ),
    pin="Avilez-Nava, 23 I&N Dec. 799",
    confidence="high",
)

knowing_return_ninth_circuit = all_of(
    "knowing_return_ninth_circuit",
    "No formal process, and no voluntary return after being told of the right to a hearing",
    element(
        "no_other_formal_process_ninth_circuit",
        "Never sent out by an order or another formal process apart from voluntary return",
        es="Nunca salió por una orden ni por otro proceso formal aparte del retorno voluntario",
        that=presence_event.none(presence_event.kind.is_in(*FORMAL)),
        cite=AVILEZ,
        pin="Avilez-Nava, 23 I&N Dec. 799",
        confidence="high",
    ),
    element(
        "no_knowing_return",
        "No voluntary return that was knowing and voluntary",
        es="Ningún retorno voluntario hecho a sabiendas y por voluntad propia",
        that=presence_event.none((presence_event.kind == "voluntary_return") & presence_event.told_of_hearing_right),
        cite=IBARRA_FLORES,
        pin="Ibarra-Flores v. Gonzales",
    ),
    es="Ningún proceso formal, ni retorno voluntario tras informarle del derecho a una audiencia",
)

informed_return = all_of(
    "informed_return",
    "No formal process, and no voluntary return after being told of the hearing and giving it up",
    element(
        "no_other_formal_process",
        "Never sent out by an order, a judge's voluntary departure or another formal process",
        es="Nunca salió por una orden, por salida voluntaria de un juez ni por otro proceso formal",
        that=presence_event.none(presence_event.kind.is_in(*FORMAL)),
        cite=(AVILEZ, CASTREJON),
        pin="Castrejon-Colino, 26 I&N Dec. 667",
        confidence="high",
    ),
    element(
        "no_informed_return",
        "No voluntary return after being told of the right to a hearing",
        es="Ningún retorno voluntario tras informarle del derecho a una audiencia",
        that=presence_event.none((presence_event.kind == "voluntary_return") & presence_event.told_of_hearing_right),
        cite=(CASTREJON, GARCIA_RAMIREZ),
        pin="Castrejon-Colino, 26 I&N Dec. 667; Garcia-Ramirez, 26 I&N Dec. 674",
        note=t(
            "The person must have been told of the hearing and have given it up. A signed Form I-826 is strong proof "
            "(Reyes-Sanchez, 7th Cir. 2011; Rosario-Mijangos, 2d Cir. 2013). Fingerprints or a photograph alone are "
            "not.",
            "Debieron informar a la persona de la audiencia y ella debió renunciar. Un Formulario I-826 firmado es "
            "prueba fuerte (Reyes-Sanchez, 7.º Cir. 2011; Rosario-Mijangos, 2.º Cir. 2013). Las huellas o una foto por "
            "sí solas no lo son.",
        ),
        confidence="high",
    ),
    es="Ningún proceso formal, ni retorno voluntario tras informarle de la audiencia y renunciar a ella",
)

no_break_by_process = versions(
    "no_break_by_process",
    "No departure of any length that broke presence, by the law on the day of decision",
    version(
        "pre_romalez",
        since="1997-04-01",
        until="2002-05-30",
        en="Only a removal order carried out",
        es="Solo una orden de deportación ejecutada",
        that=any_of(
            "before_romalez",
            "Never removed under an order, or never left",
            no_executed_order,
            never_left,
            es="Nunca le deportaron con una orden, o nunca salió",
            cite=STOP_TIME,
        ),
        cite=STOP_TIME,
        pin="INA 240A(d)(2)",
        confidence="low",
    ),
    version(
        "romalez_2002",
        since="2002-05-31",
        until="2005-12-30",
        en="A departure under threat of proceedings breaks presence",
        es="Una salida bajo amenaza de un proceso interrumpe la presencia",
        that=any_of(
            "romalez",
            "Never left under threat of proceedings, or never left",
            no_departure_under_threat,
            never_left,
            es="Nunca salió bajo amenaza de un proceso, o nunca salió",
            cite=ROMALEZ,
        ),
        cite=ROMALEZ,
        pin="23 I&N Dec. 423",
    ),
    version(
        "avilez_2005",
        since="2005-12-31",
        until="2015-10-27",
        precision="year",
        en="A formal, documented process is needed; being turned back alone is not a break",
        es="Hace falta un proceso formal y documentado; que lo regresen en la frontera no es por sí solo un corte",
        that=any_of(
            "avilez",
            "Never sent out by a formal process, or never left",
            no_documented_process,
            never_left,
            es="Nunca salió por un proceso formal, o nunca salió",
            cite=(AVILEZ, ROMALEZ),
        ),
        cite=(AVILEZ, ROMALEZ),
        pin="23 I&N Dec. 799",
        note=t(
            "The first day is approximate (2005). In the Ninth Circuit (Ibarra-Flores, 2006) a return must be knowing "
            "and voluntary.",
            "El primer día es aproximado (2005). En el Noveno Circuito (Ibarra-Flores, 2006) el retorno debe ser a "
            "sabiendas y voluntario.",
        ),
        verified="http://www.usa-immigrationlaw.com/blog/bia-on-voluntary-departure/",
    ),
    version(
        "ca9_ibarra",
        since="2006-03-31",
        until="2015-10-27",
        circuits="9",
        en="Ninth Circuit: a voluntary return counts only if knowing and voluntary",
        es="Noveno Circuito: un retorno voluntario cuenta solo si fue a sabiendas y por voluntad propia",
        that=any_of(
            "ibarra_flores",
            "Never sent out by a formal process or a knowing return, or never left",
            knowing_return_ninth_circuit,
            never_left,
            es="Nunca salió por un proceso formal ni por un retorno a sabiendas, o nunca salió",
            cite=(IBARRA_FLORES, AVILEZ),
        ),
        cite=(IBARRA_FLORES, AVILEZ),
        pin="Ibarra-Flores v. Gonzales",
    ),
    version(
        "castrejon_2015",
        since="2015-10-28",
        en="A voluntary return counts only if the person was told of the hearing and gave it up",
        es="Un retorno voluntario cuenta solo si informaron a la persona de la audiencia y renunció a ella",
        that=any_of(
            "castrejon",
            "Never sent out by a formal process or an informed return, or never left",
            informed_return,
            never_left,
            es="Nunca salió por un proceso formal ni por un retorno informado, o nunca salió",
            cite=(CASTREJON, GARCIA_RAMIREZ),
        ),
        cite=(CASTREJON, GARCIA_RAMIREZ),
        pin="26 I&N Dec. 667, 674",
        verified="http://casetext.com/admin-law/in-re-castrejon-colino",
        confidence="high",
    ),
    es="Ninguna salida, de cualquier duración, que interrumpiera la presencia, según la ley del día de la decisión",
)
